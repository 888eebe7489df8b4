"""Who is in the article: persons, institutions and places by all forms of their names."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

MALE_TITLES = frozenset("mr sir lord king prince father brother baron count duke emperor".split())
FEMALE_TITLES = frozenset(
    "mrs ms miss lady dame queen princess mother sister baroness countess duchess madam".split()
)
TITLES = (
    frozenset(
        """dr prof professor rev reverend sen senator rep representative gov governor gen general col
        colonel capt captain lt lieutenant sgt sergeant maj major president minister chancellor premier
        judge justice pope rabbi imam sheikh ambassador secretary mayor chairman commissioner inspector
        detective constable officer deputy""".split()
    )
    | MALE_TITLES
    | FEMALE_TITLES
)
MALE_NAMES = frozenset(
    """aaron abdul abdullah adam ahmed alan albert alex alexander ali andrew anthony arthur barack bashar
    ben benjamin bernie bill bob boris brian bruce carl carlos charles chris christian christopher daniel
    dave david dennis dmitry don donald douglas duncan edgars edward eric ernest ethan eugene evan ewan
    frank frederick gary geoffrey george gerald giovanni gordon graham greg gregory hans harold harry
    harvey henrik henry howard hugh ian igor islam ivan jack jacob james jan jason jeff jeffrey jerry jim
    joe john jonathan jorge jose joseph joshua juan julian karl keith ken kenneth kevin klaus lars larry
    lawrence leo leon liam luis luke marco marcus mario mark martin matthew michael miguel mike milan
    mohammad mohammed muhammad nathan nicholas nigel noah oliver omar oscar otto owen patrick paul pavel
    pedro peter philip phillip pierre ralph ray raymond richard rick robert roger ron ronald roy russell
    ryan sam samuel scott sean sergei sergey simon stephen steve steven ted thomas tim timothy tobias tom
    tomas tony victor viktor vincent vladimir walter will william yusuf zachary""".split()
)
FEMALE_NAMES = frozenset(
    """abigail adaeze agnes aisha alexandra alice amanda amy ana andrea angela anita ann anna anne
    annette barbara beth betty brenda bridget carmen carol caroline catherine charlotte christina
    christine claire clara cynthia daniela deborah debra diana diane donna dora doris dorothy elena
    elisabeth elizabeth ella ellen emily emma erika esther eva evelyn fatima fiona frances gabriela gloria
    grace greta hannah heather helen hillary ida ines ingrid irene irina isabel jacqueline jane janet
    janice jasmine jean jennifer jessica joan joanna joyce judith judy julia julie karen kate katherine
    kathleen kathryn kelly kim kristen laura lena leila lidia linda lisa liz louise lucia lucy lydia
    madeleine margaret maria marie marina marta martha mary megan melania melanie melissa michelle moira
    monica nadia nancy natalia nicole nina nora olga olivia pamela patricia paula petra priya rachel
    rebecca rita rosa rose ruth samantha sandra sara sarah sharon silvia simone sofia solveig sonia
    sophie stephanie susan suzanne svetlana sylvia teresa theresa tracy valerie vanessa vera veronica
    victoria virginia wendy yvonne zoe""".split()
)
MALE_NOUNS = frozenset(
    "man boy father husband brother son uncle grandfather grandson nephew king spokesman chairman "
    "businessman policeman fisherman widower gentleman waiter dad monk priest".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl mother wife sister daughter aunt grandmother granddaughter niece queen spokeswoman "
    "chairwoman businesswoman policewoman widow lady waitress mom mum nun actress".split()
)


CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter ramadan""".split()
)


@dataclass(slots=True)
class Entity:
    """One who may speak: canonical name, kind, gender and where the article mentions it."""

    name: str
    kind: str
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    subjects: set[int] = field(default_factory=set)


def guess_gender(words: list[str]) -> str:
    """Return "m", "f" or "" for a name or description by its titles, first name or noun."""
    plain = [word.lower().strip(".") for word in words]
    for word in plain:
        if word in FEMALE_TITLES or word in FEMALE_NOUNS:
            return "f"
        if word in MALE_TITLES or word in MALE_NOUNS:
            return "m"
    for word in plain[:2]:
        if word in FEMALE_NAMES:
            return "f"
        if word in MALE_NAMES:
            return "m"
    return ""


def bare_name(words: list[str]) -> list[str]:
    """Return the words of a name without titles before it."""
    start = 0
    while start < len(words) - 1 and words[start].lower().strip(".") in TITLES:
        start += 1
    return words[start:]


def fits(short: list[str], full: list[str]) -> bool:
    """Whether a shorter form can be the same person: last name, first name or a run of words."""
    one, two = [w.lower() for w in short], [w.lower() for w in full]
    if len(one) >= len(two):
        return one == two
    if one[-1] == two[-1]:
        return all(
            word in two or (len(word) <= 2 and any(w[0] == word[0] for w in two)) for word in one
        )
    return len(one) == 1 and one[0] == two[0]


def _kind(name: str, kind: str) -> str:
    """A place or organization that begins with a common first name is a person."""
    words = name.lower().split()
    return "person" if 2 <= len(words) <= 3 and words[0] in MALE_NAMES | FEMALE_NAMES else kind


class Cast:
    """All entities of an article, and which one a name means at a place."""

    def __init__(self, text: str, names: pd.DataFrame, runs: list[tuple[int, int]]):
        self.entities: list[Entity] = []
        self.at: dict[int, Entity] = {}
        kinds = {"person": "person", "organization": "organization", "place": "place"}
        rows = [
            (int(start), int(end), _kind(canonical, kinds.get(kind, "")), canonical)
            for start, end, kind, canonical in zip(
                names["start"], names["end"], names["type"], names["canonical"], strict=True
            )
        ]
        taken = [(start, end) for start, end, _, _ in rows]
        rows += [
            (start, end, "", text[start:end])
            for start, end in runs
            if not any(a < end and start < b for a, b in taken)
            and not CALENDAR & set(text[start:end].lower().split())
        ]
        rows.sort()
        self._add_persons(text, [row for row in rows if row[2] in ("person", "")])
        for start, end, kind, canonical in rows:
            if kind in ("organization", "place"):
                entity = self.find(canonical) or self._new(canonical, kind)
                self._place(entity, start, end)

    def find(self, name: str) -> Entity | None:
        """Return the entity with this canonical name."""
        return next((entity for entity in self.entities if entity.name == name), None)

    def _new(self, name: str, kind: str) -> Entity:
        self.entities.append(
            Entity(name, kind, guess_gender(name.split()) if kind != "place" else "")
        )
        return self.entities[-1]

    def _place(self, entity: Entity, start: int, end: int) -> None:
        entity.places.append(start)
        for place in range(start, end):
            self.at.setdefault(place, entity)

    def _add_persons(self, text: str, rows) -> None:
        """Full names first; a short form means the one who was named last and can be meant."""
        forms = {}
        for start, end, kind, _ in rows:
            words = bare_name(text[start:end].split())
            forms[start] = words
            if len(words) > 1 and not self.find(" ".join(words)):
                self._shared_surname(text, start, words)
                self._new(" ".join(words), "person" if kind else "unknown")
        for start, end, kind, _ in rows:
            words = forms[start]
            before = text[max(0, start - 12) : start].split()
            gender = guess_gender([*before[-1:], *text[start:end].split()]) if before else ""
            options = [
                entity
                for entity in self.entities
                if fits(words, entity.name.split())
                and not (gender and entity.gender and gender != entity.gender and len(words) == 1)
            ]
            exact = [entity for entity in options if entity.name == " ".join(words)]
            if exact:
                entity = exact[0]
            elif options:
                entity = max(options, key=lambda one: one.places[-1] if one.places else -1)
            else:
                entity = self._new(" ".join(words), "person" if kind else "unknown")
            if kind:
                entity.kind = "person"
            entity.gender = entity.gender or gender
            self._place(entity, start, end)

    def _shared_surname(self, text: str, start: int, words: list[str]) -> None:
        """ "Ann and Bob Lee": the first of the two has the same last name."""
        before = text[max(0, start - 40) : start].split()
        if len(before) >= 2 and before[-1] == "and" and before[-2][:1].isupper():
            first = before[-2].strip(",")
            if first.isalpha() and first.lower() in MALE_NAMES | FEMALE_NAMES:
                name = f"{first} {words[-1]}"
                if not self.find(name):
                    entity = self._new(name, "person")
                    entity.places.append(max(0, start - len(first) - 5))
