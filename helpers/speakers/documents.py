"""Whom a document speaks for: a letter for its sender, a report for itself, by whatever noun."""

from __future__ import annotations

from collections.abc import Callable

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import DEFINITE, ISSUED_NOUNS, REPORT_NOUNS, SUIT_NOUNS, TIMES
from helpers.speakers.line import FINITE, Index, Phrase, verb_after
from helpers.speakers.nouns import classify_noun
from helpers.speakers.salience import Salience
from helpers.speakers.turns import Turn

ISSUED = frozenset("issued released sent signed written".split())
_SENDING = frozenset("left posted recorded sent typed wrote written".split())
_DATED = frozenset("addressed dated entitled headed penned published titled typed".split())
_MADE = _SENDING | ISSUED | _DATED
# Paragraphs over which "the document" is still the report told of.
_REACH = 3
# Tokens of what is told about a letter between commas.
_APPOSED = 12


def is_text(head: str) -> bool:
    """Whether a noun is one for something written or said."""
    return head in ISSUED_NOUNS or classify_noun(head) == "document"


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

    def _principal(self, giver: Phrase | None) -> Phrase | None:
        """ "A statement issued by police on behalf of the family": the family."""
        at = giver.stop if giver is not None else 0
        words = self.line.norms[at : at + 3]
        return self.index.opening.get(at + 3) if words == ["on", "behalf", "of"] else giver

    def signer(self, phrase: Phrase, head: str) -> Entity | None:
        """ "The letter, dated 9 May and signed by the director": who signed; a text that speaks for
        itself has signatories as well."""
        line, at = self.line, phrase.stop
        signs = ISSUED if head in ISSUED_NOUNS else ("signed",)
        if line.holds(at, ",") and at + 1 < len(line.tags) and line.tags[at + 1] == "VBN":
            ends = range(at + 1, min(at + _APPOSED, len(line.tags)))
            at = next((i for i in ends if line.norm(i) in signs and line.holds(i + 1, "by")), at)
            if any(line.tags[i] in FINITE or line.opens[i] for i in range(phrase.stop, at)):
                return None
        if line.norm(at) not in signs or not line.holds(at + 1, "by"):
            return None
        giver = self._principal(self.index.opening.get(at + 2))
        signer = self.link(giver) if giver is not None else None
        self._issue = (phrase.first, signer)
        return signer

    def note_speaker(self, token: int, speaker: Entity) -> None:
        """ "In a statement signed by Ann Lee, the university said": the statement is the university's."""
        line = self.line
        while token and not line.opens[token]:
            token -= 1
        if not line.holds(token, "in"):
            return
        for at in range(token + 1, min(token + 4, len(line.norms))):
            if line.norms[at] in ISSUED_NOUNS and line.sentences[at] == line.sentences[token]:
                self.senders[line.norms[at]] = speaker

    def issuer(self, phrase: Phrase, head: str, owner: Entity | None) -> Entity | None:
        """Who speaks in a statement or letter: its owner, "from …", "by …", else who spoke last."""
        if owner is not None and not (owner.plural and owner.first_word == "a"):
            # "A climbers' petition" is nobody's in particular.
            return owner
        if (known := self._named_before(phrase)) is not None:
            return known
        line, at = self.line, phrase.stop
        at += line.norm(at) in ISSUED
        told = self.index.opening.get(at + 1) if line.holds(at, "to") else None
        if told is not None and line.holds(told.reach, "from", "by"):
            # "a letter sent to the ministry by the Guild of Lund"
            at = told.reach
        if line.holds(at, "from", "by", "of"):
            giver = self._principal(self.index.opening.get(at + 1))
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
        if (sender := self.senders.get(head)) is not None:
            self._issue = (phrase.first, sender)
        return sender or self.salience.last_speaker()

    def _named_before(self, phrase: Phrase) -> Entity | None:
        """ "A police statement": the police, so far as they were told of."""
        line, at = self.line, phrase.head - 1
        word = line.norms[at]
        proper = line.words[at].istitle() and line.tags[at] in ("NNP", "JJ") and len(word) > 3
        if at < phrase.first or not (proper or classify_noun(word) in ("organization", "group")):
            return None
        return self.salience.nearest(
            lambda one: (
                one.kind not in ("document", "thing")
                and (word in one.roles or (proper and one.first_word.startswith(word)))
            )
        )

    def writer(self, phrase: Phrase) -> Entity | None:
        """ "Many wrote. One, from a retired miner, said": the miner."""
        line, at = self.line, phrase.stop
        if not line.holds(phrase.head, "one", "another") or phrase.reach > phrase.stop:
            return None
        if not line.holds(at, ",") or not line.holds(at + 1, "from"):
            return None
        giver = self.index.opening.get(at + 2)
        person = giver is not None and classify_noun(line.norms[giver.head]) in ("person", "group")
        return self.link(giver) if person and line.holds(giver.reach, ",") else None

    def name_signatories(self, turns: list[Turn]) -> None:
        """Give what a letter without a sender says to who signed it, as the next sentences tell: "The
        signature is that of Ann Lee", "It is signed by the mayor"."""
        for turn in turns:
            one = turn.entity
            if one is None or one.kind != "document" or not ISSUED_NOUNS & set(one.roles):
                continue
            reach = self.line.paragraphs[turn.first] + 1
            for at in range(turn.stop, len(self.line.norms)):
                if self.line.paragraphs[at] > reach:
                    break
                if self._signs(at):
                    giver = self._principal(self.index.opening.get(at))
                    turn.entity = (self.link(giver) if giver is not None else None) or one
                    break

    def _signs(self, at: int) -> bool:
        """Whether who signed something is told at a token."""
        line = self.line
        if line.quoted[at]:
            return False
        be = any(line.lemmas[i] == "be" for i in range(max(0, at - 4), at))
        if line.norms[at - 1] == "by" and line.holds(at - 2, "signed"):
            return be
        signature = any(line.holds(i, "signature") for i in range(max(0, at - 4), at))
        return signature and line.norms[at - 1] == "of"

    def issued_before(self, token: int) -> Entity | None:
        """Who speaks in what the sentence before told of: "A letter from Lee was read. “No,” it said",
        and the report whose words these were: "…, the audit says. “No one knew,” it notes."""
        line = self.line
        told, issuer = self._issue
        if issuer is not None and line.sentences[token] - line.sentences[told] <= 1:
            return issuer
        first = token
        while not line.opens[first]:
            first -= 1
        if line.tags[first] == "VBN" and line.norms[first] in _MADE:
            # "Written in 1963, it says"
            return self.salience.nearest(lambda one: one.kind == "document" and not one.plural)
        if not self.salience.speakers:
            return None
        _, speaker = self.salience.speakers[-1]
        if speaker.kind != "document" or speaker.plural or not speaker.places:
            return None
        place = speaker.places[-1]
        if line.paragraphs[token] != line.paragraphs[place]:
            return None
        between = (
            i
            for i in range(place, token)
            if line.sentences[place] < line.sentences[i] < line.sentences[token]
        )
        told = any(not line.quoted[i] and line.words[i][:1].isalpha() for i in between)
        return None if told else speaker

    def same_report(self, phrase: Phrase, head: str, avoid: frozenset[Entity]) -> Entity | None:
        """ "According to a state audit … The 58-page report": the report told of last, by another noun."""
        line = self.line
        nouns = next((nouns for nouns in (REPORT_NOUNS, SUIT_NOUNS) if head in nouns), None)
        if nouns is None or phrase.reach > phrase.stop or phrase.owner is not None:
            return None

        def alike(entity: Entity) -> bool:
            near = line.paragraphs[phrase.first] - line.paragraphs[entity.places[-1]] <= _REACH
            report = any(role in nouns for role in entity.roles)
            # "Audit: …" in a headline is no more than a noun.
            report = report and entity.name.lower() not in entity.roles
            told = entity.kind in ("document", "organization") and not entity.plural
            return near and report and told

        spoken = self.salience.spoken
        last = self.salience.nearest(lambda one: one in spoken and alike(one), avoid)
        if last is not None or head == "paper":
            return last
        return self.salience.nearest(lambda one: one.kind == "document" and alike(one), avoid)
