"""The dates of holidays: fixed ones, those counted in weekdays, and those that follow the moon.

Easter after the method of Meeus, Jones and Butcher (Julian Easter after Meeus); Jewish holidays by
the arithmetic of the Hebrew calendar; Islamic ones by the tabular calendar, which may be a day off
what is sighted, so they count as approximate.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    >>> easter(2015).isoformat(), easter(1998).isoformat()
    ('2015-04-05', '1998-04-12')
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    (leaps, left), correction = divmod(century, 4), (century + 8) // 25
    moon = (19 * golden + century - leaps - (century - correction + 1) // 3 + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter as a Gregorian date (offset of the calendars for 1900-2099: 13 days).

    >>> orthodox_easter(2015).isoformat()
    '2015-04-12'
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _hebrew_new_year(year: int) -> int:
    """Return the ordinal of 1 Tishri of the Hebrew ``year``."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = months * 29 + parts // 25920
    if 3 * (day + 1) % 7 < 3:
        day += 1
    return day - 1373427


def hebrew_new_year(year: int) -> date:
    """Return Rosh Hashanah of the Gregorian ``year``, with the postponements.

    >>> hebrew_new_year(2015).isoformat(), hebrew_new_year(2023).isoformat()
    ('2015-09-14', '2023-09-16')
    """
    hebrew = year + 3761
    before, here, after = (_hebrew_new_year(hebrew + step) for step in (-1, 0, 1))
    if after - here == 356:
        here += 2
    elif here - before == 382:
        here += 1
    return date.fromordinal(here)


def _passover(year: int) -> date:
    # 15 Nisan lies a fixed 163 days before the next 1 Tishri.
    return hebrew_new_year(year) - timedelta(days=163)


def islamic(year: int, month: int, day: int) -> date | None:
    """Return the first such day of the tabular Islamic calendar within the Gregorian ``year``.

    >>> islamic(2015, 9, 1).isoformat()
    '2015-06-18'
    """
    guess = (year - 622) * 33 // 32
    for lunar in (guess - 1, guess, guess + 1, guess + 2):
        ordinal = 354 * (lunar - 1) + (3 + 11 * lunar) // 30 + 29 * (month - 1) + month // 2 + day
        try:
            found = date.fromordinal(ordinal + 227014)
        except (ValueError, OverflowError):
            continue
        if found.year == year:
            return found
    return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` (from the end when negative) ISO ``weekday`` of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    back = (after.isoweekday() - weekday - 1) % 7 + 1
    return after - timedelta(days=back - 7 * (nth + 1))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday(month: int, weekday: int, nth: int, days: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=days)


def _islamic(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: islamic(year, month, day)


# Spellings, the date of the year, and whether sightings of the moon can move it.
_TABLE: tuple[tuple[str, Callable[[int], date | None], bool], ...] = (
    ("new year's day|new years day|new year 's day", _fixed(1, 1), False),
    ("new year's eve|new years eve|hogmanay", _fixed(12, 31), False),
    ("epiphany|three kings day|three kings' day", _fixed(1, 6), False),
    ("orthodox christmas", _fixed(1, 7), False),
    ("australia day", _fixed(1, 26), False),
    ("groundhog day", _fixed(2, 2), False),
    ("valentine's day|st. valentine's day|valentines day|st valentine's day", _fixed(2, 14), False),
    ("international women's day", _fixed(3, 8), False),
    ("st. patrick's day|st patrick's day|saint patrick's day", _fixed(3, 17), False),
    ("april fools' day|april fool's day|april fools day", _fixed(4, 1), False),
    ("earth day", _fixed(4, 22), False),
    ("anzac day", _fixed(4, 25), False),
    ("st. george's day|st george's day", _fixed(4, 23), False),
    ("may day", _fixed(5, 1), False),
    ("cinco de mayo", _fixed(5, 5), False),
    ("ve day|v-e day", _fixed(5, 8), False),
    ("juneteenth", _fixed(6, 19), False),
    ("canada day", _fixed(7, 1), False),
    ("fourth of july|july fourth|4th of july|july 4th", _fixed(7, 4), False),
    ("bastille day", _fixed(7, 14), False),
    ("halloween|hallowe'en", _fixed(10, 31), False),
    ("all saints' day|all saints day", _fixed(11, 1), False),
    ("all souls' day|all souls day", _fixed(11, 2), False),
    ("guy fawkes night|bonfire night|guy fawkes day", _fixed(11, 5), False),
    ("veterans day|veterans' day|armistice day", _fixed(11, 11), False),
    ("st. andrew's day|st andrew's day", _fixed(11, 30), False),
    ("pearl harbor day", _fixed(12, 7), False),
    ("christmas eve", _fixed(12, 24), False),
    ("christmas day|christmas|xmas", _fixed(12, 25), False),
    ("boxing day|st. stephen's day|st stephen's day", _fixed(12, 26), False),
    ("martin luther king day|martin luther king jr. day|mlk day", _weekday(1, 1, 3), False),
    ("presidents day|presidents' day|president's day", _weekday(2, 1, 3), False),
    ("memorial day", _weekday(5, 1, -1), False),
    ("labor day|labour day", _weekday(9, 1, 1), False),
    ("columbus day|indigenous peoples' day|indigenous peoples day", _weekday(10, 1, 2), False),
    ("election day", _weekday(11, 1, 1, 1), False),
    ("thanksgiving day|thanksgiving", _weekday(11, 4, 4), False),
    ("black friday", _weekday(11, 4, 4, 1), False),
    ("cyber monday", _weekday(11, 4, 4, 4), False),
    ("remembrance sunday", _weekday(11, 7, 2), False),
    ("shrove tuesday|mardi gras|pancake day", _from_easter(-47), False),
    ("ash wednesday", _from_easter(-46), False),
    ("palm sunday", _from_easter(-7), False),
    ("maundy thursday|holy thursday", _from_easter(-3), False),
    ("good friday", _from_easter(-2), False),
    ("holy saturday", _from_easter(-1), False),
    ("easter sunday|easter day|easter", easter, False),
    ("easter monday", _from_easter(1), False),
    ("ascension day|ascension thursday", _from_easter(39), False),
    ("pentecost|whit sunday|whitsun|pentecost sunday", _from_easter(49), False),
    ("whit monday|pentecost monday", _from_easter(50), False),
    ("corpus christi day|feast of corpus christi", _from_easter(60), False),
    ("orthodox easter", orthodox_easter, False),
    ("passover|pesach", _passover, False),
    ("rosh hashanah|rosh hashana|jewish new year", hebrew_new_year, False),
    ("yom kippur", lambda year: hebrew_new_year(year) + timedelta(days=9), False),
    ("sukkot", lambda year: hebrew_new_year(year) + timedelta(days=14), False),
    ("nowruz|norouz|persian new year", _fixed(3, 21), True),
    ("eid al-fitr|eid al fitr|eid ul-fitr", _islamic(10, 1), True),
    ("eid al-adha|eid al adha|eid ul-adha", _islamic(12, 10), True),
    ("ashura", _islamic(1, 10), True),
    ("mawlid", _islamic(3, 12), True),
)  # fmt: skip
NAMES: dict[str, str] = {
    spelling: spellings.split("|")[0] for spellings, _, _ in _TABLE for spelling in spellings.split("|")
}  # fmt: skip
_DATES = {spellings.split("|")[0]: function for spellings, function, _ in _TABLE}
APPROXIMATE = frozenset(spellings.split("|")[0] for spellings, _, moving in _TABLE if moving)


def date_of(name: str, year: int) -> date | None:
    """Return the date of the holiday (a value of ``NAMES``) in ``year``, ``None`` if it has none.

    >>> date_of("thanksgiving day", 1999).isoformat(), date_of("good friday", 2015).isoformat()
    ('1999-11-25', '2015-04-03')
    """
    try:
        return _DATES[name](year)
    except (ValueError, OverflowError):
        return None
