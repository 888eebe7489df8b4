"""Readers of weekdays: bare, last, next, of a week, the second of a month."""

from __future__ import annotations

from datetime import datetime, timedelta

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import calendar
from helpers.timexes.readings import Reading
from helpers.timexes.tense import tense


def bare_weekday(segment: Segment, number: int) -> Reading:
    """Return the day of a bare weekday: the most recent one unless the clause looks ahead."""
    today = segment.context.publication
    begun = _range_start(segment)
    if begun is not None:
        day = begun + timedelta(days=(number - begun.isoweekday()) % 7 or 7)
        return Reading("DATE", cal.days(day, day, "day"), reference="previous",
                       note="the first after the day it is joined to")  # fmt: skip
    back = (today.isoweekday() - number) % 7
    side, cue = tense(segment.context, *segment.whole)
    if not side:
        side, cue = tense(segment.context, *segment.whole, reach=2)
    past, coming = today - timedelta(days=back), today + timedelta(days=7 - back)
    if back == 0:
        day, other, weight = past, coming if side == "future" else past - timedelta(days=7), 0.1
    elif side == "future":
        day, other, weight = coming, past, 0.3
    elif side == "past":
        day, other, weight = past, coming, 0.05
    else:
        day, other, weight = past, coming, 0.1
    note = ("most recent" if day <= today else "coming") + (f", {side} by “{cue}”" if side else "")
    return Reading("DATE", cal.days(day, day, "day"), reference="publication", note=note,
                   alternatives=((cal.days(other, other, "day"), weight),))  # fmt: skip


def _range_start(segment: Segment) -> datetime | None:
    """Return the day on which "from Friday through Sunday" or "next Tuesday and Wednesday" begins.

    Only a day to come draws the one after "and" along: of past days each is the most recent.
    """
    context = segment.context
    before = context.segments[context.position - 1] if context.position else None
    if before is None or before[1] != segment.first - 1 or before[3] != "weekday":
        return None
    last, join = context.last.get("day"), context.words.lower(segment.first - 1)
    if last is None or join not in (*_UP_TO, "and", "or"):
        return None
    if join in _UP_TO and context.words.lower(before[0] - 1) != "from":
        return None
    return last.earliest if join in _UP_TO or last.earliest > context.publication else None


def _is_any(segment: Segment) -> bool:
    """Tell "it was a Tuesday" from "a Tuesday news conference", which is one of a week known."""
    words = segment.context.words
    if words.lower(segment.first - 1) != "a" or not set(segment.kinds) <= {"WEEKDAY", "PART"}:
        return False
    follower = words.lower(segment.last)
    return not follower[:1].isalnum() or follower in (
        "in",
        "when",
        "and",
        "or",
        "but",
        "of",
        "that",
    )


_UP_TO = ("to", "through", "thru", "until", "till")


def weekday(segment: Segment) -> Reading | None:
    """Read a weekday with what stands around it: last, next, that, last week, morning."""
    number, today = segment.get("WEEKDAY"), segment.context.publication
    if _is_any(segment):
        code = segment.get("PART")
        literal = f"XXXX-WXX-{number}" + (f"T{code}" if code else "")
        return Reading("TIME" if code else "DATE", literal=literal, note="a day not said")
    if segment.has("UNIT"):
        if segment.get("UNIT") != "W":
            return bare_weekday(segment, number)
        monday = cal.week_of(today).earliest + timedelta(days=7 * (segment.direction or 0))
        day = monday + timedelta(days=number - 1)
        reading = Reading("DATE", cal.days(day, day, "day"), reference="publication",
                          note="in that ISO week")  # fmt: skip
    elif segment.has("THAT", "SAME", "PREVIOUS", "FOLLOWING"):
        previous = segment.context.before(("day",))
        base = previous.earliest if previous else today
        back = (base.isoweekday() - number) % 7
        if segment.has("FOLLOWING"):
            day = base + timedelta(days=7 - back)
        elif segment.has("PREVIOUS"):
            day = base - timedelta(days=back or 7)
        else:
            day = base - timedelta(days=back)
        reading = Reading("DATE", cal.days(day, day, "day"),
                          reference="previous" if previous else "publication",
                          note="counted from the day last mentioned" if previous else "")  # fmt: skip
    elif segment.has("LAST", "PAST"):
        back = (today.isoweekday() - number) % 7 or 7
        day, others = today - timedelta(days=back), ()
        if back < today.isoweekday() and back < 7:
            week_before = day - timedelta(days=7)
            others = ((cal.days(week_before, week_before, "day"), 0.2),)
        reading = Reading("DATE", cal.days(day, day, "day"), reference="publication",
                          note="the one before the publication date",
                          alternatives=others)  # fmt: skip
    elif segment.has("NEXT", "COMING"):
        ahead = (number - today.isoweekday()) % 7 or 7
        day = today + timedelta(days=ahead)
        note, others = "the one after the publication date", ()
        if segment.has("NEXT") and not segment.has("THE") and number > today.isoweekday():
            # A day of the running week would be "Thursday" or "this Thursday".
            others = ((cal.days(day, day, "day"), 0.4),)
            day, note = day + timedelta(days=7), "the one in the week after publication"
        reading = Reading("DATE", cal.days(day, day, "day"), reference="publication", note=note,
                          alternatives=others)  # fmt: skip
    elif segment.has("THIS"):
        day = cal.week_of(today).earliest + timedelta(days=number - 1)
        reading = Reading("DATE", cal.days(day, day, "day"), reference="publication",
                          note="in the week of publication")  # fmt: skip
    else:
        reading = bare_weekday(segment, number)
    code = segment.get("PART", "TONIGHT")
    if code:
        reading = in_part(reading, code)
    reading.mod = segment.mod
    return reading


def weekday_week(segment: Segment) -> Reading | None:
    """Read the British "on Monday week": a week after the coming Monday."""
    before = segment.context.words.lower(segment.first - 1)
    if segment.get("UNIT") != "W" or before not in ("on", "by", "until", "till"):
        return None
    today = segment.context.publication
    ahead = (segment.get("WEEKDAY") - today.isoweekday()) % 7 or 7
    day = today + timedelta(days=ahead + 7)
    return Reading("DATE", cal.days(day, day, "day"), reference="publication",
                   note="a week after the coming one")  # fmt: skip


def in_part(reading: Reading, code: str) -> Reading:
    """Return the reading of a day narrowed to a part of the day."""
    reading.alternatives = tuple(
        (cal.part_of(other.earliest, code), weight) for other, weight in reading.alternatives
    )
    reading.interval = cal.part_of(reading.interval.earliest, code)
    reading.type = "TIME"
    return reading


def nth_weekday(segment: Segment) -> Reading | None:
    """Read "the last Friday of this month" and "the second Tuesday of May 2014"."""
    from helpers.timexes.holidays import nth_weekday as find

    today = segment.context.publication
    order = segment.kinds.index("WEEKDAY")
    ordinal = next(
        value if kind != "LAST" else -1
        for kind, value in zip(segment.kinds[:order], segment.values[:order], strict=True)
        if kind in ("NTH", "ORDINAL", "SECOND", "LAST")
    )
    rest = segment.part(order + 1, len(segment.kinds))
    if rest.has("MONTH"):
        base = calendar(rest).interval.earliest
    elif rest.get("UNIT") == "M":
        base = cal.shift(today.replace(day=1), rest.direction or 0, "month")
    else:
        return None
    day = find(base.year, base.month, segment.get("WEEKDAY"), ordinal)
    if day.month != base.month:
        return None
    return Reading("DATE", cal.days(day, day, "day"), reference="publication")


READERS = {reader.__name__: reader for reader in (weekday, weekday_week, nth_weekday)}
