"""Whatever text comes in, every table comes out checked; one bad article does not end a batch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schema
from helpers.corpus import Article, list_articles, load_article
from helpers.pipeline import analyze, analyze_all

OFFSETS = list(schema.OFFSETS)


def check_offsets(analysis):
    for name, table in analysis.tables().items():
        if list(table.columns[:4]) == OFFSETS:
            for row in table.itertuples():
                assert analysis.article.text[row.start : row.end] == row.text, name


@pytest.mark.parametrize("article_id", list_articles()["article_id"])
def test_every_number_leads_back_to_the_text(article_id):
    analysis = analyze(load_article(article_id))
    check_offsets(analysis)
    assert all(len(table) for table in analysis.tables().values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \u200b\n",
        "“",
        "1,400 2.3 45% --- ...",
        "THE MAYOR SAID “NO” TO ALL OF IT ON MONDAY.",
        "Der Fluss stieg am Montag, und niemand am Kai sagte „Halt“, denn alle waren fort.",
        "‘It rained,’ she said. ‘It didn't stop till ’89.’",
        'if (x == "a") { y = "b"; } // 5\'11" tall',
        "日本語の文章です。",
        "😀 🎉 So happy!!! 😀",
    ],
)
def test_odd_texts_give_tables(text):
    check_offsets(analyze(Article("note", text)))


def test_empty_articles_have_the_dtypes_of_full_ones():
    empty, full = analyze(Article("a", "")), analyze(load_article("invented-2021-09-07-tidewall"))
    for name, table in empty.tables().items():
        assert len(table) == 0
        assert table.dtypes.equals(full.tables()[name].dtypes), name


@settings(max_examples=25, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("aBz .,!?\"'“”‘’()[]-–—\n\r\u00a0\u200b0159é€😀"), max_size=80)
)
def test_any_text_gives_checked_tables(text):
    check_offsets(analyze(Article("note", text)))


def test_a_bad_article_is_reported_and_the_batch_goes_on(tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "fine.txt").write_text("It rained on Friday.", "utf-8")
    paths = [tmp_path / "broken.txt", tmp_path / "fine.txt", "nowhere"]
    analyses, problems = analyze_all(paths)
    assert [analysis.article.article_id for analysis in analyses] == ["fine"]
    assert problems["problem"].str.contains("UTF-16|no article").tolist() == [True, True]


def test_the_same_text_gives_the_same_tables():
    article = load_article("invented-2021-09-07-tidewall")
    first, second = analyze(article).tables(), analyze(article).tables()
    assert all(first[name].equals(second[name]) for name in first)
