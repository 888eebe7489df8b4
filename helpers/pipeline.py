"""All analyses in order, for one article or a whole folder of them; and the steps themselves, for
whoever takes them one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import pandas as pd

from helpers.corpus import Article, count_in, find_paragraphs, load_article
from helpers.events import find_events
from helpers.frequencies import count_terms, load_stop_words
from helpers.names import find_names
from helpers.quotations import find_quotation_marks, find_quotations, keep_speech
from helpers.sentiment import explain_sentiment, score_sentences, score_sentiment
from helpers.speakers import attribute_speakers, summarize_speakers
from helpers.tags import tag
from helpers.timeline import build_timeline
from helpers.timexes import find_timexes, infer_publication
from helpers.tokens import tokenize

__all__ = [
    "Analysis",
    "analyze",
    "analyze_all",
    "attribute_speakers",
    "find_events",
    "find_names",
    "find_quotations",
    "find_timexes",
    "infer_publication",
    "keep_speech",
    "tag",
    "tokenize",
]


@dataclass(frozen=True)
class Analysis:
    """Every table of one article, in the order in which they are made (columns: ``helpers.schema``).

    ``quotations`` carries the speaker columns; ``speakers`` and ``frequencies`` count headline and body
    only.
    """

    article: Article
    paragraphs: pd.DataFrame
    tokens: pd.DataFrame
    names: pd.DataFrame
    quotations: pd.DataFrame
    quotation_marks: pd.DataFrame
    speakers: pd.DataFrame
    sentiment: pd.DataFrame
    sentiment_sentences: pd.DataFrame
    sentiment_words: pd.DataFrame
    timexes: pd.DataFrame
    events: pd.DataFrame
    timeline: pd.DataFrame
    frequencies: pd.DataFrame

    @property
    def said(self) -> pd.DataFrame:
        """The quotations that report speech, without attitudes."""
        return keep_speech(self.quotations)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(table)} {name}" for name, table in self.tables().items())
        return f"Analysis of {self.article.article_id}: {sizes}"

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return ``{name: table}`` in order."""
        return {field.name: getattr(self, field.name) for field in fields(self)[1:]}


def analyze(article: Article) -> Analysis:
    """Return all tables of one article; an empty article gives empty tables.

    ``quotations`` also holds attitudes (what somebody is said to believe or want, rule "attitude");
    the other tables rest on speech alone, ``analysis.said``.

    The researcher's corrections of speakers and dates (``corpus/aliases``, ``corpus/dates``) are
    applied. Raises ``ValueError`` when a line of them fits nothing.

    >>> analysis = analyze(Article("note", "“We sail on Friday,” Ada Moss said."))
    >>> analysis.quotations[["speaker", "text"]].values.tolist()
    [['Ada Moss', 'We sail on Friday,']]
    """
    paragraphs = find_paragraphs(article)
    tokens = tag(tokenize(article))
    names = find_names(article, tokens)
    found = find_quotations(article, tokens)
    quotations = attribute_speakers(article, tokens, names, found)
    said = keep_speech(quotations)
    timexes = find_timexes(article, tokens)
    events = find_events(article, tokens, timexes, names, said)
    return Analysis(
        article,
        paragraphs,
        tokens,
        names,
        quotations,
        find_quotation_marks(article, tokens, said),
        summarize_speakers(count_in(said, paragraphs)),
        score_sentiment(article, tokens, said),
        score_sentences(article, tokens, said),
        explain_sentiment(article, tokens),
        timexes,
        events,
        build_timeline(article, tokens, events, timexes),
        count_terms(tokens, paragraphs, stop=load_stop_words()),
    )


def analyze_all(articles: Iterable[Article | str | Path]) -> tuple[list[Analysis], pd.DataFrame]:
    """Return the analyses of many articles, and a table of those that could not be read.

    ``articles`` holds articles, ids of the corpus or paths of ``.txt`` files. The table has the
    columns ``article`` and ``problem`` (one sentence); the rest of the batch goes on.

    >>> analyses, problems = analyze_all([Article("note", "It rained."), "nowhere.txt"])
    >>> len(analyses), problems["article"].tolist()
    (1, ['nowhere.txt'])
    """
    analyses, problems = [], []
    for article in articles:
        name = article.article_id if isinstance(article, Article) else str(article)
        try:
            loaded = article if isinstance(article, Article) else load_article(name)
            analyses.append(analyze(loaded))
        except (OSError, ValueError, KeyError) as error:
            problems.append(
                {"article": name, "problem": str(error.args[0] if error.args else error)}
            )
    return analyses, pd.DataFrame(problems, columns=["article", "problem"], dtype="string")
