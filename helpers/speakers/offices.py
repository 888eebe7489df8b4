"""Descriptions that leave no choice: a judge of whom no name is told, the independent of two councillors."""

from __future__ import annotations

from helpers.speakers.lexicon import KINDRED_ROLES
from helpers.speakers.line import Line, Phrase
from helpers.speakers.namewords import ARBITERS, TITLE_NOUNS
from helpers.speakers.nouns import singular
from helpers.speakers.roles import Roles
from helpers.speakers.titles import description_words


def is_arbiter(roles: Roles, phrase: Phrase) -> bool:
    """Whether a judge or referee is told of whom the article does not name: none of the others."""
    line, head = roles.line, roles.line.norms[phrase.head]
    bare = phrase.form == "noun" and phrase.stop - phrase.first == 2
    if not bare or head not in ARBITERS:
        return False
    if any(roles.holders.get(one) for one in (head, *KINDRED_ROLES.get(head, ()))):
        return False
    # "She was the first woman to referee a final."
    pairs = zip(line.lemmas, line.tags, strict=True)
    return not any(lemma == head and tag[:2] == "VB" for lemma, tag in pairs)


def is_told_apart(roles: Roles, phrase: Phrase) -> bool:
    """Whether of several named ones of a role only one is told by the words of a description: "Ann Lee
    (Lab) and Bo Moss (Ind) … the independent councillor"."""
    noun = singular(roles.line.norms[phrase.head])
    head = TITLE_NOUNS.get(noun, noun)
    words = description_words(roles.line, phrase, phrase.stop)
    if phrase.form != "noun" or not words or not roles.line.holds(phrase.first, "the"):
        return False
    held = [one for one in roles.holders.get(head, ()) if one.kind == "person" and one.places]
    fit = [one for one in held if words <= one.roles[head]]
    return len(held) > 1 and len(fit) == 1


def means_people(line: Line, phrase: Phrase) -> bool:
    """ "One of them" and "somebody" may speak; "nine" and "this" may not."""
    word = line.norms[phrase.head]
    if phrase.reach > phrase.stop:
        return True
    counted = line.tags[phrase.head] == "CD"
    return word not in ("this", "that", "these", "those") and (
        not counted or (phrase.subject and word.isalpha())
    )
