"""Tables of what is quoted, by whom, and how it is introduced."""

from helpers.schema.tables import Schema

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
