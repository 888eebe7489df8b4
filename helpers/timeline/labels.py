"""Short names for events: the words around the head that say what happened."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

LONGEST = 60
_BEFORE = frozenset("JJ JJR JJS NN NNS NNP NNPS CD HYPH POS VBN VBG".split())
_SUBJECT = frozenset("NNP NNPS NN NNS PRP DT PRP$ JJ POS HYPH CD".split())
_STOPS = frozenset(". : , `` '' -LRB- -RRB- WDT WP WRB CC".split())
_VERBS = frozenset("MD VBD VBZ VBP".split())
_WEAK = frozenset("IN TO DT CC PRP$ HYPH POS MD RB".split())
_JOINS = frozenset("that because when while after before if as since until although".split())


class Labels:
    """Labels of the events of one article; tokens inside time expressions are left out."""

    def __init__(self, article, tokens, timexes):
        self.text = article.text
        self.starts, self.ends = tokens["start"].tolist(), tokens["end"].tolist()
        self.tags, self.words = tokens["tag"].tolist(), tokens["norm"].tolist()
        self.sentences = tokens["sentence"].tolist()
        self.timed = set()
        for start, end in zip(timexes["start"].tolist(), timexes["end"].tolist(), strict=True):
            at = bisect_left(self.starts, start)
            while at < len(self.starts) and self.starts[at] < end:
                self.timed.add(at)
                at += 1
        bounds = [0, *(k for k, (a, b) in enumerate(pairwise(self.sentences), 1) if a != b)]
        self.first = dict(zip([self.sentences[b] for b in bounds] if self.starts else [], bounds, strict=False))  # fmt: skip
        self.last = {}
        for k, number in enumerate(self.sentences):
            self.last[number] = k

    def at(self, start: int) -> tuple[int, str, str]:
        """Return ``(token, label, evidence sentence)`` of the event that starts at an offset."""
        i = bisect_left(self.starts, start)
        number = self.sentences[i]
        first, last = self.first[number], self.last[number]
        evidence = self.text[self.starts[first] : self.ends[last]]
        return i, self._label(i, first, last), " ".join(evidence.split())

    def _label(self, i: int, first: int, last: int) -> str:
        begin = i
        if self.tags[i][0] == "N":
            while begin > first and self.tags[begin - 1] in _BEFORE and begin - 1 not in self.timed:
                begin -= 1
            while begin < i and self.tags[begin] in ("POS", "HYPH"):
                begin += 1
        else:
            while begin > first and (
                self.tags[begin - 1] in ("MD", "RB", "TO") or self.tags[begin - 1][0] == "V"
            ):
                begin -= 1
            begin = self._subject(begin, first)
        end = i + 1
        while end <= last and not self._ends(i, end):
            if self.ends[end] - self.starts[begin] > LONGEST:
                break
            end += 1
        while end > i + 1 and (self.tags[end - 1] in _WEAK or end - 1 in self.timed):
            end -= 1
        return " ".join(self.text[self.starts[begin] : self.ends[end - 1]].split())

    def _subject(self, begin: int, first: int) -> int:
        """Return where the noun phrase right before a verb group starts, four words at most."""
        k = begin
        while (
            k > first and begin - k < 4 and self.tags[k - 1] in _SUBJECT and k - 1 not in self.timed
        ):
            k -= 1
        while k < begin and self.tags[k] in ("POS", "HYPH", "CD"):
            k += 1
        return k if k < begin and self.tags[begin - 1] not in ("DT", "PRP$", "POS", "JJ") else begin

    def _ends(self, i: int, k: int) -> bool:
        """Tell whether a label of event ``i`` stops before token ``k``."""
        if k in self.timed or self.tags[k] in _STOPS or self.words[k] in _JOINS:
            return True
        if self.tags[k] in _VERBS:
            return True
        return self.tags[i][0] == "N" and self.tags[k] in ("VBN", "VBG", "TO")
