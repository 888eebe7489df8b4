"""Who bears a name: the entities that a full name, a last name or initials can mean."""

from __future__ import annotations

from collections import defaultdict

from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.forms import bare_word, fits, only_ends
from helpers.speakers.namewords import split_generation


def name_key(words: list[str]) -> str:
    """Return a name as it is looked up."""
    return " ".join(words).lower()


class Bearers:
    """Finds entities by their whole names, by single words of them, by initials and by pen names."""

    def __init__(self) -> None:
        self.by_name: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self.pen_names: dict[str, Entity] = {}
        self._by_initials: dict[str, Entity] = {}

    def options(self, mention: NameMention) -> list[Entity]:
        """Return the entities that a name can mean: the exact one, else all whom its form fits."""
        if mention.entity is not None:
            return [mention.entity]
        key = name_key(mention.words)
        if pen := self.pen_names.get(key):
            return [pen]
        exact = self.by_name.get(key)
        if exact is not None and (len(mention.words) > 1 or exact.kind != "person"):
            return [exact]
        plain, mark = split_generation(mention.words)
        words = tuple(mention.words)
        found = [
            entity
            for entity in self.by_word.get(plain[-1].lower(), ())
            if fits(words, tuple(entity.name.split()))
            and not (entity.kind == "organization" and only_ends(mention.words, entity.name))
        ]
        same = (
            [one for one in found if split_generation(one.name.split())[1] == mark] if mark else []
        )
        if not found and mention.words[0].isupper() and len(mention.words) == 1:
            found = [e for e in [self.by_initials(mention.words[0])] if e is not None]
        return same or found

    def by_initials(self, letters: str) -> Entity | None:
        """Return the entity whose capitals are these letters ("GA:", "BBC"), perhaps in the order of
        another language ("TSE" for the "Superior Electoral Tribunal")."""
        letters = letters.replace(".", "").upper()
        if letters in self._by_initials or len(letters) < 3:
            return self._by_initials.get(letters)
        turned = {
            entity: None
            for known, entity in self._by_initials.items()
            if sorted(known) == sorted(letters) and entity.kind in ("organization", "unknown")
        }
        return next(iter(turned)) if len(turned) == 1 else None

    def find(self, name: str) -> Entity | None:
        """Return the named entity with this canonical name."""
        return self.by_name.get(name_key(name.split()))

    def sharing(self, entity: Entity) -> list[Entity]:
        """Return the other persons with the same last name."""
        return [
            other
            for other in self.by_word.get(entity.surname, ())
            if other is not entity
            and other.kind in ("person", "unknown")
            and other.surname == entity.surname
        ]

    def add(self, entity: Entity, words: list[str]) -> None:
        """Note one more name of an entity."""
        self.by_name.setdefault(name_key(words), entity)
        for word in dict.fromkeys(bare_word(w) for w in words):
            if entity not in self.by_word[word]:
                self.by_word[word].append(entity)
        capitals = "".join(word[0] for word in words if word[:1].isupper())
        if len(capitals) > 1:
            self._by_initials.setdefault(capitals, entity)
