"""The events of an article in order of time, with what is not known left open."""

from helpers.timeline.building import build_timeline
from helpers.timeline.explaining import explain_timeline
from helpers.timeline.summary import summarize_timeline

__all__ = ["build_timeline", "explain_timeline", "summarize_timeline"]
