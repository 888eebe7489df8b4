"""The alias ledger: corrections of speakers that a researcher keeps beside the article."""

from __future__ import annotations

import pandas as pd

from helpers.corpus import read_corrections

COLUMNS = ("mention", "start", "speaker", "speaker_type")


def read_aliases(article) -> pd.DataFrame:
    """Return ``corpus/aliases/<article_id>.csv``: columns ``mention, start, speaker,
    speaker_type``, all text.

    A line gives every mention with these words, or every speaker of this name, another speaker;
    with ``start`` only the mention that begins there. An empty ``speaker`` takes the speaker away,
    an empty ``speaker_type`` keeps the type. An article without the file has no corrections.
    """
    return read_corrections(article, "aliases", COLUMNS)


def apply_aliases(article, rows: list[dict], aliases: pd.DataFrame) -> None:
    """Change ``rows`` of attributed quotations as the ledger says.

    Raises ``ValueError`` that names the line when it matches no mention and no speaker.
    """
    original = [(row.get("mention"), row.get("speaker"), row.get("mention_start")) for row in rows]
    for number, line in enumerate(aliases.to_dict("records"), 2):
        wanted = line.get("mention")
        place = None if pd.isna(line.get("start")) else _read_start(article, number, line["start"])
        hits = [
            row
            for row, (mention, speaker, start) in zip(rows, original, strict=True)
            if (pd.isna(wanted) or wanted in (mention, speaker))
            and (place is None or start == place)
        ]
        if not hits or (pd.isna(wanted) and place is None):
            where = "" if place is None else f" at {place}"
            raise ValueError(
                f"corpus/aliases/{article.article_id}.csv, line {number}: no quotation has the "
                f"mention or speaker {wanted!r}{where}; copy it from the quotations table or remove "
                "the line."
            )
        for row in hits:
            row["speaker"] = None if pd.isna(line.get("speaker")) else line["speaker"]
            row["evidence"] = "alias"
            if row["speaker"] is None:
                row["speaker_type"] = None
            elif not pd.isna(line.get("speaker_type")):
                row["speaker_type"] = line["speaker_type"]
            elif row.get("speaker_type") is None:
                row["speaker_type"] = "named person"


def _read_start(article, number: int, value) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(
            f"corpus/aliases/{article.article_id}.csv, line {number}: start {value!r} is no number; "
            "give the offset of the mention or leave it empty."
        ) from error
