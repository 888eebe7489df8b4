"""Roles: by which descriptions the persons and institutions of an article are told."""

from __future__ import annotations

from collections import defaultdict

from helpers.speakers.appositions import find_appositions, find_doubles
from helpers.speakers.deeds import agent_nouns, find_deeds
from helpers.speakers.entity import Entity
from helpers.speakers.generations import read_age, tells_death
from helpers.speakers.lexicon import KIN_NOUNS, SHORT_NOUNS, TRADES
from helpers.speakers.line import Index, Line, Phrase
from helpers.speakers.namewords import PARTIES, TITLE_NOUNS
from helpers.speakers.nouns import (
    classify_noun,
    guess_gender,
    is_forename,
    names_institution,
    noun_gender,
    singular,
)
from helpers.speakers.people import Cast
from helpers.speakers.predicates import looks_like_firm
from helpers.speakers.salience import PEOPLE
from helpers.speakers.titles import description_words, find_title

# A name of unknown type may be that of a car that "struck".
_DOERS = ("person", "role")


class Roles:
    """Who holds which role, read from titles, appositions, deeds and ages."""

    def __init__(self, line: Line, cast: Cast, index: Index):
        self.line, self.cast, self.index = line, cast, index
        self.appositions = find_appositions(index)
        self.doubles = find_doubles(index)
        for one, two in self.doubles.items():
            if two in self.appositions:
                # "Her partner, a judge named Ann Lee"
                self.appositions.setdefault(one, self.appositions[two])
        self.holders: dict[str, list[Entity]] = defaultdict(list)
        self.ages: dict[str, list[Entity]] = defaultdict(list)
        self.initials: dict[str, Entity] = {}
        for entity in cast.entities:
            for role in entity.roles:
                self.holders[role].append(entity)
        self._read()
        # Names beside which a description stands.
        self.described = frozenset(self.appositions.values())

    def _read(self) -> None:
        """Roles of unambiguous names, so that a description may come before its name."""
        for phrase in self.index.phrases:
            mention = self.cast.mentions.get(phrase.head) if phrase.form == "name" else None
            if mention is None:
                continue
            sex = guess_gender(mention.titles)
            options = [
                one
                for one in self.cast.bearers.options(mention)
                if not sex or one.gender in ("", sex)
            ]
            title = find_title(self.line, phrase, mention.first)
            if title and len(options) == 1:
                self.give(options[0], *title)
                if title[0] not in KIN_NOUNS:
                    options[0].trades.add(title[0])
                self._shorten(options[0], phrase.first, mention.first)
            if len(options) == 1 and not phrase.quoted:
                self.read_deed(phrase, options[0])
                self._read_party(phrase.stop, options[0])
            if len(options) == 1 and tells_death(self.line, phrase, mention.first):
                options[0].dead = True
            if len(options) == 1 and self.line.holds(phrase.stop, ",", "("):
                self._read_age(options[0], phrase.stop + 1)
            if len(options) == 1:
                age = read_age(self.line, phrase.first, mention.first)
                self._note_age(options[0], age or self._is_aged(phrase.stop))
        for description, name in list(self.appositions.items()):
            options = self.cast.bearers.options(self.cast.mentions[name.head])
            if not self._agree(description, options):
                del self.appositions[description]
            elif len(options) == 1 and description.form == "noun":
                self.describe(options[0], description)
            elif len(options) == 1 and self.line.holds(description.head, "elder", "younger"):
                # "Aaron, the younger, …"
                options[0].add_role(self.line.norms[description.head], set())

    def _read_party(self, token: int, entity: Entity) -> None:
        """ "Ann Lee (Ind)", "Bo Moss (R)": the party makes "the Republican" or "the independent mayor"."""
        line = self.line
        party = PARTIES.get(line.norms[token + 1]) if line.holds(token, "(") else None
        if party is None or line.norms[token + 2 : token + 3] not in ([")"], [","], ["-"]):
            return
        for head in [*entity.roles, party]:
            self.give(entity, head, {party})

    def _read_age(self, entity: Entity, token: int) -> None:
        """ "Rusk, 54," and "died aged 91"."""
        for at in range(token, min(token + 6, len(self.line.tags))):
            word = self.line.norms[at]
            if (
                word.isdigit()
                and len(word) < 4
                and (at == token or self.line.holds(at - 1, "aged"))
            ):
                self._note_age(entity, int(word))

    def _is_aged(self, token: int) -> int:
        """Return the age that a predicate tells: "Rusk, who is 54, spoke", "Rusk is 54.", 0 for none."""
        line = self.line
        at = token + 2 * (line.holds(token, ",") and line.holds(token + 1, "who"))
        told = line.holds(at, "is", "was") and line.holds(at + 2, ",", ".", "and")
        return int(line.norms[at + 1]) if told and line.norms[at + 1].isdecimal() else 0

    def _note_age(self, entity: Entity, age: int) -> None:
        if age and entity not in self.ages[str(age)]:
            self.ages[str(age)].append(entity)
        entity.age = age or entity.age

    def note_age(self, entity: Entity, phrase: Phrase) -> None:
        """ "The 19-year-old" tells the age of the one whom it means."""
        if entity.kind in PEOPLE:
            self._note_age(entity, entity.age or read_age(self.line, phrase.first, phrase.stop))

    def read_deed(self, phrase: Phrase, entity: Entity) -> None:
        """ "Reid won" makes him "the winner", "Foss, who drove" "the driver"."""
        line = self.line
        if entity.kind in _DOERS:
            for lemma in find_deeds(line, self.index, phrase, self.appositions):
                self._act(entity, lemma)
        sold = line.norms[max(0, phrase.first - 4) : phrase.first]
        if "sold" in sold and sold[-1:] == ["to"] and entity.kind != "place":
            # "The hotel, sold last year to Lund Leisure, … its new owner"
            kind, gender = entity.kind, entity.gender
            self.give(entity, "owner", {"new"})
            entity.kind, entity.gender = kind, gender
        if not line.holds(phrase.stop, ","):
            return
        if line.holds(phrase.stop + 1, "sitting", "presiding"):
            # "Ann Lee, sitting at Lund Crown Court, sent him to prison."
            self._act(entity, "preside")
        set_off = line.holds(phrase.stop + 2, ".", ",")
        if set_off and line.tags[phrase.stop + 1] == "VBG" and entity.kind in _DOERS:
            # "said Ann Lee, prosecuting."
            self._act(entity, line.lemmas[phrase.stop + 1])

    def _act(self, entity: Entity, lemma: str) -> None:
        """Give somebody the nouns for one who does something; a firm acts, too, and a woman may have
        waited."""
        kind, gender = entity.kind, entity.gender
        for noun in agent_nouns(lemma):
            self.give(entity, noun, set())
        entity.kind, entity.gender = kind, gender

    def _agree(self, description: Phrase, options: list[Entity]) -> bool:
        """Whether a description can be that of a name: a person's, or an institution's."""
        kind = classify_noun(self.line.norms[description.head])
        if description.form == "indefinite":
            return not options or options[0].kind in PEOPLE
        if not options:
            return True
        if options[0].kind == "person" and looks_like_firm(self.line, description, options[0]):
            options[0].kind = "organization"
            return True
        if options[0].kind == "person":
            return kind in ("person", "") and self.line.tags[description.head] != "NNS"
        if options[0].kind == "place":
            noun = self.line.norms[description.head]
            firm = kind == "organization" and noun not in ("country", "nation", "state", "side")
            return (kind == "person" and " " in options[0].name) or firm
        return kind in ("organization", "group", "person")

    def _shorten(self, entity: Entity, first: int, stop: int) -> None:
        """Initials of a title: "FM" for the "Russian Foreign Minister" of the same article."""
        words = [word for word in self.line.words[first:stop] if word[:1].isupper()]
        for size in (2, 3):
            if len(words) >= size:
                self.initials.setdefault("".join(word[0] for word in words[-size:]), entity)

    def give(self, entity: Entity, head: str, words: set[str]) -> None:
        """Note that somebody is told by a noun and the words around it."""
        head = TITLE_NOUNS.get(head.strip("."), head)
        kind = classify_noun(head)
        if entity.kind in ("place", "unknown") and kind == "person" and " " in entity.name:
            # "The operator, Postlink Ireland" is a firm.
            firm = head in TRADES and not is_forename(entity.first_word)
            entity.kind = "organization" if firm else "person"
        if entity.kind in ("unknown", "place") and kind in ("organization", "group"):
            entity.kind = "organization"
        if not entity.gender and entity.kind in PEOPLE:
            entity.gender = noun_gender(head)
        if entity not in self.holders[head]:
            self.holders[head].append(entity)
        entity.add_role(head, words)
        for short in SHORT_NOUNS:
            if head.endswith(short) and head != short and entity not in self.holders[short]:
                self.holders[short].append(entity)
                entity.add_role(short, words)

    def describe(self, entity: Entity, phrase: Phrase) -> None:
        """Note that a description tells of somebody."""
        head = singular(self.line.norms[phrase.head])
        last = entity.name.split()[-1].lower()
        single = self.line.norms[phrase.first] in ("a", "an") or head in KIN_NOUNS
        single = single and classify_noun(head) == "person"
        if entity.kind == "organization" and single and not names_institution(last):
            entity.kind = "person"
        if head in KIN_NOUNS and entity.kind in ("unknown", "place"):
            entity.kind = "person"
        self.give(entity, head, description_words(self.line, phrase, phrase.reach))
        if classify_noun(head) == "person":
            self.note_age(entity, phrase)
        if head not in KIN_NOUNS:
            entity.trades.add(head)

    def is_told_before(self, phrase: Phrase) -> bool:
        """Whether a description stands before a name: "The prosecutor, Ann Lee"."""
        return any(
            one.first < phrase.first for one, name in self.appositions.items() if name is phrase
        )

    def is_fresh(self, phrase: Phrase) -> bool:
        """Whether a description is told of for the first time: "the only witness, a driver, said"."""
        double = self.doubles.get(phrase)
        return double is not None and self.line.norms[double.first] in ("a", "an")

    def forget(self, entity: Entity) -> None:
        """Drop an entity that was made for a description of somebody who was known."""
        self.cast.entities.remove(entity)
        for role in entity.roles:
            if entity in self.holders[role]:
                self.holders[role].remove(entity)
