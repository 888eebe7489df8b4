"""How an article sounds: by sentence, paragraph and voice, word by word and with intervals."""

from helpers.sentiment.changes import compare_parts
from helpers.sentiment.disagreements import find_disagreements, find_named_words
from helpers.sentiment.intervals import judge_paragraphs
from helpers.sentiment.lexicon import TOPICAL
from helpers.sentiment.scoring import (
    explain_sentiment,
    mark_words,
    score_sentences,
    score_sentiment,
)
from helpers.sentiment.towards import score_people, score_towards
from helpers.sentiment.voices import score_voices, summarize_voices
from helpers.sentiment.what_ifs import ask_what_if, rank_paragraphs

__all__ = [
    "TOPICAL",
    "ask_what_if",
    "compare_parts",
    "explain_sentiment",
    "find_disagreements",
    "find_named_words",
    "judge_paragraphs",
    "mark_words",
    "rank_paragraphs",
    "score_people",
    "score_sentences",
    "score_sentiment",
    "score_towards",
    "score_voices",
    "summarize_voices",
]
