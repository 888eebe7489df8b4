"""Verbs right before words in marks: "compared farmers to ‘children’", "Noting that ‘rain is no crime’"."""

from __future__ import annotations

from bisect import bisect_left

from helpers.quotations.embedded import FINITE
from helpers.quotations.features import STRONG_CUE
from helpers.quotations.fragments import is_object
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, SOURCE, Reading, believe
from helpers.wordlists import calls, is_reporting

# Tokens of an object at most, and of a subject.
_OBJECT, _SUBJECT = 8, 6
_NAMED = frozenset("CD DT HYPH JJ NN NNP NNPS NNS POS PRP PRP$".split())


def add_calling(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label words in marks as the content of the verb of calling before them and its object, or of the
    participle that opens their sentence, where the labels took another cue."""
    for pair in reading.pairs:
        if pair.depth:
            continue
        first, stop = pair.locate(reading.starts)
        if stop - first < 3 or roles[first] != CONTENT:
            continue
        low = bisect_left(reading.sentences, reading.sentences[first])
        _mend_object(reading, low, first)
        verb = _calling(reading, low, first)
        verb = _opening(reading, low, first) if verb is None else verb
        if verb is None or CUE in roles[verb:first]:
            continue
        if roles[verb] == CONTENT and CUE in roles[low:verb]:
            # "warned that the court would not bear what she called ‘a game’"
            continue
        subject = verb
        while subject > max(low, verb - _SUBJECT) and reading.tags[subject - 1] in _NAMED:
            subject -= 1
        told = CUE in roles[low:verb]
        for i in range(low, first):
            if i >= subject or (roles[i] == CONTENT and not told and reading.inside[i] < 0):
                roles[i], begins[i] = OUTSIDE, False
        for i in range(subject, verb):
            roles[i], begins[i] = SOURCE, i == subject
        roles[verb], begins[verb], begins[first] = CUE, True, True
        reading.cue[verb] = 1.0
        believe(reading.source, subject, verb)


def _calling(reading: Reading, low: int, mark: int) -> int | None:
    """The finite verb of calling before an object and a mark."""
    for i in range(mark - 1, max(low, mark - _OBJECT), -1):
        between = reading.tags[i + 1 : mark]
        # "a film called “Lund”" is no verb of a clause, "a minister compared farmers to “…”" is.
        told = reading.tags[i] == "VBN" and bool(between) and calls(reading.words[i])
        if told or reading.tags[i] in FINITE:
            fit = calls(reading.words[i]) and (not between or is_object(between))
            return i if fit and reading.tags[i - 1] in _NAMED | {"RB"} else None
    return None


def _mend_object(reading: Reading, low: int, mark: int) -> None:
    """Take what the tagger made a verb for the head of what is called so: "called the union’s pay demands
    “absurd”"."""
    tags = reading.tags
    if tags[mark - 1] != "VBZ":
        return
    for i in range(mark - 2, max(low, mark - _OBJECT), -1):
        if tags[i] in FINITE:
            if (
                calls(reading.words[i])
                and i < mark - 2
                and is_object([*tags[i + 1 : mark - 1], "NNS"])
            ):
                tags[mark - 1] = "NNS"
            return


def _opening(reading: Reading, low: int, mark: int) -> int | None:
    """The participle that opens a sentence, perhaps behind a date line, right before a mark."""
    verb = mark - 1 - (reading.words[mark - 1] == "that")
    opens = verb == low or (verb > low and reading.words[verb - 1] == ":")
    stem = reading.words[verb].removesuffix("ing")
    tells = reading.levels[verb] >= STRONG_CUE or is_reporting(stem + "ed")
    return verb if opens and verb >= low and reading.tags[verb] == "VBG" and tells else None
