"""Descriptions that the article never gave to a name: "the woman", "the striker", "the Irishman"."""

from __future__ import annotations

from helpers.speakers.anonymity import hides
from helpers.speakers.entity import Entity
from helpers.speakers.firms import Firms
from helpers.speakers.generations import read_age
from helpers.speakers.lexicon import (
    ANY_INSTITUTION,
    COMPANY_NOUNS,
    COURT_NOUNS,
    GENERIC_PERSONS,
    INSTITUTIONS,
    JURISDICTIONS,
    KIN_NOUNS,
    PARTY_NOUNS,
    UNIQUE_NOUNS,
)
from helpers.speakers.line import Phrase
from helpers.speakers.nouns import (
    classify_noun,
    is_demonym,
    names_institution,
    noun_gender,
    singular,
)
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE, Salience
from helpers.speakers.shown import CHILDREN, HONOURS, Shown

_PERSONAL_ENDS = ("er", "or", "ist", "ian", "eer", "half", "back")
_OTHERS = frozenset("second third other latter".split())
_PAST = frozenset("former retired".split())


def is_unlisted(entity: Entity) -> bool:
    """Whether a name of unknown type looks like that of a person: "Karmnu Tabone"."""
    last = entity.name.split()[-1].lower()
    return entity.kind == "unknown" and " " in entity.name and not names_institution(last)


class Guesses:
    """Finds the likeliest person by sex, age and salience, and leaves institutions to :class:`Firms`."""

    def __init__(self, roles: Roles, salience: Salience):
        self.roles, self.salience, self.line = roles, salience, roles.line
        self.firms = Firms(roles, salience)
        self.shown = Shown(roles, salience)

    def find(
        self, phrase: Phrase, head: str, avoid: frozenset[Entity], speaks: bool
    ) -> Entity | None:
        """ "the company", "the woman": the nearest that can be called so without having been."""
        counted = self.line.holds(phrase.stop, "of") and self.line.tags[phrase.reach - 1] == "CD"
        if phrase.reach > phrase.stop and not counted:
            return None
        words = self.line.norms[phrase.first : phrase.head]
        if not _OTHERS.isdisjoint(words) or words[:1] == ["this"]:
            return None
        if classify_noun(head) == "person" and self.line.holds(phrase.stop, "who", "whose"):
            # "The woman who ran the office" is told of for the first time.
            return None
        if self.roles.is_fresh(phrase):
            return self.shown.just_told(phrase, head)
        if hides(self.line, phrase):
            return self._nameless(phrase)
        token = phrase.first
        kinds = [kind for kind in INSTITUTIONS if head in kind]
        short = phrase.stop - phrase.first <= (6 if head in COMPANY_NOUNS else 2)
        if (kinds or head in ANY_INSTITUTION) and short:
            return self.firms.find(token, head, kinds)
        if head == "old":
            if (aged := self.aged(phrase)) is not None:
                return aged
            avoid |= self.shown.otherwise_aged(phrase)
            if (speaker := self._aged_speaker(avoid)) is not None:
                return speaker
        if (told := self.shown.minor(phrase, head) or self.shown.writer(phrase, head)) is not None:
            return told
        if head in GENERIC_PERSONS and classify_noun(head) == "person":
            gender = noun_gender(head)
            if gender:
                if head in CHILDREN:
                    avoid = avoid | self.shown.otherwise_aged(phrase)
                return self.salience.choose(
                    token,
                    lambda one: (
                        (1.0 if one.gender == gender else 0.0)
                        if one.kind in PEOPLE and not one.plural and one.gender in ("", gender)
                        else None
                    ),
                    set(avoid) if head in CHILDREN else set(),
                )
        if classify_noun(head) == "person" and (one := self.shown.goes_on(phrase)) is not None:
            return one
        if kinds or not JURISDICTIONS.isdisjoint(words):
            return None
        past = not _PAST.isdisjoint(self.line.norms[phrase.first : phrase.stop])
        # Whatever a "scaffolder" is, one who speaks is a person.
        person = classify_noun(head) == "person" or (
            speaks and not classify_noun(head) and (head.endswith(_PERSONAL_ENDS) or past)
        )
        if person and (head not in UNIQUE_NOUNS or past):
            gender = noun_gender(head)
            return (
                self.shown.just_seen(phrase, gender)
                or self.just_named(phrase, gender, avoid)
                or self._last_subject(phrase, gender, avoid)
                or self._without_role(phrase, gender)
                or self._nameless(phrase)
                or self.firms.lone(head)
            )
        return None

    def aged(self, phrase: Phrase) -> Entity | None:
        """Who was told to be so old: "Ann Lee, 33, won. … the 33-year-old", "a 19-year-old student"."""
        age = read_age(self.line, phrase.first, phrase.stop)
        if (
            not age
            or self.line.norms[phrase.head] != "old"
            or self.line.norms[phrase.first] != "the"
        ):
            return None
        known = self.roles.ages.get(str(age), ())
        return next(iter(known), None) or self.salience.nearest(lambda one: one.age == age)

    def _aged_speaker(self, avoid: frozenset[Entity]) -> Entity | None:
        """ "Ann Lee said he had never met Bo Moss. “I sell soap,” the 28-year-old said": who spoke last, if
        the sentence told of last is about that one."""
        line, speaker = self.line, self.salience.last_speaker()
        last = self.salience.nearest(lambda one: one.kind == "person")
        if speaker is None or last is None or speaker.kind != "person" or speaker in avoid:
            return None
        told = bool(speaker.places)
        same = told and line.sentences[speaker.places[-1]] == line.sentences[last.places[-1]]
        return speaker if same else None

    def _nameless(self, phrase: Phrase) -> Entity | None:
        """ "One large shareholder said so. “No,” the investor said": who spoke last in the paragraph."""
        line, last = self.line, self.salience.last_speaker()
        if last is None or not last.nameless or not last.places:
            return None
        fresh = last.first_word in ("a", "an", "one")
        near = line.paragraphs[phrase.first] - line.paragraphs[last.places[0]] <= 1
        return last if fresh and near else None

    def _has_led(self, entity: Entity, token: int) -> bool:
        """Whether somebody was the subject of the sentence before: "In his report the Irishman …"."""
        line = self.line
        return entity.led >= 0 and line.sentences[token] - line.sentences[entity.led] <= 1

    def _was_led(self, entity: Entity, token: int) -> bool:
        """Whether a named person was a subject in this paragraph or the one before."""
        near = self.line.paragraphs[token] - self.line.paragraphs[max(entity.led, 0)] <= 1
        return entity.kind == "person" and entity.led >= 0 and near

    def just_named(self, phrase: Phrase, gender: str, avoid: frozenset[Entity]) -> Entity | None:
        """The person without an occupation whom the sentence before has introduced."""
        line = self.line
        last = self.salience.nearest(lambda one: one.kind == "person", avoid)
        if last is None or last.trades - HONOURS or last.gender not in ("", gender or last.gender):
            return None
        first, stop = last.places[0], phrase.first
        # Sentences of a quotation between do not count.
        told = {line.sentences[i] for i in range(first, stop) if not line.quoted[i]}
        told |= {line.sentences[phrase.first]}
        return (
            last if len(told) == 2 and line.paragraphs[first] >= line.paragraphs[stop] - 1 else None
        )

    def _without_role(self, phrase: Phrase, gender: str) -> Entity | None:
        """The only person told of lately whose occupation was not: who else could "the striker" be?"""
        line = self.line
        found = [
            one
            for one in self.salience.people(phrase.first)
            if line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] <= 5
            # Kin would be called so again: "her brother".
            and not KIN_NOUNS & set(one.roles)
            and not any(
                classify_noun(role) == "person" and role in one.trades for role in one.roles
            )
            and (not gender or one.gender in ("", gender))
        ]
        return found[0] if len(found) == 1 else None

    def _last_subject(self, phrase: Phrase, gender: str, avoid: frozenset[Entity]) -> Entity | None:
        """ "Lee scored twice. … said the striker": the named person whom the prose before is about."""
        line = self.line
        noun = singular(line.norms[phrase.head])
        speaker = self.salience.last_speaker()
        last = self.salience.nearest(
            lambda one: (
                one.kind == "person"
                and (one.subject or one is speaker or self._has_led(one, phrase.first))
            ),
            avoid,
        )
        if is_demonym(noun) and last is not None:
            # "Yeison Ortega broke a collarbone. The Colombian …", "said Jan Mol. The Dutchman …"
            since = line.sentences[phrase.first] - line.sentences[last.places[-1]]
            if since <= 1:
                return last
        loose = noun in GENERIC_PERSONS or noun in PARTY_NOUNS or is_demonym(noun)
        loose = loose or not _PAST.isdisjoint(line.norms[phrase.first : phrase.stop])
        one = self.salience.nearest(
            lambda one: (
                (one.kind in ("person", "role") or is_unlisted(one))
                and (one.subject or (noun == "old" and self._was_led(one, phrase.first)))
                and not one.plural
                and (noun not in COURT_NOUNS or not one.trades)
            ),
            avoid,
        )
        spoke = one is not None and one is speaker
        # "The doctor" just before is not the husband who was told of in between.
        near = (
            spoke
            and not KIN_NOUNS & set(one.roles)
            and line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] <= 1
        )
        if one is not None and one.trades and not loose and not near:
            return None
        if one is None or (one.kind == "role" and noun != "old"):
            return None
        place = one.places[-1]
        reach = 4 if noun == "old" else loose or near or noun in COURT_NOUNS
        same = line.paragraphs[phrase.first] - line.paragraphs[place] <= reach
        fit = not gender or not one.gender or one.gender == gender
        before = line.sentences[place] < line.sentences[phrase.first] or (
            loose and place < phrase.first
        )
        return one if same and fit and before else None
