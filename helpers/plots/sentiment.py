"""Figures of sentiment: paragraphs with intervals and voices, people, what-ifs, agreement."""

from __future__ import annotations

import numpy
import pandas as pd

from helpers.plots.style import (
    BLUE,
    GREY,
    HATCHES,
    INK,
    ORANGE,
    QUIET,
    VERMILION,
    Figure,
    cite,
    finish,
    house_style,
    new_figure,
)
from helpers.plots.wrapping import shorten

_AUTHOR = "author"
_SHOWN = 12


@house_style()
def plot_sentiment(
    sentiment: pd.DataFrame, voices: pd.DataFrame | None = None, *, source: str = ""
) -> Figure:
    """Return the score of every paragraph with its 90 % interval (full dots where 0 lies outside)
    and, with the table ``sentiment_voices``, author and quoted speakers apart below."""
    known = sentiment[sentiment["score"].notna()].astype(
        {"score": float, "low": float, "high": float}
    )
    clear = (known["low"] > 0) | (known["high"] < 0)
    split = voices is not None and len(voices) > 0
    figure, axes = new_figure(2 if split else 1, height=5.2 if split else 3.2, sharex=True)
    upper = axes[0] if split else axes
    upper.vlines(known["paragraph"], known["low"], known["high"], color=BLUE, linewidth=1.6)
    for chosen, face in ((clear, BLUE), (~clear, "white")):
        upper.plot(
            known.loc[chosen, "paragraph"],
            known.loc[chosen, "score"],
            "o",
            markersize=6,
            color=BLUE,
            markerfacecolor=face,
        )
    missing = sentiment.loc[sentiment["score"].isna(), "paragraph"]
    upper.plot(missing, numpy.zeros(len(missing)), "x", color=QUIET, markersize=6)
    _zero(upper)
    upper.set_ylabel("score, all voices")
    upper.set_ylim(-1.05, 1.05)
    if split:
        _draw_voices(axes[1], voices)
    (axes[1] if split else axes).set_xlabel("paragraph")
    mean = known["score"].mean() if len(known) else 0.0
    title = (
        f"{int(clear.sum())} of {len(known)} paragraphs can be told from neutral; "
        f"their mean is {mean:+.2f}"
        if len(known)
        else "No paragraph has a scored word"
    )
    caption = (
        "Score from -1 to +1, a quarter of a reader's rating; bars: 90 % interval; hollow: not "
        f"distinguishable from neutral; crosses: no scored word. {len(sentiment)} paragraphs."
    )
    if split:
        caption += " Below: circles the author, squares quoted speakers."
    values = ", ".join(
        f"{p}: {s:+.2f}" for p, s in zip(known["paragraph"], known["score"], strict=True)
    )
    alt = f"{title}. Score by paragraph: {values or 'none'}."
    return finish(figure, title=title, caption=f"{caption} {cite(source)}", alt=alt)


def _draw_voices(axes, voices: pd.DataFrame) -> None:
    known = voices[voices["score"].notna()].astype({"score": float})
    own = known["voice"] == _AUTHOR
    for chosen, marker, colour, shift in ((own, "o", BLUE, -0.12), (~own, "s", ORANGE, 0.12)):
        part = known[chosen]
        axes.plot(
            part["paragraph"] + shift,
            part["score"],
            marker,
            color=colour,
            markeredgecolor=INK,
            markersize=6,
        )
    _zero(axes)
    axes.set_ylabel("score by voice")
    axes.set_ylim(-1.05, 1.05)


@house_style()
def plot_people(people: pd.DataFrame, *, source: str = "") -> Figure:
    """Return the person by paragraph matrix of ``sentiment_people``: sign, score and the number of
    sentences in every cell, persons in order of sentences."""
    totals = people.groupby("person")["n_sentences"].sum()
    order = sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
    persons = [str(person) for person, _ in order]
    shown = people[people["person"].isin(persons)]
    figure, axes = new_figure(height=1.2 + 0.42 * max(1, len(persons)))
    for row in shown.itertuples():
        at = persons.index(row.person)
        side = "+" if row.score > 0.05 else "−" if row.score < -0.05 else "○"
        colour = BLUE if side == "+" else VERMILION if side == "−" else GREY
        axes.text(
            row.paragraph,
            at,
            f"{side}\n{row.n_sentences}",
            ha="center",
            va="center",
            fontsize=8,
            color=INK,
            linespacing=0.9,
            bbox={
                "boxstyle": "round,pad=0.25",
                "facecolor": colour,
                "alpha": 0.15 + 0.45 * min(1.0, abs(row.score)),
                "edgecolor": INK,
                "linewidth": 0.6,
            },
        )
    axes.set_yticks(range(len(persons)), persons)
    axes.set_ylim(max(1, len(persons)) - 0.4, -0.6)
    last = int(shown["paragraph"].max()) if len(shown) else 0
    axes.set_xlim(-0.7, last + 0.7)
    axes.set_xlabel("paragraph")
    axes.xaxis.get_major_locator().set_params(integer=True)
    parts = []
    for person in persons:
        cells = shown[shown["person"] == person]
        weighted = (cells["score"] * cells["n_sentences"]).sum() / cells["n_sentences"].sum()
        parts.append(f"{person}: {weighted:+.2f} over {int(cells['n_sentences'].sum())} sentences")
    title = "No person is named" if not parts else f"Most is said of {parts[0]}"
    caption = (
        "+ praised, − blamed, ○ neutral; below the sign the number of sentences; darker: surer. "
        f"{len(persons)} of {len(totals)} persons, by sentences."
    )
    alt = "Matrix of persons by paragraphs. " + ("; ".join(parts) or "No person is named") + "."
    return finish(figure, title=title, caption=f"{caption} {cite(source)}", alt=alt)


@house_style()
def plot_what_ifs(what_ifs: pd.DataFrame, *, source: str = "") -> Figure:
    """Return how far each change of ``sentiment_what_ifs`` moves the paragraphs: one dot a
    paragraph."""
    moved = what_ifs[what_ifs["difference"].notna()].astype({"difference": float})
    sizes = moved.groupby("change")["difference"].apply(lambda values: values.abs().max())
    order = [name for name, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))][
        :_SHOWN
    ]
    figure, axes = new_figure(height=1.2 + 0.34 * max(1, len(order)))
    for at, change in enumerate(order):
        values = moved.loc[moved["change"] == change, "difference"]
        axes.plot(values, numpy.full(len(values), at), "o", color=BLUE, alpha=0.6, markersize=6)
    axes.axvline(0, color=QUIET, linewidth=1)
    axes.set_yticks(range(len(order)), [shorten(name, 48) for name in order])
    axes.set_ylim(max(1, len(order)) - 0.4, -0.6)
    axes.set_xlabel("change of a paragraph's score")
    title = (
        f"The largest single move is {sizes[order[0]]:.2f}: {shorten(order[0], 48)}"
        if order
        else "No change moves any paragraph"
    )
    flipped = what_ifs[what_ifs["verdict"] != what_ifs["changed_verdict"]]
    caption = f"One dot a paragraph that moves; {len(flipped)} verdicts change."
    rows = "; ".join(f"{name}: up to {sizes[name]:.2f}" for name in order)
    alt = f"Moves of paragraph scores by change. {rows or 'None'}. {caption}"
    return finish(figure, title=title, caption=f"{caption} {cite(source)}", alt=alt)


@house_style()
def plot_agreement(scores: pd.DataFrame, *, measure: str) -> Figure:
    """Return ``measure`` of the recorded scores (``show_scores``) beside its peer, set by set."""
    rows = scores[scores["measure"] == measure].astype({"ours": float, "peer_value": float})
    figure, axes = new_figure(height=1.4 + 0.5 * len(rows))
    places = numpy.arange(len(rows))
    for values, shift, colour, hatch in (
        (rows["ours"], -0.2, BLUE, HATCHES[0]),
        (rows["peer_value"], 0.2, ORANGE, HATCHES[1]),
    ):
        axes.barh(places + shift, values, height=0.36, color=colour, hatch=hatch)
        for place, value in zip(places + shift, values, strict=True):
            axes.text(value + 0.01, place, f"{value:.2f}", va="center", fontsize=9)
    axes.set_yticks(places, rows["set"])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, 1)
    axes.set_xlabel(measure)
    better = int((rows["ours"] > rows["peer_value"]).sum())
    peer = str(rows["peer"].iloc[0])
    title = f"Closer to readers than {peer} on {better} of {len(rows)} sets"
    caption = "Upper bars, plain: this score, sets unseen in training. Lower bars, hatched: " + peer
    values = "; ".join(
        f"{name}: {ours:.2f} against {theirs:.2f}"
        for name, ours, theirs in zip(rows["set"], rows["ours"], rows["peer_value"], strict=True)
    )
    return finish(figure, title=title, caption=caption + ".", alt=f"{measure}. {values}.")


def _zero(axes) -> None:
    axes.axhline(0, color=QUIET, linewidth=1)
    axes.xaxis.get_major_locator().set_params(integer=True)
