"""Features by which the entities that a pronoun or a description can mean are ranked."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import (
    COMPANY_NOUNS,
    COURT_NOUNS,
    GENERIC_PERSONS,
    ISSUED_NOUNS,
    KIN_NOUNS,
    MEDIATORS,
    OFFICE_NOUNS,
    PARTY_NOUNS,
    REPORT_NOUNS,
    UNIQUE_NOUNS,
)
from helpers.speakers.nouns import is_demonym
from helpers.speakers.queries import Query
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience

# Classes of nouns, the first that holds a noun before the others.
_CLASSES = (
    ("generic", GENERIC_PERSONS),
    ("unique", UNIQUE_NOUNS),
    ("court", COURT_NOUNS),
    ("kin", KIN_NOUNS),
    ("office", OFFICE_NOUNS),
    ("firm", COMPANY_NOUNS),
    ("mediator", MEDIATORS),
    ("issued", ISSUED_NOUNS),
    ("report", REPORT_NOUNS),
    ("party", PARTY_NOUNS),
)


def _step(number: int, *steps: int) -> str:
    """The first of the steps that a number does not pass."""
    return next((str(step) for step in steps if number <= step), "+")


def _noun_class(noun: str) -> str:
    found = next((name for name, nouns in _CLASSES if noun in nouns), "")
    return found or ("demonym" if is_demonym(noun) else "other")


def _told(entity: Entity) -> str:
    """Whether an occupation was told, other nouns, or none."""
    return "trade" if entity.trades else "roles" if entity.roles else "bare"


class Ranking:
    """Features of every candidate for one query: those told of, those named later, nobody yet."""

    def __init__(self, roles: Roles, salience: Salience):
        self.roles, self.salience, self.line = roles, salience, roles.line

    def features(
        self, query: Query, told: list[Entity], later: list[tuple[int, Entity]]
    ) -> list[list[str]]:
        """Return the features of those told of (the last first), of those who are named later (with
        the token of their name), and of somebody new."""
        fitting = [one for one in told if query.fits(one)]
        rank = {one: i for i, one in enumerate(fitting)}
        named = {one: i for i, one in enumerate(one for one in fitting if one.named)}
        most = max((len(one.places) for one in fitting), default=0)
        rows = []
        for one in told:
            row = self._of_told(query, one, most)
            row += self._of_description(query, one, rank) if not query.pronoun else []
            if one in rank:
                row.append(f"rank {_step(rank[one], 0, 1, 2, 3)} {query.class_}")
                row.append(f"only {len(rank) == 1} {query.form}")
            if one in named:
                row.append(f"named {_step(named[one], 0, 1, 2)} {query.class_}")
                row.append(f"only named {len(named) == 1} {query.form}")
            rows.append(row)
        coming = [one for _, one in later if query.fits(one)]
        rows += [self._of_later(query, one, first, coming, len(rank)) for first, one in later]
        rows.append(self._of_new(query, len(rank), len(named), len(coming)))
        return rows

    def _of_told(self, query: Query, entity: Entity, most: int) -> list[str]:
        line, token, place = self.line, query.phrase.first, entity.places[-1]
        form, class_ = query.form, query.class_
        away = max(0, line.sentences[token] - line.sentences[place])
        apart = max(0, line.paragraphs[token] - line.paragraphs[place])
        fit, sort = query.fits(entity), "name" if entity.named else "description"
        led = entity.led >= 0 and line.sentences[token] - line.sentences[entity.led] <= 1
        top = line.paragraphs[entity.places[0]] == line.paragraphs[0]
        spoken = self.salience.since_spoken(entity)
        row = [
            f"fit {fit}",
            f"fit {fit} {form}",
            f"kind {entity.kind}{entity.plural} {sort} {form}",
            f"sex {query.sex(entity)} {form}",
            f"away {_step(away, 0, 1, 2, 3, 6)} {class_}",
            f"apart {_step(apart, 0, 1, 2, 4)} {class_}",
            f"subject {entity.subject} {_step(away, 0, 1, 2)} {class_}",
            f"led {led} {class_}",
            f"count {_step(len(entity.places), 1, 2, 4)} {class_}",
            f"most {len(entity.places) == most} {class_}",
            f"spoke {_step(spoken, 0, 1, 2) if spoken >= 0 else 'never'} {class_}",
            f"avoid {entity in query.avoid} {class_}",
            f"kin {not KIN_NOUNS.isdisjoint(entity.roles)} {class_}",
            f"top {top} {sort} {class_}",
        ]
        if spoken == 0:
            row.append(f"last {_step(apart, 0, 1, 2)} {class_}")
        if query.owner is not None:
            row.append(f"owner {entity is query.owner} {entity.owner is query.owner}")
        if away == 0:
            row.append(f"within {entity.subject} {form} {query.phrase.subject}")
        return row

    def _of_description(self, query: Query, entity: Entity, rank: dict[Entity, int]) -> list[str]:
        line, token, phrase = self.line, query.phrase.first, query.phrase
        class_, match, told = query.class_, query.match(entity), _told(entity)
        sort = "name" if entity.named else "description"
        row = [f"match {match}", f"match {match} {class_} {sort}", f"match {match} {told} {class_}"]
        if query.head == "old":
            ages = [line.norms[i] for i in range(phrase.first, phrase.stop)]
            row.append(f"age {str(entity.age) in ages if entity.age else 'unknown'}")
        if match != "none":
            return row
        noun = _noun_class(query.head)
        away = line.sentences[token] - line.sentences[entity.places[-1]]
        fresh = line.sentences[token] - line.sentences[entity.places[0]] <= 2
        place, size = _step(rank.get(entity, 9), 0, 1, 2), min(phrase.stop - phrase.first, 4)
        return [
            *row,
            f"none {told} {_step(len(rank), 1, 2)} {place} {class_}",
            f"none {told} last {self.salience.last_speaker() is entity} {class_}",
            f"none {told} away {_step(away, 0, 1, 2, 4)} {class_}",
            f"none {told} fresh {fresh} {class_}",
            f"none {told} {noun} {sort}",
            f"none {noun} {class_} {phrase.reach > phrase.stop} {size}",
            f"none {sort} {entity.kind} {class_}",
            f"none words {min(len(query.words), 2)} {told} {class_}",
        ]

    def _of_later(
        self, query: Query, entity: Entity, first: int, coming: list[Entity], fitting: int
    ) -> list[str]:
        line, class_ = self.line, query.class_
        match, told = query.match(entity), _told(entity)
        away = line.sentences[first] - line.sentences[query.phrase.first]
        apart = line.paragraphs[first] - line.paragraphs[query.phrase.first]
        rank = _step(coming.index(entity), 0, 1) if entity in coming else "unfit"
        return [
            "later",
            f"later {query.form}",
            f"later fit {query.fits(entity)} {query.form}",
            f"later sex {query.sex(entity)} {query.form}",
            f"later apart {_step(apart, 0, 1, 2, 3)} {class_}",
            f"later away {_step(away, 0, 1, 2, 4)} {class_}",
            f"later match {match} {told}",
            f"later match {match} {class_} {query.headline}",
            f"later rank {rank} {_step(fitting, 0, 1)} {class_}",
            f"later rank {rank} {told} {match}",
            f"later only {len(coming) == 1} {told} {match} {class_}",
            f"later opens {line.opens[first]} {told} {rank == '0'} {class_}",
            f"later kind {entity.kind} {class_}",
        ]

    def _of_new(self, query: Query, fitting: int, named: int, coming: int) -> list[str]:
        line, phrase, form, class_ = self.line, query.phrase, query.form, query.class_
        row = [
            "new",
            f"new {form}",
            f"new {form} fitting {_step(fitting, 0, 1, 2)}",
            f"new {form} named {_step(named, 0, 1, 2)}",
            f"new {class_} coming {_step(coming, 0, 1)} {query.headline}",
        ]
        if query.pronoun:
            return row
        held = sum(bool(one.places) for one in self.roles.holders.get(query.head, ()))
        tag = line.tags[phrase.first]
        return [
            *row,
            f"new reach {phrase.reach > phrase.stop} {form}",
            f"new size {min(phrase.stop - phrase.first, 4)} {form}",
            f"new who {line.holds(phrase.stop, 'who', 'whose')} {class_}",
            f"new noun {_noun_class(query.head)} {form}",
            f"new first {line.norms[phrase.first] if tag in ('DT', 'PRP$') else tag}",
            f"new words {_step(len(query.words), 0, 1, 2)} {form}",
            f"new held {_step(held, 0, 1)} {form}",
        ]
