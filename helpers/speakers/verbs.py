"""Finite verbs that the tagger takes for nouns or participles: "shows", "read", "announced"."""

from __future__ import annotations

from helpers.speakers.lexicon import TIMES
from helpers.speakers.line import FINITE, HEADS, Line
from helpers.speakers.nouns import (
    classify_noun,
)
from helpers.wordlists import calls, is_reporting

_OBJECTS = frozenset("DT NNS PRP PRP$".split())
_SUBJECT = HEADS | {"DT", "JJ", "PRP$", "POS"}
# What a finite verb may be taken for.
_TAKEN = frozenset("NN NNS VBN VB".split())
# Their past is spelled like the infinitive.
_ALIKE = frozenset(
    "burst cast cost cut hit hurt let put quit set shed shut split spread thrust".split()
)
_CAUSING, _AUXILIARY = frozenset("do help hear let make see watch".split()), 5
PAST = frozenset("said told wrote replied".split())
_READINGS = frozenset("shows says reads read notes claims states reports argues warns".split())


def find_verbs(line: Line) -> None:
    """Take "shows", "read" and "announced" for finite verbs where the tagger made them nouns or
    participles: after a noun, at the end of a clause or before a quotation."""
    for i in range(1, len(line.tags)):
        tag, word = line.tags[i], line.norms[i]
        if tag not in _TAKEN and word not in PAST:
            continue
        if word in PAST and tag[:2] != "VB":
            line.tags[i] = "VBD"
        if word == "says" and tag == "NNS":
            line.tags[i] = tag = "VBZ"
        said = word == "said" and tag == "VBN" and not line.holds(i + 1, "to")
        if said and classify_noun(line.norms[i - 1]) in ("person", "group", "organization"):
            # "a commander said by telephone", not "the words said by him"
            line.tags[i] = tag = "VBD"
        if (
            word == "say"
            and tag == "VB"
            and line.tags[i - 1][:2] == "NN"
            and not _has_verb(line, i)
        ):
            # "Two officials in Lund say", not "heard a man say"
            line.tags[i] = "VBP"
        if tag == "VB" and word in _ALIKE and _is_past(line, i):
            line.tags[i] = "VBD"
        if tag not in ("NN", "NNS", "VBN") or line.opens[i]:
            continue
        if tag == "NN" and not is_reporting(word):
            continue
        if tag == "VBN" and line.tags[i - 1] == "''" and is_reporting(word):
            # "“He drove,” recalled team captain Ann Lee"
            line.tags[i] = "VBD"
            continue
        if tag == "VBN" and _is_conjoined(line, i):
            line.tags[i] = "VBD"
            continue
        if tag in ("VBN", "NNS") and _is_only_verb(line, i):
            person = classify_noun(line.norms[i - 1]) == "person" and not classify_noun(word)
            if tag == "VBN" or person:
                line.tags[i] = "VBD" if tag == "VBN" else "VBZ"
                continue
        if tag == "NNS" and _acts(line, i):
            line.tags[i] = "VBZ"
            continue
        if tag == "VBN" and not is_reporting(word):
            continue
        ends = i + 1 == len(line.tags) or line.opens[i + 1]
        after = "." if ends else line.norms[i + 1]
        clause = after in (".", ":", "that") or (not ends and line.tags[i + 1] == "``")
        governs = not ends and line.tags[i + 1] in ("PRP", "DT", "PRP$")
        if (
            tag == "NNS"
            and (after == "." or governs)
            and (line.tags[i - 1] in ("NN", "NNP", "PRP") or line.opens[i - 1])
        ):
            named = line.words[i - 1][:1].isupper() and line.words[i].islower()
            if named and classify_noun(word) != "person":
                line.tags[i] = "VBZ"
                continue
        if tag != "VBN" and word in _READINGS and line.tags[i - 1] in ("NN", "NNP"):
            if clause or after == ",":
                line.tags[i] = "VBZ" if word.endswith("s") else "VBD"
        elif tag == "VBN" and line.tags[i - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP", ","):
            timed = i + 2 < len(line.tags) and after in ("on", "in") and line.norms[i + 2] in TIMES
            if clause or timed:
                line.tags[i] = "VBD"


def _is_past(line: Line, i: int) -> bool:
    """Whether "put" stands behind its subject and no auxiliary: "Her son, 14, put it down", "as a critic
    once put it"."""
    at = i - 1 - (line.tags[i - 1] == "RB")
    subject = line.tags[at][:2] in ("NN", "PR") or line.tags[at - 1 : at + 1] == ["CD", ","]
    before = range(max(0, i - _AUXILIARY), i)
    led = any(line.tags[k] in ("MD", "TO", "VB") or line.lemmas[k] in _CAUSING for k in before)
    same = not any(line.opens[k] for k in range(at + 1, i + 1))
    return subject and same and not led


def _acts(line: Line, i: int) -> bool:
    """Whether a plural in a headline is the verb of the bare noun for somebody before it: "Coach backs
    teenager", "Regulator calls spill ‘the worst in a decade’"."""
    last = i - 1
    if line.paragraphs[i] != line.paragraphs[0] or line.tags[last] not in ("NN", "NNP"):
        return False
    starts = line.opens[last] or line.tags[last - 1] in (":", "''", "``")
    who, what = classify_noun(line.norms[last]), classify_noun(line.norms[i])
    if not starts or who not in ("person", "organization") or what in ("person", "organization"):
        return False
    rest = []
    for at in range(i + 1, len(line.tags)):
        if line.opens[at]:
            break
        rest.append(line.tags[at])
    named = calls(line.norms[i]) and "``" in rest
    object_ = rest[:1] and (rest[0] in HEADS or rest[0] in ("DT", "PRP$", "JJ", "TO"))
    return named or (bool(object_) and not FINITE & set(rest))


def _is_conjoined(line: Line, i: int) -> bool:
    """Whether a participle is the verb of a clause behind a conjunction: "after a minister compared farmers
    to children"."""
    at = i - 1
    while at and line.tags[at] in _SUBJECT and not line.opens[at]:
        at -= 1
    if at == i - 1 or not line.holds(at, "after", "because", "when", "while", "until", "though"):
        return False
    told = classify_noun(line.norms[i - 1]) in ("person", "organization", "group")
    told = told or line.tags[i - 1] == "NNP"
    return told and i + 1 < len(line.tags) and line.tags[i + 1] in _OBJECTS


def _is_only_verb(line: Line, i: int) -> bool:
    """Whether a sentence has no other verb than a participle: "A woman with two boys bowed to those who
    came." """
    noun = line.tags[i - 1] in ("NN", "NNS", "NNP", "PRP")
    if not (noun or classify_noun(line.norms[i - 1]) == "person") or _has_verb(line, i):
        return False
    relative, at = False, i + 1
    while at < len(line.tags) and not line.opens[at]:
        relative = relative or line.tags[at] in ("WP", "WDT", "WRB")
        if line.tags[at] == "``" or (line.tags[at] in FINITE and not relative):
            return False
        at += 1
    return line.holds(at - 1, ".")


def _has_verb(line: Line, i: int) -> bool:
    """Whether a finite verb stands before a token in its sentence."""
    while not line.opens[i]:
        i -= 1
        if line.tags[i] in FINITE:
            return True
    return False
