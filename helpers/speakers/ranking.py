"""Features by which the entities that a pronoun or a description can mean are ranked."""

from __future__ import annotations

import functools

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

# Steps by which distances, ranks and counts are told apart.
_TO_1, _TO_2, _TO_3 = (0, 1), (0, 1, 2), (0, 1, 2, 3)
_TO_4, _TO_6 = (0, 1, 2, 4), (0, 1, 2, 3, 6)
_ONE_TO_2, _ONE_TO_4 = (1, 2), (1, 2, 4)
# Beyond all steps.
_FAR = 7
_KEPT = 4_000


def _step(number: int, steps: tuple[int, ...]) -> str:
    """The first of the steps that a number does not pass."""
    for step in steps:
        if number <= step:
            return str(step)
    return "+"


def _noun_class(noun: str) -> str:
    found = next((name for name, nouns in _CLASSES if noun in nouns), "")
    return found or ("demonym" if is_demonym(noun) else "other")


def _told(entity: Entity) -> str:
    """Whether an occupation was told, other nouns, or none."""
    return "trade" if entity.trades else "roles" if entity.roles else "bare"


# Most candidates look like some other before.
@functools.lru_cache(_KEPT)
def _features_of_told(
    form: str,
    class_: str,
    fit: bool,
    kind: str,
    sort: str,
    sex: str,
    away: int,
    apart: int,
    subject: bool,
    led: bool,
    count: int,
    most: bool,
    spoken: int,
    avoid: bool,
    kin: bool,
    top: bool,
) -> tuple[str, ...]:
    return (
        f"fit {fit}",
        f"fit {fit} {form}",
        f"kind {kind} {sort} {form}",
        f"sex {sex} {form}",
        f"away {_step(away, _TO_6)} {class_}",
        f"apart {_step(apart, _TO_4)} {class_}",
        f"subject {subject} {_step(away, _TO_2)} {class_}",
        f"led {led} {class_}",
        f"count {_step(count, _ONE_TO_4)} {class_}",
        f"most {most} {class_}",
        f"spoke {_step(spoken, _TO_2) if spoken >= 0 else 'never'} {class_}",
        f"avoid {avoid} {class_}",
        f"kin {kin} {class_}",
        f"top {top} {sort} {class_}",
    )


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
            row = self._of_told(query, one, one in rank, most)
            row += self._of_description(query, one, rank) if not query.pronoun else []
            if one in rank:
                row.append(f"rank {_step(rank[one], _TO_3)} {query.class_}")
                row.append(f"only {len(rank) == 1} {query.form}")
            if one in named:
                row.append(f"named {_step(named[one], _TO_2)} {query.class_}")
                row.append(f"only named {len(named) == 1} {query.form}")
            rows.append(row)
        coming = [one for _, one in later if query.fits(one)]
        rows += [self._of_later(query, one, first, coming, len(rank)) for first, one in later]
        rows.append(self._of_new(query, len(rank), len(named), len(coming)))
        return rows

    def _of_told(self, query: Query, entity: Entity, fit: bool, most: int) -> list[str]:
        line, token, place = self.line, query.phrase.first, entity.places[-1]
        form, class_ = query.form, query.class_
        away = max(0, line.sentences[token] - line.sentences[place])
        apart = max(0, line.paragraphs[token] - line.paragraphs[place])
        sort = "name" if entity.named else "description"
        led = entity.led >= 0 and line.sentences[token] - line.sentences[entity.led] <= 1
        top = line.paragraphs[entity.places[0]] == line.paragraphs[0]
        spoken = self.salience.since_spoken(entity)
        count = len(entity.places)
        row = list(
            _features_of_told(
                form,
                class_,
                fit,
                f"{entity.kind}{entity.plural}",
                sort,
                query.sex(entity),
                min(away, _FAR),
                min(apart, _FAR),
                entity.subject,
                led,
                min(count, _FAR),
                count == most,
                spoken,
                entity in query.avoid,
                not KIN_NOUNS.isdisjoint(entity.roles),
                top,
            )
        )
        if spoken == 0:
            row.append(f"last {_step(apart, _TO_2)} {class_}")
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
        place, size = _step(rank.get(entity, 9), _TO_2), min(phrase.stop - phrase.first, 4)
        return [
            *row,
            f"none {told} {_step(len(rank), _ONE_TO_2)} {place} {class_}",
            f"none {told} last {self.salience.last_speaker() is entity} {class_}",
            f"none {told} away {_step(away, _TO_4)} {class_}",
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
        rank = _step(coming.index(entity), _TO_1) if entity in coming else "unfit"
        return [
            "later",
            f"later {query.form}",
            f"later fit {query.fits(entity)} {query.form}",
            f"later sex {query.sex(entity)} {query.form}",
            f"later apart {_step(apart, _TO_3)} {class_}",
            f"later away {_step(away, _TO_4)} {class_}",
            f"later match {match} {told}",
            f"later match {match} {class_} {query.headline}",
            f"later rank {rank} {_step(fitting, _TO_1)} {class_}",
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
            f"new {form} fitting {_step(fitting, _TO_2)}",
            f"new {form} named {_step(named, _TO_2)}",
            f"new {class_} coming {_step(coming, _TO_1)} {query.headline}",
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
            f"new words {_step(len(query.words), _TO_2)} {form}",
            f"new held {_step(held, _TO_1)} {form}",
        ]
