"""Who speaks: forms of one name joined, pronouns and roles resolved, corrections applied."""

import pandas as pd
import pytest

from helpers.corpus import Article
from helpers.names import find_names
from helpers.quotations import find_quotations
from helpers.speakers import (
    attribute_speakers,
    find_unquoted,
    find_voices,
    list_doubtful,
    summarize_speakers,
    summarize_stances,
    summarize_types,
)
from helpers.tags import tag
from helpers.tokens import tokenize

TWO = (
    "“We close the port on Monday,” Sarah Whitlow told reporters. “Nobody asked us,” said Tom Reeve, "
    "a docker.\n\n“It was not my choice,” Whitlow said. She said that the ferry would sail."
)


def attribute(text, aliases=None):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    names = find_names(article, tokens)
    found = find_quotations(article, tokens)
    return attribute_speakers(article, tokens, names, found, aliases), names, tokens, article


def speaker_of(table, words):
    rows = table[table["text"].str.contains(words, regex=False)]
    return rows["speaker"].tolist()


def ledger(mention, speaker):
    return pd.DataFrame({"mention": [mention], "speaker": [speaker]}, dtype="string")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We close the port", "Sarah Whitlow"),
        ("Nobody asked us", "Tom Reeve"),
        ("It was not my choice", "Sarah Whitlow"),
        ("the ferry would sail", "Sarah Whitlow"),
    ],
)
def test_forms_and_pronouns_lead_to_one_speaker(words, speaker):
    assert speaker_of(attribute(TWO)[0], words) == [speaker]


def test_mentions_point_to_their_words_and_say_their_evidence():
    table, *_, article = attribute(TWO)
    for row in table.itertuples():
        assert article.text[row.mention_start : row.mention_end] == row.mention
    pronoun = table[table["mention"].str.lower() == "she"]
    assert pronoun["evidence"].tolist() == ["pronoun"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The water is safe,” a spokesman for the utility said on Friday.", "anonymous"),
        ("“Profit rose by a tenth,” the company said in a letter.", "organization"),
        ("“The water is safe,” Maria Lund said on Friday.", "named person"),
    ],
)
def test_speakers_have_types(text, kind):
    assert set(attribute(text)[0]["speaker_type"]) == {kind}


def test_without_names_speakers_keep_their_description():
    article = Article("note", "“It will rain,” the farmer said.")
    tokens = tag(tokenize(article))
    names = find_names(Article("note", ""), tokens.head(0))
    table = attribute_speakers(article, tokens, names, find_quotations(article, tokens))
    assert table["speaker"].str.lower().tolist() == ["the farmer"]


def test_a_ledger_changes_what_it_names():
    table = attribute(TWO, ledger("Tom Reeve", "Thomas Reeve"))[0]
    assert speaker_of(table, "Nobody asked us") == ["Thomas Reeve"]
    assert table.loc[table["evidence"] == "alias", "speaker"].tolist() == ["Thomas Reeve"]


def test_a_ledger_line_that_matches_nothing_is_refused():
    with pytest.raises(ValueError, match="Nobody Known"):
        attribute(TWO, ledger("Nobody Known", "Somebody"))


def test_shares_add_up_and_every_summary_counts_the_same_quotations():
    table, names, tokens, _ = attribute(TWO)
    speakers = summarize_speakers(table)
    assert speakers["share_of_quoted_words"].sum() == pytest.approx(1)
    assert speakers["quotations"].sum() == table["quotation"].nunique()
    assert summarize_types(table)["quotations"].sum() == table["quotation"].nunique()
    assert set(summarize_stances(table, tokens)["speaker"]) == set(speakers["speaker"])
    assert len(find_unquoted(names, table)) == 0
    assert list_doubtful(table, top=2)["confidence"].is_monotonic_increasing


def test_voices_share_out_every_word_of_a_paragraph():
    from helpers.corpus import find_paragraphs

    table, _, _, article = attribute(TWO)
    voices = find_voices(article, find_paragraphs(article), table)
    assert (voices.groupby("paragraph")["share"].sum().round(6) == 1).all()
    assert {"author", "Sarah Whitlow", "Tom Reeve"} == set(voices["voice"])


def test_nothing_quoted_gives_empty_tables():
    table, _, tokens, _ = attribute("It rained all day.")
    assert len(table) == len(summarize_speakers(table)) == len(summarize_types(table)) == 0
    assert len(summarize_stances(table, tokens)) == len(list_doubtful(table)) == 0
