"""Reading the gold: tables of the two articles and of the passages, verified against their texts."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import pandas as pd

from helpers.corpus import CORPUS, Article, read_article
from helpers.schema import GOLD, build, read_csv

FOLDER = CORPUS / "gold"
PARTS = ("open", "snippets", "fresh", "unseen", "held")


def read_gold(article: Article, what: str) -> pd.DataFrame:
    """Return the gold table of an article, every offset verified against its text.

    ``what`` is sentences, tokens, names, quotations, timexes or events; the columns are those of
    ``schema.GOLD[what]``. Empty for an article that nobody has marked. Raises ``ValueError`` for
    another ``what`` and for a gold file that does not fit its declaration or its article.

    >>> from helpers.corpus import load_article
    >>> read_gold(load_article("invented-2021-09-07-tidewall"), "timexes")["value"].iloc[1]
    '2021-09-07'
    """
    if what not in GOLD:
        raise ValueError(f"There is no gold called {what!r}; it has {', '.join(GOLD)}.")
    folder = FOLDER / article.article_id
    if not folder.is_dir():
        return build([], GOLD[what], article)
    return _read(folder / f"{what}.csv", what, article)


def read_passages(part: str) -> tuple[list[Article], pd.DataFrame]:
    """Return the invented passages of a part, and their gold quotations with canonical speakers.

    ``part`` is "open" (passages from which rules are made), "snippets" (short ones, one hard choice
    each), "fresh" (on which the choice of entity is trained), "unseen" or "held" (for the final
    figures only). The gold table has the columns of ``schema.GOLD["quotations"]``; ``article_id``
    is the name of the passage.

    >>> articles, gold = read_passages("open")
    >>> len(articles) >= 8, int((gold["speaker"].isna() & (gold["kind"] == "direct")).sum())
    (True, 0)
    """
    if part not in PARTS:
        raise ValueError(f"There are no passages called {part!r}; give {' or '.join(PARTS)}.")
    articles, table = _read_passages(part)
    return list(articles), table.copy()


@functools.cache
def _read_passages(part: str) -> tuple[tuple[Article, ...], pd.DataFrame]:
    paths = sorted((FOLDER / "passages" / part).glob("*.txt"))
    articles = tuple(replace(read_article(path), article_id=path.stem) for path in paths)
    tables = [
        _read(path.with_suffix(".csv"), "quotations", article)
        for path, article in zip(paths, articles, strict=True)
    ]
    rows = pd.concat(tables, ignore_index=True) if tables else []
    return articles, build(rows, GOLD["quotations"])


def _read(path: Path, what: str, article: Article) -> pd.DataFrame:
    """A gold file as a checked table; in the file itself the folder stands for ``article_id``."""
    if not path.exists():
        raise ValueError(f"The gold of article {article.article_id} has no {path.name}; add it.")
    own = {"start": "int64", "end": "int64", "text": "string", **GOLD[what].own}
    bare = replace(GOLD[what], own=own, offsets=False, order=("start", "end"))
    return build(read_csv(path, bare).assign(article_id=article.article_id), GOLD[what], article)
