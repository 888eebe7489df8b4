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
    ELDER_KIN,
    GENERIC_PERSONS,
    INSTITUTIONS,
    ISSUED_NOUNS,
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

_PERSONAL_ENDS = ("er", "or", "ist", "ian", "eer", "half", "back")
# Whoever holds these has a trade beside them: "his captain, Bo Lee, … the goalkeeper".
_HONOURS = frozenset(
    "captain skipper star veteran teammate colleague friend neighbour neighbor".split()
)
# Who is younger is no grown person's father.
_PARENT = 30
# Who is younger is no attorney.
_WORKING = 16
_WRITING = frozenset("writes wrote".split())
# Whoever is called so is not grown up.
_CHILDREN = frozenset("boy girl schoolboy schoolgirl".split())
_GROWN = 20
_ADDING = frozenset("added adds continued continues".split())
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

    def find(
        self, phrase: Phrase, head: str, avoid: frozenset[Entity], speaks: bool
    ) -> Entity | None:
        """ "the company", "the woman": the nearest that can be called so without having been."""
        counted = self.line.holds(phrase.stop, "of") and self.line.tags[phrase.reach - 1] == "CD"
        if phrase.reach > phrase.stop and not counted:
            return None
        words = self.line.norms[phrase.first : phrase.head]
        if {"second", "third", "other", "latter"} & set(words) or words[:1] == ["this"]:
            return None
        if classify_noun(head) == "person" and self.line.holds(phrase.stop, "who", "whose"):
            # "The woman who ran the office" is told of for the first time.
            return None
        if self.roles.is_fresh(phrase):
            return self._just_told(phrase, head)
        if hides(self.line, phrase):
            return None
        token = phrase.first
        kinds = [kind for kind in INSTITUTIONS if head in kind]
        short = phrase.stop - phrase.first <= (6 if head in COMPANY_NOUNS else 2)
        if (kinds or head in ANY_INSTITUTION) and short:
            return self.firms.find(token, head, kinds)
        if head == "old":
            if (aged := self.aged(phrase)) is not None:
                return aged
            avoid |= self.otherwise_aged(phrase)
            if (speaker := self._aged_speaker(avoid)) is not None:
                return speaker
        if (told := self._minor(phrase, head) or self._writer(phrase, head)) is not None:
            return told
        if head in GENERIC_PERSONS and classify_noun(head) == "person":
            gender = noun_gender(head)
            if gender:
                if head in _CHILDREN:
                    avoid = avoid | self.otherwise_aged(phrase)
                return self.salience.choose(
                    token,
                    lambda one: (
                        (1.0 if one.gender == gender else 0.0)
                        if one.kind in PEOPLE and not one.plural and one.gender in ("", gender)
                        else None
                    ),
                    set(avoid) if head in _CHILDREN else set(),
                )
        past = _PAST & set(self.line.norms[phrase.first : phrase.stop])
        if classify_noun(head) == "person" and (one := self._goes_on(phrase)) is not None:
            return one
        office = JURISDICTIONS & set(self.line.norms[phrase.first : phrase.head])
        if kinds or office:
            return None
        # Whatever a "scaffolder" is, one who speaks is a person.
        person = classify_noun(head) == "person" or (
            speaks and not classify_noun(head) and (head.endswith(_PERSONAL_ENDS) or bool(past))
        )
        if person and (head not in UNIQUE_NOUNS or past):
            gender = noun_gender(head)
            return (
                self._just_seen(phrase, gender)
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

    def otherwise_aged(self, phrase: Phrase) -> frozenset[Entity]:
        """Those who are known not to be so old: "the 33-year-old" is nobody of 68, "the 24-year-old" is not
        his mother."""
        age = read_age(self.line, phrase.first, phrase.stop)
        if not age and self.line.norms[phrase.head] in _CHILDREN:
            return frozenset(
                one for one in self.salience.recent if one.age >= _GROWN or one.trades - _HONOURS
            )
        if not age:
            return frozenset()

        def differs(one: Entity) -> bool:
            if age < _WORKING and one.trades - _HONOURS:
                return True
            elder = age < _PARENT and one.owner is not None and ELDER_KIN & set(one.roles)
            return bool(one.age and one.age != age) or bool(elder)

        return frozenset(filter(differs, self.salience.recent))

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

    def _goes_on(self, phrase: Phrase) -> Entity | None:
        """ "One member of the cabinet said so. “Never,” the minister added": who spoke last, without a name,
        in the same paragraph."""
        line, last = self.line, self.salience.last_speaker()
        if last is None or not last.nameless or not last.places:
            return None
        near = line.paragraphs[phrase.first] == line.paragraphs[last.places[-1]]
        adds = line.holds(phrase.stop, *_ADDING) or line.holds(phrase.first - 1, *_ADDING)
        return last if near and adds else None

    def _just_told(self, phrase: Phrase, head: str) -> Entity | None:
        """ "It was found by a walker. The woman, a dentist from Lund, said": whom the sentence before told of."""
        line, gender = self.line, noun_gender(head)
        if head not in ("man", "woman", "boy", "girl") or not line.opens(phrase.first):
            return None
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and not one.plural)
        if last is None or not last.nameless or last.first_word not in ("a", "an", "one"):
            return None
        near = line.sentences[phrase.first] - line.sentences[last.places[-1]] == 1
        return last if near and last.gender in ("", gender) else None

    def is_shown(self, phrase: Phrase) -> bool:
        """Whether the sentences before leave no choice who a description without a name is."""
        head = singular(self.line.norms[phrase.head])
        if self.line.norms[phrase.first] != "the" or phrase.reach > phrase.stop:
            return False
        if phrase.form != "noun" or classify_noun(head) != "person" or self.roles.holders.get(head):
            return False
        unique = head in UNIQUE_NOUNS or head in GENERIC_PERSONS
        seen = None if unique else self._just_seen(phrase, noun_gender(head))
        told = seen or self._goes_on(phrase) or self._minor(phrase, head) or self._writer(phrase, head)
        return told is not None

    def _minor(self, phrase: Phrase, head: str) -> Entity | None:
        """ "The helm was left to a 17-year-old deckhand. … the boy said": who is so young."""
        line, gender = self.line, noun_gender(head)
        if head not in _CHILDREN:
            return None
        last = self.salience.nearest(
            lambda one: 0 < one.age < _GROWN and one.gender in ("", gender) and not one.plural
        )
        near = last is not None and (
            line.paragraphs[phrase.first] - line.paragraphs[last.places[-1]] <= 1
        )
        return last if near else None

    def _writer(self, phrase: Phrase, head: str) -> Entity | None:
        """ "He held up a letter from a prisoner. “I am cold,” the man wrote": who sent it."""
        line = self.line
        writes = line.holds(phrase.stop, *_WRITING) or line.holds(phrase.first - 1, *_WRITING)
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and not one.plural)
        if not writes or head not in GENERIC_PERSONS or last is None or not last.nameless:
            return None
        place = last.places[-1]
        sent = any(
            line.holds(at - 1, "from", "by")
            and any(line.norms[i] in ISSUED_NOUNS for i in range(max(0, at - 8), at))
            for at in last.places
        )
        near = line.paragraphs[phrase.first] == line.paragraphs[place]
        return last if sent and near and last.gender in ("", noun_gender(head)) else None

    def _just_seen(self, phrase: Phrase, gender: str) -> Entity | None:
        """ "A young man was sweeping the floor. “Who, me?” the apprentice asked": of whom no more was told
        in the sentence before."""
        line = self.line
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and one.subject)
        if last is None or not last.nameless or last.first_word not in ("a", "an", "one"):
            return None
        told = set(last.roles) <= GENERIC_PERSONS and last.gender in ("", gender or last.gender)
        near = line.paragraphs[phrase.first] == line.paragraphs[last.places[-1]]
        return last if told and near and last not in self.salience.spoken else None

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
        if last is None or last.trades - _HONOURS or last.gender not in ("", gender or last.gender):
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
        loose = loose or bool(_PAST & set(line.norms[phrase.first : phrase.stop]))
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
