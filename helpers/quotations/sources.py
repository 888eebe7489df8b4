"""Whose words: the noun phrases that may be the source, and their delexicalised features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

PRONOUNS = frozenset("he she they i we it you who".split())
INDEFINITE = frozenset(
    """all another anybody anyone both each either everybody everyone few many most neither nobody
    none one others several some somebody someone that these this those""".split()
)
_HEADS = frozenset("NN NNS NNP NNPS ADD FW GW".split())
_OPENERS = frozenset("DT PRP$ PDT CD JJ JJR JJS NN NNS NNP NNPS $ VBN VBG AFX ADD FW".split())
_INNER = frozenset("CD JJ JJR JJS PDT $ AFX POS HYPH".split())
_PREMODIFIERS = frozenset("VBN VBG RB RBS".split())
_AFTER_PREMODIFIER = _HEADS | {"JJ", "HYPH", "VBN", "VBG"}
_STEPS = (0, 1, 2, 3, 5, 8, 13, 25)
_CHANCES = (0.02, 0.1, 0.3, 0.6, 0.9)


class Candidate(NamedTuple):
    """A noun phrase ``first..stop`` (token numbers) with its head."""

    first: int
    stop: int
    head: int
    form: str


def find_candidates(words: list[str], tags: list[str], first: int, stop: int) -> list[Candidate]:
    """Return the base noun phrases and pronouns among the tokens ``first..stop``."""
    found, i = [], first
    while i < stop:
        if tags[i] in _OPENERS:
            head = _last_head(tags, i, stop)
            if head >= 0:
                form = "name" if tags[head] in ("NNP", "NNPS") else "noun"
                found.append(Candidate(i, head + 1, head, form))
                i = head + 1
                i += i < stop and tags[i] == "POS"
            else:
                if tags[i] in ("DT", "CD") and i + 1 < stop and tags[i + 1] == "JJ":
                    # "one Republican", "the accused"
                    found.append(Candidate(i, i + 2, i + 1, "noun"))
                    i += 1
                elif words[i] in INDEFINITE or tags[i] == "CD":
                    found.append(Candidate(i, i + 1, i, "indefinite"))
                i += 1
            continue
        if tags[i] in ("PRP", "WP") and words[i] in PRONOUNS:
            found.append(Candidate(i, i + 1, i, "pronoun"))
        i += 1
    return found


def _last_head(tags: list[str], first: int, stop: int) -> int:
    head = -1
    for j in range(first, stop):
        tag = tags[j]
        if tag in _HEADS:
            head = j
        elif tag in ("DT", "PRP$"):
            if j > first and tags[j - 1] != "PDT":
                break
        elif tag in _PREMODIFIERS:
            if head >= 0 or j + 1 >= stop or tags[j + 1] not in _AFTER_PREMODIFIER:
                break
        elif tag not in _INNER:
            break
    return head


def step(distance: int) -> int:
    """Return the class of a token distance."""
    return bisect_left(_STEPS, distance)


def chance(probability: float) -> int:
    """Return the class of a probability."""
    return bisect_right(_CHANCES, probability)
