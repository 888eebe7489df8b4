"""Institutions that the article never called so: "the company", "the team", "the paper"."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import ANY_INSTITUTION, COMPANY_NOUNS, TRADES
from helpers.speakers.namewords import FIRM_ENDS
from helpers.speakers.nouns import classify_noun, is_listed, is_place, names_institution
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience

# What one has in a firm.
_HELD = frozenset(
    "confidence faith interest invest invested investing investment investor investors share shares stake stakes trust".split()
)
# Whoever runs these is called like them: "the ride-hailing app Lumio".
_PLATFORMS = frozenset("app marketplace platform portal site website".split())
_RUN = TRADES | _PLATFORMS
_TEAMS = frozenset("club franchise side squad team".split())


class Firms:
    """Finds the likeliest institution by its kind, its name and salience."""

    def __init__(self, roles: Roles, salience: Salience):
        self.roles, self.salience, self.line = roles, salience, roles.line
        self._called: dict[str, Entity] = {}

    def find(self, token: int, head: str, kinds: list[frozenset[str]]) -> Entity | None:
        """ "The company": the nearest that can be called so; ``kinds`` are those its noun is of."""
        told = self.salience.choose(token, lambda one: self._fit(one, head, kinds), set())
        told = told or self._only_team(head) or self._same_paper(kinds)
        alike = self._alike(head) if told is None or told.kind == "unknown" else None
        if alike or told:
            self._called[head] = alike or told
            if self._called[head].kind == "person":
                self._called[head].kind = "organization"
        return alike or told

    def _fit(self, entity: Entity, head: str, kinds: list[frozenset[str]]) -> float | None:
        """Return how well a named institution fits a noun, None when it cannot be called so."""
        rare = entity.kind == "place" and head in COMPANY_NOUNS
        rare = rare and not is_listed(entity.name.lower()) and not is_place(entity.name.lower())
        rare = rare or (entity.may_be_firm and head in COMPANY_NOUNS)
        if (entity.kind not in ("organization", "unknown") and not rare) or entity.plural:
            return None
        last = entity.name.split()[-1]
        # "Roll Easy pushchair" is a product.
        if last.islower() and not names_institution(last):
            return None
        if not entity.named or self._is_where(entity):
            return None
        if entity.trades and not any(classify_noun(one) or one in _RUN for one in entity.trades):
            # "The vessel, the Sea Rose"
            return None
        others = {role for role in entity.roles if classify_noun(role) in ("organization", "group")}
        # "Visayan Star Lines" is a company whatever else ends with "lines".
        trade = entity.name.lower().split()[-1].strip(".") in FIRM_ENDS
        alike = any(others & kind for kind in kinds) or (trade and COMPANY_NOUNS in kinds)
        if others and not alike and head not in ANY_INSTITUTION:
            return None
        if not others and COMPANY_NOUNS not in kinds and head not in ANY_INSTITUTION:
            return None
        again = 5.0 * (self._called.get(head) is entity)
        again += 1.5 * (entity in self.salience.spoken)
        return {"organization": 1.0, "unknown": -1.0}.get(entity.kind, -2.0) + alike + again

    def _is_where(self, entity: Entity) -> bool:
        """Whether a name, which none of the lists explains, has only told where something is: "stranded
        in Faro", not "shares in Lumio"."""
        line = self.line
        if entity.kind not in ("place", "unknown") or names_institution(entity.surname):
            return False
        return bool(entity.places) and all(
            line.holds(place - 1, "in", "near") and line.norm(place - 2) not in _HELD
            for place in entity.places
        )

    def _only_team(self, head: str) -> Entity | None:
        """ "The team": the one institution told of so far that is called like one ("Lund Herons")."""
        told = [
            one
            for one in self.salience.recent
            if one.kind == "organization" and one.named and one.name.endswith("s")
        ]
        return told[0] if len(told) == 1 and head in _TEAMS else None

    def _same_paper(self, kinds: list[frozenset[str]]) -> Entity | None:
        """ "Lee told the newspaper El Faro that … The paper": the one that is named."""
        for noun in sorted(set().union(*kinds)) if any("paper" in kind for kind in kinds) else ():
            for one in self.roles.holders.get(noun, ()):
                if one.named and one.kind == "organization" and not one.plural:
                    return one
        return None

    def _alike(self, noun: str) -> Entity | None:
        """ "the railroad" before "Lund Rail" is named."""
        for entity in self.roles.cast.entities:
            last = entity.name.split()[-1].lower()
            named = entity.kind in ("organization", "unknown") and entity.named
            if named and len(last) > 3 and noun.startswith(last[:6]):
                return entity
        return None

    def lone(self, head: str) -> Entity | None:
        """ "Shares in Lund Salmon fell after the fish farmer warned": the only one told of so far."""
        told = [one for one in self.salience.recent if one.named]
        lone = len(told) == 1 and told[0].kind != "person" and not is_listed(told[0].name.lower())
        return told[0] if lone and head.endswith(("er", "or")) else None
