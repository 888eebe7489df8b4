"""Training of the label model: a linear-chain conditional random field by AdaGrad.

Lafferty, McCallum, Pereira (2001); Duchi, Hazan, Singer (2011). The weights of the second half of
the passes are averaged.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from helpers.quotations.labels import Lattice


def train_crf(
    features: sparse.csr_matrix,
    labels: np.ndarray,
    lengths: np.ndarray,
    n_labels: int,
    passes: int = 8,
    rate: float = 0.05,
    penalty: float = 1e-3,
    batch: int = 200,
    seed: int = 1,
):
    """Return weights of features, between labels, at the start and at the end."""
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    shapes = [(features.shape[1], n_labels), (n_labels, n_labels), (n_labels,), (n_labels,)]
    weights = [np.zeros(shape, np.float32) for shape in shapes]
    squares = [
        np.full(shape, 1e-3 if i == 0 else 0.1, np.float32) for i, shape in enumerate(shapes)
    ]
    totals = [np.zeros(shape, np.float64) for shape in shapes]
    generator, added = np.random.RandomState(seed), 0
    for number in range(passes):
        order = generator.permutation(len(lengths))
        for block, at in enumerate(range(0, len(order), batch)):
            chosen = order[at : at + batch]
            rows = np.concatenate([np.arange(starts[i], starts[i] + lengths[i]) for i in chosen])
            part, gold = features[rows], labels[rows]
            emission, *others = _gradients(part, gold, lengths[chosen], weights)
            columns = np.unique(part.indices)
            step = (part.T @ emission)[columns] + penalty * weights[0][columns] * len(chosen)
            squares[0][columns] += step * step
            weights[0][columns] -= rate * step / np.sqrt(squares[0][columns])
            for i, slope in enumerate(others, 1):
                squares[i] += slope * slope
                weights[i] -= rate * slope / np.sqrt(squares[i])
            if number >= passes // 2 and block % 8 == 0:
                for total, weight in zip(totals, weights, strict=True):
                    total += weight
                added += 1
    return [total / added for total in totals]


def _gradients(part, gold, lengths, weights):
    emission, inner, start, end = weights
    lattice = Lattice(lengths)
    scores = np.asarray(part @ emission)
    forward, backward, scale = lattice.forward(scores, start, inner, end)
    expected = np.zeros_like(inner, dtype=np.float64)
    local = np.exp(scores - scores.max(axis=1, keepdims=True))
    for rows in list(lattice.steps())[1:]:
        ahead = local[rows] * backward[rows] / scale[rows][:, None]
        expected += forward[rows - 1].T @ ahead
    expected *= np.exp(inner)
    slopes = forward * backward
    slopes[np.arange(len(gold)), gold] -= 1
    ends = np.zeros(len(gold), bool)
    ends[lattice.last] = True
    before = np.flatnonzero(~ends)
    np.add.at(expected, (gold[before], gold[before + 1]), -1)
    return (
        slopes.astype(np.float32),
        expected.astype(np.float32),
        slopes[lattice.starts].sum(axis=0).astype(np.float32),
        slopes[lattice.last].sum(axis=0).astype(np.float32),
    )
