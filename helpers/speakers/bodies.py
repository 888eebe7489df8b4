"""Institutions named by several words that no list has: "Front for the Renewal of Kivu"."""

from __future__ import annotations

from helpers.speakers.lexicon import CALENDAR, JURISDICTIONS
from helpers.speakers.line import Line, plain_sentences
from helpers.speakers.nameedges import is_common
from helpers.speakers.namewords import BRANCHES, FOREIGN_BODIES, FOREIGN_JOINTS, MORE_BODIES, TITLES
from helpers.speakers.nouns import (
    is_forename,
    is_listed,
    is_place,
    names_institution,
    wordnet_classes,
)
from helpers.wordlists import is_reporting

_JOINTS = ("of", "for")
_ROYAL = ("prince", "princess", "duke", "duchess", "earl", "king", "queen")
_GROUPS = ("men", "women", "children", "people", "king", "queen", "prince")
_CAPITAL_JOINTS = ("Against", "Without", "For", "With", "Beyond", "Across")
_NO_BODIES = JURISDICTIONS - {"party", "union", "club"}
# Lists of what a body is for stand behind these: "Department for Environment, Food and Rural Affairs".
_LISTING = frozenset(
    """ministry department committee commission office union directorate bureau agency institute faculty
    school administration secretariat""".split()
)
# What an institution is for, before the place where it is.
_PURPOSES = BRANCHES | frozenset(
    """affairs infrastructure heritage rescue watch aid action rights standards care services safety
    research""".split()
)


class Bodies:
    """Finds whole names of institutions by how they are made, in running text."""

    def __init__(self, line: Line):
        self.line = line
        plain = plain_sentences(line)
        self._capitals = [
            word[:1].isupper() and word[-1:].isalpha() and sentence in plain
            for word, sentence in zip(line.words, line.sentences, strict=True)
        ]

    def find(self) -> list[tuple[int, int]]:
        """Return ``(first, stop)`` of the names, in the order of the text, none inside another."""
        found: list[tuple[int, int]] = []
        for token, capital in enumerate(self._capitals):
            if not capital or (found and token < found[-1][1]):
                continue
            bounds = self._with_complement(token) or self._owned(token) or self._branch(token)
            bounds = (
                bounds
                or self._call(token)
                or self._royal(token)
                or self._abroad(token)
                or self._in_place(token)
            )
            if bounds is not None and (not found or bounds[0] >= found[-1][1]):
                found.append(bounds)
        return found

    def _is_capital(self, token: int) -> bool:
        return 0 <= token < len(self._capitals) and self._capitals[token]

    def _run(self, token: int) -> int:
        """Return where the words with capitals end that begin at ``token``."""
        line = self.line
        while self._is_capital(token) and not line.opens[token]:
            if line.norms[token] in CALENDAR or line.norms[token].strip(".") in TITLES:
                break
            token += 1
        return token

    def _opens_name(self, token: int) -> bool:
        """Whether no word with a capital stands before a token."""
        return self.line.opens[token] or not self._is_capital(token - 1)

    def _with_complement(self, token: int) -> tuple[int, int] | None:
        """ "Front for the Renewal of Kivu", "Doctors Without Borders"."""
        line = self.line
        norm = line.norms[token]
        joint = token + 1
        if joint + 1 >= len(line.words) or line.opens[joint]:
            return None
        capital = line.words[joint] in _CAPITAL_JOINTS and norm.endswith("s")
        body = line.norms[joint] in _JOINTS and (names_institution(norm) or norm in MORE_BODIES)
        if not (body or capital) or norm in _NO_BODIES:
            return None
        told = line.holds(token - 1, "the") or not self._opens_name(token)
        if body and not told:
            return None
        stop = self._complement(joint)
        if stop == joint:
            return None
        if line.norms[token] in _LISTING:
            stop = self._list(joint + 1, stop)
        return self._begin(token), stop

    def _complement(self, joint: int) -> int:
        """Return where the complements of a body end that begin at ``joint``, or ``joint``."""
        line, stop = self.line, joint
        at = joint
        while at + 1 < len(line.words) and not line.opens[at]:
            start = at + 1 + line.holds(at + 1, "the")
            end = self._run(start)
            forename = end > start and is_forename(line.norms[start])
            if end == start or (forename and not is_place(line.norms[start])):
                break
            stop = end
            at = end
            if line.norm(at) not in _JOINTS:
                break
        return stop

    def _list(self, first: int, stop: int) -> int:
        """Return where a list of branches ends: "Environment, Food and Rural Affairs"."""
        line, at, ends = self.line, stop, stop
        if not all(is_common(self.line.norms[i]) for i in range(first, stop)):
            return stop
        while line.holds(at, ",", "and") and at + 1 < len(line.words):
            last = line.holds(at, "and")
            end = self._run(at + 1)
            if end == at + 1 or not all(is_common(self.line.norms[i]) for i in range(at + 1, end)):
                return ends
            at = end
            if last:
                return at
        return ends

    def _owned(self, token: int) -> tuple[int, int] | None:
        """ "Garment Workers' Solidarity Federation", "Women's Institute"."""
        line = self.line
        stop = token + 1
        if line.tags[stop : stop + 1] != ["POS"] or line.opens[stop]:
            return None
        norm = line.norms[token]
        plural = len(line.words[stop]) == 1 and norm.endswith("s")
        saint = line.holds(token - 1, "st", "st.", "saint")
        if not (plural or saint or norm.endswith(_GROUPS)):
            return None
        end = self._run(stop + 1)
        if line.tags[end : end + 1] == ["POS"] and len(line.words[end]) == 1:
            # "St Mary's Residents' Association"
            end = self._run(end + 1)
        if end == stop + 1 or not names_institution(line.norms[end - 1]):
            return None
        begin = token - 1 if saint else token
        return self._begin(begin), end

    def _begin(self, token: int) -> int:
        """Return where the words with capitals begin that end at ``token``."""
        line, at = self.line, token
        while at and not line.opens[at] and self._is_capital(at - 1):
            norm = line.norms[at - 1]
            if (
                norm in CALENDAR
                or norm.strip(".") in TITLES
                or norm in ("the", "a", "an", "in", "at")
            ):
                break
            if line.opens[at - 1] and line.tags[at - 1][:2] not in ("NN", "JJ"):
                break
            at -= 1
        return at

    def _branch(self, token: int) -> tuple[int, int] | None:
        """ "the Food and Drug Administration", "US Fish and Wildlife Service"."""
        line = self.line
        if not line.holds(token + 1, "and") or line.opens[token + 1]:
            return None
        before = line.holds(token - 1, "the")
        known = token > 0 and self._is_capital(token - 1)
        known = known and (is_listed(line.norms[token - 1]) or line.words[token - 1].isupper())
        if (
            not (before or known)
            or not is_common(self.line.norms[token])
            or line.norms[token] == "treasury"
        ):
            return None
        end = self._run(token + 2)
        inner = range(token + 2, end - 1)
        if end - token < 4 or not names_institution(line.norms[end - 1]):
            return None
        if not all(is_common(self.line.norms[i]) for i in inner) or line.norms[end - 1].endswith(
            "s"
        ):
            return None
        return (token if before else token - 1), end

    def _abroad(self, token: int) -> tuple[int, int] | None:
        """ "Folha do Planalto", "Universidad de los Andes"."""
        line, at = self.line, token + 1
        if line.norms[token] not in FOREIGN_BODIES or not self._opens_name(token):
            return None
        stop = token
        while at < len(line.words) and not line.opens[at] and line.words[at] in FOREIGN_JOINTS:
            while at < len(line.words) and line.words[at] in FOREIGN_JOINTS:
                at += 1
            end = self._run(at)
            if end == at:
                break
            stop = at = end
        return (token, stop) if stop > token else None

    def _call(self, token: int) -> tuple[int, int] | None:
        """ "Save the Children", "Help the Aged", not "Jack the Ripper"."""
        line = self.line
        if not line.holds(token + 1, "the") or line.words[token + 1] != "the":
            return None
        end = self._run(token + 2)
        verb = end > token + 2 and not is_forename(line.norms[token])
        if not verb or not self._opens_name(token):
            return None
        # "Read the Times." is no name, "Save the Children said" is.
        told = not line.opens[token] or is_reporting("".join(line.norms[end : end + 1]))
        return (token, end) if told and "v" in wordnet_classes(line.norms[token]) else None

    def _royal(self, token: int) -> tuple[int, int] | None:
        """ "Prince of Wales Hospital"."""
        line = self.line
        if line.norms[token] not in _ROYAL or not line.holds(token + 1, "of"):
            return None
        end = self._run(token + 2)
        return (token, end) if end > token + 3 and names_institution(line.norms[end - 1]) else None

    def _in_place(self, token: int) -> tuple[int, int] | None:
        """ "Transport Infrastructure Ireland", "Health New Zealand": what it is for, and where."""
        line = self.line
        if not self._opens_name(token) or token in line.dated:
            return None
        at, end = token, self._run(token + 1)
        while self._is_capital(at) and is_common(self.line.norms[at]):
            at += 1
            # "Fire and Rescue NSW"
            at += line.holds(at, "and") and self._is_capital(at + 1)
            end = max(end, self._run(at))
            if line.norms[at - 1] not in _PURPOSES:
                continue
            here = " ".join(line.norms[at:end])
            place = is_place(here) or (end == at + 1 and line.words[at].isupper())
            if place and not is_forename(here):
                return token, end
        return None
