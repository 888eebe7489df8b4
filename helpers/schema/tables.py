"""The promise of a table and how it is kept: columns, dtypes, row order, allowed values, offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from pandas.arrays import IntegerArray, StringArray

OFFSETS = {"article_id": "string", "start": "int64", "end": "int64", "text": "string"}


@dataclass(frozen=True)
class Schema:
    """One table: its name, columns with dtypes, row order, and the values a column may hold.

    ``offsets`` puts ``article_id, start, end, text`` first and sorts by the first three; ``order``
    names the sort columns of a table without offsets (empty: the function that makes it states its
    own order); ``values`` lists the only values of a column besides ``<NA>``.
    """

    name: str
    own: Mapping[str, str]
    offsets: bool = True
    order: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] | None = None

    @property
    def columns(self) -> dict[str, str]:
        """All columns with their dtypes, in table order."""
        return {**(OFFSETS if self.offsets else {}), **self.own}

    @property
    def sorting(self) -> list[str]:
        """The columns by which rows are sorted; none where the function that makes a table says."""
        return list(OFFSETS)[:3] if self.offsets else list(self.order)


def build(rows: Iterable[Mapping], schema: Schema, article=None) -> pd.DataFrame:
    """Return the checked table of ``rows`` (mappings or a DataFrame): columns missing from a row
    become ``<NA>``, tables with offsets are sorted.

    >>> from helpers.schema import PARAGRAPHS
    >>> list(build([], PARAGRAPHS).columns)
    ['article_id', 'start', 'end', 'text', 'paragraph', 'role']
    """
    if isinstance(rows, pd.DataFrame):
        # Column by column: DataFrame.astype copies each one and puts all of them together again.
        columns = {}
        for name, dtype in schema.columns.items():
            column = rows[name] if name in rows.columns else pd.Series(np.nan, rows.index)
            columns[name] = column if str(column.dtype) == dtype else column.astype(dtype)
        frame = pd.DataFrame(columns, rows.index)
        if schema.sorting and not _is_sorted(_cells(frame, schema.sorting)):
            frame = frame.sort_values(schema.sorting, kind="stable")
        return check(frame.reset_index(drop=True), schema, article)
    cells = {name: [] for name in schema.columns}
    for row in _sort(list(rows), schema.sorting):
        for name, column in cells.items():
            column.append(row.get(name))
    columns = {name: _make_column(cells[name], dtype) for name, dtype in schema.columns.items()}
    _check_cells(cells, schema, article)
    return pd.DataFrame(columns, copy=False)


def _sort(rows: list[Mapping], order: list[str]) -> list[Mapping]:
    """Rows with a gap in a sort column come last, as in pandas."""

    def key(row: Mapping) -> list[tuple]:
        cells = [row.get(name) for name in order]
        return [(True, 0) if _is_gap(cell) else (False, cell) for cell in cells]

    return sorted(rows, key=key) if order else rows


def _is_gap(value) -> bool:
    return value is None or value is pd.NA or value != value


def _cells(table: pd.DataFrame, names: Iterable[str]) -> dict[str, list]:
    return {name: table[name].tolist() for name in names}


def texts(column: pd.Series, gap: str = "") -> list[str]:
    """Return the texts of a column as a list, ``gap`` where there is none.

    >>> texts(pd.Series(["NN", None], dtype="string"), "XX")
    ['NN', 'XX']
    """
    return [value if isinstance(value, str) else gap for value in column.tolist()]


def _make_column(values: list, dtype: str):
    """Return values as an array of their dtype, without guessing another one first."""
    gaps = [_is_gap(value) for value in values]
    if dtype == "string":
        filled = [pd.NA if gap else value for gap, value in zip(gaps, values, strict=True)]
        return StringArray(np.array(filled, object))
    if dtype == "Int64":
        numbers = [0 if gap else value for gap, value in zip(gaps, values, strict=True)]
        numbers = np.array(numbers)
        if numbers.dtype.kind == "i":
            return IntegerArray(numbers.astype(np.int64), np.array(gaps, bool))
    if dtype in ("int64", "float64"):
        if any(gaps):
            values = [np.nan if gap else value for gap, value in zip(gaps, values, strict=True)]
            return pd.Series(values, dtype="float64").astype(dtype)
        return np.array(values, dtype)
    return pd.array(values, dtype=dtype)


def _is_sorted(cells: Mapping[str, list]) -> bool:
    """Compare neighbouring rows only: a table of one article is as long as its text."""
    if any(_is_gap(value) for column in cells.values() for value in column):
        table = pd.DataFrame(cells)
        return table.equals(table.sort_values(list(cells), kind="stable"))
    return all(a <= b for a, b in pairwise(zip(*cells.values(), strict=True)))


def check(table: pd.DataFrame, schema: Schema, article=None) -> pd.DataFrame:
    """Return ``table`` unchanged if it keeps every promise of ``schema``.

    With an ``article``, ``article.text[start:end] == text`` must hold in every row.
    Raises ``ValueError`` that names the table, the column and the row.
    """
    found = {name: str(dtype) for name, dtype in table.dtypes.items()}
    if found != schema.columns or list(found) != list(schema.columns):
        wrong = sorted(set(found.items()) ^ set(schema.columns.items()))
        raise ValueError(f"Table {schema.name}: columns or dtypes differ from the schema: {wrong}.")
    if not table.index.equals(pd.RangeIndex(len(table))):
        raise ValueError(f"Table {schema.name}: the index is not 0..n-1; call reset_index.")
    if schema.sorting and not _is_sorted(_cells(table, schema.sorting)):
        raise ValueError(
            f"Table {schema.name}: rows are not sorted by {', '.join(schema.sorting)}."
        )
    told = [*(schema.values or {}), *(["start", "end", "text"] if schema.offsets else [])]
    _check_cells(_cells(table, told), schema, article)
    return table


def _check_cells(cells: Mapping[str, list], schema: Schema, article) -> None:
    for column, allowed in (schema.values or {}).items():
        strange = sorted({value for value in cells[column] if not _is_gap(value)} - {*allowed})
        if strange:
            raise ValueError(f"Table {schema.name}: column {column} holds {strange}.")
    if article is None or not schema.offsets:
        return
    for row, (start, end, text) in enumerate(
        zip(cells["start"], cells["end"], cells["text"], strict=True)
    ):
        if not 0 <= start < end <= len(article.text) or article.text[start:end] != text:
            raise ValueError(
                f"Table {schema.name}: row {row} ({start}-{end}) does not point to its text "
                f"in article {article.article_id}."
            )
