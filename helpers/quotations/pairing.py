"""Pairing of quotation marks inside a paragraph: outer and inner, left open, without a partner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.quotations.marks import Mark, find_marks, prefers_single


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair of quotation marks; ``start`` and ``end`` include the marks.

    ``closed`` is false when the closing mark is missing because the next paragraph re-opens the
    quotation (``continues``) or because it was forgotten; such a pair ends with its paragraph.
    ``depth`` is 0 for outer marks, 1 for marks inside them.
    """

    start: int
    end: int
    paragraph: int
    style: str
    closed: bool = True
    continues: bool = False
    depth: int = 0

    def locate(self, starts: list[int]) -> tuple[int, int]:
        """Return the tokens between and including the marks as ``(first, stop)``, by the starts of
        all tokens."""
        return bisect_left(starts, self.start), bisect_left(starts, self.end)


@dataclass(frozen=True, slots=True)
class Stray:
    """A quotation mark without a partner in its paragraph."""

    start: int
    end: int
    paragraph: int
    role: str


def pair_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[list[Pair], list[Stray]]:
    """Return the pairs of quotation marks of ``text``, sorted, and the marks without a partner.

    ``paragraphs`` are the half-open spans of the paragraphs. Marks are paired inside one
    paragraph, so that a forgotten mark costs one paragraph at most. A quotation that is left open
    is taken to the end of its paragraph when the next paragraph begins with an opening mark, or
    when it began with the paragraph. Time grows with the length of the text.

    >>> pairs, strays = pair_marks('It\\'s 6\\'2" tall, "she" said.', [(0, 28)])
    >>> [(pair.start, pair.end) for pair in pairs], strays
    ([(16, 21)], [])
    """
    spans = list(paragraphs)
    marks = [find_marks(text, start, end) for start, end in spans]
    british = prefers_single(text, marks)
    pairs: list[Pair] = []
    strays: list[Stray] = []
    for number, (start, end) in enumerate(spans):
        following = marks[number + 1] if number + 1 < len(spans) else []
        doubles, lost = _pair_family(text, marks[number], "double")
        doubles, lost = _leave_open(text, doubles, lost, (start, end), spans, number, following)
        singles, lost_singles = _pair_singles(text, marks[number], doubles)
        if british:
            singles, lost_singles = _leave_open(
                text, singles, lost_singles, (start, end), spans, number, following
            )
            lost += [mark for mark in lost_singles if mark.strong and mark.role == "open"]
        pairs += _nest(doubles, singles, number, british)
        strays += [Stray(mark.start, mark.end, number, mark.role) for mark in lost]
    return pairs, sorted(strays, key=lambda stray: stray.start)


def _pair_family(text: str, marks: list[Mark], style: str) -> tuple[list[tuple], list[Mark]]:
    """Pair double marks with a stack; a second opening mark nests only if two closings follow."""
    marks = [mark for mark in marks if mark.family != "single"]
    curly_left = sum(mark.family == "curly" and mark.role == "close" for mark in marks)
    stack: list[Mark] = []
    pairs: list[tuple] = []
    strays: list[Mark] = []
    inner = 0
    for number, mark in enumerate(marks):
        if mark.family == "curly" and mark.role == "close":
            curly_left -= 1
        role = mark.role
        if role == "either":
            role = "close" if stack else "open"
        if mark.family == "straight" and not mark.strong:
            coming = marks[number + 1] if number + 1 < len(marks) else None
            if not stack or (coming is not None and coming.role == "close"):
                continue
        if mark.family == "straight" and stack and stack[-1].family == "curly" and curly_left:
            # Straight marks inside curly ones, unless one closes what a curly one opened.
            inner += (mark.role == "open") - (mark.role == "close")
            if mark.role != "close" or inner >= 0 or not mark.strong:
                inner = max(inner, 0)
                continue
        inner = 0
        if role == "open":
            if stack and not _two_closings_follow(marks, number):
                strays += stack
                stack = []
            stack.append(mark)
        elif stack:
            opening = stack.pop()
            pairs.append((opening, mark))
        else:
            strays.append(mark)
    return pairs, strays + stack


def _two_closings_follow(marks: list[Mark], number: int) -> bool:
    coming = [mark.role for mark in marks[number + 1 : number + 3]]
    return coming == ["close", "close"]


def _leave_open(
    text: str,
    pairs: list[tuple],
    strays: list[Mark],
    span: tuple[int, int],
    spans: list[tuple[int, int]],
    number: int,
    following: list[Mark],
) -> tuple[list[tuple], list[Mark]]:
    """Let the last opening mark run to the end of its paragraph if the text shows that it may."""
    openings = [mark for mark in strays if mark.role != "close"]
    if not openings:
        return pairs, strays
    last = max(openings, key=lambda mark: mark.start)
    if any(opening.start > last.start for opening, _ in pairs):
        return pairs, strays
    reopened = bool(
        following
        and following[0].role != "close"
        and following[0].start == spans[number + 1][0]
        and (following[0].family == "single") == (last.family == "single")
    )
    if not reopened and last.start != span[0]:
        return pairs, strays
    rest = [mark for mark in strays if mark is not last]
    return [*pairs, (last, None, span[1], reopened)], rest


def _pair_singles(
    text: str, marks: list[Mark], doubles: list[tuple]
) -> tuple[list[tuple], list[Mark]]:
    """Pair single marks that stand inside the same double marks (or outside all of them)."""
    bounds = sorted(
        (pair[0].start, 1) if side == 0 else (_end(pair), -1) for pair in doubles for side in (0, 1)
    )
    singles = [mark for mark in marks if mark.family == "single"]
    followed = _closing_follows(singles)
    open_at: dict[int, Mark] = {}
    inside: list[int] = []
    serial, position = 0, 0
    pairs, strays = [], []
    for number, mark in enumerate(singles):
        while position < len(bounds) and bounds[position][0] <= mark.start:
            if bounds[position][1] > 0:
                serial += 1
                inside.append(serial)
            elif inside:
                inside.pop()
            position += 1
        here = inside[-1] if inside else 0
        if mark.role == "open":
            if here in open_at:
                strays.append(open_at.pop(here))
            open_at[here] = mark
        elif here in open_at:
            possessive = not mark.strong and text[mark.start - 1] in "sSzxZX"
            if possessive and followed[number] and text[mark.end : mark.end + 1] == " ":
                continue
            pairs.append((open_at.pop(here), mark))
        elif mark.strong:
            strays.append(mark)
    return pairs, sorted([*strays, *open_at.values()], key=lambda mark: mark.start)


def _closing_follows(singles: list[Mark]) -> list[bool]:
    """For each single mark, whether the next single mark of the paragraph is a closing one."""
    return [
        number + 1 < len(singles) and singles[number + 1].role == "close"
        for number in range(len(singles))
    ]


def _end(pair: tuple) -> int:
    return pair[2] if pair[1] is None else pair[1].end


def _nest(doubles: list[tuple], singles: list[tuple], number: int, british: bool) -> list[Pair]:
    """Merge both families; where two pairs cross, the article's own style wins."""
    ranked = [(pair, "single") for pair in singles] + [(pair, "double") for pair in doubles]
    spans = sorted((pair[0].start, -_end(pair), style, pair) for pair, style in ranked)
    kept: list[Pair] = []
    stack: list[Pair] = []
    for start, negative_end, style, pair in spans:
        end = -negative_end
        while stack and stack[-1].end <= start:
            stack.pop()
        if stack and end > stack[-1].end:
            loser_is_new = (style == "single") != british or stack[-1].style == style
            if loser_is_new:
                continue
            kept.remove(stack.pop())
        made = Pair(
            start,
            end,
            number,
            style,
            closed=pair[1] is not None,
            continues=pair[1] is None and pair[3],
            depth=len(stack),
        )
        kept.append(made)
        stack.append(made)
    return kept
