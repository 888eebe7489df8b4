"""Who speaks behind a pronoun or a description: the likeliest of all who were told of, who are
named later, or somebody new.

A log-linear choice (Denis & Baldridge 2008: Specialized models and ranking for coreference
resolution. EMNLP) over what the rules answer and over sex, number, distance, salience and roles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from helpers.loglinear import parse_weights, total
from helpers.resources import load_model
from helpers.speakers.entity import Entity
from helpers.speakers.line import Phrase
from helpers.speakers.queries import Query, ask
from helpers.speakers.ranking import Ranking
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience

# So many of those told of last and of those named next are candidates.
_TOLD, _LATER = 40, 12
_FORMS = frozenset("he it the-person a-person bare-person".split())
# By so much a candidate must outweigh the answer of the rules (see WEIGHT_SCALE).
_MARGIN = 40
_NAMED = ("person", "organization", "unknown")


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
            options = cast.bearers.options(mention)
            if len(options) == 1 and not self.roles.line.quoted[mention.first]:
                first.setdefault(options[0], mention.first)
        named = [(token, one) for one, token in first.items() if one.kind in _NAMED and one.named]
        self._named = named
        self._tokens = [token for token, _ in named]

    def offer(
        self,
        phrase: Phrase,
        owner: Entity | None,
        avoid: frozenset[Entity],
        never: frozenset[Entity] = frozenset(),
    ) -> Offers | None:
        """Return the candidates for a phrase before the rules answer; none where those are better: for
        institutions, documents, kin and more than one."""
        query = ask(self.roles.line, phrase, owner, avoid)
        if query.form not in _FORMS:
            return None
        recent = islice(reversed(self.salience.recent), _TOLD)
        told = [one for one in recent if one.places and one not in never]
        start = bisect_right(self._tokens, phrase.first)
        later = [pair for pair in self._named[start : start + _LATER] if not pair[1].places]
        rows = self._ranking.features(query, told, later)
        candidates = [*told, *(one for _, one in later), None]
        return Offers(query, candidates, rows, len(self.roles.cast.entities))

    def settle(
        self, offers: Offers, answer: Entity | None, make: Callable[..., Entity]
    ) -> Entity | None:
        """Return whom a phrase most likely means, and drop what the rules made for it in vain;
        ``make`` makes somebody new of a description."""
        chosen = self.choose(offers, answer)
        query = offers.query
        if chosen is answer:
            return answer
        if chosen is None:
            return None if query.pronoun else make(query.phrase, query.owner)
        if answer is not None and offers.candidates[offers.given] is None:
            self.roles.forget(answer)
        if not query.pronoun and not chosen.gender:
            chosen.gender = query.gender
        return chosen

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
        size = min(len(query.words), 2)
        rows[given] += ["rule", f"rule {query.form}", f"rule {kind} {query.class_}"]
        rows[given].append(f"rule {kind} {query.class_} {size}")
        offers.given, offers.answer = given, answer
        if self.kept is not None:
            self.kept.append(offers)
        if not self.weights:
            return answer
        best = pick_likeliest(self.weights, rows, given)
        return answer if best == given else candidates[best]


def pick_likeliest(weights: Mapping[str, int], rows: list[list[str]], given: int) -> int:
    """Return the place of the likeliest candidate; that of the rules at ``given`` unless another is
    likelier by a margin."""
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    return best if scores[best] - scores[given] >= _MARGIN else given


def load_weights() -> Mapping[str, int]:
    """Return the shipped weights."""
    return load_model("speakers-choices.tsv.gz", parse_weights)
