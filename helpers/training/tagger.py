"""Train the tagger: ``python -m helpers.training.tagger --data DIR --wordnet DIR``.

Writes ``tagger.bin.gz``, ``forms.tsv.gz`` and ``wordnet.bin.gz`` into ``helpers/models``. The same
data, options and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from helpers.perceptron import SequenceLabeller
from helpers.resources import write_model
from helpers.tags import find_forms
from helpers.tags.features import EDGE, FormFeatures, find_pairs, find_positions, reduce, shape
from helpers.tags.lemmas import Lemmatizer
from helpers.tags.lexicon import Lexicon
from helpers.tags.tables import FormTables
from helpers.tags.tagger import Tagger
from helpers.training.treebanks import Sentence, find_treebanks, read_sentences
from helpers.training.wordnet import read_lexicon

# Tags whose universal tag the context decides; the labels carry it where it is not the usual one.
_SPLIT = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "AUX"),
    "IN": "SCONJ",
    "DT": "PRON",
    "WDT": "DET",
}
Rows = list[list[tuple[str, str, str, str]]]


def prepare(sentences: list[Sentence]) -> Rows:
    """Return per sentence ``(form, tag, universal tag, lemma)`` with forms as the tagger reads
    them."""
    rows = []
    for sentence in sentences:
        texts = [word.form for word in sentence.words]
        starts = [word.start for word in sentence.words]
        ends = [word.end for word in sentence.words]
        forms = find_forms(texts, starts, ends, [0] * len(texts))
        rows.append(
            [
                (form, "GW" if word.tag == "_" else word.tag, word.pos, word.lemma)
                for form, word in zip(forms, sentence.words, strict=True)
            ]
        )
    return rows


def make_tables(rows: Rows, lexicon: Lexicon) -> FormTables:
    """Return what single forms show in training, without what rules say anyway."""
    tags, universal, usual = defaultdict(Counter), defaultdict(Counter), defaultdict(Counter)
    lemmas = defaultdict(Counter)
    rules = Lemmatizer(lexicon, {})
    for sentence in rows:
        for form, tag, pos, lemma in sentence:
            usual[tag][pos] += 1
            if reduce(form) == "@":
                continue
            tags[form.lower()][tag] += 1
            if _SPLIT.get(tag) != pos:
                universal[form.lower(), tag][pos] += 1
            key = (form if tag == "NNP" else form.lower(), tag)
            lemmas[key]["" if rules.by_rule(form, tag) == lemma else lemma] += 1
    default = {tag: _first(found) for tag, found in usual.items()}
    return FormTables(
        {
            form: "/".join(sorted(t for t, n in found.items() if n >= 0.01 * found.total()))
            for form, found in sorted(tags.items())
            if found.total() >= 3
        },
        {("", tag): pos for tag, pos in sorted(default.items())}
        | {
            key: _first(found)
            for key, found in sorted(universal.items())
            if _first(found) != default[key[1]] and found.total() >= 2
        },
        {
            (form, tag): _first(found)
            for (form, tag), found in sorted(lemmas.items())
            if _first(found) not in ("", "_")
            and tag not in ("GW", "ADD")
            and (tag != "NNP" or found.total() >= 2)
        },
    )


def _first(found: Counter) -> str:
    return min(found, key=lambda name: (-found[name], name))


def headlines(rows: Rows, every: int) -> Rows:
    """Return copies of some short sentences in title case and in capitals, without the full stop:
    treebanks have few headlines, news articles have one each."""
    copies = []
    for number, sentence in enumerate(rows):
        turn = number % every
        if turn in (0, every // 2) and 4 <= len(sentence) <= 18:
            body = sentence[:-1] if sentence[-1][0] == "." else sentence
            copies.append([(_raise(*word[:2], turn == 0), *word[1:]) for word in body])
    return copies


def _raise(form: str, tag: str, title: bool) -> str:
    if not title:
        return form.upper()
    small = tag in ("IN", "DT", "CC", "TO", "POS") and len(form) < 4
    return form if small or not form[0].isalpha() else form[0].upper() + form[1:]


def find_features(forms: list[str], of: FormFeatures, memo: dict) -> list[list[str]]:
    """Return the features of one sentence, the very strings the tagger sums up per form."""

    def seen(form: str, place: str) -> list[str]:
        if (form, place) not in memo:
            memo[form, place] = of.of(form, place)
        return memo[form, place]

    edges = [EDGE, EDGE]
    edged, classes = [*edges, *forms, *edges], [of.klass(form) for form in forms]
    columns = find_pairs([reduce(form) for form in edged], ["|", "|", *classes, "|", "|"])
    columns.append(find_positions(forms, [shape(form)[:3] for form in forms]))
    return [
        [
            *seen(form, "own"),
            *seen(edged[i + 1], "before"),
            *seen(edged[i + 3], "after"),
            *seen(edged[i], "before2"),
            *seen(edged[i + 4], "after2"),
            *both,
        ]
        for i, (form, *both) in enumerate(zip(forms, *columns, strict=True))
    ]


def train(
    rows: Rows, lexicon: Lexicon, tables: FormTables, report=None, **options
) -> SequenceLabeller:
    """Return the labeller trained on prepared sentences (options as in SequenceLabeller.train)."""
    of, memo = FormFeatures(lexicon, tables.ambiguity), {}
    return SequenceLabeller.train(
        (find_features([form for form, *_ in sentence], of, memo) for sentence in rows),
        [
            [f"{tag}|{pos}" if _SPLIT.get(tag) == pos else tag for _, tag, pos, _ in sentence]
            for sentence in rows
        ],
        report=report,
        **options,
    )


def measure(tagger: Tagger, rows: Rows) -> dict[str, float]:
    """Return the accuracies of tags, universal tags and lemmas on prepared sentences."""
    forms = [form for sentence in rows for form, *_ in sentence]
    gold = [word for sentence in rows for word in sentence]
    tags, universal, lemmas = tagger.analyze(forms, [*map(len, rows)])
    own = [tagger.lemmatizer.lemma(form, tag) for form, tag, *_ in gold]
    pairs_of = {
        "tag": (tags, 1),
        "pos": (universal, 2),
        "lemma": (lemmas, 3),
        "lemma|tag": (own, 3),
    }
    return {
        name: sum(p == word[at] for p, word in zip(found, gold, strict=True)) / max(len(gold), 1)
        for name, (found, at) in pairs_of.items()
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="helpers.training.tagger", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud-ewt/ and gum/")
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet's dict folder")
    parser.add_argument("--parts", nargs="+", default=["train"], choices=("train", "dev"))
    parser.add_argument("--iterations", type=int, default=6)
    parser.add_argument("--restarts", type=int, default=1)
    parser.add_argument("--margin", type=int, default=0)
    parser.add_argument("--min-count", type=int, default=2)
    parser.add_argument("--scale", type=int, default=16)
    parser.add_argument("--prune", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--headlines", type=int, default=12, help="copies of every n-th sentence")
    options = vars(parser.parse_args(arguments))
    data, wordnet, parts, every = (
        options.pop(key) for key in ("data", "wordnet", "parts", "headlines")
    )
    try:
        read = {
            part: prepare([s for path in find_treebanks(data, part) for s in read_sentences(path)])
            for part in sorted({*parts, "dev"})
        }
        lexicon = read_lexicon(wordnet)
    except FileNotFoundError as problem:
        print(problem, file=sys.stderr)
        return 2
    rows = [sentence for part in sorted(parts, reverse=True) for sentence in read[part]]
    tables = make_tables(rows, lexicon)
    labeller = train(
        rows + headlines(rows, every),
        lexicon,
        tables,
        lambda r, i, a: print(f"restart {r} iteration {i} accuracy {a:.4f}", flush=True),
        **options,
    )
    content = {
        "tagger.bin.gz": labeller.to_bytes(),
        "forms.tsv.gz": tables.to_bytes(),
        "wordnet.bin.gz": lexicon.to_bytes(),
    }
    for name, unpacked in content.items():
        print(write_model(name, unpacked), name)
    tagger = Tagger(
        labeller,
        FormFeatures(lexicon, tables.ambiguity),
        Lemmatizer(lexicon, tables.lemmas),
        tables.universal,
    )
    note = "part of training" if "dev" in parts else "not in training"
    found = measure(tagger, read["dev"])
    print(f"dev ({note}): " + "  ".join(f"{k} {v:.4f}" for k, v in found.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
