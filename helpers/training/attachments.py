"""Train the model of what time expressions modify, on the dependencies of EWT and GUM."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from helpers.corpus import Article
from helpers.events.anchors import Time, Weights
from helpers.events.attachments import describe_attachment, heads
from helpers.events.finder import read_times
from helpers.events.senses import Senses
from helpers.events.sentences import Sentence, read_sentences
from helpers.tags import tag
from helpers.timexes import find_timexes
from helpers.tokens import tokenize
from helpers.training import treebanks
from helpers.training.anchors import fit

L2, LEAST = 16.0, 4


def train_attachments(data: Path, senses: Senses) -> Weights:
    """Return the weights learnt from the train parts of ``ud-ewt`` and ``gum`` in ``data``."""
    groups = [
        [(describe_attachment(sentence, time, i, senses), i == head) for i in heads(sentence, time)]
        for path in treebanks.find_treebanks(data, "train")
        for sentence, time, head in read_attachments(path)
    ]
    return Weights(fit(groups, L2, LEAST))


def read_attachments(path: Path) -> list[tuple[Sentence, Time, int]]:
    """Return the time expressions of a treebank file with the token each modifies, on our own
    tokens, tags and expressions; an expression with several heads or none is left out."""
    found = []
    by_document = groupby(treebanks.read_sentences(path), key=lambda one: one.document)
    for name, sentences in by_document:
        text, heads_of = _join(list(sentences))
        article = Article(name, text)
        tokens = tag(tokenize(article))
        timexes = find_timexes(article, tokens)
        own = read_sentences(tokens, timexes)
        for time in read_times(own, timexes):
            sentence = own[time.sentence]
            starts = [heads_of.get(start) for start in sentence.starts]
            # A head outside the expression; the character where it starts tells which token it is.
            outside = [
                head
                for head in starts[time.first : time.last]
                if head is None
                or not sentence.starts[time.first] <= head < sentence.ends[time.last - 1]
            ]
            if len(outside) == 1 and outside[0] in sentence.starts:
                found.append((sentence, time, sentence.starts.index(outside[0])))
    return found


def _join(sentences: list[treebanks.Sentence]) -> tuple[str, dict[int, int]]:
    """Return the text of a document, and where words start with where their heads start."""
    text, heads_of = "", {}
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.opens else " "
        at = len(text)
        text += sentence.text
        for word in sentence.words:
            head = sentence.words[word.head - 1] if word.head else None
            if word.start >= 0 and (head is None or head.start >= 0):
                heads_of[at + word.start] = at + head.start if head else -1
    return text, heads_of
