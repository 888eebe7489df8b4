"""From labels of tokens to reports: pieces of content, their cue, and which pieces belong together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import fmean

from helpers.quotations.pairing import Pair
from helpers.quotations.sources import step

# So many cues on either side are looked at; a report has its cue close by.
_NEAREST = 8
_SENTENCE_ENDS = (["."], ["?"], ["!"], ["…"], ["..."])
_SURE = 0.6
OUTSIDE, CUE, CONTENT, SOURCE = "O", "c", "n", "s"


@dataclass(slots=True)
class Reading:
    """The tokens of one article as parallel lists, with cue levels and label probabilities.

    ``inside`` is the number of the outer pair of marks around a token, or -1; ``stops`` and ``verbs``
    say how many punctuation marks and verbs stand before every token, and before the end.
    """

    text: str
    words: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[int]
    sentences: list[int]
    levels: list[int]
    inside: list[int]
    pairs: list[Pair]
    source: list[float]
    cue: list[float]
    content: list[float]
    stops: list[int]
    verbs: list[int]

    def is_marked(self, first: int, stop: int) -> bool:
        """Whether one of the tokens stands in outer marks."""
        return any(number >= 0 for number in self.inside[first:stop])


@dataclass(slots=True)
class Report:
    """One report: pieces of content ``(first, stop)`` in tokens, and its cue; ``holds`` when what it
    holds in marks is the report of another."""

    pieces: list[tuple[int, int]]
    cue: tuple[int, int] | None = None
    mention: tuple[int, int] | None = None
    rival: tuple[int, int] | None = None
    certainty: float = 0.0
    continued: bool = False
    nested: bool = False
    holds: bool = False


def join_runs(roles: list[str], begins: list[bool], paragraphs: list[int]) -> list[tuple]:
    """Return runs ``(role, first, stop)`` of equal roles; a run ends with its paragraph."""
    runs, i, n = [], 0, len(roles)
    while i < n:
        first, role = i, roles[i]
        i += 1
        if role == OUTSIDE:
            continue
        while i < n and roles[i] == role and not begins[i] and paragraphs[i] == paragraphs[first]:
            i += 1
        runs.append((role, first, i))
    return runs


def span_of(numbers: list[int], number: int) -> tuple[int, int]:
    """Return the tokens of a paragraph or sentence as ``(first, stop)``, by the numbers of all."""
    return bisect_left(numbers, number), bisect_right(numbers, number)


def believe(chances: list[float], first: int, stop: int) -> None:
    """Make what a rule has found at least as sure as not."""
    chances[first:stop] = [max(chance, _SURE) for chance in chances[first:stop]]


def fit_to_marks(reading: Reading, roles: list[str], begins: list[bool], floor: float) -> None:
    """Make every pair of marks wholly content or not at all, by its mean probability."""
    for pair in reading.pairs:
        if pair.depth:
            continue
        first, stop = pair.locate(reading.starts)
        if stop <= first:
            continue
        spoken = [i for i in range(first, stop) if reading.words[i][:1].isalnum()]
        sure = spoken and fmean(reading.content[i] for i in spoken) >= floor
        if sure or _fills_paragraph(reading, spoken, stop) or is_repeated(reading, spoken):
            fresh = first == 0 or roles[first - 1] != CONTENT or begins[first]
            for i in range(first, stop):
                roles[i] = CONTENT
            begins[first:stop] = [False] * (stop - first)
            begins[first] = fresh
        else:
            for i in range(first, stop):
                if roles[i] == CONTENT:
                    roles[i] = OUTSIDE


def _fills_paragraph(reading: Reading, spoken: list[int], stop: int) -> bool:
    """Whether a paragraph is one sentence in marks and nothing else: an answer in an interview."""
    if len(spoken) < 2 or reading.words[spoken[-1] + 1 : stop + 1][:1] not in _SENTENCE_ENDS:
        return False
    paragraph = reading.paragraphs[spoken[0]]
    low, high = span_of(reading.paragraphs, paragraph)
    around = (*range(low, spoken[0]), *range(stop, high))
    return not any(reading.words[i][:1].isalnum() for i in around)


def is_repeated(reading: Reading, spoken: list[int]) -> bool:
    """Whether a headline's words in marks stand again in a quotation below it."""
    if len(spoken) < 2 or reading.paragraphs[spoken[0]] != reading.paragraphs[0]:
        return False
    words = [reading.words[i] for i in spoken]
    for pair in reading.pairs:
        if pair.depth or pair.paragraph == 0:
            continue
        first, stop = pair.locate(reading.starts)
        below = [i for i in range(first, stop) if reading.words[i][:1].isalnum()]
        if len(below) < len(words) or fmean(reading.content[i] for i in below) < _SURE:
            continue
        said = [reading.words[i] for i in below]
        if any(said[k : k + len(words)] == words for k in range(len(said) - len(words) + 1)):
            return True
    return False


def choose_cue(reading: Reading, piece: tuple[int, int], cues: list[tuple[int, int]]):
    """Return the cue nearest to a piece of content, preferring its own sentences."""
    first, stop = piece
    span = (reading.sentences[first], reading.sentences[stop - 1])
    best = None
    near = bisect_left(cues, (first,)), bisect_left(cues, (stop,))
    for a, b in cues[max(0, near[0] - _NEAREST) : near[1] + _NEAREST]:
        if a < stop and first < b:
            continue
        gap = first - b if b <= first else a - stop
        apart = 0
        if b <= first and reading.sentences[a] != span[0]:
            apart = 8 * (span[0] - reading.sentences[a])
        elif a >= stop and reading.sentences[a] != span[1]:
            apart = 8 * (reading.sentences[a] - span[1])
        key = (gap + apart, a)
        if best is None or key < best[0]:
            best = (key, (a, b))
    return best


def link_features(reading: Reading, one, two, cues, sources) -> list[str]:
    """Return the features of the question whether two neighbouring pieces are one report."""
    a, b = one[1], two[0]
    between = range(a, b)
    cues = cues[
        max(0, bisect_left(cues, (one[0],)) - _NEAREST) : bisect_left(cues, (b,)) + _NEAREST
    ]
    low = max(0, bisect_left(sources, (a,)) - 1)
    sources = sources[low : bisect_left(sources, (b,))]
    n_cues = sum(a <= c < b for c, _ in cues)
    n_sources = sum(a <= c < b for c, _ in sources)
    same = reading.sentences[one[1] - 1] == reading.sentences[two[0]]
    quoted = ("q" if reading.inside[one[0]] >= 0 else "p") + (
        "q" if reading.inside[two[0]] >= 0 else "p"
    )
    before = sum(c < one[0] and reading.sentences[c] == reading.sentences[one[0]] for c, _ in cues)
    after = sum(
        c >= two[1] and reading.sentences[c] == reading.sentences[two[1] - 1] for c, _ in cues
    )
    last = next((reading.words[i] for i in reversed(range(*one)) if reading.words[i] != '"'), "")
    last = last if last in ",.?!-;:" else "w"
    first = next((i for i in range(*two) if reading.words[i][:1].isalnum()), two[0])
    start = reading.tags[first] if reading.text[reading.starts[first]].isupper() else "low"
    start = "Up" if start != "low" else start
    gap = step(b - a)
    punct = "".join(reading.words[i] for i in between if reading.words[i] in ",.;:-")[:3]
    base = [
        f"same{same} c{min(n_cues, 2)} s{min(n_sources, 2)}",
        f"{quoted} {last} {start}",
        f"g{gap}",
        f"g{gap} same{same}",
        f"p{punct}",
        f"b{min(before, 2)} a{min(after, 2)}",
    ]
    out = [*base]
    out += [f"{base[0]} {x}" for x in base[1:]]
    out += [f"{base[0]} {base[1]} {x}" for x in base[2:]]
    words = [reading.tags[i] for i in between]
    if len(words) <= 4:
        out.append("t" + "_".join(words))
    out.append(f"{base[0]} first{reading.tags[b]} {quoted}")
    return out
