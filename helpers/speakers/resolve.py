"""One pass over all mentions of an article: every phrase becomes a mention of some entity."""

from __future__ import annotations

from helpers.speakers.anonymity import hides
from helpers.speakers.choosing import Chooser, Offers
from helpers.speakers.clauses import antecedent, subject_of
from helpers.speakers.cues import is_told
from helpers.speakers.descriptions import Descriptions
from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.inner import Inner
from helpers.speakers.introductions import namer
from helpers.speakers.lexicon import JURISDICTIONS, KIN_NOUNS, NOBODY, TIMES
from helpers.speakers.line import FINITE, Index, Line, Phrase, verb_after
from helpers.speakers.namesakes import Namesakes
from helpers.speakers.naming import Naming
from helpers.speakers.nouns import noun_gender, singular
from helpers.speakers.offices import is_arbiter, is_told_apart, means_people
from helpers.speakers.people import Cast
from helpers.speakers.predicates import find_predicate
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE, THEY, Salience, pronoun_sex
from helpers.speakers.titles import find_title
from helpers.speakers.wordings import Wordings

_SHARES = frozenset("all both half many most several some".split())


class Resolver:
    """Links phrases to entities in the order of the text."""

    def __init__(self, text: str, line: Line, cast: Cast, index: Index):
        self.text, self.line, self.cast, self.index = text, line, cast, index
        self.salience = Salience(line)
        self.entity_of: dict[Phrase, Entity | None] = {}
        self.roles = Roles(line, cast, index)
        self.namesakes = Namesakes(self.roles, self.entity_of)
        self.descriptions = Descriptions(text, self.roles, self.salience, self.link)
        self.pairs: dict[tuple[Entity, ...], Entity] = {}
        self.naming = Naming(self.roles, self.salience, self.entity_of)
        self.wordings = Wordings(self.roles, self.naming.merge, self.descriptions.unnamed.wording)
        self.chooser = Chooser(self.roles, self.salience)
        self.inner = Inner(self.roles, self.entity_of, self.link)

    def link(
        self, phrase: Phrase, avoid: frozenset[Entity] = frozenset(), speaks: bool = False
    ) -> Entity | None:
        """Return the entity that a phrase means; the first answer for a phrase is kept.

        ``avoid`` holds those whom it hardly means, ``speaks`` says that a quotation is theirs.
        """
        if phrase in self.entity_of:
            return self.entity_of[phrase]
        self.entity_of[phrase] = None
        head = self.line.norms[phrase.head]
        owner = self.link(phrase.owner) if phrase.owner is not None else None
        if owner is not None and not owner.members and owner.kind == "collective":
            owner = self._siblings(phrase) or owner
        offers = self._offer(phrase, owner, avoid) if speaks else None
        entity = self._mean(phrase, owner, avoid, speaks)
        if offers is not None:
            entity = self.chooser.settle(offers, entity, self.descriptions.unnamed.make)
        if entity is not None and phrase.form == "pronoun":
            self._tell_sex(entity, phrase)
        if entity is not None and phrase.form == "noun" and head not in NOBODY:
            self.roles.note_age(entity, phrase)
            if entity.kind == "person" and not entity.gender and not phrase.quoted:
                entity.gender = noun_gender(singular(head))
            self.wordings.take_fuller(phrase, entity)
            self.wordings.take_headline(phrase, entity)
            if phrase in self.roles.appositions:
                self.naming.introduce(phrase, singular(head), entity)
        self.entity_of[phrase] = entity
        if entity is not None and head not in NOBODY and singular(head) not in TIMES:
            outlet = phrase.form == "name" and entity.kind in ("organization", "unknown")
            heard = outlet and is_told(self.line, phrase.first)
            if not heard and phrase.head not in self.line.dated:
                self.salience.touch(entity, phrase)
            self._read_predicate(phrase, entity)
            double = self.roles.doubles.get(phrase)
            if double is not None and double not in self.entity_of:
                self.roles.describe(entity, double)
                self.entity_of[double] = entity
        return entity

    def _mean(
        self, phrase: Phrase, owner: Entity | None, avoid: frozenset[Entity], speaks: bool
    ) -> Entity | None:
        """Whom a phrase means by the rules."""
        if phrase.form == "pronoun":
            return self._pronoun(phrase, avoid, speaks)
        if phrase.form == "name":
            return self._named(phrase, speaks)
        if phrase.form == "pair":
            return self._pair(phrase)
        word = self.line.norms[phrase.head]
        if phrase.form == "noun":
            among = self.line.norms[max(0, phrase.first - 3) : phrase.first]
            if among[1:] == ["of", "them"] and among[0] in _SHARES:
                # "14 lawmakers, most of them supporters of the bill, wrote"
                return self.salience.several(phrase.first, set())
            if word in NOBODY:
                return self.descriptions.unnamed.make(phrase)
            return self.descriptions.find(phrase, owner, avoid, speaks)
        if phrase in self.roles.appositions:
            return self.link(self.roles.appositions[phrase])
        entity = self.descriptions.of_age(phrase, word) or self.descriptions.documents.writer(
            phrase
        )
        if entity is None and means_people(self.line, phrase):
            return self.descriptions.unnamed.make(phrase)
        return entity

    def _offer(
        self, phrase: Phrase, owner: Entity | None, avoid: frozenset[Entity]
    ) -> Offers | None:
        """The candidates for a phrase that speaks, where its words alone do not tell who that is."""
        if phrase.form not in ("pronoun", "noun"):
            return None
        # Whoever is told of with "who" or by an office ("the county marshal") is new, and an
        # apposition has its name.
        told = phrase in self.roles.appositions or self.line.norms[phrase.head] in NOBODY
        told = told or (phrase.form == "noun" and self.line.holds(phrase.stop, "who", "whose"))
        told = told or not JURISDICTIONS.isdisjoint(self.line.norms[phrase.first : phrase.head])
        told = told or is_arbiter(self.roles, phrase) or is_told_apart(self.roles, phrase)
        told = told or hides(self.line, phrase) or self.roles.is_fresh(phrase)
        guesses = self.descriptions.guesses
        told = told or guesses.shown.is_shown(phrase)
        told = told or self.descriptions.couple_of(phrase) is not None
        told = told or guesses.aged(phrase) is not None
        if told:
            return None
        inner = phrase.quoted and phrase.form == "pronoun"
        if (
            inner
            and self.inner.find(phrase, pronoun_sex(self.line.norms[phrase.head]), avoid)
            is not None
        ):
            return None
        bystanders = self.salience.bystanders(phrase.first)
        # "“Dad is an accountant,” he said": here the kin speaks.
        never = frozenset(one for one in bystanders if one.owner not in avoid)
        if inner:
            # Nobody is "he" in his own quotation.
            never |= avoid
        avoid = avoid | self._subject_before(phrase)
        avoid |= guesses.shown.otherwise_aged(phrase)
        return self.chooser.offer(phrase, owner, avoid, never)

    def _tell_sex(self, entity: Entity, phrase: Phrase) -> None:
        """ "He" tells the sex of the one it means, and that a name of unknown type is a person's."""
        if sex := pronoun_sex(self.line.norms[phrase.head]):
            entity.gender, entity.guessed = sex, False
            if entity.kind == "unknown" and " " in entity.name:
                entity.kind = "person"

    def _siblings(self, phrase: Phrase) -> Entity | None:
        """ "Their father": that of the two persons who were told of last."""
        if singular(self.line.norms[phrase.head]) not in KIN_NOUNS:
            return None
        people = self.salience.people(phrase.first)[:2]
        return self._couple(tuple(people), "both") if len(people) == 2 else None

    def _couple(self, members: tuple[Entity, ...], name: str) -> Entity:
        if members not in self.pairs:
            self.pairs[members] = self.cast.create(name, "collective", plural=True)
            self.pairs[members].members = members
        return self.pairs[members]

    def _read_predicate(self, phrase: Phrase, entity: Entity) -> None:
        """ "She is the mayor" gives a role to whom "she" means."""
        if phrase.subject and phrase.form == "pronoun" and entity.kind in PEOPLE:
            verb = verb_after(self.line, phrase.stop)
            predicate = find_predicate(self.index, verb) if verb >= 0 else None
            if predicate is not None and predicate not in self.entity_of:
                self.roles.describe(entity, predicate)
                self.entity_of[predicate] = entity

    def _pronoun(self, phrase: Phrase, avoid: frozenset[Entity], speaks: bool) -> Entity | None:
        word, token = self.line.norms[phrase.head], phrase.first
        avoided = set(avoid) | self._subject_before(phrase)
        if gender := pronoun_sex(word):
            before = token - 1 - self.line.holds(token - 1, "that")
            told = self.index.heads.get(before) if self.line.holds(before, "him", "her") else None
            known = self.entity_of.get(told) if told is not None else None
            if known is not None and known.gender == gender:
                # "The judge told him he had behaved badly."
                return known
            inner = self.inner.find(phrase, gender, avoid) if phrase.quoted else None
            if inner is not None:
                return inner
            return self.salience.person(token, gender, avoided)
        if word in THEY:
            return self.salience.several(token, avoided, speaks)
        if word == "it" and speaks and (issuer := self.descriptions.documents.issued_before(token)):
            return issuer
        if word in ("it", "its", "itself"):
            return self.salience.thing(token, avoided, speaks)
        if word in ("who", "which") and phrase.first:
            before = antecedent(self.line, self.index, token)
            return self.entity_of.get(before) if before is not None else None
        return None

    def _subject_before(self, phrase: Phrase) -> set[Entity]:
        """Who does something to somebody else: "Lee, who is not related to him", "the judge told him"."""
        line = self.line
        object_ = line.norms[phrase.head] in ("him", "her", "them")
        if phrase.quoted or not object_ or line.tags[phrase.head] != "PRP":
            return set()
        for token in range(phrase.first - 1, -1, -1):
            if line.sentences[token] != line.sentences[phrase.first] or line.quoted[token]:
                break
            if line.tags[token] in FINITE:
                one = subject_of(line, self.index, token)
                doer = self.entity_of.get(one) if one is not None else None
                return {doer} if doer is not None else set()
        return set()

    def _named(self, phrase: Phrase, speaks: bool) -> Entity | None:
        mention = self.cast.mentions.get(phrase.head)
        if mention is None:
            return None
        entity = self._given(mention, phrase) or self.namesakes.pick(mention, phrase, speaks)
        mention.entity = entity
        self.naming.name_lead(entity, phrase, mention)
        title = find_title(self.line, phrase, mention.first)
        if title:
            self.roles.give(entity, *title)
            if title[0] in KIN_NOUNS and phrase.owner is not None:
                entity.owner = entity.owner or self.link(phrase.owner)
        if not phrase.quoted:
            self.roles.read_deed(phrase, entity)
        return entity

    def _given(self, mention: NameMention, phrase: Phrase) -> Entity | None:
        """ "An officer who gave his last name, Lee": the officer is called Lee from now on."""
        owner = namer(self.index, mention, phrase)
        entity = self.entity_of.get(owner) if owner is not None else None
        if entity is None and owner is not None and owner.form == "indefinite":
            entity = self.entity_of[owner] = self.descriptions.unnamed.make(owner)
        if entity is None or entity.kind != "role":
            return None
        self.cast.rename(entity, mention)
        return entity

    def _pair(self, phrase: Phrase) -> Entity:
        members = tuple(one for one in map(self.link, phrase.members) if one is not None)
        text = self.text[self.line.starts[phrase.first] : self.line.ends[phrase.stop - 1]]
        return self._couple(members, " ".join(text.split()))
