"""Dispersion: is a term spread over the text, or packed into one paragraph?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from helpers.frequencies.terms import COUNTED, ROLES, Terms, encode_terms, read_unit, select_tokens
from helpers.schema import DISPERSION, OCCURRENCES, build


def measure_dispersion(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    unit: str = "lemma",
    n: int = 1,
    stop: Collection[str] = (),
    pos: Collection[str] = (),
    min_count: int = 1,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return how evenly each term is spread over the paragraphs, most frequent first.

    ``n`` occurrences in ``range`` of ``parts`` paragraphs, which are compared as shares of the
    running words, so unequal paragraphs are no problem:

    * ``dp`` 0 (spread like the text) to near 1 (packed), ``dp_norm`` the same scaled to reach 1
      (Gries 2008; Lijffijt & Gries 2012); ``kl`` in bit (Gries 2020);
    * ``juilland_d`` (on rates) with ``juilland_u``, ``carroll_d2`` with ``carroll_um``,
      ``rosengren_s``, ``da``: 1 is even, 0 is packed (Juilland & Chang-Rodríguez 1964; Carroll
      1970; Rosengren 1971; Burch, Egbert & Biber 2017);
    * ``arf``, ``awt``, ``ald`` from the distances between occurrences, without any parts (Savický
      & Hlaváčová 2002).

    A measure that needs two parts is missing for a text of one paragraph. Arguments as in
    :func:`count_terms`.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> tokens = tokenize(Article(article_id="a", text="Rain fell.\\n\\nRain fell on rain."))
    >>> measure_dispersion(tokens, unit="form")[["term", "n", "range"]].head(1).values.tolist()
    [['rain', 3, 2]]
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    terms = encode_terms(tokens, unit=unit, n=n, stop=stop, pos=pos)
    counts, order = terms.counts, terms.rank(min_count)
    columns = {
        **spread(terms),
        **distances(terms),
        "parts": np.full(len(counts), terms.n_parts),
    }
    rows = pd.DataFrame({name: values[order] for name, values in columns.items()})
    rows.insert(0, "term", terms.vocabulary[order])
    rows.insert(1, "n", counts[order])
    return build(rows, DISPERSION)


def measure_parts(counts: Sequence[int], sizes: Sequence[int]) -> dict[str, float]:
    """Return the dispersion measures of one term that occurs ``counts[i]`` times in a part of
    ``sizes[i]`` words.

    >>> round(measure_parts([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])["dp"], 2)
    0.18
    """
    counts, sizes = np.asarray(counts, dtype=np.int64), np.asarray(sizes, dtype=np.int64)
    parts = np.flatnonzero(counts)
    measures = _spread(np.zeros(len(parts), dtype=np.int64), parts, counts[parts], sizes, 1)
    return {name: float(values[0]) for name, values in measures.items()}


def measure_distances(positions: Sequence[int], n_words: int) -> dict[str, float]:
    """Return ARF, AWT and ALD of one term that stands at ``positions`` of a text of ``n_words``.

    >>> round(measure_distances([0, 5], 10)["arf"], 1)
    2.0
    """
    positions = np.asarray(positions, dtype=np.int64)
    measures = _distances(np.zeros(len(positions), dtype=np.int64), positions, n_words, 1)
    return {name: float(values[0]) for name, values in measures.items()}


def locate_terms(
    tokens: pd.DataFrame,
    terms: Collection[str],
    paragraphs: pd.DataFrame | None = None,
    *,
    unit: str = "lemma",
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return every occurrence of ``terms`` with its ``position`` among the ``n_words`` running
    words of its article (0 is the first), for a dispersion plot. One row an occurrence, with
    offsets and ``paragraph``.
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    words = tokens[tokens["kind"].isin(list(COUNTED))]
    words = words.assign(
        term=read_unit(words, unit),
        position=words.groupby("article_id").cumcount(),
        n_words=words.groupby("article_id")["text"].transform("size"),
    )
    return build(words[words["term"].isin(list(terms))], OCCURRENCES)


def spread(terms: Terms) -> dict[str, np.ndarray]:
    """Return the measures over parts for every term of the vocabulary."""
    kept = terms.admitted
    pairs, counts = np.unique(
        terms.codes[kept] * np.int64(max(terms.n_parts, 1)) + terms.parts[kept], return_counts=True
    )
    codes, parts = np.divmod(pairs, max(terms.n_parts, 1))
    return _spread(codes, parts, counts, terms.sizes, len(terms.vocabulary))


def distances(terms: Terms) -> dict[str, np.ndarray]:
    """Return the measures over distances for every term of the vocabulary."""
    kept = np.flatnonzero(terms.admitted)
    return _distances(terms.codes[kept], kept, len(terms), len(terms.vocabulary))


def _spread(codes, parts, counts, sizes, n_terms) -> dict[str, np.ndarray]:
    # Only parts that hold a term are visited; the others enter through sums, so the work grows
    # with the text and not with vocabulary times paragraphs.
    def total(values):
        return np.bincount(codes, weights=values, minlength=n_terms)

    n_parts = len(sizes)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = sizes / sizes.sum()
        frequency = total(counts)
        share, rate = shares[parts], counts / sizes[parts]
        mine = counts / frequency[codes]
        rates, spread_rate = (
            total(rate),
            np.sqrt(np.maximum(total(rate**2) / n_parts - (total(rate) / n_parts) ** 2, 0)),
        )
        dp = np.maximum((total(np.abs(mine - share)) + 1 - total(share)) / 2, 0)
        room = 1 - shares.min() if n_parts else 0.0
        variation = spread_rate / (rates / n_parts)
        juilland = 1 - variation / np.sqrt(n_parts - 1) if n_parts > 1 else np.full(n_terms, np.nan)
        q = rate / rates[codes]
        d2 = -total(q * np.log2(q)) / np.log2(n_parts) if n_parts > 1 else juilland
        return {
            "range": np.bincount(codes, minlength=n_terms),
            "dp": np.where(frequency > 0, dp, np.nan),
            "dp_norm": np.where(frequency > 0, dp / room if room > 0 else np.nan, np.nan),
            "juilland_d": juilland,
            "juilland_u": juilland * frequency,
            "carroll_d2": d2,
            "carroll_um": frequency * d2 + (1 - d2) * frequency / n_parts if n_parts else d2,
            "rosengren_s": total(np.sqrt(share * counts)) ** 2 / frequency,
            "kl": total(mine * np.log2(mine / share)),
            "da": _da(codes, rate, rates, n_parts, n_terms),
        }


def _da(codes, rate, rates, n_parts, n_terms) -> np.ndarray:
    # The sum of |p_i - p_j| over all pairs of parts, from the ranks of the sorted rates.
    order = np.lexsort((rate, codes))
    range_ = np.bincount(codes, minlength=n_terms)
    first = np.cumsum(range_) - range_
    within = np.arange(len(codes)) - first[codes[order]]
    rank = within + (n_parts - range_)[codes[order]] + 1
    differences = np.bincount(
        codes[order], weights=rate[order] * (2 * rank - n_parts - 1), minlength=n_terms
    )
    if n_parts < 2:
        return np.full(n_terms, np.nan)
    pairs = n_parts * (n_parts - 1) / 2
    return 1 - differences / pairs / (2 * rates / n_parts)


def _distances(codes, positions, n_words, n_terms) -> dict[str, np.ndarray]:
    order = np.lexsort((positions, codes))
    codes, positions = codes[order], positions[order]
    counts = np.bincount(codes, minlength=n_terms)
    first = np.cumsum(counts) - counts
    used = np.flatnonzero(counts)
    heads, tails = first[used], first[used] + counts[used] - 1
    gaps = np.diff(positions, prepend=0).astype(float)
    # The text is closed to a ring: before its first occurrence comes its last.
    gaps[heads] = positions[heads] + n_words - positions[tails]

    def total(values):
        return np.bincount(codes, weights=values, minlength=n_terms)

    with np.errstate(divide="ignore", invalid="ignore"):
        even = n_words / counts
        return {
            "arf": total(np.minimum(gaps, even[codes])) / even,
            "awt": np.where(counts > 0, (1 + total(gaps**2) / max(n_words, 1)) / 2, np.nan),
            "ald": np.where(counts > 0, total(gaps * np.log10(gaps)) / max(n_words, 1), np.nan),
        }
