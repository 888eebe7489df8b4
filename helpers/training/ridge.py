"""Ridge regression on sparse features, each with its own penalty."""

from __future__ import annotations

import numpy


def solve(matrix, target, penalties, start=None, steps: int = 100, tolerance: float = 1e-4):
    """Return the weights that minimise ``|matrix w - target|^2 + sum(penalties w^2)``, found by
    conjugate gradients scaled by the diagonal."""
    matrix = matrix.tocsr()
    transposed = matrix.T.tocsr()
    diagonal = numpy.asarray(matrix.multiply(matrix).sum(0)).ravel() + penalties
    weights = numpy.zeros(matrix.shape[1]) if start is None else start.copy()
    rest = transposed @ (target - matrix @ weights) - penalties * weights
    scaled = rest / diagonal
    direction, size = scaled.copy(), rest @ scaled
    first = size
    for _ in range(steps):
        if size <= tolerance * tolerance * first:
            break
        image = transposed @ (matrix @ direction) + penalties * direction
        step = size / (direction @ image)
        weights += step * direction
        rest -= step * image
        scaled = rest / diagonal
        before, size = size, rest @ scaled
        direction = scaled + (size / before) * direction
    return weights
