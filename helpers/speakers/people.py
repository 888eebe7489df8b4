"""Who is in the article: persons, institutions and places by all forms of their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import pandas as pd

from helpers.speakers.lexicon import (
    CALENDAR,
    PARTY_NOUNS,
    PERSONAL,
    SUFFIXES,
    TITLE_NOUNS,
    TITLES,
    classify_noun,
    forename_gender,
    guess_gender,
    is_demonym,
    is_forename,
    is_listed,
    names_institution,
    singular,
)
from helpers.speakers.phrases import Line, name_runs

@dataclass(slots=True, eq=False)
class Entity:
    """One who may speak: canonical name, kind, gender, roles, and where the article mentions it.

    ``roles`` maps the head noun of a description to the words around it ("harbour" of "harbour
    master"); ``places`` are the tokens of its mentions in the article's own prose; ``principal`` is
    one whom the last name alone has meant; ``guessed`` is a gender that only the forename tells; ``trades`` are roles told in so many words.
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
    trades: set[str] = field(default_factory=set)

    def add_role(self, head: str, words: set[str]) -> None:
        """Note a description by its head noun and the other words of it."""
        self.roles.setdefault(head, set()).update(words)


@dataclass(slots=True, eq=False)
class NameMention:
    """A name ``first..stop`` in the text, without titles, and the titles before it."""

    first: int
    stop: int
    words: list[str]
    titles: list[str]
    kind: str
    entity: Entity | None = None


def bare_name(words: list[str]) -> list[str]:
    """Return the words of a name without titles before it.

    >>> bare_name(["Dr.", "Lee"]), bare_name(["Signora", "Ferrante"])
    (['Lee'], ['Ferrante'])
    """
    start = 0
    while start < len(words) - 1 and words[start].lower().strip(".") in TITLES:
        start += 1
    return words[start:]


def fits(short: list[str], full: list[str]) -> bool:
    """Whether a shorter form can be the same person: last name, first name or a run of words.

    >>> fits(["D.", "Lee"], ["Dana", "Lee"]), fits(["Dan", "Lee"], ["Dana", "Lee"])
    (True, False)
    """
    one, two = [w.lower() for w in short], [w.lower() for w in full]
    if len(one) >= len(two):
        return one == two or (
            len(one) == len(two) > 1
            and one[-1] == two[-1]
            and all(a == b or _initial(a, b) or _initial(b, a) for a, b in zip(one, two, strict=True))
        )
    if one[-1] == two[-1]:
        return all(word in two or any(_initial(word, other) for other in two) for word in one)
    return (len(one) == 1 and one[0] == two[0]) or one == two[: len(one)]


def _initial(short: str, full: str) -> bool:
    bare = short.rstrip(".")
    return len(bare) == 1 and full.startswith(bare)


class Cast:
    """All named entities of an article, and which ones a name can mean at a place."""

    def __init__(self, text: str, line: Line, names: pd.DataFrame):
        self.text, self.line = text, line
        self.entities: list[Entity] = []
        self.mentions: dict[int, NameMention] = {}
        self.bounds: dict[int, int] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, Entity] = {}
        self._pen_names: dict[str, Entity] = {}
        self._counts = Counter(line.words)
        rows = self._read(names)
        for mention in rows:
            self.bounds[mention.first] = mention.stop
            self.mentions[mention.stop - 1] = mention
        persons = [one for one in rows if one.kind in ("person", "")]
        for mention in persons:
            if len(mention.words) > 1 and mention.kind:
                self._enter(mention)
        for mention in rows:
            if mention.kind in ("organization", "place"):
                self._enter(mention)
        for mention in persons:
            if len(mention.words) > 1 and not mention.kind:
                self._enter(mention)
        self._share_surnames(rows)
        self._read_pen_names(rows)
        for mention in persons:
            if len(mention.words) == 1 and not self.options(mention):
                self._enter(mention)

    def options(self, mention: NameMention) -> list[Entity]:
        """Return the entities that a name can mean: the exact one, else all whom its form fits."""
        if mention.entity is not None:
            return [mention.entity]
        if pen := self._pen_names.get(_key(mention.words)):
            return [pen]
        exact = self._by_name.get(_key(mention.words))
        if exact is not None and (len(mention.words) > 1 or exact.kind != "person"):
            return [exact]
        word = mention.words[-1].lower()
        found = [
            entity
            for entity in self._by_word.get(word, ())
            if fits(mention.words, entity.name.split())
        ]
        if not found and mention.words[0].isupper() and len(mention.words) == 1:
            found = [e for e in [self.by_initials(mention.words[0])] if e is not None]
        return found

    def kinds(self) -> dict[int, str]:
        """Return the type of every name by its last token."""
        return {last: mention.kind for last, mention in self.mentions.items()}

    def by_initials(self, letters: str) -> Entity | None:
        """Return the entity whose capitals are these letters ("GA:", "BBC")."""
        return self._by_initials.get(letters.replace(".", "").upper())

    def find(self, name: str) -> Entity | None:
        """Return the named entity with this canonical name."""
        return self._by_name.get(_key(name.split()))

    def sharing(self, entity: Entity) -> list[Entity]:
        """Return the other persons with the same last name."""
        last = entity.name.split()[-1].lower()
        return [
            other
            for other in self._by_word.get(last, ())
            if other is not entity
            and other.kind in ("person", "unknown")
            and other.name.split()[-1].lower() == last
        ]

    def create_person(self, words: list[str], gender: str) -> Entity:
        """Add a person who is only known by title and last name."""
        entity = self.create(" ".join(words), "person", gender)
        self._index(entity, words)
        return entity

    def create(self, name: str, kind: str, gender: str = "", plural: bool = False) -> Entity:
        """Add an entity that is not (yet) known by a name."""
        self.entities.append(Entity(name, kind, gender, plural))
        return self.entities[-1]

    # ---------------------------------------------------------------- reading the names

    def _read(self, names: pd.DataFrame) -> list[NameMention]:
        line, taken, rows = self.line, set(), []
        self._starts = {line.token_at(int(start)) for start in names["start"]}
        for start, end, kind in zip(names["start"], names["end"], names["type"], strict=True):
            first, stop = line.token_at(int(start)), line.token_at(int(end) - 1) + 1
            if kind == "person" and stop == first + 1:
                first -= self._follows_forename(first)
            if line.norms[first] == "of" and first and line.tags[first - 1] in ("NNP", "NN"):
                first -= line.words[first - 1][:1].isupper()
                kind = "organization"
            if kind == "organization":
                first = self._begins_with(first)
            while self._hyphen(stop) and stop + 1 not in self._starts:
                stop += 2
            while first > 1 and self._hyphen(first - 1) and first - 2 not in taken:
                first -= 2
            if kind == "person" and stop - first == 3 and line.norms[first + 1] == "-":
                first -= self._follows_forename(first)
            if self._goes_on(stop):
                stop += 1
                if line.tags[stop - 1] == "NNPS" or names_institution(line.norms[stop - 1].strip(".")):
                    kind = "organization"
            stop = self._goes_on_with(stop)
            if first and line.norms[first - 1] == "the" and is_demonym(line.norms[stop - 1]):
                continue
            if stop > first and not taken & set(range(first, stop)):
                taken |= set(range(first, stop))
                rows.append(self._mention(first, stop, kind))
        self._doubt_places(rows)
        for first, stop in name_runs(line):
            if taken & set(range(first, stop)):
                continue
            while first < stop - 1 and classify_noun(line.norms[first]) == "person":
                first += 1
            words = line.norms[first:stop]
            if CALENDAR & set(words) or len(words[-1]) < 2:
                continue
            party = words[-1] in PARTY_NOUNS or is_demonym(words[-1])
            if first and line.holds(first - 1, "the", "a") and party:
                continue
            if stop == first + 1 and (classify_noun(words[0]) or words[0].strip(".") in TITLES):
                continue
            stop = self._goes_on_with(stop)
            rows.append(self._mention(first, stop, ""))
        return sorted([*rows, *self._read_parts(rows, taken)], key=lambda one: one.first)

    def _doubt_places(self, rows: list[NameMention]) -> None:
        """Leave the type of a place open that is in no list, does something, and is never where
        something is: rare names of persons look like that."""
        line, acts, located = self.line, set(), set()
        for row in rows:
            name = _key(row.words)
            if row.kind == "place" and len(row.words) in (2, 3):
                after = line.tags[row.stop] if row.stop < len(line.tags) else "."
                if after in ("VBD", "VBZ", "VBP") or line.holds(row.stop, ",", "said"):
                    acts.add(name)
                if row.first and line.tags[row.first - 1] in ("IN", "TO", "DT"):
                    located.add(name)
                if is_listed(name) or names_institution(row.words[-1].lower()):
                    located.add(name)
        families = {row.words[-1] for row in rows if row.kind == "person" and len(row.words) > 1}
        for row in rows:
            rare = row.kind == "organization" and len(row.words) in (2, 3)
            if rare and row.words[-1] in families and not names_institution(row.words[-1].lower()):
                row.kind = "person"
        known = {word for row in rows if row.kind == "person" for word in row.words[:: max(1, len(row.words) - 1)] if len(row.words) > 1}
        for row in rows:
            last = row.words[-1].lower()
            firm = line.tags[row.stop - 1] == "NNPS" or last in SUFFIXES
            firm = firm and not is_forename(row.words[0].lower())
            if row.kind == "person" and len(row.words) > 1 and firm and not row.titles:
                row.kind = "organization"
            if row.kind == "person" and len(row.words) == 1 and not row.titles:
                if row.words[0] not in known and not is_forename(row.words[0].lower()):
                    row.kind = ""
        doubtful = acts - located
        lasts = {name.split()[-1] for name in doubtful}
        for row in rows:
            if row.kind == "place" and (_key(row.words) in doubtful or _key(row.words) in lasts):
                row.kind = ""

    def _hyphen(self, token: int) -> bool:
        """Whether a hyphen joins two capitalised words: "Okafor-Bell"."""
        line = self.line
        return (
            0 < token < len(line.tags) - 1
            and line.norms[token] == "-"
            and line.ends[token - 1] == line.starts[token]
            and line.ends[token] == line.starts[token + 1]
            and line.words[token + 1][:1].isupper()
            and line.words[token - 1][:1].isupper()
        )

    def _goes_on(self, stop: int) -> bool:
        """Whether the word after a name that was found belongs to it: "Salo" of "Salo Fisheries"."""
        line = self.line
        if stop >= len(line.tags) or line.opens(stop) or stop in self._starts:
            return False
        word = line.norms[stop].strip(".")
        if line.tags[stop] not in ("NNP", "NNPS") or not line.words[stop][:1].isupper():
            return False
        return word not in TITLES and word not in CALENDAR and classify_noun(word) != "person"

    def _begins_with(self, first: int) -> int:
        """Return where an institution's name begins that has "the" before: "the European Mission"."""
        line, at = self.line, first
        while at > 1 and line.words[at - 1].istitle() and line.tags[at - 1] in ("NNP", "NNPS", "JJ"):
            if line.opens(at) or classify_noun(line.norms[at - 1]) == "person":
                break
            at -= 1
        return at if at and line.norms[at - 1] == "the" else first

    def _goes_on_with(self, stop: int) -> int:
        """Return where a name ends that goes on with "of": "Chamber of Commerce"."""
        line, at = self.line, stop + 1
        if not line.holds(stop, "of") or not names_institution(line.norms[stop - 1]):
            return stop
        while at < len(line.tags) and line.tags[at] in ("NNP", "NNPS") and at not in self._starts:
            at += 1
        return at if at > stop + 1 else stop

    def _follows_forename(self, first: int) -> bool:
        """Whether the word before a last name that was found alone is its forename."""
        line = self.line
        if not first or line.opens(first) or line.tags[first - 1] != "NNP":
            return False
        word = line.norms[first - 1]
        if word.strip(".") in TITLES or word in CALENDAR or classify_noun(word):
            return False
        return line.words[first - 1].istitle() and (is_forename(word) or not is_listed(word))

    def _read_parts(self, rows: list[NameMention], taken: set[int]) -> list[NameMention]:
        """Words of longer names that stand alone and were not found: "Larkspur" of a firm's name."""
        line = self.line
        known = {}
        for row in rows:
            if len(row.words) > 1 and row.kind:
                ends = (row.words[0],) if row.kind != "person" else (row.words[0], row.words[-1])
                known |= {word: row.kind for word in ends}
        small = {norm for norm, word in zip(line.norms, line.words, strict=True) if word == norm}
        covered = taken | {token for row in rows for token in range(row.first, row.stop)}
        return [
            self._mention(i, i + 1, known[word])
            for i, word in enumerate(line.words)
            if word in known and i not in covered and line.norms[i] not in small
            and not classify_noun(line.norms[i])
        ]

    def _mention(self, first: int, stop: int, kind: str) -> NameMention:
        line = self.line
        begin = first
        while begin < stop - 1 and line.norms[begin].strip(".") in TITLES:
            begin += 1
        titles = [word.strip(".") for word in line.norms[first:begin]]
        before = first
        while before and line.norms[before - 1].strip(".") in TITLES and not line.opens(before):
            before -= 1
            titles.insert(0, line.norms[before].strip("."))
        while begin < stop - 2 and kind == "person":
            word = line.norms[begin]
            if classify_noun(word) != "person" or is_forename(word):
                break
            titles.append(word)
            begin += 1
        if kind == "organization" and stop - begin > 1:
            begin += self._has_trade(begin)
        words = self.text[line.starts[begin] : line.ends[stop - 1]].split()
        plain = [word.lower() for word in words]
        if kind != "person" and (
            (titles and (kind == "" or PERSONAL & set(titles)))
            or (
                2 <= len(words) <= 3
                and (forename_gender(plain[0]) or self._is_named_role(begin))
                and not names_institution(plain[-1])
            )
        ):
            kind = "person"
        return NameMention(begin, stop, words, titles, kind)

    def _has_trade(self, begin: int) -> bool:
        """ "Chipmaker Lund Corp", where "Lund" also stands alone."""
        line, word = self.line, self.line.norms[begin]
        trade = word.endswith("maker") or classify_noun(word) in ("organization", "person")
        rest = line.words[begin + 1]
        return trade and rest[:1].isupper() and not classify_noun(rest.lower()) and self._counts[rest] > 1

    def _is_named_role(self, begin: int) -> bool:
        """Whether a noun for a person stands before a name: "chef Amara Obi"."""
        line = self.line
        if not begin or line.opens(begin) or line.tags[begin - 1] not in ("NN", "NNP"):
            return False
        return classify_noun(line.norms[begin - 1]) == "person"

    def _enter(self, mention: NameMention) -> None:
        options = self.options(mention)
        if mention.kind in ("organization", "place"):
            options = [one for one in options if one.kind != "person"]
        entity = options[0] if len(options) == 1 else None
        words = mention.words
        if entity is None:
            name = self.text[self.line.starts[mention.first] : self.line.ends[mention.stop - 1]]
            name = " ".join(name.split())
            gender = guess_gender([*mention.titles, *words]) if mention.kind != "place" else ""
            entity = self.create(name, mention.kind or "unknown", gender)
            entity.guessed = not guess_gender(mention.titles)
            self._index(entity, words)
        elif len(words) > len(entity.name.split()) and entity.kind != "place":
            entity.name = " ".join(words)
            self._index(entity, words)
        if entity.kind in ("unknown", "place") and mention.kind in ("person", "organization"):
            entity.kind = mention.kind
        mention.entity = entity
        for title in mention.titles:
            entity.add_role(TITLE_NOUNS.get(title, title), set())

    def _index(self, entity: Entity, words: list[str]) -> None:
        self._by_name.setdefault(_key(words), entity)
        for word in dict.fromkeys(w.lower() for w in words):
            if entity not in self._by_word[word]:
                self._by_word[word].append(entity)
        capitals = "".join(word[0] for word in words if word[:1].isupper())
        if len(capitals) > 1:
            self._by_initials.setdefault(capitals, entity)
        if entity.kind in ("organization", "unknown"):
            last = words[-1].lower()
            low = [word.lower() for word in words]
            ends = [i for i, word in enumerate(low) if word in ("of", "for")]
            for end in (ends[0] if ends else len(low), len(low)):
                noun = low[end - 1]
                if end > 1 and (names_institution(noun) or (ends and end == ends[0])):
                    entity.add_role(singular(noun), set(low[: end - 1]))

    def _read_pen_names(self, rows: list[NameMention]) -> None:
        """ "Vint … under the name of Magpie", "known as Magpie": the first name of the sentence."""
        line, leading = self.line, {}
        for row in rows:
            sentence = line.sentences[row.first]
            first = leading.setdefault(sentence, row)
            at = row.first - 1 - line.holds(row.first - 1, "of")
            known = line.holds(at, "name", "pseudonym", "alias", "byline") or (
                line.holds(at, "as") and line.holds(at - 1, "known", "wrote", "writes", "performs")
            )
            options = self.options(first)
            if known and first is not row and len(options) == 1 and options[0].kind == "person":
                row.entity = options[0]
                self._by_name.setdefault(_key(row.words), options[0])
                self._pen_names[_key(row.words)] = options[0]

    def _share_surnames(self, rows: list[NameMention]) -> None:
        """ "Ann and Bob Lee": the first has the same last name."""
        line = self.line
        for one, two in zip(rows, rows[1:], strict=False):
            if two.first != one.stop + 1 or line.norms[one.stop] != "and":
                continue
            if len(one.words) != 1 or len(two.words) < 2 or two.kind != "person":
                continue
            word = one.words[0].lower()
            if not is_forename(word) and one.kind != "person":
                continue
            name = [one.words[0], two.words[-1]]
            known = self._by_name.get(_key(name))
            if known is None and any(e.name.lower().startswith(f"{word} ") for e in self._by_word[word]):
                continue
            if known is None:
                known = self.create(" ".join(name), "person", guess_gender(name))
                self._index(known, name)
            one.entity = known


def _key(words: list[str]) -> str:
    return " ".join(words).lower()
