"""The columns, dtypes, order and invariants of every table, declared once and checked everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

OFFSETS = {"article_id": "string", "start": "int64", "end": "int64", "text": "string"}


@dataclass(frozen=True)
class Schema:
    """One table: its name, columns with dtypes, row order, and the values a column may hold.

    ``offsets`` puts ``article_id, start, end, text`` first and sorts by the first three; ``order``
    names the sort columns of a table without offsets (empty: the function that makes it states its
    own order); ``values`` lists the only values of a column besides ``<NA>``.
    """

    name: str
    own: Mapping[str, str]
    offsets: bool = True
    order: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] | None = None

    @property
    def columns(self) -> dict[str, str]:
        """All columns with their dtypes, in table order."""
        return {**(OFFSETS if self.offsets else {}), **self.own}

    @property
    def sorting(self) -> list[str]:
        """The columns by which rows are sorted; none where the function that makes a table says."""
        return list(OFFSETS)[:3] if self.offsets else list(self.order)


def build(rows: Iterable[Mapping], schema: Schema, article=None) -> pd.DataFrame:
    """Return the checked table of ``rows`` (mappings or a DataFrame): columns missing from a row
    become ``<NA>``, tables with offsets are sorted.

    >>> list(build([], PARAGRAPHS).columns)
    ['article_id', 'start', 'end', 'text', 'paragraph', 'role']
    """
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame.from_records(list(rows))
    # Column by column: DataFrame.astype copies each one and puts all of them together again.
    columns = {}
    for name, dtype in schema.columns.items():
        column = frame[name] if name in frame.columns else pd.Series(np.nan, frame.index)
        columns[name] = column if str(column.dtype) == dtype else column.astype(dtype)
    frame = pd.DataFrame(columns, frame.index)
    order = schema.sorting
    if order and not _is_sorted(frame, order):
        frame = frame.sort_values(order, kind="stable")
    return check(frame.reset_index(drop=True), schema, article)


def _is_sorted(table: pd.DataFrame, order: list[str]) -> bool:
    """Compare neighbouring rows only: a table of one article is as long as its text."""
    keys = [table[name] for name in order]
    if any(key.isna().any() for key in keys):
        return table[order].equals(table[order].sort_values(order, kind="stable"))
    rows = list(zip(*(key.tolist() for key in keys), strict=True))
    return all(a <= b for a, b in pairwise(rows))


def check(table: pd.DataFrame, schema: Schema, article=None) -> pd.DataFrame:
    """Return ``table`` unchanged if it keeps every promise of ``schema``.

    With an ``article``, ``article.text[start:end] == text`` must hold in every row.
    Raises ``ValueError`` that names the table, the column and the row.
    """
    found = {name: str(dtype) for name, dtype in table.dtypes.items()}
    if found != schema.columns or list(found) != list(schema.columns):
        wrong = sorted(set(found.items()) ^ set(schema.columns.items()))
        raise ValueError(f"Table {schema.name}: columns or dtypes differ from the schema: {wrong}.")
    if not table.index.equals(pd.RangeIndex(len(table))):
        raise ValueError(f"Table {schema.name}: the index is not 0..n-1; call reset_index.")
    for column, allowed in (schema.values or {}).items():
        strange = sorted(set(table[column].dropna().unique()) - set(allowed))
        if strange:
            raise ValueError(f"Table {schema.name}: column {column} holds {strange}.")
    order = schema.sorting
    if order and not _is_sorted(table, order):
        raise ValueError(f"Table {schema.name}: rows are not sorted by {', '.join(order)}.")
    if article is not None and schema.offsets:
        for row, (start, end, text) in enumerate(
            zip(*(table[name].tolist() for name in ("start", "end", "text")), strict=True)
        ):
            if not 0 <= start < end <= len(article.text) or article.text[start:end] != text:
                raise ValueError(
                    f"Table {schema.name}: row {row} ({start}-{end}) does not point to its text "
                    f"in article {article.article_id}."
                )
    return table


def write_csv(table: pd.DataFrame, path: str | Path) -> None:
    """Write ``table`` as UTF-8 CSV with LF line ends; floats keep 17 digits, missing is empty."""
    table.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def read_csv(path: str | Path, schema: Schema) -> pd.DataFrame:
    """Read a CSV that ``write_csv`` wrote back into a checked table.

    Raises ``ValueError`` that names the file when columns are missing or values do not fit.
    """
    try:
        text = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""])
        missing = [name for name in schema.columns if name not in text.columns]
        if missing:
            raise ValueError(f"column {missing[0]} is missing")
        typed = {}
        for name, dtype in schema.columns.items():
            if dtype == "boolean":
                typed[name] = text[name].map({"True": True, "False": False}).astype(dtype)
            elif dtype in ("int64", "Int64", "float64"):
                typed[name] = pd.to_numeric(text[name]).astype(dtype)
            else:
                typed[name] = text[name].astype(dtype)
        return build(pd.DataFrame(typed), schema)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(
            f"{Path(path).name} is no {schema.name} table: {error}. "
            f"It needs the columns {', '.join(schema.columns)}."
        ) from error


ROLES = ("headline", "caption", "body", "byline", "boilerplate")
KINDS = ("direct", "mixed", "indirect")
SPEAKER_TYPES = (
    "named person",
    "organization",
    "document",
    "collective",
    "anonymous",
    "author",
)
EVIDENCE = ("name", "role", "pronoun", "continued", "alias", "none")
GRANULARITIES = (
    "second", "minute", "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season",
    "half-year", "year", "decade", "century", "millennium",
)  # fmt: skip

PARAGRAPHS = Schema("paragraphs", {"paragraph": "int64", "role": "string"}, values={"role": ROLES})
TOKENS = Schema(
    "tokens",
    {
        "paragraph": "int64",
        "sentence": "int64",
        "token": "int64",
        "kind": "string",
        "norm": "string",
        "tag": "string",
        "pos": "string",
        "lemma": "string",
    },
    values={"kind": ("word", "number", "punctuation", "symbol")},
)
NAMES = Schema(
    "names",
    {"name": "int64", "type": "string", "canonical": "string"},
    values={"type": ("person", "organization", "place")},
)
_QUOTATIONS = {
    "quotation": "int64",
    "part": "int64",
    "paragraph": "int64",
    "kind": "string",
    "cue": "string",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "rule": "string",
    "confidence": "float64",
}
# Where the source beside the cue stands, and the second best: speakers turns both into persons.
_MENTIONS = dict.fromkeys(("mention_start", "mention_end", "rival_start", "rival_end"), "Int64")
QUOTATIONS = Schema("quotations", {**_QUOTATIONS, **_MENTIONS}, values={"kind": KINDS})
ATTRIBUTED = Schema(
    "attributed quotations",
    {
        **_QUOTATIONS,
        "mention": "string",
        "mention_start": "Int64",
        "mention_end": "Int64",
        "speaker": "string",
        "speaker_type": "string",
        "evidence": "string",
        "runner_up": "string",
        "outer_speaker": "string",
    },
    values={"kind": KINDS, "speaker_type": SPEAKER_TYPES, "evidence": EVIDENCE},
)
QUOTATION_MARKS = Schema(
    "quotation_marks",
    {"status": "string", "reason": "string", "quotation": "Int64"},
    values={"status": ("attributed", "term", "title", "unresolved")},
)
SPEAKERS = Schema(
    "speakers",
    {
        "speaker": "string",
        "speaker_type": "string",
        "mentions": "int64",
        "quotations": "int64",
        "words": "int64",
        "share_of_quoted_words": "float64",
        "first_start": "int64",
        "last_end": "int64",
        "longest_run": "int64",
    },
    offsets=False,
    values={"speaker_type": SPEAKER_TYPES},
)
SPEAKER_TYPE_SHARES = Schema(
    "speaker types",
    {
        "speaker_type": "string",
        "quotations": "int64",
        "words": "int64",
        "share_of_quoted_words": "float64",
    },
    offsets=False,
)
STANCES = Schema(
    "stances",
    {
        "speaker": "string",
        **dict.fromkeys(("neutral", "distancing", "endorsing", "hostile", "other"), "int64"),
    },
    offsets=False,
)
UNQUOTED = Schema(
    "unquoted", {"name": "string", "mentions": "int64", "first_start": "int64"}, offsets=False
)
VOICES = Schema(
    "voices",
    {"paragraph": "int64", "voice": "string", "words": "int64", "share": "float64"},
    offsets=False,
)
# A score is <NA>, not 0, where no word was scored.
_SENTIMENT = {
    "paragraph": "int64",
    "n_words": "int64",
    "score": "Float64",
    "evaluation": "Float64",
    "vader": "float64",
    "low": "Float64",
    "high": "Float64",
    "n_scored_words": "int64",
    "coverage": "float64",
    "voice": "string",
}
SENTIMENT = Schema("sentiment", _SENTIMENT)
SENTIMENT_SENTENCES = Schema(
    "sentiment_sentences",
    {"paragraph": "int64", "sentence": "int64", **dict(list(_SENTIMENT.items())[1:])},
)
SENTIMENT_WORDS = Schema(
    "sentiment_words",
    {
        "paragraph": "int64",
        "sentence": "int64",
        "topical": "boolean",
        "weight": "float64",
        "shifted_by": "string",
        "contribution": "float64",
    },
)
SENTIMENT_VOICES = Schema(
    "sentiment_voices",
    {
        "paragraph": "int64",
        "voice": "string",
        "n_words": "int64",
        "score": "Float64",
        "evaluation": "Float64",
        "low": "Float64",
        "high": "Float64",
        "n_scored_words": "int64",
    },
    offsets=False,
    order=("paragraph", "voice"),
)
SENTIMENT_VERDICTS = Schema(
    "sentiment_verdicts",
    {
        "paragraph": "int64",
        "score": "Float64",
        "low": "Float64",
        "high": "Float64",
        "verdict": "string",
        "change": "string",
        "warning": "string",
    },
    offsets=False,
    order=("paragraph",),
)
SENTIMENT_CHANGES = Schema(
    "sentiment_changes",
    {
        "part": "string",
        "other": "string",
        "n_part": "int64",
        "n_other": "int64",
        "score_part": "Float64",
        "score_other": "Float64",
        "difference": "Float64",
        "p": "Float64",
    },
    offsets=False,
)
SENTIMENT_PEOPLE = Schema(
    "sentiment_people",
    {"person": "string", "paragraph": "int64", "score": "float64", "n_sentences": "int64"},
    offsets=False,
    order=("person", "paragraph"),
)
SENTIMENT_WHAT_IFS = Schema(
    "sentiment_what_ifs",
    {
        "change": "string",
        "paragraph": "int64",
        "score": "Float64",
        "changed": "Float64",
        "difference": "Float64",
        "verdict": "string",
        "changed_verdict": "string",
    },
    offsets=False,
)
SENTIMENT_DISAGREEMENTS = Schema(
    "sentiment_disagreements",
    {
        "paragraph": "int64",
        "sentence": "int64",
        "score": "float64",
        "vader": "float64",
        "gap": "float64",
        "words": "string",
    },
)
TIMEXES = Schema(
    "timexes",
    {
        "type": "string",
        "value": "string",
        "mod": "string",
        "quant": "string",
        "freq": "string",
        "earliest": "datetime64[s]",
        "latest": "datetime64[s]",
        "granularity": "string",
        "reference": "string",
        "rule": "string",
        "alternatives": "string",
        "range": "Int64",
    },
    values={
        "type": ("DATE", "TIME", "DURATION", "SET"),
        "granularity": GRANULARITIES,
        "reference": ("publication", "previous", "none"),
    },
)
PUBLICATION_EVIDENCE = Schema(
    "publication_evidence",
    {"says": "string", "earliest": "datetime64[s]", "latest": "datetime64[s]"},
)
STATUSES = ("reported", "announced", "hypothetical", "negated")
MEANS = ("expression", "publication", "none")
EVENTS = Schema(
    "events",
    {
        "lemma": "string",
        "tense": "string",
        "aspect": "string",
        "polarity": "string",
        "modality": "string",
        "class": "string",
        "sentence": "int64",
        "timex": "Int64",
        "earliest": "datetime64[s]",
        "latest": "datetime64[s]",
        "granularity": "string",
        "participants": "string",
        "speaker": "string",
        "rule": "string",
        "confidence": "float64",
    },
    values={"granularity": GRANULARITIES, "modality": STATUSES},
)
# Ordered by time, not by place: offsets are plain columns here.
TIMELINE = Schema(
    "timeline",
    {
        **OFFSETS,
        "label": "string",
        "earliest": "datetime64[s]",
        "latest": "datetime64[s]",
        "granularity": "string",
        "certainty": "float64",
        "status": "string",
        "participants": "string",
        "speaker": "string",
        "means": "string",
        "rule": "string",
        "mentions": "int64",
        "events": "string",
        "paragraph": "int64",
        "evidence": "string",
    },
    offsets=False,
    values={"status": STATUSES, "granularity": GRANULARITIES, "means": MEANS},
)
TIMELINE_SUMMARY = Schema(
    "timeline_summary",
    {
        "means": "string",
        "n": "int64",
        "dated": "int64",
        "share": "float64",
        "mean_certainty": "float64",
    },
    offsets=False,
    values={"means": MEANS},
)
FREQUENCIES = Schema(
    "frequencies",
    {
        "term": "string",
        "pos": "string",
        "n": "int64",
        "per_million": "float64",
        "wilson_low": "float64",
        "wilson_high": "float64",
        "boot_low": "float64",
        "boot_high": "float64",
        "rank": "int64",
        "dp": "float64",
        "dp_norm": "float64",
        "first_start": "int64",
    },
    offsets=False,
)
FREQUENCIES_BY_GROUP = Schema(
    "frequencies_by_group", {"group": "string", **FREQUENCIES.own}, offsets=False
)
REFERENCE = Schema("reference", {"term": "string", "pos": "string", "n": "int64"}, offsets=False)
KEYWORDS = Schema(
    "keywords",
    {
        "term": "string",
        "pos": "string",
        "n": "int64",
        "n_reference": "int64",
        "per_million": "float64",
        "per_million_reference": "float64",
        "log_likelihood": "float64",
        "p": "float64",
        "p_adjusted": "float64",
        "log_ratio": "float64",
        "log_ratio_low": "float64",
        "log_ratio_high": "float64",
        "percent_diff": "float64",
        "odds_ratio": "float64",
        "difference_coefficient": "float64",
        "simple_maths": "float64",
        "log_odds": "float64",
        "z": "float64",
        "range": "int64",
        "dp": "float64",
        "dp_norm": "float64",
        "words_needed": "Int64",
        "first_start": "Int64",
    },
    offsets=False,
)
COLLOCATIONS = Schema(
    "collocations",
    {
        "word1": "string",
        "word2": "string",
        "n": "int64",
        "n_word1": "int64",
        "n_word2": "int64",
        "expected": "float64",
        "log_likelihood": "float64",
        "p_exact": "float64",
        "p_adjusted": "float64",
        "pmi": "float64",
        "npmi": "float64",
        "t": "float64",
        "dice": "float64",
        "log_dice": "float64",
        "delta_p_word2": "float64",
        "delta_p_word1": "float64",
        "first_start": "int64",
    },
    offsets=False,
)
DISPERSION = Schema(
    "dispersion",
    {
        "term": "string",
        "n": "int64",
        "parts": "int64",
        "range": "int64",
        "dp": "float64",
        "dp_norm": "float64",
        "juilland_d": "float64",
        "juilland_u": "float64",
        "carroll_d2": "float64",
        "carroll_um": "float64",
        "rosengren_s": "float64",
        "kl": "float64",
        "da": "float64",
        "arf": "float64",
        "awt": "float64",
        "ald": "float64",
    },
    offsets=False,
)
OCCURRENCES = Schema(
    "occurrences",
    {"term": "string", "paragraph": "int64", "position": "int64", "n_words": "int64"},
)
CONCORDANCE = Schema(
    "concordance",
    {
        **OFFSETS,
        "paragraph": "int64",
        "sentence": "Int64",
        "left": "string",
        "right": "string",
    },
    offsets=False,
)
DIVERSITY = Schema(
    "diversity",
    {"measure": "string", "value": "float64", "definition": "string", "source": "string"},
    offsets=False,
)
FITS = Schema(
    "fits",
    {
        "law": "string",
        "parameter": "string",
        "value": "float64",
        "low": "float64",
        "high": "float64",
        "statistic": "float64",
        "p": "float64",
        "n": "int64",
        "method": "string",
    },
    offsets=False,
)
SENSITIVITY = Schema(
    "sensitivity",
    {
        "setting": "string",
        "top": "int64",
        "shared": "int64",
        "entered": "string",
        "left": "string",
    },
    offsets=False,
)

# The gold has no article_id in its files: the folder names the article.
GOLD = {
    "sentences": Schema("gold sentences", {"paragraph": "int64"}),
    "tokens": Schema("gold tokens", {"tag": "string"}),
    "names": Schema("gold names", {"type": "string", "canonical": "string"}, values=NAMES.values),
    "quotations": Schema(
        "gold quotations",
        {
            "quotation": "int64",
            "part": "int64",
            "kind": "string",
            "cue_start": "Int64",
            "cue_end": "Int64",
            "mention_start": "Int64",
            "mention_end": "Int64",
            "speaker": "string",
            "outer_speaker": "string",
        },
        values={"kind": KINDS},
    ),
    "timexes": Schema(
        "gold timexes",
        {"type": "string", "value": "string"},
        values={"type": TIMEXES.values["type"]},
    ),
    "events": Schema("gold events", {"value": "string"}),
}
GOLD_SCORES = Schema(
    "gold scores",
    {
        "measure": "string",
        "gold": "int64",
        "found": "int64",
        "matched": "int64",
        "precision": "float64",
        "recall": "float64",
        "f1": "float64",
    },
    offsets=False,
)
GOLD_ERRORS = Schema(
    "gold errors",
    {"problem": "string", "column": "string", "gold": "string", "found": "string"},
    values={"problem": ("missed", "extra", "different")},
)
