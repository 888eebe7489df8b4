"""Names derived from the entity layer of GUM, which marks all mentions, nested."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.training.names_data import Sentence

GUM_TYPES = {"person": "person", "organization": "organization", "place": "place"}
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady professor prof. president".split()
)


def read_gum(path: Path) -> list[Sentence]:
    """Return the sentences of a GUM document with names cut out of its entity layer: mentions of a
    person, place or organization headed by a proper noun, cut to the proper nouns around it."""
    sentences: list[Sentence] = []
    open_mentions: list[tuple[str, int, list[int] | None]] = []
    rows: list[list[str]] = []
    found: list[tuple[int, int, str]] = []

    def close() -> None:
        sentence = Sentence(
            [row[1] for row in rows], ["O"] * len(rows), tags=[row[4] for row in rows]
        )
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
