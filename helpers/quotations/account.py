"""An account of every quotation mark: attributed, term, title, or unresolved with the reason."""

from __future__ import annotations

import pandas as pd

from helpers import schema
from helpers.quotations.attributes import Words, paragraph_spans
from helpers.quotations.finder import read_words
from helpers.quotations.pairing import Pair, pair_marks

_TITLE_LENGTH = 12
_TERM_LENGTH = 4
_SMALL = frozenset("a an and at by for from in of on or the to with under over".split())


def find_quotation_marks(article, tokens: pd.DataFrame, quotations: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``quotation_marks``: every pair of quotation marks, marks included in the
    span, and every mark without a partner.

    ``status`` is "attributed" (``quotation`` says to which quotation), "term" (a word, a nickname or
    a scare quote), "title" (of a work), or "unresolved"; ``reason`` says why in words. Nothing in
    marks is left out, so a methods section can say what was not counted.

    >>> from helpers.corpus import Article
    >>> from helpers.quotations import find_quotations
    >>> from helpers.tags import tag
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "“We won,” she said. The “new” rule is 5 inches long.")
    >>> tokens = tag(tokenize(note))
    >>> find_quotation_marks(note, tokens, find_quotations(note, tokens))["status"].tolist()
    ['attributed', 'term']
    """
    if not len(tokens):
        return schema.build([], schema.QUOTATION_MARKS)
    words = read_words(article, tokens)
    _, strays = pair_marks(
        article.text, paragraph_spans(words.starts, words.ends, words.paragraphs)
    )
    spans = sorted(
        zip(quotations["start"], quotations["end"], quotations["quotation"], strict=True)
    )
    rows, position, active = [], 0, []
    for pair in words.pairs:
        while position < len(spans) and spans[position][0] < pair.end:
            active.append(spans[position])
            position += 1
        active = [span for span in active if span[1] > pair.start]
        status, reason, quotation = _judge(article.text, words, pair, active)
        rows.append(_row(article, pair.start, pair.end, status, reason, quotation))
    for stray in strays:
        reason = (
            "no closing mark in its paragraph"
            if stray.role != "close"
            else "no opening mark in its paragraph"
        )
        rows.append(_row(article, stray.start, stray.end, "unresolved", reason, None))
    return schema.build(rows, schema.QUOTATION_MARKS, article)


def _row(article, start: int, end: int, status: str, reason: str, quotation) -> dict:
    return {
        "article_id": article.article_id,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "status": status,
        "reason": reason,
        "quotation": quotation,
    }


def _judge(text: str, words: Words, pair: Pair, spans) -> tuple[str, str, int | None]:
    first, stop = pair.locate(words.starts)
    spoken = [i for i in range(first, stop) if words.norms[i][:1].isalnum()]
    if not spoken:
        return "unresolved", "no word between the marks", None
    begin, end = words.starts[spoken[0]], words.ends[spoken[-1]]
    holders = [span for span in spans if span[0] <= begin and end <= span[1]]
    if holders:
        inner = min(holders, key=lambda span: span[1] - span[0])
        if pair.depth == 0 or inner[1] - inner[0] <= pair.end - pair.start:
            return "attributed", "words of a report with a cue or source", int(inner[2])
    capitals = [
        text[words.starts[i]].isupper() or words.norms[i] in _SMALL or words.norms[i].isdigit()
        for i in spoken
    ]
    ends_clause = text[words.ends[spoken[-1]] : pair.end][:1] in tuple(".?!")
    where = "inside a quotation" if holders else "no cue or source beside it"
    if all(capitals) and 1 < len(spoken) <= _TITLE_LENGTH and not ends_clause:
        return "title", f"capitalised like a title, {where}", None
    if len(spoken) <= _TERM_LENGTH:
        return "term", f"{len(spoken)} word{'s' * (len(spoken) > 1)}, {where}", None
    if holders:
        return "attributed", "inside the quotation of another", int(holders[0][2])
    if not pair.closed:
        return "unresolved", "left open to the end of its paragraph, no cue or source", None
    return "unresolved", "no cue or source found", None
