"""Entities without a name, called by a description: "a retired couple", "one of the divers"."""

from __future__ import annotations

from helpers.speakers.documents import ISSUED
from helpers.speakers.entity import Entity
from helpers.speakers.generations import read_age
from helpers.speakers.lexicon import (
    ISSUED_NOUNS,
)
from helpers.speakers.line import Phrase
from helpers.speakers.nouns import classify_noun, noun_gender, singular
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience
from helpers.speakers.titles import description_words

_SEVERAL = frozenset("people all both few many several some most police".split())
_KINDS = {
    "person": "role",
    "group": "group",
    "organization": "organization",
    "document": "document",
}


class Unnamed:
    """Makes entities that have no name and are called by a description."""

    def __init__(self, text: str, roles: Roles, salience: Salience):
        self.text, self.roles, self.salience = text, roles, salience
        self.line, self.cast, self.index = roles.line, roles.cast, roles.index

    def wording(self, phrase: Phrase) -> str:
        """Return the words of a description with its complements."""
        stop = max(phrase.reach, phrase.stop)
        return " ".join(
            self.text[self.line.starts[phrase.first] : self.line.ends[stop - 1]].split()
        )

    def make(
        self,
        phrase: Phrase,
        owner: Entity | None = None,
        avoid: frozenset[Entity] = frozenset(),
    ) -> Entity:
        """An entity without a name, called by its description."""
        line = self.line
        stop = max(phrase.reach, phrase.stop)
        name = self.wording(phrase)
        noun = line.norms[phrase.head]
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or noun in _SEVERAL
        plural = plural or (line.tags[phrase.head] == "CD" and noun != "one")
        plural = plural or (noun != singular(noun) and classify_noun(noun) == "person")
        kind = _KINDS.get(classify_noun(noun), "collective" if plural else "thing")
        if phrase.form == "indefinite":
            kind = "collective" if plural else "role"
        if line.norm(phrase.stop) in ISSUED:
            # "a guide issued by the club"
            kind = "document"
        entity = self.cast.create(
            name, kind, noun_gender(noun) if kind == "role" and not plural else "", plural
        )
        head = singular(noun)
        if owner is None and head in ISSUED_NOUNS:
            sentence = line.sentences[phrase.first]
            owner = self.salience.nearest(
                lambda one: one.kind in ("person", "organization", "group", "role", "unknown"),
                avoid,
            )
            if owner is not None and line.sentences[owner.places[-1]] != sentence:
                owner = None
        entity.owner = owner
        entity.age = read_age(line, phrase.first, phrase.stop) if kind == "role" else 0
        entity.add_role(head, description_words(line, phrase, stop))
        if not (phrase.possessor and plural):
            self.roles.holders[head].append(entity)
        inner = self.index.opening.get(phrase.stop + 1) if line.holds(phrase.stop, "of") else None
        if noun == "one" and inner is not None and inner.form == "noun":
            # "One of the divers … the diver"
            one = singular(line.norms[inner.head])
            entity.add_role(one, set())
            self.roles.holders[one].append(entity)
        return entity
