"""Titles before a name, and the words of a description: "Superintendent of Police Ann Lee"."""

from __future__ import annotations

from helpers.speakers.lexicon import TIMES
from helpers.speakers.line import HEADS, Line, Phrase
from helpers.speakers.namewords import PERSONAL, TITLES
from helpers.speakers.nouns import singular

_DESCRIBING = HEADS | {"JJ", "JJR", "JJS"}


def find_title(line: Line, phrase: Phrase, begin: int) -> tuple[str, set[str]] | None:
    """Return head and other words of the description before the name that begins at ``begin``."""
    if phrase.first == begin:
        return None
    nouns = [
        i
        for i in range(phrase.first, begin)
        if line.tags[i] in HEADS or line.holds(i, "daily", "weekly")
    ]
    joint = next((i for i in range(phrase.first, begin) if line.holds(i, "of", "for")), -1)
    if joint > phrase.first and nouns and nouns[0] < joint:
        # "Superintendent of Police Ann Lee"
        head = max(i for i in nouns if i < joint)
        return singular(line.norms[head]), {line.norms[i] for i in nouns if i != head}
    if not nouns or line.tags[begin - 1] == "POS":
        return None
    head = nouns[-1]
    if head != begin - 1 or line.norms[head] in TIMES:
        return None
    start = phrase.owner.stop + 1 if phrase.owner is not None else phrase.first
    others = {line.norms[i] for i in nouns[:-1] if i >= start}
    noun = line.norms[head].strip(".")
    if noun in PERSONAL and line.quoted[begin]:
        # Whoever is addressed as "Mr" in a letter may be told of without it.
        return None
    return (noun if noun in TITLES else singular(noun)), others


def description_words(line: Line, phrase: Phrase, stop: int) -> set[str]:
    """Return the nouns and adjectives of a description besides its head."""
    if stop - phrase.first == 1:
        return set()
    norms, tags = line.norms, line.tags
    return {
        norms[i] for i in range(phrase.first, stop) if tags[i] in _DESCRIBING and i != phrase.head
    }
