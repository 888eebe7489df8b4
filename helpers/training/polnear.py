"""Reading PolNeAR (Newell, Margolin, Ruths 2018) for training."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:[.'’&/\-][^\W_]+)*")
_SUFFIXES = frozenset("jr sr ii iii iv phd md esq".split())
_ENDS_HEAD = frozenset(
    """of for in on at to from with who whom whose which that by as about after before during inside
    near under over where when while if because among between including familiar close based working
    speaking attending behind""".split()
)
_ENDS_PHRASE = re.compile(r"[,(—–;:\n]|\.{2,}|…")


@dataclass(frozen=True)
class Document:
    """One article with its attributions (content, cue, source as lists of spans)."""

    name: str
    text: str
    attributions: list[dict]

    def words(self, spans) -> list[tuple[int, int]]:
        """Return the words that begin or end in ``spans``."""
        return [
            (match.start() + start, match.end() + start)
            for start, end in spans
            for match in _WORD.finditer(self.text[start:end])
        ]

    def heads(self, spans) -> set[tuple[int, int]]:
        """Return the last word of the head noun phrase of every conjunct of a source."""
        groups, current, closed, before = [], [], False, None
        for start, end in self.words(spans):
            word = self.text[start:end].lower()
            if before is not None and current and _ENDS_PHRASE.search(self.text[before:start]):
                closed = True
            before = end
            if current and word in _SUFFIXES:
                continue
            if word in ("and", "or", "&") and current:
                groups.append(current)
                current, closed = [], False
            elif word in _ENDS_HEAD and current:
                closed = True
            elif not closed:
                current.append((start, end))
        groups += [current] if current else []
        return {group[-1] for group in groups}

    def is_source(self, spans, start: int, end: int) -> bool:
        """Whether the mention ``start..end`` holds a head of the source, and little besides."""
        words = self.words([(start, end)])
        inside = sum(any(s <= a and b <= e for s, e in spans) for a, b in words)
        heads = self.heads(spans)
        held = any(a < y and x < b for a, b in words for x, y in heads)
        return held and 2 * inside >= len(words)


def read_documents(data: Path, split: str) -> list[Document]:
    """Return the articles of a split. Ends the command in one line when the folder is missing."""
    folder = Path(data) / "polnear"
    if not (folder / f"{split}.jsonl").exists():
        raise SystemExit(f"No polnear/{split}.jsonl in {data}; give the data folder with --data.")
    documents = []
    for line in (folder / f"{split}.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        text = (folder / split / f"{item['doc_id']}.txt").read_bytes().decode("utf-8")
        documents.append(Document(item["doc_id"], text, item["attributions"]))
    return documents
