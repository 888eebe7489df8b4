"""Tables of time expressions, events and the timeline."""

from helpers.schema.tables import OFFSETS, Schema

GRANULARITIES = (
    "second", "minute", "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season",
    "half-year", "year", "decade", "century", "millennium",
)  # fmt: skip
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
