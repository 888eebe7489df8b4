"""The times an event can be anchored to, and by what it hangs on them."""

from __future__ import annotations

from helpers.events.afar import describe_last, describe_publication
from helpers.events.anchors import PUBLICATION, Time, Weights
from helpers.events.attachments import INSIDE, SUBORDINATORS
from helpers.events.relations import Relations
from helpers.events.senses import Counts, Senses
from helpers.events.sentences import Sentence


class Candidates:
    """The candidates of the events of one article, asked for in order of the text."""

    def __init__(
        self,
        sentences: list[Sentence],
        events: list[list[int]],
        times: list[Time],
        published: str | None,
        senses: Senses,
        counts: Counts,
        attachments: Weights,
    ):
        """``events`` holds, per sentence, the tokens that are events."""
        self.sentences, self.events = sentences, events
        self.published = published
        self.times: list[list[Time]] = [[] for _ in sentences]
        for time in times:
            self.times[time.sentence].append(time)
        self.relations = Relations(
            sentences, events, self.times, published, senses, counts, attachments
        )
        self.last: list[Time | None] = []
        last = None
        for here in self.times:
            self.last.append(last)
            dates = [time for time in here if time.type in ("DATE", "TIME")]
            last = dates[-1] if dates else last

    def of(self, s: int, i: int) -> list[tuple[int, list[str]]]:
        """Return ``(row number or PUBLICATION, features)`` of event token ``i`` of sentence ``s``,
        the times of its own sentence first."""
        own = self.relations.event(s, i)
        found = self.here(s, i, own)
        last = self.last[s]
        if last is not None and (gap := s - last.sentence) <= 4:
            same = self.sentences[s].paragraph == self.sentences[last.sentence].paragraph
            found.append((last.row, describe_last(last, gap, same, self.published, own)))
        if self.published:
            found.append((PUBLICATION, describe_publication(own)))
        return found

    def here(self, s: int, i: int, own=None) -> list[tuple[int, list[str]]]:
        """Return ``(row number, features)`` of the times of its own sentence only."""
        own = own or self.relations.event(s, i)
        here = [time for time in self.times[s] if not self._is_dateline(s, time)]
        return [(time.row, self.relations.pair(s, i, time, own)) for time in here or self.times[s]]

    def gapped(self, s: int) -> dict[int, int]:
        """Return ``{event: timex row}`` for verbs left out in a coordination: in "it spread to the
        coast, where it slowed, and now to the hills" the second half dates *spread* again."""
        sentence, found = self.sentences[s], {}
        for time in self.times[s]:
            before = sentence.tags[time.first - 1] if time.first else ""
            after = sentence.tags[time.last] if time.last < len(sentence) else ""
            if before == "CC" and after in ("IN", "TO"):
                verbs = [
                    e
                    for e in self.events[s]
                    if e < time.first and e in sentence.groups and not self._relative(sentence, e)
                ]
                if verbs:
                    found[verbs[-1]] = time.row
        return found

    def clauses(self, s: int) -> dict[int, int]:
        """Return ``{event: timex row}`` for the verb of a clause that tells what happened then: "on
        Monday, when the mayor asked for help"."""
        sentence, found = self.sentences[s], {}
        for time in self.times[s]:
            at = time.last + (sentence.words[time.last : time.last + 1] == [","])
            if sentence.words[at : at + 1] != ["when"]:
                continue
            verbs = [e for e in self.events[s] if e > at and e in sentence.groups]
            if verbs:
                found[verbs[0]] = time.row
        return found

    @staticmethod
    def _relative(sentence: Sentence, e: int) -> bool:
        """Tell whether a verb stands in a relative or other subordinate clause."""
        for k in range(e - 1, -1, -1):
            if sentence.words[k] in SUBORDINATORS and sentence.tags[k] != "DT":
                return True
            if sentence.tags[k] in (",", ":", ".", "``", "''"):
                return False
        return False

    def explain(self, s: int, i: int, row: int) -> str:
        """Return in words by what event ``i`` of sentence ``s`` hangs on a candidate."""
        if row == PUBLICATION:
            return "publication date"
        sentence = self.sentences[s]
        time = next((t for t in self.times[s] if t.row == row), None)
        if time is None:
            return "the last date before it"
        if time.first <= i < time.last:
            return "inside the expression"
        low, high = (i + 1, time.first) if time.first > i else (time.last, i)
        between = sentence.tags[low:high]
        inside = high - low < 5 and all(tag in INSIDE for tag in between)
        if time.first < i and inside and sentence.tags[i][0] == "N":
            return "modifies the event"
        finite = any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in between)
        where = "same sentence" if finite else "same clause"
        before = sentence.words[time.first - 1] if time.first else ""
        tag = sentence.tags[time.first - 1] if time.first else ""
        return f"{where}: {before}" if tag in ("IN", "TO") else where

    def _is_dateline(self, s: int, time: Time) -> bool:
        """Tell the date in "NAIROBI, August 7 (Agency) -": it dates the report, not what happened."""
        sentence = self.sentences[s]
        after = sentence.tags[time.last] if time.last < len(sentence) else ""
        return s < 12 and time.first < 8 and after in ("-LRB-", ":", "HYPH") and time.type == "DATE"
