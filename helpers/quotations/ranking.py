"""Features by which the candidates for the source of a report are ranked.

They come in groups: a function that writes features, and the few values they are written from, so
that what a group weighs can be remembered (see :class:`helpers.loglinear.Scorer`).
"""

from __future__ import annotations

from bisect import bisect_left

from helpers.loglinear import Group
from helpers.quotations.sources import Candidate, chance, step
from helpers.quotations.spans import Reading, Report

# So many tokens between a candidate and the cue are looked at.
_NEAR = 40
_LINKS = frozenset(("to", "by", ":", "from", "of", "in"))
_OPENING = frozenset(("WP", "WDT", ",", "IN", "-LRB-"))


class Question:
    """Who is the source of one report: what its candidates have in common."""

    def __init__(self, reading: Reading, nouns: dict[str, str], report: Report, found, last):
        self.reading, self.nouns, self.last = reading, nouns, last
        self.pieces, self.cue, self.continued = report.pieces, report.cue, report.continued
        self.first, self.stop = report.pieces[0][0], report.pieces[-1][1]
        self.quoted = "q" if reading.inside[self.first] >= 0 else "p"
        self.paragraph = reading.paragraphs[self.first]
        self.sentences = reading.sentences[self.first], reading.sentences[self.stop - 1]
        self.heads = sorted([one.head for one in found])
        if self.cue:
            a, b = self.cue
            self.lies = "b" if b <= self.first else "a" if a >= self.stop else "m"
            self.line = reading.sentences[a]
            self.link = reading.words[b - 1] if reading.words[b - 1] in _LINKS else ""
            self.told = f"{reading.levels[a]}{reading.levels[b - 1]}{min(b - a, 3)}"

    def groups(self, one: Candidate) -> list[Group]:
        """Return the features of one candidate, in groups."""
        reading, quoted, head = self.reading, self.quoted, one.head
        tags = reading.tags
        chances = reading.source[one.first : one.stop]
        peak, probability = chance(reading.source[head]), chance(sum(chances) / len(chances))
        together = reading.paragraphs[head] == self.paragraph
        side, gap = "m", 0
        if head < self.first:
            side, gap = "l", step(self.first - one.stop)
        elif head >= self.stop:
            side, gap = "r", step(one.first - self.stop)
        after, level = (
            (tags[one.stop], reading.levels[one.stop]) if one.stop < len(tags) else (".", 0)
        )
        before = tags[one.first - 1] if one.first else "."
        given = "given" if self.last is not None and head == self.last else "new"
        sentence, (opening, ending) = reading.sentences[head], self.sentences
        away = min(abs(sentence - opening), abs(sentence - ending), 3)
        kind = _kind(reading.words, tags, self.nouns, one)
        place = (given, quoted, together, self.continued, self.cue is not None, side, gap, kind)
        groups = [
            (_of_phrase, (probability, peak, kind, quoted)),
            (_of_place, place),
            (_of_neighbours, (after, level, before, one.form, side)),
            (_of_sentence, (reading.inside[head] >= 0, quoted, peak, away, side)),
        ]
        if self.cue is None:
            groups.append((_without_cue, (side, gap, kind, peak, given, away, together)))
            return groups
        a, b = self.cue
        if one.stop <= a:
            way, distance, low, high = "l", a - one.stop, one.stop, a
        elif one.first >= b:
            way, distance, low, high = "r", one.first - b, b, one.first
        else:
            way, distance, low, high = "i", 0, b, b
        rank = min(bisect_left(self.heads, high) - bisect_left(self.heads, low), 4)
        near = min(high, low + _NEAR)
        commas = min(reading.stops[near] - reading.stops[low], 3)
        verbs = min(reading.verbs[near] - reading.verbs[low], 2)
        content = any(low <= first < high for first, _ in self.pieces)
        same, key, far = sentence == self.line, f"{self.lies}{way}", step(distance)
        groups += [
            (_of_way, (key, far, same, kind, rank)),
            (_of_between, (key, rank, commas, verbs, same, peak, given)),
            (_of_clause, (key, content, same, before, after, rank)),
            (_of_cue, (tags[b - 1], tags[a], self.link, key, way, rank, self.told, far)),
        ]
        if high - low <= 3:
            groups.append((_of_tags, (key, "_".join(tags[low:high]), one.form)))
        elif way == "l":
            groups.append((_of_ends, (key, "_".join(tags[low : low + 2]), tags[high - 1])))
        if way == "l" and after in _OPENING:
            groups.append((_of_opening, (key, after, rank, verbs, commas, one.form)))
        return groups


def _of_phrase(probability, peak, kind, quoted) -> list[str]:
    return [
        f"p{probability}",
        f"k{peak} {kind}",
        f"k{peak} p{probability} {quoted}",
        f"kind {kind}",
    ]


def _of_place(given, quoted, together, continued, cued, side, gap, kind) -> list[str]:
    return [
        f"{given} {quoted} same{together}",
        f"{given} {quoted} same{together} cont{continued} cue{cued}",
        f"{side}{gap} same{together}",
        f"{side}{gap} {kind}",
    ]


def _of_neighbours(after, level, before, form, side) -> list[str]:
    return [
        f"after {after} {level}",
        f"before {before}",
        f"before {before} {form}",
        f"before {before} after {after}",
        f"after {after} {form} {side}",
    ]


def _of_sentence(inside, quoted, peak, away, side) -> list[str]:
    return [f"inside {quoted} k{peak}"] * inside + [f"away {away} {side} {quoted}"]


def _without_cue(side, gap, kind, peak, given, away, together) -> list[str]:
    return [
        f"nocue {side}{gap}",
        f"nocue {kind}",
        f"nocue k{peak}",
        f"nocue {given}",
        f"nocue away{away} {side}",
        f"nocue same{together}",
        f"nocue k{peak} {given} {side}{min(away, 2)} same{together}",
    ]


def _of_way(key, far, same, kind, rank) -> list[str]:
    return [
        f"{key} d{far} s{same}",
        f"{key} d{far} {kind}",
        f"{key} r{rank} s{same}",
        f"{key} r{rank} {kind}",
    ]


def _of_between(key, rank, commas, verbs, same, peak, given) -> list[str]:
    return [
        f"{key} r{rank} c{commas} v{verbs} s{same}",
        f"{key} r{rank} k{peak}",
        f"{key} r{rank} c{commas} v{verbs} k{peak}",
        f"{key} s{same} k{peak} {given}",
    ]


def _of_clause(key, content, same, before, after, rank) -> list[str]:
    return [
        f"{key} content{content} s{same}",
        f"{key} before {before} r{rank}",
        f"{key} after {after} r{rank}",
    ]


def _of_cue(last, first, link, key, way, rank, told, far) -> list[str]:
    return [
        f"cue {last} {key} r{rank}",
        f"cue {first} {link} {way} r{rank}",
        f"cue {told} {key} r{rank} d{far}",
    ]


def _of_tags(key, tags, form) -> list[str]:
    return [f"{key} t{tags}", f"{key} t{tags} {form}"]


def _of_ends(key, tags, last) -> list[str]:
    return [f"{key} t{tags}..{last}"]


def _of_opening(key, after, rank, verbs, commas, form) -> list[str]:
    return [f"{key} opens {after} r{rank} v{verbs} c{commas} {form}"]


def null_features(reading: Reading, report: Report, found) -> list[str]:
    """Return the features of the answer that nobody is named."""
    first, stop = report.pieces[0][0], report.pieces[-1][1]
    quoted = "q" if reading.inside[first] >= 0 else "p"
    lies, tag, level = "x", "x", 0
    voice = "x"
    if report.cue:
        a, b = report.cue
        lies = "b" if b <= first else "a" if a >= stop else "m"
        tag, level = tags_of(reading, a, b), reading.levels[b - 1]
        left = [reading.tags[i] for i in range(max(0, a - 3), a)]
        voice = "_".join(left[-2:])
    peak = max((chance(reading.source[one.head]) for one in found), default=0)
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
