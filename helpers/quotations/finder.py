"""The table of quotations."""

from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from helpers import schema
from helpers.quotations.attributes import Words, paragraph_spans
from helpers.quotations.edges import end_before_main_clause, trim
from helpers.quotations.fragments import keep_called, split_fragments
from helpers.quotations.judging import (
    find_confidence,
    find_unnamed,
    is_passive_subject,
    is_said,
    is_seen,
    is_single,
    tokens_of,
)
from helpers.quotations.pairing import pair_marks
from helpers.quotations.reports import find_reports
from helpers.quotations.spans import Reading, Report
from helpers.quotations.speech import is_wish
from helpers.quotations.terms import is_term, is_title
from helpers.quotations.transcripts import CONFIDENCE, find_transcript

_NAMING = ("NN", "PR", "DT", "CD", "WP", "JJ", "WD", "EX", "FW")
# Below this, reported speech without marks is wrong more often than right.
DOUBT = 0.3


def read_words(article, tokens: pd.DataFrame) -> Words:
    """Return the tokens of an article as lists, with its pairs of quotation marks."""
    paragraphs = tokens["paragraph"].tolist()
    starts, ends = tokens["start"].tolist(), tokens["end"].tolist()
    pairs, _ = pair_marks(article.text, paragraph_spans(starts, ends, paragraphs))
    tags = schema.texts(tokens["tag"], "XX")
    norms = [_MARK_NORMS.get(norm, norm) for norm in tokens["norm"].tolist()]
    return Words(
        article.text,
        norms,
        tags,
        starts,
        ends,
        paragraphs,
        tokens["sentence"].tolist(),
        pairs,
    )


_MARK_NORMS = {"``": '"', "''": '"', "“": '"', "”": '"'}


def find_quotations(article, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``quotations``: what somebody is reported to have said or written.

    ``kind`` is direct (all words between quotation marks; the span is the words inside the marks),
    mixed (some of them; marks included) or indirect. Parts of one interrupted quotation share
    ``quotation`` and count ``part`` from 0. ``cue`` is the word or colon that reports, with
    ``cue_start, cue_end``; ``mention_start, mention_end`` the words that name the source, and
    ``rival_start, rival_end`` the second best (see ``helpers.speakers``). ``rule`` says how content
    was found: "marks" (pairs of quotation marks), "re-opened" (left open and taken up again in the
    next paragraph), "nested" (inside the report of another), "labels" (no marks), "transcript" (no
    marks, behind the label of a speaker), "attitude" (no
    marks either, and no speech: what somebody is said to believe, plan, want or criticise, which
    ``keep_speech`` leaves out). ``confidence`` is the mean probability of the content
    times that of the source, 0 to 1.

    Needs tags (:func:`helpers.tags.tag`). Method: a delexicalised linear-chain model of source, cue
    and content (after Pareti et al. 2013 and Newell et al. 2018) over paired marks, and a
    log-linear choice of the source. Scores: ``helpers/models/quotations.md``.

    Raises ``ValueError`` when the tokens carry no tags.

    >>> from helpers.corpus import Article
    >>> from helpers.tags import tag
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "“The bridge is safe,” Maria Lund said on Friday.")
    >>> found = find_quotations(note, tag(tokenize(note)))
    >>> found[["text", "kind", "cue"]].values.tolist()
    [['The bridge is safe,', 'direct', 'said']]
    """
    if len(tokens) and tokens["tag"].isna().all():
        raise ValueError(
            f"The tokens of article {article.article_id} carry no tags; pass tag(tokenize(article))."
        )
    if not len(tokens):
        return schema.build([], schema.QUOTATIONS)
    words = read_words(article, tokens)
    reading, reports = find_reports(words)
    lemmas = schema.texts(tokens["lemma"])
    rows = []
    chain = -1
    for report in reports:
        if report.nested and is_seen(reading, report, lemmas):
            continue
        unnamed = find_unnamed(reading, report, lemmas)
        if unnamed:
            report.cue, report.mention, report.rival = unnamed, None, None
        keep_called(reading, report)
        report.pieces = [
            piece
            for first, stop in report.pieces
            for piece in split_fragments(
                reading, report, first, end_before_main_clause(reading, report, first, stop)
            )
        ]
        pieces = [
            (piece, *span)
            for piece in report.pieces
            for span in [trim(reading, piece, report)]
            if span
        ]
        pieces = [piece for piece in pieces if not is_title(reading, report, *piece)]
        if any(is_term(reading, *piece[0]) for piece in pieces) and is_single(reading, report):
            continue
        if pieces and all(kind == "indirect" and b - a < 2 for (a, b), *_, kind, _ in pieces):
            # "that was the plan": one word is no report of what was said.
            continue
        if not pieces:
            continue
        if any(kind != "indirect" for *_, kind, _ in pieces):
            # "a guard, not allowed to talk, shook his head: “No.”": what was not said is no part.
            pieces = [
                one
                for one in pieces
                if one[3] != "indirect" or not is_wish(reading.words[slice(*one[0])])
            ]
            pieces = [
                (*piece, "mixed" if kind == "indirect" else kind, rule)
                for *piece, kind, rule in pieces
            ]
            pieces = [one for one in pieces if not is_passive_subject(reading, report, *one[0])]
        confidence = find_confidence(reading, report)
        if all(kind == "indirect" for *_, kind, _ in pieces):
            if confidence < DOUBT:
                continue
            said = [tokens_of(reading, *piece[:3]) for piece in pieces]
            if not is_said(reading, report, said, lemmas, confidence):
                pieces = [(*piece, "attitude") for *piece, _ in pieces]
        chain, first = _number(rows, chain, report)
        for part, (piece, start, end, kind, rule) in enumerate(pieces, first):
            told = {"kind": kind, "rule": _rule(report, rule), "confidence": confidence}
            place = (piece[0], start, end)
            rows.append(_row(article, reading, report, place, quotation=chain, part=part, **told))
    rows = _add_transcript(article, reading, rows, chain)
    rows.sort(key=lambda row: (row["start"], -row["end"]))
    order = {old: new for new, old in enumerate(dict.fromkeys(row["quotation"] for row in rows))}
    for row in rows:
        row["quotation"] = order[row["quotation"]]
    return schema.build(rows, schema.QUOTATIONS, article)


def _add_transcript(article, reading: Reading, rows: list[dict], chain: int) -> list[dict]:
    """Return the rows with the turns of a transcript instead of what crosses them."""
    told = {
        "part": 0,
        "kind": "indirect",
        "rule": "transcript",
        "cue": ":",
        "confidence": CONFIDENCE,
    }
    turns, lows = [], []
    for number, (first, colon, stop) in enumerate(find_transcript(reading), chain + 1):
        report = Report([(colon + 1, stop)], cue=(colon, colon + 1), mention=(first, colon))
        place = (first, reading.starts[colon + 1], reading.ends[stop - 1])
        turns.append(_row(article, reading, report, place, quotation=number, **told))
        lows.append(reading.starts[first])
    ends = [turn["end"] for turn in turns]
    kept = []
    for row in rows:
        # Turns are paragraphs in order: a row crosses the first that ends behind its start, or none.
        at = bisect_right(ends, row["start"])
        if at == len(turns) or row["end"] <= lows[at]:
            kept.append(row)
            continue
        inner = row["start"] > turns[at]["start"] and row["end"] <= ends[at]
        if inner and row["rule"] != "attitude":
            # What others say inside a turn is told by its speaker.
            kept.append(row | {"rule": "nested"})
    return kept + turns


def _row(article, reading: Reading, report: Report, place: tuple[int, int, int], **told) -> dict:
    """Return a row of the table: ``place`` is its first token, start and end; cue and sources are
    those of its report, and ``told`` is the rest."""
    first, start, end = place
    return {
        "article_id": article.article_id,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "paragraph": reading.paragraphs[first],
        **_span(reading, "cue", report.cue),
        **_span(reading, "mention", _named(reading, report.mention)),
        **_span(reading, "rival", report.rival),
        "cue": _text(reading, report.cue),
        **told,
    }


def keep_speech(quotations: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that report speech or writing, without attitudes ("hopes to sail again").

    Words without marks count when a word of saying or writing reports them and they are a clause,
    or there is hardly a doubt. Columns as in ``find_quotations`` or with the speakers.
    """
    return quotations[quotations["rule"] != "attitude"].reset_index(drop=True)


def _named(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the span of a source unless it holds no word that can name one."""
    if span and any(tag[:2] in _NAMING for tag in reading.tags[span[0] : span[1]]):
        return span
    return None


def _rule(report: Report, rule: str) -> str:
    return "re-opened" if report.continued else "nested" if report.nested else rule


def _number(rows: list[dict], chain: int, report: Report) -> tuple[int, int]:
    if report.continued and rows:
        return chain, rows[-1]["part"] + 1
    return chain + 1, 0


def _span(reading: Reading, name: str, span: tuple[int, int] | None) -> dict:
    if span is None:
        return {}
    return {
        f"{name}_start": reading.starts[span[0]],
        f"{name}_end": reading.ends[span[1] - 1],
    }


def _text(reading: Reading, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    return reading.text[reading.starts[span[0]] : reading.ends[span[1] - 1]]
