"""Which names are one: short forms, family names and abbreviations join the fullest form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def canonical_forms(
    names: Sequence[tuple[Sequence[str], str]],
    words: Sequence[str],
    spans: Sequence[tuple[int, int, str]],
) -> list[str]:
    """Return for every name (its words, its type), in text order, the fullest form of it.

    A single word joins a fuller name of a person that begins or ends with it (the nearest before
    it where several do, else the nearest after), a shorter name of an organization one that
    contains it from the start; capital letters join the name whose initials they are.

    >>> canonical_forms([(["Ada", "Moss"], "person"), (["Moss"], "person")], [], [])
    ['Ada Moss', 'Ada Moss']
    """
    texts = [_join(parts) for parts, _ in names]
    glossed = {short: full for short, (full, _) in find_glosses(spans, words).items()}
    counts = Counter(texts)
    chosen = []
    for place, (parts, kind) in enumerate(names):
        fuller = [
            other
            for other in range(len(names))
            if texts[other] != texts[place] and _covers(names[other], parts, kind, glossed)
        ]
        if not fuller:
            chosen.append(texts[place])
            continue
        before = [other for other in fuller if other < place]
        nearest = max(before) if before else min(fuller)
        longest = [
            other
            for other in fuller
            if _covers(names[other], names[nearest][0], names[nearest][1], glossed)
        ]
        best = max(longest or [nearest], key=lambda n: (len(names[n][0]), counts[texts[n]], -n))
        chosen.append(texts[best])
    return chosen


def _covers(other, parts: Sequence[str], kind: str, glossed: dict[str, str]) -> bool:
    full, other_kind = other
    low, whole = [p.lower() for p in parts], [p.lower() for p in full]
    if glossed.get(_join(parts)) == _join(full):
        return True
    if len(low) == 1 and _is_abbreviation(parts[0]) and len(whole) > 1:
        initials = "".join(w[0] for w in full if w[0].isupper())
        return parts[0].replace(".", "") == initials and other_kind == kind
    if other_kind != kind or len(whole) <= len(low):
        return False
    if kind == "person":
        return whole[-len(low) :] == low or (len(low) == 1 and whole[0] == low[0])
    return kind == "organization" and whole[: len(low)] == low


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isupper() and word.replace(".", "").isalpha()


def find_glosses(
    spans: Sequence[tuple[int, int, str]], words: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Return ``{short form: (full name, type)}`` of abbreviations given in brackets after a name.

    The letters must stand in the name in this order, the first as its first (Schwartz & Hearst 2003).

    >>> find_glosses([(0, 2, "organization")], ["Green", "Harbour", "(", "GH", ")"])
    {'GH': ('Green Harbour', 'organization')}
    """
    found: dict[str, tuple[str, str]] = {}
    for first, last, kind in spans:
        if words[last : last + 1] == ["("] and words[last + 2 : last + 3] == [")"]:
            short, full = words[last + 1], _join(words[first:last])
            if _is_abbreviation(short) and _spells(short.replace(".", ""), full):
                found.setdefault(short, (full, kind))
    return found


def _spells(letters: str, name: str) -> bool:
    rest = iter(name.lower())
    return name[:1] == letters[:1] and all(letter in rest for letter in letters.lower())


def _join(parts: Sequence[str]) -> str:
    """Write the words of a name as one would: no blanks around hyphens and before possessives."""
    text = " ".join(parts)
    return text.replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s").replace(" .", ".")
