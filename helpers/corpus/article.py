"""One article: its text exactly as read, and what is known about it."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
# Closed-class words that no neighbouring language spells alike; in English prose they make up a
# quarter to a half of all words.
_ENGLISH = frozenset(
    "the of and to that is was for it with as his on be at by had are but from have they which you"
    " were her she there been their has would will more when who him could said its our we he not"
    " this these those what than then them into".split()
)


@dataclass(frozen=True)
class Article:
    """A news article; only ``article_id`` and ``text`` are needed.

    ``text`` is never changed: every offset of every table counts its code points. ``published`` is
    the date against which relative dates are resolved, or None when it is not known.

    >>> Article("note", "Rain fell on Monday.").sha256[:8]
    'd1976ffb'
    """

    article_id: str
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    licence: str | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def warning(self) -> str | None:
        """One sentence when the analyses can be expected to fail on this text, else None.

        English is recognised by its function words (Dunning 1994 shows that short frequent words
        suffice to tell languages apart); texts under 20 words are not judged.
        """
        words = [word.lower() for word in _WORD.findall(self.text)]
        if len(words) < 20:
            return None
        share = sum(word in _ENGLISH for word in words) / len(words)
        if share >= 0.12:
            return None
        return (
            f"Article {self.article_id} does not look like English prose: {share:.0%} of its words "
            "are common English function words, where a quarter is usual; read every figure with "
            "that in mind."
        )

    def _lines(self) -> list[str]:
        source = ", ".join(part for part in (self.byline, self.publisher) if part)
        dated = self.published.isoformat() if self.published else "date not known"
        lines = [self.title or self.article_id, f"{source or 'source not known'} · {dated}"]
        return lines + [part for part in (self.url, self.licence, self.warning) if part]

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        title, *rest = (html.escape(line) for line in self._lines())
        return f"<p><strong>{title}</strong><br>{'<br>'.join(rest)}</p>"


def decode(content: bytes, name: str) -> str:
    """Return the text of a UTF-8 file, byte order mark and line ends included.

    Raises ``ValueError`` with one sentence for other encodings, binary files and empty files.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError(f"{name} is written in UTF-16; save it as UTF-8 and try again.")
    if b"\0" in content:
        place = content.index(b"\0")
        raise ValueError(
            f"{name} is no text file: byte {place} is zero; export the article as plain text."
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{name} is not UTF-8: byte {error.start} cannot be read; save it as UTF-8 "
            "(it may be Windows-1252 or Latin-1)."
        ) from None
    if not text.strip(" \t\r\n\f\v\ufeff\u200b\u00a0"):
        raise ValueError(f"{name} is empty; an article needs at least one word.")
    return text


def read_article(
    path: str | Path,
    *,
    published: str | date | None = None,
    title: str | None = None,
    byline: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    licence: str | None = None,
) -> Article:
    """Return the article in a UTF-8 text file; ``article_id`` is the file's name without ``.txt``.

    Raises ``FileNotFoundError`` when there is no such file, and ``ValueError`` with one sentence
    when it is not UTF-8 text or ``published`` is no date (YYYY-MM-DD).
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(
            f"There is no file {path.name} at that path; give the path of a .txt file."
        )
    text = decode(path.read_bytes(), path.name)
    return Article(
        path.stem, text, title, byline, publisher, as_date(published, path.name), url, licence
    )


def as_date(value: str | date | None, name: str) -> date | None:
    """Return a date from ``YYYY-MM-DD``, a date or None; raise ``ValueError`` for all else.

    >>> as_date("2015-01-13", "note")
    datetime.date(2015, 1, 13)
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(
            f"The publication date of {name}, {value!r}, is no date; write it as YYYY-MM-DD."
        ) from None
