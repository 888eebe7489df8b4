"""What the carried name lists and WordNet say about the words of a sentence."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from helpers.resources import load_model
from helpers.tags import Lexicon
from helpers.wordlists import gazetteers

LONGEST = 5


@functools.lru_cache(maxsize=1 << 14)
def describe(word: str) -> str:
    """Return what WordNet knows a word to be when it is written small ("" for nothing)."""
    return load_model("wordnet.bin.gz", Lexicon.from_bytes).describe(word.lower())


def match_lists(lows: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the list letters of every word: alone, or B/I in the longest listed name."""
    lists = gazetteers()
    marks: list[list[str]] = [[*lists.get(low, "")] for low in lows]
    for i in range(len(lows)):
        for length in range(min(LONGEST, len(lows) - i), 1, -1):
            letters = lists.get(" ".join(lows[i : i + length]))
            if letters:
                for k in range(i, i + length):
                    marks[k] += [letter + ("I" if k > i else "B") for letter in letters]
                break
    return [tuple(dict.fromkeys(mark)) for mark in marks]


def classify_all(words: Sequence[str], lists: Sequence[tuple[str, ...]]) -> list[str]:
    """Return :func:`classify` of all words of a sentence; h stands for a word written small that WordNet does
    not know and a hyphen joins to a capitalised one: it may be a part of the name.

    >>> classify_all("Park Chun - hoo spoke".split(), [("s",), (), (), (), ()])
    ['S', 'u', '-', 'h', 'o']
    """
    signs = [classify(word, own) for word, own in zip(words, lists, strict=True)]
    for k in range(2, len(words)):
        joined = signs[k] == "o" and words[k - 1] == "-" and words[k - 2][0].isupper()
        if joined and words[k].isalpha() and not describe(words[k]):
            signs[k] = "h"
    return signs


def classify(word: str, letters: tuple[str, ...]) -> str:
    """Return what a capitalised word is by the name lists, as one sign: F forename, S family name, b and B
    both (b mostly forename), P place, T place and family name, A nationality, i initial, w a word of
    WordNet, u unknown; o stands for words written small, other characters for themselves.

    >>> classify("Ada", ("f",)), classify("Allen", ("m", "s")), classify("A.", ()), classify(",", ())
    ('F', 'B', 'i', ',')
    """
    if not word[0].isupper():
        return "o" if word[0].isalnum() else word[0]
    if len(word) == 1 or (len(word) == 2 and word[1] == "."):
        return "i"
    forename = "f" in letters or "m" in letters
    if forename and "s" in letters:
        return "b" if "b" in letters else "B"
    if forename:
        return "F"
    if "n" in letters or "c" in letters or "l" in letters:
        return "T" if "s" in letters else "P"
    if "s" in letters:
        return "S"
    if "a" in letters:
        return "A"
    return "w" if describe(word) else "u"
