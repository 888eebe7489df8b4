"""The features of a sentence seen from one target in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from helpers.sentiment.lexicon import Lexicon
from helpers.sentiment.shifters import find_shifts

TARGET = "TARGET"
_CLAUSE_ENDS = frozenset(
    ", ; : ( ) -- — – and but while although though because whereas which who".split()
)
_PRONOUNS = frozenset(
    "he she him her his they them their it its i me my we us our you your".split()
)
_QUOTES = frozenset(["“", "”", '"', "``", "''"])
_NEAR = 8
_STEPS = (-250, -120, -40, 40, 120, 250)


def read_target_features(
    words: Sequence[str], texts: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> Iterator[str]:
    """Yield the features of the target at ``words[first:last + 1]``: words by where they stand from
    it (next to it, in its clause, in the sentence), pairs, and the shifted valence of each region
    in steps.

    Names are masked, so that no weight is about a person.

    >>> features = set(read_target_features(
    ...     "critics praised her".split(), "Critics praised her".split(), 2, 2, Lexicon({}, {})))
    >>> "before 1 praised" in features, "target pronoun" in features
    (True, True)
    """
    masked = _mask(words, texts, first, last)
    begin, end = _clause(words, first, last)
    yield "bias"
    yield "target " + ("pronoun" if words[first] in _PRONOUNS else "name")
    yield "target at " + ("start" if first < 3 else "end" if last > len(words) - 4 else "middle")
    if sum(word in _QUOTES for word in words[:first]) % 2:
        yield "target quoted"
    for side, positions in (
        ("before", range(first - 1, -1, -1)),
        ("after", range(last + 1, len(words))),
    ):
        for distance, at in enumerate(positions, 1):
            word = masked[at]
            if distance <= 2:
                yield f"{side} {distance} {word}"
            if begin <= at < end:
                yield f"clause {side} {word}"
            if distance <= _NEAR:
                yield f"near {word}"
            yield f"sentence {word}"
    shrunk = [*masked[:first], TARGET, *masked[last + 1 :]]
    for left, right in pairwise(shrunk):
        yield f"pair {left} {right}"
    for left, right in zip(shrunk, shrunk[2:], strict=False):
        if TARGET in (left, right):
            yield f"gap {left} {right}"
    yield from _views(words, masked, first, last, begin, end, lexicon)


def _mask(words, texts, first, last) -> list[str]:
    masked = []
    for at, (word, text) in enumerate(zip(words, texts, strict=True)):
        if first <= at <= last:
            masked.append(TARGET)
        elif at and text[0].isupper() and word not in _PRONOUNS:
            masked.append("NAME")
        elif text[0].isdigit():
            masked.append("NUMBER")
        else:
            masked.append(word)
    return masked


def _clause(words, first, last) -> tuple[int, int]:
    begin, end = first, last + 1
    while begin > 0 and words[begin - 1] not in _CLAUSE_ENDS:
        begin -= 1
    while end < len(words) and words[end] not in _CLAUSE_ENDS:
        end += 1
    return begin, end


def _views(words, masked, first, last, begin, end, lexicon) -> Iterator[str]:
    """Yield the valence of regions around the target, VADER's and the derived words apart."""
    shifts = find_shifts(words)
    vader, derived = [], []
    for at, word in enumerate(words):
        if masked[at] in ("NAME", TARGET):
            vader.append(0)
            derived.append(0)
            continue
        known, found = lexicon.valences(word)
        # Unlearned shifters (Hutto & Gilbert 2014), so that nothing rated is seen twice.
        factor = -0.74 if at in shifts.negated_by else 1
        degree, _ = shifts.degree.get(at, (0, 0))
        factor *= 1 + degree * 0.015
        vader.append(known * factor)
        derived.append((known or found) * factor)
    regions = (
        ("sentence", 0, len(words)),
        ("clause", begin, end),
        ("clause before", begin, first),
        ("clause after", last + 1, end),
        ("close", max(0, first - 3), last + 4),
        ("near", max(0, first - _NEAR), last + 1 + _NEAR),
        ("before", 0, first),
        ("after", last + 1, len(words)),
    )
    for name, start, stop in regions:
        for source, values in (("vader", vader), ("both", derived)):
            total = sum(values[start:stop])
            yield f"{source} in {name} {sum(total > step for step in _STEPS)}"
            if source == "both":
                part = values[start:stop]
                if any(value > 0 for value in part):
                    yield f"praise in {name}"
                if any(value < 0 for value in part):
                    yield f"blame in {name}"
