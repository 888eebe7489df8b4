"""Date lines: "KOCHI: The court freed him" reports nothing by its colon."""

from __future__ import annotations

from bisect import bisect_right

from helpers.quotations.attributes import runs
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, Reading

# Words of a place at most, and letters at least of what is no pair of initials.
_LONGEST, _LETTERS = 3, 4
_ENDS = (".", "?", "!", '"')


def find_date_line(reading: Reading) -> tuple[int, int]:
    """Return the tokens of the only place in capitals that opens a paragraph with a colon, or (0, 0); lines
    of a transcript open with such a label again and again."""
    found = [
        (first, colon)
        for first, stop in runs(reading.paragraphs)
        if (colon := _colon(reading, first, stop))
    ]
    return found[0] if len(found) == 1 else (0, 0)


def drop_date_line(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Take the colon behind a place in capitals for no cue, nor what follows it for its content where no
    other word of the sentence reports."""
    first, colon = find_date_line(reading)
    if not colon:
        return
    end = bisect_right(reading.sentences, reading.sentences[colon])
    told = roles[colon] == CUE
    reading.cue[first : colon + 1] = [0.0] * (colon + 1 - first)
    roles[first : colon + 1] = [OUTSIDE] * (colon + 1 - first)
    if not told or CUE in roles[colon:end]:
        return
    for i in range(colon + 1, end):
        if roles[i] == CONTENT and reading.inside[i] < 0:
            roles[i], begins[i] = OUTSIDE, False


def _colon(reading: Reading, first: int, stop: int) -> int:
    """The colon behind words in capitals that open a paragraph and is followed by prose, or 0."""
    if reading.words[stop - 1] not in _ENDS:
        return 0
    for i in range(first + 1, min(first + 1 + _LONGEST, stop - 1)):
        if reading.words[i] == ":":
            text = reading.text[reading.starts[first] : reading.ends[i - 1]]
            return (
                i if text.isupper() and len(text) >= _LETTERS and reading.inside[i + 1] < 0 else 0
            )
    return 0
