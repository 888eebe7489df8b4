"""Descriptions whose name comes later: "“No,” says the teacher. … Ann Lee, 29, had carried them"."""

from __future__ import annotations

from helpers.speakers.anonymity import stays_unnamed
from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.introductions import ARTICLES, REACH, Introductions
from helpers.speakers.lexicon import (
    COMPANY_NOUNS,
    MEDIATORS,
    ONLOOKERS,
)
from helpers.speakers.line import Phrase, verb_after
from helpers.speakers.namewords import ARBITERS, PERSONAL
from helpers.speakers.nouns import classify_noun
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience
from helpers.speakers.wordings import on_top

# They tell of others and are not whom a story is about.
_ASIDE = MEDIATORS | ONLOOKERS
_PEOPLE = ("person", "unknown")


class Naming:
    """Takes a name without a word on who that is for the name of one who was described before."""

    def __init__(self, roles: Roles, salience: Salience, entity_of: dict[Phrase, Entity | None]):
        self.roles, self.salience, self.entity_of = roles, salience, entity_of
        self.line = roles.line
        self.introductions = Introductions(roles, salience, entity_of)
        self.merged: dict[Entity, Entity] = {}
        self._named: set[Entity] = set()
        self._names: set[str] = set()

    def name_lead(self, entity: Entity, phrase: Phrase, mention: NameMention) -> None:
        """ "A vet is accused … \n\n Ann Lee, 58, is on trial": whom the lead is about is named next."""
        line = self.line
        # A pronoun may have meant somebody before the name does.
        if phrase.quoted or entity in self._named:
            return
        again = entity.name in self._names
        self._named.add(entity)
        self._names.add(entity.name)
        if again:
            # "Administrators at Lund Lyle … Lund Lyle wrote": told before as a place.
            return
        if entity.kind == "organization" or (entity.kind == "unknown" and " " not in entity.name):
            self._merge_firm(entity, phrase)
        if entity.kind not in _PEOPLE or " " not in entity.name:
            return
        before = [i for i in range(phrase.first, mention.first) if line.tags[i] != "DT"]
        first, known = phrase.first, self.introductions
        role = known.kin(entity, phrase) if not before else None
        role = role or known.identified(first) or known.titled(phrase, mention)
        if role is not None:
            self.merge(role, entity)
            return
        # "The prosecutor, Ann Lee," is told of beforehand, "Ann Lee, a prosecutor," is not.
        if before or not first or self.roles.is_told_before(phrase):
            return
        if self._merge_lead(entity, phrase):
            return
        if phrase in self.roles.described:
            self._merge_aged(entity, phrase)
            return
        if line.opens[first] and phrase.subject and self._merge_speaker(entity, phrase):
            return
        if not set(mention.titles) - PERSONAL:
            self._merge_nearest(entity, phrase)

    def _merge_firm(self, entity: Entity, phrase: Phrase) -> None:
        """ "A telehealth company is under investigation. \n\n … that Lumio sold pills": the first firm
        named is the one of the lead."""
        lead = self.introductions.lead(phrase)
        role = self.entity_of.get(lead) if lead is not None else None
        fresh = role is not None and role.kind == "organization" and role.first_word in ("a", "an")
        firm = fresh and not role.plural and not COMPANY_NOUNS.isdisjoint(role.roles)
        other = any(classify_noun(one) and one not in COMPANY_NOUNS for one in entity.roles)
        told = other or phrase in self.roles.described
        first = not any(one.kind == "organization" for one in self._named - {entity})
        if firm and first and not told and (phrase.subject or phrase.possessor):
            self.merge(role, entity)

    def introduce(self, phrase: Phrase, head: str, entity: Entity) -> None:
        """ "An elderly man spoke. … The man, Bo Lee, asked": the one who had no name is named."""
        line = self.line
        fresh = all(place >= phrase.first for place in entity.places)
        if line.norms[phrase.first] != "the" or entity.kind != "person" or not fresh:
            return
        known = [
            one
            for one in self.roles.holders.get(head, ())
            if one.may_be_called(entity) and one.places
        ]
        if len(known) == 1 and known[0].first_word in ARTICLES:
            self.merge(known[0], entity)

    def _merge_lead(self, entity: Entity, phrase: Phrase) -> bool:
        """Whether the text opens with somebody without a name who is the one named: "A nurse who spoke
        out is back. \n\n Ann Lee, who has spent 29 years on the ward, was reinstated"."""
        line, lead = self.line, self.introductions.lead(phrase)
        role = self.entity_of.get(lead) if lead is not None else None
        if role is None or role in self.merged or not role.may_be_called(entity):
            return False
        aside = _ASIDE & set(role.roles)
        if aside or stays_unnamed(line, role) or self._held_later(role, entity):
            return False
        opens = line.paragraphs[phrase.first - 1] != line.paragraphs[phrase.first]
        verb = verb_after(line, phrase.stop)
        told = phrase in self.roles.described or line.holds(phrase.stop + 1, "who", "whose")
        if self.introductions.says(phrase) and (told or not opens):
            return False
        acts = line.opens[phrase.first] and line.tags[phrase.stop][:2] == "VB"
        if not phrase.subject and not acts and not (opens and verb >= 0):
            return False
        self.merge(role, entity)
        return True

    def _merge_speaker(self, entity: Entity, phrase: Phrase) -> bool:
        """ "“I am not done,” the singer said. Joan Arden has sold …": the only speaker so far, of whom
        nothing else was told, is named next."""
        if len(self.salience.spoken) != 1:
            return False
        role = next(iter(self.salience.spoken))
        lone = role.kind in ("role", "thing") and not role.plural and len(role.places) == 1
        if not lone or not role.may_be(entity) or role.first_word != "the":
            return False
        if self._is_party(role, phrase):
            return False
        self.merge(role, entity)
        return True

    def _merge_aged(self, entity: Entity, phrase: Phrase) -> None:
        """ "A kayaker saw it. “It barked,” the 26-year-old said. \n\n Ann Lee, a vet from Lund, had no signal":
        whose age is told is the one whom the story is about."""
        line, last = self.line, self.salience.last_speaker()
        if last is None or not last.may_be_called(entity) or len(last.places) < 2:
            return
        at = last.places[-1]
        aged = any(line.norms[i] == "old" for i in range(at, min(at + 6, len(line.norms))))
        next_ = line.paragraphs[phrase.first] - line.paragraphs[at] == 1
        opens = line.opens[phrase.first] and phrase.subject
        told = set(last.roles) & _ASIDE or stays_unnamed(line, last)
        if aged and next_ and opens and not told and not self.introductions.says(phrase):
            self.merge(last, entity)

    def _is_party(self, role: Entity, phrase: Phrase) -> bool:
        """ "… the magistrate said. Ann Lee told the court": a party."""
        return bool(ARBITERS & set(role.roles)) and self.introductions.says(phrase)

    def _merge_nearest(self, entity: Entity, phrase: Phrase) -> bool:
        """ "“No,” said his brother. … Bo Lee said": nobody is named without a word on who that is
        unless he was told of; the person told of last, when that one had no name."""
        line, at = self.line, phrase.stop
        if self.introductions.introduced(at) and (
            self.introductions.says(phrase) or not phrase.subject
        ):
            return False
        if not phrase.subject and not self._acts_with_others(phrase):
            return self._merge_sought(entity, phrase)
        speaker = self.salience.last_speaker()
        last = self.salience.nearest(
            lambda one: (
                one.kind in ("person", "role")
                and not one.plural
                and one.first_word != "this"
                and (
                    one.kind == "person"
                    or any(classify_noun(head) == "person" for head in one.roles)
                )
                and (one.subject or one.led >= 0 or one is speaker or on_top(self.line, one))
                and not self._held_later(one, entity)
            )
        )
        if last is None or not last.may_be_called(entity):
            return False
        if line.holds(at, ",") and line.holds(at + 1, "whose") and last is speaker:
            # "“No,” the manager said. … Ann Lee, whose wedding fell through, had to sing": another one.
            return False
        aside = MEDIATORS | (ONLOOKERS if self.introductions.introduced(at) else frozenset())
        if set(last.roles) & aside or last.first_word in ("another", "one"):
            return False
        if self._is_party(last, phrase):
            return False
        if line.paragraphs[phrase.first] - line.paragraphs[last.places[-1]] > REACH:
            return False
        if line.sentences[phrase.first] == line.sentences[last.places[-1]]:
            return False
        if stays_unnamed(line, last):
            return False
        self.merge(last, entity)
        return True

    def _acts_with_others(self, phrase: Phrase) -> bool:
        """ "Ann Lee, 34, and her crew had been drifting": the subject together with others."""
        line, at = self.line, phrase.stop
        if line.holds(at, ",") and line.tags[at + 1 : at + 2] == ["CD"]:
            at += 2 + line.holds(at + 2, ",")
        joined = line.holds(at, "and") and line.holds(at + 1, "his", "her", "their")
        return joined and line.opens[phrase.first]

    def _merge_sought(self, entity: Entity, phrase: Phrase) -> bool:
        """ "The country will not hand over a former minister. … the request for Bo Lee": the only one who
        was told of without a name in the paragraph before."""
        line = self.line
        found = [
            one
            for one in self.salience.recent
            if one.may_be_called(entity) and one.first_word in ("a", "an") and one.owner is None
            if any(classify_noun(head) == "person" for head in one.roles)
            if line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] == 1
        ]
        if len(found) != 1 or set(found[0].roles) & MEDIATORS or stays_unnamed(line, found[0]):
            return False
        if found[0] in self.salience.spoken or self._held_later(found[0], entity):
            return False
        self.merge(found[0], entity)
        return True

    def _held_later(self, role: Entity, entity: Entity) -> bool:
        """Whether somebody else is told by name to be what one was who had no name: "a judge said …
        Ann Lee pleaded guilty. … Judge Bo Kern told her"."""
        return role.kind == "role" and any(
            one.kind == "person" and one.named and one is not entity and not one.places
            for head in role.roles
            for one in self.roles.holders.get(head, ())
            if head in one.trades
        )

    def merge(self, role: Entity, entity: Entity) -> None:
        """Take the one who was described for the one who is named."""
        for head, words in role.roles.items():
            self.roles.give(entity, head, words)
        entity.gender = entity.gender or role.gender
        entity.owner = entity.owner or role.owner
        entity.age = entity.age or role.age
        self.merged[role] = entity
        self.salience.forget(role)
        for holders in self.roles.holders.values():
            if role in holders:
                holders.remove(role)
