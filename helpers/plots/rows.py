"""Figures of one row a term: their height, the names of the rows, what is written beside a mark."""

from __future__ import annotations

import numpy as np

from helpers.plots.style import INK
from helpers.plots.wrapping import shorten

# Inches of a row, and of what stands below all rows.
ROW = 0.26
HEAD = 0.75


def label_rows(axes, names) -> None:
    """Name the rows of ``axes`` from top to bottom."""
    axes.set_yticks(np.arange(len(names)), [shorten(name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def write_beside(axes, x: float, y: float, text: str) -> None:
    """Write ``text`` on a white ground to the right of a mark."""
    axes.annotate(
        text,
        (x, y),
        xytext=(7, 0),
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=INK,
    )


def quote(term: str) -> str:
    """Return a term as a title names it."""
    return f"“{shorten(term)}”"


def say_times(n: int) -> str:
    """Return how often in words: ``once``, ``1,200 times``."""
    return "once" if n == 1 else f"{n:,} times"
