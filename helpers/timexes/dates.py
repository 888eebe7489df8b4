"""Readers of calendar dates: full and partial ones, in words and in figures."""

from __future__ import annotations

import re
from datetime import date, datetime

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.intervals import Interval
from helpers.timexes.missing_years import find_year
from helpers.timexes.readings import Reading
from helpers.timexes.vocabulary import MONTHS

MONTH_NAMES = [name.capitalize() for name in list(MONTHS) if len(name) > 3 or name == "may"]
MONTH_NAMES = [name for name in MONTH_NAMES if name not in ("Sept", "Febr")]


def full_year(short: int, publication_year: int) -> int:
    """Return the four-digit year of '98: the latest that lies at most twenty years ahead."""
    century = publication_year // 100 * 100
    year = century + short
    return year - 100 if year > publication_year + 20 else year


def year_in(segment: Segment) -> int | None:
    year = segment.get("YEAR")
    if year is None and segment.has("SHORTYEAR"):
        year = full_year(segment.get("SHORTYEAR"), segment.context.publication.year)
    if year is None and segment.has("YR") and segment.has("THIS", "LAST", "NEXT"):
        year = segment.context.publication.year + (segment.direction or 0)
    return year


def calendar(segment: Segment) -> Reading | None:
    """Read any order of weekday, day, month and year."""
    if segment.has("FULLDATE"):
        return _figures(segment, segment.get("FULLDATE"))
    month = segment.get("MONTH")
    number = segment.get("DAY", "NTH", "ORDINAL", "SECOND")
    if month is None and segment.has("WEEKDAY"):
        return month_day(segment)
    if _counts_noun(segment):
        return None
    year = year_in(segment)
    reading = dated(segment, year, month, number)
    if reading is not None:
        reading.mod = segment.mod
    return reading


def _counts_noun(segment: Segment) -> bool:
    """Tell "last June 12 people died" and "in June 12 people died" from "on June 12 people sang"."""
    words = segment.context.words
    of_month = segment.kinds[0] in ("LAST", "PAST") or words.lower(segment.first - 1) == "in"
    if segment.kinds[-1] != "DAY" or not of_month:
        return False
    noun = words.lower(segment.last)
    return noun in _COUNTED or (noun.isalpha() and noun[-1:] == "s" and len(noun) > 3)


_COUNTED = frozenset("people men women children more others million billion percent".split())


def dated(segment: Segment, year: int | None, month: int, number: int | None) -> Reading | None:
    """Return the reading of a month, with a day and a year if they are given."""
    if number is not None and not 1 <= number <= 31:
        number = None
    reference, note, others = "none", "", ()
    if year is None:
        year, reference, note, others = find_year(segment, month, number)
    if number is None:
        return Reading("DATE", cal.month_of(year, month), reference=reference, note=note,
                       alternatives=others)  # fmt: skip
    try:
        interval = cal.day_of(year, month, number)
    except ValueError:
        note = f"{number} {MONTH_NAMES[month - 1]} {year} does not exist, read as the month"
        return Reading("DATE", cal.month_of(year, month), reference=reference, note=note)
    return Reading("DATE", interval, reference=reference, note=note, alternatives=others)


def last_day(segment: Segment) -> datetime | None:
    """Return the day of "ended July 31" or "ending July 31" right after an expression."""
    context = segment.context
    joint = context.words.lower(segment.last)
    # "the year to 30 June", but not "a week to Sunday".
    if joint not in ("ended", "ending") and not (joint == "to" and segment.kinds[0] == "THE"):
        return None
    following = context.segments[context.position + 1 : context.position + 2]
    if not following or following[0][0] - segment.last > 2 or following[0][3] != "calendar":
        return None
    reading = calendar(Segment(context, following[0][0], following[0][1], ""))
    if reading is None or reading.interval.granularity != "day":
        return None
    return reading.interval.earliest


def _figures(segment: Segment, raw: str) -> Reading | None:
    """Read ISO and numeric dates; where day and month could be exchanged, say so."""
    if re.match(r"\d{4}-", raw):
        numbers = [int(part) for part in re.findall(r"\d+", raw)[:6]]
        place = segment.first + segment.at("FULLDATE")
        named = segment.context.words.raw(place) == "9/11"
        if named and segment.context.publication.date() <= date(*numbers):
            return None
        try:
            if len(numbers) > 3:
                interval = cal.clock_of(date(*numbers[:3]), *numbers[3:6])
                return Reading("TIME", interval, note="ISO 8601")
            return Reading("DATE", cal.day_of(*numbers), note="ISO 8601")
        except ValueError:
            return None
    first, second, third = (int(part) for part in re.split(r"[/.-]", raw))
    if first > 99:
        readings = [(first, second, third)]
    else:
        year = third
        if third < 100 and len(re.split(r"[/.-]", raw)[2]) == 2:
            year = full_year(third, segment.context.publication.year)
        american = "/" in raw or "-" in raw
        orders = [(year, first, second), (year, second, first)]
        readings = orders if american else orders[::-1]
    valid = [interval for parts in readings if (interval := _valid(parts)) is not None]
    if not valid or not 1000 <= valid[0].earliest.year <= 2999:
        return None
    if len(readings) > 1 and len(readings[0:1]) and "." in raw and not re.search(r"\d{4}", raw):
        return None
    if len(valid) == 1 or valid[0] == valid[1]:
        return Reading("DATE", valid[0], note="numeric date")
    today = segment.context.publication
    ranked = sorted(valid, key=lambda interval: abs((interval.earliest - today).days) > 366)
    order = (
        "month first"
        if ranked[0] == _valid((valid[0].earliest.year, first, second))
        else "day first"
    )
    return Reading("DATE", ranked[0], note=f"numeric date, {order}; the other order is possible",
                   alternatives=((ranked[1], 0.4),))  # fmt: skip


def _valid(parts: tuple[int, int, int]) -> Interval | None:
    try:
        return cal.day_of(*parts)
    except ValueError:
        return None


def month(segment: Segment) -> Reading | None:
    number, today = segment.get("MONTH"), segment.context.publication
    direction = segment.direction
    if direction is None or segment.has("THAT", "SAME"):
        reading = dated(segment, None, number, None)
    else:
        year = today.year
        if direction < 0 and number >= today.month:
            year -= 1
        elif direction > 0 and number <= today.month:
            year += 1
        elif direction == 0 and segment.has("PAST") and number > today.month:
            year -= 1
        note = {-1: "the last such month", 0: "of this year", 1: "the next such month"}[direction]
        reading = Reading("DATE", cal.month_of(year, number), reference="publication", note=note)
    reading.mod = segment.mod
    return reading


def month_in_year(segment: Segment) -> Reading | None:
    year = year_in(segment)
    if year is None:
        previous = segment.context.before(("year", "month", "quarter", "season", "day"))
        if previous is None:
            return None
        year = previous.earliest.year
    number = segment.get("MONTH")
    interval = (
        cal.month_of(year, number) if number else cal.season_of(year, segment.get("SEASON", "FALL"))
    )
    return Reading("DATE", interval, reference="publication", mod=segment.mod)


def month_day(segment: Segment) -> Reading | None:
    """Read "the 13th" or "Friday the 13th": in the month last mentioned, else near publication."""
    number, context = segment.get("NTH"), segment.context
    if number is None or not 1 <= number <= 31:
        return None
    words = context.words
    after = words.lower(segment.last)
    alone = not after.isalpha() or after in (
        "and",
        "or",
        "when",
        "at",
        "with",
        "but",
        "as",
        "to",
        "he",
        "she",
        "it",
        "they",
    )
    if segment.kinds[0] == "THE" and not (
        alone
        and words.lower(segment.first - 1)
        in ("on", "by", "until", "since", "from", "before", "after", "of", "to")
    ):
        return None
    previous = context.before(("month", "day"))
    base = previous.earliest if previous else context.publication
    candidates = []
    for step in range(-2, 3):
        moved = cal.shift(base.replace(day=1), step, "month")
        interval = _valid((moved.year, moved.month, number))
        if interval and segment.get("WEEKDAY") in (None, interval.earliest.isoweekday()):
            candidates.append((abs(step), step, interval))
    if not candidates:
        return None
    interval = min(candidates)[2]
    return Reading("DATE", interval, reference="previous" if previous else "publication",
                   note="in the month last mentioned" if previous else "in the month of publication")  # fmt: skip


READERS = {reader.__name__: reader for reader in (calendar, month, month_in_year, month_day)}
