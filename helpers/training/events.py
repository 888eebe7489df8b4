"""Train the event models: ``python -m helpers.training.events --data DIR --wordnet DIR``.

DIR holds ``timeml/timebank`` and ``timeml/aquaint``, and WordNet 3.0's ``dict`` files. From these
texts only aggregate counts per lemma and weights of features without content words are kept.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from helpers.events.anchors import PUBLICATION, SCALE, Anchors
from helpers.events.candidates import Candidates
from helpers.events.features import describe, describe_events
from helpers.events.finder import NO_EVENT, ODDS, read_times
from helpers.events.models import ANCHORS, CLASSES, COUNTS, FINDER, SENSES, Models
from helpers.events.senses import Counts, Senses, kind_of
from helpers.events.sentences import Sentence, read_sentences
from helpers.exports import TimeML, read_timeml
from helpers.perceptron import SequenceLabeller
from helpers.resources import write_model
from helpers.tags import tag
from helpers.timexes import find_timexes
from helpers.tokens import tokenize
from helpers.training.logistic import train_logistic
from helpers.training.senses import read_senses

SETS = ("timebank", "aquaint")
FOLDS = 5
EVENT = "E"
# Relations that put an event into a time, not beside it.
ANCHORING = frozenset(
    "IS_INCLUDED SIMULTANEOUS DURING INCLUDES IDENTITY BEGINS ENDS BEGUN_BY ENDED_BY DURING_INV".split()
)
ITERATIONS, MARGIN, MIN_COUNT, SEED = 8, 2, 2, 1
FINDER_L2, FINDER_LEAST = 10.0, 5
# The threshold, in thousandths, is near half the F1 reached, which is where F1 is greatest.
L2, LEAST, THRESHOLD = 32.0, 6, 240


@dataclass
class Document:
    """One training article: our own tokens and time expressions, the gold events and anchors.

    ``anchors`` maps the start of an event to the spans of the time expressions it is anchored to;
    ``None`` among them stands for the publication date.
    """

    name: str
    source: str
    fold: int
    gold: TimeML
    timexes: object
    sentences: list[Sentence]
    labels: list[list[str]]
    anchors: dict[int, set] = field(default_factory=dict)

    @property
    def published(self) -> str | None:
        day = self.gold.article.published
        return day.isoformat() if day else None

    def events(self) -> list[list[int]]:
        """Return the tokens of the gold events, per sentence."""
        return [[i for i, x in enumerate(line) if x != NO_EVENT] for line in self.labels]


def read_documents(data: Path, sets: Iterable[str] = SETS) -> list[Document]:
    """Return the documents of TimeML folders, run through our own pipeline, with fixed folds."""
    documents = []
    for source in sets:
        folder = data / "timeml" / source
        if not folder.is_dir():
            sys.exit(f"There is no folder timeml/{source} in {data}; give the data by --data.")
        for number, path in enumerate(sorted(folder.glob("*.tml"))):
            gold = read_timeml(path.read_bytes())
            tokens = tag(tokenize(gold.article))
            timexes = find_timexes(gold.article, tokens)
            sentences = read_sentences(tokens, timexes)
            starts = dict(zip(gold.events["start"], gold.events["class"], strict=True))
            labels = [[starts.get(a, NO_EVENT) for a in s.starts] for s in sentences]
            document = Document(path.stem, source, number % FOLDS, gold, timexes, sentences, labels)
            _read_anchors(document)
            documents.append(document)
    return documents


def _read_anchors(document: Document) -> None:
    gold = document.gold
    event_starts = gold.events["start"].tolist()
    spans = list(zip(gold.timexes["start"].tolist(), gold.timexes["end"].tolist(), strict=True))
    for link in gold.links.to_dict("records"):
        if link["relation"] in ANCHORING:
            row = link["timex"]
            span = spans[int(row)] if row is not None and row == row else None
            document.anchors.setdefault(event_starts[link["event"]], set()).add(span)


# -------------------------------------------------------------------------------------- counts


def tally(document: Document) -> tuple[Counter, Counter]:
    """Return how often each (lemma, word class) was seen, and how often as an event of a class."""
    seen, events = Counter(), Counter()
    for sentence, labels in zip(document.sentences, document.labels, strict=True):
        for i, tag_ in enumerate(sentence.tags):
            if tag_[0] in "VNJR" and tag_ not in ("NNP", "NNPS") and i not in sentence.auxiliaries:
                key = (sentence.lemmas[i].lower(), kind_of(tag_))
                seen[key] += 1
                if labels[i] != NO_EVENT:
                    events[key, labels[i]] += 1
    return seen, events


def count(tallies: list[tuple[Counter, Counter]]) -> tuple[Counter, dict]:
    """Return the sums of tallies: times seen, and per key a counter of event classes."""
    seen: Counter = Counter()
    events: dict[tuple, Counter] = defaultdict(Counter)
    for own, classes in tallies:
        seen.update(own)
        for (key, label), n in classes.items():
            events[key][label] += n
    return seen, events


def make_counts(total: tuple[Counter, dict], without=None, least: int = 1) -> Counts:
    """Return the table of counts; ``without`` leaves one document out, so that training sees what
    a new document will see."""
    seen, events = total
    table = {}
    for key in seen if without is None else without[0]:
        classes = Counter(events.get(key, {}))
        n = seen[key]
        if without is not None:
            n -= without[0][key]
            for label in list(classes):
                classes[label] -= without[1].get((key, label), 0)
        k = sum(classes.values())
        if n >= least:
            usual = max(sorted(classes), key=lambda label: classes[label]) if k else ""
            table[key] = (n, k, usual)
    return Counts(table)


# -------------------------------------------------------------------------------------- models


def train(documents: list[Document], senses: Senses, l2: float = L2) -> Models:
    """Return the models trained on ``documents``."""
    tallies = [tally(document) for document in documents]
    total = count(tallies)
    counts = [make_counts(total, own) for own in tallies]
    rows, named, classes, answers = [], [], [], []
    for document, own in zip(documents, counts, strict=True):
        for sentence, line in zip(document.sentences, document.labels, strict=True):
            rows += describe(sentence, senses, own)
            named += [label != NO_EVENT for label in line]
            events = [i for i, label in enumerate(line) if label != NO_EVENT]
            if events:
                classes.append(describe_events(sentence, events, senses, own))
                answers.append([line[i] for i in events])
    options = {"iterations": ITERATIONS, "seed": SEED, "min_count": MIN_COUNT, "margin": MARGIN}
    return Models(
        senses,
        make_counts(total),
        train_logistic(rows, named, (EVENT, NO_EVENT), FINDER_L2, FINDER_LEAST, ODDS),
        SequenceLabeller.train(classes, answers, **options),
        train_anchors(documents, senses, counts, l2),
    )


def train_anchors(
    documents: list[Document], senses: Senses, counts: list[Counts], l2: float
) -> Anchors:
    """Return the weights of a conditional logit model over the candidates of every gold event."""
    groups = []
    for document, own in zip(documents, counts, strict=True):
        events = document.events()
        times = read_times(document.sentences, document.timexes)
        candidates = Candidates(document.sentences, events, times, document.published, senses, own)
        starts, ends = document.timexes["start"].tolist(), document.timexes["end"].tolist()
        for s, line in enumerate(events):
            for i in line:
                gold = document.anchors.get(document.sentences[s].starts[i], set())
                mark = document.source[0].upper()
                groups.append(
                    [
                        (
                            features + [mark + name for name in features],
                            _is_gold(row, starts, ends, gold),
                        )
                        for row, features in candidates.of(s, i)
                    ]
                )
    return Anchors(_of_domain(fit(groups, l2), SETS[0][0].upper()), THRESHOLD)


def _of_domain(weights: dict[str, int], mark: str) -> dict[str, int]:
    """Return the shared weights plus those of one corpus: each corpus was linked by its own habits,
    so every feature was learnt once for both and once for each (Daumé III 2007)."""
    merged: Counter = Counter()
    for name, weight in weights.items():
        if name[0].islower():
            merged[name] += weight
        elif name[0] == mark:
            merged[name[1:]] += weight
    return {name: weight for name, weight in merged.items() if weight}


def _is_gold(row: int, starts: list[int], ends: list[int], gold: set) -> bool:
    if row == PUBLICATION:
        return None in gold
    return any(span and span[0] < ends[row] and span[1] > starts[row] for span in gold)


def fit(
    groups: list[list[tuple[list[str], bool]]], l2: float, least: int = LEAST
) -> dict[str, int]:
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


def main() -> None:
    """Train on everything and write the model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds timeml/")
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet 3.0's dict folder")
    arguments = parser.parse_args()
    try:
        senses = read_senses(arguments.wordnet)
    except FileNotFoundError as error:
        sys.exit(str(error))
    models = train(read_documents(arguments.data), senses)
    for name, part in (
        (SENSES, models.senses),
        (COUNTS, models.counts),
        (FINDER, models.finder),
        (CLASSES, models.classes),
        (ANCHORS, models.anchors),
    ):
        print(f"{name}: SHA-256 {write_model(name, part.to_bytes())}")


if __name__ == "__main__":
    main()
