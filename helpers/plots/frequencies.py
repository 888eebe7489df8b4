"""Figures of word frequency: counts, places, keyness and collocations."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.plots.style import (
    BLUE,
    INK,
    QUIET,
    VERMILION,
    Figure,
    cite,
    draw_nothing,
    finish,
    house_style,
    new_figure,
)

_ROW = 0.26
_HEAD = 0.75


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
    figure, axes = new_figure(height=_HEAD + _ROW * len(rows))
    places = np.arange(len(rows))
    axes.hlines(places, low / 1000, high / 1000, color=BLUE, linewidth=2)
    for column in ("wilson_low", "wilson_high"):
        axes.plot(rows[column] / 1000, places, "|", color=QUIET, markersize=8)
    axes.plot(rows["per_million"] / 1000, places, "o", color=BLUE, markersize=7)
    reach = np.maximum(high, rows["wilson_high"]) / 1000
    for place, x, n in zip(places, reach, rows["n"], strict=True):
        _beside(axes, x, place, f"{n}")
    _label_rows(axes, rows["term"])
    axes.set_xlim(0, reach.max() * 1.08)
    axes.set_xlabel("occurrences per 1,000 running words (number beside the line: n)")
    return finish(
        figure,
        title=f"{_quote(first['term'])} comes first, {_times(first['n'])} in {words:,} words"
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
    figure, axes = new_figure(height=_HEAD + 0.34 * len(order))
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
    _label_rows(axes, order)
    axes.grid(axis="y", visible=False)
    axes.set_xlim(-words * 0.005, words * 1.005)
    axes.set_xlabel(f"place in the running text of {words:,} words (first word: 0)")
    widest = max(order, key=lambda term: tenths[term])
    repeated = [term for term in order if len(places[term]) > 1]
    # Of terms with as many chances to be spread, the one that uses them least.
    packed = min(repeated or order, key=lambda term: tenths[term] / len(places[term]))
    title = f"{_quote(widest)} returns in {tenths[widest]} of the ten tenths of the article"
    if packed != widest:
        title += (
            f"; the {len(places[packed])} occurrences of {_quote(packed)} "
            f"fall into {tenths[packed]}"
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


@house_style()
def plot_keywords(
    keywords: pd.DataFrame,
    *,
    reference: str,
    top: int = 20,
    alpha: float = 0.05,
    source: str = "",
) -> Figure:
    """Draw the ``top`` terms of a keywords table by their log ratio with its 95 % interval; filled
    dots differ from ``reference`` (named in title and caption) after correction at ``alpha``."""
    rows = keywords.head(top).sort_values(["log_ratio", "term"], ascending=[False, True])
    if rows.empty:
        return draw_nothing(f"No term is frequent enough to compare with {reference}", source)
    sure = int((keywords["p_adjusted"] <= alpha).sum())
    figure, axes = new_figure(height=_HEAD + _ROW * len(rows))
    places = np.arange(len(rows))
    more = (rows["log_ratio"] > 0).to_numpy()
    certain = (rows["p_adjusted"] <= alpha).to_numpy()
    for wanted, colour, marker in ((more, BLUE, "o"), (~more, VERMILION, "s")):
        axes.hlines(
            places[wanted],
            rows["log_ratio_low"][wanted],
            rows["log_ratio_high"][wanted],
            color=colour,
            linewidth=2,
        )
        for filled in (True, False):
            some = wanted & (certain == filled)
            axes.plot(
                rows["log_ratio"][some],
                places[some],
                marker,
                color=colour,
                markerfacecolor=colour if filled else "white",
                markersize=7,
            )
    axes.axvline(0, color=INK, linewidth=1)
    for place, x, n, other in zip(
        places, rows["log_ratio_high"], rows["n"], rows["n_reference"], strict=True
    ):
        _beside(axes, x, place, f"{n} : {other:,}")
    _label_rows(axes, rows["term"])
    axes.margins(x=0.09)
    axes.set_xlabel("log ratio: doublings of the rate (+1 is twice, −1 half as frequent)")
    surest = keywords.iloc[0]
    title = f"{sure} of {len(keywords)} terms tested differ in frequency from {reference}"
    if surest["p_adjusted"] <= alpha:
        title += (
            f", most surely {_quote(surest['term'])} ({surest['n']} here, "
            f"{surest['n_reference']:,} there)"
        )
    zeros = bool(((rows["n"] == 0) | (rows["n_reference"] == 0)).any())
    return finish(
        figure,
        title=title,
        caption=f"Log ratio with 95 % interval of the {len(rows)} terms with the largest "
        f"log-likelihood. Blue dot: more frequent than in {reference}; orange square: less; hollow: not "
        f"sure at {alpha:g} after Benjamini-Hochberg. Numbers: n here : n there"
        + (", 0 entered as 0.5." if zeros else ".")
        + f" {cite(source)}",
        alt=f"Dot plot of log ratios against {reference}. "
        + "; ".join(
            f"{term} {ratio:+.1f} ({low:+.1f} to {high:+.1f})"
            for term, ratio, low, high in zip(
                rows["term"],
                rows["log_ratio"],
                rows["log_ratio_low"],
                rows["log_ratio_high"],
                strict=True,
            )
        )
        + ".",
    )


@house_style()
def plot_collocations(collocations: pd.DataFrame, *, top: int = 15, source: str = "") -> Figure:
    """Draw the ``top`` pairs of a collocations table by logDice, how exclusively the two words go
    together; the number beside the dot is n, a hollow dot is not sure after correction."""
    rows = collocations.head(top).sort_values(
        ["log_dice", "word1", "word2"], ascending=[False, True, True], kind="stable"
    )
    if rows.empty:
        return draw_nothing("No two words occur together twice", source)
    names = [f"{one} {two}" for one, two in zip(rows["word1"], rows["word2"], strict=True)]
    sure = (rows["p_adjusted"] <= 0.05).to_numpy()
    figure, axes = new_figure(height=_HEAD + _ROW * len(rows))
    places = np.arange(len(rows))
    for some, face in ((sure, BLUE), (~sure, "white")):
        axes.plot(
            rows["log_dice"][some],
            places[some],
            "o",
            color=BLUE,
            markerfacecolor=face,
            markersize=7,
        )
    for place, x, n in zip(places, rows["log_dice"], rows["n"], strict=True):
        _beside(axes, x, place, f"{n}")
    _label_rows(axes, names)
    axes.set_xlim(rows["log_dice"].min() - 0.5, 14.3)
    axes.set_xlabel("logDice (14: neither word occurs without the other)")
    bound = int((rows["log_dice"] > 13).sum())
    return finish(
        figure,
        title=f"{_quote(collocations['word1'].iloc[0] + ' ' + collocations['word2'].iloc[0])} is the "
        f"surest pair; {bound} of the {len(rows)} surest pairs hardly occur apart (logDice above 13)",
        caption="The pairs with the largest log-likelihood, inside sentences, by logDice. Number: "
        "occurrences of the pair. Hollow: not sure at 0.05 after Benjamini-Hochberg. "
        + cite(source),
        alt="Dot plot of word pairs by logDice. "
        + "; ".join(
            f"{name} {dice:.1f} (n {n})"
            for name, dice, n in zip(names, rows["log_dice"], rows["n"], strict=True)
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


def _label_rows(axes, names) -> None:
    axes.set_yticks(np.arange(len(names)), [_short(name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def _beside(axes, x: float, y: float, text: str) -> None:
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


def _short(name: str, most: int = 28) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def _quote(term: str) -> str:
    return f"“{_short(term)}”"


def _times(n: int) -> str:
    return "once" if n == 1 else f"{n:,} times"
