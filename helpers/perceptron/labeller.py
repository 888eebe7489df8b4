"""A linear-chain sequence labeller with integer weights.

Michael Collins (2002): Discriminative Training Methods for Hidden Markov Models. EMNLP. Decoding is
exact (Viterbi); ties go to the label that comes first in sorted order, so equal input gives equal
output on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from helpers.perceptron.training import train_weights
from helpers.perceptron.viterbi import FORBIDDEN, decode, sum_rows

Features = Sequence[Sequence[Iterable[str]]]
_HEADER = "sequence labeller 1"


class SequenceLabeller:
    """Labels the tokens of sequences from string features and the label before.

    A token is an iterable of feature strings (present or absent, no values), a sequence a list of
    tokens. Train with :meth:`train`, keep with :meth:`to_bytes`, load with :meth:`from_bytes`.

    >>> sequences = [[["the"], ["dog"]], [["the"], ["cat"]], [["dog"]]]
    >>> labels = [["D", "N"], ["D", "N"], ["N"]]
    >>> labeller = SequenceLabeller.train(sequences, labels, iterations=5, seed=1)
    >>> labeller.predict([["the"], ["unseen"]])
    ['D', 'N']
    >>> labeller = SequenceLabeller.from_bytes(labeller.to_bytes())
    >>> labeller.predict_many([[["cat"]], []])
    [['N'], []]
    >>> labeller.predict([["cat"]], allowed=[["D"]])
    ['D']
    """

    def __init__(
        self,
        labels: Sequence[str],
        features: Sequence[str],
        emission: np.ndarray,
        transition: np.ndarray,
    ):
        """``emission`` has one row per feature, ``transition[a, b]`` scores label b after label a;
        its last row scores the first label of a sequence, its last column the end after a label."""
        self.labels = tuple(labels)
        self.label_ids = {label: i for i, label in enumerate(self.labels)}
        self.features = {feature: i for i, feature in enumerate(features, 1)}
        # Row 0 stays zero: it opens every token's segment, so a token without known features works.
        self.emission = np.zeros((len(self.features) + 1, len(self.labels)), np.int16)
        self.emission[1:] = emission
        self.transition = np.asarray(transition, np.int32)

    # ------------------------------------------------------------------ prediction

    def predict(self, sequence: Sequence[Iterable[str]], allowed=None) -> list[str]:
        """Return the best labels of one sequence.

        ``allowed`` restricts the answer: for each token an iterable of labels, or ``None`` for any.
        """
        return self.predict_many([sequence], None if allowed is None else [allowed])[0]

    def predict_many(self, sequences: Features, allowed=None) -> list[list[str]]:
        """Return the best labels of every sequence (much faster than one call per sequence)."""
        lengths = [len(sequence) for sequence in sequences]
        emissions = self.score([token for sequence in sequences for token in sequence])
        if allowed is not None:
            emissions = emissions + self.mask([tags for sequence in allowed for tags in sequence])
        names = np.array(self.labels, dtype=object)[self.decode(emissions, lengths)].tolist()
        ends = np.cumsum(lengths, dtype=int).tolist()
        return [names[end - length : end] for end, length in zip(ends, lengths, strict=True)]

    def predict_with_margins(
        self, sequence: Sequence[Iterable[str]], allowed=None
    ) -> list[tuple[str, int]]:
        """Return ``(label, margin)`` per token of one sequence: by how much the best labelling of
        the whole sequence beats the best one that gives this token another label (0: a tie)."""
        if not len(sequence):
            return []
        emissions = self.score(sequence).astype(np.int64)
        if allowed is not None:
            emissions += self.mask(allowed)
        n = len(self.labels)
        inner, first, last = self.transition[:n, :n], self.transition[n, :n], self.transition[:n, n]
        forward, backward = emissions.copy(), np.zeros_like(emissions)
        forward[0] += first
        backward[-1] = last
        for t in range(1, len(emissions)):
            forward[t] += (forward[t - 1][:, None] + inner).max(axis=0)
        for t in range(len(emissions) - 2, -1, -1):
            backward[t] = (inner + (emissions[t + 1] + backward[t + 1])).max(axis=1)
        totals = forward + backward
        rows, best = np.arange(len(totals)), self.decode(emissions, [len(emissions)])
        others = totals.copy()
        others[rows, best] = FORBIDDEN * len(totals)
        margins = totals[rows, best] - others.max(axis=1) if n > 1 else totals[rows, best]
        return [(self.labels[b], int(m)) for b, m in zip(best, margins, strict=True)]

    def score(self, tokens: Sequence[Iterable[str]]) -> np.ndarray:
        """Return the summed feature weights, one row per token and one column per label."""
        get = self.features.get
        ids, starts = [], []
        for token in tokens:
            starts.append(len(ids))
            ids.append(0)
            ids.extend([i for i in map(get, token) if i])
        return sum_rows(self.emission, np.array(ids, np.int64), np.array(starts, np.int64))

    def score_columns(self, columns: Sequence[Sequence[str]]) -> np.ndarray:
        """Return the summed weights of tokens that all have the same number of features: column k
        holds the k-th feature of every token. Faster than :meth:`score`."""
        get = self.features.get
        ids = np.array([[get(feature, 0) for feature in column] for column in columns], np.int64)
        sums = np.empty((ids.shape[1], len(self.labels)), np.int32)
        for a in range(0, ids.shape[1], 64):
            block = self.emission[ids[:, a : a + 64]]
            block.sum(axis=0, dtype=np.int32, out=sums[a : a + 64])
        return sums

    def mask(self, allowed: Iterable[Iterable[str] | None]) -> np.ndarray:
        """Return what to add to the scores so that only ``allowed`` labels can win."""
        rows = list(allowed)
        mask = np.full((len(rows), len(self.labels)), FORBIDDEN, np.int32)
        for row, names in enumerate(rows):
            columns = slice(None) if names is None else [self.label_ids[name] for name in names]
            mask[row, columns] = 0
        return mask

    def decode(self, emissions: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
        """Return the best label ids of sequences whose score rows stand one after another."""
        return decode(emissions, lengths, self.transition)

    # ------------------------------------------------------------------ storage

    def to_bytes(self) -> bytes:
        """Return the model as bytes: sorted features (front-coded), then sparse weights."""
        if any("\n" in feature for feature in self.features):
            raise ValueError("A feature with a line break in it cannot be stored.")
        shared, rest, before = [], [], ""
        for feature in self.features:
            length = 0
            limit = min(len(before), len(feature), 255)
            while length < limit and before[length] == feature[length]:
                length += 1
            shared.append(length)
            rest.append(feature[length:])
            before = feature
        weights = self.emission[1:]
        rows, columns = np.nonzero(weights)
        values = weights[rows, columns]
        head = "\n".join([_HEADER, "\t".join(self.labels), "\n".join(rest)]).encode()
        parts = [
            np.array([len(head), len(rest), len(rows)], "<u4"),
            np.frombuffer(head, np.uint8),
            np.array(shared, np.uint8),
            np.bincount(rows, minlength=len(rest)).astype(np.uint8),
            columns.astype(np.uint8),
            # Low and high bytes apart: the high ones are nearly all alike and compress away.
            (values & 255).astype(np.uint8),
            (values >> 8).astype(np.int8),
            self.transition.astype("<i4"),
        ]
        return b"".join(part.tobytes() for part in parts)

    @classmethod
    def from_bytes(cls, content: bytes) -> SequenceLabeller:
        """Return the model that :meth:`to_bytes` wrote. Raises ``ValueError`` for other bytes."""
        size, n_features, n_weights = (int(n) for n in np.frombuffer(content, "<u4", 3))
        at = 12 + size
        lines = content[12:at].decode("utf-8", "replace").split("\n")
        if lines[0] != _HEADER:
            raise ValueError(f"These bytes are no model: they do not begin with '{_HEADER}'.")
        labels = lines[1].split("\t")
        shared = content[at : at + n_features]
        features, before = [], ""
        for length, rest in zip(shared, lines[2 : 2 + n_features], strict=True):
            before = before[:length] + rest
            features.append(before)
        at += n_features

        def take(count: int, dtype: str) -> np.ndarray:
            nonlocal at
            block = np.frombuffer(content, dtype, count, at)
            at += block.nbytes
            return block

        counts = take(n_features, "u1")
        columns, low, high = take(n_weights, "u1"), take(n_weights, "u1"), take(n_weights, "i1")
        emission = np.zeros((n_features, len(labels)), np.int16)
        rows = np.repeat(np.arange(n_features), counts)
        emission[rows, columns] = low.astype(np.int16) + high.astype(np.int16) * 256
        side = len(labels) + 1
        return cls(labels, features, emission, take(side * side, "<i4").reshape(side, side))

    # ------------------------------------------------------------------ training

    @classmethod
    def train(
        cls,
        sequences: Iterable[Sequence[Iterable[str]]],
        labels: Sequence[Sequence[str]],
        iterations: int = 8,
        seed: int = 1,
        min_count: int = 1,
        scale: int = 16,
        prune: int = 1,
        margin: int = 0,
        restarts: int = 1,
        forbidden: Callable[[str | None, str | None], bool] | None = None,
        report: Callable[[int, int, float], None] | None = None,
    ) -> SequenceLabeller:
        """Return a labeller trained on ``sequences`` (read once, a generator is fine).

        ``min_count`` drops rarer features; ``margin`` asks the right label to lead by that much
        (loss-augmented decoding); ``restarts`` adds up the averages of that many trainings with
        the seeds seed, seed+1, ...; ``scale`` is the number of integer steps per unit of averaged
        weight, and weights below ``prune`` steps are dropped. ``forbidden(before, label)`` is true
        for pairs that must never follow each other (``None`` stands for start and end, so a BIO
        scheme is one line). ``report(restart, iteration, accuracy)`` is called after each pass.
        Raises ``ValueError`` when sequences and labels do not fit or there are too many labels.
        """
        return cls(
            *train_weights(
                sequences,
                labels,
                iterations=iterations,
                seed=seed,
                min_count=min_count,
                scale=scale,
                prune=prune,
                margin=margin,
                restarts=restarts,
                forbidden=forbidden,
                report=report,
            )
        )
