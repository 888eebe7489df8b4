"""Noun phrases around a mention: how far it reaches, and roles that are told beside a name."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

_NOUNS = frozenset("NN NNS NNP NNPS ADD FW GW".split())
_PHRASE = frozenset("DT PRP$ PDT CD JJ JJR JJS NN NNS NNP NNPS HYPH POS $ AFX FW GW ADD".split())
_OPENS_COMPLEMENT = frozenset("of by with for from at in on behind inside within".split())


@dataclass(slots=True)
class Line:
    """Tokens of an article as lists, and which token begins at an offset."""

    words: list[str]
    norms: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    paragraphs: list[int]
    index: dict[int, int]


def read_line(tokens: pd.DataFrame) -> Line:
    """Return the tokens as lists."""
    starts = tokens["start"].tolist()
    return Line(
        tokens["text"].tolist(),
        tokens["norm"].tolist(),
        tokens["tag"].fillna("XX").tolist(),
        starts,
        tokens["end"].tolist(),
        tokens["sentence"].tolist(),
        tokens["paragraph"].tolist(),
        {start: i for i, start in enumerate(starts)},
    )


def name_runs(line: Line) -> list[tuple[int, int]]:
    """Return runs of proper nouns (code points) that may be names without a names table."""
    runs, i = [], 0
    while i < len(line.tags):
        if line.tags[i] == "NNP" and line.words[i][:1].isupper():
            j = i
            while j + 1 < len(line.tags) and line.tags[j + 1] == "NNP":
                j += 1
            runs.append((line.starts[i], line.ends[j]))
            i = j
        i += 1
    return runs


def phrase_before(line: Line, stop: int) -> int:
    """Return where the noun phrase that ends before token ``stop`` begins."""
    first = stop
    while first and line.tags[first - 1] in _PHRASE:
        first -= 1
        if line.tags[first] in ("DT", "PRP$", "PDT"):
            break
    return first


def role_before(line: Line, stop: int) -> tuple[int, int]:
    """Return the noun phrase before token ``stop`` without its complements ("of the unit in the area")."""
    first, end = phrase_before(line, stop), stop
    while first < end and first >= 2 and line.norms[first - 1] in ("of", "for", "in", "at"):
        end = first - 1
        first = phrase_before(line, end)
    return first, end


def phrase_after(line: Line, first: int) -> int:
    """Return where the noun phrase that begins at token ``first`` ends (``first``: none)."""
    stop, head = first, first
    while stop < len(line.tags) and line.tags[stop] in _PHRASE:
        if stop > first and line.tags[stop] in ("DT", "PRP$") and line.tags[stop - 1] != "PDT":
            break
        stop += 1
        if line.tags[stop - 1] in _NOUNS:
            head = stop
    return head


def extend(line: Line, first: int, stop: int, limit: int) -> tuple[int, int]:
    """Return a mention with its complements ("of the matter") and coordinated names, but not
    beyond token ``limit``."""
    while stop < limit and line.norms[stop] in _OPENS_COMPLEMENT:
        after = stop + 1
        if after < limit and line.norms[after] in ("them", "us", "whom"):
            stop = after + 1
            break
        reach = phrase_after(line, after)
        if reach == after or reach > limit:
            break
        stop = reach
    return first, stop


def coordinate(line: Line, first: int, stop: int) -> tuple[int, int]:
    """Return a mention with the names joined to it by "and" ("Both Moscow and Damascus")."""
    begin, end = first, stop
    if end + 1 < len(line.tags) and line.norms[end] == "and" and line.tags[first] == "NNP":
        reach = phrase_after(line, end + 1)
        if reach > end + 1 and line.tags[end + 1] == "NNP" and _acts(line, reach):
            end = reach
    if begin >= 2 and line.norms[begin - 1] == "and" and line.tags[begin - 2] == "NNP":
        before = phrase_before(line, begin - 1)
        opens = before == 0 or line.sentences[before - 1] != line.sentences[before]
        if opens or line.norms[before - 1] in ("both", ",", '"'):
            begin = before
    if (begin, end) != (first, stop) and begin and line.norms[begin - 1] == "both":
        begin -= 1
    return begin, end


def _acts(line: Line, place: int) -> bool:
    return place < len(line.tags) and (
        line.tags[place][:2] in ("VB", "MD") or line.tags[place] == "RB"
    )


def role_words(words: list[str], tags: list[str]) -> set[str]:
    """Return head noun, and initials of capitalised words, of a description."""
    nouns = [word.lower() for word, tag in zip(words, tags, strict=True) if tag in _NOUNS]
    capitals = [w for w, t in zip(words, tags, strict=True) if w[:1].isupper() and t in _NOUNS]
    roles = set(nouns[-1:])
    for size in (2, 3):
        if len(capitals) >= size:
            roles.add("".join(word[0] for word in capitals[-size:]).lower())
    return roles
