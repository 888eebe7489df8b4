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
from helpers.names.finder import find_spans, read_spans
from helpers.names.model import NameModel
from helpers.tags import Tagger, find_forms
from helpers.tokens import tokenize
from helpers.training import scores
from helpers.training.names import Material
from helpers.training.names_data import TYPES, retokenize

COMMAND = "python -m helpers.training.score_names --data DATA --score SCORE"
CODES = {kind: code for code, kind in TYPES.items()}


def predict(text: str, tagger: Tagger, model: NameModel) -> list[dict]:
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
    material = Material(options.data)
    count, tagger = len(material.sources.uner), material.tagger
    models = [material.train([i for i in range(count) if i % 5 != fold]) for fold in range(5)]
    lined = ["\n".join(s.text for s in document) for document in material.sources.uner]
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
    rows += score_news(material)
    scores.record("names", "gazetteers.txt.gz names.bin.gz", COMMAND, rows)


def score_news(material: Material) -> list[dict]:
    """Return the figures on GUM's news documents (names derived from its entity layer), by a model
    that has seen none of them."""
    documents = material.sources.gum
    news = [i for i, name in enumerate(material.sources.gum_names) if "_news_" in name]
    model = material.train(gum=[i for i in range(len(documents)) if i not in news])
    gold: set[tuple] = set()
    found: set[tuple] = set()
    for number, document in enumerate(retokenize([documents[i] for i in news], " ")):
        words = [word for sentence in document for word in sentence.words]
        sentences = [i for i, sentence in enumerate(document) for _ in sentence.words]
        labels = [label for sentence in document for label in sentence.labels]
        tagged = material.tagger.tag_sents([sentence.words for sentence in document])
        tags = [tag for pairs in tagged for _, tag in pairs]
        gold.update((number, *span) for span in read_spans(labels))
        found.update((number, *span) for span in find_spans(words, tags, sentences, model))
    name, rows = "GUM news, held out, names from its entity layer", []
    print(name)
    for measure, cut in (
        ("F1, exact span and type", lambda span: span),
        ("F1, exact span", lambda span: span[:3]),
        *(
            (f"F1, {kind}s", lambda span, kind=kind: span if span[3] == kind else None)
            for kind in ("person", "organization", "place")
        ),
    ):
        one, two = (
            {cut(span) for span in spans if cut(span) is not None} for spans in (gold, found)
        )
        f1 = round(2 * len(one & two) / max(len(one) + len(two), 1), 3)
        print(f"  {measure:<26}{f1:.3f}")
        rows.append({"set": name, "measure": measure, "ours": f1})
    return rows


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
