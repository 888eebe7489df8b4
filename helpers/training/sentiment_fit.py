"""Fitting the weights of sentence features to human ratings, several sets at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy
from scipy import sparse

from helpers.sentiment.features import read_features
from helpers.sentiment.lexicon import Lexicon
from helpers.sentiment.model import OFFSET, PER_TOKEN, RATING, SATURATION, Scorer, scale
from helpers.sentiment.sentences import carries
from helpers.training.ridge import solve
from helpers.training.sentiment_data import Rated

# Penalties of the four kinds of features, chosen by leaving one set out.
_PENALTIES = {"w ": 0.8, "p ": 1.6, "n ": 2.7}
_SHARED = 0.027
# What a set says about a word beyond all sets is cheaper than what all say, so that the shared
# weights hold what carries over (Daumé III 2007); only these are kept.
_OWN = 0.5
_ROUNDS = 4
_SMALLEST = {"w ": 4, "p ": 6, "n ": 6}


class Design:
    """All features of all texts, read once."""

    def __init__(self, texts: Sequence[Rated], lexicon: Lexicon):
        index: dict[str, int] = {}
        rows, columns, values = [], [], []
        names = find_name_words(texts)
        for row, text in enumerate(texts):
            for _, feature, value in read_features(text.words, text.cases, lexicon):
                if feature[:2] in _PENALTIES and not names.isdisjoint(feature.split()[1:]):
                    continue
                rows.append(row)
                columns.append(index.setdefault(feature, len(index)))
                values.append(value / 100)
        self.texts = texts
        matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), len(index)))
        matrix.sum_duplicates()
        # A word or pair seen in one text only is its rating, not a finding.
        seen = numpy.bincount(matrix.indices, minlength=len(index))
        keys = list(index)
        keep = [i for i, key in enumerate(keys) if seen[i] > 1 or key[:2] not in _PENALTIES]
        self.matrix = matrix[:, keep].tocsr()
        self.features = [keys[i] for i in keep]
        self.tokens = numpy.array([len(text.words) for text in texts])
        self.ratings = numpy.array([text.rating for text in texts])
        self.sources = numpy.array([text.source for text in texts])
        self.folds = numpy.array([text.fold for text in texts])
        self.penalties = numpy.array([_PENALTIES.get(name[:2], _SHARED) for name in self.features])

    def fit(self, rows: numpy.ndarray) -> dict[str, int]:
        """Return integer weights (hundredths) learned from the texts where ``rows`` is true.

        Each round fits a ridge regression with the factors that the sums of the round before give;
        every set keeps its own mean and its own deviations.
        """
        sources = sorted(set(self.sources[rows]))
        own = numpy.array([name[:2] in _PENALTIES for name in self.features])
        matrix = self.matrix[rows]
        blocks, penalties = [matrix], [self.penalties]
        for source in sources:
            mine = (self.sources[rows] == source).astype(float)
            blocks.append(sparse.diags(mine) @ matrix[:, own])
            penalties.append(self.penalties[own] * _OWN)
        block = sparse.hstack(blocks).tocsr()
        means = sparse.csr_matrix(
            numpy.stack([(self.sources[rows] == source).astype(float) for source in sources], 1)
        )
        penalty = numpy.concatenate([*penalties, numpy.full(len(sources), 1e-3)])
        sums = numpy.zeros(len(self.ratings[rows]))
        weights = None
        for _ in range(_ROUNDS):
            factor = 1 / numpy.sqrt(
                OFFSET + PER_TOKEN * self.tokens[rows] + SATURATION * (sums / RATING) ** 2
            )
            scaled = sparse.hstack([sparse.diags(factor) @ block, means])
            weights = solve(scaled, self.ratings[rows], penalty, weights, 60)
            sums = block @ weights[: block.shape[1]]
        integers = {}
        for name, weight in zip(self.features, weights.tolist(), strict=False):
            value = round(weight * 100)
            if abs(value) >= _SMALLEST.get(name[:2], 1):
                integers[name] = value
        return integers


def find_name_words(texts: Sequence[Rated]) -> frozenset[str]:
    """Return the words that stand as names more often than not.

    At the start of a sentence a name looks like any word; without this list the weights of
    sentences that begin with a name would be its weight.
    """
    named, seen = Counter(), Counter()
    for text in texts:
        seen.update(text.words)
        named.update(
            word for word, case in zip(text.words, text.cases, strict=True) if case == "name"
        )
    return frozenset(word for word, n in named.items() if 2 * n > seen[word])


def predict(scorer: Scorer, texts: Sequence[Rated]) -> tuple[list[float], list[int]]:
    """Return the scores of texts, each read as one sentence, and the numbers of scored words."""
    scores, scored = [], []
    for text in texts:
        sums = scorer.sums(text.words, text.cases)
        known = [word for word, value in zip(text.words, sums, strict=True) if value is not None]
        total = sum(value or 0 for value in sums)
        scores.append(total * scale(total, len(text.words)))
        scored.append(sum(carries(scorer, word) for word in known))
    return scores, scored
