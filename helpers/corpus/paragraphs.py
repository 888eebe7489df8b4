"""Paragraphs and the part each plays: headline, caption, body, byline or page furniture.

News pages arrive with navigation, captions and notes around the article. Every paragraph is kept and
given a role by its form and its neighbours; summaries then count headline and body only.
"""

from __future__ import annotations

import re

import pandas as pd

from helpers import schema
from helpers.corpus.article import Article

_LINE_BREAK = re.compile(r"\r\n|[\n\r\f\u0085\u2028\u2029]")
_BLANK = " \t\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\u00ad"
_INK = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]*]*$")

# Headings under which web pages put what is no longer the article.
_END_MATTER = re.compile(
    r"(about (this|the) (blog|author|writer|series|site|podcast)|latest (posts|news|stories|articles)"
    r"|most (read|popular|viewed|shared)|more (from|on|stories|news|in)\b.*|related( (stories|articles|topics"
    r"|news|content|posts|links))?|read (more|next|also)|you (may|might) also (like|be interested in)"
    r"|recommended( for you)?|trending( now)?|share( this( article| story| page)?)?|comments?( \(\d+\))?"
    r"|leave a (comment|reply)|editor[’']?s? picks|top stories|tags|topics|newsletters?|follow us.*)[:.]?",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(accessibility links|skip to .*|breaking( news)?|live|home( ?page)?|menu|search|sections?|sign (in|up).*"
    r"|log ?in|register|subscribe.*|advertisement|sponsored( content)?|print( this( page| article)?)?|e-?mail( this)?"
    r"|facebook|twitter|whatsapp|copy link|link copied|back to top|previous|next( article)?|image source.*"
    r"|(local|world|latest|national|international|uk|us|europe|politics|business|sport|sports|culture|opinion)( news)?"
    r"|(published|updated|posted|last (updated|modified)|first published)\b.*|\d+ (min(ute)?s?|hours?) (read|ago)"
    r"|(©|\(c\)|copyright)\s.*|all rights reserved\.?|(read more|related|see also|watch|listen|video|in pictures)\s*:.*"
    r"|this (article|story) (was|has been) (originally|first) published .*|(load|show|see) (more|all).*)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"((file|archive) (photo|picture|image)|(photo|photograph|picture|image|caption|illustration|graphic)\s*(:|/|by\b|credit)"
    r"|\(?(photo|picture|image|file)\)?\s*[-–—:]|FILE\s*[-–—]|(pictured|above|below|left|right)\s*:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(\((photo|picture|image|ap photo|reuters|afp)[^)]*\)|(getty images|\bap photo\b|/afp|/reuters|/ap))\s*[.)]?$",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:de|van|von|der|la|al|bin|and|&|,)\s+)?[^\W\d_a-z][\w.'’-]*){0,9}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ords by|[Ff]rom|[Tt]ext:?)\s+{_NAME}(?:,.{{0,60}}|\s+(?:in|for|at)\s.{{1,40}})?"
    rf"|(?:--+|[–—])\s*{_NAME}"
    r"|\(?(?:Additional )?[Rr]eport(?:ing|ed) by .{3,200}|\(?[Ee]dit(?:ing|ed) by .{3,120}"
)


def find_paragraphs(article: Article) -> pd.DataFrame:
    """Return the table ``paragraphs``: every stretch of ink between line ends, with its role.

    Columns: ``article_id, start, end, text`` (code points, surrounding blank space left out),
    ``paragraph`` (0-based) and ``role``, one of headline, caption, body, byline, boilerplate. Lines
    that were wrapped at a fixed width are joined into one paragraph.

    >>> find_paragraphs(Article("note", "Rain stops play\\n\\nIt rained.\\n"))["role"].tolist()
    ['headline', 'body']
    """
    spans = _split(article.text)
    texts = [article.text[start:end] for start, end in spans]
    roles = _assign_roles(texts, article)
    return schema.build(
        (
            {"article_id": article.article_id, "start": start, "end": end, "text": text,
             "paragraph": number, "role": role}
            for number, ((start, end), text, role) in enumerate(
                zip(spans, texts, roles, strict=True)
            )
        ),
        schema.PARAGRAPHS,
        article,
    )  # fmt: skip


def count_in(
    table: pd.DataFrame, paragraphs: pd.DataFrame, roles: tuple[str, ...] = ("headline", "body")
) -> pd.DataFrame:
    """Return the rows of ``table`` that stand in paragraphs of the given ``roles``.

    Analyses annotate everything; this is the one place where captions and furniture are left out.
    A table without the column ``paragraph`` is placed by ``start``.
    """
    kept = paragraphs.loc[paragraphs["role"].isin(roles), "paragraph"]
    if "paragraph" in table:
        return table[table["paragraph"].isin(kept)].reset_index(drop=True)
    places = paragraphs["start"].searchsorted(table["start"], side="right") - 1
    numbers = paragraphs["paragraph"].take(places)
    return table[numbers.isin(kept).to_numpy()].reset_index(drop=True)


def _split(text: str) -> list[tuple[int, int]]:
    lines, start = [], 0
    for match in [*_LINE_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        ink = _INK.search(text, start, end)
        lines.append(ink.span() if ink else None)
        start = match.end() if match else end
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for line in [*lines, None]:
        if line:
            block.append(line)
        elif block:
            spans.extend([(block[0][0], block[-1][1])] if _is_wrapped(block, text) else block)
            block = []
    return spans


def _is_wrapped(block: list[tuple[int, int]], text: str) -> bool:
    """Tell a paragraph wrapped at a fixed width from lines that stand by themselves."""
    widths = [end - start for start, end in block[:-1]]
    if not widths or not 30 <= max(widths) <= 120 or min(widths) < 0.6 * max(widths):
        return False
    inner = [text[start:end] for start, end in block[:-1]]
    return sum(bool(_ENDS_SENTENCE.search(line)) for line in inner) <= len(inner) / 3 and (
        len({text[start:end] for start, end in block}) == len(block)
    )


def _assign_roles(texts: list[str], article: Article) -> list[str]:
    words = [len(_WORD.findall(text)) for text in texts]
    closed = [bool(_ENDS_SENTENCE.search(text)) for text in texts]
    # A sentence of six words or more is prose; in a note of short sentences any sentence is.
    enough = 6 if any(c and n >= 6 for c, n in zip(closed, words, strict=True)) else 1
    running = [c and n >= enough for c, n in zip(closed, words, strict=True)]
    roles: list[str | None] = [None] * len(texts)
    if len(texts) == 1:
        return ["body"]
    title = _squeeze(article.title)
    for number, text in enumerate(texts):
        twin = number + 1 < len(texts) and text == texts[number + 1] and words[number] >= 4
        if title and _squeeze(text) == title:
            roles[number] = "headline"
        elif twin:
            roles[number] = roles[number + 1] = "caption"
        elif roles[number] is None:
            roles[number] = _role_by_form(text, words[number], article)
    first = next((n for n, role in enumerate(roles) if running[n] and not role), len(texts))
    _mark_end_matter(texts, words, running, roles, first)
    _mark_headline(texts, words, roles, first)
    for number in range(first, len(texts)):
        if roles[number] is None:
            follows = number + 1 < len(texts) and roles[number + 1] in (None, "body")
            crosshead = not running[number] and words[number] <= 9 and number > first and follows
            bare = crosshead and not _ENDS_SENTENCE.search(texts[number])
            roles[number] = "headline" if bare and running[number + 1] else "body"
    return [role or "boilerplate" for role in roles]


def _role_by_form(text: str, words: int, article: Article) -> str | None:
    byline = _squeeze(article.byline)
    if words <= 20 and byline and byline in _squeeze(text) and words <= len(byline.split()) + 4:
        return "byline"
    if words == 0 or _FURNITURE.fullmatch(text):
        return "boilerplate"
    if _BYLINE.fullmatch(text) and (words <= 14 or text.lstrip("(").lower().startswith("report")):
        return "byline"
    if _CAPTION.match(text) or (words <= 45 and _CREDIT.search(text)):
        return "caption"
    return None


def _mark_end_matter(texts, words, running, roles, first) -> None:
    """From a heading such as "Related stories" on, a short rest is furniture; inside the article
    such a line stands alone."""
    total = sum(words[n] for n in range(first, len(texts)) if running[n])
    for number in range(first + 1, len(texts)):
        if _END_MATTER.fullmatch(texts[number]):
            rest = sum(words[n] for n in range(number, len(texts)) if running[n])
            last = number if rest > 0.3 * total else len(texts) - 1
            for index in range(number, last + 1):
                roles[index] = "boilerplate" if roles[index] != "byline" else "byline"


def _mark_headline(texts, words, roles, first) -> None:
    """Before the first running text, lines of a sentence's length are headline and deck, shorter
    ones navigation. Without running text (a poem, a list) everything after the headline is body."""
    if "headline" in roles:
        after = roles.index("headline")
    else:
        before = [n for n in range(first) if roles[n] is None]
        long = [n for n in before if words[n] >= 4]
        after = (long or before[-1:] or [len(texts)])[0]
        if first == len(texts) and not long:
            after = len(texts)
            for number in before:
                roles[number] = "body"
    for number in range(min(first, len(texts))):
        if roles[number] is None:
            if number == after or (number > after and words[number] >= 4):
                roles[number] = "headline" if first < len(texts) or number == after else "body"
            else:
                roles[number] = "boilerplate"


def _squeeze(text: str | None) -> str:
    straight = (text or "").translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(straight.split()).casefold()
