"""The table of quotations."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd

from helpers import schema
from helpers.quotations.attributes import Words
from helpers.quotations.embedded import FINITE
from helpers.quotations.marks import pair_marks
from helpers.quotations.reports import find_reports
from helpers.quotations.spans import Reading, Report

# The longest noun phrase that may stand between a cue and "that".
_LEAD = 7
_NOUN_PHRASE = frozenset("DT PRP PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH TO IN".split())
_NAMING = ("NN", "PR", "DT", "CD", "WP", "JJ", "WD", "EX", "FW")
# Below this, reported speech without marks is wrong more often than right.
DOUBT = 0.3
CLOSERS = (".", ",", "?", "!", "…", "...")
_EDGES = frozenset(",.;:-–— \t\n")


def read_words(article, tokens: pd.DataFrame) -> Words:
    """Return the tokens of an article as lists, with its pairs of quotation marks."""
    paragraphs = tokens["paragraph"].to_numpy("int64")
    starts, ends = tokens["start"].to_numpy("int64"), tokens["end"].to_numpy("int64")
    cuts = [0, *(np.flatnonzero(np.diff(paragraphs)) + 1).tolist(), len(tokens)]
    spans = [(int(starts[a]), int(ends[b - 1])) for a, b in itertools.pairwise(cuts) if b > a]
    pairs, _ = pair_marks(article.text, spans)
    tags = tokens["tag"].fillna("XX").tolist()
    norms = [_MARK_NORMS.get(norm, norm) for norm in tokens["norm"].tolist()]
    return Words(
        article.text,
        norms,
        tags,
        starts,
        ends,
        paragraphs,
        tokens["sentence"].to_numpy("int64"),
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
    next paragraph), "labels" (no marks). ``confidence`` is the mean probability of the content
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
    rows = []
    chain = -1
    for report in reports:
        pieces = [
            (piece, *span)
            for piece in report.pieces
            for span in [_trim(reading, piece, report)]
            if span
        ]
        pieces = [piece for piece in pieces if not _is_title(reading, report, *piece)]
        if pieces and all(kind == "indirect" and b - a < 2 for (a, b), *_, kind, _ in pieces):
            # "that was the plan": one word is no report of what was said.
            continue
        if not pieces:
            continue
        if any(kind != "indirect" for *_, kind, _ in pieces):
            pieces = [
                (*piece, "mixed" if kind == "indirect" else kind, rule)
                for *piece, kind, rule in pieces
            ]
        confidence = _confidence(reading, report)
        if pieces[0][3] == "indirect" and confidence < DOUBT:
            continue
        chain, first = _number(rows, chain, report)
        for part, (piece, start, end, kind, rule) in enumerate(pieces, first):
            rows.append(
                {
                    "article_id": article.article_id,
                    "start": start,
                    "end": end,
                    "text": article.text[start:end],
                    "quotation": chain,
                    "part": part,
                    "paragraph": int(words.paragraphs[piece[0]]),
                    "kind": kind,
                    "rule": _rule(report, rule),
                    **_span(reading, "cue", report.cue),
                    **_span(reading, "mention", _named(reading, report.mention)),
                    **_span(reading, "rival", report.rival),
                    "cue": _text(reading, report.cue),
                    "confidence": confidence,
                }
            )
    rows.sort(key=lambda row: (row["start"], row["end"]))
    order = {old: new for new, old in enumerate(dict.fromkeys(row["quotation"] for row in rows))}
    for row in rows:
        row["quotation"] = order[row["quotation"]]
    return schema.build(rows, schema.QUOTATIONS, article)


def _named(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the span of a source unless it holds no word that can name one."""
    if span and any(tag[:2] in _NAMING for tag in reading.tags[span[0] : span[1]]):
        return span
    return None


def _is_title(reading: Reading, report: Report, piece, start, end, kind, rule) -> bool:
    """Tell the name of a film or book from words that are reported: capitals in a sentence that
    has few, no stop or comma before the closing mark, and the cue in another sentence."""
    first, stop = piece
    sentence = reading.sentences[first]
    if rule != "marks" or (report.cue and reading.sentences[report.cue[0]] == sentence):
        return False
    inside = [i for i in range(first, stop) if reading.inside[i] >= 0]
    spoken = [i for i in inside if reading.words[i][:1].isalpha()]
    high = [i for i in spoken if reading.text[reading.starts[i]].isupper()]
    closed = reading.words[inside[-1]] in CLOSERS if inside else True
    rest = [i for i in range(first, stop) if i not in inside and reading.words[i].isalpha()]
    outside = any(reading.text[reading.starts[i]].islower() for i in rest) or not rest
    return not closed and outside and len(high) > 2 and len(high) >= 0.6 * len(spoken)


def _rule(report: Report, rule: str) -> str:
    return "re-opened" if report.continued else "nested" if report.nested else rule


def _number(rows: list[dict], chain: int, report: Report) -> tuple[int, int]:
    if report.continued and rows:
        return chain, rows[-1]["part"] + 1
    return chain + 1, 0


def _trim(reading: Reading, piece: tuple[int, int], report: Report):
    """Return start, end, kind and rule of a piece of content, or nothing if no word is left."""
    nested = report.nested
    first, stop = piece if nested else _narrow(reading, report, *piece)
    inside = reading.inside[first:stop] >= 0
    words = reading.words
    spoken = np.array([words[i][:1].isalnum() for i in range(first, stop)], bool)
    if not spoken.any():
        return None
    quoted = inside[spoken]
    pairs = {int(n) for n in reading.inside[first:stop][spoken] if n >= 0}
    pair = reading.pairs[min(pairs)] if len(pairs) == 1 else None
    if nested:
        pair = _inner_pair(reading, first, stop) or pair
    if quoted.all() and pair is not None and (nested or len(pairs) == 1):
        start = pair.start + _mark_length(reading.text, pair.start)
        end = pair.end - (_closing_length(reading.text, pair.end) if pair.closed else 0)
        while start < end and reading.text[start].isspace():
            start += 1
        while end > start and reading.text[end - 1].isspace():
            end -= 1
        return start, end, "direct", "marks"
    start, end = int(reading.starts[first]), int(reading.ends[stop - 1])
    while end > start and reading.text[end - 1] in _EDGES and not inside[-1]:
        end -= 1
    while start < end and reading.text[start] in _EDGES:
        start += 1
    if quoted.all():
        return start, end, "direct", "marks"
    return (start, end, "mixed", "marks") if quoted.any() else (start, end, "indirect", "labels")


def _narrow(reading: Reading, report: Report, first: int, stop: int) -> tuple[int, int]:
    """Return a piece as the guideline of the gold cuts it: after "that" ("told the crowd that"),
    the whole clause whose verb is in marks ("said the plan ‘would fail’"), only the fragment in
    marks where it is a complement ("called the plan ‘absurd’"), and with the brackets closed that
    are opened inside it."""
    tags, words, inside = reading.tags, reading.words, reading.inside
    for i in range(first, min(first + _LEAD, stop)):
        if words[i] == "that" and tags[i] == "IN" and inside[i] < 0:
            first = i + 1
            break
        if inside[i] >= 0 or tags[i] not in _NOUN_PHRASE:
            break
    marked = [i for i in range(first, stop) if inside[i] >= 0]
    if marked and len({int(inside[i]) for i in marked}) == 1:
        a, b = marked[0], marked[-1] + 1
        if _begins_with_verb(reading, a, b):
            return _find_subject(reading, report, first, a), stop
        lead, rest = tags[first:a], tags[b:stop]
        named = all(tag in _NOUN_PHRASE for tag in lead) and lead[-1:] and lead[-1][:2] == "NN"
        hangs = rest[:1] == ["IN"] and not any(tag[:2] in ("VB", "MD") for tag in rest)
        if (named or not lead) and (hangs or not rest):
            return a, b
    if (
        stop > first
        and stop < len(words)
        and tags[first:stop].count("-LRB-") > tags[first:stop].count("-RRB-")
    ):
        reach = next((i for i in range(stop, min(stop + _LEAD, len(words))) if words[i] == ")"), -1)
        if reach >= 0 and reading.sentences[reach] == reading.sentences[stop - 1]:
            stop = reach + 1
            while stop < len(words) and tags[stop][:2] == "NN" and inside[stop] < 0:
                stop += 1
    return first, stop


def _begins_with_verb(reading: Reading, first: int, stop: int) -> bool:
    spoken = (i for i in range(first, stop) if reading.words[i][:1].isalpha())
    tag = next((reading.tags[i] for i in spoken if reading.tags[i] != "RB"), "")
    return tag in FINITE


def _find_subject(reading: Reading, report: Report, first: int, stop: int) -> int:
    """Return where the noun phrase begins that is the subject of a verb in marks at ``stop``."""
    if first < stop:
        return first
    held = {i for span in (report.cue, report.mention) if span for i in range(*span)}
    held |= {i for a, b in report.pieces if b <= first for i in range(a, b)}
    start = first
    while (
        start
        and start - 1 not in held
        and reading.sentences[start - 1] == reading.sentences[first]
        and reading.paragraphs[start - 1] == reading.paragraphs[first]
        and reading.inside[start - 1] < 0
        and reading.tags[start - 1] in _NOUN_PHRASE
    ):
        start -= 1
    if start < first and reading.tags[first - 1][:2] in ("NN", "PR", "DT", "CD"):
        return start
    return first


def _inner_pair(reading: Reading, first: int, stop: int):
    span = int(reading.starts[first]), int(reading.ends[stop - 1])
    return next((pair for pair in reading.pairs if (pair.start, pair.end) == span), None)


def _mark_length(text: str, place: int) -> int:
    return 2 if text[place : place + 2] in ("``", "''") else 1


def _closing_length(text: str, place: int) -> int:
    return 2 if text[place - 2 : place] == "''" and text[place - 3 : place - 2] != "'" else 1


def _span(reading: Reading, name: str, span: tuple[int, int] | None) -> dict:
    if span is None:
        return {}
    return {
        f"{name}_start": int(reading.starts[span[0]]),
        f"{name}_end": int(reading.ends[span[1] - 1]),
    }


def _text(reading: Reading, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    return reading.text[reading.starts[span[0]] : reading.ends[span[1] - 1]]


def _confidence(reading: Reading, report: Report) -> float:
    chances = np.concatenate([reading.content[a:b] for a, b in report.pieces])
    return round(float(chances.mean()) * report.certainty, 2)
