"""The words of one text with their kinds, in parallel lists."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from helpers.timexes.vocabulary import CHAR


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
