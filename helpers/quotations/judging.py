"""Whether a report counts: is it said, already seen inside another, one pair of marks, how sure."""

from __future__ import annotations

from statistics import fmean

from helpers.quotations.embedded import FINITE
from helpers.quotations.labels import load_cues
from helpers.quotations.spans import Reading, Report
from helpers.quotations.speech import (
    is_clause,
    is_denied,
    is_speech,
    is_wish,
    is_withheld,
    takes_clause,
)

# From here on it counts though it is no clause ("promised a new bridge").
CERTAIN = 0.8
_REACH = 4
_BEFORE_NOUNS = frozenset(
    "after amid amidst at by despite following from of on over to with".split()
)
_SAYING = frozenset("add argue explain insist note say warn".split())
_ASKED = frozenset("asked pressed questioned".split())
_BE = frozenset("are been has have is was were".split())
_PARTICIPLES = ("VBD", "VBG", "VBN")


def find_unnamed(reading: Reading, report: Report, lemmas: list[str]) -> tuple[int, int] | None:
    """Return the cue of "amid reports that …": nobody is named whose reports they are."""
    first = report.pieces[0][0]
    noun = next((i - 1 for i in (first, first - 1) if i > 1 and reading.words[i] == "that"), 0)
    if not noun or reading.inside[first] >= 0:
        return None
    # Behind a preposition the tagger may still take "reports" for a verb.
    if reading.tags[noun] not in ("NNS", "VBZ") or reading.words[noun - 1] not in _BEFORE_NOUNS:
        return None
    return (
        (noun, noun + 1) if is_speech([reading.words[noun]], [lemmas[noun]], load_cues()) else None
    )


def tokens_of(reading: Reading, piece: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a piece that lie between two offsets."""
    inner = [i for i in range(*piece) if start <= reading.starts[i] < end]
    return (inner[0], inner[-1] + 1) if inner else piece


def is_said(
    reading: Reading,
    report: Report,
    pieces: list[tuple[int, int]],
    lemmas: list[str],
    confidence: float,
) -> bool:
    """Whether content without marks is reported speech, and a clause or beyond doubt."""
    if report.cue is None:
        return False
    (a, b), words, first = report.cue, reading.words, pieces[0][0]
    if not is_speech(words[a:b], lemmas[a:b], load_cues()):
        return False
    if is_withheld(words[max(0, a - _REACH) : b], words[first]):
        return False
    opens = a == 0 or reading.sentences[a - 1] != reading.sentences[a]
    if report.mention is None and opens and reading.tags[a] in _PARTICIPLES:
        # "Asked whether it was true, she laughed": nobody is named who said it.
        return False
    start = next(
        (i for i in range(a, 0, -1) if reading.sentences[i - 1] != reading.sentences[a]), 0
    )
    single = words[start:a].count(",") == 1 and words[a - 1] == ","
    if words[a] in _ASKED and reading.tags[a] in _PARTICIPLES and single:
        # "Lee, asked whether it was true, laughed."
        return False
    # What a reporting clause interrupts is itself a clause: "The road, she said, would close."
    last = pieces[-1][0]
    split = first < a < last and words[pieces[0][1]] == words[last - 1] == ","
    clause = split or any(is_clause(words, reading.tags, *piece) for piece in pieces)
    sure = confidence >= CERTAIN and not any(is_wish(words[i:k]) for i, k in pieces)
    # "asked for a delay", "accused them of waste": a thing is no report. What is said is a clause,
    # also where the tagger overlooks its verb.
    verbal = any(reading.tags[i] in FINITE for k in pieces for i in range(*k))
    sure = sure and (verbal or any(lemma in _SAYING for lemma in lemmas[a:b]))
    denied = is_denied(words[max(0, a - _REACH) : b])
    return (sure and not denied) or (clause and takes_clause(lemmas[a:b]))


def is_seen(reading: Reading, report: Report, lemmas: list[str]) -> bool:
    """Whether marks inside a report follow a verb that is none of saying ("saw ‘a shape’")."""
    a, b = report.cue
    if b != report.pieces[0][0]:
        return False
    return not is_speech(reading.words[a:b], lemmas[a:b], load_cues())


def is_passive_subject(reading: Reading, report: Report, first: int, stop: int) -> bool:
    """Whether a piece is no more than the subject of its cue: "The plan" of "The plan was called “absurd”"."""
    bare = not reading.is_marked(first, stop) and not FINITE & set(reading.tags[first:stop])
    follows = bare and report.cue is not None and report.cue[0] == stop
    return bool(follows and reading.words[stop] in _BE)


def is_single(reading: Reading, report: Report) -> bool:
    """Whether one pair of marks is all that is quoted."""
    inside = {n for a, b in report.pieces for n in reading.inside[a:b] if n >= 0}
    return len(inside) == 1


def find_confidence(reading: Reading, report: Report) -> float:
    """Return the mean probability of the content times that of the source."""
    chances = [chance for a, b in report.pieces for chance in reading.content[a:b]]
    return round(fmean(chances) * report.certainty, 2)
