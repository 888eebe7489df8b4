"""Readers of amounts of time, of repeated times, and of a vague past, present and future."""

from __future__ import annotations

from helpers.timexes import intervals as cal
from helpers.timexes.context import Quantity, Reading, Segment
from helpers.timexes.dates import calendar, year_in
from helpers.timexes.intervals import Interval
from helpers.timexes.vocabulary import CHAR, GRANULARITY

_UNIT_KINDS = ("UNIT", "UNITS", "DY", "DYS", "QTR", "QTRS", "YR", "YRS", "CEN", "CENS", "WKND")
_COUNTS = ("NUMBER", "DAY", "ARTICLE", "VAGUE", "COUPLE", "HALF", "ADDITIONAL", "FIRSTFEW")


def quantity(segment: Segment) -> Quantity | None:
    """Return the amount of time of a segment, ``None`` when it states no unit."""
    parts: list[list] = []
    number: float | None = None
    seen, ranged, joined = False, False, False
    kinds, values = segment.kinds, segment.values
    for place, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        if kind in ("NUMBER", "DAY"):
            if (
                seen
                and place
                and kinds[place - 1] in ("TO", "OR", "HYPHEN", "AND")
                and number != value
            ):
                ranged = True
            number, seen = value, True
        elif kind in ("ARTICLE", "ADDITIONAL"):
            if not seen:
                number, seen = 1, True
        elif kind in ("VAGUE", "FIRSTFEW"):
            number, seen = None, True
        elif kind == "COUPLE":
            number, seen = 2, True
        elif kind == "HALF":
            after_unit = parts and not any(k in _UNIT_KINDS + ("SECOND",) for k in kinds[place:])
            if after_unit:
                parts[-1][0] = (parts[-1][0] or 0) + 0.5
            elif (
                seen and place and kinds[place - 1] in ("AND", "ARTICLE") and "AND" in kinds[:place]
            ):
                number = (number or 0) + 0.5
            else:
                number, seen = 0.5, True
        elif kind in _UNIT_KINDS or kind == "SECOND":
            unit = "S" if kind == "SECOND" else value
            if not seen:
                number = None
            if not (parts and not seen):
                parts.append([None if ranged else number, unit])
            seen, ranged, number = False, False, None
            joined = True
    if not joined:
        return None
    return Quantity(tuple((number, unit) for number, unit in parts if unit is not None))


def _moved(base: Interval, amount: Quantity, sign: int) -> Interval | None:
    """Return the moment an amount away from ``base``, as coarse as the finest unit of the amount."""
    moment = base.earliest
    finest = None
    for number, unit in amount.amounts:
        if number is None:
            return None
        number, unit = (number * 2, "W") if unit == "FN" else (number, unit)
        granularity = "day" if unit == "NI" else GRANULARITY.get(unit, "day")
        if granularity in ("day", "week") and number != int(number):
            number = number * (7 if granularity == "week" else 1)
            granularity = "day"
        if granularity == "year" and number != int(number):
            number, granularity = number * 12, "month"
        moment = cal.shift(moment, sign * number, granularity)
        finest = granularity
    if finest in ("hour", "minute", "second"):
        return cal.containing(moment, "day")
    if finest in ("half-year",):
        finest = "month"
    return cal.containing(moment, finest)


def duration(segment: Segment) -> Reading | None:
    """Read an amount of time by itself, or as a rate ("$5 a year")."""
    words = segment.context.words
    amount = quantity(segment)
    if amount is None:
        return None
    kinds = segment.kinds
    if segment.has("SECOND") and not segment.has("NUMBER", "DAY"):
        return None
    if kinds[0] == "MORE" and words.raw(segment.first).lower() == "over":
        # "over three years" is a preposition, "for over three years" an amount.
        if words.lower(segment.first - 1) not in _BEFORE_OVER or kinds[1] == "THE":
            reading = duration(segment.part(1, len(kinds)))
            if isinstance(reading, Reading) and reading.span is None:
                reading.span = (segment.first + 1, segment.last)
            return reading
    if kinds[0] == "ARTICLE" and len(kinds) == 2 and _is_rate(segment):
        return Reading("SET", quantity=amount, quant="EVERY")
    if kinds[-1] == "OLD":
        return []
    if segment.has("QTR") and (
        segment.has("ARTICLE", "HALF") or words.lower(segment.last) in ("of", "-")
    ):
        return []
    if segment.has("QTRS") and segment.get("NUMBER", "DAY") == 3:
        return []
    if kinds[:1] == ["NUMBER"] and kinds[1:] == ["DY"] and segment.values[0] == 1:
        if words.lower(segment.first - 1) in (
            "will",
            "would",
            "could",
            "may",
            "might",
            "can",
            "'ll",
        ):
            return Reading("DATE", literal="FUTURE_REF", reference="publication")
    if kinds[0] == "THE" and segment.has("VAGUE") and segment.has("DYS"):
        return Reading("DURATION", quantity=amount)
    if len(kinds) == 1 and kinds[0] in ("UNITS", "DYS", "YRS", "CENS", "QTRS"):
        before = words.lower(segment.first - 1)
        if before in _NOT_A_COUNT or (kinds[0] == "QTRS"):
            return None
        if words.lower(segment.first - 1) == "-" or words.lower(segment.last) == "'":
            return None
    if kinds == ["ARTICLE", "UNIT"] and segment.values[1] in ("S",):
        return None
    if kinds == ["ARTICLE", "DY"] and words.lower(segment.last) in (
        "of",
        "in",
        "that",
        "when",
        "care",
    ):
        return None
    return Reading("DURATION", quantity=amount, mod=segment.mod)


_BEFORE_OVER = frozenset(
    "for just after in within of last lasts lasted lasting takes took spent is was well all".split()
)
_NOT_A_COUNT = frozenset(
    "his her their its our my your early earlier old golden final good bad "
    "war glory business working school first last holy happy hard trading".split()
)
_MONEY_WORDS = frozenset(
    "million billion percent cents cent dollars euros pounds times once twice % thousand "
    "trillion barrels tons people visitors".split()
)


def _is_rate(segment: Segment) -> bool:
    """True for "a year" after money, a percentage, a count or "once"."""
    words, index = segment.context.words, segment.first - 1
    for back in range(3):
        lower = words.lower(index - back)
        if not lower:
            return False
        if lower[0] in "$£€" or lower in _MONEY_WORDS or lower.endswith("%"):
            return True
        if words.kind(index - back) == CHAR["NUMBER"]:
            return back == 0 or words.lower(index).endswith("s")
        if lower[0].isdigit() and "." not in lower[-1:]:
            return back == 0 or words.lower(index).endswith("s")
        if lower in (",", ".", "in", "for", "after", "within", "of", "to", "and", "with"):
            return False
    return False


def one_unit(segment: Segment, unit: str) -> Reading:
    """Read "the past decade", "the last hour": one unit up to now."""
    amount = Quantity(((1, unit),))
    return _up_to_now(segment, amount)


def _up_to_now(segment: Segment, amount: Quantity) -> Reading:
    today = segment.context.today
    forth = segment.has("NEXT", "COMING", "FOLLOWING", "AHEAD")
    reading = Reading("DURATION", quantity=amount, reference="publication", mod=segment.mod)
    reading.note = "from publication on" if forth else "up to publication"
    if all(number is not None for number, _ in amount.amounts):
        other = today.earliest
        for number, unit in amount.amounts:
            granularity = "day" if unit == "NI" else GRANULARITY.get(unit, "day")
            number = number * 2 if unit == "FN" else number
            other = cal.shift(
                other, number if forth else -number, granularity if unit != "FN" else "week"
            )
        first, last = sorted((today.earliest, other))
        if amount.amounts[-1][1] in ("H", "MIN", "S"):
            return reading
        reading.interval = Interval(first, last, GRANULARITY.get(amount.amounts[-1][1], "day"))
        if reading.interval.granularity == "part of day":
            reading.interval = reading.interval._replace(granularity="day")
    return reading


def span(segment: Segment) -> Reading | None:
    """Read the past two weeks, the next few days, the weeks ahead."""
    amount = quantity(segment)
    if amount is None:
        return None
    if segment.has("COUPLE") and segment.mod is None:
        reading = _up_to_now(segment, amount)
        reading.mod = "APPROX"
        return reading
    if segment.has("SO"):
        reading = _up_to_now(segment, amount)
        reading.mod = "APPROX"
        return reading
    if not segment.has("NUMBER", "DAY", "ARTICLE", "VAGUE") and segment.has("COMING"):
        return Reading("DATE", literal="FUTURE_REF", reference="publication")
    return _up_to_now(segment, amount)


def first_part(segment: Segment) -> Reading | None:
    """Read "the first nine months (of 1997)"; with a period it becomes an interval as well."""
    ordinal = segment.get("NTH", "ORDINAL", "SECOND", "LAST")
    amount = quantity(_without_ordinal(segment))
    if amount is None:
        return None
    number, unit = amount.amounts[0]
    reading = Reading("DURATION", quantity=amount)
    year = year_in(segment)
    if year and number and unit in ("M", "Q", "W", "D") and ordinal == 1:
        step = {"M": 1, "Q": 3}.get(unit)
        if step and number * step <= 12:
            reading.interval = cal.months(year, 1, int(number * step), GRANULARITY[unit])
    return reading


def _without_ordinal(segment: Segment) -> Segment:
    place = segment.at("NTH", "ORDINAL", "SECOND", "LAST", "FIRSTFEW")
    stop = segment.at("OF")
    first = place if segment.has("FIRSTFEW") else place + 1
    return segment.part(first, stop if stop > first + 1 else len(segment.kinds))


def ago(segment: Segment) -> Reading | None:
    """Read an amount of time ago; as coarse as its unit."""
    context = segment.context
    amount = quantity(segment)
    if amount is None or any(number is None for number, _ in amount.amounts):
        return Reading("DATE", literal="PAST_REF", reference="publication")
    if amount.amounts == ((1, "Y"),) and context.reported_quarter is not None:
        base = context.reported_quarter
        earlier = base if base.earliest.year < context.publication.year else cal.beside(base, -4)
        return Reading("DATE", earlier, reference="previous", mod=segment.mod,
                       note="a year before the quarter reported")  # fmt: skip
    interval = _moved(Interval(context.publication, context.publication, "day"), amount, -1)
    mod = segment.mod
    if segment.has("SO", "COUPLE"):
        mod = "APPROX"
    if segment.has("TODAY"):
        day = cal.shift(
            context.today.earliest, -amount.amounts[0][0], GRANULARITY[amount.amounts[0][1]]
        )
        interval = cal.containing(day, "day")
    return Reading("DATE", interval, reference="publication", mod=mod)


def later(segment: Segment) -> Reading | None:
    """Read an amount of time later or earlier: counted from the date last mentioned."""
    context = segment.context
    amount = quantity(segment)
    if amount is None:
        return None
    if segment.has("FROM"):
        interval = _moved(context.today, amount, 1)
        if interval is None:
            return Reading("DATE", literal="FUTURE_REF", reference="publication")
        return Reading("DATE", interval, reference="publication", mod=segment.mod)
    inexact = any(number is None for number, _ in amount.amounts)
    if inexact or amount.amounts[-1][1] in ("H", "MIN", "S"):
        # "a few minutes later" states how long, not when: TimeML leaves the signal outside.
        return Reading("DURATION", quantity=amount, mod=segment.mod,
                       span=(segment.first, segment.last - 1))  # fmt: skip
    sign = 1 if segment.has("LATER") else -1
    unit = amount.amounts[-1][1]
    granularity = GRANULARITY.get(unit, "day")
    if unit == "Y" and sign < 0 and amount.amounts == ((1, "Y"),) and context.reported_quarter:
        return ago(segment)
    finer = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month"),
             "year": ("year", "month", "day", "quarter")}.get(granularity, ("day", "month", "year"))  # fmt: skip
    previous = context.before(finer)
    if previous is None:
        interval = _moved(context.today, amount, sign)
        return Reading("DATE", interval, reference="publication", mod=segment.mod)
    interval = _moved(previous, amount, sign)
    if granularity in ("week",) and previous.granularity == "day":
        interval = cal.containing(
            cal.shift(previous.earliest, sign * amount.amounts[0][0], "week"), "week"
        )
    note = (
        "counted back, earlier than the date last mentioned"
        if sign < 0
        else "counted from the date last mentioned"
    )
    return Reading("DATE", interval, reference="previous", mod=segment.mod, note=note)


def every(segment: Segment) -> Reading | None:
    """Read every year, every other week, twice a month, daily."""
    literal = segment.get("FREQUENT")
    if literal:
        words = segment.context.words
        following = words.raw(segment.last)[:1] if segment.last < len(words.kinds) else ""
        if (
            following.isupper()
            and not words.starts_sentence(segment.last)
            and words.raw(segment.first).islower()
        ):
            return []
        return Reading("SET", literal=literal)
    quant = "EVERY" if segment.has("EVERY") else "EACH" if segment.has("EACH") else None
    if segment.has("MONTH"):
        return Reading("SET", literal=f"XXXX-{segment.get('MONTH'):02d}", quant=quant)
    if segment.has("PART"):
        return Reading("SET", literal=f"XXXX-XX-XXT{segment.get('PART')}", quant=quant)
    unit = (
        "S"
        if segment.has("SECOND") and not segment.has(*_UNIT_KINDS)
        else segment.get(*_UNIT_KINDS)
    )
    if unit is None:
        return None
    number: float | None = 1
    freq = None
    if segment.has("TIMES"):
        times = segment.get("TIMES")
        number_before = segment.values[0] if segment.kinds[0] in ("NUMBER", "DAY") else None
        freq = (
            f"{times}X"
            if isinstance(times, int)
            else f"{number_before}X"
            if number_before
            else "XX"
        )
        tail = [value for kind, value in zip(segment.kinds[1:], segment.values[1:], strict=True)
                if kind in ("NUMBER", "DAY")]  # fmt: skip
        number = tail[-1] if tail else 1
    elif segment.has("NUMBER", "DAY"):
        number = segment.get("NUMBER", "DAY")
    elif segment.has("NTH", "ORDINAL"):
        number = segment.get("NTH", "ORDINAL")
    elif segment.has("ALTERNATE"):
        number = 2
        quant = "EVERY OTHER"
    elif segment.has("VAGUE"):
        number = None
    if unit == "WE":
        return Reading("SET", literal="XXXX-WXX-WE", quant=quant, freq=freq)
    return Reading("SET", quantity=Quantity(((number, unit),)), quant=quant, freq=freq)


def every_weekday(segment: Segment) -> Reading | None:
    number = segment.get("WEEKDAY", "WEEKDAYS")
    code = segment.get("PART", "PARTS")
    quant = "EVERY" if segment.has("EVERY") else "EACH" if segment.has("EACH") else None
    if segment.has("ALTERNATE"):
        quant = "EVERY OTHER"
    return Reading("SET", literal=f"XXXX-WXX-{number}" + (f"T{code}" if code else ""), quant=quant)


def every_season(segment: Segment) -> Reading:
    quant = "EVERY" if segment.has("EVERY") else "EACH"
    return Reading("SET", literal=f"XXXX-{segment.get('SEASON', 'FALL')}", quant=quant)


def present(segment: Segment) -> Reading | None:
    words = segment.context.words
    if segment.kinds == ["CURRENT"] and words.lower(segment.last) in (
        "affairs",
        "account",
        "accounts",
    ):
        return None
    if segment.has("PRESENT"):
        before = words.lower(segment.first - 1)
        if words.lower(segment.last - 1) == "moment" and before not in ("at", "for"):
            return None
        if words.lower(segment.last).isalpha() and before not in ("at", "for"):
            return None
    return Reading("DATE", literal="PRESENT_REF", reference="publication")


def recent(segment: Segment) -> Reading:
    if segment.has("UNITS", "DYS", "YRS", "QTRS", "CENS"):
        unit = segment.get("UNITS", "DYS", "YRS", "QTRS", "CENS")
        if segment.has("DYS", "YRS") or segment.has("AND"):
            return Reading("DATE", literal="PAST_REF", reference="publication")
        return Reading("DURATION", quantity=Quantity(((None, unit),)), reference="publication")
    return Reading("DATE", literal="PAST_REF", reference="publication")


def past(segment: Segment) -> Reading | None:
    follower = segment.context.words.lower(segment.last)
    if follower.isalpha() and segment.context.words.kind(segment.last) != "":
        if follower not in (
            "and",
            "but",
            "when",
            "is",
            "was",
            "has",
            "had",
            "that",
            "which",
            "as",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "with",
            "for",
            "in",
            "to",
            "or",
            "have",
        ):
            return None
    return Reading("DATE", literal="PAST_REF", reference="publication")


def future(segment: Segment) -> Reading | None:
    words = segment.context.words
    before, after = words.lower(segment.first - 1), words.lower(segment.last)
    if segment.kinds == ["FUTURE"]:
        if before != "in":
            return None
        if before == "in" and after.isalpha() and after not in ("and", "but", "or", "to"):
            return None
    elif after.isalpha() and words.lower(segment.last) in ("king", "president", "of"):
        return (
            Reading("DATE", literal="FUTURE_REF", reference="publication")
            if after == "of"
            else None
        )
    return Reading("DATE", literal="FUTURE_REF", reference="publication")


READERS = {
    name: globals()[name]
    for name in (
        "duration", "span", "first_part", "ago", "later", "every", "every_weekday", "every_season",
        "present", "recent", "past", "future",
    )
}  # fmt: skip
__all__ = ["READERS", "calendar"]
