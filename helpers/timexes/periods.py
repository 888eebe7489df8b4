"""Readers of units seen from publication: last week, the following year, the end of the month."""

from __future__ import annotations

from helpers.timexes import intervals as cal
from helpers.timexes.amounts import one_unit, up_to
from helpers.timexes.context import Segment
from helpers.timexes.dates import calendar, last_day
from helpers.timexes.holidays import nth_weekday
from helpers.timexes.intervals import Interval
from helpers.timexes.readings import Reading
from helpers.timexes.tense import tense
from helpers.timexes.vocabulary import GRANULARITY

_NOUNS = ("UNIT", "YR", "CEN", "WKND", "DY", "QTR")


def relative(segment: Segment) -> Reading | None:
    """Read last, this and next with a unit, from publication or (that, the following) a date before."""
    unit, context = segment.get(*_NOUNS), segment.context
    granularity, direction = GRANULARITY.get(unit), segment.direction
    if unit == "FN":
        granularity = "week"
    if unit in ("H", "MIN", "S") and segment.has("LAST", "PAST", "NEXT"):
        return one_unit(segment, unit)
    if granularity is None or granularity in ("hour", "minute", "second"):
        return None
    if direction is None:
        if not segment.has("EARLIER", "LATER"):
            return None
        direction = 0
    now = cal.containing(context.publication, granularity)
    reference, note = "publication", ""
    base = now
    if segment.anaphoric or (granularity == "day" and segment.has("NEXT") and segment.has("THE")):
        previous = context.before(_AT_LEAST_AS_FINE[granularity])
        if granularity == "day" and not direction and _is_in_month(context.latest, previous):
            month = context.latest
            return Reading("DATE", month, literal=f"{cal.value_of(month)}-XX",
                           reference="previous", note="a day of the month last mentioned")  # fmt: skip
        if previous is not None:
            base = cal.containing(previous.earliest, granularity)
            reference, note = "previous", "counted from the date last mentioned"
        elif granularity == "day" and segment.has("SAME", "THAT"):
            note = "no date before it"
    if granularity == "day" and segment.has("THIS", "CURRENT"):
        return Reading("DATE", base, reference="publication", note="the day of publication")
    if granularity == "day" and segment.has("LAST", "PAST", "COMING", "LATEST"):
        return None
    if granularity == "weekend" and direction < 0 and context.publication.isoweekday() == 7:
        base = now
    if segment.has("PAST") and granularity in ("decade", "century"):
        return one_unit(segment, unit)
    if segment.has("PAST") and segment.has("THIS"):
        direction = -1 if granularity in ("week", "weekend", "month") else direction
    interval = cal.beside(base, direction * (2 if unit == "FN" else 1))
    if segment.has("LATEST"):
        interval = cal.beside(now, -1) if granularity != "week" else now
    mod = segment.mod
    if segment.has("LATER"):
        mod = "END"
    return Reading("DATE", interval, reference=reference, note=note, mod=mod)


def _is_in_month(latest: Interval | None, day: Interval | None) -> bool:
    """Tell "Last October he was named; that same day he fled" from a month with its day."""
    if latest is None or latest.granularity != "month":
        return False
    return day is None or not latest.earliest <= day.earliest <= latest.latest


_FINE = (
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half-year",
    "year",
    "decade",
    "century",
)

_AT_LEAST_AS_FINE = {
    granularity: tuple(reversed(_FINE[: _FINE.index(granularity) + 1])) for granularity in _FINE
} | {"millennium": tuple(reversed(_FINE))}


def two_away(segment: Segment) -> Reading | None:
    """Read "the year before last", "the week after next"."""
    granularity = GRANULARITY.get(segment.get(*_NOUNS))
    if granularity in (None, "second", "minute", "hour"):
        return None
    now = cal.containing(segment.context.publication, granularity)
    step = 2 if segment.has("NEXT") else -2
    return Reading("DATE", cal.beside(now, step), reference="publication")


def unit_of(segment: Segment) -> Reading | None:
    """Read "the week of March 7", "the weekend of 5 March", "the month of May"."""
    unit = segment.get("UNIT", "WKND")
    base = calendar(segment.part(3, len(segment.kinds)))
    if base is None or base.interval is None:
        return None
    granularity = GRANULARITY.get(unit)
    if (granularity, base.interval.granularity) not in (
        ("week", "day"), ("weekend", "day"), ("month", "month")
    ):  # fmt: skip
        return None
    base.interval = cal.containing(base.interval.earliest, granularity)
    base.alternatives = ()
    return base


def nth_week(segment: Segment) -> Reading | None:
    """Read "the first week of May": the ISO weeks of a month are those whose Thursday it holds."""
    place = segment.at("UNIT")
    if segment.values[place] != "W":
        return None
    base = segment.part(place + 2, len(segment.kinds))
    if base.has("MONTH"):
        month = calendar(base)
    else:
        month = relative(base) if base.get("UNIT") == "M" else None
    if month is None or month.interval is None or month.interval.granularity != "month":
        return None
    first = month.interval.earliest
    ordinal = -1 if segment.kinds[1] == "LAST" else segment.get("NTH", "ORDINAL", "SECOND")
    thursday = nth_weekday(first.year, first.month, 4, ordinal)
    if thursday.month != first.month:
        return None
    return Reading("DATE", cal.week_of(thursday), reference=month.reference, note=month.note)


def the_unit(segment: Segment) -> Reading | None:
    """Read the year, the month, the week, the weekend: of publication, if nothing else fits."""
    unit, context = segment.get(*_NOUNS), segment.context
    follower = context.words.lower(segment.last)
    if unit == "Y":
        day = last_day(segment)
        if day is not None and not segment.mod:
            return up_to(day, segment)
        if follower in ("before", "after", "of", "in", "that", "when", "to", "a") or segment.mod:
            return None if not segment.mod else edge(segment)
        base = context.latest
        if segment.has("ENTIRE") and base is not None and base.granularity in ("quarter", "year"):
            return Reading("DATE", cal.year_of(base.earliest.year), reference="previous",
                           note="the year last mentioned")  # fmt: skip
        return Reading("DATE", cal.containing(context.publication, "year"), reference="publication")
    if unit == "D":
        if context.words.lower(segment.first - 1) not in _DAY_VERBS or (
            follower.isalpha()
            and follower not in ("with", "at", "in", "on", "up", "down", "by", "and")
        ):
            return None
        previous = context.last.get("day")
        return Reading("DATE", previous or context.today,
                       reference="previous" if previous else "publication")  # fmt: skip
    if unit == "WE":
        return weekend(segment)
    if unit in ("W", "M") and follower not in (
        "of",
        "before",
        "after",
        "that",
        "when",
        "long",
        "-",
        "in",
    ):
        return Reading(
            "DATE", cal.containing(context.publication, GRANULARITY[unit]), reference="publication"
        )
    return None


_DAY_VERBS = frozenset(
    "end ended ending finish finished finishing close closed start started began begin for".split()
)


def weekend(segment: Segment) -> Reading:
    """Read a weekend without direction: the one before while the week is young, else this one."""
    now = segment.context.publication
    side, _ = tense(segment.context, *segment.whole)
    this = cal.weekend_of(now)
    if side != "future" and now < this.earliest:
        return Reading("DATE", cal.beside(this, -1), reference="publication", note="most recent",
                       alternatives=((this, 0.3),))  # fmt: skip
    return Reading("DATE", this, reference="publication", note="in the week of publication")


def edge(segment: Segment) -> Reading | None:
    """Read the end of the month, year-end, mid-week: the unit, modified."""
    unit, context = segment.get(*_NOUNS), segment.context
    granularity = GRANULARITY.get(unit)
    if granularity in (None, "hour", "minute", "second", "part of day"):
        return None
    if segment.has("PAST") and segment.direction is None:
        return None
    if granularity == "century" and segment.has("THE") and segment.direction is None:
        now = cal.containing(context.publication, "century")
    elif granularity == "quarter" and segment.direction is None and context.reported_quarter:
        now = context.reported_quarter
    else:
        now = cal.containing(context.publication, granularity)
    interval = cal.beside(now, segment.direction or 0)
    return Reading("DATE", interval, reference="publication", mod=segment.mod)


READERS = {
    reader.__name__: reader
    for reader in (
        relative,
        two_away,
        unit_of,
        nth_week,
        the_unit,
        edge,
    )
}
