"""Words with capitals that are no names, and words beside a name that belong to it."""

from __future__ import annotations

import functools

from helpers.speakers.lexicon import CALENDAR, PARTY_NOUNS
from helpers.speakers.line import Line
from helpers.speakers.namewords import BRANCHES, POSTNOMINALS, TITLES
from helpers.speakers.nouns import (
    KEPT,
    classify_noun,
    is_demonym,
    is_forename,
    is_listed,
    is_place,
    names_institution,
    wordnet_classes,
)
from helpers.wordlists import is_reporting

_NO_SURNAMES = CALENDAR | TITLES
_PAST = ("former", "retired", "one-time")


@functools.lru_cache(KEPT)
def is_common(word: str) -> bool:
    """Whether a word, in small letters, is a common noun or adjective and no name or institution."""
    if word in BRANCHES:
        return True
    named = is_place(word) or is_forename(word)
    named = named or (names_institution(word) and classify_noun(word) != "group")
    return not named and bool(wordnet_classes(word))


def is_born(line: Line, first: int, stop: int) -> bool:
    """Whether a day is a forename: ", Sunday Ekong,", "said Friday Obi"."""
    two = stop == first + 2 and line.norms[first + 1] not in _NO_SURNAMES
    before = first > 0 and (line.holds(first - 1, ",") or is_reporting(line.norms[first - 1]))
    return two and before and not line.opens[first] and line.holds(stop, ",", ".")


def is_one_of(line: Line, first: int, stop: int) -> bool:
    """Whether a name with an article is that of a thing or sort: "a Myvi", "an Airbus"."""
    more = line.tags[stop : stop + 1]
    joined = bool(more) and (more[0][:2] in ("NN", "JJ", "CD", "HY") or more[0] == "POS")
    # "a blue Schwinn"
    sort = first > 1 and line.tags[first - 1] == "JJ" and line.words[first - 1].islower()
    one = line.holds(first - 1 - sort, "a", "an") and not line.opens[first] and not joined
    return one and not names_institution(line.norms[stop - 1])


def tells_role(line: Line, first: int, stop: int) -> bool:
    """Whether a name tells only what somebody is or was: "an MSP", "the former Black Fern"."""
    word = line.norms[first]
    if stop == first + 1 and word in POSTNOMINALS and classify_noun(word) == "person":
        return line.words[first].isupper() and line.tags[stop : stop + 1] != ["NNP"]
    told = line.norm(first - 1) in _PAST and line.holds(first - 2, "the", "a")
    goes_on = line.tags[stop : stop + 1] in (["NN"], ["NNS"], ["NNP"], ["POS"])
    named = is_forename(word) or is_listed(" ".join(line.norms[first:stop]))
    named = named or word.strip(".") in TITLES
    return told and not goes_on and not named


def opens_body(line: Line, first: int) -> bool:
    """Whether the noun that opens a sentence belongs to a plural behind it: "Trading Standards said"."""
    norm = line.norms[first]
    if not first or not line.opens[first - 1] or line.tags[first - 1] not in ("NN", "NNP", "VBG"):
        return False
    people = classify_noun(norm) == "person" or is_demonym(norm) or norm in PARTY_NOUNS
    return line.words[first - 1].istitle() and not people


def has_virtue(line: Line, first: int, stop: int) -> bool:
    """Whether a lone name has an adjective for a forename: "Its head, Innocent Moyo, said"."""
    at = first - 1
    lone = stop == first + 1 and at > 0 and line.holds(at - 1, ",") and line.holds(stop, ",")
    adjective = lone and line.tags[at] in ("JJ", "NN", "VBN", "VBG")
    return adjective and line.words[at].istitle() and not is_demonym(line.norms[at])
