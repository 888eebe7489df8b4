"""When was it published? The narrowest interval that an article's own expressions allow."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pandas as pd

from helpers.timexes import intervals as cal
from helpers.timexes.context import Context, Segment, tense
from helpers.timexes.dates import READERS, calendar, year_in
from helpers.timexes.finder import penn_tags, sentence_starts
from helpers.timexes.grammar import candidates
from helpers.timexes.lexer import Words, read_words


def infer_publication(article, tokens):
    return infer(read_words(article.text, sentence_starts(tokens), penn_tags(tokens)))


def infer(words: Words):
    return None, None, []
