"""Where a name begins and ends, when only a part of it was found."""

from __future__ import annotations

from helpers.speakers.lexicon import CALENDAR, PARTICLES, PERSONAL, TIMES, TITLES
from helpers.speakers.line import Line
from helpers.speakers.nouns import (
    classify_noun,
    is_demonym,
    is_forename,
    is_listed,
    names_institution,
)

# With these a family name begins: "Mac Aodha".
_CLANS = ("Mac", "Mc", "Nic", "Ní", "Ó", "Uí", "St")


class Extents:
    """Stretches the names of the table; ``starts`` are the tokens where they begin."""

    def __init__(self, line: Line, starts: set[int]):
        self.line, self._starts = line, starts

    def stretch(self, first: int, stop: int, kind: str, taken: set[int]) -> tuple[int, int, str]:
        """Return the bounds of a whole name and its type; ``taken`` are tokens of other names."""
        line = self.line
        if kind == "person":
            first = self._before_particle(first, taken)
            first -= self._follows_title(first) and first - 1 not in taken
        if kind == "person" and (stop == first + 1 or line.words[first] in _CLANS):
            first -= self._follows_forename(first)
        if line.norms[first] == "of" and first and line.tags[first - 1] in ("NNP", "NN"):
            first -= line.words[first - 1][:1].isupper()
            kind = "organization"
        if kind == "organization":
            first = self._begins_with(first, taken)
        if first > 1 and line.norms[first - 1] == "&" and line.words[first - 2].istitle():
            first, kind = first - 2, "organization"
        if self._joined(stop):
            stop, kind = self._end_of_run(stop + 1), "organization"
        while self._hyphen(stop) and (kind == "person" or stop + 1 not in self._starts):
            stop += 2
        while first > 1 and self._hyphen(first - 1) and first - 2 not in taken:
            first -= 2
        if kind == "person" and stop - first == 3 and line.norms[first + 1] == "-":
            first -= self._follows_forename(first)
        if self._goes_on(stop):
            stop += 1
            if line.tags[stop - 1] == "NNPS" or names_institution(line.norms[stop - 1].strip(".")):
                kind = "organization"
        stop = self.goes_on_with(stop)
        return first, stop, kind

    def _before_particle(self, first: int, taken: set[int]) -> int:
        """Return where "Ilse van Draanen" begins when only "Draanen" was found."""
        line, at = self.line, first
        while at and line.words[at - 1] in PARTICLES and not line.opens(at):
            at -= 1
        named = at and line.words[at - 1].istitle() and line.tags[at - 1][:2] in ("NN", "JJ")
        return at - (at < first and named and not line.opens(at) and at - 1 not in taken)

    def _follows_title(self, first: int) -> bool:
        """Whether a name that was found begins one word earlier, after a title: "Mr Lim Wei Sheng"."""
        line = self.line
        if first < 2 or line.opens(first) or not line.words[first - 1].istitle():
            return False
        word = line.norms[first - 1].strip(".")
        titled = line.norms[first - 2].strip(".") in PERSONAL and not line.opens(first - 1)
        return titled and line.tags[first - 1] == "NNP" and word not in TITLES

    def _follows_forename(self, first: int) -> bool:
        """Whether the word before a last name that was found alone is its forename."""
        line = self.line
        if not first or line.opens(first):
            return False
        noun = line.tags[first - 1] in ("NN", "NNS") and line.norms[first - 1] not in TIMES
        if line.tags[first - 1] != "NNP" and not noun:
            return False
        word = line.norms[first - 1]
        if word.strip(".") in TITLES or word in CALENDAR or classify_noun(word):
            return False
        return line.words[first - 1].istitle() and (is_forename(word) or not is_listed(word))

    def _begins_with(self, first: int, taken: set[int]) -> int:
        """Return where an institution's name begins: "the European Mission", "Rail Workers United"."""
        line, at = self.line, first
        while at:
            if line.tags[at - 1] == "POS" and len(line.words[at - 1]) == 1 and at > 1:
                # "Drivers' Union", not "Lund's Union".
                if line.words[at - 2].istitle() and at - 2 not in taken:
                    at -= 2
                    continue
                break
            if not line.words[at - 1].istitle() or line.tags[at - 1] not in ("NNP", "NNPS", "JJ"):
                break
            word = line.norms[at - 1]
            person = classify_noun(word) == "person" and not word.endswith("s")
            if line.opens(at) or (person and not is_demonym(word)):
                break
            if at - 1 in taken or word in CALENDAR or word.strip(".") in TITLES:
                break
            at -= 1
        named = all(tag in ("NNP", "NNPS", "POS") for tag in line.tags[at:first])
        return at if (at and line.norms[at - 1] == "the") or named else first

    def _joined(self, stop: int) -> bool:
        """Whether a firm's name goes on with another: "Lund & Moss"."""
        line = self.line
        return (
            line.holds(stop, "&") and stop + 1 < len(line.tags) and line.words[stop + 1].istitle()
        )

    def _end_of_run(self, token: int) -> int:
        line = self.line
        while token < len(line.tags) and line.words[token].istitle() and not line.opens(token):
            token += 1
        return token

    def _hyphen(self, token: int) -> bool:
        """Whether a hyphen joins two capitalised words: "Okafor-Bell"."""
        line = self.line
        return (
            0 < token < len(line.tags) - 1
            and line.norms[token] == "-"
            and line.ends[token - 1] == line.starts[token]
            and line.ends[token] == line.starts[token + 1]
            and line.words[token + 1][:1].isupper()
            and line.words[token - 1][:1].isupper()
        )

    def _goes_on(self, stop: int) -> bool:
        """Whether the word after a name that was found belongs to it: "Salo" of "Salo Fisheries"."""
        line = self.line
        if stop >= len(line.tags) or line.opens(stop) or stop in self._starts:
            return False
        word = line.norms[stop].strip(".")
        if line.tags[stop] not in ("NNP", "NNPS") or not line.words[stop][:1].isupper():
            return False
        return word not in TITLES and word not in CALENDAR and classify_noun(word) != "person"

    def goes_on_with(self, stop: int) -> int:
        """Return where a name ends that goes on with "of": "Chamber of Commerce"."""
        line, at = self.line, stop + 1
        if line.holds(stop, "and") and self._is_service(stop):
            return stop + 2
        if not line.holds(stop, "of") or not names_institution(line.norms[stop - 1]):
            return stop
        while at < len(line.tags) and line.tags[at][:2] == "NN" and line.words[at].istitle():
            if at in self._starts or line.opens(at):
                break
            at += 1
        return at if at > stop + 1 else stop

    def _is_service(self, stop: int) -> bool:
        """Whether "and" joins the parts of one name: "Hexley Fire and Rescue", not "Rome and Bonn"."""
        line, first = self.line, stop - 1
        while first and line.words[first - 1].istitle() and line.tags[first - 1][:3] == "NNP":
            first -= 1
        if stop - first < 2 or stop + 2 >= len(line.tags) or not line.words[stop + 1].istitle():
            return False
        parts = line.norms[stop - 1], line.norms[stop + 1]
        named = stop + 1 in self._starts or line.words[stop + 2].istitle()
        return not named and not any(is_listed(one) or is_forename(one) for one in parts)
