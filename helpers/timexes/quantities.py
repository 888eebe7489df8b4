"""The amount of time that the words of an expression state."""

from __future__ import annotations

from helpers.timexes.context import Segment
from helpers.timexes.readings import Quantity

UNIT_KINDS = ("UNIT", "UNITS", "DY", "DYS", "QTR", "QTRS", "YR", "YRS", "CEN", "CENS", "WKND")


def quantity(segment: Segment) -> Quantity | None:
    """Return the amount of time of a segment, ``None`` when it states no unit."""
    parts: list[list] = []
    number: float | None = None
    seen, ranged, joined = False, False, False
    kinds, values = segment.kinds, segment.values
    if "HALF" in kinds and "HYPHEN" in kinds:
        # "two-and-a-half years" is read as "two and a half years".
        parts_of = [pair for pair in zip(kinds, values, strict=True) if pair[0] != "HYPHEN"]
        kinds, values = [kind for kind, _ in parts_of], [value for _, value in parts_of]
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
            after_unit = parts and not any(k in (*UNIT_KINDS, "SECOND") for k in kinds[place:])
            if after_unit:
                parts[-1][0] = (parts[-1][0] or 0) + 0.5
            elif (
                seen and place and kinds[place - 1] in ("AND", "ARTICLE") and "AND" in kinds[:place]
            ):
                number = (number or 0) + 0.5
            else:
                number, seen = 0.5, True
        elif kind in UNIT_KINDS or kind == "SECOND":
            unit = "S" if kind == "SECOND" else value
            if not seen:
                # "A day-long meeting" lasts one day, "a decades-long war" some decades.
                number = 1 if kinds[-1] == "LONG" and not kind.endswith("S") else None
            if not (parts and not seen):
                parts.append([None if ranged else number, unit])
            seen, ranged, number = False, False, None
            joined = True
        elif kind == "LASTING":
            parts.append(list(value))
            joined = True
    if not joined:
        return None
    return Quantity(tuple((number, unit) for number, unit in parts if unit is not None))
