"""Descriptions without a choice: "A young man was sweeping the floor. “Who, me?” the apprentice asked"."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.generations import read_age
from helpers.speakers.lexicon import ELDER_KIN, GENERIC_PERSONS, ISSUED_NOUNS, UNIQUE_NOUNS
from helpers.speakers.line import Phrase
from helpers.speakers.nouns import classify_noun, noun_gender, singular
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE, Salience

_WRITING = frozenset("writes wrote".split())
_ADDING = frozenset("added adds continued continues".split())
# Whoever is called so is not grown up.
CHILDREN = frozenset("boy girl schoolboy schoolgirl".split())
GROWN = 20
# Who is younger is no grown person's father.
_PARENT = 30
# Who is younger is no attorney.
_WORKING = 16
# Whoever holds these has a trade beside them: "his captain, Bo Lee, … the goalkeeper".
HONOURS = frozenset(
    "captain skipper star veteran teammate colleague friend neighbour neighbor".split()
)


class Shown:
    """Finds whoever was told of just before without a name and can only be meant."""

    def __init__(self, roles: Roles, salience: Salience):
        self.roles, self.salience, self.line = roles, salience, roles.line

    def is_shown(self, phrase: Phrase) -> bool:
        """Whether the sentences before leave no choice who a description without a name is."""
        head = singular(self.line.norms[phrase.head])
        if self.line.norms[phrase.first] != "the" or phrase.reach > phrase.stop:
            return False
        if phrase.form != "noun" or classify_noun(head) != "person" or self.roles.holders.get(head):
            return False
        unique = head in UNIQUE_NOUNS or head in GENERIC_PERSONS
        seen = None if unique else self.just_seen(phrase, noun_gender(head))
        told = seen or self.goes_on(phrase) or self.minor(phrase, head) or self.writer(phrase, head)
        return told is not None

    def goes_on(self, phrase: Phrase) -> Entity | None:
        """ "One member of the cabinet said so. “Never,” the minister added": who spoke last, without a name,
        in the same paragraph."""
        line, last = self.line, self.salience.last_speaker()
        if last is None or not last.nameless or not last.places:
            return None
        near = line.paragraphs[phrase.first] == line.paragraphs[last.places[-1]]
        adds = line.norm(phrase.stop) in _ADDING or line.norm(phrase.first - 1) in _ADDING
        return last if near and adds else None

    def just_told(self, phrase: Phrase, head: str) -> Entity | None:
        """ "It was found by a walker. The woman, a dentist from Lund, said": whom the sentence before told of."""
        line, gender = self.line, noun_gender(head)
        if head not in ("man", "woman", "boy", "girl") or not line.opens[phrase.first]:
            return None
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and not one.plural)
        if last is None or not last.nameless or last.first_word not in ("a", "an", "one"):
            return None
        near = line.sentences[phrase.first] - line.sentences[last.places[-1]] == 1
        return last if near and last.gender in ("", gender) else None

    def minor(self, phrase: Phrase, head: str) -> Entity | None:
        """ "The helm was left to a 17-year-old deckhand. … the boy said": who is so young."""
        line, gender = self.line, noun_gender(head)
        if head not in CHILDREN:
            return None
        last = self.salience.nearest(
            lambda one: 0 < one.age < GROWN and one.gender in ("", gender) and not one.plural
        )
        near = last is not None and (
            line.paragraphs[phrase.first] - line.paragraphs[last.places[-1]] <= 1
        )
        return last if near else None

    def writer(self, phrase: Phrase, head: str) -> Entity | None:
        """ "He held up a letter from a prisoner. “I am cold,” the man wrote": who sent it."""
        line = self.line
        writes = line.norm(phrase.stop) in _WRITING or line.norm(phrase.first - 1) in _WRITING
        if not writes or head not in GENERIC_PERSONS:
            return None
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and not one.plural)
        if last is None or not last.nameless:
            return None
        place = last.places[-1]
        sent = any(
            line.holds(at - 1, "from", "by")
            and any(line.norms[i] in ISSUED_NOUNS for i in range(max(0, at - 8), at))
            for at in last.places
        )
        near = line.paragraphs[phrase.first] == line.paragraphs[place]
        return last if sent and near and last.gender in ("", noun_gender(head)) else None

    def just_seen(self, phrase: Phrase, gender: str) -> Entity | None:
        """ "A young man was sweeping the floor. “Who, me?” the apprentice asked": of whom no more was told
        in the sentence before."""
        line = self.line
        last = self.salience.nearest(lambda one: one.kind in PEOPLE and one.subject)
        if last is None or not last.nameless or last.first_word not in ("a", "an", "one"):
            return None
        told = set(last.roles) <= GENERIC_PERSONS and last.gender in ("", gender or last.gender)
        near = line.paragraphs[phrase.first] == line.paragraphs[last.places[-1]]
        return last if told and near and last not in self.salience.spoken else None

    def otherwise_aged(self, phrase: Phrase) -> frozenset[Entity]:
        """Those who are known not to be so old: "the 33-year-old" is nobody of 68, "the 24-year-old" is not
        his mother."""
        age = read_age(self.line, phrase.first, phrase.stop)
        if not age and self.line.norms[phrase.head] in CHILDREN:
            return frozenset(
                one for one in self.salience.recent if one.age >= GROWN or one.trades - HONOURS
            )
        if not age:
            return frozenset()

        def differs(one: Entity) -> bool:
            if age < _WORKING and one.trades - HONOURS:
                return True
            elder = age < _PARENT and one.owner is not None and ELDER_KIN & set(one.roles)
            return bool(one.age and one.age != age) or bool(elder)

        return frozenset(filter(differs, self.salience.recent))
