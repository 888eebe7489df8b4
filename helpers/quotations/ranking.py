"""Features by which the candidates for the source of a report are ranked."""

from __future__ import annotations

from bisect import bisect_left

from helpers.quotations.features import WORD_IDS
from helpers.quotations.sources import Candidate, chance, find_candidates, step
from helpers.quotations.spans import Reading, Report

_BEFORE, _INSIDE, _AFTER = 60, 200, 30
# So many tokens between a candidate and the cue are looked at.
_NEAR = 40
_STOPS, _VERBAL = frozenset(",.;:-–—("), ("VB", "MD")


def candidates_of(reading: Reading, bounds: dict, report: Report, carried) -> list[Candidate]:
    """Return the candidates of a report: noun phrases of its paragraphs outside its own quoted
    words, and the sources of the reports before."""
    number = int(reading.paragraphs[report.pieces[0][0]])
    quoted = reading.inside
    offered = list(bounds[number])
    if report.pieces[0][0] and number:
        before = int(reading.paragraphs[report.pieces[0][0]]) - 1
        first = report.pieces[0][0]
        opens = reading.paragraphs[first - 1] != number
        leads = opens and reading.words[first - 1] == ":"
        line = int(reading.sentences[first - 1]) if leads else -1
        offered += [
            one
            for one in bounds.get(before, ())
            if int(reading.sentences[one.head]) == line or float(reading.source[one.head]) >= 0.3
        ]
    offered = _near(offered, report)
    own = {int(quoted[piece[0]]) for piece in report.pieces if quoted[piece[0]] >= 0}
    found = [
        one
        for one in offered
        if int(quoted[one.head]) not in own and not any(a <= one.head < b for a, b in report.pieces)
    ]
    if report.cue:
        found = [cut for one in found for cut in [_cut(reading, one, report.cue)] if cut]
        found += _beside(reading, report, found)
    seen = {one.head for one in found}
    return found + [one for one in carried if one.head not in seen]


def _near(offered: list[Candidate], report: Report) -> list[Candidate]:
    """Noun phrases near a report only: in a text without paragraphs there may be thousands."""
    if len(offered) <= _BEFORE + _AFTER:
        return offered
    offered.sort(key=lambda one: one.head)
    first = bisect_left(offered, report.pieces[0][0], key=lambda one: one.head)
    stop = bisect_left(offered, report.pieces[-1][1], key=lambda one: one.head)
    inner = offered[first:stop] if stop - first <= _INSIDE else []
    return offered[max(0, first - _BEFORE) : first] + inner + offered[stop : stop + _AFTER]


def _beside(reading: Reading, report: Report, found: list[Candidate]) -> list[Candidate]:
    """A capitalised word next to the cue that no noun phrase holds: names that look like adjectives
    or verbs ("said Cuban", "Husted continued")."""
    held = {i for one in found for i in range(one.first, one.stop)}
    held |= {i for first, stop in report.pieces for i in range(first, stop)}
    fresh = []
    for i in (report.cue[0] - 1, report.cue[1]):
        if not 0 <= i < len(reading.words) or i in held or reading.inside[i] >= 0:
            continue
        word, sign = reading.words[i], reading.text[reading.starts[i]]
        near = reading.sentences[i] == reading.sentences[report.cue[0]]
        if near and sign.isupper() and word.isalpha() and word not in WORD_IDS:
            fresh.append(Candidate(i, i + 1, i, "name"))
    return fresh


def _cut(reading: Reading, one: Candidate, cue: tuple[int, int]) -> Candidate | None:
    """A headline writes its verbs with capitals: end a noun phrase where the cue begins."""
    if one.stop <= cue[0] or one.first >= cue[1]:
        return one
    for head in range(cue[0] - 1, one.first - 1, -1):
        if reading.tags[head][:2] == "NN":
            form = "name" if reading.tags[head] in ("NNP", "NNPS") else "noun"
            return Candidate(one.first, head + 1, head, form)
    return None


def rank_features(
    reading: Reading, nouns: dict[str, str], report: Report, one: Candidate, found, last
) -> list[str]:
    """Return the features of one candidate for one report."""
    words, tags = reading.words, reading.tags
    cue = report.cue
    pieces = report.pieces
    head = one.head
    kind = _kind(words, tags, nouns, one)
    first, stop = pieces[0][0], pieces[-1][1]
    quoted = "q" if reading.inside[first] >= 0 else "p"
    same_paragraph = reading.paragraphs[head] == reading.paragraphs[first]
    chances = reading.source[one.first : one.stop].tolist()
    probability = chance(sum(chances) / len(chances))
    peak = chance(float(reading.source[head]))
    side = "l" if head < first else "r" if head >= stop else "m"
    edge = first - one.stop if side == "l" else one.first - stop if side == "r" else 0
    gap = step(edge)
    after = tags[one.stop] if one.stop < len(tags) else "."
    before = tags[one.first - 1] if one.first else "."
    level = int(reading.levels[one.stop]) if one.stop < len(tags) else 0
    given = "given" if last is not None and one.head == last else "new"
    out = [
        f"p{probability}",
        f"k{peak} {kind}",
        f"k{peak} p{probability} {quoted}",
        f"kind {kind}",
        f"{given} {quoted} same{same_paragraph}",
        f"{given} {quoted} same{same_paragraph} cont{report.continued} cue{cue is not None}",
        f"{side}{gap} same{same_paragraph}",
        f"{side}{gap} {kind}",
        f"after {after} {level}",
        f"before {before}",
        f"before {before} {one.form}",
        f"before {before} after {after}",
        f"after {after} {one.form} {side}",
    ]
    inside = reading.inside[head] >= 0
    if inside:
        out.append(f"inside {quoted} k{peak}")
    sentence = int(reading.sentences[head])
    away = min(
        abs(sentence - int(reading.sentences[first])),
        abs(sentence - int(reading.sentences[stop - 1])),
        3,
    )
    out.append(f"away {away} {side} {quoted}")
    if cue is None:
        out += [
            f"nocue {x}"
            for x in (
                f"{side}{gap}",
                kind,
                f"k{peak}",
                given,
                f"away{away} {side}",
                f"same{same_paragraph}",
            )
        ]
        out.append(f"nocue k{peak} {given} {side}{min(away, 2)} same{same_paragraph}")
        return out
    a, b = cue
    lies = "b" if b <= first else "a" if a >= stop else "m"
    if one.stop <= a:
        way, distance, low, high = "l", a - one.stop, one.stop, a
    elif one.first >= b:
        way, distance, low, high = "r", one.first - b, b, one.first
    else:
        way, distance, low, high = "i", 0, b, b
    rivals = len([None for other in found if low <= other.head < high])
    near = min(high, low + _NEAR)
    commas = len([None for word in words[low:near] if word in _STOPS])
    verbs = len([None for tag in tags[low:near] if tag[:2] in _VERBAL])
    content = any(low <= x < high for x, _ in pieces)
    same = int(reading.sentences[a]) == sentence
    rank = min(rivals, 4)
    key = f"{lies}{way}"
    out += [
        f"{key} d{step(distance)} s{same}",
        f"{key} d{step(distance)} {kind}",
        f"{key} r{rank} s{same}",
        f"{key} r{rank} {kind}",
        f"{key} r{rank} c{min(commas, 3)} v{min(verbs, 2)} s{same}",
        f"{key} r{rank} k{peak}",
        f"{key} r{rank} c{min(commas, 3)} v{min(verbs, 2)} k{peak}",
        f"{key} s{same} k{peak} {given}",
        f"{key} content{content} s{same}",
        f"{key} before {before} r{rank}",
        f"{key} after {after} r{rank}",
        f"cue {tags[b - 1]} {key} r{rank}",
        f"cue {tags[a]} {words[b - 1] if words[b - 1] in ('to', 'by', ':', 'from', 'of', 'in') else ''} {way} r{rank}",
        f"cue {_norm_cue(words, reading, cue)} {key} r{rank} d{step(distance)}",
    ]
    if high - low <= 3:
        out.append(f"{key} t" + "_".join(tags[low:high]))
        out.append(f"{key} t" + "_".join(tags[low:high]) + f" {one.form}")
    elif way == "l":
        out.append(f"{key} t" + "_".join(tags[low : low + 2]) + ".." + tags[high - 1])
    if way == "l" and after in ("WP", "WDT", ",", "IN", "-LRB-"):
        out.append(f"{key} opens {after} r{rank} v{min(verbs, 2)} c{min(commas, 3)} {one.form}")
    return out


def _norm_cue(words, reading, cue) -> str:
    return (
        f"{int(reading.levels[cue[0]])}{int(reading.levels[cue[1] - 1])}{min(cue[1] - cue[0], 3)}"
    )


def _kind(words, tags, nouns, one) -> str:
    if one.form in ("pronoun", "indefinite"):
        return words[one.head] if one.form == "pronoun" else "indefinite"
    if one.form == "name":
        return f"name{min(one.stop - one.first, 3)}{tags[one.head]}"
    word = words[one.head]
    group = (
        nouns.get(word)
        or nouns.get(word.removesuffix("s"))
        or nouns.get(word.removesuffix("es"))
        or "other"
    )
    return f"{group}{tags[one.first][:3]}{tags[one.head]}"


def null_features(reading: Reading, report: Report, found) -> list[str]:
    """Return the features of the answer that nobody is named."""
    first, stop = report.pieces[0][0], report.pieces[-1][1]
    quoted = "q" if reading.inside[first] >= 0 else "p"
    lies, tag, level = "x", "x", 0
    voice = "x"
    if report.cue:
        a, b = report.cue
        lies = "b" if b <= first else "a" if a >= stop else "m"
        tag, level = tags_of(reading, a, b), int(reading.levels[b - 1])
        left = [reading.tags[i] for i in range(max(0, a - 3), a)]
        voice = "_".join(left[-2:])
    peak = max((chance(float(reading.source[one.head])) for one in found), default=0)
    return [
        "none",
        f"none {quoted} {lies}",
        f"none {tag} {lies}",
        f"none level{level} {tag[:3]}",
        f"none peak{peak} {quoted}",
        f"none peak{peak} {tag}",
        f"none left {voice}",
    ]


def tags_of(reading, a, b):
    return "_".join(reading.tags[a:b][:3])


__all__ = ["candidates_of", "find_candidates", "null_features", "rank_features"]
