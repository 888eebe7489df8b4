"""From the events of an article to its timeline."""

from __future__ import annotations

import re

import pandas as pd

from helpers import schema
from helpers.timeline.labels import Labels

_WEIGHT = re.compile(r"\(([0-9.]+)\)")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "als", "al", "s", "e")
# A duplicate is looked for among the latest rows of its kind, which keeps long articles linear.
_REACH = 30


def build_timeline(article, tokens, events, timexes) -> pd.DataFrame:
    """Return the events of an article in order of time, duplicates merged, one evidence each.

    Columns: the offsets of the first mention; ``label``, the words that say what happened;
    ``earliest``, ``latest`` and ``granularity``, between which it lies (``<NaT>``: the text does not
    date it); ``certainty``, the probability of the anchor times that of the reading of its time
    expression; ``status`` (reported, announced, hypothetical, negated); ``participants`` and
    ``speaker`` of all mentions; ``means``, by which it is dated (expression, publication, none);
    ``rule``; ``mentions``, how often it is told, and ``events``, their row numbers; ``paragraph`` and
    ``evidence``, the sentence of the first mention that dates it. Ordered by earliest, latest and
    place; undated events come last, in order of the text.

    Two mentions are one event when lemma (up to derivation), status and time agree and they share a
    participant or the words around them; a noun without date joins a dated one under the same
    condition. Reports are merged only when they are dated by the same expression.

    >>> from datetime import date
    >>> from helpers.corpus import Article
    >>> from helpers.events import find_events
    >>> from helpers.tags import tag
    >>> from helpers.timexes import find_timexes
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "The mayor resigned on Monday.", published=date(2016, 1, 6))
    >>> tokens = tag(tokenize(note))
    >>> timexes = find_timexes(note, tokens)
    >>> timeline = build_timeline(note, tokens, find_events(note, tokens, timexes), timexes)
    >>> timeline[["label", "means", "mentions"]].values.tolist()
    [['The mayor resigned', 'expression', 1]]
    """
    labels = Labels(article, tokens, timexes)
    paragraphs = tokens["paragraph"].tolist()
    readings = [_reading(text) for text in timexes["alternatives"].tolist()]
    rows: list[dict] = []
    known: dict[tuple[str, str], list[dict]] = {}
    for number, event in enumerate(events.to_dict("records")):
        token, label, evidence = labels.at(event["start"])
        row = _row(event, number, label, evidence, paragraphs[token], readings)
        place = (_family(event["lemma"]), row["status"])
        same = next((old for old in known.get(place, [])[-_REACH:] if _alike(old, row)), None)
        if same is None:
            rows.append(row)
            known.setdefault(place, []).append(row)
        else:
            _merge(same, row)
    rows.sort(key=_order)
    for row in rows:
        for column in ("participants", "speaker"):
            row[column] = "; ".join(row[column]) or None
        row["mentions"] = len(row["events"])
        row["events"] = "; ".join(map(str, row["events"]))
    return schema.build(rows, schema.TIMELINE)


def _row(event: dict, number: int, label: str, evidence: str, paragraph: int, readings) -> dict:
    by_timex = not pd.isna(event["timex"])
    means = "expression" if by_timex else "none" if pd.isna(event["rule"]) else "publication"
    dated = not pd.isna(event["earliest"])
    weight = readings[int(event["timex"])] if by_timex else 1.0
    return {
        **{name: event[name] for name in ("article_id", "start", "end", "text")},
        **{name: event[name] for name in ("earliest", "latest", "granularity", "rule", "class")},
        "label": label,
        "certainty": round(event["confidence"] * weight, 2) if dated else None,
        "status": event["modality"],
        "participants": _split(event["participants"]),
        "speaker": _split(event["speaker"]),
        "means": means,
        "timex": event["timex"] if by_timex else None,
        "events": [number],
        "paragraph": paragraph,
        "evidence": evidence,
        "words": set(label.lower().split()[1:]),
        "noun": event["tense"] == "NONE",
    }


def _reading(alternatives) -> float:
    """Return the weight of the reading that was chosen: what the other readings leave."""
    if not isinstance(alternatives, str):
        return 1.0
    return max(0.0, 1 - sum(float(weight) for weight in _WEIGHT.findall(alternatives)))


def _split(text) -> list[str]:
    return text.split("; ") if isinstance(text, str) else []


def _family(lemma: str) -> str:
    """Return what a verb and its nominalization share: attack, announce and announcement."""
    low = lemma.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def _alike(old: dict, new: dict) -> bool:
    shared = set(old["participants"]) & set(new["participants"]) or old["words"] & new["words"]
    same_time = (
        old["earliest"] == new["earliest"] and old["latest"] == new["latest"]
        if not pd.isna(old["earliest"]) and not pd.isna(new["earliest"])
        else None
    )
    if new["class"] == "REPORTING" or old["class"] == "REPORTING":
        return bool(
            same_time
            and old["means"] == new["means"] == "expression"
            and set(old["participants"]) & set(new["participants"])
        )
    if same_time is None:
        undated = pd.isna(old["earliest"]) and pd.isna(new["earliest"])
        return bool(shared and (undated or (old["noun"] and new["noun"])))
    return bool(same_time and (shared or (not old["participants"] and not new["participants"])))


def _merge(old: dict, new: dict) -> None:
    if (pd.isna(old["earliest"]) and not pd.isna(new["earliest"])) or _beats(new, old):
        for name in ("earliest", "latest", "granularity", "certainty", "means", "rule", "evidence"):
            old[name] = new[name]
        old["paragraph"] = new["paragraph"]
        for name in ("start", "end", "text", "label"):
            old[name] = new[name]
    old["events"] += new["events"]
    for name in ("participants", "speaker"):
        old[name] = list(dict.fromkeys([*old[name], *new[name]]))
    old["words"] |= new["words"]


def _beats(new: dict, old: dict) -> bool:
    """An expression in the text says more than the date of publication."""
    return new["means"] == "expression" and old["means"] == "publication"


def _order(row: dict) -> tuple:
    if pd.isna(row["earliest"]):
        return (1, pd.Timestamp.max, pd.Timestamp.max, row["start"])
    return (0, row["earliest"], row["latest"], row["start"])
