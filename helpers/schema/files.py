"""Tables as CSV, there and back."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers.schema.tables import Schema, build


def write_csv(table: pd.DataFrame, path: str | Path) -> None:
    """Write ``table`` as UTF-8 CSV with LF line ends; floats keep 17 digits, missing is empty."""
    table.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def read_csv(path: str | Path, schema: Schema) -> pd.DataFrame:
    """Read a CSV that ``write_csv`` wrote back into a checked table.

    Raises ``ValueError`` that names the file when columns are missing or values do not fit.
    """
    try:
        text = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""])
        missing = [name for name in schema.columns if name not in text.columns]
        if missing:
            raise ValueError(f"column {missing[0]} is missing")
        typed = {}
        for name, dtype in schema.columns.items():
            if dtype == "boolean":
                typed[name] = text[name].map({"True": True, "False": False}).astype(dtype)
            elif dtype in ("int64", "Int64", "float64"):
                typed[name] = pd.to_numeric(text[name]).astype(dtype)
            else:
                typed[name] = text[name].astype(dtype)
        return build(pd.DataFrame(typed), schema)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(
            f"{Path(path).name} is no {schema.name} table: {error}. "
            f"It needs the columns {', '.join(schema.columns)}."
        ) from error
