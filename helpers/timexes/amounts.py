"""Readers of amounts of time: by themselves, up to now, from now on, at the start of a period."""

from __future__ import annotations

from datetime import datetime

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import last_day, year_in
from helpers.timexes.intervals import Interval
from helpers.timexes.quantities import quantity
from helpers.timexes.readings import Quantity, Reading
from helpers.timexes.vocabulary import CHAR, GRANULARITY


def duration(segment: Segment) -> Reading | None:
    """Read an amount of time by itself, or as a rate ("$5 a year")."""
    words = segment.context.words
    amount = quantity(segment)
    if amount is None:
        return None
    kinds = segment.kinds
    if segment.has("SECOND") and not segment.has("NUMBER", "DAY"):
        return None
    bare_over = kinds[0] == "MORE" and words.lowers[segment.first] == "over"
    if bare_over and (words.lower(segment.first - 1) not in _BEFORE_OVER or kinds[1] == "THE"):
        # "over three years" is a preposition, "for over three years" an amount.
        reading = duration(segment.part(1, len(kinds)))
        if isinstance(reading, Reading) and reading.span is None:
            reading.span = (segment.first + 1, segment.last)
        return reading
    if kinds[0] == "ARTICLE" and len(kinds) == 2 and _is_rate(segment):
        return Reading("SET", quantity=amount, quant="EVERY")
    if kinds[-1] == "OLD":
        return []
    if segment.has("QTR") and (
        segment.has("ARTICLE", "HALF") or words.lower(segment.last) in ("of", "-")
    ):
        return []
    if segment.has("QTRS") and segment.get("NUMBER", "DAY") == 3:
        return []
    one_day = kinds == ["NUMBER", "DY"] and segment.values[0] == 1
    if one_day and words.lower(segment.first - 1) in _MODALS:
        return Reading("DATE", literal="FUTURE_REF", reference="publication")
    if kinds[0] == "THE" and segment.has("VAGUE") and segment.has("DYS"):
        return Reading("DURATION", quantity=amount)
    if len(kinds) == 1 and kinds[0] in ("UNITS", "DYS", "YRS", "CENS", "QTRS"):
        before = words.lower(segment.first - 1)
        if segment.values[0] == "WE":
            return Reading("SET", literal="XXXX-WXX-WE")
        if words.lowers[segment.first] == "weekdays":
            return []
        if before in _NOT_A_COUNT or (kinds[0] == "QTRS"):
            return None
        if words.lower(segment.first - 1) == "-" or words.lower(segment.last) == "'":
            return None
        if _only_differs(segment):
            return None
    if kinds == ["ARTICLE", "UNIT"] and segment.values[1] in ("S",):
        return None
    if kinds == ["ARTICLE", "DY"] and words.lower(segment.last) in (
        "of",
        "in",
        "that",
        "when",
        "care",
    ):
        return None
    day = last_day(segment)
    whole = len(amount.amounts) == 1 and amount.amounts[0][0] and amount.amounts[0][1] in "DWMQY"
    if day is not None and whole:
        return up_to(day, segment, amount)
    return Reading("DURATION", quantity=amount, mod=segment.mod)


def _only_differs(segment: Segment) -> bool:
    """Tell "minutes apart", "by decades" and "a matter of days": near or far, not how long."""
    words, first = segment.context.words, segment.first
    before, after = words.lower(first - 1), words.lower(segment.last)
    if before == "of":
        return words.lower(first - 2) == "matter"
    # "Scarred by decades of war" does say how long.
    return after == "apart" or (before == "by" and after != "of")


_MODALS = frozenset("will would could may might can 'll".split())
_BEFORE_OVER = frozenset(
    "for just after in within of last lasts lasted lasting takes took spent is was well all".split()
)

_NOT_A_COUNT = frozenset(
    "his her their its our my your small early earlier old golden final good bad "
    "war glory business working school first last holy happy hard trading".split()
)

_MONEY_WORDS = frozenset(
    "million billion percent cents cent dollars euros pounds times once twice % thousand "
    "trillion barrels tons people visitors".split()
)


def quarters_of(segment: Segment) -> Reading | None:
    """Read "a quarter of an hour", "three quarters of an hour", "quarter-century"."""
    number = segment.get("NUMBER", "DAY") or 1
    unit = segment.get("CEN", "UNIT")
    if number not in (1, 3) or unit not in ("C", "H"):
        return None
    return Reading("DURATION", quantity=Quantity(((number / 4, unit),)))


def _is_rate(segment: Segment) -> bool:
    """True for "a year" after money, a percentage, a count or "once"."""
    words, index = segment.context.words, segment.first - 1
    for back in range(3):
        lower = words.lower(index - back)
        if not lower:
            return False
        if lower[0] in "$£€" or lower in _MONEY_WORDS or lower.endswith("%"):
            return True
        if words.kind(index - back) == CHAR["NUMBER"]:
            return back == 0 or words.lower(index).endswith("s")
        if lower[0].isdigit() and "." not in lower[-1:]:
            return back == 0 or words.lower(index).endswith("s")
        if lower in (",", ".", "in", "for", "after", "within", "of", "to", "and", "with"):
            return False
    return False


def one_unit(segment: Segment, unit: str) -> Reading:
    """Read "the past decade", "the last hour": one unit up to now."""
    amount = Quantity(((1, unit),))
    return _up_to_now(segment, amount)


def up_to(day: datetime, segment: Segment, amount: Quantity | None = None) -> Reading:
    """Read "the year ended July 31": an amount of time (a year) with its last day."""
    amount = amount or Quantity(((1, "Y"),))
    number, unit = amount.amounts[0]
    granularity = GRANULARITY.get(unit, "day")
    first = cal.shift(day + cal.ONE_DAY, -number, granularity)
    interval = Interval(first, day, granularity)
    return Reading("DURATION", interval, amount, note="up to the day it ended", mod=segment.mod)


def _up_to_now(segment: Segment, amount: Quantity) -> Reading:
    today = segment.context.today
    forth = segment.has("NEXT", "COMING", "FOLLOWING", "AHEAD")
    reading = Reading("DURATION", quantity=amount, reference="publication", mod=segment.mod)
    reading.note = "from publication on" if forth else "up to publication"
    if all(number is not None for number, _ in amount.amounts):
        other = today.earliest
        for number, unit in amount.amounts:
            granularity = "day" if unit == "NI" else GRANULARITY.get(unit, "day")
            number = number * 2 if unit == "FN" else number
            other = cal.shift(
                other, number if forth else -number, granularity if unit != "FN" else "week"
            )
        first, last = sorted((today.earliest, other))
        if amount.amounts[-1][1] in ("H", "MIN", "S"):
            return reading
        reading.interval = Interval(first, last, GRANULARITY.get(amount.amounts[-1][1], "day"))
        if reading.interval.granularity == "part of day":
            reading.interval = reading.interval._replace(granularity="day")
    return reading


def span(segment: Segment) -> Reading | None:
    """Read the past two weeks, the next few days, the weeks ahead."""
    amount = quantity(segment)
    if amount is None:
        return None
    if segment.has("COUPLE") and segment.mod is None:
        reading = _up_to_now(segment, amount)
        reading.mod = "APPROX"
        return reading
    if segment.has("SO"):
        reading = _up_to_now(segment, amount)
        reading.mod = "APPROX"
        return reading
    if not segment.has("NUMBER", "DAY", "ARTICLE", "VAGUE") and segment.has("COMING"):
        return Reading("DATE", literal="FUTURE_REF", reference="publication")
    return _up_to_now(segment, amount)


def first_part(segment: Segment) -> Reading | None:
    """Read "the first nine months (of 1997)"; with a period it becomes an interval as well."""
    ordinal = segment.get("NTH", "ORDINAL", "SECOND", "LAST")
    amount = quantity(_without_ordinal(segment))
    if amount is None:
        return None
    number, unit = amount.amounts[0]
    reading = Reading("DURATION", quantity=amount)
    year = year_in(segment)
    if year and number and unit in ("M", "Q", "W", "D") and ordinal == 1:
        step = {"M": 1, "Q": 3}.get(unit)
        if step and number * step <= 12:
            reading.interval = cal.months(year, 1, int(number * step), GRANULARITY[unit])
    return reading


def _without_ordinal(segment: Segment) -> Segment:
    place = segment.at("NTH", "ORDINAL", "SECOND", "LAST", "FIRSTFEW")
    stop = segment.at("OF")
    first = place if segment.has("FIRSTFEW") else place + 1
    return segment.part(first, stop if stop > first + 1 else len(segment.kinds))


READERS = {reader.__name__: reader for reader in (duration, span, first_part, quarters_of)}
