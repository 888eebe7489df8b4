"""Reporting clauses that the labels overlooked: "…, the union reported on Friday." """

from __future__ import annotations

from helpers.quotations.attributes import runs
from helpers.quotations.embedded import FINITE
from helpers.quotations.features import STRONG_CUE
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, SOURCE, Reading, believe
from helpers.quotations.speech import is_clause
from helpers.wordlists import is_reporting

_SHORTEST, _LONGEST_TAIL = 9, 16
# So many words after the verb may be a time ("reported late Thursday").
_TIME = 2
_NO_SUBJECT = frozenset("CC IN RB TO VBG VBN WDT WP WRB".split())
_RELATIVE = frozenset("WDT WP".split())
_TIMED, _NEAR = frozenset("IN NNP".split()), frozenset("last late this today yesterday".split())


def add_leading(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label a sentence that ends in a comma, a subject and a finite verb of reporting: what comes
    before the comma is what is reported, and a time after the verb is not."""
    for first, stop in runs(reading.sentences):
        if stop - first < _SHORTEST:
            continue
        comma = _comma_before(reading, first, stop)
        end = stop - (reading.words[stop - 1] == ".")
        if comma + 1 < end and (reading.tags[comma + 1] in FINITE or _is_told(reading, comma + 1)):
            # "…, its owners, the Harbour Fund, announced": the subject begins two commas earlier.
            comma = _comma_before(reading, first, _comma_before(reading, first, comma))
        if reading.words[comma + 1 : comma + 3] == ["according", "to"]:
            _attribute(reading, roles, begins, (first, comma, end))
            continue
        verb = reporting_verb(reading, comma + 1, end)
        if comma == first or verb is None:
            continue
        timed = verb + 1 < stop and (
            reading.tags[verb + 1] in _TIMED or reading.words[verb + 1] in _NEAR
        )
        if CONTENT in roles[verb : end - _TIME] and not timed:
            continue
        known = _is_known(roles, first, comma)
        if not known and not is_clause(reading.words, reading.tags, first, comma):
            continue
        for i in range(comma, end):
            roles[i] = OUTSIDE if roles[i] == CONTENT else roles[i]
        if known and CUE in roles[comma:end]:
            continue
        for i in range(first, comma):
            roles[i], begins[i] = CONTENT, i == first
        begins[comma] = True
        roles[verb], begins[verb] = CUE, True
        believe(reading.content, first, comma)
        believe(reading.source, comma + 1, verb)


def _attribute(reading: Reading, roles: list[str], begins: list[bool], places) -> None:
    """Label "…, according to the police." where the labels took another verb for the cue."""
    first, comma, end = places
    if _is_known(roles, first, comma) or not is_clause(reading.words, reading.tags, first, comma):
        return
    if reading.is_marked(first, end):
        return
    for i in range(first, end):
        roles[i] = CONTENT if i < comma else CUE if i < comma + 3 else SOURCE
        begins[i] = i in (first, comma + 1, comma + 3)
    roles[comma], begins[comma] = OUTSIDE, False
    believe(reading.content, first, comma)
    believe(reading.source, comma + 3, end)


def _is_known(roles: list[str], first: int, stop: int) -> bool:
    """Whether the labels take most of these words for content, and none for a cue."""
    labels = roles[first:stop]
    return 2 * labels.count(CONTENT) > stop - first and CUE not in labels


def _comma_before(reading: Reading, first: int, stop: int) -> int:
    return next((i for i in range(stop - 1, first, -1) if reading.words[i] == ","), first)


def _is_told(reading: Reading, place: int) -> bool:
    return reading.tags[place] == "VBN" and is_reporting(reading.words[place])


def reporting_verb(reading: Reading, first: int, stop: int) -> int | None:
    """The only finite verb of a short clause with a subject before it, if it reports."""
    if not 2 < stop - first + 1 <= _LONGEST_TAIL or reading.tags[first] in _NO_SUBJECT:
        return None
    tags = reading.tags[first:stop]
    verbs = [
        first + k
        for k, tag in enumerate(tags)
        # "Officials confirmed on Monday": a participle is left over as the only verb.
        if tag in FINITE or _is_told(reading, first + k)
    ]
    if not verbs:
        # "…, a memo shows." "…, a team reports in the March issue."
        verbs = [
            i
            for i in range(first + 1, stop)
            if reading.tags[i] == "NNS"
            and is_reporting(reading.words[i])
            and (i + 1 == stop or reading.tags[i + 1] in ("IN", "NNP"))
            and reading.tags[i - 1][:2] == "NN"
        ][:1]
    if not verbs and tags[-1] == "NNS":
        verbs = [stop - 1]
    if len(verbs) != 1 or verbs[0] == first:
        return None
    if reading.levels[verbs[0]] <= STRONG_CUE and not is_reporting(reading.words[verbs[0]]):
        return None
    subordinate = any(tag in _RELATIVE for tag in tags) or "that" in reading.words[first:stop]
    return None if subordinate or reading.is_marked(first, stop) else verbs[0]
