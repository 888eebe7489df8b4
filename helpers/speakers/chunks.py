"""Chunking: which tokens make one noun phrase, and which of them is its head."""

from __future__ import annotations

from helpers.speakers.borders import apart, is_bare, is_numbered, tells_time
from helpers.speakers.complements import WAYS
from helpers.speakers.lexicon import NOMINAL, ONES, TIMES
from helpers.speakers.line import HEADS, Line, Phrase, is_postnominal, verb_after
from helpers.speakers.nouns import classify_noun, singular

OPENERS = frozenset("DT PRP$ PDT CD JJ JJR JJS NN NNS NNP NNPS $ VBN VBG AFX ADD FW".split())
_INNER = frozenset("CD JJ JJR JJS PDT $ AFX HYPH".split())
_PREMODIFIERS = frozenset("VBN VBG RB RBS".split())
_AFTER_PREMODIFIER = HEADS | {"JJ", "HYPH", "VBN", "VBG"}
INDEFINITE = frozenset(
    """all another anybody anyone both each either everybody everyone few many most neither nobody none
    one others several some somebody someone this these those two three four five six""".split()
)
_QUANTIFIERS = frozenset(
    "about around nearly almost some over roughly approximately least than".split()
)
# Words that end a noun behind a hyphen.
_BEHIND = ("by", "general", "elect", "designate")
_NAMELESS = ONES | NOMINAL
# "a dozen men said"
_COUNTS = frozenset("couple dozen few handful hundred lot number thousand".split())
_ADVERBIAL = frozenset("IN DT PRP$ JJ NN NNS CD".split())
_AFTER_TIME = HEADS | {"CD", "JJ", "JJR", "JJS"}


def read_chunk(line: Line, names: dict[int, int], first: int, phrases: list[Phrase]) -> int:
    """Append the phrase that begins at ``first`` and return the token after it."""
    tags, n = line.tags, len(line.tags)
    owner, head, j = None, -1, first
    named = -1
    if tags[first] == "PRP$":
        owner = Phrase(first, first + 1, first, "pronoun")
        phrases.append(owner)
    while j < n and (j == first or not line.opens[j]):
        tag = tags[j]
        if head == j - 1 and tag in _AFTER_TIME and tells_time(line, first, head):
            break
        if j in names:
            if head >= 0 and apart(line, head) and not line.holds(j - 1, "old"):
                break
            if head == j - 1 and _is_adverbial(line, head, names[j]):
                break
            if head == first == j - 1 and is_bare(line, first):
                break
            head = named = names[j] - 1
            j = names[j]
            continue
        if tag == "POS":
            if head < 0:
                break
            owner = _make(line, first, head, named, owner)
            phrases.append(owner)
            head = named = -1
        elif tag in HEADS:
            if head >= 0 and line.norms[j] in TIMES:
                break
            if head == j - 1 and tag == "NNS" and _is_relative(line, first, j):
                break
            if head >= 0 and named == head:
                if is_postnominal(line, j) and j + 1 not in names:
                    break
                loose = j != named + 1 and tags[j - 1] != "JJ" and not is_numbered(line, j)
                if loose and line.words[j][:1].islower():
                    break
            head = j
        elif tag in ("DT", "PRP$"):
            if j > first and tags[j - 1] != "PDT" and line.norms[j - 1] not in ("both", "all"):
                break
        elif tag in _PREMODIFIERS:
            joined = tags[j - 1] == "HYPH" and j > first
            if (head >= 0 and not joined) or j + 1 >= n or tags[j + 1] not in _AFTER_PREMODIFIER:
                break
            if joined:
                # "the Oslo-based company"
                head = named = -1
        elif tag == "HYPH" or tag == "AFX":
            pass
        elif tag in _INNER:
            if head >= 0 and tags[j - 1] != "HYPH" and (j + 1 >= n or tags[j + 1] not in HEADS):
                break
            if head >= 0 and j + 1 < n and singular(line.norms[j + 1]) in TIMES:
                # "in the cellar two years ago"
                break
            if head >= 0 and (line.holds(j, "last", "next") or line.norm(j + 2) in WAYS):
                # "told Ann Lee last spring", "a neighbour two doors down"
                break
        else:
            break
        j += 1
    if head < 0:
        if tags[first] == "DT" and line.norm(first + 1) in NOMINAL:
            phrases.append(Phrase(first, first + 2, first + 1, "indefinite"))
            return first + 2
        if (
            tags[first] == "DT"
            and j > first + 1
            and (tags[j - 1] in ("JJR", "JJS", "CD") or line.norms[j - 1] in _NAMELESS)
        ):
            phrases.append(Phrase(first, j, j - 1, "indefinite"))
            return j
        if owner is None and (line.norms[first] in INDEFINITE or tags[first] == "CD"):
            phrases.append(Phrase(first, first + 1, first, "indefinite"))
        return max(j, first + 1) if owner is not None else first + 1
    phrases.append(_make(line, first, head, named, owner))
    return phrases[-1].stop


def _is_relative(line: Line, first: int, noun: int) -> bool:
    """Whether a plural behind "a move" is the subject of a clause about it: "a move ministers say will fail"."""
    person = classify_noun(line.norms[noun]) in ("person", "group", "organization")
    counts = line.norms[noun - 1] in _COUNTS or "CD" in line.tags[first:noun]
    single = line.holds(first, "a", "an") and not counts and line.tags[noun - 1] == "NN"
    return person and single and line.tags[noun + 1 : noun + 2] in (["VBP"], ["VBD"])


def _is_adverbial(line: Line, head: int, stop: int) -> bool:
    """Whether an adverbial ends at a noun before the name that is the subject of the sentence: "In a
    message on social media Lund Police said"."""
    thing = line.holds(head, "media") or classify_noun(line.norms[head]) in ("", "document")
    if not thing or verb_after(line, stop) < 0:
        return False
    at = head
    while at >= 0 and line.tags[at] in _ADVERBIAL:
        if line.opens[at]:
            return line.tags[at] == "IN"
        at -= 1
    return False


def _make(line: Line, first: int, head: int, named: int, owner: Phrase | None) -> Phrase:
    form = "name" if named == head else "noun"
    if line.tags[first] == "CD" and line.tags[head] == "NNS" and not line.opens[first]:
        while first and line.norms[first - 1] in _QUANTIFIERS and not line.opens[first]:
            first -= 2 if line.norms[first - 1] in ("than", "least") else 1
    stop = head + 1
    if line.norms[stop : stop + 1] == ["-"]:
        stop = _end_of_compound(line, stop)
    while named == head and stop < len(line.tags) and is_postnominal(line, stop):
        # "Ann Lee KC"
        stop += 1
    return Phrase(max(first, 0), stop, head, form, 0, owner)


def _end_of_compound(line: Line, stop: int) -> int:
    """Return where a noun ends behind which a hyphen stands, or ``stop``."""
    if line.norms[stop : stop + 4] == ["-", "in", "-", "law"]:
        stop += 4
    if line.holds(stop, "-") and line.norm(stop + 1) in _BEHIND:
        # "a passer-by", "the attorney-general"
        stop += 2
    if line.holds(stop, "-") and line.holds(stop + 1, "of") and line.holds(stop + 2, "-"):
        # "the father-of-three", "a mother-of-two"
        stop += 4 if line.tags[stop + 3 : stop + 4] == ["CD"] else 0
    return stop
