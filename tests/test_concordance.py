"""Concordance: what is found, how it is sorted, how it is shown, and what a wrong query says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.concordance import keyword_in_context, show_concordance
from helpers.corpus import Article, find_paragraphs
from helpers.schema import CONCORDANCE, check
from helpers.tokens import tokenize

TEXT = (
    "Harbour walls hold\n\nThe old wall held. A new wall, they say, will hold.\n\n"
    "Nobody knows the wall’s age. THE WALL stands."
)
ARTICLE = Article(article_id="wall", text=TEXT)
TOKENS = tokenize(ARTICLE)


def tagged():
    tokens = TOKENS.copy()
    nouns = tokens["norm"].isin(["wall", "walls", "harbour", "age"])
    tokens["tag"] = tokens["tag"].mask(nouns, "NN").fillna("XX")
    tokens.loc[tokens["norm"].isin(["old", "new"]), "tag"] = "JJ"
    tokens["lemma"] = tokens["norm"].str.removesuffix("s")
    return tokens


def texts(*arguments, **options):
    return keyword_in_context(ARTICLE, *arguments, **options)["text"].tolist()


def test_forms_are_found_in_any_case_and_with_either_apostrophe():
    assert texts(TOKENS, "wall") == ["wall", "wall", "wall", "WALL"]
    assert texts(TOKENS, "wall 's") == ["wall’s"]
    assert texts(TOKENS, "the wall") == ["the wall", "THE WALL"]
    assert texts(TOKENS, "nowhere") == []


def test_lemmas_tags_and_patterns():
    assert texts(tagged(), "wall", by="lemma")[0] == "walls"
    assert texts(tagged(), "Wall", by="lemma") == []
    assert texts(tagged(), "JJ NN", by="tag") == ["old wall", "new wall"]
    assert texts(tagged(), "N.", by="tag") == ["Harbour", "walls", *["wall"] * 3, "age", "WALL"]
    assert texts(TOKENS, r"h[eo]ld\b", by="regex") == ["hold", "held", "hold"]
    assert texts(TOKENS, r"\w+(?=\.$)|^\w+", by="regex") == (
        ["Harbour", "The", "hold", "Nobody", "stands"]
    )


def test_nothing_reaches_over_a_paragraph_or_sentence():
    assert texts(TOKENS, r"hold\s+The", by="regex") == []
    assert texts(TOKENS, "hold the") == []
    assert texts(TOKENS, ". a") == []


def test_rows_point_to_the_text_and_keep_to_the_paragraph():
    lines = keyword_in_context(ARTICLE, TOKENS, "wall", width=500)
    check(lines, CONCORDANCE)
    for row in lines.itertuples():
        assert TEXT[row.start : row.end] == row.text
        joined = row.left + row.text + row.right
        assert TEXT[row.start - len(row.left) :].startswith(joined)
        assert "\n" not in joined
    assert lines["paragraph"].tolist() == [1, 1, 2, 2]


def test_order_of_lines():
    assert keyword_in_context(ARTICLE, TOKENS, "wall", sort="left")["left"].str.split().str[
        -1
    ].tolist() == ["new", "old", "THE", "the"]
    right = keyword_in_context(ARTICLE, TOKENS, "wall", sort="right")["right"].tolist()
    assert [part.split()[0] for part in right] == ["held.", "’s", "stands.", ","]


def test_only_headline_and_body_when_paragraphs_are_given():
    paragraphs = find_paragraphs(ARTICLE)
    paragraphs["role"] = ["headline", "caption", "body"]
    paragraphs = paragraphs.astype({"role": "string"})
    lines = keyword_in_context(ARTICLE, TOKENS, "wall", paragraphs=paragraphs)
    assert lines["paragraph"].tolist() == [2, 2]


@pytest.mark.parametrize(
    ("query", "options", "message"),
    [
        ("(wall", {"by": "regex"}, r"'\(wall' is no valid regular expression: .* at character 1"),
        ("NN [", {"by": "tag"}, "is no valid regular expression"),
        ("  ", {}, "query is empty"),
        ("wall", {"by": "sound"}, "choose one of form, lemma, tag, pos, regex"),
        ("wall", {"sort": "random"}, "choose one of position, left, right"),
        ("wall", {"by": "lemma"}, r"article wall have no lemma.*tag\(tokens\)"),
    ],
)
def test_wrong_queries_say_what_to_do(query, options, message):
    tokens = TOKENS if options.get("by") == "lemma" else tagged()
    with pytest.raises(ValueError, match=message):
        keyword_in_context(ARTICLE, tokens, query, **options)


def test_empty_article_and_empty_matches():
    empty = Article(article_id="none", text="")
    assert len(keyword_in_context(empty, tokenize(empty), "wall")) == 0
    assert texts(TOKENS, "x*", by="regex") == []
    assert repr(show_concordance(keyword_in_context(empty, tokenize(empty), "w"))) == "0 lines"


def test_lines_are_aligned_in_plain_text():
    shown = repr(show_concordance(keyword_in_context(ARTICLE, TOKENS, "wall", width=12)))
    columns = {line.index("[") for line in shown.splitlines()[1:]}
    assert len(columns) == 1
    assert shown.splitlines()[0] == "4 lines"
    few = repr(show_concordance(keyword_in_context(ARTICLE, TOKENS, "wall"), limit=2))
    assert few.splitlines()[0] == "2 of 4 lines" and len(few.splitlines()) == 3


def test_the_page_escapes_the_article():
    article = Article(article_id="b", text='<script>alert("wall")</script> & <b>wall</b>')
    html = show_concordance(keyword_in_context(article, tokenize(article), "wall"))._repr_html_()
    assert "<script" not in html and "<b>" not in html
    assert "&lt;script&gt;" in html and "&amp;" in html


def test_every_line_links_to_its_whole_paragraph():
    lines = keyword_in_context(ARTICLE, TOKENS, "wall")
    html = show_concordance(lines, find_paragraphs(ARTICLE))._repr_html_()
    targets = re.findall(r'<a href="#([^"]+)">', html)
    assert len(targets) == 4 and set(targets) == set(re.findall(r' id="([^"]+)"', html))
    assert "The old <mark>wall</mark> held. A new <mark>wall</mark>, they say, will hold." in html
    assert "<a " not in show_concordance(lines)._repr_html_()


@given(st.text(max_size=120), st.sampled_from([r"\w+", r"[a-z]", r".", r"\s\S"]))
@settings(max_examples=40, deadline=None)
def test_every_line_of_any_text_points_to_its_text(text, query):
    article = Article(article_id="any", text=text)
    lines = keyword_in_context(article, tokenize(article), query, by="regex", width=7)
    for row in lines.itertuples():
        assert text[row.start : row.end] == row.text
