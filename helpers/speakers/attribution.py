"""The speaker of every quotation."""

from __future__ import annotations

import pandas as pd

from helpers import schema
from helpers.speakers.aliases import apply_aliases, read_aliases
from helpers.speakers.people import Cast
from helpers.speakers.phrases import name_runs, read_line
from helpers.speakers.resolve import Answer, Resolver


def attribute_speakers(
    article,
    tokens: pd.DataFrame,
    names: pd.DataFrame,
    quotations: pd.DataFrame,
    aliases: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the quotations with their speakers.

    Further columns: ``mention`` with ``mention_start, mention_end`` (the words that name the source
    beside the cue), ``speaker`` (canonical: the fullest name in the article, or the description of
    one without a name), ``speaker_type`` (named person, organization, document, collective,
    anonymous, author), ``evidence`` (name, role, pronoun, continued: re-opened paragraphs, alias:
    the researcher's ledger, none), ``runner_up`` (the next best speaker) and ``outer_speaker`` (who
    reports the quotation when it stands inside another one). ``names`` may be empty: runs of proper
    nouns are taken instead. ``aliases`` (see ``read_aliases``) is read from the corpus by default.

    Raises ``ValueError`` for a line of the ledger that matches nothing.

    >>> from helpers.corpus import Article
    >>> from helpers.quotations import find_quotations
    >>> from helpers.schema import NAMES, build
    >>> from helpers.tags import tag
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "“No,” said Mayor Ann Lee. “Never,” she added.")
    >>> tokens = tag(tokenize(note))
    >>> found = attribute_speakers(note, tokens, build([], NAMES), find_quotations(note, tokens))
    >>> found[["text", "speaker", "evidence"]].values.tolist()
    [['No,', 'Ann Lee', 'name'], ['Never,', 'Ann Lee', 'pronoun']]
    """
    rows = quotations.to_dict("records")
    if not rows:
        return schema.build([], schema.ATTRIBUTED)
    line = read_line(tokens)
    cast = Cast(article.text, names, name_runs(line))
    quoted = [(row["start"], row["end"]) for row in rows if row["kind"] == "direct"]
    resolver = Resolver(article.text, line, cast, getattr(article, "byline", None), quoted)
    answers: dict[tuple[int, int], Answer] = {}
    chains: dict[int, Answer] = {}
    for row in sorted(rows, key=_reading_order):
        answer = _answer(row, resolver, answers, chains)
        row.update(
            mention_start=answer.start,
            mention_end=answer.end,
            mention=None if answer.start is None else article.text[answer.start : answer.end],
            speaker=answer.speaker,
            speaker_type=answer.speaker_type,
            evidence=answer.evidence,
        )
    for row in rows:
        row["runner_up"] = _runner_up(row, resolver)
    _find_outer(rows)
    apply_aliases(article, rows, read_aliases(article) if aliases is None else aliases)
    return schema.build(rows, schema.ATTRIBUTED, article)


def _reading_order(row: dict) -> tuple[int, int]:
    start = row["mention_start"]
    return (row["start"] if pd.isna(start) else int(start)), row["start"]


def _answer(row: dict, resolver: Resolver, answers: dict, chains: dict) -> Answer:
    if row["part"] and row["rule"] == "re-opened" and row["quotation"] in chains:
        known = chains[row["quotation"]]
        if pd.isna(row["mention_start"]) or row["mention_start"] == known.start:
            return Answer(known.speaker, known.speaker_type, "continued", known.start, known.end)
    if pd.isna(row["mention_start"]):
        return Answer(None, None, "none")
    span = int(row["mention_start"]), int(row["mention_end"])
    if span not in answers:
        limits = [row["start"], row["cue_start"]]
        after = [int(limit) for limit in limits if not pd.isna(limit) and limit >= span[1]]
        answers[span] = resolver.resolve(*span, min(after, default=span[1] + 80))
        if row["rule"] != "nested":
            resolver.remember(answers[span])
    chains.setdefault(row["quotation"], answers[span])
    return answers[span]


def _runner_up(row: dict, resolver: Resolver) -> str | None:
    if "rival_start" not in row:
        # Attributed before, now with another ledger: the second best is the same.
        return row.get("runner_up")
    if pd.isna(row["rival_start"]):
        return None
    start, end = int(row["rival_start"]), int(row["rival_end"])
    entity = resolver.cast.at.get(end - 1)
    name = entity.name if entity else resolver.text[start:end]
    return None if name == row["speaker"] else name


def _find_outer(rows: list[dict]) -> None:
    """The speaker of the smallest other quotation that holds this one."""
    for row in rows:
        row["outer_speaker"] = None
    open_rows: list[dict] = []
    for row in sorted(rows, key=lambda one: (one["start"], -one["end"])):
        open_rows = [one for one in open_rows if one["end"] > row["start"]]
        around = [one for one in open_rows if one["end"] >= row["end"]]
        if around and around[-1]["speaker"] != row["speaker"]:
            row["outer_speaker"] = around[-1]["speaker"]
        open_rows.append(row)
