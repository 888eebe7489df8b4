"""Which names are one: short forms, family names and abbreviations join the fullest form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

Name = tuple[tuple[str, ...], str]


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
    glossed = {short: full for short, (full, _) in find_glosses(spans, words).items()}
    keys = [(tuple(parts), kind) for parts, kind in names]
    counts = Counter(_join(parts) for parts, _ in names)
    fuller = _find_fuller(list(dict.fromkeys(keys)), glossed)
    first = {key: place for place, key in reversed(list(enumerate(keys)))}
    last: dict[Name, int] = {}
    chosen = []
    for place, key in enumerate(keys):
        last[key] = place
        best = key
        if fuller[key]:
            before = [other for other in fuller[key] if other in last]
            nearest = max(before, key=last.get) if before else min(fuller[key], key=first.get)
            longest = [other for other in fuller[key] if _covers(other, *nearest, glossed)]
            best = max(
                longest or [nearest],
                key=lambda other: (len(other[0]), counts[_join(other[0])], -first[other]),
            )
        chosen.append(_join(best[0]))
    return chosen


def _find_fuller(keys: Sequence[Name], glossed: dict[str, str]) -> dict[Name, list[Name]]:
    """Return for every distinct name the fuller forms of it. Names are looked up by what a fuller
    form must share with them, since a long article has too many to compare each with each."""
    sharing: dict[str, list[Name]] = defaultdict(list)
    for key in keys:
        parts = key[0]
        hooks = (
            "^" + parts[0].lower(),
            parts[-1].lower() + "$",
            "=" + _join(parts),
            _initials(parts),
        )
        for hook in dict.fromkeys(hooks):
            sharing[hook].append(key)
    found = {}
    for parts, kind in keys:
        text = _join(parts)
        hooks = ["^" + parts[0].lower(), parts[-1].lower() + "$", parts[0].replace(".", "")]
        hooks += ["=" + glossed[text]] if text in glossed else []
        others = dict.fromkeys(other for hook in hooks for other in sharing[hook])
        found[parts, kind] = [
            other
            for other in others
            if _join(other[0]) != text and _covers(other, parts, kind, glossed)
        ]
    return found


def _covers(other: Name, parts: Sequence[str], kind: str, glossed: dict[str, str]) -> bool:
    full, other_kind = other
    low, whole = [p.lower() for p in parts], [p.lower() for p in full]
    if glossed.get(_join(parts)) == _join(full):
        return True
    if len(low) == 1 and _is_abbreviation(parts[0]) and len(whole) > 1:
        return parts[0].replace(".", "") == _initials(full) and other_kind == kind
    if other_kind != kind or len(whole) <= len(low):
        return False
    if kind == "person":
        return whole[-len(low) :] == low or (len(low) == 1 and whole[0] == low[0])
    return kind == "organization" and whole[: len(low)] == low


def _initials(parts: Sequence[str]) -> str:
    return "".join(word[0] for word in parts if word[0].isupper())


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
