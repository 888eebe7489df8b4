"""General English to compare with, and the stop list that follows from its tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from helpers.resources import load_model
from helpers.schema import REFERENCE, build

MODEL = "reference.tsv.gz"
CLOSED = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")

Row = tuple[str, str, str, int]


def parse_reference(content: bytes) -> tuple[Row, ...]:
    """Return (lemma, pos, form, n) of every line of the carried table."""
    rows = (line.split("\t") for line in content.decode("utf-8").splitlines())
    return tuple((lemma, pos, form, int(n)) for lemma, pos, form, n in rows)


def load_reference(
    unit: str = "lemma", *, source: str = "carried", n_words: int = 1_000_000_000
) -> pd.DataFrame:
    """Return counts of general English, most frequent first: ``term``, ``pos``, ``n``.

    One row for each term and part of speech; the last row has no term: it holds the words the list leaves out, so that ``n`` sums to the
    size of the reference. ``source="carried"`` is our own count of the train parts of UD English
    EWT and GUM (about 300,000 words of web and edited text; ``unit`` ``lemma`` or ``form``; its
    limits are in its model card). ``source="wordfreq"`` takes the rates of the optional package
    wordfreq (``unit="form"`` only), as if they came from ``n_words`` words.

    Raises ``ValueError`` for another unit or source, ``ModuleNotFoundError`` without wordfreq.

    >>> load_reference().head(2)["term"].tolist()
    ['the', 'be']
    """
    if source == "wordfreq":
        return _load_wordfreq(unit, n_words)
    if source != "carried":
        raise ValueError(f"The reference {source!r} is unknown; choose 'carried' or 'wordfreq'.")
    if unit not in ("lemma", "form"):
        raise ValueError(f"The carried reference has no {unit!r}; choose unit='lemma' or 'form'.")
    return _table(*load_model(MODEL, _count_lemmas if unit == "lemma" else _count_forms))


def _count_lemmas(content: bytes) -> tuple[tuple[tuple, ...], int]:
    return _count(content, 0)


def _count_forms(content: bytes) -> tuple[tuple[tuple, ...], int]:
    return _count(content, 2)


def _count(content: bytes, column: int) -> tuple[tuple[tuple, ...], int]:
    """Return (term, pos, n), most frequent first, and the words that the list leaves out."""
    counts: Counter[tuple[str, str]] = Counter()
    rest = 0
    for row in parse_reference(content):
        if row[0]:
            counts[row[column], row[1]] += row[3]
        else:
            rest += row[3]
    return tuple(_sort([(*key, n) for key, n in counts.items()])), rest


def load_stop_words(share: float = 0.5, *, min_count: int = 5) -> tuple[str, ...]:
    """Return the closed-class words of the carried reference, sorted: forms and lemmas of which at
    least ``share`` of at least ``min_count`` occurrences are adpositions, auxiliaries, conjunctions,
    determiners, particles or pronouns (Universal Dependencies tags).

    A tuple, to be shown and edited: ``sorted({*load_stop_words(), "say"} - {"against"})``.

    >>> {"the", "of", "n't"} <= set(load_stop_words()), "rain" in load_stop_words()
    (True, False)
    """
    words = load_model(MODEL, _count_closed)
    return tuple(w for w, n, closed in words if n >= min_count and closed >= share * n)


def _count_closed(content: bytes) -> tuple[tuple[str, int, int], ...]:
    """Return every form and lemma, sorted, with its occurrences and those of a closed class."""
    every: dict[str, int] = {}
    closed: dict[str, int] = {}
    for lemma, pos, form, n in parse_reference(content):
        for word in {lemma.casefold(), form}:
            every[word] = every.get(word, 0) + n
            if pos in CLOSED:
                closed[word] = closed.get(word, 0) + n
    return tuple((word, every[word], closed.get(word, 0)) for word in sorted(every) if word)


def _load_wordfreq(unit: str, n_words: int) -> pd.DataFrame:
    if unit != "form":
        raise ValueError("wordfreq counts lower-case forms; choose unit='form'.")
    try:
        from wordfreq import get_frequency_dict
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "The package wordfreq is not installed; install it, or take source='carried'."
        ) from error
    rates = get_frequency_dict("en", wordlist="small")
    rows = [(term, pd.NA, round(rate * n_words)) for term, rate in rates.items()]
    return _table(_sort(rows), max(n_words - sum(row[2] for row in rows), 0))


def _sort(rows: list[tuple]) -> list[tuple]:
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def _table(rows: Iterable[tuple], rest: int) -> pd.DataFrame:
    return build(
        pd.DataFrame([*rows, (pd.NA, pd.NA, rest)], columns=list(REFERENCE.columns)), REFERENCE
    )
