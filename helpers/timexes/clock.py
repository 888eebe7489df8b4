"""Readers of clock times, in figures and in words, with zones."""

from __future__ import annotations

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import calendar
from helpers.timexes.intervals import Interval
from helpers.timexes.readings import Reading
from helpers.timexes.vocabulary import CHAR
from helpers.timexes.weekdays import weekday
from helpers.timexes.years import holiday


def moment(segment: Segment) -> Reading | None:
    """Read a clock time, on the date beside it or else on the day last mentioned in the sentence."""
    clock = segment.get("CLOCK", "POINT")
    hour, minute, second = (*clock, None, None)[:3]
    context, code = segment.context, segment.get("PART", "TONIGHT")
    place = segment.at("CLOCK", "POINT")
    if segment.has("MONTH", "FULLDATE"):
        base = calendar(_beside(segment, place, "MONTH", "FULLDATE"))
    elif segment.has("WEEKDAY"):
        base = weekday(_beside(segment, place, "WEEKDAY"))
    elif segment.has("TODAY"):
        base = Reading(
            "DATE", cal.beside(context.today, segment.get("TODAY")), reference="publication"
        )
    elif segment.has("THIS", "TONIGHT"):
        base = Reading("DATE", context.today, reference="publication")
    else:
        base = day_near(segment)
    if base is None or base.interval is None:
        return None
    hour = _in_part(hour, code)
    interval = cal.clock_of(base.interval.earliest, hour, minute, second)
    zone = segment.get("ZONE")
    note = base.note
    if zone is not None:
        sign = "-" if zone < 0 else "+"
        note = "; ".join(
            filter(None, (note, f"local time, UTC{sign}{abs(zone) // 60:02d}:{abs(zone) % 60:02d}"))
        )
    literal = None
    if hour == 24:
        literal = (
            cal.value_of(cal.days(base.interval.earliest, base.interval.earliest, "day")) + "T24:00"
        )
    elif zone == 0:
        literal = cal.value_of(interval) + "Z"
    others = tuple(
        (cal.clock_of(other.earliest, hour, minute, second), weight)
        for other, weight in base.alternatives
        if isinstance(other, Interval)
    )
    return Reading("TIME", interval, literal=literal, mod=segment.mod, reference=base.reference,
                   note=note, alternatives=others)  # fmt: skip


def _beside(segment: Segment, place: int, *kinds: str) -> Segment:
    """Return what stands before or after the clock time at ``place``: the side with the date."""
    if segment.at(*kinds) < place:
        return segment.part(0, place)
    return segment.part(place + 1, len(segment.kinds))


def spoken(segment: Segment) -> Reading | None:
    """Read "half past six", "a quarter to nine", "ten past eight in the morning"."""
    hour = next(
        value for kind, value in zip(segment.kinds[::-1], segment.values[::-1], strict=True)
        if kind in ("NUMBER", "DAY")
    )  # fmt: skip
    first = segment.get("NUMBER", "DAY")
    minute = 30 if segment.has("HALF") else 15 if segment.has("QTR") else first
    if not segment.has("HALF", "QTR", "PAST"):
        # "At 4 in the morning" is a clock time, "4 in the morning session" is a count.
        before = segment.context.words.lower(segment.first - 1)
        if segment.kinds[0] != "APPROX" and before not in _BEFORE_CLOCK:
            return None
        minute = 0
    if not (isinstance(hour, int) and 1 <= hour <= 12 and isinstance(minute, int) and minute < 60):
        return None
    if segment.has("TO"):
        hour, minute = (hour - 1) % 12, 60 - minute
    hour = _in_part(hour, segment.get("PART"))
    base = weekday(segment) if segment.has("WEEKDAY") else day_near(segment)
    if base is None:
        return None
    interval = cal.clock_of(base.interval.earliest, hour, minute)
    return Reading("TIME", interval, reference=base.reference, note=base.note, mod=segment.mod)


_BEFORE_CLOCK = frozenset("at by until till before after past from since between and".split())


def _in_part(hour: int, code: str | None) -> int:
    """Return the hour of 24 that an hour of twelve is in a part of the day."""
    if code in ("AF", "EV", "NI") and hour < 12 and not (code == "NI" and hour < 5):
        return hour + 12
    return hour


def day_near(segment: Segment) -> Reading:
    """Return the day a time of day belongs to: named next in the sentence, else last, else today."""
    context = segment.context
    sentence = context.words.sentence_of(segment.first)
    end = segment.last
    for first, last, _, reader in context.segments[context.position + 1 : context.position + 3]:
        # A full stop in "a.m." before a bracket may have been taken for the end of a sentence.
        bracket = CHAR["PARENTHESIS"] in context.words.kinds[end:first]
        if first - end > 3 or not (bracket or context.words.sentence_of(first) == sentence):
            break
        other = Segment(context, first, last, "")
        read = {"calendar": calendar, "weekday": weekday, "holiday": holiday}.get(reader)
        if read is not None and not other.has("HYPHEN"):
            reading = read(other)
            if reading and reading.interval and reading.interval.granularity == "day":
                return reading
        if other.kinds[0] != "CLOCK":
            break
        if other.has("WEEKDAY", "MONTH", "FULLDATE", "TODAY"):
            # "At 4 in the morning (4 a.m. EDT Thursday)" is one moment told twice.
            reading = moment(other) if bracket else None
            if reading is not None:
                day = cal.containing(reading.interval.earliest, "day")
                return Reading("DATE", day, reference=reading.reference, note=reading.note)
            break
        # "10.35 a.m. (0735 GMT) on Friday": the day comes after the second clock.
        end = last
    previous = context.last.get("day")
    if previous is not None and context.latest_sentence == sentence:
        return Reading("DATE", previous, reference="previous", note="on the day last mentioned")
    return Reading("DATE", context.today, reference="publication", note="on the day of publication")


READERS = {reader.__name__: reader for reader in (moment, spoken)}
