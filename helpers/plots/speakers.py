"""Figures of quoted speakers: shares of voice, who speaks where, and the account of marks."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.plots.style import (
    BLUE,
    GREEN,
    HATCHES,
    ORANGE,
    PURPLE,
    QUIET,
    VERMILION,
    Figure,
    cite,
    draw_nothing,
    finish,
    house_style,
    new_figure,
)

_ROW, _HEAD = 0.36, 0.8
_TYPE_COLOURS = {
    "named person": BLUE,
    "organization": ORANGE,
    "document": GREEN,
    "collective": PURPLE,
    "anonymous": QUIET,
    "author": VERMILION,
}
_STATUS_COLOURS = {"attributed": BLUE, "term": ORANGE, "title": GREEN, "unresolved": VERMILION}


@house_style()
def plot_speakers(speakers: pd.DataFrame, *, top: int = 12, source: str = "") -> Figure:
    """Draw the share of quoted words of the ``top`` speakers of a speakers table as bars."""
    rows = speakers.head(top)
    if rows.empty:
        return draw_nothing("No speaker is quoted", source)
    figure, axes = new_figure(height=_HEAD + _ROW * len(rows))
    places = np.arange(len(rows))
    kinds = rows["speaker_type"].fillna("anonymous").tolist()
    shares = 100 * rows["share_of_quoted_words"].to_numpy()
    order = list(_TYPE_COLOURS)
    for place, share, kind in zip(places, shares, kinds, strict=True):
        axes.barh(
            place,
            share,
            height=0.66,
            color=_TYPE_COLOURS[kind],
            hatch=HATCHES[order.index(kind) % len(HATCHES)],
        )
    for place, share, words, kind in zip(places, shares, rows["words"], kinds, strict=True):
        axes.annotate(
            f"{_count(words, 'word')}, {kind}",
            (share, place),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    _label(axes, places, rows["speaker"])
    axes.set_xlim(0, max(shares.max() * 1.45, 1))
    axes.set_xlabel("share of all quoted and reported words with a known speaker, %")
    first = rows.iloc[0]
    return finish(
        figure,
        title=f"{_short(first['speaker'])} has {shares[0]:.0f} % of the quoted words"
        + (f", {_count(len(speakers) - 1, 'other')} share the rest" if len(speakers) > 1 else ""),
        caption="Words inside direct, mixed and indirect quotations; words of a quotation inside "
        f"another count for the inner speaker. Colour and hatching: type of speaker. {cite(source)}",
        alt="Bar chart of shares of quoted words. "
        + "; ".join(
            f"{name} {share:.0f} % ({kind})"
            for name, share, kind in zip(rows["speaker"], shares, kinds, strict=True)
        )
        + ".",
    )


@house_style()
def plot_voices(
    quotations: pd.DataFrame, length: int, *, top: int = 10, source: str = ""
) -> Figure:
    """Draw who speaks where: one line a speaker, one bar a quotation, along an article of ``length``
    code points. Indirect speech is drawn pale and thin, so nothing is told by colour alone."""
    named = quotations[quotations["speaker"].notna()]
    if named.empty:
        return draw_nothing("No speaker is quoted", source)
    order = named.groupby("speaker")["start"].min()
    sizes = (named["end"] - named["start"]).groupby(named["speaker"]).sum()
    kept = sorted(order.index, key=lambda name: (-sizes[name], name))[:top]
    kept.sort(key=lambda name: (order[name], name))
    figure, axes = new_figure(height=_HEAD + _ROW * len(kept))
    for place, name in enumerate(kept):
        part = named[named["speaker"] == name]
        for start, end, kind in zip(part["start"], part["end"], part["kind"], strict=True):
            axes.barh(
                place,
                100 * (end - start) / length,
                left=100 * start / length,
                height=0.34 if kind == "indirect" else 0.7,
                color=BLUE,
                alpha=0.45 if kind == "indirect" else 1,
                linewidth=0,
            )
    _label(axes, np.arange(len(kept)), pd.Series(kept))
    axes.set_xlim(0, 100)
    axes.set_xlabel("place in the article, % of its length")
    voiced = _covered(named) / max(length, 1)
    last = max(kept, key=lambda name: (named[named["speaker"] == name]["end"].max(), name))
    return finish(
        figure,
        title=f"{_short(kept[0])} is heard first, {_short(last)} last; "
        f"{100 * voiced:.0f} % of the article are somebody else's words",
        caption="Thick dark bars: direct and mixed quotations. Thin pale bars: indirect speech. "
        + cite(source),
        alt="Chart of quotations along the article, one line a speaker. "
        + "; ".join(
            f"{name}: {_count(named[named['speaker'] == name]['quotation'].nunique(), 'quotation')}"
            f" from {100 * named[named['speaker'] == name]['start'].min() / length:.0f} % to "
            f"{100 * named[named['speaker'] == name]['end'].max() / length:.0f} %"
            for name in kept
        )
        + ".",
    )


@house_style()
def plot_quotation_marks(marks: pd.DataFrame, *, source: str = "") -> Figure:
    """Draw how many pairs of quotation marks were attributed, set aside or left unresolved."""
    if marks.empty:
        return draw_nothing("There are no quotation marks", source)
    counts = marks["status"].value_counts()
    counts = [(status, int(counts.get(status, 0))) for status in _STATUS_COLOURS]
    figure, axes = new_figure(height=_HEAD + _ROW * len(counts))
    for place, (status, count) in enumerate(counts):
        axes.barh(place, count, height=0.66, color=_STATUS_COLOURS[status], hatch=HATCHES[place])
        axes.annotate(
            str(count), (count, place), xytext=(6, 0), textcoords="offset points", va="center"
        )
    _label(axes, np.arange(len(counts)), pd.Series([status for status, _ in counts]))
    axes.set_xlabel("pairs of quotation marks")
    unresolved = counts[-1][1]
    return finish(
        figure,
        title=f"{counts[0][1]} of {_count(len(marks), 'pair')} of quotation marks "
        f"{'belongs' if counts[0][1] == 1 else 'belong'} to a speaker's report, "
        f"{unresolved or 'none'} {'is' if unresolved <= 1 else 'are'} unresolved",
        caption="Every pair of marks, nested ones too, and every mark without a partner. "
        + cite(source),
        alt="Bar chart of quotation marks by status: "
        + ", ".join(f"{status} {count}" for status, count in counts)
        + ".",
    )


def _covered(named: pd.DataFrame) -> int:
    total, reach = 0, 0
    for start, end in zip(named["start"], named["end"], strict=True):
        total += max(0, end - max(start, reach))
        reach = max(reach, end)
    return total


def _label(axes, places, names) -> None:
    axes.set_yticks(places, [_short(name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")


def _short(name: str, most: int = 30) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
