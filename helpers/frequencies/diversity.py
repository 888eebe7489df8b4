"""Lexical diversity: how many different words, in measures that say how they treat text length."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import scipy

from helpers.frequencies.readability import measure_readability
from helpers.frequencies.terms import ROLES, encode_terms, select_tokens
from helpers.schema import DIVERSITY, build

# Short enough for a table; the docstrings of the functions below say the rest.
DEFINITIONS = {
    "tokens": ("running words and numbers", None),
    "types": ("different forms in lower case", None),
    "lemmas": ("different lemmas", None),
    "hapaxes": ("types that occur once", None),
    "ttr": ("types / tokens; falls as a text grows", None),
    "mattr": ("mean ttr of all windows of {window} words", "Covington & McFall 2010"),
    "mtld": ("words until ttr falls below .72, both ways", "McCarthy & Jarvis 2010"),
    "hdd": ("ttr to expect of 42 words drawn", "McCarthy & Jarvis 2007"),
    "yule_k": ("10,000 x rate of repetition", "Yule 1944"),
    "entropy": ("of the types, in bit", "Shannon 1948"),
    "repeat_rate": ("chance that two words drawn are the same", "Herdan 1966"),
    "fisher_alpha": ("types = alpha ln(1 + tokens / alpha)", "Fisher et al. 1943"),
}


def measure_diversity(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    window: int = 50,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return diversity and readability of the running text, one row a measure with its definition.

    A measure is missing where the text is too short for it: MATTR below ``window`` words, HD-D
    below 42. Columns: ``measure``, ``value``, ``definition``, ``source``.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> tokens = tokenize(Article(article_id="a", text="Rain fell and rain fell."))
    >>> float(measure_diversity(tokens).set_index("measure")["value"]["ttr"])
    0.6
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    terms = encode_terms(tokens, unit="form")
    counts = terms.counts
    n_tokens, n_types = len(terms), len(counts)
    tagged = n_tokens > 0 and tokens["lemma"].notna().any()
    values = {
        "tokens": n_tokens,
        "types": n_types,
        "lemmas": len(encode_terms(tokens).vocabulary) if tagged else np.nan,
        "hapaxes": int((counts == 1).sum()),
        "ttr": n_types / n_tokens if n_tokens else np.nan,
        "mattr": measure_mattr(terms.codes, window),
        "mtld": measure_mtld(terms.codes),
        "hdd": measure_hdd(counts),
        "yule_k": measure_yule_k(counts),
        "entropy": float(scipy.stats.entropy(counts, base=2)) if n_tokens else np.nan,
        "repeat_rate": float(((counts / n_tokens) ** 2).sum()) if n_tokens else np.nan,
        "fisher_alpha": find_fisher_alpha(n_types, n_tokens),
    }
    rows = [
        {
            "measure": name,
            "value": value,
            "definition": DEFINITIONS[name][0].format(window=window),
            "source": DEFINITIONS[name][1],
        }
        for name, value in values.items()
    ]
    return build([*rows, *measure_readability(tokens)], DIVERSITY)


def measure_mattr(words: Sequence, window: int = 50) -> float:
    """Return the moving-average type-token ratio; missing for fewer words than ``window``.

    >>> measure_mattr("one one two one one two one".split(), 3) == 2 / 3
    True
    """
    codes = pd.factorize(np.asarray(words))[0]
    if not 1 <= window <= len(codes):
        return float("nan")
    place = np.arange(len(codes))
    order = np.argsort(codes, kind="stable")
    before = np.full(len(codes), -1)
    again = codes[order][1:] == codes[order][:-1]
    before[order[1:][again]] = order[:-1][again]
    # A word is new to the windows that begin after its last occurrence and still reach it.
    newest = np.minimum(place, len(codes) - window)
    oldest = np.maximum(np.maximum(before + 1, place - window + 1), 0)
    types = np.maximum(newest - oldest + 1, 0).sum()
    return float(types / (window * (len(codes) - window + 1)))


def measure_mtld(words: Sequence, threshold: float = 0.72) -> float:
    """Return MTLD: text length over the number of factors, mean of both reading directions. A
    factor ends as soon as the running type-token ratio falls below ``threshold``; the rest counts
    as the share of the way to the threshold it went (McCarthy & Jarvis 2010).

    A text that never repeats a word has no factor; its length is returned.

    >>> measure_mtld("of the people by the people for the people".split())
    9.0
    """
    codes = pd.factorize(np.asarray(words))[0].tolist()
    if not codes:
        return float("nan")
    return (_mtld_one_way(codes, threshold) + _mtld_one_way(codes[::-1], threshold)) / 2


def measure_hdd(counts: Sequence[int], draws: int = 42) -> float:
    """Return HD-D of types that occur ``counts`` times; missing below ``draws`` words.

    >>> round(measure_hdd([20, 20, 20, 20, 20]), 6)
    0.119047
    """
    counts = np.asarray(counts, dtype=np.int64)
    if counts.sum() < draws:
        return float("nan")
    used, types = np.unique(counts, return_counts=True)
    absent = scipy.stats.hypergeom.pmf(0, counts.sum(), used, draws)
    return float(((1 - absent) * types).sum() / draws)


def measure_yule_k(counts: Sequence[int]) -> float:
    """Return Yule's characteristic K of types that occur ``counts`` times.

    >>> measure_yule_k([20, 20, 20, 20, 20])
    1900.0
    """
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    return float(1e4 * ((counts**2).sum() - total) / total**2) if total else float("nan")


def find_fisher_alpha(n_types: int, n_tokens: int) -> float:
    """Return alpha of the log series; missing when every word or no word is new.

    >>> round(find_fisher_alpha(240, 15609), 3)
    40.247
    """
    if not 0 < n_types < n_tokens:
        return float("nan")

    def surplus(alpha):
        return alpha * np.log1p(n_tokens / alpha) - n_types

    return float(scipy.optimize.brentq(surplus, 1e-9, 1e12, xtol=1e-12))


def count_factors(words: Sequence, threshold: float = 0.72) -> float:
    """Return the number of MTLD factors in reading order, with the partial one at the end."""
    seen: set = set()
    factors, length = 0.0, 0
    for word in words:
        seen.add(word)
        length += 1
        if len(seen) < threshold * length:
            factors, length = factors + 1, 0
            seen.clear()
    return factors + (partial_factor(len(seen) / length, threshold) if length else 0.0)


def partial_factor(ratio: float, threshold: float = 0.72) -> float:
    """Return how much of a factor a rest of text with this type-token ratio is.

    >>> round(partial_factor(0.887), 3)
    0.404
    """
    return (1 - ratio) / (1 - threshold)


def _mtld_one_way(codes: list[int], threshold: float) -> float:
    factors = count_factors(codes, threshold)
    return len(codes) / factors if factors else float(len(codes))
