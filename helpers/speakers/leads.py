"""What headlines and leads leave out: names that are told in the second paragraph."""

from __future__ import annotations

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import COMPANY_NOUNS, INSTITUTIONS, REPORT_NOUNS
from helpers.speakers.line import Line
from helpers.speakers.namewords import ARBITERS
from helpers.speakers.nouns import singular
from helpers.speakers.turns import Turn, plain_words, words_in_marks
from helpers.wordlists import is_reporting

# Words at most of what stands over a headline.
_KICKER = 2
# Before these others speak.
_HEARINGS = frozenset("court inquest tribunal inquiry jury hearing committee mp".split())


class Leads:
    """Gives the turns of headlines and leads to those who are named below them."""

    def __init__(self, line: Line, turns: list[Turn]):
        self.line, self.turns = line, turns

    def read_headline(self) -> None:
        """Give words that stand twice to the named speaker of the fuller quotation, and a bare noun
        in a headline ("says vet") to the first named person who is quoted below it."""
        if not self.turns or self._is_sentence():
            return
        top = self._top()
        full: dict[str, Entity] = {}
        for turn in self.turns:
            one = turn.entity
            told = one is not None and (one.kind != "document" or " " in one.name)
            if told and self._is_speech(turn) and self.line.paragraphs[turn.first] > top:
                full.setdefault(plain_words(turn.row["text"]), one)
        for turn in self.turns:
            one = turn.entity
            if self.line.paragraphs[turn.first] > top:
                continue
            if self._is_heard(turn):
                turn.entity = self._same_words(turn, full) or self._first_quoted(turn) or one
                continue
            named = self._is_named(turn) or self._is_report(turn)
            known = None if named else self._same_words(turn, full)
            same = self._same_words(turn, full) if named and known is None else None
            if same is not None and one is not None and one.kind == same.kind == "person":
                # "‘I’ll tackle him’: Lee" is the one of two brothers who says so below it.
                surname = turn.phrase is not None and turn.phrase.stop - turn.phrase.first == 1
                known = same if surname and one.surname == same.surname else None
            if known is not None:
                turn.entity = known
                continue
            told = one is not None and one.named and one.kind in ("organization", "place")
            known = self._same_words(turn, full)
            bare = turn.phrase is not None and turn.phrase.form == "noun"
            bare = bare and self.line.tags[turn.phrase.first] in ("NN", "NNS")
            if bare and known is not None and known.kind == "person":
                # "…, mother tells inquest": who says so below it.
                turn.entity = known
            if (told and not self._is_bare(one)) or (one is not None and one.kind == "person"):
                continue
            headed = turn.entity is not None and turn.phrase is not None
            headed = headed and turn.phrase.form in ("noun", "pronoun")
            headed = headed and self.line.tags[turn.phrase.first] not in ("DT", "PRP$", "CD")
            if headed:
                known = self._by_noun(turn)
                if known is None and turn.marked and turn.entity.nameless:
                    known = next((one for one in full.values() if one.may_be(turn.entity)), None)
            turn.entity = known or turn.entity

    def _is_report(self, turn: Turn) -> bool:
        """Whether a headline says that a report speaks: "…, says study"."""
        noun = turn.phrase is not None and turn.phrase.form == "noun"
        return noun and singular(self.line.norms[turn.phrase.head]) in REPORT_NOUNS

    def _top(self) -> int:
        """The paragraph of the headline: the first, or the next behind a word such as "INTERVIEW"."""
        line = self.line
        first = [i for i, number in enumerate(line.paragraphs) if number == line.paragraphs[0]]
        kicker = len(first) <= _KICKER and not any(line.quoted[i] for i in first)
        return line.paragraphs[0] + (kicker and len(line.tags) > len(first))

    def _is_speech(self, turn: Turn) -> bool:
        """Whether the words of a turn are somebody's own: in marks, or a line of a transcript."""
        return turn.row["rule"] == "transcript" or (turn.marked and not self._is_heard(turn))

    def _is_named(self, turn: Turn) -> bool:
        """Whether a headline says by name who speaks: "Lee: ‘No’", "Lund Homes calls it ‘absurd’"."""
        cue, phrase = turn.row["cue"], turn.phrase
        told = isinstance(cue, str) and (cue == ":" or any(map(is_reporting, cue.lower().split())))
        named = phrase is not None and phrase.form == "name" and turn.entity is not None
        return told and named and turn.entity.kind in ("person", "organization", "place")

    def _same_words(self, turn: Turn, full: dict[str, Entity]) -> Entity | None:
        """Who says the words of a headline in the fuller quotation below it."""
        if not turn.marked:
            return None
        for words in (plain_words(turn.row["text"]), plain_words(words_in_marks(self.line, turn))):
            longer = [text for text in full if f" {words} " in f" {text} " and " " in words]
            if words in full or longer:
                # The shortest is the innermost.
                return full.get(words) or full[min(longer, key=len)]
        return None

    def _is_heard(self, turn: Turn) -> bool:
        """Whether a headline says where words were spoken: "…, court told", "…, inquest hears"."""
        phrase = turn.phrase
        if phrase is None or singular(self.line.norms[phrase.head]) not in _HEARINGS:
            return False
        return self.line.holds(phrase.stop, "told", "hears", "heard", "hear", "is", "was")

    def _first_quoted(self, turn: Turn) -> Entity | None:
        """The first person who is quoted below a headline."""
        later = (one for one in self.turns if one.first >= turn.stop and one.marked)
        people = (one.entity for one in later if one.entity is not None)
        return next((one for one in people if one.kind in ("person", "role")), None)

    def _by_noun(self, turn: Turn) -> Entity | None:
        """ "…, says study": who speaks below it and is called so, or is an institution of the kind."""
        head = singular(self.line.norms[turn.phrase.head])
        below = [one for one in self.turns if one.first >= turn.stop and one.entity]
        later = [one.entity for one in below]
        later = [one for one in later if one is not turn.entity and not one.plural]
        nouns = REPORT_NOUNS if head in REPORT_NOUNS and head != "paper" else {head}
        called = (
            one.entity
            for one in below
            if one.entity.named and one.phrase is not None and one.phrase.form == "noun"
            if singular(self.line.norms[one.phrase.head]) == head and not one.phrase.quoted
        )
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
        found = next(same, None) or next(called, None) or next(alike, None)
        return found or (next(firm, None) if head in COMPANY_NOUNS else None)

    def _is_bare(self, entity: Entity) -> bool:
        """Whether an entity is no more than a noun of the headline: "Regulator", "Landlady"."""
        line, word = self.line, entity.name.lower()
        top = bool(entity.places) and line.paragraphs[entity.places[0]] == line.paragraphs[0]
        return top and word in entity.roles and not self._is_sentence()

    def name_bare(self, entities: list[Entity]) -> None:
        """ "Sculptor defends statue \n\n … said Ann Lee. … the sculptor said": the one whom the headline
        calls by a bare noun is the first one named below of whom nothing else is told."""
        below = sorted(
            (one for one in entities if one.places and one.named and not self._is_bare(one)),
            key=lambda one: one.places[0],
        )
        for turn in self.turns:
            one = turn.entity
            if one is not None and not one.plural and self._is_bare(one):
                later = [other for other in below if other.places[0] > one.places[0]]
                found = self._institution(one, later)
                turn.entity = found or (self._person(one, later) if one.kind == "role" else one)

    def _institution(self, bare: Entity, later: list[Entity]) -> Entity | None:
        """The first institution of the kind: "Watchdog fines Lund Water \n\n The Office for Water"."""
        kinds = [kind for kind in INSTITUTIONS if kind & set(bare.roles)]
        firms = [one for one in later if one.kind == "organization"]
        # "Office for Water" is one by its first word.
        alike = [one for one in firms if any(kind & {*one.roles, one.first_word} for kind in kinds)]
        return next(iter(alike or (firms if COMPANY_NOUNS in kinds else [])), None)

    def _person(self, bare: Entity, later: list[Entity]) -> Entity:
        """The first person of whom nothing else is told, else the first of the first paragraph."""
        people = [
            one for one in later if one.kind == "person" and one.owner is None and bare.may_be(one)
        ]
        free = [one for one in people if not one.trades]
        lead = self.line.paragraphs[0] + 1
        first = [one for one in people if self.line.paragraphs[one.places[0]] == lead]
        return next(iter([*free, *first]), bare)

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
            # "By a judge who said …"
            relative = self.line.holds(phrase.head, "who")
            article = entity.first_word if relative else self.line.norms[phrase.first]
            if not entity.nameless or (phrase.owner is None and article not in ("a", "an", "the")):
                continue
            head = next(iter(entity.roles)) if relative else self.line.norms[phrase.head]
            head = singular(head)
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
        if ARBITERS & set(turn.entity.roles):
            # "… the magistrate told them. Ann Lee said": a party.
            return None
        one = other.entity
        fresh = one.places[:1] == [other.phrase.first]
        near = self.line.paragraphs[other.first] - self.line.paragraphs[turn.first] <= reach
        known = one.trades - {"doctor", "professor"}
        # "Ann Lee, who ran the office," is told of for the first time.
        at = other.phrase.stop
        fresh = fresh and not (self.line.holds(at, ",") and self.line.holds(at + 1, "who", "whose"))
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
