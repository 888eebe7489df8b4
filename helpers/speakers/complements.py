"""How far a noun phrase reaches: "a person briefed on the talks", "the chair of the board"."""

from __future__ import annotations

from helpers.speakers.lexicon import ISSUED_NOUNS, REPORT_NOUNS, TIMES
from helpers.speakers.line import FINITE, Line, Phrase, is_inverted, verb_after
from helpers.speakers.nouns import classify_noun, singular

_COMPLEMENTS = frozenset(
    """of for from by with at in on behind inside within near against to beside opposite above below
    under over outside between along across""".split()
)
_CLOSE = frozenset("close familiar present involved privy aware linked connected".split())
# After a definite noun these tell where or when something is said more often than who says it.
_ADVERBIAL = frozenset("in on at near with to against from".split())
# A report is on, to or from something.
_ON_PAPER = frozenset("on to from against".split())
# After these the one who speaks stands, not the one who is told.
_SAYING = frozenset(
    """quoted quotes quoting cited citing said says added adds explained replied recalled shouted
    cried""".split()
)
_COPULAS = frozenset("is was are were be been".split())
# Where somebody is, in one word, and how far off: "a woman upstairs", "a neighbour two doors down".
_PLACES = frozenset(
    """opposite nearby upstairs downstairs outside inside behind below above overhead alongside ahead
    abroad locally there here""".split()
)
# Without one of these behind it a phrase reaches no further.
_OPENERS = _COMPLEMENTS | _CLOSE | _PLACES | {"next"}
_OPENING_TAGS = frozenset("VBN VBG VBD JJ RB CD".split())
WAYS = frozenset("down up away along off below above behind back ahead over apart".split())


def add_complements(line: Line, phrases: list[Phrase]) -> None:
    """Set how far each phrase reaches: "a person close to the leadership", "the chair of the board"."""
    follows = {phrase.first: phrase for phrase in phrases if phrase.owner is None}
    for phrase in phrases:
        if phrase.owner is not None:
            begin = phrase.owner
            while begin.owner is not None:
                begin = begin.owner
            follows[begin.first] = phrase
    for phrase in reversed(phrases):
        phrase.reach = at = phrase.stop
        if phrase.form in ("name", "pronoun") and line.tags[phrase.head] != "NNS":
            continue
        if at < len(line.tags) and (line.norms[at] in _OPENERS or line.tags[at] in _OPENING_TAGS):
            _Complements(line, follows, phrase).add()


class _Complements:
    """Stretches one phrase over what follows it; ``follows`` are the phrases by their first token."""

    def __init__(self, line: Line, follows: dict[int, Phrase], phrase: Phrase):
        self.line, self.follows, self.phrase = line, follows, phrase
        first = phrase.first
        self.definite = line.norms[first] in ("the", "this", "that") or phrase.owner is not None
        before = line.tags[first - 1] if first and not line.opens[first] else "."
        verb = before[:2] == "VB" and line.norm(first - 1) not in _COPULAS
        says = line.norm(first - 1) in _SAYING or is_inverted(line, first)
        self.object = verb and not says
        told = line.holds(first - 1, "to") and line.holds(first - 2, "according")
        # Here its verb cannot follow.
        self.closed = told or (says and before[:2] == "VB")

    def add(self) -> None:
        """Set the reach of the phrase."""
        line, phrase = self.line, self.phrase
        for _ in range(4):
            at = phrase.reach
            if at >= len(line.tags) or line.opens[at]:
                break
            if line.norm(at) in _CLOSE and at + 1 < len(line.tags):
                at += line.tags[at + 1] == "IN" or line.norms[at + 1] == "to"
            elif (stop := max(self._participle(at), self._place(at))) > at:
                phrase.reach = stop
                continue
            if (
                line.holds(at, "for")
                and line.holds(at + 1, "no", "number")
                and not line.opens[at + 1]
            ):
                # "a spokesman for No 10"
                phrase.reach = at + 2 + (line.tags[at + 2 : at + 3] == ["CD"])
                break
            # "a pensioner from over the road"
            far = line.holds(at, "from") and line.holds(at + 1, "over", "across")
            inner = self.follows.get(at + 1 + far)
            if inner is None or not self._governs(at, inner):
                break
            phrase.reach = max(inner.reach, inner.stop)
            other = self.follows.get(phrase.reach + 1)
            both = other is not None and other.form == inner.form == "name"
            if both and line.tags[phrase.head] == "NNS" and line.holds(phrase.reach, "and"):
                # "the universities of Oslo and Lund"
                phrase.reach = other.stop

    def _governs(self, at: int, inner: Phrase) -> bool:
        """Whether the preposition at a token and the phrase behind it tell who is meant, not when, where
        or how it is said."""
        line, phrase, word = self.line, self.phrase, self.line.norms[at]
        if word not in _COMPLEMENTS or line.opens[at + 1]:
            return False
        if word == "of":
            return True
        head, noun = line.norms[phrase.head], line.norms[inner.head]
        if singular(head) in TIMES or singular(noun) in TIMES or noun in ISSUED_NOUNS:
            return False
        kind = classify_noun(head)
        doer = inner.form == "name" or classify_noun(noun) in ("person", "organization", "group")
        if word == "by" and doer and kind != "document" and head not in REPORT_NOUNS:
            # "was met at the gate by the guard", not "a plaque by the door", "a study by the bank"
            return False
        numbered = line.tags[phrase.head] == "CD" and line.tags[phrase.first] == "DT"
        if phrase.form == "indefinite" and not numbered:
            return False
        if word == "from" and kind == "document" and _is_year(line, inner.head):
            # "a report of the ministry from 1974"
            return True
        if line.tags[inner.head] == "CD" and inner.reach == inner.stop:
            # "passengers on the 7.42", not "workers in 2009"
            return line.tags[inner.first] == "DT"
        if self.object and at == phrase.stop and word in _ADVERBIAL:
            # "heard a man in a grey coat shout"
            return line.tags[inner.reach : inner.reach + 1] == ["VB"]
        if not self.definite or word not in _ADVERBIAL:
            return True
        if kind == "document":
            return word in _ON_PAPER
        ends = inner.reach < len(line.tags) and line.tags[inner.reach] in FINITE
        placed = word in ("in", "at") and inner.form == "name"
        if kind == "person" and phrase.owner is not None and line.opens[phrase.first]:
            # "Its station manager in Juba denied it."
            return word == "in" and placed and ends
        return kind in ("organization", "group") and placed and (ends or self.closed)

    def _participle(self, at: int) -> int:
        """Return where the participle ends that describes the noun before it, or ``at``: "a person
        briefed on the talks said", "the union representing drivers said", "a woman living opposite"."""
        line, n = self.line, len(self.line.tags)
        bare = at == self.phrase.stop
        # "a notice still pasted to the gate"
        at += bare and line.tags[at : at + 2] == ["RB", "VBN"]
        if not bare or at + 1 >= n or line.tags[at] not in ("VBN", "VBG", "VBD", "JJ"):
            return self.phrase.stop
        after = at + 1 + (line.tags[at + 1] == "RP")
        stop = self._place(after) if line.tags[at] in ("VBN", "VBG") else after
        prepositional = stop > after or (after < n and line.norms[after] in _COMPLEMENTS)
        if stop == after:
            inner = self.follows.get(stop + prepositional)
            day = singular(line.norms[stop + prepositional]) in TIMES and not self.definite
            if day and self.closed and not prepositional:
                # "according to a report published yesterday"
                return stop + 1
            if inner is not None and not line.opens[inner.first]:
                stop = max(inner.reach, inner.stop)
            elif prepositional and line.tags[stop + 1 : stop + 2] == ["JJ"]:
                # "a woman dressed in black"
                stop += 2
            else:
                return at
            if prepositional and line.holds(stop, "in") and _is_year(line, stop + 1):
                # "a report submitted to both governments in 2009"
                stop += 2
        if line.tags[at] == "VBD":
            return stop if prepositional and (self.closed or verb_after(line, stop) >= 0) else at
        if prepositional and not self.definite:
            return stop
        ends = verb_after(line, stop) >= 0 or line.tags[stop : stop + 1] == ["WP"]
        # "said a woman holding two buckets", "said a man dressed in black"
        ends = ends or (self.closed and (prepositional or line.tags[at] == "VBG"))
        return stop if ends and (line.tags[at] == "VBG" or not self.definite) else at

    def _place(self, at: int) -> int:
        """Return where words end that tell where somebody is, or ``at``: "opposite", "next door", "two
        doors down"."""
        line, phrase = self.line, self.phrase
        if at >= len(line.tags) or line.opens[at] or phrase.form != "noun":
            return at
        stop = at
        if line.holds(at, "next") and line.holds(at + 1, "door"):
            stop = at + 2
        elif line.tags[at] == "CD" and line.norm(at + 2) in WAYS:
            stop = at + 3
        elif line.norms[at] in _PLACES and at + 1 not in self.follows:
            stop = at + 1
        if stop == at or classify_noun(line.norms[phrase.head]) not in ("person", "group"):
            return at
        if line.holds(at, "there", "here") and at == phrase.stop:
            return at if self.definite else stop
        if at > phrase.stop and line.tags[at - 1][:2] in ("VB", "JJ"):
            return stop
        return stop if self.closed or verb_after(line, stop) >= 0 else at


def _is_year(line: Line, token: int) -> bool:
    year = line.norms[token] if token < len(line.norms) else ""
    return len(year) == 4 and year.isdigit() and year[:2] in ("18", "19", "20")
