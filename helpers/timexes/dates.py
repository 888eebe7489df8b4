"""Readers of calendar dates: full and partial ones, weekdays, months, years, ranges, clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from helpers.timexes import intervals as cal
from helpers.timexes.context import Context, Reading, Segment, tense
from helpers.timexes.intervals import Interval
from helpers.timexes.vocabulary import MONTHS, WEEKDAYS

MONTH_NAMES = [name.capitalize() for name in list(MONTHS) if len(name) > 3 or name == "may"]
MONTH_NAMES = [name for name in MONTH_NAMES if name not in ("Sept", "Febr")]
WEEKDAY_NAMES = [name.capitalize() for name in WEEKDAYS if len(name) > 5]


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
    year = year_in(segment)
    reading = dated(segment, year, month, number)
    if reading is not None:
        reading.mod = segment.mod
    return reading


def dated(segment: Segment, year: int | None, month: int, number: int | None) -> Reading | None:
    """Return the reading of a month, with a day and a year if they are given."""
    if number is not None and not 1 <= number <= 31:
        number = None
    reference, note, others = "none", "", ()
    weekday_number = segment.get("WEEKDAY")
    if year is None and number is not None and weekday_number is not None:
        year = _year_of_weekday(segment, month, number, weekday_number)
        if year is not None:
            note, reference = "nearest year in which the weekday fits", "publication"
    if year is None:
        year = _year_of_neighbour(segment)
        if year is not None:
            note = "year of the date beside it"
    if year is None:
        year, note, others = nearest_year(segment, month, number)
        reference = "publication"
    if number is None:
        return Reading("DATE", cal.month_of(year, month), reference=reference, note=note,
                       alternatives=others)  # fmt: skip
    try:
        interval = cal.day_of(year, month, number)
    except ValueError:
        note = f"{number} {MONTH_NAMES[month - 1]} {year} does not exist, read as the month"
        return Reading("DATE", cal.month_of(year, month), reference=reference, note=note)
    return Reading("DATE", interval, reference=reference, note=note, alternatives=others)


def _year_of_weekday(segment: Segment, month: int, number: int, weekday_number: int) -> int | None:
    """Return the year nearest to publication in which the date falls on the weekday stated."""
    publication = segment.context.publication
    fitting = [
        (abs((interval.earliest - publication).days), year)
        for year in range(max(1, publication.year - 6), min(9999, publication.year + 6))
        if (interval := _day_or_month(year, month, number)) is not None
        and interval.earliest.isoweekday() == weekday_number
    ]
    return min(fitting)[1] if fitting else None


def _year_of_neighbour(segment: Segment) -> int | None:
    """Return the year of a date joined on the right ("from March 5 to April 2, 1996")."""
    context = segment.context
    if context.position + 1 >= len(context.segments):
        return None
    first, last = context.segments[context.position + 1][:2]
    between = [context.words.lower(index) for index in range(segment.last, first)]
    if len(between) > 1 or not set(between) <= {"to", "and", "until", "or", "-", "–", "through"}:
        return None
    neighbour = Segment(context, first, last, "")
    return neighbour.get("YEAR") if neighbour.has("MONTH") else None


def nearest_year(segment: Segment, month: int, number: int | None):
    """Return the year that brings month and day nearest to the publication date, biased by tense.

    Newsrooms leave the year out while a date is less than a year away; a past verb moves the
    centre of what is likely two months back, a future one three months ahead.
    """
    context = segment.context
    side, cue = tense(context, segment.first, segment.last)
    today = context.publication.date()
    centre = today.toordinal() + {"past": -75, "future": 100, "": -20}[side]
    middle = min(number or 15, 28)
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    if month == 2 and number == 29:
        leaps = [year for year in range(today.year - 4, today.year + 5) if 1 <= year <= 9999]
        years = [
            year for year in leaps if year % 4 == 0 and (year % 100 or year % 400 == 0)
        ] or years
    ranked = sorted(
        years, key=lambda year: (abs(date(year, month, middle).toordinal() - centre), year)
    )
    if number is None and not side and today.month == month:
        ranked.sort(key=lambda year: year != today.year)
    note = f"year nearest to the publication date, {side} by “{cue}”" if side else (
        "year nearest to the publication date"
    )  # fmt: skip
    others: tuple = ()
    if len(ranked) > 1:
        near, far = (abs(date(year, month, middle).toordinal() - centre) for year in ranked[:2])
        weight = round(near / (near + far), 2) if near + far else 0.0
        if weight >= 0.2:
            other = _day_or_month(ranked[1], month, number)
            others = ((other, weight),) if other is not None else ()
    return ranked[0], note, others


def _day_or_month(year: int, month: int, number: int | None) -> Interval | None:
    try:
        return cal.month_of(year, month) if number is None else cal.day_of(year, month, number)
    except ValueError:
        return None


def _figures(segment: Segment, raw: str) -> Reading | None:
    """Read ISO and numeric dates; where day and month could be exchanged, say so."""
    if re.match(r"\d{4}-", raw):
        numbers = [int(part) for part in re.findall(r"\d+", raw)[:6]]
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


def _range(first: Interval, last: Interval, reading: Reading) -> Reading | None:
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
    return _range(first.interval, last.interval, first) or first


def calendar_range(segment: Segment) -> Reading | None:
    middle = segment.at("HYPHEN")
    last = calendar(segment.part(middle + 1, len(segment.kinds)))
    if last is None:
        return None
    left = segment.part(0, middle)
    year = year_in(left) or last.interval.earliest.year
    first = dated(left, year, left.get("MONTH"), left.get("DAY", "NTH", "ORDINAL", "SECOND"))
    return _range(first.interval, last.interval, last) or last


def month_range(segment: Segment) -> Reading | None:
    first, last = (
        value for kind, value in zip(segment.kinds, segment.values, strict=True) if kind == "MONTH"
    )
    reading = dated(segment, year_in(segment), first, None)
    year = reading.interval.earliest.year
    return _range(reading.interval, cal.month_of(year + (last < first), last), reading)


def year_range(segment: Segment) -> Reading | None:
    first = segment.get("YEAR")
    last = segment.values[-1]
    if segment.kinds[-1] in ("DAY", "NUMBER", "SHORTYEAR"):
        raw = segment.context.words.raw(segment.last - 1).lstrip("'’‘")
        if len(raw) != 2 or not raw.isdecimal():
            return None
        last = first // 100 * 100 + int(raw) + (100 if int(raw) < first % 100 else 0)
    if not first < last <= first + 400:
        return None
    reading = Reading("DATE", note="first and last year")
    return _range(cal.year_of(first), cal.year_of(last), reading)


def weekday_range(segment: Segment) -> Reading | None:
    numbers = [
        value
        for kind, value in zip(segment.kinds, segment.values, strict=True)
        if kind == "WEEKDAY"
    ]
    first = _weekday(segment, numbers[0])
    length = (numbers[1] - numbers[0]) % 7
    end = first.interval.earliest + timedelta(days=length)
    return _range(first.interval, cal.days(end, end, "day"), first)


def _weekday(segment: Segment, number: int) -> Reading:
    """Return the day of a bare weekday: the most recent one unless the clause looks ahead."""
    today = segment.context.publication
    back = (today.isoweekday() - number) % 7
    side, cue = tense(segment.context, segment.first, segment.last)
    past, coming = today - timedelta(days=back), today + timedelta(days=7 - back)
    if back == 0:
        day, other, weight = past, coming if side == "future" else past - timedelta(days=7), 0.1
    elif side == "future":
        day, other, weight = coming, past, 0.25
    elif side == "past":
        day, other, weight = past, coming, 0.05
    else:
        day, other, weight = past, coming, 0.15
    note = ("most recent" if day <= today else "coming") + (f", {side} by “{cue}”" if side else "")
    return Reading("DATE", cal.days(day, day, "day"), reference="publication", note=note,
                   alternatives=((cal.days(other, other, "day"), weight),))  # fmt: skip


def weekday(segment: Segment) -> Reading | None:
    """Read a weekday with what stands around it: last, next, that, last week, morning."""
    number, today = segment.get("WEEKDAY"), segment.context.publication
    if segment.has("UNIT"):
        if segment.get("UNIT") != "W":
            return _weekday(segment, number)
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
        day = today - timedelta(days=back)
        reading = Reading("DATE", cal.days(day, day, "day"), reference="publication",
                          note="the one before the publication date")  # fmt: skip
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
        reading = _weekday(segment, number)
    code = segment.get("PART", "TONIGHT")
    if code:
        reading = in_part(reading, code)
    reading.mod = segment.mod
    return reading


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


def moment(segment: Segment) -> Reading | None:
    """Read a clock time, on the date beside it or else on the day last mentioned in the sentence."""
    clock = segment.get("CLOCK", "POINT")
    hour, minute, second = (*clock, None, None)[:3]
    context, code = segment.context, segment.get("PART", "TONIGHT")
    place = segment.at("CLOCK", "POINT")
    if segment.has("MONTH", "FULLDATE"):
        without = segment.part(0, place) if place else segment.part(1, len(segment.kinds))
        base = calendar(without)
    elif segment.has("WEEKDAY"):
        base = weekday(segment.part(0, place) if place and not segment.has("APPROX") else
                       segment.part(place + 1, len(segment.kinds)))  # fmt: skip
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
    if code in ("AF", "EV", "NI") and hour < 12 and not (code == "NI" and hour < 5):
        hour += 12
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


def spoken(segment: Segment) -> Reading | None:
    """Read "half past six", "a quarter to nine", "ten past eight in the morning"."""
    hour = next(
        value for kind, value in zip(segment.kinds[::-1], segment.values[::-1], strict=True)
        if kind in ("NUMBER", "DAY")
    )  # fmt: skip
    first = segment.get("NUMBER", "DAY")
    minute = 30 if segment.has("HALF") else 15 if segment.has("QTR") else first
    if not (isinstance(hour, int) and 1 <= hour <= 12 and isinstance(minute, int) and minute < 60):
        return None
    if segment.has("TO"):
        hour, minute = (hour - 1) % 12, 60 - minute
    if segment.get("PART") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    base = weekday(segment) if segment.has("WEEKDAY") else day_near(segment)
    if base is None:
        return None
    interval = cal.clock_of(base.interval.earliest, hour, minute)
    return Reading("TIME", interval, reference=base.reference, note=base.note)


def day_near(segment: Segment) -> Reading:
    """Return the day a time of day belongs to: named next in the sentence, else last, else today."""
    context = segment.context
    sentence = context.words.sentence_of(segment.first)
    ahead = context.segments[context.position + 1 : context.position + 2]
    for first, last, _, reader in ahead:
        if context.words.sentence_of(first) == sentence and first - segment.last <= 3:
            other = Segment(context, first, last, "")
            if reader in ("calendar", "weekday") and not other.has("HYPHEN"):
                reading = calendar(other) if reader == "calendar" else weekday(other)
                if reading and reading.interval and reading.interval.granularity == "day":
                    return reading
    previous = context.last.get("day")
    if previous is not None and context.latest_sentence == sentence:
        return Reading("DATE", previous, reference="previous", note="on the day last mentioned")
    return Reading("DATE", context.today, reference="publication", note="on the day of publication")


READERS = {
    name: globals()[name]
    for name in (
        "calendar", "month", "month_in_year", "month_day", "day_list", "day_range",
        "calendar_range", "month_range", "year_range", "weekday_range", "weekday", "nth_weekday",
        "moment", "spoken",
    )
}  # fmt: skip
__all__ = ["READERS", "Context"]
