"""The learned weights, and the exact account of one sentence that they give."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.resources import load_model
from helpers.sentiment.features import read_features
from helpers.sentiment.lexicon import Lexicon, load_lexicon
from helpers.sentiment.shifters import WINDOW

WEIGHTS = "sentiment-weights.txt.gz"
INTERVALS = "sentiment-intervals.json"

# A feature's value and a weight both count hundredths; ratings run from -4 to +4.
UNIT = 100 * 100
RATING = 4
# The factor of a sentence of n tokens with the sum s is 1 / sqrt(5 + n + 3 (s / 4)^2): sums of long
# sentences count less, and no score leaves [-1, 1].
OFFSET, PER_TOKEN, SATURATION = 5, 1, 3


@dataclass(frozen=True)
class Account:
    """One sentence taken apart: ``contributions[i]`` are those of its i-th word and sum to
    ``score``; ``weights[i]`` is what the word would give unshifted, ``shifts[i]`` names every
    shifter with what it added. ``score`` is None where no word is scored."""

    score: float | None
    weights: tuple[float, ...]
    contributions: tuple[float, ...]
    shifts: tuple[tuple[tuple[str, float], ...], ...]
    scored: tuple[bool, ...]
    units: tuple[int, ...]


class Scorer:
    """Integer weights of features, applied to sentences given as lower-case words."""

    def __init__(self, weights: dict[str, int], lexicon: Lexicon):
        self.weights, self.lexicon = weights, lexicon

    def sums(
        self, words: Sequence[str], cases: Sequence[str], window: int = WINDOW
    ) -> list[int | None]:
        """Return the summed weights of each word in 1 / ``UNIT`` of a rating point, None for a
        word nothing is known about."""
        sums: list[int | None] = [None] * len(words)
        get = self.weights.get
        for position, feature, value in read_features(words, cases, self.lexicon, window):
            weight = get(feature)
            if weight:
                sums[position] = (sums[position] or 0) + value * weight
        return sums

    def account(self, words: Sequence[str], cases: Sequence[str], window: int = WINDOW) -> Account:
        """Return the sentence taken apart, its shifters named in words."""
        plain: list[int] = [0] * len(words)
        shifts: list[dict[str, int]] = [{} for _ in words]
        scored = [False] * len(words)
        for position, feature, value in read_features(words, cases, self.lexicon, window):
            amount = value * self.weights.get(feature, 0)
            if not amount:
                continue
            scored[position] = True
            shifter = _name_shifter(feature, words[position])
            if shifter:
                shifts[position][shifter] = shifts[position].get(shifter, 0) + amount
            else:
                plain[position] += amount
        totals = [p + sum(s.values()) for p, s in zip(plain, shifts, strict=True)]
        factor = scale(sum(totals), len(words))
        return Account(
            sum(totals) * factor if any(scored) else None,
            tuple(p * factor for p in plain),
            tuple(t * factor for t in totals),
            tuple(tuple((name, v * factor) for name, v in s.items()) for s in shifts),
            tuple(scored),
            tuple(totals),
        )


def scale(total: int, tokens: int) -> float:
    """Return the factor that maps a sum of weights to [-1, 1]; every contribution is multiplied
    by it, so that contributions sum to the score.

    >>> total = 10**9
    >>> 0.57 < total * scale(total, 20) < 0.58
    True
    """
    rating = total / UNIT / RATING
    return 1 / UNIT / RATING / math.sqrt(OFFSET + PER_TOKEN * tokens + SATURATION * rating * rating)


def _name_shifter(feature: str, word: str) -> str:
    """Return what a feature is called in an account: "" for the plain weight of the word."""
    first, _, rest = feature.partition(" ")
    if first == "w":
        return ""
    if first == "n":
        return "negated"
    if first == "p":
        return "after “" + rest.partition(" ")[0] + "”"
    if first in ("vader+", "vader-", "derived+", "derived-", "second+", "second-"):
        return "negated" if rest.startswith("negated") else rest
    return "idiom: " + rest if first == "idiom" else ""


def parse_weights(content: bytes) -> dict[str, int]:
    """Return ``{feature: weight}`` of lines that hold a weight and, tab separated, its features."""
    weights = {}
    for line in content.decode("utf-8").splitlines():
        value, *features = line.split("\t")
        weights.update(dict.fromkeys(features, int(value)))
    return weights


def format_weights(weights: dict[str, int]) -> bytes:
    """Return the bytes that :func:`parse_weights` reads back."""
    by_value: dict[int, list[str]] = {}
    for feature in sorted(weights):
        if weights[feature]:
            by_value.setdefault(weights[feature], []).append(feature)
    lines = ["\t".join([str(value), *by_value[value]]) for value in sorted(by_value)]
    return "\n".join(lines).encode("utf-8")


def parse_intervals(content: bytes) -> dict:
    """Return the calibrated half-widths as :mod:`helpers.sentiment.intervals` uses them."""
    return json.loads(content)


@functools.lru_cache(maxsize=1)
def load_scorer() -> Scorer:
    """Return the scorer of the house, read from ``helpers/models``."""
    return Scorer(load_model(WEIGHTS, parse_weights), load_lexicon())


def find_cases(texts: Sequence[str]) -> list[str]:
    """Return how each word is written: ``capitals`` among words that are not, ``name`` for a capital
    letter within a sentence, else "". A headline in capitals or in title case has neither.

    >>> find_cases(["such", "a", "GREAT", "day", "in", "Norden"])
    ['', '', 'capitals', '', '', 'name']
    """
    cases = [""] * len(texts)
    longer = [(at, text) for at, text in enumerate(texts) if len(text) > 1 and text.isalpha()]
    shouted = sum(text.isupper() for _, text in longer)
    small = sum(text[0].islower() for _, text in longer)
    for at, text in enumerate(texts):
        if len(text) < 2 or not text[0].isupper():
            continue
        if text.isupper():
            cases[at] = "capitals" if shouted < len(longer) else ""
        elif at and texts[at - 1][0].isalnum() and 2 * small > len(longer):
            cases[at] = "name"
    return cases
