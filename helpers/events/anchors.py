"""To which time an event is anchored: a linear ranker over the times that come into question.

For every event the candidates are the time expressions of its sentence, the last one before it, the
publication date, and nothing. Each gets features (tags, closed-class words, distances, WordNet
classes; no content word) and the sum of their integer weights; the highest candidate wins if it is
probable enough. Trained as a conditional logit model.
"""

from __future__ import annotations

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
class Anchors:
    """Integer weights per feature, and how probable a time must be, in thousandths."""

    weights: dict[str, int]
    threshold: int

    def score(self, features: list[str]) -> int:
        """Return the summed weight of a candidate's features."""
        get = self.weights.get
        return sum([get(feature, 0) for feature in features])

    def to_bytes(self) -> bytes:
        """Return the weights as sorted lines, the threshold first."""
        lines = [f"{weight}\t{feature}" for feature, weight in sorted(self.weights.items())]
        return "\n".join([str(self.threshold), *lines]).encode("utf-8")

    @classmethod
    def from_bytes(cls, content: bytes) -> Anchors:
        """Return the weights that :meth:`to_bytes` wrote."""
        first, *lines = content.decode("utf-8").split("\n")
        pairs = (line.split("\t", 1) for line in lines)
        return cls({feature: int(weight) for weight, feature in pairs}, int(first))
