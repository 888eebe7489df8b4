"""The words of English time expressions: what kind of word each is, and what it contributes."""

from __future__ import annotations

# Every kind gets one private character, so a sentence becomes a string and a rule a small regular
# expression over it. OTHER is the kind of every word that says nothing about time.
_KINDS = (
    "OTHER BREAK MONTH DAY NTH ORDINAL SECOND YEAR SHORTYEAR DECADE NUMBER ARTICLE THE HALF VAGUE "
    "UNIT UNITS DY DYS QTR QTRS YR YRS CEN CENS WKND WEEKDAY WEEKDAYS PART PARTS POINT CLOCK ZONE SEASON SEASONS FALL HOLIDAY TODAY "
    "TONIGHT OVERNIGHT NOW RECENT RECENTLY LAST PAST PREVIOUS THIS CURRENT THAT SAME NEXT COMING FOLLOWING "
    "LATEST EARLIER LATER AGO BEFORE AFTER EARLY LATE MID EDGE OF IN AT ON COMMA HYPHEN AND OR TO "
    "FROM BETWEEN UNTIL APPROX MORE LESS ATLEAST ATMOST EVERY EACH ALTERNATE TIMES PER FISCAL ERA "
    "POSS PERIOD OLD LONG QUARTERCODE FULLDATE FREQUENT FUTURE ENTIRE AHEAD SO REST COUPLE PRESENT "
    "ADDITIONAL FIRSTFEW PARENTHESIS HORIZON STRAIGHT TIMEWORD LASTING"
).split()
CHAR = {kind: chr(0xE000 + number) for number, kind in enumerate(_KINDS)}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        1,
    )
    for name in names.split()
}
ABBREVIATIONS = frozenset(
    name for name in (*MONTHS, *WEEKDAYS) if len(name) <= 5 and name not in ("march", "april", "june", "july", "may")
)  # fmt: skip

UNITS = {
    "second": "S", "minute": "MIN", "hour": "H", "day": "D", "night": "NI", "weekday": "D",
    "week": "W", "weekend": "WE", "fortnight": "FN", "month": "M", "quarter": "Q", "semester": "HY",
    "year": "Y", "decade": "E", "century": "C", "centuries": "C", "millennium": "L",
    "millennia": "L", "millenniums": "L", "sec": "S", "min": "MIN", "hr": "H",
}  # fmt: skip
GRANULARITY = {
    "S": "second", "MIN": "minute", "H": "hour", "D": "day", "NI": "part of day", "W": "week",
    "WE": "weekend", "M": "month", "Q": "quarter", "HY": "half-year", "Y": "year", "E": "decade",
    "C": "century", "L": "millennium",
}  # fmt: skip

CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
SPELLED_DECADES = {"noughties": 0,
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip
PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "forenoon": "MO",
    "midmorning": "MO", "afternoon": "AF", "midafternoon": "AF", "lunchtime": "MI", "evening": "EV",
    "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI", "nighttime": "NI",
}  # fmt: skip
ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420,
    "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "jst": 540, "ist": 330,
    "aest": 600, "aedt": 660, "hkt": 480, "sgt": 480, "pkt": 300, "wib": 420, "sast": 120,
    "eat": 180, "wat": 60, "nzst": 720, "nzdt": 780,
}  # fmt: skip

# Singular or plain words: kind and value. The dictionaries above are added below.
_PLAIN = {
    "THE": "the",
    "ARTICLE": "a an",
    "HALF": "half",
    "VAGUE": "few several many numerous various some",
    "COUPLE": "couple pair",
    "LAST": "last",
    "PAST": "past",
    "PREVIOUS": "previous preceding prior",
    "THIS": "this these",
    "CURRENT": "current",
    "THAT": "that those",
    "SAME": "same corresponding comparable",
    "NEXT": "next",
    "COMING": "coming upcoming forthcoming",
    "FOLLOWING": "following ensuing subsequent",
    "LATEST": "latest",
    "EARLIER": "earlier",
    "LATER": "later",
    "AGO": "ago",
    "BEFORE": "before",
    "AFTER": "after afterwards afterward",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EDGE": "beginning start end middle close outset turn opening",
    "OF": "of",
    "IN": "in",
    "AT": "at",
    "ON": "on",
    "AND": "and &",
    "OR": "or",
    "TO": "to",
    "FROM": "from",
    "BETWEEN": "between",
    "UNTIL": "until till through thru til",
    "APPROX": "about around approximately roughly circa ca",
    "MORE": "over",
    "LESS": "nearly almost under",
    "EVERY": "every",
    "EACH": "each",
    "ALTERNATE": "other alternate",
    "TIMES": "times",
    "PER": "per",
    "FISCAL": "fiscal financial fy",
    "PERIOD": "period",
    "OLD": "old",
    "LONG": "long",
    "NOW": "now currently nowadays presently",
    "RECENT": "recent",
    "RECENTLY": "recently lately",
    "FUTURE": "future",
    "HORIZON": "near foreseeable distant immediate",
    "TIMEWORD": "time",
    "STRAIGHT": "straight consecutive successive solid business working calendar",
    "ENTIRE": "entire whole full",
    "AHEAD": "ahead",
    "SO": "so",
    "REST": "rest remainder",
    "PRESENT": "present moment",
    "ADDITIONAL": "additional more extra further another",
}
# Units that take part in rules of their own.
_OWN_KIND = {"day": "DY", "days": "DYS", "quarter": "QTR", "quarters": "QTRS", "year": "YR",
             "years": "YRS", "century": "CEN", "centuries": "CENS", "weekend": "WKND",
             "millennia": "UNITS", "millenniums": "UNITS"}  # fmt: skip
EDGES = {"beginning": "START", "start": "START", "outset": "START", "opening": "START",
         "turn": "START", "end": "END", "close": "END", "middle": "MID"}  # fmt: skip
FREQUENCIES = {"once": 1, "twice": 2, "thrice": 3}
_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W",
            "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M", "yearly": "P1Y",
            "annually": "P1Y", "semiannually": "P6M", "biannually": "P6M", "bimonthly": "P2M"}  # fmt: skip

# Longer phrases that count as one word; the longest wins.
_PHRASES = {
    "MORE": "more than|longer than|in excess of|well over|just over|a little over|upwards of",
    "LESS": "less than|fewer than|shorter than|just under|well under|a little under",
    "ATLEAST": "at least|no less than|not less than|no fewer than",
    "ATMOST": "at most|up to|no more than|not more than|no later than|no longer than",
    "APPROX": "some time around|somewhere around",
    "NOW": "these days",
    "FIRSTFEW": "first few|first several",
    "OTHER": "may day bank|man friday|bloody sunday|super tuesday|march madness|"
    "mail on sunday|independent on sunday|scotland on sunday|wales on sunday|"
    "sunday times|sunday telegraph|sunday mirror|sunday mail|sunday express|sunday herald|"
    "sunday post|sunday star|sunday independent|sunday world|sunday school|sunday best|"
    "saturday night live|monday night football|saturday evening post|world today|usa today|"
    "russia today|india today|arab spring|prague spring|day care|all day|first half of the game|"
    "in the second half of the game|second hand|second thought|second thoughts|second place|"
    "second world war|first world war|one another|the other day|opening night|day one|night club|"
    "in the long run|no longer|year book|hour glass|day light|next door|next to|last name|"
    "last minute|last resort|last rites|last ditch|last straw|last word|spring break|"
    "morning star|evening standard|evening news|evening post|morning post|night shift",
}
_YESTERDAYS = {
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}


def _words() -> dict[str, tuple[str, object]]:
    """Return ``{lower-case word: (kind character, value)}``."""
    table: dict[str, tuple[str, object]] = {}
    for kind, words in _PLAIN.items():
        for word in words.split():
            table[word] = (CHAR[kind], EDGES.get(word, word))
    for kind, source in (
        ("MONTH", MONTHS),
        ("WEEKDAY", WEEKDAYS),
        ("UNIT", UNITS),
        ("PART", PARTS),
        ("SEASON", SEASONS),
        ("ORDINAL", ORDINALS),
        ("TIMES", FREQUENCIES),
        ("FREQUENT", _ADVERBS),
    ):
        for word, value in source.items():
            table[word] = (CHAR[kind], value)
    for word, value in UNITS.items():
        table.setdefault(word + "s", (CHAR["UNITS"], value))
    for word, kind in _OWN_KIND.items():
        table[word] = (CHAR[kind], UNITS[word.removesuffix("s") if word not in UNITS else word])
    for word, value in PARTS.items():
        table[word + "s"] = (CHAR["PARTS"], value)
    for word in SEASONS:
        table[word + "s"] = (CHAR["SEASONS"], SEASONS[word])
    for word, value in WEEKDAYS.items():
        if len(word) > 5:
            table[word + "s"] = (CHAR["WEEKDAYS"], value)
    for word in ("hour", "day", "week", "month", "year", "decade"):
        table[word + "long"] = (CHAR["LASTING"], (1, UNITS[word]))
        table[word + "slong"] = (CHAR["LASTING"], (None, UNITS[word]))
    for word, value in SPELLED_DECADES.items():
        table[word] = (CHAR["DECADE"], value)
    for word, minutes in ZONES.items():
        table[word] = (CHAR["ZONE"], minutes)
    table |= {
        "second": (CHAR["SECOND"], 2),
        "single": (CHAR["NUMBER"], 1),
        "fall": (CHAR["FALL"], "FA"),
        "noon": (CHAR["POINT"], (12, 0)),
        "midday": (CHAR["POINT"], (12, 0)),
        "noontime": (CHAR["POINT"], (12, 0)),
        "midnight": (CHAR["POINT"], (24, 0)),
        "tonight": (CHAR["TONIGHT"], "NI"),
        "overnight": (CHAR["OVERNIGHT"], "NI"),
        "today": (CHAR["TODAY"], 0),
        "yesterday": (CHAR["TODAY"], -1),
        "tomorrow": (CHAR["TODAY"], 1),
        **dict.fromkeys(("'s", "'", "’"), (CHAR["POSS"], None)),
        ",": (CHAR["COMMA"], None),
        "(": (CHAR["PARENTHESIS"], None),
        ")": (CHAR["PARENTHESIS"], None),
        **dict.fromkeys("-‐‑–—/", (CHAR["HYPHEN"], None)),
    }
    return table


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, object]]]:
    """Return ``{first word: [(words, kind character, value), …]}``, longest first."""
    table: dict[str, list] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, CHAR[kind], phrase))
    for phrase, offset in _YESTERDAYS.items():
        words = tuple(phrase.split())
        if len(words) > 1:
            table.setdefault(words[0], []).append((words, CHAR["TODAY"], offset))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


WORDS = _words()
PHRASES = _phrases()
# What stands before a month, weekday or year that is meant as a time.
TIME_PREPOSITIONS = frozenset(
    "in since until till by of last next this early late mid from through thru to during before "
    "after every each between around about for on past previous following coming and or".split()
)
