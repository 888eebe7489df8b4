"""Whom a sentence of prose is about."""

from __future__ import annotations

from helpers.speakers.line import FINITE, Index, Phrase
from helpers.speakers.nouns import classify_noun
from helpers.speakers.phrases import is_animate
from helpers.speakers.salience import HE, SHE


def subject_of(index: Index, token: int) -> Phrase | None:
    """Return the person or institution that the sentence of ``token`` is about."""
    line = index.line
    first = token
    while first and line.sentences[first - 1] == line.sentences[token]:
        first -= 1
    found = [
        index.opening[i]
        for i in range(first, token + 1)
        if i in index.opening and not line.quoted[i]
    ]
    people = [
        one
        for one in found
        if is_animate(line, one)
        and line.norms[one.head] not in ("i", "me", "we", "us")
        and not line.holds(one.first - 1, "whose")
    ]
    free = [one for one in people if not one.first or line.tags[one.first - 1] != "IN"]
    people = free or people
    if people and people[0].first == first and people[0].reach < len(line.tags):
        return people[0]
    for one in people:
        if one.subject:
            return one
    return people[0] if people else None


def person_of(index: Index, token: int) -> Phrase | None:
    """The subject of a sentence, and of its last clause where only that is a person: "The league called
    him to a podium, and the 55-year-old took his time"."""
    line, subject = index.line, subject_of(index, token)
    if subject is None or _is_somebody(index, subject):
        return subject
    later = (index.opening.get(i) for i in range(token, subject.reach, -1))
    return next(
        (
            one
            for one in later
            if one is not None
            and not one.quoted
            and any(tag in FINITE for tag in line.tags[one.reach : token])
            and line.sentences[one.first] == line.sentences[token]
            and line.tags[one.first - 1] == "CC"
            and _is_somebody(index, one)
        ),
        subject,
    )


def _is_somebody(index: Index, phrase: Phrase) -> bool:
    """Whether a phrase means one person by its words."""
    word = index.line.norms[phrase.head]
    if phrase.form == "name":
        return index.kinds.get(phrase.head) not in ("organization", "place")
    if phrase.form == "pronoun":
        return word in HE or word in SHE
    return is_animate(index.line, phrase) and classify_noun(word) in ("person", "")
