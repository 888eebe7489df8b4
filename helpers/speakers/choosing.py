"""Who speaks behind a pronoun or a description: the likeliest of all who were told of, who are
named later, or somebody new.

A log-linear choice (Denis & Baldridge 2008: Specialized models and ranking for coreference
resolution. EMNLP) over what the rules answer and over sex, number, distance, salience and roles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from helpers.quotations.choosing import total
from helpers.resources import load_model, parse_lines
from helpers.speakers.entity import Entity
from helpers.speakers.line import Phrase
from helpers.speakers.queries import Query, ask
from helpers.speakers.ranking import Ranking
from helpers.speakers.roles import Roles
from helpers.speakers.salience import FIRST, Salience

# So many of those told of last and of those named next are candidates.
_TOLD, _LATER = 40, 12
_NAMED = ("person", "organization", "unknown")


def parse_weights(content: bytes) -> dict[str, int]:
    """Return the weights of ``speakers-choices.tsv.gz``: one feature and its weight a line."""
    pairs = (line.rsplit("\t", 1) for line in parse_lines(content))
    return {feature: int(weight) for feature, weight in pairs}


@dataclass(slots=True)
class Offers:
    """The candidates for one query, with their features; ``None`` stands for somebody new.

    ``made`` is the number of entities before the rules answered; ``given`` the place of their
    answer among the candidates, ``answer`` itself."""

    query: Query
    candidates: list[Entity | None]
    rows: list[list[str]]
    made: int
    given: int = -1
    answer: Entity | None = None


@dataclass
class Chooser:
    """Weighs the candidates for one phrase at a time; ``kept`` collects what was weighed if set."""

    roles: Roles
    salience: Salience
    weights: Mapping[str, int] = field(default_factory=lambda: load_weights())
    kept: list[Offers] | None = None

    def __post_init__(self) -> None:
        self._ranking = Ranking(self.roles, self.salience)
        cast, first = self.roles.cast, {}
        for mention in sorted(cast.mentions.values(), key=lambda one: one.first):
            options = cast.options(mention)
            if len(options) == 1 and not self.roles.line.quoted[mention.first]:
                first.setdefault(options[0], mention.first)
        named = [(token, one) for one, token in first.items() if one.kind in _NAMED and one.named]
        self._named = named
        self._tokens = [token for token, _ in named]

    def offer(
        self, phrase: Phrase, owner: Entity | None, avoid: frozenset[Entity]
    ) -> Offers | None:
        """Return the candidates for a phrase before the rules answer; "I" and "who" have none."""
        pronoun = phrase.form == "pronoun"
        word = self.roles.line.norms[phrase.head]
        if pronoun and (word in FIRST or word in ("you", "who", "which")):
            return None
        query = ask(self.roles.line, phrase, owner, avoid)
        told = [one for one in islice(reversed(self.salience.recent), _TOLD) if one.places]
        start = bisect_right(self._tokens, phrase.first)
        later = [pair for pair in self._named[start : start + _LATER] if not pair[1].places]
        rows = self._ranking.features(query, told, later)
        candidates = [*told, *(one for _, one in later), None]
        return Offers(query, candidates, rows, len(self.roles.cast.entities))

    def choose(self, offers: Offers, answer: Entity | None) -> Entity | None:
        """Return the likeliest candidate, where the ``answer`` of the rules counts, too.

        Without an answer or with a new one, what the rules say is "somebody new"."""
        candidates, rows, query = offers.candidates, offers.rows, offers.query
        if answer is None or answer in self.roles.cast.entities[offers.made :]:
            given = len(candidates) - 1
        elif answer in candidates:
            given = candidates.index(answer)
        else:
            given = len(candidates) - 1
            candidates.insert(given, answer)
            rows.insert(given, ["other"])
        kind = "new" if candidates[given] is None else "name" if answer.named else "description"
        rows[given] += ["rule", f"rule {query.form}", f"rule {kind} {query.class_}"]
        offers.given, offers.answer = given, answer
        if self.kept is not None:
            self.kept.append(offers)
        if not self.weights:
            return answer
        scores = [total(self.weights, row) for row in rows]
        best = max(range(len(scores)), key=lambda i: (scores[i], i == given, -i))
        return answer if best == given else candidates[best]


def load_weights() -> Mapping[str, int]:
    """Return the shipped weights."""
    return load_model("speakers-choices.tsv.gz", parse_weights)
