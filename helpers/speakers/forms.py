"""Forms of one name: which can mean the same person, and what they tell of the sex."""

from __future__ import annotations

import functools

from helpers.speakers.namewords import PAPERS, PARTICLES, split_generation
from helpers.speakers.nouns import KEPT, guess_gender, names_institution


def bare_word(word: str) -> str:
    """Return a word of a name in small letters, without the marks of a nickname: "“Jack”"."""
    return word.lower().strip("“”\"‘’'()")


@functools.lru_cache(KEPT)
def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a shorter form can be the same person: last name, first name or a run of words.

    >>> fits(("D.", "Lee"), ("Dana", "Lee")), fits(("Dan", "Lee"), ("Dana", "Lee"))
    (True, False)
    >>> fits(("Lee", "senior"), ("Bo", "Lee", "Sr.")), fits(("Bo", "Lee", "Jr."), ("Bo", "Lee"))
    (True, False)
    """
    one, mark = split_generation([bare_word(w) for w in short])
    two, other = split_generation([bare_word(w) for w in full])
    whole = any(word not in PARTICLES for word in one[:-1])
    if mark and (other or whole) and mark != other:
        return False
    if len(one) >= len(two):
        return one == two or (
            len(one) == len(two) > 1
            and one[-1] == two[-1]
            and all(
                a == b or _initial(a, b) or _initial(b, a) for a, b in zip(one, two, strict=True)
            )
        )
    if one[-1] == two[-1]:
        return all(word in two or any(_initial(word, other) for other in two) for word in one)
    # "Mamani" for "Eusebio Mamani Colque", "De la Fuente" for "Lucía de la Fuente Vidal".
    bare = [word for word in one if word not in PARTICLES]
    one = bare if len(bare) == 1 else one
    middle = len(one) == 1 and len(two) > 2 and one[0] in two[1:-1] and len(one[0]) > 3
    return middle or (len(one) == 1 and one[0] == two[0]) or one == two[: len(one)]


def only_ends(short: list[str], name: str) -> bool:
    """Whether a word is the end of an institution's name that cannot stand for it: "Oslo" for
    "Radio Oslo"; "Herons" can for "Lund Herons", "Council" for "City Council"."""
    word = short[0].lower()
    first = name.split()[0].lower()
    return (
        len(short) == 1
        and word != first
        and not (word.endswith("s") or names_institution(word) or word in PAPERS)
    )


def guess_sex(words: list[str]) -> str:
    """Return the sex that the forenames tell; a last name ("Adeyemi") and the first of "Kim Tae-ho" tell
    nothing."""
    plain = split_generation(words)[0]
    if "-" in plain[-1] and plain[-1].split("-")[-1].islower():
        return ""
    return guess_gender(plain[:1] if len(plain) == 2 else plain)


def _initial(short: str, full: str) -> bool:
    bare = short.rstrip(".")
    return len(bare) == 1 and full.startswith(bare)
