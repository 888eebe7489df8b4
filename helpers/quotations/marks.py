"""Quotation marks of all styles, told from apostrophes, feet and inches."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN_DOUBLE = "“„«‟"
CLOSE_DOUBLE = "”»"
STRAIGHT_DOUBLE = '"＂'
OPEN_SINGLE = "‘‚‹‛"
STRAIGHT_SINGLE = "'"

_MARK = re.compile(r"``|(?<=\S)'(?=''(?!'))|''|[“„«‟”»\"＂‘‚‹‛’›']")
_BEFORE_OPENING = "([{—–-/:\"“‘'„«"
_AFTER_CLOSING = ".,;:!?)]}—–-/…\"”’'»›"
_ENDS_CLAUSE = '.,;:!?…—–-)]"”»'
_ELISION = re.compile(
    r"(?:\d\ds?|tis|twas|twill|em|til|till|cause|cos|bout|round|n|nuff|s|re|ve|ll|d|m|t|im|er|o)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_FEET_AND_INCHES = re.compile(
    r"\d+\s?['’′]\s?\d+(?:\.\d+|\s?\d/\d)?\s?(?:\"|”|''|″)|\d['’]\s?(?=x\s?\d)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    family: str
    role: str
    strong: bool = True


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    measures = {
        place
        for match in _FEET_AND_INCHES.finditer(text, start, end)
        for place in range(match.start(), match.end())
    }
    marks = []
    for match in _MARK.finditer(text, start, end):
        if match.start() in measures:
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        mark = _read_mark(text, match, before, after)
        if mark:
            marks.append(mark)
    return marks


def _read_mark(text: str, match: re.Match, before: str, after: str) -> Mark | None:
    place, stop, sign = match.start(), match.end(), match.group()
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if sign == "``" or sign in OPEN_DOUBLE:
        role = "close" if closes and not opens and sign != "``" else "open"
        return Mark(place, stop, "curly", role)
    if sign in CLOSE_DOUBLE:
        return Mark(place, stop, "curly", "open" if opens and not closes else "close")
    if sign in STRAIGHT_DOUBLE or sign == "''":
        role = "open" if opens and not closes else "close" if closes and not opens else "either"
        strong = not (before.isdigit() and not after.isalpha())
        return Mark(place, stop, "straight", role, strong)
    return _read_single(text, place, stop, before, after)


def _read_single(text: str, place: int, stop: int, before: str, after: str) -> Mark | None:
    """Tell a single quotation mark from an apostrophe by the characters on both sides."""
    sign = text[place]
    inner_before, inner_after = before.isalnum(), after.isalnum()
    if inner_before and (inner_after or before.isdigit()):
        return None
    if sign in OPEN_SINGLE or (sign == STRAIGHT_SINGLE and not inner_before):
        opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        if opens and not _ELISION.match(text, stop):
            return Mark(place, stop, "single", "open", sign in OPEN_SINGLE)
        if sign in OPEN_SINGLE or opens:
            return None
    if before.isspace() or inner_after:
        return None
    if not (after.isspace() or after in _AFTER_CLOSING):
        return None
    return Mark(place, stop, "single", "close", before in _ENDS_CLAUSE)


def prefers_single(text: str, marks: list[list[Mark]]) -> bool:
    """Return whether the article quotes with single marks: more clauses closed by them."""
    single = sum(
        mark.family == "single" and mark.role == "close" and mark.strong and _free(text, mark)
        for paragraph in marks
        for mark in paragraph
    )
    double = sum(
        mark.family != "single" and mark.role == "close"
        for paragraph in marks
        for mark in paragraph
    )
    return single > double


def _free(text: str, mark: Mark) -> bool:
    return text[mark.start - 1] not in '”"' and text[mark.end : mark.end + 1] not in ("”", '"')
