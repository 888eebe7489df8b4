"""Measure the name finder: ``python -m helpers.training.score_names --data DIR --score DIR``.

Five folds over UNER's dev documents, every other set always in training, from raw text: the model of a
fold has not seen its documents. Everything around the labeller is the shipped code.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from itertools import groupby
from pathlib import Path

from helpers.corpus import Article
from helpers.names.finder import find_spans
from helpers.perceptron import SequenceLabeller
from helpers.tags import Tagger, find_forms
from helpers.tokens import tokenize
from helpers.training import scores
from helpers.training.names import TYPES, fit, prepare, read_sources, train_tagger

COMMAND = "python -m helpers.training.score_names --data DATA --score SCORE"
CODES = {kind: code for code, kind in TYPES.items()}


def predict(text: str, tagger: Tagger, model: SequenceLabeller) -> list[dict]:
    """Return the names of one text in the scorer's format."""
    tokens = tokenize(Article("document", text))
    words, sentences = tokens["text"].tolist(), tokens["sentence"].tolist()
    starts, ends = tokens["start"].tolist(), tokens["end"].tolist()
    forms = find_forms(words, starts, ends, tokens["paragraph"].tolist())
    tags, _, _ = tagger.analyze(forms, [len(list(group)) for _, group in groupby(sentences)])
    spans = find_spans(words, tags, sentences, model)
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
    tagger = train_tagger(options.data)
    parts = [prepare([document], tagger) for document in uner]
    rest = prepare(others, tagger)
    models = []
    for fold in range(5):
        kept = [part for place, part in enumerate(parts) if place % 5 != fold]
        joined = ([r for part in kept for r in part[0]], [y for part in kept for y in part[1]])
        models.append(fit(joined, rest))
    lined = ["\n".join(texts) for texts in read_texts(options.data)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        inputs, predictions = Path(folder) / "inputs.jsonl", Path(folder) / "predictions.jsonl"
        scores.run_scorer(script, "inputs", *given, "--out", str(inputs))
        documents = [json.loads(line) for line in inputs.read_text("utf-8").splitlines()]
        for name, texts in (
            ("UNER-EWT dev, five folds, sentences run together", [d["text"] for d in documents]),
            ("UNER-EWT dev, five folds, one sentence a line", lined),
        ):
            lines = [
                {
                    "doc_id": document["doc_id"],
                    "entities": predict(text, tagger, models[document["fold"]]),
                }
                for document, text in zip(documents, texts, strict=True)
            ]
            predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
            print(name)
            print(scores.run_scorer(script, "score", str(predictions), *given, "--ci", "500"))
            found = json.loads(
                scores.run_scorer(script, "score", str(predictions), *given, "--json")
            )
            rows += [
                {"set": name, "measure": measure, "ours": value}
                for measure, value in read_measures(found)
            ]
    scores.record("names", "gazetteers.txt.gz names.bin.gz", COMMAND, rows)


def read_texts(data: Path) -> list[list[str]]:
    """Return the sentences of every document of UNER dev, as the treebank has them."""
    documents: list[list[str]] = []
    for line in (data / "names" / "uner-ewt-dev.iob2").read_text("utf-8").splitlines():
        if line.startswith("# newdoc"):
            documents.append([])
        elif line.startswith("# text = "):
            documents[-1].append(line[9:])
    return documents


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
