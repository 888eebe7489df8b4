"""Concordance: every occurrence of a word, form, tag or pattern in its context, aligned."""

from helpers.concordance.display import show_concordance
from helpers.concordance.search import keyword_in_context

__all__ = ["keyword_in_context", "show_concordance"]
