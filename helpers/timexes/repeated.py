"""Readers of repeated times: every week, twice a month, Mondays."""

from __future__ import annotations

from helpers.timexes.context import Segment
from helpers.timexes.quantities import UNIT_KINDS
from helpers.timexes.readings import Quantity, Reading

_HALVES = ("semi", "half", "bi")


def every(segment: Segment) -> Reading | None:
    """Read every year, every other week, twice a month, daily."""
    literal = segment.get("FREQUENT")
    if literal:
        words = segment.context.words
        if words.lower(segment.first - 1) == "-":
            # "semi-annually": every half of what the word alone says; "bi-weekly" may be either.
            half = (
                {"P1Y": "P6M"}.get(literal) if words.lower(segment.first - 2) in _HALVES else None
            )
            span = (segment.first - 2, segment.last)
            return Reading("SET", literal=half, span=span) if half else []
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
        "S" if segment.has("SECOND") and not segment.has(*UNIT_KINDS) else segment.get(*UNIT_KINDS)
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


def share(segment: Segment) -> Reading | list:
    """Read "three days a week": how much of every unit; all of it, "24 hours a day", is always."""
    number, (part, whole) = segment.values[0], (segment.values[1], segment.values[-1])
    if _PARTS_OF.get((part, whole)) == number:
        return []
    # TimeML writes how often as a duration without its P; minutes and months share a letter.
    letter = {"NI": "D", "MIN": "M"}.get(part, part)
    clock = "T" if part in ("H", "MIN", "S") else ""
    quant = "EACH" if segment.has("EACH") else "EVERY"
    return Reading(
        "SET", quantity=Quantity(((1, whole),)), quant=quant, freq=f"{clock}{number:g}{letter}"
    )


_PARTS_OF = {("H", "D"): 24, ("D", "W"): 7, ("W", "Y"): 52, ("D", "Y"): 365, ("M", "Y"): 12}


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


READERS = {reader.__name__: reader for reader in (every, share, every_weekday, every_season)}
