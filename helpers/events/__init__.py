"""Events: what is told, how it is told, who claims it, and to which time it belongs."""

from helpers.events.finder import find_events

__all__ = ["find_events"]
