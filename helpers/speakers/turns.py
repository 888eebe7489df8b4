"""One quotation in the course of an article, and whom an interview is with."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.speakers.entity import Entity
from helpers.speakers.line import Line, Phrase
from helpers.speakers.people import Cast


@dataclass(slots=True, eq=False)
class Turn:
    """One row of the quotations: tokens ``first..stop`` and what is known about its speaker; ``cue`` and
    ``mention`` are the tokens ``first..stop`` of these, so far as they were found."""

    row: dict
    first: int
    stop: int
    cue: tuple[int, int] | None
    mention: tuple[int, int] | None
    phrase: Phrase | None = None
    same: Turn | None = None
    answers: Turn | None = None
    interviewee: bool = False
    author: bool = False
    entity: Entity | None = None
    evidence: str = "none"

    @property
    def placed(self) -> bool:
        """Whether something tells who speaks."""
        told = self.phrase is not None or self.same is not None or self.answers is not None
        return told or self.interviewee or self.author

    @property
    def marked(self) -> bool:
        """Whether words of it stand in quotation marks."""
        return self.row["kind"] != "indirect"


def read_turn(line: Line, row: dict) -> Turn:
    """Return a row of the quotations as a turn."""
    first = line.token_at(int(row["start"]))
    stop = max(first + 1, line.token_at(int(row["end"]) - 1) + 1)
    return Turn(row, first, stop, find_span(line, row, "cue"), find_span(line, row, "mention"))


def find_span(line: Line, row: dict, name: str) -> tuple[int, int] | None:
    """Return the tokens ``first..stop`` of a place that a row may name by two columns."""
    start = row[f"{name}_start"]
    if pd.isna(start):
        return None
    return line.token_at(int(start)), line.token_at(int(row[f"{name}_end"]) - 1) + 1


def find_interviewee(cast: Cast) -> Entity | None:
    """Return the person whom the article has mentioned most so far, the first when several are even."""
    people = [one for one in cast.entities if one.kind == "person" and one.places]
    return max(people, key=lambda one: (len(one.places), -one.places[0]), default=None)


def turns_around(turn: Turn, turns: list[Turn]) -> list[Turn]:
    """Return the quotations inside which this one stands."""
    if turn.row["rule"] != "nested":
        return []
    return [
        one
        for one in turns
        if one is not turn and one.first <= turn.first and turn.stop <= one.stop
    ]


def words_in_marks(line: Line, turn: Turn) -> str:
    """The words of a turn that stand in quotation marks."""
    inside = range(turn.first, min(turn.stop, len(line.tags)))
    words = [line.words[i] for i in inside if line.quoted[i] and line.tags[i] not in ("``", "''")]
    return " ".join(words)


def plain_words(text: str) -> str:
    """Words in small letters without marks and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
