"""Train the name finder: ``python -m helpers.training.names --data DIR`` (README of the data there).

Sources: Universal NER on EWT dev, Wikigold, the Broad Twitter Corpus and names derived from GUM's entity
layer. EWT train, eight times as long as EWT dev, and the news sentences of NewsMTSC have no names: a
teacher, which sees the treebanks' own sentences and tags, marks them there, and the shipped model learns
from both (Yarowsky 1995 calls it self-training). EWT also stands in another order, in which names
touch; three such orders give three fields, whose weights are averaged. About seven minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from helpers.names.model import BITS, NameModel
from helpers.resources import MODELS, load_model, write_model
from helpers.tags import Tagger
from helpers.tags.features import FormFeatures
from helpers.tags.lemmas import Lemmatizer
from helpers.tags.lexicon import Lexicon
from helpers.training.names_data import (
    Documents,
    Sentence,
    read_iob,
    read_newsmtsc,
    retokenize,
)
from helpers.training.names_fit import Examples, fit, join, predict, prepare
from helpers.training.names_gum import read_gum
from helpers.training.names_joins import order_touching, rearrange
from helpers.training.tagger import make_tables
from helpers.training.tagger import prepare as tagger_rows
from helpers.training.tagger import train as fit_tagger
from helpers.training.treebanks import Sentence as TreebankSentence
from helpers.training.treebanks import find_treebanks, read_sentences

SEED = 1
# UNER stands twice (the teacher: four times), since its scheme is the one that is measured.
UNER_WEIGHT, TEACHER_WEIGHT = 2, 4
# In how many orders the sentences in which names touch are learned from, one field for each.
ORDERS = 3
TEACHER = {"scale": 128, "most": 1 << BITS, "prune": 1}
NEWS = "sentiment/newsmtsc-train.jsonl"
RUNNING, LINES, PARAGRAPHS = " ", "\n", "\n\n"


@dataclass
class Sources:
    """All documents, in the words of their source."""

    uner: Documents
    wikigold: Documents
    tweets: Documents
    gum: Documents
    gum_names: list[str]
    untold: Documents
    news: Documents


def read_sources(data: Path) -> Sources:
    """Return everything there is to learn from; ``untold`` has gold tags, but no names marked, ``news``
    neither."""
    folder = data / "names"
    for needed in ("names/uner-ewt-dev.iob2", NEWS):
        if not (data / needed).is_file():
            sys.exit(f"There is no {needed} in {data}; give the data folder by --data.")
    uner = list(read_iob(folder / "uner-ewt-dev.iob2"))
    known = {
        tuple(word.form for word in sentence.words): [word.tag for word in sentence.words]
        for sentence in read_sentences(find_treebanks(data, "dev")[0])
    }
    for document in uner:
        for sentence in document:
            sentence.tags = known.get(tuple(sentence.words), [])
    untold = []
    for document in read_treebank(data):
        untold.append(
            [
                Sentence(
                    [w.form for w in s.words],
                    ["O"] * len(s.words),
                    s.text,
                    [w.tag for w in s.words],
                )
                for s in document
            ]
        )
    gum_names = [
        name
        for split in ("train", "dev")
        for name in (data / "gum" / f"{split}.txt").read_text("utf-8").split()
    ]
    gum = [read_gum(data / "gum" / "documents" / f"{name}.conllu") for name in gum_names]
    tweets = [d for path in sorted((folder / "btc").glob("*.iob2")) for d in read_iob(path)]
    wikigold = list(read_iob(folder / "wikigold.iob2"))
    news = read_newsmtsc(data / NEWS)
    return Sources(uner, wikigold, tweets, gum, gum_names, untold, news)


def read_treebank(data: Path) -> list[list[TreebankSentence]]:
    """Return the documents of EWT train."""
    sentences = read_sentences(find_treebanks(data, "train")[0])
    return [list(found) for _, found in groupby(sentences, key=lambda s: s.document)]


def train_tagger(data: Path, half: int | None = None) -> Tagger:
    """Return a tagger that has not seen EWT dev, on whose sentences names are trained and measured:
    the carried one has, and its tags there would be too good. With ``half`` (0 or 1) it has seen
    only the other half of EWT train."""
    ewt = [s for i, found in enumerate(read_treebank(data)) if i % 2 != half for s in found]
    others = [s for path in find_treebanks(data, "train")[1:] for s in read_sentences(path)]
    sentences = tagger_rows(ewt + others)
    lexicon = load_model("wordnet.bin.gz", Lexicon.from_bytes)
    tables = make_tables(sentences, lexicon)
    labeller = fit_tagger(sentences, lexicon, tables, iterations=5, seed=SEED, min_count=2)
    lemmas = Lemmatizer(lexicon, tables.lemmas)
    return Tagger(labeller, FormFeatures(lexicon, tables.ambiguity), lemmas, tables.universal)


class Material:
    """All texts as examples, per document; a fold leaves documents out and lets a teacher that has
    not seen them mark the names of EWT train."""

    def __init__(self, data: Path):
        self.sources = sources = read_sources(data)
        self.tagger = train_tagger(data)
        self.halves = [train_tagger(data, half) for half in (0, 1)]
        self._known: dict[str, int] = {}
        tweets = self._read(sources.tweets, RUNNING)
        wikigold = self._read(sources.wikigold, PARAGRAPHS)
        self.others = [tweets + wikigold, self._read(sources.wikigold, RUNNING)]
        # Once as running text, once line by line, since mail has names in lines of their own.
        self.uner = [self._read(sources.uner, between) for between in (RUNNING, LINES)]
        self.gum = [self._read(sources.gum, between) for between in (PARAGRAPHS, RUNNING)]
        self.untold = [
            self._read(sources.untold, between, self.halves) for between in (RUNNING, LINES)
        ]
        self.news = self._prepare(sources.news, [self.tagger])
        numbers = range(len(sources.untold))
        self.orders = [
            [order_touching(sources.untold, numbers[half::2], SEED + turn) for half in (0, 1)]
            for turn in range(ORDERS)
        ]
        self.joined = [
            [
                self._read(rearrange(sources.untold, order), RUNNING, [tagger])
                for order, tagger in zip(orders, self.halves, strict=True)
            ]
            for orders in self.orders
        ]
        self.gold = [
            self._prepare(documents, [self.tagger], gold=True)
            for documents in (sources.uner, sources.gum, sources.untold)
        ]

    def train(
        self, uner: Sequence[int] | None = None, gum: Sequence[int] | None = None
    ) -> NameModel:
        """Return the model learned from the documents of UNER and GUM with these numbers (all)."""
        uner = range(len(self.sources.uner)) if uner is None else uner
        gum = range(len(self.sources.gum)) if gum is None else gum
        gold_uner, gold_gum, gold_untold = self.gold
        teacher = fit(
            join(
                self.others[0]
                + [gold_gum[i] for i in gum]
                + [gold_uner[i] for i in uner] * TEACHER_WEIGHT
            ),
            **TEACHER,
        )
        marked = mark(self.sources.untold, [predict(teacher, part) for part in gold_untold])
        parts = [part for form in self.others for part in form]
        parts += [form[i] for form in self.gum for i in gum]
        parts += [form[i] for form in self.uner for i in uner] * UNER_WEIGHT
        for form, between in zip(self.untold, (RUNNING, LINES), strict=True):
            parts += relabel(form, retokenize(marked, between))
        parts += [part.relabel(predict(teacher, part)) for part in self.news]
        return fit(*(join(parts + self._touching(uner, marked, turn)) for turn in range(ORDERS)))

    def _touching(self, uner: Sequence[int], marked: Documents, turn: int) -> list[Examples]:
        """Return the sentences of EWT in the order of this turn, in which names touch."""
        parts = []
        for seed in range(SEED + turn * UNER_WEIGHT, SEED + (turn + 1) * UNER_WEIGHT):
            order = order_touching(self.sources.uner, uner, seed)
            parts += self._read(rearrange(self.sources.uner, order), RUNNING)
        for form, order in zip(self.joined[turn], self.orders[turn], strict=True):
            parts += relabel(form, retokenize(rearrange(marked, order), RUNNING))
        return parts

    def _read(self, documents: Documents, between: str, taggers=()) -> list[Examples]:
        return self._prepare(retokenize(documents, between), taggers or [self.tagger])

    def _prepare(self, documents: Documents, taggers, gold: bool = False) -> list[Examples]:
        """Return the examples of documents, tagged in turn by the taggers, or as the source has it."""
        found = []
        for number, document in enumerate(documents):
            tagged = taggers[number % len(taggers)].tag_sents([s.words for s in document])
            rows = [
                (
                    sentence.words,
                    sentence.tags if gold and sentence.tags else [tag for _, tag in pairs],
                    sentence.labels,
                )
                for sentence, pairs in zip(document, tagged, strict=True)
            ]
            found.append(prepare(rows, self._known))
        return found


def relabel(form: Sequence[Examples], documents: Documents) -> list[Examples]:
    """Return examples with the labels of the documents that they were made from."""
    return [
        part.relabel(sentence.labels for sentence in document)
        for part, document in zip(form, documents, strict=True)
    ]


def mark(documents: Documents, labels: Iterable[list[list[str]]]) -> Documents:
    """Return the documents with these labels."""
    return [
        [replace(s, labels=row) for s, row in zip(document, rows, strict=True)]
        for document, rows in zip(documents, labels, strict=True)
    ]


def main(arguments: list[str] | None = None) -> None:
    """Train, write ``models/names.bin.gz`` and print its size and SHA-256."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.names")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with names/, gum/, ud-ewt/, sentiment/"
    )
    options = parser.parse_args(arguments)
    digest = write_model("names.bin.gz", Material(options.data).train().to_bytes())
    print(f"names.bin.gz: {(MODELS / 'names.bin.gz').stat().st_size} bytes, SHA-256 {digest}")


if __name__ == "__main__":
    main()
