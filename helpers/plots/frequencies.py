"""Figures of word frequency: how often, and where in the article."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.plots.rows import HEAD, ROW, label_rows, quote, say_times, write_beside
from helpers.plots.style import (
    BLUE,
    INK,
    QUIET,
    Figure,
    cite,
    draw_nothing,
    finish,
    house_style,
    new_figure,
)


@house_style()
def plot_frequencies(frequencies: pd.DataFrame, *, top: int = 20, source: str = "") -> Figure:
    """Draw the ``top`` terms of a frequencies table as dots with both intervals: the line is the 95 %
    interval from drawing paragraphs, the grey ticks the score interval as if words fell
    independently. ``source`` (the article) goes into the caption."""
    rows = frequencies.head(top)
    if rows.empty:
        return draw_nothing("No term is left to count", source)
    drawn = rows["boot_low"].notna()
    low = rows["boot_low"].where(drawn, rows["wilson_low"])
    high = rows["boot_high"].where(drawn, rows["wilson_high"])
    first, others = rows.iloc[0], int((high.iloc[1:] >= low.iloc[0]).sum())
    words = round(first["n"] / first["per_million"] * 1e6)
    figure, axes = new_figure(height=HEAD + ROW * len(rows))
    places = np.arange(len(rows))
    axes.hlines(places, low / 1000, high / 1000, color=BLUE, linewidth=2)
    for column in ("wilson_low", "wilson_high"):
        axes.plot(rows[column] / 1000, places, "|", color=QUIET, markersize=8)
    axes.plot(rows["per_million"] / 1000, places, "o", color=BLUE, markersize=7)
    reach = np.maximum(high, rows["wilson_high"]) / 1000
    for place, x, n in zip(places, reach, rows["n"], strict=True):
        write_beside(axes, x, place, f"{n}")
    label_rows(axes, rows["term"])
    axes.set_xlim(0, reach.max() * 1.08)
    axes.set_xlabel("occurrences per 1,000 running words (number beside the line: n)")
    return finish(
        figure,
        title=f"{quote(first['term'])} comes first, {say_times(first['n'])} in {words:,} words"
        + _overlap(others, len(rows) - 1),
        caption="Dot: rate. Line: 95 % interval from drawing whole paragraphs. Grey ticks: 95 % score "
        f"interval (Wilson), as if words fell independently. {cite(source)}",
        alt=f"Dot plot of the {len(rows)} most frequent terms with their intervals. "
        + "; ".join(
            f"{term} {n} ({a / 1000:.1f} to {b / 1000:.1f} per 1,000 words)"
            for term, n, a, b in zip(rows["term"], rows["n"], low, high, strict=True)
        )
        + ".",
    )


@house_style()
def plot_dispersion(occurrences: pd.DataFrame, *, source: str = "") -> Figure:
    """Draw every occurrence of the terms of an occurrences table as a bar along the article, the most
    frequent term on top. The title compares the terms by the tenths of the article they reach."""
    if occurrences.empty:
        return draw_nothing("None of the terms occurs", source)
    # Here and not above: importing seaborn brings all of scipy's statistics along.
    import seaborn

    words = int(occurrences["n_words"].iloc[0])
    places = occurrences.groupby("term")["position"].apply(lambda values: sorted(values))
    order = sorted(places.index, key=lambda term: (-len(places[term]), term))
    tenths = {term: len({10 * place // words for place in places[term]}) for term in order}
    figure, axes = new_figure(height=HEAD + 0.34 * len(order))
    seaborn.stripplot(occurrences, x="position", y="term", order=order, ax=axes, color=BLUE, jitter=False, marker="|", size=18, linewidth=1.8)  # fmt: skip
    axes.set_ylabel("")
    for row, term in enumerate(order):
        axes.annotate(
            f"n = {len(places[term])}, in {tenths[term]} of 10 tenths",
            (1, row),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
            color=INK,
        )
    label_rows(axes, order)
    axes.grid(axis="y", visible=False)
    axes.set_xlim(-words * 0.005, words * 1.005)
    axes.set_xlabel(f"place in the running text of {words:,} words (first word: 0)")
    widest = max(order, key=lambda term: tenths[term])
    repeated = [term for term in order if len(places[term]) > 1]
    # Of terms with as many chances to be spread, the one that uses them least.
    packed = min(repeated or order, key=lambda term: tenths[term] / len(places[term]))
    title = f"{quote(widest)} returns in {tenths[widest]} of the ten tenths of the article"
    if packed != widest:
        title += (
            f"; the {len(places[packed])} occurrences of {quote(packed)} fall into {tenths[packed]}"
        )
    return finish(
        figure,
        title=title,
        caption=f"Every bar is one occurrence, from the first word to the last. {cite(source)}",
        alt="Dispersion plot: one row a term, one bar an occurrence, along the article. "
        + "; ".join(
            f"{term}: {len(places[term])} occurrences, in {tenths[term]} of 10 tenths, first at word "
            f"{places[term][0]:,}, last at word {places[term][-1]:,}"
            for term in order
        )
        + ".",
    )


def _overlap(others: int, following: int) -> str:
    if not following:
        return ""
    if not others:
        return ", surely ahead of every other term"
    if following == 1:
        return ", but the interval of the other term overlaps its own"
    which = "all" if others == following else f"{others} of"
    return f", but the intervals of {which} the next {following} terms overlap its own"
