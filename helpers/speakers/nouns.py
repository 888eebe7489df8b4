"""What a single word says about a speaker: sex, and person, group, organization or document."""

from __future__ import annotations

import functools

from helpers.resources import load_model
from helpers.speakers.forenames import FEMALE_FORENAMES, MALE_FORENAMES
from helpers.speakers.givennames import MORE_FEMALE, MORE_MALE
from helpers.speakers.lexicon import (
    FEMALE_NOUNS,
    GENERIC_PERSONS,
    KIN_NOUNS,
    MALE_NOUNS,
    MORE_DOCUMENTS,
    MORE_INSTITUTIONS,
    MORE_PERSONS,
    PERSONAL_ENDS,
)
from helpers.speakers.namewords import FEMALE_TITLES, MALE_TITLES, SUFFIXES
from helpers.tags import Lexicon
from helpers.wordlists import gazetteers, speaker_nouns

# Trades in -man and -woman, without the ending; names of people end so, too.
_MANLY = frozenset(
    """barge bin boat boss bush cattle coal cow dray ferry fire green grounds herds hunts lay lines maintenance
    milk ombuds ploughs post quarry rail repair ribbon river stable stock tax trades tribes wood yeo""".split()
)
_MALE, _FEMALE = MALE_FORENAMES | MORE_MALE, FEMALE_FORENAMES | MORE_FEMALE
# "landlady", "cowgirl", "barmaid", "godmother", "housewife"
_FEMALE_ENDS = ("girl", "lady", "maid", "mother", "wife")
_INSTITUTIONS = frozenset(("organization", "group"))
# So many words are looked up once only.
KEPT = 20_000


@functools.lru_cache(KEPT)
def names_institution(word: str) -> bool:
    """Whether a name that ends in this word, in small letters, is that of an institution.

    >>> names_institution("council"), names_institution("moss"), names_institution("ltd")
    (True, False, True)
    """
    nouns = speaker_nouns()
    kinds = (nouns.get(word), nouns.get(singular(word)))
    return (
        word.strip(".") in SUFFIXES
        or word in MORE_INSTITUTIONS
        or not _INSTITUTIONS.isdisjoint(kinds)
    )


def _letters(word: str) -> str:
    return gazetteers().get(word, "")


@functools.lru_cache(KEPT)
def singular(noun: str) -> str:
    """Return the singular of a noun that is a known person, group, organization or document.

    >>> singular("officials"), singular("authorities"), singular("policewomen")
    ('official', 'authority', 'policewoman')
    """
    if noun.endswith("men") and len(noun) > 3:
        return noun[:-2] + "an"
    if noun.endswith("wives"):
        return noun[:-3] + "fe"
    if not noun.endswith("s") or noun.endswith(("ss", "us")):
        return "person" if noun == "people" else noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]


@functools.lru_cache(KEPT)
def classify_noun(noun: str) -> str:
    """Return person, group, organization, document or "" for a common noun in any number.

    >>> classify_noun("officials"), classify_noun("alto"), classify_noun("memo"), classify_noun("cheer")
    ('person', 'person', 'document', '')
    """
    nouns = speaker_nouns()
    one = singular(noun)
    if one in MORE_INSTITUTIONS:
        return "organization"
    if one in MORE_DOCUMENTS:
        return "document"
    if kind := nouns.get(noun) or nouns.get(one):
        return kind
    if one in MALE_NOUNS or one in FEMALE_NOUNS or one in KIN_NOUNS or one in GENERIC_PERSONS:
        return "person"
    if one in MORE_PERSONS or is_demonym(one):
        return "person"
    last = one.rsplit("-", 1)[-1]
    for form in (one, last):
        letters = _letters(form)
        if "r" in letters:
            return "person"
        if "g" in letters:
            return "group"
    if len(one) > 8 and one.endswith((*PERSONAL_ENDS, "erman", "sman", "swoman", "erwoman")):
        return "person"
    if len(one) > 6 and one.endswith(("ist", "grapher")) and not one.endswith(("list", "wist")):
        return "person"
    if _is_manly(one):
        return "person"
    return nouns.get(last, "")


def _is_manly(noun: str) -> bool:
    """Whether a noun is that of a trade in -man or -woman: "drayman", "boatwoman", not "talisman"."""
    return noun.endswith("man") and noun.removesuffix("man").removesuffix("wo") in _MANLY


@functools.lru_cache(KEPT)
def is_forename(word: str) -> bool:
    """Whether a word, in small letters, is known as a forename."""
    letters = _letters(word)
    return word in _MALE or word in _FEMALE or "m" in letters or "f" in letters


@functools.lru_cache(KEPT)
def is_demonym(word: str) -> bool:
    """Whether a word, in small letters, can name somebody by country or party: Dane, Dutchman.

    >>> is_demonym("dutchman"), is_demonym("californian"), is_demonym("scot"), is_demonym("moss")
    (True, True, True, False)
    """
    if word in (
        "scot",
        "swede",
        "dane",
        "finn",
        "pole",
        "turk",
        "briton",
        "spaniard",
        "croat",
        "zealander",
        "czech",
        "slovak",
        "greek",
        "thai",
        "kiwi",
        "aussie",
        "filipino",
        "filipina",
        "icelander",
        "serb",
    ):
        return True
    if word.endswith(("man", "woman")) and word.removesuffix("man").removesuffix("wo")[-2:] in (
        "ch", "sh", "lsh", "ish",
    ):  # fmt: skip
        return True
    letters = _letters(word)
    return (
        "a" in letters and not set(letters) & set("sp") and word.endswith(("an", "ese", "er", "i"))
    )


def is_common_noun(word: str) -> bool:
    """Whether a word, in small letters, is known as a common noun and not as a forename.

    >>> is_common_noun("opener"), is_common_noun("grace")
    (True, False)
    """
    return "n" in wordnet_classes(word) and not is_forename(word)


@functools.lru_cache(KEPT)
def wordnet_classes(word: str) -> str:
    """Return the word classes that WordNet has for a word, in small letters: n, v, a, r."""
    return load_model("wordnet.bin.gz", Lexicon.from_bytes).describe(word).lower()


def is_listed(word: str) -> bool:
    """Whether a word, in small letters, is known as a name, place, institution or demonym."""
    return bool(_letters(word))


@functools.lru_cache(KEPT)
def is_place(name: str) -> bool:
    """Whether a name, in small letters, is known as that of a country, region or town.

    >>> is_place("new zealand"), is_place("moss")
    (True, False)
    """
    return not {"n", "c", "l"}.isdisjoint(_letters(name))


@functools.lru_cache(KEPT)
def forename_gender(word: str) -> str:
    """Return "m", "f" or "" for a forename in small letters."""
    if word in _FEMALE:
        return "f"
    if word in _MALE:
        return "m"
    letters = _letters(word)
    male, female = "m" in letters, "f" in letters
    return "m" if male and not female else "f" if female and not male else ""


@functools.lru_cache(KEPT)
def noun_gender(noun: str) -> str:
    """Return "m", "f" or "" for a common noun, which is no forename even when it looks like one.

    >>> noun_gender("widow"), noun_gender("junior"), noun_gender("landlady")
    ('f', '', 'f')
    """
    if noun in FEMALE_NOUNS or (_is_manly(noun) and noun.endswith("woman")):
        return "f"
    if noun.endswith(_FEMALE_ENDS):
        return "f" if classify_noun(noun) == "person" else ""
    return "m" if noun in MALE_NOUNS else ""


def guess_gender(words: list[str]) -> str:
    """Return "m", "f" or "" for a name or description by its titles, nouns or forename.

    >>> guess_gender(["Mrs.", "Lee"]), guess_gender(["the", "widow"]), guess_gender(["Ann", "Lee"])
    ('f', 'f', 'f')
    """
    if not words:
        return ""
    plain = [word.lower().strip(".") for word in words]
    for word in plain:
        if word in FEMALE_TITLES or word in FEMALE_NOUNS:
            return "f"
        if word in MALE_TITLES or word in MALE_NOUNS:
            return "m"
    return next((gender for word in plain[:2] if (gender := forename_gender(word))), "")
