"""Pronouns inside a quotation: who its speaker tells of ("“I saw the owner. He said, ‘No.’”")."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helpers.speakers.entity import Entity
from helpers.speakers.line import Phrase
from helpers.speakers.nouns import classify_noun, guess_gender
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE


class Inner:
    """Finds whom "he" and "she" mean in what somebody tells."""

    def __init__(
        self,
        roles: Roles,
        entity_of: Mapping[Phrase, Entity | None],
        link: Callable[[Phrase], Entity | None],
    ):
        self.roles, self.line, self.index = roles, roles.line, roles.index
        self.entity_of, self.link = entity_of, link

    def find(
        self, phrase: Phrase, gender: str, avoid: set[Entity] | frozenset[Entity]
    ) -> Entity | None:
        """ "“I saw the owner. She said, ‘No.’”": somebody told of before in the same quotation, also before
        its reporting clause, or whom the sentence right before the quotation is about."""
        line, at = self.line, phrase.first - 1
        best: tuple[bool, bool, Phrase] | None = None
        while at >= 0 and line.paragraphs[at] == line.paragraphs[phrase.first]:
            if best is not None and line.sentences[at] != line.sentences[best[2].first]:
                break
            if best is None and line.opens[at] and not line.quoted[at] and line.tags[at] != "``":
                return self._about(at, gender, avoid)
            one = self.index.heads.get(at) if line.quoted[at] else None
            fit = self._fits(one, gender) if one is not None else None
            # "My father told the owner. He said …": the subject rather than the object.
            if fit is not None and (best is None or fit > best[:2]):
                best = (*fit, one)
            at -= 1
        if best is None:
            return None
        first = next((a for a, b in self.roles.doubles.items() if b is best[2]), best[2])
        return self.link(first)

    def _fits(self, one: Phrase, gender: str) -> tuple[bool, bool] | None:
        """Whether a phrase is a subject and its words tell the sex; nothing when it is nobody of the sex."""
        line = self.line
        words = line.norms[one.first : one.stop]
        person = one.form == "name" or classify_noun(line.norms[one.head]) == "person"
        if one.form not in ("name", "noun") or one.possessor or not person:
            return None
        first = next((a for a, b in self.roles.doubles.items() if b is one), one)
        known = guess_gender(line.norms[first.first : first.stop]) or guess_gender(words)
        # "My mother was the first critic": a predicate is nobody else.
        predicate = one.first > 0 and line.lemmas[one.first - 1] == "be"
        if line.tags[one.head] == "NNS" or known not in ("", gender) or predicate:
            return None
        # "The owner" may be of either sex, a name that tells none hardly.
        return (one.subject, known == gender) if known or first.form == "noun" else None

    def _about(
        self, token: int, gender: str, avoid: set[Entity] | frozenset[Entity]
    ) -> Entity | None:
        """ "Her father could not read. “He said, ‘No,’” she said": whom a sentence begins with."""
        one = self.index.opening.get(token)
        entity = self.entity_of.get(one) if one is not None and one.subject else None
        if entity is None or entity in avoid or entity.kind not in PEOPLE:
            return None
        told = guess_gender(self.line.norms[one.first : one.stop]) or entity.gender
        return entity if told == gender else None
