"""Stretches of the calendar: made from its units, moved by them, printed as TIMEX3, read back."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
# First month of each season of the northern hemisphere; winter belongs to the year it begins in.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Hours of the parts of a day: first hour and length. TIMEX3 leaves them open; these are ours.
PARTS_OF_DAY = {
    "MO": (6, 6),
    "MI": (11, 3),
    "AF": (12, 6),
    "DT": (8, 10),
    "EV": (18, 4),
    "NI": (20, 10),
}


class Interval(NamedTuple):
    """A stretch of time: first and last moment, both inclusive, and the unit it is stated in.

    For a day or anything longer both ends are midnights: of the first and of the last day.
    """

    earliest: datetime
    latest: datetime
    granularity: str


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins; times of the calendar carry no zone."""
    return datetime.combine(day, time())


def days(first: date, last: date, granularity: str) -> Interval:
    """Return the stretch from ``first`` to ``last`` inclusive."""
    return Interval(midnight(first), midnight(last), granularity)


def day_of(year: int, month: int, number: int) -> Interval:
    """Raises ``ValueError`` for a day that the calendar does not have."""
    moment = midnight(date(year, month, number))
    return Interval(moment, moment, "day")


def months(year: int, month: int, length: int, granularity: str) -> Interval:
    """Return ``length`` months from the given one on; ``month`` may lie outside 1-12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + length - 2) // 12, (month + length - 2) % 12 + 1
    last = midnight(date(end_year, end_month, monthrange(end_year, end_month)[1]))
    return Interval(midnight(date(year, month, 1)), last, granularity)


def month_of(year: int, month: int) -> Interval:
    return months(year, month, 1, "month")


def quarter_of(year: int, quarter: int) -> Interval:
    return months(year, 3 * quarter - 2, 3, "quarter")


def half_of(year: int, half: int) -> Interval:
    return months(year, 6 * half - 5, 6, "half-year")


def season_of(year: int, code: str) -> Interval:
    return months(year, SEASON_STARTS[code], 3, "season")


def year_of(year: int) -> Interval:
    return Interval(midnight(date(year, 1, 1)), midnight(date(year, 12, 31)), "year")


def decade_of(decade: int) -> Interval:
    """Return the ten years that share their first three digits (``199``: 1990-1999)."""
    return Interval(
        midnight(date(max(decade * 10, 1), 1, 1)), midnight(date(decade * 10 + 9, 12, 31)), "decade"
    )


def century_of(century: int) -> Interval:
    """Return the hundred years that share their first two digits (``19``: 1900-1999).

    TIMEX3 writes the 20th century as 19, so its interval here begins in 1900, not in 1901.
    """
    first = midnight(date(max(century * 100, 1), 1, 1))
    return Interval(first, midnight(date(century * 100 + 99, 12, 31)), "century")


def week_of(day: date) -> Interval:
    """Return the ISO week (Monday to Sunday) that holds ``day``."""
    monday = midnight(day) - (day.isoweekday() - 1) * ONE_DAY
    return Interval(monday, monday + 6 * ONE_DAY, "week")


def weekend_of(day: date) -> Interval:
    """Return the Saturday and Sunday of the ISO week that holds ``day``."""
    sunday = week_of(day).latest
    return Interval(sunday - ONE_DAY, sunday, "weekend")


def part_of(day: date, code: str) -> Interval:
    """Return a part of a day; the night runs into the next morning."""
    hour, length = PARTS_OF_DAY[code]
    first = midnight(day) + timedelta(hours=hour)
    return Interval(first, first + timedelta(hours=length, seconds=-1), "part of day")


def clock_of(
    day: date, hour: int, minute: int | None = None, second: int | None = None
) -> Interval:
    """Return the hour, minute or second of the clock; 24:00 is the midnight that ends ``day``."""
    length = 3600 if minute is None else 60 if second is None else 1
    first = midnight(day) + timedelta(hours=hour, minutes=minute or 0, seconds=second or 0)
    if hour == 24:
        length = 60 if minute is None else length
    granularity = {3600: "hour", 60: "minute", 1: "second"}[length]
    return Interval(first, first + timedelta(seconds=length - 1), granularity)


def containing(day: date, granularity: str) -> Interval:
    """Return the calendar unit of the given granularity that holds ``day``."""
    if granularity == "week":
        return week_of(day)
    if granularity == "weekend":
        return weekend_of(day)
    if granularity == "month":
        return month_of(day.year, day.month)
    if granularity == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if granularity == "season":
        code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
        return season_of(day.year - (day.month < 3), code)
    if granularity == "half-year":
        return half_of(day.year, 1 + day.month // 7)
    if granularity == "year":
        return year_of(day.year)
    if granularity == "decade":
        return decade_of(day.year // 10)
    if granularity == "century":
        return century_of(day.year // 100)
    if granularity == "millennium":
        first = day.year // 1000 * 1000
        return Interval(
            midnight(date(max(first, 1), 1, 1)), midnight(date(first + 999, 12, 31)), "millennium"
        )
    return days(day, day, "day")


_MONTHS_PER = {"month": 1, "quarter": 3, "season": 3, "half-year": 6, "year": 12, "decade": 120,
               "century": 1200, "millennium": 12000}  # fmt: skip


def shift(moment: datetime, amount: float, granularity: str) -> datetime:
    """Return ``moment`` moved by ``amount`` units; the day is cut to the length of the month.

    Raises ``ValueError`` or ``OverflowError`` outside the years 1-9999.
    """
    if granularity in _MONTHS_PER:
        count = moment.year * 12 + moment.month - 1 + round(amount * _MONTHS_PER[granularity])
        year, month = divmod(count, 12)
        last = monthrange(year, month + 1)[1]
        return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
    step = {"week": timedelta(days=7), "weekend": timedelta(days=7), "hour": timedelta(hours=1),
            "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}  # fmt: skip
    return moment + amount * step.get(granularity, ONE_DAY)


def beside(interval: Interval, amount: int) -> Interval:
    """Return the unit that lies ``amount`` units after (before, when negative) ``interval``."""
    moved = shift(interval.earliest, amount, interval.granularity)
    return containing(moved, interval.granularity)


def value_of(interval: Interval) -> str:
    """Return the TIMEX3 value of an interval, which names its first moment and its unit.

    >>> value_of(week_of(date(2016, 1, 1))), value_of(quarter_of(2015, 3)), value_of(decade_of(199))
    ('2015-W53', '2015-Q3', '199')
    """
    first, granularity = interval.earliest, interval.granularity
    if granularity == "day":
        return f"{first:%Y-%m-%d}".zfill(10)
    year = f"{first.year:04d}"
    if granularity == "year":
        return year
    if granularity == "month":
        return f"{year}-{first.month:02d}"
    if granularity in ("week", "weekend"):
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if granularity == "weekend" else "")
    if granularity == "quarter":
        return f"{year}-Q{(first.month + 2) // 3}"
    if granularity == "half-year":
        return f"{year}-H{1 + first.month // 7}"
    if granularity == "season":
        return f"{year}-" + ("WI", "SP", "SU", "FA")[first.month % 12 // 3]
    if granularity in ("decade", "century", "millennium"):
        return year[: {"decade": 3, "century": 2, "millennium": 1}[granularity]]
    day = f"{year}-{first.month:02d}-{first.day:02d}"
    if granularity == "part of day":
        codes = {hour: code for code, (hour, _) in PARTS_OF_DAY.items()}
        return f"{day}T{codes[first.hour]}"
    return day + first.strftime({"hour": "T%H", "minute": "T%H:%M"}.get(granularity, "T%H:%M:%S"))


_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<century>\d\d)(?:(?P<decade>\d)(?P<year>\d)?)?"
    r"(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7])|(?P<weekend>-WE))?|Q(?P<quarter>[1-4])"
    r"|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?:(?P<part>MO|MI|AF|DT|EV|NI)|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"(?:Z|[+-]\d\d(?::?\d\d)?)?))?"
)


def interval_of(value: str) -> Interval | None:
    """Return the interval that a TIMEX3 value of type DATE or TIME states, ``None`` if it states none.

    Durations, sets, ``PRESENT_REF`` and its kin and values whose year is unknown have no interval;
    a value with unknown later parts (``2015-01-XX``) has that of its known parts, a range
    (``2015-01-11/2015-01-13``) that from its first to its last day. Values follow TimeML 1.2.1
    (Pustejovsky et al. 2003), weeks ISO 8601.

    >>> interval_of("2015-W02").earliest.isoformat(), interval_of("P3D")
    ('2015-01-05T00:00:00', None)
    """
    if "/" in value:
        first, last = (interval_of(part) for part in value.split("/", 1))
        if first is None or last is None or last.latest < first.earliest:
            return None
        return Interval(first.earliest, last.latest, first.granularity)
    known = re.sub(r"(?:-W?X.*|(?<=\d)X+$)", "", value)
    match = _VALUE.fullmatch(known)
    if match is None or match["bc"]:
        return None
    try:
        return _from_parts(match)
    except (ValueError, OverflowError):
        return None


def _from_parts(match: re.Match) -> Interval:
    part = match.groupdict()
    if part["year"] is None:
        if part["decade"] is None:
            return century_of(int(part["century"]))
        return decade_of(int(part["century"] + part["decade"]))
    year = int(part["century"] + part["decade"] + part["year"])
    day = None
    if part["week"]:
        weekday = int(part["weekday"] or 1)
        day = date.fromisocalendar(year, int(part["week"]), weekday)
        if part["weekend"]:
            return weekend_of(day)
        if not part["weekday"]:
            return week_of(day)
    elif part["quarter"]:
        return quarter_of(year, int(part["quarter"]))
    elif part["half"]:
        return half_of(year, int(part["half"]))
    elif part["season"]:
        return season_of(year, part["season"])
    elif part["day"]:
        day = date(year, int(part["month"]), int(part["day"]))
    elif part["month"]:
        return day_of(year, int(part["month"]), 1) and month_of(year, int(part["month"]))
    else:
        return year_of(year)
    if part["part"]:
        return part_of(day, part["part"])
    if part["hour"]:
        numbers = [int(part[name]) if part[name] else None for name in ("hour", "minute", "second")]
        if numbers[0] > 24 or (numbers[1] or 0) > 59 or (numbers[2] or 0) > 59:
            raise ValueError(part["hour"])
        return clock_of(day, *numbers)
    return days(day, day, "day")
