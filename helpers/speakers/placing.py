"""Where each quotation tells its speaker: beside it, by its cue, or in the sentences around."""

from __future__ import annotations

from helpers.speakers.agents import agent_of, claimed_by, put_by, teller_of
from helpers.speakers.beside import after_marks, before_marks, owner_before
from helpers.speakers.clauses import locate, quoted_as
from helpers.speakers.cues import is_heard, is_passive, last_verb
from helpers.speakers.dialogue import can_say
from helpers.speakers.discourse import Discourse
from helpers.speakers.line import Index, Line, Phrase
from helpers.speakers.phrases import is_animate
from helpers.speakers.salience import FIRST
from helpers.speakers.telling import told_by
from helpers.speakers.turns import Turn
from helpers.wordlists import calls, is_reporting


def place_turns(line: Line, index: Index, turns: list[Turn]) -> None:
    """Give every turn the phrase, the earlier turn or the interviewee that tells who speaks."""
    discourse = Discourse(line, index, turns)
    chains: dict[int, Turn] = {}
    cues: dict[int, Turn] = {}
    for turn in turns:
        before = chains.get(turn.row["quotation"])
        chains[turn.row["quotation"]] = turn
        known = None if turn.cue is None else cues.setdefault(int(turn.row["cue_start"]), turn)
        _Placing(line, index, discourse).place(turn, before, None if known is turn else known)


class _Placing:
    def __init__(self, line: Line, index: Index, discourse: Discourse):
        self.line, self.index, self.discourse = line, index, discourse

    def place(self, turn: Turn, before: Turn | None, cued: Turn | None) -> None:
        """``before`` is the part before this one, ``cued`` an earlier turn with the same cue."""
        line, index, discourse = self.line, self.index, self.discourse
        row = turn.row
        if self._is_heard(turn):
            turn.phrase = teller_of(line, index, self._verb(turn))
            return
        if self._is_unnamed(turn):
            return
        given = self._mention(turn)
        given = told_by(line, index, turn, given)
        if given is not None and turn.marked and self._asks(turn, given):
            given = None
        if given is not None and given.quoted and row["rule"] != "nested":
            given = None
        if given is not None and turn.marked and not self._can_say(turn, given):
            given = None
        if given is not None and line.holds(given.head, "head") and not is_animate(line, given):
            given = None
        transcript = row["rule"] == "transcript"
        if row["rule"] == "nested" or not (turn.marked or transcript):
            turn.phrase = given
            return
        if discourse.answers(turn):
            turn.interviewee = True
            return
        if discourse.asks(turn):
            turn.author = True
            return
        if transcript:
            turn.phrase = given
            return
        told = turn.cue is not None and given is not None
        if told and quoted_as(line, index, turn.cue[1] - 1) is given:
            turn.phrase = given
            return
        turn.phrase = (
            put_by(line, index, turn.first, turn.stop)
            or claimed_by(line, index, turn.first)
            or owner_before(line, index, turn.first)
        )
        if turn.phrase is not None:
            return
        leads = told and self._leads(turn)
        turn.phrase = None if leads else after_marks(line, index, self._closing(turn))
        if turn.phrase is None and not (told and self._introduces(turn)):
            turn.phrase = before_marks(line, index, turn.first)
        if turn.phrase is not None:
            return
        if cued is not None and cued.phrase is not None and self._adds(turn, cued):
            # "Lee said neither side wanted it. “They will wait.”"
            turn.same = cued
            return
        if before is not None and discourse.moves_on(turn, before):
            discourse.place(turn)
            return
        if (
            before is not None
            and before.placed
            and (row["rule"] == "re-opened" or given is None or given is self._mention(before))
        ):
            turn.same = before
            return
        if told and self._together(turn, given):
            turn.phrase = given
            return
        if not discourse.place(turn, given):
            turn.phrase = given

    def _closing(self, turn: Turn) -> int:
        """The token after a turn, or in a headline after its marks: "‘I am done’, says striker"."""
        line = self.line
        if turn.marked and line.paragraphs[turn.first] == line.paragraphs[0]:
            for token in range(min(turn.stop, len(line.tags)) - 1, turn.first, -1):
                if line.tags[token] == "''":
                    return token
        return turn.stop

    def _adds(self, turn: Turn, cued: Turn) -> bool:
        """Whether a quotation follows right after a sentence that reports without marks."""
        line = self.line
        if cued.marked or cued.stop > turn.first or line.norms[cued.phrase.head] in FIRST:
            return False
        near = line.sentences[turn.first] - line.sentences[cued.stop - 1] == 1
        near = near and self._can_say(turn, cued.phrase)
        return near and line.paragraphs[turn.first] == line.paragraphs[cued.first]

    def _asks(self, turn: Turn, given: Phrase) -> bool:
        """Whether the reporter's "I put this to him" stands before a quotation: no words of his."""
        line = self.line
        if line.norms[given.head] not in FIRST or turn.cue is None:
            return False
        led = line.holds(turn.first - 2, ":")
        return not led and line.sentences[turn.cue[0]] < line.sentences[turn.first]

    def _is_heard(self, turn: Turn) -> bool:
        """Whether the cue only tells who listened: below a headline such words are nobody's."""
        if turn.cue is None or turn.row["rule"] == "nested":
            return False
        line, verb = self.line, self._verb(turn)
        _, stop = self.discourse.bounds[line.paragraphs[verb]]
        ends = line.holds(stop - 1, ".", "?", "!") or line.tags[stop - 1] == "''"
        return (ends or line.paragraphs[verb] > line.paragraphs[0]) and is_heard(line, verb)

    def _is_unnamed(self, turn: Turn) -> bool:
        """Whether nobody is named who calls it so: "The plan was dismissed as “absurd”"."""
        if turn.cue is None:
            return False
        line, verb = self.line, self._verb(turn)
        if not (verb < turn.first and calls(line.norms[verb]) and is_passive(line, verb)):
            return False
        return agent_of(line, self.index, verb, turn.cue[1] - 1, turn.stop) is None

    def _verb(self, turn: Turn) -> int:
        """The verb of the cue."""
        return last_verb(self.line, *turn.cue)

    def _can_say(self, turn: Turn, phrase: Phrase) -> bool:
        """Whether a clause beside it reports a quotation, or else its words are such as a phrase can say."""
        line, cue = self.line, turn.cue
        told = cue is not None and turn.row["rule"] != "nested"
        told = told and line.sentences[cue[0]] < line.sentences[turn.first]
        prose = cue is None or (told and not line.holds(turn.first - 2, ":"))
        return not prose or can_say(self.line, turn, phrase)

    def _mention(self, turn: Turn) -> Phrase | None:
        return None if turn.mention is None else locate(self.line, self.index, *turn.mention)

    def _leads(self, turn: Turn) -> bool:
        """Whether the cue stands directly before the quotation."""
        last = turn.cue[1] - 1
        return (
            0 < turn.first - last <= 3
            and self.line.sentences[last] == self.line.sentences[turn.first]
        )

    def _introduces(self, turn: Turn) -> bool:
        """Whether the cue stands in the sentence that leads to the quotation."""
        line = self.line
        cue = line.sentences[turn.cue[0]]
        return turn.first > 0 and cue == line.sentences[turn.first - 1]

    def _together(self, turn: Turn, given: Phrase) -> bool:
        """Whether cue and mention stand in one sentence, and it is one of the quotation's."""
        line = self.line
        cue = line.sentences[turn.cue[0]]
        mention = line.sentences[given.first]
        verb = turn.cue[1] - 1
        if cue > line.sentences[turn.stop - 1] and not is_reporting(line.norms[verb]):
            # "She waited. “Nothing.” The guard closed the door."
            before = self.discourse.prose_before(turn)
            if before is not None and before is not given and given.form == "noun":
                return False
        near = (
            line.sentences[turn.first] - 1
            <= cue
            <= line.sentences[min(turn.stop, len(line.tags)) - 1] + 1
        )
        return cue == mention and near
