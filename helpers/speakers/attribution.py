"""The speaker of every quotation."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from helpers import schema
from helpers.speakers.aliases import apply_aliases, read_aliases
from helpers.speakers.clauses import adjacent, after_marks, before_marks, finite, inserted, joined, locate, main_subject, subject_of
from helpers.speakers.discourse import Discourse, Turn, find_interviewee
from helpers.speakers.lexicon import classify_noun
from helpers.speakers.people import Cast, Entity
from helpers.speakers.phrases import Line, Phrase, find_phrases, read_line
from helpers.speakers.relations import Index
from helpers.speakers.resolve import Resolver
from helpers.speakers.salience import FIRST

_KINDS = {
    "person": "named person",
    "unknown": "named person",
    "organization": "organization",
    "place": "organization",
    "document": "document",
    "group": "collective",
    "collective": "collective",
    "role": "anonymous",
    "thing": "anonymous",
    "author": "author",
}
_EVIDENCE = {"pronoun": "pronoun", "name": "name", "pair": "name"}


def attribute_speakers(
    article,
    tokens: pd.DataFrame,
    names: pd.DataFrame,
    quotations: pd.DataFrame,
    aliases: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the quotations with their speakers.

    Further columns: ``mention`` with ``mention_start, mention_end`` (the words that name the source
    beside the cue), ``speaker`` (canonical: the fullest name in the article, or the description of
    one without a name), ``speaker_type`` (named person, organization, document, collective,
    anonymous, author), ``evidence`` (name, role, pronoun, continued: the same speaker goes on or is
    told by the sentences around, alias: the researcher's ledger, none), ``runner_up`` (the next best
    speaker) and ``outer_speaker`` (who reports the quotation when it stands inside another one).
    ``names`` may be empty: runs of proper nouns are taken instead. ``aliases`` (see
    ``read_aliases``) is read from the corpus by default.

    Raises ``ValueError`` for a line of the ledger that matches nothing.

    >>> from helpers.corpus import Article
    >>> from helpers.quotations import find_quotations
    >>> from helpers.schema import NAMES, build
    >>> from helpers.tags import tag
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "“No,” said Mayor Ann Lee. “Never,” she added.")
    >>> tokens = tag(tokenize(note))
    >>> found = attribute_speakers(note, tokens, build([], NAMES), find_quotations(note, tokens))
    >>> found[["text", "speaker", "evidence"]].values.tolist()
    [['No,', 'Ann Lee', 'name'], ['Never,', 'Ann Lee', 'pronoun']]
    """
    rows = quotations.to_dict("records")
    if not rows:
        return schema.build([], schema.ATTRIBUTED)
    reader = _Reader(article, tokens, names, rows)
    reader.resolve()
    reader.read_headline()
    for turn in reader.turns:
        turn.row.update(reader.answer(turn))
    _find_outer(rows)
    reader.speak_in_first_person(rows)
    _find_outer(rows)
    apply_aliases(article, rows, read_aliases(article) if aliases is None else aliases)
    return schema.build(rows, schema.ATTRIBUTED, article)


class _Reader:
    """Reads one article once: phrases, their entities, and the turns of its speakers."""

    def __init__(self, article, tokens: pd.DataFrame, names: pd.DataFrame, rows: list[dict]):
        self.text = article.text
        self.author = getattr(article, "byline", None) or "the author"
        self.line = line = read_line(tokens)
        self.interviewee: Entity | None = None
        self.turns = [self._turn(row) for row in sorted(rows, key=_order)]
        self._mark_quoted()
        self.cast = Cast(article.text, line, names)
        self.index = Index(line, find_phrases(line, self.cast.bounds), self.cast.kinds())
        self.resolver = Resolver(article.text, line, self.cast, self.index)
        self._place()

    def _turn(self, row: dict) -> Turn:
        first = self.line.token_at(int(row["start"]))
        return Turn(row, first, max(first + 1, self.line.token_at(int(row["end"]) - 1) + 1))

    def _mark_quoted(self) -> None:
        line = self.line
        for turn in self.turns:
            inside = turn.row["kind"] == "direct"
            if not turn.marked:
                continue
            for token in range(turn.first, min(turn.stop, len(line.tags))):
                if turn.row["kind"] == "mixed" and line.tags[token] in ("``", "''"):
                    inside = line.tags[token] == "``"
                elif inside:
                    line.quoted[token] = True

        self._mark_unfound()

    def _mark_unfound(self) -> None:
        """Words between marks that were not found as quotations are no prose of the article either."""
        line, opened = self.line, -1
        for token, tag in enumerate(line.tags):
            if opened >= 0 and line.paragraphs[token] != line.paragraphs[opened]:
                if opened == 0 or line.paragraphs[opened - 1] != line.paragraphs[opened]:
                    self._fill(opened + 1, token)
                opened = -1
            if tag == "``" and opened < 0 and not line.quoted[token]:
                opened = token
            elif tag == "''" and opened >= 0:
                self._fill(opened + 1, token)
                opened = -1

    def _fill(self, first: int, stop: int) -> None:
        self.line.quoted[first:stop] = [True] * (stop - first)

    # ---------------------------------------------------------------- where the speaker is told

    def _place(self) -> None:
        line, index = self.line, self.index
        discourse = Discourse(line, index, self.turns)
        chains: dict[int, Turn] = {}
        for turn in self.turns:
            row = turn.row
            before = chains.get(row["quotation"])
            chains[row["quotation"]] = turn
            given = self._mention(row)
            raw = given
            given = self._told(row, given)
            if given is not None and given.quoted and row["rule"] != "nested":
                given = None
            if given is not raw: turn.reason="told"
            if row["rule"] == "nested" or not turn.marked:
                turn.phrase = given
                continue
            if discourse.answers(turn):
                turn.interviewee = True
                continue
            told = not pd.isna(row["cue_start"]) and given is not None
            leads = told and self._leads(row, turn)
            turn.phrase = None if leads else after_marks(line, index, turn.stop)
            if turn.phrase is None and not (told and self._introduces(row, turn)):
                turn.phrase = before_marks(line, index, turn.first)
            if turn.phrase is not None:
                turn.reason = "beside"
                continue
            if before is not None and discourse.moves_on(turn, before):
                discourse.place(turn)
                turn.reason="moves"
                continue
            if before is not None and before.placed and (
                row["rule"] == "re-opened" or given is None or given is self._mention(before.row)
            ):
                turn.same = before
                turn.reason="same"
                continue
            if told and self._together(row, turn, given):
                turn.phrase = given
                continue
            turn.reason="discourse"
            if not discourse.place(turn):
                turn.phrase = given
                turn.reason="fallback"

    def _mention(self, row: dict) -> Phrase | None:
        if pd.isna(row["mention_start"]):
            return None
        first = self.line.token_at(int(row["mention_start"]))
        stop = self.line.token_at(int(row["mention_end"]) - 1) + 1
        return locate(self.line, self.index, first, stop)

    def _told(self, row: dict, given: Phrase | None) -> Phrase | None:
        """The subject of the cue where its clause leaves no doubt, else the phrase that was given."""
        if pd.isna(row["cue_start"]):
            return given
        line, index = self.line, self.index
        first, last = line.token_at(int(row["cue_start"])), line.token_at(int(row["cue_end"]) - 1)
        verb = finite(line, first, last + 1)
        one = adjacent(line, index, verb) or inserted(line, index, verb) or joined(line, index, verb, row["rule"] == "nested")
        if one is None and line.tags[verb] in ("VBD", "VBZ", "VBP", "MD"):
            subject = subject_of(line, index, verb)
            if given is None or (subject is not None and _cannot_speak(line, given)):
                one = subject
        if one is None and given is None and line.tags[verb] == "VBG":
            one = main_subject(line, index, verb)
        return one or given

    def _leads(self, row: dict, turn: Turn) -> bool:
        """Whether the cue stands directly before the quotation."""
        last = self.line.token_at(int(row["cue_end"]) - 1)
        return 0 < turn.first - last <= 3 and self.line.sentences[last] == self.line.sentences[turn.first]

    def _introduces(self, row: dict, turn: Turn) -> bool:
        """Whether the cue stands in the sentence that leads to the quotation."""
        line = self.line
        cue = line.sentences[line.token_at(int(row["cue_start"]))]
        return turn.first > 0 and cue == line.sentences[turn.first - 1]

    def _together(self, row: dict, turn: Turn, given: Phrase) -> bool:
        """Whether cue and mention stand in one sentence, and it is one of the quotation's."""
        line = self.line
        cue = line.sentences[line.token_at(int(row["cue_start"]))]
        mention = line.sentences[given.first]
        near = line.sentences[turn.first] - 1 <= cue <= line.sentences[min(turn.stop, len(line.tags)) - 1] + 1
        return cue == mention and near

    # ---------------------------------------------------------------- who it is

    def resolve(self) -> None:
        """Link all phrases in order, and note who speaks where."""
        waiting: dict[Phrase, list[Turn]] = defaultdict(list)
        loose = []
        for turn in self.turns:
            if turn.phrase is not None:
                waiting[turn.phrase].append(turn)
            else:
                loose.append(turn)
        loose.reverse()
        for phrase in self.index.phrases:
            while loose and loose[-1].first <= phrase.first:
                self._settle(loose.pop())
            turns = waiting.get(phrase)
            if phrase.quoted and not turns:
                continue
            avoid = self._named_inside(turns[0]) if turns else frozenset()
            self.resolver.link(phrase, avoid)
            for turn in turns or ():
                self._settle(turn)
        for turn in reversed(loose):
            self._settle(turn)

    def _named_inside(self, turn: Turn) -> frozenset[Entity]:
        """Whom the quotation itself names: nobody speaks of himself so."""
        if not turn.marked:
            return frozenset()
        mentions = self.cast.mentions
        found = [mentions[i] for i in range(turn.first, turn.stop) if i in mentions]
        options = [self.cast.options(one) for one in found]
        return frozenset(one[0] for one in options if len(one) == 1)

    def _settle(self, turn: Turn) -> None:
        if turn.phrase is not None:
            turn.entity = self.resolver.entity_of.get(turn.phrase)
            turn.evidence = _EVIDENCE.get(turn.phrase.form, "role")
        elif turn.same is not None:
            turn.entity, turn.evidence = turn.same.entity, "continued"
            turn.phrase = turn.same.phrase
        elif turn.interviewee:
            self.interviewee = self.interviewee or find_interviewee(self.cast)
            turn.entity, turn.evidence = self.interviewee, "continued"
        if turn.entity is not None and turn.row["rule"] != "nested":
            self.resolver.salience.speak(turn.first, turn.entity)

    def read_headline(self) -> None:
        """Give words that stand twice to the named speaker of the fuller quotation, and a bare noun
        in a headline ("says vet") to the first named person who is quoted below it."""
        full: dict[str, Entity] = {}
        for turn in self.turns:
            if turn.marked and turn.entity is not None and turn.entity.kind == "person":
                full.setdefault(_plain(turn.row["text"]), turn.entity)
        for turn in self.turns:
            if turn.entity is None or turn.entity.kind not in ("role", "unknown", "thing"):
                continue
            if not turn.marked or self.line.paragraphs[turn.first] > self.line.paragraphs[0] + 2:
                continue
            known = full.get(_plain(turn.row["text"]))
            headed = turn.phrase is not None and turn.phrase.form == "noun"
            headed = headed and self.line.tags[turn.phrase.first] not in ("DT", "PRP$", "CD")
            top = self.line.paragraphs[turn.first] == self.line.paragraphs[0]
            if known is None and headed and top and turn.entity.kind == "role":
                ended = self.line.holds(self._end(turn.first) - 1, ".", "!", "?")
                known = None if ended else next(iter(full.values()), None)
            turn.entity = known or turn.entity

    def _end(self, token: int) -> int:
        while token < len(self.line.tags) and self.line.paragraphs[token] == self.line.paragraphs[0]:
            token += 1
        return token

    # ---------------------------------------------------------------- the answer

    def answer(self, turn: Turn) -> dict:
        """Return the columns of the speaker for one quotation."""
        line, phrase = self.line, turn.phrase
        start = end = None
        if phrase is not None:
            stop = max(phrase.stop, phrase.reach) if phrase.form != "name" else phrase.stop
            start, end = line.starts[phrase.first], line.ends[stop - 1]
        word = line.norms[phrase.head] if phrase is not None and phrase.form == "pronoun" else ""
        speaker = kind = None
        evidence = turn.evidence
        if turn.entity is not None:
            speaker, kind = turn.entity.name, _KINDS[turn.entity.kind]
        elif word in FIRST and phrase is not None and not phrase.quoted:
            speaker, kind, evidence = self.author, "author", "pronoun"
        else:
            evidence = "none"
        return {
            "mention_start": start,
            "mention_end": end,
            "mention": None if start is None else self.text[start:end],
            "speaker": speaker,
            "speaker_type": kind,
            "evidence": evidence,
            "runner_up": self._runner_up(turn, speaker),
        }

    def _runner_up(self, turn: Turn, speaker: str | None) -> str | None:
        row = turn.row
        if "rival_start" not in row:
            # Attributed before, now with another ledger: the second best is the same.
            return row.get("runner_up")
        offers = [
            (row[f"{name}_start"], row[f"{name}_end"])
            for name in ("mention", "rival")
            if not pd.isna(row[f"{name}_start"])
        ]
        for start, end in offers:
            first, stop = self.line.token_at(int(start)), self.line.token_at(int(end) - 1) + 1
            phrase = locate(self.line, self.index, first, stop)
            entity = self.resolver.entity_of.get(phrase) if phrase is not None else None
            name = entity.name if entity is not None else self.text[int(start) : int(end)]
            if name != speaker:
                return name
        return None

    def speak_in_first_person(self, rows: list[dict]) -> None:
        """ "I" and "we" inside a quotation mean its speaker."""
        for turn in self.turns:
            phrase = turn.phrase
            if phrase is None or not phrase.quoted or phrase.form != "pronoun":
                continue
            if self.line.norms[phrase.head] in FIRST and turn.row["outer_speaker"] is not None:
                turn.row["speaker"] = turn.row["outer_speaker"]


def _cannot_speak(line: Line, phrase: Phrase) -> bool:
    return phrase.form == "noun" and not classify_noun(line.norms[phrase.head])


def _plain(text: str) -> str:
    """Words in small letters without marks and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _order(row: dict) -> tuple[int, int]:
    return int(row["start"]), -int(row["end"])


def _find_outer(rows: list[dict]) -> None:
    """The speaker of the smallest other quotation that holds this one."""
    for row in rows:
        row["outer_speaker"] = None
    open_rows: list[dict] = []
    for row in sorted(rows, key=_order):
        open_rows = [one for one in open_rows if one["end"] > row["start"]]
        around = [one for one in open_rows if one["end"] >= row["end"]]
        if around and around[-1]["speaker"] != row["speaker"]:
            row["outer_speaker"] = around[-1]["speaker"]
        open_rows.append(row)
