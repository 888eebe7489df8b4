"""Training of the two label models and of the table of cue words, from PolNeAR."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

from helpers.corpus import Article
from helpers.quotations.attributes import Words, describe
from helpers.quotations.context import SECOND, describe_context
from helpers.quotations.features import FIRST, LEVELS, SHARES, WORD_IDS
from helpers.quotations.finder import read_words
from helpers.quotations.labels import LABELS, SCALE, Layer
from helpers.quotations.lattice import Lattice
from helpers.quotations.templates import Templates
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.crf import train_crf
from helpers.training.polnear import Document

FOLDS = 6
MIN_COUNT = 5
PASSES_FIRST, PASSES_SECOND = 8, 6
# The shipped models are means over this many trainings in different orders.
SEEDS_FIRST, SEEDS_SECOND = 2, 3
_ROLE_LABELS = (("content", 5), ("source", 1), ("cue", 3))


@dataclass
class Example:
    """One article with gold attributions and everything that is computed once."""

    document: Document
    words: Words
    labels: np.ndarray
    lengths: np.ndarray
    codes: np.ndarray | None = None
    context: np.ndarray | None = None
    levels: np.ndarray | None = None
    found: tuple = field(default=())


def prepare(document: Document) -> Example:
    """Return tokens, tags, marks and gold labels of an article."""
    article = Article(article_id=document.name, text=document.text)
    words = read_words(article, tag(tokenize(article)))
    lengths = np.diff(
        np.concatenate([[0], np.flatnonzero(np.diff(words.paragraphs)) + 1, [len(words.norms)]])
    )
    return Example(document, words, gold_labels(document, words), lengths[lengths > 0])


def gold_labels(document: Document, words: Words) -> np.ndarray:
    """Return the gold label of every token; where spans overlap, the cue wins over the source."""
    labels = np.zeros(len(words.norms), np.int64)
    fresh = np.append(True, np.diff(words.paragraphs) != 0)
    for role, label in _ROLE_LABELS:
        for attribution in document.attributions:
            for start, end in attribution[role]:
                first = int(np.searchsorted(words.ends, start, side="right"))
                stop = int(np.searchsorted(words.starts, end))
                if stop > first:
                    labels[first:stop] = label + 1
                    labels[first] = label
                    again = first + np.flatnonzero(fresh[first:stop])
                    labels[again] = label
    return labels


def drop_names(cues: dict, examples: list[Example]) -> dict:
    """Return the table of cues without words that the articles mostly use as names (broadcasters,
    agencies): a table of cue words shall not say whom the articles were about."""
    uses, names = Counter(), Counter()
    for example in examples:
        for word, tag_ in zip(example.words.norms, example.words.tags, strict=True):
            if word in cues:
                uses[word] += 1
                names[word] += tag_ in ("NNP", "NNPS")
    return {word: cues[word] for word in cues if 2 * names[word] <= uses[word]}


def count_cues(examples: list[Example]) -> dict[str, tuple[int, int, int, int]]:
    """Return the classes of every word that is a cue often enough (three articles or more)."""
    seen, inside, articles = Counter(), Counter(), Counter()
    cued, quoted, after, before = Counter(), Counter(), Counter(), Counter()
    for example in examples:
        here = set()
        for word, label in zip(example.words.norms, example.labels, strict=True):
            if label not in (5, 6):
                seen[word] += 1
                if label in (3, 4):
                    inside[word] += 1
                    here.add(word)
        articles.update(sorted(here))
        for attribution in example.document.attributions:
            if not attribution["cue"]:
                continue
            start = attribution["cue"][0][0]
            words = _words_of(example.words, attribution["cue"])
            marks = any(
                pair.start < e and s < pair.end
                for s, e in attribution["content"]
                for pair in example.words.pairs
            )
            follows = any(s >= start for s, _ in attribution["content"])
            named = bool(attribution["source"]) and attribution["source"][0][0] < start
            for word in words:
                cued[word] += 1
                quoted[word] += marks
                after[word] += follows
                before[word] += named
    table = {}
    for word, count in sorted(inside.items()):
        if count < 3 or articles[word] < 3 or word in WORD_IDS or not any(map(str.isalpha, word)):
            continue
        level = sum(count / (seen[word] + 4) > bound for bound in LEVELS)
        if level:
            n = max(cued[word], 1)
            table[word] = (
                level,
                *(
                    sum((counter[word] + 1) / (n + 2) > bound for bound in SHARES)
                    for counter in (quoted, after, before)
                ),
            )
    return table


def _words_of(words: Words, spans) -> list[str]:
    found = set()
    for start, end in spans:
        first = int(np.searchsorted(words.ends, start, side="right"))
        found.update(words.norms[first : int(np.searchsorted(words.starts, end))])
    return sorted(found)


def train_first(examples: list[Example], seeds: int = 1) -> tuple[Layer, dict]:
    """Return the first model and its cue table; an article never sees its own cue counts."""
    for fold in range(FOLDS):
        cues = count_cues([e for i, e in enumerate(examples) if i % FOLDS != fold])
        for example in examples[fold::FOLDS]:
            attributes, places = describe(example.words, cues)
            example.codes = FIRST.encode(attributes, places).astype(np.int32)
    layer = train_layer(examples, FIRST, PASSES_FIRST, seeds)
    for example in examples:
        example.codes = None
    return layer, count_cues(examples)


def read_context(first: Layer, cues: dict, examples: list[Example]) -> None:
    """Give the examples the codes of the second model, from a first one that was not trained on
    them."""
    for example in examples:
        attributes, places = describe(example.words, cues)
        found = first.find(FIRST.encode(attributes, places), Lattice(example.lengths))
        context = describe_context(example.words, attributes, places, *found)
        example.context = SECOND.encode(context, places).astype(np.int32)
        example.levels = attributes["cue"][places]


def train_second(examples: list[Example], seeds: int = 1) -> Layer:
    """Return the second model; the examples carry their context."""
    for example in examples:
        example.codes = example.context
    layer = train_layer(examples, SECOND, PASSES_SECOND, seeds)
    for example in examples:
        example.codes = None
    return layer


def train_layer(examples: list[Example], templates: Templates, passes: int, seeds: int) -> Layer:
    """Return a model of the codes of the examples with integer weights: the mean over trainings in
    ``seeds`` different orders."""
    codes = np.concatenate([example.codes for example in examples])
    counts = np.zeros(templates.space, np.int64)
    for column in range(codes.shape[1]):
        counts += np.bincount(codes[:, column], minlength=templates.space)
    kept = np.flatnonzero(counts >= MIN_COUNT)
    rows = np.full(templates.space, -1, np.int32)
    rows[kept] = np.arange(len(kept))
    indices = rows[codes]
    del codes
    known = indices >= 0
    matrix = sparse.csr_matrix(
        (
            np.ones(int(known.sum()), np.float32),
            indices[known],
            np.concatenate([[0], np.cumsum(known.sum(axis=1))]),
        ),
        shape=(len(indices), len(kept)),
    )
    del indices, known
    labels = np.concatenate([example.labels for example in examples])
    lengths = np.concatenate([example.lengths for example in examples])
    trained = [
        train_crf(matrix, labels, lengths, len(LABELS), passes, seed=seed)
        for seed in range(1, seeds + 1)
    ]
    means = [sum(parts) / seeds for parts in zip(*trained, strict=True)]
    weights, *chain = (np.rint(part * SCALE).astype(np.int64) for part in means)
    weights = np.clip(weights, -127, 127)
    used = np.flatnonzero(weights.any(axis=1))
    return Layer(templates, kept[used], weights[used].astype(np.int8), *chain)
