"""Word classes, class counts and irregular forms out of WordNet's own files."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from helpers.tags.lexicon import CLASSES, NAME, NOUN, Lexicon

_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def read_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon of single words in WordNet's ``dict`` folder (index.*, data.noun, *.exc,
    cntlist.rev). Raises ``FileNotFoundError`` naming the first file that is missing."""
    classes: dict[str, int] = defaultdict(int)
    irregular = {}
    for name, letter in _FILES.items():
        for line in _lines(folder / f"index.{name}"):
            word = line.split(" ", 1)[0]
            if _is_word(word):
                classes[word] |= CLASSES[letter]
        irregular[letter] = {}
        for line in _lines(folder / f"{name}.exc"):
            form, lemma, *_ = line.split()
            if _is_word(form) and _is_word(lemma):
                irregular[letter].setdefault(form, lemma)
    for word in sorted(_capitals(folder / "data.noun")):
        if word in classes and _is_word(word):
            classes[word] = classes[word] & ~NOUN | NAME
    counts: dict[str, Counter] = defaultdict(Counter)
    for line in _lines(folder / "cntlist.rev"):
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        if word in classes:
            counts[word][min(int(rest[0]), 4) if rest[0] != "5" else 3] += int(count)
    for word, found in counts.items():
        (kind, most), *others = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        if not others or most >= 3 * others[0][1]:
            classes[word] |= kind << 5
    capital = frozenset(word for word in _capitals(folder / "data.adj") if word in classes)
    return Lexicon(dict(classes), irregular, capital)


def _capitals(path: Path) -> set[str]:
    """Return the words, in lower case, that a data file never writes small."""
    small, names = set(), set()
    for line in _lines(path):
        fields = line.split(" ")
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            word = word.partition("(")[0]
            (small if word[:1].islower() else names).add(word.lower())
    return names - small


def _is_word(word: str) -> bool:
    return word.replace("-", "").replace("'", "").isalpha() and len(word) > 1


def _lines(path: Path):
    if not path.exists():
        raise FileNotFoundError(f"{path.name} is missing in WordNet's folder {path.parent}.")
    with path.open(encoding="latin-1") as handle:
        for line in handle:
            if not line.startswith("  ") and line.strip():
                yield line.rstrip("\n")
