"""Words that only look like time: Theresa May, flight 1999, the march, her 60s."""

from __future__ import annotations

import re

from helpers.timexes.months_meant import follows_name, is_capital, month_is_meant
from helpers.timexes.vocabulary import CHAR, TIME_PREPOSITIONS
from helpers.timexes.words import Words

_UNNUMBERED = frozenset(
    "flight no nos number room route page pages chapter section article resolution highway channel "
    "bus platform gate boeing airbus airline area size model type class league version unit seat "
    "ward district act clause paragraph directive protocol track lane windows group interstate"
    .split()
)  # fmt: skip

_COUNTED = frozenset(
    "people troops soldiers men women children dead km kilometers kilometres miles meters metres "
    "feet yards inches votes seats jobs points officers police workers employees refugees migrants "
    "protesters demonstrators visitors guests members fans spectators tons tonnes pounds dollars "
    "euros rubles roubles yen cases deaths bodies homes houses flights passengers students pupils "
    "shares square cubic strong acres hectares barrels megawatts volts calories words copies units "
    "kilograms grams liters litres mph kph kg lb lbs mm cm m million billion thousand hundred "
    "residents civilians fighters militants rebels prisoners inmates patients victims survivors "
    "participants delegates runners athletes tickets signatures cars vehicles ships aircraft "
    "rockets missiles bombs rounds companies schools families households sq ft".split()
)

_PERSON_MAY = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Theresa|Minister|Secretary|President|Sen|Rep)\.? May\b"
)


def mend_friends(found: Words) -> None:
    """Turn words that only look like time (Theresa May, flight 1999, a march) into plain words."""
    kinds = found.kinds
    other = CHAR["OTHER"]
    may_is_name = None
    for index, kind in enumerate(kinds):
        check = _CHECKS.get(kind)
        if check is None:
            continue
        if check is month_is_meant:
            if may_is_name is None:
                may_is_name = bool(_PERSON_MAY.search(found.text))
            if not month_is_meant(found, index, may_is_name):
                kinds[index] = other
        elif not check(found, index):
            kinds[index] = CHAR["NUMBER"] if kind == CHAR["YEAR"] else other


_BESIDE_WEEKDAY = frozenset(CHAR[kind] for kind in ("MONTH", "DAY", "NTH", "CLOCK"))
_BESIDE_ZONE = frozenset(CHAR[kind] for kind in ("CLOCK", "POINT", "PARENTHESIS"))
_COUNTED_UNITS = frozenset(
    CHAR[kind] for kind in ("UNITS", "YRS", "DYS", "QTRS", "CENS", "CLOCK")
)  # fmt: skip
_COMPOUNDS = frozenset("strong member mile seat meter metre foot acre".split())
_PHASES = frozenset("early late mid -".split())
_OWNERS = frozenset("her his their my in".split())
_BEFORE_YEAR = frozenset(
    "in since until till from by circa before after of to between - – and ( year".split()
)
_BEFORE_COUNT = frozenset("some about nearly over than killed least".split()) | {"more than"}
_SEASON_NAMES = frozenset("olympics olympic games palace valley street paralympics".split())
_SCORING = frozenset("won win beat beaten lost lose defeated score scored led drew trailed".split())
_VICTORIES = frozenset("win victory defeat lead draw loss".split())
_BEFORE_VERB = frozenset("to will would could can may might should must not 'll n't".split())
_AMOUNT_BEGINS = frozenset(
    CHAR[kind] for kind in "NUMBER DAY VAGUE ARTICLE COUPLE APPROX MORE LESS ATLEAST ATMOST".split()
)
_TITLES = frozenset("mr mrs ms miss dr".split())
_LAST_ONES = frozenset("name word resort ditch straw rites".split())


def _weekday_is_meant(found: Words, index: int) -> bool:
    lower = found.lowers[index]
    title = found.lower(index - 1) if index else ""
    if title in _TITLES or (title == "." and found.lower(index - 2) in _TITLES):
        return False
    if len(lower) > 5:
        return True
    if not is_capital(found, index):
        return False
    near, beyond = found.kind(index + 1), found.kind(index + 2)
    if near in _BESIDE_WEEKDAY or (found.lower(index + 1) == "," and beyond in _BESIDE_WEEKDAY):
        return True
    return found.raw(index).endswith(".") and lower not in ("sun", "sat", "wed")


def _year_is_meant(found: Words, index: int) -> bool:
    before, after = found.lower(index - 1), found.lower(index + 1)
    year, plain = found.values[index], found.kind(index + 1) == CHAR["OTHER"]
    if found.kind(index - 1) in (CHAR["MONTH"], CHAR["FISCAL"]):
        return True
    if after == "-" and found.lower(index + 2) in _COMPOUNDS:
        return False
    if before in _UNNUMBERED or after in _COUNTED or before in ("#", "$", "+"):
        return False
    if (
        found.lower(index - 2) in _UNNUMBERED
        and before.isalpha()
        and found.raw(index - 1).isupper()
    ):
        return False
    if found.kind(index + 1) in _COUNTED_UNITS or _is_part_of_code(found, index):
        return False
    if 1900 <= year <= 2039:
        return not (plain and after.endswith("s") and before in _BEFORE_COUNT)
    if CHAR["ERA"] in (found.kind(index + 1), found.kind(index - 1)):
        return True
    counted = plain and after[:1].isalpha() and after.endswith("s")
    if before in _BEFORE_YEAR and (not counted or after in ("was", "is", "as")):
        latest = 2999 if before == "year" else 2199
        return (1000 if before in ("in", "year") else 1200) <= year <= latest
    return False


def _is_part_of_code(found: Words, index: int) -> bool:
    """True for A-1999, 3.2000 and 1:2000, but not for pre-1999."""
    touching = index > 0 and found.ends[index - 1] == found.starts[index]
    mark = found.lower(index - 1)
    if not touching or mark not in ("-", ".", ":"):
        return False
    if mark != "-":
        return index > 1
    glued = index > 1 and found.ends[index - 2] == found.starts[index - 1]
    word = found.kind(index - 2) == CHAR["OTHER"]
    return glued and word and found.lower(index - 2) not in ("pre", "post")


def _short_year_is_meant(found: Words, index: int) -> bool:
    if found.kind(index - 1) in (CHAR["MONTH"], CHAR["SEASON"], CHAR["HYPHEN"]):
        return True
    return found.lower(index - 1) in ("in", "since", "of", "until", "from", "back", "by")


def _decade_is_meant(found: Words, index: int) -> bool:
    value, before, earlier = found.values[index], found.lower(index - 1), found.lower(index - 2)
    if found.raw(index)[0].isalpha():
        return before in _PHASES or before in ("the", "nineteen", "eighteen")
    if value >= 0 or found.kind(index - 2) == CHAR["DECADE"]:
        return True
    # "the 60s" is a decade, "in her 60s" an age, "the 30s" mostly a temperature.
    return value <= -6 and (before == "the" or (before in _PHASES and earlier not in _OWNERS))


def _season_is_meant(found: Words, index: int) -> bool:
    if found.lower(index + 1) in _SEASON_NAMES:
        return False
    if is_capital(found, index) and follows_name(found, index):
        return False
    named = is_capital(found, index + 1) and found.kind(index + 1) == CHAR["OTHER"]
    if is_capital(found, index) and named and found.lower(index - 1) not in TIME_PREPOSITIONS:
        return False
    return not found.tags.get(found.starts[index], "NN").startswith("V")


def _fall_is_meant(found: Words, index: int) -> bool:
    """Tell autumn from falling: only with a year, a direction or "in the" is it a season."""
    before, after, year = found.lower(index - 1), found.lower(index + 1), CHAR["YEAR"]
    if before in ("last", "next", "early", "late") or found.kind(index + 1) == year:
        return True
    if before in ("this", "past"):
        return after not in ("in", "into", "of", "from", "to")
    if before != "the" or found.lower(index - 2) not in TIME_PREPOSITIONS | {"for"}:
        return False
    return after not in ("of", "in", "from") or found.kind(index + 2) == year


def _today_is_meant(found: Words, index: int) -> bool:
    if not is_capital(found, index) or found.lowers[index] != "today":
        return True
    if found.lower(index + 1) in ("programme", "program", "show", "newspaper"):
        return False
    return found.starts_sentence(index) or not follows_name(found, index)


def _zone_is_meant(found: Words, index: int) -> bool:
    return found.raw(index).isupper() and found.kind(index - 1) in _BESIDE_ZONE


def _noon_is_meant(found: Words, index: int) -> bool:
    return found.lower(index - 1) != "high"


def _clock_is_meant(found: Words, index: int) -> bool:
    """Tell 21:15 from a score and from a verse; with a.m. or o'clock there is no doubt."""
    if not found.lowers[index][-1].isdigit() or ":" not in found.lowers[index]:
        return True
    before = found.lower(index - 1)
    if found.lowers[index].count(":") == 2 and before in ("in", "of", "clocked", "ran", "time"):
        return False
    if found.lower(index + 1) in _VICTORIES or follows_name(found, index):
        return False
    return not {found.lower(index - back) for back in (1, 2, 3)} & _SCORING


def _last_is_meant(found: Words, index: int) -> bool:
    if found.lower(index - 1) in _BEFORE_VERB and found.kind(index + 1) in _AMOUNT_BEGINS:
        # "expected to last four weeks": a verb.
        return False
    return found.lower(index + 1) not in _LAST_ONES


def _second_is_meant(found: Words, index: int) -> bool:
    return found.lower(index - 1) != "split"


def _unit_is_meant(found: Words, index: int) -> bool:
    """Tell time from the title of a programme ("60 Minutes", "This Week with ...")."""
    if not is_capital(found, index) or found.raw(index).isupper():
        return True
    before = found.raw(index - 1).lstrip("'‘’") if index else ""
    if before.isdigit():
        return found.kind(index + 1) in (CHAR["AGO"], CHAR["LATER"], CHAR["OLD"])
    return not (before == "This" and found.lower(index + 1) in ("with", "magazine", "programme"))


def _fiscal_is_meant(found: Words, index: int) -> bool:
    """Read the two figures of "FY16" as a year."""
    near = index + 1
    if (
        found.lowers[index] == "fy"
        and found.kind(near) == CHAR["DAY"]
        and len(found.raw(near)) == 2
    ):
        found.kinds[near], found.values[near] = CHAR["YEAR"], 2000 + found.values[near]
    return True


_CHECKS = {
    CHAR["FISCAL"]: _fiscal_is_meant,
    CHAR["UNITS"]: _unit_is_meant,
    CHAR["DYS"]: _unit_is_meant,
    CHAR["UNIT"]: _unit_is_meant,
    CHAR["MONTH"]: month_is_meant,
    CHAR["WEEKDAY"]: _weekday_is_meant,
    CHAR["YEAR"]: _year_is_meant,
    CHAR["SHORTYEAR"]: _short_year_is_meant,
    CHAR["DECADE"]: _decade_is_meant,
    CHAR["SEASON"]: _season_is_meant,
    CHAR["FALL"]: _fall_is_meant,
    CHAR["TODAY"]: _today_is_meant,
    CHAR["CLOCK"]: _clock_is_meant,
    CHAR["ZONE"]: _zone_is_meant,
    CHAR["POINT"]: _noon_is_meant,
    CHAR["LAST"]: _last_is_meant,
    CHAR["SECOND"]: _second_is_meant,
}
