"""Fuller descriptions of one who has none of the names: "Leaked memo: … A 12-page memo warns"."""

from __future__ import annotations

from collections.abc import Callable

from helpers.speakers.entity import Entity
from helpers.speakers.introductions import ARTICLES
from helpers.speakers.lexicon import KIN_NOUNS, REPORT_NOUNS
from helpers.speakers.line import Line, Phrase
from helpers.speakers.nouns import singular
from helpers.speakers.roles import Roles

_DESCRIBED = frozenset("document role group collective".split())


def on_top(line: Line, entity: Entity) -> bool:
    """Whether the headline tells of somebody: "‘It walked’: sheep farmer on the flood"."""
    return bool(entity.places) and line.paragraphs[entity.places[0]] == line.paragraphs[0]


class Wordings:
    """Calls whoever has no name by the fullest description; ``merge`` takes one for another,
    ``wording`` gives the words of a phrase."""

    def __init__(
        self,
        roles: Roles,
        merge: Callable[[Entity, Entity], None],
        wording: Callable[[Phrase], str],
    ):
        self.roles, self.line, self.merge, self.wording = roles, roles.line, merge, wording

    def take_fuller(self, phrase: Phrase, entity: Entity) -> None:
        """ "A report has found … The report by the health board says": called as it is told in full."""
        if entity.kind != "document":
            return
        bare = entity.name.lower().split()
        head = self.line.norms[phrase.head]
        same = len(bare) == 2 and bare[1] == head
        told = phrase.reach > phrase.stop or self.line.tags[phrase.head - 1] in ("JJ", "NN", "NNP")
        if same and bare[0] in ARTICLES and told and phrase.owner is None:
            entity.name = self.wording(phrase)

    def take_headline(self, phrase: Phrase, entity: Entity) -> None:
        """ "Leaked memo: … \n\n A 12-page memo warns": the headline's is the one told of in full."""
        line = self.line
        if entity.kind not in _DESCRIBED:
            return
        if on_top(line, entity) and singular(entity.name.lower()) in entity.roles:
            # "Trustees warn … \n\n The trustees of Lund Hall have": by the fuller description.
            fuller = phrase.reach > phrase.stop and line.norms[phrase.first] in ARTICLES
            # "Conductor’s daughter wins … \n\n Her father, also a conductor"
            kin = singular(line.norms[phrase.head]) in KIN_NOUNS
            fuller = fuller or (phrase.owner is not None and kin)
            entity.name = self.wording(phrase) if fuller else entity.name
        # "Officials: … \n\n Health officials in Lund say"
        told = line.norms[phrase.first] in ("a", "an") or (entity.plural and " " in entity.name)
        if not told or (entity.places and entity.places[0] != phrase.first):
            return
        reports = REPORT_NOUNS if REPORT_NOUNS & set(entity.roles) else set()
        for head in sorted(reports | set(entity.roles)):
            for other in list(self.roles.holders.get(head, ())):
                top = other.places and line.paragraphs[other.places[-1]] == line.paragraphs[0]
                bare = other.first_word not in ARTICLES
                alike = (other.kind, other.plural) == (entity.kind, entity.plural)
                # "Police officer" need not be the officer whom a prison sends.
                bare = bare and (entity.kind == "document" or " " not in other.name)
                if top and bare and other is not entity and alike:
                    self.merge(other, entity)
