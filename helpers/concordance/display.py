"""Showing the lines of a concordance aligned on the keyword."""

from __future__ import annotations

import re
import zlib
from html import escape

import pandas as pd

from helpers.display import Display

# The keyword starts in one column on every line: the left context runs to the right edge, cut
# there by the page when it is narrow, and lines never wrap.
_STYLE = (
    "<style>.concordance{border-collapse:collapse;width:100%;table-layout:fixed}"
    ".concordance caption{text-align:left}"
    ".concordance td{padding:.1em .3em;white-space:pre;overflow:hidden;text-align:left}"
    ".concordance td.left{text-align:right;direction:rtl;width:44%}"
    ".concordance td.left bdi{direction:ltr;unicode-bidi:isolate}"
    ".concordance td{text-overflow:ellipsis}"
    ".concordance td.hit{font-weight:700;width:12%;text-align:center}"
    ".concordance th{font-weight:400;text-align:right;width:4em;padding:.1em .3em}</style>"
)


def show_concordance(
    lines: pd.DataFrame, paragraphs: pd.DataFrame | None = None, *, limit: int = 15
) -> Display:
    """Return the first ``limit`` lines of a concordance aligned on the keyword, each with the number
    of its paragraph and its offset, as HTML and as plain text. With ``paragraphs`` the number links
    to the whole paragraph, kept folded below. The text is escaped.

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> from helpers.concordance import keyword_in_context
    >>> article = Article(article_id="a", text="Warm rain fell. Cold rain froze.")
    >>> show_concordance(keyword_in_context(article, tokenize(article), "rain", width=9))
    2 lines
    ¶0      Warm [rain] fell. Co
    ¶0  ll. Cold [rain] froze.
    """
    shown = lines.head(limit)
    count = f"{len(lines)} line{'' if len(lines) == 1 else 's'}"
    if len(lines) > limit:
        count = f"{limit} of {count}"
    rows = [
        (paragraph, start, _flat(left), _flat(text), _flat(right))
        for paragraph, start, left, text, right in zip(
            shown["paragraph"],
            shown["start"],
            shown["left"].fillna(""),
            shown["text"],
            shown["right"].fillna(""),
            strict=True,
        )
    ]
    return Display(_html(shown, rows, count, paragraphs), _plain(rows, count))


def _html(
    shown: pd.DataFrame, rows: list[tuple], count: str, paragraphs: pd.DataFrame | None
) -> str:
    # Two concordances on one page must not share their anchors.
    key = f"{zlib.crc32(repr(rows).encode('utf-8', 'replace')):08x}"
    cells = []
    for paragraph, start, left, text, right in rows:
        number = f"¶{paragraph}"
        if paragraphs is not None:
            number = f'<a href="#p{paragraph}-{key}">{number}</a>'
        cells.append(
            f'<tr><th scope="row" title="offset {start}">{number}</th>'
            f'<td class="left"><bdi>{escape(left)}</bdi></td><td class="hit">{escape(text)}</td>'
            f'<td class="right">{escape(right)}</td></tr>'
        )
    table = f'<table class="concordance"><caption>{count}</caption>{"".join(cells)}</table>'
    folded = "" if paragraphs is None or not rows else _folded(shown, paragraphs, key)
    return f"{_STYLE}{table}{folded}"


def _folded(shown: pd.DataFrame, paragraphs: pd.DataFrame, key: str) -> str:
    blocks = []
    wanted = paragraphs[paragraphs["paragraph"].isin(shown["paragraph"])]
    for number, begin, text in zip(
        wanted["paragraph"], wanted["start"], wanted["text"], strict=True
    ):
        hits = shown[shown["paragraph"] == number].sort_values("start")
        parts, place = [], 0
        for start, end in zip(hits["start"] - begin, hits["end"] - begin, strict=True):
            start = max(start, place)
            parts += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
            place = max(end, place)
        parts.append(escape(text[place:]))
        blocks.append(f'<p id="p{number}-{key}">¶{number} {"".join(parts)}</p>')
    return f"<details><summary>The paragraphs in full</summary>{''.join(blocks)}</details>"


def _plain(rows: list[tuple], count: str) -> str:
    number = max((len(str(row[0])) for row in rows), default=1)
    room = max((len(row[2]) for row in rows), default=0)
    return "\n".join(
        [
            count,
            *(
                f"¶{paragraph:<{number}}  {left:>{room}}[{text}]{right}".rstrip()
                for paragraph, _, left, text, right in rows
            ),
        ]
    )


def _flat(text: str) -> str:
    return re.sub(r"\s", " ", text)
