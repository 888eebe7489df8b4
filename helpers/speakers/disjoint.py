"""Disjoint reference: whom the words for a speaker cannot mean: in "“Ask Lee,” he said" not Lee."""

from __future__ import annotations

import itertools
from collections import defaultdict

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import ELDER_KIN, FORMAL_KIN, KIN_NOUNS, RECIPROCAL
from helpers.speakers.line import Phrase
from helpers.speakers.nouns import noun_gender
from helpers.speakers.people import Cast
from helpers.speakers.resolve import Resolver
from helpers.speakers.turns import Turn, turns_around


class Disjoint:
    """Tells whom a phrase hardly means because a quotation beside it names, addresses or asks them."""

    def __init__(self, turns: list[Turn], cast: Cast, resolver: Resolver):
        self.turns, self.cast, self.resolver = turns, cast, resolver
        self.line, self.index = resolver.line, resolver.index
        self._parts: dict[int, list[Turn]] = defaultdict(list)
        for turn in turns:
            self._parts[turn.row["quotation"]].append(turn)
        self._before = {two: one for one, two in itertools.pairwise(turns)}

    def find(self, phrase: Phrase, turn: Turn) -> frozenset[Entity]:
        """Return whom a phrase hardly means that tells who speaks in a turn."""
        avoid = self._named_inside(turn)
        if phrase.form in ("pronoun", "noun"):
            avoid |= self._told_before(turn, phrase) | self._speaks_around(turn, phrase)
            avoid |= self._asked(turn)
        return avoid

    def _named_inside(self, turn: Turn) -> frozenset[Entity]:
        """Whom the quotation itself names: nobody speaks of himself so."""
        if not turn.marked:
            return frozenset()
        mentions, inside = self.cast.mentions, []
        for part in self._parts[turn.row["quotation"]]:
            inside.extend(range(part.first, part.stop))
        options = [self.cast.bearers.options(mentions[i]) for i in inside if i in mentions]
        named = frozenset(one[0] for one in options if len(one) == 1)
        return named | self._kin_inside(inside)

    def _kin_inside(self, inside: list[int]) -> frozenset[Entity]:
        """ "“Dad told me,” he said": whoever is called a father in the article and has told of his own
        kin is not the one who speaks of him."""
        line, found = self.line, set()
        for token in inside:
            noun = line.norms[token]
            if noun not in KIN_NOUNS:
                continue
            called = noun in FORMAL_KIN and line.tags[token - 1] not in ("DT", "PRP$", "POS")
            if not (called or line.holds(token - 1, "my", "our")):
                continue
            holders = self.resolver.roles.holders
            known = holders.get(FORMAL_KIN.get(noun, noun), ())
            found.update(one for one in known if one.owner is not None)
            # "Metzler's son said: “Dad rationed.”"
            children = (
                kin
                for kid in sorted(RECIPROCAL.get(FORMAL_KIN.get(noun, noun), ()))
                for kin in holders.get(kid, ())
            )
            parents = (kin.owner for kin in children if noun in ELDER_KIN and kin.owner is not None)
            found.update(one for one in parents if one.gender == noun_gender(noun))
        return frozenset(found)

    def _told_before(self, turn: Turn, phrase: Phrase) -> frozenset[Entity]:
        """Whom a report names before its clause: "Lee, she added, had left" is not about herself."""
        line = self.line
        verb = phrase.stop
        if turn.marked or turn.stop != phrase.first - 1 or not line.holds(verb + 1, ","):
            return frozenset()
        told = [
            one
            for one in self.index.phrases
            if turn.first <= one.first < turn.stop and not one.possessor
        ]
        found = (self.resolver.entity_of.get(one) for one in told)
        return frozenset(one for one in found if one is not None)

    def _speaks_around(self, turn: Turn, phrase: Phrase) -> frozenset[Entity]:
        """Who speaks the quotation inside which this one stands: "“She said, ‘No,’” Lee said."."""
        # "Lee cited what he called “a pattern”" has one speaker.
        if self.line.holds(phrase.first - 1, "what"):
            return frozenset()
        for other in turns_around(turn, self.turns):
            if other.entity is not None:
                return frozenset([other.entity])
            if other.phrase is not None:
                mention = self.cast.mentions.get(other.phrase.head)
                options = self.cast.bearers.options(mention) if mention is not None else []
                known = self.resolver.entity_of.get(other.phrase)
                return frozenset([known] if known is not None else options[:1])
        return frozenset()

    def _asked(self, turn: Turn) -> frozenset[Entity]:
        """Who asked in the paragraph before: "“Why?” Ms Lee asked. \n\n “Because,” he replied"."""
        line, before = self.line, self._before.get(turn)
        if before is None or before.entity is None or not line.holds(before.stop - 1, "?"):
            return frozenset()
        next_ = line.paragraphs[turn.first] - line.paragraphs[before.first] == 1
        return frozenset([before.entity]) if next_ and turn.marked else frozenset()
