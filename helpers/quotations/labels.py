"""Source, cue and content of every token: two linear-chain models and their probabilities.

Trained as conditional random fields (Lafferty, McCallum, Pereira 2001) by
``helpers.training.quotations``; kept with integer weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.quotations.attributes import Words, describe, runs
from helpers.quotations.context import SECOND, describe_context
from helpers.quotations.features import FIRST
from helpers.quotations.lattice import Lattice
from helpers.quotations.templates import Templates
from helpers.resources import load_model, parse_lines

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Small weights matter: a hundred of them are summed up for every token.
SCALE = 128
_WIDTH = 8
# So many features of tokens are looked up at once: more would not stay in fast memory.
_AT_ONCE = 200_000


@dataclass(frozen=True)
class Layer:
    """A linear-chain model over numbered features: ``numbers`` (ascending), one row of ``weights``
    for each, and the weights between labels, at the start and at the end of a paragraph."""

    templates: Templates
    numbers: np.ndarray
    weights: np.ndarray
    between: np.ndarray
    start: np.ndarray
    end: np.ndarray

    @cached_property
    def rows(self) -> np.ndarray:
        """For every possible feature its row in ``table``; row 0 is for those without weight."""
        rows = np.zeros(self.templates.space, np.int32)
        rows[self.numbers] = np.arange(1, len(self.numbers) + 1)
        return rows

    @cached_property
    def table(self) -> np.ndarray:
        """The weights after a row of zeros; each row is one item of sixteen bytes, which is looked
        up much faster than seven. (Sums of small integers stay below 32,768.)"""
        table = np.zeros((len(self.numbers) + 1, _WIDTH), np.int16)
        table[1:, : len(LABELS)] = self.weights
        return table.view(np.complex128).ravel()

    def names(self) -> list[str]:
        """Return the names of all features, for a reader or a test."""
        return [self.templates.name(int(number)) for number in self.numbers]

    def find(self, codes: np.ndarray, lattice: Lattice) -> tuple[np.ndarray, np.ndarray]:
        """Return the best label of every token and the probabilities of all labels."""
        total = np.zeros((len(codes), _WIDTH), np.int16)
        columns = codes.T
        step = max(1, _AT_ONCE // max(1, len(codes)))
        for first in range(0, len(columns), step):
            rows = self.table.take(self.rows.take(columns[first : first + step]))
            cells = rows.view(np.int16).reshape(len(rows), -1, _WIDTH)
            total += cells.sum(axis=0, dtype=np.int16)
        scores = total[:, : len(LABELS)].astype(np.int32)
        best = lattice.decode(scores, self.between, self.start, self.end)
        parts = (scores, self.between, self.start, self.end)
        return best, lattice.probabilities(*(part.astype(np.float64) / SCALE for part in parts))

    def to_bytes(self) -> bytes:
        """Return the layer as bytes: gaps between feature numbers, then weights label by label."""
        gaps = np.diff(self.numbers, prepend=0).astype("<u4").view(np.uint8).reshape(-1, 4)
        chain = np.concatenate([self.between.ravel(), self.start, self.end]).astype("<i4")
        return b"".join(
            (
                np.array([len(self.numbers)], "<u4").tobytes(),
                chain.tobytes(),
                gaps.T.tobytes(),
                self.weights.astype(np.int8).T.tobytes(),
            )
        )

    @classmethod
    def from_bytes(cls, templates: Templates, content: bytes) -> tuple[Layer, bytes]:
        """Return the layer that :meth:`to_bytes` wrote, and the bytes after it."""
        labels = len(LABELS)
        count, chains = int(np.frombuffer(content, "<u4", 1)[0]), labels * (labels + 2)
        at = 4 + 4 * chains
        chain = np.frombuffer(content, "<i4", chains, 4).astype(np.int64)
        gaps = np.frombuffer(content, np.uint8, 4 * count, at).reshape(4, count).T
        at += 4 * count
        weights = np.frombuffer(content, np.int8, labels * count, at).reshape(labels, count).T
        numbers = np.cumsum(np.ascontiguousarray(gaps).view("<u4").ravel().astype(np.int64))
        between, start, end = np.split(chain, [labels * labels, labels * (labels + 1)])
        layer = cls(templates, numbers, weights, between.reshape(labels, labels), start, end)
        return layer, content[at + labels * count :]


@dataclass(frozen=True)
class LabelModel:
    """Two models, the second of which reads what the first one found."""

    first: Layer
    second: Layer

    def to_bytes(self) -> bytes:
        """Return both layers as bytes."""
        return self.first.to_bytes() + self.second.to_bytes()


def parse_labels(content: bytes) -> LabelModel:
    """Return the label model of ``quotations-labels.bin.xz``."""
    first, rest = Layer.from_bytes(FIRST, content)
    return LabelModel(first, Layer.from_bytes(SECOND, rest)[0])


def parse_cues(content: bytes) -> dict[str, tuple[int, int, int, int]]:
    """Return ``{word: classes}`` of ``quotations-cues.tsv``: how often the word is (part of) a cue,
    and how often its content is quoted, follows it, and has the source before it."""
    return {
        word: tuple(map(int, classes.split()))
        for word, classes in (line.split("\t")[:2] for line in parse_lines(content)[1:])
    }


def load_cues() -> dict[str, tuple[int, int, int, int]]:
    """Return the table of cue words."""
    return load_model("quotations-cues.tsv", parse_cues)


def load_labels() -> LabelModel:
    """Return the label model."""
    return load_model("quotations-labels.bin.xz", parse_labels)


def find_labels(
    words: Words, cues: Mapping[str, tuple[int, ...]], model: LabelModel
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the best label of every token (numbers in ``LABELS``), the probabilities of all labels
    and the cue level of every token."""
    attributes, places = describe(words, cues)
    lattice = Lattice([stop - first for first, stop in runs(words.paragraphs)])
    found = model.first.find(FIRST.encode(attributes, places), lattice)
    context = describe_context(words, attributes, places, *found)
    best, probabilities = model.second.find(SECOND.encode(context, places), lattice)
    return best, probabilities, attributes["cue"][places]
