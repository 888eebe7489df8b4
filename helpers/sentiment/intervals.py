"""Calibrated intervals: how far a score may lie from what readers would say."""

from __future__ import annotations

import math

import pandas as pd

from helpers import schema
from helpers.resources import load_model
from helpers.sentiment.model import INTERVALS, parse_intervals

# Below this share of scored words a text is hardly English prose.
LEAST_COVERAGE = 0.5


def half_width(scored_words: int, calibration: dict | None = None) -> float:
    """Return the half-width of the 90 % interval of a score behind which ``scored_words`` stand.

    Split-conformal with a scale (Lei et al. 2018): the quantile of errors on texts of sets the
    model had not seen, times ``sqrt(shared + (1 - shared) (typical + calm) / (n + calm))``, where
    ``shared`` is the part of the error that neighbouring sentences have in common.
    """
    known = calibration or load_model(INTERVALS, parse_intervals)
    return known["quantile"] * spread(scored_words, known)


def spread(scored_words: int, calibration: dict) -> float:
    """Return the scale of the error at ``scored_words``, 1 for a typical sentence."""
    shared, typical, calm = (calibration[name] for name in ("shared", "typical", "calm"))
    part = (typical + calm) / (max(scored_words, 1) + calm)
    return math.sqrt(shared + (1 - shared) * part)


def judge_paragraphs(sentiment: pd.DataFrame) -> pd.DataFrame:
    """Return the verdicts on a ``sentiment`` table in words.

    Columns: ``paragraph, score, low, high``; ``verdict`` (*positive*, *negative*, *not
    distinguishable from neutral*, *no scored word*); ``change`` against the paragraph before that
    has a score; ``warning`` where less than half of the words are scored, as in another
    language. Differences are judged by the root of the summed squared half-widths.
    """
    rows, before = [], None
    for row in sentiment.itertuples():
        missing = pd.isna(row.score)
        change = None
        if not missing:
            half = half_width(row.n_scored_words)
            if before is not None:
                difference = row.score - before[0]
                if abs(difference) <= math.hypot(half, before[1]):
                    change = "not distinguishable from the paragraph before"
                else:
                    change = "brighter than before" if difference > 0 else "darker than before"
            before = (row.score, half)
        low_coverage = row.n_words >= 5 and row.coverage < LEAST_COVERAGE
        rows.append(
            {
                "paragraph": row.paragraph,
                "score": row.score,
                "low": row.low,
                "high": row.high,
                "verdict": give_verdict(row.score, row.low, row.high),
                "change": change,
                "warning": "few words are known: another language?" if low_coverage else None,
            }
        )
    return schema.build(rows, schema.SENTIMENT_VERDICTS)


def give_verdict(score, low, high) -> str:
    """Return a score with its interval in words.

    >>> give_verdict(0.4, 0.1, 0.7), give_verdict(0.1, -0.2, 0.4)
    ('positive', 'not distinguishable from neutral')
    """
    if pd.isna(score):
        return "no scored word"
    if low > 0:
        return "positive"
    return "negative" if high < 0 else "not distinguishable from neutral"
