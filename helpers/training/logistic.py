"""Logistic regression over string features, as a sequence labeller whose labels stand alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from helpers.perceptron import SequenceLabeller


def train_logistic(
    tokens: Sequence[Sequence[str]],
    answers: Sequence[bool],
    labels: tuple[str, str],
    l2: float,
    min_count: int,
    scale: int,
) -> SequenceLabeller:
    """Return a labeller that gives the first of ``labels`` to tokens whose odds are above even.

    Maximum likelihood with a penalty of ``l2 / 2 * w ** 2`` on every weight but the bias, found by
    L-BFGS from zero. ``min_count`` drops rarer features; ``scale`` is the number of integer steps
    per unit of the logarithm of the odds. The bias stands in the transitions into the first label,
    so that the score of the first label less that of the second is ``scale`` times the log-odds.

    >>> labeller = train_logistic([["a"], ["b"]] * 9, [True, False] * 9, ("E", "O"), 1.0, 1, 16)
    >>> labeller.predict([["b"], ["a"]])
    ['O', 'E']
    """
    seen = Counter(name for token in tokens for name in dict.fromkeys(token))
    names = sorted(name for name in seen if seen[name] >= min_count)
    ids = {name: k for k, name in enumerate(names)}
    columns, ends = [], [0]
    for token in tokens:
        columns += sorted({ids[name] for name in token if name in ids})
        ends.append(len(columns))
    rows = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(tokens), len(names)))
    turned = rows.T.tocsr()
    side = np.where(np.array(answers), 1.0, -1.0)

    def loss(weights):
        margin = side * (rows @ weights[:-1] + weights[-1])
        slope = -side * expit(-margin)
        inner = weights[:-1]
        cost = np.logaddexp(0, -margin).sum() + l2 / 2 * inner @ inner
        return cost, np.append(turned @ slope + l2 * inner, slope.sum())

    found = minimize(
        loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 60}
    ).x
    steps = np.rint(found * scale).astype(np.int64)
    kept = [k for k in range(len(names)) if steps[k]]
    emission = np.zeros((len(kept), 2), np.int64)
    emission[:, 0] = steps[kept]
    transition = np.zeros((3, 3), np.int64)
    transition[:, 0] = steps[-1]
    return SequenceLabeller(labels, [names[k] for k in kept], emission, transition)
