"""Part of speech and lemma of every token."""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from helpers import schema
from helpers.corpus import drop_invisible, straighten
from helpers.perceptron import SequenceLabeller
from helpers.resources import load_model
from helpers.tags.acronyms import UNSEEN, find_acronyms
from helpers.tags.features import FormFeatures
from helpers.tags.lemmas import Lemmatizer
from helpers.tags.lexicon import Lexicon
from helpers.tags.quotes import resolve_marks
from helpers.tags.tables import FormTables
from helpers.tags.tagger import Tagger

__all__ = ["Lexicon", "Tagger", "load_nltk_tagger", "load_tagger", "tag"]


def tag(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``tokens`` with its columns ``tag``, ``pos`` and ``lemma`` filled.

    ``tag`` is the Penn tag as the Universal Dependencies treebanks use it (HYPH, `` and '' for
    opening and closing marks, -LRB-), ``pos`` the universal tag, ``lemma`` the dictionary form,
    small unless it is a name. Scores: ``helpers/models/tagger.md``. Method: averaged perceptron
    (Collins 2002) with word classes from WordNet (Miller 1995).

    >>> from helpers.corpus import Article
    >>> from helpers.tokens import tokenize
    >>> table = tag(tokenize(Article("note", "She didn’t leave Moscow.")))
    >>> list(zip(table["tag"], table["lemma"]))
    [('PRP', 'she'), ('VBD', 'do'), ('RB', 'not'), ('VB', 'leave'), ('NNP', 'Moscow'), ('.', '.')]
    """
    texts = tokens["text"].tolist()
    forms = find_forms(
        texts, tokens["start"].tolist(), tokens["end"].tolist(), tokens["paragraph"].tolist()
    )
    lengths = [len(list(group)) for _, group in groupby(tokens["sentence"].tolist())]
    acronyms = find_acronyms(forms, lengths)
    for i in acronyms:
        forms[i] = UNSEEN
    tags, universal, lemmas = load_tagger().analyze(forms, lengths)
    for i in acronyms:
        lemmas[i] = texts[i]
        if tags[i] == "NN":
            tags[i], universal[i] = "NNP", "PROPN"
    return schema.build(tokens.assign(tag=tags, pos=universal, lemma=lemmas), schema.TOKENS)


def find_forms(
    texts: list[str], starts: list[int], ends: list[int], paragraphs: list[int]
) -> list[str]:
    """Return the tokens as the tagger reads them: marks straight, quotation marks by their side."""
    plain = {text: drop_invisible(straighten(text)) or text for text in dict.fromkeys(texts)}
    forms = [plain[text] for text in texts]
    first = 0
    for _, group in groupby(paragraphs):
        last = first + len(list(group))
        marks = resolve_marks(texts[first:last], starts[first:last], ends[first:last])
        for i, mark in marks.items():
            forms[first + i] = mark
        first = last
    return forms


def load_tagger() -> Tagger:
    """Return the tagger made of the carried models (read once in the life of a process)."""
    return load_model("tagger.bin.gz", _assemble)


def load_nltk_tagger():
    """Return the same tagger as an ``nltk.tag.api.TaggerI``, which NLTK's own tools accept.

    >>> load_nltk_tagger().accuracy([[("Rain", "NN"), ("fell", "VBD"), (".", ".")]])
    1.0
    """
    from helpers.tags.interface import NltkTagger

    return NltkTagger(load_tagger())


def _assemble(content: bytes) -> Tagger:
    lexicon = load_model("wordnet.bin.gz", Lexicon.from_bytes)
    tables = load_model("forms.tsv.gz", FormTables.from_bytes)
    return Tagger(
        SequenceLabeller.from_bytes(content),
        FormFeatures(lexicon, tables.ambiguity),
        Lemmatizer(lexicon, tables.lemmas),
        tables.universal,
    )
