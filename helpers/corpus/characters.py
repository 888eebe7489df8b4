"""Characters that look different and mean the same, and characters nobody sees."""

from __future__ import annotations

import re

# One character for one, so an offset into the straightened text is an offset into the original.
STRAIGHT = str.maketrans({**dict.fromkeys("‘’‚‛ʼʹ′＇´", "'"), **dict.fromkeys("“”„‟″＂", '"')})
# Soft hyphen, zero-width spaces and joiners, byte-order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_RUNS = re.compile(r"(.)\1+")
_UNSEEN = str.maketrans("", "", INVISIBLE)


def straighten(text: str) -> str:
    """Return ``text`` with straight quotation marks and apostrophes, of the same length.

    >>> straighten("“It’s”")
    '"It\\'s"'
    """
    return text.translate(STRAIGHT)


def drop_invisible(text: str) -> str:
    """Return ``text`` without soft hyphens and zero-width characters.

    >>> drop_invisible("Mos\\u00adcow")
    'Moscow'
    """
    return text.translate(_UNSEEN)


def shape(form: str) -> str:
    """Return capitals as X, small letters as x, digits as d, repeated ones once.

    >>> shape("McKinley"), shape("U.S."), shape("1990s")
    ('XxXx', 'X.X.', 'dx')
    """
    kinds = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in form
    )
    return _RUNS.sub(r"\1", kinds)[:8]
