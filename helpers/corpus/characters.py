"""Characters that look different and mean the same, and characters nobody sees."""

from __future__ import annotations

# One character for one, so an offset into the straightened text is an offset into the original.
STRAIGHT = str.maketrans({**dict.fromkeys("‘’‚‛ʼʹ′＇´", "'"), **dict.fromkeys("“”„‟″＂", '"')})
# Soft hyphen, zero-width spaces and joiners, byte-order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
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
