"""Where a content begins and ends, as the guideline of the gold cuts it, and of which kind it is."""

from __future__ import annotations

from bisect import bisect_left

from helpers.quotations.embedded import FINITE
from helpers.quotations.fragments import (
    NOUN_PHRASE,
    completes_calling,
    end_before_comment,
    is_object,
    skip_addressee,
    skip_time,
)
from helpers.quotations.spans import Reading, Report
from helpers.quotations.speech import is_clause, is_denied
from helpers.wordlists import is_reporting

# The longest noun phrase that may stand between a cue and "that".
_LEAD = 7
_SUBORDINATORS = frozenset(
    "after although as because before since though when whereas while".split()
)
_OPENS_CLAUSE = frozenset("CD DT EX JJ NN NNP NNPS NNS PRP PRP$".split())
_PUNCTUATION = frozenset(". , : '' -RRB-".split())
_DASHES = frozenset((":", "-", "--", "–", "—"))
_MARKS, _STOPS = ('"', "'"), (".", "!", "?", ";")
_PERCEIVED = frozenset(
    "felt found heard hears knew knows read reads saw sees thinks thought".split()
)
_EDGES = frozenset(",.;:-–— \t\n")


def trim(reading: Reading, piece: tuple[int, int], report: Report):
    """Return start, end, kind and rule of a piece of content, or nothing if no word is left."""
    nested = report.nested
    first, stop = piece if nested else narrow(reading, report, *piece)
    spoken = [i for i in range(first, stop) if reading.words[i][:1].isalnum()]
    if not spoken:
        return None
    marked = _within(reading, first, stop) if nested else reading.inside[first:stop]
    quoted = [marked[i - first] >= 0 for i in spoken]
    pairs = {reading.inside[i] for i in spoken if reading.inside[i] >= 0}
    pair = reading.pairs[min(pairs)] if len(pairs) == 1 else None
    if nested:
        pair = _inner_pair(reading, first, stop) or pair
    if all(quoted) and pair is not None and (nested or len(pairs) == 1):
        start = pair.start + _mark_length(reading.text, pair.start)
        end = pair.end - (_closing_length(reading.text, pair.end) if pair.closed else 0)
        while start < end and reading.text[start].isspace():
            start += 1
        while end > start and reading.text[end - 1].isspace():
            end -= 1
        return start, end, "direct", "marks"
    start, end = reading.starts[first], reading.ends[stop - 1]
    while end > start and reading.text[end - 1] in _EDGES and marked[-1] < 0:
        end -= 1
    while start < end and reading.text[start] in _EDGES:
        start += 1
    if all(quoted):
        return start, end, "direct", "marks"
    return (start, end, "mixed", "marks") if any(quoted) else (start, end, "indirect", "labels")


def narrow(reading: Reading, report: Report, first: int, stop: int) -> tuple[int, int]:
    """Return a piece as the guideline of the gold cuts it: after "that" ("told the crowd that"),
    the whole clause whose verb is in marks ("said the plan ‘would fail’"), only the fragment in
    marks where it is a complement ("called the plan ‘absurd’"), and with the brackets closed that
    are opened inside it."""
    tags, words, inside = reading.tags, reading.words, reading.inside
    first = skip_addressee(reading, report.cue, first, stop)
    first = skip_time(reading, report.cue, first, stop)
    if words[first] == "that" and tags[first] in ("WDT", "DT") and stop - first > 2:
        # Behind its cue it is no pronoun where another noun phrase follows ("that talks were").
        first += tags[first + 1] in _OPENS_CLAUSE and report.cue is not None
    for i in range(first, min(first + _LEAD, stop)):
        if words[i] == "that" and tags[i] == "IN" and inside[i] < 0:
            first = i + 1
            break
        if inside[i] >= 0 or tags[i] not in NOUN_PHRASE:
            break
    added = (i for i in range(first + 1, stop - 2) if words[i] == "," and inside[i] < 0)
    for i in added:
        # "said it was safe, adding that": another report begins.
        inner = any(
            tags[k][:2] == "VB" and is_reporting(words[k]) and not is_denied(words[k - 1 : k])
            for k in range(first, i)
        )
        if words[i + 1] == "adding" and words[i + 2] in ("that", '"') and not inner:
            stop = i
            break
    marked = [i for i in range(first, stop) if inside[i] >= 0]
    stop = end_before_comment(reading, marked, stop)
    for i in range(marked[-1] + 1 if marked else stop, stop - 1):
        # "says it is ‘first-rate’, but cautions against …": the speaker goes on, not what is said.
        says = is_reporting(words[i + 1]) and words[i + 1] not in _PERCEIVED
        verb = tags[i + 1] in ("VBD", "VBZ") or (
            tags[i + 1 : i + 3] == ["NNS", "IN"] and words[i - 1] == ","
        )
        if tags[i] == "CC" and verb and says:
            stop = i - (words[i - 1] == ",")
            break
    if marked and len({int(inside[i]) for i in marked}) == 1:
        a, b = marked[0], marked[-1] + 1
        # "dismissed as “childish” a complaint"
        first += words[first] == "as" and a == first + 1
        if (a > first and words[a - 1] == ":" and not report.holds) or (
            a > first and words[a - 1] == "," and _goes_on(reading, report, first, a)
        ):
            first = a
        described = a > first and words[a - 1] == "as"
        if not described and _begins_with_verb(reading, a, b):
            return _find_subject(reading, report, first, a), stop
        lead, rest = tags[first:a], tags[b:stop]
        # Before its cue it is a subject: "Exit rules ‘absurd’, says watchdog".
        named = is_object(lead) and (report.cue is None or report.cue[0] < stop)
        rest = [tag for tag in rest if tag[:1].isalpha()] if set(rest) <= _PUNCTUATION else rest
        hangs = rest[:1] == ["IN"] and not any(tag[:2] in ("VB", "MD") for tag in rest)
        if (named or not lead) and (hangs or not rest):
            return a, b
        if not lead and completes_calling(reading, report, a, a):
            # "over what it called “grave” failures", "dismissed as “childish” a complaint"
            return a, b
        if not lead and rest[0] == "CC" and rest[1:2] and rest[1] in FINITE | {"VBN"}:
            # "blamed “a weld” and put the cost at …"
            return a, b
        if (not rest or rest[0] in ("IN", "TO")) and completes_calling(reading, report, first, a):
            return a, b
    if (
        stop > first
        and stop < len(words)
        and tags[first:stop].count("-LRB-") > tags[first:stop].count("-RRB-")
    ):
        reach = next((i for i in range(stop, min(stop + _LEAD, len(words))) if words[i] == ")"), -1)
        if reach >= 0 and reading.sentences[reach] == reading.sentences[stop - 1]:
            stop = reach + 1
            while stop < len(words) and tags[stop][:2] == "NN" and inside[stop] < 0:
                stop += 1
    return first, stop


def end_before_main_clause(reading: Reading, report: Report, first: int, stop: int) -> int:
    """Return where a content ends whose report stands in a clause that opens its sentence ("While the
    harbour master had warned of the ice, the ferry sailed"): it cannot hold the main clause."""
    sentences = reading.sentences
    if report.cue is None or report.cue[1] > first or sentences[report.cue[0]] != sentences[first]:
        return stop
    if report.cue[0] > 1 and reading.words[report.cue[0] - 2 : report.cue[0]] == [",", "who"]:
        # "Lund, who said she had been told “no”, opened a bakery"
        commas = (i for i in range(first, stop - 1) if reading.words[i] == ",")
        ends = (i for i in commas if reading.tags[i + 1] in ("VBD", "VBZ"))
        return next((i for i in ends if reading.inside[i] < 0), stop)
    if sentences[stop - 1] == sentences[first] and stop < len(reading.words) - 1:
        after = (i for i in range(stop, len(reading.words)) if reading.words[i] not in _MARKS)
        rest = next(after, None)
        goes_on = rest is not None and sentences[rest] == sentences[first]
        if goes_on and reading.words[rest] not in _STOPS:
            return stop
    opening = bisect_left(sentences, sentences[first])
    before = reading.words[opening : report.cue[0]]
    # "Noting that “the road was dark”, the judge acquitted him", perhaps behind a date line
    led = reading.tags[report.cue[1] - 1] == "VBG" and (not before or before[-1] in _DASHES)
    if not led and (not before or before[0] not in _SUBORDINATORS or "," in before):
        return stop
    for i in range(first + 1, stop - 1):
        ends = reading.words[i] == "," and reading.inside[i] < 0
        if ends and is_clause(reading.words, reading.tags, i + 1, stop):
            return i
    return stop


def _goes_on(reading: Reading, report: Report, first: int, stop: int) -> bool:
    """Whether words before a mark belong to the reporting clause of an interrupted quotation:
    "…,” he said, wiping his hands, “…", "“Those chairs,” says the clerk, “…"."""
    line = reading.sentences[first]
    start = bisect_left(reading.sentences, line)
    later = first > report.pieces[0][0] or reading.is_marked(start, first)
    return later and not any(tag in FINITE for tag in reading.tags[first:stop])


def _begins_with_verb(reading: Reading, first: int, stop: int) -> bool:
    spoken = (i for i in range(first, stop) if reading.words[i][:1].isalpha())
    tag = next((reading.tags[i] for i in spoken if reading.tags[i] != "RB"), "")
    return tag in FINITE


def _find_subject(reading: Reading, report: Report, first: int, stop: int) -> int:
    """Return where the noun phrase begins that is the subject of a verb in marks at ``stop``."""
    if first < stop:
        return first
    held = {i for span in (report.cue, report.mention) if span for i in range(*span)}
    held |= {i for a, b in report.pieces if b <= first for i in range(a, b)}
    start = first
    while (
        start
        and start - 1 not in held
        and reading.sentences[start - 1] == reading.sentences[first]
        and reading.paragraphs[start - 1] == reading.paragraphs[first]
        and reading.inside[start - 1] < 0
        and reading.tags[start - 1] in NOUN_PHRASE
    ):
        start -= 1
    if start < first and reading.tags[first - 1][:2] in ("NN", "PR", "DT", "CD"):
        return start
    return first


def _within(reading: Reading, first: int, stop: int) -> list[int]:
    """For each token a pair of marks around it, or -1, but for marks around all of them: those of
    the outer speaker are none of the inner one's."""
    low, high = reading.starts[first], reading.ends[stop - 1]
    inner = [-1] * (stop - first)
    for number, pair in enumerate(reading.pairs):
        if pair.end > low and pair.start < high and not (pair.start < low and pair.end > high):
            for i in range(max(first, bisect_left(reading.starts, pair.start)), stop):
                if reading.starts[i] >= pair.end:
                    break
                inner[i - first] = number
    return inner


def _inner_pair(reading: Reading, first: int, stop: int):
    span = reading.starts[first], reading.ends[stop - 1]
    return next((pair for pair in reading.pairs if (pair.start, pair.end) == span), None)


def _mark_length(text: str, place: int) -> int:
    return 2 if text[place : place + 2] in ("``", "''") else 1


def _closing_length(text: str, place: int) -> int:
    return 2 if text[place - 2 : place] == "''" and text[place - 3 : place - 2] != "'" else 1
