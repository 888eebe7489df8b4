"""What shifts a word's valence: the reach of negators, their idioms, and the sentence around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.sentiment import lexicon as lists

WINDOW = 5
_PHRASE_WINDOW = 4
_WEAK_WINDOW = 3


@dataclass(frozen=True)
class Negator:
    """A negator at ``position`` with the positions it reaches; ``idiom`` names a fixed phrase that
    takes its reach away (*could not be better*), ``setting`` what stands before it."""

    position: int
    kind: str
    reach: tuple[int, ...] = ()
    idiom: str = ""
    setting: str = ""


@dataclass(frozen=True)
class Shifts:
    """Everything around the words of one sentence; positions index its words."""

    negators: tuple[Negator, ...] = ()
    negated_by: dict[int, Negator] = field(default_factory=dict)
    degree: dict[int, tuple[int, int]] = field(default_factory=dict)
    last_but: int = -1
    modal: dict[int, int] = field(default_factory=dict)
    condition: dict[int, int] = field(default_factory=dict)
    concession: dict[int, int] = field(default_factory=dict)
    question: bool = False
    exclamations: int = 0


def find_shifts(words: Sequence[str], window: int = WINDOW) -> Shifts:
    """Return what shifts the ``words`` (lower case) of a sentence; a negator reaches at most
    ``window`` words and never past the end of its clause.

    >>> shifts = find_shifts("it was not a good day , but we left happy".split())
    >>> sorted(shifts.negated_by), shifts.last_but
    ([3, 4, 5], 7)
    """
    negators, degree = [], {}
    modal, condition, concession = {}, {}, {}
    since_modal = since_condition = since_concession = None
    last_but = -1
    for position, word in enumerate(words):
        if since_modal is not None and position - since_modal < 6:
            modal[position] = since_modal
        if since_condition is not None and position - since_condition < 8:
            condition[position] = since_condition
        if since_concession is not None:
            if word in ",;:.!?" and position > since_concession + 1:
                since_concession = None
            else:
                concession[position] = since_concession
        if word in lists.NEGATORS:
            found = _read_negator(words, position, window)
            if found:
                negators.append(found)
        elif word in lists.INTENSIFIERS or word in lists.DOWNTONERS:
            sign = 1 if word in lists.INTENSIFIERS else -1
            for distance, strength in ((1, 10), (2, 7)):
                before, _ = degree.get(position + distance, (0, 0))
                degree[position + distance] = (before + sign * strength, position)
        if word in lists.MODALS:
            since_modal = position
        elif word in lists.CONDITIONALS:
            since_condition = position
        elif word in lists.CONCESSIVES:
            since_concession = position
        elif word == "but":
            last_but = position
    negated_by = {at: negator for negator in negators for at in negator.reach}
    return Shifts(
        tuple(negators),
        negated_by,
        degree,
        last_but,
        modal,
        condition,
        concession,
        "?" in words,
        min(4, sum(word.count("!") for word in words if word[0] == "!")),
    )


def _read_negator(words: Sequence[str], position: int, window: int) -> Negator | None:
    """Return the negator at ``position`` with its reach, or None where the word negates nothing."""
    word, kind = words[position], lists.NEGATORS[words[position]]
    following = words[position + 1 : position + 7]
    before = words[position - 1] if position else ""
    after = following[0] if following else ""
    if (
        (kind == "not" and after in ("only", "just", "merely", "simply"))
        or (word == "not" and before == "if")
        or (kind == "no" and after in ("doubt", "matter", "wonder"))
        or (kind == "without" and "doubt" in following[:2])
        or (word == "nothing" and after == "but")
    ):
        return None
    idiom = _idiom(kind, word, before, following)
    setting = _setting(words, position, kind)
    if idiom:
        return Negator(position, kind, (), idiom, setting)
    left = _WEAK_WINDOW if kind in ("lack", "prevent") else window
    phrase = kind in ("no", "without")
    if phrase:
        left = min(left, _PHRASE_WINDOW)
    reach = []
    for at in range(position + 1, len(words)):
        if not left or words[at] in lists.BOUNDARIES:
            break
        if phrase and at > position + 1 and words[at] in lists.PHRASE_ENDS:
            break
        if words[at][0].isalnum():
            left -= 1
            reach.append(at)
    return Negator(position, kind, tuple(reach), "", setting)


_CAN = frozenset("ca can could".split())
_HELPERS = frozenset("ca can could would do does did".split())


def _idiom(kind: str, word: str, before: str, following: Sequence[str]) -> str:
    """Return which fixed phrase of praise or wonder the negator belongs to, or ""."""
    if kind not in ("not", "no", "nor", "hardly"):
        return ""
    if (kind == "not" and before in _HELPERS) or word in ("cannot", "never", "no"):
        for at, next_word in enumerate(following[:4]):
            linked = at == 0 or following[at - 1] in lists.LINKS_TO_COMPARATIVE
            if next_word in lists.COMPARATIVES and linked:
                return "cannot be better"
    if before in _CAN or word == "cannot":
        if "enough" in following:
            return "cannot enough"
        if kind == "not" and following and following[0] in lists.HELPLESS:
            return "cannot but"
        if "wrong" in following[:2]:
            return "cannot go wrong"
    return ""


_SETTINGS = {
    helper: name
    for name, helpers in {
        "does not": "does did",
        "is not": "is was are were be been 's",
        "cannot": "ca can could",
        "has not": "have has had 've",
    }.items()
    for helper in helpers.split()
}


def _setting(words: Sequence[str], position: int, kind: str) -> str:
    """Return the kind of verb phrase a negator stands in, by the word before it."""
    before = words[position - 1] if position else ""
    if kind not in ("not", "no", "nor", "hardly"):
        return ""
    if before in ("will", "would", "wo") and kind == "not":
        return "will not"
    if before == "do":
        earlier = words[position - 2] if position > 1 else ""
        free = not earlier or not earlier[0].isalnum() or earlier in ("and", "so", "but", "please")
        return "do not!" if free else ""
    return _SETTINGS.get(before, "")
