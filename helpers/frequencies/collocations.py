"""Collocations: which words keep company more often than their frequencies explain."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy

from helpers.frequencies.keyness import adjust_p
from helpers.frequencies.terms import (
    COUNTED,
    ROLES,
    admit_tokens,
    encode_strings,
    read_unit,
    same_sentence,
    select_tokens,
)
from helpers.schema import COLLOCATIONS, build


def find_collocations(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    unit: str = "lemma",
    window: int = 1,
    node: str | None = None,
    stop: Collection[str] = (),
    pos: Collection[str] = (),
    min_count: int = 2,
    attracted: bool = True,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return pairs of words of which ``word2`` follows ``word1`` within ``window`` tokens of the
    same sentence, strongest association first.

    ``n`` such pairs among all word pairs of that window; ``n_word1`` and ``n_word2`` of these have
    the one word first, the other second (so a word at the end of a sentence, which nothing can
    follow, does not dilute the measures); ``expected`` if the words ignored one another.
    Punctuation takes a place in the window but is no word; ``stop`` and ``pos`` hide pairs after
    counting; ``node`` keeps the pairs that hold this word.

    ``log_likelihood``: four cells, in nats (Dunning 1993), negative for repelled pairs, which
    ``attracted=True`` leaves out; ``p_exact``: Fisher's exact test in the direction of the sign
    (Pedersen 1996), right for small counts; ``p_adjusted``: after Benjamini & Hochberg (1995) over
    the pairs shown. ``pmi`` in bit (Church & Hanks 1990), ``npmi`` -1..1 (Bouma 2009), ``t`` (Church
    et al. 1991), ``dice``, ``log_dice`` at most 14 (Rychlý 2008), ``delta_p_word2``: how much more
    likely word2 becomes after word1, ``delta_p_word1`` the reverse (Gries 2013). ``first_start``:
    offset of word1 in the first pair.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> tokens = tokenize(Article(article_id="a", text="Red tape grows. The red tape is cut."))
    >>> find_collocations(tokens, unit="form")[["word1", "word2", "n"]].values.tolist()
    [['red', 'tape', 2]]
    """
    if window < 1:
        raise ValueError(f"The window is {window}; a neighbour is at least one token away.")
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    codes, vocabulary = encode_strings(read_unit(tokens, unit))
    heads, tails = _pair_rows(tokens, window)
    left, right, width = codes[heads], codes[tails], np.int64(max(len(vocabulary), 1))
    pairs, first, which, n = np.unique(
        left * width + right, return_index=True, return_inverse=True, return_counts=True
    )
    word1, word2 = np.divmod(pairs, width)
    f1 = np.bincount(left, minlength=width)[word1]
    f2 = np.bincount(right, minlength=width)[word2]
    admitted = admit_tokens(tokens, stop, pos)
    hidden = ~(admitted[heads] & admitted[tails])
    shown = (n >= min_count) & (np.bincount(which, weights=hidden, minlength=len(pairs)) < n)
    if attracted:
        shown &= n * len(heads) > f1 * f2
    if node is not None:
        shown &= (vocabulary[word1] == node) | (vocabulary[word2] == node)
    word1, word2, n, f1, f2 = (values[shown] for values in (word1, word2, n, f1, f2))
    rows = pd.DataFrame(
        {
            "word1": vocabulary[word1],
            "word2": vocabulary[word2],
            "n": n,
            "n_word1": f1,
            "n_word2": f2,
            **measure_association(n, f1, f2, len(heads)),
            "first_start": tokens["start"].to_numpy()[heads[first[shown]]],
        }
    )
    rows["p_adjusted"] = adjust_p(rows["p_exact"].to_numpy())
    rows["strength"] = -rows["log_likelihood"].abs()
    return build(rows.sort_values(["strength", "word1", "word2"], kind="stable"), COLLOCATIONS)


def measure_association(n, n_word1, n_word2, n_pairs: int) -> dict[str, np.ndarray]:
    """Return the association measures of :func:`find_collocations` for pairs seen ``n`` times among
    ``n_pairs``, whose words stand ``n_word1`` times first and ``n_word2`` times second.

    >>> measures = measure_association([20], [42], [20], 14307668)
    >>> round(float(measures["pmi"][0]), 2)
    18.38
    """
    # Here and not above: importing NLTK takes as long as all tables of a short article.
    from nltk.metrics.association import BigramAssocMeasures

    n, f1, f2 = (np.asarray(x, dtype=np.int64) for x in (n, n_word1, n_word2))
    margins = [(int(o), (int(a), int(b)), int(n_pairs)) for o, a, b in zip(n, f1, f2, strict=True)]

    def score(measure):
        return np.array([measure(*cells) for cells in margins], dtype=float)

    expected = f1 * f2 / max(n_pairs, 1)
    pmi, dice = score(BigramAssocMeasures.pmi), score(BigramAssocMeasures.dice)
    sign = np.where(n >= expected, 1, -1)
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise = -np.log2(n / n_pairs)
        return {
            "expected": expected,
            "log_likelihood": sign * np.maximum(score(BigramAssocMeasures.likelihood_ratio), 0),
            "p_exact": measure_tail(
                np.where(sign > 0, n, f1 - n), n_pairs, f1, np.where(sign > 0, f2, n_pairs - f2)
            ),
            "pmi": pmi,
            "npmi": np.where(surprise > 0, pmi / surprise, 1.0),
            "t": score(BigramAssocMeasures.student_t),
            "dice": dice,
            "log_dice": 14 + np.log2(dice),
            "delta_p_word2": n / f1 - (f2 - n) / (n_pairs - f1),
            "delta_p_word1": n / f2 - (f1 - n) / (n_pairs - f2),
        }


def measure_tail(n, n_pairs: int, n_word1, n_word2) -> np.ndarray:
    """Return the chance of ``n`` or more joint occurrences if the words ignored one another: Fisher's
    exact test, the upper tail of the hypergeometric distribution.

    >>> measure_tail([3], 8, [4], [4]).round(3).tolist()
    [0.243]
    """
    # All pairs at once, each term from the one before: scipy.stats.hypergeom goes pair by pair and
    # takes seconds on a long text.
    k, f1, f2 = (np.asarray(x, dtype=float) for x in (n, n_word1, n_word2))
    term = np.exp(_log_choose(f2, k) + _log_choose(n_pairs - f2, f1 - k) - _log_choose(n_pairs, f1))
    tail = term.copy()
    while (term > 1e-17 * tail).any():
        term = term * (f1 - k) * (f2 - k) / ((k + 1) * (n_pairs - f1 - f2 + k + 1))
        tail, k = tail + term, k + 1
    return np.minimum(tail, 1)


def _log_choose(n, k) -> np.ndarray:
    return -np.log1p(n) - scipy.special.betaln(n - k + 1, k + 1)


def _pair_rows(tokens: pd.DataFrame, window: int) -> tuple[np.ndarray, np.ndarray]:
    counted = tokens["kind"].isin(list(COUNTED)).to_numpy(dtype=bool)
    heads, tails = [], []
    for distance in range(1, window + 1):
        last = max(len(tokens) - distance, 0)
        both = same_sentence(tokens, distance) & counted[:last] & counted[distance:]
        rows = np.flatnonzero(both)
        heads.append(rows)
        tails.append(rows + distance)
    heads, tails = np.concatenate(heads), np.concatenate(tails)
    order = np.lexsort((tails, heads))
    return heads[order], tails[order]
