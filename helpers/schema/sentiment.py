"""Tables of sentiment: by paragraph, sentence, word, voice and person."""

from helpers.schema.tables import Schema

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
