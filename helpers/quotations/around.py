"""Reports around a whole sentence that reports: "According to the file, Lund told police that …"."""

from __future__ import annotations

from helpers.quotations.clauses import reporting_verb
from helpers.quotations.edges import narrow
from helpers.quotations.spans import Reading, Report, span_of
from helpers.wordlists import is_reporting

_FINAL = (".", "?", "!")
# Tokens of a source at most, and between a content and "according to".
_REACH, _NEAR = 40, 3
# Tokens of ", the court heard on Monday." at most.
_TAIL = 10
_SPOKEN = ("VBD", "VBN", "VBZ")


def join_asked(reading: Reading, reports: list[Report]) -> list[Report]:
    """Join "Lee said the boy rang and then asked" and ", “Is it him?”" to one report: what it holds in
    marks is the boy's."""
    joined: list[Report] = []
    for report in reports:
        before = joined[-1] if joined else None
        if before is not None and _leads(reading, before, report):
            before.pieces[-1] = (before.pieces[-1][0], report.pieces[0][1])
            before.pieces += report.pieces[1:]
        else:
            joined.append(report)
    return joined


def _leads(reading: Reading, before: Report, report: Report) -> bool:
    """Whether a content without marks ends in a verb that reports what the next report holds."""
    first, stop = before.pieces[-1]
    mark, verb = report.pieces[0][0], stop - 1
    if before.cue is None or before.cue[1] > first or reading.inside[mark] < 0:
        return False
    same = reading.sentences[before.cue[0]] == reading.sentences[verb] == reading.sentences[mark]
    near = mark == stop or (mark == stop + 1 and reading.words[stop] in (",", ":"))
    told = reading.tags[verb] in _SPOKEN and is_reporting(reading.words[verb])
    return same and near and told and not reading.is_marked(first, stop)


def wrap_reports(reading: Reading, reports: list[Report]) -> list[Report]:
    """Return the reports around others: "According to the file, Lund told police …", "The memo says the
    service …, according to the newspaper", "Lund said it came from “a man named Rick,” the file states"."""
    found = []
    for report in reports:
        if report.cue is None or len(report.pieces) > 1 or report.continued:
            continue
        (first, stop), cue = report.pieces[0], report.cue
        if cue[1] > first or "according" in reading.words[slice(*cue)]:
            continue
        sentence = reading.sentences[cue[0]]
        if reading.sentences[stop - 1] != sentence or not reading.is_marked(first, stop):
            continue
        places = span_of(reading.sentences, sentence)
        outer = (
            _according(reading, report, *places)
            or _told_behind(reading, report, *places)
            or _heard_behind(reading, report, *places)
        )
        if outer is None:
            continue
        outer.certainty = report.certainty
        report.pieces = [narrow(reading, report, first, min(stop, outer.pieces[0][1]))]
        report.nested = True
        found.append(outer)
    return found


def _according(reading: Reading, report: Report, low: int, high: int) -> Report | None:
    """The report of a source that "according to" names before or behind a sentence."""
    words, stop = reading.words, report.pieces[0][1]
    for at in (low, *range(stop, min(stop + _NEAR, high - 2))):
        if words[at : at + 2] != ["according", "to"] or reading.inside[at] >= 0:
            continue
        if at == low:
            comma = next(
                (i for i in range(at, min(at + _REACH, report.cue[0])) if words[i] == ","), 0
            )
            ends = reading.inside[high - 1] >= 0 or words[high - 1] not in _FINAL
            content = (comma + 1, high if ends else high - 1)
            return Report([content], cue=(at, at + 2), mention=(at + 2, comma)) if comma else None
        if at >= stop:
            end = at - (words[at - 1] == ",")
            reach = min(at + _REACH, high)
            last = next((i for i in range(at, reach) if words[i] in (",", *_FINAL)), reach)
            return Report([(low, end)], cue=(at, at + 2), mention=(at + 2, last))
    return None


def _told_behind(reading: Reading, report: Report, low: int, high: int) -> Report | None:
    """The report of "the file states" behind a comma inside marks that end another's report."""
    first, inside = report.pieces[0][0], reading.inside
    tail = range(high - 1, max(first, high - _REACH), -1)
    mark = next((i for i in tail if inside[i] >= 0), first) + 1
    end = high - (reading.words[high - 1] in _FINAL)
    if mark >= end or reading.words[mark - 2] != ",":
        return None
    verb = reporting_verb(reading, mark, end)
    if verb is None:
        return None
    return Report([(low, mark)], cue=(verb, verb + 1), mention=(mark, verb))


def _heard_behind(reading: Reading, report: Report, low: int, high: int) -> Report | None:
    """The report of ", magistrates heard" or ", a court was told on Monday": nobody is named who told it."""
    words, stop = reading.words, report.pieces[0][1]
    comma = next((i for i in range(high - 1, report.cue[1], -1) if words[i] == ","), 0)
    if not comma or high - comma > _TAIL or reading.inside[comma] >= 0:
        return None
    for verb in range(comma + 2, high):
        passive = words[verb] == "told" and words[verb - 1] in ("was", "were", "been")
        if (passive or words[verb] == "heard") and "by" not in words[verb:high]:
            report.pieces = [(report.pieces[0][0], min(stop, comma))]
            return Report([(low, comma)], cue=(verb, verb + 1))
    return None
