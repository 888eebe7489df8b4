"""Where a name begins and ends, when only a part of it was found."""

from __future__ import annotations

import itertools
from collections import Counter

from helpers.speakers.joints import Joints
from helpers.speakers.lexicon import CALENDAR, JURISDICTIONS
from helpers.speakers.line import Line
from helpers.speakers.namewords import (
    INDUSTRIES,
    PERSONAL,
    SUFFIXES,
    TITLES,
)
from helpers.speakers.nouns import (
    classify_noun,
    is_demonym,
    is_forename,
    names_institution,
)
from helpers.speakers.personnames import PersonExtents

# Nobody has these for a last name: "Elizabeth Hospital".
_SITES = frozenset(
    """academy agency association authority clinic committee council federation foundation hospital
    institute museum school society theatre university""".split()
)
_ROYAL = ("king", "queen", "prince", "princess", "lady", "sir", "bishop", "lord", "st", "saint")


class Extents:
    """Stretches the names of the table; ``starts`` are the tokens where they begin, ``surnames`` the last
    words of whole names of persons."""

    def __init__(self, line: Line, starts: set[int], surnames: set[str]):
        self.line, self._starts = line, starts
        self._persons = PersonExtents(line, surnames)
        self.joints = Joints(line, starts)
        capitals = (pair for pair in itertools.pairwise(line.words) if pair[0].istitle())
        self._pairs = Counter(capitals)

    def stretch(self, first: int, stop: int, kind: str, taken: set[int]) -> tuple[int, int, str]:
        """Return the bounds of a whole name and its type; ``taken`` are tokens of other names."""
        line = self.line
        inside = [i for i in range(first + 1, stop) if self._titles(i)]
        if inside and inside[-1] + 1 < stop:
            # "Outside the High Court Ms Lee said"
            first, kind = inside[-1], "person"
        if self._is_short_form(first, stop):
            return first - 2, stop + 2, "person"
        if self._is_nickname(stop):
            return first, stop + 4, "person"
        begins = self._persons.begins(first, taken, kind)
        if kind == "person" or (begins < first and stop == first + 1):
            kind = "person"
            first, stop = begins, self._persons.ends(stop)
        if line.norms[first] == "of" and first and line.tags[first - 1] in ("NNP", "NN"):
            first -= line.words[first - 1][:1].isupper()
            kind = "organization"
        if stop - first > 1 and kind != "organization" and self._is_firm(first, stop):
            kind = "organization"
        if first > 1 and line.norms[first - 1] == "of" and self.joints.is_body(first - 2):
            # "First National Bank of Orrin"
            first, kind = first - 2, "organization"
        if kind == "place" and first and self.joints.is_body(first - 1) and not line.opens[first]:
            # "Sunrise Movement Kenya"
            first, kind = first - 1, "organization"
        if kind == "organization":
            royal = line.norms[stop - 1] in _SITES and line.norm(first - 1) in _ROYAL
            # "Queen Elizabeth Hospital"
            first = first - 1 if royal else self._begins_with(first, taken)
        if first > 1 and line.holds(first - 1, "&", "y") and line.words[first - 2].istitle():
            first, kind = self._begins_with(first - 2, taken), "organization"
        if self.joints.partners(first, stop):
            stop += 2
        if self.joints.joined(stop):
            # "Ana Souza e Silva" is a person.
            single = (
                kind == "person" and line.holds(stop, "e", "y") and is_forename(line.norms[first])
            )
            kind = kind if single else "organization"
            stop = self.joints.end_of_run(stop + 1)
        stop = self._joins(stop, kind)
        while first > 1 and self.joints.hyphen(first - 1) and first - 2 not in taken:
            first -= 2
        if kind == "person" and stop - first == 3 and line.norms[first + 1] == "-":
            first -= self._persons.follows_forename(first)
        if self._goes_on(stop):
            # "Keller-Brandt" after "Anne-Sophie"
            stop = self._joins(stop + 1, kind)
            if line.tags[stop - 1] == "NNPS" or names_institution(line.norms[stop - 1].strip(".")):
                kind = "organization"
        if kind == "person" and self._persons.is_generation(stop):
            stop += 1
        if self.joints.owns(first, stop):
            stop, kind = stop + 2, "organization"
        stop = self.joints.goes_on_with(stop)
        return first, stop, kind

    def _joins(self, stop: int, kind: str) -> int:
        """Return where a name ends whose last word goes on behind hyphens: "Okafor-Bell"."""
        while self.joints.hyphen(stop) and (kind == "person" or stop + 1 not in self._starts):
            stop += 2
        return stop

    def _is_nickname(self, token: int) -> bool:
        """Whether one word in marks stands between two of a name: "Everton “Stumpy” Dacres"."""
        line = self.line
        if token >= len(line.tags) or line.tags[token] not in ("-LRB-", "``"):
            return False
        around = (line.tags[token : token + 1], line.tags[token + 2 : token + 3])
        if around == (["-LRB-"], ["-RRB-"]):
            # "Wiremu (Bill) Tau"
            if not is_forename(line.norms[token + 1]) or line.words[token + 1].isupper():
                return False
        elif around != (["``"], ["''"]):
            return False
        last = token + 3
        return last < len(line.tags) and not line.opens[last] and line.words[last].istitle()

    def _is_short_form(self, first: int, stop: int) -> bool:
        """Whether a forename in brackets stands between two words of a name: "Wiremu (Bill) Tau"."""
        line = self.line
        if stop != first + 1 or first < 2 or not is_forename(line.norms[first]):
            return False
        bracketed = line.holds(first - 1, "(") and line.holds(stop, ")")
        return bracketed and line.tags[first - 2] == "NNP" == "".join(
            line.tags[stop + 1 : stop + 2]
        )

    def _is_firm(self, first: int, stop: int) -> bool:
        """Whether a name that was taken for a person or place is a firm's: "Fern Dairies"."""
        last = self.line.norms[stop - 1].strip(".")
        sure = last in SUFFIXES and last != "mills"
        trade = names_institution(last) or last in INDUSTRIES
        sure = sure or last in _SITES
        return sure or (trade and not is_forename(self.line.norms[first]))

    def _titles(self, token: int) -> bool:
        """Whether a shortened title stands inside a name: "Environment Engr. Lee", "Court Ms Lee"."""
        word = self.line.norms[token]
        return word.strip(".") in PERSONAL or (word.endswith(".") and word[:-1] in TITLES)

    def _begins_with(self, first: int, taken: set[int]) -> int:
        """Return where an institution's name begins: "the European Mission", "Rail Workers United"."""
        line, at = self.line, first
        while at:
            if line.tags[at - 1] == "POS" and len(line.words[at - 1]) == 1 and at > 1:
                # "Drivers' Union", not "Lund's Union".
                if line.words[at - 2].istitle() and at - 2 not in taken:
                    at -= 2
                    continue
                break
            told = at > 1 and line.norms[at - 2] == "the"
            if self.opens_name(at):
                return at - 1
            tags = (
                ("NNP", "NNPS", "JJ", "NN", "NNS", "VBN") if told else ("NNP", "NNPS", "JJ", "NNS")
            )
            if not line.words[at - 1].istitle() or line.tags[at - 1] not in tags:
                break
            word = line.norms[at - 1]
            person = classify_noun(word) == "person" and not word.endswith("s")
            person = person and word not in JURISDICTIONS
            if line.opens[at] or (person and not is_demonym(word)):
                break
            if at - 1 in taken or word in CALENDAR or word.strip(".") in TITLES:
                break
            at -= 1
        named = all(tag in ("NNP", "NNPS", "POS") for tag in line.tags[at:first])
        return at if (at and line.norms[at - 1] == "the") or named else first

    def opens_name(self, first: int) -> bool:
        """Whether the word that opens a sentence belongs to the name behind it, as elsewhere in the
        text: "Brindle Vale Mills closed. … Staff of Brindle Vale"."""
        line = self.line
        if not first or not line.opens[first - 1]:
            return False
        if self._pairs[line.words[first - 1], line.words[first]] < 2:
            return False
        word = line.norms[first - 1].strip(".")
        return word not in TITLES and classify_noun(word) != "person"

    def reach_back(self, first: int) -> int:
        """Return where a name begins of which "the" tells the whole: "the Consumer Safety Office"."""
        line, at = self.line, first
        while at and line.words[at - 1].istitle() and line.tags[at - 1][:2] in ("NN", "JJ"):
            if line.opens[at - 1] or line.norms[at - 1].strip(".") in TITLES:
                break
            at -= 1
        return at if at and line.norms[at - 1] == "the" else first

    def _goes_on(self, stop: int) -> bool:
        """Whether the word after a name that was found belongs to it: "Salo" of "Salo Fisheries"."""
        line = self.line
        if stop >= len(line.tags) or line.opens[stop] or stop in self._starts:
            return False
        word = line.norms[stop].strip(".")
        if line.tags[stop] not in ("NNP", "NNPS") or not line.words[stop][:1].isupper():
            return False
        return word not in TITLES and word not in CALENDAR and classify_noun(word) != "person"
