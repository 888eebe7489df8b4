"""Quotations: pairing of marks, kinds, parts, the account, bad input, and what the models know."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.quotations import find_quotation_marks, find_quotations
from helpers.quotations.features import FUNCTION_WORDS, SIZES, TAGS, number_feature
from helpers.quotations.labels import load_cues, load_labels
from helpers.quotations.marks import pair_marks
from helpers.quotations.reports import load_choices, load_nouns
from helpers.quotations.sources import INDEFINITE, PRONOUNS
from helpers.resources import MODELS
from helpers.tags import tag
from helpers.tokens import tokenize


def analyze(text):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    quotations = find_quotations(article, tokens)
    return quotations, find_quotation_marks(article, tokens, quotations)


def spans(text):
    paragraphs = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    pairs, strays = pair_marks(text, paragraphs)
    return [text[p.start : p.end] for p in pairs], [text[s.start : s.end] for s in strays]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” he said.", ["“Yes,”"]),
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("«Yes», he said.", ["«Yes»"]),
        ("‘It’s mine,’ he said. ‘Ours.’", ["‘It’s mine,’", "‘Ours.’"]),
        ("'It's the dogs' home,' she said.", ["'It's the dogs' home,'"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"]),
        ("‘He is a “friend”,’ she said.", ["‘He is a “friend”,’", "“friend”"]),
        ("The '90s were rock 'n' roll.", []),
        ('He is 6\'2" tall, the board 5" wide.', []),
        ("The farmers' market isn't open.", []),
        ('She is "five, he\'s" six.', ['"five, he\'s"']),
    ],
)
def test_marks_are_paired_and_apostrophes_are_not(text, expected):
    assert spans(text)[0] == expected


def test_reopened_paragraphs_run_to_their_ends():
    pairs, strays = spans("“One day.\n\n“Two days.\n\n“Three,” she said.")
    assert pairs == ["“One day.", "“Two days.", "“Three,”"]
    assert strays == []


def test_a_forgotten_mark_costs_one_paragraph_at_most():
    text = "He said “one thing and left.\n\n“Two,” she said.\n\nThree” is lost.\n\n“Four,” he said."
    pairs, strays = spans(text.replace("“Two,”", "So “two,”"))
    assert pairs == ["“two,”", "“Four,”"]
    assert strays == ["“", "”"]


def test_kinds_and_their_spans():
    quotations, _ = analyze(
        "“We will rebuild,” Anna Berg said on Monday. Anna Berg said the town would “never again” "
        "wait. Paul Ross said that the road was closed."
    )
    found = dict(zip(quotations["text"], quotations["kind"], strict=True))
    assert found["We will rebuild,"] == "direct"
    assert found["the road was closed"] == "indirect"
    assert "mixed" in found.values()


def test_an_interrupted_quotation_is_one_in_two_parts():
    quotations, _ = analyze("“The bridge,” Maria Lund said, “is not safe for anyone.”")
    assert quotations["quotation"].tolist() == [0, 0]
    assert quotations["part"].tolist() == [0, 1]
    assert set(quotations["cue"]) == {"said"}


def test_a_bracket_inside_a_quotation_belongs_to_it():
    quotations, _ = analyze("“They [the owners] never asked us,” said Tom Reed.")
    assert quotations["text"].tolist() == ["They [the owners] never asked us,"]


def test_a_quotation_inside_a_quotation_is_found():
    quotations, _ = analyze(
        "“It was dark. The guard shouted, ‘Nobody moves!’ and we ran,” Ella Stone said."
    )
    assert "Nobody moves!" in set(quotations.loc[quotations["rule"] == "nested", "text"])


def test_the_account_holds_every_pair():
    text = (
        "“We won,” she said.\n\nThe “smart” phone rang in the hall.\n\n"
        "She starred in “The Last Train Home” in 1999.\n\nA stray “ stands here."
    )
    _, marks = analyze(text)
    status = dict(zip(marks["text"], marks["status"], strict=True))
    assert status["“We won,”"] == "attributed"
    assert status["“smart”"] == "term"
    assert status["“The Last Train Home”"] == "title"
    assert status["“"] == "unresolved"
    assert marks["reason"].notna().all()


def test_confidence_is_a_probability():
    quotations, _ = analyze("“We won,” she said. Then, he claims, they lost “everything they had.”")
    assert quotations["confidence"].between(0, 1).all()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "”",
        "‘’ “” \"\" ''",
        "A short text without any mark",
        'It ends with a mark "',
        'print("hello") if x == "y" else \'z\'\nfor i in ["a", \'b\']:\n    d["k"] = \'v\'',
        'The door is 6\'2" by 3\' and 30" deep, 12" x 9".',
        "“WE WILL WIN,” THE MAYOR SAID. HE SAID THAT IT WAS LATE.",
        "Das ist „ganz gut“, sagte er. «Oui», dit-elle.",
        "\u201c\n\n\u201c\n\n\u201d",
    ],
)
def test_any_text_gets_an_answer(text):
    quotations, marks = analyze(text)
    for table in (quotations, marks):
        assert all(text[a:b] == t for a, b, t in table[["start", "end", "text"]].values)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab cd,.'\"“”‘’\n [](Aa)9", max_size=120))
def test_offsets_hold_for_any_text(text):
    quotations, marks = analyze(text)
    for table in (quotations, marks):
        assert all(text[a:b] == t for a, b, t in table[["start", "end", "text"]].values)


def test_tokens_without_tags_are_refused():
    article = Article("note", "“No,” he said.")
    with pytest.raises(ValueError, match="carry no tags"):
        find_quotations(article, tokenize(article))


def _seconds(text):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    start = time.process_time()
    quotations = find_quotations(article, tokens)
    find_quotation_marks(article, tokens, quotations)
    return time.process_time() - start


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_time_grows_with_the_length_of_the_text(joint):
    sentence = "“It is late,” Ann Lee said. He replied that “nothing” had changed."
    _seconds(sentence)
    short = max(_seconds(joint.join([sentence] * 60)), 0.02)
    assert _seconds(joint.join([sentence] * 480)) < 24 * short


def test_two_thousand_marks_of_any_kind_are_linear():
    for mark in ('"', "“", "'", "‘", "' ", '" '):
        start = time.process_time()
        pair_marks(f"a {mark}b" * 2000, [(0, len(f"a {mark}b" * 2000))])
        assert time.process_time() - start < 1.5


def test_features_of_the_label_model_are_closed_class():
    names = load_labels().labeller.features
    assert len(names) > 1000
    for name in names:
        number_feature(name)
        for part in name.split(" "):
            label, value = part.split("=", 1)
            attribute = label[:-2]
            assert attribute in SIZES
            if attribute == "word":
                assert value == "0" or value in FUNCTION_WORDS or _is_class(value), name
            elif attribute == "tag":
                assert value == "0" or value in TAGS
            else:
                assert value.isdigit()


def _is_class(value):
    tag_name, level = value.rsplit("/cue", 1)
    return (tag_name in TAGS or tag_name == "other") and level.isdigit()


def test_no_feature_holds_two_words():
    for name in load_labels().labeller.features:
        words = [p for p in name.split(" ") if p.startswith("word") and "/cue" not in p]
        assert sum(part.split("=", 1)[1] != "0" for part in words) <= 1


def test_features_of_the_choices_are_closed_class():
    """Letters in a feature come from tags, closed-class words and fixed names only."""
    closed = {*FUNCTION_WORDS, *TAGS, *PRONOUNS, *INDEFINITE, "indefinite", "name", "noun"}
    closed |= {"pronoun", "person", "group", "organization", "document", "other", "none", "nocue"}
    fixed = set(
        "after before kind away left level peak opens cue inside given new same True False content "
        "cont first low Up x".split()
    )
    choices = load_choices()
    assert len(choices.rank) > 1000
    for name in [*choices.rank, *choices.link]:
        for word in re.findall(r"[A-Za-z]{4,}", name):
            pieces = re.findall(r"[A-Z][A-Z$]+|[A-Z]?[a-z]+", word)
            assert (
                word in closed
                or word in fixed
                or all(piece in closed or piece in fixed or len(piece) <= 4 for piece in pieces)
                or _splits(word, closed | fixed)
            ), name


def _splits(word, known):
    if not word:
        return True
    return any(
        word.startswith(part) and _splits(word[len(part) :], known)
        for part in known
        if part and part.isalpha()
    )


def test_cue_words_carry_classes_only():
    cues = load_cues()
    assert cues["said"][0] >= 6
    assert all(" " not in word and len(classes) == 4 for word, classes in cues.items())


def test_nouns_and_models_are_small():
    assert load_nouns()["report"] == "document"
    assert sum(path.stat().st_size for path in MODELS.glob("quotations*")) < 2_000_000
