"""Readers of figures and number words: clock times, decades, ordinals, spelled-out years."""

from __future__ import annotations

import re

from helpers.timexes import vocabulary as words
from helpers.timexes.vocabulary import CHAR

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _clock(raw: str):
    numbers = [int(number) for number in re.findall(r"\d+", raw)]
    if len(numbers) == 1 and numbers[0] > 24 and re.match(r"\d{4}", raw):
        numbers = [numbers[0] // 100, numbers[0] % 100]
    half = re.search(r"([ap])\.? ?m\b", raw.lower())
    hour = numbers[0]
    if half and not 1 <= hour <= 12:
        return CHAR["OTHER"], None
    if half:
        hour = hour % 12 + 12 * (half[1] == "p")
    if hour > 24 or any(number > 59 for number in numbers[1:]) or (hour == 24 and any(numbers[1:])):
        return CHAR["OTHER"], None
    numbers = [hour, *(numbers[1:] or [0])]
    return CHAR["CLOCK"], (*numbers, *([None] * (3 - len(numbers))))


def _decade(raw: str):
    digits = re.sub(r"\D", "", raw)
    if len(digits) == 4:
        return CHAR["DECADE"], int(digits[:3])
    return CHAR["DECADE"], (int(digits[0]) if raw[0] in "'’‘" else -int(digits[0]) - 1)


def _nth(raw: str):
    return CHAR["NTH"], int(re.match(r"\d+", raw).group())


def _number(raw: str):
    digits = raw.replace(",", "")
    if digits.isdecimal() and len(digits) < 12:
        value = int(digits)
        if "," not in raw:
            if 1 <= value <= 31 and len(digits) < 3:
                return CHAR["DAY"], value
            if len(digits) == 4 and 1000 <= value <= 2999:
                return CHAR["YEAR"], value
        return CHAR["NUMBER"], value
    whole = re.match(r"\d+(?:\.\d+)?(?![\d/])", digits)
    value = float(whole.group()) if whole else 0.0
    fraction = re.search(r"(\d)/(\d)$", digits)
    if fraction and fraction[2] != "0":
        value += int(fraction[1]) / int(fraction[2])
    if raw[-1] in _FRACTIONS:
        value += _FRACTIONS[raw[-1]]
    return CHAR["NUMBER"], int(value) if value == int(value) else value


FIGURES = {
    "iso": lambda raw: (CHAR["FULLDATE"], raw),
    "numeric": lambda raw: (CHAR["FULLDATE"], raw),
    "attacks": lambda raw: (CHAR["FULLDATE"], "2001-09-11"),
    "clock": _clock,
    "decade": _decade,
    "nth": _nth,
    "number": _number,
    "other": lambda raw: (CHAR["OTHER"], None),
    "era": lambda raw: (CHAR["ERA"], "bc" if raw.startswith("B") else "ad"),
    "half": _number,
    "code": lambda raw: (CHAR["QUARTERCODE"], tuple(sorted(raw))),
    "short": lambda raw: (CHAR["SHORTYEAR"], int(raw[1:])),
    "gap": lambda raw: (CHAR["BREAK"], None),
}


def spelled_number(lowers: list[str], index: int) -> tuple[int, str, int | None]:
    """Read a number or year in words: how many words it takes, its kind and value."""

    def below_hundred(at: int) -> tuple[int, int]:
        value = words.CARDINALS.get(lowers[at]) if at < len(lowers) else None
        if value is None:
            return 0, 0
        step = at + 1
        if value >= 20:
            if step + 1 < len(lowers) and lowers[step] == "-":
                step += 1
            unit = words.CARDINALS.get(lowers[step], 0) if step < len(lowers) else 0
            if 1 <= unit <= 9:
                return step + 1 - at, value + unit
        return 1, value

    size, value = below_hundred(index)
    if not size:
        return 0, "", None
    at = index + size
    if value in (18, 19, 20) and at < len(lowers):
        hyphen = lowers[at] == "-"
        step, rest = below_hundred(at + hyphen)
        if step and (rest >= 10):
            return size + hyphen + step, CHAR["YEAR"], value * 100 + rest
        if lowers[at] in ("oh", "o", "hundred") and at + 1 < len(lowers):
            skip = at + 1 + (lowers[at + 1] == "and")
            step, rest = below_hundred(skip)
            if lowers[at] != "hundred" and step and rest < 10:
                return skip - index + step, CHAR["YEAR"], value * 100 + rest
    total, part = 0, value
    while at < len(lowers) and lowers[at] in words.MULTIPLIERS:
        factor = words.MULTIPLIERS[lowers[at]]
        part *= factor
        at += 1
        if factor >= 1000:
            total, part = total + part, 0
        joined = at + (at < len(lowers) and lowers[at] == "and")
        step, rest = below_hundred(joined)
        if not step:
            break
        if (
            total == 2000
            and part == 0
            and not (at < len(lowers) and lowers[joined + step : joined + step + 1] == ["hundred"])
        ):
            return joined + step - index, CHAR["YEAR"], 2000 + rest
        part += rest
        at = joined + step
    number = total + part
    if number == 2000 and lowers[index] == "two":
        return at - index, CHAR["YEAR"], 2000
    return at - index, CHAR["NUMBER"], number
