"""Tables of one article against its gold: precision, recall, and the rows that differ."""

from __future__ import annotations

import pandas as pd

from helpers.corpus import Article, load_article
from helpers.evaluation.gold import read_gold
from helpers.evaluation.matching import agrees, match
from helpers.schema import GOLD_ERRORS, GOLD_SCORES, build

_COMPARED = {
    "sentences": (),
    "tokens": (),
    "tags": ("tag",),
    "names": ("type", "canonical"),
    "quotations": ("kind", "speaker", "outer_speaker"),
    "timexes": ("type", "value"),
    "events": ("value",),
}
_NEEDED = {
    "sentences": ("sentence",),
    "tags": ("tag",),
    "names": ("type", "canonical"),
    "quotations": ("kind",),
    "timexes": ("type", "value"),
    "events": ("timex",),
}
_MARKED = ("direct", "mixed")


def score_against_gold(
    table: pd.DataFrame, article: Article | str, what: str, timexes: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return how far a table agrees with the gold of its article, one row a measure.

    ``article`` is the article or its id in the manifest; ``what`` is sentences, tokens, tags, names,
    quotations, timexes or events. The tokens table
    serves the first three, the quotations table with or without speakers the fourth. Of the events
    only those with a time count; ``timexes``, whose row numbers ``events.timex`` holds, lets their
    values be compared too.

    Columns: measure; gold, found and matched (numbers of rows, for "reported speech" of
    characters); precision, recall and f1 (three decimals, missing where there is nothing to
    divide by). A span matches when it begins and ends at the same word: punctuation at its edges
    does not count. Names and speakers match without regard to capitals and a leading article; a
    report for which the gold names no speaker agrees with any. Empty when nobody has marked the
    article. Raises ``ValueError`` for another ``what`` and for a table that lacks a column or
    belongs to another article.

    >>> from helpers.schema import TIMEXES
    >>> nothing = build([], TIMEXES)
    >>> score_against_gold(nothing, "invented-2021-09-07-tidewall", "timexes")["recall"].tolist()
    [0.0, 0.0, 0.0]
    """
    article, gold, found = _prepare(table, article, what, timexes)
    if gold.empty:
        return build([], GOLD_SCORES)
    text = article.text
    if what == "tags":
        both = match(gold, found, text)
        pairs = gold.iloc[[g for g, _ in both]], found.iloc[[f for _, f in both]]
        rows = [
            count("token and tag", gold, found, text, "tag"),
            count("tag of the tokens found", *pairs, text, "tag"),
        ]
    else:
        rows = [count("span", gold, found, text)]
    if what == "quotations":
        rows += _count_quotations(gold, found, text)
    elif what != "tags":
        rows += [
            count(f"span and {name}", gold, found, text, name)
            for name in _COMPARED[what]
            if name in found
        ]
    if what == "names":
        rows += [
            count(kind, gold[gold["type"] == kind], found[found["type"] == kind], text)
            for kind in sorted(set(gold["type"]))
        ]
    return build(rows, GOLD_SCORES)


def show_gold_errors(
    table: pd.DataFrame, article: Article | str, what: str, timexes: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return where a table and the gold differ, in the order of the text.

    Arguments and errors as in ``score_against_gold``. Columns besides offsets and text: problem
    (missed: only in the gold; extra: only in the table; different: the span is right, a value is
    not), column (which value), gold and found (the two values).
    """
    article, gold, found = _prepare(table, article, what, timexes)
    if gold.empty:
        return build([], GOLD_ERRORS, article)
    return build(
        list_errors(gold, found, match(gold, found, article.text), _COMPARED[what]),
        GOLD_ERRORS,
        article,
    )


def list_errors(
    gold: pd.DataFrame, found: pd.DataFrame, pairs: list[tuple[int, int]], columns: tuple[str, ...]
) -> list[dict]:
    """Return the rows of ``show_gold_errors`` for rows that were paired already."""
    rows = []
    for side, used, problem in (
        (gold, {g for g, _ in pairs}, "missed"),
        (found, {f for _, f in pairs}, "extra"),
    ):
        rows += [
            {**_place(side, row), "problem": problem} for row in range(len(side)) if row not in used
        ]
    for g, f in pairs:
        for column in columns:
            if column not in found:
                continue
            values = {"gold": gold[column].iat[g], "found": found[column].iat[f]}
            if not agrees(column, **values):
                rows.append({**_place(gold, g), "problem": "different", "column": column, **values})
    return rows


def count(measure: str, gold: pd.DataFrame, found: pd.DataFrame, text: str, *columns: str) -> dict:
    """Return one row of scores: spans that match, and in them the values of ``columns``."""
    right = sum(
        all(agrees(name, gold[name].iat[g], found[name].iat[f]) for name in columns)
        for g, f in match(gold, found, text)
    )
    return score(measure, len(gold), len(found), right)


def score(measure: str, gold: int, found: int, matched: int) -> dict:
    """Return one row of scores from counts.

    >>> score("span", 4, 5, 4)["precision"]
    0.8
    """
    return {
        "measure": measure,
        "gold": gold,
        "found": found,
        "matched": matched,
        "precision": round(matched / found, 3) if found else None,
        "recall": round(matched / gold, 3) if gold else None,
        "f1": round(2 * matched / (gold + found), 3) if gold + found else None,
    }


def require(table: pd.DataFrame, columns: tuple[str, ...], what: str) -> None:
    """Raise ``ValueError`` when a table to score lacks a column."""
    missing = [name for name in columns if name not in table]
    if missing:
        raise ValueError(
            f"The table to score as {what} has no column {missing[0]}; pass the {what} table."
        )


def _count_quotations(gold: pd.DataFrame, found: pd.DataFrame, text: str) -> list[dict]:
    rows = [count("span and kind", gold, found, text, "kind")]
    for name, kinds in (("direct and mixed", _MARKED), ("indirect", ("indirect",))):
        both = gold[gold["kind"].isin(kinds)], found[found["kind"].isin(kinds)]
        rows.append(count(f"{name}: span", *both, text))
        if "speaker" in found:
            rows.append(count(f"{name}: span and speaker", *both, text, "speaker"))
    covered = [
        {place for span in zip(side["start"], side["end"], strict=True) for place in range(*span)}
        for side in (gold, found)
    ]
    return [*rows, score("reported speech", *map(len, covered), len(covered[0] & covered[1]))]


def _prepare(
    table: pd.DataFrame, article: Article | str, what: str, timexes: pd.DataFrame | None
) -> tuple[Article, pd.DataFrame, pd.DataFrame]:
    """The article, its gold, and the table brought to the form of the gold."""
    if what not in _COMPARED:
        raise ValueError(f"There is no gold called {what!r}; it has {', '.join(_COMPARED)}.")
    require(table, ("article_id", "start", "end", "text", *_NEEDED.get(what, ())), what)
    article = load_article(article) if isinstance(article, str) else article
    strange = sorted(set(table["article_id"]) - {article.article_id})
    if strange:
        raise ValueError(
            f"The {what} table is of article {strange[0]}, the gold of {article.article_id}; pass "
            "the table of the article that is scored."
        )
    found = table
    if what == "sentences":
        found = _join_sentences(table, article)
    elif what == "events":
        found = table[table["timex"].notna()]
        if timexes is not None:
            values = timexes["value"].reset_index(drop=True)
            found = found.assign(value=found["timex"].astype("int64").map(values))
    gold = read_gold(article, "tokens" if what == "tags" else what)
    return article, gold, found.reset_index(drop=True)


def _join_sentences(tokens: pd.DataFrame, article: Article) -> pd.DataFrame:
    spans = tokens.groupby(["article_id", "sentence"], as_index=False).agg(
        start=("start", "min"), end=("end", "max")
    )
    texts = [article.text[s:e] for s, e in zip(spans["start"], spans["end"], strict=True)]
    return spans.assign(text=texts)


def _place(table: pd.DataFrame, row: int) -> dict:
    return {name: table[name].iat[row] for name in ("article_id", "start", "end", "text")}
