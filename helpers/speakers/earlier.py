"""Whose words a quotation is that no clause and no sentence beside it names: who spoke before, or is told of next."""

from __future__ import annotations

from helpers.speakers.dialogue import can_say
from helpers.speakers.line import Index, Line, Phrase
from helpers.speakers.nouns import noun_gender
from helpers.speakers.turns import Turn

# Tokens of a paragraph with one line of a dialogue and its reporting clause.
_BRIEF = 16


def is_brief(line: Line, bounds: dict[int, tuple[int, int]], *turns: Turn) -> bool:
    """Whether the paragraphs of turns are as short as those of a dialogue."""
    spans = [bounds[line.paragraphs[turn.first]] for turn in turns]
    return all(stop - first <= _BRIEF for first, stop in spans)


def is_missed(line: Line, bounds: dict[int, tuple[int, int]], found: dict, paragraph: int) -> bool:
    """Whether a paragraph is all speech that was not found as a quotation."""
    first, stop = bounds[paragraph]
    return paragraph not in found and all(line.quoted[first + 1 : stop - 1])


def last_marked(turns: list[Turn], turn: Turn) -> Turn | None:
    """Return the quotation before this one."""
    return next((one for one in reversed(turns) if one.marked and one.stop <= turn.first), None)


def last_able(line: Line, turns: list[Turn], turn: Turn) -> Turn | None:
    """Return the last report before a quotation whose source can say its words."""
    before = (one for one in reversed(turns) if one.stop <= turn.first and one.phrase is not None)
    return next((one for one in before if can_say(line, turn, one.phrase)), None)


def is_about(line: Line, turns: list[Turn], turn: Turn, phrase: Phrase) -> bool:
    """Whether a quotation tells of whom the prose before it named: "Her landlord is patient. \n\n “He
    was my pupil.”": she, who spoke before, says so."""
    owner = phrase.owner
    if owner is None or owner.form != "pronoun" or last_marked(turns, turn) is None:
        return False
    gender = noun_gender(line.norms[phrase.head])
    return (line.norms[owner.head], line.norms[turn.first], gender) in (
        ("her", "he", "m"),
        ("her", "he", ""),
        ("his", "she", "f"),
        ("his", "she", ""),
    )


def introduced(index: Index, token: int) -> Phrase | None:
    """ "“The ice came like furniture.” \n\n Ann Lee, a bookkeeper, was on her roof": whom a paragraph is about
    before which an article opens with nothing but a quotation."""
    one = index.opening.get(token)
    if one is None or one.form != "name" or not (one.subject or index.line.holds(one.reach, ",")):
        return None
    return None if index.kinds.get(one.head) in ("organization", "place") else one
