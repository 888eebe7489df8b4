"""Sentences of tokens, who speaks in them, and the score of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.sentiment.lexicon import CLOSED_CLASS
from helpers.sentiment.model import Scorer, find_cases, scale
from helpers.sentiment.shifters import WINDOW

AUTHOR = "author"
UNKNOWN = "unknown speaker"


@dataclass(frozen=True)
class Sentence:
    """The tokens of one sentence, or of the part of it that one voice speaks."""

    paragraph: int
    number: int
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    texts: Sequence[str]
    kinds: Sequence[str]


@dataclass(frozen=True)
class Measure:
    """The two scores of a sentence; None where no word is scored."""

    score: float | None
    evaluation: float | None
    n_words: int
    n_open: int
    n_scored: int
    n_covered: int


def split_sentences(tokens: pd.DataFrame, labels: Sequence | None = None) -> list[Sentence]:
    """Return the sentences of a tokens table; with ``labels`` (one a token), each run of one label
    within a sentence apart."""
    names = ("start", "end", "norm", "text", "kind")
    columns = [tokens[name].tolist() for name in names]
    paragraphs, numbers = tokens["paragraph"].tolist(), tokens["sentence"].tolist()
    keys = list(zip(paragraphs, numbers, labels or [None] * len(numbers), strict=True))
    sentences, first = [], 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[first]:
            part = (column[first:at] for column in columns)
            sentences.append(Sentence(paragraphs[first], numbers[first], *part))
            first = at
    return sentences


def measure(
    scorer: Scorer, sentence: Sentence, topical: frozenset[str], window: int = WINDOW
) -> Measure:
    """Return both scores of a sentence and its counts."""
    words = sentence.words
    sums = scorer.sums(words, find_cases(sentence.texts), window)
    total = rest = 0
    n_words = n_open = scored = covered = scored_rest = 0
    for word, kind, value in zip(words, sentence.kinds, sums, strict=True):
        is_word = kind == "word"
        n_words += is_word
        n_open += is_word and word not in CLOSED_CLASS
        if value is None:
            continue
        total += value
        counts = carries(scorer, word)
        scored += counts
        covered += counts and is_word
        if word not in topical:
            rest += value
            scored_rest += counts
    size = len(words)
    return Measure(
        total * scale(total, size) if scored else None,
        rest * scale(rest, size) if scored_rest else None,
        n_words,
        n_open,
        scored,
        covered,
    )


def carries(scorer: Scorer, word: str) -> bool:
    """Return whether a word is scored in its own right, not only a mark or a function word."""
    if word in CLOSED_CLASS or word in "?!":
        return False
    return any(scorer.lexicon.valences(word)) or f"w {word}" in scorer.weights


def voice_of_tokens(tokens: pd.DataFrame, quotations: pd.DataFrame | None) -> list[str]:
    """Return who speaks each token: the speaker of the shortest quotation around it, else the
    author."""
    starts = tokens["start"].tolist()
    voices = [AUTHOR] * len(starts)
    if quotations is None or quotations.empty:
        return voices
    spans = quotations.assign(length=quotations["end"] - quotations["start"])
    spans = spans.sort_values(["length", "start"], ascending=[False, True], kind="stable")
    speakers = (
        spans["speaker"].fillna(UNKNOWN).tolist() if "speaker" in spans else [UNKNOWN] * len(spans)
    )
    position = pd.Series(starts)
    lefts = position.searchsorted(spans["start"].to_numpy()).tolist()
    rights = position.searchsorted(spans["end"].to_numpy()).tolist()
    for left, right, speaker in zip(lefts, rights, speakers, strict=True):
        voices[left:right] = [speaker] * (right - left)
    return voices


def main_voice(voices: Sequence[str]) -> str:
    """Return the voice with most tokens, the first of several."""
    return max(dict.fromkeys(voices), key=voices.count) if voices else AUTHOR
