"""Figures of words compared: with another text (keyness), with their neighbours (collocation)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.plots.rows import HEAD, ROW, label_rows, quote, write_beside
from helpers.plots.style import (
    BLUE,
    INK,
    VERMILION,
    Figure,
    cite,
    draw_nothing,
    finish,
    house_style,
    new_figure,
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
    figure, axes = new_figure(height=HEAD + ROW * len(rows))
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
        write_beside(axes, x, place, f"{n} : {other:,}")
    label_rows(axes, rows["term"])
    axes.margins(x=0.09)
    axes.set_xlabel("log ratio: doublings of the rate (+1 is twice, −1 half as frequent)")
    surest = keywords.iloc[0]
    title = f"None of {len(keywords)} terms tested surely differs in frequency from {reference}"
    if sure:
        verb = "differs" if sure == 1 else "differ"
        title = f"{sure} of {len(keywords)} terms tested {verb} in frequency from {reference}"
    if surest["p_adjusted"] <= alpha:
        title += (
            f", most surely {quote(surest['term'])} ({surest['n']} here, "
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
    figure, axes = new_figure(height=HEAD + ROW * len(rows))
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
        write_beside(axes, x, place, f"{n}")
    label_rows(axes, names)
    axes.set_xlim(rows["log_dice"].min() - 0.5, 14.3)
    axes.set_xlabel("logDice (14: neither word occurs without the other)")
    bound = int((rows["log_dice"] > 13).sum())
    return finish(
        figure,
        title=f"{quote(collocations['word1'].iloc[0] + ' ' + collocations['word2'].iloc[0])} is the "
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
