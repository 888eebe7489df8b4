"""Cutting a paragraph into words, numbers, punctuation and symbols, by offsets only.

The conventions are those of the Universal Dependencies treebanks: contractions and possessives are
cut (do|n't, stone|'s), hyphened words are cut at the hyphen unless they begin with a prefix
(U.S.|-|led, but anti-war), a full stop belongs to an abbreviation and else stands alone.
"""

from __future__ import annotations

import re

from helpers.corpus import INVISIBLE
from helpers.tokens.abbreviations import ABBREVIATIONS

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
_GLUE = _MARKS + INVISIBLE
_LETTER = rf"[\w{_GLUE}]"
_PREFIXES = (
    "anti|co|counter|cross|e|ex|inter|intra|mid|mini|multi|non|over|post|pre|pro|re|semi|socio|sub"
    "|super|trans|ultra|un"
)
_UNITS = (
    r"[ap]m|[ap]\.m\.?|bn|tn|cm|ft|g|gb|ghz|hz|k|kb|kg|khz|km|kw|kwh|lbs?|m|mb|mg|mhz|mi|ml|mm|mph"
    r"|mw|mwh|oz|tb|yds?|yrs?|hrs?|mins?|secs?|b|bps|kph"
)
_DOMAINS = "com|org|net|gov|edu|mil|int|info|biz|io|tv|uk|eu|de|fr|ru|ua|nz|au|ca|us|ch|ie|mx|jp|cn"
_FILES = "docx?|xlsx?|pptx?|pdf|txt|csv|zip|exe|jpe?g|png|gif|html?|mp[34]|wav|url|py|js"
_DOTTED = "|".join(sorted(map(re.escape, ABBREVIATIONS), key=lambda a: (-len(a), a)))
_PATH_END = r"""[^\s<>"]*[^\s<>"'.,;:!?)\]}]"""

_TOKEN = re.compile(
    rf"""
    [A-Za-z]+(?=[ ,;?!])|,(?=\s)
  | (?i:https?://|ftp://|www\.|mailto:){_PATH_END}
  | \w[\w.+%-]{{0,64}}@\w[\w-]{{0,62}}(?:\.\w[\w-]{{0,62}})*
  | (?<![\w@])(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,8}}(?:(?:{_DOMAINS})(?:/{_PATH_END})?|(?i:{_FILES}))(?!\w)
  | [@\#][^\W\d]\w*
  | (?<![\w-])(?:(?:\+?\d{{1,2}}[-.])?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}|\d{{3}}-\d{{4}})(?![\w-])
  | (?<![\w/])\d{{1,4}}(?:/\d{{1,4}}){{1,2}}(?![\w/])
  | (?<![\w-])(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}-\d{{1,2}}-\d{{4}})(?![\w-])
  | (?:US|HK|NZ|[ACU])\$
  | (?<!\w)\d{{1,3}}0's(?!\w)
  | (?<!\w)'\d\ds?(?!\w)
  | \A\d{{1,2}}(?:\.\d{{1,2}})*\.(?=\s+\w)
  | (?:(?<![\w.)\]])[+.])?\d+(?:,\d{{3}}(?!\d))*(?:[.:]\d+)*(?=(?i:{_UNITS})(?!{_LETTER})|(?!{_LETTER}))
  | (?:[^\W\d_]\.){{2,}}(?:[A-Z](?!{_LETTER}))?
  | (?<!\w)[A-Z]\.[A-Z](?!{_LETTER})
  | (?<=\()[bcdm]\.(?=\s)
  | \[\.\.\.\]
  | (?<![\w.])\.(?i:{_FILES})(?!\w)
  | (?<!\w)[A-Za-z]&[A-Za-z](?!\w)
  | (?<![\w'])(?:{_DOTTED})\.(?!\w)
  | (?<![\w'])[A-Z]\.(?!\w)
  | (?<![\w-])(?i:{_PREFIXES})-[^\W_]{_LETTER}*(?:'{_LETTER}+)?
  | [A-Z]+(?:&[A-Z]+)+(?![a-z])
  | (?<=[\w.)"\]#])['`](?i:s|m|d|ll|re|ve)(?!\w)
  | {_LETTER}+(?:'{_LETTER}+)*
  | (?<!\w)[:;=]-?[()DP](?![\w)])
  | \.\.+|…+|[!?][!?]+|([-*=_~+<>'`|])\1+
  | \S[{_GLUE}]*(?:(?<=\u200d)[^\w\s][{_GLUE}]*)*
    """,
    re.VERBOSE,
)

# Contractions written without an apostrophe, and where to cut them.
_FUSED = {
    word.replace("|", ""): word.index("|")
    for word in (
        "can|not gon|na wan|na got|ta gim|me lem|me 't|is 't|was im|ma d'|you y'|all do|nt does|nt did|nt ca|nt "
        "wo|nt is|nt was|nt were|nt are|nt have|nt has|nt had|nt would|nt could|nt should|nt ai|nt i|m i|ve "
        "that|s what|s you|re they|re"
    ).split()
}
_CLITIC = re.compile(r"(?!\d*0's\Z)(.+?)(?:n't|'(?:s|m|d|ll|re|ve))", re.IGNORECASE)


def find_words(straight: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the offsets of the tokens of a paragraph whose quotation marks were straightened,
    counted from ``start``. A full stop still sticks to abbreviations and initials, also where a
    sentence ends.

    >>> [text[a:b] for text in ["Don't pay $5.50 in the U.S.-led anti-war U.S."] for a, b in find_words(text)]
    ['Do', "n't", 'pay', '$', '5.50', 'in', 'the', 'U.S.', '-', 'led', 'anti-war', 'U.S.']
    """
    spans = []
    for match in _TOKEN.finditer(straight):
        text, tail = match[0], []
        a, b = match.start() + start, match.end() + start
        cut = _FUSED.get(text.lower(), 0)
        while not cut and len(tail) < 2 and "'" in text and (clitic := _CLITIC.fullmatch(text)):
            tail.append((a + clitic.end(1), b))
            text, b = clitic[1], a + clitic.end(1)
        if cut:
            spans += [(a, a + cut), (a + cut, b)]
        elif text.strip(INVISIBLE):
            spans.append((a, b))
        spans += reversed(tail)
    return spans
