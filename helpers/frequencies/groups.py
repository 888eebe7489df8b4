"""The same count for each voice (author, quoted speakers) and for each part of the article."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from helpers.frequencies.counting import count_terms
from helpers.frequencies.terms import COUNTED, ROLES, select_tokens
from helpers.schema import FREQUENCIES_BY_GROUP, build

AUTHOR = "author"
UNATTRIBUTED = "unattributed"
QUOTED = "quoted"
PARTS = ("lead", "middle", "ending")


def label_voices(
    tokens: pd.DataFrame,
    quotations: pd.DataFrame,
    *,
    kinds: Collection[str] = ("direct", "mixed"),
) -> pd.Series:
    """Return whose words each token is: ``author``, the speaker of the quotation around it, or
    ``unattributed`` inside a quotation without a known speaker. A quotations table that knows no
    speakers at all gives ``author`` and ``quoted``.

    ``kinds``: an indirect quotation is in the author's words, so by default it stays with the
    author. Where quotations are nested the innermost speaker has the word.
    """
    voices = np.full(len(tokens), AUTHOR, dtype=object)
    wanted = quotations[quotations["kind"].isin(list(kinds))]
    if "speaker" in wanted.columns:
        speakers = wanted["speaker"].fillna(UNATTRIBUTED)
        speakers = speakers.mask((wanted["speaker_type"] == AUTHOR).fillna(False), AUTHOR)
    else:
        speakers = pd.Series(QUOTED, index=wanted.index)
    wanted = wanted.assign(voice=speakers, length=wanted["end"] - wanted["start"])
    wanted = wanted.sort_values(["length", "start"], ascending=[False, True], kind="stable")
    articles = tokens["article_id"].to_numpy(dtype=object)
    starts = tokens["start"].to_numpy()
    for article, group in wanted.groupby("article_id", sort=False):
        rows = np.flatnonzero(articles == article)
        first = np.searchsorted(starts[rows], group["start"].to_numpy())
        last = np.searchsorted(starts[rows], group["end"].to_numpy())
        for begin, stop, voice in zip(first, last, group["voice"], strict=True):
            voices[rows[begin:stop]] = voice
    return pd.Series(voices, index=tokens.index, dtype="string", name="voice")


def label_parts(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame,
    *,
    lead: float = 0.2,
    ending: float = 0.2,
    roles: Collection[str] = ROLES,
) -> pd.Series:
    """Return the part of the article each token stands in: ``lead`` (by default the first fifth of
    the running words), ``ending`` (the last fifth) or ``middle``; <NA> outside ``roles``.

    Whole paragraphs only: a paragraph belongs where its middle word falls.
    """
    labels = pd.Series(pd.NA, index=tokens.index, dtype="string", name="part")
    wanted = paragraphs[paragraphs["role"].isin(list(roles))]
    for article, group in wanted.groupby("article_id", sort=False):
        mine = tokens["article_id"] == article
        counted = mine & tokens["kind"].isin(list(COUNTED))
        sizes = tokens.loc[counted, "paragraph"].value_counts()
        sizes = sizes.reindex(group["paragraph"], fill_value=0).to_numpy()
        middles = (np.cumsum(sizes) - sizes / 2) / max(sizes.sum(), 1)
        parts = np.where(middles < lead, PARTS[0], PARTS[1]).astype(object)
        parts[middles > 1 - ending] = PARTS[2]
        places = dict(zip(group["paragraph"], parts, strict=True))
        labels[mine] = tokens.loc[mine, "paragraph"].map(places)
    return labels


def count_by_voice(
    tokens: pd.DataFrame,
    quotations: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    roles: Collection[str] = ROLES,
    **options,
) -> pd.DataFrame:
    """Return :func:`count_terms` for each voice, the voice in ``group``, the most talkative first.

    Rates are per million words of that voice. ``options`` go to :func:`count_terms`.
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    return count_by(tokens, label_voices(tokens, quotations), **options)


def count_by_part(
    tokens: pd.DataFrame, paragraphs: pd.DataFrame, *, roles: Collection[str] = ROLES, **options
) -> pd.DataFrame:
    """Return :func:`count_terms` for lead, middle and ending (:func:`label_parts`), in that order.

    Rates are per million words of that part. ``options`` go to :func:`count_terms`.
    """
    return count_by(tokens, label_parts(tokens, paragraphs, roles=roles), order=PARTS, **options)


def count_by(
    tokens: pd.DataFrame, groups: pd.Series, *, order: Collection[str] = (), **options
) -> pd.DataFrame:
    """Return :func:`count_terms` for each value of ``groups``, a series with one label a token;
    tokens without a label are left out. Groups come as in ``order``, else the longest first."""
    running = tokens["kind"].isin(list(COUNTED))
    sizes = groups[running].value_counts()
    found = [name for name in order if name in sizes.index] or sorted(
        sizes.index, key=lambda name: (-sizes[name], name)
    )
    tables = []
    for name in found:
        members = tokens[(groups == name).fillna(False)].reset_index(drop=True)
        table = count_terms(members, **options)
        table.insert(0, "group", name)
        tables.append(table)
    return build(pd.concat(tables) if tables else [], FREQUENCIES_BY_GROUP)
