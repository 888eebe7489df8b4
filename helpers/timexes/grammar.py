"""Which sequences of kinds make a time expression, and which function reads each of them.

A rule is a small regular expression over kinds (``vocabulary.CHAR``), written in their names. Where
rules overlap, the expression that begins first wins, then the longest, then the rule listed first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from helpers.timexes.vocabulary import CHAR

_MACROS = {
    # counts and amounts
    "unit": "(?:UNIT|DY|QTR|YR|CEN|WKND)",
    "units": "(?:UNITS|DYS|QTRS|YRS|CENS)",
    "anyunit": "(?:<unit>|<units>|SECOND)",
    "digit": "(?:NUMBER|DAY)",
    "approx": "(?:APPROX|MORE|LESS|ATLEAST|ATMOST)",
    "several": "(?:ARTICLE? VAGUE|ARTICLE? COUPLE OF?|VAGUE ADDITIONAL)",
    "half": "HYPHEN? AND HYPHEN? (?:ARTICLE HYPHEN?)? HALF",
    "count": "(?:<digit> (?:TO|OR|HYPHEN|AND) <digit>|<digit> <half>|<digit>|<several>)",
    "amount": "(?:<count> (?:ADDITIONAL|ENTIRE|STRAIGHT)? HYPHEN? <anyunit> (?: <half>)?"
    "|(?:ARTICLE|ADDITIONAL|ARTICLE ADDITIONAL) <unit> (?: <half>)?"
    "|ARTICLE? HALF (?:ARTICLE|HYPHEN|OF ARTICLE)? <unit>)",
    "amounts": "(?:<amount> (?:AND <amount>|OR SO|OR <digit>|OR <units>)?)",
    # directions
    "back": "(?:LAST|PAST|PREVIOUS)",
    "forth": "(?:NEXT|COMING|FOLLOWING)",
    "here": "(?:THIS|CURRENT|LATEST)",
    "which": "(?:THIS (?:PAST|COMING)|<back>|<forth>|<here>|THAT SAME?|SAME)",
    # phases of a unit
    "phase": "(?:THE? (?:EARLY|LATE|MID) HYPHEN?|THE? EDGE OF)",
    "shift": "(?:EARLIER|LATER)",
    # calendar dates
    "year": "(?:YEAR|SHORTYEAR)",
    "nth": "(?:NTH|ORDINAL|SECOND)",
    "ordinal": "(?:NTH|ORDINAL|SECOND|LAST)",
    "daymonth": "(?:(?:DAY|THE? NTH) OF? MONTH|THE (?:ORDINAL|SECOND) OF MONTH)",
    "monthday": "(?:MONTH THE? (?:DAY|<nth>)(?! HYPHEN? (?:QTR|HALF)))",
    "ofyear": "(?:COMMA? <year>|OF <year>|COMMA? OF? (?:THIS|LAST|NEXT) YR)",
    "calendar": "(?:(?:<monthday>|<daymonth>) <ofyear>?)",
    "dated": "(?:(?:(?:THE? <which>)? WEEKDAY COMMA?)? (?:THE? <calendar>|FULLDATE)|WEEKDAY COMMA? THE? NTH)",
    "clock": "(?:(?:CLOCK|POINT) (?:ZONE|PARENTHESIS ZONE PARENTHESIS)?)",
    "deictic": "(?:TODAY|WEEKDAY|<back> WEEKDAY|<forth> WEEKDAY)",
    "yearof": "(?:<which> (?:FISCAL? YR)|<year>|THE YR|FISCAL YR? <year>)",
}

# (name shown in the column ``rule``, pattern, name of the function that reads the expression)
RULES: tuple[tuple[str, str, str], ...] = (
    ("clock time on a date", "<approx>? <clock> COMMA? (?:ON|OF)? (?:<dated>|<deictic>)", "moment"),
    ("date with clock time", "(?:<dated>|TODAY|WEEKDAY) (?:COMMA|AT|COMMA AT)? <clock>", "moment"),
    ("clock time with part of day", "<approx>? <clock> (?:THIS|ON? <deictic>|IN THE|ON)? PART", "moment"),
    ("part of day with clock time", "(?:THIS|<deictic>) PART COMMA? AT? <clock>", "moment"),
    ("clock time", "<approx>? <clock>", "moment"),
    ("clock time in words", "(?:HALF PAST|ARTICLE? QTR (?:PAST|TO)|<digit> PAST) <digit> (?:IN THE PART|<deictic> PART?)?", "spoken"),
    ("clock time in words", "APPROX? <digit> (?:IN THE|AT) PART", "spoken"),
    ("list of days", "MONTH DAY (?:(?:COMMA|AND|OR|COMMA AND) DAY)+ (?:COMMA? YEAR)?", "day_list"),
    ("list of days", "DAY (?:(?:COMMA|AND|OR|COMMA AND) DAY)+ MONTH (?:COMMA? YEAR)?", "day_list"),
    ("range of days", "MONTH DAY (?:HYPHEN|TO|UNTIL) (?:DAY|NTH) (?:COMMA? YEAR)?", "day_range"),
    ("range of days", "(?:DAY|NTH) (?:HYPHEN|TO|UNTIL) (?:DAY|NTH) MONTH (?:COMMA? YEAR)?", "day_range"),
    ("range of days", "<calendar> HYPHEN <calendar>", "calendar_range"),
    ("range of months", "MONTH HYPHEN MONTH (?:COMMA? YEAR)?", "month_range"),
    ("range of years", "THE? FISCAL? YR? YEAR HYPHEN (?:YEAR|DAY|NUMBER|SHORTYEAR)", "year_range"),
    ("range of weekdays", "WEEKDAY HYPHEN WEEKDAY", "weekday_range"),
    ("calendar date", "<approx>? (?:EARLY|LATE)? <dated>", "calendar"),
    ("calendar date", "YEAR COMMA? MONTH (?:DAY|NTH)", "calendar"),
    ("calendar date", "(?:<back>|NEXT|COMING) <calendar>", "calendar"),
    ("month and year", "<approx>? <phase>? MONTH (?:COMMA? OF?) <year>", "calendar"),
    ("month of a year", "<phase>? (?:MONTH|SEASON|FALL) OF? (?:THIS|LAST|NEXT|THAT|THE SAME) YR", "month_in_year"),
    ("month", "<approx>? (?:<phase>|LATER|EARLIER)? (?:<which> OF?)? MONTH", "month"),
    ("day of the month", "THE NTH (?! HYPHEN? (?:<anyunit>|OF))", "month_day"),
    ("weekday and week", "WEEKDAY (?:OF)? (?:LAST|THIS|NEXT) UNIT", "weekday"),
    ("weekday and week", "WEEKDAY UNIT (?! HYPHEN)", "weekday_week"),
    ("weekday of a month", "(?:THE)? <ordinal> WEEKDAY (?:OF|IN) (?:<which> UNIT|MONTH YEAR?)", "nth_weekday"),
    ("weekday", "(?:EARLY|LATE|MID)? (?:THE? <which>)? WEEKDAY (?:EARLY|LATE|MID)? (?:PART|TONIGHT)?", "weekday"),
    ("every weekday", "(?:EVERY|EACH|ALTERNATE)+ WEEKDAY (?:AND WEEKDAY)* (?:PART|PARTS)?", "every_weekday"),
    ("every weekday", "WEEKDAYS (?:PART)?|WEEKDAY (?:PARTS)", "every_weekday"),
    ("today", "(?:EARLY|LATE|MID)? TODAY (?:EARLY|LATE)? PART?", "today"),
    ("part of this day", "(?:EARLY|LATE|EARLIER|LATER)? (?:TONIGHT|THIS PART)|(?:EARLY|LATE)? LAST PART|OVERNIGHT", "today_part"),
    ("day beside a day", "THE DY (?:BEFORE|AFTER) (?:<dated>|<which>? WEEKDAY|HOLIDAY)", "day_beside"),
    ("part of a day", "(?:EARLY|LATE)? THE? (?:NEXT|FOLLOWING|PREVIOUS|SAME) PART|THAT SAME? PART", "day_part"),
    ("part of a day", "THE? (?:EARLY|LATE|MID)? HYPHEN? PART (?:OF <dated>|OF <deictic>)", "day_part"),
    ("part of a day", "PART ON (?:<dated>|<deictic>)", "day_part"),
    ("part of a day", "(?:EARLY|LATE|MID) HYPHEN? PART <deictic>?|THE (?:EARLY|LATE)? PART", "day_part"),
    ("part of a day", "<dated> PART", "day_part"),
    ("holiday", "<phase>? (?:<which>)? HOLIDAY (?:COMMA? <year>|<which> YR|PART)?", "holiday"),
    ("week of a holiday", "HOLIDAY (?:UNIT|WKND)", "holiday"),
    ("quarter", "THE? <yearof> POSS? FISCAL? HYPHEN? <ordinal> HYPHEN? (?:QTR|HALF)", "quarter"),
    ("quarter", "<phase>? THE? FISCAL? HYPHEN? <ordinal> HYPHEN? QTR (?:(?:OF|IN)? <yearof>)?", "quarter"),
    ("half of a year", "<phase>? THE? <ordinal> HYPHEN? HALF (?:OF|IN)? <yearof>", "quarter"),
    ("quarter", "QUARTERCODE (?:OF|HYPHEN)? (?:<year>|FISCAL YEAR|<which> YR)?|(?:FISCAL? <year>) HYPHEN? QUARTERCODE", "quarter"),
    ("quarter named by its last month", "THE? MONTH QTR (?:OF? <year>)?|THE? MONTH <year> QTR", "month_quarter"),
    ("quarters", "THE? <nth> (?:AND|OR|TO|UNTIL) <nth> HYPHEN? QTRS (?:OF <yearof>)?", "quarters"),
    ("this quarter", "THE? (?:<which> FISCAL? QTR|ENTIRE? QTR) (?:ARTICLE YR AGO)?", "this_quarter"),
    ("quarter a year ago", "(?:THE|ARTICLE)? SAME? (?:YR HYPHEN (?:AGO|EARLIER)) (?:<nth>? HYPHEN? QTR|PERIOD|<amount>)?", "year_ago"),
    ("same period", "THE? SAME (?:QTR|PERIOD|UNIT|YR) (?:OF|IN)? (?:(?:LAST|PREVIOUS) YR|<year>|ARTICLE YR (?:AGO|EARLIER))", "year_ago"),
    ("reporting period", "THE? (?:LATEST|SAME|YEAR|CURRENT) PERIOD (?! OF)|<back> YR POSS (?:QTR|PERIOD)", "this_quarter"),
    ("season", "<phase>? (?:THE|<which>|IN)? (?:SEASON|FALL) (?:OF|COMMA)? <year> (?:HYPHEN (?:DAY|NUMBER|SHORTYEAR))?", "season"),
    ("season", "<phase>? (?:THE? <which>) (?:SEASON|FALL)|<phase>? THE (?:EARLY|LATE|MID)? (?:SEASON|FALL)|<phase> (?:SEASON|FALL)|IN SEASON", "season"),
    ("every season", "(?:EVERY|EACH) (?:SEASON|FALL)", "every_season"),
    ("decade", "<phase>? THE? (?:EARLY|LATE|MID)? HYPHEN? DECADE", "decade"),
    ("century", "<phase>? THE? (?:EARLY|LATE|MID)? HYPHEN? <nth> HYPHEN? (?:CEN|CENS) ERA?", "century"),
    ("centuries", "THE? <nth> (?:AND|OR|TO|UNTIL) <nth> HYPHEN? (?:CENS|CEN)", "centuries"),
    ("fiscal year", "<phase>? THE? FISCAL HYPHEN? (?:YR)? YEAR|THE? <which>? FISCAL YR|THE? YEAR FISCAL YR", "fiscal_year"),
    ("year", "<approx>? <phase>? (?:THE YR)? YEAR ERA?|ERA YEAR", "year"),
    ("year", "<digit> ERA|ERA <digit>|ERA YEAR", "year"),
    ("year and later", "YEAR (?:AND|OR) (?:LATER|AFTER)", "year"),
    ("year", "(?:PARENTHESIS|IN)? SHORTYEAR", "year"),
    ("date in figures", "<approx>? FULLDATE", "calendar"),
    ("last, this or next", "<approx>? (?:<phase>|<shift>)? THE? <which> FISCAL? (?:UNIT|YR|CEN|WKND|DY) (?:OR SO)?", "relative"),
    ("unit of a date", "THE (?:UNIT|WKND) OF (?:<dated>|MONTH <year>?)", "unit_of"),
    ("two units away", "THE (?:UNIT|YR|WKND) (?:BEFORE LAST|AFTER NEXT)", "two_away"),
    ("week of a month", "THE <ordinal> ENTIRE? UNIT (?:OF|IN) (?:MONTH <year>?|<which> UNIT)", "nth_week"),
    ("within this unit", "<shift> IN THE (?:UNIT|YR|CEN)", "relative"),
    ("the unit", "<phase>? THE ENTIRE? (?:YR|WKND|DY|UNIT)", "the_unit"),
    ("end of the unit", "<phase> (?:THE|<which>) (?:UNIT|YR|CEN|QTR|WKND|DY)|(?:YR|UNIT) (?:POSS|HYPHEN)? EDGE|MID HYPHEN? (?:UNIT|YR|WKND)", "edge"),
    ("past amount of time", "THE? (?:<back>|LATEST) <amounts>|THE? <back> <units>|THE? (?:<back>|<forth>) <unit> OR <digit>", "span"),
    ("coming amount of time", "THE? <forth> <amounts>|THE? <forth> <units>|THE <units> AHEAD", "span"),
    ("first part of a period", "THE? (?:<ordinal>|ORDINAL) <amount> (?:OF (?:<yearof>|<calendar>|MONTH YEAR?))?", "first_part"),
    ("first part of a period", "THE FIRSTFEW <units>", "first_part"),
    ("recent times", "THE? RECENT <units> (?:AND <units>)?", "recent"),
    ("amount of time ago", "<approx>? (?:<amounts>|<units>|LONG) AGO", "ago"),
    ("amount of time ago", "<approx>? <amounts> AGO (?:TODAY|WEEKDAY|THIS (?:UNIT|PART))", "ago"),
    ("before or after", "<approx>? <amounts> (?:LATER|EARLIER)", "later"),
    ("amount of time from now", "<approx>? <amounts> POSS? TIMEWORD", "later"),
    ("amount of time from now", "<approx>? <amounts> FROM (?:NOW|TODAY)", "later"),
    ("every unit", "(?:EVERY|EACH) (?:ALTERNATE|<digit>|<nth>|VAGUE)? <anyunit>", "every"),
    ("every unit", "(?:EVERY|EACH) PART|(?:EVERY|EACH) MONTH|(?:EVERY|EACH) YEAR", "every"),
    ("how often", "(?:TIMES|<digit> TIMES|<several> TIMES) (?:ARTICLE|PER|EVERY|EACH) (?:<digit>)? <anyunit>", "every"),
    ("how often", "PER <unit>|FREQUENT", "every"),
    ("share of every unit", "<digit> (?:<unit>|<units>) (?:ARTICLE|PER|EVERY|EACH) <unit> (?! AGO|LATER|EARLIER)", "share"),
    ("amount of time", "<approx>? (?:THE)? <amounts> (?:HYPHEN LONG|HYPHEN? OLD)?", "duration"),
    ("amount of time", "(?:ARTICLE|<digit>)? HYPHEN? (?:QTR|QTRS) (?:OF ARTICLE|HYPHEN) (?:CEN|UNIT)", "quarters_of"),
    ("amount of time", "<units> (?:(?:OR|AND) <units>)? (?:HYPHEN LONG)?|<unit> HYPHEN LONG|LASTING", "duration"),
    ("now", "NOW|(?:THE|AT) PRESENT|CURRENT", "present"),
    ("recently", "ADDITIONAL? RECENTLY", "recent"),
    ("the past", "THE (?:RECENT)? PAST", "past"),
    ("the future", "THE? HORIZON? FUTURE", "future"),
)  # fmt: skip


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[re.Pattern, str, str], ...]:
    """Return every rule as (regular expression over kind characters, rule name, reader name)."""
    result = []
    for name, pattern, reader in RULES:
        spaced = pattern
        while re.search(r"<\w+>", spaced):
            spaced = re.sub(r"<(\w+)>", lambda match: _MACROS[match[1]], spaced)
        characters = re.sub(r"[A-Z]+", lambda match: CHAR[match[0]], spaced)
        result.append((re.compile(characters.replace(" ", "")), name, reader))
    return tuple(result)


_TRIGGERS = re.compile(
    "["
    + "".join(
        CHAR[kind]
        for kind in "MONTH YEAR SHORTYEAR DECADE UNIT UNITS DY DYS QTR QTRS YR YRS CEN CENS WKND "
        "WEEKDAY WEEKDAYS PART PARTS POINT CLOCK SEASON SEASONS FALL HOLIDAY TODAY TONIGHT "
        "OVERNIGHT NOW RECENT RECENTLY PAST CURRENT FUTURE QUARTERCODE FULLDATE FREQUENT NTH SECOND ERA "
        "AGO PERIOD PRESENT LASTING".split()
    )
    + "]"
)


Candidate = tuple[int, int, int, str, str]


@lru_cache(maxsize=20_000)
def _candidates(island: str) -> tuple[Candidate, ...]:
    """Return every match in a stretch of kinds as (first, -behind last, order, rule, reader)."""
    if not _TRIGGERS.search(island):
        return ()
    return tuple(
        sorted(
            (match.start(), -match.end(), order, name, reader)
            for order, (pattern, name, reader) in enumerate(compiled())
            for match in pattern.finditer(island)
        )
    )


def candidates(kinds: str) -> list[Candidate]:
    """Return every match of every rule in a kind string, in the order in which they are tried.

    Stretches without plain words repeat so often ("on" weekday, "in" year) that their matches are
    kept; what is kept depends on nothing but the stretch.
    """
    found = []
    for island in _ISLAND.finditer(kinds):
        base = island.start()
        for start, end, order, name, reader in _candidates(island.group()):
            found.append((base + start, end - base, order, name, reader))
    return found


_ISLAND = re.compile(f"[^{CHAR['OTHER']}{CHAR['BREAK']}]+")
