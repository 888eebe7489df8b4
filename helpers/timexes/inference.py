"""When was it published? The narrowest interval that an article's own expressions allow.

A date line settles it. Otherwise past dates set a lower and future dates an upper bound, and two
conventions of newsrooms narrow them: a date of the running year is written without its year, and
who "said on January 12" said it within the week before publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from helpers import schema
from helpers.timexes import intervals as cal
from helpers.timexes.context import Context, Segment
from helpers.timexes.finder import penn_tags, segmentation, sentence_starts, trim
from helpers.timexes.intervals import Interval, midnight
from helpers.timexes.lexer import read_words
from helpers.timexes.tense import tense
from helpers.timexes.words import Words

_REPORTED = frozenset(
    "said told reported announced wrote says tells reports writes added stated declared confirmed "
    "warned published posted tweeted".split()
)
_LINE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|printed)(?: on| at)?:?|by .{3,60},|date:|on)?"
    r"\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w.,'’/ -]{2,50}[,—–(-]\s*")


@dataclass(frozen=True)
class PublicationInterval:
    """First and last possible day of publication (``None``: not bounded) and the evidence for it.

    ``evidence`` is a table: where the expression stands, what it says about publication, and the
    earliest and latest day it allows.
    """

    earliest: datetime | None
    latest: datetime | None
    evidence: pd.DataFrame

    def __str__(self) -> str:
        if self.earliest is None and self.latest is None:
            return "The text does not say when it was published."
        if self.earliest is None or self.latest is None:
            side, day = ("after", self.earliest) if self.earliest else ("before", self.latest)
            return f"By its own expressions the text was published on or {side} {day:%Y-%m-%d}."
        if self.earliest == self.latest:
            return f"The text says that it was published on {self.earliest:%Y-%m-%d}."
        return (
            f"By its own expressions the text was published between {self.earliest:%Y-%m-%d} and "
            f"{self.latest:%Y-%m-%d}."
        )


@dataclass(frozen=True)
class _Stated:
    """One date as the text states it."""

    span: tuple[int, int]
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    side: str
    cue: str
    line: bool


def infer_publication(article, tokens) -> PublicationInterval:
    """Return the interval in which an article must have been published, by its own expressions.

    The date in the manifest is not looked at. Evidence columns: ``article_id, start, end, text``,
    ``says``, ``earliest`` and ``latest`` (midnights; ``<NaT>`` where the expression sets no bound).

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "He left in December 2014. The court said on February 2 it agreed.")
    >>> str(infer_publication(note, tokenize(note)))
    'By its own expressions the text was published between 2015-02-02 and 2015-02-09.'
    """
    words = read_words(article.text, sentence_starts(tokens), penn_tags(tokens))
    earliest, latest, evidence = infer(words)
    rows = [
        {
            "article_id": article.article_id, "start": start, "end": end,
            "text": article.text[start:end], "says": says, "earliest": first, "latest": last,
        }
        for (start, end), says, first, last in evidence
    ]  # fmt: skip
    return PublicationInterval(
        earliest, latest, schema.build(rows, schema.PUBLICATION_EVIDENCE, article)
    )


def infer(words: Words):
    """Return first day, last day and evidence ``(span, what it says, first, last)``."""
    stated = _stated(words)
    lines = [one for one in stated if one.line and one.year and one.day and _interval(one)]
    if lines:
        newest = max(lines, key=lambda one: (_interval(one).earliest, -one.span[0]))
        day = _interval(newest).earliest
        return day, day, [(newest.span, "the date line names the day", day, day)]
    evidence: list = []
    first, last = _bounds(words, stated, evidence)
    first, last = _narrowed(stated, first, last, evidence)
    if first is not None and last is not None and last < first:
        return None, None, evidence
    return first, last, evidence


def _stated(words: Words) -> list[_Stated]:
    context = Context(words, midnight(date(2000, 1, 1)), segments=segmentation(words))
    dates = []
    for position, (first, last, name, reader) in enumerate(context.segments):
        if reader not in ("calendar", "month", "year", "day_list", "moment", "weekday"):
            continue
        context.position = position
        segment = Segment(context, first, last, name)
        year, month = segment.get("YEAR"), segment.get("MONTH")
        if segment.direction is not None or not (year or month or segment.has("FULLDATE")):
            continue
        if segment.has("FULLDATE"):
            figures = re.match(r"(\d{4})-(\d\d)-(\d\d)", segment.get("FULLDATE"))
            if not figures:
                continue
            year, month, day = (int(part) for part in figures.groups())
        else:
            day = segment.get("DAY", "NTH", "ORDINAL", "SECOND")
        begin, end = trim(words, first, last)
        span = words.starts[begin], words.ends[end - 1]
        side, cue = tense(context, first, last)
        dates.append(
            _Stated(
                span,
                year,
                month,
                day,
                segment.get("WEEKDAY"),
                side,
                cue,
                _is_line(words.text, span),
            )
        )
    return dates


def _is_line(text: str, span: tuple[int, int]) -> bool:
    """True for a date that fills its line or stands in the date line of the first paragraphs."""
    begin = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    before, after = text[begin : span[0]], text[span[1] : end if end >= 0 else len(text)]
    if _LINE.fullmatch(before) and re.fullmatch(r"[\s.]*(?:\d?\d[:.]\d\d.{0,12})?", after):
        return True
    early = text.count("\n", 0, begin) < 8
    return (
        early and bool(_PLACE.fullmatch(before)) and bool(re.match(r"\s*(?:\(|—|–|-|:|,\s)", after))
    )


def _interval(one: _Stated, year: int | None = None) -> Interval | None:
    year = one.year or year
    try:
        if one.day:
            return cal.day_of(year, one.month, one.day)
        return cal.month_of(year, one.month) if one.month else cal.year_of(year)
    except (ValueError, TypeError):
        return None


def _bounds(words: Words, stated: list[_Stated], evidence: list):
    """Return what dates with a year allow: past ones from below, future ones from above."""
    first = last = None
    for one in stated:
        interval = _interval(one) if one.year else None
        if interval is None:
            continue
        before = words.text[: one.span[0]].rsplit(None, 1)[-1:]
        if one.side == "past" and one.cue not in _PERFECT and before and before[0].lower() in _AT:
            evidence.append((one.span, f"past by “{one.cue}”", interval.earliest, None))
            first = max(first or interval.earliest, interval.earliest)
        elif one.side == "future" and re.search(
            r"\b(?:will|shall)\b[^.;,]*$", words.text[max(0, one.span[0] - 80) : one.span[0]]
        ):
            evidence.append((one.span, f"future by “{one.cue}”", None, interval.latest))
            last = min(last or interval.latest, interval.latest)
    return first, last


_AT = frozenset(("in", "on", "since", "during"))
_PERFECT = frozenset("has have 've had been since".split())


def _narrowed(stated: list[_Stated], first, last, evidence: list):
    """Let dates without a year follow the newest month that is named with one.

    Who writes "December 2014" and, without a year, "January 12" writes in 2015: the year is named
    because it is over. That holds when the months follow one another within half a year.
    """
    named = [one for one in stated if one.year and one.month and one.side == "past"]
    without = [one for one in stated if not one.year and one.month and one.side == "past"]
    if first is None or not named:
        return first, last
    newest = max(named, key=lambda one: (one.year, one.month, -one.span[0]))
    year = newest.year + 1
    following = [
        one for one in without
        if one.day and 0 < 12 + one.month - newest.month <= 6 and _interval(one, year)
        and one.weekday in (None, _interval(one, year).earliest.isoweekday())
    ]  # fmt: skip
    if not following or first.year > year:
        return first, last
    low, high = midnight(date(year, 1, 1)), midnight(date(year, 12, 31))
    says = "the year is named, and not with later months: it was over"
    evidence.append((newest.span, says, low, high))
    first, last = max(first, low), min(last or high, high)
    for one in following:
        low = _interval(one, year).earliest
        high = low + timedelta(days=7) if one.cue in _REPORTED else None
        says = f"past by “{one.cue}”" + (": reported within the week" if high else "")
        evidence.append((one.span, says, low, high))
        first = max(first, low)
    # Only the newest report is fresh; older ones may be recalled.
    reports = [_interval(one, year).earliest for one in following if one.cue in _REPORTED]
    if reports and max(reports) + timedelta(days=7) >= first:
        last = min(last, max(reports) + timedelta(days=7))
    return first, last
