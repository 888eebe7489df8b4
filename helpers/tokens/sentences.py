"""Where a sentence ends: rules over the tokens of one paragraph.

A full stop, question mark, exclamation mark or ellipsis may end a sentence, together with the
closing quotation marks, brackets and note numbers behind it. Whether it does is decided by the word
before it (an abbreviation, an initial) and the word after it.
"""

from __future__ import annotations

import re

from helpers.tokens.abbreviations import EITHER, INNER, MONTHS, REFERENCES, TITLES

_STOP = re.compile(r"\.+|…+|[!?]+[.!?…]*|[。！？]")
_CLOSERS = frozenset("\"')]}»")
_OPENERS = frozenset("\"'([{«")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_FIRMS = frozenset({"Inc.", "Corp.", "Co.", "Ltd."})
_FACE = re.compile(r"[:;=]-?[()DP]")
_NUMBERED = frozenset("figure fig fig. table chapter section part listing box question".split())

# Words that, with a capital, open a sentence rather than continue a name: articles, pronouns,
# conjunctions, prepositions and adverbs (no English surname or institution begins with them).
_STARTERS = frozenset(
    "a about according after all already also although among an and another any anyone are as asked "
    "at because before both but by can could despite did do does during each earlier either even "
    "every everyone few finally following for from further furthermore had has have having he hence "
    "her here hers his how however i if in indeed instead is it its just last later like made many "
    "maybe meanwhile more moreover most much my neither never nevertheless next no nobody none nor "
    "not nothing now of on once one only or other others our over perhaps please prior rather "
    "recently several she should similarly since so some someone sometimes soon still such than "
    "that the their them then there therefore these they this those though through throughout thus "
    "to today together tomorrow too two under unfortunately unless unlike until upon we well were "
    "what whatever when whenever where whereas whether which while who whose why will with within "
    "without would yes yesterday yet you your".split()
)
_SAID = re.compile(
    r"\s*(?:[A-Z][\w.'-]*\s+){1,4}(?:said|says|asked|asks|replied|added|wrote|told|cried|exclaimed"
    r"|wondered|demanded|shouted|answered|continued|insisted|tweeted)\b"
)


def find_ends(straight: str, words: list[tuple[int, int]], start: int = 0) -> list[int]:
    """Return the indexes of the last token of every sentence of a paragraph.

    ``words`` are offsets counted from ``start`` into the straightened paragraph.
    """
    forms = [straight[a - start : b - start] for a, b in words]
    ends, n, i, first = [], len(words), 0, 0
    while i < n:
        form = forms[i]
        if not (form[-1] in ".!?…。！？" and i < n - 1):
            i += 1
            continue
        last = _absorb(forms, words, i)
        if last < n - 1 and _is_end(forms, words, first, i, last, straight, start):
            ends.append(last)
            first = last + 1
        i = last + 1
    if n:
        ends.append(n - 1)
    return ends


def _absorb(forms, words, i: int) -> int:
    """Return the last token that belongs to the stop at token i: closers and note numbers."""
    last, n = i, len(forms)
    while last + 1 < n and words[last][1] == words[last + 1][0] and forms[last + 1] in _CLOSERS:
        last += 1
    while last + 1 < n and forms[last + 1] == ".":
        last += 1
    while last + 1 < n and _FACE.fullmatch(forms[last + 1]):
        last += 1
    # Note numbers and editors' remarks: [12], [citation needed].
    while last + 3 < n and forms[last + 1] == "[":
        close = next((k for k in range(last + 3, min(last + 6, n)) if forms[k] == "]"), 0)
        if not close or not all(f.isdigit() or f.islower() for f in forms[last + 2 : close]):
            break
        last = close
    return last


def _is_end(forms, words, first, i, last, straight, start) -> bool:
    form, after = forms[i], last + 1
    spaced = words[last][1] < words[after][0]
    while after + 1 < len(forms) and forms[after] in _OPENERS:
        after += 1
    word = forms[after]
    small = word[:1].islower()
    if not spaced and not (word[:1].isupper() and len(word) > 1):
        return False
    quoted = any(closer in "\"'" for closer in forms[i + 1 : last + 1])
    if _STOP.fullmatch(form):
        if form[0] in "!?":
            dated = forms[after - 1] == "(" and word[:1].isdigit()
            if small or dated or word in "-–—" or word in _FIRMS:
                return False
            return not (quoted and _SAID.match(straight, words[last][1] - start))
        if small:
            # Careless prose begins sentences small, quotations and ellipses go on small.
            return form == "." and not quoted and last == i and forms[i - 1].isalpha()
        if i == first:
            return False
        if forms[i - 1].replace(".", "").isdigit() and (
            i == first + 1 or (i == first + 2 and forms[first].lower() in _NUMBERED)
        ):
            return False
        return not (word in ".,;:!?)" or (form == "." and word[:1] in "-–—,;"))
    if i == first and form[0].isdigit():
        return False
    return not small and _abbreviation_ends(form, forms, i, word, last > i)


def _abbreviation_ends(form: str, forms: list[str], i: int, word: str, closed: bool) -> bool:
    stem = form[:-1]
    starts = word.lower() in _STARTERS
    if word in ".,;:!?)-–—" or word[:1] in ",;:":
        return False
    if stem in INNER:
        return False
    if stem in TITLES and stem not in EITHER:
        return closed
    if word[:1].isdigit():
        return not (len(stem) == 1 or stem in REFERENCES or stem in MONTHS)
    if stem in REFERENCES or stem in MONTHS or stem in TITLES:
        return starts or closed
    if len(stem) == 1:
        before = forms[i - 1] if i else ""
        return (starts or closed) and not (before[:1].isupper() and not starts)
    return starts or closed or stem == "etc"


def release(straight: str, words: list[tuple[int, int]], ends: list[int], start: int = 0):
    """Return ``words`` and ``ends`` with the full stop that ends a sentence cut off its last
    abbreviation (``etc|.``); acronyms (U.S.) keep theirs, as in the treebanks."""
    extra, out, new_ends, at = set(), [], [], 0
    for end in ends:
        last = end
        while last > at and straight[words[last][0] - start : words[last][1] - start] in _CLOSERS:
            last -= 1
        form = straight[words[last][0] - start : words[last][1] - start]
        glued = len(form) > 1 and form[-1] == "." and form[-2].isalnum()
        acronym = form.isupper() and _ACRONYM.fullmatch(form)
        if glued and not form[0].isdigit() and not acronym and last > at:
            extra.add(last)
        at = end + 1
    ends_set = set(ends)
    for i, (a, b) in enumerate(words):
        out += [(a, b - 1), (b - 1, b)] if i in extra else [(a, b)]
        if i in ends_set:
            new_ends.append(len(out) - 1)
    return out, new_ends
