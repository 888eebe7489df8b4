"""Readers of lists and ranges of days, months, years and weekdays."""

from __future__ import annotations

from datetime import timedelta

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import calendar, dated, year_in
from helpers.timexes.intervals import Interval
from helpers.timexes.readings import Reading
from helpers.timexes.weekdays import bare_weekday


def day_list(segment: Segment) -> list[Reading]:
    """Read "April 24 and 25": one reading for each day, which share month and year."""
    numbers = [place for place, kind in enumerate(segment.kinds) if kind == "DAY"]
    month_number, year = segment.get("MONTH"), year_in(segment)
    follower = segment.context.words.lower(segment.last)
    if (
        segment.kinds[-1] == "DAY"
        and follower.isalpha()
        and follower.endswith("s")
        and len(follower) > 3
    ):
        numbers = numbers[:1]
    readings = []
    for order, place in enumerate(numbers):
        reading = dated(segment, year, month_number, segment.values[place])
        first, last = segment.first + place, segment.first + place + 1
        if segment.kinds[0] == "MONTH" and order == 0:
            first = segment.first
        if segment.kinds[-1] != "DAY" and order == len(numbers) - 1:
            last = segment.last
        reading.span = (first, last)
        readings.append(reading)
    return readings


def joined(first: Interval, last: Interval, reading: Reading) -> Reading | None:
    """Return one reading from the beginning of ``first`` to the end of ``last``."""
    if last.latest < first.earliest:
        return None
    literal = f"{cal.value_of(first)}/{cal.value_of(last)}"
    interval = Interval(first.earliest, last.latest, first.granularity)
    return Reading("DATE", interval, literal=literal, reference=reading.reference, note=reading.note,
                   mod=reading.mod)  # fmt: skip


def day_range(segment: Segment) -> Reading | None:
    places = [place for place, kind in enumerate(segment.kinds) if kind in ("DAY", "NTH")]
    year, number = year_in(segment), segment.get("MONTH")
    first, last = (dated(segment, year, number, segment.values[place]) for place in places[:2])
    if first.interval.granularity != "day" or last.interval.granularity != "day":
        return first
    return joined(first.interval, last.interval, first) or first


def calendar_range(segment: Segment) -> Reading | None:
    middle = segment.at("HYPHEN")
    last = calendar(segment.part(middle + 1, len(segment.kinds)))
    if last is None:
        return None
    left = segment.part(0, middle)
    year = year_in(left) or last.interval.earliest.year
    first = dated(left, year, left.get("MONTH"), left.get("DAY", "NTH", "ORDINAL", "SECOND"))
    return joined(first.interval, last.interval, last) or last


def month_range(segment: Segment) -> Reading | None:
    first, last = (
        value for kind, value in zip(segment.kinds, segment.values, strict=True) if kind == "MONTH"
    )
    reading = dated(segment, year_in(segment), first, None)
    year = reading.interval.earliest.year
    return joined(reading.interval, cal.month_of(year + (last < first), last), reading)


def year_range(segment: Segment) -> Reading | None:
    first = segment.get("YEAR")
    last, others = segment.values[-1], ()
    if segment.kinds[-1] in ("DAY", "NUMBER", "SHORTYEAR"):
        raw = segment.context.words.raw(segment.last - 1).lstrip("'’‘")
        if len(raw) != 2 or not raw.isdecimal():
            return None
        if int(raw) <= first % 100 < 95:
            # "2015-01" can only be a month; "2009-10" is far more often two years.
            return _year_and_month(first, int(raw))
        last = first // 100 * 100 + int(raw) + (100 if int(raw) <= first % 100 else 0)
        if int(raw) <= 12:
            others = ((cal.month_of(first, int(raw)), 0.1),)
    if not first < last <= first + 400:
        return None
    reading = Reading("DATE", note="first and last year")
    result = joined(cal.year_of(first), cal.year_of(last), reading)
    result.alternatives = others
    return result


def _year_and_month(year: int, month: int) -> Reading | None:
    return Reading("DATE", cal.month_of(year, month), note="ISO 8601") if 1 <= month <= 12 else None


def weekday_range(segment: Segment) -> Reading | None:
    numbers = [
        value
        for kind, value in zip(segment.kinds, segment.values, strict=True)
        if kind == "WEEKDAY"
    ]
    first = bare_weekday(segment, numbers[0])
    length = (numbers[1] - numbers[0]) % 7
    end = first.interval.earliest + timedelta(days=length)
    return joined(first.interval, cal.days(end, end, "day"), first)


READERS = {
    reader.__name__: reader
    for reader in (day_list, day_range, calendar_range, month_range, year_range, weekday_range)
}
