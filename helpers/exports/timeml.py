"""TimeML: writing time expressions, events and their anchors into the text, and reading them back.

TimeML 1.2.1 (Pustejovsky et al. 2003; ISO 24617-1), laid out as in TempEval-3: ``DCT`` holds the
document creation time, ``TEXT`` the article with ``TIMEX3`` and ``EVENT`` around the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from helpers import schema
from helpers.corpus import Article
from helpers.exports.tables import Export, save_text

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n\n'
)
LINKS = schema.Schema(
    "links",
    {"event": "int64", "timex": "Int64", "relation": "string", "value": "string"},
    offsets=False,
)


@dataclass(frozen=True)
class TimeML:
    """What a TimeML file says: the article, its tables ``timexes`` and ``events``, and ``links``
    (row of the event, row of the time expression or ``<NA>`` for the publication date, relation,
    value of that time). ``created`` is the creation time as the file writes it, perhaps with a clock
    time, which the article's publication date does not carry."""

    article: Article
    timexes: pd.DataFrame
    events: pd.DataFrame
    links: pd.DataFrame
    created: str | None = None


def to_timeml(article, timexes: pd.DataFrame, events: pd.DataFrame) -> str:
    """Return the article as TimeML with its time expressions, events and anchors.

    Characters that XML cannot hold become U+FFFD, so that offsets stay true.

    >>> from datetime import date
    >>> note = Article("note", "Rain < snow.", published=date(2016, 1, 6))
    >>> from helpers import schema
    >>> tables = schema.build([], schema.TIMEXES), schema.build([], schema.EVENTS)
    >>> read_timeml(to_timeml(note, *tables)).article.text
    'Rain < snow.'
    """
    published = article.published.isoformat() if article.published else ""
    tids = [f"t{row + 1}" for row in range(len(timexes))]
    marks = []
    for tid, row in zip(tids, timexes.to_dict("records"), strict=True):
        attributes = {"tid": tid, "type": row["type"], "value": row["value"]}
        attributes |= {name: row[name] for name in ("mod", "quant", "freq")}
        anchor = row["reference"] if isinstance(row["reference"], str) else "none"
        attributes["temporalFunction"] = "false" if anchor == "none" else "true"
        attributes["anchorTimeID"] = "t0" if anchor == "publication" else None
        marks.append((row["start"], row["end"], 0, "TIMEX3", attributes))
    tail = []
    for number, row in enumerate(events.to_dict("records"), 1):
        marks.append(
            (row["start"], row["end"], 1, "EVENT", {"eid": f"e{number}", "class": row["class"]})
        )
        instance = {"eventID": f"e{number}", "eiid": f"ei{number}"}
        instance |= {name: row[name] for name in ("tense", "aspect", "polarity", "modality")}
        tail.append(f"<MAKEINSTANCE{_attributes(instance)} />")
    for number, row in enumerate(events.to_dict("records"), 1):
        published_anchor = row["rule"] == "publication date"
        if not pd.isna(row["timex"]) or published_anchor:
            tid = "t0" if published_anchor else tids[int(row["timex"])]
            link = {"lid": f"l{len(tail) + 1}", "relType": "IS_INCLUDED"}
            link |= {"eventInstanceID": f"ei{number}", "relatedToTime": tid}
            tail.append(f"<TLINK{_attributes(link)} />")
    created = {"tid": "t0", "type": "DATE", "value": published, "temporalFunction": "false"}
    created["functionInDocument"] = "CREATION_TIME"
    return (
        f"{_HEAD}<DOCID>{_text(article.article_id)}</DOCID>\n\n"
        f"<DCT><TIMEX3{_attributes(created)}>{published}</TIMEX3></DCT>\n\n"
        f"<TEXT>{_mark(article.text, marks)}</TEXT>\n\n" + "\n".join([*tail, "</TimeML>\n"])
    )


def save_timeml(article, timexes: pd.DataFrame, events: pd.DataFrame) -> Export:
    """Write ``exports/<article_id>/timeline.tml`` and return what was written."""
    said = f"TimeML with {len(timexes):,} time expressions and {len(events):,} events"
    return save_text(to_timeml(article, timexes, events), "timeline.tml", article, said)


def read_timeml(content: str | bytes) -> TimeML:
    """Return the article and tables in a TimeML file (TempEval-3 layout).

    Columns of the tables that TimeML does not hold are ``<NA>``; an event's ``timex`` is the row of
    the first time expression that a link puts it in. Raises ``ValueError`` with one sentence for
    anything that is not TimeML; documents with a DOCTYPE are refused, because entities declared
    there could blow up.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    if b"<!DOCTYPE" in content:
        raise ValueError("The file declares a DOCTYPE; TimeML needs none, remove that line.")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ValueError(f"The file is no TimeML: {error}; is it complete?") from None
    body = root.find("TEXT")
    if body is None:
        raise ValueError("The file is no TimeML: it has no TEXT element.")
    text, found = _unmark(body)
    created = next((time for time in root.iterfind("DCT/TIMEX3")), None)
    value = created.get("value", "") if created is not None else ""
    article = Article((root.findtext("DOCID") or "article").strip(), text, published=_day(value))
    # Records without words (time expressions implied by others) have no place in a text.
    times = [item for item in found if item[2].tag == "TIMEX3" and item[1] > item[0]]
    events = [item for item in found if item[2].tag == "EVENT" and item[1] > item[0]]
    rows = {item[2].get("tid"): row for row, item in enumerate(times)}
    values = {time.get("tid"): time.get("value") for time in root.iter("TIMEX3")}
    numbers = {item[2].get("eid"): row for row, item in enumerate(events)}
    made = {one.get("eiid"): one.get("eventID") for one in root.iter("MAKEINSTANCE")}
    details: dict[str, dict] = {}
    for one in root.iter("MAKEINSTANCE"):
        details.setdefault(one.get("eventID"), dict(one.attrib))
    creation = created.get("tid") if created is not None else None
    links = list(_links(root, made, numbers, rows, values, creation))
    anchored: dict[int, int] = {}
    for link in links:
        if link["timex"] is not None:
            anchored.setdefault(link["event"], link["timex"])
    return TimeML(
        article,
        schema.build(
            [{**_place(article, item), **item[2].attrib} for item in times], schema.TIMEXES, article
        ),
        schema.build(
            [
                {
                    **_place(article, item),
                    **_instance(details.get(item[2].get("eid"), {})),
                    "class": item[2].get("class"),
                    "sentence": 0,
                    "timex": anchored.get(row),
                }
                for row, item in enumerate(events)
            ],
            schema.EVENTS,
            article,
        ),
        schema.build(links, LINKS),
        value or None,
    )


def _attributes(values: dict) -> str:
    return "".join(
        f" {name}={quoteattr(_NO_XML.sub(chr(0xFFFD), value))}"
        for name, value in values.items()
        if isinstance(value, str)
    )


def _text(text: str) -> str:
    # A reader of XML makes every bare carriage return a line feed.
    return escape(_NO_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _mark(text: str, marks: list[tuple]) -> str:
    """Return ``text`` with elements around its marked parts; what would cross is left out."""
    out, at, open_ends = [], 0, []
    for start, end, _, name, attributes in sorted(marks, key=lambda m: (m[0], -m[1], m[2])):
        while open_ends and open_ends[-1][0] <= start:
            close, tag = open_ends.pop()
            out += [_text(text[at:close]), f"</{tag}>"]
            at = close
        if open_ends and end > open_ends[-1][0]:
            continue
        out += [_text(text[at:start]), f"<{name}{_attributes(attributes)}>"]
        at = start
        open_ends.append((end, name))
    while open_ends:
        close, tag = open_ends.pop()
        out += [_text(text[at:close]), f"</{tag}>"]
        at = close
    return "".join([*out, _text(text[at:])])


def _unmark(body) -> tuple[str, list[tuple]]:
    """Return the text of an element and ``(start, end, element)`` of everything inside it."""
    parts, found, length = [], [], 0

    def add(piece: str | None) -> None:
        nonlocal length
        parts.append(piece or "")
        length += len(piece or "")

    stack = [(body, iter(body), 0)]
    add(body.text)
    while stack:
        element, children, start = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                found.append((start, length, element))
                add(element.tail)
        else:
            stack.append((child, iter(child), length))
            add(child.text)
    return "".join(parts), sorted(found, key=lambda item: item[:2])


def _links(root, made, numbers, rows, values, creation):
    for link in root.iter("TLINK"):
        instance = link.get("eventInstanceID") or link.get("relatedToEventInstance")
        tid = link.get("relatedToTime") or link.get("timeID")
        event = numbers.get(made.get(instance))
        if event is None or tid is None or (tid not in rows and tid != creation):
            continue
        yield {
            "event": event,
            "timex": None if tid == creation else rows[tid],
            "relation": link.get("relType"),
            "value": values.get(tid),
        }


def _instance(attributes: dict) -> dict:
    allowed = {name: attributes.get(name) for name in ("tense", "aspect", "polarity")}
    modality = attributes.get("modality")
    return {**allowed, "modality": modality if modality in schema.STATUSES else None}


def _place(article, item) -> dict:
    start, end, _ = item
    text = article.text[start:end]
    return {"article_id": article.article_id, "start": start, "end": end, "text": text}


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
