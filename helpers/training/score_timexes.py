"""Score the time expressions on TimeBank, AQUAINT and MEANTIME and enter the figures in scores.csv.

    python -m helpers.training.score_timexes --data DIR --score DIR

``--data`` holds ``timeml/`` with TimeML files, ``--score`` the scorer ``score_timexes.py`` (definitions
of TempEval-3). A third of MEANTIME and of TimeBank was kept unread while the rules were written: the
documents whose file name has a SHA-256 divisible by three. It is scored apart (``unseen third``); that of
AQUAINT was read in the end.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from helpers.corpus import Article
from helpers.timexes import find_timexes, infer_publication
from helpers.tokens import tokenize
from helpers.training.scores import record, run_scorer

SETS = {
    "MEANTIME": ("meantime-open",),
    "TimeBank": ("timebank",),
    "AQUAINT": ("aquaint",),
    "TimeBank + AQUAINT": ("timebank", "aquaint"),
}
# What two peers scored on the whole sets, by the same scorer.
PEERS = {
    ("MEANTIME", "strict F1"): {"HeidelTime": 83.9, "dateparser": 51.8},
    ("MEANTIME", "relaxed F1"): {"HeidelTime": 89.4, "dateparser": 74.9},
    ("MEANTIME", "type F1"): {"HeidelTime": 85.0, "dateparser": 66.1},
    ("MEANTIME", "value F1"): {"HeidelTime": 79.8, "dateparser": 51.0},
    ("TimeBank", "value F1"): {"HeidelTime": 79.6, "dateparser": 24.3},
    ("AQUAINT", "value F1"): {"HeidelTime": 73.1, "dateparser": 31.1},
    ("TimeBank + AQUAINT", "strict F1"): {"HeidelTime": 84.0, "dateparser": 34.0},
    ("TimeBank + AQUAINT", "relaxed F1"): {"HeidelTime": 92.0, "dateparser": 63.0},
    ("TimeBank + AQUAINT", "articles a second"): {"HeidelTime": 1, "dateparser": 30},
}
MEASURES = ("strict", "relaxed", "type", "value")


# Sets of which every document was read; what they scored before is in the model card.
READ = ("aquaint",)


def is_unseen(path: Path) -> bool:
    """Return True for the documents that no rule was written on: a third of the sets not yet read."""
    if not set(READ).isdisjoint(path.parts):
        return False
    file_name = path.name
    return int(hashlib.sha256(file_name.encode("utf-8")).hexdigest(), 16) % 3 == 0


def predict(documents: list[dict]) -> tuple[list[dict], float]:
    """Return predictions in the format of the scorer, and the articles read per second of CPU."""
    articles = [
        Article(doc["doc_id"], doc["text"], published=date.fromisoformat(doc["dct"]))
        for doc in documents
    ]
    tokens = [tokenize(article) for article in articles]
    for article, table in zip(articles[:5], tokens[:5], strict=True):
        find_timexes(article, table)
    begin = time.process_time()
    tables = [find_timexes(*pair) for pair in zip(articles, tokens, strict=True)]
    speed = len(articles) / (time.process_time() - begin)
    keep = ["start", "end", "type", "value"]
    lines = [
        {"doc_id": article.article_id, "timexes": table[keep].to_dict("records")}
        for article, table in zip(articles, tables, strict=True)
    ]
    return lines, speed


def infer(documents: list[dict]) -> tuple[int, int, int]:
    """Return for how many documents the text bounds its date, on both sides, and how many rightly."""
    bounded = both = right = 0
    for doc in documents:
        article = Article(doc["doc_id"], doc["text"])
        found = infer_publication(article, tokenize(article))
        day = date.fromisoformat(doc["dct"])
        if found.earliest is None and found.latest is None:
            continue
        bounded += 1
        both += found.earliest is not None and found.latest is not None
        right += (found.earliest is None or found.earliest.date() <= day) and (
            found.latest is None or day <= found.latest.date()
        )
    return bounded, both, right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds timeml/")
    parser.add_argument("--score", type=Path, required=True, help="folder of score_timexes.py")
    parser.add_argument(
        "--seen", action="store_true", help="score what was read only, enter nothing"
    )
    options = parser.parse_args()
    folder = options.data / "timeml"
    if not folder.is_dir():
        sys.exit(f"There is no folder timeml in {options.data}; give the folder that holds it.")
    scorer = options.score / "score_timexes.py"
    rows = []
    for name, parts in SETS.items():
        paths = sorted(
            path for part in parts for path in (folder / part).rglob("[!.]*.tml")
        )  # fmt: skip
        choices = {"": paths}
        if set(READ).isdisjoint(parts):
            choices[" (unseen third)"] = [path for path in paths if is_unseen(path)]
        if options.seen:
            choices = {" (seen)": [path for path in paths if not is_unseen(path)]}
        for suffix, chosen in choices.items():
            rows += _score(name, name + suffix, chosen, scorer, options)
    if not options.seen:
        command = "python -m helpers.training.score_timexes --data DIR --score DIR"
        record("time expressions", "", command, rows)


def _score(name: str, label: str, paths: list[Path], scorer: Path, options) -> list[dict]:
    gold = [argument for path in paths for argument in ("--gold", str(path))]
    documents = [json.loads(line) for line in run_scorer(scorer, "inputs", *gold).splitlines()]
    lines, speed = predict(documents)
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "predictions.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        printed = run_scorer(scorer, "score", str(file), *gold, "--ci", "1000", "--json")
    result = json.loads(printed)["--gold"]
    figures = {f"{measure} F1": round(result[f"{measure}_F1"], 1) for measure in MEASURES}
    intervals = ", ".join(f"{key} {low}-{high}" for key, (low, high) in result["ci95"].items())
    print(f"{label}: {len(documents)} articles, {result['gold']} expressions")
    print("  " + ", ".join(f"{key} {value}" for key, value in figures.items()))
    print(f"  95 % intervals: {intervals}")
    bounded, both, right = infer(documents)
    print(
        f"  date inferred without the manifest: {bounded} bounded ({both} on both sides), {right} rightly"
    )
    print(f"  {speed:.0f} articles a second")
    if label == "TimeBank + AQUAINT":
        figures["articles a second"] = round(speed, -1)
    rows = []
    for measure, value in figures.items():
        peers = PEERS.get((name, measure), {}) if name == label else {}
        for peer, peer_value in (peers or {"": ""}).items():
            rows.append(
                {"set": label, "measure": measure, "ours": value, "peer": peer, "peer_value": peer_value}
            )  # fmt: skip
    return rows


if __name__ == "__main__":
    main()
