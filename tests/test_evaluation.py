"""Scores against the gold: what is right counts, what is not is shown, bad input is refused."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import Article, load_article
from helpers.evaluation import (
    read_gold,
    read_passages,
    score_against_gold,
    score_passages,
    show_gold_errors,
    show_passage_errors,
)
from helpers.evaluation.gold import FOLDER
from helpers.evaluation.matching import agrees, match, pair_overlaps
from helpers.schema import QUOTATIONS, TOKENS, build

ARTICLE = "invented-2021-09-07-tidewall"


@pytest.fixture
def article():
    return load_article(ARTICLE)


def perfect(article, what):
    """The gold, in the form in which an analysis would return it."""
    if what in ("sentences", "tags"):
        tokens = read_gold(article, "tokens")
        sentences = read_gold(article, "sentences")
        placed = sentences["start"].searchsorted(tokens["start"], side="right") - 1
        return tokens.assign(sentence=placed)
    if what == "events":
        values = read_gold(article, "timexes")["value"].tolist()
        events = read_gold(article, "events")
        numbers = [values.index(value) for value in events["value"]]
        return events.drop(columns="value").assign(timex=pd.array(numbers, dtype="Int64"))
    return read_gold(article, what)


def value(scores, measure, column="f1"):
    return scores.set_index("measure").loc[measure, column]


@pytest.mark.parametrize(
    "what", ["sentences", "tokens", "tags", "names", "quotations", "timexes", "events"]
)
def test_the_gold_agrees_with_itself(article, what):
    timexes = read_gold(article, "timexes")
    table = perfect(article, what)
    scores = score_against_gold(table, ARTICLE, what, timexes)
    assert len(scores) >= 1
    assert (scores[["precision", "recall", "f1"]] == 1).all().all()
    assert show_gold_errors(table, ARTICLE, what, timexes).empty


def test_a_missed_and_an_extra_row_lower_recall_and_precision(article):
    names = perfect(article, "names")
    gold = len(names)
    scores = score_against_gold(names.iloc[1:], ARTICLE, "names")
    assert value(scores, "span", "matched") == gold - 1
    assert value(scores, "span", "precision") == 1
    assert value(scores, "span", "recall") == round((gold - 1) / gold, 3)
    wrong = names.copy()
    wrong.loc[0, ["start", "end"]] = [0, 4]
    wrong.loc[0, "text"] = article.text[:4]
    problems = show_gold_errors(wrong, ARTICLE, "names")["problem"].tolist()
    assert problems == ["extra", "missed"]


def test_a_wrong_value_keeps_the_span_and_shows_both_values(article):
    timexes = perfect(article, "timexes")
    row = timexes.index[timexes["text"] == "next Thursday"][0]
    timexes.loc[row, "value"] = "2021-09-09"
    scores = score_against_gold(timexes, ARTICLE, "timexes")
    assert value(scores, "span") == 1
    assert value(scores, "span and value", "matched") == len(timexes) - 1
    shown = show_gold_errors(timexes, ARTICLE, "timexes")
    assert shown[["text", "problem", "column", "gold", "found"]].values.tolist() == [
        ["next Thursday", "different", "value", "2021-09-16", "2021-09-09"]
    ]


def test_a_wrong_tag_costs_one_tag_and_no_token(article):
    tokens = perfect(article, "tags")
    tokens.loc[3, "tag"] = "XX"
    assert value(score_against_gold(tokens, ARTICLE, "tokens"), "span") == 1
    scores = score_against_gold(tokens, ARTICLE, "tags")
    assert value(scores, "tag of the tokens found", "matched") == len(tokens) - 1


def test_two_sentences_run_together_lose_both(article):
    tokens = perfect(article, "sentences")
    first = int(tokens["sentence"].max()) - 4
    tokens.loc[tokens["sentence"] == first, "sentence"] = first + 1
    scores = score_against_gold(tokens, ARTICLE, "sentences")
    assert value(scores, "span", "gold") - value(scores, "span", "matched") == 2
    assert value(scores, "span", "found") == value(scores, "span", "gold") - 1


def test_speakers_count_only_where_the_span_is_right(article):
    quotations = perfect(article, "quotations")
    row = quotations.index[quotations["kind"] == "direct"][0]
    quotations.loc[row, "speaker"] = "somebody else"
    scores = score_against_gold(quotations, ARTICLE, "quotations")
    assert value(scores, "direct and mixed: span") == 1
    marked = int((quotations["kind"] != "indirect").sum())
    assert value(scores, "direct and mixed: span and speaker", "matched") == marked - 1
    assert value(scores, "indirect: span and speaker") == 1
    assert value(scores, "reported speech") == 1


def test_quotations_without_speakers_are_scored_by_span(article):
    bare = perfect(article, "quotations").drop(columns=["speaker", "outer_speaker"])
    scores = score_against_gold(bare, ARTICLE, "quotations")
    assert not scores["measure"].str.contains("speaker").any()
    assert value(scores, "span and kind") == 1


def test_marks_and_commas_at_the_edge_do_not_count(article):
    quotations = perfect(article, "quotations")
    row = quotations.index[quotations["text"].str.endswith(",")][0]
    quotations.loc[row, "start"] -= 1
    quotations.loc[row, "end"] -= 1
    assert value(score_against_gold(quotations, ARTICLE, "quotations"), "span") == 1
    quotations.loc[row, "end"] -= 4
    assert value(score_against_gold(quotations, ARTICLE, "quotations"), "span") < 1


def test_events_without_a_time_are_not_asked_for(article):
    events = perfect(article, "events")
    spare = read_gold(article, "tokens").iloc[:3][["article_id", "start", "end", "text"]]
    undated = spare.assign(timex=pd.array([None] * 3, dtype="Int64"))
    more = pd.concat([undated, events], ignore_index=True)
    assert value(score_against_gold(more, ARTICLE, "events"), "span") == 1
    assert "span and value" not in set(score_against_gold(more, ARTICLE, "events")["measure"])


def test_nothing_found_is_a_score_of_nothing(article):
    scores = score_against_gold(build([], QUOTATIONS), ARTICLE, "quotations")
    assert (scores["recall"] == 0).all()
    assert scores["precision"].isna().all()
    shown = show_gold_errors(build([], QUOTATIONS), ARTICLE, "quotations")
    assert set(shown["problem"]) == {"missed"}
    assert len(shown) == len(perfect(article, "quotations"))


def test_an_article_nobody_marked_has_no_scores(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("The tide came in on Monday and nobody on the quay was surprised.")
    table = build([], TOKENS)
    assert score_against_gold(table, str(path), "tokens").empty
    assert show_gold_errors(table, str(path), "tokens").empty


def test_refusals_are_one_sentence(article):
    names = perfect(article, "names")
    with pytest.raises(ValueError, match="no gold called 'poems'"):
        score_against_gold(names, ARTICLE, "poems")
    with pytest.raises(ValueError, match="no gold called 'poems'"):
        read_gold(article, "poems")
    with pytest.raises(ValueError, match="has no column canonical"):
        score_against_gold(names.drop(columns="canonical"), ARTICLE, "names")
    with pytest.raises(ValueError, match="is of article other"):
        score_against_gold(names.assign(article_id="other"), ARTICLE, "names")
    with pytest.raises(ValueError, match="no passages called 'shut'"):
        read_passages("shut")


def test_gold_of_another_text_is_refused(article):
    with pytest.raises(ValueError, match="does not point to its text"):
        read_gold(Article(ARTICLE, "x" + article.text), "names")


def test_a_missing_or_damaged_gold_file_is_named(article, tmp_path, monkeypatch):
    folder = tmp_path / ARTICLE
    folder.mkdir()
    monkeypatch.setattr("helpers.evaluation.gold.FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"has no names\.csv"):
        read_gold(article, "names")
    lines = (FOLDER / ARTICLE / "names.csv").read_text(encoding="utf-8")
    (folder / "names.csv").write_text(lines.replace("type", "sort", 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"names\.csv is no gold names table.*type"):
        read_gold(article, "names")


@pytest.mark.parametrize("name", ["The Lantern", "the  lantern", "Lantern"])
def test_names_agree_without_capitals_and_article(name):
    assert agrees("canonical", name, "lantern")
    assert not agrees("canonical", name, "lanterns")
    assert not agrees("canonical", name, pd.NA)


def test_a_report_by_nobody_in_particular_agrees_with_any_speaker():
    assert agrees("speaker", pd.NA, "Ann Li")
    assert not agrees("outer_speaker", pd.NA, "Ann Li")


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=8)


def rows(spans):
    return pd.DataFrame(
        [("a", start, start + length) for start, length in spans],
        columns=["article_id", "start", "end"],
    )


@given(SPANS, SPANS)
def test_pairs_use_every_row_once(gold, found):
    for pairs in (
        match(rows(gold), rows(found), "no, “one” is. ‘two’ "),
        pair_overlaps(rows(gold), rows(found)),
    ):
        assert len({g for g, _ in pairs}) == len({f for _, f in pairs}) == len(pairs)
    assert len(match(rows(gold), rows(gold), "no, “one” is. ‘two’ ")) == len(gold)


def test_pairs_share_at_least_half():
    gold = rows([(0, 10)])
    assert pair_overlaps(gold, rows([(0, 4), (0, 5), (1, 9)])) == [(0, 2)]
    assert pair_overlaps(gold, rows([(0, 4)])) == []
    assert pair_overlaps(gold, rows([(0, 10)]).assign(article_id="b")) == []


def test_passages_agree_with_themselves():
    _, gold = read_passages("open")
    scores = score_passages(gold, "open")
    assert (scores[["precision", "recall", "f1"]] == 1).all().all()
    assert show_passage_errors(gold, "open").empty


def test_b_cubed_does_not_care_what_a_cluster_is_called():
    _, gold = read_passages("open")
    renamed = gold.assign(speaker=gold["speaker"].str.upper() + " 2")
    scores = score_passages(renamed, "open")
    assert value(scores, "B-cubed") == 1
    # Where the gold names nobody, any answer will do.
    assert value(scores, "right canonical speaker", "matched") == gold["speaker"].isna().sum()


def test_b_cubed_of_one_speaker_for_all_and_of_a_speaker_each():
    _, gold = read_passages("open")
    keys = ["article_id", "speaker"]
    counts = gold.groupby(keys, dropna=False)["start"].transform("size")
    sizes = gold.groupby("article_id")["start"].transform("size")
    one = score_passages(gold.assign(speaker="nobody"), "open")
    assert value(one, "B-cubed", "recall") == 1
    assert value(one, "B-cubed", "precision") == round((counts / sizes).mean(), 3)
    each = gold.assign(speaker=[f"voice {row}" for row in range(len(gold))])
    scores = score_passages(each.astype({"speaker": "string"}), "open")
    assert value(scores, "B-cubed", "precision") == 1
    assert value(scores, "B-cubed", "recall") == round((1 / counts).mean(), 3)


def test_quotations_not_found_lower_the_recall_of_speakers():
    _, gold = read_passages("open")
    scores = score_passages(gold.iloc[: len(gold) // 2], "open")
    assert value(scores, "B-cubed", "precision") == 1
    assert value(scores, "B-cubed", "recall") < 0.6
    nobody = score_passages(gold.iloc[:0], "open")
    assert value(nobody, "B-cubed", "recall") == 0
    assert value(nobody, "right canonical speaker", "recall") == 0


def test_rows_of_no_passage_are_refused():
    _, gold = read_passages("open")
    with pytest.raises(ValueError, match="elsewhere is no passage of the part 'open'"):
        score_passages(gold.assign(article_id="elsewhere"), "open")
    with pytest.raises(ValueError, match="has no column speaker"):
        score_passages(gold.drop(columns="speaker"), "open")
