"""Word frequencies: counts with intervals, keyness, collocation, dispersion, diversity, laws.

Every function takes a tokens table and returns a checked table. ``paragraphs`` may come along: then
only headline and body count.
"""

from helpers.frequencies.collocations import find_collocations, measure_association
from helpers.frequencies.counting import count_terms, find_wilson_interval
from helpers.frequencies.dispersion import (
    locate_terms,
    measure_dispersion,
    measure_distances,
    measure_parts,
)
from helpers.frequencies.diversity import measure_diversity
from helpers.frequencies.fits import fit_laws
from helpers.frequencies.groups import count_by_part, count_by_voice, label_parts, label_voices
from helpers.frequencies.keyness import find_detectable_length, find_keywords, measure_keyness
from helpers.frequencies.reference import load_reference, load_stop_words
from helpers.frequencies.sensitivity import measure_sensitivity
from helpers.frequencies.terms import CONTENT, ROLES, select_tokens

__all__ = [
    "CONTENT",
    "ROLES",
    "count_by_part",
    "count_by_voice",
    "count_terms",
    "find_collocations",
    "find_detectable_length",
    "find_keywords",
    "find_wilson_interval",
    "fit_laws",
    "label_parts",
    "label_voices",
    "load_reference",
    "load_stop_words",
    "locate_terms",
    "measure_association",
    "measure_dispersion",
    "measure_distances",
    "measure_diversity",
    "measure_keyness",
    "measure_parts",
    "measure_sensitivity",
    "select_tokens",
]
