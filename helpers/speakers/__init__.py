"""Who speaks: canonical speakers of quotations, and what the article gives to whom."""

from helpers.speakers.aliases import read_aliases
from helpers.speakers.attribution import attribute_speakers
from helpers.speakers.summaries import (
    find_unquoted,
    find_voices,
    list_doubtful,
    summarize_speakers,
    summarize_stances,
    summarize_types,
)

__all__ = [
    "attribute_speakers",
    "find_unquoted",
    "find_voices",
    "list_doubtful",
    "read_aliases",
    "summarize_speakers",
    "summarize_stances",
    "summarize_types",
]
