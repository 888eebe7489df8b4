"""Train the choice of speakers: ``python -m helpers.training.speakers``.

Reads the invented passages of ``corpus/gold/passages`` except those kept aside. On the parts from
which the rules were made their answer is no feature: on new text they are right less often.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from helpers.evaluation import read_passages
from helpers.evaluation.matching import agrees, pair_overlaps
from helpers.names import find_names
from helpers.quotations import find_quotations
from helpers.resources import write_model
from helpers.speakers.choosing import Offers, pick_likeliest
from helpers.speakers.reading import Reader
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.choices import fit_choice

LEARNED, FRESH = ("open",), ("fresh",)
_FOLDS = 5


@dataclass(frozen=True)
class Decision:
    """One speaking phrase: features of every candidate, which are right, what the rules say."""

    passage: str
    rows: list[list[str]]
    right: list[bool]
    given: int
    form: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", action="store_true", help="print the accuracy over five folds")
    arguments = parser.parse_args()
    learned = [one for part in LEARNED for one in read_decisions(part, by_rules=False)]
    fresh = [one for part in FRESH for one in read_decisions(part, by_rules=True)]
    print(f"{len(learned)} and {len(fresh)} decisions", flush=True)
    if arguments.folds:
        print_folds(learned, fresh)
    weights = fit(learned + fresh)
    lines = "".join(f"{feature}\t{weights[feature]}\n" for feature in sorted(weights))
    print("speakers", write_model("speakers-choices.tsv.gz", lines.encode()))


def fit(decisions: list[Decision]) -> dict[str, int]:
    """Return the weights learned from decisions of which some candidate is right."""
    return fit_choice([(one.rows, one.right) for one in decisions if any(one.right)])


def print_folds(learned: list[Decision], fresh: list[Decision]) -> None:
    """Print how many fresh decisions are right by the rules and by weights learned without them."""
    by_rules, by_weights, best, number = Counter(), Counter(), Counter(), Counter()
    for fold in range(_FOLDS):
        rest = [one for one in fresh if _fold(one) != fold]
        weights = fit(learned + rest)
        for one in (one for one in fresh if _fold(one) == fold):
            pick = pick_likeliest(weights, one.rows, one.given)
            for form in (one.form, "all"):
                number[form] += 1
                by_rules[form] += one.right[one.given]
                by_weights[form] += one.right[pick]
                best[form] += any(one.right)
    for form in sorted(number, key=lambda form: (-number[form], form)):
        print(
            f"{form}: {number[form]} decisions, right by rules {by_rules[form]}, "
            f"by weights {by_weights[form]}, some candidate right {best[form]}"
        )


def _fold(decision: Decision) -> int:
    return zlib.crc32(decision.passage.encode()) % _FOLDS


def read_decisions(part: str, by_rules: bool) -> Iterator[Decision]:
    """Yield the decisions on the passages of a part, as the rules alone go through them."""
    articles, gold = read_passages(part)
    for article in articles:
        tokens = tag(tokenize(article))
        found = find_quotations(article, tokens).reset_index(drop=True)
        if found.empty:
            continue
        reader = Reader(article, tokens, find_names(article, tokens), found.to_dict("records"))
        chooser = reader.resolver.chooser
        chooser.weights, chooser.kept = {}, []
        reader.resolve()
        marked = gold[gold["article_id"] == article.article_id].reset_index(drop=True)
        speakers = _speakers(reader, found, marked)
        for offers in chooser.kept:
            speaker = speakers.get(offers.query.phrase)
            if speaker is None:
                continue
            names = _names(reader, offers)
            right = [name is not None and agrees("speaker", speaker, name) for name in names]
            rows = [
                [feature for feature in row if by_rules or not feature.startswith("rule")]
                for row in offers.rows
            ]
            yield Decision(article.article_id, rows, right, offers.given, offers.query.form)


def _speakers(reader: Reader, found: pd.DataFrame, marked: pd.DataFrame) -> dict:
    """Who speaks by the gold, for the phrases that are also its mentions."""
    partner = {f: g for g, f in pair_overlaps(marked, found)}
    place = {(row.start, row.end): i for i, row in enumerate(found.itertuples())}
    speakers = {}
    for turn in reader.turns:
        phrase = turn.phrase
        g = partner.get(place[turn.row["start"], turn.row["end"]])
        if phrase is None or turn.same is not None or turn.answers is not None or g is None:
            continue
        speaker, start, end = marked.loc[g, ["speaker", "mention_start", "mention_end"]]
        if pd.isna(speaker) or pd.isna(start):
            continue
        if reader.line.starts[phrase.first] < end and start < reader.line.ends[phrase.stop - 1]:
            speakers[phrase] = speaker
    return speakers


def _names(reader: Reader, offers: Offers) -> list[str | None]:
    """What every candidate is called in the end; somebody new by the phrase itself."""
    merged, phrase = reader.resolver.naming.merged, offers.query.phrase
    names = []
    for one in offers.candidates:
        if one is not None:
            names.append(merged.get(one, one).name)
        elif offers.answer is not None and offers.candidates[offers.given] is None:
            names.append(offers.answer.name)
        elif offers.query.pronoun:
            names.append(None)
        else:
            stop = max(phrase.stop, phrase.reach)
            names.append(reader.text[reader.line.starts[phrase.first] : reader.line.ends[stop - 1]])
    return names


if __name__ == "__main__":
    main()
