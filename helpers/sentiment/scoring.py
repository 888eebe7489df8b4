"""The scores of sentences and paragraphs, and the account of every word behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from helpers import schema
from helpers.sentiment.intervals import half_width
from helpers.sentiment.lexicon import CLOSED_CLASS, TOPICAL, analyzer
from helpers.sentiment.model import find_cases, load_scorer, scale
from helpers.sentiment.sentences import (
    carries,
    main_voice,
    measure,
    split_sentences,
    voice_of_tokens,
)
from helpers.sentiment.shifters import WINDOW


def score_sentiment(
    article,
    tokens: pd.DataFrame,
    quotations: pd.DataFrame | None = None,
    *,
    topical: Collection[str] = TOPICAL,
    window: int = WINDOW,
) -> pd.DataFrame:
    """Return the table ``sentiment``: one row a paragraph, the mean of its scored sentences.

    Columns: ``article_id, start, end, text, paragraph, n_words``; ``score`` (content valence) and
    ``evaluation`` (``topical`` words set aside), both in [-1, 1], four times a rating from -4 to
    +4, ``<NA>`` where no word is scored; ``vader`` (mean compound of plain vaderSentiment);
    ``low, high`` (90 % interval of ``score``); ``n_scored_words``; ``coverage`` (share of the words,
    function words aside, that are scored); ``voice`` (who has most of the words: ``author`` or,
    given ``quotations`` with speakers, a canonical speaker). ``window`` is how many words a negator
    reaches.

    The score is linear in the words: VADER's lexicon (Hutto & Gilbert 2014) and a list derived
    from it, shifted by negation, degree, adversatives, modals, questions and conditions, with
    weights learned from rated texts; :func:`explain_sentiment` shows every part.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> article = Article("note", "The harvest was a wonderful success.")
    >>> bool(score_sentiment(article, tokenize(article)).loc[0, "score"] > 0)
    True
    """
    paragraphs: dict[int, list] = {}
    for measured in _measure_sentences(article, tokens, quotations, topical, window):
        paragraphs.setdefault(measured[0].paragraph, []).append(measured)
    rows = [
        {"paragraph": number, **_summarize(article, measured)}
        for number, measured in paragraphs.items()
    ]
    return schema.build(rows, schema.SENTIMENT, article)


def score_sentences(
    article,
    tokens: pd.DataFrame,
    quotations: pd.DataFrame | None = None,
    *,
    topical: Collection[str] = TOPICAL,
    window: int = WINDOW,
) -> pd.DataFrame:
    """Return the table ``sentiment_sentences``: the columns of :func:`score_sentiment` with
    ``sentence``, one row a sentence."""
    rows = [
        {
            "paragraph": measured[0].paragraph,
            "sentence": measured[0].number,
            **_summarize(article, [measured]),
        }
        for measured in _measure_sentences(article, tokens, quotations, topical, window)
    ]
    return schema.build(rows, schema.SENTIMENT_SENTENCES, article)


def _measure_sentences(article, tokens, quotations, topical, window) -> list[tuple]:
    """Return ``(sentence, measure, VADER's compound, voices of its tokens)`` of every sentence."""
    scorer, vader = load_scorer(), analyzer().polarity_scores
    topical, voices = frozenset(topical), voice_of_tokens(tokens, quotations)
    found, position = [], 0
    for sentence in split_sentences(tokens):
        after = position + len(sentence.words)
        found.append(
            (
                sentence,
                measure(scorer, sentence, topical, window),
                vader(article.text[sentence.starts[0] : sentence.ends[-1]])["compound"],
                voices[position:after],
            )
        )
        position = after
    return found


def _summarize(article, measured: Sequence[tuple]) -> dict:
    """Return the columns that sentences and paragraphs share."""
    start, end = measured[0][0].starts[0], measured[-1][0].ends[-1]
    measures = [found for _, found, _, _ in measured]
    n_open = sum(found.n_open for found in measures)
    score = mean([found.score for found in measures])
    n_scored = sum(found.n_scored for found in measures)
    return {
        "article_id": article.article_id,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "n_words": sum(found.n_words for found in measures),
        "score": score,
        "evaluation": mean([found.evaluation for found in measures]),
        "vader": sum(compound for _, _, compound, _ in measured) / len(measured),
        **interval(score, n_scored),
        "n_scored_words": n_scored,
        "coverage": sum(found.n_covered for found in measures) / n_open if n_open else 0.0,
        "voice": main_voice([voice for *_, voices in measured for voice in voices]),
    }


def mean(scores: Sequence[float | None]) -> float | None:
    """Return the mean of the scores that are there, None when none is.

    >>> mean([0.5, None, 0.0]), mean([None])
    (0.25, None)
    """
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def interval(score: float | None, n_scored: int) -> dict:
    """Return ``low`` and ``high``, the 90 % interval of a score; it ends where the scale does."""
    if score is None:
        return {"low": None, "high": None}
    half = half_width(n_scored)
    return {"low": max(-1.0, score - half), "high": min(1.0, score + half)}


def explain_sentiment(
    article,
    tokens: pd.DataFrame,
    *,
    scale_name: str = "content",
    topical: Collection[str] = TOPICAL,
    window: int = WINDOW,
) -> pd.DataFrame:
    """Return the table ``sentiment_words``: every word that moves the score of its paragraph.

    Columns: ``article_id, start, end, text, paragraph, sentence``; ``topical``; ``weight`` (what
    the word would give unshifted), ``shifted_by`` (each shifter with what it added) and
    ``contribution``, all in units of the paragraph's score: the contributions of a paragraph sum
    to its score, to 1e-9. ``scale_name`` is ``content`` or ``evaluation`` (topical words left out).
    Raises ``ValueError`` for another scale.
    """
    if scale_name not in ("content", "evaluation"):
        raise ValueError(f"There is no scale {scale_name!r}; choose content or evaluation.")
    topical = frozenset(topical)
    scorer, parts = load_scorer(), []
    counts: dict[int, int] = {}
    for sentence in split_sentences(tokens):
        account = scorer.account(sentence.words, find_cases(sentence.texts), window)
        aside = [word in topical for word in sentence.words]
        if not _counts(scorer, sentence, account.scored, aside, scale_name):
            continue
        counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
        factor = 1.0
        if scale_name == "evaluation":
            factor = _refactor(account.units, aside, len(sentence.words))
        parts.append((sentence, account, aside, factor))
    rows = []
    for sentence, account, aside, factor in parts:
        share = factor / counts[sentence.paragraph]
        for at, contribution in enumerate(account.contributions):
            if not account.scored[at] or (aside[at] and scale_name == "evaluation"):
                continue
            shifts = [(name, value * share) for name, value in account.shifts[at]]
            rows.append(
                {
                    "article_id": article.article_id,
                    "start": sentence.starts[at],
                    "end": sentence.ends[at],
                    "text": sentence.texts[at],
                    "paragraph": sentence.paragraph,
                    "sentence": sentence.number,
                    "topical": aside[at],
                    "weight": account.weights[at] * share,
                    "shifted_by": "; ".join(f"{n} {v:+.3f}" for n, v in shifts) or pd.NA,
                    "contribution": contribution * share,
                }
            )
    return schema.build(rows, schema.SENTIMENT_WORDS, article)


def _counts(scorer, sentence, scored, aside, scale_name) -> bool:
    return any(
        known and carries(scorer, word) and not (topical and scale_name == "evaluation")
        for word, known, topical in zip(sentence.words, scored, aside, strict=True)
    )


def _refactor(units: Sequence[int], aside: Sequence[bool], size: int) -> float:
    """Return the factor of the words that stay, over the factor of all."""
    rest = sum(unit for unit, topical in zip(units, aside, strict=True) if not topical)
    return scale(rest, size) / scale(sum(units), size)


def mark_words(words: pd.DataFrame, least: float = 0.02, strong: float = 0.08) -> pd.DataFrame:
    """Return the rows of ``sentiment_words`` worth marking in the text: contributions of at least
    ``least`` of open-class words and negators, with ``mark`` (``++``, ``+``, ``−``, ``−−``; doubled
    from ``strong``) and figures rounded for reading."""
    size = words["contribution"].abs()
    hidden = words["text"].str.lower().isin(CLOSED_CLASS) | (words["text"].str.len() < 2)
    shown = words[(size >= least) & ~hidden]
    marks = [
        ("+" if value > 0 else "−") * (2 if abs(value) >= strong else 1)
        for value in shown["contribution"].tolist()
    ]
    return shown.assign(
        mark=pd.array(marks, dtype="string"),
        contribution=shown["contribution"].round(3),
        weight=shown["weight"].round(3),
    ).reset_index(drop=True)
