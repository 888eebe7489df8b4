"""Reading CoNLL-U files: forms with offsets, tags, lemmas, sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# The only genres of GUM that are used: those whose texts allow any use of what is derived.
FREE_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")


@dataclass(frozen=True)
class Word:
    """One syntactic word: offsets into its sentence's text (both -1 if a contraction's parts do
    not spell it out), form, lemma, universal tag, Penn tag, the MISC column and the number of its head in
    the sentence (from 1; 0 for the root)."""

    start: int
    end: int
    form: str
    lemma: str
    pos: str
    tag: str
    misc: str
    head: int


@dataclass(frozen=True)
class Sentence:
    """One gold sentence; ``opens`` is true for the first of a paragraph."""

    name: str
    document: str
    text: str
    opens: bool
    words: tuple[Word, ...]


def find_treebanks(data: Path, part: str) -> list[Path]:
    """Return the CoNLL-U files of one part (train, dev, test) of EWT and of GUM's free genres.

    Raises ``FileNotFoundError`` in one line when a folder is missing.
    """
    ewt, gum = data / "ud-ewt" / f"en_ewt-ud-{part}.conllu", data / "gum" / f"{part}.txt"
    for path in (ewt, gum):
        if not path.exists():
            raise FileNotFoundError(f"{path.name} is missing: --data needs ud-ewt/ and gum/.")
    names = gum.read_text("utf-8").split()
    return [ewt] + [
        gum.parent / "documents" / f"{name}.conllu"
        for name in names
        if name.split("_")[1] in FREE_GENRES
    ]


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file in order."""
    sentences, document = [], path.stem
    for block in path.read_text("utf-8").split("\n\n"):
        meta, rows, opens = {}, [], False
        for line in block.split("\n"):
            if line.startswith("#"):
                key, _, value = line[1:].strip().partition(" = ")
                meta[key] = value
                opens = opens or key in ("newpar", "newpar id", "newdoc id", "newdoc")
            elif line:
                rows.append(line.split("\t"))
        document = meta.get("newdoc id", document)
        if rows:
            text = meta.get("text", "")
            words = tuple(_locate(text, rows))
            sentences.append(Sentence(meta.get("sent_id", ""), document, text, opens, words))
    return sentences


def _locate(text: str, rows: list[list[str]]):
    """Yield the words with their offsets; the words of a contraction share its surface."""
    at, inside_until, cursor = 0, 0, 0
    for ident, form, lemma, pos, tag, _, head, *_, misc in rows:
        if "." in ident:
            continue
        if "-" in ident:
            cursor = text.index(form, at)
            at = cursor + len(form)
            inside_until = int(ident.split("-")[1])
            continue
        if int(ident) <= inside_until:
            start, cursor = cursor, cursor + len(form)
            if cursor > at:
                yield Word(-1, -1, form, lemma, pos, tag, misc, int(head))
            else:
                yield Word(start, cursor, form, lemma, pos, tag, misc, int(head))
        else:
            start = text.index(form, at)
            at = start + len(form)
            yield Word(start, at, form, lemma, pos, tag, misc, int(head))
