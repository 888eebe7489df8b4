"""From an article and its tokens to the table of its time expressions."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime

from helpers.timexes import (
    amounts,
    clock,
    dates,
    days,
    distances,
    periods,
    quarters,
    ranges,
    repeated,
    vague,
    weekdays,
    years,
)
from helpers.timexes.context import Context, Segment
from helpers.timexes.grammar import candidates
from helpers.timexes.readings import Reading
from helpers.timexes.vocabulary import CHAR
from helpers.timexes.words import Words

_READERS = {
    name: reader
    for module in (
        amounts, clock, dates, days, distances, periods, quarters, ranges, repeated, vague, weekdays, years
    )
    for name, reader in module.READERS.items()
}  # fmt: skip
_EDGES = frozenset(
    CHAR[kind] for kind in ("COMMA", "HYPHEN", "IN", "ON", "AT", "PARENTHESIS", "AND", "OR", "TO", "FROM", "OF", "UNTIL")
)  # fmt: skip


def sentence_starts(tokens) -> list[int]:
    """Return the offset of the first token of every sentence."""
    starts, sentences = tokens["start"].tolist(), tokens["sentence"].tolist()
    return [
        start for at, start in enumerate(starts) if at == 0 or sentences[at] != sentences[at - 1]
    ]


def penn_tags(tokens) -> dict[int, str]:
    """Return {offset: Penn tag} of the tagged tokens; empty for an untagged table."""
    column = tokens["tag"]
    if column.isna().all():
        return {}
    pairs = zip(tokens["start"].tolist(), column.tolist(), strict=True)
    return {start: tag for start, tag in pairs if isinstance(tag, str)}


def read_all(words: Words, publication: datetime) -> list[tuple[int, int, Reading]]:
    """Return (start, end, reading) of every expression, as read on the day ``publication``."""
    tried = candidates("".join(words.kinds))
    context = Context(words, publication, segments=_greedy(tried))
    firsts = [segment[0] for segment in context.segments]
    found, taken = [], 0
    for first, negative, _, name, reader in tried:
        if first < taken:
            continue
        last = -negative
        context.position = max(bisect_left(firsts, last) - 1, 0)
        try:
            result = _READERS[reader](Segment(context, first, last, name))
        except (ValueError, OverflowError):
            continue
        if result == []:
            taken = last
        for reading in result if isinstance(result, list) else [result]:
            if reading is None:
                continue
            begin, end = trim(words, *(reading.span or (first, last)))
            reading.span = (begin, end)
            reading.rule = name
            found.append((words.starts[begin], words.ends[end - 1], reading))
            context.remember(reading)
            if reading.interval is not None and reading.interval.granularity in _DAYS:
                context.latest_sentence = words.sentence_of(begin)
            taken = end
    return found


_PERIODS = frozenset(CHAR[kind] for kind in ("QTR", "CEN", "DECADE", "YR"))
_NO_NOUNS = frozenset(
    "ended ending and or but in of to from at on for with when that which as is was were by after before than".split()
)
_DAYS = frozenset(("day", "part of day", "hour", "minute", "second"))


def segmentation(words: Words) -> list[tuple[int, int, str, str]]:
    """Return the expressions as (first, behind last, rule, reader), before any is read."""
    return _greedy(candidates("".join(words.kinds)))


def _greedy(tried) -> list[tuple[int, int, str, str]]:
    chosen, taken = [], 0
    for first, negative, _, name, reader in tried:
        if first >= taken:
            chosen.append((first, -negative, name, reader))
            taken = -negative
    return chosen


def trim(words: Words, first: int, last: int) -> tuple[int, int]:
    """Leave out what TimeML leaves out: prepositions, "over" before "the", articles of adjectives.

    An article belongs to a noun phrase of time ("the third quarter") but not to the noun behind an
    attribute ("the third-quarter loss", "the Feb. 23 accord").
    """
    kinds = words.kinds
    if kinds[first] == CHAR["MORE"] and kinds[first + 1 : first + 2] == [CHAR["THE"]]:
        first += 1
    if last - first > 1 and kinds[first] in (CHAR["THE"], CHAR["ARTICLE"]):
        inside = kinds[first + 1 : last]
        attribute = (
            CHAR["HYPHEN"] in inside and inside[-1] != CHAR["PERIOD"] and words.lower(last).isalpha()
            and (inside[-1] not in _PERIODS or inside[-2] == CHAR["HYPHEN"])
            and inside[0] != CHAR["MID"]
            and words.lower(last) not in _NO_NOUNS
        )  # fmt: skip
        if (
            attribute
            or (inside[0] == CHAR["MONTH"] and inside[-1] != CHAR["QTR"])
            or (kinds[first] == CHAR["ARTICLE"] and inside[:2] == [CHAR["YR"], CHAR["HYPHEN"]])
        ):
            first += 1
    while last - first > 1 and words.kinds[first] in _EDGES:
        first += 1
    while last - first > 1 and words.kinds[last - 1] in _EDGES:
        last -= 1
    return first, last
