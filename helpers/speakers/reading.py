"""One reading of an article: phrases linked in order, and who speaks where."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from helpers.speakers.disjoint import Disjoint
from helpers.speakers.entity import Entity
from helpers.speakers.leads import Leads
from helpers.speakers.line import Index, Phrase, read_line
from helpers.speakers.people import Cast
from helpers.speakers.phrases import find_phrases
from helpers.speakers.placing import place_turns
from helpers.speakers.resolve import Resolver
from helpers.speakers.retagging import mend_tags
from helpers.speakers.salience import PEOPLE, pronoun_sex
from helpers.speakers.turns import Turn, find_interviewee, read_turn, turns_around

_EVIDENCE = {"pronoun": "pronoun", "name": "name", "pair": "name"}


class Reader:
    """Reads one article once: phrases, their entities, and the turns of its speakers."""

    def __init__(self, article, tokens: pd.DataFrame, names: pd.DataFrame, rows: list[dict]):
        self.text = article.text
        self.author = getattr(article, "byline", None) or "the author"
        self.line = line = read_line(tokens)
        mend_tags(line)
        self.interviewee: Entity | None = None
        self.turns = [read_turn(line, row) for row in sorted(rows, key=reading_order)]
        self._mark_quoted()
        self.cast = Cast(article.text, line, names)
        kinds = self.cast.kinds()
        # "KOCHI: “Nobody slept.”" tells where that was.
        phrases = [
            phrase
            for phrase in find_phrases(line, self.cast.bounds)
            if phrase.head not in line.dated or kinds.get(phrase.head) != "place"
        ]
        self.index = Index(line, phrases, kinds)
        self.resolver = Resolver(article.text, line, self.cast, self.index)
        self.disjoint = Disjoint(self.turns, self.cast, self.resolver)
        place_turns(line, self.index, self.turns)
        self._unite_parts()

    def _mark_quoted(self) -> None:
        line = self.line
        for turn in self.turns:
            inside = turn.row["kind"] == "direct" or turn.row["rule"] == "transcript"
            if not (turn.marked or inside):
                continue
            for token in range(turn.first, min(turn.stop, len(line.tags))):
                if turn.row["kind"] == "mixed" and line.tags[token] in ("``", "''"):
                    inside = line.tags[token] == "``"
                elif inside:
                    line.quoted[token] = True

        self._mark_unfound()

    def _mark_unfound(self) -> None:
        """Words between marks that were not found as quotations are no prose of the article either."""
        line, opened = self.line, -1
        for token, tag in enumerate(line.tags):
            if opened >= 0 and line.paragraphs[token] != line.paragraphs[opened]:
                if opened == 0 or line.paragraphs[opened - 1] != line.paragraphs[opened]:
                    self._fill(opened + 1, token)
                opened = -1
            again = opened >= 0 and line.words[token] == line.words[opened]
            if tag == "``" and (opened < 0 or again) and not line.quoted[token]:
                # A mark that opens twice was not closed as one: "whose show ‘Hot Plates’ …"
                opened = token
            elif tag == "''" and opened >= 0:
                self._fill(opened + 1, token)
                opened = -1

    def _fill(self, first: int, stop: int) -> None:
        self.line.quoted[first:stop] = [True] * (stop - first)

    def _unite_parts(self) -> None:
        """ "“I lost some. \n\n “I won some,” Lee said": whoever is named beside the last paragraph of one
        quotation spoke all of them."""
        later: dict[int, Turn] = {}
        for turn in reversed(self.turns):
            last = later.get(turn.row["quotation"])
            if last is not None and last.phrase is not turn.phrase:
                turn.phrase, turn.same, turn.answers = last.phrase, None, None
                turn.interviewee = turn.author = False
            named = turn.phrase is not None and turn.phrase.form == "name"
            cued = named and turn.cue is not None
            cued = cued and int(turn.row["cue_start"]) >= int(turn.row["end"])
            if cued and last is None and turn.row["rule"] == "re-opened":
                later[turn.row["quotation"]] = turn

    def resolve(self) -> None:
        """Link all phrases in order, and note who speaks where."""
        waiting: dict[Phrase, list[Turn]] = defaultdict(list)
        loose = []
        for turn in self.turns:
            if turn.phrase is not None:
                waiting[turn.phrase].append(turn)
            else:
                loose.append(turn)
        loose.reverse()
        # "“He said, ‘No,’” said Lee": whom "he" means is asked when it is known who tells of him.
        later: dict[Phrase, list[Phrase]] = defaultdict(list)
        for phrase in self.index.phrases:
            while loose and loose[-1].first <= phrase.first:
                self._settle(loose.pop())
            turns = waiting.get(phrase)
            if phrase.quoted and not turns:
                continue
            teller = self._teller(turns[0]) if turns else None
            if teller is not None and teller.first > phrase.first and phrase.form == "pronoun":
                later[teller].append(phrase)
                continue
            self._link(phrase, turns or [])
            for inner in later.pop(phrase, ()):
                self._link(inner, waiting[inner])
        for turn in reversed(loose):
            self._settle(turn)
        self._look_ahead()
        self.resolver.descriptions.documents.name_signatories(self.turns)
        leads = Leads(self.line, self.turns)
        for turn in self.turns:
            turn.entity = self.resolver.naming.merged.get(turn.entity, turn.entity)
        leads.read_headline()
        leads.name_bare(self.cast.entities)
        leads.name_later(self.resolver.roles.holders)

    def _link(self, phrase: Phrase, turns: list[Turn]) -> None:
        """Link a phrase, and settle the turns that it tells the speaker of."""
        avoid = self.disjoint.find(phrase, turns[0]) if turns else frozenset()
        self.resolver.link(phrase, avoid, bool(turns))
        for turn in turns:
            self._settle(turn)

    def _teller(self, turn: Turn) -> Phrase | None:
        """The phrase that names who speaks the quotation inside which this one stands."""
        around = turns_around(turn, self.turns)
        return next((one.phrase for one in around if one.phrase is not None), None)

    def _look_ahead(self) -> None:
        """ "“It is over,” she said. Anna Berg had waited": whom a pronoun before any name means."""
        for turn in self.turns:
            phrase = turn.phrase
            if turn.entity is not None or phrase is None or phrase.form != "pronoun":
                continue
            word = self.line.norms[phrase.head]
            gender = pronoun_sex(word)
            later = (
                one
                for one in self.cast.entities
                if one.kind == "person"
                and one.gender == gender
                and one.places
                and one.places[0] > phrase.first
            )
            if gender and not phrase.quoted:
                turn.entity = min(later, key=lambda one: one.places[0], default=None)

    def _settle(self, turn: Turn) -> None:
        if turn.phrase is not None:
            turn.entity = self.resolver.entity_of.get(turn.phrase)
            turn.evidence = _EVIDENCE.get(turn.phrase.form, "role")
        elif turn.same is not None:
            turn.entity, turn.evidence = turn.same.entity, "continued"
            turn.phrase = turn.same.phrase
        elif turn.answers is not None:
            turn.entity, turn.evidence = self._answerer(turn.answers), "continued"
        elif turn.interviewee:
            self.interviewee = self.interviewee or find_interviewee(self.cast)
            turn.entity, turn.evidence = self.interviewee, "continued"
        if turn.entity is not None and turn.row["rule"] != "nested":
            self.resolver.salience.speak(turn.first, turn.entity)
            if turn.phrase is not None:
                documents = self.resolver.descriptions.documents
                documents.note_speaker(turn.phrase.first, turn.entity)

    def _answerer(self, question: Turn) -> Entity | None:
        """Whoever else spoke last before a question."""
        spoken = [entity for _, entity in self.resolver.salience.speakers]
        others = (one for one in reversed(spoken) if one is not question.entity)
        other = next((one for one in others if one.kind in PEOPLE), question.entity)
        if other is None:
            # The reporter asked.
            self.interviewee = self.interviewee or find_interviewee(self.cast)
        return other or self.interviewee


def reading_order(row: dict) -> tuple[int, int]:
    """Return where a quotation begins, the longer first."""
    return int(row["start"]), -int(row["end"])
