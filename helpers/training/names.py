"""Train the name finder: ``python -m helpers.training.names --data DIR`` (README of the data there).

Sources: Universal NER on EWT dev, Wikigold, the Broad Twitter Corpus and names derived from GUM's entity
layer. About a minute and a half a training.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpers.corpus import Article
from helpers.names.features import Document, featurize
from helpers.names.finder import read_spans
from helpers.perceptron import SequenceLabeller
from helpers.resources import MODELS, load_model, write_model
from helpers.tags import Tagger
from helpers.tags.features import FormFeatures
from helpers.tags.lemmas import Lemmatizer
from helpers.tags.lexicon import Lexicon
from helpers.tokens import tokenize
from helpers.training.tagger import make_tables
from helpers.training.tagger import prepare as tagger_rows
from helpers.training.tagger import train as fit_tagger
from helpers.training.treebanks import find_treebanks, read_sentences

TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}
GUM_TYPES = {"person": "person", "organization": "organization", "place": "place"}
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady professor prof. president".split()
)
_PIECES = re.compile(r"-|[^-]+?(?=['’]s$)|['’]s$|[^-]+")
ITERATIONS, SEED, MIN_COUNT, SCALE, PRUNE, UNER_WEIGHT = 5, 1, 3, 8, 3, 2
Prepared = tuple[list[list[list[str]]], list[list[str]]]


@dataclass
class Sentence:
    """Words and their IOB2 labels with our type names."""

    words: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    text: str = ""

    def add(self, word: str, label: str) -> None:
        """Add a word cut as our tokenizer cuts it (hyphens, possessives)."""
        pieces = _PIECES.findall(word) if word[0].isalnum() and word[0] != "@" else [word]
        for place, piece in enumerate(pieces or [word]):
            outside = label == "O" or re.fullmatch(r"['’]s", piece)
            inner = "I" + label[1:] if place and not outside else label
            self.words.append(piece)
            self.labels.append("O" if outside else inner)


def read_iob(path: Path) -> Iterator[list[Sentence]]:
    """Yield the documents of an IOB2 file; MISC counts as no name. Where the file marks no
    documents, every sentence is one."""
    document, sentence = [], Sentence()
    marked = False
    for line in [*path.read_text("utf-8").splitlines(), "", "# newdoc id = end"]:
        if line.startswith("#") and "\t" not in line:
            if line.startswith("# text = "):
                sentence.text = line[9:]
            if line.startswith("# newdoc"):
                if document:
                    yield document
                document, marked = [], True
        elif not line.strip():
            if sentence.words:
                document.append(sentence)
                sentence = Sentence()
                if not marked:
                    yield document
                    document = []
        else:
            *_, word, tag = line.split("\t")
            kind = TYPES.get(tag[2:])
            sentence.add(word, tag[:2] + kind if kind else "O")


def retokenize(document: list[Sentence], between: str) -> list[Sentence]:
    """Return a document as our tokenizer cuts it: the text joined by ``between``, the labels carried
    over by offsets. What is trained on then looks like what is read later."""
    text, names = "", []
    for sentence in document:
        own = sentence.text or _detokenize(sentence.words)
        at, spans = 0, []
        for word in sentence.words:
            found = own.find(word, at)
            at = (found if found >= 0 else at) + len(word)
            spans.append((len(text) + at - len(word), len(text) + at))
        for first, last, kind in read_spans(sentence.labels):
            names.append((spans[first][0], spans[last - 1][1], kind))
        text += own + between
    tokens = tokenize(Article("document", text))
    sentences: dict[int, Sentence] = {}
    place, begun = 0, False
    for start, end, word, number in zip(
        tokens["start"], tokens["end"], tokens["text"], tokens["sentence"], strict=True
    ):
        while place < len(names) and names[place][1] <= start:
            place, begun = place + 1, False
        inside = place < len(names) and names[place][0] < end
        row = sentences.setdefault(number, Sentence())
        row.words.append(word)
        row.labels.append(("I-" if begun else "B-") + names[place][2] if inside else "O")
        begun = inside
    return list(sentences.values())


def _detokenize(words: list[str]) -> str:
    text = " ".join(words)
    text = re.sub(r" (?=[.,;:!?%)\]}](?: |$))| (?=(?:n't|['’](?:s|re|ve|ll|d|m))\b)", "", text)
    return re.sub(r"(?<=[(\[{$#@£€]) ", "", text)


def read_gum(path: Path) -> list[Sentence]:
    """Return the sentences of a GUM document with names cut out of its entity layer: mentions of a
    person, place or organization headed by a proper noun, cut to the proper nouns around it."""
    sentences: list[Sentence] = []
    open_mentions: list[tuple[str, int, list[int] | None]] = []
    rows: list[list[str]] = []
    found: list[tuple[int, int, str]] = []

    def close() -> None:
        sentence = Sentence([row[1] for row in rows], ["O"] * len(rows))
        for start, end, kind in sorted(found, key=lambda name: name[0] - name[1]):
            if all(label == "O" for label in sentence.labels[start:end]):
                sentence.labels[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
        if rows:
            sentences.append(sentence)
        rows.clear()
        found.clear()
        open_mentions.clear()

    for line in path.read_text("utf-8").splitlines():
        if not line:
            close()
        elif not line.startswith("#"):
            row = line.split("\t")
            if not row[0].isdigit():
                continue
            rows.append(row)
            entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
            for opens, inside, closes in re.findall(r"(\()?([^()]+)(\))?", entity):
                fields = inside.split("-")
                if opens:
                    heads = (
                        [int(h) for h in fields[5].split(",")]
                        if len(fields) > 5 and fields[5][:1].isdigit()
                        else None
                    )
                    open_mentions.append((fields[0] + "|" + fields[1], len(rows) - 1, heads))
                if closes:
                    for place in range(len(open_mentions) - 1, -1, -1):
                        key, start, heads = open_mentions[place]
                        if key.split("|")[0] == fields[0]:
                            del open_mentions[place]
                            name = _cut(rows, start, len(rows), heads)
                            kind = GUM_TYPES.get(key.split("|")[1])
                            # "Muslims" and "the Kennedys" are mentions of people, but no names of a person.
                            plural = (
                                kind == "person" and rows[name[1] - 1][4] == "NNPS"
                                if name
                                else False
                            )
                            if name and kind and not plural:
                                found.append((*name, kind))
                            break
    close()
    return sentences


def _cut(rows, start: int, end: int, heads) -> tuple[int, int] | None:
    """Cut a mention to the run of proper nouns around its head; None when the head is none."""
    head = start + (heads[0] if heads else 1) - 1
    if head >= end or rows[head][4] not in ("NNP", "NNPS"):
        return None
    left, right = head, head + 1
    while left > start and rows[left - 1][4] in ("NNP", "NNPS", "HYPH"):
        left -= 1
    while right < end and (
        rows[right][4] in ("NNP", "NNPS", "HYPH")
        or (
            rows[right][1] in ("of", "&", "for")
            and right + 1 < end
            and rows[right + 1][4][:3] == "NNP"
        )
        or (
            rows[right][1] in ("the",)
            and rows[right - 1][1] in ("of", "for")
            and right + 1 < end
            and rows[right + 1][4][:3] == "NNP"
        )
    ):
        right += 1
    while left < right - 1 and rows[left][1].lower() in TITLES:
        left += 1
    while right > left + 1 and rows[right - 1][4] == "HYPH":
        right -= 1
    return (left, right)


def forbidden(before: str | None, label: str | None) -> bool:
    """True where IOB2 does not allow ``label`` after ``before``."""
    return bool(label) and label[0] == "I" and (before is None or before[2:] != label[2:])


def read_sources(data: Path) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """Return the documents of UNER dev, and all others to train on."""
    folder = data / "names"
    if not (folder / "uner-ewt-dev.iob2").is_file():
        sys.exit(f"There is no names/uner-ewt-dev.iob2 in {data}; give the data folder by --data.")
    others = [retokenize(found, "\n\n") for found in read_iob(folder / "wikigold.iob2")]
    for path in sorted((folder / "btc").glob("*.iob2")):
        others.extend(retokenize(found, " ") for found in read_iob(path))
    for split in ("train", "dev"):
        for name in (data / "gum" / f"{split}.txt").read_text("utf-8").split():
            found = read_gum(data / "gum" / "documents" / f"{name}.conllu")
            others.append(retokenize(found, "\n\n"))
    uner = [
        # Once as running text, once line by line, since mail has names in lines of their own.
        retokenize(found, " ") + retokenize(found, "\n")
        for found in read_iob(folder / "uner-ewt-dev.iob2")
    ]
    return uner, others


def train_tagger(data: Path) -> Tagger:
    """Return a tagger that has not seen EWT dev, on whose sentences names are trained and measured:
    the carried one has, and its tags there would be too good."""
    paths = find_treebanks(data, "train")
    sentences = tagger_rows([s for path in paths for s in read_sentences(path)])
    lexicon = load_model("wordnet.bin.gz", Lexicon.from_bytes)
    tables = make_tables(sentences, lexicon)
    labeller = fit_tagger(sentences, lexicon, tables, iterations=5, seed=SEED, min_count=2)
    lemmas = Lemmatizer(lexicon, tables.lemmas)
    return Tagger(labeller, FormFeatures(lexicon, tables.ambiguity), lemmas, tables.universal)


def prepare(documents: list[list[Sentence]], tagger: Tagger) -> Prepared:
    """Return the feature rows and labels of ``documents``."""
    rows, labels = [], []
    for document in documents:
        context = Document(sentence.words for sentence in document)
        tagged = tagger.tag_sents([sentence.words for sentence in document])
        for sentence, pairs in zip(document, tagged, strict=True):
            rows.append(featurize(sentence.words, [tag for _, tag in pairs], context))
            labels.append(sentence.labels)
    return rows, labels


def fit(uner: Prepared, others: Prepared) -> SequenceLabeller:
    """Return the labeller; UNER stands ``UNER_WEIGHT`` times, since its scheme is measured."""
    return SequenceLabeller.train(
        others[0] + uner[0] * UNER_WEIGHT,
        others[1] + uner[1] * UNER_WEIGHT,
        iterations=ITERATIONS,
        seed=SEED,
        min_count=MIN_COUNT,
        scale=SCALE,
        prune=PRUNE,
        forbidden=forbidden,
    )


def main(arguments: list[str] | None = None) -> None:
    """Train, write ``models/names.bin.gz`` and print its size and SHA-256."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.names")
    parser.add_argument("--data", type=Path, required=True, help="folder with names/ and gum/")
    options = parser.parse_args(arguments)
    uner, others = read_sources(options.data)
    tagger = train_tagger(options.data)
    digest = write_model(
        "names.bin.gz", fit(prepare(uner, tagger), prepare(others, tagger)).to_bytes()
    )
    print(f"names.bin.gz: {(MODELS / 'names.bin.gz').stat().st_size} bytes, SHA-256 {digest}")


if __name__ == "__main__":
    main()
