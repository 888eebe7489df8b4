"""Whom a document speaks for: a letter for its sender, a report for itself, by whatever noun."""

from __future__ import annotations

from collections.abc import Callable

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import DEFINITE, ISSUED_NOUNS, REPORT_NOUNS, TIMES
from helpers.speakers.line import Index, Phrase, verb_after
from helpers.speakers.nouns import classify_noun
from helpers.speakers.salience import Salience

ISSUED = frozenset("issued released sent signed written".split())
_SENDING = frozenset("left posted recorded sent typed wrote written".split())
# Paragraphs over which "the document" is still the report told of.
_REACH = 3


class Documents:
    """Finds the senders of letters, and which report "the 58-page document" is."""

    def __init__(self, index: Index, salience: Salience, link: Callable[[Phrase], Entity | None]):
        self.line, self.index, self.salience, self.link = index.line, index, salience, link
        self.senders: dict[str, Entity | None] = {}
        self._issue: tuple[int, Entity | None] = (0, None)

    def note_sender(self, phrase: Phrase, head: str) -> None:
        """Note who sent "the letter last week from Lund Homes"."""
        line, at = self.line, phrase.reach
        while line.holds(at, "last", "this", "on") or (
            at < len(line.norms) and line.norms[at] in TIMES
        ):
            at += 1
        giver = self.index.opening.get(at + 1) if line.holds(at, "from") else None
        if giver is None:
            giver = self._author(phrase)
        if giver is None or line.sentences[giver.first] != line.sentences[phrase.first]:
            return
        if (sender := self.link(giver)) is not None:
            self.senders[head] = sender
            self._issue = (phrase.first, sender)

    def _author(self, phrase: Phrase) -> Phrase | None:
        """ "A message her husband had sent": the subject of the clause behind the noun."""
        line, at = self.line, phrase.stop
        at += line.holds(at, "that", "which")
        one = self.index.opening.get(at)
        verb = verb_after(line, one.reach) if one is not None else -1
        while 0 <= verb < len(line.tags) and line.tags[verb][:2] in ("VB", "RB"):
            if line.norms[verb] in _SENDING:
                return one
            verb += 1
        return None

    def signer(self, phrase: Phrase) -> Entity | None:
        """ "The letter, signed by the director": who signed."""
        line = self.line
        at = phrase.stop + line.holds(phrase.stop, ",")
        if not line.holds(at, *ISSUED) or not line.holds(at + 1, "by"):
            return None
        giver = self.index.opening.get(at + 2)
        signer = self.link(giver) if giver is not None else None
        self._issue = (phrase.first, signer)
        return signer

    def note_speaker(self, token: int, speaker: Entity) -> None:
        """ "In a statement signed by Ann Lee, the university said": the statement is the university's."""
        line = self.line
        while token and not line.opens(token):
            token -= 1
        if not line.holds(token, "in"):
            return
        for at in range(token + 1, min(token + 4, len(line.norms))):
            if line.norms[at] in ISSUED_NOUNS and line.sentences[at] == line.sentences[token]:
                self.senders[line.norms[at]] = speaker

    def issuer(self, phrase: Phrase, head: str, owner: Entity | None) -> Entity | None:
        """Who speaks in a statement or letter: its owner, "from …", "by …", else who spoke last."""
        if owner is not None:
            return owner
        line, at = self.line, phrase.stop
        at += line.holds(at, *ISSUED)
        if line.holds(at, "from", "by", "of"):
            giver = self.index.opening.get(at + 1)
            if giver is not None and (
                line.norms[at] != "of"
                or classify_noun(line.norms[giver.head]) in ("organization", "person", "group")
                or giver.form == "name"
            ):
                self.senders[head] = self.link(giver)
                self._issue = (phrase.first, self.senders[head])
                return self.senders[head]
        if line.norms[phrase.first] not in DEFINITE or phrase.reach > phrase.stop:
            return None
        return self.senders.get(head) or self.salience.last_speaker()

    def issued_before(self, token: int) -> Entity | None:
        """Who speaks in what the sentence before told of: "A letter from Lee was read. “No,” it said."""
        told, issuer = self._issue
        near = self.line.sentences[token] - self.line.sentences[told] <= 1
        return issuer if issuer is not None and near else None

    def same_report(self, phrase: Phrase, head: str, avoid: frozenset[Entity]) -> Entity | None:
        """ "According to a state audit … The 58-page report": the report told of last, by another noun."""
        line = self.line
        if head not in REPORT_NOUNS or phrase.reach > phrase.stop or phrase.owner is not None:
            return None

        def alike(entity: Entity) -> bool:
            near = line.paragraphs[phrase.first] - line.paragraphs[entity.places[-1]] <= _REACH
            report = any(role in REPORT_NOUNS for role in entity.roles)
            # "Audit: …" in a headline is no more than a noun.
            report = report and entity.name.lower() not in entity.roles
            told = entity.kind in ("document", "organization") and not entity.plural
            return near and report and told

        spoken = self.salience.spoken
        last = self.salience.nearest(lambda one: one in spoken and alike(one), avoid)
        if last is not None or head == "paper":
            return last
        return self.salience.nearest(lambda one: one.kind == "document" and alike(one), avoid)
