"""Which noun phrases are asked for the source of a report."""

from __future__ import annotations

from bisect import bisect_left

from helpers.quotations.features import WORD_IDS
from helpers.quotations.sources import Candidate
from helpers.quotations.spans import Reading, Report

_BEFORE, _INSIDE, _AFTER = 60, 200, 30


def candidates_of(reading: Reading, bounds: dict, report: Report, carried) -> list[Candidate]:
    """Return the candidates of a report: noun phrases of its paragraphs outside its own quoted
    words, and the sources of the reports before."""
    number = reading.paragraphs[report.pieces[0][0]]
    quoted = reading.inside
    offered = list(bounds[number])
    if report.pieces[0][0] and number:
        before = number - 1
        first = report.pieces[0][0]
        opens = reading.paragraphs[first - 1] != number
        leads = opens and reading.words[first - 1] == ":"
        line = reading.sentences[first - 1] if leads else -1
        offered += [
            one
            for one in bounds.get(before, ())
            if reading.sentences[one.head] == line or reading.source[one.head] >= 0.3
        ]
    offered = _near(offered, report)
    own = {quoted[piece[0]] for piece in report.pieces if quoted[piece[0]] >= 0}
    found = [
        one
        for one in offered
        if quoted[one.head] not in own and not any(a <= one.head < b for a, b in report.pieces)
    ]
    if report.cue:
        found = [cut for one in found for cut in [_cut(reading, one, report.cue)] if cut]
        found += _beside(reading, report, found)
    seen = {one.head for one in found}
    return found + [one for one in carried if one.head not in seen]


def _near(offered: list[Candidate], report: Report) -> list[Candidate]:
    """Noun phrases near a report only: in a text without paragraphs there may be thousands."""
    if len(offered) <= _BEFORE + _AFTER:
        return offered
    offered.sort(key=lambda one: one.head)
    first = bisect_left(offered, report.pieces[0][0], key=lambda one: one.head)
    stop = bisect_left(offered, report.pieces[-1][1], key=lambda one: one.head)
    inner = offered[first:stop] if stop - first <= _INSIDE else []
    return offered[max(0, first - _BEFORE) : first] + inner + offered[stop : stop + _AFTER]


def _beside(reading: Reading, report: Report, found: list[Candidate]) -> list[Candidate]:
    """A capitalised word next to the cue that no noun phrase holds: names that look like adjectives
    or verbs ("said Cuban", "Husted continued")."""
    held = {i for one in found for i in range(one.first, one.stop)}
    held |= {i for first, stop in report.pieces for i in range(first, stop)}
    fresh = []
    for i in (report.cue[0] - 1, report.cue[1]):
        if not 0 <= i < len(reading.words) or i in held or reading.inside[i] >= 0:
            continue
        word, sign = reading.words[i], reading.text[reading.starts[i]]
        near = reading.sentences[i] == reading.sentences[report.cue[0]]
        if near and sign.isupper() and word.isalpha() and word not in WORD_IDS:
            fresh.append(Candidate(i, i + 1, i, "name"))
    return fresh


def _cut(reading: Reading, one: Candidate, cue: tuple[int, int]) -> Candidate | None:
    """A headline writes its verbs with capitals: end a noun phrase where the cue begins."""
    if one.stop <= cue[0] or one.first >= cue[1]:
        return one
    for head in range(cue[0] - 1, one.first - 1, -1):
        if reading.tags[head][:2] == "NN":
            form = "name" if reading.tags[head] in ("NNP", "NNPS") else "noun"
            return Candidate(one.first, head + 1, head, form)
    return None
