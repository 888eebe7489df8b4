"""One function per figure; every one takes finished tables and returns a :class:`Figure`."""

from helpers.plots.style import Figure

__all__ = ["Figure"]
