"""Quotations inside a quotation: marks with a cue of their own inside somebody else's report."""

from __future__ import annotations

from bisect import bisect_left

from helpers.loglinear import Scorer
from helpers.quotations.embedded import FINITE, can_speak, find_subject, is_participle
from helpers.quotations.features import STRONG_CUE, WORD_IDS
from helpers.quotations.fragments import NOUN_PHRASE, is_object, is_telling, skip_addressee
from helpers.quotations.ranking import Question
from helpers.quotations.spans import Reading, Report
from helpers.wordlists import calls, is_reporting

_REACH = 14
_SUBJECTS = frozenset("DT PRP PRP$ NNP NNS".split())
# "my mother used to say", "he would never say": so many verbs and adverbs at most.
_VERBS = 4
_SPOKEN_ENDS = frozenset(",?!.")
_SAYING = frozenset("admitted claimed claims insisted insists said says".split())


def find_nested(reading: Reading, outer: Report, bounds, nouns, scorer: Scorer) -> list[Report]:
    """Return the reports inside one report.

    A pair of marks inside the content, with a strong cue before it in the same sentence (a clause
    with "that" or a comma or colon between them), is what somebody is reported to have said there.
    """
    found = []
    for first, stop in outer.pieces:
        own = reading.inside[first]
        low = bisect_left(reading.pairs, reading.starts[first], key=lambda pair: pair.start)
        for pair in reading.pairs[low:]:
            if pair.start >= reading.ends[stop - 1]:
                break
            if pair.end > reading.ends[stop - 1]:
                continue
            a, b = pair.locate(reading.starts)
            b = min(b, stop)
            if b <= a or (pair.depth == 0 and reading.inside[a] == own):
                continue
            if pair.depth == 1 and own >= 0:
                report = _read_after(reading, bounds, a, b, stop)
                if report is not None:
                    report.certainty, report.nested = outer.certainty, True
                    found.append(report)
                    continue
            if a == first:
                continue
            if pair.depth > 1 or (pair.depth == 1 and reading.inside[first] < 0):
                continue
            report = _read(reading, nouns, first, a, b)
            if report is None:
                continue
            outer.holds = outer.holds or reading.words[a - 1] == ":"
            if pair.depth == 0 and report.pieces[0][0] < a and _runs_on(reading, b, stop):
                # "told aides he would “sooner resign than sign” the contract"
                report.pieces = [(report.pieces[0][0], stop)]
            if is_participle(reading, report.cue[0]):
                subject = find_subject(reading, bounds, nouns, outer, report.cue[0])
                if subject is not None:
                    report.mention = (subject.first, subject.stop)
                    report.certainty, report.nested = outer.certainty, True
                    found.append(report)
                continue
            number = reading.paragraphs[first]
            reach = max(first, report.cue[0] - 60)
            low_candidate = bisect_left(bounds[number], reach, key=lambda one: one.head)
            offered = []
            for one in bounds[number][low_candidate:]:
                if one.head >= report.cue[0]:
                    break
                offered.append(one)
            joint = _joined_verb(reading, first, report.cue[0])
            told = joint and (
                _goes_back(reading, outer, first, report.cue[0])
                or not _can_tell(reading, bounds[number], first, nouns)
            )
            if told and own < 0:
                # "admitted that the promise was made but said “…”": a promise says nothing.
                outer.pieces = [
                    (i, min(j, joint)) if i == first else (i, j) for i, j in outer.pieces
                ]
                report.mention, report.certainty = outer.mention, outer.certainty
                found.append(report)
            elif offered:
                question = Question(reading, nouns, report, offered, None)
                scores = [scorer.total(question.groups(one)) for one in offered]
                best = offered[max(range(len(offered)), key=lambda i: (scores[i], -i))]
                best = _joined_subject(reading, bounds[number], first, report.cue[0]) or best
                report.mention, report.certainty = (best.first, best.stop), outer.certainty
                report.nested = True
                found.append(report)
    return found


def _joined_verb(reading: Reading, first: int, verb: int) -> int | None:
    """The conjunction before a verb and its auxiliaries ("and had called"), if one stands there."""
    while verb > first and reading.tags[verb - 1] in FINITE | {"VB", "VBN", "RB"}:
        verb -= 1
    return verb - 1 if verb > first and reading.tags[verb - 1] == "CC" else None


def _goes_back(reading: Reading, outer: Report, first: int, verb: int) -> bool:
    """Whether a verb agrees in tense with the outer clause and not with what is reported: "said that he had been
    tired and insisted it was “a joke”"."""
    tags, words = reading.tags, reading.words
    inner = next((i for i in range(first, verb) if tags[i] in FINITE), verb)
    back = words[inner] in ("had", "would") and tags[verb] == "VBD" and not calls(words[verb])
    # "said that Lee had left and then asked": Lee asked.
    back = back and tags[inner - 1] == "PRP" and tags[verb + 1] in _SUBJECTS | {"IN"}
    return back and outer.cue is not None and tags[outer.cue[0]] == "VBD"


def _joined_subject(reading: Reading, bounds, first: int, verb: int):
    """The subject of "that the minister had read it and had called it ‘absurd’": the clause's own."""
    if _joined_verb(reading, first, verb) is None:
        return None
    first += reading.words[first] == "that"
    return next((one for one in bounds if one.first == first), None)


def _can_tell(reading: Reading, bounds, first: int, nouns) -> bool:
    """Whether what a reported clause begins with may be somebody who speaks."""
    first += reading.words[first] == "that"
    one = next((one for one in bounds if one.first == first), None)
    return one is None or one.form == "indefinite" or can_speak(reading, nouns, one)


def _read(reading: Reading, nouns, first: int, a: int, b: int) -> Report | None:
    """The report whose marks are ``a..b``: its cue before them and the clause between."""
    that = None
    for i in range(a - 1, max(first, a - _REACH) - 1, -1):
        if reading.sentences[i] != reading.sentences[a]:
            return None
        if reading.words[i] == "that" and that is None:
            that = i
        if reading.words[i] in WORD_IDS:
            continue
        verb = reading.tags[i][:2] == "VB"
        led = i == a - 2 and reading.words[a - 1] in (",", ":")
        cries = verb and i == a - 1 and is_reporting(reading.words[i])
        cries = cries or (verb and _addresses(reading, nouns, i, a))
        begins = verb and led and _begins_sentence(reading, a)
        if reading.levels[i] >= STRONG_CUE or begins or cries:
            near = reading.words[a - 1] in (",", ":") or (verb and a - 1 == i)
            if that is None and not near:
                return _read_told(reading, i, a, b)
            return Report([(that + 1 if that is not None else a, b)], cue=(i, i + 1))
    return None


def _addresses(reading: Reading, nouns, verb: int, a: int) -> bool:
    """Whether a verb, whoever is told and a colon lead to marks ("had texted a friend: “…”")."""
    between = set(reading.tags[verb + 1 : a - 1])
    if reading.words[a - 1] != ":" or verb > a - 3 or not between <= NOUN_PHRASE:
        return False
    word, told = reading.words[a - 2], reading.tags[a - 2] in ("PRP", "NNP")
    told = told or "person" in (nouns.get(word), nouns.get(word.removesuffix("s")))
    return told and _begins_sentence(reading, a)


def _runs_on(reading: Reading, first: int, stop: int) -> bool:
    """Whether nothing ends the clause of an inner report before the outer one ends."""
    if reading.tags[first : first + 2] == ["CC", "MD"]:
        # "told them it was “a show” and would not last"
        first += 2
    rest = range(first, stop)
    return not any(reading.words[i] == "," or reading.tags[i] == "CC" for i in rest) and (
        first == stop or not reading.is_marked(first, stop)
    )


def _read_told(reading: Reading, verb: int, a: int, b: int) -> Report | None:
    """The report of "told aides he would ‘sooner resign’", "said she had been ‘asked to go’" or "told her to
    ‘bake something’"."""
    cue = (verb, verb + 1)
    clause = reading.tags[verb] in FINITE and reading.tags[verb + 1] in _SUBJECTS
    # The verb may be the first word in marks: "said he ‘had no view’".
    if clause and reading.words[verb] in _SAYING and FINITE & set(reading.tags[verb + 2 : a + 2]):
        return Report([(verb + 1, b)], cue=cue)
    start = skip_addressee(reading, cue, verb + 1, b)
    if start > verb + 1:
        return Report([(start, b)], cue=cue)
    # "to look at what he called her “tape”" reports nothing that he was told to have said.
    called = calls(reading.words[verb]) and "what" not in reading.words[max(0, verb - 3) : verb]
    called = called and reading.tags[verb] in FINITE | {"VBN"}
    if called and is_object(reading.tags[verb + 1 : a]):
        # "had called their arrest “an error”"
        return Report([(a, b)], cue=cue)
    told = is_telling(reading.words[verb]) and reading.words[a - 1] == "to"
    told = told and not any(tag in FINITE for tag in reading.tags[verb + 1 : a])
    return Report([(a, b)], cue=cue) if told else None


def _read_after(reading: Reading, bounds, a: int, b: int, stop: int) -> Report | None:
    """The report of "‘He ate like a bear,’ my mother used to say" inside the words of another."""
    words, tags = reading.words, reading.tags
    if b - a < 3 or words[b - 2] not in _SPOKEN_ENDS or not _begins_sentence(reading, a):
        return None
    at = b + (b < stop and tags[b] == "RB")
    inverted = at < stop and tags[at] in ("VBD", "VBZ") and is_reporting(words[at])
    opening = at + inverted
    one = next((one for one in bounds[reading.paragraphs[a]] if one.first == opening), None)
    if one is None or one.stop > stop or reading.sentences[opening] != reading.sentences[b - 1]:
        return None
    if inverted:
        return Report([(a, b)], cue=(at, at + 1), mention=(one.first, one.stop))
    for i in range(one.stop, min(one.stop + _VERBS, stop)):
        if tags[i][:2] == "VB" and is_reporting(words[i]):
            return Report([(a, b)], cue=(i, i + 1), mention=(one.first, one.stop))
        if tags[i] not in ("MD", "RB", "TO", "VBD"):
            return None
    return None


def _begins_sentence(reading: Reading, first: int) -> bool:
    """Whether the word after an opening mark has a capital ("She yelled, ‘Heads up!’")."""
    return first + 1 < len(reading.words) and reading.text[reading.starts[first + 1]].isupper()
