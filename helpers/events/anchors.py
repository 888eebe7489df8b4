"""Time expressions as anchors of events, and the weights of a conditional logit model over them.

The candidates of one choice get features (tags, closed-class words, distances, WordNet classes; no
content word) and the sum of their integer weights; "nothing" has the sum 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

PUBLICATION = -1
# Integer steps per unit of a weight: e ** (score / SCALE) is what the odds are multiplied by.
SCALE = 100


@dataclass(frozen=True)
class Time:
    """A time expression: its row number, type, value and where it stands."""

    row: int
    type: str
    value: str
    sentence: int
    first: int
    last: int

    def relation(self, published: str | None) -> str:
        """Return how the value lies to the publication date: before, same, after, within, ?."""
        if not published or not self.value[:4].isdigit():
            return "?"
        if published.startswith(self.value[:10]) or self.value.startswith(published):
            return "same" if len(self.value) >= 10 else "within"
        if len(self.value) > 4 and not self.value[5:7].isdigit():
            return "before" if self.value[:4] < published[:4] else "year"
        return "before" if self.value < published else "after"

    def kind(self) -> str:
        """Return the type with the grain of the value."""
        if not self.value[:1].isdigit():
            return f"{self.type[:3]} {self.value[:4] if '_REF' in self.value else self.value[:1]}"
        return f"{self.type[:3]} {len(self.value)}"


@dataclass(frozen=True)
class Weights:
    """Integer weights per feature, ``SCALE`` steps to a unit of the logarithm of the odds."""

    weights: dict[str, int]

    def score(self, features: list[str]) -> int:
        """Return the summed weight of a candidate's features."""
        get = self.weights.get
        return sum([get(feature, 0) for feature in features])

    def shares(self, candidates: list[list[str]]) -> list[float]:
        """Return the probability of every candidate, each against the others and "nothing"."""
        scores = [self.score(features) / SCALE for features in candidates]
        top = max([0.0, *scores])
        odds = [math.exp(score - top) for score in scores]
        total = math.exp(-top) + sum(odds)
        return [one / total for one in odds]

    def to_bytes(self) -> bytes:
        """Return the weights as sorted lines."""
        lines = [f"{weight}\t{feature}" for feature, weight in sorted(self.weights.items())]
        return "\n".join(lines).encode("utf-8")

    @classmethod
    def from_bytes(cls, content: bytes) -> Weights:
        """Return the weights that :meth:`to_bytes` wrote."""
        pairs = (line.split("\t", 1) for line in content.decode("utf-8").split("\n"))
        return cls({feature: int(weight) for weight, feature in pairs})
