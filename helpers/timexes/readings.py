"""What an expression means: an amount of time, or a stretch of the calendar, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.timexes.intervals import Interval, value_of

_UNIT_LETTER = {"MIN": "M", "S": "S", "H": "H", "NI": "D"}


@dataclass(frozen=True)
class Quantity:
    """An amount of time: pairs of (number or ``None`` for some, unit of ``vocabulary.UNITS``)."""

    amounts: tuple[tuple[float | None, str], ...]

    def value(self) -> str:
        """Return the TIMEX3 value (``P2Y6M``, ``PT5H30M``, ``PXD``)."""
        parts: dict[str, float | None] = {}
        for number, unit in self.amounts:
            if unit == "FN":
                number, unit = (None if number is None else 2 * number), "W"
            if unit in ("E", "C") and number is not None:
                number, unit = number * (10 if unit == "E" else 100), "Y"
            if unit == "HY":
                number, unit = (None if number is None else 6 * number), "M"
            for count, letter in _whole(
                number, _UNIT_LETTER.get(unit, unit), unit in ("MIN", "S", "H")
            ):
                parts[letter] = (
                    count if letter not in parts or count is None else parts[letter] + count
                )
        dates = "".join(
            _part(parts, key) for key in ("LL", "CC", "EE", "YY", "QQ", "MM", "WW", "WEWE", "DD")
        )
        times = "".join(_part(parts, key) for key in ("TH", "TM", "TS"))
        return "P" + dates + ("T" + times if times else "")


def _whole(number: float | None, letter: str, clock: bool):
    """Break a fraction down into the next smaller unit (2.5 years: 2 years and 6 months)."""
    key = ("T" if clock else letter) + letter
    if number is None or number == int(number):
        yield (None if number is None else int(number)), key
        return
    smaller = {"YY": (12, "MM"), "DD": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS"),
               "EE": (10, "YY"), "CC": (100, "YY"), "LL": (1000, "YY")}.get(key)  # fmt: skip
    if smaller is None:
        yield number, key
        return
    if int(number):
        yield int(number), key
    rest = round((number - int(number)) * smaller[0])
    yield rest, smaller[1]


def _part(parts: dict, key: str) -> str:
    if key not in parts:
        return ""
    number = parts[key]
    shown = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
    return shown + ("WE" if key == "WEWE" else key[1])


@dataclass
class Reading:
    """What an expression means; its TIMEX3 value is printed from it only when the table is made."""

    type: str
    interval: Interval | None = None
    quantity: Quantity | None = None
    literal: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    reference: str = "none"
    note: str = ""
    alternatives: tuple[tuple[Interval | str, float], ...] = ()
    span: tuple[int, int] | None = None
    rule: str = ""
    group: int | None = None

    def value(self) -> str:
        if self.literal is not None:
            return self.literal
        if self.quantity is not None:
            return self.quantity.value()
        return value_of(self.interval)
