"""The clause right beside quotation marks: "…," said the mayor; the mayor wrote: "…"."""

from __future__ import annotations

from helpers.speakers.clauses import reports
from helpers.speakers.lexicon import TIMES, UTTERANCES
from helpers.speakers.line import FINITE, Index, Line, Phrase, verb_after
from helpers.speakers.nouns import classify_noun, singular
from helpers.speakers.phrases import is_animate
from helpers.wordlists import is_reporting

_PAST = frozenset("VBD VBZ VBP VBN".split())


def after_marks(line: Line, index: Index, stop: int) -> Phrase | None:
    """Return the subject of the clause directly after the marks that end before token ``stop``:
    "…," said the mayor; "…," the mayor said."""
    n, last, token = len(line.tags), stop - 1, stop
    while last and line.tags[last] == "''":
        last -= 1
    if not line.quoted[last]:
        return None
    ends = line.norms[last]
    while token < n and line.tags[token] == "''":
        token += 1
    if token < n and line.norms[token] == "," and not line.opens[token]:
        ends, token = ",", token + 1
    if token >= n or line.paragraphs[token] != line.paragraphs[last]:
        return None
    if line.holds(token, ":") and line.paragraphs[token] == line.paragraphs[0]:
        # "‘Nobody came’: mother's anger"
        one = index.opening.get(token + 1)
        if one is not None and one.owner is not None and not is_animate(line, one):
            one = one.owner
        return one if one is not None and is_animate(line, one) else None
    if ends not in (",", "?", "!", "-", "–", "—", "…", "..."):
        return None
    if line.opens[token] and not (ends in ("?", "!") and line.words[token][:1].islower()):
        if ends == "," or ends not in ("?", "!"):
            return None
        one = index.opening.get(token)
        verb = verb_after(line, one.reach) if one is not None else -1
        # "“Is it more?” Ms Lee persisted."
        brief = verb >= 0 and line.holds(verb + 1, ".", ",") and is_animate(line, one)
        return one if brief or (verb >= 0 and is_reporting(line.norms[verb])) else None
    if line.tags[token] == "RB" and token + 1 < n:
        token += 1
    if line.tags[token] in _PAST and line.words[token][:1].islower():
        one = index.opening.get(token + 1)
        if one is None or line.opens[token + 1] or line.norms[one.head] in TIMES:
            # "The council, which called it “ready”, said yesterday that …"
            return None
        object_ = one.form == "pronoun" and line.norms[one.head] in (
            "him",
            "her",
            "them",
            "us",
            "me",
        )
        fit = is_reporting(line.norms[token]) or (
            is_animate(line, one) and line.tags[token] == "VBD"
        )
        return one if fit and not object_ else None
    one = index.opening.get(token)
    if one is None or line.norms[one.head] in TIMES:
        return None
    verb = verb_after(line, one.reach)
    return one if verb >= 0 and line.sentences[verb] == line.sentences[token] else None


def before_marks(line: Line, index: Index, first: int) -> Phrase | None:
    """Return whom the sentence with a colon before token ``first`` gives the word: a label, the
    subject of a reporting verb, or whom the sentence is about."""
    token = first - 1
    while token >= 0 and line.tags[token] == "``":
        token -= 1
    if token < 0 or line.norms[token] != ":":
        return None
    start = token
    while start and not line.opens[start]:
        start -= 1
    if line.paragraphs[start] < line.paragraphs[first] - 1:
        return None
    phrases = [index.opening[i] for i in range(start, token) if i in index.opening]
    phrases = [one for one in phrases if not line.quoted[one.first] and not one.possessor]
    subjects = [one for one in phrases if one.subject and verb_after(line, one.reach) < token]
    for one in reversed(subjects):
        if reports(line, verb_after(line, one.reach)):
            return one
    last = index.before(token)
    if last is not None and last.form in ("name", "pair"):
        return last
    if last is not None and line.holds(last.first - 2, ",") and reports(line, last.first - 1):
        return last
    if last is not None and classify_noun(line.norms[last.head]) == "document":
        return last
    people = [one for one in phrases if is_animate(line, one)]
    for one in people:
        if one.subject:
            return one
    if subjects:
        return None
    return people[0] if people else phrases[0] if phrases else None


def owner_before(line: Line, index: Index, first: int) -> Phrase | None:
    """Return whose word leads to the quotation that begins at token ``first``: "His advice to players: “…”",
    "From the back came her verdict: “…”", "Her reason? “…”"."""
    token = first - 1
    while token >= 0 and line.tags[token] == "``":
        token -= 1
    if token < 1 or not line.holds(token, ":", "?") or line.quoted[token]:
        return None
    start = token
    while start and not line.opens[start]:
        start -= 1
    asked = line.holds(token, "?")
    if asked and (start == token or FINITE & set(line.tags[start:token])):
        return None
    found = [index.opening[i] for i in range(start, token) if i in index.opening]
    for one in found:
        if one.possessor or one.quoted:
            continue
        owner = one.owner
        word = singular(line.norms[one.head])
        if owner is not None and word in UTTERANCES and is_animate(line, owner):
            place = index.kinds.get(owner.head) in ("organization", "place")
            return None if place else owner
        if is_animate(line, one) and (one.subject or asked):
            return None
    return None
