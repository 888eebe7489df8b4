"""What is known about every token of an article before any label is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from helpers.quotations.features import (
    _BASE,
    _CLOSING,
    _N_LEVELS,
    _N_WORDS,
    LENGTHS,
    PADDING,
    SIZES,
    STEPS,
    STRONG_CUE,
    TAG_IDS,
    WORD_IDS,
)
from helpers.quotations.pairing import Pair

_THAT, _COMMA = WORD_IDS["that"], WORD_IDS[","]


@dataclass(slots=True)
class Words:
    """The tokens of one article as parallel lists."""

    text: str
    norms: list[str]
    tags: list[str]
    starts: np.ndarray
    ends: np.ndarray
    paragraphs: np.ndarray
    sentences: np.ndarray
    pairs: list[Pair]

    def locate(self, pair: Pair) -> tuple[int, int]:
        """Return the tokens between and including the marks as ``(first, stop)``."""
        first = int(np.searchsorted(self.starts, pair.start))
        return first, int(np.searchsorted(self.starts, pair.end))


def describe(words: Words, cues: Mapping[str, tuple[int, ...]]) -> tuple[dict, np.ndarray]:
    """Return the attributes of all tokens as arrays with empty places between paragraphs, and the
    places of the tokens in them. ``cues`` maps a word to its four classes (see ``cues``)."""
    n = len(words.norms)
    fresh = np.ones(n, bool)
    fresh[1:] = words.paragraphs[1:] != words.paragraphs[:-1]
    places = np.arange(n) + PADDING * np.cumsum(fresh)
    size = (int(places[-1]) if n else 0) + PADDING + 1
    attributes = {name: np.zeros(size, np.int64) for name in SIZES}

    forms = np.array([WORD_IDS.get(word, 0) for word in words.norms], np.int64)
    tags = np.array([TAG_IDS.get(tag, 0) for tag in words.tags], np.int64)
    kinds = [
        None if form else find_cue(cues, word)
        for word, form in zip(words.norms, forms, strict=True)
    ]
    levels = np.array([kind[0] if kind else 0 for kind in kinds], np.int64)
    flavours = [1 + (k[1] * _BASE + k[2]) * _BASE + k[3] if k and k[0] else 0 for k in kinds]
    attributes["tag"][places] = tags
    attributes["cue"][places] = levels
    attributes["cuekind"][places] = flavours
    attributes["word"][places] = np.where(forms > 0, forms, _N_WORDS + tags * _N_LEVELS + levels)
    attributes["shape"][places] = [
        _shape(words.text[start:end]) for start, end in zip(words.starts, words.ends, strict=True)
    ]
    marks = _describe_marks(words, attributes, places, fresh)
    quoted = (marks >= 2) & (marks <= 4)
    strong = ((levels >= STRONG_CUE) | (forms == WORD_IDS["according"])) & ~quoted
    _describe_way(words, attributes, places, forms, levels, marks, strong)
    _describe_sentences(words, attributes, places, levels, marks, quoted, strong)
    _describe_paragraphs(attributes, places, fresh, marks, quoted)
    return attributes, places


def find_cue(cues: Mapping[str, tuple[int, ...]], word: str) -> tuple[int, ...] | None:
    """Return the classes of a cue word; British "criticised" is found as "criticized"."""
    found = cues.get(word)
    if found is None and "is" in word:
        stem, ending, rest = word.rpartition("is")
        found = cues.get(f"{stem}iz{rest}") if ending and rest in _ISE else None
    return found


_ISE = ("e", "ed", "es", "ing", "ation")


def _shape(word: str) -> int:
    if word.isalpha():
        if word.islower():
            return 1
        if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
            return 2
        return 3 if word.isupper() else 4
    if word.isdigit():
        return 5
    if any(sign.isdigit() for sign in word):
        return 6
    if any(sign.isalpha() for sign in word):
        return 1 if word[0].islower() else 2
    return 7


def _describe_marks(words: Words, attributes: dict, places, fresh) -> np.ndarray:
    """0 outside, 1 before, 2 opening mark, 3 inside, 4 closing mark, 5 after the outer marks."""
    n = len(places)
    marks, nested = np.zeros(n, np.int64), np.zeros(n, np.int64)
    for pair in words.pairs:
        first, stop = words.locate(pair)
        if stop <= first:
            continue
        if pair.depth:
            nested[first:stop] = 1
            continue
        spoken = sum(norm[0].isalnum() for norm in words.norms[first:stop])
        marks[first:stop] = 3
        marks[first], marks[stop - 1] = 2, 4
        attributes["length"][places[first:stop]] = 1 + sum(spoken > bound for bound in LENGTHS)
        final = words.text[pair.end - 2 : pair.end - 1] if pair.closed else "-"
        ending = 4 if final == "-" else _CLOSING.get(final, 5 if final.isalnum() else 6)
        capital = words.text[pair.start + 1 : pair.start + 2].isupper()
        attributes["closing"][places[first:stop]] = ending * 2 + capital
        if first and not fresh[first] and marks[first - 1] == 0:
            marks[first - 1] = 1
        if stop < n and not fresh[stop]:
            marks[stop] = 5
    attributes["marks"][places] = 1 + marks + 6 * nested
    return marks


def _describe_way(words, attributes, places, forms, levels, marks, strong) -> None:
    """The way to the nearest strong cue of the sentence on either side."""
    n = len(places)
    sentences = words.sentences.tolist()
    steps = [1 + sum(d > bound for bound in STEPS) for d in range(STEPS[-1] + 2)]
    farthest = len(steps) - 1
    level = np.maximum(levels, 1).tolist()
    forms, marks, strong = forms.tolist(), marks.tolist(), strong.tolist()
    left, cue, path = [0] * n, [0] * n, [0] * n
    last, commas, that, closed = -1, 0, 0, 0
    for i in range(n):
        if last >= 0 and sentences[i] == sentences[last]:
            left[i], cue[i] = steps[min(i - last, farthest)], level[last]
            path[i] = 1 + min(commas, 2) + 3 * that + 6 * min(closed, 1)
        else:
            last = -1
        if strong[i]:
            last, commas, that, closed = i, 0, 0, 0
        elif forms[i] == _COMMA:
            commas += 1
        elif forms[i] == _THAT:
            that = 1
        closed += marks[i] == 4
    attributes["left"][places], attributes["leftcue"][places] = left, cue
    attributes["leftpath"][places] = path
    right, cue, path = [0] * n, [0] * n, [0] * n
    last, commas, opened = -1, 0, 0
    for i in range(n - 1, -1, -1):
        if last >= 0 and sentences[i] == sentences[last]:
            right[i], cue[i] = steps[min(last - i, farthest)], level[last]
            path[i] = 1 + min(commas, 2) + 3 * min(opened, 1)
        else:
            last = -1
        if strong[i]:
            last, commas, opened = i, 0, 0
        elif forms[i] == _COMMA:
            commas += 1
        opened += marks[i] == 2
    attributes["right"][places], attributes["rightcue"][places] = right, cue
    attributes["rightpath"][places] = path


def runs(ids: np.ndarray) -> list[tuple[int, int]]:
    cuts = (np.flatnonzero(np.diff(ids)) + 1).tolist()
    return list(zip([0, *cuts], [*cuts, len(ids)], strict=True)) if len(ids) else []


def _describe_sentences(words, attributes, places, levels, marks, quoted, strong) -> None:
    openings = marks == 2
    for first, stop in runs(words.sentences):
        share = float(quoted[first:stop].mean())
        degree = 0 if share == 0 else 1 if share < 0.5 else 2 if share < 0.95 else 3
        cues, opened = int(strong[first:stop].sum()), int(openings[first:stop].sum())
        here = places[first:stop]
        attributes["sentence"][here] = 1 + min(cues, 2) + 3 * min(opened, 2) + 9 * degree
        distance = np.minimum(np.arange(stop - first), 5)
        attributes["first"][here] = 1 + distance
        attributes["last"][here] = 1 + distance[::-1]


def _describe_paragraphs(attributes, places, fresh, marks, quoted) -> None:
    before = 0
    for first, stop in runs(np.cumsum(fresh)):
        share, opened = float(quoted[first:stop].mean()), int((marks[first:stop] == 2).sum())
        degree = 0 if share == 0 else 1 if share < 0.3 else 2 if share < 0.7 else 3
        degree += share >= 0.98
        attributes["paragraph"][places[first:stop]] = 1 + degree + 5 * min(opened, 2) + 15 * before
        before = 1 + bool(quoted[stop - 1])
