"""Taking results away: CSV and the formats of other tools, in ``exports/<article_id>/``."""

from helpers.exports.icalendar import save_icalendar, to_icalendar
from helpers.exports.tables import Export, save, save_text
from helpers.exports.timelinejs import save_timelinejs, to_timelinejs
from helpers.exports.timeml import TimeML, read_timeml, save_timeml, to_timeml

__all__ = [
    "Export",
    "TimeML",
    "read_timeml",
    "save",
    "save_icalendar",
    "save_text",
    "save_timelinejs",
    "save_timeml",
    "to_icalendar",
    "to_timelinejs",
    "to_timeml",
]
