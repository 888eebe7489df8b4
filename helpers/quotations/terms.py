"""Titles of works and single terms: in quotation marks, but no quotation."""

from __future__ import annotations

from helpers.quotations.spans import Reading, Report, is_repeated, span_of

CLOSERS = (".", ",", "?", "!", "…", "...")
SENTENCE_BORDERS = (".", "?", "!", '"', "'", "‘")
_WORKS = frozenset(
    """album ballad book comedy documentary drama fable film game hymn magazine memoir movie musical
    novel opera painting play poem sculpture series show sitcom song sonata starring symphony tale
    thriller trilogy watch watched watches watching""".split()
)
_NAMING = frozenset("known named nicknamed so-called".split())
_BE = frozenset("are be been is was were".split())
_TERM, _BEFORE = 3, 4


def is_title(reading: Reading, report: Report, piece, start, end, kind, rule) -> bool:
    """Tell the name of a film or book from words that are reported: capitals in a sentence that
    has few, no stop or comma before the closing mark, and the cue in another sentence."""
    first, stop = piece
    sentence = reading.sentences[first]
    if rule == "marks" and kind == "direct" and is_work(reading, first, stop):
        return True
    if rule != "marks" or (report.cue and reading.sentences[report.cue[0]] == sentence):
        return False
    inside = [i for i in range(first, stop) if reading.inside[i] >= 0]
    spoken = [i for i in inside if reading.words[i][:1].isalpha()]
    if is_repeated(reading, spoken):
        return False
    # "Skating I got from YouTube" has one capital for a name.
    high = [
        i for i in spoken if reading.text[reading.starts[i]].isupper() and reading.tags[i] != "PRP"
    ]
    number = reading.paragraphs[first]
    alone = not any(
        reading.words[i][:1].isalpha() and reading.inside[i] != reading.inside[first]
        for i in range(*span_of(reading.paragraphs, number))
    )
    if not alone and any(reading.words[i] in CLOSERS[::2] for i in inside[-2:]):
        # "“In January it is the Arctic.”": a sentence begins with a capital in any case.
        high = [i for i in high if reading.words[i - 1] not in SENTENCE_BORDERS]
    # A full stop ends subheads, too ("“All Bets Are Off.”").
    closed = any(reading.words[i] in CLOSERS[1:] for i in inside[-2:]) or not inside
    rest = [i for i in range(first, stop) if i not in inside and reading.words[i].isalpha()]
    outside = any(reading.text[reading.starts[i]].islower() for i in rest) or not rest
    return not closed and outside and len(high) > 2 and len(high) >= 0.6 * len(spoken)


def is_work(reading: Reading, first: int, stop: int) -> bool:
    """Whether capitalised words without a stop follow the word for a work ("the film “…”")."""
    inside = [i for i in range(first, stop) if reading.inside[i] >= 0]
    spoken = [i for i in inside if reading.words[i][:1].isalpha()]
    if (
        not spoken
        or inside[0] == 0
        or reading.words[inside[-2 if len(inside) > 1 else -1]] in CLOSERS[::2]
    ):
        return False
    before = inside[0] - 1 - (reading.words[inside[0] - 1] in (",", "in"))
    high = [reading.text[reading.starts[i]].isupper() for i in spoken if len(reading.words[i]) > 3]
    capital = reading.text[reading.starts[spoken[0]]].isupper()
    return before >= 0 and reading.words[before] in _WORKS and capital and all(high)


def is_term(reading: Reading, first: int, stop: int) -> bool:
    """Whether a few words in marks are a name that is given ("known as ‘mermaid’s salt’") or, with
    capitals or not, what goes by that name ("so-called “challenge trials”")."""
    inside = [i for i in range(first, stop) if reading.inside[i] >= 0]
    spoken = [i for i in inside if reading.words[i][:1].isalpha()]
    if not 0 < len(spoken) <= _TERM or inside[0] < 1 or is_repeated(reading, spoken):
        return False
    low = max(0, inside[0] - _BEFORE)
    before = [
        reading.words[i]
        for i in range(low, inside[0])
        if reading.sentences[i] == reading.sentences[first]
    ]
    after = inside[-1] + 1
    told = after < len(reading.words) and reading.words[after] == "by"
    if before[-1:] == ["called"] and before[-2:-1] and before[-2] in _BE:
        # "was called “a saint” by the vicar" is what the vicar said.
        return not told
    near = "-".join(before[-3:])
    return near.endswith(("so-called", "so---called")) or any(word in _NAMING for word in before)
