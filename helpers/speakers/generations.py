"""Fathers and sons, the elder and the younger of one name, and the dead."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import ELDER_KIN, YOUNGER_KIN
from helpers.speakers.line import Line, Phrase
from helpers.speakers.namewords import split_generation

# With these, and the marks "Sr" and "Jr", the elder or the younger of two is told.
_ELDER = frozenset("elder older eldest oldest senior".split())
_YOUNGER = frozenset("younger youngest junior".split())
_PEOPLE = ("person", "unknown")
_OF_THE_DEAD = frozenset(
    """death murder killing funeral burial widow widower memory body grave shooting stabbing
    assassination obituary""".split()
)
_DIED = frozenset("died drowned perished".split())
_NUMBERS = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),
        1,
    )
}
# Of two of one name who is not so old as this is the younger, who is older the elder.
_YOUNG, _OLD = 25, 60


def read_contrast(words: list[str]) -> str:
    """Return "elder", "younger" or "" for words in small letters that tell two of one name apart."""
    if not _ELDER.isdisjoint(words):
        return "elder"
    return "" if _YOUNGER.isdisjoint(words) else "younger"


def read_age(line: Line, first: int, stop: int) -> int:
    """Return the age that the tokens ``first..stop`` tell, 0 for none: "ten-year-old Ann Lee", "the
    33-year-old"."""
    for i in range(first, stop - 4):
        if line.norms[i + 1 : i + 5] == ["-", "year", "-", "old"]:
            word = line.norms[i]
            return int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    return 0


class Generations:
    """Tells the generations of a family by marks, kin and age."""

    def __init__(self, holders: dict[str, list[Entity]]):
        self.holders = holders

    def choose(self, options: list[Entity], which: str) -> list[Entity]:
        """Return the elder or the younger of people of one name, none when nothing tells them."""
        people = [one for one in options if one.kind in _PEOPLE]
        told = [one for one in people if one.places]
        people = told if len(told) > 1 else people
        people += [one for one in self._forenamed(people) if one not in people]
        if all(one.age for one in people):
            ranks = {one: one.age for one in people}
        else:
            ranks = {one: self._rank(one) for one in people}
        if len(set(ranks.values())) < 2:
            return []
        best = (max if which == "elder" else min)(ranks.values())
        return [one for one in people if ranks[one] == best]

    def _rank(self, one: Entity) -> int:
        """Return 1 for a parent's generation, -1 for a child's, 0 where nothing is told."""
        mark = split_generation(one.name.split())[1]
        # "The elder of two sons", "her elder sister"
        told = {word for noun, words in one.roles.items() for word in (noun, *words)}
        mark = mark or read_contrast(sorted(told - {"senior", "junior"}))
        if mark:
            return 1 if mark == "elder" else -1
        up, down = ELDER_KIN & set(one.roles), YOUNGER_KIN & set(one.roles)
        if bool(up) != bool(down):
            return 1 if up else -1
        if one.age:
            return (one.age > _OLD) - (one.age < _YOUNG)
        holders = self.holders
        child = any(kin.owner is one for noun in YOUNGER_KIN for kin in holders.get(noun, ()))
        parent = any(kin.owner is one for noun in ELDER_KIN for kin in holders.get(noun, ()))
        return child - parent

    def _forenamed(self, people: list[Entity]) -> list[Entity]:
        """ "Thorne junior" may be "his son Rupert", of whom the last name was not told."""
        return [
            kin
            for noun in sorted(ELDER_KIN | YOUNGER_KIN)
            for kin in self.holders.get(noun, ())
            if kin.owner in people and kin.kind in _PEOPLE and kin.named and " " not in kin.name
        ]


def tells_death(line: Line, phrase: Phrase, first: int) -> bool:
    """Whether a phrase with a name that begins at ``first`` tells that its bearer is dead: "the late Bo
    Lee", "Bo Lee, who died in May", "the widow of Bo Lee", "Bo Lee's murder"."""
    if "late" in line.norms[phrase.first : first]:
        return True
    if line.holds(phrase.stop, "'s", "’s") and line.norm(phrase.stop + 1) in _OF_THE_DEAD:
        return True
    if line.holds(phrase.first - 1, "of") and line.norm(phrase.first - 2) in _OF_THE_DEAD:
        return True
    at = phrase.stop + line.holds(phrase.stop, ",")
    return line.norm(at + line.holds(at, "who")) in _DIED
