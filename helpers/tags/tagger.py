"""The tagger: forms in, Penn tags, universal tags and lemmas out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from helpers.perceptron import SequenceLabeller
from helpers.tags.features import (
    EDGE,
    PLACES,
    FormFeatures,
    find_pairs,
    find_positions,
    reduce,
    shape,
)
from helpers.tags.lemmas import Lemmatizer

_MAX_FORMS = 30_000
# The press is fond of them, the treebanks hardly have them, and they are never anything else.
_PREPOSITIONS = frozenset("amid amidst amongst atop notwithstanding vis-à-vis".split())


class Tagger:
    """A sequence labeller whose labels are ``tag`` or ``tag|pos``, called as NLTK's taggers are."""

    def __init__(
        self,
        labeller: SequenceLabeller,
        forms: FormFeatures,
        lemmatizer: Lemmatizer,
        universal: dict[tuple[str, str], str],
    ):
        """``universal`` maps ``(lower-case form, tag)`` to the universal tag, ``("", tag)`` being
        the tag's usual one."""
        self.labeller = labeller
        self.forms = forms
        self.lemmatizer = lemmatizer
        self.universal = universal
        self._forget()

    def tag(self, tokens: list[str]) -> list[tuple[str, str]]:
        """Return ``(word, Penn tag)`` for the words of one sentence, as NLTK's taggers do."""
        return self.tag_sents([tokens])[0]

    def tag_sents(self, sentences: Iterable[list[str]]) -> list[list[tuple[str, str]]]:
        """Return ``(word, Penn tag)`` for the words of every sentence."""
        # NLTK's measures hand over a generator, which can be read only once.
        sentences = list(sentences)
        forms = [form for sentence in sentences for form in sentence]
        tags = [label.partition("|")[0] for label in self.labels(forms, [*map(len, sentences)])]
        ends = [0, *np.cumsum([len(s) for s in sentences], dtype=int).tolist()]
        return [list(zip(forms[a:b], tags[a:b], strict=True)) for a, b in pairwise(ends)]

    def analyze(self, forms: list[str], lengths: list[int]) -> tuple[list[str], ...]:
        """Return Penn tags, universal tags and lemmas of sentences that stand one after another."""
        labels = self.labels(forms, lengths)
        words = list(zip(forms, labels, strict=True))
        for word in dict.fromkeys(words):
            if word not in self._words:
                self._words[word] = self._read(*word)
        rows = [self._words[word] for word in words]
        if not rows:
            return [], [], []
        tags, universal, lemmas = map(list, zip(*rows, strict=True))
        for i in [i for i, form in enumerate(forms) if form == "'s" and tags[i] == "VBZ"]:
            window = zip(forms[i + 1 : i + 4], tags[i + 1 : i + 4], strict=True)
            verb = next((form for form, tag in window if tag != "RB"), "")
            # He's been, he's got; elsewhere the treebanks' 's is nearly always a form of be.
            if verb.lower() in ("been", "got", "had"):
                lemmas[i] = "have"
        return tags, universal, lemmas

    def _read(self, form: str, label: str) -> tuple[str, str, str]:
        tag, _, pos = label.partition("|")
        if not pos:
            pos = self.universal.get((form.lower(), tag)) or self.universal.get(("", tag), "X")
        return tag, pos, self.lemmatizer.lemma(form, tag)

    def labels(self, forms: list[str], lengths: list[int]) -> list[str]:
        """Return the labels of sentences of the given ``lengths`` (a whole document in one go)."""
        if not forms:
            return []
        vectors, rows = self._vectors_of(forms)
        starts = np.cumsum(lengths) - lengths
        inside = np.arange(len(forms)) - np.repeat(starts, lengths)
        left = np.repeat(lengths, lengths) - inside - 1
        edged = np.concatenate([[0, 0], rows, [0, 0]])
        scores = vectors[0][rows]
        scores += vectors[1][np.where(inside >= 1, edged[1:-3], 0)]
        scores += vectors[2][np.where(left >= 1, edged[3:-1], 0)]
        scores += vectors[3][np.where(inside >= 2, edged[:-4], 0)]
        scores += vectors[4][np.where(left >= 2, edged[4:], 0)]
        # Sentences stand one after another with two edges between them; what an edge gets is dropped.
        edge = [self._known[EDGE]] * 2
        around, kept, positions = [*edge], [], []
        for start, length in zip(starts.tolist(), lengths, strict=True):
            sentence = forms[start : start + length]
            known = [self._known[form] for form in sentence]
            kept += range(len(around) - 2, len(around) - 2 + length)
            around += known + edge
            positions += find_positions(sentence, [beginning for *_, beginning in known])
        columns = find_pairs([entry[1] for entry in around], [entry[2] for entry in around])
        columns = [[column[i] for i in kept] for column in columns]
        scores += self.labeller.score_columns([*columns, positions])
        names = self.labeller.labels
        found = self.labeller.decode(scores, lengths).tolist()
        return [
            "IN" if form.lower() in _PREPOSITIONS else names[i]
            for form, i in zip(forms, found, strict=True)
        ]

    def _vectors_of(self, forms: list[str]) -> tuple[list[np.ndarray], np.ndarray]:
        """Return, per place, the summed weights of every form seen so far, and the forms' rows."""
        new = [form for form in dict.fromkeys(forms) if form not in self._known]
        if len(self._known) + len(new) > _MAX_FORMS:
            self._forget()
            new = list(dict.fromkeys(forms))
        for form in new:
            kind, beginning = self.forms.klass(form), shape(form)[:3]
            self._known[form] = len(self._known), reduce(form), kind, beginning
        if new:
            self._vectors = [
                np.concatenate(
                    [old, self.labeller.score([self.forms.of(form, place) for form in new])]
                )
                for place, old in zip(PLACES, self._vectors, strict=True)
            ]
        return self._vectors, np.array([self._known[form][0] for form in forms])

    def _forget(self) -> None:
        self._words = {}
        self._known = {EDGE: (0, EDGE, "|", "")}
        self._vectors = [self.labeller.score([self.forms.of(EDGE, place)]) for place in PLACES]
