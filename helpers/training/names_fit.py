"""A conditional random field over fingerprints of features, rounded to the integers of a NameModel.

Lafferty, McCallum, Pereira (2001); Weinberger et al. (2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from helpers.names.document import Document
from helpers.names.features import featurize
from helpers.names.model import BITS, NameModel, fingerprint
from helpers.perceptron import FORBIDDEN
from helpers.training.crf import train_crf

KINDS = ("organization", "person", "place")
LABELS = (*(f"B-{kind}" for kind in KINDS), *(f"I-{kind}" for kind in KINDS), "O")
# Integer steps per unit of weight, how many features are kept, the least weight in steps, and how
# often a feature must stand in the training texts.
SCALE, MOST, PRUNE, MIN_COUNT = 32, 120_000, 3, 3
PASSES, PENALTY, SEED = 6, 4e-4, 1
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


@dataclass(frozen=True)
class Examples:
    """Sentences as numbers: the features of all tokens one after another, how many each token has,
    how many tokens each sentence has, and the label of each token."""

    features: np.ndarray
    sizes: np.ndarray
    lengths: np.ndarray
    labels: np.ndarray

    def relabel(self, labels: Iterable[Sequence[str]]) -> Examples:
        """Return the same sentences with other labels."""
        return replace(self, labels=_number(labels))


def prepare(document: Sequence[tuple[list[str], list[str], list[str]]], known: dict) -> Examples:
    """Return the examples of one document given as (words, tags, labels) of its sentences; ``known``
    remembers the fingerprints."""
    context = Document(words for words, _, _ in document)
    features, sizes = [], []
    for words, tags, _ in document:
        for token in featurize(words, tags, context):
            row = {known[f] if f in known else known.setdefault(f, fingerprint(f)) for f in token}
            features.extend(sorted(row))
            sizes.append(len(row))
    return Examples(
        np.array(features, np.int32),
        np.array(sizes, np.int32),
        np.array([len(words) for words, _, _ in document], np.int64),
        _number(labels for _, _, labels in document),
    )


def join(parts: Iterable[Examples]) -> Examples:
    """Return examples one after another."""
    parts = list(parts)
    return Examples(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("features", "sizes", "lengths", "labels")
        )
    )


def fit(
    examples: Examples,
    *others: Examples,
    scale: int = SCALE,
    most: int = MOST,
    prune: int = PRUNE,
) -> NameModel:
    """Return the model learned from ``examples``. Trained twice where features are dropped: what
    is kept takes over the work of what is not. ``others`` are the same texts in other orders: the
    weights are the mean of one field for each, which takes out what is due to the order alone."""
    counts = np.bincount(examples.features, minlength=1 << BITS)
    kept = np.flatnonzero(counts >= MIN_COUNT)
    fields = [_train(examples, kept, SEED)]
    if len(kept) > most:
        largest = np.argsort(-np.abs(fields[0][0]).max(axis=1), kind="stable")
        kept = np.sort(kept[largest[:most]])
        fields = [_train(examples, kept, SEED)]
    fields += [_train(texts, kept, seed) for seed, texts in enumerate(others, SEED + 1)]
    return _round(
        [sum(parts) / len(fields) for parts in zip(*fields, strict=True)], kept, scale, prune
    )


def predict(model: NameModel, examples: Examples) -> list[list[str]]:
    """Return the best labels of the sentences."""
    kept = np.array(list(model.features), np.int64)
    emissions = _matrix(examples, kept) @ model.emission[1:].astype(np.float32)
    found = model.decode(np.rint(emissions).astype(np.int32), examples.lengths)
    names = np.array(LABELS, dtype=object)[found].tolist()
    ends = np.cumsum(examples.lengths).tolist()
    return [names[b - n : b] for b, n in zip(ends, examples.lengths.tolist(), strict=True)]


def forbidden(before: str | None, label: str) -> bool:
    """True where IOB2 does not allow ``label`` after ``before``."""
    return label[0] == "I" and (before is None or before[2:] != label[2:])


def _round(weights: Sequence[np.ndarray], kept: np.ndarray, scale: int, prune: int) -> NameModel:
    emission, inner, start, end = (np.rint(part * scale).astype(np.int64) for part in weights)
    emission = np.clip(emission, -127, 127)
    emission[np.abs(emission) < prune] = 0
    used = emission.any(axis=1)
    n = len(LABELS)
    transition = np.zeros((n + 1, n + 1), np.int64)
    transition[:n, :n], transition[n, :n], transition[:n, n] = inner, start, end
    for a, before in enumerate([*LABELS, None]):
        for b, label in enumerate(LABELS):
            if forbidden(before, label):
                transition[a, b] = FORBIDDEN
    return NameModel(LABELS, kept[used].tolist(), emission[used], transition)


def _number(labels: Iterable[Sequence[str]]) -> np.ndarray:
    return np.array([_NUMBERS[label] for row in labels for label in row], np.int64)


def _train(examples: Examples, kept: np.ndarray, seed: int):
    matrix = _matrix(examples, kept)
    return train_crf(
        matrix,
        examples.labels,
        examples.lengths,
        len(LABELS),
        passes=PASSES,
        penalty=PENALTY,
        seed=seed,
    )


def _matrix(examples: Examples, kept: np.ndarray) -> sparse.csr_matrix:
    rows = np.full(1 << BITS, -1, np.int32)
    rows[kept] = np.arange(len(kept), dtype=np.int32)
    columns = rows[examples.features]
    known = columns >= 0
    ends = np.concatenate([[0], np.cumsum(known)])[
        np.concatenate([[0], np.cumsum(examples.sizes, dtype=np.int64)])
    ]
    return sparse.csr_matrix(
        (np.ones(int(known.sum()), np.float32), columns[known], ends),
        shape=(len(examples.sizes), len(kept)),
    )
