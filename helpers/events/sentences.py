"""The tagged tokens of an article as sentences of plain lists, with the expressions over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from helpers.events.verbs import VerbGroup, find_groups


@dataclass
class Sentence:
    """One sentence: parallel lists over its tokens, and the time expressions in it.

    ``timexes`` holds ``(row number, first token, last token + 1)``; ``in_timex`` the row number of
    the expression that covers a token, or -1. ``groups`` maps the main verb of every verb group to
    that group; ``auxiliaries`` are the tokens that only serve one.
    """

    number: int
    paragraph: int
    starts: list[int]
    ends: list[int]
    texts: list[str]
    words: list[str]
    tags: list[str]
    lemmas: list[str]
    timexes: list[tuple[int, int, int]] = field(default_factory=list)
    in_timex: list[int] = field(default_factory=list)
    groups: dict[int, VerbGroup] = field(default_factory=dict)
    auxiliaries: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.words)


def read_sentences(tokens: pd.DataFrame, timexes: pd.DataFrame) -> list[Sentence]:
    """Return the sentences of a tagged tokens table in order of the text.

    Raises ``ValueError`` when the tokens carry no tags.
    """
    if len(tokens) and tokens["tag"].isna().any():
        raise ValueError(
            f"The tokens of article {tokens['article_id'].iloc[0]} have no tags; call tag(tokens)."
        )
    columns = [
        tokens[name].tolist()
        for name in ("start", "end", "text", "norm", "tag", "lemma", "sentence", "paragraph")
    ]
    numbers = columns[6]
    cuts = [i for i, (a, b) in enumerate(pairwise(numbers), 1) if a != b]
    sentences = []
    for first, last in pairwise([0, *cuts, len(numbers)] if numbers else []):
        starts, ends, texts, words, tags, lemmas, number, paragraph = (
            column[first:last] for column in columns
        )
        sentence = Sentence(number[0], paragraph[0], starts, ends, texts, words, tags, lemmas)
        sentence.groups, sentence.auxiliaries = find_groups(words, tags)
        sentence.in_timex = [-1] * len(words)
        sentences.append(sentence)
    _place(sentences, timexes["start"].tolist(), timexes["end"].tolist())
    return sentences


def _place(sentences: list[Sentence], starts: list[int], ends: list[int]) -> None:
    """Tell every sentence which time expressions stand in it, by one walk over both."""
    at = 0
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        while at < len(sentences) and sentences[at].ends[-1] <= start:
            at += 1
        if at == len(sentences):
            return
        sentence = sentences[at]
        covered = [
            i
            for i, (a, b) in enumerate(zip(sentence.starts, sentence.ends, strict=True))
            if a < end and b > start
        ]
        if covered:
            sentence.timexes.append((row, covered[0], covered[-1] + 1))
            for i in covered:
                sentence.in_timex[i] = row


def quoted_tokens(sentences: list[Sentence]) -> list[list[bool]]:
    """Return, per sentence, which tokens stand inside quotation marks of their paragraph."""
    out, inside, paragraph = [], False, None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        line = []
        for tag in sentence.tags:
            inside = True if tag == "``" else False if tag == "''" else inside
            line.append(inside)
        out.append(line)
    return out
