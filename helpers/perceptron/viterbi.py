"""Sums of weight rows, and the best path through them, found exactly (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# What a forbidden label or pair costs: more than any sum of weights can make good.
FORBIDDEN = -(1 << 22)
_GROUP = 48


def sum_rows(weights: np.ndarray, ids: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return for every segment of ``ids`` the sum of its weight rows (in blocks that stay cached)."""
    sums = np.empty((len(starts), weights.shape[1]), np.int32)
    ends = np.append(starts[1:], len(ids))
    for a in range(0, len(starts), 64):
        b = min(a + 64, len(starts))
        block = weights[ids[starts[a] : ends[b - 1]]]
        np.add.reduceat(block, starts[a:b] - starts[a], axis=0, dtype=np.int32, out=sums[a:b])
    return sums


def decode(emissions: np.ndarray, lengths: Sequence[int], transition: np.ndarray) -> np.ndarray:
    """Viterbi over many sequences at once, step by step, longest first."""
    n = len(transition) - 1
    # Score and previous label share one integer: one maximum finds both, first label on ties.
    width = 1 << n.bit_length()
    order = np.arange(n - 1, -1, -1, dtype=np.int32)
    inner = transition[:n, :n] * width + order[:, None]
    first, last = transition[n, :n], transition[:n, n]
    lengths = np.asarray(lengths, np.int64)
    starts = np.cumsum(lengths) - lengths
    best = np.zeros(int(lengths.sum()), np.int64)
    by_length = np.argsort(-lengths, kind="stable")
    by_length = by_length[: np.count_nonzero(lengths)]
    for at in range(0, len(by_length), _GROUP):
        group = by_length[at : at + _GROUP]
        begin, length = starts[group], lengths[group]
        active = np.searchsorted(-length, -np.arange(length[0]))
        score = np.zeros((len(group), n), np.int32)
        final = np.empty((len(group), n), np.int32)
        score += first
        back = []
        for t, alive in enumerate(active.tolist()):
            if t:
                final[alive : len(score)] = score[alive:]
                packed = ((score[:alive] * width)[:, :, None] + inner).max(axis=1)
                back.append(n - 1 - (packed & (width - 1)))
                score = packed >> (width.bit_length() - 1)
            score = score + np.clip(emissions[begin[:alive] + t], FORBIDDEN, -FORBIDDEN)
            score -= score.max(axis=1)[:, None]
            np.maximum(score, 2 * FORBIDDEN, out=score)
        final[: len(score)] = score
        label = (final + last).argmax(axis=1)
        for t in range(len(active) - 1, -1, -1):
            alive = active[t]
            best[begin[:alive] + t] = label[:alive]
            if t:
                label[:alive] = back[t - 1][np.arange(alive), label[:alive]]
    return best


def decode_one(emissions: np.ndarray, transition: np.ndarray) -> np.ndarray:
    """Viterbi of one sequence (the training loop's lean twin of :func:`decode`)."""
    n = len(transition) - 1
    width = 1 << n.bit_length()
    inner = transition[:n, :n] * width + np.arange(n - 1, -1, -1, dtype=np.int32)[:, None]
    score = emissions[0] + transition[n, :n]
    back = []
    for emission in emissions[1:]:
        packed = ((score * width)[:, None] + inner).max(axis=0)
        back.append(packed)
        score = (packed >> (width.bit_length() - 1)) + emission
        score = np.maximum(score - score.max(), 2 * FORBIDDEN)
    label = int((score + transition[:n, n]).argmax())
    path = [label]
    for packed in reversed(back):
        label = n - 1 - (int(packed[label]) & (width - 1))
        path.append(label)
    return np.array(path[::-1], np.int64)
