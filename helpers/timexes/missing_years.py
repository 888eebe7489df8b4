"""The year that a date leaves out: of the weekday, of the date beside it, or the nearest that fits."""

from __future__ import annotations

from datetime import date

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.intervals import Interval
from helpers.timexes.tense import tense


def find_year(
    segment: Segment, month: int, number: int | None
) -> tuple[int, str, str, tuple[tuple[Interval, float], ...]]:
    """Return the year of a month (and day), the reference, a remark and other readings."""
    weekday = segment.get("WEEKDAY")
    if number is not None and weekday is not None:
        year = _year_of_weekday(segment, month, number, weekday)
        if year is not None:
            return year, "publication", "nearest year in which the weekday fits", ()
    if segment.direction and number is not None and not segment.has("WEEKDAY"):
        return _year_on_side(segment, month, number), "publication", "", ()
    if (month, number) == (9, 11) and _are_the_attacks(segment):
        return 2001, "none", "the attacks of 2001", ()
    year = _year_of_neighbour(segment)
    if year is not None:
        return year, "none", "year of the date beside it", ()
    year = _year_after_start(segment, month, number)
    if year is not None:
        return year, "previous", "the first after the date it is joined to", ()
    year, note, others = _nearest_year(segment, month, number)
    return year, "publication", note, others


def _year_on_side(segment: Segment, month: int, number: int) -> int:
    """Return the year of "last Oct. 23" or "next May 4": the nearest on that side of publication."""
    today = segment.context.publication
    this = (month, number) < (today.month, today.day)
    if segment.direction < 0:
        return today.year - (not this)
    return today.year + (this or (month, number) == (today.month, today.day))


def _are_the_attacks(segment: Segment) -> bool:
    """Tell "the Sept. 11 (terrorist) attacks", which keep their date in every year after."""
    context = segment.context
    following = {context.words.lower(segment.last + step) for step in (0, 1)}
    return context.publication.year > 2001 and bool(
        following & {"attacks", "attack", "attackers", "hijackings", "hijackers"}
    )


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


def _year_after_start(segment: Segment, month: int, number: int | None) -> int | None:
    """Return the year of July in "from April to July": the first July after that April."""
    context = segment.context
    before = context.segments[context.position - 1] if context.position else None
    if before is None or before[1] != segment.first - 1 or before[3] not in ("month", "calendar"):
        return None
    opened = context.words.lower(before[0] - 1) in ("from", "between")
    start = context.before(("month", "day"))
    if not opened or start is None or context.words.lower(segment.first - 1) not in _JOINTS:
        return None
    begun = start.earliest
    return begun.year + ((month, number or 31) < (begun.month, begun.day))


_JOINTS = ("to", "through", "until", "till", "and", "-", "–")


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
    if not neighbour.has("MONTH"):
        return None
    if neighbour.has("YR") and neighbour.direction is not None:
        return context.publication.year + neighbour.direction
    return neighbour.get("YEAR")


def _nearest_year(segment: Segment, month: int, number: int | None):
    """Return the year that brings month and day nearest to the publication date, biased by tense.

    Newsrooms leave the year out while a date is less than a year away; a past verb moves the
    centre of what is likely two months back, a future one three months ahead.
    """
    context = segment.context
    side, cue = tense(context, *segment.whole)
    if not side and number is None:
        side, cue = tense(context, *segment.whole, reach=3)
    today = context.publication.date()
    # A month in the past tense is over; a day in the past tense may be that of a plan made.
    over = side == "past" and (number is None or cue in ("ended", "since"))
    centre = today.toordinal() + (-135 if over else {"past": -75, "future": 100, "": -20}[side])
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
