"""The event senses of nouns and verbs out of WordNet's own files (``dict`` of WordNet 3.0)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from helpers.events.senses import Senses

# Lexicographer files of nouns, by number (lexnames(5WN)); the files of things share one sign.
_FILES = {
    4: "a", 7: "t", 9: "c", 10: "m", 11: "e", 12: "f", 14: "g", 16: "o", 19: "p", 21: "s", 22: "r",
    23: "q", 24: "l", 26: "S", 28: "T",
}  # fmt: skip
_EVENTS = frozenset((4, 11, 19, 22))
_THING = "-"


def read_senses(folder: Path) -> Senses:
    """Return the senses of single words in ``data.*``, ``index.*`` and ``cntlist.rev``.

    A noun's sign: the file of its first sense, the share of events among its senses in quarters
    (weighted by how often each was tagged, plus 1 / rank), and D or d when its first or another
    sense derives from a verb. Raises ``FileNotFoundError`` naming the file that is missing.
    """
    synsets = {}
    for fields in _lines(folder / "data.noun"):
        n_words = int(fields[3], 16)
        words = [word.lower() for word in fields[4 : 4 + 2 * n_words : 2]]
        at = 4 + 2 * n_words
        pointers = fields[at + 1 : at + 1 + 4 * int(fields[at])]
        verbal = {
            words[int(places[:2], 16) - 1]
            for sign, kind, places in zip(
                pointers[::4], pointers[2::4], pointers[3::4], strict=True
            )
            if sign == "+" and kind == "v" and int(places[:2], 16)
        }
        synsets[fields[0]] = (int(fields[1]), verbal)
    tagged: Counter = Counter()
    for key, sense, count in _lines(folder / "cntlist.rev"):
        word, _, rest = key.partition("%")
        if rest[0] == "1":
            tagged[word, int(sense)] += int(count)
    nouns = {}
    for word, senses in _index(folder / "index.noun"):
        weights = [tagged[word, rank] + 1 / rank for rank in range(1, len(senses) + 1)]
        events = sum(
            w for w, sense in zip(weights, senses, strict=True) if synsets[sense][0] in _EVENTS
        )
        verbal = [word in synsets[sense][1] for sense in senses]
        sign = _FILES.get(synsets[senses[0]][0], _THING) + str(round(4 * events / sum(weights)))
        sign += "D" if verbal[0] else "d" if any(verbal) else "."
        if sign != f"{_THING}0.":
            nouns[word] = sign
    files = {fields[0]: int(fields[1]) for fields in _lines(folder / "data.verb")}
    verbs = {
        word: chr(ord("a") + files[senses[0]] - 29)
        for word, senses in _index(folder / "index.verb")
    }
    return Senses(nouns, verbs)


def _index(path: Path):
    """Yield every single word with its synsets in order of frequency."""
    for fields in _lines(path):
        if fields[0].isalpha():
            yield fields[0], [field for field in fields if field != ""][-int(fields[2]) :]


def _lines(path: Path):
    if not path.exists():
        raise FileNotFoundError(f"{path.name} is missing in WordNet's folder {path.parent}.")
    with path.open(encoding="latin-1") as handle:
        for line in handle:
            if not line.startswith("  ") and line.strip():
                yield line.rstrip("\n").split(" | ")[0].strip().split(" ")
