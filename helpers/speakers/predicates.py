"""Descriptions that a copula joins to a name: "Lee was elected mayor", "The president is Bo Lee"."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import NOBODY, TIMES, TRADES
from helpers.speakers.line import Index, Line, Phrase
from helpers.speakers.nouns import classify_noun

COPULAS = frozenset("is was are were 's became becomes remains remained".split())
# "Lee was elected mayor."
_MADE = frozenset("elected re-elected appointed reappointed crowned named ordained".split())


def find_predicate(index: Index, verb: int) -> Phrase | None:
    """Return the description after "is", "was", "became" at token ``verb``."""
    line = index.line
    if line.norms[verb] not in COPULAS:
        return None
    at = verb + 1
    while at < len(line.tags) and (line.tags[at] == "RB" or line.norms[at] in _MADE):
        at += 1
    one = index.opening.get(at)
    if one is None or one.form != "noun" or line.opens[at]:
        return None
    return one if classify_noun(line.norms[one.head]) and is_description(line, one) else None


def find_subject(index: Index, name: Phrase) -> Phrase | None:
    """Return the description of which a name is the predicate: "The president is Bo Lee"."""
    line, at = index.line, name.first - 1
    if not line.holds(at, "is", "was") or line.opens[name.first]:
        return None
    at -= line.norms[at - 1] in TIMES
    one = index.before(at)
    if one is None or one.form != "noun" or not line.opens[one.first] or not one.subject:
        return None
    person = classify_noun(line.norms[one.head]) == "person" and line.tags[one.head] == "NN"
    return one if person and (line.norms[one.first] == "the" or one.owner is not None) else None


def is_description(line: Line, phrase: Phrase) -> bool:
    head = line.norms[phrase.head]
    if head in TIMES or head in NOBODY or line.tags[phrase.head] == "CD":
        return False
    if classify_noun(head):
        return True
    return phrase.owner is not None or line.tags[phrase.first] == "DT"


def looks_like_firm(line: Line, description: Phrase, entity: Entity) -> bool:
    """Whether a name that looks like a person's is that of a firm: "The insurer, Dale Mutual,"."""
    noun = line.norms[description.head]
    told = entity.age or entity.trades or entity.owner or (entity.gender and not entity.guessed)
    institution = classify_noun(noun) in ("organization", "group") and noun in TRADES
    definite = line.holds(description.first, "the", "a", "an") or description.owner is not None
    return institution and definite and not told
