"""From text to typed words: the string over which the grammar is written.

The words are read from the characters, not from the token rows: newsrooms write ``9.30pm``,
``12/01/2014`` and ``mid-1990s`` and every tokenizer cuts them differently. From the tokens come
sentence boundaries and, where somebody tagged them, the parts of speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from helpers.timexes import vocabulary as words
from helpers.timexes.holidays import NAMES
from helpers.timexes.vocabulary import CHAR, PHRASES, TIME_PREPOSITIONS, WORDS

_LEX = re.compile(
    r"""
    (?P<era>(?:[AB]\.\ ?[CD]\.|BCE?\b|CE\b|AD\b))
  | (?P<half>\d+\ ?[½¼¾](?!\w)|[½¼¾](?!\w))
  | (?P<code>(?:[QH][1-4]|[1-4][QH])(?![\w-]))
  | (?P<word>[^\W\d_](?:[^\W\d_]|(?<=[a-z])\d)*)
  | (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
  | (?P<numeric>(?:\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)
                |\d{4}(?P<sep2>[/.])\d{1,2}(?P=sep2)\d{1,2})(?![\w/%]|[.-]\d))
  | (?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\ ?[aApP]\.?\ ?[mM]\b\.?
            |\d{1,2}[:h]\d\d(?::\d\d)?(?![\d:]|\.\d)(?:\ ?(?:hrs?|hours)\b\.?)?
            |\d{1,2}\ o['’]clock\b
            |\d{1,2}\.\d\d(?=\ ?(?:GMT|UTC|BST|CET)\b)
            |[0-2]\d[0-5]\d(?=\ ?(?:GMT|UTC|BST|CET|Z|hrs|hours)\b)(?:\ ?(?:hrs|hours)\b)?)
  | (?P<decade>(?<![\w$£€.,:])(?:[12]\d|['’‘])?\d0['’]?s(?!\w))
  | (?P<nth>\d{1,3}(?:st|nd|rd|th)(?!\w))
  | (?P<other>[$£€¥#]\ ?\d[\d,.]*|\d[\d.,]*\ ?(?:%|per\ ?cent\b|percent\b|°)
            |\d[\d,.]*[^\W\d_]\w*|\d+(?:-\d+){2,}|\d+(?:\.\d+){2,})
  | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d(?![\d/]))?
            |\d/\d(?![\d/]))
  | (?P<short>['’‘]\d\d(?!\w))
  | (?P<poss>['’]s(?!\w))
  | (?P<gap>\n[^\S\n]*\n\s*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ABBREVIATED = words.ABBREVIATIONS | {"ca", "hr", "hrs", "min", "mins", "sec", "secs", "no", "nos"}
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
_NUMBER_KINDS = CHAR["NUMBER"] + CHAR["DAY"] + CHAR["ARTICLE"]
_HOLIDAYS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _name, _canonical in NAMES.items():
    _words = tuple(
        m.group() for m in re.finditer(r"[^\W\d_]+|\d\w*|'s|\S", _name) if m.group() != "."
    )
    _HOLIDAYS.setdefault(_words[0], []).append((_words, _canonical))
for _entries in _HOLIDAYS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))


@dataclass
class Words:
    """The words of one text in parallel lists; ``kinds`` joined is the string of the grammar."""

    text: str
    kinds: list[str] = field(default_factory=list)
    values: list = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    tags: dict[int, str] = field(default_factory=dict)

    def add(self, kind: str, value, start: int, end: int, lower: str) -> None:
        self.kinds.append(kind)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.lowers.append(lower)

    def merge(self, first: int, last: int, kind: str, value) -> None:
        """Make one word of the words ``first`` to ``last`` inclusive."""
        self.ends[first] = self.ends[last]
        self.kinds[first], self.values[first] = kind, value
        self.lowers[first] = " ".join(self.lowers[first : last + 1])
        for column in (self.kinds, self.values, self.starts, self.ends, self.lowers):
            del column[first + 1 : last + 1]

    def raw(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def lower(self, index: int) -> str:
        """Return the word at ``index`` in lower case, ``""`` outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def kind(self, index: int) -> str:
        return self.kinds[index] if 0 <= index < len(self.kinds) else CHAR["BREAK"]

    def sentence_of(self, index: int) -> int:
        """Return the number of the sentence that holds the word."""
        return bisect_right(self.sentences, self.starts[index])

    def sentence_bounds(self, index: int) -> tuple[int, int]:
        """Return the offsets between which the sentence of the word lies."""
        number = self.sentence_of(index)
        first = self.sentences[number - 1] if number else 0
        last = self.sentences[number] if number < len(self.sentences) else len(self.text)
        return first, last

    def starts_sentence(self, index: int) -> bool:
        return index == 0 or self.sentence_of(index) != self.sentence_of(index - 1)


def read_words(text: str, sentence_starts: list[int], tags: dict[int, str] | None = None) -> Words:
    """Return the typed words of ``text``, with false friends already made plain words.

    ``sentence_starts`` are sorted offsets; ``tags`` maps offsets to Penn tags where there are any.
    """
    found = Words(text, sentences=sentence_starts, tags=tags or {})
    kinds, values, starts, ends, lowers = (
        found.kinds, found.values, found.starts, found.ends, found.lowers,
    )  # fmt: skip
    other, known = CHAR["OTHER"], WORDS.get
    starters = []
    plain = (other, None)
    taken = 0
    for match in _LEX.finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        group = match.lastgroup
        if group in ("sep", "sep2"):
            group = "numeric"
        raw = match.group()
        if group == "word":
            lower = raw.lower()
            kind, value = known(lower, plain)
            if lower in _ABBREVIATED and text.startswith(".", end):
                end += 1
                taken = end
            if lower in _STARTERS:
                starters.append(len(kinds))
        elif group == "mark":
            lower = raw
            kind, value = known(raw, plain)
        elif group == "poss":
            lower, kind, value = "'s", CHAR["POSS"], None
        else:
            lower = raw.lower()
            kind, value = _NUMERIC[group](raw)
        kinds.append(kind)
        values.append(value)
        starts.append(start)
        ends.append(end)
        lowers.append(lower)
    if starters:
        _merge_phrases(found, starters)
    _break_sentences(found)
    _mend_friends(found)
    return found


def _clock(raw: str):
    numbers = [int(number) for number in re.findall(r"\d+", raw)]
    if len(numbers) == 1 and numbers[0] > 24 and re.match(r"\d{4}", raw):
        numbers = [numbers[0] // 100, numbers[0] % 100]
    half = re.search(r"([ap])\.? ?m\b", raw.lower())
    hour = numbers[0]
    if half and not 1 <= hour <= 12:
        return CHAR["OTHER"], None
    if half:
        hour = hour % 12 + 12 * (half[1] == "p")
    if hour > 24 or any(number > 59 for number in numbers[1:]) or (hour == 24 and any(numbers[1:])):
        return CHAR["OTHER"], None
    numbers = [hour, *(numbers[1:] or [0])]
    return CHAR["CLOCK"], (*numbers, *([None] * (3 - len(numbers))))


def _decade(raw: str):
    digits = re.sub(r"\D", "", raw)
    if len(digits) == 4:
        return CHAR["DECADE"], int(digits[:3])
    return CHAR["DECADE"], (int(digits[0]) if raw[0] in "'’‘" else -int(digits[0]) - 1)


def _nth(raw: str):
    return CHAR["NTH"], int(re.match(r"\d+", raw).group())


def _number(raw: str):
    digits = raw.replace(",", "")
    if digits.isdecimal() and len(digits) < 12:
        value = int(digits)
        if "," not in raw:
            if 1 <= value <= 31 and len(digits) < 3:
                return CHAR["DAY"], value
            if len(digits) == 4 and 1000 <= value <= 2999:
                return CHAR["YEAR"], value
        return CHAR["NUMBER"], value
    whole = re.match(r"\d+(?:\.\d+)?(?![\d/])", digits)
    value = float(whole.group()) if whole else 0.0
    fraction = re.search(r"(\d)/(\d)$", digits)
    if fraction and fraction[2] != "0":
        value += int(fraction[1]) / int(fraction[2])
    if raw[-1] in _FRACTIONS:
        value += _FRACTIONS[raw[-1]]
    return CHAR["NUMBER"], int(value) if value == int(value) else value


_NUMERIC = {
    "iso": lambda raw: (CHAR["FULLDATE"], raw),
    "numeric": lambda raw: (CHAR["FULLDATE"], raw),
    "clock": _clock,
    "decade": _decade,
    "nth": _nth,
    "number": _number,
    "other": lambda raw: (CHAR["OTHER"], None),
    "era": lambda raw: (CHAR["ERA"], "bc" if raw.startswith("B") else "ad"),
    "half": _number,
    "code": lambda raw: (CHAR["QUARTERCODE"], tuple(sorted(raw))),
    "short": lambda raw: (CHAR["SHORTYEAR"], int(raw[1:])),
    "gap": lambda raw: (CHAR["BREAK"], None),
}
_STARTERS = (
    frozenset(PHRASES) | frozenset(_HOLIDAYS) | frozenset(words.CARDINALS) | {"hundred", "thousand"}
    | frozenset(("twentieth", "thirtieth"))
)  # fmt: skip


def _merge_phrases(found: Words, starters: list[int]) -> None:
    """Make one word of each fixed phrase, holiday and spelled-out number."""
    lowers = found.lowers
    removed, before = 0, -1
    for starter in starters:
        index = starter - removed
        if index < before:
            continue
        length = len(lowers)
        first = lowers[index]
        done = False
        for phrase, kind, value in PHRASES.get(first, ()):
            if tuple(lowers[index : index + len(phrase)]) == phrase:
                if len(phrase) > 1:
                    found.merge(index, index + len(phrase) - 1, kind, value)
                    done = True
                break
        if not done:
            for phrase, name in _HOLIDAYS.get(first, ()):
                size = _same_words(lowers, index, phrase)
                if size and found.raw(index)[0].isupper() | (first[0].isdigit()):
                    found.merge(index, index + size - 1, CHAR["HOLIDAY"], name)
                    done = True
                    break
        if not done and (first in words.CARDINALS or first in words.MULTIPLIERS):
            size, kind, value = _spelled(lowers, index)
            if size:
                found.merge(index, index + size - 1, kind, value)
                done = True
        if done:
            before = index + 1
            removed += length - len(lowers)


def _same_words(lowers: list[str], index: int, phrase: tuple[str, ...]) -> int:
    """Return how many words from ``index`` on spell the phrase (0: they do not)."""
    at = index
    for word in phrase:
        while at < len(lowers) and lowers[at] == "." and at > index:
            at += 1
        here = lowers[at] if at < len(lowers) else ""
        if here != word and not (word in "'s’" and here in ("'", "’", "'s")):
            return 0
        at += 1
    return at - index


def _spelled(lowers: list[str], index: int) -> tuple[int, str, int | None]:
    """Read a number or year in words: how many words it takes, its kind and value."""

    def below_hundred(at: int) -> tuple[int, int]:
        value = words.CARDINALS.get(lowers[at]) if at < len(lowers) else None
        if value is None:
            return 0, 0
        step = at + 1
        if value >= 20:
            if step + 1 < len(lowers) and lowers[step] == "-":
                step += 1
            unit = words.CARDINALS.get(lowers[step], 0) if step < len(lowers) else 0
            if 1 <= unit <= 9:
                return step + 1 - at, value + unit
        return 1, value

    size, value = below_hundred(index)
    if not size:
        return 0, "", None
    at = index + size
    if value in (18, 19, 20) and at < len(lowers):
        hyphen = lowers[at] == "-"
        step, rest = below_hundred(at + hyphen)
        if step and (rest >= 10):
            return size + hyphen + step, CHAR["YEAR"], value * 100 + rest
        if lowers[at] in ("oh", "o", "hundred") and at + 1 < len(lowers):
            skip = at + 1 + (lowers[at + 1] == "and")
            step, rest = below_hundred(skip)
            if lowers[at] != "hundred" and step and rest < 10:
                return skip - index + step, CHAR["YEAR"], value * 100 + rest
    total, part = 0, value
    while at < len(lowers) and lowers[at] in words.MULTIPLIERS:
        factor = words.MULTIPLIERS[lowers[at]]
        part *= factor
        at += 1
        if factor >= 1000:
            total, part = total + part, 0
        joined = at + (at < len(lowers) and lowers[at] == "and")
        step, rest = below_hundred(joined)
        if not step:
            break
        if (
            total == 2000
            and part == 0
            and not (at < len(lowers) and lowers[joined + step : joined + step + 1] == ["hundred"])
        ):
            return joined + step - index, CHAR["YEAR"], 2000 + rest
        part += rest
        at = joined + step
    number = total + part
    if number == 2000 and lowers[index] == "two":
        return at - index, CHAR["YEAR"], 2000
    return at - index, CHAR["NUMBER"], number


def _break_sentences(found: Words) -> None:
    """Keep a rule from reaching over a sentence end that has no full stop of its own."""
    kinds, starts = found.kinds, found.starts
    other, stop = CHAR["OTHER"], CHAR["BREAK"]
    sentences = set(found.sentences)
    inserted = 0
    for index in range(1, len(kinds)):
        at = index + inserted
        if starts[at] in sentences and kinds[at] != other and kinds[at - 1] not in (other, stop):
            before = found.lowers[at - 1]
            if kinds[at - 1] == CHAR["CLOCK"] and kinds[at] in _AFTER_CLOCK:
                continue
            if (
                before in words.MONTHS
                and found.raw(at - 1).endswith(".")
                and found.raw(at)[0].isdigit()
            ):
                continue
            for column, value in (
                (kinds, stop), (found.values, None), (starts, starts[at]),
                (found.ends, starts[at]), (found.lowers, ""),
            ):  # fmt: skip
                column.insert(at, value)
            inserted += 1


_AFTER_CLOCK = frozenset(CHAR[kind] for kind in ("WEEKDAY", "MONTH", "ZONE", "TODAY"))


def _mend_friends(found: Words) -> None:
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
_MONTHLIKE = frozenset(CHAR[k] for k in ("MONTH", "WEEKDAY", "HYPHEN", "DAY", "YEAR"))


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
        return not (before in _PRECEDES_NAMED)
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
    if (
        lower in ("sunday", "friday")
        and _capital(found, index - 1)
        and found.lower(index - 1) == "bloody"
    ):
        return False
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
    return value <= -6 and before in ("the", "early", "late", "mid", "-") and found.lower(index - 2) not in (
        "her", "his", "their", "in", "my"
    ) or (value <= -6 and before == "the" and found.lower(index - 2) in ("in", "of", "since"))  # fmt: skip


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
