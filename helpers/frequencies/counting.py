"""Counting: how often, how sure, how widely spread, and where first."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from statistics import NormalDist

import numpy as np
import pandas as pd

from helpers.frequencies.dispersion import spread
from helpers.frequencies.terms import ROLES, Terms, encode_terms, select_tokens
from helpers.schema import FREQUENCIES, build


def count_terms(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    unit: str = "lemma",
    n: int = 1,
    stop: Collection[str] = (),
    pos: Collection[str] = (),
    min_count: int = 1,
    bootstrap: int = 1000,
    seed: int = 0,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return how often each term occurs, most frequent first, ties by name.

    Columns: ``term``; ``pos``, its most frequent part of speech; ``n``; ``per_million`` running
    words; ``wilson_low``/``wilson_high``, the 95 % score interval of that rate (Wilson 1927), as if
    words fell independently; ``boot_low``/``boot_high``, the 95 % interval from drawing whole
    paragraphs ``bootstrap`` times (Lijffijt et al. 2016), wider for words that come in clumps,
    missing with ``bootstrap=0`` or a single paragraph; ``rank``; ``dp``, ``dp_norm`` (see
    :func:`measure_dispersion`); ``first_start``, the offset of the first occurrence.

    ``unit``: ``lemma``, ``form`` (lower case), ``text`` (as written), ``pos`` or ``tag``. ``n``: words
    of an n-gram; n-grams stay inside a sentence and never skip punctuation. ``stop`` (words,
    matched with form and lemma) and ``pos`` (tags to keep) hide terms *after* counting: rates stay
    rates of all running words; an n-gram needs an admitted word at both ends. Words and numbers
    count, punctuation does not. With ``paragraphs`` only headline and body count (``roles``).

    Raises ``ValueError`` when ``unit`` needs tags that the tokens do not have.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> tokens = tokenize(Article(article_id="a", text="Rain fell. More rain fell, and snow."))
    >>> count_terms(tokens, unit="form")[["term", "n", "rank"]].head(2).values.tolist()
    [['fell', 2, 1], ['rain', 2, 2]]
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    terms = encode_terms(tokens, unit=unit, n=n, stop=stop, pos=pos)
    counts, order = terms.counts, terms.rank(min_count)
    low, high = find_wilson_interval(counts[order], len(terms))
    boot_low, boot_high = _bootstrap(terms, order, bootstrap, seed)
    measures = spread(terms)
    rows = pd.DataFrame(
        {
            "term": terms.vocabulary[order],
            "pos": main_tags(terms)[order],
            "n": counts[order],
            "per_million": counts[order] / max(len(terms), 1) * 1e6,
            "wilson_low": low * 1e6,
            "wilson_high": high * 1e6,
            "boot_low": boot_low * 1e6,
            "boot_high": boot_high * 1e6,
            "rank": np.arange(1, len(order) + 1),
            "dp": measures["dp"][order],
            "dp_norm": measures["dp_norm"][order],
            "first_start": first_starts(terms)[order],
        }
    )
    return build(rows, FREQUENCIES)


def find_wilson_interval(n, n_words, confidence: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of the score interval of the proportions ``n / n_words`` (Wilson 1927).

    >>> low, high = find_wilson_interval(81, 263)
    >>> round(float(low), 4), round(float(high), 4)
    (0.2553, 0.3662)
    """
    n, n_words = np.asarray(n, dtype=float), np.asarray(n_words, dtype=float)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        p = n / n_words
        centre = p + z**2 / (2 * n_words)
        reach = z * np.sqrt(p * (1 - p) / n_words + z**2 / (4 * n_words**2))
        scale = 1 + z**2 / n_words
        return np.maximum((centre - reach) / scale, 0), np.minimum((centre + reach) / scale, 1)


def main_tags(terms: Terms) -> np.ndarray:
    """Return the most frequent part of speech of each term, ties by name; missing without tags."""
    width = np.int64(max(len(terms.tagset), 1))
    kept = terms.admitted
    pairs, counts = np.unique(terms.codes[kept] * width + terms.tags[kept], return_counts=True)
    codes, tags = np.divmod(pairs, width)
    order = np.lexsort((tags, -counts, codes))
    best, first = np.unique(codes[order], return_index=True)
    found = np.full(len(terms.vocabulary), pd.NA, dtype=object)
    found[best] = [tag or pd.NA for tag in terms.tagset[tags[order][first]]]
    return found


def first_starts(terms: Terms) -> np.ndarray:
    """Return the offset of the first admitted occurrence of each term, -1 for none."""
    kept = np.flatnonzero(terms.admitted)
    found = np.full(len(terms.vocabulary), -1, dtype=np.int64)
    used, first = np.unique(terms.codes[kept], return_index=True)
    found[used] = terms.starts[kept[first]]
    return found


def _bootstrap(
    terms: Terms, order: np.ndarray, replicates: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    if replicates < 1 or terms.n_parts < 2 or not len(order):
        missing = np.full(len(order), np.nan)
        return missing, missing
    # RandomState, because its stream is promised never to change between numpy versions.
    random = np.random.RandomState(seed)
    draws = random.multinomial(
        terms.n_parts, np.full(terms.n_parts, 1 / terms.n_parts), size=replicates
    )
    words = draws @ terms.sizes
    draws = np.ascontiguousarray(draws.T, dtype=float)
    counts, parts, bounds = _cells(terms, order)
    distinct, which = _distinct_rows(counts, parts, bounds)
    low, high = np.empty(len(distinct)), np.empty(len(distinct))
    for begin in range(0, len(distinct), 500):
        chunk = slice(begin, begin + 500)
        # Whole numbers, so that no order of adding changes a sum.
        drawn = [
            counts[first:last] @ draws[parts[first:last]]
            for first, last in zip(
                bounds[distinct[chunk]], bounds[distinct[chunk] + 1], strict=True
            )
        ]
        rates = np.array(drawn) / words
        low[chunk], high[chunk] = np.quantile(rates, (0.025, 0.975), axis=1)
    rate = terms.counts[order] / terms.sizes.sum()
    return np.minimum(low[which], rate), np.maximum(high[which], rate)


def _cells(terms: Terms, order: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for the terms in ``order``, how often each occurs in which part; the cells of the
    i-th are those between ``bounds[i]`` and ``bounds[i + 1]``."""
    place = np.full(len(terms.vocabulary), -1)
    place[order] = np.arange(len(order))
    rows = place[terms.codes[terms.admitted]]
    keys = rows * np.int64(terms.n_parts) + terms.parts[terms.admitted]
    pairs, counts = np.unique(keys[rows >= 0], return_counts=True)
    rows, parts = np.divmod(pairs, terms.n_parts)
    return counts.astype(float), parts, np.searchsorted(rows, np.arange(len(order) + 1))


def _distinct_rows(counts, parts, bounds) -> tuple[np.ndarray, np.ndarray]:
    # Most words of a text occur once, and all that occur once in one paragraph share an interval.
    seen: dict[bytes, int] = {}
    distinct, which = [], np.empty(len(bounds) - 1, dtype=np.int64)
    for row, (first, last) in enumerate(pairwise(bounds.tolist())):
        key = parts[first:last].tobytes() + counts[first:last].tobytes()
        which[row] = seen.setdefault(key, len(distinct))
        if which[row] == len(distinct):
            distinct.append(row)
    return np.array(distinct), which
