"""Readers of quarters and halves of a year, and of the quarter a report is about."""

from __future__ import annotations

from datetime import timedelta

from helpers.timexes import intervals as cal
from helpers.timexes.context import Segment
from helpers.timexes.dates import last_day, year_in
from helpers.timexes.intervals import Interval
from helpers.timexes.quantities import quantity
from helpers.timexes.readings import Reading
from helpers.timexes.tense import tense
from helpers.timexes.vocabulary import GRANULARITY


def stated_year(segment: Segment) -> tuple[int | None, str]:
    """Return the year an expression states or leans on, and the reference."""
    year = year_in(segment)
    if year is not None:
        return year, "publication" if segment.has("YR") and not segment.has("YEAR") else "none"
    previous = segment.context.before(("year", "quarter", "month", "day"))
    if segment.has("YR") and segment.direction is not None:
        if segment.anaphoric and previous is not None:
            step = 0 if segment.has("THAT", "SAME") else segment.direction
            return previous.earliest.year + step, "previous"
        return segment.context.publication.year + segment.direction, "publication"
    if segment.has("YR") and not segment.has("FISCAL"):
        return segment.context.publication.year, "publication"
    return None, "publication"


def quarter(segment: Segment) -> Reading | None:
    """Read quarters and halves, in words or as Q3; without a year the nearest that fits the tense."""
    half = segment.has("HALF")
    code = segment.get("QUARTERCODE")
    if code:
        number, half = int(code[0]), code[1] == "H"
        if half and not segment.has("YEAR", "SHORTYEAR", "YR"):
            # Alone, H2 is rather hydrogen or a road than the second half of a year.
            return None
    else:
        place = segment.at("NTH", "ORDINAL", "SECOND", "LAST")
        for spot in range(len(segment.kinds) - 1, -1, -1):
            if segment.kinds[spot] in ("QTR", "HALF"):
                place = max(
                    (
                        at
                        for at in range(spot)
                        if segment.kinds[at] in ("NTH", "ORDINAL", "SECOND", "LAST")
                    ),
                    default=place,
                )
                break
        number = segment.values[place]
        if segment.kinds[place] == "LAST":
            number = 2 if half else 4
    if not 1 <= number <= (2 if half else 4):
        return None
    year, reference = stated_year(segment)
    make = cal.half_of if half else cal.quarter_of
    note = ""
    if year is None:
        interval, note = _nearest(segment, make, number)
    else:
        interval = make(year, number)
    if segment.has("FISCAL"):
        note = "; ".join(filter(None, (note, "fiscal, read as of the calendar year")))
    return Reading("DATE", interval, reference=reference, note=note, mod=segment.mod)


def _nearest(segment: Segment, make, number: int) -> tuple[Interval, str]:
    """Return the quarter or season that has begun last, or begins next after a future verb."""
    context = segment.context
    now = context.publication
    side, cue = tense(context, *segment.whole)
    years = [year for year in (now.year - 1, now.year, now.year + 1) if 1 <= year < 9999]
    intervals = [make(year, number) for year in years]
    begun = [interval for interval in intervals if interval.earliest <= now]
    ahead = [interval for interval in intervals if interval.latest >= now]
    if side == "future" and ahead:
        return ahead[0], f"coming, future by “{cue}”"
    return (begun or intervals)[-1], "most recent"


def month_quarter(segment: Segment) -> Reading | None:
    """Read "the September quarter", as Australian and Indian companies count: the one it ends."""
    number = segment.get("MONTH")
    if number % 3:
        return None
    year, reference = year_in(segment), "none"
    if year is None:
        interval, note = _nearest(segment, cal.quarter_of, number // 3)
        return Reading("DATE", interval, reference="publication", note=note)
    return Reading("DATE", cal.quarter_of(year, number // 3), reference=reference)


def quarters(segment: Segment) -> list[Reading]:
    """Read "the second and fourth quarters": one reading each."""
    places = [
        place for place, kind in enumerate(segment.kinds) if kind in ("NTH", "ORDINAL", "SECOND")
    ]
    places = places[:2]
    year, reference = stated_year(segment)
    readings = []
    for order, place in enumerate(places):
        number = segment.values[place]
        if not 1 <= number <= 4:
            return []
        interval = (
            cal.quarter_of(year, number) if year else _nearest(segment, cal.quarter_of, number)[0]
        )
        first = segment.first + place - (order == 0 and place == 1)
        last = segment.last if order else segment.first + place + 1
        readings.append(Reading("DATE", interval, reference=reference, span=(first, last)))
    return readings


def this_quarter(segment: Segment) -> Reading | None:
    """Read this, last, next, the latest and the quarter: of the calendar, or the one reported on."""
    context = segment.context
    now = cal.containing(context.publication, "quarter")
    reported = context.reported_quarter
    direction = segment.direction
    note, reference = "", "publication"
    if segment.kinds[-1] in ("QTR", "HYPHEN") and context.words.lower(segment.last) == "-":
        return []
    ended = _ended(segment)
    if ended is not None and (direction is None or segment.has("LATEST")):
        interval, note = ended, "the quarter that ended then"
    elif segment.has("YEAR"):
        year = segment.get("YEAR")
        if reported is None:
            return Reading("DATE", cal.year_of(year))
        interval, reference = cal.quarter_of(year, (reported.earliest.month + 2) // 3), "previous"
    elif segment.has("LATEST") or direction is None:
        interval, note = reported, "the quarter last mentioned"
        reference = "previous"
        if interval is None:
            interval, note, reference = cal.beside(now, -1), "the last full quarter", "publication"
    elif segment.has("PERIOD") or segment.has("SAME", "THAT"):
        interval, reference = reported or now, "previous" if reported else "publication"
    elif segment.has("POSS"):
        base = reported or cal.beside(now, -1)
        interval = cal.beside(base, -4)
    else:
        base = reported if segment.anaphoric and reported else now
        interval = cal.beside(base, direction)
        reference = "previous" if base is reported else "publication"
    if segment.has("AGO"):
        interval = cal.beside(interval, -4)
    if segment.has("PERIOD") and reported is None and segment.has("SAME"):
        return None
    return Reading("DATE", interval, reference=reference, note=note)


def _ended(segment: Segment) -> Interval | None:
    """Return the quarter of "the quarter ended July 31": the one most of whose days it shares."""
    day = last_day(segment)
    return day and cal.containing(day - timedelta(days=45), "quarter")


_AMOUNT_KINDS = ("UNITS", "YRS", "QTRS", "DYS")


def year_ago(segment: Segment) -> Reading | None:
    """Read "the year-ago quarter": the reported quarter, a year before."""
    context = segment.context
    if segment.has("YR") and segment.has(*_AMOUNT_KINDS):
        amount = quantity(segment.part(segment.at("AGO", "EARLIER") + 1, len(segment.kinds)))
        if amount is not None:
            return Reading("DURATION", quantity=amount, reference="publication")
    place = segment.at("NTH", "ORDINAL", "SECOND")
    year = context.publication.year - 1
    if place >= 0 and 1 <= segment.values[place] <= 4:
        return Reading("DATE", cal.quarter_of(year, segment.values[place]), reference="publication")
    if segment.has("SAME") and not segment.has("QTR", "PERIOD"):
        unit = GRANULARITY.get(segment.values[segment.at("UNIT", "YR")], "month")
        base = context.before((unit,)) or cal.containing(context.publication, unit)
        stated = year_in(segment) or base.earliest.year - 1
        moved = base.earliest.replace(year=stated, day=min(base.earliest.day, 28))
        return Reading("DATE", cal.containing(moved, unit), reference="previous")
    base = context.reported_quarter
    if base is not None:
        stated = year_in(segment)
        number = (base.earliest.month + 2) // 3
        if stated and not segment.has("LAST", "PREVIOUS"):
            return Reading("DATE", cal.quarter_of(stated, number), reference="previous")
        earlier = base.earliest.year - 1
        return Reading("DATE", cal.quarter_of(earlier, number), reference="previous",
                       note="a year before the quarter reported")  # fmt: skip
    if segment.has("QTR"):
        return Reading("DATE", cal.beside(cal.containing(context.publication, "quarter"), -5),
                       reference="publication")  # fmt: skip
    return Reading("DATE", cal.year_of(year), reference="publication")


READERS = {
    reader.__name__: reader for reader in (quarter, month_quarter, quarters, this_quarter, year_ago)
}
