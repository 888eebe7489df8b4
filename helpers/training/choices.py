"""Training of log-linear choices with L2 penalty, kept as integer weights."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from helpers.loglinear import WEIGHT_SCALE

MIN_COUNT = 5


def _index(rows: list[list[str]]) -> tuple[dict[str, int], sparse.csr_matrix]:
    counts = Counter(feature for row in rows for feature in row)
    kept = sorted(feature for feature, count in counts.items() if count >= MIN_COUNT)
    number = {feature: i for i, feature in enumerate(kept)}
    indices, pointers = [], [0]
    for row in rows:
        indices += [number[feature] for feature in row if feature in number]
        pointers.append(len(indices))
    matrix = sparse.csr_matrix(
        (np.ones(len(indices)), np.array(indices, np.int32), pointers), shape=(len(rows), len(kept))
    )
    return number, matrix


def _whole(number: dict[str, int], weights: np.ndarray) -> dict[str, int]:
    whole = np.rint(weights * WEIGHT_SCALE).astype(int)
    return {feature: int(whole[i]) for feature, i in number.items() if whole[i]}


def fit_link(data) -> dict[str, int]:
    """Return weights of a yes-or-no choice from (features, answer)."""
    rows, answers = zip(*data, strict=True)
    number, matrix = _index(list(rows))
    signs = np.where(np.array(answers), 1.0, -1.0)

    def loss(weights):
        margins = signs * (matrix @ weights)
        value = np.logaddexp(0, -margins).sum() + 0.5 * weights @ weights
        return value, -(matrix.T @ (signs / (1 + np.exp(margins)))) + weights

    start = np.zeros(len(number))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100})
    return _whole(number, found.x)


def fit_choice(data) -> dict[str, int]:
    """Return weights of a choice among candidates from (features of each, which are right)."""
    rows, right, starts = [], [], []
    for candidates, answers in data:
        starts.append(len(rows))
        rows += candidates
        right += answers
    number, matrix = _index(rows)
    flags, firsts = np.array(right, float), np.array(starts)
    groups = np.repeat(np.arange(len(starts)), np.diff([*starts, len(rows)]))
    transposed = matrix.T.tocsr()

    def loss(weights):
        scores = matrix @ weights
        values = np.exp(scores - np.maximum.reduceat(scores, firsts)[groups])
        total = np.add.reduceat(values, firsts)
        good = np.add.reduceat(values * flags, firsts) + 1e-30
        slope = transposed @ (values / total[groups] - values * flags / good[groups])
        return (np.log(total) - np.log(good)).sum() + 0.5 * weights @ weights, slope + weights

    start = np.zeros(len(number))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return _whole(number, found.x)
