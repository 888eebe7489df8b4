"""Measure the name finder: ``python -m helpers.training.score_names --data DIR --score DIR``.

Five folds over UNER's dev documents, every other set always in training, from raw text: the model of a
fold has not seen its documents. Everything around the labeller is the shipped code.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from helpers.corpus import Article
from helpers.names.finder import find_spans
from helpers.perceptron import SequenceLabeller
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training import scores
from helpers.training.names import TYPES, fit, prepare, read_sources

COMMAND = "python -m helpers.training.score_names --data DATA --score SCORE"
CODES = {kind: code for code, kind in TYPES.items()}


def predict(text: str, model: SequenceLabeller) -> list[dict]:
    """Return the names of one text in the scorer's format."""
    tokens = tag(tokenize(Article("document", text)))
    starts, ends = tokens["start"].tolist(), tokens["end"].tolist()
    spans = find_spans(
        tokens["text"].tolist(), tokens["tag"].tolist(), tokens["sentence"].tolist(), model
    )
    return [{"start": starts[a], "end": ends[b - 1], "type": CODES[kind]} for a, b, kind in spans]


def main(arguments: list[str] | None = None) -> None:
    """Train five models, predict, score, print and record."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.score_names")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score", type=Path, required=True)
    options = parser.parse_args(arguments)
    script = options.score / "score_names.py"
    given = ("--set", "uner-dev", "--data", str(options.data))
    uner, others = read_sources(options.data)
    parts, rest = [prepare([document]) for document in uner], prepare(others)
    with tempfile.TemporaryDirectory() as folder:
        inputs, predictions = Path(folder) / "inputs.jsonl", Path(folder) / "predictions.jsonl"
        scores.run_scorer(script, "inputs", *given, "--out", str(inputs))
        documents = [json.loads(line) for line in inputs.read_text("utf-8").splitlines()]
        lines = []
        for fold in range(5):
            kept = [part for place, part in enumerate(parts) if place % 5 != fold]
            joined = ([r for part in kept for r in part[0]], [y for part in kept for y in part[1]])
            model = fit(joined, rest)
            for document in documents:
                if document["fold"] == fold:
                    found = predict(document["text"], model)
                    lines.append(json.dumps({"doc_id": document["doc_id"], "entities": found}))
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
        print(scores.run_scorer(script, "score", str(predictions), *given, "--ci", "500"))
        answer = json.loads(scores.run_scorer(script, "score", str(predictions), *given, "--json"))
    rows = [
        {"set": "UNER-EWT dev, five folds", "measure": measure, "ours": value}
        for measure, value in read_measures(answer)
    ]
    scores.record("names", "gazetteers.txt.gz names.bin.gz", COMMAND, rows)


def read_measures(answer: dict) -> list[tuple[str, float]]:
    """Return the F1 figures of the scorer's answer, rounded to three digits."""
    wanted = {
        "typed": "F1, exact span and type",
        "untyped": "F1, exact span",
        "PER": "F1, persons",
        "ORG": "F1, organizations",
        "LOC": "F1, places",
    }
    return [(name, round(answer[key]["f1"], 3)) for key, name in wanted.items()]


if __name__ == "__main__":
    main()
