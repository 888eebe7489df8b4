"""Is a word such as May, March or April a month, or a verb, a walk, a person?"""

from __future__ import annotations

from helpers.timexes.vocabulary import CHAR, TIME_PREPOSITIONS
from helpers.timexes.words import Words

_PRECEDES_NAMED = frozenset(
    "theresa teresa brian james elaine cape mount mrs mr ms miss dr sir".split()
)


_NUMBERS = frozenset(CHAR[kind] for kind in ("DAY", "NTH", "YEAR", "SHORTYEAR"))
_SHORT_MONTHS = frozenset("sep mar jan dec jun jul oct nov apr feb aug".split())
_MONTH_NAMES_OF_PEOPLE = frozenset("april june august may".split())
_JOINING = frozenset("to and - – or".split())
_MARCH_IN_TIME = frozenset("in since until by last this next from early late during".split())
_MARCH_ON_FOOT = frozenset("for on against to of".split())
_AFTER_VERB_MAY = frozenset("be have not i we he she they".split())


def is_capital(found: Words, index: int) -> bool:
    return 0 <= index < len(found.lowers) and found.raw(index)[:1].isupper()


def follows_name(found: Words, index: int) -> bool:
    """True when the word before is a capitalised plain word that does not begin the sentence."""
    before = is_capital(found, index - 1) and found.kind(index - 1) == CHAR["OTHER"]
    return before and not found.starts_sentence(index - 1)


def _beside_number(found: Words, index: int) -> bool:
    before, after = found.lower(index - 1), found.lower(index + 1)
    return (
        found.kind(index + 1) in _NUMBERS
        or found.kind(index - 1) in _NUMBERS
        or (before == "of" and found.kind(index - 2) in _NUMBERS)
        or (after in ("the", ",", "of") and found.kind(index + 2) in _NUMBERS)
    )


def month_is_meant(found: Words, index: int, may_is_name: bool) -> bool:
    lower, before = found.lowers[index], found.lower(index - 1)
    numbered = _beside_number(found, index) and before not in _PRECEDES_NAMED
    if lower in _SHORT_MONTHS:
        dotted = found.raw(index).endswith(".") and before not in _PRECEDES_NAMED
        return is_capital(found, index) and (numbered or dotted)
    if lower in ("may", "march") and not is_capital(found, index):
        return False
    if numbered:
        return True
    if lower == "may":
        return _may_is_month(found, index, may_is_name)
    if lower == "march":
        return _march_is_month(found, index)
    if lower in _MONTH_NAMES_OF_PEOPLE and is_capital(found, index):
        return _is_no_person(found, index)
    return True


def _may_is_month(found: Words, index: int, may_is_name: bool) -> bool:
    """Tell the month from the verb and from people; ``may_is_name``: the text has a Ms May."""
    before, after = found.lower(index - 1), found.lower(index + 1)
    if found.tags.get(found.starts[index]) == "MD" or found.raw(index).isupper():
        return False
    if may_is_name:
        return found.kind(index + 2) == CHAR["MONTH"] and after in _JOINING
    if before in TIME_PREPOSITIONS:
        return _is_no_person(found, index)
    if found.starts_sentence(index) or after in _AFTER_VERB_MAY:
        return False
    return not is_capital(found, index - 1) or found.starts_sentence(index - 1)


def _march_is_month(found: Words, index: int) -> bool:
    before = found.lower(index - 1)
    if found.lower(index + 1) in _MARCH_ON_FOOT and before not in _MARCH_IN_TIME:
        return False
    if before in TIME_PREPOSITIONS:
        return True
    return not is_capital(found, index - 1) or found.starts_sentence(index - 1)


def _is_no_person(found: Words, index: int) -> bool:
    named = is_capital(found, index + 1) and found.kind(index + 1) == CHAR["OTHER"]
    if found.lower(index - 1) in TIME_PREPOSITIONS:
        return not named or found.lower(index - 1) in ("in", "since", "until", "last")
    return not named and not follows_name(found, index)
