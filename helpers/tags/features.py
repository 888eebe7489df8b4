"""What the tagger looks at: the word, its neighbours, and pairs of them.

Every feature belongs to one word form seen from one place (itself, one or two to the left or
right) or to a pair. The first kind is computed once per form, which is what makes tagging fast.
"""

from __future__ import annotations

import re

from helpers.tags.lexicon import Lexicon

EDGE = " "
PLACES = ("own", "before", "after", "before2", "after2")
_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1+")


def shape(form: str) -> str:
    """Return capitals as X, small letters as x, digits as d, repeated ones once.

    >>> shape("McKinley"), shape("U.S."), shape("1990s")
    ('XxXx', 'X.X.', 'dx')
    """
    kinds = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in form
    )
    return _RUNS.sub(r"\1", kinds)[:8]


class FormFeatures:
    """The features of single forms; ``ambiguity`` maps frequent lower-case forms to the tags they
    had in training, ``describe`` comes from the WordNet lexicon."""

    def __init__(self, lexicon: Lexicon, ambiguity: dict[str, str]):
        self.lexicon = lexicon
        self.ambiguity = ambiguity

    def klass(self, form: str) -> str:
        """Return the tags a form had in training, else what WordNet knows, else its ending."""
        if form == EDGE:
            return "|"
        low = form.lower()
        known = self.ambiguity.get(low)
        if known:
            return known
        if not form[0].isalpha():
            return shape(form)
        return (self.lexicon.describe(low) or low[-2:]) + ("^" if form[0].isupper() else "")

    def of(self, form: str, place: str) -> list[str]:
        """Return the features that ``form`` gives to the token it is seen from."""
        if place == "own":
            return self._own(form)
        low = _DIGIT.sub("0", form.lower())
        sign = {"before": "<", "after": ">", "before2": "{", "after2": "}"}[place]
        features = [f"{sign}{low}", f"{sign}c{self.klass(form)}"]
        if place in ("before", "after"):
            features += [f"{sign}s{low[-3:]}", f"{sign}t{low[-2:]}", f"{sign}h{shape(form)}"]
            known = self.lexicon.describe(low) if low.isalpha() else ""
            if known:
                features.append(f"{sign}k{known}")
        return features

    def _own(self, form: str) -> list[str]:
        low = _DIGIT.sub("0", form.lower())
        kind = shape(form)
        features = ["", f"w{low}", f"h{kind}", f"c{self.klass(form)}"]
        if form != low:
            features.append(f"f{form}")
        features += [f"s{low[-n:]}" for n in range(1, 6) if n <= len(low)]
        features += [f"p{low[:n]}" for n in range(1, 5) if n <= len(low)]
        known = self.lexicon.describe(low)
        features.append(f"k{known}")
        features.append(f"k{known}h{kind[:3]}")
        features += [f"K{part}" for part in known.split()]
        if "-" in form[1:]:
            features.append("-" + low[low.rindex("-") + 1 :][-3:])
        return features


def flag(forms: list[str]) -> str:
    """Return U for a sentence all in capitals, T for one in title case (headlines), else ""."""
    letters = [form for form in forms if form[:1].isalpha()]
    if len(letters) >= 2 and all(map(str.isupper, letters)):
        return "U"
    long = [form for form in letters if len(form) > 3]
    capitals = sum(form[0].isupper() for form in long)
    return "T" if len(long) >= 2 and capitals >= 0.8 * len(long) else ""


def position(forms: list[str], i: int, mood: str) -> str:
    """Return the feature of a form's capitals, its place in the sentence and the sentence's flag."""
    first = i == 0 or (i == 1 and not forms[0][0].isalnum())
    return f"^{shape(forms[i])[:3]}{first:d}{mood}"


def pairs(forms: list[str], classes: list[str]) -> list[list[str]]:
    """Return the features of pairs, one list per token of a sentence; ``forms`` are lower-case."""
    words = [EDGE, EDGE, *forms, EDGE, EDGE]
    kinds = ["|", "|", *classes, "|", "|"]
    out = []
    for i in range(2, len(forms) + 2):
        b, w, a = words[i - 1], words[i], words[i + 1]
        cb, c, ca = kinds[i - 1], kinds[i], kinds[i + 1]
        out.append(
            [
                f"1{b} {w}",
                f"2{w} {a}",
                f"3{cb} {c}",
                f"4{c} {ca}",
                f"5{cb} {ca}",
                f"6{kinds[i - 2]} {cb}",
                f"7{ca} {kinds[i + 2]}",
                f"8{b} {a}",
            ]
        )
    return out
