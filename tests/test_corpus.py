"""The corpus: texts arrive intact, paragraphs get their roles, errors are one clear sentence."""

import shutil
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import corpus
from helpers.corpus import Article, count_in, find_paragraphs, load_article, read_article
from helpers.corpus.__main__ import main


def roles(text, **known):
    return find_paragraphs(Article("note", text, **known))["role"].tolist()


@pytest.fixture
def own_corpus(tmp_path, monkeypatch):
    """A copy of the manifest's folder that a test may write to."""
    folder = tmp_path / "corpus"
    shutil.copytree(corpus.CORPUS, folder)
    monkeypatch.setattr("helpers.corpus.manifest.CORPUS", folder)
    return folder


def test_every_article_of_the_manifest_loads_and_is_english():
    listed = corpus.list_articles()
    assert listed["article_id"].iloc[0] == "rferl-2015-01-13-lavrov"
    assert listed["warning"].isna().all()
    for article_id in listed["article_id"]:
        assert load_article(article_id).text


def test_the_article_has_its_parts():
    article = load_article("rferl-2015-01-13-lavrov")
    table = find_paragraphs(article)
    counts = table["role"].value_counts().to_dict()
    assert counts == {"body": 16, "boilerplate": 5, "caption": 2, "headline": 1, "byline": 1}
    assert table.loc[table["role"] == "headline", "text"].item() == article.title
    echoed = (
        table.loc[table["role"] == "caption", "text"]
        .iloc[0]
        .removeprefix("Russian Foreign Minister Sergei ")
    )
    counted = count_in(table, table)
    assert counted["text"].str.contains(echoed, regex=False).sum() == 1


def test_roles_do_not_need_the_manifest():
    for article_id in corpus.list_articles()["article_id"]:
        article = load_article(article_id)
        bare = find_paragraphs(Article(article_id, article.text))
        assert bare.equals(find_paragraphs(article))


BODY = "The ferry left at noon, and nobody on the quay waved it off.\n\nIt came back empty the next day."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A single line about rain", ["body"]),
        (BODY, ["body", "body"]),
        ("Ferry comes back empty\n\n" + BODY, ["headline", "body", "body"]),
        ("Home\n\nFerry comes back empty\n\n" + BODY, ["boilerplate", "headline", "body", "body"]),
        ("Ferry comes back empty\nBy Ada Moss\n" + BODY, ["headline", "byline", "body", "body"]),
        ("PORTO, March 3 (Reuters) - The ferry left at noon without a single guest.\n\n" + BODY, ["body"] * 3),
        ("Ferry comes back empty\n\nPhoto: the quay at noon\n\n" + BODY, ["headline", "caption", "body", "body"]),
        (BODY + "\n\n(Reporting by Ada Moss; editing by Lee Kay)", ["body", "body", "byline"]),
        (BODY + "\n\nRelated stories\n\nThe ferry that never was, and other tales.", ["body", "body", "boilerplate", "boilerplate"]),
        (BODY + "\n\nADVERTISEMENT\n\n" + BODY, ["body", "body", "boilerplate", "body", "body"]),
        (BODY + "\n\nWhat the crew says\n\n" + BODY, ["body", "body", "headline", "body", "body"]),
        (BODY + "\n\n© 2020 The Quay. All rights reserved.", ["body", "body", "boilerplate"]),
    ],
)  # fmt: skip
def test_roles_by_form(text, expected):
    assert roles(text) == expected


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The ferry left the old quay at noon on a day when the wind\n"
        "had turned to the north and nobody on the shore waved it\n"
        "off.\n"
    )
    table = find_paragraphs(Article("note", wrapped))
    assert table["text"].tolist() == [wrapped.strip()]


@pytest.mark.parametrize("text", ["", "\n\n", " \u200b\ufeff\u00a0\r\n"])
def test_blank_text_has_no_paragraphs(text):
    assert len(find_paragraphs(Article("note", text))) == 0


@given(st.text())
def test_paragraphs_point_to_their_text_and_leave_no_ink_out(text):
    table = find_paragraphs(Article("note", text))
    covered = set()
    for row in table.itertuples():
        covered.update(range(row.start, row.end))
    left = "".join(letter for place, letter in enumerate(text) if place not in covered)
    assert not any(letter.isalnum() for letter in left)


def test_text_survives_as_read(tmp_path):
    text = "\ufeffIt rained.\r\n\r\n“No,” she said,\u00a0twice\u200b.\r\n"
    path = tmp_path / "rain.txt"
    path.write_bytes(text.encode("utf-8"))
    article = read_article(path, published="2020-02-29")
    assert article.text == text
    assert article.published == date(2020, 2, 29)
    assert find_paragraphs(article)["text"].tolist() == [
        "It rained.",
        "“No,” she said,\u00a0twice\u200b."[:-2] + "\u200b.",
    ]


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        ("It rained.".encode("utf-16"), "save it as UTF-8"),
        ("Caf\u00e9 closed.".encode("latin-1"), "byte 3 cannot be read; save it as UTF-8"),
        (b"PK\x03\x04\x00\x00", "export the article as plain text"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
    ],
)
def test_unusable_files_are_named_with_a_remedy(tmp_path, content, remedy):
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=remedy) as caught:
        read_article(path)
    assert "story.txt" in str(caught.value)


def test_other_languages_carry_a_warning():
    german = "Die Fähre legte am Mittag ab, und niemand am Kai winkte ihr nach, denn der Wind hatte auf Nord gedreht und der Regen kam."
    assert "does not look like English" in Article("note", german).warning
    assert Article("note", BODY).warning is None


def test_changed_bytes_are_refused(own_corpus):
    path = own_corpus / "invented-2021-09-07-tidewall.txt"
    path.write_bytes(path.read_bytes().replace(b"nine", b"ten", 1))
    with pytest.raises(ValueError, match="SHA-256 differs from the manifest"):
        load_article("invented-2021-09-07-tidewall")


def test_unknown_articles_are_answered_with_the_known_ones():
    with pytest.raises(KeyError, match="rferl-2015-01-13-lavrov"):
        load_article("nonsense")
    with pytest.raises(FileNotFoundError, match=r"gone\.txt"):
        load_article("gone.txt")


def test_add_writes_the_row_and_load_finds_it(own_corpus, tmp_path, capsys):
    path = tmp_path / "My Story.txt"
    path.write_text("Ferry comes back\n\n" + BODY, "utf-8")
    arguments = ["add", str(path), "--title", "Ferry comes back", "--published", "2019-05-04"]
    assert main(arguments) == 0
    assert 'article_id = "my-story"' in capsys.readouterr().out
    article = load_article("my-story")
    assert (article.published, article.title) == (date(2019, 5, 4), "Ferry comes back")
    row = corpus.list_articles().set_index("article_id").loc["my-story"]
    assert (row["read_from_text"], row["supplied"]) == ("title", "published")
    assert main(arguments) == 1
    assert "already has an article my-story" in capsys.readouterr().err


def test_add_refuses_a_date_that_is_none(own_corpus, tmp_path, capsys):
    path = tmp_path / "story.txt"
    path.write_text(BODY, "utf-8")
    assert main(["add", str(path), "--published", "4 May"]) == 1
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_article_shows_its_source_and_escapes_it():
    article = Article(
        "note", BODY, title="<b>Ferry</b>", publisher="The Quay", published=date(2020, 1, 2)
    )
    assert "&lt;b&gt;" in article._repr_html_()
    assert repr(article).splitlines()[1] == "The Quay · 2020-01-02"


def test_corrections_are_read_and_their_columns_checked(own_corpus):
    article = load_article("invented-2021-09-07-tidewall")
    assert len(corpus.read_corrections(article, "nothing", ("mention", "speaker"))) == 0
    (own_corpus / "nothing").mkdir()
    (own_corpus / "nothing" / f"{article.article_id}.csv").write_text("mention\nshe\n", "utf-8")
    with pytest.raises(ValueError, match="no column speaker"):
        corpus.read_corrections(article, "nothing", ("mention", "speaker"))


def test_names_are_counted_by_the_paragraph_they_stand_in():
    article = load_article("rferl-2015-01-13-lavrov")
    paragraphs = find_paragraphs(article)
    names = pd.DataFrame({"start": [article.text.index("Joanna"), article.text.index("Edgars")]})
    assert count_in(names, paragraphs)["start"].tolist() == [article.text.index("Edgars")]
    assert count_in(names.head(0), paragraphs).empty
