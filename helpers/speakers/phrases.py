"""Noun phrases of an article: names, descriptions and pronouns, with possessors and complements."""

from __future__ import annotations

from helpers.speakers.borders import apart, follows, is_bare, is_numbered, tells_time
from helpers.speakers.complements import WAYS, add_complements
from helpers.speakers.lexicon import NOMINAL, ONES, TIMES
from helpers.speakers.line import HEADS, Line, Phrase, is_inverted, is_postnominal, verb_after
from helpers.speakers.nouns import classify_noun, singular

_OPENERS = frozenset("DT PRP$ PDT CD JJ JJR JJS NN NNS NNP NNPS $ VBN VBG AFX ADD FW".split())
_INNER = frozenset("CD JJ JJR JJS PDT $ AFX HYPH".split())
_PREMODIFIERS = frozenset("VBN VBG RB RBS".split())
_AFTER_PREMODIFIER = HEADS | {"JJ", "HYPH", "VBN", "VBG"}
_PRONOUNS = frozenset("he she they it i we you him her them us me who".split())
_INDEFINITE = frozenset(
    """all another anybody anyone both each either everybody everyone few many most neither nobody none
    one others several some somebody someone this these those two three four five six""".split()
)
_QUANTIFIERS = frozenset(
    "about around nearly almost some over roughly approximately least than".split()
)
_ADVERBIAL = frozenset("IN DT PRP$ JJ NN NNS CD".split())
_AFTER_TIME = HEADS | {"CD", "JJ", "JJR", "JJS"}
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
        if i in names or (tag in _OPENERS and norm not in ("i",) and not follows(line, i)):
            i = _read(line, names, i, phrases)
        elif norm in _PRONOUNS and tag in ("PRP", "WP", "NN", "NNP"):
            phrases.append(Phrase(i, i + 1, i, "pronoun"))
            i += 1
        else:
            if norm in _INDEFINITE:
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


def _read(line: Line, names: dict[int, int], first: int, phrases: list[Phrase]) -> int:
    """Append the phrase that begins at ``first`` and return the token after it."""
    tags, n = line.tags, len(line.tags)
    owner, head, j = None, -1, first
    named = -1
    if tags[first] == "PRP$":
        owner = Phrase(first, first + 1, first, "pronoun")
        phrases.append(owner)
    while j < n and (j == first or not line.opens(j)):
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
            if head >= 0 and named == head and is_postnominal(line, j):
                break
            loose = j != named + 1 and tags[j - 1] != "JJ" and not is_numbered(line, j)
            if head >= 0 and named == head and line.words[j][:1].islower() and loose:
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
            if head >= 0 and (line.holds(j, "last", "next") or line.holds(j + 2, *WAYS)):
                # "told Ann Lee last spring", "a neighbour two doors down"
                break
        else:
            break
        j += 1
    if head < 0:
        if tags[first] == "DT" and line.holds(first + 1, *NOMINAL):
            phrases.append(Phrase(first, first + 2, first + 1, "indefinite"))
            return first + 2
        if (
            tags[first] == "DT"
            and j > first + 1
            and (tags[j - 1] in ("JJR", "JJS", "CD") or line.norms[j - 1] in ONES | NOMINAL)
        ):
            phrases.append(Phrase(first, j, j - 1, "indefinite"))
            return j
        if owner is None and (line.norms[first] in _INDEFINITE or tags[first] == "CD"):
            phrases.append(Phrase(first, first + 1, first, "indefinite"))
        return max(j, first + 1) if owner is not None else first + 1
    phrases.append(_make(line, first, head, named, owner))
    return phrases[-1].stop


def _is_adverbial(line: Line, head: int, stop: int) -> bool:
    """Whether an adverbial ends at a noun before the name that is the subject of the sentence: "In a
    message on social media Lund Police said"."""
    thing = line.holds(head, "media") or classify_noun(line.norms[head]) in ("", "document")
    if not thing or verb_after(line, stop) < 0:
        return False
    at = head
    while at >= 0 and line.tags[at] in _ADVERBIAL:
        if line.opens(at):
            return line.tags[at] == "IN"
        at -= 1
    return False


def _make(line: Line, first: int, head: int, named: int, owner: Phrase | None) -> Phrase:
    form = "name" if named == head else "noun"
    if line.tags[first] == "CD" and line.tags[head] == "NNS" and not line.opens(first):
        while first and line.norms[first - 1] in _QUANTIFIERS and not line.opens(first):
            first -= 2 if line.norms[first - 1] in ("than", "least") else 1
    stop = head + 1
    if all(line.holds(stop + k, word) for k, word in enumerate(("-", "in", "-", "law"))):
        stop += 4
    if line.holds(stop, "-") and line.holds(stop + 1, "by"):
        # "a passer-by"
        stop += 2
    return Phrase(max(first, 0), stop, head, form, 0, owner)


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
        joined = line.holds(phrase.first - 1, "and") and not line.opens(phrase.first)
        if joined and partner is not None and opening.get(phrase.first) is phrase:
            titled = any(
                line.words[i].islower() and classify_noun(line.norms[i]) == "person"
                for i in range(phrase.first, phrase.head)
            )
            if titled and partner.stop - partner.first == 1:
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
        governed = not line.opens(phrase.first) and before in _GOVERNORS
        told = line.holds(phrase.first - 1, "to") and line.holds(phrase.first - 2, "according")
        if told or is_inverted(line, phrase.first):
            phrase.subject = phrase.form in ("name", "noun", "pronoun")
            continue
        if governed and not line.holds(phrase.first - 1, *_CONJUNCTIONS):
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
