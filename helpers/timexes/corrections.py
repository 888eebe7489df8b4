"""The researcher's word on a date: ``corpus/dates/<article_id>.csv`` overrides what was read."""

from __future__ import annotations

import re

import pandas as pd

from helpers import corpus
from helpers.timexes.intervals import interval_of

COLUMNS = ("start", "text", "value")
_VALUE = re.compile(
    r"PRESENT_REF|PAST_REF|FUTURE_REF|P(?:[\dX.]+[YMWDQECL])*(?:T(?:[\dX.]+[HMS])+)?"
    r"|(?:BC)?[\dX]{1,4}(?:-[\dXWQHSPUFIAE-]+)?(?:T[\dX:A-Z+-]+)?(?:/[\dXWQHSPUFIAE:T-]+)?"
)


def read_corrections(article) -> pd.DataFrame | None:
    """Return the lines of ``corpus/dates/<article_id>.csv``, ``None`` without such a file."""
    if not corpus.has_corrections(article, "dates"):
        return None
    return corpus.read_corrections(article, "dates", COLUMNS)


def apply(article, rows: list[dict], corrections: pd.DataFrame) -> list[dict]:
    """Return the rows of ``timexes`` with the corrections in place.

    A line names an expression by ``text`` and ``start`` (or every one of that text, when ``start``
    is empty) and gives its ``value``: any TIMEX3 value, one of the alternatives shown, or ``none``
    for what is no time expression. Raises ``ValueError`` for a line that matches nothing.
    """
    for line, (start, text, value) in enumerate(
        zip(*(corrections[name].tolist() for name in COLUMNS), strict=True), 2
    ):
        where = f"corpus/dates/{article.article_id}.csv, line {line}"
        if not isinstance(text, str) or not isinstance(value, str):
            raise ValueError(f"{where}: text and value must both be given.")
        if isinstance(start, str) and not start.isdecimal():
            raise ValueError(f"{where}: start must be a whole number, not {start!r}.")
        here = [
            row for row in rows
            if row["text"] == text and (not isinstance(start, str) or row["start"] == int(start))
        ]  # fmt: skip
        if not here:
            found = [str(row["start"]) for row in rows if row["text"] == text]
            hint = f"it stands at {', '.join(found)}" if found else "no expression reads so"
            place = f" at {start}" if isinstance(start, str) else ""
            raise ValueError(
                f"{where}: there is no time expression “{text}”{place} in article "
                f"{article.article_id} ({hint}); correct or delete the line."
            )
        if value == "none":
            rows = [row for row in rows if not any(row is other for other in here)]
            continue
        if not value or not _VALUE.fullmatch(value):
            raise ValueError(f"{where}: {value!r} is no TIMEX3 value such as 2015-01-13 or P2D.")
        for row in here:
            row |= _corrected(row, value)
    return rows


def _corrected(row: dict, value: str) -> dict:
    interval = interval_of(value)
    chosen = value in re.findall(r"(\S+) \(", row["alternatives"] or "")
    kind = row["type"]
    if value.startswith("P") and "_" not in value:
        kind = "SET" if kind == "SET" else "DURATION"
    elif kind != "SET" or interval is not None:
        kind = "TIME" if "T" in value and not value.startswith("P") else "DATE"
    return {
        "type": kind,
        "value": value,
        "earliest": interval.earliest if interval else None,
        "latest": interval.latest if interval else None,
        "granularity": interval.granularity if interval else None,
        "rule": "reading chosen by the researcher" if chosen else "corrected by the researcher",
        "alternatives": None,
    }
