"""Figures of what an article consists of: its paragraphs by role, its words by part of speech."""

from __future__ import annotations

import pandas as pd
from matplotlib.ticker import MaxNLocator

from helpers.plots.style import (
    BLUE,
    GREEN,
    GREY,
    HATCHES,
    ORANGE,
    PURPLE,
    SKY,
    Figure,
    cite,
    finish,
    house_style,
    new_figure,
)

# Colour and hatch of each role; what is counted comes first.
_ROLES = {
    "headline": (ORANGE, HATCHES[0]),
    "body": (BLUE, HATCHES[0]),
    "caption": (GREEN, HATCHES[1]),
    "byline": (PURPLE, HATCHES[3]),
    "boilerplate": (GREY, HATCHES[2]),
}
_COUNTED = ("headline", "body")
_CLASSES = {
    "ADJ": "adjectives", "ADP": "prepositions", "ADV": "adverbs", "AUX": "auxiliary verbs",
    "CCONJ": "coordinating conjunctions", "DET": "determiners", "INTJ": "interjections",
    "NOUN": "nouns", "NUM": "numerals", "PART": "particles", "PRON": "pronouns",
    "PROPN": "proper nouns", "SCONJ": "subordinating conjunctions", "VERB": "verbs",
    "X": "other words",
}  # fmt: skip
_NAMING = ["NOUN", "PROPN"]


@house_style()
def plot_roles(paragraphs: pd.DataFrame, tokens: pd.DataFrame, *, source: str = "") -> Figure:
    """Draw one bar for every row of a paragraphs table, as high as it has words in ``tokens``, with
    the colour and hatch of its role. ``source`` (the article) goes into the caption."""
    words = tokens[tokens["kind"].isin(("word", "number"))]
    heights = words.groupby("paragraph").size().reindex(paragraphs["paragraph"], fill_value=0)
    sizes = heights.groupby(paragraphs["role"].to_numpy()).sum()
    numbers = paragraphs["role"].value_counts()
    total, counted = int(heights.sum()), int(sizes.reindex(_COUNTED, fill_value=0).sum())
    figure, axes = new_figure(height=2.8)
    for role, (colour, hatch) in _ROLES.items():
        mine = (paragraphs["role"] == role).to_numpy()
        if mine.any():
            places = paragraphs.loc[mine, "paragraph"]
            label = f"{role} ({sizes[role]:,})"
            axes.bar(places, heights[mine], color=colour, hatch=hatch, width=0.85, label=label)
    if total:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=len(_ROLES), handlelength=1.4)
    axes.grid(axis="x", visible=False)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    axes.set_xlabel("paragraph (the first is 0)")
    axes.set_ylabel("words")
    said = [
        f"{role}: {_number(int(sizes[role]), 'word')} in {_number(int(numbers[role]), 'paragraph')}"
        for role in _ROLES
        if role in sizes
    ]
    left = total - counted
    return finish(
        figure,
        title=f"{counted:,} of {_number(total, 'word')} are headline and body; "
        f"{left:,} {'belong' if left != 1 else 'belongs'} to what surrounds them",
        caption="Words a paragraph, in the order of the text; in brackets the words of each role. Only "
        f"headline and body are counted in the analyses. {cite(source)}",
        alt=f"Bars of the words in each of {_number(len(paragraphs), 'paragraph')}. "
        + ("; ".join(said) or "There is no paragraph")
        + ".",
    )


@house_style()
def plot_tags(tokens: pd.DataFrame, *, source: str = "") -> Figure:
    """Draw how many words of a tagged tokens table belong to each universal part of speech, most
    frequent first, with the three most frequent lemmas of each."""
    words = tokens[tokens["pos"].isin(list(_CLASSES))]
    sizes = words.groupby("pos").size()
    sizes = sizes.reindex(sorted(sizes.index, key=lambda pos: (-sizes[pos], pos)))
    lemmas = {pos: _most_frequent(words.loc[words["pos"] == pos, "lemma"]) for pos in sizes.index}
    figure, axes = new_figure(height=0.7 + 0.25 * max(len(sizes), 1))
    names = [_CLASSES[pos] for pos in sizes.index]
    colours = [BLUE if pos in _NAMING else SKY for pos in sizes.index]
    axes.barh(names, sizes, color=colours, height=0.75)
    for place, pos in enumerate(sizes.index):
        text = f" {sizes[pos]:,}   {', '.join(lemmas[pos])}"
        axes.text(sizes[pos], place, text, va="center", fontsize=9)
    axes.invert_yaxis()
    axes.set_xlim(0, max(sizes.max() * 1.6, 1) if len(sizes) else 1)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel("words (behind each bar: how many, and the most frequent lemmas)")
    total = int(sizes.sum())
    naming, verbs = (int(sizes.reindex(kind, fill_value=0).sum()) for kind in (_NAMING, ["VERB"]))
    return finish(
        figure,
        title=f"Nouns and proper nouns make up {naming / total:.0%} of {_number(total, 'word')}, "
        f"full verbs {verbs / total:.0%}"
        if total
        else "There is no word to tag",
        caption="Words by universal part of speech, as tagged; punctuation is left out. "
        f"{cite(source)}",
        alt="Bars of the parts of speech. "
        + (
            "; ".join(f"{name}: {n:,}" for name, n in zip(names, sizes, strict=True))
            or "No word was found"
        )
        + ".",
    )


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'s' * (n != 1)}"


def _most_frequent(lemmas: pd.Series, top: int = 3) -> list[str]:
    counts = lemmas.value_counts()
    return sorted(counts.index, key=lambda lemma: (-counts[lemma], lemma))[:top]
