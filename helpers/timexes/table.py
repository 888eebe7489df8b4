"""From an article and its tokens to the table of its time expressions."""

from __future__ import annotations

from datetime import date

import pandas as pd

from helpers import schema
from helpers.timexes import corrections as corrected
from helpers.timexes.finder import penn_tags, read_all, sentence_starts
from helpers.timexes.inference import infer
from helpers.timexes.intervals import Interval, midnight, value_of
from helpers.timexes.lexer import read_words
from helpers.timexes.readings import Reading
from helpers.timexes.words import Words

# Two days that share no part of a date: what comes out alike on both does not depend on the day.
_NO_DAY = (midnight(date(1003, 2, 13)), midnight(date(2998, 11, 28)))


def find_timexes(article, tokens, corrections=None) -> pd.DataFrame:
    """Return the time expressions of an article as the table ``timexes``.

    Columns after the offsets: ``type`` (DATE, TIME, DURATION, SET), ``value``, ``mod``, ``quant``
    and ``freq`` as in TimeML 1.2.1; ``earliest`` and ``latest``, the first and last moment it can
    mean, both inclusive (midnights for a day or anything longer, ``<NaT>`` where it states no
    stretch of the calendar); ``granularity``, the unit it is stated in; ``reference``, what it is
    counted from (publication, previous: a date before it in the text, none); ``rule``, what was
    recognised and what decided; ``alternatives``, other readings with weights; ``range``, the same
    number on the two ends of "from … to …" and "between … and …".

    ``tokens`` gives sentence boundaries and, when tagged, parts of speech; without tags all works
    too. ``corrections`` defaults to ``corpus/dates/<article_id>.csv`` if there is one; a table with
    the columns start, text, value replaces it. An article without publication date is read from the
    interval :func:`infer_publication` finds: parts of a value that depend on the day become X and
    the interval covers every possibility. Raises ``ValueError`` for a correction that matches
    nothing.

    Recognition by regular expressions over types of words (after SynTime: Zhong, Sun & Cambria
    2017), composed into intervals, with reference and tense after HeidelTime (Strötgen & Gertz
    2010); the value is printed last.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> from datetime import date
    >>> note = Article("note", "They met last week.", published=date(2016, 1, 6))
    >>> find_timexes(note, tokenize(note))[["text", "value", "reference"]].values.tolist()
    [['last week', '2015-W53', 'publication']]
    """
    words = read_words(article.text, sentence_starts(tokens), penn_tags(tokens))
    if article.published is not None:
        found = read_all(words, midnight(article.published))
        rows = [_row(article, start, end, reading) for start, end, reading in found]
    else:
        first, last = infer(words)[:2]
        known = first is not None and last is not None
        ends = (first, last) if known else _NO_DAY
        readings = [read_all(words, day) for day in ends]
        found = readings[0]
        rows = _merged(article, *readings, known)
    _number_ranges(words, found, rows)
    lines = corrected.read_corrections(article) if corrections is None else corrections
    if lines is not None and len(lines):
        rows = corrected.apply(article, rows, lines)
    return _table(rows)


def _row(article, start: int, end: int, reading: Reading) -> dict:
    interval = reading.interval
    return {
        "article_id": article.article_id,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "type": reading.type,
        "value": reading.value(),
        "mod": reading.mod,
        "quant": reading.quant,
        "freq": reading.freq,
        "earliest": interval.earliest if interval else None,
        "latest": interval.latest if interval else None,
        "granularity": interval.granularity if interval else None,
        "reference": reading.reference,
        "rule": reading.rule + (f": {reading.note}" if reading.note else ""),
        "alternatives": _alternatives(reading),
        "range": None,
    }


def _alternatives(reading: Reading) -> str | None:
    """Print the other readings, likeliest first: ``2015-01-18 (0.4)``."""
    shown = [
        f"{value_of(other) if isinstance(other, Interval) else other} ({weight:g})"
        for other, weight in reading.alternatives
        if other is not None
    ]
    return "; ".join(shown) or None


def _merged(article, early: list, late: list, known: bool) -> list[dict]:
    """Return the rows of an article that may have appeared on any day between two.

    What differs between the readings on the first and on the last day is left open.
    """
    later = {(start, end): reading for start, end, reading in late}
    rows = []
    for start, end, reading in early:
        row = _row(article, start, end, reading)
        other = later.get((start, end))
        if other is not None and other.value() != row["value"]:
            row["value"] = _common(row["value"], other.value())
            if reading.rule == "weekday" and row["value"].startswith("XXXX-XX-XX"):
                day = reading.interval.earliest.isoweekday()
                row["value"] = f"XXXX-WXX-{day}" + row["value"][10:]
            row["alternatives"] = None
            note = "the publication date is not known exactly" if known else (
                "the publication date is not known"
            )  # fmt: skip
            row["rule"] = f"{reading.rule}: {note}"
            both = reading.interval and other.interval and known
            row["earliest"] = reading.interval.earliest if both else None
            row["latest"] = max(other.interval.latest, reading.interval.latest) if both else None
            if not both:
                row["granularity"] = reading.interval.granularity if reading.interval else None
        elif not known and reading.reference == "publication" and reading.type == "DURATION":
            row["earliest"] = row["latest"] = None
        rows.append(row)
    return rows


def _common(first: str, second: str) -> str:
    """Return a TIMEX3 value that leaves open the parts in which two values differ.

    >>> _common("2015-01-12", "2015-01-14"), _common("2014", "2015"), _common("2014-W51", "2015-W02")
    ('2015-01-XX', 'XXXX', 'XXXX-WXX')
    """
    days, times = zip(*((value + "T").split("T")[:2] for value in (first, second)), strict=True)
    parts = [value.split("-") for value in days]
    if len(parts[0]) != len(parts[1]):
        return "XXXX"
    kept = []
    for one, two in zip(*parts, strict=True):
        letter = one[0] if one[0] in "WQH" else ""
        kept.append(one if one == two else letter + "X" * (len(one) - len(letter)))
    return "-".join(kept) + (f"T{times[0]}" if times[0] and times[0] == times[1] else "")


def _number_ranges(words: Words, found: list, rows: list[dict]) -> None:
    """Give both ends of "from Monday to Friday" and "between 2009 and 2011" one number."""
    number = 0
    for at in range(len(found) - 1):
        (left, right) = (found[at][2], found[at + 1][2])
        if left.interval is None or right.interval is None:
            continue
        first, last = left.span[1], right.span[0]
        if last - first != 1:
            continue
        joint, before = words.lower(first), words.lower(left.span[0] - 1)
        if (joint in ("to", "until", "till", "through", "-", "–") and (before == "from" or joint in "-–")) or (
            joint == "and" and before == "between"
        ):  # fmt: skip
            rows[at]["range"] = rows[at + 1]["range"] = number
            number += 1


def _table(rows: list[dict]) -> pd.DataFrame:
    arrays = {
        name: pd.array([row[name] for row in rows], dtype=dtype) for name, dtype in _DTYPES.items()
    }
    return schema.check(pd.DataFrame(arrays, copy=False), schema.TIMEXES)


_DTYPES = {name: pd.Series([], dtype=dtype).dtype for name, dtype in schema.TIMEXES.columns.items()}
