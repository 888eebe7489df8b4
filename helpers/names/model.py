"""The weights of the name finder, kept under fingerprints of the features instead of their names.

The names of the features would be three quarters of the file. Weinberger et al. (2009), Feature
Hashing for Large Scale Multitask Learning (ICML), show that rare collisions cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np

from helpers.perceptron import SequenceLabeller

BITS = 24
_HEADER = b"name finder 2\n"
_REMEMBERED = 1 << 19


def fingerprint(feature: str) -> int:
    """Return the number that stands for a feature, the same on every machine.

    >>> fingerprint("w=lisbon")
    10199410
    """
    return crc32(feature.encode("utf-8", "surrogatepass")) >> (32 - BITS)


class _Fingerprints(dict):
    """Fingerprints of features, remembered since a text repeats most of them."""

    def __missing__(self, feature: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        number = self[feature] = fingerprint(feature)
        return number


class NameModel(SequenceLabeller):
    """A sequence labeller whose features are fingerprints, in ascending order.

    >>> labels, none = ["B-place", "O"], np.zeros((3, 3), int)
    >>> rows = [fingerprint("w=lisbon")]
    >>> model = NameModel(labels, rows, np.array([[5, -5]]), none)
    >>> NameModel.from_bytes(model.to_bytes()).predict([["w=lisbon"], ["w=unseen"]])
    ['B-place', 'B-place']
    """

    def __init__(self, labels, features: Sequence[int], emission, transition):
        super().__init__(labels, features, emission, transition)
        self._fingerprints = _Fingerprints()

    def score(self, tokens: Sequence[Iterable[str]]) -> np.ndarray:
        """Return the summed feature weights, one row per token and one column per label."""
        number = self._fingerprints.__getitem__
        return super().score([map(number, token) for token in tokens])

    def to_bytes(self) -> bytes:
        """Return the model as bytes: steps from fingerprint to fingerprint, which labels have a
        weight, the weights (one byte each; raises ``ValueError`` for larger ones)."""
        weights = self.emission[1:]
        if np.abs(weights).max(initial=0) > 127 or len(self.labels) > 8:
            raise ValueError("Weights are stored in one byte each, labels as eight bits.")
        steps = np.diff(np.array(list(self.features), np.int64), prepend=0)
        rows, columns = np.nonzero(weights)
        labels = "\t".join(self.labels).encode("utf-8") + b"\n"
        return b"".join(
            [
                _HEADER,
                labels,
                np.array([len(weights), len(rows)], "<u4").tobytes(),
                # The bytes of a number apart: the higher ones are nearly all alike.
                *((steps >> shift & 255).astype(np.uint8).tobytes() for shift in (0, 8, 16)),
                np.packbits(weights != 0, axis=1).tobytes(),
                weights[rows, columns].astype(np.int8).tobytes(),
                self.transition.astype("<i4").tobytes(),
            ]
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> NameModel:
        """Return the model that :meth:`to_bytes` wrote. Raises ``ValueError`` for other bytes."""
        if not content.startswith(_HEADER):
            raise ValueError("These bytes are no name model.")
        at = content.index(b"\n", len(_HEADER)) + 1
        labels = content[len(_HEADER) : at - 1].decode("utf-8").split("\t")

        def take(count: int, dtype: str) -> np.ndarray:
            nonlocal at
            block = np.frombuffer(content, dtype, count, at)
            at += block.nbytes
            return block

        n_features, n_weights = take(2, "<u4").tolist()
        steps = sum(take(n_features, "u1").astype(np.int64) << shift for shift in (0, 8, 16))
        used = np.unpackbits(take(n_features, "u1")[:, None], axis=1, count=len(labels))
        emission = np.zeros((n_features, len(labels)), np.int16)
        emission[used.astype(bool)] = take(n_weights, "i1")
        side = len(labels) + 1
        transition = take(side * side, "<i4").reshape(side, side)
        return cls(labels, np.cumsum(steps).tolist(), emission, transition)
