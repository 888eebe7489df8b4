"""One function per figure; every one takes finished tables and returns a :class:`Figure`."""

from helpers.plots.article import plot_roles, plot_tags
from helpers.plots.associations import plot_collocations, plot_keywords
from helpers.plots.clocks import plot_two_clocks
from helpers.plots.frequencies import plot_dispersion, plot_frequencies
from helpers.plots.sentiment import (
    plot_agreement,
    plot_people,
    plot_sentiment,
    plot_what_ifs,
)
from helpers.plots.speakers import plot_quotation_marks, plot_speakers, plot_voices
from helpers.plots.style import Figure
from helpers.plots.timeline import plot_timeline

__all__ = [
    "Figure",
    "plot_agreement",
    "plot_collocations",
    "plot_dispersion",
    "plot_frequencies",
    "plot_keywords",
    "plot_people",
    "plot_quotation_marks",
    "plot_roles",
    "plot_sentiment",
    "plot_speakers",
    "plot_tags",
    "plot_timeline",
    "plot_two_clocks",
    "plot_voices",
    "plot_what_ifs",
]
