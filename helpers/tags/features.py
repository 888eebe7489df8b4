"""What the tagger looks at: the word, its neighbours, and pairs of them.

Every feature belongs to one word form seen from one place (itself, one or two to the left or
right) or to a pair. The first kind is computed once per form, which is what makes tagging fast.
"""

from __future__ import annotations

import re

from helpers.corpus import shape
from helpers.tags.lexicon import Lexicon

EDGE = " "
PLACES = ("own", "before", "after", "before2", "after2")
_DIGIT = re.compile(r"\d")


def reduce(form: str) -> str:
    """Return a form in lower case with every digit as 0; an address is "@", whoever it belongs to.

    >>> reduce("Sept. 11"), reduce("ann@example.org")
    ('sept. 00', '@')
    """
    low = form.lower()
    if "@" in low[1:] or "://" in low or low.startswith("www."):
        return "@"
    return _DIGIT.sub("0", low)


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
        if reduce(form) == "@":
            return "@"
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
        low = reduce(form)
        sign = {"before": "<", "after": ">", "before2": "{", "after2": "}"}[place]
        features = [f"{sign}{low}", f"{sign}c{self.klass(form)}"]
        if place in ("before", "after"):
            features += [f"{sign}s{low[-3:]}", f"{sign}t{low[-2:]}", f"{sign}h{shape(form)}"]
            known = self.lexicon.describe(low) if low.isalpha() else ""
            if known:
                features.append(f"{sign}k{known}")
        return features

    def _own(self, form: str) -> list[str]:
        low = reduce(form)
        kind = shape(form)
        features = ["", f"w{low}", f"h{kind}", f"c{self.klass(form)}"]
        if form != low == form.lower():
            features.append(f"f{form}")
        features += [f"s{low[-n:]}" for n in range(1, 6) if n <= len(low)]
        features += [f"p{low[:n]}" for n in range(1, 5) if n <= len(low)]
        known = self.lexicon.describe(low)
        features.append(f"k{known}")
        features.append(f"k{known}h{kind[:3]}")
        features += [f"K{part}" for part in known.split()]
        if "-" in low[1:]:
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


def find_pairs(words: list[str], classes: list[str]) -> list[list[str]]:
    """Return the features of pairs as columns, one entry per token. ``words`` (reduced) and
    ``classes`` have two edges before the first and after the last token."""
    w, c = words, classes
    here, before, after = w[2:-2], w[1:-3], w[3:-1]
    kind, kind_before, kind_after = c[2:-2], c[1:-3], c[3:-1]
    return [
        [f"1{a} {b}" for a, b in zip(before, here, strict=True)],
        [f"2{a} {b}" for a, b in zip(here, after, strict=True)],
        [f"3{a} {b}" for a, b in zip(kind_before, kind, strict=True)],
        [f"4{a} {b}" for a, b in zip(kind, kind_after, strict=True)],
        [f"5{a} {b}" for a, b in zip(kind_before, kind_after, strict=True)],
        [f"6{a} {b}" for a, b in zip(c[:-4], kind_before, strict=True)],
        [f"7{a} {b}" for a, b in zip(kind_after, c[4:], strict=True)],
        [f"8{a} {b}" for a, b in zip(before, after, strict=True)],
        [f"9{a} {b[-3:]}" for a, b in zip(kind_before, here, strict=True)],
        [f"0{a[-3:]} {b}" for a, b in zip(here, kind_after, strict=True)],
    ]


def find_positions(forms: list[str], shapes: list[str]) -> list[str]:
    """Return one feature per token of a sentence: the shape of its beginning, whether it is the
    first word, and whether the whole sentence is in capitals."""
    mood = flag(forms)
    features = [f"^{beginning}0{mood}" for beginning in shapes]
    for i in range(min(2, len(forms))):
        if i == 0 or not forms[0][0].isalnum():
            features[i] = f"^{shapes[i]}1{mood}"
    return features
