"""Quotations beside which nobody is named: who has the word there."""

from __future__ import annotations

from bisect import bisect, bisect_left

from helpers.speakers.dialogue import (
    can_say,
    find_asker,
    is_certain,
    is_labelled,
    is_question,
    is_reply,
)
from helpers.speakers.earlier import (
    introduced,
    is_about,
    is_brief,
    is_missed,
    last_able,
    last_marked,
)
from helpers.speakers.line import Index, Line, Phrase
from helpers.speakers.phrases import is_animate
from helpers.speakers.topics import person_of, subject_of
from helpers.speakers.turns import Turn

# So many answers to questions without marks make an interview.
_ANSWERS = 2


class Discourse:
    """Finds the phrase or the earlier turn that tells who speaks without a reporting clause."""

    def __init__(self, line: Line, index: Index, turns: list[Turn]):
        self.line, self.index = line, index
        self.turns = [turn for turn in turns if turn.row["rule"] not in ("nested", "attitude")]
        self.by_paragraph: dict[int, list[Turn]] = {}
        for turn in self.turns:
            self.by_paragraph.setdefault(line.paragraphs[turn.first], []).append(turn)
        self.bounds = {
            paragraph: (bisect_left(line.paragraphs, paragraph), bisect(line.paragraphs, paragraph))
            for paragraph in dict.fromkeys(line.paragraphs)
        }
        asked = [
            turn
            for turn in self.turns
            if turn.marked and self._alone(turn) and self._follows_question(turn)
        ]
        self._interview = len(asked) >= _ANSWERS

    def _follows_question(self, turn: Turn) -> bool:
        first, _ = self.bounds[self.line.paragraphs[turn.first]]
        return self.line.holds(first - 1, "?") and not self.line.quoted[first - 1]

    def place(self, turn: Turn, given: Phrase | None = None) -> bool:
        """Give a turn its phrase, an earlier turn or the interviewee; False when nothing tells.

        ``given`` is whom the ranked source names."""
        token = self._before(turn)
        return self._opening(turn, given) if token < 0 else self._within(turn, token)

    def _before(self, turn: Turn) -> int:
        """Return the last token before the marks of a turn in its paragraph, or -1."""
        line, token = self.line, turn.first - 1
        while token >= 0 and line.tags[token] in ("``", "''") and not line.quoted[token]:
            token -= 1
        same = token >= 0 and line.paragraphs[token] == line.paragraphs[turn.first]
        return token if same else -1

    def answers(self, turn: Turn) -> bool:
        """Whether a quotation stands behind the label "A:" of an interview."""
        return is_labelled(self.line, turn, ("a", "answer", "a."))

    def asks(self, turn: Turn) -> bool:
        """Whether a quotation stands behind the label "Q:" of an interview."""
        return is_labelled(self.line, turn, ("q", "question", "q."))

    def moves_on(self, turn: Turn, before: Turn) -> bool:
        """Whether a sentence about somebody stands between a quotation and its clause so far."""
        line = self.line
        token = self._before(turn)
        if before.phrase is None or token < 0 or line.quoted[token]:
            return False
        if line.sentences[token] <= line.sentences[before.phrase.head]:
            return False
        if line.sentences[token] == line.sentences[turn.first]:
            return False
        subject = subject_of(self.index, token)
        return subject is not None and subject.subject and line.opens[subject.first]

    def prose_before(self, turn: Turn) -> Phrase | None:
        """Return whom the sentence before a quotation is about when it stands in its paragraph."""
        token = self._before(turn)
        return None if token < 0 or self.line.quoted[token] else subject_of(self.index, token)

    def _within(self, turn: Turn, token: int) -> bool:
        """The quotation follows prose or another quotation in its paragraph."""
        line = self.line
        before = [
            one
            for one in self.by_paragraph[line.paragraphs[turn.first]]
            if one.stop <= turn.first and one is not turn
        ]
        last = before[-1] if before else None
        if line.quoted[token] and last is not None:
            turn.same = last
            return True
        sentence = line.sentences[token]
        for one in reversed(before):
            if one.phrase is not None and line.sentences[one.phrase.first] == sentence:
                turn.same = one
                return True
        subject = self._subject_before(turn, token)
        if subject is not None:
            turn.phrase = subject
            return True
        if last is not None and line.sentences[last.stop - 1] >= sentence - 1:
            turn.same = last
            return True
        return self._following(turn, described=True)

    def _subject_before(self, turn: Turn, token: int) -> Phrase | None:
        """Whom the sentence of a token is about, or, where that is nobody who can speak so, the sentence after
        the quotation or one before: "Four friends joined. “I was glad.”" is none of the four."""
        line, first = self.line, token
        while True:
            subject = subject_of(self.index, first)
            if subject is not None and can_say(line, turn, subject):
                return subject
            while first and line.sentences[first - 1] == line.sentences[token]:
                first -= 1
            same = first and line.paragraphs[first - 1] == line.paragraphs[token]
            if subject is not None and first <= token and self._following(turn):
                return turn.phrase
            # "Lee had his cap on. And the money? “I bought bread.”"
            asked = line.holds(token, "?") and line.sentences[first] == line.sentences[token]
            if not same or line.quoted[first - 1] or (subject is None and not asked):
                return None
            first = token = first - 1

    def _opening(self, turn: Turn, given: Phrase | None) -> bool:
        """The quotation opens its paragraph."""
        line = self.line
        paragraph = line.paragraphs[turn.first]
        if paragraph - 1 not in self.bounds:
            if not self._following(turn, described=True) and self._alone(turn):
                turn.phrase = introduced(self.index, self.bounds[paragraph][1])
            return turn.phrase is not None
        bounds, found = self.bounds, self.by_paragraph
        while paragraph - 2 in bounds and is_missed(line, bounds, found, paragraph - 1):
            paragraph -= 1
        first, stop = self.bounds[paragraph - 1]
        earlier = [one for one in self.by_paragraph.get(paragraph - 1, ()) if one.marked]
        asked = line.holds(stop - 1, "?") or (
            not earlier
            and any(line.holds(i, "you", "your") for i in range(first, min(stop, first + 60)))
        )
        asked = asked or (not earlier and self._interview and self._alone(turn))
        if self._interview and self._alone(turn) and self._follows_question(turn):
            turn.interviewee = True
            return True
        if not earlier and asked and not line.quoted[stop - 1]:
            turn.interviewee = True
            return True
        if line.holds(stop - 1, ":"):
            turn.phrase = subject_of(self.index, stop - 1)
            return turn.phrase is not None
        if self._following(turn):
            return True
        if earlier and given is not None and not self._alone(turn):
            # A paragraph that also tells something is no line of a dialogue.
            return False
        alone = earlier and self._alone(turn)
        if alone and (asker := find_asker(line, self.turns, turn, earlier[-1])) is not None:
            turn.same = asker
            return True
        if earlier:
            return self._answering(turn, earlier[-1])
        told = [one for one in self.by_paragraph.get(paragraph - 1, ()) if one.phrase is not None]
        if told and line.sentences[told[-1].stop - 1] == line.sentences[stop - 1]:
            if self._alone(turn) and is_question(told[-1]):
                turn.answers = told[-1]
                return True
            if can_say(line, turn, told[-1].phrase):
                # "The offer was kind, he added. \n\n “We said no.”"
                turn.same = told[-1]
                return True
        turn.phrase = person_of(self.index, stop - 1) or subject_of(self.index, first)
        if turn.phrase is not None and not can_say(line, turn, turn.phrase):
            # "A tabloid said so. \n\n “I never did.”"
            turn.phrase, turn.same = None, last_able(line, self.turns, turn)
            if turn.same is None:
                turn.phrase = introduced(self.index, self.bounds[line.paragraphs[turn.first]][1])
            return turn.placed
        if turn.phrase is not None and is_about(line, self.turns, turn, turn.phrase):
            turn.phrase, turn.same = None, last_marked(self.turns, turn)
            return True
        return turn.phrase is not None

    def _answering(self, turn: Turn, last: Turn) -> bool:
        """A paragraph of nothing but speech after another speech: a reply or its continuation."""
        line = self.line
        before = [
            one for one in self.by_paragraph.get(line.paragraphs[last.first] - 1, ()) if one.marked
        ]
        asked = line.holds(last.stop - 1, "?")
        if before and (asked or before[-1].phrase is not None) and self._alone(turn):
            other = before[-1]
            if (
                other.same is not last
                and (other.phrase is None or other.phrase is not last.phrase)
                and (
                    asked
                    or self._alone(other)
                    or self._alone(last)
                    or (is_reply(last) and line.holds(other.stop - 1, "?"))
                    or is_brief(line, self.bounds, other, last)
                )
            ):
                turn.same = other
                return True
        if asked and not before and self._alone(turn):
            turn.answers = last
        else:
            turn.same = last
        return True

    def _alone(self, turn: Turn) -> bool:
        first, stop = self.bounds[self.line.paragraphs[turn.first]]
        return turn.first - first <= 2 and stop - turn.stop <= 2

    def _following(self, turn: Turn, described: bool = False) -> bool:
        """ "Enough." She stood up: the sentence after it begins with the one who spoke, also "the old man"
        where nothing else tells."""
        line, token = self.line, turn.stop
        while token < len(line.tags) and line.tags[token] == "''":
            token += 1
        if token >= len(line.tags) or line.paragraphs[token] != line.paragraphs[turn.first]:
            return False
        one = self.index.opening.get(token)
        if one is None or not one.subject or not is_animate(line, one):
            return False
        # "The porter, Bo Lee, has been there for years"
        name = self.index.opening.get(one.reach + 1) if line.holds(one.reach, ",") else None
        named = name is not None and name.form == "name" and line.holds(name.stop, ",")
        if one.form == "noun" and not named and not (described and is_certain(line, one)):
            return False
        turn.phrase = one
        return True
