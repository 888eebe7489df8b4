"""The figures of what an article consists of, on tables of a few rows."""

import pandas as pd
import pytest

from helpers.plots import plot_roles, plot_tags

PARAGRAPHS = pd.DataFrame(
    {"paragraph": [0, 1, 2], "role": ["headline", "body", "caption"], "start": [0, 9, 20]}
)


def tokens(*rows):
    return pd.DataFrame(rows, columns=["paragraph", "kind", "pos", "lemma"])


SOME = tokens(
    (0, "word", "NOUN", "tide"),
    (1, "word", "NOUN", "tide"),
    (1, "word", "NOUN", "boat"),
    (1, "word", "VERB", "rise"),
    (1, "number", "NUM", "3"),
    (1, "punctuation", "PUNCT", "."),
    (2, "word", "PROPN", "Norden"),
)


def test_only_headline_and_body_are_said_to_count():
    figure = plot_roles(PARAGRAPHS, SOME, source="Invented.")
    assert figure.title.startswith("5 of 6 words are headline and body; 1 belongs")
    assert "caption: 1 word in 1 paragraph" in figure.alt
    assert "body: 4 words" in figure.alt
    assert figure.caption.endswith("analyses. Source: Invented.")


def test_a_role_without_words_is_still_named():
    figure = plot_roles(PARAGRAPHS, SOME[SOME["paragraph"] < 2])
    assert "caption: 0 words in 1 paragraph" in figure.alt


def test_parts_of_speech_are_ordered_and_counted_without_punctuation():
    figure = plot_tags(SOME)
    assert figure.title == "Nouns and proper nouns make up 67% of 6 words, full verbs 17%"
    assert figure.alt == (
        "Bars of the parts of speech. nouns: 3; numerals: 1; proper nouns: 1; verbs: 1."
    )


@pytest.mark.parametrize("draw", [plot_tags, lambda table: plot_roles(PARAGRAPHS[:0], table)])
def test_an_empty_article_has_a_figure_too(draw):
    figure = draw(SOME[:0])
    assert figure.png
    assert "no " in figure.alt.lower()


def test_the_same_tables_give_the_same_bytes():
    assert plot_roles(PARAGRAPHS, SOME).png == plot_roles(PARAGRAPHS, SOME).png
    assert plot_tags(SOME).png == plot_tags(SOME).png
