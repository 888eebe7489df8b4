"""Find names: a sequence labeller over words, then a pass over the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby

import pandas as pd

from helpers import schema
from helpers.corpus import Article
from helpers.names.canonical import canonical_forms, find_glosses
from helpers.names.document import TITLES, Document
from helpers.names.features import featurize
from helpers.names.lists import describe
from helpers.names.model import NameModel
from helpers.resources import load_model

Span = tuple[int, int, str]
# Sentences whose features are kept at a time: those of a whole book would not fit into memory.
_BLOCK = 100
# Syllables of East Asian forenames have six letters at most.
_LONG = 7
_DASHES = (["-"], ["--"], ["–"], ["—"])


def find_names(article: Article, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``names``: every proper name of a person, organization or place.

    Columns: ``article_id, start, end, text`` (code points; without titles, articles and possessive
    's), ``name`` (0-based), ``type`` and ``canonical``, the fullest form of the name in the article.
    Names are found by a conditional random field over word forms, tags and name lists (Ratinov & Roth
    2009 describe the features); a second pass gives a name that stands several times one type, and
    a family name the type of the full name (Krupka & Hausman 1998).

    >>> from helpers.tags import tag
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "Ada Moss lives in Lisbon. Moss sings.")
    >>> find_names(note, tag(tokenize(note)))[["text", "type", "canonical"]].values.tolist()
    [['Ada Moss', 'person', 'Ada Moss'], ['Lisbon', 'place', 'Lisbon'], ['Moss', 'person', 'Ada Moss']]
    """
    words = tokens["text"].tolist()
    spans = find_spans(
        words,
        schema.texts(tokens["tag"]),
        tokens["sentence"].tolist(),
        load_model("names.bin.gz", NameModel.from_bytes),
    )
    starts, ends = tokens["start"].tolist(), tokens["end"].tolist()
    forms = canonical_forms([(words[a:b], kind) for a, b, kind in spans], words, spans)
    return schema.build(
        (
            {
                "article_id": article.article_id,
                "start": starts[a],
                "end": ends[b - 1],
                "text": article.text[starts[a] : ends[b - 1]],
                "name": number,
                "type": kind,
                "canonical": form,
            }
            for number, ((a, b, kind), form) in enumerate(zip(spans, forms, strict=True))
        ),
        schema.NAMES,
        article,
    )


def find_spans(
    words: list[str], tags: list[str], sentences: list[int], model: NameModel
) -> list[Span]:
    """Return ``(first, last + 1, type)`` of every name among the words of one article."""
    bounds = _sentence_bounds(sentences)
    document = Document(words[a:b] for a, b in bounds)
    labels = []
    for at in range(0, len(bounds), _BLOCK):
        block = bounds[at : at + _BLOCK]
        rows = [featurize(words[a:b], tags[a:b], document) for a, b in block]
        labels.extend(model.predict_many(rows))
    spans = []
    for (offset, _), row in zip(bounds, labels, strict=True):
        for first, last, kind in read_spans(row):
            span = _trim(words, tags, offset + first, offset + last, kind)
            if span and (
                document.careless or not words[span[0]].islower() or span[1] - span[0] > 1
            ):
                spans.append(span)
    return _agree(_unite(spans, words), words, bounds, document)


def read_spans(labels: list[str]) -> list[Span]:
    """Return ``(first, last + 1, type)`` of every name in a row of IOB2 labels.

    >>> read_spans(["B-place", "I-place", "O", "B-person"])
    [(0, 2, 'place'), (3, 4, 'person')]
    """
    spans, start = [], None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and label[0] != "I":
            spans.append((start, place, labels[start][2:]))
            start = None
        if label[0] == "B":
            start = place
    return spans


def _sentence_bounds(sentences: list[int]) -> list[tuple[int, int]]:
    bounds, at = [], 0
    for _, group in groupby(sentences):
        size = len(list(group))
        bounds.append((at, at + size))
        at += size
    return bounds


def _trim(words: list[str], tags: list[str], first: int, last: int, kind: str) -> Span | None:
    """Leave out what does not belong to a name: articles, titles, common nouns at the end. Take in
    what a hyphen joins to the name of a person, where it is no word of its own (Park Chun-hoo)."""
    while first < last and words[first].lower() in ("the", "a", "an"):
        first += 1
    if not all(word.islower() for word in words[first:last]):
        while last > first and words[last - 1].islower():
            last -= 1
    while kind == "person" and last - first > 1 and words[first].rstrip(".").lower() in TITLES:
        first += 1
    while last > first and words[last - 1] == "-":
        last -= 1
    if kind == "person" and last - first > 1 and words[last : last + 1] == ["-"]:
        joined = words[last + 1 : last + 2]
        if joined and _is_syllable(joined[0], tags[last + 1]):
            last += 2
    # PARIS, May 2 (Name) -: the agency of a dateline.
    behind = words[last : last + 2]
    if words[first - 1 : first] == ["("] and behind[:1] == [")"] and behind[1:] in _DASHES:
        kind = "organization"
    return (first, last, kind) if first < last else None


def _unite(spans: list[Span], words: list[str]) -> list[Span]:
    """Make one name of a forename and a family name in running text (Minister Ada Moss said). Two
    persons who touch stand where one mail ends and the next begins, between marks."""
    united: list[Span] = []
    for first, last, kind in spans:
        before = united[-1] if united else (0, 0, "")
        inside = (
            before[0] > 0
            and before[1] - before[0] == 1
            and (before[1:], kind) == ((first, "person"), "person")
            and _is_prose(words[before[0] - 1])
            and words[last : last + 1] != [","]
            and words[first] != words[first - 1]
        )
        if inside:
            united[-1] = (before[0], last, kind)
        else:
            united.append((first, last, kind))
    return united


def _is_prose(word: str) -> bool:
    return word.islower() or word.rstrip(".").lower() in TITLES


def _is_syllable(word: str, tag: str) -> bool:
    """True for the second half of a forename: short, tagged as a name or unknown to WordNet, not the
    ending of an adjective."""
    small = word.islower() and word.isalpha() and 1 < len(word) < _LONG
    known = word in ("esque", "ish") or describe(word)
    return small and (tag[:3] == "NNP" or not known)


def _agree(
    spans: list[Span], words: list[str], bounds: list[tuple[int, int]], document: Document
) -> list[Span]:
    """Give names that stand several times one type, and find family names the labeller missed."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for a, b, kind in spans:
        votes[_key(words[a:b])][kind] += 1
    full = {}
    for a, b, kind in spans:
        if kind == "person" and b - a > 1:
            full.setdefault(words[b - 1].lower(), kind)
    agreed = []
    short = find_glosses(spans, words)
    for a, b, kind in spans:
        counts = votes[_key(words[a:b])]
        most = max(counts.values())
        if counts[kind] < most:
            kind = min(name for name in counts if counts[name] == most)
        if b - a == 1 and words[a].lower() in full:
            kind = "person"
        if b - a == 1 and words[a] in short:
            kind = short[words[a]][1]
        agreed.append((a, b, kind))
    taken = {k for a, b, _ in agreed for k in range(a, b)}
    for first, last in bounds:
        for k in range(first, last):
            low = words[k].lower()
            if k in taken or not words[k][:1].isupper():
                continue
            if words[k] in short:
                agreed.append((k, k + 1, short[words[k]][1]))
            elif low in full and not document.small[low] and not words[k].isupper():
                agreed.append((k, k + 1, "person"))
    return sorted(agreed)


def _key(words: list[str]) -> str:
    return " ".join(words).lower()
