"""Content that quotation marks and sentences bound: "“Goal!” they cried" beside the marks alone."""

from __future__ import annotations

from helpers.quotations.embedded import FINITE
from helpers.quotations.features import WORD_IDS
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, SOURCE, Reading, believe
from helpers.wordlists import is_reporting

_CLAUSE = 5
_SAYING = frozenset("TO VB VBG WP WDT".split())
_STOPS = frozenset(".?!")
_NAMED = frozenset("CD DT JJ NN NNP NNPS NNS PRP PRP$".split())
_TOLD = frozenset("VBD VBN VBZ".split())
# Particles of verbs: "shot back", "chimed in".
_BEHIND = frozenset("back in out up".split())
_SPOKEN_ENDS = frozenset(",?!")


def cut_after_marks(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """End content at a closing mark with a comma inside that a verb follows, which is the cue; with
    a whole sentence before the comma the marks are content in any case ("“Go,” advised Ann Lee")."""
    for pair in reading.pairs:
        if pair.depth or not pair.closed:
            continue
        first, stop = pair.locate(reading.starts)
        if stop - first < 3 or stop >= len(roles) or reading.words[stop - 2] not in _SPOKEN_ENDS:
            continue
        if reading.sentences[stop] != reading.sentences[stop - 1]:
            continue
        _cut_cue(reading, roles, begins, stop)
        if begins[stop]:
            continue
        opens = _begins(reading, first)
        if reading.tags[stop] not in _TOLD or reading.words[stop] in WORD_IDS:
            if opens and roles[stop - 1] == roles[stop] == CONTENT:
                _end_at_mark(reading, roles, begins, stop)
            continue
        if roles[stop - 1] != CONTENT and opens:
            roles[first:stop] = [CONTENT] * (stop - first)
            begins[first] = True
            believe(reading.content, first, stop)
            end = stop + 1
            while end < len(roles) and reading.tags[end] in _NAMED:
                end += 1
            believe(reading.source, stop + 1, end)
        elif roles[stop] != CONTENT or roles[stop - 1] != CONTENT:
            continue
        roles[stop], begins[stop] = CUE, True
        for i in range(stop + 1, len(roles)):
            if (
                roles[i] != CONTENT
                or begins[i]
                or reading.sentences[i] != reading.sentences[stop]
                or reading.inside[i] >= 0
            ):
                break
            roles[i] = OUTSIDE


def _cut_cue(reading: Reading, roles: list[str], begins: list[bool], verb: int) -> None:
    """End the cue of "“No,” shot back councillor Ann Lee" before its subject, and take "chimed in" for
    one, too."""
    words, tags = reading.words, reading.tags
    behind = verb + 1 < len(words) and words[verb + 1] in _BEHIND
    stop = end = verb + 1 + behind
    while end < len(roles) and tags[end] in _NAMED:
        end += 1
    told = tags[verb] in _TOLD and words[verb] not in WORD_IDS
    within = stop < end and roles[verb] == roles[stop] == CUE
    if not told or end == stop or not (within or behind):
        return
    for i in range(verb, end):
        roles[i], begins[i] = CUE if i < stop else SOURCE, i in (verb, stop)
    believe(reading.source, stop, end)


def _end_at_mark(reading: Reading, roles: list[str], begins: list[bool], stop: int) -> None:
    """Take "the letter states" behind "“We regret this,”" out of the content: it is its clause."""
    end = stop
    while end < len(roles) and roles[end] == CONTENT and not begins[end]:
        if reading.inside[end] >= 0 or reading.sentences[end] != reading.sentences[stop]:
            break
        roles[end] = OUTSIDE
        end += 1
    verb = _verb_after(reading, stop)
    if verb is not None:
        roles[verb], begins[verb] = CUE, True
        for i in range(stop, verb):
            roles[i], begins[i] = SOURCE, i == stop
        believe(reading.source, stop, verb)
    if end < len(roles) and roles[end] == CONTENT:
        begins[end] = True


def add_spoken(reading: Reading, pieces: list[tuple[int, int]], cues: list[tuple[int, int]]):
    """Return the pieces of content and the cues with those added that only the marks show: a whole
    sentence in marks ("The reason was simple. “Heating.”"), a paragraph in marks beside another
    quotation, marks with a comma or exclamation before a clause ("“Goal!” they cried"), and a
    sentence in marks after a colon. What follows an inverted cue is its subject, no content."""
    pieces = [
        piece
        for piece in pieces
        if not _is_subject(reading, *piece) and not _tells_of_source(reading, *piece, cues)
    ]
    held = [False] * len(reading.words)
    for first, stop in pieces:
        held[first:stop] = [True] * (stop - first)
    told = {reading.paragraphs[first] for first, _ in pieces if reading.inside[first] >= 0}
    fresh, verbs = [], []
    for pair in reading.pairs:
        first, stop = pair.locate(reading.starts)
        if pair.depth or not pair.closed or stop - first < 3 or any(held[first:stop]):
            continue
        led = first > 1 and reading.words[first - 1] == ":"
        capital = reading.text[reading.starts[first + 1]].isupper()
        if not capital or not (led or _begins(reading, first)):
            continue
        last, number = reading.words[stop - 2], reading.paragraphs[first]
        alone = stop == len(held) or _begins(reading, stop)
        whole = alone and (stop == len(held) or reading.paragraphs[stop] != number)
        whole = whole and (first == 0 or reading.paragraphs[first - 1] != number)
        if alone and last in _STOPS:
            if not whole or number - 1 in told or number + 1 in told:
                fresh.append((first, stop))
        elif not alone and not led and last in _SPOKEN_ENDS:
            verb = _verb_after(reading, stop)
            if verb is not None:
                fresh.append((first, stop))
                verbs.append((verb, verb + 1))
    for first, stop in fresh:
        believe(reading.content, first, stop)
    return sorted(pieces + fresh), sorted({*cues, *verbs})


def _is_subject(reading: Reading, first: int, stop: int) -> bool:
    """Whether a noun phrase stands after "“…,” said" or "‘…’, said"; if so it is a likely source."""
    mark = first - 2 - (first > 2 and reading.words[first - 2] == ",")
    if mark < 0 or reading.tags[first - 1] not in _TOLD or reading.words[first - 1] in WORD_IDS:
        return False
    if reading.inside[mark] < 0 or reading.is_marked(mark + 1, stop):
        return False
    tags = reading.tags[first:stop]
    if tags[0] not in _NAMED or any(tag in FINITE or tag in _SAYING for tag in tags):
        return False
    believe(reading.source, first, stop)
    return True


def _tells_of_source(reading: Reading, first: int, stop: int, cues: list[tuple[int, int]]) -> bool:
    """Whether words without marks go on with the source behind "“…,” said" ("said a man living
    opposite, who gave no name") and no other cue stands before them."""
    verb = first - 1
    while verb > 1 and reading.tags[verb] in _NAMED and reading.inside[verb] < 0:
        verb -= 1
    mark = verb - 1 - (verb > 1 and reading.words[verb - 1] == ",")
    if mark < 0 or reading.inside[mark] < 0 or reading.sentences[mark] != reading.sentences[first]:
        return False
    told = reading.tags[verb] in _TOLD and is_reporting(reading.words[verb])
    told = told and verb + 1 < first and not reading.is_marked(first, stop)
    return told and not any(verb < a < first for a, _ in cues)


def cut_at_sentences(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Begin a new piece of content where a sentence begins outside of marks ("“It is a kerb.”
    Members will vote"), or with other marks than the one before; what follows a question behind a colon and
    its marks ("asked: “Who?” She said") is no more of it."""
    inside = reading.inside
    for i in range(1, len(roles)):
        if roles[i] != CONTENT or 0 <= inside[i] == inside[i - 1]:
            continue
        if (
            roles[i - 1] == CONTENT
            and inside[i] < 0 <= inside[i - 1]
            and _is_led_question(reading, i)
        ):
            _begin_anew(reading, roles, begins, i)
        elif reading.sentences[i] != reading.sentences[i - 1]:
            begins[i] = True


def _begin_anew(reading: Reading, roles: list[str], begins: list[bool], place: int) -> None:
    """Take "She said" out of a content, and all that follows where no such clause begins there."""
    verb = place + 1 + (place + 2 < len(roles) and not is_reporting(reading.words[place + 1]))
    told = verb + 1 < len(roles) and is_reporting(reading.words[verb])
    i = place
    while i < len(roles) and roles[i] == CONTENT and reading.inside[i] < 0:
        if told and i > verb:
            begins[i] = True
            return
        roles[i] = CUE if told and i == verb else SOURCE if told else OUTSIDE
        begins[i] = i in (place, verb)
        i += 1


def _is_led_question(reading: Reading, place: int) -> bool:
    """Whether a capital behind marks follows a question or exclamation behind a colon."""
    if reading.words[place - 2] not in ("?", "!"):
        return False
    pair = reading.pairs[reading.inside[place - 1]]
    first, _ = pair.locate(reading.starts)
    return reading.words[first - 1] == ":" and reading.text[reading.starts[place]].isupper()


def _begins(reading: Reading, place: int) -> bool:
    """Whether a sentence begins here."""
    return place == 0 or reading.sentences[place - 1] != reading.sentences[place]


def _verb_after(reading: Reading, place: int) -> int | None:
    """The verb of "they cried" or "the two men said" right after the marks, if it stands there."""
    for i in range(place, min(place + _CLAUSE, len(reading.words))):
        if reading.sentences[i] != reading.sentences[place]:
            return None
        if reading.tags[i] in ("VBD", "VBZ") and reading.words[i] not in WORD_IDS:
            return i if i > place else None
        if i > place and reading.tags[i] == "VBN" and is_reporting(reading.words[i]):
            # "“When?” someone called from the back."
            return i
        ends = i + 1 == len(reading.words) or reading.words[i + 1] == "."
        if i > place and reading.tags[i] == "NNS" and ends and is_reporting(reading.words[i]):
            return i
        if reading.tags[i] not in _NAMED:
            return None
    return None
