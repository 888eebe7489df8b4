"""Canonical speakers over the invented passages: right names and B-cubed clusters."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from helpers.evaluation.gold import read_passages
from helpers.evaluation.matching import agrees, pair_overlaps
from helpers.evaluation.scores import list_errors, require, score
from helpers.schema import GOLD_ERRORS, GOLD_SCORES, build


def score_passages(attributed: pd.DataFrame, part: str) -> pd.DataFrame:
    """Return how well the speakers of the passages are told apart and named, one row a measure.

    ``attributed`` holds the quotations with speakers of all passages of a part (see
    ``read_passages``), one passage below the other; ``article_id`` is the name of the passage, as in
    ``read_passages``. Each gold quotation is paired with the found one that shares most of its
    characters, at least half. Columns as in ``score_against_gold``. Measures:

    * quotation found;
    * right canonical speaker; the same for direct and mixed quotations only (``matched`` counts
      pairs with the right name, so an unfound quotation lowers recall);
    * B-cubed (Bagga & Baldwin 1998) over the clusters of quotations with the same speaker in the
      same passage, whatever they are called: precision over the pairs, recall over all of the
      gold, where a quotation that was not found or got no speaker stands alone; ``matched``
      counts the quotations whose cluster is wholly right.

    Raises ``ValueError`` when a column is missing or a row belongs to no passage of the part.
    """
    gold, found, pairs = _prepare(attributed, part)
    right = [(g, f) for g, f in pairs if _same_speaker(gold, found, g, f)]
    marked, ours = gold["kind"] != "indirect", found["kind"] != "indirect"
    both = [(g, f) for g, f in right if marked.iat[g] and ours.iat[f]]
    rows = [
        score("quotation found", len(gold), len(found), len(pairs)),
        score("right canonical speaker", len(gold), len(found), len(right)),
        score("right canonical speaker, direct and mixed", sum(marked), sum(ours), len(both)),
        _b_cubed("B-cubed", gold, found, pairs),
        _b_cubed(
            "B-cubed, direct and mixed",
            gold,
            found,
            [(g, f) for g, f in pairs if marked.iat[g]],
            marked,
        ),
    ]
    return build(rows, GOLD_SCORES)


def show_passage_errors(attributed: pd.DataFrame, part: str) -> pd.DataFrame:
    """Return the quotations of the passages that were missed, are extra, or have another kind,
    speaker or outer speaker than the gold; columns as in ``show_gold_errors``."""
    gold, found, pairs = _prepare(attributed, part)
    columns = ("kind", "speaker", "outer_speaker")
    return build(list_errors(gold, found, pairs, columns), GOLD_ERRORS)


def _prepare(attributed: pd.DataFrame, part: str):
    _, gold = read_passages(part)
    columns = ("article_id", "start", "end", "text", "kind", "speaker")
    require(attributed, columns, "quotations")
    strange = sorted(set(attributed["article_id"]) - set(gold["article_id"]))
    if strange:
        raise ValueError(
            f"{strange[0]} is no passage of the part {part!r}; those are "
            f"{', '.join(sorted(set(gold['article_id'])))}."
        )
    found = attributed.reset_index(drop=True)
    return gold, found, pair_overlaps(gold, found)


def _same_speaker(gold: pd.DataFrame, found: pd.DataFrame, g: int, f: int) -> bool:
    return agrees("speaker", gold["speaker"].iat[g], found["speaker"].iat[f])


def _b_cubed(
    measure: str,
    gold: pd.DataFrame,
    found: pd.DataFrame,
    pairs: list[tuple[int, int]],
    counted: pd.Series | None = None,
) -> dict:
    """B-cubed over the gold rows ``counted`` (all of them when None)."""
    partner = dict(pairs)
    rows = [g for g in range(len(gold)) if counted is None or counted.iat[g]]
    key, answer = {}, {}
    for g in rows:
        name = gold["article_id"].iat[g]
        key[g] = (name, gold["speaker"].iat[g])
        given = found["speaker"].iat[partner[g]] if g in partner else None
        # Without an answer a quotation is a cluster of its own.
        answer[g] = (name, g) if given is None or pd.isna(given) else (name, given)
    in_key, in_answer = Counter(key.values()), Counter(answer.values())
    in_both = Counter((key[g], answer[g]) for g in rows)
    shared = {g: in_both[key[g], answer[g]] for g in rows}
    paired = [g for g in rows if g in partner]
    precision = sum(shared[g] / in_answer[answer[g]] for g in paired) / max(len(paired), 1)
    recall = sum(shared[g] / in_key[key[g]] for g in paired) / max(len(rows), 1)
    whole = sum(shared[g] == in_answer[answer[g]] == in_key[key[g]] for g in paired)
    return {
        **score(measure, len(rows), len(paired), whole),
        "precision": round(precision, 3) if paired else None,
        "recall": round(recall, 3) if rows else None,
        "f1": round(2 * precision * recall / (precision + recall), 3) if recall else 0.0,
    }
