"""Parts of longer names that stand alone: "Larkspur" of "Larkspur Water Holdings"."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from helpers.speakers.entity import NameMention
from helpers.speakers.line import Line
from helpers.speakers.namewords import PAPERS, split_generation
from helpers.speakers.nouns import classify_noun


def read_parts(
    line: Line,
    rows: list[NameMention],
    taken: set[int],
    small: set[str],
    make: Callable[[int, int, str], NameMention],
) -> list[NameMention]:
    """Words of longer names that stand alone and were not found: "Larkspur" of a firm's name;
    ``taken`` are the tokens of the names of the table, ``small`` the words that also stand in small letters."""
    known = {}
    for row in rows:
        if len(row.words) > 1 and row.kind:
            ends = (row.words[0],)
            if row.kind == "person":
                ends = (row.words[0], split_generation(row.words)[0][-1])
            if row.words[-1].lower() in PAPERS:
                ends = (*ends, row.words[-1])
            known |= dict.fromkeys(ends, row.kind)
    firms = {
        tuple(row.words[:2]) for row in rows if row.kind == "organization" and len(row.words) > 2
    }
    covered = taken | {token for row in rows for token in range(row.first, row.stop)}
    pairs = [
        make(i, i + 2, "organization")
        for i, pair in enumerate(itertools.pairwise(line.words) if firms else ())
        if pair in firms and not {i, i + 1} & covered
    ]
    covered |= {token for pair in pairs for token in (pair.first, pair.first + 1)}
    return pairs + [
        make(i, i + 1, known[word])
        for i, word in enumerate(line.words)
        if word in known
        and i not in covered
        and line.norms[i] not in small
        and (
            not classify_noun(line.norms[i])
            or not line.opens[i]
            or line.tags[i + 1 : i + 2] in (["VBZ"], ["VBD"])
        )
    ]
