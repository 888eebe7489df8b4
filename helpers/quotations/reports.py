"""Reports of an article: labels become pieces of content, pieces are linked, sources are ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from helpers.loglinear import Scorer
from helpers.quotations.around import join_asked, wrap_reports
from helpers.quotations.attributes import Words, runs
from helpers.quotations.calling import add_calling
from helpers.quotations.choosing import choose_sources
from helpers.quotations.clauses import add_leading
from helpers.quotations.datelines import drop_date_line, find_date_line
from helpers.quotations.embedded import embed_participles
from helpers.quotations.headlines import add_headline
from helpers.quotations.inserted import (
    add_according,
    add_called,
    add_claims,
    add_inserted,
    add_quoted,
)
from helpers.quotations.labels import find_labels, load_cues, load_labels
from helpers.quotations.nested import find_nested
from helpers.quotations.sources import Candidate, find_candidates
from helpers.quotations.spans import (
    CONTENT,
    CUE,
    OUTSIDE,
    SOURCE,
    Reading,
    Report,
    choose_cue,
    fit_to_marks,
    join_runs,
    link_features,
)
from helpers.quotations.spoken import add_spoken, cut_after_marks, cut_at_sentences
from helpers.resources import load_model, parse_lines
from helpers.wordlists import speaker_nouns

_ROLES = (OUTSIDE, SOURCE, SOURCE, CUE, CUE, CONTENT, CONTENT)
_BEGINS = (1, 3, 5)
_STOPS, _VERBAL = frozenset(",.;:-–—("), ("VB", "MD")
# A pair of marks is content when its words are so with at least this mean probability.
_FLOOR = 0.5
_FAR_CUE = 20
_POSSIBLE_CUE = 0.08


@dataclass(frozen=True)
class ChoiceModel:
    """Two log-linear choices with integer weights: ``link`` (one report?) and ``rank`` (source)."""

    link: Mapping[str, int]
    rank: Scorer


def parse_choices(content: bytes) -> ChoiceModel:
    """Return the weights of ``quotations-sources.tsv.xz``."""
    weights: dict[str, dict[str, int]] = {"link": {}, "rank": {}}
    for line in parse_lines(content):
        task, feature, weight = line.split("\t")
        weights[task][feature] = int(weight)
    return ChoiceModel(weights["link"], Scorer(weights["rank"]))


def load_choices() -> ChoiceModel:
    """Return the shipped weights."""
    return load_model("quotations-sources.tsv.xz", parse_choices)


def find_reports(words: Words) -> tuple[Reading, list[Report]]:
    """Return the reading of an article and its reports in the order of the text."""
    labels, probabilities, levels = find_labels(words, load_cues(), load_labels())
    reading = read(words, probabilities, levels)
    pieces, cue_runs, sources = segment(reading, labels)
    pieces, cue_runs = add_spoken(reading, pieces, cue_runs)
    choices = load_choices()
    reports = group(reading, pieces, cue_runs, sources, choices.link)
    bounds, nouns = find_bounds(reading), speaker_nouns()
    reports = join_asked(reading, reports)
    reports, inner = embed_participles(reading, reports, bounds, nouns)
    choose_sources(reading, reports, choices.rank, bounds, nouns)
    known = {one.cue for one in inner}
    for report in reports:
        nested = find_nested(reading, report, bounds, nouns, choices.rank)
        inner += [one for one in nested if one.cue not in known]
    return reading, reports + inner + wrap_reports(reading, reports)


def read(words: Words, probabilities: np.ndarray, levels: np.ndarray) -> Reading:
    """Return tokens, marks and probabilities in one object."""
    inside = [-1] * len(words.norms)
    for number, pair in enumerate(words.pairs):
        if pair.depth == 0:
            first, stop = pair.locate(words.starts)
            inside[first:stop] = [number] * (stop - first)
    return Reading(
        words.text,
        words.norms,
        words.tags,
        words.starts,
        words.ends,
        words.paragraphs,
        words.sentences,
        levels.tolist(),
        inside,
        words.pairs,
        (probabilities[:, 1] + probabilities[:, 2]).tolist(),
        (probabilities[:, 3] + probabilities[:, 4]).tolist(),
        (probabilities[:, 5] + probabilities[:, 6]).tolist(),
        list(accumulate([word in _STOPS for word in words.norms], initial=0)),
        list(accumulate([tag[:2] in _VERBAL for tag in words.tags], initial=0)),
    )


def segment(reading: Reading, labels: np.ndarray) -> tuple[list, list, list]:
    """Return the pieces of content, the cues and the sources as spans of tokens."""
    roles = [_ROLES[label] for label in labels.tolist()]
    begins = [*np.isin(labels, _BEGINS).tolist(), False]
    fit_to_marks(reading, roles, begins, _FLOOR)
    cut_after_marks(reading, roles, begins)
    add_according(reading, roles, begins)
    add_inserted(reading, roles, begins)
    add_quoted(reading, roles, begins)
    add_called(reading, roles, begins)
    add_claims(reading, roles, begins)
    add_calling(reading, roles, begins)
    add_leading(reading, roles, begins)
    drop_date_line(reading, roles, begins)
    add_headline(reading, roles, begins)
    cut_at_sentences(reading, roles, begins)
    found = join_runs(roles, begins, reading.paragraphs)
    return tuple(
        [(a, b) for role, a, b in found if role == kind] for kind in (CONTENT, CUE, SOURCE)
    )


def group(reading: Reading, pieces, cues, sources, weights: Mapping[str, int]) -> list[Report]:
    """Return reports: neighbouring pieces that belong together, each with its cue."""
    reports: list[Report] = []
    for piece in pieces:
        if reports:
            before = reports[-1].pieces[-1]
            if reading.paragraphs[before[0]] == reading.paragraphs[piece[0]]:
                features = link_features(reading, before, piece, cues, sources)
                if sum(weights.get(feature, 0) for feature in features) > 0:
                    reports[-1].pieces.append(piece)
                    continue
        reports.append(
            Report([piece], continued=bool(reports) and _goes_on(reading, reports[-1], piece))
        )
    by_paragraph = defaultdict(list)
    for cue in cues:
        by_paragraph[reading.paragraphs[cue[0]]].append(cue)
    by_sentence = defaultdict(list)
    for token, (cue, inside) in enumerate(zip(reading.cue, reading.inside, strict=True)):
        if cue >= _POSSIBLE_CUE and inside < 0:
            by_sentence[reading.sentences[token]].append(token)
    for report in reports:
        report.cue = _find_cue(reading, report, by_paragraph, by_sentence)
    return reports


def _goes_on(reading: Reading, report: Report, piece: tuple[int, int]) -> bool:
    """Whether a piece re-opens, in the next paragraph, the quotation that was left open."""
    last, first = report.pieces[-1][1] - 1, piece[0]
    pair = reading.inside[last]
    return bool(
        pair >= 0
        and reading.pairs[pair].continues
        and reading.inside[first] >= 0
        and reading.pairs[reading.inside[first]].paragraph == reading.pairs[pair].paragraph + 1
    )


def _find_cue(reading: Reading, report: Report, by_paragraph, by_sentence):
    first, stop = report.pieces[0][0], report.pieces[-1][1]
    here = reading.paragraphs[first]
    offers = [choose_cue(reading, piece, by_paragraph[here]) for piece in report.pieces]
    best = min((offer for offer in offers if offer), default=None)
    opens = first > 0 and reading.paragraphs[first - 1] != here
    if best is None and opens and reading.words[first - 1] == ":":
        line = reading.sentences[first - 1]
        led = [
            cue
            for cue in by_paragraph[reading.paragraphs[first - 1]]
            if reading.sentences[cue[0]] == line
        ]
        best = choose_cue(reading, report.pieces[0], [*led, (first - 1, first)])
    if best is None or best[0][0] > _FAR_CUE:
        tokens = {
            token
            for sentence in {reading.sentences[first], reading.sentences[stop - 1]}
            for token in by_sentence[sentence]
            if reading.paragraphs[token] == here
            and not any(a <= token < b for a, b in report.pieces)
        }
        if tokens:
            token = max(tokens, key=lambda token: (reading.cue[token], -token))
            return token, token + 1
    return best[1] if best else None


def find_bounds(reading: Reading) -> dict[int, list[Candidate]]:
    """Return the noun phrases and pronouns of every paragraph, but for the place of a date line."""
    dated = find_date_line(reading)
    return {
        reading.paragraphs[a]: find_candidates(
            reading.words, reading.tags, dated[1] if a == dated[0] < dated[1] else a, b
        )
        for a, b in runs(reading.paragraphs)
    }
