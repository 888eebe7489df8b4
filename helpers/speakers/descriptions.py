"""Descriptions: whom "the mayor", "his wife" or "the company" means."""

from __future__ import annotations

from collections.abc import Callable

from helpers.speakers.documents import Documents, is_text
from helpers.speakers.entity import Entity
from helpers.speakers.generations import Generations, read_contrast
from helpers.speakers.guesses import Guesses
from helpers.speakers.lexicon import (
    CONTRASTS,
    COUPLE_NOUNS,
    DEFINITE,
    ELDER_KIN,
    ISSUED_NOUNS,
    KIN_NOUNS,
    KINDRED_ROLES,
    OFFICE_NOUNS,
    RECIPROCAL,
    SITE_NOUNS,
    WEDDED,
)
from helpers.speakers.line import Phrase
from helpers.speakers.namesakes import find_namesake
from helpers.speakers.namewords import TITLE_NOUNS
from helpers.speakers.nouns import noun_gender, singular
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience
from helpers.speakers.titles import description_words
from helpers.speakers.unnamed import Unnamed


class Descriptions:
    """Finds the entity of a description, or makes one that is called by it."""

    def __init__(
        self, text: str, roles: Roles, salience: Salience, link: Callable[[Phrase], Entity | None]
    ):
        self.roles, self.salience, self.link = roles, salience, link
        self.line, self.cast, self.index = roles.line, roles.cast, roles.index
        self.unnamed = Unnamed(text, roles, salience)
        self.guesses = Guesses(roles, salience)
        self.generations = Generations(roles.holders)
        self.documents = Documents(self.index, salience, link)

    def find(
        self, phrase: Phrase, owner: Entity | None, avoid: frozenset[Entity], speaks: bool
    ) -> Entity | None:
        """Return the entity of a description; ``owner`` is whom its possessor means, ``avoid`` are
        those whom it hardly means, ``speaks`` says that a quotation is its."""
        line = self.line
        noun = singular(line.norms[phrase.head])
        head = TITLE_NOUNS.get(noun, noun)
        if phrase in self.roles.appositions:
            entity = self.link(self.roles.appositions[phrase])
            if entity is not None:
                self.roles.describe(entity, phrase)
                if head in KIN_NOUNS and owner is not None:
                    entity.owner = owner
                if head in ("predecessor", "successor") and owner is not None:
                    # "Mayor Ann Lee … Her predecessor, Bo Moss, … the former mayor"
                    for trade in sorted(owner.trades):
                        self.roles.give(
                            entity, trade, {"former"} if head == "predecessor" else set()
                        )
                return entity
        if head in ISSUED_NOUNS:
            self.documents.note_sender(phrase, head)
        if head in SITE_NOUNS and owner is not None and speaks:
            return owner
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or line.norms[phrase.head] == "people"
        definite = line.norms[phrase.first] in DEFINITE or phrase.owner is not None
        bare = line.tags[phrase.first] in ("NN", "NNP") and phrase.first == phrase.head
        if head == "namesake" and owner is not None and owner.kind == "person":
            # "Bo Patel sued Vik Patel. His namesake …"
            others = [one for one in self.cast.bearers.sharing(owner) if one.places]
            if len(others) == 1:
                return others[0]
        if head in KIN_NOUNS and owner is not None and not plural:
            # Nobody is called his own son.
            himself = owner.owner is not None and owner in self.roles.holders.get(head, ())
            return self._relative(phrase, head, owner.owner if himself else owner, avoid)
        if head == "namesake" and (other := find_namesake(self.cast, self.salience, owner)):
            return other
        if definite or bare:
            entity = (
                self._couple(phrase, avoid)
                or (self.of_age(phrase, head) if not plural else None)
                or (self.documents.signer(phrase, head) if is_text(head) else None)
                or self._known(phrase, head, owner, plural)
                or (self._of_couple(phrase, head) if not plural else None)
                or (self._parent_or_child(phrase, head) if not plural else None)
                or (self._kindred(phrase, head) if not plural and owner is None else None)
                or (self.documents.issuer(phrase, head, owner) if head in ISSUED_NOUNS else None)
                or (self.documents.same_report(phrase, head, avoid) if not plural else None)
                or (
                    # Inside a quotation others are told of than around it.
                    self.guesses.find(phrase, head, avoid, speaks)
                    if not plural and phrase.owner is None and not phrase.quoted
                    else None
                )
            )
            if entity is not None:
                if entity.kind == "person" and not entity.gender:
                    entity.gender = noun_gender(head)
                return entity
        elif head in ISSUED_NOUNS and not plural:
            entity = self.documents.issuer(phrase, head, owner)
            if entity is not None:
                return entity
        return self.unnamed.make(phrase, owner, avoid)

    def _relative(
        self, phrase: Phrase, head: str, owner: Entity, avoid: frozenset[Entity]
    ) -> Entity:
        """ "Lee's wife": another person of that name and sex, or somebody without a name."""
        gender = noun_gender(head)
        for other in self.cast.bearers.sharing(owner) if owner.kind == "person" else ():
            opposed = head in ("wife", "husband", "widow", "widower")
            # A husband may be called a dad as well.
            if set(other.roles) & KIN_NOUNS - {head} - (ELDER_KIN if opposed else frozenset()):
                continue
            sure = gender and other.gender == gender and (opposed or other.places)
            spouse = opposed and not other.gender and owner.gender != gender
            if sure or spouse:
                other.gender = gender
                self.roles.give(other, head, set())
                return other
        for entity in self.roles.holders.get(head, ()):
            if entity.owner is owner:
                return entity
        returned = RECIPROCAL.get(head, frozenset()) & set(owner.roles)
        options = (owner.owner.members or (owner.owner,)) if owner.owner is not None else ()
        for one in options if returned else ():
            if one.gender in ("", gender):
                return one
        if owner.plural and (one := self.guesses.just_named(phrase, gender, avoid)) is not None:
            # "Ann Lee was waiting. “Eat,” the boys' mother said."
            return one
        entity = self.unnamed.make(phrase, owner)
        entity.gender = entity.gender or gender
        return entity

    def _parent_or_child(self, phrase: Phrase, head: str) -> Entity | None:
        """ "Her mother sang. … The daughter …": whose mother was told of."""
        if phrase.owner is not None or phrase.reach > phrase.stop:
            return None
        for noun in sorted(RECIPROCAL.get(head, ())):
            for other in self.roles.holders.get(noun, ()):
                whose = other.owner
                if whose is not None and whose.named and whose.gender in ("", noun_gender(head)):
                    return whose
        return None

    def couple_of(self, phrase: Phrase) -> Entity | None:
        """ "A retired couple waited. … said the wife": the two who were told of last, without a name."""
        line = self.line
        noun = singular(line.norms[phrase.head])
        if noun not in WEDDED or phrase.owner is not None or phrase.reach > phrase.stop:
            return None
        two = self.salience.nearest(lambda one: "couple" in one.roles or bool(one.members))
        if two is None or two.members or noun in two.roles:
            return None
        near = line.paragraphs[phrase.first] - line.paragraphs[two.places[-1]] <= 1
        return two if near and line.norms[phrase.first] == "the" else None

    def _of_couple(self, phrase: Phrase, head: str) -> Entity | None:
        two = self.couple_of(phrase)
        if two is None:
            return None
        known = (one for one in self.roles.holders.get(head, ()) if one.owner is two)
        return next(known, None) or self.unnamed.make(phrase, two)

    def _couple(self, phrase: Phrase, avoid: frozenset[Entity]) -> Entity | None:
        words = self.line.norms[phrase.first : phrase.stop]
        if len(words) > 3 or COUPLE_NOUNS.isdisjoint(words):
            return None
        return self.salience.nearest(lambda one: bool(one.members), avoid)

    def _known(
        self, phrase: Phrase, head: str, owner: Entity | None, plural: bool
    ) -> Entity | None:
        """Whoever has this role: told before, nearest first, or anywhere in the article."""
        held = self.roles.holders.get(head, ())
        words = description_words(self.line, phrase, phrase.reach) - {"state"} if held else set()
        offers = []
        for number, entity in enumerate(held):
            named = entity.kind == "organization" and entity.name.lower().endswith(
                self.line.norms[phrase.head]
            )
            if entity.plural != plural and not named and (entity.kind != "organization" or plural):
                continue
            if owner is not None and entity.owner is not None and entity.owner is not owner:
                continue
            if entity.first_word == "one" and words & CONTRASTS:
                # "One of the officials … the second official"
                continue
            known = entity.roles[head]
            if words and known and not words & known and entity.kind not in ("person", "unknown"):
                continue
            if phrase.reach > phrase.stop and known and not words & known:
                continue
            if phrase.owner is not None and entity.owner is None and entity.kind == "role":
                continue
            told = entity.places[-1] if entity.places else -1
            if told < 0 and entity.kind == "role":
                continue
            if words and known and not words & known and (told < 0 or head in OFFICE_NOUNS):
                # The prime minister is not the finance minister.
                continue
            offers.append((len(words & known), told >= 0, told, -number, entity))
        if not offers:
            short = len(head) in (2, 3) and head.upper() == self.line.words[phrase.head]
            return self.cast.bearers.by_initials(head) if short else None
        entity = max(offers, key=lambda offer: offer[:4])[4]
        near = self._kindred(phrase, head) if not plural and not words and owner is None else None
        if near is not None and near is self.salience.last_speaker() and near.led > entity.led:
            # "The district attorney … Lee's lawyer said so. “No,” the attorney said."
            return near
        if head in ISSUED_NOUNS and entity.kind in ("document", "thing"):
            sender = self.documents.senders.get(head) or entity.owner
            return sender or self.salience.last_speaker() or entity
        return entity

    def of_age(self, phrase: Phrase, head: str) -> Entity | None:
        """ "The younger doctor" of two, "the elder brother" of the two who were told of last."""
        which = read_contrast(self.line.norms[phrase.first : phrase.stop])
        if not which or phrase.quoted or self.line.norms[phrase.first] != "the":
            return None
        gender = noun_gender(head)
        held = [one for one in self.roles.holders.get(head, ()) if one.kind == "person"]
        near = [
            one
            for one in self.salience.people(phrase.first)
            if one.gender in ("", gender or one.gender)
        ]
        fit = self.generations.choose(held if len(held) > 1 else near[:2], which)
        return fit[0] if len(fit) == 1 else None

    def _kindred(self, phrase: Phrase, head: str) -> Entity | None:
        """The person told of last whose role is a near one: "the lawmaker" for a senator."""
        if phrase.reach > phrase.stop:
            return None
        near = KINDRED_ROLES.get(head, ())
        held = [one for role in near for one in self.roles.holders.get(role, ())]
        told = [one for one in held if one.kind in ("person", "unknown") and one.places]
        return max(told, key=lambda one: one.places[-1], default=None)
