"""Computed sentences, recorded scores and the banner."""

import datetime
import re
import sys
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers.provenance import say, show_scores, show_versions


def test_numbers_lists_dates_and_missing_values_read_as_prose():
    said = say(
        "**{n:word|words}** and {one:word|words}, {share:.0%}, {who} on {day}, {then}; {none}.",
        n=12345,
        one=1,
        share=0.254,
        who=["Ada", "Berta", "Cleo"],
        day=datetime.date(2021, 9, 7),
        then=pd.Timestamp("1999-12-31"),
        none=pd.NA,
    )
    assert repr(said) == (
        "12,345 words and 1 word, 25%, Ada, Berta and Cleo on 7 September 2021, "
        "31 December 1999; unknown."
    )
    assert said._repr_markdown_().startswith("**12,345 words** and 1 word")


def test_numbers_of_numpy_are_numbers():
    counts = pd.Series([1, 2000]).sum()
    assert repr(say("{n:row|rows}, {m}", n=counts, m=counts)) == "2,001 rows, 2,001"


@pytest.mark.parametrize("items, read", [([], ""), (["a"], "a"), (["a", "b"], "a and b")])
def test_short_lists(items, read):
    assert repr(say("({items})", items=items)) == f"({read})"


def test_a_value_cannot_become_markup():
    said = say("{name} spoke.", name="<img src=x> **[a](b)** `c` $d$ #1\n\n# Title")
    shown = said._repr_markdown_()
    assert "<" not in shown
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)[*\[\]`$#]", shown)
    assert "**[a](b)**" in repr(said)


def test_a_missing_field_is_an_error():
    with pytest.raises(KeyError):
        say("{n} words", m=3)


def test_the_banner_names_what_a_result_depends_on_and_nothing_of_the_machine():
    article = SimpleNamespace(article_id="invented", text="One.", sha256="ab" * 32)
    banner = repr(show_versions(article))
    assert f"Python: {sys.version_info.major}.{sys.version_info.minor}\n" in banner
    assert f"article invented: SHA-256 {'ab' * 32}" in banner
    assert f"pandas: {pd.__version__}" in banner
    assert banner == repr(show_versions(article))
    assert not re.search(r"\d\d:\d\d|/home|linux|darwin|win32", banner, re.IGNORECASE)


def test_the_banner_hashes_a_text_that_has_no_hash():
    first = SimpleNamespace(article_id="a", text="One.")
    second = SimpleNamespace(article_id="a", text="Two.")
    assert repr(show_versions(first)) != repr(show_versions(second))


def test_recorded_scores_are_shown_as_they_are(tmp_path):
    path = tmp_path / "scores.csv"
    path.write_text(
        "analysis,set,measure,peer,peer_value,ours,human,model,sha256,command\n"
        "tides,harbour test,F1,almanac,0.71,0.80,,tides.gz,00,python -m x\n"
        "winds,harbour test,F1,,,0.60,0.9,winds.gz,00,python -m x\n"
    )
    table = show_scores("tides", path)
    assert table.to_dict("records") == [
        {
            "set": "harbour test",
            "measure": "F1",
            "ours": "0.80",
            "peer": "almanac",
            "peer_value": "0.71",
            "human": "–",
        }
    ]
    with pytest.raises(ValueError, match="tides, winds"):
        show_scores("waves", path)
    with pytest.raises(ValueError, match="none"):
        show_scores("waves", tmp_path / "absent.csv")
