"""Whose name is withheld: "a doctor, who asked not to be identified", "on condition of anonymity"."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.line import Line, Phrase

_HIDING = frozenset(
    "authorised authorized anonymity anonymous anonymously named identified name names".split()
)
_WITHHOLDING = _HIDING - {"name", "names"}
_SOURCES = frozenset("insider official person source".split())
_KNOWING = ("briefed on", "close to", "familiar with", "involved in", "with knowledge of")


def hides(line: Line, phrase: Phrase) -> bool:
    """Whether who is told of for the first time stays without a name: "a doctor, who asked not to be
    identified, said"."""
    at = phrase.stop
    fresh = line.norms[phrase.first] in ("a", "an", "one", "another") and not phrase.quoted
    # "The winchman, who did not want to be named, said"
    told = line.holds(phrase.first, "the") and line.holds(at, ",") and line.holds(at + 1, "who")
    fresh = fresh or (told and not phrase.quoted)
    while fresh and at < len(line.norms) and not line.opens[at]:
        if line.norms[at] in _WITHHOLDING and not line.quoted[at]:
            # "a man named Lee", "a woman identified as Ann Lee"
            return line.norms[at] not in ("named", "identified") or line.holds(at - 1, "be")
        at += 1
    return False


def stays_unnamed(line: Line, role: Entity) -> bool:
    """Whether somebody "spoke on condition of anonymity", "did not wish to be named" or is only told to know:
    "a person familiar with the talks"."""
    if role.roles.keys() & _SOURCES and any(words in role.name for words in _KNOWING):
        return True
    told = {line.sentences[place] for place in role.places}
    near = range(role.places[0], min(role.places[-1] + 60, len(line.norms)))
    near = (i for i in near if not line.quoted[i] and line.sentences[i] in told)
    return any(line.norms[i] in _HIDING for i in near)
