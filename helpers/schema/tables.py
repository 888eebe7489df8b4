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
    else:
        rows = list(rows)
        columns = {
            name: _make_column([row.get(name) for row in rows], dtype)
            for name, dtype in schema.columns.items()
        }
        frame = pd.DataFrame(columns, copy=False)
    order = schema.sorting
    if order and not _is_sorted(frame, order):
        frame = frame.sort_values(order, kind="stable")
    return check(frame.reset_index(drop=True), schema, article)


def _make_column(values: list, dtype: str):
    """Return values as an array of their dtype, without guessing another one first."""
    gaps = [value is None or value is pd.NA for value in values]
    if dtype == "string":
        texts = [pd.NA if gap else value for gap, value in zip(gaps, values, strict=True)]
        return StringArray(np.array(texts, object))
    if dtype == "Int64":
        numbers = [0 if gap else value for gap, value in zip(gaps, values, strict=True)]
        numbers = np.array(numbers)
        if numbers.dtype.kind == "i":
            return IntegerArray(numbers.astype(np.int64), np.array(gaps, bool))
    if dtype in ("int64", "float64"):
        if any(gaps):
            values = [np.nan if pd.isna(value) else value for value in values]
            return pd.Series(values, dtype="float64").astype(dtype)
        return np.array(values, dtype)
    return pd.array(values, dtype=dtype)


def _is_sorted(table: pd.DataFrame, order: list[str]) -> bool:
    """Compare neighbouring rows only: a table of one article is as long as its text."""
    keys = [table[name].tolist() for name in order]
    if any(value is pd.NA or value != value for key in keys for value in key):
        return table[order].equals(table[order].sort_values(order, kind="stable"))
    rows = list(zip(*keys, strict=True))
    return all(a <= b for a, b in pairwise(rows))


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
    for column, allowed in (schema.values or {}).items():
        strange = sorted(
            {value for value in table[column].tolist() if value is not pd.NA} - {*allowed}
        )
        if strange:
            raise ValueError(f"Table {schema.name}: column {column} holds {strange}.")
    order = schema.sorting
    if order and not _is_sorted(table, order):
        raise ValueError(f"Table {schema.name}: rows are not sorted by {', '.join(order)}.")
    if article is not None and schema.offsets:
        for row, (start, end, text) in enumerate(
            zip(*(table[name].tolist() for name in ("start", "end", "text")), strict=True)
        ):
            if not 0 <= start < end <= len(article.text) or article.text[start:end] != text:
                raise ValueError(
                    f"Table {schema.name}: row {row} ({start}-{end}) does not point to its text "
                    f"in article {article.article_id}."
                )
    return table
