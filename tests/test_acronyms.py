"""Abbreviations that look like little words are told from words set in capitals for stress."""

import pytest

from helpers.corpus import Article
from helpers.tags import tag
from helpers.tokens import tokenize


def tagged(text, word):
    table = tag(tokenize(Article("note", text)))
    rows = table[table["text"] == word]
    return list(zip(rows["tag"], rows["lemma"], strict=True))


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("The Iron Shore (IS) group fell back. On Monday IS fighters left the town.", "IS", 2),
        ("A doctor at the WHO spoke first. WHO experts will come on Friday.", "WHO", 2),
        ("The Office of Rivers (OR) closed. Nobody told OR why.", "OR", 2),
        ("She moved to the US in May and left US politics alone.", "US", 2),
    ],
)
def test_abbreviations_are_names_with_their_own_lemma(text, word, count):
    assert tagged(text, word) == [("NNP", word)] * count


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("It IS late, she said, and nobody has called.", "IS", "be"),
        ("THE MAYOR IS LATE FOR THE OPENING OF THE PORT", "IS", "be"),
        ("I do NOT want to go there again.", "NOT", "not"),
    ],
)
def test_words_in_capitals_stay_words(text, word, lemma):
    assert [found for _, found in tagged(text, word)] == [lemma]
