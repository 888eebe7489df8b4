"""Score quotations and speakers: ``python -m helpers.training.score_quotations --data DIR --score DIR``.

Writes the figures to ``helpers/models/scores.csv``. Three differences of convention are bridged in
the predictions: PolNeAR counts the conjunction "that" as content, it marks no quotation inside
another one (rule "nested"), and it annotates beliefs and plans like speech (rule "attitude"). What
``keep_speech`` leaves is scored beside it ("speech only").
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import pandas as pd

from helpers.corpus import Article
from helpers.evaluation import read_passages, score_passages
from helpers.names import find_names
from helpers.quotations import find_quotations, keep_speech
from helpers.speakers import attribute_speakers
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.polnear import read_documents
from helpers.training.scores import record, run_scorer

MODELS = (
    "quotations-cues.tsv quotations-labels.bin.xz quotations-sources.tsv.xz speaker-nouns.tsv "
    "speakers-choices.tsv.gz"
)
KEPT_ASIDE = ("unseen", "held")
COMMAND = "python -m helpers.training.score_quotations --data DIR --score DIR"
# (measure, track, metric, best peer and its value, human agreement)
MEASURES = (
    ("quoted: found F", "quoted", "found_F", "GGT / ATAP rules", 0.798, 0.979),
    ("quoted: right speaker, strict", "quoted", "spk_strict", "GGT / ATAP rules", 0.732, 0.965),
    ("quoted: end to end F", "quoted", "e2e_F", "GGT / ATAP rules", 0.585, 0.939),
    ("quoted, three words or fewer: found", "quoted", "short_R", "GGT / ATAP rules", 0.211, ""),
    ("reported speech: soft F", "speech", "soft_F", "GGT / ATAP rules", 0.592, 0.902),
    ("reported speech: end to end F", "speech", "e2e_F", "GGT / ATAP rules", 0.488, 0.832),
    ("all: end to end F", "all", "e2e_F", "GGT / ATAP rules", 0.386, 0.746),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/dev")
    parser.add_argument("--score", type=Path, required=True, help="folder with the scorers")
    parser.add_argument("--held", action="store_true", help="also the passages kept aside")
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--keep", type=Path, help="folder for the predictions (not the project)")
    arguments = parser.parse_args()
    rows = []
    for attitudes, suffix in ((True, ""), (False, ", speech only")):
        measured = score_corpus(arguments, attitudes)
        rows += [
            {
                "set": f"PolNeAR {arguments.split}{suffix}",
                "measure": measure,
                "peer": peer,
                "peer_value": value,
                "ours": round(measured[track][metric], 3),
                "human": human,
            }
            for measure, track, metric, peer, value, human in MEASURES
        ]
    for part in ("open", *KEPT_ASIDE) if arguments.held else ("open",):
        table = score_passages(attribute_passages(part), part)
        print(table.to_string())
        rows += [
            {"set": f"passages, {part}", "measure": measure, "ours": value}
            for measure, value in _passage_figures(table)
        ]
    if arguments.split == "dev":
        record("quotations", MODELS, COMMAND, rows)


def score_corpus(arguments: argparse.Namespace, attitudes: bool) -> dict:
    """Return the figures of a split, printed as the scorer shows them."""
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.keep or Path(folder)
        predictions, figures = place / "predictions.jsonl", place / "figures.json"
        with predictions.open("w", encoding="utf-8") as file:
            for document in read_documents(arguments.data, arguments.split):
                line = {"doc_id": document.name, "quotes": predict(document, attitudes)}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        said = run_scorer(
            arguments.score / "score_quotations.py",
            *("score", str(predictions), "--split", arguments.split),
            *("--data", str(arguments.data), "--json", str(figures)),
        )
        print("with beliefs and plans" if attitudes else "speech only", said, sep="\n")
        return json.loads(figures.read_text("utf-8"))


def _passage_figures(table: pd.DataFrame) -> list[tuple[str, float]]:
    precision = dict(zip(table["measure"], table["precision"], strict=True))
    recall = dict(zip(table["measure"], table["recall"], strict=True))
    f1 = dict(zip(table["measure"], table["f1"], strict=True))
    return [
        ("quotation found, precision", float(precision["quotation found"])),
        ("quotation found, recall", float(recall["quotation found"])),
        ("right canonical speaker, share of gold", float(recall["right canonical speaker"])),
        (
            "right canonical speaker, direct and mixed, share of gold",
            float(recall["right canonical speaker, direct and mixed"]),
        ),
        ("B-cubed F", float(f1["B-cubed"])),
        ("B-cubed F, direct and mixed", float(f1["B-cubed, direct and mixed"])),
    ]


def attribute_passages(part: str) -> pd.DataFrame:
    """Return the attributed quotations of all passages of a part."""
    tables = [keep_speech(attribute(article)) for article in read_passages(part)[0]]
    return pd.concat(tables, ignore_index=True)


def attribute(article) -> pd.DataFrame:
    """Return the quotations of an article with their speakers."""
    tokens = tag(tokenize(article))
    names = find_names(article, tokens)
    return attribute_speakers(article, tokens, names, find_quotations(article, tokens))


def predict(document, attitudes: bool = True) -> list[dict]:
    """Return the quotations of an article in the format of the scorer."""
    table = attribute(Article(article_id=document.name, text=document.text))
    table = table if attitudes else keep_speech(table)
    quotes = []
    table = table[table["rule"] != "nested"]
    for _, part in table.groupby(["quotation", _pieces(table)], sort=False):
        row = part.iloc[0]
        quote = {
            "spans": [
                [_with_that(document.text, start), end]
                for start, end in zip(part["start"].tolist(), part["end"].tolist(), strict=True)
            ],
            "cue": None if pd.isna(row["cue"]) else row["cue"],
        }
        if not pd.isna(row["mention_start"]):
            quote |= {
                "speaker_start": int(row["mention_start"]),
                "speaker_end": int(row["mention_end"]),
            }
        quotes.append(quote)
    return quotes


def _pieces(table: pd.DataFrame) -> pd.Series:
    """Paragraphs of a re-opened quotation may name the speaker each for itself."""
    return table["mention_start"].fillna(-1).rename("mention")


def _with_that(text: str, start: int) -> int:
    before = text[max(0, start - 7) : start]
    bare = before.rstrip(" \"“‘'")
    return start - (len(before) - len(bare)) - 4 if bare.endswith(" that") else start


if __name__ == "__main__":
    sys.exit(main())
