"""Which words beside a quotation name its speaker."""

from __future__ import annotations

from helpers.speakers.lexicon import TIMES
from helpers.speakers.line import FINITE, Index, Line, Phrase, verb_after
from helpers.speakers.nouns import classify_noun
from helpers.speakers.phrases import is_animate
from helpers.wordlists import is_reporting


def reports(line: Line, verb: int) -> bool:
    """Whether the verb group that begins at a token reports: "had also said"."""
    while verb < len(line.tags) and line.tags[verb][:2] in ("VB", "MD", "RB"):
        if is_reporting(line.norms[verb]):
            return True
        verb += 1
    return False


def subject_of(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return the phrase whose finite verb is at token ``verb``."""
    found = None
    for token in range(verb - 1, max(-1, verb - 40), -1):
        if line.sentences[token] != line.sentences[verb]:
            break
        one = index.opening.get(token)
        if one is not None and one.subject and verb_after(line, one.reach) == verb:
            found = one
    return found


def main_subject(line: Line, index: Index, token: int) -> Phrase | None:
    """Return the first subject of a reporting verb in the sentence ("he warns that …, saying that …"), else
    whom it begins with ("The clerk, 71, walked out, telling members …")."""
    first = token
    while first and not line.opens[first]:
        first -= 1
    for at in range(first, token):
        one = index.opening.get(at)
        if one is not None and one.subject and reports(line, verb_after(line, one.reach)):
            return one
    one = index.opening.get(first)
    if one is None or one.form not in ("name", "noun") or line.holds(one.reach, "and"):
        return None
    return one if is_animate(line, one) else None


def led_subject(line: Line, index: Index, verb: int, stop: int) -> Phrase | None:
    """Return whom a participle before the main clause is about: "Noting that …, the judge freed him";
    ``stop`` is the end of the content."""
    opens = line.opens[verb] or line.holds(verb - 1, ":", "-", "–", "—")
    at = stop
    while at < len(line.tags) and line.tags[at] in ("''", ","):
        at += 1
    one = index.opening.get(at) if opens and line.holds(at - 1, ",", "''") else None
    if one is None or line.opens[at]:
        return None
    return one if one.subject or one.form in ("name", "pronoun") else None


def opening_subject(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return whom a sentence inside a quotation begins with: "“He stopped there and said, ‘…’”."""
    first = verb
    while first and not line.opens[first] and line.quoted[first - 1]:
        first -= 1
    while line.tags[first] in ("``", "CC", "RB"):
        first += 1
    one = index.opening.get(first)
    return one if one is not None and one.subject and is_animate(line, one) else None


def adjacent(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return the person directly before a reporting verb: "as the judge told him", "by a judge who said"."""
    one = index.before(verb)
    if one is None or not one.subject or one.quoted or line.opens[verb]:
        return None
    if line.tags[verb] not in ("VBD", "VBZ", "VBP") or not is_reporting(line.norms[verb]):
        return None
    if line.norms[one.head] == "who":
        whose = antecedent(line, index, one.first)
        return one if whose is not None and is_animate(line, whose) and not whose.quoted else None
    return one if is_animate(line, one) and line.norms[one.head] != "it" else None


def inserted(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return the subject of a reporting clause set between commas: "He, she predicted, …", "The trade,
    said the judge, …"."""
    if not is_reporting(line.norms[verb]):
        return None
    one = index.before(verb)
    if one is not None and line.holds(one.first - 1, ",") and line.holds(verb + 1, ",", "."):
        return one
    one = index.opening.get(verb + 1)
    if subject_of(line, index, verb) is not None:
        # "an official, who was not named, said the road, the coast road, was closed"
        return None
    if one is not None and line.holds(verb - 1, ",") and line.holds(one.reach, ",", "."):
        return one if is_animate(line, one) else None
    return None


def quoted_as(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return whom "the agency quoted an official as saying" gives the word."""
    if not (line.holds(verb, "saying") and line.holds(verb - 1, "as")):
        return None
    for token in range(verb - 2, max(-1, verb - 40), -1):
        if line.sentences[token] != line.sentences[verb]:
            return None
        if line.lemmas[token] in ("quote", "cite"):
            return index.opening.get(token + 1)
    return None


def called_by(line: Line, index: Index, verb: int) -> Phrase | None:
    """Return whose word it is in "what they call “reform”"."""
    one = index.before(verb)
    return one if one is not None and line.holds(one.first - 1, "what") else None


def joined(line: Line, index: Index, verb: int, nested: bool) -> Phrase | None:
    """Return the subject of "that the minister had read it and asked" for "asked", and of "the paper
    noted that the minister had left, saying" for "saying"."""
    participle = line.tags[verb] == "VBG" and line.holds(verb - 1, ",")
    if not participle and not line.holds(verb - 1, "and", "or", "but"):
        return None
    if line.norms[verb] == "adding":
        return None
    for token in range(verb - 2, max(-1, verb - 80), -1):
        if line.sentences[token] != line.sentences[verb]:
            return None
        if line.norms[token] == "that" and token + 1 in index.opening and not line.quoted[token]:
            one = index.opening[token + 1]
            outer = index.before(token - 1)
            medium = outer is not None and not _is_person(index, outer)
            said = nested or line.holds(token - 1, "saying")
            fit = (medium and _is_person(index, one)) or (said and not participle)
            return one if one.subject and fit else None
    return None


def _is_person(index: Index, phrase: Phrase) -> bool:
    if phrase.form == "name":
        return index.kinds.get(phrase.head) not in ("organization", "place")
    return classify_noun(index.line.norms[phrase.head]) == "person" or phrase.form == "pronoun"


def climb(line: Line, index: Index, phrase: Phrase) -> Phrase:
    """Return the person or institution whose complement a phrase is: "counsel for the board"."""
    for _ in range(3):
        at = phrase.first - 1
        if at < 1 or line.tags[at] not in ("IN", "TO") or line.opens[phrase.first]:
            return phrase
        if line.holds(at, "to", "as", "that") and line.tags[at - 1] != "VBN":
            return phrase
        outer = next(
            (
                one
                for one in (*index.ending.get(at, ()), *_participle(line, index, at))
                if one.reach >= phrase.stop and not line.quoted[one.first]
            ),
            None,
        )
        outer = outer or _clause_opener(line, index, phrase)
        if outer is None:
            return phrase
        kind = classify_noun(line.norms[outer.head])
        if outer.form != "indefinite" and kind not in (
            "person",
            "organization",
            "group",
            "document",
        ):
            return phrase
        phrase = outer
    return phrase


def _clause_opener(line: Line, index: Index, phrase: Phrase) -> Phrase | None:
    """ "The man in the sales office said": whom a clause begins with whose verb follows the complement."""
    outer = index.before(phrase.first - 1)
    if outer is None or outer.form != "noun" or classify_noun(line.norms[outer.head]) != "person":
        return None
    opens = line.opens[outer.first] or line.tags[outer.first - 1] in ("``", "CC")
    verb = verb_after(line, phrase.reach)
    return outer if opens and verb == phrase.reach and not line.opens[phrase.first] else None


def _participle(line: Line, index: Index, at: int) -> list[Phrase]:
    """ "a person briefed on the talks": what ends before the participle."""
    return (
        index.ending.get(at - 1, [])
        if line.tags[at - 1] in ("VBN", "VBG", "VBD", "JJ", "RB")
        else []
    )


def antecedent(line: Line, index: Index, relative: int) -> Phrase | None:
    """Return the phrase that "who" or "which" at token ``relative`` takes up, also a second time: "an elder
    who knows both, and who asked not to be named"."""
    if line.holds(relative - 1, "and", "but") and not line.opens[relative]:
        for token in range(relative - 2, -1, -1):
            if line.sentences[token] != line.sentences[relative]:
                break
            if line.norms[token] == line.norms[relative]:
                return antecedent(line, index, token)
    stop = relative - (relative > 0 and line.norms[relative - 1] in (",", "("))
    first = stop
    while first and line.norms[first - 1] != "," and not line.opens[first]:
        first -= 1
    if 1 < first < stop < relative and line.tags[first] in ("VBN", "VBG"):
        # "a briefing, released to her last week, which warned"
        stop = first - 1
    one = index.before(stop)
    if one is None or line.sentences[one.first] != line.sentences[relative]:
        return None
    near, one = one, climb(line, index, one)
    if line.norms[relative] == "who" and one.form == "noun" and not is_animate(line, one):
        if is_animate(line, near):
            return near
        # "a soldier guarding the gate who said"
        for token in range(one.first - 1, -1, -1):
            if line.sentences[token] != line.sentences[relative] or line.tags[token] in FINITE:
                break
            other = index.heads.get(token)
            if other is not None and other.form == "noun" and is_animate(line, other):
                return other
    return one


def locate(line: Line, index: Index, first: int, stop: int) -> Phrase | None:
    """Return the phrase of a mention ``first..stop`` (tokens): the one that holds its head."""
    for token in range(stop - 1, first - 1, -1):
        phrase = index.heads.get(token) or index.holding.get(token)
        if line.norms[token] in TIMES and token > first:
            # "a study published Wednesday"
            continue
        if phrase is not None:
            if line.norms[token] in ("who", "which", "that"):
                return antecedent(line, index, token) or phrase
            return climb(line, index, index.pairs.get(phrase, phrase))
    return None
