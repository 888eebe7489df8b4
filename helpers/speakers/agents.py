"""Who speaks where that is not the subject of the verb: "dismissed as “absurd” by Lee", "for calling it “absurd”"."""

from __future__ import annotations

from helpers.speakers.clauses import subject_of
from helpers.speakers.cues import last_verb
from helpers.speakers.lexicon import TIMES, UTTERANCES
from helpers.speakers.line import FINITE, Index, Line, Phrase, verb_after
from helpers.speakers.nouns import classify_noun, singular
from helpers.speakers.phrases import is_animate
from helpers.speakers.topics import subject_of as topic_of
from helpers.wordlists import calls

# Tokens of "as a critic once put it" and of an addressee at most.
_PUT, _ADDRESSED = 16, 14
_GERUNDS = frozenset("after before by for from of without".split())
# "asked him to say", "accused them of calling": the object acts.
_CONTROL = frozenset(
    "advise ask allow beg command encourage force instruct invite order persuade tell urge want".split()
)
# They are told what whom they deal with has decided.
_AUDIENCE = frozenset(
    """buyer client contractor customer driver employee family guest investor member owner parent
    passenger patient pupil resident shareholder staff student subscriber supplier tenant traveller
    user visitor worker""".split()
)
_FOR = ("for", "to")


def agent_of(line: Line, index: Index, first: int, last: int, stop: int) -> Phrase | None:
    """Return who speaks in "that she had been assured by a nurse that", "had been told “no” by a bank" and
    "was dismissed as “absurd” by Lee", where the cue is ``first..last`` and the words in marks end before
    ``stop``."""
    verb = last_verb(line, first, last + 1)
    while stop < len(line.tags) and line.tags[stop] == "''":
        stop += 1
    if line.tags[verb] not in ("VBN", "VBD"):
        return None
    passive = "be" in line.lemmas[max(0, verb - 3) : verb]
    # "two men called “heroes” by the mayor", "criticised as “slow” by visitors"
    bare = line.tags[verb + 1 : verb + 2] == ["``"] or line.holds(verb + 1, "as", "by")
    passive = passive or (bare and calls(line.norms[verb]))
    for at in (verb + 1, stop) if passive else ():
        one = index.opening.get(at + 1) if line.holds(at, "by") else None
        if one is not None and line.norms[one.head] not in TIMES:
            medium = classify_noun(line.norms[one.head]) == "document"
            return one if medium or one.form == "indefinite" or is_animate(line, one) else None
    return None


def put_by(line: Line, index: Index, first: int, stop: int) -> Phrase | None:
    """Return who speaks in "a man with the manner, as a critic once put it, of “…”" and "“…”, as Lee puts it"."""
    while stop < len(line.tags) and line.tags[stop] in ("''", ","):
        stop += 1
    before = range(first - 1, max(0, first - _PUT), -1)
    for at in [*(at for at in before if line.norms[at] == "as"), stop]:
        if not line.holds(at, "as") or line.quoted[at]:
            continue
        one = index.opening.get(at + 1)
        verb = verb_after(line, one.reach) if one is not None else -1
        put = (verb >= 0 and line.lemmas[verb] in ("put", "call", "describe")) or (
            verb >= 0 and line.holds(verb, "put", "puts")
        )
        if put and line.holds(verb + 1, "it", "them", "him", "her") and is_animate(line, one):
            return one if line.sentences[verb] == line.sentences[first] else None
    return None


def claimed_by(line: Line, index: Index, first: int) -> Phrase | None:
    """Return who speaks in "the claim by Lee that “nobody came”", before the mark at ``first - 1``."""
    at = first - 1
    while at > 0 and line.tags[at] == "``":
        at -= 1
    for one in index.ending.get(at, ()) if line.holds(at, "that", "of") else ():
        noun = line.norms[one.first - 2] if line.holds(one.first - 1, "by", "from") else ""
        if singular(noun) in UTTERANCES and is_animate(line, one):
            return one
    return None


def gerund_subject(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return who speaks in "Lee apologised for calling it “absurd”", or was blamed "for calling it" so."""
    if line.tags[verb] != "VBG" or line.norm(verb - 1) not in _GERUNDS:
        return None
    return _governor(line, index, verb - 1, control=line.holds(verb - 1, "for", "of", "from"))


def purpose_subject(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return who speaks in "Skippers have written to the minister to say that …"."""
    if line.tags[verb] != "VB" or not line.holds(verb - 1, "to"):
        return None
    return _governor(line, index, verb - 1, control=False)


def _governor(line: Line, index: Index, stop: int, control: bool) -> Phrase | None:
    """The subject of the last finite verb before a token, or its object where that acts (``control``)."""
    for at in range(stop - 1, max(-1, stop - _ADDRESSED), -1):
        if line.sentences[at] != line.sentences[stop]:
            return None
        if line.opens[at] and at in index.opening:
            # "Lee, a former policeman, later apologised": the tagger found no finite verb.
            return index.opening[at] if is_animate(line, index.opening[at]) else None
        if line.tags[at] not in FINITE:
            continue
        inner = at
        while line.tags[inner + 1][:2] in ("VB", "RB") and inner + 1 < stop:
            inner += 1
        if line.lemmas[inner] in _CONTROL:
            return None
        object_ = index.opening.get(inner + 1)
        if control and object_ is not None and object_.stop <= stop and is_animate(line, object_):
            return object_
        subject = subject_of(line, index, at)
        return subject if subject is not None and is_animate(line, subject) else None
    return None


def teller_of(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return who speaks in "Buyers were told in an e-mail that": whom the sentence before is about."""
    first = verb
    while first and not line.opens[first]:
        first -= 1
    one = index.opening.get(first)
    told = one is not None and singular(line.norms[one.head]) in _AUDIENCE
    if not told or not line.holds(verb, "told", "informed") or not first or line.quoted[first - 1]:
        return None
    teller = topic_of(index, first - 1)
    if teller is None or not teller.subject or teller.form == "pronoun":
        return None
    body = (
        index.kinds.get(teller.head) == "organization"
        if teller.form == "name"
        else (classify_noun(line.norms[teller.head]) == "organization")
    )
    return teller if body else None


def holder_of(line: Line, index: Index, first: int) -> Phrase | None:
    """Return whose view opens a sentence: "For Ann Lee, whose family farms there, the road is “a scar”"."""
    at = first - 1
    while at > 0 and not line.opens[at]:
        at -= 1
    at += line.tags[at] == "CC"
    one = index.opening.get(at + 1) if line.norm(at) in _FOR else None
    if one is None or one.reach >= first or not is_animate(line, one):
        return None
    subjects = (index.opening.get(i) for i in range(one.reach + 1, first))
    others = [
        other
        for other in subjects
        if other is not None
        and other.subject
        and not line.holds(other.first - 1, "whose")
        and not line.holds(other.head, "who", "which")
    ]
    free = line.holds(one.reach, ",") and not any(is_animate(line, other) for other in others)
    return one if free else None
