"""Quotations inside a quotation: marks with a cue of their own inside somebody else's report."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from helpers.quotations.embedded import find_subject, is_participle
from helpers.quotations.features import STRONG_CUE, WORD_IDS
from helpers.quotations.ranking import rank_features
from helpers.quotations.spans import Reading, Report

_REACH = 14


def find_nested(reading: Reading, outer: Report, bounds, nouns, weights) -> list[Report]:
    """Return the reports inside one report.

    A pair of marks inside the content, with a strong cue before it in the same sentence (a clause
    with "that" or a comma or colon between them), is what somebody is reported to have said there.
    """
    found = []
    for first, stop in outer.pieces:
        own = reading.inside[first]
        low = bisect_left(reading.pairs, int(reading.starts[first]), key=lambda pair: pair.start)
        for pair in reading.pairs[low:]:
            if pair.start >= reading.ends[stop - 1]:
                break
            if pair.end > reading.ends[stop - 1]:
                continue
            a = int(np.searchsorted(reading.starts, pair.start))
            b = min(int(np.searchsorted(reading.starts, pair.end)), stop)
            if a == first or b <= a or (pair.depth == 0 and reading.inside[a] == own):
                continue
            if pair.depth > 1 or (pair.depth == 1 and reading.inside[first] < 0):
                continue
            report = _read(reading, first, a, b)
            if report is None:
                continue
            if is_participle(reading, report.cue[0]):
                subject = find_subject(reading, bounds, nouns, outer, report.cue[0])
                if subject is not None:
                    report.mention = (subject.first, subject.stop)
                    report.certainty, report.nested = outer.certainty, True
                    found.append(report)
                continue
            number = int(reading.paragraphs[first])
            reach = max(first, report.cue[0] - 60)
            low_candidate = bisect_left(bounds[number], reach, key=lambda one: one.head)
            offered = []
            for one in bounds[number][low_candidate:]:
                if one.head >= report.cue[0]:
                    break
                offered.append(one)
            if offered:
                scores = [
                    sum(
                        weights.get(f, 0)
                        for f in rank_features(reading, nouns, report, one, offered, None)
                    )
                    for one in offered
                ]
                best = offered[max(range(len(offered)), key=lambda i: (scores[i], -i))]
                report.mention, report.certainty = (best.first, best.stop), outer.certainty
                report.nested = True
                found.append(report)
    return found


def _read(reading: Reading, first: int, a: int, b: int) -> Report | None:
    """The report whose marks are ``a..b``: its cue before them and the clause between."""
    that = None
    for i in range(a - 1, max(first, a - _REACH) - 1, -1):
        if reading.sentences[i] != reading.sentences[a]:
            return None
        if reading.words[i] == "that" and that is None:
            that = i
        if reading.words[i] in WORD_IDS:
            continue
        verb = reading.tags[i][:2] == "VB"
        led = i == a - 2 and reading.words[a - 1] in (",", ":")
        if reading.levels[i] >= STRONG_CUE or (verb and led and _begins_sentence(reading, a)):
            near = reading.words[a - 1] in (",", ":") or (verb and a - 1 == i)
            if that is None and not near:
                return None
            return Report([(that + 1 if that is not None else a, b)], cue=(i, i + 1))
    return None


def _begins_sentence(reading: Reading, first: int) -> bool:
    """Whether the word after an opening mark has a capital ("She yelled, ‘Heads up!’")."""
    return first + 1 < len(reading.words) and reading.text[reading.starts[first + 1]].isupper()
