"""Taking results away: CSV and the formats of other tools, in ``exports/<article_id>/``."""

from helpers.exports.tables import Export, save, save_text

__all__ = ["Export", "save", "save_text"]
