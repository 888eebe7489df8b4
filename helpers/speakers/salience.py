"""Pronouns: who or what is in mind where one stands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import REPORT_NOUNS
from helpers.speakers.line import Line, Phrase

# More entities than these are not kept in mind.
_REACH = 40
# Turns that are counted since somebody spoke.
_TURNS = 4
HE, SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
THEY = frozenset("they them their theirs themselves".split())
FIRST = frozenset("i me my myself we us our ours".split())
PEOPLE = ("person", "unknown", "role")
# How much likelier one of a kind is "he" or "she".
_LIKELY = {"person": 1.0, "unknown": -1.5, "role": 0.0}
_THINGS = ("organization", "document", "group", "place", "unknown", "thing")


def pronoun_sex(word: str) -> str:
    """Return "m", "f" or "" for a pronoun in small letters.

    >>> pronoun_sex("him"), pronoun_sex("she"), pronoun_sex("they")
    ('m', 'f', '')
    """
    return "m" if word in HE else "f" if word in SHE else ""


class Salience:
    """What the article has mentioned so far, the latest last, and who spoke."""

    def __init__(self, line: Line):
        self.line = line
        self.recent: dict[Entity, None] = {}
        self.speakers: list[tuple[int, Entity]] = []
        self.spoken: set[Entity] = set()

    def touch(self, entity: Entity, phrase: Phrase) -> None:
        """Note a mention in the article's own prose."""
        if phrase.quoted:
            return
        same = bool(entity.places) and (
            self.line.sentences[entity.places[-1]] == self.line.sentences[phrase.first]
        )
        entity.places.append(phrase.first)
        leads = self.line.opens[phrase.first] and not phrase.possessor
        if phrase.subject or leads:
            entity.led = phrase.first
        entity.subject = phrase.subject or leads or (same and entity.subject)
        self.recent.pop(entity, None)
        self.recent[entity] = None

    def speak(self, token: int, entity: Entity) -> None:
        """Note that somebody spoke."""
        self.speakers.append((token, entity))
        self.spoken.add(entity)

    def forget(self, entity: Entity) -> None:
        """Drop an entity that turned out to be another one."""
        self.recent.pop(entity, None)

    def last_speaker(self) -> Entity | None:
        """Return who spoke last."""
        return self.speakers[-1][1] if self.speakers else None

    def since_spoken(self, entity: Entity) -> int:
        """Return how many have spoken since somebody did, counted to a few; -1 for never."""
        if entity not in self.spoken:
            return -1
        lately = islice(reversed(self.speakers), _TURNS)
        return next((i for i, (_, one) in enumerate(lately) if one is entity), _TURNS)

    def bystanders(self, token: int) -> frozenset[Entity]:
        """Return the kin who were told of a paragraph ago, once or twice, for the sake of somebody
        of the same sex."""
        number = self.line.paragraphs[token]
        return frozenset(
            one
            for one in islice(reversed(self.recent), _REACH)
            if one.owner is not None
            and one.owner.gender == one.gender != ""
            and len(one.places) < 3
            and self.line.paragraphs[one.places[-1]] < number
        )

    def nearest(
        self, allowed: Callable[[Entity], bool], avoid: frozenset[Entity] = frozenset()
    ) -> Entity | None:
        """Return the entity mentioned last that is allowed and not to be avoided."""
        recent = islice(reversed(self.recent), 200)
        return next((one for one in recent if one not in avoid and allowed(one)), None)

    def people(self, token: int) -> list[Entity]:
        """Return the named persons mentioned lately before a token."""
        recent = islice(reversed(self.recent), _REACH)
        return [one for one in recent if one.kind == "person" and one.places[-1] < token]

    def choose(
        self, token: int, allowed: Callable[[Entity], float | None], avoid: set[Entity]
    ) -> Entity | None:
        """Return the most salient entity at ``token``; ``allowed`` gives its bonus, or ``None``."""
        best, most = None, 0.0
        for entity in islice(reversed(self.recent), _REACH):
            bonus = allowed(entity)
            # Nobody is "he" in his own quotation.
            if bonus is None or (entity in avoid and self.line.quoted[token]):
                continue
            score = bonus + self._score(entity, token) - 4.5 * (entity in avoid)
            if best is None or score > most:
                best, most = entity, score
        return best

    def _score(self, entity: Entity, token: int) -> float:
        line, place = self.line, entity.places[-1]
        away = line.sentences[token] - line.sentences[place]
        apart = line.paragraphs[token] - line.paragraphs[place]
        score = -1.5 * min(away, 8) - 2.0 * min(apart, 4)
        score += 2.0 * entity.subject if away or entity.subject else -1.5
        score += 0.2 * min(len(entity.places), 5)
        if self.speakers and self.speakers[-1][1] is entity:
            since = line.paragraphs[token] - line.paragraphs[self.speakers[-1][0]]
            # Inside the sentence of a report its speaker is no likelier than anybody else.
            score += max(0.0, 2.0 - away) * (away > 0) if since == 0 else 0.75 * (since == 1)
        return score

    def person(self, token: int, gender: str, avoid: set[Entity]) -> Entity | None:
        """Return whom "he" or "she" means."""

        def allowed(entity: Entity) -> float | None:
            if entity.kind not in PEOPLE or entity.plural:
                return None
            if entity.gender not in ("", gender) and not (loose and entity.guessed):
                return None
            known = 1.5 if entity.gender == gender else 0.0
            # Kin who spoke once are told of for the sake of somebody else.
            whose = entity.owner
            if whose is not None and whose.gender == gender and len(entity.places) < 3:
                apart = self.line.paragraphs[token] - self.line.paragraphs[entity.places[-1]]
                known -= 2.5 * (apart > 0)
            return known + _LIKELY[entity.kind]

        loose = False
        strict = self.choose(token, allowed, avoid)
        if strict is not None and strict not in avoid:
            return strict
        # A forename may be of the other sex than the lists say.
        loose = True
        return self.choose(token, allowed, avoid)

    def thing(self, token: int, avoid: set[Entity], speaks: bool = False) -> Entity | None:
        """Return what "it" means; what ``speaks`` is an institution or a document."""
        bonus = {
            "place": -0.5 if speaks else -2.0,
            "unknown": -0.5 if speaks else -1.0,
            "thing": -1.0,
        }

        def allowed(entity: Entity) -> float | None:
            if entity.may_be_firm:
                return -1.5
            if entity.kind not in _THINGS or entity.plural:
                return None
            # A letter speaks for its writer, a report for itself.
            issued = entity.kind == "document" and entity.owner is not None
            issued = issued and not REPORT_NOUNS & set(entity.roles)
            if speaks and (entity.kind == "thing" or issued):
                return None
            return bonus.get(entity.kind, 0.5)

        return self.choose(token, allowed, avoid)

    def several(self, token: int, avoid: set[Entity], speaks: bool = False) -> Entity | None:
        """Return whom "they" means; those who ``speak`` are people."""
        bonus = {
            "collective": 1.5,
            "role": 1.5,
            "group": 1.0,
            "organization": -1.5,
            "document": -2.0,
        }

        def allowed(entity: Entity) -> float | None:
            if entity.plural:
                lifeless = entity.kind == "collective" and not entity.members
                return bonus.get(entity.kind, 0.0) - 3.0 * (speaks and lifeless)
            return bonus[entity.kind] if entity.kind in ("group", "organization") else None

        return self.choose(token, allowed, avoid)
