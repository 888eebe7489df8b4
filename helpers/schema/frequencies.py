"""Tables of word frequency, and the concordance."""

from helpers.schema.tables import OFFSETS, Schema

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
