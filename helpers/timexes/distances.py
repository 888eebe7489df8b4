"""Readers of what lies an amount of time away: ago, later, earlier, from now."""

from __future__ import annotations

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.intervals import Interval
from helpers.timexes.quantities import quantity
from helpers.timexes.readings import Quantity, Reading
from helpers.timexes.vocabulary import GRANULARITY


def _moved(base: Interval, amount: Quantity, sign: int) -> Interval | None:
    """Return the moment an amount away from ``base``, as coarse as the finest unit of the amount."""
    moment = base.earliest
    finest = None
    for number, unit in amount.amounts:
        if number is None:
            return None
        number, unit = (number * 2, "W") if unit == "FN" else (number, unit)
        granularity = "day" if unit == "NI" else GRANULARITY.get(unit, "day")
        if granularity in ("day", "week") and number != int(number):
            number = number * (7 if granularity == "week" else 1)
            granularity = "day"
        if granularity == "year" and number != int(number):
            number, granularity = number * 12, "month"
        moment = cal.shift(moment, sign * number, granularity)
        finest = granularity
    if finest in ("hour", "minute", "second"):
        return cal.containing(moment, "day")
    if finest in ("half-year",):
        finest = "month"
    return cal.containing(moment, finest)


def ago(segment: Segment) -> Reading | None:
    """Read an amount of time ago; as coarse as its unit."""
    context = segment.context
    amount = quantity(segment)
    if amount is None or any(number is None for number, _ in amount.amounts):
        return Reading("DATE", literal="PAST_REF", reference="publication")
    if amount.amounts == ((1, "Y"),) and context.reported_quarter is not None:
        earlier = cal.beside(context.reported_quarter, -4)
        return Reading("DATE", earlier, reference="previous", mod=segment.mod,
                       note="a year before the quarter reported")  # fmt: skip
    interval = _moved(Interval(context.publication, context.publication, "day"), amount, -1)
    mod = segment.mod
    if segment.has("SO", "COUPLE"):
        mod = "APPROX"
    if segment.has("TODAY"):
        day = cal.shift(
            context.today.earliest, -amount.amounts[0][0], GRANULARITY[amount.amounts[0][1]]
        )
        interval = cal.containing(day, "day")
    elif segment.has("THIS") and segment.has("UNIT") and segment.kinds[-1] == "UNIT":
        unit = GRANULARITY.get(segment.values[-1], "day")
        number, step = amount.amounts[0]
        day = cal.shift(context.today.earliest, -number, GRANULARITY.get(step, "day"))
        interval = cal.containing(day, unit) if unit in ("week", "month") else interval
    return Reading("DATE", interval, reference="publication", mod=mod)


def later(segment: Segment) -> Reading | None:
    """Read an amount of time later or earlier: counted from the date last mentioned."""
    context = segment.context
    mod = segment.part(0, len(segment.kinds) - 1).mod
    amount = quantity(segment)
    if amount is None:
        return None
    if segment.has("FROM", "TIMEWORD"):
        interval = _moved(context.today, amount, 1)
        if interval is None:
            return Reading("DATE", literal="FUTURE_REF", reference="publication")
        return Reading("DATE", interval, reference="publication", mod=mod)
    inexact = any(number is None for number, _ in amount.amounts)
    if inexact or amount.amounts[-1][1] in ("H", "MIN", "S"):
        # "a few minutes later" states how long, not when: TimeML leaves the signal outside.
        return Reading("DURATION", quantity=amount, mod=mod,
                       span=(segment.first, segment.last - 1))  # fmt: skip
    sign = 1 if segment.has("LATER") else -1
    unit = amount.amounts[-1][1]
    granularity = GRANULARITY.get(unit, "day")
    if unit == "Y" and sign < 0 and amount.amounts == ((1, "Y"),) and context.reported_quarter:
        return ago(segment.part(0, len(segment.kinds) - 1))
    finer = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month"),
             "year": ("year", "month", "day", "quarter")}.get(granularity, ("day", "month", "year"))  # fmt: skip
    previous = context.before(finer)
    if previous is None:
        interval = _moved(context.today, amount, sign)
        return Reading("DATE", interval, reference="publication", mod=mod)
    interval = _moved(previous, amount, sign)
    if granularity in ("week",) and previous.granularity == "day":
        interval = cal.containing(
            cal.shift(previous.earliest, sign * amount.amounts[0][0], "week"), "week"
        )
    note = (
        "counted back, earlier than the date last mentioned"
        if sign < 0
        else "counted from the date last mentioned"
    )
    return Reading("DATE", interval, reference="previous", mod=mod, note=note)


READERS = {reader.__name__: reader for reader in (ago, later)}
