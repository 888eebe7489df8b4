"""Sentences and words of an article, with exact offsets."""

from __future__ import annotations

import unicodedata

import pandas as pd

from helpers import schema
from helpers.corpus import drop_invisible, find_paragraphs, straighten
from helpers.tokens.sentences import find_ends, release
from helpers.tokens.words import find_words

__all__ = ["tokenize"]


def tokenize(article) -> pd.DataFrame:
    """Return the table ``tokens`` of an article: every word, number, mark and symbol of every
    paragraph.

    Columns: ``article_id, start, end, text`` (code points), ``paragraph``, ``sentence`` and
    ``token`` (all 0-based within the article), ``kind`` (word, number, punctuation, symbol) and
    ``norm`` (quotation marks straightened, invisible characters dropped, lower case); ``tag``,
    ``pos`` and ``lemma`` are ``<NA>`` until :func:`helpers.tags.tag` fills them.

    Words follow the Universal Dependencies treebanks of English (Silveira et al. 2014): contractions,
    possessives and hyphened words are cut. Sentences never cross paragraphs.

    >>> from helpers.corpus import Article
    >>> tokens = tokenize(Article("note", "Lt. Col. Day’s men didn’t stay. “No!” they said."))
    >>> tokens["text"].tolist()[:7]
    ['Lt.', 'Col.', 'Day', '’s', 'men', 'did', 'n’t']
    >>> tokens.groupby("sentence")["norm"].last().tolist()
    ['.', '.']
    """
    columns = {name: [] for name in ("start", "end", "paragraph", "sentence")}
    straight, sentence = straighten(article.text), 0
    paragraphs = find_paragraphs(article)
    for number, start, end in zip(
        paragraphs["paragraph"], paragraphs["start"], paragraphs["end"], strict=True
    ):
        piece = straight[start:end]
        words = find_words(piece, start)
        words, ends = release(piece, words, find_ends(piece, words, start), start)
        columns["start"] += [a for a, _ in words]
        columns["end"] += [b for _, b in words]
        columns["paragraph"] += [number] * len(words)
        first = 0
        for last in ends:
            columns["sentence"] += [sentence] * (last + 1 - first)
            first, sentence = last + 1, sentence + 1
    spans = list(zip(columns["start"], columns["end"], strict=True))
    plain = [straight[a:b] for a, b in spans]
    forms = {form: drop_invisible(form) for form in dict.fromkeys(plain)}
    known = {form: (_kind(bare), bare.lower()) for form, bare in forms.items()}
    rows = pd.DataFrame(
        {
            "article_id": article.article_id,
            **columns,
            "text": [article.text[a:b] for a, b in spans],
            "token": range(len(spans)),
            "kind": [known[form][0] for form in plain],
            "norm": [known[form][1] for form in plain],
        }
    )
    return schema.build(rows, schema.TOKENS, article)


def _kind(form: str) -> str:
    """Return what a token is by its characters: letters make a word, digits without a word's
    letters (1,500, 3rd, 1990s) a number."""
    if any(map(str.isalpha, form)):
        tail = form.lstrip("0123456789.,:/'+-")
        ordinal = tail.lower() in ("s", "'s", "st", "nd", "rd", "th") and tail != form
        return "number" if ordinal and any(map(str.isdigit, form)) else "word"
    if any(map(str.isnumeric, form)):
        return "number"
    mark = all(unicodedata.category(c)[0] in "PM" and c not in "%@#&*/\\" for c in form)
    return "punctuation" if mark else "symbol"
