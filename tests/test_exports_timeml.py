"""TimeML goes out and comes back the same."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schema
from helpers.corpus import Article
from helpers.exports.timeml import read_timeml, to_timeml

TEXT = "A storm broke the pier on 3 May 2011, and the harbour & town will repair it next week."


def tables(article):
    def place(words):
        start = article.text.index(words)
        return {
            "article_id": article.article_id,
            "start": start,
            "end": start + len(words),
            "text": words,
        }

    timexes = schema.build(
        [
            {**place("3 May 2011"), "type": "DATE", "value": "2011-05-03", "reference": "none"},
            {
                **place("next week"),
                "type": "DATE",
                "value": "2011-W19",
                "reference": "publication",
                "mod": "APPROX",
            },
        ],
        schema.TIMEXES,
        article,
    )
    told = {"tense": "PAST", "aspect": "NONE", "polarity": "POS", "class": "OCCURRENCE"}
    events = schema.build(
        [
            {**place("broke"), **told, "sentence": 0, "modality": "reported", "timex": 0},
            {**place("repair"), **told, "sentence": 0, "modality": "announced", "timex": 1},
            {
                **place("storm"),
                **told,
                "sentence": 0,
                "modality": "reported",
                "rule": "publication date",
            },
        ],
        schema.EVENTS,
        article,
    )
    return timexes, events


@pytest.fixture
def article():
    return Article("pier", TEXT, published=date(2011, 5, 4))


def test_everything_timeml_holds_comes_back(article):
    timexes, events = tables(article)
    back = read_timeml(to_timeml(article, timexes, events))
    assert (back.article.article_id, back.article.text) == ("pier", TEXT)
    assert back.article.published == article.published
    for column in ("start", "end", "text", "type", "value", "mod"):
        assert back.timexes[column].equals(timexes[column]), column
    for column in ("start", "end", "tense", "aspect", "polarity", "modality", "class", "timex"):
        assert back.events[column].equals(events[column]), column
    assert sorted(back.links["value"]) == ["2011-05-03", "2011-05-04", "2011-W19"]
    assert pd.isna(back.links["timex"]).sum() == 1


def test_written_twice_it_is_the_same(article):
    timexes, events = tables(article)
    once = to_timeml(article, timexes, events)
    assert to_timeml(article, timexes, events) == once
    assert "\r" not in once and "&amp; town" in once


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.data())
def test_offsets_survive_any_text(text, data):
    article = Article("any", text)
    spans = data.draw(
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, 5)), max_size=4, unique=True
        )
    )
    places, last = [], 0
    for start, length in sorted(spans):
        end = min(start + length, len(text))
        if start >= last:
            places.append((start, end))
            last = end
    rows = [
        {"article_id": "any", "start": a, "end": b, "text": text[a:b], "type": "DATE", "value": "X"}
        for a, b in places
    ]
    timexes = schema.build(rows, schema.TIMEXES, article)
    back = read_timeml(to_timeml(article, timexes, schema.build([], schema.EVENTS)))
    assert len(back.article.text) == len(text)
    assert list(zip(back.timexes["start"], back.timexes["end"], strict=True)) == places


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("no xml at all", "no TimeML"),
        ("<TimeML><DOCID>x</DOCID></TimeML>", "no TEXT"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><TimeML><TEXT>&a;</TEXT></TimeML>', "DOCTYPE"),
    ],
)
def test_what_is_no_timeml_is_refused_in_one_sentence(content, says):
    with pytest.raises(ValueError, match=says) as refused:
        read_timeml(content)
    assert "\n" not in str(refused.value)
