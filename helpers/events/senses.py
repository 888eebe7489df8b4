"""What WordNet says about the events a word can name, and how often a lemma was one.

``events-senses.txt.gz`` is derived from WordNet 3.0 (Miller 1995): per noun the lexicographer file
of its first sense, the share of its senses that are acts, events, processes or phenomena, and
whether it derives from a verb; per verb the lexicographer file of its first sense.
``events-counts.txt.gz`` is an aggregate table: how often a lemma occurred and how often it was an
event of a class.
"""

from __future__ import annotations

from dataclasses import dataclass

CLASSES = (
    "OCCURRENCE", "STATE", "I_STATE", "I_ACTION", "REPORTING", "PERCEPTION", "ASPECTUAL",
)  # fmt: skip
VERB, NOUN, ADJECTIVE, OTHER = "V", "N", "J", "X"


def kind_of(tag: str) -> str:
    """Return the coarse word class of a Penn tag."""
    if tag[0] == "V":
        return VERB
    if tag[0] == "N":
        return NOUN
    return ADJECTIVE if tag[0] == "J" else OTHER


@dataclass(frozen=True)
class Senses:
    """``nouns``: lemma to three signs (file, share in quarters, D or d when it derives from a
    verb in its first or another sense); ``verbs``: lemma to one sign (file)."""

    nouns: dict[str, str]
    verbs: dict[str, str]

    def of(self, lemma: str, tag: str) -> str:
        """Return the signs of a lemma under a Penn tag, "" when WordNet's nouns say nothing."""
        kind = kind_of(tag)
        if kind == VERB:
            return self.verbs.get(lemma, "")
        return self.nouns.get(lemma.lower(), "") if kind == NOUN else ""

    def to_bytes(self) -> bytes:
        """Return the two tables as text: one line per sign, lemmas sorted."""
        lines = []
        for letter, table in (("n", self.nouns), ("v", self.verbs)):
            by_sign: dict[str, list[str]] = {}
            for lemma in sorted(table):
                by_sign.setdefault(table[lemma], []).append(lemma)
            lines += [f"{letter} {sign} {' '.join(by_sign[sign])}" for sign in sorted(by_sign)]
        return "\n".join(lines).encode("utf-8")

    @classmethod
    def from_bytes(cls, content: bytes) -> Senses:
        """Return the tables that :meth:`to_bytes` wrote."""
        tables: dict[str, dict[str, str]] = {"n": {}, "v": {}}
        for line in content.decode("utf-8").split("\n"):
            letter, sign, *lemmas = line.split(" ")
            tables[letter].update(dict.fromkeys(lemmas, sign))
        return cls(tables["n"], tables["v"])


@dataclass(frozen=True)
class Counts:
    """``table``: (lemma, word class) to (times seen, times an event, its usual event class)."""

    table: dict[tuple[str, str], tuple[int, int, str]]

    def of(self, lemma: str, tag: str) -> tuple[int, int, str]:
        """Return (times seen, times an event, usual class or "") of a lemma under a Penn tag."""
        return self.table.get((lemma.lower(), kind_of(tag)), (0, 0, ""))

    def to_bytes(self) -> bytes:
        """Return the table as sorted tab-separated lines."""
        lines = [
            f"{lemma}\t{kind}\t{n}\t{k}\t{CLASSES.index(usual) if usual else ''}"
            for (lemma, kind), (n, k, usual) in sorted(self.table.items())
        ]
        return "\n".join(lines).encode("utf-8")

    @classmethod
    def from_bytes(cls, content: bytes) -> Counts:
        """Return the table that :meth:`to_bytes` wrote."""
        table = {}
        for line in content.decode("utf-8").split("\n"):
            lemma, kind, n, k, usual = line.split("\t")
            table[lemma, kind] = (int(n), int(k), CLASSES[int(usual)] if usual else "")
        return cls(table)
