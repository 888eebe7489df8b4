"""From text to typed words: the string over which the grammar is written.

The words are read from the characters, not from the token rows: newsrooms write ``9.30pm``,
``12/01/2014`` and ``mid-1990s`` and every tokenizer cuts them differently. From the tokens come
sentence boundaries and, where somebody tagged them, the parts of speech.
"""

from __future__ import annotations

import re

from helpers.timexes import vocabulary as words
from helpers.timexes.figures import FIGURES
from helpers.timexes.friends import mend_friends
from helpers.timexes.phrases import STARTERS, merge_phrases
from helpers.timexes.vocabulary import CHAR, WORDS
from helpers.timexes.words import Words

_LEX = re.compile(
    r"""
    (?P<era>(?:[AB]\.\ ?[CD]\.|BCE?\b|CE\b|AD\b))
  | (?P<half>\d+\ ?[½¼¾](?!\w)|[½¼¾](?!\w))
  | (?P<code>(?:[QH][1-4]|[1-4][QH])(?![\w-]))
  | (?P<word>[^\W\d_](?:[^\W\d_]|(?<=[a-z])\d)*)
  | (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
  | (?P<numeric>(?:\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)
                |\d{4}(?P<sep2>[/.])\d{1,2}(?P=sep2)\d{1,2})(?![\w/%]|[.-]\d))
  | (?P<attacks>9/11(?![\d/]))
  | (?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\ ?[aApP]\.?\ ?[mM]\b\.?
            |\d{1,2}[:h]\d\d(?::\d\d)?(?![\d:]|\.\d)(?:\ ?(?:hrs?|hours)\b\.?)?
            |\d{1,2}\ o['’]clock\b
            |\d{1,2}\.\d\d(?=\ ?(?:GMT|UTC|BST|CET)\b)
            |[0-2]\d[0-5]\d(?=\ ?(?:GMT|UTC|BST|CET|Z|hrs|hours)\b)(?:\ ?(?:hrs|hours)\b)?)
  | (?P<decade>(?<![\w$£€.,:])(?:[12]\d|['’‘])?\d0['’]?s(?!\w))
  | (?P<nth>\d{1,3}(?:st|nd|rd|th)(?!\w))
  | (?P<other>[$£€¥#]\ ?\d[\d,.]*|\d[\d.,]*\ ?(?:%|per\ ?cent\b|percent\b|°)
            |\d[\d,.]*[^\W\d_]\w*|\d+(?:-\d+){2,}|\d+(?:\.\d+){2,})
  | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d(?![\d/]))?
            |\d/\d(?![\d/]))
  | (?P<short>['’‘]\d\d(?!\w))
  | (?P<poss>['’]s(?!\w))
  | (?P<gap>\n[^\S\n]*\n\s*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)

_ABBREVIATED = words.ABBREVIATIONS | {"ca", "hr", "hrs", "min", "mins", "sec", "secs", "no", "nos"}


def read_words(text: str, sentence_starts: list[int], tags: dict[int, str] | None = None) -> Words:
    """Return the typed words of ``text``, with false friends already made plain words.

    ``sentence_starts`` are sorted offsets; ``tags`` maps offsets to Penn tags where there are any.
    """
    found = Words(text, sentences=sentence_starts, tags=tags or {})
    kinds, values, starts, ends, lowers = (
        found.kinds, found.values, found.starts, found.ends, found.lowers,
    )  # fmt: skip
    other, known = CHAR["OTHER"], WORDS.get
    starters = []
    plain = (other, None)
    taken = 0
    for match in _LEX.finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        group = match.lastgroup
        if group in ("sep", "sep2"):
            group = "numeric"
        raw = match.group()
        if group == "word":
            lower = raw.lower()
            kind, value = known(lower, plain)
            if lower in _ABBREVIATED and text.startswith(".", end):
                end += 1
                taken = end
            if lower in STARTERS:
                starters.append(len(kinds))
        elif group == "mark":
            lower = raw
            kind, value = known(raw, plain)
        elif group == "poss":
            lower, kind, value = "'s", CHAR["POSS"], None
        else:
            lower = raw.lower()
            kind, value = FIGURES[group](raw)
        kinds.append(kind)
        values.append(value)
        starts.append(start)
        ends.append(end)
        lowers.append(lower)
    if starters:
        merge_phrases(found, starters)
    _break_sentences(found)
    mend_friends(found)
    return found


def _break_sentences(found: Words) -> None:
    """Keep a rule from reaching over a sentence end that has no full stop of its own."""
    kinds, starts = found.kinds, found.starts
    other, stop = CHAR["OTHER"], CHAR["BREAK"]
    sentences = set(found.sentences)
    inserted = 0
    for index in range(1, len(kinds)):
        at = index + inserted
        if starts[at] in sentences and kinds[at] != other and kinds[at - 1] not in (other, stop):
            before = found.lowers[at - 1]
            if kinds[at - 1] == CHAR["CLOCK"] and kinds[at] in _AFTER_CLOCK:
                continue
            if (
                before in words.MONTHS
                and found.raw(at - 1).endswith(".")
                and found.raw(at)[0].isdigit()
            ):
                continue
            for column, value in (
                (kinds, stop), (found.values, None), (starts, starts[at]),
                (found.ends, starts[at]), (found.lowers, ""),
            ):  # fmt: skip
                column.insert(at, value)
            inserted += 1


_AFTER_CLOCK = frozenset(CHAR[kind] for kind in ("WEEKDAY", "MONTH", "ZONE", "TODAY"))
