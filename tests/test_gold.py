"""The gold: every row points to its text, is sorted, and holds only values of the guideline."""

import re

import pandas as pd
import pytest

from helpers.corpus import find_paragraphs, list_articles, load_article, read_article
from helpers.evaluation import PARTS, read_gold, read_passages
from helpers.evaluation.gold import FOLDER
from helpers.schema import GOLD

ARTICLES = list_articles()["article_id"].tolist()
TAGS = set(
    "CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO "
    "UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB AFX ADD GW $ `` '' -LRB- -RRB- , . :".split()
)
VALUE = re.compile(
    r"PRESENT_REF|PAST_REF|FUTURE_REF|P\d+[YMWD]|(?:\d{4}|XXXX)(?:-(?:W\d\d|WI|SP|SU|FA|\d\d(?:-\d\d)?))?(?:T(?:NI|MO|AF|EV))?"
)
PASSAGES = [(part, *read_passages(part)) for part in PARTS]


def quotation_tables():
    for article_id in ARTICLES:
        yield read_gold(load_article(article_id), "quotations"), load_article(article_id).text
    for _, articles, gold in PASSAGES:
        for article in articles:
            yield gold[gold["article_id"] == article.article_id], article.text


@pytest.mark.parametrize("article_id", ARTICLES)
@pytest.mark.parametrize("what", GOLD)
def test_every_article_has_every_gold_table(article_id, what):
    table = read_gold(load_article(article_id), what)
    assert len(table)
    assert not table.duplicated(["start", "end"]).any()


@pytest.mark.parametrize("article_id", ARTICLES)
def test_words_and_sentences_cover_the_article_once(article_id):
    article = load_article(article_id)
    tokens, sentences = read_gold(article, "tokens"), read_gold(article, "sentences")
    for table in (tokens, sentences):
        assert (table["start"].to_numpy()[1:] >= table["end"].to_numpy()[:-1]).all()
        kept = "".join(table["text"])
        assert "".join(kept.split()) == "".join(article.text.split())
    assert set(tokens["tag"]) <= TAGS
    assert set(sentences["start"]) <= set(tokens["start"])
    assert set(sentences["end"]) <= set(tokens["end"])


@pytest.mark.parametrize("article_id", ARTICLES)
def test_sentences_stay_in_their_paragraph(article_id):
    article = load_article(article_id)
    sentences = read_gold(article, "sentences")
    assert not sentences["text"].str.contains("\n").any()
    paragraphs = find_paragraphs(article).set_index("paragraph")
    assert set(sentences["paragraph"]) == set(paragraphs.index)
    placed = paragraphs.loc[sentences["paragraph"]].reset_index(drop=True)
    assert (sentences["start"] >= placed["start"]).all()
    assert (sentences["end"] <= placed["end"]).all()


@pytest.mark.parametrize("article_id", ARTICLES)
@pytest.mark.parametrize("what", ["names", "timexes", "events"])
def test_spans_are_whole_tokens(article_id, what):
    article = load_article(article_id)
    tokens, table = read_gold(article, "tokens"), read_gold(article, what)
    assert set(table["start"]) <= set(tokens["start"])
    assert set(table["end"]) <= set(tokens["end"])


@pytest.mark.parametrize("article_id", ARTICLES)
def test_names_stand_for_names_of_the_article(article_id):
    names = read_gold(load_article(article_id), "names")
    assert set(names["canonical"]) <= set(names["text"])
    assert (names.groupby("canonical")["type"].nunique() == 1).all()


@pytest.mark.parametrize("article_id", ARTICLES)
def test_times_are_timex_values_and_events_carry_them(article_id):
    article = load_article(article_id)
    timexes, events = read_gold(article, "timexes"), read_gold(article, "events")
    assert all(VALUE.fullmatch(value) for value in timexes["value"])
    assert set(events["value"]) <= set(timexes["value"])


def test_passages_are_as_many_as_promised_and_as_long():
    for part, articles, gold in PASSAGES:
        assert len(articles) >= 70 or part == "held"
        shortest = 40 if part == "snippets" else 60
        assert set(gold["article_id"]) == {article.article_id for article in articles}
        assert all(shortest <= len(article.text.split()) <= 240 for article in articles)


def test_the_parts_share_no_passage():
    names = [article.article_id for _, articles, _ in PASSAGES for article in articles]
    assert len(names) == len(set(names))


def test_quotations_keep_the_guideline():
    marks = set("\"“”‘'’")
    for table, text in quotation_tables():
        direct, indirect = table[table["kind"] == "direct"], table[table["kind"] == "indirect"]
        assert all(text[start - 1] in marks for start in direct["start"])
        for row in indirect.itertuples():
            inner = (
                (table["start"] >= row.start)
                & (table["end"] <= row.end)
                & (table.index != row.Index)
            )
            # Marks in reported speech are those of somebody else's words, of a term or of a title.
            marked = re.findall(r"[\"“‘]([^\"”’]*)[\"”’]", row.text)
            assert inner.any() or all(len(words.split()) <= 5 for words in marked)
        for _, parts in table.sort_values(["quotation", "part"]).groupby("quotation"):
            assert parts["part"].tolist() == list(range(len(parts)))
            assert parts["start"].is_monotonic_increasing
            assert parts["speaker"].nunique() <= 1
        firsts = table[table["part"] == 0].sort_values("quotation")
        assert firsts["quotation"].tolist() == list(range(len(firsts)))
        assert direct["speaker"].notna().all()


def test_cues_and_mentions_lie_outside_the_words_reported():
    for table, text in quotation_tables():
        for name in ("cue", "mention"):
            spans = table.dropna(subset=[f"{name}_start"])
            assert spans[f"{name}_end"].notna().all()
            for row in spans.to_dict("records"):
                start, end = row[f"{name}_start"], row[f"{name}_end"]
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
                assert end <= row["start"] or start >= row["end"]


def test_an_outer_speaker_is_named_in_the_text_and_is_not_the_speaker():
    nested = 0
    for table, text in quotation_tables():
        inner = table.dropna(subset=["outer_speaker"])
        nested += len(inner)
        assert (inner["outer_speaker"] != inner["speaker"]).all()
        assert all(name.casefold() in text.casefold() for name in inner["outer_speaker"])
    assert nested >= 4


def test_every_gold_file_belongs_to_a_text():
    known = set(ARTICLES)
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()} - {"passages"}
    assert folders == known
    for part in PARTS:
        for path in (FOLDER / "passages" / part).glob("*.csv"):
            assert read_article(path.with_suffix(".txt")).text
    assert pd.Series(list(FOLDER.rglob("*.csv"))).map(lambda path: path.stat().st_size > 0).all()
