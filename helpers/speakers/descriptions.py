"""Descriptions: whom "the mayor", "his wife" or "the company" means."""

from __future__ import annotations

from collections.abc import Callable

from helpers.speakers.lexicon import (
    ANY_INSTITUTION,
    COMPANY_NOUNS,
    COUPLE_NOUNS,
    COURT_NOUNS,
    GENERIC_PERSONS,
    INSTITUTIONS,
    ISSUED_NOUNS,
    KIN_NOUNS,
    PARTY_NOUNS,
    RECIPROCAL,
    UNIQUE_NOUNS,
)
from helpers.speakers.named import Entity
from helpers.speakers.nouns import classify_noun, guess_gender, is_demonym, singular
from helpers.speakers.phrases import Phrase
from helpers.speakers.relations import description_words
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE, Salience

_PAST = frozenset("former retired".split())
_DEFINITE = frozenset("the this that these those both such".split())


class Descriptions:
    """Finds the entity of a description, or makes one that is called by it."""

    def __init__(
        self, text: str, roles: Roles, salience: Salience, link: Callable[[Phrase], Entity | None]
    ):
        self.text, self.roles, self.salience, self.link = text, roles, salience, link
        self.line, self.cast, self.index = roles.line, roles.cast, roles.index

    def find(self, phrase: Phrase, owner: Entity | None) -> Entity | None:
        """Return the entity of a description; ``owner`` is whom its possessor means."""
        line = self.line
        head = singular(line.norms[phrase.head])
        if phrase in self.roles.appositions:
            entity = self.link(self.roles.appositions[phrase])
            if entity is not None:
                self.roles.describe(entity, phrase)
                if head in KIN_NOUNS and owner is not None:
                    entity.owner = owner
                return entity
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or line.norms[phrase.head] == "people"
        definite = line.norms[phrase.first] in _DEFINITE or phrase.owner is not None
        bare = line.tags[phrase.first] in ("NN", "NNP") and phrase.first == phrase.head
        if head in KIN_NOUNS and owner is not None and not plural:
            return self._relative(phrase, head, owner)
        if definite or bare:
            entity = (
                self._couple(phrase, plural)
                or (self._signed(phrase) if head in ISSUED_NOUNS else None)
                or self._known(phrase, head, owner, plural)
                or (self._issuer(phrase, head, owner) if head in ISSUED_NOUNS else None)
                or (self._generic(phrase, head) if not plural and phrase.owner is None else None)
            )
            if entity is not None:
                return entity
        elif head in ISSUED_NOUNS and not plural:
            entity = self._issuer(phrase, head, owner)
            if entity is not None:
                return entity
        return self.make(phrase, owner)

    def _relative(self, phrase: Phrase, head: str, owner: Entity) -> Entity:
        """ "Lee's wife": another person of that name and sex, or somebody without a name."""
        gender = guess_gender([head])
        for other in self.cast.sharing(owner) if owner.kind == "person" else ():
            opposed = head in ("wife", "husband", "widow", "widower")
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
        if owner.owner is not None and returned and owner.owner.gender in ("", gender):
            return owner.owner
        entity = self.make(phrase, owner)
        entity.gender = entity.gender or gender
        return entity

    def _couple(self, phrase: Phrase, plural: bool) -> Entity | None:
        words = self.line.norms[phrase.first : phrase.stop]
        if not COUPLE_NOUNS & set(words) or len(words) > 3:
            return None
        return self.salience.nearest(lambda one: bool(one.members))

    def _known(
        self, phrase: Phrase, head: str, owner: Entity | None, plural: bool
    ) -> Entity | None:
        """Whoever has this role: told before, nearest first, or anywhere in the article."""
        words = description_words(self.line, phrase, phrase.reach)
        full = {word.lower() for word in self.line.words[phrase.first : phrase.stop]}
        offers = []
        for number, entity in enumerate(self.roles.holders.get(head, ())):
            if entity.plural != plural and (entity.kind != "organization" or plural):
                continue
            if owner is not None and entity.owner is not None and entity.owner is not owner:
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
            offers.append((len(words & known), told >= 0, told, -number, entity))
        if not offers:
            short = (
                self.cast.by_initials(head)
                if len(head) in (2, 3) and head.upper() in (self.line.words[phrase.head],)
                else None
            )
            return short if full else None
        entity = max(offers, key=lambda offer: offer[:4])[4]
        if head in ISSUED_NOUNS and entity.kind in ("document", "thing"):
            return entity.owner or self.salience.last_speaker() or entity
        return entity

    def _signed(self, phrase: Phrase) -> Entity | None:
        """ "The letter, signed by the director": who signed."""
        line = self.line
        at = phrase.stop + line.holds(phrase.stop, ",")
        if not line.holds(at, "signed", "written") or not line.holds(at + 1, "by"):
            return None
        giver = self.index.opening.get(at + 2)
        return self.link(giver) if giver is not None else None

    def _issuer(self, phrase: Phrase, head: str, owner: Entity | None) -> Entity | None:
        """Who speaks in a statement or letter: its owner, "from …", "by …", else who spoke last."""
        if owner is not None:
            return owner
        line = self.line
        if line.holds(phrase.stop, "from", "by", "of"):
            giver = self.index.opening.get(phrase.stop + 1)
            if giver is not None and (
                line.norms[phrase.stop] != "of"
                or classify_noun(line.norms[giver.head]) in ("organization", "person", "group")
                or giver.form == "name"
            ):
                return self.link(giver)
        if line.norms[phrase.first] not in _DEFINITE or phrase.reach > phrase.stop:
            return None
        return self.salience.last_speaker()

    def _generic(self, phrase: Phrase, head: str) -> Entity | None:
        """ "the company", "the woman": the nearest that can be called so without having been."""
        if phrase.reach > phrase.stop:
            return None
        token = phrase.first
        kinds = [kind for kind in INSTITUTIONS if head in kind]
        short = phrase.stop - phrase.first <= (4 if head in COMPANY_NOUNS else 2)
        if (kinds or head in ANY_INSTITUTION) and short:

            def company(entity: Entity) -> float | None:
                if entity.kind not in ("organization", "unknown") or entity.plural:
                    return None
                if not entity.name[:1].isupper():
                    return None
                others = {role for role in entity.roles if classify_noun(role) == "organization"}
                alike = any(others & kind for kind in kinds)
                if others and not alike and head not in ANY_INSTITUTION:
                    return None
                if not others and COMPANY_NOUNS not in kinds and head not in ANY_INSTITUTION:
                    return None
                return (1.0 if entity.kind == "organization" else -1.0) + alike

            told = self.salience.choose(token, company, set())
            alike = self._alike(head) if told is None or told.kind == "unknown" else None
            return alike or told
        if head == "old":
            aged = [
                one
                for i in range(phrase.first, phrase.stop)
                for one in self.roles.ages.get(self.line.norms[i], ())
            ]
            if aged:
                return aged[0]
        if head in GENERIC_PERSONS and classify_noun(head) == "person":
            gender = guess_gender([head])
            if gender:
                return self.salience.choose(
                    token,
                    lambda one: (
                        (1.0 if one.gender == gender else 0.0)
                        if one.kind in PEOPLE and not one.plural and one.gender in ("", gender)
                        else None
                    ),
                    set(),
                )
        past = _PAST & set(self.line.norms[phrase.first : phrase.stop])
        if kinds:
            return None
        if classify_noun(head) == "person" and (head not in UNIQUE_NOUNS or past):
            gender = guess_gender([head])
            return self._last_subject(phrase, gender) or self._without_role(phrase, gender)
        return None

    def _without_role(self, phrase: Phrase, gender: str) -> Entity | None:
        """The only person told of lately whose occupation was not: who else could "the striker" be?"""
        line = self.line
        found = [
            one
            for one in self.salience.people(phrase.first)
            if line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] <= 3
            and not any(
                classify_noun(role) == "person" and role in one.trades for role in one.roles
            )
            and (not gender or one.gender in ("", gender))
        ]
        return found[0] if len(found) == 1 else None

    def _last_subject(self, phrase: Phrase, gender: str) -> Entity | None:
        """ "Lee scored twice. … said the striker": the named person whom the prose before is about."""
        line = self.line
        noun = singular(line.norms[phrase.head])
        loose = noun in GENERIC_PERSONS or noun in PARTY_NOUNS or is_demonym(noun)
        loose = loose or bool(_PAST & set(line.norms[phrase.first : phrase.stop]))
        one = self.salience.nearest(
            lambda one: (
                one.kind in ("person", "role")
                and one.subject
                and not one.plural
                and (noun not in COURT_NOUNS or not one.trades)
            )
        )
        if one is not None and one.trades and not loose:
            return None
        if one is None or one.kind != "person":
            return None
        place = one.places[-1]
        reach = 4 if noun == "old" else loose or noun in COURT_NOUNS
        same = line.paragraphs[phrase.first] - line.paragraphs[place] <= reach
        fit = not gender or not one.gender or one.gender == gender
        return (
            one if same and fit and line.sentences[place] < line.sentences[phrase.first] else None
        )

    def _alike(self, noun: str) -> Entity | None:
        """ "the railroad" before "Lund Rail" is named."""
        for entity in self.cast.entities:
            last = entity.name.split()[-1].lower()
            named = entity.kind in ("organization", "unknown") and entity.name[:1].isupper()
            if named and len(last) > 3 and noun.startswith(last[:6]):
                return entity
        return None

    def make(self, phrase: Phrase, owner: Entity | None = None) -> Entity:
        """An entity without a name, called by its description."""
        line = self.line
        stop = max(phrase.reach, phrase.stop)
        name = " ".join(self.text[line.starts[phrase.first] : line.ends[stop - 1]].split())
        noun = line.norms[phrase.head]
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or noun in (
            "people", "all", "both", "few", "many", "several", "some", "most", "police",
        )  # fmt: skip
        kind = {
            "person": "role",
            "group": "group",
            "organization": "organization",
            "document": "document",
        }.get(classify_noun(noun), "collective" if plural else "thing")
        if phrase.form == "indefinite":
            kind = "collective" if plural else "role"
        entity = self.cast.create(
            name, kind, guess_gender([noun]) if kind == "role" and not plural else "", plural
        )
        head = singular(noun)
        if owner is None and head in ISSUED_NOUNS:
            sentence = line.sentences[phrase.first]
            owner = self.salience.nearest(
                lambda one: one.kind in ("person", "organization", "group", "role", "unknown")
            )
            if owner is not None and line.sentences[owner.places[-1]] != sentence:
                owner = None
        entity.owner = owner
        entity.add_role(head, description_words(line, phrase, stop))
        self.roles.holders[head].append(entity)
        return entity
