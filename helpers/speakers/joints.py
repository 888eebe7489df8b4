"""What joins the parts of a name: "of", "for", "on", "and", "&", an apostrophe, a hyphen."""

from __future__ import annotations

from helpers.speakers.lexicon import CALENDAR
from helpers.speakers.line import Line
from helpers.speakers.namewords import BODIES, MISSIONS, PARTICLES, STREETS
from helpers.speakers.nouns import is_forename, is_listed, names_institution


class Joints:
    """Tells whether and how far a name goes on; ``starts`` are the tokens where names of the table begin."""

    def __init__(self, line: Line, starts: set[int]):
        self.line, self._starts = line, starts

    def goes_on_with(self, stop: int) -> int:
        """Return where a name ends that goes on with "of", "for" or "on": "Chamber of Commerce", "Centre
        for Arctic Studies", "Ministry of Water and Energy", "Commission on Human Rights"."""
        line, at = self.line, stop + 1
        if (abroad := self._is_abroad(stop)) > stop:
            return abroad
        if line.holds(stop, "and") and (self._is_service(stop) or self._is_branch(stop)):
            return max(stop + 2, self.end_of_run(stop + 1))
        on = line.holds(stop, "on", "against") and line.norms[stop - 1] in BODIES
        if not (on or (line.holds(stop, "of", "for") and names_institution(line.norms[stop - 1]))):
            return stop
        if on and (self._is_street(at) or line.norms[at] in CALENDAR):
            return stop
        while at < len(line.tags) and line.words[at].istitle() and not line.opens[at]:
            if line.tags[at][:2] not in ("NN", "JJ") or is_forename(line.norms[at]):
                break
            at += 1
            more = (
                line.holds(at, "and") and at + 1 < len(line.tags) and line.tags[at + 1][:2] == "NN"
            )
            if more and line.words[at + 1].istitle() and not is_listed(line.norms[at + 1]):
                at += 1
        return at if at > stop + 1 else stop

    def _is_abroad(self, stop: int) -> int:
        """Return where a mission's name ends that goes on with its seat: "Irish Embassy in Lima"."""
        line = self.line
        mission = line.norms[stop - 1] in MISSIONS and line.words[stop - 1].istitle()
        seat = (
            mission and line.holds(stop, "in", "to") and line.tags[stop + 1 : stop + 2] == ["NNP"]
        )
        end = self.end_of_run(stop + 1) if seat else stop
        return end if end > stop + 1 and line.norms[stop + 1] not in CALENDAR else stop

    def _is_street(self, first: int) -> bool:
        """Whether words with capitals are where something stands: "the Council on Main Street"."""
        last = self.end_of_run(first) - 1
        return last < first or self.line.norms[last] in STREETS

    def _is_branch(self, stop: int) -> bool:
        """Whether "and" joins what an office is for: "Ministry of Water and Energy"."""
        line, at = self.line, stop + 1
        if line.norms[stop - 2 : stop - 1] not in (["of"], ["for"]) or at >= len(line.tags):
            return False
        end = self.end_of_run(at)
        # "River Workers" may have been found apart.
        apart = at in self._starts and not (end > at + 1 and line.norms[end - 1].endswith("s"))
        apart = apart or is_forename(line.norms[at])
        fit = line.words[at].istitle() and not apart and line.tags[at][:2] == "NN"
        known = is_listed(line.norms[at]) or is_listed(line.norms[stop - 1])
        # "Union of Port and Estuary Workers"
        known = known and self.end_of_run(at) == at + 1
        body = line.words[stop - 3].istitle() and names_institution(line.norms[stop - 3])
        return fit and not known and body

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

    def owns(self, first: int, stop: int) -> bool:
        """Whether a name goes on behind an apostrophe: "Cape Teachers" of "Cape Teachers' Guild", "St
        Brigid" of "St Brigid's Hospital"."""
        line = self.line
        saint = line.holds(first, "st", "st.", "saint", "our")
        if line.tags[stop : stop + 1] != ["POS"] or (len(line.words[stop]) > 1 and not saint):
            return False
        named = stop + 1 < len(line.tags) and line.words[stop + 1].istitle()
        return named and names_institution(line.norms[stop + 1])

    def joined(self, stop: int) -> bool:
        """Whether a firm's name goes on with another: "Lund & Moss", "Santos y Vega"."""
        line = self.line
        return (
            line.holds(stop, "&", "y", "e")
            and stop + 1 < len(line.tags)
            and line.words[stop + 1].istitle()
        )

    def partners(self, first: int, stop: int) -> bool:
        """Whether one of the names of a firm of several is followed by the others: "Baker" of "Baker, Moss
        & Lund", not "Tesco" of "Tesco, Marks & Spencer and Boots"."""
        line = self.line
        if stop != first + 1 or not line.holds(stop, ",") or not line.holds(stop + 2, "&"):
            return False
        listed = line.holds(first - 1, ",", "and") or line.holds(stop + 4, "and")
        two = all(word.istitle() for word in line.words[stop + 1 : stop + 4 : 2])
        return two and not listed and not line.opens[stop + 2]

    def end_of_run(self, token: int) -> int:
        """Return where the words with capitals end that begin at ``token``."""
        line = self.line
        while token < len(line.tags) and line.words[token].istitle() and not line.opens[token]:
            token += 1
        return token

    def is_body(self, token: int) -> bool:
        """Whether a word with a capital is a noun for an institution: "Bank", "Movement"."""
        line = self.line
        named = line.words[token].istitle() and line.tags[token][:3] == "NNP"
        return named and names_institution(line.norms[token]) and not line.opens[token]

    def hyphen(self, token: int) -> bool:
        """Whether a hyphen joins two capitalised words: "Okafor-Bell"."""
        line = self.line
        return (
            0 < token < len(line.tags) - 1
            and line.norms[token] == "-"
            and line.ends[token - 1] == line.starts[token]
            and line.ends[token] == line.starts[token + 1]
            and line.words[token + 1][:1].isupper()
            and (line.words[token - 1][:1].isupper() or line.words[token - 1] in PARTICLES)
        )
