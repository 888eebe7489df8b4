"""What a reader of an expression may ask: its words, the publication date, earlier dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helpers.timexes.intervals import Interval, containing, midnight
from helpers.timexes.readings import Reading
from helpers.timexes.vocabulary import CHAR
from helpers.timexes.words import Words

KIND_OF = {character: kind for kind, character in CHAR.items()}


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

    def __init__(self, context: Context, first: int, last: int, rule: str, whole=None):
        self.context, self.first, self.last, self.rule = context, first, last, rule
        # The words around the whole expression tell the tense of each of its parts.
        self.whole: tuple[int, int] = whole or (first, last)
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
        return Segment(self.context, self.first + first, self.first + last, self.rule, self.whole)

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
