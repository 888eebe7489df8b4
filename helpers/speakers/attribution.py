"""The speaker of every quotation."""

from __future__ import annotations

import pandas as pd

from helpers import schema
from helpers.corpus import has_corrections
from helpers.speakers.aliases import apply_aliases, read_aliases
from helpers.speakers.clauses import locate
from helpers.speakers.reading import Reader, reading_order
from helpers.speakers.salience import FIRST
from helpers.speakers.turns import Turn, find_span

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
    # Column by column: DataFrame.to_dict looks at the type of every cell.
    columns = {name: quotations[name].tolist() for name in quotations.columns}
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    if not rows:
        return schema.build([], schema.ATTRIBUTED)
    reader = Reader(article, tokens, names, rows)
    reader.resolve()
    for turn in reader.turns:
        turn.row.update(_answer(reader, turn))
    _find_outer(rows)
    _speak_in_first_person(reader)
    _find_outer(rows)
    if aliases is None and has_corrections(article, "aliases"):
        aliases = read_aliases(article)
    if aliases is not None:
        apply_aliases(article, rows, aliases)
    return schema.build(rows, schema.ATTRIBUTED, article)


def _answer(reader: Reader, turn: Turn) -> dict:
    """Return the columns of the speaker for one quotation."""
    line, phrase = reader.line, turn.phrase
    start = end = None
    if phrase is not None:
        stop = max(phrase.stop, phrase.reach) if phrase.form != "name" else phrase.stop
        start, end = line.starts[phrase.first], line.ends[stop - 1]
    word = line.norms[phrase.head] if phrase is not None and phrase.form == "pronoun" else ""
    speaker = kind = None
    evidence = turn.evidence
    if turn.author:
        speaker, kind, evidence = reader.author, "author", "continued"
    elif turn.entity is not None:
        speaker, kind = turn.entity.name, _KINDS[turn.entity.kind]
    elif word in FIRST and phrase is not None and not phrase.quoted:
        speaker, kind, evidence = reader.author, "author", "pronoun"
    else:
        evidence = "none"
    return {
        "mention_start": start,
        "mention_end": end,
        "mention": None if start is None else reader.text[start:end],
        "speaker": speaker,
        "speaker_type": kind,
        "evidence": evidence,
        "runner_up": _runner_up(reader, turn, speaker),
    }


def _runner_up(reader: Reader, turn: Turn, speaker: str | None) -> str | None:
    row = turn.row
    if "rival_start" not in row:
        # Attributed before, now with another ledger: the second best is the same.
        return row.get("runner_up")
    offers = {"mention": turn.mention, "rival": find_span(reader.line, row, "rival")}
    for offer, span in offers.items():
        if span is None:
            continue
        phrase = locate(reader.line, reader.index, *span)
        entity = reader.resolver.entity_of.get(phrase) if phrase is not None else None
        words = reader.text[int(row[f"{offer}_start"]) : int(row[f"{offer}_end"])]
        name = entity.name if entity is not None else words
        # A day or a number that was ranked is nobody.
        if name != speaker and any(letter.isalpha() for letter in name):
            return name
    return None


def _speak_in_first_person(reader: Reader) -> None:
    """ "I" and "we" inside a quotation mean its speaker."""
    for turn in reader.turns:
        phrase = turn.phrase
        if phrase is None or not phrase.quoted or phrase.form != "pronoun":
            continue
        if reader.line.norms[phrase.head] in FIRST and turn.row["outer_speaker"] is not None:
            turn.row["speaker"] = turn.row["outer_speaker"]


def _find_outer(rows: list[dict]) -> None:
    """The speaker of the smallest other quotation that holds this one."""
    for row in rows:
        row["outer_speaker"] = None
    open_rows: list[dict] = []
    for row in sorted(rows, key=reading_order):
        open_rows = [one for one in open_rows if one["end"] > row["start"]]
        around = [one for one in open_rows if one["end"] >= row["end"]]
        if around and around[-1]["speaker"] != row["speaker"]:
            row["outer_speaker"] = around[-1]["speaker"]
        open_rows.append(row)
