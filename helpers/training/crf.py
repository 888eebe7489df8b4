"""Training of the label model: a linear-chain conditional random field by AdaGrad.

Lafferty, McCallum, Pereira (2001); Duchi, Hazan, Singer (2011). The weights of the second half of
the passes are averaged.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from helpers.quotations.lattice import Lattice


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
    ends = lattice.stops - 1
    scores = np.asarray(part @ emission)
    local = np.empty_like(scores)
    local[lattice.cells] = np.exp(scores - scores.max(axis=1, keepdims=True))
    forward, backward, scale = _sweep(lattice, local, inner, start, end, lattice.cells[ends])
    expected = np.zeros_like(inner, dtype=np.float64)
    for before, rows in lattice.transitions:
        ahead = local[rows] * backward[rows] / scale[rows][:, None]
        expected += forward[before].T @ ahead
    expected *= np.exp(inner)
    slopes = (forward * backward)[lattice.cells]
    slopes[np.arange(len(gold)), gold] -= 1
    inside = np.ones(len(gold), bool)
    inside[ends] = False
    before = np.flatnonzero(inside)
    np.add.at(expected, (gold[before], gold[before + 1]), -1)
    longest_first = np.argsort(-np.asarray(lengths), kind="stable")
    return (
        slopes.astype(np.float32),
        expected.astype(np.float32),
        slopes[lattice.starts[longest_first]].sum(axis=0).astype(np.float32),
        slopes[ends[longest_first]].sum(axis=0).astype(np.float32),
    )


def _sweep(lattice: Lattice, local, inner, start, end, last):
    """Return forward and backward values, scaled to a sum of one forwards, and the scales; ``last``
    are the rows in which paragraphs end."""
    between = np.exp(inner)
    forward, backward = np.zeros_like(local), np.zeros_like(local)
    scale = np.ones(len(local))
    for before, rows in [(None, lattice.first), *lattice.transitions]:
        values = local[rows] * (np.exp(start) if before is None else forward[before] @ between)
        scale[rows] = values.sum(axis=1)
        forward[rows] = values / scale[rows][:, None]
    final = np.exp(end)
    backward[last] = final / (forward[last] * final).sum(axis=1)[:, None]
    for before, rows in reversed(lattice.transitions):
        backward[before] = (local[rows] * backward[rows] / scale[rows][:, None]) @ between.T
    return forward, backward, scale
