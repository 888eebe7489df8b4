"""What headlines and leads leave out: names that are told in the second paragraph."""

from __future__ import annotations

from helpers.speakers.discourse import Turn
from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import COMPANY_NOUNS, INSTITUTIONS, REPORT_NOUNS
from helpers.speakers.line import Line
from helpers.speakers.nouns import singular


class Leads:
    """Gives the turns of headlines and leads to those who are named below them."""

    def __init__(self, line: Line, turns: list[Turn]):
        self.line, self.turns = line, turns

    def read_headline(self) -> None:
        """Give words that stand twice to the named speaker of the fuller quotation, and a bare noun
        in a headline ("says vet") to the first named person who is quoted below it."""
        if self._is_sentence():
            return
        full: dict[str, Entity] = {}
        for turn in self.turns:
            one = turn.entity
            told = one is not None and one.named and one.kind in ("person", "organization")
            told = told or (one is not None and one.kind == "document" and " " in one.name)
            if turn.marked and told:
                full.setdefault(_plain(turn.row["text"]), one)
        for turn in self.turns:
            one = turn.entity
            told = one is not None and one.named and one.kind in ("organization", "place")
            if told or (one is not None and one.kind == "person"):
                continue
            if self.line.paragraphs[turn.first] != self.line.paragraphs[0]:
                continue
            known = self._same_words(turn, full)
            headed = turn.entity is not None and turn.phrase is not None
            headed = headed and turn.phrase.form in ("noun", "pronoun")
            headed = headed and self.line.tags[turn.phrase.first] not in ("DT", "PRP$", "CD")
            if known is None and headed:
                known = self._by_noun(turn)
                if known is None and turn.marked and turn.entity.kind == "role":
                    known = next((one for one in full.values() if one.may_be(turn.entity)), None)
            turn.entity = known or turn.entity

    def _same_words(self, turn: Turn, full: dict[str, Entity]) -> Entity | None:
        """Who says the words of a headline in the fuller quotation below it."""
        if not turn.marked:
            return None
        line, words = self.line, _plain(turn.row["text"])
        if turn.row["kind"] == "mixed":
            # "Vet ‘signed passports’, court told": only what is in marks can stand again.
            quoted = (line.norms[i] for i in range(turn.first, turn.stop) if line.quoted[i])
            words = _plain(" ".join(quoted))
        longer = (one for text, one in full.items() if f" {words} " in f" {text} " and " " in words)
        return full.get(words) or next(longer, None)

    def _by_noun(self, turn: Turn) -> Entity | None:
        """ "…, says study": who speaks below it and is called so, or is an institution of the kind."""
        head = singular(self.line.norms[turn.phrase.head])
        later = [one.entity for one in self.turns if one.first >= turn.stop and one.entity]
        later = [one for one in later if one is not turn.entity and not one.plural]
        nouns = REPORT_NOUNS if head in REPORT_NOUNS and head != "paper" else {head}
        same = (one for one in later if nouns & set(one.roles) and one.kind != "role")
        kinds = [kind for kind in INSTITUTIONS if head in kind]
        alike = (
            one
            for one in later
            if one.named
            and one.kind == "organization"
            and any(kind & set(one.roles) for kind in kinds)
        )
        firm = (one for one in later if one.named and one.kind == "organization")
        found = next(same, None) or next(alike, None)
        return found or (next(firm, None) if head in COMPANY_NOUNS else None)

    def name_later(self, holders: dict[str, list[Entity]]) -> None:
        """Give what "a prosecutor" says in the lead to the only one who is named and quoted as a
        prosecutor later: newsrooms tell the name in the second paragraph."""
        spoken = {turn.entity for turn in self.turns if turn.entity is not None}
        lead = self.line.paragraphs[0] + 1
        for turn in self.turns:
            entity, phrase = turn.entity, turn.phrase
            if entity is None or phrase is None:
                continue
            if self.line.paragraphs[turn.first] > lead:
                if entity.nameless and phrase.form == "noun":
                    turn.entity = self._next_named(turn, 0) or entity
                continue
            if not entity.nameless or (
                phrase.owner is None and self.line.norms[phrase.first] not in ("a", "an", "the")
            ):
                continue
            head = singular(self.line.norms[phrase.head])
            named = [
                one
                for one in holders.get(head, ())
                if one.kind == "person" and one in spoken and one.places[:1] > [phrase.first]
            ]
            if len(named) == 1:
                turn.entity = named[0]
            elif not named:
                turn.entity = self._next_named(turn, 1) or entity

    def _next_named(self, turn: Turn, reach: int) -> Entity | None:
        """Who is named and quoted next, without a word on who that is: the one of the lead."""
        later = (one for one in self.turns if one.first >= turn.stop and one.entity is not None)
        other = next((one for one in later if one.entity is not turn.entity), None)
        if other is None or other.evidence != "name" or other.phrase is None:
            return None
        one = other.entity
        fresh = one.places[:1] == [other.phrase.first]
        near = self.line.paragraphs[other.first] - self.line.paragraphs[turn.first] <= reach
        known = one.trades - {"doctor", "professor"}
        return (
            one
            if one.kind == "person" and fresh and near and one.may_be(turn.entity) and not known
            else None
        )

    def _is_sentence(self) -> bool:
        """Whether the first paragraph ends like a sentence, as no headline does."""
        line, token = self.line, 0
        while token < len(line.tags) and line.paragraphs[token] == line.paragraphs[0]:
            token += 1
        while token and line.tags[token - 1] == "''":
            token -= 1
        return line.holds(token - 1, ".", "!", "?")


def _plain(text: str) -> str:
    """Words in small letters without marks and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
