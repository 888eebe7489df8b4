"""Names: exact spans, one type for one name, the fullest form as canonical."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.names import find_names
from helpers.names.canonical import canonical_forms
from helpers.names.finder import read_spans
from helpers.tags import tag
from helpers.tokens import tokenize


def names(text):
    article = Article("note", text)
    return find_names(article, tag(tokenize(article)))


def found(text):
    return {(row.text, row.type) for row in names(text).itertuples()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Yesterday Margaret Dunmore resigned as chair of the board.", "Margaret Dunmore", "person"),
        ("The train from Vienna was an hour late.", "Vienna", "place"),
        ("Shares of Toyota fell by two per cent on Friday.", "Toyota", "organization"),
        ("Gen. Oliver Pratt told reporters the bridge was safe.", "Oliver Pratt", "person"),
        ("Nobody in Buenos Aires had heard of the plan.", "Buenos Aires", "place"),
        ("The report was written by the European Commission in May.", "European Commission", "organization"),
        ("She was born in Kenya and studied in South Africa.", "South Africa", "place"),
    ],
)  # fmt: skip
def test_plain_names_are_found(text, name, kind):
    assert (name, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day and nobody came.",
        "The council met on Tuesday in March.",
        "",
        "1,400 - 2.3 !",
    ],
)
def test_text_without_names_has_none(text):
    assert len(names(text)) == 0


def test_titles_articles_and_possessives_stay_outside():
    table = names("Dr. Alice Brandt’s team left Berlin. President Brandt's successor is Tom Reeve.")
    assert "Alice Brandt" in table["text"].tolist()
    assert not any(text.startswith(("Dr", "President")) or "’" in text for text in table["text"])


def test_a_family_name_joins_the_full_name_also_in_another_sentence():
    table = names(
        "Sarah Whitlow runs the port of Lisbon. On Friday Whitlow closed it. Whitlow smiled."
    )
    forms = table.loc[table["text"] == "Whitlow", "canonical"].tolist()
    assert forms == ["Sarah Whitlow"] * 2


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("Ada Moss", "person"), ("Moss", "person")], ["Ada Moss", "Ada Moss"]),
        ([("Moss", "person"), ("Ada Moss", "person")], ["Ada Moss", "Ada Moss"]),
        ([("Ada Moss", "person"), ("Ben Moss", "person"), ("Moss", "person")], ["Ada Moss", "Ben Moss", "Ben Moss"]),
        ([("Ada Moss", "person"), ("Ada", "person")], ["Ada Moss", "Ada Moss"]),
        ([("World Health Organization", "organization"), ("WHO", "organization")], ["World Health Organization"] * 2),
        ([("United States", "place"), ("U.S.", "place")], ["United States"] * 2),
        ([("Lisbon", "place"), ("Moss", "person")], ["Lisbon", "Moss"]),
        ([("York", "place"), ("New York", "place")], ["York", "New York"]),
    ],
)  # fmt: skip
def test_canonical_forms(parts, expected):
    assert canonical_forms([(text.split(), kind) for text, kind in parts], [], []) == expected


def test_an_abbreviation_in_brackets_joins_what_it_abbreviates():
    words = "the Green Harbour ( GH ) group ; GH said".split()
    spans = [(1, 3, "organization"), (4, 5, "organization"), (8, 9, "organization")]
    pairs = [(words[a:b], kind) for a, b, kind in spans]
    assert canonical_forms(pairs, words, spans) == ["Green Harbour"] * 3


def test_spans():
    assert read_spans(["O", "B-person", "I-person", "B-place"]) == [
        (1, 3, "person"),
        (3, 4, "place"),
    ]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="AB ab.'’-(\n\u00a0é1", max_size=60))
def test_any_text_gives_a_checked_table(text):
    table = names(text)
    assert table["name"].tolist() == list(range(len(table)))
    assert not table["canonical"].isna().any()
