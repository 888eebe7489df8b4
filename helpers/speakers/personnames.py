"""How far the name of a person reaches: particles, forenames, initials, syllables, "Jr"."""

from __future__ import annotations

import re

from helpers.speakers.lexicon import CALENDAR, TIMES
from helpers.speakers.line import Line
from helpers.speakers.nameedges import has_virtue
from helpers.speakers.namewords import (
    BRANCHES,
    FEMALE_TITLES,
    JUNIORS,
    PARTICLES,
    PERSONAL,
    SENIORS,
    TITLES,
)
from helpers.speakers.nouns import classify_noun, is_common_noun, is_forename, is_listed
from helpers.wordlists import is_reporting

_INITIAL = re.compile(r"[A-Z]\.")
_GENERATIONS, _HONOURS = SENIORS | JUNIORS, PERSONAL | FEMALE_TITLES
# "Obama-era", not "Kim Ji-woo".
_COMPOUNDS = frozenset("era esque free like only run style type wide".split())
# With these a family name begins: "Mac Aodha".
_CLANS = ("Mac", "Mc", "Nic", "Ní", "Ó", "Uí", "St")
# Whose child somebody is: "Letchumi a/p Raman".
_PARENTS = ("a/l", "a/p", "s/o", "d/o")


class PersonExtents:
    """Stretches names of persons; ``surnames`` are the last words of whole ones."""

    def __init__(self, line: Line, surnames: set[str]):
        self.line, self._surnames = line, surnames

    def begins(self, first: int, taken: set[int], kind: str) -> int:
        """Return where a person's name begins of which the end was found: "Draanen" of "Ilse van
        Draanen", "Thi Mai" of "Tran Thi Mai", "Cruz" of "J. de la Cruz"."""
        line, at, linked = self.line, first, False
        while at and not line.opens[at] and at - 1 not in taken and first - at < 6:
            word = line.words[at - 1]
            particle = word.lower() in PARTICLES and (word.islower() or not line.opens[at - 1])
            if at > 2 and line.holds(at - 2, "for", "of") and word.lower() in BRANCHES:
                # "Minister for Health Ann Lee"
                break
            if particle:
                at, linked = at - 1, True
            elif word == "-" and at > 1 and line.words[at - 2].lower() in PARTICLES:
                at, linked = at - 2, True
            elif (
                _INITIAL.fullmatch(word)
                or (line.words[at] in _CLANS and self.follows_forename(at))
                or ((kind == "person" or linked) and self.follows_forename(at, linked))
            ):
                at -= 1
            else:
                break
        # A particle alone says nothing: "the van Lee hired".
        lone = at < first and line.words[at].islower() and kind != "person"
        lone = lone and line.words[at + 1] != "-"
        return first if lone else at

    def ends(self, stop: int) -> int:
        """Return where a person's name ends: "Lee" of "Lee Jr", "Ji" of "Ji-woo"."""
        line, at = self.line, stop
        if "".join(line.words[at : at + 3]) in _PARENTS:
            # "Letchumi a/p Raman"
            at += 3
        while at < len(line.tags) and line.words[at].lower() in PARTICLES and not line.opens[at]:
            at += 1 + line.holds(at + 1, "-")
        if stop < at < len(line.tags) and line.words[at].istitle() and not line.opens[at]:
            # "Mohammed" of "Mohammed bin Salim"
            return at + 1
        if self.is_generation(stop):
            return stop + 1
        if self._has_syllable(stop):
            return stop + 2
        given = stop < len(line.tags) and line.words[stop].istitle() and not line.opens[stop]
        # "Soon-ja" of "Park Soon-ja"
        return stop + 3 if given and self._has_syllable(stop + 1) else stop

    def _has_syllable(self, stop: int) -> bool:
        """Whether a hyphen and the second part of a forename follow: "ji" of "Min-ji"."""
        line = self.line
        glued = (
            stop + 1 < len(line.tags) and line.norms[stop] == "-" and line.words[stop + 1].islower()
        )
        if not glued or line.ends[stop - 1] != line.starts[stop]:
            return False
        word, tag = line.words[stop + 1], line.tags[stop + 1]
        syllable = len(word) < 6 and tag in ("NN", "NNP", "FW", "JJ") and word not in _COMPOUNDS
        return syllable and line.ends[stop] == line.starts[stop + 1]

    def is_generation(self, token: int) -> bool:
        """Whether a mark tells father and son apart: "Lee Jr", "Lee senior", not "Lee senior adviser"."""
        line = self.line
        if token >= len(line.tags) or line.norms[token].strip(".") not in _GENERATIONS:
            return False
        next_ = line.tags[token + 1 : token + 2]
        return line.norms[token] not in ("senior", "junior") or next_[:1] not in (
            ["NN"],
            ["NNS"],
            ["NNP"],
            ["JJ"],
            ["HYPH"],
        )

    def follows_forename(self, first: int, linked: bool = False) -> bool:
        """Whether the word before a last name that was found alone is its forename."""
        line = self.line
        if not first or line.opens[first]:
            return False
        if has_virtue(line, first, first + 1):
            return True
        noun = line.tags[first - 1] in ("NN", "NNS") and line.norms[first - 1] not in TIMES
        # Between a word with a capital and a particle there is no doubt.
        noun = noun or (linked and line.tags[first - 1] in ("JJ", "FW", "VB", "VBP", "RB"))
        word = line.norms[first - 1]
        # What opens a sentence may be taken for anything: "Will Lee", "Per Lee".
        tagged = line.tags[first - 1][:2] in ("VB", "JJ", "RB", "FW", "UH")
        tagged = tagged or (line.tags[first - 1] == "IN" and line.words[first] in self._surnames)
        noun = noun or (tagged and is_forename(word) and not is_reporting(word))
        # "Mr Lim Wei Sheng", "Mdm Lau Siok Hwa"
        honoured = first > 1 and line.norms[first - 2].strip(".") in _HONOURS
        if line.tags[first - 1] != "NNP" and not noun and not honoured:
            return False
        if word.strip(".") in TITLES or classify_noun(word):
            return False
        whole = line.tags[first + 1 : first + 2] == ["NNP"] or is_forename(line.norms[first])
        if line.opens[first - 1] and whole and is_common_noun(word):
            # "Opener Roshan Lee made 97."
            return False
        if word in CALENDAR and not honoured:
            return False
        titled = honoured or (first > 1 and classify_noun(line.norms[first - 2]) == "person")
        kin = line.words[first] in self._surnames and not line.opens[first - 1]
        known = is_forename(word) or not is_listed(word) or titled or kin
        # "Fa’afetai" is no title case.
        capital = line.words[first - 1][:1].isupper() and not line.words[first - 1].isupper()
        return capital and known
