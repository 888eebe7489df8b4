"""Writing a table as CSV that any spreadsheet opens safely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

# Found from the package, so that a notebook may run in any folder.
EXPORTS = Path(__file__).resolve().parents[2] / "exports"
# A spreadsheet takes a cell that begins so for a formula and would run it.
_FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True)
class Export:
    """A file that was written: ``folder/name`` under ``exports``, and what is in it."""

    folder: str
    name: str
    content: str

    def __repr__(self) -> str:
        return f"exports/{self.folder}/{self.name}: {self.content}"

    def _repr_html_(self) -> str:
        target = f"exports/{self.folder}/{self.name}"
        return f'<p><a href="../{escape(target)}">{escape(target)}</a>: {escape(self.content)}</p>'


def save(table: pd.DataFrame, name: str, article=None) -> Export:
    """Write ``table`` to ``exports/<article_id>/<name>.csv`` and return what was written.

    The article is that of the table's ``article_id`` column; a table without one (or without rows)
    needs ``article``. UTF-8, LF, one header line, dates as ISO 8601, missing values empty, floats
    with ten significant digits. A text cell that a spreadsheet would take for a formula (it begins
    with ``= + - @``) gets an apostrophe in front.

    Raises ``ValueError`` when the article cannot be told or ``name`` is not made of lower-case
    letters, digits and hyphens.
    """
    shown = table.copy()
    for column in shown.columns:
        if pd.api.types.is_datetime64_any_dtype(shown[column]):
            shown[column] = [
                None if pd.isna(value) else value.isoformat() for value in shown[column]
            ]
        elif not pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = [_harmless(value) for value in shown[column]]
    shown.columns = [_harmless(column) for column in shown.columns]
    content = shown.to_csv(index=False, lineterminator="\n", float_format="%.10g")
    rows, columns = table.shape
    said = f"{rows:,} row{'s' * (rows != 1)}, {columns} column{'s' * (columns != 1)}"
    return save_text(content, f"{name}.csv", _article_id(table, name, article), said)


def save_text(content: str, name: str, article, said: str = "") -> Export:
    """Write ``content`` to ``exports/<article_id>/<name>`` as UTF-8 with LF line ends.

    ``article`` is an ``Article`` or an ``article_id``; ``said`` describes the file in a few words.
    Raises ``ValueError`` for a ``name`` that is no plain file name.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+", name):
        raise ValueError(
            f"An export cannot be named {name!r}; use lower-case letters, digits and hyphens."
        )
    article_id = article if isinstance(article, str) else article.article_id
    folder = re.sub(r"[^A-Za-z0-9_-]+", "-", article_id).strip("-") or "article"
    target = EXPORTS / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode("utf-8", "replace"))
    return Export(folder, name, said or f"{len(content.encode('utf-8', 'replace')):,} bytes")


def _article_id(table: pd.DataFrame, name: str, article) -> str:
    if article is not None:
        return article if isinstance(article, str) else article.article_id
    ids = sorted(set(table["article_id"].dropna())) if "article_id" in table.columns else []
    if len(ids) != 1:
        raise ValueError(
            f"The table to save as {name!r} names {len(ids)} articles; "
            "pass the article as the third argument."
        )
    return ids[0]


def _harmless(value):
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
