"""Readability: long sentences and long words, nothing more."""

from __future__ import annotations

import re

import pandas as pd

from helpers.frequencies.terms import COUNTED

_JOINERS = ("-", "‐", "‑", "'", "’")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouylr][lr])e$"
    r"|(?<=[^aeiouyscxzg])(?<![^aeiouyl]l)(?<!sh)(?<!ch)es$"
    r"|(?<=[^aeiouytd])(?<![^aeiouyl]l)(?<![^aeiouyr]r)ed$"
    r"|(?<=[gq])ues?$|(?<=[^aeiouyl])e(?=(?:ment|ly|less|ful|where|ness|thing|times?|one|fore)s?$)"
)
_TWO = re.compile(
    r"(?<![ctgs])(?<!ll)i(?=a|o(?!u?s$))|(?<![ctgsx])i(?=ous)|[tcs]i(?=at|et)|i(?=et|enc|er$)|(?<![tc])i(?=ent)"
    r"|eo(?!p)|(?<![qg])u(?=a|o|i(?:ng|ty))|[aeiouy](?=ing)|[ie](?=um)"
    r"|(?:cre|th)e?(?=at(?:e|i|or|er|re))|(?:id|ar)e(?=as?$)|(?<=[^aeiouyr])n['’]t$|sms?$"
)


def measure_readability(tokens: pd.DataFrame) -> list[dict]:
    """Return rows (measure, value, definition, source): sentence and word length, Flesch (1948) reading
    ease, Gunning's (1952) fog index. Missing for a text without words."""
    words = join_words(tokens)
    sentences = len(tokens.loc[_counted(tokens), ["article_id", "sentence"]].drop_duplicates())
    known = {word: count_syllables(word) for word in sorted(set(words))}
    total = sum(known[word] for word in words)
    n, hard = len(words), sum(known[word] >= 3 for word in words)
    if n:
        scores = score_readability(n, sentences, total, hard)
        values = (sentences, n / sentences, total / n, *scores)
    else:
        values = (0, *[float("nan")] * 4)
    definitions = (
        ("sentences", "sentences that hold a word", None),
        ("words_per_sentence", "words as printed, so don't is one", None),
        ("syllables_per_word", "vowel groups without silent e, by rule", None),
        ("flesch", "reading ease: 60-70 is plain, below 30 hard", "Flesch 1948"),
        ("fog", "years of schooling needed", "Gunning 1952"),
    )
    return [
        {"measure": name, "value": value, "definition": definition, "source": source}
        for (name, definition, source), value in zip(definitions, values, strict=True)
    ]


def score_readability(words: int, sentences: int, syllables: int, hard: int) -> tuple[float, float]:
    """Return Flesch reading ease, 206.835 - 1.015 words/sentence - 84.6 syllables/word, and fog
    index, 0.4 (words/sentence + 100 hard/words), hard words having three or more syllables.

    >>> [round(score, 2) for score in score_readability(7, 1, 8, 0)]
    [103.04, 2.8]
    """
    return (
        206.835 - 1.015 * words / sentences - 84.6 * syllables / words,
        0.4 * (words / sentences + 100 * hard / words),
    )


def count_syllables(word: str) -> int:
    """Return the number of syllables of an English word, at least one.

    Counts groups of vowels, takes off silent e (also in es, ed and before endings such as -ment),
    and splits the pairs of vowels that English mostly reads as two (li-on, cre-ate, ide-a).

    >>> [count_syllables(word) for word in ("cat", "breakfast", "peace", "table", "minister")]
    [1, 2, 1, 2, 3]
    """
    word = word.casefold()
    groups = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_TWO.findall(word))
    return max(groups, 1)


def join_words(tokens: pd.DataFrame) -> list[str]:
    """Return the printed words: parts of a contraction, possessive or compound joined again."""
    words: list[str] = []
    end, open_word = None, False
    for start, stop, text, counted, article in zip(
        tokens["start"].tolist(),
        tokens["end"].tolist(),
        tokens["text"].tolist(),
        _counted(tokens).tolist(),
        tokens["article_id"].tolist(),
        strict=True,
    ):
        touches = open_word and end == (article, start)
        if counted and touches:
            words[-1] += text
        elif counted:
            words.append(text)
        elif touches and text in _JOINERS:
            words[-1] += text
        open_word = counted or (touches and text in _JOINERS)
        end = (article, stop)
    return words


def _counted(tokens: pd.DataFrame):
    return tokens["kind"].isin(list(COUNTED)).to_numpy(dtype=bool)
