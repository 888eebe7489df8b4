"""How far the conclusion moves when one decision is made otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers import schema
from helpers.sentiment.intervals import give_verdict
from helpers.sentiment.model import load_scorer
from helpers.sentiment.scoring import explain_sentiment, interval, mean
from helpers.sentiment.sentences import AUTHOR, measure, split_sentences, voice_of_tokens
from helpers.sentiment.shifters import WINDOW

_NOTHING = frozenset()


def ask_what_if(
    article,
    tokens: pd.DataFrame,
    quotations: pd.DataFrame | None = None,
    *,
    words: Sequence[str] | None = None,
    speakers: Sequence[str] | None = None,
    windows: Sequence[int] = (3, 8),
) -> pd.DataFrame:
    """Return the table ``sentiment_what_ifs``: every paragraph that a change moves.

    Changes: without quotations; without one speaker's words (each of ``speakers``, by default
    all); without one word (each of ``words`` in lower case, by default the three that contribute
    most); with another negation window. Columns: ``change, paragraph, score, changed`` (``<NA>``
    where nothing scored is left), ``difference`` (changed minus score), ``verdict,
    changed_verdict``. Ordered by change, then paragraph.
    """
    voices = voice_of_tokens(tokens, quotations)
    if speakers is None:
        speakers = sorted(set(voices) - {AUTHOR})
    if words is None:
        words = strongest_words(article, tokens)
    whole = _score(tokens, [True] * len(voices))
    norms = tokens["norm"].tolist()
    variants = []
    if any(voice != AUTHOR for voice in voices):
        kept = [voice == AUTHOR for voice in voices]
        variants.append(("without quotations", _score(tokens, kept)))
    for speaker in speakers:
        kept = [voice != speaker for voice in voices]
        variants.append((f"without {speaker}", _score(tokens, kept)))
    for word in words:
        kept = [norm != word for norm in norms]
        variants.append((f"without the word “{word}”", _score(tokens, kept)))
    for window in windows:
        if window != WINDOW:
            name = f"negation reaches {window} words, not {WINDOW}"
            variants.append((name, _score(tokens, [True] * len(voices), window)))
    rows = []
    for change, scores in variants:
        for paragraph, before in whole.items():
            after = scores.get(paragraph, (None, 0))
            if before[0] is None or before == after:
                continue
            rows.append(
                {
                    "change": change,
                    "paragraph": paragraph,
                    "score": before[0],
                    "changed": after[0],
                    "difference": None if after[0] is None else after[0] - before[0],
                    "verdict": _verdict(*before),
                    "changed_verdict": _verdict(*after),
                }
            )
    return schema.build(rows, schema.SENTIMENT_WHAT_IFS)


def rank_paragraphs(what_ifs: pd.DataFrame) -> pd.DataFrame:
    """Return the paragraphs by how far any change moves them: ``paragraph, score, change``
    (the strongest), ``changed, difference``. A paragraph left without a score comes first."""
    size = what_ifs["difference"].abs().astype(float).fillna(float("inf"))
    ranked = what_ifs.assign(size=size).sort_values(
        ["size", "paragraph", "change"], ascending=[False, True, True], kind="stable"
    )
    first = ranked.drop_duplicates("paragraph").reset_index(drop=True)
    return first[["paragraph", "score", "change", "changed", "difference"]]


def strongest_words(article, tokens: pd.DataFrame, n: int = 3) -> list[str]:
    """Return the ``n`` words (lower case) whose contributions, summed over the article, are
    largest."""
    table = explain_sentiment(article, tokens)
    sums = table.groupby(table["text"].str.lower())["contribution"].sum()
    sums = sums[[len(word) > 2 and word.isalpha() for word in sums.index]]
    order = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))
    return [str(word) for word, _ in order[:n]]


def _score(tokens: pd.DataFrame, kept: Sequence[bool], window: int = WINDOW) -> dict:
    """Return ``{paragraph: (score, scored words)}`` of the tokens that are kept."""
    scorer, found = load_scorer(), {}
    for sentence in split_sentences(tokens[pd.Series(kept, index=tokens.index, dtype=bool)]):
        result = measure(scorer, sentence, _NOTHING, window)
        found.setdefault(sentence.paragraph, []).append(result)
    return {
        paragraph: (mean([part.score for part in parts]), sum(part.n_scored for part in parts))
        for paragraph, parts in found.items()
    }


def _verdict(score: float | None, n_scored: int) -> str:
    ends = interval(score, n_scored)
    return give_verdict(score, ends["low"], ends["high"])
