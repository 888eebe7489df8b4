"""Time expressions: what they are, when they are, and from what each value was decided."""

from helpers.timexes.inference import infer_publication
from helpers.timexes.intervals import Interval, interval_of
from helpers.timexes.table import find_timexes

__all__ = ["Interval", "find_timexes", "infer_publication", "interval_of"]
