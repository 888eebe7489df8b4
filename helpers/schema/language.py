"""Tables of the text itself: paragraphs, tokens, names."""

from helpers.schema.tables import Schema

ROLES = ("headline", "caption", "body", "byline", "boilerplate")
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
