"""How far a noun phrase reaches: "a person briefed on the talks", "the chair of the board"."""

from __future__ import annotations

from helpers.speakers.lexicon import ISSUED_NOUNS, TIMES
from helpers.speakers.line import Line, Phrase, verb_after
from helpers.speakers.nouns import singular

_COMPLEMENTS = frozenset(
    """of for from by with at in on behind inside within near against to beside opposite above below
    under over outside""".split()
)
_CLOSE = ("close", "familiar", "present", "involved", "privy", "aware", "linked", "connected")
# After a definite noun these tell where or when something is said more often than who says it.
_ADVERBIAL = frozenset("in on at near with to against from".split())
# After these the one who speaks stands, not the one who is told.
_SAYING = (
    "quoted",
    "quotes",
    "quoting",
    "cited",
    "citing",
    "said",
    "says",
    "added",
    "adds",
    "explained",
    "replied",
    "recalled",
    "shouted",
    "cried",
)


def add_complements(line: Line, phrases: list[Phrase]) -> None:
    """Set how far each phrase reaches: "a person close to the leadership", "the chair of the board"."""
    follows = {phrase.first: phrase for phrase in phrases if phrase.owner is None}
    for phrase in phrases:
        if phrase.owner is not None:
            begin = phrase.owner
            while begin.owner is not None:
                begin = begin.owner
            follows[begin.first] = phrase
    for phrase in reversed(phrases):
        phrase.reach = phrase.stop
        if phrase.form in ("name", "pronoun") and line.tags[phrase.head] != "NNS":
            continue
        definite = line.norms[phrase.first] in ("the", "this", "that") or phrase.owner is not None
        object_ = phrase.first > 0 and line.tags[phrase.first - 1][:2] == "VB"
        object_ = object_ and not line.holds(phrase.first - 1, *_SAYING)
        for _ in range(4):
            at = phrase.reach
            if line.holds(at, *_CLOSE) and at + 1 < len(line.tags):
                at += line.tags[at + 1] == "IN" or line.norms[at + 1] == "to"
            elif at == phrase.stop and _is_participle(line, follows, at, definite):
                at += line.norms[at + 1] in _COMPLEMENTS
                inner = follows.get(at + 1)
                phrase.reach = max(inner.reach, inner.stop) if inner is not None else phrase.reach
                if inner is None:
                    break
                continue
            if at >= len(line.tags) or line.opens(at):
                break
            word = line.norms[at]
            if word in ("there", "here") and phrase.form == "noun" and not definite:
                phrase.reach = at + 1
                break
            if word == "for" and line.holds(at + 1, "no", "number") and not line.opens(at + 1):
                # "a spokesman for No 10"
                phrase.reach = at + 2 + (line.tags[at + 2 : at + 3] == ["CD"])
                break
            inner = follows.get(at + 1)
            if word not in _COMPLEMENTS or inner is None or line.opens(at + 1):
                break
            if (definite or (object_ and at == phrase.stop)) and word in _ADVERBIAL:
                break
            if phrase.form == "indefinite" and word != "of":
                break
            noun = line.norms[inner.head]
            if (
                singular(noun) in TIMES
                or (noun in ISSUED_NOUNS and word != "of")
                or (line.tags[inner.head] == "CD" and word != "of" and inner.reach == inner.stop)
            ):
                break
            phrase.reach = max(inner.reach, inner.stop)
            other = follows.get(phrase.reach + 1)
            both = other is not None and other.form == inner.form == "name"
            if both and line.tags[phrase.head] == "NNS" and line.holds(phrase.reach, "and"):
                # "the universities of Oslo and Lund"
                phrase.reach = other.stop


def _is_participle(line: Line, follows: dict[int, Phrase], at: int, definite: bool) -> bool:
    """Whether a participle describes the noun before it: "a person briefed on the talks said",
    "the union representing drivers said"."""
    if at + 2 >= len(line.tags) or line.opens(at) or line.tags[at] not in (
        "VBN", "VBG", "VBD", "JJ",
    ):  # fmt: skip
        return False
    prepositional = line.norms[at + 1] in _COMPLEMENTS
    if prepositional and not definite and line.tags[at] != "VBD":
        return True
    inner = follows.get(at + 1 + prepositional)
    if inner is None or (line.tags[at] == "VBD" and not prepositional):
        return False
    return verb_after(line, inner.reach) >= 0 and (line.tags[at] == "VBG" or not definite)
