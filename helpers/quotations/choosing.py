"""Whose words: the most probable source of every report, and the constructions that settle it."""

from __future__ import annotations

import math

from helpers.loglinear import WEIGHT_SCALE, Scorer
from helpers.quotations.candidates import candidates_of
from helpers.quotations.embedded import FINITE, can_speak
from helpers.quotations.ranking import Question, null_features
from helpers.quotations.sources import Candidate
from helpers.quotations.spans import Reading, Report


def choose_sources(
    reading: Reading, reports: list[Report], scorer: Scorer, bounds: dict, nouns: dict
) -> None:
    """Give every report its most probable source, the runner-up and the certainty."""
    carried: list[Candidate] = []
    last = None
    for report in reports:
        found = candidates_of(reading, bounds, report, carried)
        question = Question(reading, nouns, report, found, last)
        scores = [scorer.total(question.groups(one)) for one in found]
        none = scorer.add(null_features(reading, report, found))
        order = sorted(range(len(found)), key=lambda i: (-scores[i], i))
        if order and _owns(reading, found[order[0]]):
            beside = [i for i in order if _is_beside(reading, report, found[i])]
            order = beside[:1] + [i for i in order if i not in beside[:1]]
        inverted = [i for i in order if report.cue and _is_subject(reading, report, found[i])]
        inverted = inverted or _led(reading, report, found, nouns)
        order = inverted[:1] + [i for i in order if i not in inverted[:1]]
        top = max([none, *scores])
        mass = sum(math.exp((score - top) / WEIGHT_SCALE) for score in [none, *scores])
        if order and (inverted or max(scores) >= none):
            best = found[order[0]]
            report.mention = (best.first, best.stop)
            carried, last = [best], best.head
            order = order[1:]
        report.certainty = 1 / mass
        if order:
            report.rival = (found[order[0]].first, found[order[0]].stop)
    _share_sources(reports)


def _owns(reading: Reading, one: Candidate) -> bool:
    """Whether a noun phrase only says whose ("Halden’s chief executive, Rosa Lund, said")."""
    return one.stop < len(reading.tags) and reading.tags[one.stop] == "POS"


def _is_beside(reading: Reading, report: Report, one: Candidate) -> bool:
    """Whether a name stands right before or after the cue, but for a comma."""
    if report.cue is None or one.form != "name" or _owns(reading, one):
        return False
    after = one.stop + (one.stop < len(reading.words) and reading.words[one.stop] == ",")
    return report.cue[0] in (one.stop, after) or report.cue[1] == one.first


def _is_subject(reading: Reading, report: Report, one: Candidate) -> bool:
    """Whether a noun phrase stands where nothing but the subject of the cue can stand."""
    if one.first == report.cue[1]:
        return _is_inverted(reading, report, one)
    before = one.stop <= report.cue[0] < report.pieces[0][0]
    return before and _disputes(reading, report, one)


def _is_inverted(reading: Reading, report: Report, one: Candidate) -> bool:
    """Whether a noun phrase is the subject in "“…,” shouted somebody"."""
    if _owns(reading, one):
        return False
    place = report.cue[0]
    place -= place > 0 and reading.words[place - 1] == ","
    ends = any(stop == place and reading.inside[stop - 1] >= 0 for _, stop in report.pieces)
    return ends and reading.tags[report.cue[0]] in ("VBD", "VBN", "VBZ")


def _disputes(reading: Reading, report: Report, one: Candidate) -> bool:
    """Whether a noun phrase is the subject in ", a claim her lawyers dismissed as “laughable”"."""
    words, at = reading.words, one.first - 1
    # "a figure Ann Lee called “a wish”" may look like one noun phrase.
    at += 2 * (reading.tags[at + 2 : at + 4] == ["NN", "NNP"])
    if at < 3:
        return False
    at -= words[at] in ("that", "which")
    claim = words[at - 2] == "," and words[at - 1] in ("a", "an") and reading.tags[at] == "NN"
    between = reading.tags[one.stop : report.cue[0]]
    return claim and all(tag not in FINITE and tag != "VBN" for tag in between)


def _led(reading: Reading, report: Report, found: list[Candidate], nouns) -> list[int]:
    """The subject of the sentence before a quotation that stands without a verb ("One passenger was
    less amused. “Forty minutes!”")."""
    first, stop = report.pieces[0][0], report.pieces[-1][1]
    if not first or reading.inside[first] < 0:
        return []
    number, line = reading.paragraphs[first], reading.sentences[first - 1]
    if reading.paragraphs[first - 1] != number or reading.sentences[first] == line:
        return []
    if (
        report.cue
        and first <= report.cue[0]
        and reading.sentences[report.cue[0]] <= reading.sentences[stop - 1]
    ):
        return []
    if report.cue and reading.sentences[report.cue[0]] not in (line, reading.sentences[first]):
        return []
    start = first
    while start and reading.sentences[start - 1] == line:
        start -= 1
    if reading.is_marked(start, first) or max(reading.content[start:first], default=0.0) >= 0.5:
        return []
    names = sorted(
        (one.head, i) for i, one in enumerate(found) if start <= one.first and one.stop <= first
    )
    able = [
        i for _, i in names if not _owns(reading, found[i]) and can_speak(reading, nouns, found[i])
    ]
    return able[:1]


def _share_sources(reports: list[Report]) -> None:
    """Give all paragraphs of one re-opened quotation the source that is named beside a cue."""
    chains: list[list[Report]] = []
    for report in reports:
        if report.continued and chains:
            chains[-1].append(report)
        else:
            chains.append([report])
    for chain in chains:
        named = [one for one in chain if one.mention and one.cue]
        if len(chain) == 1 or not named:
            continue
        best = max(named, key=lambda one: one.certainty)
        for one in chain:
            if one.cue is None:
                one.mention, one.certainty = best.mention, best.certainty
