"""The timeline: order with partial knowledge, duplicates merged, nothing dropped, all explained."""

from datetime import date

import pandas as pd
import pytest

from helpers import schema
from helpers.corpus import Article
from helpers.events import find_events
from helpers.tags import tag
from helpers.timeline import build_timeline, explain_timeline, summarize_timeline
from helpers.timexes import find_timexes
from helpers.tokens import tokenize

TEXT = (
    "The mill closed in March 2014. A flood destroyed the mill on May 3, 2012. Owners <b>wept</b>.\n\n"
    "The flood of May 3, 2012 killed nobody. The council will meet on January 20.\n"
)


def run(text=TEXT, published=date(2016, 1, 6)):
    article = Article("mill", text, published=published)
    tokens = tag(tokenize(article))
    timexes = find_timexes(article, tokens)
    events = find_events(article, tokens, timexes)
    return article, events, timexes, build_timeline(article, tokens, events, timexes)


def test_rows_are_ordered_by_what_is_known_and_the_undated_come_last():
    _, _, _, timeline = run()
    dated = timeline[timeline["earliest"].notna()]
    assert list(dated.index) == list(range(len(dated)))
    assert dated["earliest"].is_monotonic_increasing
    assert (dated["earliest"] <= dated["latest"]).all()
    closed = timeline[timeline["text"] == "closed"].iloc[0]
    assert (str(closed["earliest"].date()), str(closed["latest"].date())) == (
        "2014-03-01",
        "2014-03-31",
    )


def test_every_event_is_in_exactly_one_row_with_its_sentence():
    article, events, _, timeline = run()
    numbers = [int(n) for row in timeline["events"] for n in row.split("; ")]
    assert sorted(numbers) == list(range(len(events)))
    assert timeline["mentions"].sum() == len(events)
    for row in timeline.itertuples():
        assert article.text[row.start : row.end] == row.text
        assert row.text in row.evidence


def test_the_same_event_told_twice_is_one_row():
    text = "Rebels attacked Norden on May 3, 2012. The attack on Norden of May 3, 2012 failed."
    _, events, _, timeline = run(text)
    assert {"attacked", "attack"} <= set(events["text"])
    row = timeline[timeline["mentions"] == 2]
    assert row["text"].tolist() == ["attacked"]


def test_the_summary_adds_up():
    _, _, _, timeline = run()
    summary = summarize_timeline(timeline)
    assert summary["means"].tolist() == list(schema.MEANS)
    assert summary["n"].sum() == len(timeline)
    assert summary["dated"].sum() == timeline["earliest"].notna().sum()
    assert summary["share"].sum() == pytest.approx(summary["dated"].sum() / len(timeline), abs=0.01)


def test_the_explanation_tells_expression_value_and_sentence_escaped():
    _, events, timexes, timeline = run()
    told = explain_timeline(timeline, events, timexes)
    assert "“March 2014” is 2014-03" in told.text
    assert "2014-03-01 to 2014-03-31 (month)" in told.text
    assert told.html.count("<details>") == len(timeline)
    assert "<b>" not in told.html and "<script" not in told.html


@pytest.mark.parametrize("text", ["", "Rain.", "2014. 2015. May 3, 2012."])
def test_few_or_no_events(text):
    _, events, timexes, timeline = run(text)
    assert dict(timeline.dtypes.astype(str)) == schema.TIMELINE.columns
    assert summarize_timeline(timeline)["n"].sum() == len(timeline)
    assert repr(explain_timeline(timeline, events, timexes))


def test_without_publication_date_the_rest_still_works():
    _, _, _, timeline = run(published=None)
    assert (timeline["means"] == "publication").sum() == 0
    assert timeline["earliest"].notna().any()


def test_long_articles_stay_linear():
    text = "\n\n".join(f"The mayor opened bridge {n} on May 3, 2012 and left." for n in range(400))
    _, events, _, timeline = run(text)
    assert timeline["mentions"].sum() == len(events) >= 400
    assert pd.notna(timeline["earliest"]).any()
