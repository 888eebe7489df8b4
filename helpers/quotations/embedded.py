"""Reports inside the report of another: "noted that X had complained, saying that …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from helpers.quotations.features import STRONG_CUE
from helpers.quotations.sources import Candidate
from helpers.quotations.spans import Reading, Report

FINITE = frozenset("MD VBD VBP VBZ".split())
_BE = frozenset("am are be been being is was were 's 're".split())
_PERSONS = frozenset("he i she they we".split())
_SPEAKERS = frozenset("person group organization".split())
# The verb of the inner clause tells of speech when it is a cue at least this often.
_TELLING = 3
_APPOSITION = 14
_LEAD = 6


def find_subject(reading: Reading, bounds, nouns: Mapping[str, str], outer: Report, place: int):
    """Return whom the participle at ``place`` belongs to inside a report, or nothing when it goes
    on with the words of the outer source.

    A participle goes with the subject of the reported clause when that is somebody who can speak
    and whose verb tells of speech ("that the envoy had complained, calling …") or is itself quoted
    ("that Lund had “thanked the crew”, saying …"), not in "that prices had risen, adding …".
    """
    first = outer.pieces[0][0]
    if outer.cue is None or outer.cue[0] >= first or reading.inside[first] >= 0:
        return None
    if reading.sentences[first] != reading.sentences[place]:
        return None
    if reading.words[first] == "that":
        first += 1
    offered = bounds[reading.paragraphs[place]]
    at = bisect_left(offered, first, key=lambda one: one.first)
    if at == len(offered) or offered[at].first != first or not _acts(reading, nouns, offered[at]):
        return None
    subject = offered[at]
    verb = _main_verb(reading, subject.stop, place)
    if verb is None:
        return None
    told = reading.levels[verb] >= _TELLING or reading.inside[verb] >= 0
    # "that the firm “does not discuss” its owners, adding …": it said nothing.
    return subject if told and reading.words[verb - 1] not in ("not", "n't", "never") else None


def can_speak(reading: Reading, nouns: Mapping[str, str], one: Candidate) -> bool:
    """Whether a noun phrase is a name, a personal pronoun or a noun for somebody."""
    return reading.words[one.head] in _PERSONS or _acts(reading, nouns, one)


def _acts(reading: Reading, nouns: Mapping[str, str], one: Candidate) -> bool:
    if one.form == "name":
        return True
    word = reading.words[one.head]
    kind = nouns.get(word) or nouns.get(word.removesuffix("s")) or nouns.get(word[:-2])
    return one.form == "noun" and kind in _SPEAKERS


def _main_verb(reading: Reading, first: int, stop: int) -> int | None:
    """The main verb of an active finite clause whose subject ends before ``first``."""
    tags, words = reading.tags, reading.words
    i = first
    if i < stop and words[i] == ",":
        ends = (j for j in range(i + 2, min(stop, i + _APPOSITION)) if words[j] == ",")
        i = next((j + 1 for j in ends if tags[j + 1] in FINITE), stop)
    while i < stop and tags[i] == "RB":
        i += 1
    if i >= stop or (tags[i] not in FINITE and words[i] != '"'):
        return None
    main, be = None, False
    while i < stop and (tags[i] in FINITE or tags[i][:2] in ("VB", "RB") or words[i] == '"'):
        if tags[i] in FINITE or tags[i][:2] == "VB":
            be = main is not None and words[main] in _BE
            main = i
        i += 1
    if main is None or tags[main] == "MD" or (be and tags[main] == "VBN"):
        return None
    return main


def is_participle(reading: Reading, place: int) -> bool:
    """Whether a clause with a participle that reports begins here, after a comma."""
    return bool(
        place
        and reading.words[place].endswith("ing")
        and reading.words[place - 1] == ","
        and reading.inside[place] < 0
        and reading.levels[place] >= STRONG_CUE
    )


def embed_participles(reading: Reading, reports: list[Report], bounds, nouns) -> tuple[list, list]:
    """Return the outer reports, each reaching over what its own subject is reported to have said,
    and those inner reports, which name that subject."""
    outer_ones: list[Report] = []
    inner_ones: list[Report] = []
    skipped = 0
    for number, outer in enumerate(reports):
        if skipped:
            skipped -= 1
            continue
        outer_ones.append(outer)
        for ahead, pieces in _following(reading, reports, number):
            cue = _participle_before(reading, outer, pieces[0][0])
            subject = find_subject(reading, bounds, nouns, outer, cue) if cue else None
            if subject is None:
                continue
            outer.pieces = [(outer.pieces[0][0], pieces[0][1])]
            inner_ones.append(
                Report(
                    [(after_that(reading, *piece), piece[1]) for piece in pieces],
                    cue=(cue, cue + 1),
                    mention=(subject.first, subject.stop),
                    certainty=1.0,
                    nested=True,
                )
            )
            skipped = ahead
            break
    return outer_ones, inner_ones


def _following(reading: Reading, reports: list[Report], number: int):
    """Yield what follows the first piece of a report in its sentence: its own pieces, or those of
    the next reports with the number of reports up to them."""
    outer = reports[number]
    sentence = reading.sentences[outer.pieces[0][0]]
    groups = [(0, outer.pieces[1:])]
    groups += [(n, reports[number + n].pieces) for n in (1, 2) if number + n < len(reports)]
    for ahead, pieces in groups:
        if pieces and reading.sentences[pieces[0][0]] == sentence:
            yield ahead, pieces


def _participle_before(reading: Reading, outer: Report, stop: int) -> int | None:
    """The participle before ``stop``, unless another verb of reporting ("…, he recalled, adding")
    stands between it and the content of the outer report."""
    first, end = outer.pieces[0]
    for i in range(stop - 1, max(first, stop - _LEAD), -1):
        if is_participle(reading, i):
            between = range(end, i)
            told = any(
                reading.tags[j] in FINITE and reading.levels[j] >= STRONG_CUE for j in between
            )
            return None if told else i
    return None


def after_that(reading: Reading, first: int, stop: int) -> int:
    """Return where a piece begins without its conjunction."""
    return first + 1 if reading.words[first] == "that" and first + 1 < stop else first
