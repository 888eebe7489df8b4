"""Marks in a text: nested, crossing, escaped, and the same in HTML and in plain text."""

import html
import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.highlight import highlight


def article(text):
    return SimpleNamespace(article_id="invented", text=text)


def spans(*rows, **columns):
    return pd.DataFrame(list(rows), columns=["start", "end", "type"]).assign(**columns)


class Page(HTMLParser):
    """Collects text and fails on tags that are not properly nested."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.text, self.marks, self.attributes = [], "", 0, []
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.marks += tag == "mark"
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open and "small" not in self.open:
            self.text += data


def test_nested_and_crossing_spans():
    shown = highlight(
        article("abcdefgh"), spans((0, 6, "outer"), (1, 3, "inner"), (4, 8, "across")), label="type"
    )
    assert repr(shown).splitlines()[-1] == "[a[bc | inner]d[ef] | outer][gh | across]"


def test_the_legend_counts_and_comes_first():
    shown = highlight(
        article("one two two"), spans((0, 3, "a"), (4, 7, "b"), (8, 11, "b")), label="type"
    )
    assert repr(shown).startswith("Legend: b (2), a (1)\n")
    assert shown.html.index("Legend") < shown.html.index("one")


def test_an_article_cannot_become_markup():
    text = '<script>alert("x")</script> & <b>bold</b>'
    table = spans((0, 8, '"><img src=x>'), note="' onclick='x")
    shown = highlight(article(text), table, label="type", tooltip=["note"])
    page = Page(shown.html)
    assert set(re.findall(r"<(\w+)", shown.html)) == {
        "style",
        "div",
        "p",
        "mark",
        "small",
    }
    assert text in page.text
    assert ("title", "note: ' onclick='x") in page.attributes


def test_marks_with_a_tooltip_can_be_reached_with_the_keyboard():
    table = spans((0, 3, "a"), note=["why"])
    told = Page(highlight(article("one"), table, label="type", tooltip="note").html)
    assert ("tabindex", "0") in told.attributes
    assert ("title", "note: why") in told.attributes
    silent = Page(highlight(article("one"), table, label="type").html)
    assert ("tabindex", "0") not in silent.attributes


def test_too_many_marks_do_not_bar_the_way_of_the_keyboard():
    rows = [(2 * n, 2 * n + 1, "a") for n in range(101)]
    text = "x " * 101
    for count, stops in ((100, 100), (101, 0)):
        table = spans(*rows[:count], note="why")
        page = Page(highlight(article(text), table, label="type", tooltip="note").html)
        assert page.attributes.count(("tabindex", "0")) == stops
        assert page.attributes.count(("title", "note: why")) == count


def test_only_the_wanted_paragraphs_and_a_sign_of_what_is_left_out():
    paragraphs = pd.DataFrame({"start": [0, 12], "end": [5, 17]})
    text = "first\nsecond\nthird".replace("\nthird", "third")
    shown = highlight(
        article(text), spans((0, 5, "a"), (6, 9, "b")), label="type", paragraphs=paragraphs
    )
    assert repr(shown).split("\n\n") == ["Legend: a (1)", "[first | a]", "[…] third"]


def test_a_span_over_two_paragraphs_is_labelled_once():
    shown = highlight(article("he said\n\nand left"), spans((3, 12, "quote")), label="type")
    assert repr(shown).split("\n\n")[1:] == ["he [said]", "[and | quote] left"]


def test_missing_values_have_no_label_but_are_counted():
    table = spans((0, 3, None), (4, 7, "a")).astype({"type": "string"})
    shown = highlight(article("one two"), table, label="type")
    assert repr(shown) == "Legend: a (1), not given (1)\n\n[one] [two | a]"


def test_colour_may_be_another_column_than_the_label():
    table = spans((0, 3, "x"), (4, 7, "y"), (8, 9, "z"), group=["g", "g", "h"])
    shown = highlight(article("one two 3"), table, label="type", colour="group")
    assert repr(shown).startswith("Legend: g (2), h (1)")
    assert "[one | x]" in repr(shown)


def test_without_a_label_there_is_no_legend():
    assert repr(highlight(article("one two"), spans((0, 3, "x")))) == "[one] two"


@pytest.mark.parametrize("text", ["", "\n\n", "one"])
def test_nothing_to_mark_is_no_error(text):
    shown = highlight(article(text), spans(), label="type")
    assert text.strip() in repr(shown)


def test_a_table_of_another_article_is_refused():
    with pytest.raises(ValueError, match="points outside article invented"):
        highlight(article("one"), spans((0, 99, "a")), label="type")
    with pytest.raises(ValueError, match="no column 'speaker'"):
        highlight(article("one"), spans((0, 3, "a")), label="speaker")


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8),
)
def test_any_text_and_any_spans(text, found):
    rows = [
        (start, min(start + length, len(text)), "kind")
        for start, length in found
        if start < len(text)
    ]
    shown = highlight(article(text), spans(*rows), label="type")
    page = Page(shown.html)
    words = "".join(text.split())
    visible = [row for row in rows if text[row[0] : row[1]].strip()]
    legend = f"Legend:kind{len(visible)}" if visible else ""
    assert "".join(page.text.split()).replace("\0", "") == legend + words.replace("\0", "")
    assert page.marks >= len(visible)
    assert html.unescape(shown.html).count("<script") <= text.count("<script")
