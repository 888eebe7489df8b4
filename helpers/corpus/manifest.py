"""The manifest ``corpus/articles.csv``: which articles there are, and that their bytes are intact."""

from __future__ import annotations

import csv
import hashlib
import re
from datetime import date
from pathlib import Path

import pandas as pd

from helpers.corpus.article import Article, as_date, decode, read_article

CORPUS = Path(__file__).parents[2] / "corpus"
COLUMNS = (
    "article_id", "title", "byline", "publisher", "published", "url", "licence", "invented",
    "read_from_text", "supplied", "sha256",
)  # fmt: skip


def list_articles() -> pd.DataFrame:
    """Return the manifest: one row an article, all columns text, missing is ``<NA>``.

    ``read_from_text`` and ``supplied`` name the fields that the text itself states and those that
    came from outside; ``warning`` says when a text does not look like English prose.
    """
    rows = _rows()
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).replace("", None).astype("string")
    warnings = [_build(row).warning for row in rows]
    return frame.assign(warning=pd.array(warnings, dtype="string"))


def load_article(article_id: str) -> Article:
    """Return an article of the manifest, its text verified against the SHA-256 recorded there.

    ``article_id`` may also be the path of a ``.txt`` file outside the manifest.
    Raises ``KeyError`` for an unknown id and ``ValueError`` when the file has changed.

    >>> load_article("invented-2021-09-07-tidewall").published
    datetime.date(2021, 9, 7)
    """
    rows = {row["article_id"]: row for row in _rows()}
    if article_id in rows:
        return _build(rows[article_id])
    if str(article_id).endswith(".txt"):
        return read_article(article_id)
    raise KeyError(
        f"There is no article {article_id!r} in corpus/articles.csv; it has {', '.join(rows)}. "
        "Give one of these or the path of a .txt file."
    )


def add_article(
    path: str | Path,
    *,
    article_id: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    publisher: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    licence: str | None = None,
) -> Article:
    """Copy a text file into the corpus, unchanged, and write its row in the manifest.

    The id is made from the file name unless given. Raises ``ValueError`` when the id is taken or
    the file is no UTF-8 text.
    """
    path = Path(path)
    given = read_article(path, published=published)
    stem = article_id or path.stem
    article_id = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    if not article_id:
        raise ValueError(
            f"No article id can be made from {stem!r}; give one of letters and digits."
        )
    rows = _rows()
    if article_id in {row["article_id"] for row in rows}:
        raise ValueError(
            f"The corpus already has an article {article_id}; give another id with --id."
        )
    fields = {
        "title": title, "byline": byline, "publisher": publisher, "url": url, "licence": licence,
        "published": given.published.isoformat() if given.published else None,
    }  # fmt: skip
    content = path.read_bytes()
    stated = [name for name in ("title", "byline") if fields[name] and fields[name] in given.text]
    row = {name: fields.get(name) or "" for name in COLUMNS} | {
        "article_id": article_id,
        "invented": "no",
        "read_from_text": " ".join(stated),
        "supplied": " ".join(name for name in fields if fields[name] and name not in stated),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    (CORPUS / f"{article_id}.txt").write_bytes(content)
    with (CORPUS / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, row])
    return load_article(article_id)


def has_corrections(article: Article, kind: str) -> bool:
    """Whether a researcher keeps corrections of an article: ``corpus/<kind>/<article_id>.csv``."""
    return _corrections(article, kind).is_file()


def _corrections(article: Article, kind: str) -> Path:
    return CORPUS / kind / f"{article.article_id}.csv"


def read_corrections(article: Article, kind: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the researcher's corrections ``corpus/<kind>/<article_id>.csv``, all columns text.

    An article without such a file has no corrections: an empty table with ``columns``.
    Raises ``ValueError`` that names the file when a column is missing.
    """
    path = _corrections(article, kind)
    if not path.is_file():
        return pd.DataFrame({name: pd.array([], dtype="string") for name in columns})
    table = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""])
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise ValueError(
            f"corpus/{kind}/{path.name} has no column {missing[0]}; its first line must read "
            f"{','.join(columns)}."
        )
    return table[list(columns)]


def _rows() -> list[dict[str, str]]:
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _build(row: dict[str, str]) -> Article:
    article_id = row["article_id"]
    path = CORPUS / f"{article_id}.txt"
    if not path.is_file():
        raise FileNotFoundError(
            f"corpus/{path.name} is missing although corpus/articles.csv lists it; restore the file."
        )
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise ValueError(
            f"corpus/{path.name} is not the file that was recorded: its SHA-256 differs from the "
            "manifest. Restore it, or add the new text under another id."
        )
    return Article(
        article_id,
        decode(content, path.name),
        row["title"] or None,
        row["byline"] or None,
        row["publisher"] or None,
        as_date(row["published"] or None, article_id),
        row["url"] or None,
        row["licence"] or None,
    )
