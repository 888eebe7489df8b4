"""Where one noun phrase ends and the next begins: "these days | bakers", "outside court | Lee"."""

from __future__ import annotations

from helpers.speakers.lexicon import TIMES
from helpers.speakers.line import HEADS, Line
from helpers.speakers.nouns import classify_noun, singular

# With these a word for a time tells when: "last night", "the following day".
_TELLING = frozenset(
    """this these those that last next one some every each most same following previous first second third
    fourth fifth sixth final""".split()
)


def follows(line: Line, i: int) -> bool:
    """Whether a participle belongs to what stands before it: "the union representing workers"."""
    if line.tags[i] not in ("VBN", "VBG") or line.opens[i]:
        return False
    return line.tags[i - 1] in HEADS or line.tags[i - 1][:2] in ("VB", "PR", "MD", "RB")


def tells_time(line: Line, first: int, head: int) -> bool:
    """Whether a phrase tells when, so that another may follow it: "these days bakers", "in the second
    week one critic", not "the night watchman"."""
    if singular(line.norms[head]) not in TIMES:
        return False
    if any(line.norms[i] in _TELLING for i in range(first, head)):
        return True
    # "In the evening villagers gather", not "in the evening traffic"
    governed = first > 0 and line.tags[first - 1] == "IN" and line.tags[head + 1] == "NNS"
    return governed and classify_noun(line.norms[head + 1]) in ("person", "group")


def is_numbered(line: Line, noun: int) -> bool:
    """Whether a number stands between a name and its noun: "the No 2 shaft", "a Boeing 737 pilot"."""
    return (
        line.tags[noun - 1] == "CD" and line.words[noun - 1].isdigit() and line.tags[noun] == "NN"
    )


def is_bare(line: Line, first: int) -> bool:
    """Whether a noun that is nobody's title stands behind a preposition: "Outside court Lee said"."""
    noun = line.words[first].islower() and classify_noun(line.norms[first]) != "person"
    return bool(first) and noun and line.tags[first - 1] == "IN" and line.opens[first - 1]


def apart(line: Line, head: int) -> bool:
    """Whether a noun before a name is no title of it: "for forty years Ann Lee …"."""
    if line.norms[head] in TIMES or singular(line.norms[head]) in TIMES:
        return True
    several = line.tags[head] == "NNS" or line.holds(head, "media")
    return several and classify_noun(line.norms[head]) != "person"
