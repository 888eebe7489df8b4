"""Sensitivity: how far the top of the list depends on choices that nobody sees in the list."""

from __future__ import annotations

import itertools
from collections.abc import Collection

import numpy as np
import pandas as pd

from helpers.frequencies.terms import CONTENT, ROLES, encode_terms, select_tokens
from helpers.schema import SENSITIVITY, build

ALL_ROLES = ("headline", "body", "caption", "byline", "boilerplate")


def measure_sensitivity(
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame | None = None,
    *,
    stop: Collection[str],
    top: int = 20,
    roles: Collection[str] = ROLES,
) -> pd.DataFrame:
    """Return how the ``top`` terms change when one choice is changed at a time.

    The first row is the list itself: lemmas without ``stop``. Each further row: the ``setting``
    that differs, how many of the ``top`` terms are ``shared`` with it (compared in lower case),
    which ones ``entered`` and which ones ``left``, in order of rank.
    """
    everything = tokens
    if paragraphs is not None:
        tokens = select_tokens(tokens, paragraphs, roles)
        everything = select_tokens(everything, paragraphs, ALL_ROLES)
    settings = {
        "lemmas without stop words": (tokens, {"stop": stop}),
        "no stop list": (tokens, {}),
        "nouns, names, verbs and adjectives only": (tokens, {"stop": stop, "pos": CONTENT}),
        "forms in lower case instead of lemmas": (tokens, {"stop": stop, "unit": "form"}),
        "forms as written, upper and lower case apart": (tokens, {"stop": stop, "unit": "text"}),
        "with captions, byline and boilerplate": (everything, {"stop": stop}),
    }
    rows, base = [], []
    for setting, (table, options) in settings.items():
        terms = list_top(table, top, **options)
        base = base or terms
        rows.append(
            {
                "setting": setting,
                "top": len(terms),
                "shared": sum(term in base for term in terms),
                "entered": ", ".join(term for term in terms if term not in base) or pd.NA,
                "left": ", ".join(term for term in base if term not in terms) or pd.NA,
            }
        )
    return build(rows if base else [], SENSITIVITY)


def list_top(tokens: pd.DataFrame, top: int, **options) -> list[str]:
    """Return the ``top`` most frequent terms in lower case, ties by name; ``options`` as in
    ``count_terms``."""
    terms = encode_terms(tokens, **options)
    counts = terms.counts
    order = np.argsort(-counts, kind="stable")
    words = (terms.vocabulary[i].lower() for i in order if counts[i])
    return list(itertools.islice(dict.fromkeys(words), top))
