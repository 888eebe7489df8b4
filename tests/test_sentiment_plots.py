"""The figures of sentiment, drawn from small tables."""

import pandas as pd
import pytest

from helpers import schema
from helpers.plots import plot_agreement, plot_people, plot_sentiment, plot_what_ifs

SENTIMENT = pd.DataFrame(
    {
        "paragraph": range(5),
        "score": pd.array([0.5, -0.1, None, -0.6, 0.2], dtype="Float64"),
        "low": pd.array([0.1, -0.5, None, -0.9, -0.2], dtype="Float64"),
        "high": pd.array([0.9, 0.3, None, -0.3, 0.6], dtype="Float64"),
    }
)


def test_the_paragraph_figure_counts_what_can_be_told_from_neutral():
    figure = plot_sentiment(SENTIMENT, source="Tide tables")
    assert figure.title.startswith("2 of 4 paragraphs can be told from neutral")
    assert "0: +0.50" in figure.alt
    assert "Tide tables" in figure.caption
    assert figure.png.startswith(b"\x89PNG")


def test_voices_change_the_picture():
    rows = [
        {"paragraph": 0, "voice": "author", "n_words": 9, "score": 0.5, "n_scored_words": 3},
        {"paragraph": 1, "voice": "Ada Norden", "n_words": 9, "score": -0.4, "n_scored_words": 3},
    ]
    voices = schema.build(rows, schema.SENTIMENT_VOICES)
    assert plot_sentiment(SENTIMENT, voices).png != plot_sentiment(SENTIMENT).png


def test_nothing_to_show_is_said():
    empty = schema.build([], schema.SENTIMENT)
    assert plot_sentiment(empty).title == "No paragraph has a scored word"
    assert plot_people(schema.build([], schema.SENTIMENT_PEOPLE)).title == "No person is named"
    no_change = schema.build([], schema.SENTIMENT_WHAT_IFS)
    assert plot_what_ifs(no_change).title == "No change moves any paragraph"


def test_people_are_ordered_by_sentences_and_signed():
    rows = [
        {"person": "Bo Quill", "paragraph": 0, "score": -0.5, "n_sentences": 1},
        {"person": "Ada Norden", "paragraph": 2, "score": 0.5, "n_sentences": 3},
    ]
    figure = plot_people(schema.build(rows, schema.SENTIMENT_PEOPLE))
    assert figure.title == "Most is said of Ada Norden: +0.50 over 3 sentences"
    assert "Bo Quill: -0.50" in figure.alt


def test_what_ifs_name_the_largest_move():
    rows = [
        {"change": "without quotations", "paragraph": 0, "score": 0.2, "changed": -0.1,
         "difference": -0.3, "verdict": "positive",
         "changed_verdict": "not distinguishable from neutral"},
        {"change": "without Ada Norden", "paragraph": 1, "score": 0.2, "changed": None,
         "difference": None, "verdict": "positive", "changed_verdict": "no scored word"},
    ]  # fmt: skip
    figure = plot_what_ifs(schema.build(rows, schema.SENTIMENT_WHAT_IFS))
    assert figure.title == "The largest single move is 0.30: without quotations"
    assert "2 verdicts change" in figure.caption


@pytest.mark.parametrize(("ours", "better"), [("0.7", "1 of 1"), ("0.5", "0 of 1")])
def test_agreement_says_who_is_closer(ours, better):
    scores = pd.DataFrame(
        {
            "set": ["notes"],
            "measure": ["r"],
            "ours": [ours],
            "peer": ["VADER"],
            "peer_value": ["0.6"],
        }
    )
    assert better in plot_agreement(scores, measure="r").title
