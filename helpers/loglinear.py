"""Log-linear choices with integer weights: the weights of a file, and the sum over features."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from helpers.resources import parse_lines

# A weight of so much is a factor of e between two chances.
WEIGHT_SCALE = 100


def parse_weights(content: bytes) -> dict[str, int]:
    """Return the weights of a model file with one feature and its weight a line.

    >>> parse_weights("a b\\t12\\nc\\t-3\\n".encode())
    {'a b': 12, 'c': -3}
    """
    pairs = (line.rsplit("\t", 1) for line in parse_lines(content))
    return {feature: int(weight) for feature, weight in pairs}


def total(weights: Mapping[str, int], features: list[str]) -> int:
    """Return the summed weights of features; one that is not known weighs nothing.

    >>> total({"a b": 12, "c": -3}, ["c", "a b", "d"])
    9
    """
    return sum(map(weights.get, features, itertools.repeat(0)))
