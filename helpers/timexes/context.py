"""What a reader of an expression may ask: its words, the publication date, earlier dates, tense."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helpers.timexes.intervals import Interval, containing, midnight, value_of
from helpers.timexes.lexer import Words
from helpers.timexes.vocabulary import CHAR

KIND_OF = {character: kind for kind, character in CHAR.items()}
_UNIT_LETTER = {"MIN": "M", "S": "S", "H": "H", "NI": "D"}


@dataclass(frozen=True)
class Quantity:
    """An amount of time: pairs of (number or ``None`` for some, unit of ``vocabulary.UNITS``)."""

    amounts: tuple[tuple[float | None, str], ...]

    def value(self) -> str:
        """Return the TIMEX3 value (``P2Y6M``, ``PT5H30M``, ``PXD``)."""
        parts: dict[str, float | None] = {}
        for number, unit in self.amounts:
            if unit == "FN":
                number, unit = (None if number is None else 2 * number), "W"
            if unit in ("E", "C") and number is not None:
                number, unit = number * (10 if unit == "E" else 100), "Y"
            if unit == "HY":
                number, unit = (None if number is None else 6 * number), "M"
            for count, letter in _whole(
                number, _UNIT_LETTER.get(unit, unit), unit in ("MIN", "S", "H")
            ):
                parts[letter] = (
                    count if letter not in parts or count is None else parts[letter] + count
                )
        dates = "".join(
            _part(parts, key) for key in ("LL", "CC", "EE", "YY", "QQ", "MM", "WW", "WEWE", "DD")
        )
        times = "".join(_part(parts, key) for key in ("TH", "TM", "TS"))
        return "P" + dates + ("T" + times if times else "")


def _whole(number: float | None, letter: str, clock: bool):
    """Break a fraction down into the next smaller unit (2.5 years: 2 years and 6 months)."""
    key = ("T" if clock else letter) + letter
    if number is None or number == int(number):
        yield (None if number is None else int(number)), key
        return
    smaller = {"YY": (12, "MM"), "DD": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS"),
               "EE": (10, "YY"), "CC": (100, "YY"), "LL": (1000, "YY")}.get(key)  # fmt: skip
    if smaller is None:
        yield number, key
        return
    if int(number):
        yield int(number), key
    rest = round((number - int(number)) * smaller[0])
    yield rest, smaller[1]


def _part(parts: dict, key: str) -> str:
    if key not in parts:
        return ""
    number = parts[key]
    shown = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
    return shown + ("WE" if key == "WEWE" else key[1])


@dataclass
class Reading:
    """What an expression means; its TIMEX3 value is printed from it only when the table is made."""

    type: str
    interval: Interval | None = None
    quantity: Quantity | None = None
    literal: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    reference: str = "none"
    note: str = ""
    alternatives: tuple[tuple[Interval | str, float], ...] = ()
    span: tuple[int, int] | None = None
    rule: str = ""
    group: int | None = None

    def value(self) -> str:
        if self.literal is not None:
            return self.literal
        if self.quantity is not None:
            return self.quantity.value()
        return value_of(self.interval)


@dataclass
class Context:
    """Reading position in one article: publication day, dates read so far, the expression's words."""

    words: Words
    publication: datetime
    segments: list = field(default_factory=list)
    position: int = 0
    last: dict[str, Interval] = field(default_factory=dict)
    latest: Interval | None = None
    reported_quarter: Interval | None = None
    latest_sentence: int = -1

    def remember(self, reading: Reading) -> None:
        """Keep a date for the expressions that lean on it ("that day", "the following year")."""
        interval = reading.interval
        if interval is None or reading.type not in ("DATE", "TIME"):
            return
        granularity = interval.granularity
        if granularity in ("hour", "minute", "second", "part of day"):
            interval = containing(interval.earliest, "day")
            granularity = "day"
        if granularity == "year" and ("ago" in reading.rule or "earlier" in reading.note):
            return
        self.last[granularity] = interval
        if granularity in ("day", "week", "month", "quarter", "year", "weekend", "season"):
            self.latest = interval
        if granularity == "quarter" and (reading.rule == "quarter" or "ended then" in reading.note):
            # A quarter of an earlier year is what the one reported on is compared with.
            ended = interval.latest < self.publication
            if abs((self.publication - interval.latest).days) < 200 and (
                ended or self.reported_quarter is None
            ):
                self.reported_quarter = interval

    def before(self, granularities: tuple[str, ...]) -> Interval | None:
        """Return the last mentioned date of one of the granularities, the latest mention first."""
        if self.latest is not None and self.latest.granularity in granularities:
            return self.latest
        for granularity in granularities:
            if granularity in self.last:
                return self.last[granularity]
        return None

    @property
    def today(self) -> Interval:
        day = midnight(self.publication)
        return Interval(day, day, "day")


class Segment:
    """The words of one expression, asked by kind."""

    def __init__(self, context: Context, first: int, last: int, rule: str):
        self.context, self.first, self.last, self.rule = context, first, last, rule
        self.kinds = [KIND_OF[context.words.kinds[index]] for index in range(first, last)]
        self.values = context.words.values[first:last]

    def get(self, *kinds: str):
        """Return the value of the first word of one of the kinds, ``None`` without one."""
        for kind, value in zip(self.kinds, self.values, strict=True):
            if kind in kinds:
                return value
        return None

    def has(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)

    def at(self, *kinds: str) -> int:
        """Return the position within the segment of the first word of one of the kinds, or -1."""
        for position, kind in enumerate(self.kinds):
            if kind in kinds:
                return position
        return -1

    def part(self, first: int, last: int) -> Segment:
        return Segment(self.context, self.first + first, self.first + last, self.rule)

    @property
    def direction(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; ``None`` when nothing says."""
        for kind in self.kinds:
            if kind in _DIRECTIONS:
                return _DIRECTIONS[kind]
        return None

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier that the words state."""
        for kind, value in zip(self.kinds, self.values, strict=True):
            if kind in _MODS:
                return _MODS[kind]
            if kind == "EDGE":
                return value
        return None

    @property
    def anaphoric(self) -> bool:
        return self.has("THAT", "SAME", "FOLLOWING", "PREVIOUS")


_DIRECTIONS = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "THIS": 0, "CURRENT": 0, "LATEST": 0,
               "THAT": 0, "SAME": 0, "NEXT": 1, "COMING": 1, "FOLLOWING": 1}  # fmt: skip
_MODS = {"EARLY": "START", "LATE": "END", "MID": "MID", "APPROX": "APPROX", "MORE": "MORE_THAN",
         "LESS": "LESS_THAN", "ATLEAST": "EQUAL_OR_MORE", "ATMOST": "EQUAL_OR_LESS",
         "EARLIER": "START"}  # fmt: skip


_FUTURE = frozenset(
    "will 'll shall plan plans planned planning schedule scheduled schedules expect expects expected "
    "due slated set going upcoming wo ca hope hopes hoped intend intends promise promised promises "
    "may might must should deadline to by until next starting beginning effective expire expires "
    "ahead before prepare prepares preparing begins starts opens can likely poised ready".split()
)
_STRONG_FUTURE = frozenset(
    "will 'll shall scheduled slated due upcoming expected wo plans payable effective redeemable".split()
)
_PAST = frozenset(
    "said was were had did been told went came took made gave got saw found left held met began led "
    "won lost sent kept became fell rose cut put hit shot flew sold bought spoke wrote brought "
    "thought caught broke struck grew drew rang sank ran stood hurt killed has have 've n't since "
    "ended last previously earlier ago".split()
)
_NOT_PAST = frozenset(
    "need feed speed indeed hundred red bed exceed succeed proceed embed united shed sacred seed "
    "breed weed based".split()
)
_PLANS = frozenset("due scheduled expected slated set planned".split())
_WERE = frozenset("had was were".split())
_DETERMINERS = frozenset("a an the its his her their this that these those our my what".split())
_SPLITTERS = frozenset(';:"“”`')


def tense(context: Context, first: int, last: int) -> tuple[str, str]:
    """Return ("past", "future" or "", the word that says so) for the clause around an expression.

    The nearest cue within the sentence decides, words before the expression first.
    """
    words = context.words
    lower_bound, upper_bound = words.sentence_bounds(first)
    lowers, kinds = words.lowers, words.kinds
    best: tuple[float, str, str] = (99.0, "", "")
    other = CHAR["OTHER"]
    before = words.lower(first - 1)
    if before in ("until", "till", "by") or words.lower(first - 2) + before == "soonas":
        perfect = any(
            lowers[index] == "had" and lower_bound <= words.starts[index] < upper_bound
            for index in range(max(0, first - 14), min(len(lowers), last + 10))
        )
        if not perfect:
            return "future", before
    for step, limit, weight in ((-1, 14, 1.0), (1, 10, 1.3)):
        index = first - 1 if step < 0 else last
        distance = 0
        while 0 <= index < len(lowers) and distance < limit:
            if not lower_bound <= words.starts[index] < upper_bound:
                break
            word = lowers[index]
            if word in _SPLITTERS:
                break
            distance += 1
            side = _side(words, index, word, step) if kinds[index] in (other, CHAR["TO"]) else ""
            if side and distance * weight < best[0]:
                best = (distance * weight, side, word)
            if side:
                break
            index += step
    return best[1], best[2]


def _side(words: Words, index: int, word: str, step: int) -> str:
    if word in _PLANS and {words.lower(index - back) for back in (1, 2, 3)} & _WERE:
        return "past"
    if word == "due" and words.lower(index + 1) == "to":
        return "" if words.lower(index + 2) in _DETERMINERS else "future"
    tag = words.tags.get(words.starts[index])
    following = words.lower(index + 1)
    if word == "to":
        # "is to resume", "plans to", "set to": an infinitive looks ahead, "to London" does not.
        before = words.lower(index - 1)
        if before in _PLANS and following in _DETERMINERS:
            return ""
        if before in _PLANS and {words.lower(index - back) for back in (2, 3, 4)} & _WERE:
            return "past"
        return (
            "future"
            if before
            in ("is", "are", "set", "due", "plans", "expected", "scheduled", "about", "likely")
            else ""
        )
    if word in _STRONG_FUTURE:
        return "future"
    if word in ("set", "going", "plan", "plan", "hopes", "intends", "planning", "preparing"):
        return "future" if following == "to" or word in ("plan", "planning") else ""
    if word == "planned":
        return "future" if following == "to" else ""
    if word in ("begins", "starts", "opens", "expires"):
        return "future"
    if tag is not None:
        if tag == "MD":
            return "future" if word in ("will", "'ll", "shall", "wo") else ""
        if tag == "VBD":
            return "past"
    if word in _PAST:
        return "past"
    if (
        word.endswith("ed")
        and len(word) > 4
        and word not in _NOT_PAST
        and (tag is None or tag in ("VBD", "VBN"))
    ):
        return "past"
    return ""
