"""Tables keep the promises of their schema, through CSV and back."""

import pandas as pd
import pytest

from helpers import schema
from helpers.corpus import Article, find_paragraphs

ARTICLE = Article("note", "Rain fell.\n\nIt stopped.")
DECLARED = [value for value in vars(schema).values() if isinstance(value, schema.Schema)]


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_empty_tables_have_columns_and_dtypes(table):
    assert {
        name: str(dtype) for name, dtype in schema.build([], table).dtypes.items()
    } == table.columns


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_empty_tables_survive_csv(table, tmp_path):
    schema.write_csv(schema.build([], table), tmp_path / "table.csv")
    assert schema.read_csv(tmp_path / "table.csv", table).equals(schema.build([], table))


def test_rows_survive_csv(tmp_path):
    table = find_paragraphs(ARTICLE)
    schema.write_csv(table, tmp_path / "table.csv")
    assert schema.read_csv(tmp_path / "table.csv", schema.PARAGRAPHS).equals(table)


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda t: t.assign(role=pd.array(["title", "body"], "string")), "column role holds"),
        (lambda t: t.assign(start=t["start"] + 1), "does not point to its text"),
        (lambda t: t.iloc[::-1].reset_index(drop=True), "not sorted"),
        (lambda t: t.iloc[1:], "index"),
        (lambda t: t.assign(paragraph=t["paragraph"].astype("float64")), "dtypes differ"),
        (lambda t: t.drop(columns="role"), "columns or dtypes differ"),
    ],
)
def test_broken_promises_are_named(damage, complaint):
    with pytest.raises(ValueError, match=complaint):
        schema.check(damage(find_paragraphs(ARTICLE)), schema.PARAGRAPHS, ARTICLE)


def test_columns_are_put_in_order_filled_and_converted():
    # As pandas makes it of plain lists: other dtypes, another order, one column too many.
    rows = pd.DataFrame(
        {
            "text": ["It stopped.", "Rain fell."],
            "start": [12.0, 0.0],
            "end": [23, 10],
            "paragraph": [1, 0],
            "article_id": "note",
            "colour": "grey",
        },
        index=[7, 3],
    )
    table = schema.build(rows, schema.PARAGRAPHS, ARTICLE)
    assert list(table.columns) == list(schema.PARAGRAPHS.columns)
    assert table["text"].tolist() == ["Rain fell.", "It stopped."]
    assert table["role"].isna().all()
    assert list(rows.columns)[-1] == "colour" and rows["start"].dtype == "float64"
    table.loc[0, "text"] = "Snow fell."
    assert rows["text"].tolist() == ["It stopped.", "Rain fell."]


def test_a_csv_without_a_column_is_refused(tmp_path):
    (tmp_path / "table.csv").write_text("article_id,start\nnote,0\n", "utf-8")
    with pytest.raises(
        ValueError, match=r"table.csv is no paragraphs table: column end is missing"
    ):
        schema.read_csv(tmp_path / "table.csv", schema.PARAGRAPHS)
