"""Reporting clauses between commas: "The road, the mayor said, will close." """

from __future__ import annotations

import itertools

from helpers.quotations.attributes import runs
from helpers.quotations.embedded import FINITE
from helpers.quotations.spans import CONTENT, CUE, OUTSIDE, SOURCE, Reading, believe
from helpers.quotations.speech import promises
from helpers.wordlists import calls, is_reporting

_LONGEST = 14
_TIMES = frozenset(
    """year month week day night morning evening today yesterday monday tuesday wednesday thursday friday
    saturday sunday""".split()
)
_NAMED = frozenset("CD DT JJ JJR JJS NN NNP NNPS NNS PRP PRP$".split())
_VERBS = FINITE | {"VBN"}
_OTHER_CLAUSE = frozenset("IN TO VB VBG WDT WP WRB CC".split())
_OBJECTS = frozenset("her him me them us".split())
_QUOTING = frozenset("quote quoted quotes quoting cited cites citing".split())
_PARTICLES = frozenset("CC IN RB UH".split())


def add_inserted(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label sentences with a reporting clause between two commas: what stands before and after it is
    what is reported, but for a word such as "But" or "Still"."""
    for first, stop in runs(reading.sentences):
        end = stop - (reading.words[stop - 1] in (".", "?", "!"))
        commas = _commas(reading, first, end)
        for left, right in itertools.pairwise(commas):
            found = _read_clause(reading, left + 1, right)
            if found is None:
                continue
            verb, right = found[0], _after_apposition(reading, right, commas, end)
            if right + 1 >= end or left == first:
                continue
            said = any(tag in FINITE for tag in reading.tags[first:left])
            rest = next((tag for tag in reading.tags[right + 1 : end] if tag != "RB"), "")
            # "By law, Lee said, firms must report it."
            said = said or (reading.tags[first] == "IN" and rest in _NAMED)
            if not said and rest not in FINITE:
                # "An official, who was not named, said the road, the coast road, …"
                continue
            # Where the verb of the sentence goes on after the clause, nothing else reports.
            goes_on = reading.tags[right + 1] in FINITE
            if CUE in roles[first:left] or (CUE in roles[right + 1 : end] and not goes_on):
                continue
            if reading.is_marked(first, right):
                continue
            told = not all(tag in _PARTICLES for tag in reading.tags[first:left])
            contents = [(first, left)] * told + [(right + 1, end)]
            _label(reading, roles, begins, (first, end), (verb, verb + 1), found[1], *contents)
            break


def add_according(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label "According to Ann Lee, who runs the shelter, nobody came" from the comma that ends the
    source."""
    for first, stop in runs(reading.sentences):
        end = stop - (reading.words[stop - 1] in (".", "?", "!"))
        if reading.words[first : first + 2] != ["according", "to"]:
            continue
        commas = _commas(reading, first, end)
        at = 0
        while at + 1 < len(commas) and _goes_on(reading, commas[at], commas[at + 1]):
            at += 1
        if at == 0 or commas[at] + 1 >= end:
            # Without a clause between the labels are right.
            continue
        cue, source, content = (first, first + 2), (first + 2, commas[0]), (commas[at] + 1, end)
        _label(reading, roles, begins, (first, end), cue, source, content)


def add_quoted(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label "the agency quoted an official as saying the nets were illegal": the official says so."""
    for first, stop in runs(reading.sentences):
        end = stop - (reading.words[stop - 1] in (".", "?", "!"))
        words = reading.words[first:end]
        if "saying" not in words:
            continue
        said = first + words.index("saying")
        cue = said - 1 if reading.words[said - 1] == "as" else 0
        verbs = [
            i for i in range(first, cue) if reading.words[i] in _QUOTING and reading.inside[i] < 0
        ]
        if not cue or not verbs or cue - verbs[-1] < 2:
            # "Lee was quoted as saying" needs no help.
            continue
        verb, start = verbs[-1], cue + 2 + (reading.words[cue + 2 : cue + 3] == ["that"])
        source = next((i for i in range(verb + 1, cue) if reading.words[i] == ","), cue)
        reading.cue[verb], reading.cue[said] = 0.0, 1.0
        places = (verb, end), (said, said + 1), (verb + 1, source), (start, end)
        _label(reading, roles, begins, *places)


def add_called(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label "over what it called “serious” failures": words in marks are whose they are called."""
    for what, word in enumerate(reading.words):
        if word != "what" or reading.inside[what] >= 0:
            continue
        # Inside a longer content it is part of what somebody else says.
        within = CONTENT in roles[max(0, what - 1) : what]
        if within or roles[what : what + 2] == [CONTENT, CONTENT]:
            continue
        stop = min(what + _LONGEST, len(reading.words))
        verb = next((i for i in range(what + 2, stop) if calls(reading.words[i])), 0)
        start = verb + 1 + (reading.words[verb + 1 : verb + 2] == ["as"])
        start += reading.words[start : start + 1] in (["a"], ["an"], ["the"], ["its"])
        tags = reading.tags[what + 1 : verb]
        if reading.words[verb - 1] in ("is", "are", "was", "were", "been", "being", "be"):
            continue
        if not verb or start >= len(reading.words) or reading.inside[start] < 0:
            continue
        if reading.inside[start] == reading.inside[start - 1] or any(
            tag in FINITE | {",", "``"} for tag in tags[:-1]
        ):
            continue
        if roles[what] != CONTENT and (roles[verb], roles[start]) == (CUE, CONTENT):
            # The labels know.
            continue
        end = start
        while end < len(reading.words) and reading.inside[end] == reading.inside[start]:
            end += 1
        places = (what, end), (verb, verb + 1), (what + 1, verb), (start, end)
        _label(reading, roles, begins, *places)


def add_claims(reading: Reading, roles: list[str], begins: list[bool]) -> None:
    """Label "…, a claim her lawyers dismissed as “laughable”": words in marks behind an apposition are
    whose clause stands there, and no more of what somebody else says."""
    words, tags = reading.words, reading.tags
    for comma, word in enumerate(words[:-4]):
        if word != "," or words[comma + 1] not in ("a", "an") or tags[comma + 2] != "NN":
            continue
        stop = min(comma + _LONGEST, len(words) - 1)
        verb = next((i for i in range(comma + 4, stop) if calls(words[i])), 0)
        start = verb + 1 + (words[verb + 1 : verb + 2] == ["as"])
        if not verb or start >= len(words) or reading.inside[start] < 0:
            continue
        if reading.is_marked(comma, start) or tags[verb] not in _VERBS:
            continue
        subject = comma + 3 + (words[comma + 3] in ("that", "which"))
        if tags[subject] not in _NAMED or any(tag in FINITE for tag in tags[subject : verb - 1]):
            continue
        end = start
        while end < len(words) and reading.inside[end] == reading.inside[start]:
            end += 1
        rest = end
        while rest < len(words) and roles[rest] == CONTENT and not begins[rest]:
            rest += 1
        places = (comma, rest), (verb, verb + 1), (subject, verb), (start, end)
        _label(reading, roles, begins, *places)


def _commas(reading: Reading, first: int, stop: int) -> list[int]:
    return [i for i in range(first, stop) if reading.words[i] == "," and reading.inside[i] < 0]


def _goes_on(reading: Reading, left: int, right: int) -> bool:
    """Whether what stands between two commas tells more of the source."""
    tags = reading.tags[left + 1 : right]
    verb = any(tag in FINITE for tag in tags)
    return tags[:1] in (["WP"], ["WDT"]) or (tags[:1] == ["DT"] and not verb)


def _read_clause(reading: Reading, first: int, stop: int) -> tuple[int, tuple[int, int]] | None:
    """Return the verb and the subject of a reporting clause ``first..stop``, if it is one."""
    words, tags = reading.words, reading.tags
    if not 2 <= stop - first <= _LONGEST or any(
        tag in _OTHER_CLAUSE - {"IN"} for tag in tags[first:stop]
    ):
        return None
    verbs = [i for i in range(first, stop) if tags[i] in _VERBS and _reports(words[i])]
    if len(verbs) != 1 or words[verbs[0]] in ("called", "named", "known"):
        return None
    verb = verbs[0]
    if any(tags[i] in FINITE for i in range(first, stop) if i != verb):
        return None
    if verb == first:
        if tags[verb] == "VBN" and words[verb] not in ("said", "added", "remarked"):
            return None
        if words[stop - 1] in _TIMES:
            # "The levy, announced last week, …"
            return None
        inverted = stop - verb > 1 and tags[verb + 1] in _NAMED and words[verb + 1] not in _OBJECTS
        return (verb, (verb + 1, stop)) if inverted else None
    if tags[first] not in _NAMED or not all(
        tag in _NAMED | {"POS", "HYPH", "IN", "RB"} for tag in tags[first:verb]
    ):
        return None
    if tags[verb - 1] not in _NAMED | {"RB"}:
        return None
    return verb, (first, verb)


def _reports(word: str) -> bool:
    return is_reporting(word) or promises(word)


def _after_apposition(reading: Reading, right: int, commas: list[int], end: int) -> int:
    """Return the comma after "the farmer who led the campaign", where a verb goes on after it."""
    later = next((i for i in commas if i > right), end)
    if right + 1 < end and reading.tags[right + 1] == "DT" and later + 1 < end:
        return later if reading.tags[later + 1] in FINITE else right
    return right


def _label(reading: Reading, roles: list[str], begins: list[bool], span, cue, source, *contents):
    """Label a span of tokens anew: one cue, one source, contents, and nothing else."""
    for i in range(*span):
        roles[i], begins[i] = OUTSIDE, False
    for role, place in ((CUE, cue), (SOURCE, source), *((CONTENT, one) for one in contents)):
        for i in range(*place):
            roles[i], begins[i] = role, i == place[0]
    believe(reading.source, *source)
    for content in contents:
        believe(reading.content, *content)
