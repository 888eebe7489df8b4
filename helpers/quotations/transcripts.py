"""Interviews and transcripts without quotation marks: "Ansah: Steel has to come through Tema." """

from __future__ import annotations

from collections import Counter

from helpers.quotations.attributes import runs
from helpers.quotations.spans import Reading

# Words of a label at most, labels of an article at least, and how sure such a turn is.
_LABEL, _TURNS, CONFIDENCE = 6, 3, 0.9
_SPOKEN = frozenset("? i i'm me my we our you your".split())
_LETTERS = frozenset(("q", "a"))


def find_transcript(reading: Reading) -> list[tuple[int, int, int]]:
    """Return ``(first, colon, stop)`` in tokens of every paragraph that opens with the label of a
    speaker and holds no marks behind it; empty unless at least two labels take turns, or one that
    answers questions without a label."""
    found, asked = [], 0
    for first, stop in runs(reading.paragraphs):
        asked += reading.words[stop - 1] == "?"
        colon = _colon(reading, first, stop)
        if colon and not reading.is_marked(colon, stop):
            found.append((first, colon, stop))
            asked -= reading.words[stop - 1] == "?"
    labels = Counter(_label(reading, colon) for _, colon, _ in found)
    again = [one for one in found if labels[_label(reading, one[1])] > 1]
    named = any(
        reading.tags[colon - 1][:3] == "NNP" or reading.words[first] in _LETTERS
        for first, colon, _ in again
    )
    spoken = any(_SPOKEN & set(reading.words[colon:stop]) for _, colon, stop in again)
    labels = Counter(_label(reading, colon) for _, colon, _ in again)
    # A list of prices and places has labels, too.
    turns = len(labels) > 1 or asked >= _TURNS
    return found if named and spoken and turns and len(again) >= _TURNS else []


def _colon(reading: Reading, first: int, stop: int) -> int:
    """Return the colon behind words with capitals that open a paragraph, or 0."""
    for i in range(first + 1, min(first + 1 + _LABEL, stop - 1)):
        if reading.words[i] == ":":
            words = [reading.text[reading.starts[k]] for k in range(first, i)]
            return i if all(letter.isupper() or not letter.isalpha() for letter in words) else 0
    return 0


def _label(reading: Reading, colon: int) -> str:
    """The last word of a label, by which a speaker goes on to be called."""
    return reading.words[colon - 1]
