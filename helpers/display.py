"""What a notebook shows as a piece of HTML and a terminal as plain text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Display:
    """A finished view: ``html`` for a page, ``text``, which says the same, for a terminal or a
    screen reader. Whoever makes one has escaped the text of the article in ``html``.

    >>> Display("<b>Rain</b>", "Rain")
    Rain
    """

    html: str = field(repr=False)
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html
