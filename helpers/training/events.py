"""Train the event models: ``python -m helpers.training.events --data DIR --wordnet DIR``.

DIR holds ``timeml/timebank``, ``timeml/aquaint``, ``ud-ewt`` and ``gum``, and WordNet 3.0's ``dict``
files. From these texts only aggregate counts per lemma and weights of features without content words
are kept.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from helpers.events.anchors import Weights
from helpers.events.features import describe, describe_events
from helpers.events.finder import NO_EVENT, ODDS, score_tokens
from helpers.events.models import (
    ANCHORS,
    ATTACHMENTS,
    CLASSES,
    COUNTS,
    FINDER,
    SENSES,
    TIMES,
    Models,
)
from helpers.events.senses import Counts, Senses, kind_of
from helpers.events.sentences import Sentence, read_sentences
from helpers.exports import TimeML, read_timeml
from helpers.perceptron import SequenceLabeller
from helpers.resources import write_model
from helpers.tags import tag
from helpers.timexes import find_timexes
from helpers.tokens import tokenize
from helpers.training.anchors import train_anchors, train_times
from helpers.training.attachments import train_attachments
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


def train(documents: list[Document], senses: Senses, attachments: Weights) -> Models:
    """Return the models trained on ``documents``; ``attachments`` was learnt from treebanks."""
    tallies = [tally(document) for document in documents]
    total = count(tallies)
    counts = [make_counts(total, own) for own in tallies]
    classes, answers = [], []
    for document, own in zip(documents, counts, strict=True):
        for sentence, line in zip(document.sentences, document.labels, strict=True):
            events = [i for i, label in enumerate(line) if label != NO_EVENT]
            if events:
                classes.append(describe_events(sentence, events, senses, own))
                answers.append([line[i] for i in events])
    options = {"iterations": ITERATIONS, "seed": SEED, "min_count": MIN_COUNT, "margin": MARGIN}
    return Models(
        senses,
        make_counts(total),
        train_finder(documents, senses, counts),
        SequenceLabeller.train(classes, answers, **options),
        train_anchors(documents, senses, counts, attachments),
        train_times(documents, senses, counts, attachments, score_apart(documents, senses)),
        attachments,
    )


def train_finder(
    documents: list[Document], senses: Senses, counts: list[Counts]
) -> SequenceLabeller:
    """Return the finder of events trained on ``documents`` with the counts each may see."""
    rows, named = [], []
    for document, own in zip(documents, counts, strict=True):
        for sentence, line in zip(document.sentences, document.labels, strict=True):
            rows += describe(sentence, senses, own)
            named += [label != NO_EVENT for label in line]
    return train_logistic(rows, named, (EVENT, NO_EVENT), FINDER_L2, FINDER_LEAST, ODDS)


def score_apart(documents: list[Document], senses: Senses) -> list[list[list[int]]]:
    """Return the odds that tokens name an event, by finders that were not trained on the document:
    what the model of times sees in training is as uncertain as what it will see in a new text."""
    odds: dict[str, list[list[int]]] = {}
    for fold in sorted({document.fold for document in documents}):
        rest = [document for document in documents if document.fold != fold]
        tallies = [tally(document) for document in rest]
        total = count(tallies)
        finder = train_finder(rest, senses, [make_counts(total, own) for own in tallies])
        counts = make_counts(total)
        odds |= {
            document.name: score_tokens(document.sentences, finder, senses, counts)
            for document in documents
            if document.fold == fold
        }
    return [odds[document.name] for document in documents]


def main() -> None:
    """Train on everything and write the model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds timeml/")
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet 3.0's dict folder")
    arguments = parser.parse_args()
    try:
        senses = read_senses(arguments.wordnet)
        attachments = train_attachments(arguments.data, senses)
    except FileNotFoundError as error:
        sys.exit(str(error))
    models = train(read_documents(arguments.data), senses, attachments)
    for name, part in (
        (SENSES, models.senses),
        (COUNTS, models.counts),
        (FINDER, models.finder),
        (CLASSES, models.classes),
        (ANCHORS, models.anchors),
        (TIMES, models.times),
        (ATTACHMENTS, models.attachments),
    ):
        print(f"{name}: SHA-256 {write_model(name, part.to_bytes())}")


if __name__ == "__main__":
    main()
