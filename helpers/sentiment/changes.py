"""Does the tone change from the lead to the body to the ending? A permutation test."""

from __future__ import annotations

from itertools import combinations

import numpy
import pandas as pd

from helpers import schema

PARTS = ("lead", "body", "ending")
_SHARE = 5
# Divisions drawn in one go: much faster than one by one, and small for a long text.
_AT_ONCE = 1000


def compare_parts(
    sentences: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    draws: int = 9999,
    seed: int = 0,
) -> pd.DataFrame:
    """Return the table ``sentiment_changes``: lead, body and ending compared two by two.

    ``sentences`` is the table ``sentiment_sentences``; with ``paragraphs`` only body paragraphs
    count. Lead and ending are the first and last fifth of the paragraphs that have a score, at
    least one each. Columns: ``part, other, n_part, n_other`` (scored sentences), ``score_part,
    score_other`` (means), ``difference`` (other minus part) and ``p``: the share of ``draws``
    random divisions of the same sentences, plus the one found, with a difference as large (two-sided
    permutation test; Phipson and Smyth 2010). An article with fewer than three scored paragraphs
    gives an empty table.
    """
    known = sentences[sentences["score"].notna()]
    if paragraphs is not None:
        body = paragraphs.loc[paragraphs["role"] == "body", "paragraph"]
        known = known[known["paragraph"].isin(body)]
    numbers = sorted(set(known["paragraph"].tolist()))
    if len(numbers) < 3:
        return schema.build([], schema.SENTIMENT_CHANGES)
    edge = max(1, len(numbers) // _SHARE)
    borders = {"lead": numbers[:edge], "body": numbers[edge:-edge], "ending": numbers[-edge:]}
    scores = {
        part: known.loc[known["paragraph"].isin(of), "score"].to_numpy(dtype=float)
        for part, of in borders.items()
    }
    random = numpy.random.default_rng(seed)
    rows = []
    for part, other in combinations(PARTS, 2):
        left, right = scores[part], scores[other]
        difference = right.mean() - left.mean()
        rows.append(
            {
                "part": part,
                "other": other,
                "n_part": len(left),
                "n_other": len(right),
                "score_part": left.mean(),
                "score_other": right.mean(),
                "difference": difference,
                "p": _permute(left, right, abs(difference), draws, random),
            }
        )
    return schema.build(rows, schema.SENTIMENT_CHANGES)


def _permute(left, right, difference: float, draws: int, random) -> float:
    pool, size = numpy.concatenate([left, right]), len(left)
    total, reached = pool.sum(), 1
    for begin in range(0, draws, _AT_ONCE):
        orders = numpy.tile(pool, (min(_AT_ONCE, draws - begin), 1))
        parts = random.permuted(orders, axis=1)[:, :size].sum(axis=1)
        found = (total - parts) / (len(pool) - size) - parts / size
        # Rounding must not decide whether a division is as extreme as the one found.
        reached += int((abs(found) >= difference - 1e-12).sum())
    return reached / (draws + 1)
