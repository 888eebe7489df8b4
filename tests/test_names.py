"""Names: exact spans, one type for one name, the fullest form as canonical."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.names import canonical, find_names
from helpers.names.canonical import canonical_forms
from helpers.names.finder import _unite, read_spans
from helpers.names.lists import classify, classify_all, match_lists
from helpers.names.model import NameModel, fingerprint
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.gazetteers import write_gazetteers
from helpers.training.names_data import Sentence, read_newsmtsc, retokenize
from helpers.training.names_fit import LABELS, fit, join, predict, prepare
from helpers.training.names_joins import order_touching, rearrange
from helpers.wordlists import parse_gazetteers


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


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("See you at noon. Thanks, Susan Mike, I have sent you the plan.", ["Susan", "Mike"]),
        ("I will send the plan on Monday. Best regards, Susan Susan, here is the plan.", ["Susan", "Susan"]),
        ("Let me know. Thanks, Steve Here is the new plan.", ["Steve"]),
        ("Attendees: Helen Carver Paul Whitlow", ["Helen Carver", "Paul Whitlow"]),
        ("Mary Ann, her sister, lives in Leeds.", ["Mary Ann"]),
    ],
)  # fmt: skip
def test_names_that_touch_where_one_mail_ends_and_the_next_begins_are_two(text, persons):
    table = names(text)
    assert table.loc[table["type"] == "person", "text"].tolist() == persons


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("On Monday Kim Dae-hyun left for Tokyo.", "Kim Dae-hyun"),
        ("The minister, Park Chun-hoo, did not answer.", "Park Chun-hoo"),
        ("It was Angela Merkel-led talks that failed.", "Angela Merkel"),
        ("She likes Barack Obama-esque speeches.", "Barack Obama"),
    ],
)
def test_a_hyphen_joins_a_syllable_to_a_name_but_no_other_word(text, person):
    table = names(text)
    assert table.loc[table["type"] == "person", "text"].tolist() == [person]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("the plan , said minister Ilka Maren yesterday .", ["Ilka Maren"]),
        ("the plan , said Mr. Ilka Maren yesterday .", ["Ilka Maren"]),
        ("the plan . Thanks , Ilka Maren , please call .", ["Ilka", "Maren"]),
        ("we wrote to Ilka Ilka yesterday .", ["Ilka", "Ilka"]),
        ("Ilka Maren spoke .", ["Ilka", "Maren"]),
    ],
)
def test_two_words_of_a_person_are_one_name_inside_running_text(text, persons):
    words = text.split()
    single = [(k, k + 1, "person") for k, word in enumerate(words) if word in ("Ilka", "Maren")]
    united = [" ".join(words[a:b]) for a, b, _ in _unite(single, words)]
    assert united == persons


@pytest.mark.parametrize("apostrophe", ["'s", "’s", " 's"])
def test_every_apostrophe_shows_a_possessive(apostrophe):
    assert ("Helen Carver", "person") in found(f"We read Helen Carver{apostrophe} letter at home.")


def test_a_thousand_names_are_not_compared_each_with_each(monkeypatch):
    calls = []
    covers = canonical._covers
    monkeypatch.setattr(canonical, "_covers", lambda *given: calls.append(1) or covers(*given))
    many = [([f"Ada{n}", f"Moss{n}"], "person") for n in range(1000)]
    short = [([f"Moss{n}"], "person") for n in range(1000)]
    forms = canonical_forms(many + short, [], [])
    assert forms == [f"Ada{n} Moss{n}" for n in range(1000)] * 2
    assert len(calls) < 10_000


def test_name_lists_are_written_as_they_are_read():
    lists = {"ann": {"f"}, "anne": {"f", "s"}, "annex bay": {"l"}, "zoë": {"f"}, "a" * 40: {"o"}}
    lists["a" * 39 + "b"] = {"o"}
    expected = {name: "".join(sorted(letters)) for name, letters in lists.items()}
    assert parse_gazetteers(write_gazetteers(lists)) == expected


def test_name_lists_tell_forenames_from_family_names():
    words = ["Larry", "Allen", "Hendrickson", "Zqxv", "the", "-"]
    signs = [classify(word, match_lists([word.lower()])[0]) for word in words]
    assert signs == ["b", "B", "S", "u", "o", "-"]
    words = "Park Chun - hoo , Merkel - led , well - hoo".split()
    signs = classify_all(words, match_lists([word.lower() for word in words]))
    assert [signs[k] for k in (3, 7, 11)] == ["h", "o", "o"]


def test_names_model_keeps_its_weights_and_refuses_what_it_cannot_store():
    rows = sorted(fingerprint(feature) for feature in ("w=a", "w=b", "w=c"))
    weights = np.array([[1, 0], [0, -127], [127, 3]])
    model = NameModel(["B-person", "O"], rows, weights, np.arange(9).reshape(3, 3))
    again = NameModel.from_bytes(model.to_bytes())
    assert again.to_bytes() == model.to_bytes()
    assert again.predict([["w=b"], ["unseen", "w=c"]]) == model.predict([["w=b"], ["w=c"]])
    with pytest.raises(ValueError, match="one byte"):
        NameModel(["B-person", "O"], rows, weights * 2, np.zeros((3, 3))).to_bytes()
    with pytest.raises(ValueError, match="no name model"):
        NameModel.from_bytes(b"something else")


def test_training_text_is_cut_as_text_is_cut_later():
    first = [Sentence(["Jean-Luc", "met", "Ada's", "aunt"], ["B-person", "O", "B-person", "O"])]
    second = [
        Sentence(["Moss", "left", "."], ["B-person", "O", "O"]),
        Sentence(["Lisbon", "slept", "."], ["B-place", "O", "O"]),
    ]
    one, two = retokenize([first, second], " ")
    assert one[0].words == ["Jean", "-", "Luc", "met", "Ada", "'s", "aunt"]
    assert read_spans(one[0].labels) == [(0, 3, "person"), (4, 5, "person")]
    assert [sentence.words for sentence in two] == [["Moss", "left", "."], ["Lisbon", "slept", "."]]
    assert [read_spans(sentence.labels) for sentence in two] == [
        [(0, 1, "person")],
        [(0, 1, "place")],
    ]


def test_sentences_are_put_together_so_that_names_touch_and_keep_their_labels():
    documents = [
        [Sentence(["Thanks", ",", "Ann"], ["O", "O", "B-person"]), Sentence(["It", "rained", "."], ["O"] * 3)],
        [Sentence(["Larry", ",", "call"], ["B-person", "O", "O"]), Sentence(["Nobody", "came"], ["O"] * 2)],
        [Sentence(["Larry", ",", "no"], ["B-person", "O", "O"])],
    ]  # fmt: skip
    order = order_touching(documents, [0, 1], seed=1)
    assert order == [[(0, 0), (1, 0)]]
    [text] = rearrange(documents, order)
    assert [sentence.labels[0] for sentence in text] == ["O", "B-person"]
    assert order_touching(documents, [0, 1, 2], seed=1) == order_touching(
        documents, [0, 1, 2], seed=1
    )
    assert {i for text in order_touching(documents, [0, 2], seed=1) for i, _ in text} == {0, 2}
    assert order_touching(documents, [1, 2], seed=1) == []


def test_news_sentences_are_read_once_by_article(tmp_path):
    rows = [("a", "Ada  Moss sang."), ("b", "It rained. Nobody came."), ("a", "Ada  Moss sang.")]
    path = tmp_path / "news.jsonl"
    lines = (json.dumps({"article_id": article, "text": text}) for article, text in rows)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    one, two = read_newsmtsc(path)
    assert [sentence.words for sentence in one] == [["Ada", "Moss", "sang", "."]]
    assert [len(sentence.words) for sentence in two] == [3, 3]
    assert {label for sentence in one + two for label in sentence.labels} == {"O"}


def test_training_learns_names_and_gives_the_same_bytes_again():
    document = [
        (["Ada", "left", "Lisbon"], ["NNP", "VBD", "NNP"], ["B-person", "O", "B-place"]),
        (["Ada", "sang"], ["NNP", "VBD"], ["B-person", "O"]),
        (["rain", "fell"], ["NN", "VBD"], ["O", "O"]),
    ]
    examples = join([prepare(document, {})] * 400)
    model = fit(examples)
    assert predict(model, examples) == [labels for _, _, labels in document] * 400
    assert fit(join([prepare(document, {})] * 400)).to_bytes() == model.to_bytes()
    assert model.labels == tuple(sorted(LABELS))


def test_weights_are_the_mean_of_one_field_for_each_order():
    """Every order counts as much as any other; the weights are rounded only once, at the end."""
    person = [(["Ben", "sang"], ["NNP", "VBD"], ["B-person", "O"])]
    place = [(["Ben", "sang"], ["NNP", "VBD"], ["B-place", "O"])]
    ours, theirs = (join([prepare(document, {})] * 400) for document in (person, place))
    one, two, both = (fit(*texts, prune=1) for texts in ([ours], [theirs], [ours, theirs, theirs]))
    mean = (one.transition + 2 * two.transition) / 3
    assert abs(one.transition - two.transition).max() > 3
    assert abs(both.transition - mean).max() <= 1
