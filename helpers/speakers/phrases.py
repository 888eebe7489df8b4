"""Noun phrases of an article: names, descriptions and pronouns, with possessors and complements."""

from __future__ import annotations

from helpers.speakers.borders import follows
from helpers.speakers.chunks import INDEFINITE, OPENERS, read_chunk
from helpers.speakers.complements import add_complements
from helpers.speakers.line import Line, Phrase, is_inverted, verb_after
from helpers.speakers.namewords import BRANCHES, TITLES
from helpers.speakers.nouns import classify_noun

_PRONOUNS = frozenset("he she they it i we you him her them us me who".split())
_GOVERNORS = frozenset("IN TO VB VBD VBZ VBG VBN".split())
_CONJUNCTIONS = ("that", "if", "because", "while", "as", "whether", "when", "after", "before")


def find_phrases(line: Line, names: dict[int, int]) -> list[Phrase]:
    """Return the noun phrases in the order of their first word, possessors before what they own.

    ``names`` gives for the first token of a name the token after it.
    """
    phrases: list[Phrase] = []
    i, n = 0, len(line.tags)
    while i < n:
        tag, norm = line.tags[i], line.norms[i]
        if i in names or (tag in OPENERS and norm not in ("i",) and not follows(line, i)):
            i = read_chunk(line, names, i, phrases)
        elif norm in _PRONOUNS and tag in ("PRP", "WP", "NN", "NNP"):
            phrases.append(Phrase(i, i + 1, i, "pronoun"))
            i += 1
        else:
            if norm in INDEFINITE:
                phrases.append(Phrase(i, i + 1, i, "indefinite"))
            i += 1
    phrases = _join_offices(line, phrases, names)
    add_complements(line, phrases)
    phrases = _add_pairs(line, phrases)
    for phrase in phrases:
        phrase.quoted = line.quoted[phrase.first]
        if phrase.owner is not None:
            phrase.owner.possessor = True
    _find_subjects(line, phrases)
    return phrases


def _join_offices(line: Line, phrases: list[Phrase], names: dict[int, int]) -> list[Phrase]:
    """Join "Superintendent of" and "Police Ann Lee", "Minister for" and "Health Bo Lee", where a name has
    words of an office before it."""
    begins = {stop: first for first, stop in names.items()}
    out: list[Phrase] = []
    for phrase in phrases:
        before = out[-1] if out else None
        office = (
            phrase.form == "name"
            and before is not None
            and before.form == "noun"
            and line.holds(before.stop, "of", "for")
            and before.stop + 1 == phrase.first < begins.get(phrase.stop, 0)
            and line.words[before.head][:1].isupper()
            and classify_noun(line.norms[before.head]) == "person"
        )
        if office:
            out.pop()
            phrase = Phrase(before.first, phrase.stop, phrase.head, "name", 0, before.owner)
        out.append(phrase)
    return out


def _add_pairs(line: Line, phrases: list[Phrase]) -> list[Phrase]:
    """Add "Ann and Bob Lee", "both Rome and Bonn" after their members."""
    opening = {one.first: one for one in phrases if one.form == "name"}
    closing: dict[int, Phrase] = {}
    out = []
    for phrase in phrases:
        out.append(phrase)
        if phrase.form != "name":
            continue
        closing[phrase.stop] = phrase
        partner = closing.get(phrase.first - 1)
        joined = line.holds(phrase.first - 1, "and") and not line.opens[phrase.first]
        if joined and partner is not None and opening.get(phrase.first) is phrase:
            titled = any(
                line.words[i].islower() and classify_noun(line.norms[i]) == "person"
                for i in range(phrase.first, phrase.head)
            )
            branch = line.norms[partner.head] in BRANCHES and any(
                line.norms[i] in TITLES for i in range(phrase.first, phrase.head)
            )
            # "Health and Safety Minister Ann Lee"
            if (titled or branch) and partner.stop - partner.first == 1:
                # "Wool and Rural Workers Union organiser Kev Maddigan" is one man.
                out.append(Phrase(partner.first, phrase.stop, phrase.head, "name", phrase.reach))
                continue
            listed = line.holds(partner.first - 1, ",", "and") and partner.first - 1 in closing
            if line.holds(partner.first - 1, "between") or listed:
                continue
            out.append(
                Phrase(
                    partner.first,
                    phrase.stop,
                    phrase.head,
                    "pair",
                    phrase.stop,
                    members=(partner, phrase),
                )
            )
    return out


def _find_subjects(line: Line, phrases: list[Phrase]) -> None:
    """Mark what stands before a finite verb, perhaps with an adverb or a clause set off by commas."""
    for phrase in phrases:
        before = line.tags[phrase.first - 1] if phrase.first else "."
        governed = not line.opens[phrase.first] and before in _GOVERNORS
        prior = line.norm(phrase.first - 1)
        told = prior == "to" and line.holds(phrase.first - 2, "according")
        if told or (before in ("VBD", "VBZ") and is_inverted(line, phrase.first)):
            phrase.subject = phrase.form in ("name", "noun", "pronoun")
            continue
        if governed and prior not in _CONJUNCTIONS:
            continue
        if verb_after(line, phrase.reach or phrase.stop) >= 0:
            phrase.subject = True
        at = phrase.stop
        if phrase.form == "name" and before == "," and line.holds(at, ","):
            # "The prop, Bo Lee, saw it."
            phrase.subject = phrase.subject or (
                at + 1 < len(line.tags) and line.tags[at + 1] in ("VBD", "VBZ", "VBP", "MD")
            )


def is_animate(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase can mean somebody who speaks: a name, a pronoun for people or a known noun."""
    if phrase.form in ("name", "pair"):
        return True
    if phrase.form == "pronoun":
        return line.norms[phrase.head] not in ("it", "you")
    if line.holds(phrase.head, "head", "heads") and line.tags[phrase.first] == "PRP$":
        # "shook his head", not "his head of staff".
        return phrase.reach > phrase.stop
    return phrase.form == "noun" and classify_noun(line.norms[phrase.head]) in (
        "person",
        "group",
        "organization",
    )
