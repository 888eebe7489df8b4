"""The verbs of a cue: which of them agrees with the subject, and who only heard."""

from __future__ import annotations

from helpers.speakers.line import Line


def finite(line: Line, first: int, stop: int) -> int:
    """Return the verb of the cue ``first..stop`` that agrees with its subject."""
    verb = next((i for i in range(first, stop) if line.tags[i][:2] in ("VB", "MD")), stop - 1)
    while (
        line.tags[verb] in ("VBN", "VB", "VBG")
        and verb
        and not line.opens[verb]
        and line.tags[verb - 1] in ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "RB")
    ):
        verb -= 1
    return verb


def finite_end(line: Line, verb: int) -> int:
    """Return the last verb of the group that begins at a token: "told" in "was told"."""
    while 0 <= verb < len(line.tags) - 1 and line.tags[verb + 1][:2] == "VB":
        verb += 1
    return verb


def last_verb(line: Line, first: int, stop: int) -> int:
    """Return the last verb of the cue ``first..stop``: "told" in "were told in a message on"."""
    verbs = (i for i in range(stop - 1, first - 1, -1) if line.tags[i][:2] == "VB")
    return next(verbs, stop - 1)


def is_passive(line: Line, verb: int) -> bool:
    """Whether a verb only tells of whom it is said: "had been told", "was widely dismissed"."""
    at = verb - 1
    while at > 0 and (line.tags[at] == "RB" or line.holds(at, "been", "being")):
        at -= 1
    be = line.lemmas[at] == "be" or any(line.holds(k, "been", "being") for k in range(at, verb))
    return be and line.tags[verb] in ("VBN", "VBD")


def is_heard(line: Line, verb: int) -> bool:
    """Whether a verb tells who heard words and not who spoke: "the court heard", "jurors were told"."""
    if line.holds(verb, "heard", "hear", "hears"):
        return True
    if not line.holds(verb, "told") or line.holds(verb + 1, "by"):
        return False
    return any(word in ("was", "were", "been") for word in line.norms[max(0, verb - 3) : verb])


def is_told(line: Line, first: int) -> bool:
    """Whether what begins at a token is whom somebody told: "Lee told the Lund Times"."""
    return line.holds(first - 1 - line.holds(first - 1, "the"), "told")
