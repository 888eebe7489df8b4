"""How much of a timeline is dated, and by which means."""

from __future__ import annotations

import pandas as pd

from helpers import schema


def summarize_timeline(timeline: pd.DataFrame) -> pd.DataFrame:
    """Return how many events each means dates: ``means`` (expression, publication, none), ``n``
    events, ``dated`` those with an earliest and latest date, ``share`` of all events that are dated
    by it (0 to 1), and ``mean_certainty`` of the dated ones.

    An event can hang on an expression that names no stretch of the calendar ("for three days"): it
    counts in ``n``, not in ``dated``.

    >>> summarize_timeline(schema.build([], schema.TIMELINE))["n"].tolist()
    [0, 0, 0]
    """
    rows = []
    for means in schema.MEANS:
        own = timeline[timeline["means"] == means]
        dated = own[own["earliest"].notna()]
        rows.append(
            {
                "means": means,
                "n": len(own),
                "dated": len(dated),
                "share": round(len(dated) / len(timeline), 3) if len(timeline) else 0.0,
                "mean_certainty": round(dated["certainty"].mean(), 2) if len(dated) else None,
            }
        )
    return schema.build(rows, schema.TIMELINE_SUMMARY)
