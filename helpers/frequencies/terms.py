"""From tokens to terms: which tokens count, and what counts as the same term."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

ROLES = ("headline", "body")
COUNTED = ("word", "number")
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
UNITS = {"lemma": "lemma", "form": "norm", "text": "text", "pos": "pos", "tag": "tag"}


def select_tokens(
    tokens: pd.DataFrame, paragraphs: pd.DataFrame, roles: Collection[str] = ROLES
) -> pd.DataFrame:
    """Return the tokens of the paragraphs whose role is one of ``roles``: the running text.

    By default headline and body, so captions, bylines and boilerplate are left out. Punctuation
    stays: it keeps words apart that are no neighbours. Columns as in ``tokens``.
    """
    wanted = set(_places(paragraphs[paragraphs["role"].isin(list(roles))]))
    keep = np.array([place in wanted for place in _places(tokens)], dtype=bool)
    return tokens[keep].reset_index(drop=True)


def _places(table: pd.DataFrame) -> Iterator[tuple[str, int]]:
    return zip(table["article_id"].tolist(), table["paragraph"].tolist(), strict=True)


@dataclass(frozen=True)
class Terms:
    """The running terms of a text as numbers.

    ``codes[i]`` is the index of the i-th running term in ``vocabulary`` (sorted), ``parts[i]`` the
    paragraph it stands in, ``starts[i]`` its offset, ``admitted[i]`` whether a filter lets it
    through. Filters never shorten these arrays: rates stay rates per running words.
    """

    vocabulary: np.ndarray
    codes: np.ndarray
    parts: np.ndarray
    n_parts: int
    starts: np.ndarray
    admitted: np.ndarray
    tags: np.ndarray
    tagset: np.ndarray

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def counts(self) -> np.ndarray:
        """Occurrences of every term of the vocabulary that the filters let through."""
        return np.bincount(self.codes[self.admitted], minlength=len(self.vocabulary))

    def rank(self, min_count: int) -> np.ndarray:
        """Return the places in the vocabulary of the terms that occur ``min_count`` times and at
        least once, most frequent first, ties by name."""
        counts = self.counts
        shown = np.flatnonzero(counts >= max(min_count, 1))
        return shown[np.argsort(-counts[shown], kind="stable")]

    @property
    def sizes(self) -> np.ndarray:
        """Running terms of every part."""
        return np.bincount(self.parts, minlength=self.n_parts)


def encode_terms(
    tokens: pd.DataFrame,
    *,
    unit: str = "lemma",
    n: int = 1,
    stop: Collection[str] = (),
    pos: Collection[str] = (),
) -> Terms:
    """Return the running terms of ``tokens``; arguments as in :func:`count_terms`."""
    if n < 1:
        raise ValueError(f"n is {n}; an n-gram has at least one word.")
    counted = tokens["kind"].isin(list(COUNTED)).to_numpy(dtype=bool)
    strings = read_unit(tokens, unit)
    codes, vocabulary = encode_strings(strings[counted])
    tags, tagset = encode_strings(tokens["pos"][counted].fillna("").to_numpy(dtype=object))
    admitted = admit_tokens(tokens, stop, pos)[counted]
    parts, n_parts = number_parts(tokens)
    heads = np.arange(len(codes))
    if n > 1:
        heads = _ngram_heads(tokens, counted, n)
        admitted = admitted[heads] & admitted[heads + n - 1]
        codes, vocabulary = _join(codes, vocabulary, heads, n)
        tags, tagset = _join(tags, tagset, heads, n)
    return Terms(
        vocabulary,
        codes,
        parts[counted][heads],
        n_parts,
        tokens["start"].to_numpy()[counted][heads],
        admitted,
        tags,
        tagset,
    )


def read_unit(tokens: pd.DataFrame, unit: str) -> np.ndarray:
    """Return the string that stands for each token when ``unit`` is counted.

    Raises ``ValueError`` for an unknown unit, and for a unit that needs tags when there are none.
    """
    if unit not in UNITS:
        raise ValueError(f"The unit {unit!r} is unknown; choose one of {', '.join(UNITS)}.")
    column = tokens[UNITS[unit]]
    if len(column) and column.isna().all():
        article = tokens["article_id"].iloc[0]
        raise ValueError(
            f"The tokens of article {article} have no {unit}; "
            "pass them through tag(tokens) first, or count unit='form'."
        )
    if column.isna().any():
        column = column.fillna(tokens["norm"]).fillna("")
    return column.to_numpy(dtype=object)


def number_parts(tokens: pd.DataFrame) -> tuple[np.ndarray, int]:
    """Return the number of the part (paragraph of an article) of each token, and how many parts
    hold a counted token."""
    counted = tokens["kind"].isin(list(COUNTED)).to_numpy(dtype=bool)
    articles = pd.factorize(tokens["article_id"])[0].astype(np.int64)
    paragraphs = tokens["paragraph"].to_numpy()
    width = int(paragraphs.max()) + 1 if len(paragraphs) else 1
    keys = articles * width + paragraphs
    used = np.unique(keys[counted])
    return np.searchsorted(used, keys), len(used)


def same_sentence(tokens: pd.DataFrame, distance: int) -> np.ndarray:
    """Return, for each token but the last ``distance``, whether the token ``distance`` places
    later is that many tokens further on in the same sentence."""
    articles = pd.factorize(tokens["article_id"])[0]
    same = np.ones(max(len(tokens) - distance, 0), dtype=bool)
    for values, step in (
        (articles, 0),
        (tokens["sentence"].to_numpy(), 0),
        (tokens["token"].to_numpy(), distance),
    ):
        same &= values[distance:] - values[: len(values) - distance] == step
    return same


def encode_strings(strings: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the place of each string in the sorted vocabulary, and the vocabulary."""
    codes, uniques = pd.factorize(strings)
    uniques = np.asarray(uniques, dtype=object)
    order = np.array(sorted(range(len(uniques)), key=uniques.__getitem__), dtype=np.int64)
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return (places[codes] if len(codes) else codes.astype(np.int64)), uniques[order]


def admit_tokens(tokens: pd.DataFrame, stop: Collection[str], pos: Collection[str]) -> np.ndarray:
    """Return which tokens are neither in ``stop`` (by form or lemma) nor outside ``pos``.

    A name is hidden only as it is written in ``stop``: IS and Will are no *is* and *will*.
    """
    admitted = np.ones(len(tokens), dtype=bool)
    if stop:
        named = tokens["pos"].eq("PROPN").fillna(False).to_numpy(dtype=bool)
        named &= ~tokens["text"].isin(list(stop)).to_numpy(dtype=bool)
        words = {word.casefold() for word in stop}
        for column in ("norm", "lemma"):
            codes, known = pd.factorize(tokens[column].to_numpy(dtype=object))
            # A missing lemma has code -1, the last place: no stop word.
            hidden = [isinstance(word, str) and word.casefold() in words for word in known]
            admitted &= ~np.array([*hidden, False])[codes] | named
    if pos:
        read_unit(tokens, "pos")
        admitted &= tokens["pos"].isin(list(pos)).to_numpy(dtype=bool)
    return admitted


def _ngram_heads(tokens: pd.DataFrame, counted: np.ndarray, n: int) -> np.ndarray:
    # All n words must stand side by side: a comma, a dropped word or a full stop ends the n-gram.
    head = np.zeros(len(tokens), dtype=bool)
    if len(tokens) >= n:
        last = len(tokens) - n + 1
        head[:last] = counted[:last] & same_sentence(tokens, n - 1)
        for k in range(1, n):
            head[:last] &= counted[k : last + k]
    return np.flatnonzero(head[counted])


def _join(
    codes: np.ndarray, vocabulary: np.ndarray, heads: np.ndarray, n: int
) -> tuple[np.ndarray, np.ndarray]:
    joined, strings = codes[heads], list(vocabulary)
    for k in range(1, n):
        pairs = joined * np.int64(len(vocabulary)) + codes[heads + k]
        used, joined = np.unique(pairs, return_inverse=True)
        left, right = np.divmod(used, max(len(vocabulary), 1))
        strings = [f"{strings[a]} {vocabulary[b]}" for a, b in zip(left, right, strict=True)]
    return _resort(joined, strings)


def _resort(codes: np.ndarray, strings: list[str]) -> tuple[np.ndarray, np.ndarray]:
    table = np.empty(len(strings), dtype=object)
    table[:] = strings
    return encode_strings(table[codes])
