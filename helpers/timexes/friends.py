"""Words that only look like time: Theresa May, flight 1999, the march, her 60s."""

from __future__ import annotations

import re

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

_PRECEDES_NAMED = frozenset(
    "theresa teresa brian james elaine cape mount mrs mr ms miss dr sir".split()
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
        if check is _month_is_meant:
            if may_is_name is None:
                may_is_name = bool(_PERSON_MAY.search(found.text))
            if not _month_is_meant(found, index, may_is_name):
                kinds[index] = other
        elif not check(found, index):
            kinds[index] = CHAR["NUMBER"] if kind == CHAR["YEAR"] else other


_PERSON_MAY = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Theresa|Minister|Secretary|President|Sen|Rep)\.? May\b"
)

_NEAR_MONTH = frozenset(CHAR[k] for k in ("DAY", "NTH", "YEAR", "SHORTYEAR"))


def _capital(found: Words, index: int) -> bool:
    return 0 <= index < len(found.lowers) and found.raw(index)[:1].isupper()


def _month_is_meant(found: Words, index: int, may_is_name: bool) -> bool:
    raw, lower = found.raw(index), found.lowers[index]
    before, after = found.lower(index - 1), found.lower(index + 1)
    beside_number = (
        found.kind(index + 1) in _NEAR_MONTH
        or found.kind(index - 1) in _NEAR_MONTH
        or (before == "of" and found.kind(index - 2) in _NEAR_MONTH)
        or (after in ("the", ",", "of") and found.kind(index + 2) in _NEAR_MONTH)
    )
    if lower in (
        "may",
        "march",
        "sep",
        "mar",
        "jan",
        "dec",
        "jun",
        "jul",
        "oct",
        "nov",
        "apr",
        "feb",
        "aug",
    ):
        if not raw[0].isupper() or (raw.isupper() and lower == "may" and not beside_number):
            return False
        if lower not in ("may", "march"):
            return beside_number or raw.endswith(".")
        if lower == "may":
            if found.tags.get(found.starts[index]) == "MD" and not beside_number:
                return False
            joined = found.kind(index + 2) == CHAR["MONTH"] and after in (
                "to",
                "and",
                "-",
                "–",
                "or",
            )
            if may_is_name and joined:
                return True
            if may_is_name and not (beside_number and before not in _PRECEDES_NAMED):
                return False
    if beside_number:
        return before not in _PRECEDES_NAMED
    if (
        lower == "march"
        and after in ("for", "on", "against", "to", "of")
        and before
        not in (
            "in",
            "since",
            "until",
            "by",
            "last",
            "this",
            "next",
            "from",
            "early",
            "late",
            "during",
        )
    ):
        return False
    if before in TIME_PREPOSITIONS:
        if lower in ("april", "june", "may", "august") and _capital(found, index + 1):
            return found.kind(index + 1) != CHAR["OTHER"] or before in (
                "in",
                "since",
                "until",
                "last",
            )
        return True
    if lower in ("may", "march"):
        if lower == "may" and (
            found.starts_sentence(index) or after in ("be", "have", "not", "i", "we", "he")
        ):
            return False
        return not _capital(found, index - 1) or found.starts_sentence(index - 1)
    if lower in ("april", "june", "august") and raw[0].isupper():
        if _capital(found, index + 1) and found.kind(index + 1) == CHAR["OTHER"]:
            return False
        if _capital(found, index - 1) and found.kind(index - 1) == CHAR["OTHER"]:
            return found.starts_sentence(index - 1)
    return True


def _weekday_is_meant(found: Words, index: int) -> bool:
    raw, lower = found.raw(index), found.lowers[index]
    if len(lower) <= 5:
        near = (found.kind(index + 1), found.kind(index + 2))
        shaped = raw[0].isupper() and (
            near[0] in _NEAR_DATE or (found.lower(index + 1) == "," and near[1] in _NEAR_DATE)
        )
        return shaped or (
            raw.endswith(".") and raw[0].isupper() and lower not in ("sun", "sat", "wed")
        )
    return True


_NEAR_DATE = frozenset(CHAR[k] for k in ("MONTH", "DAY", "NTH", "CLOCK"))

_COUNTED_BY_YEAR = frozenset(CHAR[k] for k in ("UNITS", "YRS", "DYS", "QTRS", "CENS", "CLOCK"))


def _year_is_meant(found: Words, index: int) -> bool:
    before, after = found.lower(index - 1), found.lower(index + 1)
    year = found.values[index]
    if found.kind(index - 1) == CHAR["MONTH"] or found.kind(index - 1) == CHAR["FISCAL"]:
        return True
    if after == "-" and found.lower(index + 2) in (
        "strong",
        "member",
        "mile",
        "seat",
        "meter",
        "metre",
        "foot",
        "acre",
    ):
        return False
    if before in _UNNUMBERED or after in _COUNTED or before in ("#", "$", "no.", "+"):
        return False
    if before == "-" and index > 1 and found.ends[index - 2] == found.starts[index - 1]:
        joined = found.kind(index - 2)
        if joined == CHAR["OTHER"] and found.ends[index - 1] == found.starts[index]:
            return found.lower(index - 2) in ("pre", "post", "mid", "early", "late")
    if before == "." and index > 1 and found.starts[index] == found.ends[index - 1]:
        return False
    if before == ":" and found.starts[index] == found.ends[index - 1]:
        return False
    if found.kind(index + 1) in _COUNTED_BY_YEAR:
        return False
    if 1900 <= year <= 2039:
        return not (
            after.endswith("s")
            and found.kind(index + 1) == CHAR["OTHER"]
            and before
            in ("some", "about", "nearly", "over", "more than", "than", "killed", "least")
        )
    if CHAR["ERA"] in (found.kind(index + 1), found.kind(index - 1)):
        return True
    if before in ("year",):
        return True
    if before in (
        "in",
        "since",
        "until",
        "till",
        "from",
        "by",
        "circa",
        "before",
        "after",
        "of",
        "to",
        "between",
        "-",
        "–",
        "and",
        "(",
    ):
        follows = found.kind(index + 1) == CHAR["OTHER"] and after[:1].isalpha()
        return (1000 if before == "in" else 1200) <= year <= 2199 and (
            not follows or not after.endswith("s") or after in ("was", "is", "as")
        )
    return False


def _short_year_is_meant(found: Words, index: int) -> bool:
    before = found.kind(index - 1)
    return before in (CHAR["MONTH"], CHAR["SEASON"], CHAR["HYPHEN"]) or found.lower(index - 1) in (
        "in", "since", "of", "class", "until", "from", "back", "by"
    )  # fmt: skip


def _decade_is_meant(found: Words, index: int) -> bool:
    value, before = found.values[index], found.lower(index - 1)
    if found.raw(index)[0].isalpha():
        return before in ("the", "early", "late", "mid", "-", "nineteen", "eighteen")
    if value >= 0:
        return True
    # "the 60s" is a decade, "in her 60s" an age, "the 30s" mostly a temperature.
    return (value <= -6 and before in ("the", "early", "late", "mid", "-") and found.lower(index - 2) not in (
        "her", "his", "their", "in", "my"
    )) or (value <= -6 and before == "the" and found.lower(index - 2) in ("in", "of", "since"))  # fmt: skip


def _season_is_meant(found: Words, index: int) -> bool:
    if found.lower(index + 1) in (
        "olympics",
        "olympic",
        "games",
        "palace",
        "valley",
        "street",
        "paralympics",
    ):
        return False
    if (
        _capital(found, index)
        and _capital(found, index - 1)
        and not found.starts_sentence(index - 1)
    ):
        return found.kind(index - 1) != CHAR["OTHER"]
    return found.tags.get(found.starts[index], "NN")[:1] != "V"


def _fall_is_meant(found: Words, index: int) -> bool:
    before, after = found.lower(index - 1), found.kind(index + 1)
    if before in ("last", "next", "early", "late") or after == CHAR["YEAR"]:
        return True
    if before == "this" or before == "past":
        return found.lower(index + 1) not in ("in", "into", "of", "from", "to")
    return before == "the" and found.lower(index - 2) in ("in", "since", "until", "by", "during", "of", "for") and (
        found.lower(index + 1) not in ("of", "in", "from") or found.kind(index + 2) == CHAR["YEAR"]
    )  # fmt: skip


def _today_is_meant(found: Words, index: int) -> bool:
    if not _capital(found, index) or found.lowers[index] != "today":
        return True
    if found.lower(index + 1) in ("programme", "program", "show", "newspaper"):
        return False
    return (
        not _capital(found, index - 1)
        or found.kind(index - 1) != CHAR["OTHER"]
        or found.starts_sentence(index)
    )


def _zone_is_meant(found: Words, index: int) -> bool:
    return found.raw(index).isupper() and found.kind(index - 1) in _BEFORE_ZONE


_BEFORE_ZONE = frozenset(CHAR[kind] for kind in ("CLOCK", "POINT", "PARENTHESIS"))


def _noon_is_meant(found: Words, index: int) -> bool:
    return found.lower(index - 1) != "high"


def _last_is_meant(found: Words, index: int) -> bool:
    return found.lower(index + 1) not in ("name", "word", "resort", "ditch", "straw", "rites")


def _ordinal_second(found: Words, index: int) -> bool:
    return found.lower(index - 1) not in ("split",)


_CHECKS = {
    CHAR["MONTH"]: _month_is_meant,
    CHAR["WEEKDAY"]: _weekday_is_meant,
    CHAR["YEAR"]: _year_is_meant,
    CHAR["SHORTYEAR"]: _short_year_is_meant,
    CHAR["DECADE"]: _decade_is_meant,
    CHAR["SEASON"]: _season_is_meant,
    CHAR["FALL"]: _fall_is_meant,
    CHAR["TODAY"]: _today_is_meant,
    CHAR["ZONE"]: _zone_is_meant,
    CHAR["POINT"]: _noon_is_meant,
    CHAR["LAST"]: _last_is_meant,
    CHAR["SECOND"]: _ordinal_second,
}
