"""Finding every occurrence of a word, form, tag or pattern, with its context."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from helpers.schema import CONCORDANCE, build

BY = {"form": "norm", "lemma": "lemma", "tag": "tag", "pos": "pos"}
SORTS = ("position", "left", "right")
ROLES = ("headline", "body")


def keyword_in_context(
    article,
    tokens: pd.DataFrame,
    query: str,
    *,
    by: str = "form",
    width: int = 50,
    sort: str = "position",
    paragraphs: pd.DataFrame | None = None,
    roles: tuple[str, ...] = ROLES,
) -> pd.DataFrame:
    """Return every occurrence of ``query`` with ``width`` characters of context on both sides.

    ``by``: ``form`` (upper and lower case alike) or ``lemma`` (as in the tokens table, so names have
    a capital), words separated by blanks and matched as a whole; ``tag`` (Penn) or ``pos``
    (universal), each a regular expression for one whole tag, such as ``JJ.* NN.*``; or ``regex``, a regular expression over the text itself, which may
    match parts of words but never reaches from one paragraph into the next. Sequences stay inside a
    sentence. With ``paragraphs`` only headline and body are searched (``roles``).

    ``sort``: ``position``, or by the words to the ``left`` (nearest first) or ``right``, without
    regard to case. Columns: offsets, ``paragraph``, ``sentence`` (of the first token touched),
    ``left``, ``right`` (within the paragraph; line breaks as in the text).

    Raises ``ValueError`` for an unknown ``by`` or ``sort``, an empty query, an invalid regular
    expression (with the place of the mistake), and for tags asked of untagged tokens.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> article = Article(article_id="a", text="Warm rain fell. Cold rain froze.")
    >>> lines = keyword_in_context(article, tokenize(article), "rain", sort="left", width=9)
    >>> lines["left"].str.split().str[-1].tolist()
    ['Cold', 'Warm']
    """
    if sort not in SORTS:
        raise ValueError(f"The order {sort!r} is unknown; choose one of {', '.join(SORTS)}.")
    if by != "regex" and by not in BY:
        raise ValueError(f"by={by!r} is unknown; choose one of {', '.join([*BY, 'regex'])}.")
    if not query.strip():
        raise ValueError("The query is empty; name a word, a tag or a pattern.")
    if paragraphs is not None:
        kept = paragraphs.loc[paragraphs["role"].isin(list(roles)), "paragraph"]
        tokens = tokens[tokens["paragraph"].isin(kept)].reset_index(drop=True)
    blocks = _blocks(tokens)
    if by == "regex":
        spans = _match_text(article.text, blocks, query)
    else:
        spans = _match_tokens(article, tokens, query, by)
    rows = _lines(article, tokens, blocks, spans, width)
    keys = {"position": _position, "left": _left_words, "right": _right_words}
    return build(sorted(rows, key=keys[sort]), CONCORDANCE)


def _blocks(tokens: pd.DataFrame) -> list[tuple[int, int, int]]:
    """(paragraph, start, end) of every paragraph that holds tokens, in order."""
    spans = tokens.groupby("paragraph", sort=True).agg(start=("start", "min"), end=("end", "max"))
    return [(int(row.Index), int(row.start), int(row.end)) for row in spans.itertuples()]


def _match_text(text: str, blocks: list[tuple], query: str) -> Iterator[tuple[int, int]]:
    pattern = _compile(query)
    for _, start, end in blocks:
        # A copy of the paragraph, so that ^, $ and look-arounds see its edges.
        for match in pattern.finditer(text[start:end]):
            if match.end() > match.start():
                yield start + match.start(), start + match.end()


def _match_tokens(article, tokens: pd.DataFrame, query: str, by: str) -> Iterator[tuple[int, int]]:
    column = tokens[BY[by]]
    if len(column) and column.isna().all():
        raise ValueError(
            f"The tokens of article {article.article_id} have no {by}; "
            "pass them through tag(tokens) first, or search by='form'."
        )
    values = column.fillna("").to_numpy(dtype=object)
    wanted = [_test(part, by) for part in query.split()]
    size = len(tokens) - len(wanted) + 1
    if size < 1:
        return
    sentences, places = tokens["sentence"].to_numpy(), tokens["token"].to_numpy()
    reach = len(wanted) - 1
    hits = (sentences[reach:] == sentences[:size]) & (places[reach:] - places[:size] == reach)
    for k, test in enumerate(wanted):
        known = {value: test(value) for value in sorted(set(values))}
        hits &= np.fromiter((known[v] for v in values[k : size + k]), bool, size)
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    for row in np.flatnonzero(hits):
        yield int(starts[row]), int(ends[row + reach])


def _test(part: str, by: str):
    if by in ("tag", "pos"):
        pattern = _compile(part)
        return lambda value: bool(value) and pattern.fullmatch(value) is not None
    if by == "lemma":
        return lambda value: value == part
    straight = part.translate(str.maketrans("‘’“”", "''\"\"")).casefold()
    return lambda value: value.casefold() == straight


def _compile(query: str) -> re.Pattern:
    try:
        return re.compile(query)
    except re.error as error:
        raise ValueError(
            f"The query {query!r} is no valid regular expression: {error.msg} at character "
            f"{(error.pos or 0) + 1}; correct it, or put a backslash before a literal ( [ * + ?."
        ) from error


def _lines(article, tokens, blocks, spans, width) -> list[dict]:
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    sentences = tokens["sentence"].to_numpy()
    begins = np.array([start for _, start, _ in blocks])
    rows = []
    for start, end in spans:
        paragraph, first, last = blocks[int(np.searchsorted(begins, start, side="right")) - 1]
        token = int(np.searchsorted(ends, start, side="right"))
        touched = token < len(starts) and starts[token] < end
        rows.append(
            {
                "article_id": article.article_id,
                "start": start,
                "end": end,
                "text": article.text[start:end],
                "paragraph": paragraph,
                "sentence": int(sentences[token]) if touched else pd.NA,
                "left": article.text[max(first, start - width) : start] or pd.NA,
                "right": article.text[end : min(last, end + width)] or pd.NA,
            }
        )
    return rows


def _position(row: dict) -> tuple:
    return row["start"], row["end"]


def _left_words(row: dict) -> tuple:
    left = "" if row["left"] is pd.NA else row["left"]
    return re.findall(r"\w+", left.casefold())[::-1], row["start"]


def _right_words(row: dict) -> tuple:
    right = "" if row["right"] is pd.NA else row["right"]
    return re.findall(r"\w+", right.casefold()), row["start"]
