"""Tags on which speakers depend, mended: names and nouns that the tagger takes for others."""

from __future__ import annotations

from helpers.speakers.lexicon import CALENDAR, COURT_NOUNS
from helpers.speakers.line import FINITE, HEADS, Line
from helpers.speakers.nouns import (
    classify_noun,
    is_demonym,
    is_forename,
    is_listed,
    names_institution,
)
from helpers.speakers.verbs import PAST, find_verbs

# Tags of words in names that are no proper nouns: "Perdana Mutual", "Farmers First".
_NAME_PARTS = frozenset("JJ NN NNS VBN VBD VBG VB VBP RB FW".split())
_FIRST_PARTS = _NAME_PARTS | {"VBZ", "NNP"}
_BEFORE_NOUN = frozenset("POS PRP$ DT JJ JJS NNP".split())
_BEFORE_ADJECTIVE = _BEFORE_NOUN | {"NN"}
# What may not be what its tag says, and words of which it never is.
_TAKEN = frozenset("VB JJ NNP".split())
_MENDED = COURT_NOUNS | {"privy", "old", "mine"}


def mend_tags(line: Line) -> None:
    """Change the tags of a line in place."""
    _find_names(line)
    find_verbs(line)
    _find_nouns(line)
    _find_guides(line)


def _find_names(line: Line) -> None:
    """Take words with capitals side by side ("Ottilie Crane", "Perdana Mutual", "Lund & Sons") for a
    name whatever their tags, in a sentence that is not all in capitals."""
    for i in range(len(line.tags) - 1):
        if not line.words[i].istitle() or line.opens[i + 1]:
            continue
        if _is_double(line, i):
            # "Hallam-Price"
            line.tags[i : i + 3] = ["NNP", "HYPH", "NNP"]
            continue
        if _is_within(line, i) and _is_running(line, i):
            # "Shelter Without Borders"
            line.tags[i] = line.tags[i + 1] = line.tags[i + 2] = "NNP"
            continue
        if line.norms[i + 1] == "&" and i + 2 < len(line.tags) and not line.opens[i + 2]:
            if line.words[i + 2].istitle():
                line.tags[i] = line.tags[i + 2] = "NNP"
            continue
        if not line.words[i + 1].istitle():
            continue
        if line.norms[i] in CALENDAR or line.tags[i] == line.tags[i + 1] == "NNP":
            continue
        if line.opens[i] and _opens_with_name(line, i) and _is_running(line, i):
            line.tags[i] = line.tags[i + 1] = line.tags[i + 2] = "NNP"
            continue
        if (_is_pair(line, i) or _goes_on(line, i)) and _is_running(line, i):
            line.tags[i] = line.tags[i + 1] = "NNP"


def _is_double(line: Line, i: int) -> bool:
    """Whether a hyphen that was taken for a dash joins a word with a capital to another, one of them a
    name."""
    if i + 2 >= len(line.tags) or line.norms[i + 1] != "-" or line.tags[i + 1] == "HYPH":
        return False
    glued = line.ends[i] == line.starts[i + 1] and line.ends[i + 1] == line.starts[i + 2]
    named = "NNP" in (line.tags[i], line.tags[i + 2])
    return glued and named and line.words[i + 2].istitle()


def _is_within(line: Line, i: int) -> bool:
    """Whether a preposition and another word with capitals follow a noun."""
    if line.tags[i + 1] != "IN" or i + 2 >= len(line.tags) or line.opens[i + 2]:
        return False
    capitals = line.words[i + 1].istitle() and line.words[i + 2].istitle()
    return capitals and line.tags[i][:2] == "NN"


def _is_pair(line: Line, i: int) -> bool:
    """Whether a noun or adjective and a noun with capitals make a name."""
    if line.tags[i][:2] not in ("NN", "JJ") or line.tags[i + 1][:2] != "NN":
        return False
    common = line.tags[i + 1] in ("NN", "NNS") or is_forename(line.norms[i])
    return common or (line.tags[i] in ("NN", "NNS") and not line.opens[i])


def _goes_on(line: Line, i: int) -> bool:
    """Whether a word of another class belongs to the name beside it: "Perdana Mutual"."""
    one, two = line.tags[i], line.tags[i + 1]
    if "NNP" not in (one[:3], two[:3]):
        return False
    other = i if two[:3] == "NNP" else i + 1
    word = line.norms[other]
    if line.opens[other] and not (line.tags[other] == "NN" and line.tags[i + 2 : i + 3] == ["NNP"]):
        return False
    if line.tags[other] not in _NAME_PARTS or word in CALENDAR:
        return False
    return not is_demonym(word) and not classify_noun(word) and not is_listed(word)


def _opens_with_name(line: Line, i: int) -> bool:
    """Whether a sentence opens with three words with capitals, the last of them an institution's:
    "Marches Learning Trust said"."""
    if i + 2 >= len(line.tags) or not line.words[i + 2].istitle() or line.opens[i + 2]:
        return False
    word, last = line.norms[i], line.norms[i + 2]
    part = line.tags[i] in _FIRST_PARTS and not is_demonym(word)
    return part and classify_noun(word) != "person" and names_institution(last)


def _is_running(line: Line, i: int) -> bool:
    """Whether the words around a token are not all capitalised, as in some headlines."""
    near = range(max(0, i - 6), min(len(line.tags), i + 8))
    around = [line.words[k] for k in near if line.sentences[k] == line.sentences[i]]
    return sum(word.islower() for word in around) * 2 >= sum(word.isalpha() for word in around) - 2


def _find_nouns(line: Line) -> None:
    """Take "executive" and "34-year-old" for nouns where no noun follows, and "MPs" for several."""
    words, norms, tags = line.words, line.norms, line.tags
    for i in range(1, len(tags)):
        word, norm, tag, before = words[i], norms[i], tags[i], tags[i - 1]
        if tag not in _TAKEN and norm not in _MENDED and word[-1:] != "s":
            continue
        if word[-1:] == "s" and len(word) > 2 and word[:-1].isupper():
            tags[i] = "NNPS" if tag == "NNPS" else "NNS"
        elif norm == "privy":
            # "An official privy to the talks said": as a noun it would be the one who said so.
            tags[i] = "JJ"
        elif norm == "old" and before == "HYPH":
            after = tags[i + 1] if i + 1 < len(tags) else "."
            tags[i] = "JJ" if after in HEADS or after == "JJ" else "NN"
        elif before == "JJ" and tag == "NNP" and words[i - 1].istitle():
            # "Principal Ann Lee"
            person = classify_noun(norms[i - 1]) == "person" and not is_demonym(norms[i - 1])
            tags[i - 1] = "NN" if person else "JJ"
        elif tag == "VB" and norms[i - 1] in PAST:
            # "said lead author Jo Kern"
            tags[i] = "JJ" if _tag_behind(line, i)[:2] == "NN" else "VB"
        elif tag == "VB" and classify_noun(norm) == "person":
            listed = _tag_behind(line, i) == "NNP" and norms[i - 1] == ","
            tags[i] = "NN" if listed else "VB"
        elif tag == "JJ" and before in _BEFORE_ADJECTIVE:
            after, kind = _tag_behind(line, i), classify_noun(norm)
            ends = after in FINITE or not after[:1].isalpha()
            ends = ends or line.holds(i + 1, "there", "here")
            if not ends and before in _BEFORE_NOUN:
                # "a circular from the ministry", "quoted a Lund executive as saying"
                ends = after in ("IN", "WP", "VBN") and bool(kind)
            if ends and kind in ("person", "document"):
                tags[i] = "NN"
        elif norm == "mine" and before in _BEFORE_ADJECTIVE:
            tags[i] = "NN"
        elif before == "DT" and norm in COURT_NOUNS:
            after = _tag_behind(line, i)
            tags[i] = tag if after in HEADS or after == "JJ" else "NN"


def _tag_behind(line: Line, i: int) -> str:
    """The tag of the next token of the sentence, "." behind the last."""
    return line.tags[i + 1] if i + 1 < len(line.tags) and not line.opens[i + 1] else "."


def _find_guides(line: Line) -> None:
    """Take "guide" for a handbook in an article where one is issued or something stands in one."""
    for i in (i for i, norm in enumerate(line.norms) if norm == "guide" and i):
        first = i
        while line.tags[first - 1] in ("DT", "PRP$", "JJ", "NN", "NNP") and not line.opens[first]:
            first -= 1
        issued = line.holds(i + 1, "issued", "published", "printed", "written", "produced")
        if issued or line.holds(first - 1, "in"):
            line.norms = ["handbook" if norm == "guide" else norm for norm in line.norms]
            return
