"""Train the models of quotations: ``python -m helpers.training.quotations --data DIR``.

DIR holds ``polnear/train`` (Newell, Margolin, Ruths 2018). Nothing but delexicalised weights and
the table of cue words is written. Labels of one half of the articles are predicted by a model of
the other half, so that links and sources are learned from labels as good as those on new text.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse

from helpers.corpus import Article
from helpers.perceptron import SequenceLabeller
from helpers.quotations.attributes import Words, describe
from helpers.quotations.features import LEVELS, SHARES, SPACE, WORD_IDS, encode, name_feature
from helpers.quotations.finder import read_words
from helpers.quotations.labels import LABELS, SCALE, LabelModel, find_labels
from helpers.quotations.ranking import candidates_of, null_features, rank_features
from helpers.quotations.reports import find_bounds, group, load_nouns, read, segment
from helpers.quotations.spans import link_features
from helpers.resources import write_model
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.choices import fit_choice, fit_link
from helpers.training.crf import train_crf
from helpers.training.polnear import Document, read_documents

FOLDS = 6
MIN_COUNT = 4
_ROLE_LABELS = (("content", 5), ("source", 1), ("cue", 3))


@dataclass
class Example:
    """One article with gold attributions and everything that is computed once."""

    document: Document
    words: Words
    labels: np.ndarray
    lengths: np.ndarray
    codes: np.ndarray | None = None
    levels: np.ndarray | None = None
    found: tuple = field(default=())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/train")
    arguments = parser.parse_args()
    documents = read_documents(arguments.data, "train")
    examples = [prepare(document) for document in documents]
    print(f"{len(examples)} articles read", flush=True)
    halves = examples[0::2], examples[1::2]
    for ours, others in (halves, halves[::-1]):
        model, cues = train_labels(ours)
        apply_labels(model, cues, others)
        print("one half labelled by the other", flush=True)
    link = fit_link(link_data(examples))
    rank = fit_choice(rank_data(examples, link))
    rows = [f"link\t{name}\t{link[name]}" for name in sorted(link)]
    rows += [f"rank\t{name}\t{rank[name]}" for name in sorted(rank)]
    print(
        "sources",
        write_model("quotations-sources.tsv.gz", "".join(f"{r}\n" for r in rows).encode()),
    )
    model, cues = train_labels(examples)
    cues = drop_names(cues, examples)
    print("labels", write_model("quotations-labels.bin.gz", model.labeller.to_bytes()))
    lines = ["word\tclasses: cue, quoted, content after, source before"]
    lines += [f"{word}\t{' '.join(map(str, cues[word]))}" for word in sorted(cues)]
    print("cues", write_model("quotations-cues.tsv", "".join(f"{x}\n" for x in lines).encode()))


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


def train_labels(examples: list[Example]) -> tuple[LabelModel, dict]:
    """Return the label model and its cue table; an article never sees its own cue counts."""
    for fold in range(FOLDS):
        cues = count_cues([e for i, e in enumerate(examples) if i % FOLDS != fold])
        for example in examples[fold::FOLDS]:
            example.codes = encode(*describe(example.words, cues))
    codes = np.concatenate([example.codes for example in examples])
    counts = np.bincount(codes.ravel(), minlength=SPACE)
    kept = np.flatnonzero(counts >= MIN_COUNT)
    rows = np.full(SPACE, -1, np.int64)
    rows[kept] = np.arange(len(kept))
    indices = rows[codes]
    known = indices >= 0
    matrix = sparse.csr_matrix(
        (
            np.ones(int(known.sum()), np.float32),
            indices[known].astype(np.int32),
            np.concatenate([[0], np.cumsum(known.sum(axis=1))]),
        ),
        shape=(len(codes), len(kept)),
    )
    del codes, indices, known
    labels = np.concatenate([example.labels for example in examples])
    lengths = np.concatenate([example.lengths for example in examples])
    for example in examples:
        example.codes = None
    return pack(kept, *train_crf(matrix, labels, lengths, len(LABELS))), count_cues(examples)


def pack(kept: np.ndarray, emission, inner, start, end) -> LabelModel:
    """Return the model with integer weights; features without weight are dropped."""
    whole = np.rint(emission * SCALE).astype(np.int64)
    used = np.flatnonzero(whole.any(axis=1))
    names = [name_feature(int(kept[i])) for i in used]
    order = sorted(range(len(used)), key=names.__getitem__)
    n = len(LABELS)
    transition = np.zeros((n + 1, n + 1), np.int64)
    transition[:n, :n] = np.rint(inner * SCALE)
    transition[n, :n], transition[:n, n] = np.rint(start * SCALE), np.rint(end * SCALE)
    labeller = SequenceLabeller(LABELS, [names[i] for i in order], whole[used[order]], transition)
    rows = np.zeros(SPACE, np.int32)
    rows[kept[used[order]]] = np.arange(1, len(order) + 1)
    return LabelModel(labeller, rows, tuple(range(n)))


def apply_labels(model: LabelModel, cues: dict, examples: list[Example]) -> None:
    """Give the examples the labels of a model that was not trained on them."""
    for example in examples:
        attributes, places = describe(example.words, cues)
        labels, chances = find_labels(encode(attributes, places), example.lengths, model)
        reading = read(example.words, chances, attributes["cue"][places])
        example.found = (reading, *segment(reading, labels))


def _owner(example: Example, piece: tuple[int, int]) -> int:
    """Return the gold attribution that shares most characters with a piece, or -1."""
    words = example.words
    start, end = int(words.starts[piece[0]]), int(words.ends[piece[1] - 1])
    best = (0, -1)
    for number, attribution in enumerate(example.document.attributions):
        shared = sum(max(0, min(end, e) - max(start, s)) for s, e in attribution["content"])
        if shared > best[0]:
            best = (shared, number)
    return best[1] if 4 * best[0] >= end - start else -1


def link_data(examples: list[Example]):
    """Yield (features, same report?) for neighbouring pieces of content."""
    for example in examples:
        reading, pieces, cues, sources = example.found
        owners = [_owner(example, piece) for piece in pieces]
        for i in range(len(pieces) - 1):
            one, two = pieces[i], pieces[i + 1]
            together = reading.paragraphs[one[0]] == reading.paragraphs[two[0]]
            if together and owners[i] >= 0 and owners[i + 1] >= 0:
                yield link_features(reading, one, two, cues, sources), owners[i] == owners[i + 1]


def rank_data(examples: list[Example], link: dict[str, int]):
    """Yield (features of every candidate, which are right) for every report."""
    nouns = load_nouns()
    for example in examples:
        reading, pieces, cues, sources = example.found
        bounds, carried, last = find_bounds(reading), [], None
        for report in group(reading, pieces, cues, sources, link):
            owners = [_owner(example, piece) for piece in report.pieces]
            owner = next((number for number in owners if number >= 0), None)
            if owner is None:
                continue
            source = example.document.attributions[owner]["source"]
            found = candidates_of(reading, bounds, report, carried)
            right = [example.document.is_source(source, *_span(reading, one)) for one in found]
            right.append(not source)
            if any(right):
                yield (
                    [
                        *(rank_features(reading, nouns, report, x, found, last) for x in found),
                        null_features(reading, report, found),
                    ],
                    right,
                )
                pick = right.index(True)
                if pick < len(found):
                    carried, last = [found[pick]], found[pick].head


def _span(reading, one) -> tuple[int, int]:
    return int(reading.starts[one.first]), int(reading.ends[one.stop - 1])


if __name__ == "__main__":
    sys.exit(main())
