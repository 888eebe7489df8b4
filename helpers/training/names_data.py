"""Texts with names in IOB2 labels, read and cut into the words of our own tokenizer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpers.corpus import Article
from helpers.names.finder import read_spans
from helpers.tokens import tokenize

TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


@dataclass
class Sentence:
    """Words and their IOB2 labels with our type names; text and gold tags where the source has them."""

    words: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    text: str = ""
    tags: list[str] = field(default_factory=list)


Documents = list[list[Sentence]]


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
            sentence.words.append(word)
            sentence.labels.append(tag[:2] + kind if kind else "O")


def read_newsmtsc(path: Path) -> Documents:
    """Return the articles of NewsMTSC as our tokenizer cuts them, no names marked. A sentence with
    several targets stands in the file several times; it is read once."""
    articles: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        texts = articles.setdefault(row["article_id"], [])
        text = " ".join(row["text"].split())
        if text not in texts:
            texts.append(text)
    documents = []
    for texts in articles.values():
        tokens = tokenize(Article("news", "\n".join(texts)))
        sentences = [list(words) for _, words in tokens.groupby("sentence")["text"]]
        documents.append([Sentence(words, ["O"] * len(words)) for words in sentences])
    return documents


def retokenize(documents: Iterable[list[Sentence]], between: str) -> Documents:
    """Return documents as our tokenizer cuts them: sentences joined by ``between``, the labels carried
    over by offsets. What is trained on then looks like what is read later.

    >>> [[found]] = retokenize([[Sentence(["Ada's", "tea"], ["B-person", "O"])]], " ")
    >>> found.words, found.labels
    (['Ada', "'s", 'tea'], ['B-person', 'O', 'O'])
    """
    parts, names, owners, at = [], [], [], 0
    for number, document in enumerate(documents):
        for sentence in document:
            own = sentence.text or _detokenize(sentence.words)
            names.extend(_find_names(sentence, own, at))
            owners.append((at, number))
            parts.append(own + between)
            at += len(parts[-1])
        parts[-1] += "\n\n"
        at += 2
    tokens = tokenize(Article("documents", "".join(parts)))
    found: Documents = [[] for _ in range(owners[-1][1] + 1)] if owners else []
    place, begun, owner, before = 0, False, 0, None
    for start, end, word, number in zip(
        tokens["start"].tolist(),
        tokens["end"].tolist(),
        tokens["text"].tolist(),
        tokens["sentence"].tolist(),
        strict=True,
    ):
        while place < len(names) and names[place][1] <= start:
            place, begun = place + 1, False
        while owner + 1 < len(owners) and owners[owner + 1][0] <= start:
            owner += 1
        inside = place < len(names) and names[place][0] < end
        rows = found[owners[owner][1]]
        if number != before:
            rows.append(Sentence())
            begun, before = False, number
        rows[-1].words.append(word)
        rows[-1].labels.append(("I-" if begun else "B-") + names[place][2] if inside else "O")
        begun = inside
    return found


def _find_names(sentence: Sentence, text: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a sentence as offsets; a possessive 's is no part of a name."""
    at, spans = 0, []
    for word in sentence.words:
        found = text.find(word, at)
        at = (found if found >= 0 else at) + len(word)
        spans.append((at - len(word), at))
    for first, last, kind in read_spans(sentence.labels):
        start, end = spans[first][0], spans[last - 1][1]
        if text[start:end].endswith(("'s", "’s")) and end - start > 2:
            end -= 2
        yield offset + start, offset + end, kind


def _detokenize(words: list[str]) -> str:
    text = " ".join(words)
    text = re.sub(r" (?=[.,;:!?%)\]}](?: |$))| (?=(?:n't|['’](?:s|re|ve|ll|d|m))\b)", "", text)
    return re.sub(r"(?<=[(\[{$#@£€]) ", "", text)
