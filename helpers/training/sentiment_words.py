"""Deriving the valence of words that VADER's lexicon lacks, through the relations and glosses of
WordNet: ``sentiment-derived.txt.gz``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy
from scipy import sparse

from helpers.sentiment.lexicon import base_forms, vader_valences
from helpers.training.ridge import solve

_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_RELATED = frozenset("@ & + \\ < ^ * > $ =".split())
_ANTONYM = "!"
_STOP = frozenset(
    "the a an of or and in to for with by on as that is at from be it its used not are which having "
    "being who one some any".split()
)
_SENSES = 5
# Words outside VADER's lexicon are mostly, not always, neutral.
_NEUTRAL_WEIGHT = 0.01
_STRENGTH = 0.3
_PARTS = 10
THRESHOLD = 3.5


def derive(folder: Path) -> dict[str, int]:
    """Return ``{word: valence in tenths}`` of every single word of WordNet whose valence, predicted
    by ridge regression from its synsets, their members and glosses, is not near 0.

    VADER's own words get the prediction of a model that has not seen them, a second opinion.
    ``folder`` holds WordNet's ``data.*``, ``index.*`` and ``*.exc`` (Fellbaum 1998).
    """
    synsets, senses, irregular = _read(folder)
    words = sorted(word for word in senses if word.isalpha())
    matrix = _matrix(words, synsets, senses)
    target = numpy.zeros(len(words))
    known = numpy.zeros(len(words), bool)
    position = {word: i for i, word in enumerate(words)}
    nearest: dict[str, tuple[int, str, int]] = {}
    for word, valence in vader_valences().items():
        for rank, form in enumerate(base_forms(word)):
            if form in position:
                nearest[form] = min(nearest.get(form, (99, "", 0)), (rank, word, valence))
                break
    for form, (_, _, valence) in nearest.items():
        target[position[form]], known[position[form]] = valence / 10, True
    weight = numpy.where(known, 1, _NEUTRAL_WEIGHT**0.5)
    part = numpy.random.default_rng(0).integers(0, _PARTS, len(words))
    found = numpy.zeros(len(words))
    for k in range(_PARTS):
        rows = numpy.flatnonzero(part != k)
        solution = solve(
            sparse.diags(weight[rows]) @ matrix[rows],
            weight[rows] * target[rows],
            numpy.full(matrix.shape[1], _STRENGTH),
        )
        found[part == k] = matrix[part == k] @ solution
    seen = known.nonzero()[0]
    print(
        f"derived valences: r {numpy.corrcoef(found[seen], target[seen])[0, 1]:.3f} with VADER's on "
        f"{len(seen)} words kept out of training"
    )
    derived = {
        word: round(float(value))
        for word, value in zip(words, found, strict=True)
        if abs(value) >= THRESHOLD and len(word) > 2
    }
    for form, lemma in sorted(irregular.items()):
        if form not in senses and lemma in derived:
            derived[form] = derived[lemma]
    return derived


def format_derived(derived: dict[str, int]) -> bytes:
    """Return one line a valence, with its words."""
    by_value: dict[int, list[str]] = {}
    for word in sorted(derived):
        by_value.setdefault(derived[word], []).append(word)
    return "\n".join(" ".join([str(v), *by_value[v]]) for v in sorted(by_value)).encode()


def _read(folder: Path) -> tuple[dict, dict, dict]:
    synsets, senses, irregular = {}, defaultdict(list), {}
    for name, letter in _FILES.items():
        for line in _lines(folder / f"data.{name}"):
            head, gloss = line.split(" | ", 1)
            fields = head.split(" ")
            count = int(fields[3], 16)
            members = [w.partition("(")[0].lower() for w in fields[4 : 4 + 2 * count : 2]]
            at = 5 + 2 * count
            pointers = [
                (fields[i], fields[i + 2] + fields[i + 1])
                for i in range(at, at + 4 * int(fields[at - 1]), 4)
            ]
            synsets[letter + fields[0]] = (members, pointers, gloss.split('; "')[0].lower())
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            offsets = fields[-int(fields[2]) :]
            senses[fields[0]].append([letter + offset for offset in offsets[:_SENSES]])
        for line in _lines(folder / f"{name}.exc"):
            form, lemma, *_ = line.split()
            if form.isalpha():
                irregular.setdefault(form, lemma)
    return synsets, senses, irregular


def _lines(path: Path):
    if not path.is_file():
        raise SystemExit(f"There is no {path.name} in {path.parent}; give WordNet's folder.")
    with path.open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if not line.startswith(" "))


def _matrix(words, synsets, senses):
    index: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, word in enumerate(words):
        features = _features(word, synsets, senses)
        length = sum(value * value for value in features.values()) ** 0.5 or 1
        for feature, value in features.items():
            rows.append(row)
            columns.append(index.setdefault(feature, len(index)))
            values.append(value / length)
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(words), len(index)))
    documents = numpy.bincount(matrix.indices, minlength=matrix.shape[1])
    keep = numpy.flatnonzero(documents >= 2)
    matrix = (matrix[:, keep] @ sparse.diags(numpy.log(len(words) / documents[keep]))).tocsr()
    length = numpy.sqrt(numpy.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return (sparse.diags(1 / numpy.maximum(length, 1e-4)) @ matrix).tocsr()


def _features(word, synsets, senses) -> Counter:
    features: Counter = Counter()
    for offsets in senses[word]:
        for rank, synset in enumerate(offsets):
            weight = 1 / (1 + rank)
            members, pointers, gloss = synsets[synset]
            features["s " + synset] += weight
            for member in members:
                features["m " + member] += weight
            for gloss_word in re.findall("[a-z]+", gloss):
                if gloss_word not in _STOP:
                    features["g " + gloss_word] += weight / 2
            for relation, other in pointers:
                if other not in synsets:
                    continue
                if relation == _ANTONYM:
                    for member in synsets[other][0]:
                        features["a " + member] += weight
                elif relation in _RELATED:
                    features["s " + other] += 0.6 * weight
                    for member in synsets[other][0]:
                        features["m " + member] += 0.6 * weight
    return features
