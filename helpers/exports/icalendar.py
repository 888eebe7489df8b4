"""iCalendar (RFC 5545): the dated events for any calendar program."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pandas as pd

from helpers.exports.tables import Export, save_text

_FINE = ("second", "minute", "hour", "part of day")
_STATUS = {"reported": "CONFIRMED", "announced": "TENTATIVE", "hypothetical": "TENTATIVE"}
_OCTETS = 75


def to_icalendar(article, timeline: pd.DataFrame) -> str:
    """Return the dated rows of a timeline as an iCalendar file.

    One VEVENT a row: all-day from the first day to the last (times of day stay floating, the
    article names no zone); the summary is the label, the description the sentence, status, unit and
    certainty. Denied events are CANCELLED. The time stamp is that of publication, or of the first
    day of the event, never that of the export: the same article gives the same bytes.

    >>> from helpers import schema
    >>> from helpers.corpus import Article
    >>> to_icalendar(Article("note", "Rain."), schema.build([], schema.TIMELINE)).split()[0]
    'BEGIN:VCALENDAR'
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//close-reading//timeline//EN"]
    for row in timeline[timeline["earliest"].notna()].to_dict("records"):
        lines += _event(article, row)
    lines.append("END:VCALENDAR")
    return "".join(_fold(line) + "\r\n" for line in lines)


def save_icalendar(article, timeline: pd.DataFrame) -> Export:
    """Write ``exports/<article_id>/timeline.ics`` and return what was written."""
    shown = int(timeline["earliest"].notna().sum())
    said = f"iCalendar with {shown:,} events"
    return save_text(to_icalendar(article, timeline), "timeline.ics", article, said)


def _event(article, row: dict) -> list[str]:
    first, last = row["earliest"], row["latest"]
    stamp = article.published or first.date()
    place = f"{article.article_id}:{row['start']}:{row['end']}"
    told = (
        f"{row['evidence']} [{row['status']}; {row['granularity']}; certainty {row['certainty']}]"
    )
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(place.encode('utf-8')).hexdigest()[:32]}@close-reading",
        f"DTSTAMP:{_day(stamp)}T000000Z",
    ]
    if row["granularity"] in _FINE:
        lines += [f"DTSTART:{_moment(first)}", f"DTEND:{_moment(max(last, first))}"]
    else:
        lines.append(f"DTSTART;VALUE=DATE:{_day(first)}")
        if (last.year, last.month, last.day) != (9999, 12, 31):
            # The end of an all-day event is the day after.
            lines.append(f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}")
    return [
        *lines,
        f"SUMMARY:{_escape(row['label'])}",
        f"DESCRIPTION:{_escape(told)}",
        f"CATEGORIES:{_escape(row['status'])}",
        f"STATUS:{_STATUS.get(row['status'], 'CANCELLED')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(moment) -> str:
    return f"{moment.year:04d}{moment.month:02d}{moment.day:02d}"


def _moment(moment) -> str:
    return f"{_day(moment)}T{moment.hour:02d}{moment.minute:02d}{moment.second:02d}"


def _escape(text: str) -> str:
    text = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fold(line: str) -> str:
    """Break a line after at most 75 octets, between characters, as RFC 5545 3.1 asks."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)
