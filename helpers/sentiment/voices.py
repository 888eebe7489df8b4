"""Whose tone it is: every paragraph split into its author and each quoted speaker."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from helpers import schema
from helpers.sentiment.lexicon import TOPICAL
from helpers.sentiment.model import load_scorer
from helpers.sentiment.scoring import interval, mean
from helpers.sentiment.sentences import AUTHOR, measure, split_sentences, voice_of_tokens
from helpers.sentiment.shifters import WINDOW

QUOTED = "all quoted"
ALL = "whole article"


def score_voices(
    article,
    tokens: pd.DataFrame,
    quotations: pd.DataFrame | None,
    *,
    topical: Collection[str] = TOPICAL,
    window: int = WINDOW,
) -> pd.DataFrame:
    """Return the table ``sentiment_voices``: one row a paragraph and voice.

    Columns: ``paragraph``; ``voice`` (``author``, a canonical speaker, or ``unknown speaker`` of a
    quotation without one); ``n_words``; ``score, evaluation, low, high`` as in
    :func:`helpers.sentiment.score_sentiment`, from the voice's own parts of sentences; and
    ``n_scored_words``. ``quotations`` needs ``start``, ``end`` and, for voices, ``speaker``; with
    None or no row everything is the author's.
    """
    voices = voice_of_tokens(tokens, quotations)
    scorer, topical = load_scorer(), frozenset(topical)
    found: dict[tuple[int, str], list] = {}
    at = 0
    for part in split_sentences(tokens, voices):
        key = (part.paragraph, voices[at])
        found.setdefault(key, []).append(measure(scorer, part, topical, window))
        at += len(part.words)
    rows = [
        {"paragraph": paragraph, "voice": voice, **_summarize(measures)}
        for (paragraph, voice), measures in found.items()
        if any(part.n_words for part in measures)
    ]
    return schema.build(rows, schema.SENTIMENT_VOICES)


def summarize_voices(voices: pd.DataFrame, roles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the tone of each voice over the article, and of the article with and without
    quotations.

    ``voices`` is the table of :func:`score_voices`; with ``roles`` (a paragraphs table) only
    headline and body count. Columns: ``voice`` (then ``all quoted`` and ``whole article``),
    ``n_words, score, low, high, n_scored_words``, ordered by words. Scores are means over
    paragraphs, weighted by scored words.
    """
    if roles is not None:
        counted = roles.loc[roles["role"].isin(["headline", "body"]), "paragraph"]
        voices = voices[voices["paragraph"].isin(counted)]
    rows = [
        {"voice": voice, **_average(group)} for voice, group in voices.groupby("voice", sort=True)
    ]
    rows.sort(key=lambda row: (-row["n_words"], row["voice"]))
    quoted = voices[voices["voice"] != AUTHOR]
    rows.append({"voice": QUOTED, **_average(quoted)})
    rows.append({"voice": ALL, **_average(voices)})
    columns = ["voice", "n_words", "score", "low", "high", "n_scored_words"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype(
        {"voice": "string", "score": "Float64", "low": "Float64", "high": "Float64"}
    )


def _average(group: pd.DataFrame) -> dict:
    scored = group[group["score"].notna()]
    weight = scored["n_scored_words"]
    n_scored = int(weight.sum())
    score = float((scored["score"] * weight).sum() / n_scored) if n_scored else None
    return {
        "n_words": int(group["n_words"].sum()),
        "score": score,
        **interval(score, n_scored),
        "n_scored_words": n_scored,
    }


def _summarize(measures: list) -> dict:
    score, n_scored = mean([part.score for part in measures]), sum(p.n_scored for p in measures)
    return {
        "n_words": sum(part.n_words for part in measures),
        "score": score,
        "evaluation": mean([part.evaluation for part in measures]),
        **interval(score, n_scored),
        "n_scored_words": n_scored,
    }
