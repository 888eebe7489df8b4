"""The types of names, mended by what the whole text says of them."""

from __future__ import annotations

import re

from helpers.speakers.entity import NameMention
from helpers.speakers.lexicon import COMPANY_NOUNS, TRADES
from helpers.speakers.line import Line
from helpers.speakers.namewords import SUFFIXES
from helpers.speakers.nouns import classify_noun, is_forename, is_listed, names_institution

_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")


def _told_kind(line: Line, row: NameMention) -> str:
    """The type that an apposition tells: "The manufacturer, Dale Mills,", "Gul Zaman, a carrier,"."""
    last = row.words[-1].lower()
    if line.holds(row.stop, ",") and line.holds(row.first - 1, ","):
        at = row.first - 2
        while at and line.tags[at] in ("NN", "JJ") and not line.opens[at]:
            at -= 1
        noun = line.norms[row.first - 2]
        if line.holds(at, "the", "its", "their") and at < row.first - 2 and noun in COMPANY_NOUNS:
            # "The operator, Ann Lee," is a person.
            sure = last in SUFFIXES or not is_forename(row.words[0].lower())
            return "organization" if sure and row.kind in ("person", "place") else ""
    if row.kind in ("person", "") or len(row.words) < 2 or names_institution(last):
        return ""
    if not (line.holds(row.stop, ",") and line.holds(row.stop + 1, "a", "an")):
        return ""
    at = row.stop + 2
    while at < len(line.tags) and line.tags[at] in ("JJ", "NN", "HYPH", "VBN", "CD"):
        at += 1
    noun = line.norms[at - 1]
    person = classify_noun(noun) == "person" and noun not in TRADES
    return "person" if person and not is_listed(" ".join(row.words).lower()) else ""


def mend_types(line: Line, rows: list[NameMention]) -> None:
    """Change the types of names in place: a place that is in no list, does something, and is never
    where something is may be a person, a firm whose last word is a family's name is one, and so on."""
    acts, located = set(), set()
    for row in (row for row in rows if row.kind == "place"):
        name = " ".join(row.words).lower()
        told = (
            line.holds(row.first - 1, "name")
            or "who" in line.norms[max(0, row.first - 8) : row.first]
        )
        named = line.holds(row.first - 1, "name", "as", "called", "named") and told
        if named and not is_listed(name):
            # "who goes by the single name Yogeswari"
            row.kind = "person"
        elif len(row.words) in (2, 3):
            after = line.tags[row.stop] if row.stop < len(line.tags) else "."
            if after in ("VBD", "VBZ", "VBP") or line.holds(row.stop, ",", "said"):
                acts.add(name)
            if row.first and line.tags[row.first - 1] in ("IN", "TO", "DT"):
                located.add(name)
            if is_listed(name) or names_institution(row.words[-1].lower()):
                located.add(name)
    for row in rows:
        told = _told_kind(line, row)
        row.kind = told if told and not row.titles else row.kind
    families = {row.words[-1] for row in rows if row.kind == "person" and len(row.words) > 1}
    for row in rows:
        if len(row.words) == 2 and _INITIALS.fullmatch(row.words[0]) and row.kind != "person":
            # "M.K. Stalin"
            institution = names_institution(row.words[1].lower()) or row.words[1].isupper()
            row.kind = row.kind if institution else "person"
        rare = row.kind == "place" and not line.holds(row.first - 1, "in", "at", "near")
        rare = (rare or row.kind == "organization") and len(row.words) in (2, 3)
        if rare and row.words[-1] in families and not names_institution(row.words[-1].lower()):
            row.kind = "person"
    firms = {
        tuple(row.words[:size])
        for row in rows
        if row.kind == "organization"
        for size in range(1, len(row.words))
    }
    for row in rows:
        short = row.words[-1] not in families and tuple(row.words) in firms
        if row.kind == "person" and short and not is_forename(row.words[0].lower()):
            # "Visayan Star" of "Visayan Star Lines"
            row.kind = "organization"
    known = {
        word
        for row in rows
        if row.kind == "person"
        for word in row.words[:: max(1, len(row.words) - 1)]
        if len(row.words) > 1
    }
    for row in rows:
        last = row.words[-1].lower().strip(".")
        firm = line.tags[row.stop - 1] == "NNPS" or last in SUFFIXES
        family = row.words[-1] in families and last not in SUFFIXES
        firm = firm and not is_forename(row.words[0].lower()) and not family
        if row.kind == "person" and len(row.words) > 1 and firm and not row.titles:
            row.kind = "organization"
        alone = row.kind == "person" and len(row.words) == 1 and not row.titles
        if alone and row.words[0] not in known and not is_forename(row.words[0].lower()):
            row.kind = ""
    doubtful = acts - located
    lasts = {name.split()[-1] for name in doubtful}
    for row in rows:
        if row.kind == "place" and (
            " ".join(row.words).lower() in doubtful or " ".join(row.words).lower() in lasts
        ):
            row.kind = ""
