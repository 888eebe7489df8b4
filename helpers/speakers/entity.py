"""Those who may speak, and the names by which an article mentions them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from helpers.speakers.lexicon import KIN_NOUNS
from helpers.speakers.namewords import PARTICLES, split_generation
from helpers.speakers.nouns import KEPT, is_forename

_DETERMINERS = frozenset("the a an one another his her its their our my this that".split())


@functools.lru_cache(KEPT)
def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0].lower()


@functools.lru_cache(KEPT)
def _surname(name: str) -> str:
    return split_generation(name.lower().split())[0][-1]


@functools.lru_cache(KEPT)
def _is_name(name: str) -> bool:
    return name[:1].isupper() and _first_word(name) not in _DETERMINERS


@dataclass(slots=True, eq=False)
class Entity:
    """One who may speak: canonical name, kind, gender, roles, and where the article mentions it.

    ``roles`` maps the head noun of a description to the words around it ("harbour" of "harbour
    master"); ``places`` are the tokens of its mentions in the article's own prose; ``principal`` is
    one whom the last name alone has meant; ``guessed`` is a gender that only the forename tells; ``trades`` are roles told in so many words;
    ``led`` is the token of the last mention as a subject; ``dead`` is one of whose death the article tells.
    """

    name: str
    kind: str
    gender: str = ""
    plural: bool = False
    roles: dict[str, set[str]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    subject: bool = False
    owner: Entity | None = None
    members: tuple[Entity, ...] = ()
    principal: bool = False
    guessed: bool = False
    age: int = 0
    led: int = -1
    dead: bool = False
    trades: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether a name tells who it is and not a description."""
        return _is_name(self.name)

    @property
    def first_word(self) -> str:
        """The first word of its name or description, in small letters."""
        return _first_word(self.name)

    @property
    def surname(self) -> str:
        """The last word of its name, in small letters, without "Jr"."""
        return _surname(self.name)

    @property
    def nameless(self) -> bool:
        """Whether it is one person who is only described."""
        return self.kind == "role" and not self.plural

    @property
    def may_be_firm(self) -> bool:
        """Whether nothing tells that a name taken for a person's is one: no forename, sex, age, role."""
        if self.kind != "person":
            return False
        words = self.name.lower().split()
        told = self.gender or self.age or self.trades or self.owner is not None
        told = told or not KIN_NOUNS.isdisjoint(self.roles)
        return len(words) > 1 and not told and not is_forename(words[0])

    def may_be(self, other: Entity) -> bool:
        """Whether the sexes and ages of two, so far as they are known, let them be one."""
        alike = "" in (self.gender, other.gender) or self.gender == other.gender
        return alike and (0 in (self.age, other.age) or self.age == other.age)

    def may_be_called(self, named: Entity) -> bool:
        """Whether it is described and may be the one who is named."""
        return self.nameless and self.may_be(named)

    def add_role(self, head: str, words: set[str]) -> None:
        """Note a description by its head noun and the other words of it."""
        self.roles.setdefault(head, set()).update(words)


@dataclass(slots=True, eq=False)
class NameMention:
    """A name ``first..stop`` in the text, without titles, and the titles before it.

    ``single`` is a last name alone, perhaps with a mark: "Lee", "Lee senior", "van Dijk".
    """

    first: int
    stop: int
    words: list[str]
    titles: list[str]
    kind: str
    entity: Entity | None = None
    single: bool = field(init=False)

    def __post_init__(self) -> None:
        before = split_generation(self.words)[0][:-1]
        self.single = all(word.lower() in PARTICLES for word in before)
