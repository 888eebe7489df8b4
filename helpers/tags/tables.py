"""What the treebanks taught about single forms: possible tags, universal tags, lemmas."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FormTables:
    """``ambiguity``: lower-case form to its tags in training; ``universal``: (form, tag) to
    universal tag, with "" for any form; ``lemmas``: (form, tag) to lemma, exceptions only."""

    ambiguity: dict[str, str]
    universal: dict[tuple[str, str], str]
    lemmas: dict[tuple[str, str], str]

    def to_bytes(self) -> bytes:
        """Return the three tables as tab-separated lines, sorted."""
        lines = [f"a\t{form}\t{tags}" for form, tags in self.ambiguity.items()]
        lines += [f"u\t{form}\t{tag}\t{pos}" for (form, tag), pos in self.universal.items()]
        lines += [f"l\t{form}\t{tag}\t{lemma}" for (form, tag), lemma in self.lemmas.items()]
        return "\n".join(sorted(lines)).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> FormTables:
        """Return the tables that :meth:`to_bytes` wrote."""
        ambiguity, universal, lemmas = {}, {}, {}
        for line in filter(None, content.decode().split("\n")):
            kind, form, *rest = line.split("\t")
            if kind == "a":
                ambiguity[form] = rest[0]
            elif kind == "u":
                universal[form, rest[0]] = rest[1]
            else:
                lemmas[form, rest[0]] = rest[1]
        return cls(ambiguity, universal, lemmas)
