"""Whole articles: without a date, with corrections, very long, and whatever else comes."""

import random
import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from helpers import schema
from helpers.corpus import Article, load_article
from helpers.timexes import find_timexes, holidays, infer_publication
from helpers.timexes.grammar import RULES, compiled
from helpers.tokens import tokenize

NO_CORRECTIONS = pd.DataFrame({name: [] for name in ("start", "text", "value")}, dtype="string")


def read(text, published=None, corrections=NO_CORRECTIONS, article_id="invented"):
    article = Article(article_id, text, published=published)
    return find_timexes(article, tokenize(article), corrections)


def infer(text):
    article = Article("invented", text)
    return infer_publication(article, tokenize(article))


def corrections(*lines):
    return pd.DataFrame(lines, columns=["start", "text", "value"], dtype="string")


def test_without_a_date_values_stay_open():
    table = read("It snowed on Friday, last week, in March 2014 and two days ago.")
    assert table["value"].tolist() == ["XXXX-WXX-5", "XXXX-WXX", "2014-03", "XXXX-XX-XX"]
    assert table["earliest"].notna().tolist() == [False, False, True, False]
    assert "not known" in table["rule"].iloc[0]


def test_month_and_day_survive_without_a_year():
    assert read("It snowed on May 3.")["value"].tolist() == ["XXXX-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "LISBON, 3 May 2014 (Agency) -- It rained yesterday, police said.",
        "Rain in Lisbon\n\nMay 3, 2014\n\nIt rained yesterday, police said.",
        "Rain in Lisbon\n\nPublished: Saturday, 3 May 2014, 10:30\n\nIt rained yesterday.",
        "Rain in Lisbon\n2014-05-03\n\nIt rained yesterday.",
    ],
)
def test_a_date_line_settles_the_date(text):
    found = infer(text)
    assert found.earliest == found.latest == pd.Timestamp("2014-05-03")
    assert read(text)["value"].tolist()[-1] == "2014-05-02"
    assert "2014-05-03" in str(found)


def test_conventions_narrow_the_date_and_the_interval_is_carried_on():
    text = (
        "He resigned in November 2014. The court said on January 20 that it agreed. "
        "A second hearing was held on Sunday, January 18. The year was hard, and yesterday too."
    )
    found = infer(text)
    assert (found.earliest, found.latest) == (
        pd.Timestamp("2015-01-20"),
        pd.Timestamp("2015-01-27"),
    )
    table = read(text).set_index("text")
    assert table.loc["January 20", "value"] == "2015-01-20"
    assert table.loc["The year", "value"] == "2015"
    assert table.loc["yesterday", "value"] == "2015-01-XX"
    assert table.loc["yesterday", "earliest"] == pd.Timestamp("2015-01-19")
    assert table.loc["yesterday", "latest"] == pd.Timestamp("2015-01-26")


def test_one_sided_evidence_is_said_to_be_one_sided():
    found = infer("The plant was closed in 2009. Rust has eaten it.")
    assert (found.earliest, found.latest) == (pd.Timestamp("2009-01-01"), None)
    assert "on or after 2009-01-01" in str(found)
    assert found.evidence["text"].tolist() == ["2009"]
    schema.check(found.evidence, schema.PUBLICATION_EVIDENCE)


def test_no_evidence_is_said():
    assert str(infer("Birds sing.")) == "The text does not say when it was published."


def test_inference_agrees_with_the_manifest():
    article = load_article("rferl-2015-01-13-lavrov")
    found = infer_publication(article, tokenize(article))
    assert found.earliest.date() <= article.published <= found.latest.date()
    assert (found.latest - found.earliest).days <= 7


def test_every_value_is_contained_when_the_date_is_taken_away():
    article = load_article("rferl-2015-01-13-lavrov")
    tokens = tokenize(article)
    dated = find_timexes(article, tokens, NO_CORRECTIONS)
    undated = find_timexes(Article(article.article_id, article.text), tokens, NO_CORRECTIONS)
    assert dated["start"].tolist() == undated["start"].tolist()
    for one, other in zip(dated.itertuples(), undated.itertuples(), strict=True):
        if pd.notna(one.earliest) and pd.notna(other.earliest):
            assert other.earliest <= one.earliest <= one.latest <= other.latest


def test_corrections_fix_values_choose_readings_and_remove():
    text = "They met on Sunday and again on Sunday. It was now or never."
    published = date(2015, 1, 13)
    first = read(text, published)
    assert first["value"].tolist()[0] == "2015-01-11"
    table = read(
        text,
        published,
        corrections(["12", "Sunday", "2015-01-18"], [None, "now", "none"]),
    )
    assert table["value"].iloc[0] == "2015-01-18"
    assert table["rule"].iloc[0] == "reading chosen by the researcher"
    assert table["earliest"].iloc[0] == pd.Timestamp("2015-01-18")
    assert "now" not in table["text"].tolist()
    table = read(text, published, corrections([None, "Sunday", "2014"]))
    assert table["value"].tolist()[:2] == ["2014", "2014"]
    assert table["granularity"].tolist()[0] == "year"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            ["0", "Sunday", "2015"],
            r"line 2: there is no time expression “Sunday” at 0 in article inv",
        ),
        ([None, "Monday", "2015"], r"no expression reads so"),
        (["12", "Sunday", "soonish"], r"'soonish' is no TIMEX3 value"),
        (["x", "Sunday", "2015"], r"start must be a whole number"),
        (["12", "Sunday", None], r"text and value must both be given"),
    ],
)
def test_a_correction_that_cannot_be_applied_is_refused(line, message):
    with pytest.raises(ValueError, match=message):
        read("They met on Sunday.", date(2015, 1, 13), corrections(line))


def test_corrections_are_read_from_the_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.corpus.CORPUS", tmp_path)
    monkeypatch.setattr("helpers.corpus.manifest.CORPUS", tmp_path)
    (tmp_path / "dates").mkdir()
    (tmp_path / "dates" / "invented.csv").write_text(
        "start,text,value\n12,Sunday,2015-01-18\n", "utf-8"
    )
    table = read("They met on Sunday.", date(2015, 1, 13), None)
    assert table["value"].tolist() == ["2015-01-18"]


def test_tags_are_optional_and_can_help():
    article = Article("invented", "Wells May be dry.", published=date(2015, 1, 13))
    tokens = tokenize(article)
    tagged = tokens.assign(tag=tokens["tag"].mask(tokens["text"] == "May", "MD"))
    assert find_timexes(article, tagged)["text"].tolist() == []


def test_an_article_made_of_dates_only():
    text = "\n".join(f"{day} May {year}" for year in range(1990, 2010) for day in range(1, 31))
    table = read(text, date(2015, 1, 13))
    assert len(table) == 600
    assert table["value"].iloc[-1] == "2009-05-30"


def _long_text(words):
    chooser = random.Random(7)
    stock = "the a council rain bridge said will on in of two last next week Monday May 3 2014 . ,"
    return " ".join(chooser.choice(stock.split()) for _ in range(words))


def test_time_grows_with_length_only():
    times = []
    for words in (5_000, 20_000):
        article = Article("long", _long_text(words), published=date(2015, 1, 13))
        tokens = tokenize(article)
        best = 9.0
        for _ in range(2):
            begin = time.process_time()
            find_timexes(article, tokens)
            best = min(best, time.process_time() - begin)
        times.append(best)
    assert times[1] < 10 * times[0]


@pytest.mark.parametrize("piece", ["1/", "May ", "two ", "the ", "2015-", "a. ", "and 3 ", "five "])
def test_repetition_does_not_explode(piece):
    begin = time.process_time()
    read(piece * 4000, date(2015, 1, 13))
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("article_id", ["rferl-2015-01-13-lavrov", "invented-2021-09-07-tidewall"])
def test_gold_of_the_article(article_id):
    article = load_article(article_id)
    found = find_timexes(article, tokenize(article))
    path = f"corpus/gold/{article_id}/timexes.csv"
    gold = pd.read_csv(Path(__file__).parents[1] / path)
    pairs = found.merge(gold, on=["start", "end"], suffixes=("", "_gold"))
    assert len(pairs) == len(gold)
    if article_id.startswith("rferl"):
        assert len(found) == len(gold)
        assert (pairs["value"] == pairs["value_gold"]).all()
        assert (pairs["type"] == pairs["type_gold"]).all()


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter sunday", 2016, "2016-03-27"),
        ("orthodox easter", 2016, "2016-05-01"),
        ("rosh hashanah", 2021, "2021-09-07"),
        ("yom kippur", 2015, "2015-09-23"),
        ("passover", 2015, "2015-04-04"),
        ("eid al-fitr", 2015, "2015-07-18"),
        ("thanksgiving day", 2015, "2015-11-26"),
        ("memorial day", 2015, "2015-05-25"),
        ("election day", 2016, "2016-11-08"),
        ("pentecost", 2015, "2015-05-24"),
    ],
)
def test_holidays_move_with_the_year(name, year, day):
    assert holidays.date_of(holidays.NAMES[name], year).isoformat() == day


def test_every_rule_is_compiled_and_has_a_reader():
    from helpers.timexes.finder import _READERS

    assert len(compiled()) == len(RULES)
    assert {reader for _, _, reader in RULES} <= set(_READERS)
