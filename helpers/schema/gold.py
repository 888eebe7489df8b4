"""Tables of what was marked by hand, and of the scores against it."""

from helpers.schema.language import NAMES
from helpers.schema.speech import KINDS
from helpers.schema.tables import Schema
from helpers.schema.times import TIMEXES

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
