"""Readers of years, seasons, decades, centuries, fiscal years and holidays."""

from __future__ import annotations

from helpers.timexes import holidays
from helpers.timexes import intervals as cal
from helpers.timexes.amounts import up_to
from helpers.timexes.context import Segment
from helpers.timexes.dates import full_year, last_day, year_in
from helpers.timexes.quarters import stated_year
from helpers.timexes.readings import Reading
from helpers.timexes.tense import tense
from helpers.timexes.weekdays import in_part

_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


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
            side, cue = tense(context, *segment.whole)
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
        side, _ = tense(segment.context, *segment.whole)
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
    day = last_day(segment)
    if day is not None and not segment.has("YEAR"):
        return up_to(day, segment)
    number, reference = stated_year(segment)
    if segment.has("LATEST"):
        number = segment.context.publication.year - 1
    note = "fiscal year, read as the calendar year it is named after"
    return Reading("DATE", cal.year_of(number or segment.context.publication.year),
                   reference=reference, note=note, mod=segment.mod)  # fmt: skip


READERS = {
    reader.__name__: reader
    for reader in (holiday, season, decade, century, centuries, year, fiscal_year)
}
