"""The tokens of an article as lists, with the tags mended on which sources depend; its phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from helpers.speakers.lexicon import CALENDAR, POSTNOMINALS, TIMES
from helpers.speakers.nouns import classify_noun, is_forename
from helpers.wordlists import is_reporting

HEADS = frozenset("NN NNS NNP NNPS ADD FW GW".split())
_PAST = frozenset("said told wrote replied".split())
_READINGS = frozenset("shows says reads read notes claims states reports argues warns".split())
_DATE_LINE = 14
_FINITE = frozenset("VBD VBZ VBP MD".split())


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase ``first..stop`` (token numbers); ``reach`` is its end with complements."""

    first: int
    stop: int
    head: int
    form: str
    reach: int = 0
    owner: Phrase | None = None
    members: tuple[Phrase, ...] = ()
    subject: bool = False
    possessor: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Line:
    """Tokens of an article as lists, and which token begins at an offset; ``dated`` are those of date
    lines."""

    words: list[str]
    norms: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    paragraphs: list[int]
    index: dict[int, int]
    lemmas: list[str]
    quoted: list[bool] = field(default_factory=list)
    dated: frozenset[int] = frozenset()

    def opens(self, token: int) -> bool:
        """Whether a token is the first of a sentence."""
        return token == 0 or self.sentences[token - 1] != self.sentences[token]

    def token_at(self, place: int) -> int:
        """Return the first token that ends after an offset."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ends[middle] <= place else (low, middle)
        return low

    def holds(self, token: int, *norms: str) -> bool:
        """Whether a token exists and is one of these words."""
        return 0 <= token < len(self.norms) and self.norms[token] in norms


def read_line(tokens: pd.DataFrame) -> Line:
    """Return the tokens as lists."""
    starts = tokens["start"].tolist()
    line = Line(
        tokens["text"].tolist(),
        [str(norm).lower() for norm in tokens["norm"].tolist()],
        tokens["tag"].fillna("XX").tolist(),
        starts,
        tokens["end"].tolist(),
        tokens["sentence"].tolist(),
        tokens["paragraph"].tolist(),
        {start: i for i, start in enumerate(starts)},
        [str(lemma).lower() for lemma in tokens["lemma"].fillna("").tolist()],
        [False] * len(starts),
    )
    _find_names(line)
    _find_verbs(line)
    _find_nouns(line)
    line.dated = _date_lines(line)
    return line


def _find_names(line: Line) -> None:
    """Take words with capitals side by side ("Ottilie Crane", "National Roads") for a name whatever
    their tags, in a sentence that is not all in capitals."""
    for i in range(len(line.tags) - 1):
        if not (line.words[i].istitle() and line.words[i + 1].istitle()) or line.opens(i + 1):
            continue
        if line.tags[i][:2] not in ("NN", "JJ") or line.tags[i + 1][:2] != "NN":
            continue
        common = line.tags[i + 1] in ("NN", "NNS") or is_forename(line.norms[i])
        common = common or (line.tags[i] in ("NN", "NNS") and not line.opens(i))
        if line.tags[i] == line.tags[i + 1] == "NNP" or not common or line.norms[i] in CALENDAR:
            continue
        near = range(max(0, i - 6), min(len(line.tags), i + 8))
        around = [line.words[k] for k in near if line.sentences[k] == line.sentences[i]]
        if sum(word.islower() for word in around) * 2 >= sum(word.isalpha() for word in around) - 2:
            line.tags[i] = line.tags[i + 1] = "NNP"


def _find_nouns(line: Line) -> None:
    """Take "executive" and "34-year-old" for nouns where no noun follows."""
    for i in range(1, len(line.tags)):
        if line.norms[i] == "old" and line.tags[i - 1] == "HYPH":
            after = line.tags[i + 1] if i + 1 < len(line.tags) else "."
            line.tags[i] = "JJ" if after in HEADS or after == "JJ" else "NN"
        elif line.tags[i] == "VB" and line.norms[i - 1] in _PAST:
            after = line.tags[i + 1] if i + 1 < len(line.tags) and not line.opens(i + 1) else "."
            # "said lead author Jo Kern"
            line.tags[i] = "JJ" if after[:2] == "NN" else "VB"
        elif line.tags[i] == "VB" and classify_noun(line.norms[i]) == "person":
            after = line.tags[i + 1] if i + 1 < len(line.tags) and not line.opens(i + 1) else "."
            line.tags[i] = "NN" if after == "NNP" and line.norms[i - 1] == "," else "VB"
        elif line.tags[i] == "JJ" and line.tags[i - 1] in ("POS", "PRP$", "DT", "JJ", "NN", "NNP"):
            after = line.tags[i + 1] if i + 1 < len(line.tags) and not line.opens(i + 1) else "."
            ends = after in _FINITE or not after[:1].isalpha()
            ends = ends or line.holds(i + 1, "there", "here")
            if ends and classify_noun(line.norms[i]) == "person":
                line.tags[i] = "NN"


def _find_verbs(line: Line) -> None:
    """Take "shows", "read" and "announced" for finite verbs where the tagger made them nouns or
    participles: after a noun, at the end of a clause or before a quotation."""
    for i in range(1, len(line.tags)):
        tag, word = line.tags[i], line.norms[i]
        if word in _PAST and tag[:2] != "VB":
            line.tags[i] = "VBD"
        if tag not in ("NN", "NNS", "VBN") or line.opens(i):
            continue
        if tag in ("VBN", "NNS") and _is_only_verb(line, i):
            person = classify_noun(line.norms[i - 1]) == "person" and not classify_noun(word)
            if tag == "VBN" or person:
                line.tags[i] = "VBD" if tag == "VBN" else "VBZ"
                continue
        if not is_reporting(word) and tag != "NNS":
            continue
        ends = i + 1 == len(line.tags) or line.opens(i + 1)
        after = "." if ends else line.norms[i + 1]
        clause = after in (".", ":", "that") or (not ends and line.tags[i + 1] == "``")
        governs = not ends and line.tags[i + 1] in ("PRP", "DT", "PRP$")
        if (
            tag == "NNS"
            and (after == "." or governs)
            and (line.tags[i - 1] in ("NN", "NNP", "PRP") or line.opens(i - 1))
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


def _is_only_verb(line: Line, i: int) -> bool:
    """Whether a participle ends a sentence that has no other verb: "A woman with two boys nodded." """
    first = i
    while not line.opens(first):
        first -= 1
    ends = i + 1 == len(line.tags) or line.norms[i + 1] == "."
    before = line.tags[first:i]
    return ends and not any(tag in _FINITE for tag in before) and before[-1:] in (
        ["NN"], ["NNS"], ["NNP"], ["PRP"],
    )  # fmt: skip


def name_runs(line: Line) -> list[tuple[int, int]]:
    """Return runs of proper nouns (tokens ``first, stop``) that may be names without a names table."""
    runs, i = [], 0
    while i < len(line.tags):
        if line.tags[i] in ("NNP", "NNPS") and line.words[i][:1].isupper():
            j = i + 1
            while j < len(line.tags) and not line.opens(j):
                joined = line.tags[j] == "HYPH" and line.tags[j + 1 : j + 2] == ["NNP"]
                if line.tags[j] not in ("NNP", "NNPS") and not joined:
                    break
                j += 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    return runs


def _date_lines(line: Line) -> frozenset[int]:
    """Return the tokens of date lines, which open a paragraph: "PORT LAVELLE, June 3 — "."""
    found: set[int] = set()
    for first in range(len(line.tags)):
        opens = first == 0 or line.paragraphs[first - 1] != line.paragraphs[first]
        if not opens or not line.words[first].isupper() or len(line.words[first]) < 3:
            continue
        for stop in range(first + 1, min(first + _DATE_LINE, len(line.tags))):
            if line.tags[stop] in _FINITE:
                break
            if line.norms[stop] in ("—", "–", "-", "--"):
                found |= set(range(first, stop))
                break
    return frozenset(found)


def is_postnominal(line: Line, token: int) -> bool:
    """Whether a token is one of the letters behind a name: "Ann Lee KC"."""
    return line.norms[token] in POSTNOMINALS and line.words[token].isupper()


def _adds(line: Line, token: int) -> bool:
    """Whether something more is told between commas: "Hill, 23, of Penrith, was"."""
    return line.norms[token - 1] == "," and line.tags[token] in ("IN", "CD", "DT", "VBN", "WP")


def verb_after(line: Line, token: int) -> int:
    """Return the finite verb whose subject ends before ``token``, or -1."""
    n = len(line.tags)
    for _ in range(3):
        if token >= n or line.opens(token):
            return -1
        if line.tags[token] in _FINITE:
            return token
        if (
            line.tags[token] in ("RB", "RBR")
            or line.holds(token, "both", "each", "also")
            or line.norms[token] in TIMES
            or is_postnominal(line, token)
        ):
            token += 1
        elif line.holds(token, "last", "this", "on") and line.holds(token + 1, *TIMES):
            token += 2
        elif line.norms[token] in (",", "(") or _adds(line, token):
            close = next(
                (
                    k
                    for k in range(token + 1, min(token + 25, n))
                    if line.norms[k] in (",", ")") or line.opens(k) or line.quoted[k]
                ),
                n,
            )
            if close >= n or line.norms[close] not in (",", ")") or line.opens(close):
                return -1
            token = close + 1
        else:
            return -1
    return token if token < n and not line.opens(token) and line.tags[token] in _FINITE else -1
