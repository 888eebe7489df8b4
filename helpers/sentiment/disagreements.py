"""Where the score and plain VADER disagree, and the words that cause it."""

from __future__ import annotations

import pandas as pd

from helpers import schema
from helpers.sentiment.lexicon import vader_valences
from helpers.sentiment.model import find_cases, load_scorer
from helpers.sentiment.sentences import split_sentences

# The spread of VADER's compound is about twice that of the score on the rated sets.
VADER_SCALE = 2.0
_WORDS = 3


def find_disagreements(sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``sentiment_disagreements``: every scored sentence with both scores.

    Columns: ``article_id, start, end, text, paragraph, sentence, score, vader``; ``gap`` (score
    minus half of ``vader``, which brings both to one spread); ``words`` (up to three whose
    contribution differs most from their part in VADER's sum, with the difference).
    """
    scorer, lexicon = load_scorer(), vader_valences()
    known = {
        (row.paragraph, row.sentence): row
        for row in sentences[sentences["score"].notna()].itertuples()
    }
    rows = []
    for sentence in split_sentences(tokens):
        row = known.get((sentence.paragraph, sentence.number))
        if row is None:
            continue
        account = scorer.account(sentence.words, find_cases(sentence.texts))
        valences = [lexicon.get(word, 0) for word in sentence.words]
        total = sum(valences)
        share = row.vader / VADER_SCALE / total if total else 0.0
        gaps: dict[str, float] = {}
        for word, ours, valence in zip(
            sentence.words, account.contributions, valences, strict=True
        ):
            gaps[word] = gaps.get(word, 0.0) + ours - valence * share
        causes = sorted(gaps.items(), key=lambda item: (-abs(item[1]), item[0]))[:_WORDS]
        rows.append(
            {
                **{name: getattr(row, name) for name in ("article_id", "start", "end", "text")},
                "paragraph": row.paragraph,
                "sentence": row.sentence,
                "score": row.score,
                "vader": row.vader,
                "gap": row.score - row.vader / VADER_SCALE,
                "words": ", ".join(f"{word} {gap:+.2f}" for word, gap in causes),
            }
        )
    return schema.build(rows, schema.SENTIMENT_DISAGREEMENTS)


def find_named_words(words: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``sentiment_words`` that stand inside a name, strongest first: a name is
    read as if its words meant what they mean elsewhere."""
    inside = pd.Series(False, index=words.index)
    for start, end in zip(names["start"], names["end"], strict=True):
        inside |= (words["start"] >= start) & (words["end"] <= end)
    order = words.loc[inside, "contribution"].abs().sort_values(ascending=False, kind="stable")
    return words.loc[order.index].reset_index(drop=True)
