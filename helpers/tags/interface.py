"""The carried tagger as one of NLTK's, for code that asks for a ``TaggerI``.

A module of its own, because importing NLTK takes as long as all the rest of a notebook's imports.
"""

from __future__ import annotations

from collections.abc import Iterable

from nltk.tag.api import TaggerI

from helpers.tags.tagger import Tagger


class NltkTagger(TaggerI):
    """NLTK's interface (``tag``, ``tag_sents``, ``accuracy``, ``confusion``, …) over a ``tagger``."""

    def __init__(self, tagger: Tagger):
        self.tagger = tagger

    def tag(self, tokens: list[str]) -> list[tuple[str, str]]:
        """Return ``(word, Penn tag)`` for the words of one sentence."""
        return self.tagger.tag(tokens)

    def tag_sents(self, sentences: Iterable[list[str]]) -> list[list[tuple[str, str]]]:
        """Return ``(word, Penn tag)`` for the words of every sentence."""
        return self.tagger.tag_sents(sentences)
