"""What is known about every token of an article before any label is chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.quotations.features import (
    _BASE,
    _CLOSING,
    _N_LEVELS,
    _N_WORDS,
    LENGTHS,
    SIZES,
    STEPS,
    STRONG_CUE,
    TAG_IDS,
    WORD_IDS,
)
from helpers.quotations.pairing import Pair
from helpers.quotations.templates import PADDING

_THAT, _COMMA = WORD_IDS["that"], WORD_IDS[","]


@dataclass(slots=True)
class Words:
    """The tokens of one article as parallel lists."""

    text: str
    norms: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[int]
    sentences: list[int]
    pairs: list[Pair]


def describe(words: Words, cues: Mapping[str, tuple[int, ...]]) -> tuple[dict, np.ndarray]:
    """Return the attributes of all tokens as arrays with empty places between paragraphs, and the
    places of the tokens in them, of which there must be one. ``cues`` maps a word to its four classes (see ``cues``)."""
    n = len(words.norms)
    fresh = np.append(True, np.diff(words.paragraphs) != 0)
    places = np.arange(n) + PADDING * np.cumsum(fresh)
    size = int(places[-1]) + PADDING + 1
    attributes = {name: np.zeros(size, np.int32) for name in SIZES}

    forms, levels, flavours = _describe_each(words.norms, lambda word: _describe_word(word, cues)).T
    tags = np.array([TAG_IDS.get(tag, 0) for tag in words.tags], np.int32)
    attributes["tag"][places] = tags
    attributes["cue"][places] = levels
    attributes["cuekind"][places] = flavours
    attributes["word"][places] = np.where(forms > 0, forms, _N_WORDS + tags * _N_LEVELS + levels)
    spans = zip(words.starts, words.ends, strict=True)
    attributes["shape"][places] = _describe_each([words.text[a:b] for a, b in spans], _shape)
    marks = _describe_marks(words, attributes, places, fresh)
    quoted = (marks >= 2) & (marks <= 4)
    strong = ((levels >= STRONG_CUE) | (forms == WORD_IDS["according"])) & ~quoted
    _describe_way(words, attributes, places, forms, levels, marks, strong)
    _describe_sentences(words, attributes, places, marks, quoted, strong)
    _describe_paragraphs(attributes, places, fresh, marks, quoted)
    return attributes, places


def _describe_each(words: list[str], describe: Callable) -> np.ndarray:
    """Return the numbers that describe every word; equal words are described once."""
    places = {word: place for place, word in enumerate(dict.fromkeys(words))}
    return np.array([describe(word) for word in places], np.int32)[[places[word] for word in words]]


def _describe_word(word: str, cues: Mapping[str, tuple[int, ...]]) -> tuple[int, int, int]:
    """Number of a function word, cue level and kind of cue of any other."""
    form = WORD_IDS.get(word, 0)
    kind = None if form else find_cue(cues, word)
    if not kind:
        return form, 0, 0
    return form, kind[0], 1 + (kind[1] * _BASE + kind[2]) * _BASE + kind[3] if kind[0] else 0


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
        first, stop = pair.locate(words.starts)
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
    level, sentences = np.maximum(levels, 1), np.array(words.sentences)
    commas, thats = ~strong & (forms == _COMMA), ~strong & (forms == _THAT)
    for side, turn, border in (("left", 1, 4), ("right", -1, 2)):
        cues = nearest_before(strong[::turn], sentences[::turn])
        path = 1 + np.minimum(count_since(commas[::turn], cues), 2)
        passed = np.minimum(count_since(marks[::turn] == border, cues), 1)
        if side == "left":
            path += 3 * np.minimum(count_since(thats, cues), 1) + 6 * passed
        else:
            path += 3 * passed
        for name, values in (
            (side, steps_from(cues)),
            (f"{side}cue", np.where(cues < 0, 0, level[::turn][cues])),
            (f"{side}path", np.where(cues < 0, 0, path)),
        ):
            attributes[name][places] = values[::turn]


def nearest_before(chosen: np.ndarray, sentences: np.ndarray) -> np.ndarray:
    """Return for every token the nearest chosen one before it in its sentence, or -1."""
    last = np.where(chosen, np.arange(len(chosen)), -1)
    last[1:], last[:1] = np.maximum.accumulate(last)[:-1], -1
    return np.where(sentences[last] == sentences, last, -1)


def count_since(chosen: np.ndarray, since: np.ndarray) -> np.ndarray:
    """Return for every token how many chosen ones lie between it and the one in ``since``."""
    before = np.cumsum(chosen)
    return before - chosen - before[since]


def steps_from(since: np.ndarray) -> np.ndarray:
    """Return for every token the class of its distance from the one in ``since``; 0 for none."""
    classes = 1 + np.searchsorted(STEPS, np.arange(len(since)) - since)
    return np.where(since < 0, 0, classes)


def runs(ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return the runs of equal numbers, which ascend, as ``(first, stop)``."""
    found, first = [], 0
    while first < len(ids):
        stop = bisect_right(ids, ids[first], first)
        found.append((first, stop))
        first = stop
    return found


def paragraph_spans(starts: list[int], ends: list[int], paragraphs: list[int]) -> list[tuple]:
    """Return the span of every paragraph that has tokens, in characters."""
    return [(starts[first], ends[stop - 1]) for first, stop in runs(paragraphs)]


def measure_runs(ids: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return where the runs of equal numbers begin, and how long they are."""
    bounds = np.array(runs(ids))
    return bounds[:, 0], bounds[:, 1] - bounds[:, 0]


def _describe_sentences(words, attributes, places, marks, quoted, strong) -> None:
    first, lengths = measure_runs(words.sentences)
    cues, opened, inside = sum_runs(first, strong, marks == 2, quoted)
    share = inside / lengths
    degree = (share > 0) * 1 + (share >= 0.5) + (share >= 0.95)
    values = 1 + np.minimum(cues, 2) + 3 * np.minimum(opened, 2) + 9 * degree
    attributes["sentence"][places] = np.repeat(values, lengths)
    since = np.arange(len(places)) - np.repeat(first, lengths)
    attributes["first"][places] = 1 + np.minimum(since, 5)
    attributes["last"][places] = 1 + np.minimum(np.repeat(lengths, lengths) - 1 - since, 5)


def sum_runs(first: np.ndarray, *chosen: np.ndarray) -> np.ndarray:
    """Return how many chosen tokens lie in every run that begins at ``first``, a row per choice."""
    return np.add.reduceat(np.array(chosen, np.int32), first, axis=1)


def _describe_paragraphs(attributes, places, fresh, marks, quoted) -> None:
    first = np.flatnonzero(fresh)
    lengths = np.diff(first, append=len(places))
    opened, inside = sum_runs(first, marks == 2, quoted)
    share = inside / lengths
    degree = (share > 0) * 1 + (share >= 0.3) + (share >= 0.7) + (share >= 0.98)
    before = np.append(0, 1 + quoted[first[1:] - 1])
    values = 1 + degree + 5 * np.minimum(opened, 2) + 15 * before
    attributes["paragraph"][places] = np.repeat(values, lengths)
