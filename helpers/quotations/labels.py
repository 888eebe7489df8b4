"""Source, cue and content of every token: the linear-chain model and its probabilities.

Trained as a conditional random field (Lafferty, McCallum, Pereira 2001) by
``helpers.training.quotations``; kept with integer weights as a ``SequenceLabeller``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helpers.perceptron import SequenceLabeller
from helpers.quotations.features import SPACE, number_feature
from helpers.resources import load_model, parse_lines

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Small weights matter: a hundred of them are summed up for every token.
SCALE = 128


@dataclass(frozen=True)
class LabelModel:
    """A labeller whose features are looked up by number (``rows``) instead of by name."""

    labeller: SequenceLabeller
    rows: np.ndarray
    order: tuple[int, ...]

    def score(self, codes: np.ndarray) -> np.ndarray:
        """Return the summed weights, one row per token and one column per label of ``LABELS``."""
        total = np.zeros((len(codes), len(LABELS)), np.int32)
        for column in range(codes.shape[1]):
            total += self.labeller.emission[self.rows[codes[:, column]]]
        return total[:, self.order]

    def transitions(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the weights between labels, at the start and at the end of a paragraph."""
        inner = self.labeller.transition
        n = len(LABELS)
        keep = list(self.order)
        return inner[:n, :n][np.ix_(keep, keep)], inner[n, :n][keep], inner[:n, n][keep]


def parse_labels(content: bytes) -> LabelModel:
    """Return the label model of ``quotations-labels.bin.gz``."""
    labeller = SequenceLabeller.from_bytes(content)
    rows = np.zeros(SPACE, np.int32)
    for name, row in labeller.features.items():
        rows[number_feature(name)] = row
    return LabelModel(labeller, rows, tuple(labeller.labels.index(label) for label in LABELS))


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
    return load_model("quotations-labels.bin.gz", parse_labels)


def find_labels(
    codes: np.ndarray, lengths: Sequence[int], model: LabelModel
) -> tuple[np.ndarray, np.ndarray]:
    """Return the best label of every token (numbers in ``LABELS``) and all label probabilities;
    ``lengths`` are the numbers of tokens of the paragraphs."""
    scores = model.score(codes)
    inner, start, end = model.transitions()
    lattice = Lattice(lengths)
    best = lattice.decode(scores, inner, start, end)
    weights = [part.astype(np.float64) / SCALE for part in (scores, inner, start, end)]
    return best, lattice.probabilities(*weights)


class Lattice:
    """All paragraphs at once, one step of time after another (longest paragraphs first)."""

    def __init__(self, lengths: Sequence[int]):
        lengths = np.asarray(lengths, np.int64)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        order = np.argsort(-lengths, kind="stable")
        self.starts, self.lengths = starts[order], lengths[order]
        longest = int(self.lengths[0]) if len(lengths) else 0
        self.active = [int((self.lengths > t).sum()) for t in range(longest)]
        self.last = self.starts + self.lengths - 1

    def steps(self):
        """Yield the rows of each step of time."""
        for t, count in enumerate(self.active):
            yield self.starts[:count] + t

    def decode(self, scores, inner, start, end) -> np.ndarray:
        """Return the best labels (Viterbi); ties go to the first label."""
        best, back = np.zeros(len(scores), np.int64), np.zeros(scores.shape, np.int64)
        totals = np.zeros(scores.shape, np.int64)
        for t, rows in enumerate(self.steps()):
            if t == 0:
                totals[rows] = scores[rows] + start
            else:
                ways = totals[rows - 1][:, :, None] + inner
                back[rows] = ways.argmax(axis=1)
                totals[rows] = ways.max(axis=1) + scores[rows]
        if len(scores):
            best[self.last] = (totals[self.last] + end).argmax(axis=1)
        for rows in reversed(list(self.steps())[1:]):
            best[rows - 1] = back[rows, best[rows]]
        return best

    def probabilities(self, scores, inner, start, end) -> np.ndarray:
        """Return the probability of every label of every token (forward-backward)."""
        forward, backward, _scale = self.forward(scores, start, inner, end)
        return forward * backward

    def forward(self, scores, start, inner, end):
        """Return scaled forward and backward values and the scaling factors."""
        local = np.exp(scores - scores.max(axis=1, keepdims=True)) if len(scores) else scores
        between, first, final = np.exp(inner), np.exp(start), np.exp(end)
        forward, backward = np.zeros_like(local), np.zeros_like(local)
        scale = np.ones(len(local))
        steps = list(self.steps())
        for t, rows in enumerate(steps):
            values = local[rows] * (first if t == 0 else forward[rows - 1] @ between)
            scale[rows] = values.sum(axis=1)
            forward[rows] = values / scale[rows][:, None]
        if len(local):
            closing = (forward[self.last] * final).sum(axis=1)
            backward[self.last] = final / closing[:, None]
        for rows in reversed(steps[1:]):
            ahead = local[rows] * backward[rows] / scale[rows][:, None]
            backward[rows - 1] = ahead @ between.T
        return forward, backward, scale
