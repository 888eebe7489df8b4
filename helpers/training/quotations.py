"""Train the models of quotations: ``python -m helpers.training.quotations --data DIR``.

DIR holds ``polnear/train`` (Newell, Margolin, Ruths 2018). Nothing but delexicalised weights and
the table of cue words is written. Labels of one half of the articles are predicted by models of
the other half, so that the second label model, links and sources are learned from labels as good as
those on new text.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpers.loglinear import write
from helpers.quotations.candidates import candidates_of
from helpers.quotations.labels import LabelModel, Layer
from helpers.quotations.lattice import Lattice
from helpers.quotations.ranking import Question, null_features
from helpers.quotations.reports import find_bounds, group, read, segment
from helpers.quotations.spans import link_features
from helpers.resources import write_model
from helpers.training.choices import fit_choice, fit_link
from helpers.training.polnear import read_documents
from helpers.training.report_labels import (
    SEEDS_FIRST,
    SEEDS_SECOND,
    Example,
    drop_names,
    prepare,
    read_context,
    train_first,
    train_second,
)
from helpers.wordlists import speaker_nouns


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/train")
    arguments = parser.parse_args()
    documents = read_documents(arguments.data, "train")
    examples = [prepare(document) for document in documents]
    print(f"{len(examples)} articles read", flush=True)
    halves = examples[0::2], examples[1::2]
    for ours, others in (halves, halves[::-1]):
        read_context(*train_first(ours), others)
    for ours, others in (halves, halves[::-1]):
        apply_labels(train_second(ours), others)
    print("each half labelled by models of the other", flush=True)
    link = fit_link(link_data(examples))
    rank = fit_choice(rank_data(examples, link))
    rows = [f"link\t{name}\t{link[name]}" for name in sorted(link)]
    rows += [f"rank\t{name}\t{rank[name]}" for name in sorted(rank)]
    print(
        "sources",
        write_model("quotations-sources.tsv.xz", "".join(f"{r}\n" for r in rows).encode()),
    )
    second = train_second(examples, SEEDS_SECOND)
    first, cues = train_first(examples, SEEDS_FIRST)
    cues = drop_names(cues, examples)
    model = LabelModel(first, second)
    print("labels", write_model("quotations-labels.bin.xz", model.to_bytes()))
    lines = ["word\tclasses: cue, quoted, content after, source before"]
    lines += [f"{word}\t{' '.join(map(str, cues[word]))}" for word in sorted(cues)]
    print("cues", write_model("quotations-cues.tsv", "".join(f"{x}\n" for x in lines).encode()))


def apply_labels(second: Layer, examples: list[Example]) -> None:
    """Give the examples the labels of models that were not trained on them."""
    for example in examples:
        labels, chances = second.find(example.context, Lattice(example.lengths))
        reading = read(example.words, chances, example.levels)
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
    nouns = speaker_nouns()
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
                question = Question(reading, nouns, report, found, last)
                yield (
                    [
                        *(write(question.groups(x)) for x in found),
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
