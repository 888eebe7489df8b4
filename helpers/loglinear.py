"""Log-linear choices with integer weights: the weights of a file, and the sum over features."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from helpers.resources import parse_lines

# A weight of so much is a factor of e between two chances.
WEIGHT_SCALE = 100
_REMEMBERED = 30_000


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


# A function that writes features, and the values it writes them from.
Group = tuple[Callable[..., list[str]], tuple]


def write(groups: list[Group]) -> list[str]:
    """Return all features of the groups."""
    return [feature for make, values in groups for feature in make(*values)]


class Scorer(dict[Group, int]):
    """Weights, and what groups of features weigh: one that came before is looked up, as writing its
    features takes longest. After ``_REMEMBERED`` groups it forgets them.

    >>> scorer = Scorer({"far": -3, "far left": 12})
    >>> place = lambda step, side: [step, f"{step} {side}"]
    >>> scorer.total([(place, ("far", "left")), (place, ("far", "right"))])
    6
    """

    def __init__(self, weights: Mapping[str, int]):
        super().__init__()
        self.weights = weights

    def __missing__(self, group: Group) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        make, values = group
        self[group] = self.add(make(*values))
        return self[group]

    def add(self, features: list[str]) -> int:
        """Return what features weigh."""
        return total(self.weights, features)

    def total(self, groups: list[Group]) -> int:
        """Return what all features of the groups weigh."""
        return sum(map(self.__getitem__, groups))
