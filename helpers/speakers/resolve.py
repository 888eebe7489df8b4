"""From the words beside a cue to the speaker they mean."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.resources import load_model, parse_lines
from helpers.speakers.people import FEMALE_NOUNS, MALE_NOUNS, Cast, Entity, guess_gender
from helpers.speakers.phrases import (
    Line,
    coordinate,
    extend,
    phrase_after,
    phrase_before,
    role_before,
    role_words,
)

_HE, _SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
_GROUPS = frozenset("they we them us".split())
_RELATIVES = frozenset("who which that whom".split())
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
_ISSUED = frozenset("statement letter e-mail email tweet post message release remark note".split())
_KINDS = {
    "person": "named person",
    "unknown": "named person",
    "organization": "organization",
    "place": "organization",
    "document": "document",
    "group": "collective",
    "collective": "collective",
    "role": "anonymous",
    "author": "author",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker with its type and the evidence that led to it."""

    speaker: str | None
    speaker_type: str | None
    evidence: str
    start: int | None = None
    end: int | None = None


def parse_nouns(content: bytes) -> dict[str, str]:
    """Return ``{noun: person, group, organization or document}`` from ``speaker-nouns.tsv``."""
    return dict(line.split("\t") for line in parse_lines(content))


class Resolver:
    """Resolves mentions of one article in the order of its text."""

    def __init__(
        self,
        text: str,
        line: Line,
        cast: Cast,
        author: str | None,
        quoted: list[tuple[int, int]] | None = None,
    ):
        self.text, self.line, self.cast = text, line, cast
        self.quoted = bytearray(len(text) + 1)
        for begin, stop in quoted or []:
            self.quoted[begin:stop] = b"\x01" * (stop - begin)
        self.author = author or "the author"
        self.nouns = load_model("speaker-nouns.tsv", parse_nouns)
        self.described: list[tuple[int, Entity, str]] = []
        self.speakers: list[tuple[int, Entity]] = []
        self._read_roles()
        self._find_subjects()

    def resolve(self, start: int, end: int, limit: int) -> Answer:
        """Return the speaker whom the mention ``start..end`` means; ``limit`` is the offset that
        its complements must not pass (its cue or content)."""
        line = self.line
        first, stop = line.index[start], self._token_at(end)
        if line.norms[first] in _RELATIVES and stop == first + 1:
            first, stop = self._antecedent(first)
        word = line.norms[stop - 1]
        if stop == first + 1 and line.tags[first] in ("PRP", "PRP$"):
            return self._pronoun(first, word, start, end)
        begin, finish = coordinate(line, first, stop)
        if (begin, finish) != (first, stop):
            return self._pair(begin, finish)
        if line.words[stop - 1].isupper() and len(word) in (2, 3):
            entity = self._role(word, first, [word], False)
            if entity is not None:
                return self._answer(entity, "role", start, end, first)
        entity = self._named(first, stop)
        if entity is not None:
            return self._answer(entity, "name", start, end, first)
        return self._description(first, stop, limit)

    def remember(self, answer: Answer) -> None:
        """Note who spoke, for the pronouns that follow."""
        entity = self.cast.find(answer.speaker) if answer.speaker else None
        if entity is not None and answer.start is not None:
            self.speakers.append((answer.start, entity))

    # ---------------------------------------------------------------- mentions

    def _token_at(self, end: int) -> int:
        stop = self.line.index.get(end)
        if stop is not None and self.line.ends[stop - 1] == end:
            return stop
        return next(
            (
                i + 1
                for i in range(self._near(end), len(self.line.ends))
                if self.line.ends[i] >= end
            ),
            len(self.line.ends),
        )

    def _near(self, place: int) -> int:
        low, high = 0, len(self.line.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.line.ends[middle] < place else (low, middle)
        return low

    def _answer(self, entity: Entity, evidence: str, start: int, end: int, first: int) -> Answer:
        kind = _KINDS[entity.kind]
        return Answer(entity.name, kind, evidence, start, end)

    def _named(self, first: int, stop: int) -> Entity | None:
        """The entity whose name holds the head; a possessor ("Lavrov's office") is not the head."""
        line = self.line
        for token in range(stop - 1, first - 1, -1):
            if line.tags[token] not in _NOUN_TAGS:
                continue
            return self.cast.at.get(line.starts[token]) if line.tags[token] != "NNS" else None
        return None

    def _pair(self, begin: int, finish: int) -> Answer:
        line = self.line
        start, end = line.starts[begin], line.ends[finish - 1]
        skip = begin + (line.norms[begin] == "both")
        name = self.text[line.starts[skip] : end]
        return Answer(name, "collective", "name", start, end)

    def _antecedent(self, relative: int) -> tuple[int, int]:
        stop = relative - (self.line.norms[relative - 1] == ",") if relative else relative
        first = phrase_before(self.line, stop)
        return (first, stop) if first < stop else (relative, relative + 1)

    # ---------------------------------------------------------------- pronouns

    def _pronoun(self, token: int, word: str, start: int, end: int) -> Answer:
        if word in ("i", "me", "my", "myself"):
            return Answer(self.author, "author", "pronoun", start, end)
        gender = "m" if word in _HE else "f" if word in _SHE else ""
        if gender:
            entity = self._person_before(token, gender)
            if entity is not None:
                entity.gender = entity.gender or gender
                return self._answer(entity, "pronoun", start, end, token)
        elif word in _GROUPS:
            entity = self._subject_before(token, ("person", "group"), plural=True)
            entity = entity or self._thing_before(
                token, ("collective", "group", "organization", "role"), plural=True
            )
            if entity is not None:
                return self._answer(entity, "pronoun", start, end, token)
        elif word == "it":
            entity = self._subject_before(token, ("organization", "document"), plural=False)
            entity = entity or self._thing_before(
                token, ("organization", "document", "place"), plural=False
            )
            if entity is not None:
                return self._answer(entity, "pronoun", start, end, token)
        return Answer(None, None, "none", start, end)

    def _person_before(self, token: int, gender: str) -> Entity | None:
        """The most salient person of this gender: recent, subject of a sentence, last speaker."""
        line, place = self.line, self.line.starts[token]
        best, offers = None, []
        last = self.speakers[-1][1] if self.speakers else None
        for number, entity in enumerate(self.cast.entities):
            if entity.kind not in ("person", "unknown", "role") or entity.gender not in (
                "",
                gender,
            ):
                continue
            before = [at for at in entity.places if at < place and not self.quoted[at]]
            if not before:
                continue
            at = self._near(before[-1])
            away = line.sentences[token] - line.sentences[min(at, len(line.sentences) - 1)]
            apart = line.paragraphs[token] - line.paragraphs[min(at, len(line.sentences) - 1)]
            score = -2.0 * away - 1.0 * apart
            score += 2.0 * (before[-1] in entity.subjects)
            score += 1.5 * (entity.gender == gender) + 0.5 * (entity.kind == "person")
            score -= 2.0 * (entity.kind == "role" and entity.gender != gender)
            score += 2.5 * (entity is last and apart <= 1)
            offers.append((score, before[-1], -number, entity))
        if offers:
            best = max(offers, key=lambda offer: offer[:3])[3]
        return best

    def _thing_before(self, token: int, kinds: tuple[str, ...], plural: bool) -> Entity | None:
        line, place = self.line, self.line.starts[token]
        offers = []
        for number, entity in enumerate(self.cast.entities):
            if entity.kind not in kinds:
                continue
            before = [at for at in entity.places if at < place and not self.quoted[at]]
            if not before:
                continue
            at = min(self._near(before[-1]), len(line.sentences) - 1)
            away = line.sentences[token] - line.sentences[at]
            score = -2.0 * away + 2.0 * (before[-1] in entity.subjects)
            score += 2.5 * bool(self.speakers and self.speakers[-1][1] is entity)
            score -= 2.0 * (entity.kind == "place") + (plural and entity.kind == "organization")
            offers.append((score, before[-1], -number, entity))
        return max(offers, key=lambda offer: offer[:3])[3] if offers else None

    def _subject_before(self, token: int, kinds: tuple[str, ...], plural: bool) -> Entity | None:
        """The description with which a sentence of the same paragraph begins, nearest first."""
        line = self.line
        first = token
        while first and line.paragraphs[first - 1] == line.paragraphs[token]:
            first -= 1
            fresh = first == 0 or line.sentences[first - 1] != line.sentences[first]
            if not fresh or self.quoted[line.starts[first]]:
                continue
            begin = first
            if line.tags[begin] in ("IN", "RB") and line.sentences[begin] != line.sentences[token]:
                after = phrase_after(line, begin + 1)
                begin = after if after > begin + 1 and line.tags[after : after + 1] else begin
                begin += line.norms[begin : begin + 1] == [","]
            stop = phrase_after(line, begin)
            if stop <= begin or stop > token:
                continue
            head = line.norms[stop - 1]
            many = line.tags[stop - 1] == "NNS" or self.nouns.get(head) == "group"
            kind = self.nouns.get(head) or self.nouns.get(head.removesuffix("s"))
            if kind in kinds and many == plural and self._named(begin, stop) is None:
                answer = self._description(begin, stop, line.ends[stop - 1])
                return self.cast.find(answer.speaker)
            if self._named(begin, stop) is not None and not plural:
                return None
        return None

    # ---------------------------------------------------------------- descriptions

    def _description(self, first: int, stop: int, limit: int) -> Answer:
        line = self.line
        bound = max(stop, self._near(limit) if limit > line.ends[stop - 1] else stop)
        bound = min(
            bound,
            next(
                (
                    i
                    for i in range(stop, len(line.tags))
                    if line.sentences[i] != line.sentences[first]
                ),
                len(line.tags),
            ),
        )
        begin, finish = extend(line, first, stop, bound)
        start, end = line.starts[begin], line.ends[finish - 1]
        text = self.text[start:end]
        head = line.norms[stop - 1]
        plural = line.tags[stop - 1] in ("NNS", "NNPS")
        noun = self.nouns.get(head) or self.nouns.get(head.removesuffix("s")) or ""
        definite = line.norms[first] in (
            "the",
            "this",
            "that",
            "both",
            "its",
            "his",
            "her",
            "their",
            "these",
        )
        wide = line.norms[begin:finish]
        entity = self._apposition(finish)
        if entity is not None:
            return self._answer(entity, "name", start, end, first)
        if definite or line.tags[first] in ("NN", "NNP"):
            entity = self._role(head, first, wide, finish == stop)
            if entity is not None:
                return self._answer(entity, "role", start, end, first)
        if head in _ISSUED and finish == stop and definite:
            issuer = self.speakers[-1][1] if self.speakers else None
            if issuer is not None:
                return self._answer(issuer, "role", start, end, first)
        if definite and noun == "organization" and finish == stop:
            entity = self._thing_before(first, ("organization",), False)
            if entity is not None:
                return self._answer(entity, "role", start, end, first)
        if plural and noun in ("person", ""):
            kind = "role" if noun == "person" else "collective"
        elif noun == "person" or line.norms[first] in ("one", "somebody", "someone", "another"):
            kind = "role"
        else:
            kind = {"group": "group", "organization": "organization", "document": "document"}.get(
                noun, "collective" if plural else "role"
            )
        entity = Entity(text, kind, guess_gender(wide) if kind == "role" else "")
        entity.places.append(start)
        self.cast.entities.append(entity)
        self.described.append((first, entity, head))
        return self._answer(entity, "role", start, end, first)

    def _apposition(self, stop: int) -> Entity | None:
        """The person whose name follows a description after a comma ("the mayor, Dr. Lee, said")."""
        line = self.line
        if line.norms[stop : stop + 1] != [","]:
            return None
        for token in range(stop + 1, min(stop + 4, len(line.tags))):
            if line.tags[token] != "NNP":
                return None
            entity = self.cast.at.get(line.starts[token])
            if entity is not None:
                last = token
                while self.cast.at.get(line.starts[min(last + 1, len(line.tags) - 1)]) is entity:
                    last += 1
                    if last + 1 >= len(line.tags):
                        break
                closed = line.norms[last + 1 : last + 2] == [","]
                return entity if closed and entity.kind in ("person", "unknown") else None
        return None

    def _role(self, head: str, first: int, words: list[str], short: bool) -> Entity | None:
        """The person or description known by this role, told so far or anywhere in the article."""
        place = self.line.starts[first]
        held = [e for e in self.cast.entities if head in e.roles]
        told = [e for e in held if any(at < place for at in e.places)]
        if told:
            return max(told, key=lambda e: max(at for at in e.places if at < place))
        if held:
            return held[0]
        if not short:
            return None
        same = [entity for at, entity, noun in self.described if noun == head and at < first]
        if words[:1] != ["the"]:
            same = [entity for entity in same if entity.name.lower().split()[0] == words[0]]
        return same[0] if same else None

    # ---------------------------------------------------------------- roles and subjects

    def _read_roles(self) -> None:
        """Roles before a name, in apposition after or before it, and "X is a <role>"."""
        line = self.line
        for entity in list(self.cast.entities):
            if entity.kind not in ("person", "unknown"):
                continue
            for place in entity.places:
                first = line.index.get(place)
                if first is None:
                    continue
                last = first
                while (
                    last + 1 < len(line.tags) and self.cast.at.get(line.starts[last + 1]) is entity
                ):
                    last += 1
                begin = phrase_before(line, first)
                self._add_role(entity, begin, first)
                opening = begin if 0 < begin < first and line.norms[begin - 1] == "," else first
                if opening and line.norms[opening - 1] == ",":
                    self._add_role(entity, *role_before(line, opening - 1))
                if line.norms[last + 1 : last + 2] == [","]:
                    self._add_role(entity, last + 2, phrase_after(line, last + 2))

    def _add_role(self, entity: Entity, first: int, stop: int) -> None:
        if stop <= first or first < 0:
            return
        words, tags = self.line.words[first:stop], self.line.tags[first:stop]
        if self.cast.at.get(self.line.starts[stop - 1]) not in (None, entity):
            return
        roles = role_words(words, tags)
        known = {
            r
            for r in roles
            if self.nouns.get(r) == "person" or len(r) <= 3 or r in MALE_NOUNS | FEMALE_NOUNS
        }
        if known or (stop - first > 1 and tags[0] in ("DT", "PRP$")):
            entity.roles |= roles
            entity.gender = entity.gender or guess_gender(words[-1:])
            if entity.kind == "unknown" and known:
                entity.kind = "person"

    def _find_subjects(self) -> None:
        """Note which mentions begin a sentence or stand before a verb."""
        line = self.line
        fresh = {0} | {
            i for i in range(1, len(line.tags)) if line.sentences[i] != line.sentences[i - 1]
        }
        for entity in self.cast.entities:
            for place in entity.places:
                token = line.index.get(place)
                if token is None:
                    continue
                begin = phrase_before(line, token)
                after = token
                while after < len(line.tags) and self.cast.at.get(line.starts[after]) is entity:
                    after += 1
                verb = after < len(line.tags) and line.tags[after][:2] in ("VB", "MD")
                if begin in fresh or token in fresh or verb:
                    entity.subjects.add(place)
