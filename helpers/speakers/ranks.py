"""What stands before a name: titles, ranks, offices and trades."""

from __future__ import annotations

import functools
from collections import Counter

from helpers.speakers.lexicon import JURISDICTIONS, TRADES, UNIQUE_NOUNS
from helpers.speakers.line import Line
from helpers.speakers.namewords import BRANCHES, FORENAMES_TOO, GIVEN_TITLES, INDUSTRIES, TITLES
from helpers.speakers.nouns import (
    classify_noun,
    is_common_noun,
    is_demonym,
    is_forename,
    names_institution,
    singular,
)

_VOWELS = frozenset("aeiouy")


def _is_branch(word: str) -> bool:
    """Whether a word tells what an office is for: "of Police", "for Health"."""
    return word in BRANCHES or classify_noun(word) in ("organization", "group")


class Ranks:
    """Tells titles and nouns for persons from the names behind them."""

    def __init__(self, line: Line):
        self.line = line

    @functools.cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.line.words)

    def split(self, first: int, stop: int, kind: str) -> tuple[list[str], int, str]:
        """Return the titles before a name, the token where it begins without them, and its type."""
        line = self.line
        begin = first
        firm = stop - first > 2 and names_institution(line.norms[stop - 1])
        while begin < stop - 1 and self._is_title(begin, kind, stop) and not firm:
            begin += 1
        titles = [word.strip(".") for word in line.norms[first:begin]]
        before = first
        while before and line.norms[before - 1].strip(".") in TITLES and not line.opens[before]:
            if before == begin == stop - 1 and self._is_given(before - 1, stop):
                return titles, before - 1, "person"
            before -= 1
            titles.insert(0, line.norms[before].strip("."))
        if (
            line.norms[first - 1 : first] in (["of"], ["for"])
            and classify_noun(line.norms[first - 2]) == "person"
        ):
            while (
                stop - begin > 2
                and not is_forename(line.norms[begin])
                and _is_branch(line.norms[begin])
            ):
                # "Superintendent of Police Ann Lee"
                begin += 1
                kind = "person"
        if stop - begin > 3 and line.holds(begin + 1, "for", "of") and kind != "organization":
            office = line.norms[begin].strip(".")
            if office in TITLES or classify_noun(office) == "person":
                # "Minister for Health Ann Lee"
                titles, kind, begin = [*titles, office], "person", begin + 2
                while stop - begin > 2 and not is_forename(line.norms[begin]):
                    begin += 1
        if kind in ("person", "") and not is_forename(line.norms[begin]):
            last = self._last_title(begin, stop)
            if kind or stop - last > 1:
                kind = "person" if last > begin else kind
                titles += [word.strip(".") for word in line.norms[begin:last]]
                begin = last
        if kind == "organization" and stop - begin > 1:
            begin += self._has_trade(begin)
            last = self._last_title(begin, stop)
            ranked = last > begin and line.norms[last - 1].strip(".") in TITLES
            if ranked and stop - last == 2 and self._is_plain(last, stop):
                # "Air Marshal Ravi Khanna"
                titles += [word.strip(".") for word in line.norms[begin:last]]
                begin, kind = last, "person"
        return titles, begin, kind

    def _is_given(self, token: int, stop: int) -> bool:
        """Whether a title is a forename, or with "Sri" a part of the name: "Justice Okoro, 24"."""
        line = self.line
        if stop - token != 2:
            return False
        aged = line.holds(stop, ",") and line.words[stop + 1 : stop + 2]
        given = line.norms[token] in GIVEN_TITLES and aged and aged[0].isdigit()
        return given or self._is_sri(token)

    def _is_sri(self, token: int) -> bool:
        """ "Sri Lestari" is a name, "Sri Ravi Shankar" and "Tan Sri Lee" have a title."""
        line = self.line
        return line.norms[token] == "sri" and not line.holds(token - 1, "tan", "puan", "dato")

    def _is_plain(self, first: int, stop: int) -> bool:
        """Whether two words with capitals are no end of a firm's name."""
        words = self.line.words[first:stop]
        last = words[-1].lower().strip(".")
        firm = names_institution(last) or last in INDUSTRIES or self.line.tags[stop - 1] == "NNPS"
        return not firm and all(word.istitle() for word in words)

    def _is_title(self, token: int, kind: str, stop: int) -> bool:
        """Whether a word is a title and no forename: "Duke Wellesley", not "manager Duke Ferreira"."""
        line, word = self.line, self.line.norms[token].strip(".")
        rank = word in ("emeritus", "emerita") or self._is_rank(token, kind)
        if not rank and word not in TITLES:
            return False
        if self._is_given(token, stop) or line.tags[token + 1] == "POS":
            # "Queen's Park"
            return False
        if line.holds(token + 1, "of"):
            # "Duke of York"
            return False
        told = token and not line.opens[token] and classify_noun(line.norms[token - 1]) == "person"
        return rank or not (told and (word in FORENAMES_TOO or is_forename(word)))

    def _is_rank(self, token: int, kind: str) -> bool:
        """Whether capitals or consonants alone stand before two more names: "MEC Thobile Ngcwabe"."""
        line, word = self.line, self.line.words[token].strip(".")
        short = 2 <= len(word) <= 5 and word[:1].isupper() and word.isalpha()
        if not short or not (word.isupper() or _VOWELS.isdisjoint(word.lower())):
            return False
        follow = line.words[token + 1 : token + 3]
        if len(follow) < 2 or not all(one.istitle() for one in follow) or is_forename(word.lower()):
            return False
        running = any(one.islower() for one in line.words[token + 1 : token + 8])
        return running and (kind == "person" or is_forename(follow[0].lower()))

    def _last_title(self, begin: int, stop: int) -> int:
        """Return where a person's name begins after an office: "County Health Officer Ann Lee"."""
        line = self.line
        for token in range(stop - 2, begin - 1, -1):
            word = line.norms[token]
            office = word.strip(".") in TITLES or classify_noun(word) == "person"
            office = office and not self._is_given(token, stop)
            office = office and not self.is_virtue(token, stop)
            if office and not is_forename(word) and not line.holds(token + 1, "-", "of"):
                return token + 1
        return begin

    def _has_trade(self, begin: int) -> bool:
        """ "Chipmaker Lund Corp", where "Lund" also stands alone."""
        line, word = self.line, self.line.norms[begin]
        # "National Bridge Commission" is whole.
        trade = word not in JURISDICTIONS and classify_noun(word) in ("organization", "person")
        # "Andean Crown" is whole.
        trade = trade and not is_demonym(word)
        trade = trade or word.endswith("maker")
        rest = line.words[begin + 1]
        return (
            trade
            and rest[:1].isupper()
            and not classify_noun(rest.lower())
            and self._counts[rest] > 1
        )

    def is_virtue(self, token: int, stop: int) -> bool:
        """Whether a noun for a person is a forename, with a capital and one word behind it between
        commas: "Its head, Innocent Moyo, said"."""
        line = self.line
        inside = stop == token + 2 and not line.opens[token] and line.words[token].istitle()
        title = line.norms[token] in TITLES or line.norms[token] in UNIQUE_NOUNS
        return inside and not title and line.holds(token - 1, ",") and line.holds(stop, ",", ".")

    def leads(self, token: int, stop: int) -> bool:
        """Whether a word before a name is none of it: "Goalkeeper Ann Lee", "Substitute Bo Lee scored"."""
        line = self.line
        plain = line.opens[token] and stop - token > 2 and is_common_noun(line.norms[token])
        if plain and is_forename(line.norms[token + 1]):
            return not names_institution(line.norms[stop - 1])
        return self.is_role(token) and not self.is_virtue(token, stop)

    def is_role(self, token: int) -> bool:
        """Whether a noun for a person can stand before a name: "Goalkeeper Lee", not "National Rail"."""
        word = self.line.norms[token]
        single = singular(word) == word
        return classify_noun(word) == "person" and single and word not in JURISDICTIONS

    def is_named_role(self, begin: int) -> bool:
        """Whether a noun for a person stands before a name: "chef Amara Obi"."""
        line = self.line
        if not begin or line.opens[begin] or line.tags[begin - 1] not in ("NN", "NNP"):
            return False
        noun = line.norms[begin - 1]
        return classify_noun(noun) == "person" and noun not in TRADES
