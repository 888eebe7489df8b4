"""Fitting the weights of sentiment towards a target: multinomial logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from scipy import sparse
from scipy.optimize import minimize

from helpers.corpus import Article
from helpers.sentiment.lexicon import Lexicon
from helpers.sentiment.targets import read_target_features
from helpers.tokens import tokenize

_LEAST = 3
_PENALTY, _PENALTY_OF_VIEWS = 20.0, 5.0
_STEP = 5


@dataclass(frozen=True)
class Target:
    """One target in one sentence."""

    key: str
    fold: int
    polarity: int
    words: list[str]
    texts: list[str]
    first: int
    last: int


def read_sentences(rows: Sequence[dict]) -> list[Target]:
    """Return the targets of NewsMTSC rows with their sentences as tokens."""
    targets: list[Target] = []
    for begin in range(0, len(rows), 2000):
        part = rows[begin : begin + 2000]
        # One blank for each control character keeps the offsets.
        texts = ["".join(c if c.isprintable() else " " for c in row["text"]) for row in part]
        bases = [0]
        for text in texts:
            bases.append(bases[-1] + len(text) + 2)
        tokens = tokenize(Article(article_id="targets", text="\n\n".join(texts)))
        starts = tokens["start"].to_numpy()
        columns = [tokens[name].tolist() for name in ("start", "end", "norm", "text")]
        for row, base, after in zip(part, bases, bases[1:], strict=False):
            left, right = numpy.searchsorted(starts, [base, after]).tolist()
            here = [column[left:right] for column in columns]
            spans = enumerate(zip(here[0], here[1], strict=True))
            inside = [at for at, (a, b) in spans if a < base + row["to"] and b > base + row["from"]]
            targets.append(
                Target(
                    row["id"], row["fold"], row["polarity"], here[2], here[3], inside[0], inside[-1]
                )
            )
    return targets


class TowardsDesign:
    """All features of all targets, read once."""

    def __init__(self, targets: Sequence[Target], lexicon: Lexicon):
        index: dict[str, int] = {}
        rows, columns = [], []
        for row, target in enumerate(targets):
            features = read_target_features(
                target.words, target.texts, target.first, target.last, lexicon
            )
            for feature in dict.fromkeys(features):
                rows.append(row)
                columns.append(index.setdefault(feature, len(index)))
        matrix = sparse.csr_matrix(
            (numpy.ones(len(rows)), (rows, columns)), shape=(len(targets), len(index))
        )
        names = list(index)
        seen = numpy.bincount(matrix.indices, minlength=len(names))
        keep = numpy.flatnonzero(seen >= _LEAST)
        self.matrix = matrix[:, keep].tocsr()
        self.features = [names[i] for i in keep]
        self.polarities = numpy.array([target.polarity for target in targets])
        self.folds = numpy.array([target.fold for target in targets])
        views = [" in " in name or name.startswith(("target", "bias")) for name in self.features]
        self.penalties = numpy.where(views, _PENALTY_OF_VIEWS, _PENALTY)

    def fit(self, rows: numpy.ndarray) -> dict[str, tuple[int, int]]:
        """Return the weights (hundredths) for praise and blame against neutral."""
        matrix = self.matrix[rows]
        transposed = matrix.T.tocsr()
        gold = numpy.stack([(self.polarities[rows] == c).astype(float) for c in (-1, 0, 1)], 1)
        penalties = self.penalties[:, None]

        def loss(flat):
            weights = flat.reshape(-1, 3)
            margins = matrix @ weights
            margins -= margins.max(1, keepdims=True)
            likely = numpy.exp(margins)
            likely /= likely.sum(1, keepdims=True)
            value = -(gold * numpy.log(likely + 1e-12)).sum()
            value += 0.5 * (penalties * weights * weights).sum()
            return value, (transposed @ (likely - gold) + penalties * weights).ravel()

        start = numpy.zeros(3 * matrix.shape[1])
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60})
        blame, neutral, praise = numpy.round(100 * found.x.reshape(-1, 3)).astype(int).T
        pairs = zip(
            self.features, (praise - neutral).tolist(), (blame - neutral).tolist(), strict=True
        )
        return {name: (p, b) for name, p, b in pairs if abs(p) >= _STEP or abs(b) >= _STEP}
