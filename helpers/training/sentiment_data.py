"""The rated sets and NewsMTSC as sentences of tokens."""

from __future__ import annotations

import csv
import html
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from helpers.corpus import Article
from helpers.sentiment.model import find_cases
from helpers.tokens import tokenize

RATED = ("tweets", "amazon", "movies")
NEWS = "newsmtsc"
SETS = (*RATED, NEWS)


@dataclass(frozen=True)
class Rated:
    """One rated text as one unit, the way its raters saw it."""

    source: str
    key: str
    fold: int
    rating: float
    words: list[str]
    cases: list[str]


def read_rated(folder: Path) -> list[Rated]:
    """Return the texts of the three rated sets and, with the mean polarity of their targets twice
    as a rating, the sentences of NewsMTSC."""
    rows = []
    for source in RATED:
        with _open(folder / f"{source}.csv") as file:
            for row in csv.DictReader(file):
                rows.append(
                    (source, row["id"], int(row["fold"]), float(row["rating"]), row["text"])
                )
    sentences: dict[tuple, list] = {}
    for row in read_targets(folder):
        sentences.setdefault((row["article_id"], row["text"]), []).append(row)
    for (_, text), targets in sentences.items():
        polarity = sum(row["polarity"] for row in targets) / len(targets)
        rows.append((NEWS, targets[0]["id"], targets[0]["fold"], 2 * polarity, text))
    # Tweets were stored with HTML entities.
    texts = [" ".join(html.unescape(row[4]).split()) for row in rows]
    return [
        Rated(*row[:4], words, find_cases(spellings))
        for row, (words, spellings) in zip(rows, split_words(texts), strict=True)
    ]


def read_texts(folder: Path, source: str) -> list[tuple[str, str]]:
    """Return ``(id, text as published)`` of a rated set."""
    with _open(folder / f"{source}.csv") as file:
        return [(row["id"], row["text"]) for row in csv.DictReader(file)]


def read_targets(folder: Path) -> list[dict]:
    """Return the targets of NewsMTSC train as they are stored."""
    with _open(folder / "newsmtsc-train.jsonl") as file:
        return [json.loads(line) for line in file]


def split_words(texts: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return ``(lower-case words, words as written)`` of each text, in reading order."""
    found: list[tuple[list[str], list[str]]] = []
    for first in range(0, len(texts), 2000):
        part = [text or "." for text in texts[first : first + 2000]]
        tokens = tokenize(Article(article_id="rated", text="\n\n".join(part)))
        groups: list[tuple[list[str], list[str]]] = [([], []) for _ in part]
        for paragraph, norm, text in zip(
            tokens["paragraph"].tolist(), tokens["norm"], tokens["text"], strict=True
        ):
            groups[paragraph][0].append(norm)
            groups[paragraph][1].append(text)
        found += groups
    return found


def _open(path: Path):
    if not path.is_file():
        sys.exit(
            f"There is no {path.name} in {path.parent}; give the folder of the sets by --data."
        )
    return path.open(encoding="utf-8", newline="")
