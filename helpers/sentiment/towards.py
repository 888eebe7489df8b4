"""Sentiment towards one person or organization in a sentence."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

import pandas as pd

from helpers import schema
from helpers.resources import load_model
from helpers.sentiment.lexicon import Lexicon, load_lexicon
from helpers.sentiment.sentences import Sentence, split_sentences
from helpers.sentiment.targets import read_target_features

TOWARDS = "sentiment-towards.txt.gz"
# A target that is more likely spoken of neutrally stays within this of 0.
NEUTRAL = 0.05


class TowardsScorer:
    """Integer weights (hundredths) of each feature for praise and for blame, against neutral."""

    def __init__(self, weights: dict[str, tuple[int, int]], lexicon: Lexicon):
        self.weights, self.lexicon = weights, lexicon

    def score(self, words: Sequence[str], texts: Sequence[str], first: int, last: int) -> float:
        """Return the score in [-1, 1] of the target at ``words[first:last + 1]``."""
        praise = blame = 0
        features = read_target_features(words, texts, first, last, self.lexicon)
        for feature in dict.fromkeys(features):
            for_praise, for_blame = self.weights.get(feature, (0, 0))
            praise += for_praise
            blame += for_blame
        top = max(praise, blame, 0)
        likely = [math.exp((value - top) / 100) for value in (blame, 0, praise)]
        difference = (likely[2] - likely[0]) / sum(likely)
        return NEUTRAL * difference if max(likely) == likely[1] else difference


def score_towards(article, tokens: pd.DataFrame, start: int, end: int):
    """Return how the sentence that holds ``article.text[start:end]`` speaks of it: a float in
    [-1, 1], within 0.05 of 0 where neutral is likeliest, or ``<NA>`` where no token is in the span.

    Logistic regression on target-marked words, by clause, and on shifted valences around the
    target, learned from NewsMTSC (Hamborg and Donnay 2021), names masked. Raises ``ValueError``
    for a span outside the article.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> article = Article("note", "Critics praised Ada Norden for her brilliant and honest work.")
    >>> score_towards(article, tokenize(article), 16, 26) > 0
    True
    """
    if not 0 <= start < end <= len(article.text):
        raise ValueError(
            f"The span {start}-{end} is not inside article {article.article_id} "
            f"({len(article.text)} characters)."
        )
    inside = tokens.index[(tokens["start"] < end) & (tokens["end"] > start)]
    if inside.empty:
        return pd.NA
    number = tokens.loc[inside[0], "sentence"]
    (sentence,) = split_sentences(tokens[tokens["sentence"] == number])
    return _score(sentence, start, end)


def score_people(
    article, tokens: pd.DataFrame, names: pd.DataFrame, types: Sequence[str] = ("person",)
) -> pd.DataFrame:
    """Return the table ``sentiment_people``: how each paragraph speaks of each person.

    Columns: ``person`` (canonical name), ``paragraph``, ``score`` (mean over the sentences that
    name the person, each as :func:`score_towards`; several mentions in one sentence are averaged
    first), ``n_sentences``. ``types`` says which names count.
    """
    names = names[names["type"].isin(list(types))]
    sentences = split_sentences(tokens)
    starts = pd.Series([sentence.starts[0] for sentence in sentences], dtype="int64")
    found: dict[tuple[str, int], dict[int, list[float]]] = {}
    for person, start, end in zip(names["canonical"], names["start"], names["end"], strict=True):
        at = int(starts.searchsorted(start, side="right")) - 1
        if at < 0 or pd.isna(person):
            continue
        score = _score(sentences[at], start, end)
        if not pd.isna(score):
            cell = found.setdefault((person, sentences[at].paragraph), {})
            cell.setdefault(at, []).append(score)
    rows = [
        {
            "person": person,
            "paragraph": paragraph,
            "score": sum(sum(s) / len(s) for s in cell.values()) / len(cell),
            "n_sentences": len(cell),
        }
        for (person, paragraph), cell in found.items()
    ]
    return schema.build(rows, schema.SENTIMENT_PEOPLE)


def _score(sentence: Sentence, start: int, end: int):
    spans = enumerate(zip(sentence.starts, sentence.ends, strict=True))
    inside = [at for at, (a, b) in spans if a < end and b > start]
    if not inside:
        return pd.NA
    return load_towards().score(sentence.words, sentence.texts, inside[0], inside[-1])


def parse_towards(content: bytes) -> dict[str, tuple[int, int]]:
    """Return ``{feature: (weight for praise, weight for blame)}``."""
    weights = {}
    for line in content.decode("utf-8").splitlines():
        praise, blame, *features = line.split("\t")
        weights.update(dict.fromkeys(features, (int(praise), int(blame))))
    return weights


def format_towards(weights: dict[str, tuple[int, int]]) -> bytes:
    """Return the bytes that :func:`parse_towards` reads back."""
    by_value: dict[tuple[int, int], list[str]] = {}
    for feature in sorted(weights):
        if any(weights[feature]):
            by_value.setdefault(weights[feature], []).append(feature)
    lines = ["\t".join([f"{p}\t{b}", *by_value[p, b]]) for p, b in sorted(by_value)]
    return "\n".join(lines).encode("utf-8")


@functools.lru_cache(maxsize=1)
def load_towards() -> TowardsScorer:
    """Return the scorer towards a target, read from ``helpers/models``."""
    return TowardsScorer(load_model(TOWARDS, parse_towards), load_lexicon())
