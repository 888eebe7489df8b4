"""Training of the models that tie events to times: maximum likelihood of conditional logit models."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from helpers.events.anchoring import describe_for_time
from helpers.events.anchors import PUBLICATION, SCALE, Weights
from helpers.events.candidates import Candidates
from helpers.events.finder import read_times, weigh
from helpers.events.senses import Counts, Senses

EVENTS_L2, TIMES_L2, LEAST = 32.0, 64.0, 6
Group = list[tuple[list[str], bool]]


def train_anchors(
    documents: list, senses: Senses, counts: list[Counts], attachments: Weights
) -> Weights:
    """Return the weights of a choice among the times of every gold event."""
    groups = []
    for document, own in zip(documents, counts, strict=True):
        events = document.events()
        candidates = _candidates(document, events, senses, own, attachments)
        gold = _Gold(document)
        groups += [
            [
                (_by_corpus(features, document.source), gold.has(s, i, row))
                for row, features in candidates.of(s, i)
            ]
            for s, line in enumerate(events)
            for i in line
        ]
    return Weights(_of_timebank(fit(groups, EVENTS_L2)))


def train_times(
    documents: list,
    senses: Senses,
    counts: list[Counts],
    attachments: Weights,
    odds: list[list[list[int]]],
) -> Weights:
    """Return the weights of a choice among the words of the sentence of every time expression;
    ``odds`` says per document and sentence how probable tokens are as events."""
    groups: list[Group] = []
    for document, own, scored in zip(documents, counts, odds, strict=True):
        pairs = zip(document.sentences, scored, strict=True)
        weighed = [weigh(sentence, line, senses) for sentence, line in pairs]
        events = [found for found, _ in weighed]
        candidates = _candidates(document, events, senses, own, attachments)
        gold = _Gold(document)
        for s, (_, chances) in enumerate(weighed):
            by_time: dict[int, Group] = {}
            tags = document.sentences[s].tags
            for i, chance in chances.items():
                for row, features in candidates.here(s, i):
                    full = describe_for_time(features, chance, tags[i])
                    answer = (_by_corpus(full, document.source), gold.has(s, i, row))
                    by_time.setdefault(row, []).append(answer)
            groups += [by_time[row] for row in sorted(by_time)]
    return Weights(_of_timebank(fit(groups, TIMES_L2)))


def _candidates(document, events, senses, counts, attachments) -> Candidates:
    times = read_times(document.sentences, document.timexes)
    return Candidates(
        document.sentences, events, times, document.published, senses, counts, attachments
    )


class _Gold:
    """The right answers of one document."""

    def __init__(self, document):
        self.document = document
        timexes = document.timexes
        self.spans = list(zip(timexes["start"].tolist(), timexes["end"].tolist(), strict=True))

    def has(self, s: int, i: int, row: int) -> bool:
        gold = self.document.anchors.get(self.document.sentences[s].starts[i], set())
        if row == PUBLICATION:
            return None in gold
        start, end = self.spans[row]
        return any(span and span[0] < end and span[1] > start for span in gold)


def _by_corpus(features: list[str], source: str) -> list[str]:
    """Return the features once for both corpora and once for this one; what the models of attachment
    and of events say (marked a and x) for this one only, as the corpora trust it differently."""
    mark = source[0].upper()
    shared = [name for name in features if name[0] not in "ax"]
    return shared + [mark + name for name in features]


def _of_timebank(weights: dict[str, int]) -> dict[str, int]:
    """Return the shared weights plus those of TimeBank: each corpus was linked by its own habits, so
    every feature was learnt once for both and once for each (Daumé III 2007)."""
    merged: Counter = Counter()
    for name, weight in weights.items():
        if name[0].islower():
            merged[name] += weight
        elif name[0] == "T":
            merged[name[1:]] += weight
    return {name: weight for name, weight in merged.items() if weight}


def fit(groups: list[Group], l2: float, least: int = LEAST) -> dict[str, int]:
    """Return integer feature weights: maximum likelihood with a penalty of ``l2 / 2 * w ** 2``.

    Every group of candidates competes with "nothing", which has no features; it is the right answer
    when no candidate is, and if several are right any of them will do.
    """
    seen = Counter(name for group in groups for features, _ in group for name in features)
    ids = {name: k for k, name in enumerate(sorted(n for n in seen if seen[n] >= least))}
    columns, ends, starts, right = [], [0], [], []
    for group in groups:
        starts.append(len(right))
        for features, gold in group:
            columns += [ids[name] for name in dict.fromkeys(features) if name in ids]
            ends.append(len(columns))
            right.append(gold)
        ends.append(len(columns))
        right.append(not any(gold for _, gold in group))
    rows = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), max(len(ids), 1)))
    turned = rows.T.tocsr()
    starts, right = np.array(starts), np.array(right)
    groups_of = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))

    def loss(weights):
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[groups_of])
        every, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = turned @ (odds / every[groups_of] - odds * right / good[groups_of])
        return -np.log(good / every).sum() + l2 / 2 * weights @ weights, slope + l2 * weights

    found = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 120}
    ).x
    return {name: round(SCALE * found[k]) for name, k in ids.items() if round(SCALE * found[k])}
