"""The tokens of an article as lists, its phrases, and where these stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from helpers.schema import texts
from helpers.speakers.lexicon import TIMES
from helpers.speakers.namewords import POSTNOMINALS
from helpers.wordlists import is_reporting

HEADS = frozenset("NN NNS NNP NNPS ADD FW GW".split())
_DATE_LINE = 14
FINITE = frozenset("VBD VBZ VBP MD".split())

# Words with capitals of which this share, without short ones, makes a sentence a title.
_TITLED = 0.8
_SHORT = 4
# They may stand between a subject and its verb.
_BETWEEN = TIMES | {"both", "each", "also"}


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
    """Tokens of an article as lists; ``opens`` tells of each whether it is the first of a sentence,
    ``dated`` are those of date lines."""

    words: list[str]
    norms: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    paragraphs: list[int]
    opens: list[bool]
    lemmas: list[str]
    quoted: list[bool] = field(default_factory=list)
    dated: frozenset[int] = frozenset()

    def token_at(self, place: int) -> int:
        """Return the first token that ends after an offset."""
        return bisect_right(self.ends, place)

    def norm(self, token: int) -> str:
        """Return the word at a token in small letters, nothing where there is no such token."""
        return self.norms[token] if 0 <= token < len(self.norms) else ""

    def holds(self, token: int, *norms: str) -> bool:
        """Whether a token exists and is one of these words."""
        return 0 <= token < len(self.norms) and self.norms[token] in norms


class Index:
    """Finds phrases by where they begin, end or have their head."""

    def __init__(self, line: Line, phrases: list[Phrase], kinds: dict[int, str]):
        self.line, self.phrases = line, phrases
        # Of a name, by its last token: person, organization, place or "" (not known).
        self.kinds = kinds
        self.opening: dict[int, Phrase] = {}
        self.heads: dict[int, Phrase] = {}
        self.ending: dict[int, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            known = self.opening.get(phrase.first)
            if known is None or phrase.stop > known.stop:
                self.opening[phrase.first] = phrase
            if phrase.form != "pair":
                self.heads[phrase.head] = phrase
            self.ending[phrase.stop].append(phrase)
            if phrase.reach != phrase.stop:
                self.ending[phrase.reach].append(phrase)
        self.holding: dict[int, Phrase] = {}
        self.pairs = {member: one for one in phrases for member in one.members}
        for phrase in phrases:
            # A single word is a head.
            for token in range(phrase.first, phrase.stop) if phrase.stop > phrase.first + 1 else ():
                self.holding[token] = phrase

    def before(self, token: int) -> Phrase | None:
        """Return the longest phrase that ends before ``token``, complements included."""
        return min(self.ending.get(token, ()), key=lambda one: one.first, default=None)


def read_line(tokens: pd.DataFrame) -> Line:
    """Return the tokens as lists."""
    starts, sentences = tokens["start"].tolist(), tokens["sentence"].tolist()
    line = Line(
        tokens["text"].tolist(),
        [str(norm).lower() for norm in tokens["norm"].tolist()],
        texts(tokens["tag"], "XX"),
        starts,
        tokens["end"].tolist(),
        sentences,
        tokens["paragraph"].tolist(),
        [one != two for one, two in pairwise([None, *sentences])],
        [lemma.lower() for lemma in texts(tokens["lemma"])],
        [False] * len(starts),
    )
    line.dated = _date_lines(line)
    return line


def name_runs(line: Line) -> list[tuple[int, int]]:
    """Return runs of proper nouns (tokens ``first, stop``) that may be names without a names table."""
    runs, i, n = [], 0, len(line.tags)
    while i < n:
        if line.tags[i] in ("NNP", "NNPS") and line.words[i][:1].isupper():
            j = i + 1
            while j < n and not line.opens[j]:
                joined = line.norms[j] in ("-", "&") and line.tags[j + 1 : j + 2] == ["NNP"]
                # "Hallam-Price", not "Lee - Moss"
                glued = line.norms[j] == "&" or line.ends[j - 1] == line.starts[j]
                joined = joined and glued and line.words[j + 1][:1].isupper()
                if line.tags[j] not in ("NNP", "NNPS") and not joined:
                    break
                j += 1
            stop = j
            while line.words[stop - 1].islower():
                # "Stroll Lite pushchair"
                stop -= 1
            runs.append((i, stop))
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
            if line.tags[stop] in FINITE:
                break
            lead = line.paragraphs[first] <= line.paragraphs[0] + 3 and line.norms[stop] == ":"
            if lead or line.norms[stop] in ("—", "–", "-", "--"):
                found |= set(range(first, stop))
                break
    return frozenset(found)


def plain_sentences(line: Line) -> set[int]:
    """Return the sentences that are no headlines in title case."""
    long = [
        (sentence, word[0].isupper())
        for word, sentence in zip(line.words, line.sentences, strict=True)
        if len(word) >= _SHORT and word[0].isalpha()
    ]
    total = Counter(sentence for sentence, _ in long)
    large = Counter(sentence for sentence, capital in long if capital)
    return {
        sentence
        for sentence, number in total.items()
        if number < _SHORT or large[sentence] < _TITLED * number
    }


def is_postnominal(line: Line, token: int) -> bool:
    """Whether a token is one of the letters behind a name: "Ann Lee KC"."""
    return line.norms[token] in POSTNOMINALS and line.words[token][-1].isupper()


def _adds(line: Line, token: int) -> bool:
    """Whether something more is told between commas: "Hill, 23, of Penrith, was", "Hill, of Mill Lane,
    Penrith, was"."""
    if line.norms[token - 1] != ",":
        return False
    stop = token
    while stop < len(line.tags) and line.tags[stop] == "NNP":
        stop += 1
    address = stop > token and line.holds(stop, ",") and line.tags[stop + 1 : stop + 2] != ["NNP"]
    return address or line.tags[token] in ("IN", "CD", "DT", "VBN", "WP")


def is_inverted(line: Line, first: int) -> bool:
    """Whether a reporting verb stands before its subject: "The wind was hard, said Lee, who kept …"."""
    if first < 2 or line.tags[first - 1] not in ("VBD", "VBZ") or line.opens[first]:
        return False
    if line.norms[first] in TIMES:
        # "The council, which was ready, said yesterday that"
        return False
    return is_reporting(line.norms[first - 1]) and line.tags[first - 2] in (",", "''")


def verb_after(line: Line, token: int) -> int:
    """Return the finite verb whose subject ends before ``token``, or -1."""
    n = len(line.tags)
    for _ in range(3):
        if token >= n or line.opens[token]:
            return -1
        tag, norm = line.tags[token], line.norms[token]
        if tag in FINITE:
            return token
        if tag in ("RB", "RBR") or norm in _BETWEEN or is_postnominal(line, token):
            token += 1
        elif norm in ("last", "this", "on") and line.norm(token + 1) in TIMES:
            token += 2
        elif norm in (",", "(") or _adds(line, token):
            close = next(
                (
                    k
                    for k in range(token + 1, min(token + 25, n))
                    if line.norms[k] in (",", ")") or line.opens[k] or line.quoted[k]
                ),
                n,
            )
            if close >= n or line.norms[close] not in (",", ")") or line.opens[close]:
                return -1
            token = close + 1
        else:
            return -1
    return token if token < n and not line.opens[token] and line.tags[token] in FINITE else -1
