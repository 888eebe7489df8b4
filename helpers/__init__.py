"""Reading one news article closely: tables of stand-off annotations over an unmodified text."""

__version__ = "1.0.0"
