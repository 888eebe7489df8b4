"""Tables that leave: where they go, and that no spreadsheet runs what an article says."""

import csv
import io
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers.exports import save, save_text, tables


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "EXPORTS", tmp_path / "exports")
    return tmp_path / "exports"


def table(**columns):
    return pd.DataFrame({"article_id": "invented", **columns})


def read(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_a_table_is_found_under_its_article(folder, monkeypatch, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    saved = save(table(text=["Ünïted “voices”"], n=[3]), "quotations")
    assert repr(saved) == "exports/invented/quotations.csv: 1 row, 3 columns"
    assert read(folder / "invented" / "quotations.csv") == [
        ["article_id", "text", "n"],
        ["invented", "Ünïted “voices”", "3"],
    ]
    assert 'href="../exports/invented/quotations.csv"' in saved._repr_html_()
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_is_made_harmless(folder, start):
    save(table(text=[f'{start}HYPERLINK("x")', "plain"]), "words")
    rows = read(folder / "invented" / "words.csv")
    assert rows[1][1].startswith("'" + start)
    assert rows[2][1] == "plain"


def test_negative_numbers_stay_numbers(folder):
    save(table(score=[-0.5, 1 / 3]), "scores")
    assert [row[1] for row in read(folder / "invented" / "scores.csv")[1:]] == [
        "-0.5",
        "0.3333333333",
    ]


def test_dates_are_iso_and_missing_is_empty(folder):
    days = pd.Series(["2021-09-07T00:00:00", None]).astype("datetime64[s]")
    words = pd.Series([None, "a"], dtype="string")
    save(table(day=days, word=words, n=pd.Series([None, 2], dtype="Int64")), "days")
    assert read(folder / "invented" / "days.csv")[1:] == [
        ["invented", "2021-09-07T00:00:00", "", ""],
        ["invented", "", "a", "2"],
    ]


def test_lines_end_alike_on_every_system(folder):
    save(table(text=["a\nb"]), "lines")
    assert (folder / "invented" / "lines.csv").read_bytes() == (
        b'article_id,text\ninvented,"a\nb"\n'
    )


def test_a_table_that_names_no_article_needs_one(folder):
    speakers = pd.DataFrame({"speaker": ["Ada"]})
    with pytest.raises(ValueError, match="'speakers' names 0 articles"):
        save(speakers, "speakers")
    article = SimpleNamespace(article_id="invented")
    assert save(speakers, "speakers", article).folder == "invented"
    assert save(table(n=[1]).iloc[:0], "empty", article).content == "0 rows, 2 columns"
    two = pd.DataFrame({"article_id": ["a", "b"]})
    with pytest.raises(ValueError, match="names 2 articles"):
        save(two, "both")


@pytest.mark.parametrize("name", ["", "../x", "a/b", "Über", "a.b", "-a"])
def test_a_name_cannot_leave_the_folder(name):
    with pytest.raises(ValueError, match="cannot be named"):
        save(table(n=[1]), name)


def test_an_article_id_cannot_leave_the_folder(folder):
    assert save_text("x", "a.txt", "../../etc/passwd").folder == "etc-passwd"
    assert (folder / "etc-passwd" / "a.txt").read_text() == "x"
