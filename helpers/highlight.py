"""An article with its annotations made visible: as HTML, and as a plain-text twin in brackets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from helpers.display import Display

# Pale grounds under dark ink: the contrast stays above 7:1 in a light and in a dark page. The line
# below each mark differs too, so that nothing is told by colour alone.
_GROUNDS = (
    "#cfe3f3", "#fde0b8", "#c9ead9", "#f6d0c4", "#ecd6ee", "#e8dcc0", "#fbd9ea", "#dedede",
    "#f7efae", "#d2eefb",
)  # fmt: skip
# With more stops than this, the Tab key would not get past the text any more.
_MAX_STOPS = 100
_LINES = ("solid", "dashed", "dotted", "double")
# Ten grounds and four lines repeat together only after so many values.
_LOOKS = 20
_STYLE = (
    "<style>.close-reading{line-height:1.9;max-width:46em;overflow-wrap:anywhere}"
    ".close-reading mark{color:#1a1a1a;padding:.1em .2em;border-radius:.2em;"
    "border-bottom:2px solid #1a1a1a;position:relative}"
    ".close-reading small{color:#1a1a1a;font-size:.72em;font-weight:600;margin-left:.35em}"
    ".close-reading mark[title]:focus::after{content:attr(title);position:absolute;left:0;top:100%;"
    "z-index:2;background:#1a1a1a;color:#fff;padding:.2em .5em;font-size:.85em;line-height:1.4;"
    "min-width:12em}"
    + "".join(
        f".close-reading .c{n}{{background:{_GROUNDS[n % len(_GROUNDS)]};"
        f"border-bottom-style:{_LINES[n % len(_LINES)]}}}"
        for n in range(_LOOKS)
    )
    + "</style>"
)
_NO_VALUE = "not given"
_GAP = "[…]"


class _Span(NamedTuple):
    start: int
    end: int
    label: str
    tip: str
    value: str
    row: int


class _Piece(NamedTuple):
    """``text`` to print, or a ``span`` that opens or closes; ``whole`` at its true first opening
    and its true last closing, not where it is cut by a paragraph or by a crossing span."""

    text: str = ""
    span: _Span | None = None
    opens: bool = False
    whole: bool = True


def highlight(
    article,
    table: pd.DataFrame,
    *,
    label: str | None = None,
    colour: str | None = None,
    tooltip: str | Sequence[str] = (),
    paragraphs: pd.DataFrame | None = None,
) -> Display:
    """Return the text of ``article`` with every row of ``table`` marked where it stands.

    ``label`` names the column printed behind each mark, ``colour`` the column whose values get a
    colour each and are counted in the legend (by default the label), ``tooltip`` one or more
    columns shown on pointing at a mark or (up to a hundred marks) reaching it with the Tab key.
    ``paragraphs`` (a paragraphs table, or some of its rows) limits what is shown. Marks may nest
    and overlap.

    The legend comes first and counts the marks that are shown; the text is escaped; there is no script and nothing is fetched. Raises
    ``ValueError`` for a column that is missing and for a row that points outside the article.

    >>> from types import SimpleNamespace
    >>> article = SimpleNamespace(article_id="tide", text="The tide rose in Norden.")
    >>> highlight(article, pd.DataFrame({"start": [17], "end": [23], "type": ["place"]}),
    ...           label="type")
    Legend: place (1)
    <BLANKLINE>
    The tide rose in [Norden | place].
    """
    tips = [tooltip] if isinstance(tooltip, str) else list(tooltip)
    colour = colour or label
    _check(article, table, [column for column in (label, colour, *tips) if column])
    values = _texts(table, colour) if colour else [""] * len(table)
    spans = sorted(
        map(
            _Span,
            table["start"].tolist(),
            table["end"].tolist(),
            _texts(table, label, missing="") if label else [""] * len(table),
            _tips(table, tips),
            values,
            range(len(table)),
        ),
        key=lambda span: (span.start, -span.end),
    )
    bounds = list(_blocks(article, spans, paragraphs))
    shown = {span.row: span.value for *_, here in bounds for span in here}
    counts = Counter(shown.values()) if colour else Counter()
    legend = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    blocks = [list(_pieces(article.text, *block)) for block in bounds]
    return Display(_html(blocks, legend), _plain(blocks, legend))


def _check(article, table: pd.DataFrame, columns: Sequence[str]) -> None:
    for column in ("start", "end", *columns):
        if column not in table.columns:
            raise ValueError(
                f"The table has no column {column!r} to highlight in article "
                f"{article.article_id}; it has {', '.join(table.columns)}."
            )
    wrong = table[(table["start"] < 0) | (table["start"] >= table["end"])]
    wrong = pd.concat([wrong, table[table["end"] > len(article.text)]])
    if len(wrong):
        raise ValueError(
            f"Row {wrong.index[0]} of the table points outside article {article.article_id} "
            f"({len(article.text)} characters); was it made from another article?"
        )


def _texts(table: pd.DataFrame, column: str, missing: str = _NO_VALUE) -> list[str]:
    return [missing if pd.isna(value) else str(value) for value in table[column].tolist()]


def _tips(table: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    named = [[f"{column}: {value}" for value in _texts(table, column)] for column in columns]
    return ["; ".join(row) for row in zip(*named, strict=True)] if named else [""] * len(table)


def _blocks(article, spans: list[_Span], paragraphs) -> Iterator[tuple[int, int, bool, list]]:
    """Yield each paragraph as ``(start, end, follows a gap, spans that touch it)``."""
    if paragraphs is None:
        bounds, at = [], 0
        for line in article.text.splitlines(keepends=True):
            if line.strip():
                bounds.append((at, at + len(line.rstrip())))
            at += len(line)
    else:
        bounds = sorted(zip(paragraphs["start"].tolist(), paragraphs["end"].tolist(), strict=True))
    waiting, open_spans, before = 0, [], 0
    for start, end in bounds:
        open_spans = [span for span in open_spans if span.end > start]
        while waiting < len(spans) and spans[waiting].start < end:
            if spans[waiting].end > start:
                open_spans.append(spans[waiting])
            waiting += 1
        yield start, end, bool(article.text[before:start].strip()), open_spans
        before = end


def _pieces(text: str, start: int, end: int, gap: bool, spans: list[_Span]) -> Iterator[_Piece]:
    """Yield the block as pieces in which every span opens and closes properly nested."""
    if gap:
        yield _Piece(_GAP + " ")
    edges = {start, end}
    edges.update(edge for span in spans for edge in (span.start, span.end) if start < edge < end)
    stack: list[_Span] = []
    waiting, before = 0, start
    for edge in sorted(edges):
        if edge > before:
            yield _Piece(text[before:edge])
        before = edge
        lasting = []
        while any(span.end <= edge for span in stack) or (stack and edge == end):
            span = stack.pop()
            yield _Piece(span=span, whole=span.end <= edge)
            if span.end > edge:
                lasting.append(span)
        if edge == end:
            return
        for span in reversed(lasting):
            stack.append(span)
            yield _Piece(span=span, opens=True, whole=False)
        while waiting < len(spans) and spans[waiting].start <= edge:
            stack.append(spans[waiting])
            yield _Piece(span=spans[waiting], opens=True, whole=spans[waiting].start == edge)
            waiting += 1


def _html(blocks: list[list[_Piece]], legend: list) -> str:
    parts = [_STYLE, '<div class="close-reading">']
    looks = {value: n % _LOOKS for n, (value, _) in enumerate(legend)}
    stops = sum(bool(piece.opens and piece.span.tip) for block in blocks for piece in block)
    stop = ' tabindex="0"' if stops <= _MAX_STOPS else ""
    if legend:
        marks = " ".join(
            f'<mark class="c{looks[value]}">{escape(value)}</mark> {n}' for value, n in legend
        )
        parts.append(f"<p>Legend: {marks}</p>")
    for block in blocks:
        parts.append("<p>")
        for piece in block:
            span = piece.span
            if span is None:
                parts.append(escape(piece.text))
            elif piece.opens:
                # Only a mark that has more to tell is worth a stop of the Tab key.
                tip = f'{stop} title="{escape(span.tip)}"' if span.tip else ""
                parts.append(f'<mark class="c{looks.get(span.value, 0)}"{tip}>')
            else:
                tag = f"<small>{escape(span.label)}</small>" if piece.whole and span.label else ""
                parts.append(f"{tag}</mark>")
        parts.append("</p>")
    return "".join([*parts, "</div>"])


def _plain(blocks: list[list[_Piece]], legend: list) -> str:
    lines = ["Legend: " + ", ".join(f"{value} ({n})" for value, n in legend)] if legend else []
    for block in blocks:
        line = ""
        for piece in block:
            span = piece.span
            if span is None:
                line += piece.text
            elif piece.opens:
                line += "["
            else:
                line += f" | {span.label}]" if piece.whole and span.label else "]"
        lines.append(line)
    return "\n\n".join(lines)
