"""Short names in capitals that look like little words: IS, WHO, US, IT.

A tagger that reads words in lower case takes them for verbs and pronouns. What the whole text shows
decides: an abbreviation is explained in brackets, or stands where only a noun can stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# A form no tagger has seen, written like an abbreviation: context and capitals decide its tag.
UNSEEN = "QXZ"
_BEFORE_NOUNS = frozenset(
    "the a an of in on by from with against for to at between under within including its their his"
    " her our my this these those every each".split()
)
_LITTLE = frozenset(
    "is it us who or am we he as at be by do go if in me my no of on so to up are can did for had has"
    " her him his how its may not now off one our out own she the was why you all and any but been will"
    " what when this that than then them they were with have from into over such some".split()
)


def find_acronyms(forms: Sequence[str], lengths: Sequence[int]) -> list[int]:
    """Return the places of words such as IS that are abbreviations in this text, not little words.

    Counted are forms of two to five capitals in sentences that are not all in capitals. The text
    must explain the form once in brackets after words with these initials, or set it once where a
    verb or pronoun cannot stand: after an article, a preposition or a possessive.

    >>> find_acronyms("Green Isle ( GI ) said GI won".split(), [7])
    []
    >>> words = "the Iron Shore ( IS ) fell . Now IS is back".split()
    >>> find_acronyms(words, [8, 4]), find_acronyms("It IS late".split(), [3])
    ([4, 9], [])
    """
    bounds = [0]
    for length in lengths:
        bounds.append(bounds[-1] + length)
    places: dict[str, list[int]] = {}
    shown: set[str] = set()
    for first, last in pairwise(bounds):
        mixed = any(form.islower() for form in forms[first:last] if len(form) > 2)
        if not mixed:
            continue
        for i in range(first, last):
            form = forms[i]
            if form.isalpha() and form.isupper() and len(form) > 1 and form.lower() in _LITTLE:
                places.setdefault(form, []).append(i)
                if _is_glossed(forms, first, i, last) or (
                    i > first and forms[i - 1].lower() in _BEFORE_NOUNS and form != "IT"
                ):
                    shown.add(form)
    return sorted(i for form in shown for i in places[form])


def _is_glossed(forms: Sequence[str], first: int, i: int, last: int) -> bool:
    size = len(forms[i])
    if not (i - 1 - size >= first and i + 1 < last and forms[i - 1] in ("(", "-LRB-")):
        return False
    named = [form for form in forms[max(first, i - 1 - 2 * size) : i - 1] if form[0].isupper()]
    return forms[i + 1] in (")", "-RRB-") and forms[i] in "".join(form[0] for form in named)
