"""TimelineJS: a timeline as the JSON that TimelineJS 3 shows (timeline.knightlab.com/docs)."""

from __future__ import annotations

import json
from html import escape

import pandas as pd

from helpers.exports.tables import Export, save_text

# How many parts of a date a unit determines: TimelineJS shows only the parts it is given.
_PARTS = {
    "second": 6, "minute": 5, "hour": 4, "part of day": 3, "day": 3, "weekend": 3, "week": 3,
    "month": 2, "quarter": 2, "season": 2, "half-year": 2, "year": 1, "decade": 1, "century": 1,
    "millennium": 1,
}  # fmt: skip
_NAMES = ("year", "month", "day", "hour", "minute", "second")


def to_timelinejs(article, timeline: pd.DataFrame) -> str:
    """Return the dated rows of a timeline as TimelineJS JSON, with the evidence as text.

    Dates carry only the parts that are known (a month has no day); ``display_date`` says how exact
    they are; ``group`` is the status. Text from the article is escaped, because TimelineJS takes it
    for HTML. Undated rows have no place on a TimelineJS axis: the title slide counts them.

    >>> from helpers import schema
    >>> from helpers.corpus import Article
    >>> slides = json.loads(to_timelinejs(Article("note", "Rain."), schema.build([], schema.TIMELINE)))
    >>> slides["title"]["text"]["text"]
    '0 dated events, 0 without date'
    """
    dated = timeline[timeline["earliest"].notna()]
    told = f"{len(dated)} dated events, {len(timeline) - len(dated)} without date"
    title = {"headline": escape(article.title or article.article_id), "text": told}
    content = {
        "events": [_slide(row) for row in dated.to_dict("records")],
        "scale": "human",
        "title": {"text": title},
    }
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def save_timelinejs(article, timeline: pd.DataFrame) -> Export:
    """Write ``exports/<article_id>/timeline.json`` and return what was written."""
    shown = int(timeline["earliest"].notna().sum())
    said = f"TimelineJS with {shown:,} events"
    return save_text(to_timelinejs(article, timeline), "timeline.json", article, said)


def _slide(row: dict) -> dict:
    unit = row["granularity"] if isinstance(row["granularity"], str) else "day"
    first, last = row["earliest"], row["latest"]
    shown = first.date().isoformat()
    if last.date() != first.date():
        shown = f"{shown} – {last.date().isoformat()}"
    slide = {
        "start_date": _date(first, unit),
        "display_date": f"{shown} ({unit})",
        "group": row["status"],
        "text": {"headline": escape(row["label"]), "text": f"<p>{escape(row['evidence'])}</p>"},
        "unique_id": f"event-{row['start']}",
    }
    if last != first:
        slide["end_date"] = _date(last, unit)
    return slide


def _date(moment: pd.Timestamp, unit: str) -> dict[str, str]:
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return {name: str(part) for name, part in zip(_NAMES[: _PARTS[unit]], parts, strict=False)}
