"""The names of an article as mentions: whole, without titles, and of a likely type."""

from __future__ import annotations

import functools
import itertools

import pandas as pd

from helpers.speakers.bodies import Bodies
from helpers.speakers.entity import NameMention
from helpers.speakers.extents import Extents
from helpers.speakers.lexicon import CALENDAR, PARTY_NOUNS, UNIQUE_NOUNS
from helpers.speakers.line import Line, name_runs
from helpers.speakers.nameedges import has_virtue, is_born, is_one_of, opens_body, tells_role
from helpers.speakers.nameparts import read_parts
from helpers.speakers.nametypes import mend_types
from helpers.speakers.namewords import (
    FIRM_ENDS,
    PARTICLES,
    PERSONAL,
    PLATFORMS,
    POSTNOMINALS,
    SENIORS,
    SITES,
    STREETS,
    SUFFIXES,
    TITLES,
)
from helpers.speakers.nouns import (
    classify_noun,
    forename_gender,
    is_demonym,
    is_forename,
    names_institution,
)
from helpers.speakers.ranks import Ranks

_RANKS, _CHIEFS = TITLES - PERSONAL, TITLES - SENIORS
_LOCATIONS = STREETS | SITES
_OFFICES = frozenset(
    "officer secretary minister president chancellor speaker governor mayor commissioner".split()
)


class NameReader:
    """Reads the table of names, and proper nouns that stand in no table."""

    def __init__(self, text: str, line: Line):
        self.text, self.line = text, line
        self._ranks = Ranks(line)
        self._bodies = dict(Bodies(line).find())
        # Words that stand in small letters.
        self._small = {a for a, b in zip(line.norms, line.words, strict=True) if a == b}

    @functools.cached_property
    def _proper(self) -> set[str]:
        """Words with a capital that no sentence begins with."""
        line = self.line
        return {
            word for i, word in enumerate(line.words) if line.tags[i] == "NNP" and not line.opens[i]
        }

    def read(self, names: pd.DataFrame) -> list[NameMention]:
        """Return the names in the order of the text."""
        line, taken, rows = self.line, set(), []
        bounds = [
            (line.token_at(int(start)), line.token_at(int(end) - 1) + 1)
            for start, end in zip(names["start"], names["end"], strict=True)
        ]
        kinds = list(names["type"])
        bounds, kinds = self._with_bodies(bounds, kinds)
        named = [not tells_role(line, *bound) for bound in bounds]
        bounds, kinds = (
            list(itertools.compress(bounds, named)),
            list(itertools.compress(kinds, named)),
        )
        ends = {(stop, kind) for (_, stop), kind in zip(bounds, kinds, strict=True)}
        surnames = {
            line.words[stop - 1]
            for (first, stop), kind in zip(bounds, kinds, strict=True)
            if kind == "person" and (stop - first > 1 or (first, "person") in ends)
        }
        kept = [
            not self._is_sort(*bound) or kind == "person"
            for bound, kind in zip(bounds, kinds, strict=True)
        ]
        bounds, kinds = (
            list(itertools.compress(bounds, kept)),
            list(itertools.compress(kinds, kept)),
        )
        extents = Extents(line, {first for first, _ in bounds}, surnames)
        for (first, stop), kind in zip(bounds, kinds, strict=True):
            ranked = first and line.norms[first - 1].strip(".") in _RANKS
            ranked = (ranked or stop - first > 1) and line.words[stop - 1] not in surnames
            if ranked and all(norm.strip(".") in TITLES for norm in line.norms[first:stop]):
                # "Lt Col" of "Lt Col (ret.) Bo Lee"
                continue
            if kind == "place" and names_institution(line.norms[stop - 1]) and stop == first + 1:
                kind = "organization"
            if stop - first > 1 and line.norms[first] in ("radio", "channel", "university", "bank"):
                kind = "organization"
            before = rows[-1] if rows and rows[-1].stop == first and not line.opens[first] else None
            alone = kind == "person" and before is not None and len(before.words) == 1
            # "Ana" and "Paula Reis"
            fit = stop == first + 1 or (stop == first + 2 and is_forename(line.norms[first]))
            fit = fit and is_forename(before.words[0].lower()) if alone else False
            if alone and (fit or before.titles):
                # "Ottavio" and "Brenna" were found apart, "Tan" and "Wei Jie" of "Dr Tan Wei Jie" too.
                first = rows.pop().first
                taken -= {first}
            if kind == "person" and rows and self._is_linked(rows[-1], first):
                # "Maria" and "Carmo Silva" of "Maria do Carmo Silva"
                taken -= set(range(rows[-1].first, first))
                first = rows.pop().first
            office = line.norms[stop - 1] in _OFFICES
            if kind == "organization" and stop - first > 1 and office:
                continue
            if kind == "organization" and rows and self._belongs(rows[-1], first):
                # "Telok Sepat" and "Town Council" are one.
                taken -= set(range(rows[-1].first, first))
                first = rows.pop().first
            first, stop, kind = extents.stretch(first, stop, kind, taken)
            if stop - first > 1 and line.norms[stop - 1] in STREETS and kind == "person":
                kind = "place"
            common = stop == first + 1 and line.opens[first] and kind == "person"
            if common and self._is_noun(first):
                continue
            party = is_demonym(line.norms[stop - 1]) or line.norms[stop - 1] in PARTY_NOUNS
            if line.holds(first - 1, "the", "a", "an") and party:
                continue
            if stop > first and taken.isdisjoint(range(first, stop)):
                taken.update(range(first, stop))
                rows.append(self._mention(first, stop, kind))
        mend_types(line, rows)
        rows += self._read_runs(extents, taken)
        return sorted(
            [*rows, *read_parts(line, rows, taken, self._small, self._mention)],
            key=lambda one: one.first,
        )

    def _read_runs(self, extents: Extents, taken: set[int]) -> list[NameMention]:
        """Return proper nouns that stand in no table; ``taken`` are the tokens of the names of it."""
        line, rows = self.line, []
        for first, stop in name_runs(line):
            if first in line.dated or not taken.isdisjoint(range(first, stop)):
                continue
            while first < stop - 1 and self._ranks.leads(first, stop):
                first += 1
            if line.holds(first - 1, "-") and line.norm(first - 2) in PARTICLES:
                # "al-Sayed"
                first -= 2
            words = line.norms[first:stop]
            first -= extents.opens_name(first) or has_virtue(line, first, stop)
            if stop == first + 1 and line.tags[first] == "NNPS" and opens_body(line, first):
                first -= 1
            if names_institution(words[-1]) and first - 1 not in taken:
                first = extents.reach_back(first)
            words = line.norms[first:stop]
            if self._is_sort(first, stop) or tells_role(line, first, stop):
                continue
            if (CALENDAR & set(words) and not is_born(line, first, stop)) or len(words[-1]) < 2:
                continue
            party = words[-1] in PARTY_NOUNS or is_demonym(words[-1])
            if first and line.holds(first - 1, "the", "a") and party:
                continue
            office = extents.joints.goes_on_with(stop)
            if stop == first + 1 == office and (
                classify_noun(words[0]) or words[0].strip(".") in TITLES
            ):
                continue
            chief = words[-1] in _CHIEFS or words[-1] in UNIQUE_NOUNS
            if chief and not is_forename(words[0]) and stop == office:
                # "the Fire Chief"
                continue
            the = first > 0 and line.norms[first - 1] == "the"
            firm = office > stop or (the and office - first > 1) or words[-1] in PLATFORMS
            trade = len(words) > 1 and words[-1] in FIRM_ENDS
            firm = firm or (trade and line.tags[stop - 1] == "NNPS" and not is_forename(words[0]))
            rows.append(self._mention(first, office, "organization" if firm else ""))
        return rows

    def _mention(self, first: int, stop: int, kind: str) -> NameMention:
        """Return a name without what stands before and behind it, and of the type that this tells."""
        line = self.line
        whole = kind == "organization" and first in self._bodies
        titles, begin, kind = ([], first, kind) if whole else self._ranks.split(first, stop, kind)
        while stop - begin > 1 and line.norms[stop - 1] in POSTNOMINALS and kind != "place":
            if not line.words[stop - 1][-1].isupper():
                break
            stop, kind = stop - 1, "person"
        words = self.text[line.starts[begin] : line.ends[stop - 1]].split()
        plain = [word.lower() for word in words]
        if kind != "person" and (
            (titles and (kind == "" or PERSONAL & set(titles)))
            or (
                2 <= len(words) <= 3
                and (forename_gender(plain[0]) or self._ranks.is_named_role(begin))
                and not names_institution(plain[-1])
                and not (kind != "" and not titles and line.holds(begin - 1, "the"))
                and not (kind == "place" and plain[-1] in _LOCATIONS)
            )
        ):
            kind = "person"
        firm = plain[-1].strip(".") in SUFFIXES or classify_noun(plain[-1]) == "organization"
        if kind == "place" and len(words) > 1 and firm:
            firm = plain[-1] != "bank" or plain[0] not in ("west", "left", "south", "right")
            kind = "organization" if firm else kind
        return NameMention(begin, stop, words, titles, kind)

    def _is_sort(self, first: int, stop: int) -> bool:
        """Whether a name that is no institution's is that of a thing or sort: "a Myvi", "an Airbus"."""
        return first not in self._bodies and is_one_of(self.line, first, stop)

    def _is_linked(self, before: NameMention, first: int) -> bool:
        """Whether particles in small letters alone stand between two parts of a person's name."""
        line, at = self.line, first
        while at and line.words[at - 1] in PARTICLES and not line.opens[at]:
            at -= 1
        return before.stop == at < first and before.kind in ("person", "")

    def _with_bodies(
        self, bounds: list[tuple[int, int]], kinds: list[str]
    ) -> tuple[list[tuple[int, int]], list[str]]:
        """Return the bounds and types of the names, those of institutions whole."""
        rows = list(zip(bounds, kinds, strict=True))
        for first, stop in self._bodies.items():
            inside = [one for one in rows if one[0][0] < stop and first < one[0][1]]
            last = max([stop, *(bound[1] for bound, _ in inside)])
            rows = [one for one in rows if one not in inside]
            rows.append(((first, last), "organization"))
        rows.sort()
        return [one for one, _ in rows], [kind for _, kind in rows]

    def _belongs(self, before: NameMention, first: int) -> bool:
        """Whether an institution's name goes on at ``first``: "Telok Sepat" with "Town Council",
        "National Farmers" with "Union" behind the apostrophe."""
        line = self.line
        owned = before.stop == first - 1 and line.words[first - 1] in ("'", "’")
        owned = owned and before.words[-1].endswith("s") and before.kind != "person"
        return (before.stop == first or owned) and not line.opens[first]

    def _is_noun(self, token: int) -> bool:
        """Whether a word that opens a sentence is a common noun for a person: "Walker found safe"."""
        word, norm = self.line.words[token], self.line.norms[token]
        if classify_noun(norm) != "person" or is_forename(norm):
            return False
        return norm in self._small and word not in self._proper
