"""Who is in the article: persons, institutions and places by all forms of their names."""

from __future__ import annotations

import pandas as pd

from helpers.speakers.bearers import Bearers, name_key
from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.forms import guess_sex
from helpers.speakers.lexicon import KIN_NOUNS
from helpers.speakers.line import Line
from helpers.speakers.named import NameReader
from helpers.speakers.namewords import PAPERS, PARTICLES, PERSONAL, TITLE_NOUNS
from helpers.speakers.nouns import (
    classify_noun,
    forename_gender,
    guess_gender,
    is_forename,
    is_listed,
    names_institution,
    singular,
)

# Where people are told to be kin, a word that no list has is the forename of one of them.
_FAMILY = KIN_NOUNS | frozenset(
    "couple family siblings sisters brothers twins parents cousins spouses newlyweds".split()
)


class Cast:
    """All named entities of an article, and which ones a name can mean at a place."""

    def __init__(self, text: str, line: Line, names: pd.DataFrame):
        self.text, self.line = text, line
        self.entities: list[Entity] = []
        self.mentions: dict[int, NameMention] = {}
        self.bounds: dict[int, int] = {}
        self.bearers = Bearers()
        rows = NameReader(text, line).read(names)
        for mention in rows:
            self.bounds[mention.first] = mention.stop
            self.mentions[mention.stop - 1] = mention
        persons = [one for one in rows if one.kind in ("person", "")]
        for mention in persons:
            if not mention.single and mention.kind:
                self._enter(mention)
        self._share_surnames(rows)
        # Letters are entered when all whose letters they can be are known.
        for mention in sorted(rows, key=lambda one: one.single and one.words[0].isupper()):
            if mention.kind in ("organization", "place"):
                bearer = self.bearers.options(mention) if len(mention.words) == 1 else []
                word = mention.words[0].lower()
                located = mention.first and line.tags[mention.first - 1] in ("IN", "TO")
                rare = not is_listed(word) or is_forename(word) or not located
                if rare and len(bearer) == 1 and bearer[0].kind == "person":
                    # "Salim" alone, of whom a whole name is told, is no institution.
                    mention.kind = "person"
                    continue
                self._enter(mention)
        for mention in persons:
            if not mention.single and not mention.kind:
                self._enter(mention)
        self._read_pen_names(rows)
        self._read_sexes(rows)
        for mention in persons:
            if mention.single and not self.bearers.options(mention):
                self._enter(mention)

    def kinds(self) -> dict[int, str]:
        """Return the type of every name by its last token."""
        return {last: mention.kind for last, mention in self.mentions.items()}

    def create_person(self, words: list[str], gender: str) -> Entity:
        """Add a person who is only known by title and last name."""
        entity = self.create(" ".join(words), "person", gender)
        self._index(entity, words)
        return entity

    def create(self, name: str, kind: str, gender: str = "", plural: bool = False) -> Entity:
        """Add an entity that is not (yet) known by a name."""
        entity = Entity(name, kind, gender, plural)
        self.entities.append(entity)
        return entity

    def rename(self, entity: Entity, mention: NameMention) -> None:
        """Call somebody by the name that is told, wherever it stands."""
        known = self.bearers.by_name.get(name_key(mention.words))
        entity.name, entity.kind = " ".join(mention.words), "person"
        if known is not None and known is not entity:
            self.bearers.by_name[name_key(mention.words)] = entity
            for word in (word.lower() for word in mention.words):
                self.bearers.by_word[word] = [
                    one for one in self.bearers.by_word[word] if one is not known
                ]
            for other in self.mentions.values():
                other.entity = None if other.entity is known else other.entity
        self._index(entity, mention.words)

    def _enter(self, mention: NameMention) -> None:
        options = self.bearers.options(mention)
        if mention.kind in ("organization", "place"):
            options = [one for one in options if one.kind != "person"]
        entity = options[0] if len(options) == 1 else None
        words = mention.words
        if entity is None:
            name = self.text[self.line.starts[mention.first] : self.line.ends[mention.stop - 1]]
            name = " ".join(name.split())
            told = guess_gender(mention.titles)
            gender = told or guess_sex(words) if mention.kind != "place" else ""
            entity = self.create(name, mention.kind or "unknown", gender)
            entity.guessed = not told
            self._index(entity, words)
        elif len(words) > len(entity.name.split()) and entity.kind != "place":
            entity.name = " ".join(words)
            self._index(entity, words)
        if entity.kind in ("unknown", "place") and mention.kind in ("person", "organization"):
            entity.kind = mention.kind
        mention.entity = entity
        for title in mention.titles:
            if title in PERSONAL and self.line.quoted[mention.first]:
                continue
            entity.add_role(TITLE_NOUNS.get(title, title), set())

    def _index(self, entity: Entity, words: list[str]) -> None:
        self.bearers.add(entity, words)
        if entity.kind in ("organization", "unknown"):
            low = [word.lower() for word in words]
            if len(low) > 1 and low[-1] in PAPERS:
                entity.add_role("newspaper", set(low[:-1]))
            ends = [i for i, word in enumerate(low) if word in ("of", "for", "on", "in") and i]
            for end in (ends[0] if ends else len(low), len(low)):
                noun = low[end - 1]
                people = noun.endswith("s") and classify_noun(noun) == "person"
                body = end > 1 or (bool(ends) and names_institution(noun))
                if body and (names_institution(noun) or people or (ends and end == ends[0])):
                    # "the fisheries ministry" is the "Ministry of Fisheries".
                    entity.add_role(
                        singular(noun), set(low) - {noun, "of", "for", "on", "in", "and"}
                    )

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
            options = self.bearers.options(first) if known and first is not row else []
            if len(options) == 1 and options[0].kind == "person":
                row.entity = options[0]
                self.bearers.by_name.setdefault(name_key(row.words), options[0])
                self.bearers.pen_names[name_key(row.words)] = options[0]

    def _read_sexes(self, rows: list[NameMention]) -> None:
        """ "Mr Lee" tells the sex of "Simeon Lee", also where that stands before it, and so does "Simeon
        Lee and his wife"."""
        for row in sorted(rows, key=lambda one: not self._has_kin(one)):
            sex = guess_gender(row.titles)
            if self._has_kin(row):
                sex = "m" if self.line.norms[row.stop + 1] == "his" else "f"
            options = self.bearers.options(row) if sex and row.kind == "person" else []
            options = [one for one in options if one.gender in ("", sex)] or options
            known = options and not options[0].guessed and options[0].gender not in ("", sex)
            if (
                len(options) == 1
                and not known
                and forename_gender(options[0].first_word) in ("", sex)
            ):
                options[0].gender, options[0].guessed = sex, False

    def _has_kin(self, row: NameMention) -> bool:
        """Whether a name is followed by "and his wife", "and her son"."""
        line = self.line
        joined = line.holds(row.stop, "and") and line.holds(row.stop + 1, "his", "her")
        return joined and line.norm(row.stop + 2) in KIN_NOUNS

    def _share_surnames(self, rows: list[NameMention]) -> None:
        """ "Ann and Bob Lee", "Ann, Bob and Cy Lee": the first have the same last name."""
        line = self.line
        families = {row.words[-1] for row in rows if row.kind == "person" and not row.single}
        kin = not _FAMILY.isdisjoint(line.norms)
        whole: NameMention | None = None
        for one, two in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
            if len(two.words) > 1:
                whole = two if two.kind == "person" else None
            joint = ("and", ",") if len(two.words) == 1 else ("and",)
            near = two.first == one.stop + 1 and line.norm(one.stop) in joint
            if not near or whole is None or len(one.words) != 1:
                whole = whole if near else None
                continue
            word = one.words[0].lower()
            rare = kin and not is_listed(word) and one.kind in ("", "person")
            # "When Ewan and Ishbel Rattray planted bulbs"
            fresh = line.opens[one.first] or (not one.kind and is_forename(two.words[0].lower()))
            fresh = fresh and not is_listed(word) and not self.bearers.options(one)
            if one.words[0] in families or one.titles or not (is_forename(word) or rare or fresh):
                continue
            last = next((i for i, w in enumerate(whole.words) if i and w.lower() in PARTICLES), -1)
            name = [one.words[0], *whole.words[last:]]
            known = self.bearers.by_name.get(name_key(name))
            if known is None and any(
                e.name.lower().startswith(f"{word} ") for e in self.bearers.by_word[word]
            ):
                continue
            if known is None:
                known = self.create(" ".join(name), "person", guess_sex(name))
                self._index(known, name)
            one.entity, one.kind = known, "person"
