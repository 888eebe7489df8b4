"""Zipf's and Heaps' laws, fitted by maximum likelihood, with a test of whether they fit at all."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy

from helpers.frequencies.terms import ROLES, encode_terms, select_tokens
from helpers.schema import FITS, build

_TAIL = 10
_EDGE = (1.01, 8.0)


def fit_laws(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    unit: str = "form",
    bootstrap: int = 100,
    seed: int = 0,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return the fits of Zipf's law (:func:`fit_zipf`) and Heaps' law (:func:`fit_heaps`).

    One row a parameter: ``law``, ``parameter``, ``value`` with its 95 % interval ``low``-``high``,
    the ``statistic`` and ``p`` of the goodness-of-fit test (a small p: the law does not hold),
    ``n`` observations and the ``method``. No rows for a law whose text is too short to fit.
    """
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
    terms = encode_terms(tokens, unit=unit)
    zipf = fit_zipf(terms.counts, bootstrap=bootstrap, seed=seed)
    return build([*zipf, *fit_heaps(terms.codes)], FITS)


def fit_zipf(counts: Collection[int], *, bootstrap: int = 100, seed: int = 0) -> list[dict]:
    """Return the power law of the frequencies of the types: P(k) proportional to k**-alpha for
    k >= k_min (Clauset, Shalizi & Newman 2009); alpha 2 is Zipf's slope of 1 between rank and
    frequency, in general slope = 1 / (alpha - 1).

    Discrete maximum likelihood; ``k_min`` makes the Kolmogorov-Smirnov distance smallest among
    thresholds that leave at least 10 types of two frequencies; ``p`` is the share of ``bootstrap``
    texts drawn from the fitted law (and the observed head) that lie further from their own fit.
    """
    counts = np.sort(np.asarray(counts, dtype=np.int64))
    counts = counts[counts > 0]
    fit = _best_power_law(counts)
    if fit is None:
        return []
    alpha, k_min, distance = fit
    tail, head = counts[counts >= k_min], counts[counts < k_min]
    # From the curvature of the likelihood at its top.
    error = 1 / np.sqrt(len(tail) * _curvature(alpha, k_min))
    p = _zipf_p(head, len(tail), fit, bootstrap, seed)
    common = {"law": "Zipf", "statistic": distance, "p": p, "n": len(tail)}
    method = "discrete maximum likelihood; Kolmogorov-Smirnov, parametric bootstrap"
    reach = 1.959963984540054 * error
    slope = [1 / (value - 1) if value > 1 else np.nan for value in (alpha + reach, alpha - reach)]
    return [
        {**common, "parameter": "alpha", "value": alpha, "low": alpha - reach, "method": method}
        | {"high": alpha + reach},
        {**common, "parameter": "slope", "value": 1 / (alpha - 1), "method": "1 / (alpha - 1)"}
        | {"low": slope[0], "high": slope[1]},
        {**common, "parameter": "k_min", "value": k_min, "method": "smallest distance"},
    ]


def fit_heaps(words: Collection) -> list[dict]:
    """Return how the vocabulary grows along the text: the chance that word i is new is
    ((i - 1 + s) / s) ** (beta - 1), so that types grow like K * words ** beta (Heaps 1978).

    Maximum likelihood over every word of the text in its order (new or not), not a line through a
    log-log plot. The test compares new types in ten equal stretches with the fit (chi-squared).
    """
    codes = pd.factorize(np.asarray(words))[0]
    new = np.zeros(len(codes), dtype=bool)
    new[np.unique(codes, return_index=True)[1]] = True
    place = np.arange(len(codes), dtype=float)
    if len(codes) < 100 or new.all():
        return []

    def chance(log_s, log_slope):
        return np.exp(-np.exp(log_slope) * np.log1p(place / np.exp(log_s)))

    def cost(parameters):
        p = np.clip(chance(*parameters), 1e-12, 1 - 1e-12)
        return -(np.log(p[new]).sum() + np.log1p(-p[~new]).sum())

    best = scipy.optimize.minimize(
        cost,
        (np.log(20.0), np.log(0.4)),
        method="Nelder-Mead",
        options={"xatol": 1e-6, "fatol": 1e-6},
    )
    log_s, log_slope = best.x
    beta = 1 - float(np.exp(log_slope))
    p = chance(log_s, log_slope)
    error = _heaps_error(place, p, float(np.exp(log_s)), 1 - beta)
    blocks = np.array_split(np.arange(len(codes)), 10)
    observed = np.array([new[block].sum() for block in blocks])
    expected = np.array([p[block].sum() for block in blocks])
    variance = np.array([(p[block] * (1 - p[block])).sum() for block in blocks])
    statistic = float(((observed - expected) ** 2 / variance).sum())
    common = {
        "law": "Heaps",
        "statistic": statistic,
        "p": float(scipy.stats.chi2.sf(statistic, len(blocks) - 2)),
        "n": len(codes),
    }
    reach = 1.959963984540054 * error
    scale = float(np.exp(log_s)) ** (1 - beta) / beta if beta > 0 else np.nan
    return [
        {**common, "parameter": "beta", "value": beta, "low": beta - reach, "high": beta + reach}
        | {"method": "Bernoulli maximum likelihood; chi-squared over ten stretches"},
        {**common, "parameter": "K", "value": scale, "method": "s ** (1 - beta) / beta"},
    ]


def _best_power_law(counts: np.ndarray) -> tuple[float, int, float] | None:
    # A geometric ladder of thresholds keeps the search short for texts of any length.
    best = None
    for k_min in (1, 2, 3, 4, 6, 8, 11, 16, 23, 32):
        tail = counts[np.searchsorted(counts, k_min) :]
        if len(tail) < _TAIL or tail[0] == tail[-1]:
            break
        alpha = _fit_alpha(tail, k_min)
        used, n = np.unique(tail, return_counts=True)
        seen = np.cumsum(n) / len(tail)
        fitted = 1 - scipy.special.zeta(alpha, used + 1) / scipy.special.zeta(alpha, k_min)
        distance = float(np.abs(seen - fitted).max())
        if best is None or distance < best[2]:
            best = alpha, k_min, distance
    return best


def _fit_alpha(tail: np.ndarray, k_min: int) -> float:
    mean_log = np.log(tail).mean()
    found = scipy.optimize.minimize_scalar(
        lambda alpha: alpha * mean_log + np.log(scipy.special.zeta(alpha, k_min)),
        bounds=_EDGE,
        method="bounded",
        options={"xatol": 1e-7},
    )
    return float(found.x)


def _curvature(alpha: float, k_min: int, step: float = 1e-3) -> float:
    low, middle, high = (np.log(scipy.special.zeta(alpha + k * step, k_min)) for k in (-1, 0, 1))
    return float((low - 2 * middle + high) / step**2)


def _zipf_p(head, n_tail, fit, replicates, seed) -> float:
    if replicates < 1:
        return float("nan")
    alpha, k_min, distance = fit
    random = np.random.RandomState(seed)
    n = len(head) + n_tail
    further = 0
    for _ in range(replicates):
        from_tail = random.binomial(n, n_tail / n)
        drawn = [_draw(random, from_tail, alpha, k_min)]
        if len(head):
            drawn.append(random.choice(head, n - from_tail))
        refit = _best_power_law(np.sort(np.concatenate(drawn)))
        further += refit is not None and refit[2] >= distance
    return further / replicates


def _draw(random, size: int, alpha: float, k_min: int) -> np.ndarray:
    # Inverse of the survival function: exact by table in front, continuous far out (Clauset 2009).
    table = scipy.special.zeta(alpha, k_min + np.arange(1001)) / scipy.special.zeta(alpha, k_min)
    u = 1 - random.random_sample(size)
    drawn = k_min + np.searchsorted(-table, -u, side="right") - 1
    far = u <= table[-1]
    reach = k_min + 1000
    with np.errstate(over="ignore"):
        tail = np.floor((reach - 0.5) * (u / table[-1]) ** (-1 / (alpha - 1)) + 0.5)
    return np.where(far, np.minimum(tail, 1e15), drawn).astype(np.int64)


def _heaps_error(place, p, s, slope) -> float:
    # Fisher information of the two parameters log s and slope.
    inner = np.clip(p, 1e-12, 1 - 1e-12)
    weight = inner / (1 - inner)
    by_slope = -np.log1p(place / s)
    by_log_s = slope * (place / s) / (1 + place / s)
    weight = np.where(place > 0, weight, 0)
    information = np.array(
        [
            [(weight * by_slope**2).sum(), (weight * by_slope * by_log_s).sum()],
            [(weight * by_slope * by_log_s).sum(), (weight * by_log_s**2).sum()],
        ]
    )
    determinant = np.linalg.det(information)
    return float(np.sqrt(information[1, 1] / determinant)) if determinant > 0 else float("nan")
