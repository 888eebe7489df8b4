"""The subject of a reporting clause: who tells where its verb leaves no doubt."""

from __future__ import annotations

from helpers.speakers.agents import agent_of, gerund_subject, holder_of, purpose_subject
from helpers.speakers.clauses import (
    adjacent,
    called_by,
    inserted,
    joined,
    led_subject,
    main_subject,
    opening_subject,
    quoted_as,
    reports,
    subject_of,
)
from helpers.speakers.cues import finite, finite_end, is_heard
from helpers.speakers.lexicon import TIMES
from helpers.speakers.line import Index, Line, Phrase, verb_after
from helpers.speakers.nouns import classify_noun
from helpers.speakers.phrases import is_animate
from helpers.speakers.turns import Turn
from helpers.wordlists import calls, is_reporting


def told_by(line: Line, index: Index, turn: Turn, given: Phrase | None) -> Phrase | None:
    """The subject of the cue where its clause leaves no doubt, else the phrase that was given."""
    row = turn.row
    if turn.cue is None:
        return given
    first, last = turn.cue[0], turn.cue[1] - 1
    if line.norms[first : last + 1] == ["according", "to"]:
        source = index.opening.get(last + 1)
        return given if source is None or given is not None else source
    verb = finite(line, first, last + 1)
    one = (
        agent_of(line, index, first, last, turn.stop)
        or quoted_as(line, index, verb)
        or gerund_subject(line, index, last)
        or purpose_subject(line, index, last)
        or called_by(line, index, verb)
        or adjacent(line, index, verb)
        or inserted(line, index, verb)
        or joined(line, index, verb, row["rule"] == "nested")
    )
    if one is None and row["rule"] == "nested" and line.holds(verb - 1, "and"):
        one = opening_subject(line, index, verb)
    if given is not None and is_heard(line, finite_end(line, verb_after(line, given.reach))):
        # "A man told police he was “tidying”, magistrates heard."
        given = None
    if one is None and given is None and row["rule"] == "nested":
        one = main_subject(line, index, verb)
    if one is None and given is not None and given.first == last + 1 < turn.first:
        # "The firm notified clients that all payments would stop"
        one = subject_of(line, index, verb)
    if one is None and not is_reporting(line.norms[last]) and not calls(line.norms[last]):
        one = holder_of(line, index, turn.first)
    if one is None and line.tags[verb] in ("VBD", "VBZ", "VBP", "MD"):
        subject = subject_of(line, index, verb)
        said = subject is not None and is_animate(line, subject)
        inside = given is not None and turn.first <= given.first < turn.stop
        said = said and (row["kind"] == "indirect" or inside or calls(line.norms[verb]))
        said = said and (is_reporting(line.norms[verb]) or calls(line.norms[verb]))
        if said or given is None or (subject is not None and _cannot_speak(line, given)):
            one = subject
    if one is None and given is not None and _is_time(line, given):
        return None
    adds = line.tags[verb] == "VBG" and line.holds(verb - 1, ",")
    lifeless = given is None or not _tells(line, given)
    if one is None and (lifeless if adds else given is None) and line.tags[verb] == "VBG":
        one = main_subject(line, index, verb) or led_subject(line, index, verb, turn.stop)
    return one or given


def _tells(line: Line, phrase: Phrase) -> bool:
    """Whether a verb of reporting stands beside a description."""
    before = phrase.first > 0 and is_reporting(line.norms[phrase.first - 1])
    return phrase.form != "noun" or before or reports(line, verb_after(line, phrase.reach))


def _cannot_speak(line: Line, phrase: Phrase) -> bool:
    timed = _is_time(line, phrase)
    return phrase.form == "noun" and (timed or not classify_noun(line.norms[phrase.head]))


def _is_time(line: Line, phrase: Phrase) -> bool:
    return phrase.form == "noun" and line.norms[phrase.head] in TIMES
