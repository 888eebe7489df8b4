"""Articles as they were collected: the manifest, verified texts, paragraphs and their roles."""

from helpers.corpus.article import Article, read_article
from helpers.corpus.characters import INVISIBLE, drop_invisible, shape, straighten
from helpers.corpus.manifest import (
    CORPUS,
    add_article,
    has_corrections,
    list_articles,
    load_article,
    read_corrections,
)
from helpers.corpus.paragraphs import count_in, find_paragraphs

__all__ = [
    "CORPUS",
    "INVISIBLE",
    "Article",
    "add_article",
    "count_in",
    "drop_invisible",
    "find_paragraphs",
    "has_corrections",
    "list_articles",
    "load_article",
    "read_article",
    "read_corrections",
    "shape",
    "straighten",
]
