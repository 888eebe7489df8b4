"""Keyness: which terms are unusually frequent here, compared with there, and by how much."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import scipy

from helpers.frequencies.counting import first_starts, main_tags
from helpers.frequencies.dispersion import spread
from helpers.frequencies.terms import encode_terms
from helpers.schema import KEYWORDS, build

ZERO = 0.5


def find_keywords(
    target: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    unit: str = "lemma",
    n: int = 1,
    stop: Collection[str] = (),
    pos: Collection[str] = (),
    min_count: int = 3,
    prior_words: float = 500.0,
) -> pd.DataFrame:
    """Return the terms whose rate in ``target`` differs from ``reference``, surest first.

    ``target`` is a tokens table; ``reference`` is another one (the rest of the corpus, another
    voice, another part) or a table of counts with ``term`` and ``n`` (:func:`load_reference`). Pass
    :func:`select_tokens` first to leave captions and boilerplate out.

    ``log_likelihood`` is the two-cell statistic (Rayson & Garside 2000), negative when the term is
    rarer in the target; ``p`` its chi-squared tail, ``p_adjusted`` after Benjamini & Hochberg (1995)
    over all terms tested: those with ``min_count`` occurrences seen or expected in the target.
    Effect sizes: ``log_ratio`` (doublings; Hardie 2014) with its 95 % interval, ``percent_diff``
    (Gabrielatos & Marchi 2011), ``odds_ratio``, ``difference_coefficient``, ``simple_maths``
    (Kilgarriff 2009, k = 1 per million). A count of zero enters log ratio, its interval,
    percent_diff and odds ratio as 0.5 occurrences (Hardie 2014). ``log_odds`` with
    ``z`` has an informative Dirichlet prior of ``prior_words`` words spread like both texts together
    (Monroe, Colaresi & Quinn 2008). ``range``, ``dp``, ``dp_norm``: dispersion in the target.
    ``words_needed``: how long the target must be for a difference of this size to be found
    (:func:`find_detectable_length`); missing when no length suffices. ``first_start``: where the
    target has it first.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> wet = tokenize(Article(article_id="wet", text="Rain, rain, rain fell."))
    >>> dry = tokenize(Article(article_id="dry", text="The sun shone on a dry field all day."))
    >>> find_keywords(wet, dry, unit="form")[["term", "n", "n_reference"]].values.tolist()
    [['rain', 3, 0]]
    """
    terms = encode_terms(target, unit=unit, n=n, stop=stop, pos=pos)
    other, other_tags, d = _count_reference(reference, unit, n, stop, pos)
    c, mine = len(terms), dict(zip(terms.vocabulary, terms.counts, strict=True))
    # Only what could pass the test is looked at: the reference lists thousands of other terms.
    rare = min_count * (c + d) / max(c, 1)
    names = np.array(sorted({*mine, *(name for name, k in other.items() if k >= rare)}), object)
    a = np.array([mine.get(name, 0) for name in names], dtype=np.int64)
    b = np.array([other.get(name, 0) for name in names], dtype=np.int64)
    tested = np.maximum(a, (a + b) * (c / max(c + d, 1))) >= min_count
    if not (c and d and tested.any()):
        return build([], KEYWORDS)
    names, a, b = names[tested], a[tested], b[tested]
    measures = measure_keyness(a, b, c, d)
    prior = (a + b) / (c + d) * prior_words
    place = {name: i for i, name in enumerate(terms.vocabulary)}
    inside = np.array([place.get(name, -1) for name in names])
    spreads, tags, starts = spread(terms), main_tags(terms), first_starts(terms)
    found = (inside >= 0) & (a > 0)
    rows = pd.DataFrame(
        {
            "term": names,
            "pos": [
                tags[i] if here else other_tags.get(name, pd.NA)
                for i, here, name in zip(inside, found, names, strict=True)
            ],
            "n": a,
            "n_reference": b,
            "per_million": a / c * 1e6,
            "per_million_reference": b / d * 1e6,
            **measures,
            **measure_log_odds(a, b, c, d, prior, prior_words),
            "p_adjusted": adjust_p(measures["p"]),
            "range": np.where(found, spreads["range"][inside], 0),
            "dp": np.where(found, spreads["dp"][inside], np.nan),
            "dp_norm": np.where(found, spreads["dp_norm"][inside], np.nan),
            "words_needed": find_detectable_length(a / c, b / d, d),
            "first_start": pd.array(starts[inside], dtype="Int64"),
        }
    )
    rows["first_start"] = rows["first_start"].mask(~found)
    rows["strength"] = -rows["log_likelihood"].abs()
    return build(rows.sort_values(["strength", "term"], kind="stable"), KEYWORDS)


def measure_keyness(a, b, c, d) -> dict[str, np.ndarray]:
    """Return significance and effect sizes of ``a`` occurrences in ``c`` words against ``b`` in
    ``d``, under the names and conventions of :func:`find_keywords`.

    >>> round(float(measure_keyness(206523, 178174, 959641, 1562358)["percent_diff"]), 1)
    88.7
    """
    a, b, c, d = (np.asarray(x, dtype=float) for x in (a, b, c, d))
    p1, p2 = a / c, b / d
    s1, s2 = np.maximum(a, ZERO) / c, np.maximum(b, ZERO) / d
    ll = measure_log_likelihood(a, b, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_ratio = np.log2(s1 / s2)
        error = np.sqrt((1 - s1) / (s1 * c) + (1 - s2) / (s2 * d)) / np.log(2)
        reach = scipy.special.ndtri(0.975) * error
        return {
            "log_likelihood": np.where(p1 >= p2, ll, -ll),
            "p": scipy.special.chdtrc(1, ll),
            "log_ratio": log_ratio,
            "log_ratio_low": log_ratio - reach,
            "log_ratio_high": log_ratio + reach,
            "percent_diff": 100 * (s1 - s2) / s2,
            "odds_ratio": (s1 / (1 - s1)) / (s2 / (1 - s2)),
            "difference_coefficient": np.where(p1 + p2 > 0, (p1 - p2) / (p1 + p2), 0.0),
            "simple_maths": (p1 * 1e6 + 1) / (p2 * 1e6 + 1),
        }


def measure_log_likelihood(a, b, c, d) -> np.ndarray:
    """Return the two-cell log-likelihood (Rayson & Garside 2000), which has no sign; it neglects
    the other words, so it is smaller than the four-cell G² (Dunning 1993) for common words."""
    a, b, c, d = (np.asarray(x, dtype=float) for x in (a, b, c, d))
    pooled, rel_entr = (a + b) / (c + d), scipy.special.rel_entr
    return np.maximum(2 * (rel_entr(a, c * pooled) + rel_entr(b, d * pooled)), 0)


def measure_log_odds(a, b, c, d, prior, prior_words) -> dict[str, np.ndarray]:
    """Return ``log_odds`` and its ``z`` with a Dirichlet prior that adds ``prior`` occurrences of
    the term in ``prior_words`` words to both sides (Monroe, Colaresi & Quinn 2008, eq. 16-22)."""
    left, right = a + prior, b + prior
    with np.errstate(divide="ignore", invalid="ignore"):
        log_odds = np.log(left / (c + prior_words - left)) - np.log(
            right / (d + prior_words - right)
        )
        return {"log_odds": log_odds, "z": log_odds / np.sqrt(1 / left + 1 / right)}


def adjust_p(p: np.ndarray) -> np.ndarray:
    """Return the p values adjusted for the number of tests (Benjamini & Hochberg 1995)."""
    return (
        scipy.stats.false_discovery_control(p, method="bh")
        if len(p)
        else np.asarray(p, dtype=float)
    )


def compare_ranks(target: Sequence[float], reference: Sequence[float]) -> tuple[float, float]:
    """Return the rank sum of ``target`` and the two-sided p of the rank-sum test between the rates
    of one term in the parts of two texts (Kilgarriff 2001): is it key in many parts or in one?

    >>> compare_ranks([12, 15, 18, 24, 88], [3, 3, 13, 27, 33])[0]
    31.0
    """
    u, p = scipy.stats.mannwhitneyu(target, reference, alternative="two-sided")
    return float(u + len(target) * (len(target) + 1) / 2), float(p)


def find_detectable_length(
    rate,
    reference_rate,
    reference_words: float = np.inf,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
):
    """Return how many words the target needs so that a two-sided test at ``alpha`` finds the
    difference between the two rates (shares, not per million) with probability ``power``.

    Pooled two-proportion test (Fleiss, Levin & Paik 2003, ch. 4). A number gives an ``int`` or
    <NA>, an array an ``Int64`` array; <NA> when the rates are equal, or when the reference is so
    small that no target is long enough.

    >>> find_detectable_length(0.002, 0.001)
    9911
    """
    p1, p2 = np.broadcast_arrays(np.asarray(rate, float), np.asarray(reference_rate, float))
    low, high = np.zeros(p1.shape), np.full(p1.shape, 12.0)
    possible = (p1 != p2) & (find_power(p1, p2, 10.0**high, reference_words, alpha) >= power)
    for _ in range(60):
        middle = (low + high) / 2
        enough = find_power(p1, p2, 10.0**middle, reference_words, alpha) >= power
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    words = np.ceil(np.where(possible, 10.0**high, 0)).astype(np.int64)
    if words.ndim == 0:
        return int(words) if possible else pd.NA
    return pd.arrays.IntegerArray(words, ~possible)


def find_power(rate, reference_rate, words, reference_words, alpha: float = 0.05):
    """Return the probability that the two-sided test of :func:`find_detectable_length` finds the
    difference with ``words`` in the target and ``reference_words`` in the reference."""
    p1, p2 = np.asarray(rate, dtype=float), np.asarray(reference_rate, dtype=float)
    mine = words / (words + reference_words) if np.isfinite(reference_words) else 0.0
    pooled = p2 + (p1 - p2) * mine
    with np.errstate(divide="ignore", invalid="ignore"):
        same = np.sqrt(pooled * (1 - pooled) * (1 / words + 1 / reference_words))
        differ = np.sqrt(p1 * (1 - p1) / words + p2 * (1 - p2) / reference_words)
        reach = scipy.special.ndtri(1 - alpha / 2) * same
        return scipy.special.ndtr((np.abs(p1 - p2) - reach) / differ)


def _count_reference(
    reference: pd.DataFrame, unit: str, n: int, stop: Collection[str], pos: Collection[str]
) -> tuple[dict[str, int], dict[str, str], int]:
    if "term" not in reference.columns:
        terms = encode_terms(reference, unit=unit, n=n, stop=stop, pos=pos)
        names = terms.vocabulary
        tags = dict(zip(names, main_tags(terms), strict=True))
        return dict(zip(names, terms.counts, strict=True)), tags, len(terms)
    n_words = int(reference["n"].sum())
    names = reference["term"].to_numpy(dtype=object, na_value=None)
    counts = reference["n"].to_numpy()
    # A frequencies table may hide terms; its rates still tell how many words there were.
    if "per_million" in reference.columns and len(reference):
        n_words = round(counts[0] / reference["per_million"].iloc[0] * 1e6)
    exact, words = frozenset(stop), {word.casefold() for word in stop}
    kept: dict[str, int] = {}
    tags: dict[str, tuple[int, str]] = {}
    for name, tag, k in zip(
        names, reference["pos"].to_numpy(dtype=object, na_value=None), counts.tolist(), strict=True
    ):
        if name is None or (pos and tag is not None and tag not in pos):
            continue
        if words and (name in exact if tag == "PROPN" else name.casefold() in words):
            continue
        kept[name] = kept.get(name, 0) + k
        if tag is not None and (name not in tags or (-k, tag) < tags[name]):
            tags[name] = -k, tag
    return kept, {name: tag for name, (_, tag) in tags.items()}, n_words
