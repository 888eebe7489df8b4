"""Readers of what leans on the publication date or an earlier one: today, last week, quarters, seasons."""

from __future__ import annotations

from datetime import timedelta

from helpers.timexes import holidays
from helpers.timexes import intervals as cal
from helpers.timexes.context import Reading, Segment, tense
from helpers.timexes.dates import calendar, full_year, in_part, weekday, year_in
from helpers.timexes.intervals import Interval
from helpers.timexes.vocabulary import GRANULARITY

_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def today(segment: Segment) -> Reading:
    offset = segment.get("TODAY")
    reading = Reading("DATE", cal.beside(segment.context.today, offset), reference="publication")
    code = segment.get("PART")
    if code:
        reading = in_part(reading, code)
    reading.mod = segment.mod
    return reading


def today_part(segment: Segment) -> Reading:
    """Read this morning, tonight, last night, overnight."""
    day = segment.context.today.earliest
    code = segment.get("PART", "TONIGHT", "OVERNIGHT")
    if segment.has("LAST", "OVERNIGHT"):
        day -= timedelta(days=1)
    return Reading("TIME", cal.part_of(day, code), reference="publication", mod=segment.mod)


def day_part(segment: Segment) -> Reading | None:
    """Read the morning, the next evening, the night of March 3, mid-afternoon yesterday."""
    code, context = segment.get("PART"), segment.context
    if segment.has("MONTH", "FULLDATE"):
        place = segment.at("OF")
        base = calendar(segment.part(place + 1, len(segment.kinds)))
    elif segment.has("WEEKDAY"):
        base = weekday(segment.part(segment.at("WEEKDAY"), len(segment.kinds)))
        if base is not None and base.type == "TIME":
            base.interval = cal.containing(base.interval.earliest, "day")
    elif segment.has("TODAY"):
        base = Reading(
            "DATE", cal.beside(context.today, segment.get("TODAY")), reference="publication"
        )
    else:
        if segment.kinds[0] == "THE" and segment.direction is None:
            before, follower = (
                context.words.lower(segment.first - 1),
                context.words.lower(segment.last),
            )
            if context.words.raw(segment.last - 1)[0].isupper() or follower in ("of", "-"):
                return None
            if before not in ("in", "during", "for", "until", "by", "through"):
                return None
        previous = context.last.get("day")
        anchor = previous or context.today
        shift = {"NEXT": 1, "FOLLOWING": 1, "PREVIOUS": -1}.get(
            next((kind for kind in segment.kinds if kind in ("NEXT", "FOLLOWING", "PREVIOUS")), ""),
            0,
        )
        base = Reading("DATE", cal.beside(anchor, shift),
                       reference="previous" if previous else "publication",
                       note="on the day last mentioned" if previous else "")  # fmt: skip
    if base is None or base.interval is None or base.interval.granularity != "day":
        return None
    reading = in_part(base, code)
    reading.mod = segment.mod
    return reading


def holiday(segment: Segment) -> Reading | None:
    name, context = segment.get("HOLIDAY"), segment.context
    year, reference, note, others = year_in(segment), "none", name, ()
    if year is None:
        reference = "publication"
        this = context.publication.date()
        near = [
            day
            for step in (-1, 0, 1)
            if 1 < this.year + step < 9999 and (day := holidays.date_of(name, this.year + step))
        ]
        if not near:
            return None
        direction = segment.direction
        if direction is not None and direction < 0:
            near = [day for day in near if day < this] or near
            found = near[-1]
        elif direction is not None and direction > 0:
            near = [day for day in near if day > this] or near
            found = near[0]
        else:
            side, cue = tense(context, segment.first, segment.last)
            centre = this.toordinal() + {"past": -60, "future": 90, "": 0}[side]
            found = min(near, key=lambda day: (abs(day.toordinal() - centre), day))
            note += f", nearest to the publication date{f', {side} by “{cue}”' if side else ''}"
    else:
        found = holidays.date_of(name, year)
    if found is None:
        return None
    if segment.has("UNIT") and segment.get("UNIT") == "W":
        return Reading("DATE", cal.week_of(found), reference=reference, note=note)
    if segment.has("WKND"):
        return Reading("DATE", cal.weekend_of(found), reference=reference, note=note)
    mod = "APPROX" if name in holidays.APPROXIMATE else segment.mod
    reading = Reading("DATE", cal.days(found, found, "day"), reference=reference, note=note, mod=mod,
                      alternatives=others)  # fmt: skip
    return in_part(reading, segment.get("PART")) if segment.has("PART") else reading


def _stated_year(segment: Segment) -> tuple[int | None, str]:
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
    year, reference = _stated_year(segment)
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
    side, cue = tense(context, segment.first, segment.last)
    years = [year for year in (now.year - 1, now.year, now.year + 1) if 1 <= year < 9999]
    intervals = [make(year, number) for year in years]
    begun = [interval for interval in intervals if interval.earliest <= now]
    ahead = [interval for interval in intervals if interval.latest >= now]
    if side == "future" and ahead:
        return ahead[0], f"coming, future by “{cue}”"
    return (begun or intervals)[-1], "most recent"


def quarters(segment: Segment) -> list[Reading]:
    """Read "the second and fourth quarters": one reading each."""
    places = [
        place for place, kind in enumerate(segment.kinds) if kind in ("NTH", "ORDINAL", "SECOND")
    ]
    places = places[:2]
    year, reference = _stated_year(segment)
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
    context = segment.context
    if context.words.lower(segment.last) not in ("ended", "ending"):
        return None
    following = context.segments[context.position + 1 : context.position + 2]
    if not following or following[0][0] - segment.last > 2 or following[0][3] != "calendar":
        return None
    reading = calendar(Segment(context, following[0][0], following[0][1], ""))
    if reading is None or reading.interval.granularity != "day":
        return None
    return cal.containing(reading.interval.earliest - timedelta(days=45), "quarter")


def year_ago(segment: Segment) -> Reading | None:
    """Read "the year-ago quarter": the reported quarter, a year before."""
    context = segment.context
    if segment.has("YR") and segment.has(*_AMOUNT_KINDS):
        from helpers.timexes.amounts import quantity

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
        earlier = base.earliest.year - (base.earliest.year > year)
        return Reading("DATE", cal.quarter_of(earlier, number), reference="previous",
                       note="a year before the quarter reported")  # fmt: skip
    if segment.has("QTR"):
        return Reading("DATE", cal.beside(cal.containing(context.publication, "quarter"), -5),
                       reference="publication")  # fmt: skip
    return Reading("DATE", cal.year_of(year), reference="publication")


def season(segment: Segment) -> Reading | None:
    """Read the summer of 2014, last winter, the spring: seasons of the northern hemisphere."""
    code = segment.get("SEASON", "FALL")
    now = segment.context.publication
    if segment.has("YEAR", "SHORTYEAR"):
        year = segment.get("YEAR") or full_year(segment.get("SHORTYEAR"), now.year)
        return Reading("DATE", cal.season_of(year, code), mod=segment.mod)
    reference = "publication"
    if segment.anaphoric and segment.context.latest is not None:
        now, reference = segment.context.latest.earliest, "previous"
    years = range(max(now.year - 2, 1), min(now.year + 3, 9998))
    around = [cal.season_of(year, code) for year in years]
    ended = [interval for interval in around if interval.latest < now]
    begun = [interval for interval in around if interval.earliest <= now]
    ahead = [interval for interval in around if interval.earliest > now]
    direction = segment.direction
    if segment.has("PAST") or direction == -1:
        chosen = ended[-1:]
    elif direction == 1:
        chosen = ahead[:1]
    elif direction == 0:
        chosen = [cal.season_of(now.year - (code == "WI" and now.month < 3), code)]
    else:
        side, _ = tense(segment.context, segment.first, segment.last)
        running = begun and begun[-1].latest >= now
        chosen = ahead[:1] if side == "future" and not running else begun[-1:]
    if not chosen:
        return None
    return Reading("DATE", chosen[0], reference=reference, mod=segment.mod,
                   note=_SEASON_NAMES[code] + " of the northern hemisphere")  # fmt: skip


def decade(segment: Segment) -> Reading | None:
    value, now = segment.get("DECADE"), segment.context.publication
    if value < 0:
        value = -value - 1
    if value < 100:
        spelled = segment.context.words.lower(segment.first - 1)
        hundred = {"nineteen": 190, "eighteen": 180, "twenty": 200}.get(spelled)
        value = (hundred or now.year // 100 * 10) + value
        value -= 10 * (hundred is None and value * 10 > now.year)
    return Reading("DATE", cal.decade_of(value), mod=segment.mod)


def century(segment: Segment) -> Reading | None:
    number = segment.get("NTH", "ORDINAL", "SECOND")
    if not 1 <= number <= 30:
        return None
    if str(segment.get("ERA")).startswith("b"):
        return Reading("DATE", literal=f"BC{number - 1:02d}", mod=segment.mod)
    return Reading("DATE", cal.century_of(number - 1), mod=segment.mod)


def centuries(segment: Segment) -> list[Reading]:
    """Read "the 19th and 20th centuries": one reading each."""
    places = [
        place for place, kind in enumerate(segment.kinds) if kind in ("NTH", "ORDINAL", "SECOND")
    ]
    if not all(1 <= segment.values[place] <= 30 for place in places):
        return []
    split = segment.first + places[0] + 1
    spans = ((segment.first, split), (segment.first + places[1], segment.last))
    return [
        Reading("DATE", cal.century_of(segment.values[place] - 1), span=span)
        for place, span in zip(places, spans, strict=True)
    ]


def year(segment: Segment) -> Reading | None:
    if str(segment.get("ERA")).startswith("b"):
        number = segment.get("YEAR", "DAY", "NUMBER")
        whole = isinstance(number, int) and 0 < number < 10000
        return Reading("DATE", literal=f"BC{number:04d}") if whole else None
    number = segment.get("YEAR")
    if number is None and segment.has("SHORTYEAR"):
        number = full_year(segment.get("SHORTYEAR"), segment.context.publication.year)
    if number is None:
        number = segment.get("DAY", "NUMBER")
    if not isinstance(number, int) or not 1 <= number <= 9999:
        return None
    mod = segment.mod
    if segment.rule == "year and later":
        mod = "ON_OR_AFTER"
    return Reading("DATE", cal.year_of(number), mod=mod)


def fiscal_year(segment: Segment) -> Reading:
    number, reference = _stated_year(segment)
    note = "fiscal year, read as the calendar year it is named after"
    return Reading("DATE", cal.year_of(number or segment.context.publication.year),
                   reference=reference, note=note, mod=segment.mod)  # fmt: skip


_AMOUNT_KINDS = ("UNITS", "YRS", "QTRS", "DYS")
_UNIT_KINDS = ("UNIT", "YR", "CEN", "WKND", "DY", "QTR")


def relative(segment: Segment) -> Reading | None:
    """Read last, this and next with a unit, from publication or (that, the following) a date before."""
    unit, context = segment.get(*_UNIT_KINDS), segment.context
    granularity, direction = GRANULARITY.get(unit), segment.direction
    if unit == "FN":
        granularity = "week"
    if granularity is None or granularity in ("hour", "minute", "second"):
        if segment.has("THIS", "THAT", "SAME", "NEXT", "LAST", "PAST") and unit in (
            "H",
            "MIN",
            "S",
        ):
            if segment.has("LAST", "PAST", "NEXT"):
                from helpers.timexes.amounts import one_unit

                return one_unit(segment, unit)
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
        from helpers.timexes.amounts import one_unit

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


def the_unit(segment: Segment) -> Reading | None:
    """Read the year, the month, the week, the weekend: of publication, if nothing else fits."""
    unit, context = segment.get(*_UNIT_KINDS), segment.context
    follower = context.words.lower(segment.last)
    if unit == "Y":
        if follower in ("before", "after", "of", "in", "that", "when", "to", "a") or segment.mod:
            return None if not segment.mod else edge(segment)
        base = context.latest
        if segment.has("ENTIRE") and base is not None and base.granularity in ("quarter", "year"):
            return Reading("DATE", cal.year_of(base.earliest.year), reference="previous",
                           note="the year last mentioned")  # fmt: skip
        return Reading("DATE", cal.containing(context.publication, "year"), reference="publication")
    if unit == "D":
        if (
            context.words.lower(segment.first - 1) not in _DAY_VERBS
            or follower.isalpha()
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
    side, _ = tense(segment.context, segment.first, segment.last)
    this = cal.weekend_of(now)
    if side != "future" and now < this.earliest:
        return Reading("DATE", cal.beside(this, -1), reference="publication", note="most recent",
                       alternatives=((this, 0.3),))  # fmt: skip
    return Reading("DATE", this, reference="publication", note="in the week of publication")


def edge(segment: Segment) -> Reading | None:
    """Read the end of the month, year-end, mid-week: the unit, modified."""
    unit, context = segment.get(*_UNIT_KINDS), segment.context
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
    name: globals()[name]
    for name in (
        "today", "today_part", "day_part", "holiday", "quarter", "quarters", "this_quarter",
        "year_ago", "season", "decade", "century", "centuries", "year", "fiscal_year", "relative", "the_unit",
        "edge",
    )
}  # fmt: skip
