"""Headlines: "‘We lost everything’: farmer on the flood", "Boat was ‘for voters’, insists MP", "Owner says it
is ‘no cash machine’"."""

from __future__ import annotations

from bisect import bisect_right

from helpers.quotations.embedded import FINITE
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, SOURCE, Reading, believe
from helpers.wordlists import is_reporting

_LONGEST, _TAIL = 28, 8
# Words in marks at least that are a headline of their own.
_ALONE = 3
_STOPS = (".", "?", "!")
_VERBAL = frozenset("NNS VB VBD VBN VBP VBZ".split())
# "…, court hears": who spoke there is not told.
_HEARING = frozenset("hear heard hears".split())
# Behind these the headline itself goes on: "… ‘no cash machine’ as pensioners sue".
_GOING_ON = frozenset("after ahead amid as before despite following over while".split())
_SAYS = frozenset("admits believes claims confirms denies fears insists says warns".split())


def add_headline(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label a headline with words in marks: alone or before a colon, the whole clause before ", says X"
    or behind "X says", and where no verb reports only the fragment in marks."""
    stop = bisect_right(reading.paragraphs, reading.paragraphs[0])
    words, inside = reading.words, reading.inside
    marked = [i for i in range(stop) if inside[i] >= 0]
    if not marked or not 3 < stop <= min(_LONGEST, len(words) - 1) or words[stop - 1] in _STOPS:
        return
    after = marked[-1] + 1
    alone = marked[0] == 0 and len(marked) == after < stop and words[after] == ":"
    whole = marked[0] == 0 and len(marked) == stop and stop >= _ALONE + 2
    if whole and any(tag in FINITE for tag in reading.tags[:stop]) and _is_spoken(reading, stop):
        _label(reading, roles, begins, stop, (0, stop), (0, 0), (0, 0))
        return
    if alone and _is_spoken(reading, after):
        _label(reading, roles, begins, stop, (0, after), (after, after + 1), (after + 1, stop))
        return
    comma = next((i for i in range(after, stop) if words[i] == ","), stop)
    verbs = [
        i
        for i in range(stop)
        if inside[i] < 0
        and reading.tags[i] in _VERBAL
        and (is_reporting(words[i]) or words[i] in _HEARING)
    ]
    told = [i for i in verbs if comma < i <= comma + _TAIL]
    if told and after <= comma:
        verb = told[0]
        source = (comma + 1, verb) if verb > comma + 1 else (verb + 1, stop)
        source = (verb, verb) if words[verb] in _HEARING else source
        _label(reading, roles, begins, stop, (0, comma), (verb, verb + 1), source)
    elif (says := _says_before(reading, verbs, marked[0])) and comma == stop:
        end = next((i for i in range(after, stop) if words[i] in _GOING_ON), stop)
        _label(reading, roles, begins, stop, (says + 1, end), (says, says + 1), (0, says))
    elif not verbs and ":" not in words[:stop]:
        for i in range(stop):
            if roles[i] == CONTENT and inside[i] < 0:
                roles[i], begins[i] = OUTSIDE, False
            elif roles[i] == CONTENT and (i == 0 or inside[i - 1] != inside[i]):
                begins[i] = True


def _says_before(reading: Reading, verbs: list[int], mark: int) -> int:
    """The only verb of saying, before the first word in marks ("Owner says it is ‘no cash machine’"), or 0."""
    told = len(verbs) == 1 and 0 < verbs[0] < mark - 1 and reading.words[verbs[0]] in _SAYS
    return verbs[0] if told else 0


def _is_spoken(reading: Reading, stop: int) -> bool:
    """Whether words in marks are no title: some long word is small, or there is a verb."""
    long = (i for i in range(1, stop - 1) if len(reading.words[i]) > 3)
    low = any(reading.text[reading.starts[i]].islower() for i in long)
    return low or any(tag in FINITE for tag in reading.tags[:stop])


def _label(reading: Reading, roles: list[str], begins: list[bool], stop: int, content, cue, source):
    """Label the headline anew: one content, one cue and one source, and nothing else."""
    for i in range(stop):
        roles[i], begins[i] = OUTSIDE, False
    for role, place in ((CONTENT, content), (CUE, cue), (SOURCE, source)):
        for i in range(*place):
            roles[i], begins[i] = role, i == place[0]
    believe(reading.content, *content)
    believe(reading.source, *source)
