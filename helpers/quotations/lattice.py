"""The best labels of linear chains and the probabilities of all labels, many paragraphs at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

# Values are brought back to a sum of one after so many steps, long before any could vanish.
_RESCALE = 32


class Lattice:
    """Paragraphs side by side, one step of time after another.

    The rows of one step lie together, the longest paragraphs first, so that every step is a slice:
    ``first`` holds the rows of the first step, ``transitions`` for every other the rows before it
    that go on and its own. ``cells`` is the row of every token, ``mirrored`` that of the token as
    far from the end of its paragraph as this one from the start.
    """

    def __init__(self, lengths: Sequence[int]):
        lengths = np.asarray(lengths, np.int64)
        self.stops = np.cumsum(lengths)
        self.starts = self.stops - lengths
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty(len(lengths), np.int64)
        rank[order] = np.arange(len(lengths))
        longest = int(lengths.max(initial=0))
        counts = np.searchsorted(-lengths[order], -np.arange(longest))
        highs = np.cumsum(counts)
        lows = highs - counts
        time = np.arange(int(lengths.sum())) - np.repeat(self.starts, lengths)
        back = np.repeat(lengths, lengths) - 1 - time
        column = np.repeat(rank, lengths)
        self.cells, self.mirrored = lows[time] + column, lows[back] + column
        self.first = slice(0, len(lengths))
        steps = list(zip(lows.tolist(), highs.tolist(), strict=True))
        self.transitions = [
            (slice(before, before + high - low), slice(low, high))
            for (before, _), (low, high) in pairwise(steps)
        ]

    def decode(self, scores, inner, start, end) -> np.ndarray:
        """Return the best labels (Viterbi 1967); ties go to the first label."""
        if not len(scores):
            return np.zeros(0, np.int64)
        # A total and the label it comes from are one number (three bits for the label, the first one
        # largest), so that one search finds both; of a first axis, the largest is found fastest.
        n = len(inner)
        spread = (np.left_shift(inner, 3) + np.arange(7, 7 - n, -1)[:, None])[:, None, :]
        totals, found = np.zeros((2, *scores.shape), np.int64)
        totals[self.cells] = np.left_shift(scores, 3)
        totals[self.first] += np.left_shift(start, 3)
        ways = totals.T[:, :, None]
        for before, rows in self.transitions:
            np.maximum.reduce(ways[:, before] + spread, axis=0, out=found[rows])
            totals[rows] += found[rows] & -8
        ways = (7 - (found & 7))[self.cells].tolist()
        finals = (totals[self.cells[self.stops - 1]] + np.left_shift(end, 3)).argmax(axis=1)
        best = []
        for first, stop, label in zip(
            self.starts[::-1].tolist(),
            self.stops[::-1].tolist(),
            finals[::-1].tolist(),
            strict=True,
        ):
            best.append(label)
            for way in reversed(ways[first + 1 : stop]):
                label = way[label]
                best.append(label)
        return np.array(best[::-1], np.int64)

    def probabilities(self, scores, inner, start, end) -> np.ndarray:
        """Return the probability of every label of every token (forward-backward, Rabiner 1989).

        Both directions are one recursion: backwards, time is counted from the end of a paragraph.
        """
        if not len(scores):
            return np.zeros(scores.shape)
        n = scores.shape[1]
        local = np.exp(scores - scores.max(axis=1, keepdims=True))
        held = np.empty((len(local), 2 * n))
        held[self.cells, :n], held[self.mirrored, n:] = local, local
        between = np.zeros((2 * n, 2 * n))
        between[:n, :n] = np.exp(inner)
        between[n:, n:] = between[:n, :n].T
        told = np.empty_like(held)
        told[self.first] = np.exp(np.concatenate([start, end]))
        held[self.first] *= told[self.first]
        for number, (before, rows) in enumerate(self.transitions, 1):
            np.matmul(held[before], between, out=told[rows])
            held[rows] *= told[rows]
            if number % _RESCALE == 0:
                sums = held[rows].reshape(-1, 2, n).sum(axis=2)
                held[rows] /= np.repeat(sums, n, axis=1)
        both = held[self.cells, :n] * told[self.mirrored, n:]
        return both / both.sum(axis=1, keepdims=True)
