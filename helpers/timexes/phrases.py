"""Several words that count as one: fixed phrases, holidays, spelled-out numbers."""

from __future__ import annotations

import re

from helpers.timexes import vocabulary as words
from helpers.timexes.figures import spelled_number
from helpers.timexes.holidays import NAMES
from helpers.timexes.vocabulary import CHAR, PHRASES
from helpers.timexes.words import Words

_HOLIDAYS: dict[str, list[tuple[tuple[str, ...], str]]] = {}

for _name, _canonical in NAMES.items():
    _words = tuple(
        m.group() for m in re.finditer(r"[^\W\d_]+|\d\w*|'s|\S", _name) if m.group() != "."
    )
    _HOLIDAYS.setdefault(_words[0], []).append((_words, _canonical))

for _entries in _HOLIDAYS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))

STARTERS = (
    frozenset(PHRASES) | frozenset(_HOLIDAYS) | frozenset(words.CARDINALS) | {"hundred", "thousand"}
    | frozenset(("twentieth", "thirtieth"))
)  # fmt: skip


def merge_phrases(found: Words, starters: list[int]) -> None:
    """Make one word of each fixed phrase, holiday and spelled-out number."""
    lowers = found.lowers
    removed, before = 0, -1
    for starter in starters:
        index = starter - removed
        if index < before:
            continue
        length = len(lowers)
        first = lowers[index]
        done = False
        for phrase, kind, value in PHRASES.get(first, ()):
            if tuple(lowers[index : index + len(phrase)]) == phrase:
                if len(phrase) > 1:
                    found.merge(index, index + len(phrase) - 1, kind, value)
                    done = True
                break
        if not done:
            for phrase, name in _HOLIDAYS.get(first, ()):
                size = _same_words(lowers, index, phrase)
                if size and found.raw(index)[0].isupper() | (first[0].isdigit()):
                    found.merge(index, index + size - 1, CHAR["HOLIDAY"], name)
                    done = True
                    break
        if not done and (first in words.CARDINALS or first in words.MULTIPLIERS):
            size, kind, value = spelled_number(lowers, index)
            if size:
                found.merge(index, index + size - 1, kind, value)
                done = True
        if done:
            before = index + 1
            removed += length - len(lowers)


def _same_words(lowers: list[str], index: int, phrase: tuple[str, ...]) -> int:
    """Return how many words from ``index`` on spell the phrase (0: they do not)."""
    at = index
    for word in phrase:
        while at < len(lowers) and lowers[at] == "." and at > index:
            at += 1
        here = lowers[at] if at < len(lowers) else ""
        if here != word and not (word in "'s’" and here in ("'", "’", "'s")):
            return 0
        at += 1
    return at - index
