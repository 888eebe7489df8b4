"""When two rows mean the same: spans without the marks at their edges, values without capitals."""

from __future__ import annotations

import re

import pandas as pd

# Less than half in common is another report that only overlaps.
_SAME_REPORT = 0.5
_ARTICLE = re.compile(r"(?:the|an?)\s+")


def match(gold: pd.DataFrame, found: pd.DataFrame, text: str) -> list[tuple[int, int]]:
    """Return pairs of row numbers (gold, found) whose spans begin and end at the same word.

    Punctuation, marks and space at the edges do not count; every row is used once.
    """
    waiting: dict[tuple[int, int], list[int]] = {}
    for row, span in enumerate(zip(found["start"], found["end"], strict=True)):
        waiting.setdefault(_core(*span, text), []).append(row)
    pairs = []
    for row, span in enumerate(zip(gold["start"], gold["end"], strict=True)):
        if rows := waiting.get(_core(*span, text)):
            pairs.append((row, rows.pop(0)))
    return pairs


def pair_overlaps(gold: pd.DataFrame, found: pd.DataFrame) -> list[tuple[int, int]]:
    """Return pairs of row numbers (gold, found) of the same article, those that share most first.

    A pair shares at least half of the characters that either covers; every row is used once.
    """
    spans: dict[str, list[tuple[int, int, int]]] = {}
    columns = (found["article_id"], found["start"], found["end"])
    for f, (name, begin, stop) in enumerate(zip(*columns, strict=True)):
        spans.setdefault(name, []).append((f, begin, stop))
    offers = []
    for g, (name, start, end) in enumerate(
        zip(gold["article_id"], gold["start"], gold["end"], strict=True)
    ):
        for f, begin, stop in spans.get(name, ()):
            shared = min(end, stop) - max(start, begin)
            share = shared / (max(end, stop) - min(start, begin))
            if shared > 0 and share >= _SAME_REPORT:
                offers.append((-share, g, f))
    pairs, gone_gold, gone_found = [], set(), set()
    for _, g, f in sorted(offers):
        if g not in gone_gold and f not in gone_found:
            pairs.append((g, f))
            gone_gold.add(g)
            gone_found.add(f)
    return sorted(pairs)


def agrees(column: str, gold, found) -> bool:
    """Whether a value agrees with the gold, without regard to capitals and a leading article.

    A report for which the gold names no speaker agrees with any.

    >>> agrees("speaker", "The food inspectorate", "food inspectorate")
    True
    """
    if column == "speaker" and pd.isna(gold):
        return True
    return _fold(gold) == _fold(found)


def _fold(value) -> str:
    if pd.isna(value):
        return ""
    words = " ".join(str(value).casefold().split())
    return words[article.end() :] if (article := _ARTICLE.match(words)) else words


def _core(start: int, end: int, text: str) -> tuple[int, int]:
    """The span from its first to its last letter or digit; without any, the span as it is."""
    first, last = start, end
    while first < last and not text[first].isalnum():
        first += 1
    while first < last and not text[last - 1].isalnum():
        last -= 1
    return (first, last) if first < last else (start, end)
