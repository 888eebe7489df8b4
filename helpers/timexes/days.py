"""Readers of days and their parts: today, tonight, the next morning, the day after Christmas."""

from __future__ import annotations

from datetime import timedelta

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import calendar
from helpers.timexes.readings import Reading
from helpers.timexes.weekdays import in_part, weekday
from helpers.timexes.years import holiday


def today(segment: Segment) -> Reading:
    offset = segment.get("TODAY")
    reading = Reading("DATE", cal.beside(segment.context.today, offset), reference="publication")
    code = segment.get("PART")
    if code:
        reading = in_part(reading, code)
    reading.mod = segment.mod
    return reading


def today_part(segment: Segment) -> Reading:
    """Read this morning, tonight, last night, overnight."""
    day = segment.context.today.earliest
    code = segment.get("PART", "TONIGHT", "OVERNIGHT")
    if segment.has("LAST", "OVERNIGHT"):
        day -= timedelta(days=1)
    return Reading("TIME", cal.part_of(day, code), reference="publication", mod=segment.mod)


def day_part(segment: Segment) -> Reading | None:
    """Read the morning, the next evening, the night of March 3, mid-afternoon yesterday."""
    code, context = segment.get("PART"), segment.context
    if segment.has("MONTH", "FULLDATE"):
        place = segment.at("OF")
        base = calendar(segment.part(place + 1, len(segment.kinds)))
    elif segment.has("WEEKDAY"):
        base = weekday(segment.part(segment.at("WEEKDAY"), len(segment.kinds)))
        if base is not None and base.type == "TIME":
            base.interval = cal.containing(base.interval.earliest, "day")
    elif segment.has("TODAY"):
        base = Reading(
            "DATE", cal.beside(context.today, segment.get("TODAY")), reference="publication"
        )
    else:
        if segment.kinds[0] == "THE" and segment.direction is None:
            before, follower = (
                context.words.lower(segment.first - 1),
                context.words.lower(segment.last),
            )
            if context.words.raw(segment.last - 1)[0].isupper() or follower in ("of", "-"):
                return None
            if before not in ("in", "during", "for", "until", "by", "through"):
                return None
        previous = context.last.get("day")
        anchor = previous or context.today
        shift = {"NEXT": 1, "FOLLOWING": 1, "PREVIOUS": -1}.get(
            next((kind for kind in segment.kinds if kind in ("NEXT", "FOLLOWING", "PREVIOUS")), ""),
            0,
        )
        base = Reading("DATE", cal.beside(anchor, shift),
                       reference="previous" if previous else "publication",
                       note="on the day last mentioned" if previous else "")  # fmt: skip
    if base is None or base.interval is None or base.interval.granularity != "day":
        return None
    reading = in_part(base, code)
    reading.mod = segment.mod
    return reading


def day_beside(segment: Segment) -> Reading | None:
    """Read "the day before last Tuesday" and "the day after Christmas"."""
    place = segment.at("BEFORE", "AFTER")
    day = segment.part(place + 1, len(segment.kinds))
    read = holiday if day.has("HOLIDAY") else calendar if day.has("MONTH", "FULLDATE") else weekday
    reading = read(day)
    if reading is None or reading.interval is None or reading.interval.granularity != "day":
        return None
    sign = 1 if segment.has("AFTER") else -1
    return Reading("DATE", cal.beside(reading.interval, sign), reference=reading.reference,
                   note=reading.note)  # fmt: skip


READERS = {reader.__name__: reader for reader in (today, today_part, day_part, day_beside)}
