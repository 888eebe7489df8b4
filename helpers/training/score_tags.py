"""Score sentences, tokens, tags and lemmas: ``python -m helpers.training.score_tags --data DIR
--score DIR``.

Runs the public scorer's inputs through the carried models and through NLTK's data-free classes,
prints both and records ours in ``helpers/models/scores.csv``. The scorer's files hold text of the
treebanks; they are written to a temporary folder and removed.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from helpers import schema
from helpers.corpus import Article
from helpers.tags import find_forms, load_tagger, tag
from helpers.tokens import tokenize
from helpers.tokens.abbreviations import ABBREVIATIONS
from helpers.training import scores
from helpers.training.treebanks import find_treebanks

MODELS = "forms.tsv.gz tagger.bin.gz wordnet.bin.gz"
# What stock NLTK 3.10.4 reaches with its downloaded models (which no registry has): quoted.
STOCK = {
    ("gum-test", "token F1"): 0.981,
    ("ewt-test", "token F1"): 0.965,
    ("gum-dev+test", "sentence boundary F1"): 0.950,
    ("gum-test", "Penn tag accuracy, gold tokens"): 0.920,
    ("ewt-test", "Penn tag accuracy, gold tokens"): 0.867,
    ("gum-test", "lemma accuracy, gold tags"): 0.956,
}
Rows = Iterable[dict]


def analyze_text(document: dict) -> dict:
    """Return the scorer's prediction line for one raw text."""
    tokens = tag(tokenize(Article(document["doc_id"], document["text"])))
    return _line(document, tokens)


def tag_given(document: dict) -> dict:
    """Return the prediction line for gold tokens and sentences."""
    text, given = document["text"], document["tokens"]
    sentence = [-1] * len(given)
    for number, (start, end) in enumerate(document["sentences"]):
        for i, token in enumerate(given):
            if start <= token["start"] and token["end"] <= end:
                sentence[i] = number
    frame = pd.DataFrame(
        {
            "article_id": document["doc_id"],
            "start": [token["start"] for token in given],
            "end": [token["end"] for token in given],
            "text": [text[token["start"] : token["end"]] for token in given],
            "paragraph": [text.count("\n\n", 0, token["start"]) for token in given],
            "sentence": sentence,
            "token": range(len(given)),
            "kind": "word",
        }
    )
    return _line(document, tag(schema.build(frame, schema.TOKENS)))


def lemmatize_given(document: dict) -> dict:
    """Return the prediction line with lemmas of gold tokens and tags."""
    lemmatizer, text, given = load_tagger().lemmatizer, document["text"], document["tokens"]
    starts, ends = [t["start"] for t in given], [t["end"] for t in given]
    paragraphs = [text.count("\n\n", 0, start) for start in starts]
    texts = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    forms = find_forms(texts, starts, ends, paragraphs)
    tokens = [
        {**token, "lemma": lemmatizer.lemma(form, token["tag"])}
        for token, form in zip(given, forms, strict=True)
    ]
    return {"doc_id": document["doc_id"], "tokens": tokens}


def nltk_words(document: dict) -> dict:
    """Return tokens by NLTKWordTokenizer, one gold sentence at a time."""
    spans = [
        (start + a, start + b)
        for start, end in document["sentences"]
        for a, b in NLTKWordTokenizer().span_tokenize(document["text"][start:end])
    ]
    return {"doc_id": document["doc_id"], "tokens": [{"start": a, "end": b} for a, b in spans]}


def nltk_sentences(abbreviations: Iterable[str]) -> Callable[[dict], dict]:
    """Return a splitter of paragraphs by NLTK's Punkt class with the given abbreviations."""
    parameters = PunktParameters()
    parameters.abbrev_types = {abbreviation.lower() for abbreviation in abbreviations}
    punkt = PunktSentenceTokenizer(parameters)

    def split(document: dict) -> dict:
        spans, at = [], 0
        for paragraph in document["text"].split("\n\n"):
            spans += [[at + a, at + b] for a, b in punkt.span_tokenize(paragraph)]
            at += len(paragraph) + 2
        return {"doc_id": document["doc_id"], "sentences": spans, "tokens": []}

    return split


def _line(document: dict, tokens: pd.DataFrame) -> dict:
    spans = tokens.groupby("sentence").agg({"start": "min", "end": "max"})
    named = tokens[["start", "end", "tag", "pos", "lemma"]].rename(columns={"pos": "upos"})
    return {
        "doc_id": document["doc_id"],
        "sentences": spans.to_numpy().tolist(),
        "tokens": named.to_dict("records"),
    }


class Bench:
    """The public scorer on one machine's folders."""

    def __init__(self, data: Path, script: Path, folder: Path):
        self.data, self.script, self.folder = data, script, folder

    def select(self, name: str) -> list[str]:
        """Return the scorer's arguments for a set; ``gum-dev+test`` joins two parts."""
        if name != "gum-dev+test":
            return ["--data", str(self.data), "--set", name]
        files = [path for part in ("dev", "test") for path in find_treebanks(self.data, part)[1:]]
        return [argument for path in files for argument in ("--gold", str(path))]

    def inputs(self, name: str, give: str | None = None) -> list[dict]:
        """Return the documents of a set, with gold tokens or tags if asked."""
        out = self.folder / "inputs.jsonl"
        asked = ["--give", give] if give else []
        scores.run_scorer(self.script, "inputs", *self.select(name), *asked, "--out", str(out))
        return [json.loads(line) for line in out.read_text("utf-8").splitlines()]

    def score(self, name: str, predictions: Rows) -> dict:
        """Return the scorer's figures over the whole set."""
        path = self.folder / "predictions.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in predictions), "utf-8")
        printed = scores.run_scorer(
            self.script, "score", str(path), *self.select(name), "--prefix", "", "--json"
        )
        return json.loads(printed)["all"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="helpers.training.score_tags", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud-ewt/ and gum/")
    parser.add_argument("--score", type=Path, required=True, help="folder with score_tags.py")
    parser.add_argument(
        "--sets",
        nargs="+",
        default=["gum-test", "ewt-test", "gum-dev+test"],
        help="sets of the scorer, and gum-dev+test",
    )
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args(arguments)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.data, options.score / "score_tags.py", Path(folder))
        for name in options.sets:
            rows += _measure(bench, name)
    for row in rows:
        peer = f"{row['peer']} {row['peer_value']}" if "peer" in row else ""
        print(f"{row['set']:13} {row['measure']:36} {row['ours']}  {peer}".rstrip())
    if not options.no_record:
        command = "python -m helpers.training.score_tags --data DIR --score DIR"
        scores.record("tags", MODELS, command, rows)
    return 0


def _measure(bench: Bench, name: str) -> list[dict]:
    documents = bench.inputs(name)
    raw = bench.score(name, map(analyze_text, documents))
    empty = bench.score(name, map(nltk_sentences(()), documents))["sent_bound"]["f1"]
    filled = bench.score(name, map(nltk_sentences(ABBREVIATIONS), documents))["sent_bound"]["f1"]
    punkt = {"NLTK Punkt, empty": empty, "NLTK Punkt, our abbreviations": filled}
    found = [("sentence boundary F1", raw["sent_bound"]["f1"], punkt)]
    # The dev parts were trained on: joined with test they serve the splitter only, which has rules.
    if name != "gum-dev+test":
        with_tokens = bench.inputs(name, "tokens")
        words = bench.score(name, map(nltk_words, with_tokens))["tokens"]["f1"]
        given = bench.score(name, map(tag_given, with_tokens))
        lemmas = bench.score(name, map(lemmatize_given, bench.inputs(name, "tags")))
        found += [
            ("token F1", raw["tokens"]["f1"], {"NLTKWordTokenizer": words}),
            ("Penn tag accuracy, gold tokens", given["xpos"]["acc"], {}),
            ("Penn tag accuracy, NNP = NN", given["xpos_folded"]["acc"], {}),
            ("universal tag accuracy, gold tokens", given["upos"]["acc"], {}),
            ("lemma accuracy, gold tags", lemmas["lemma"]["acc"], {}),
            ("Penn tag F1, raw text", raw["xpos"]["f1"], {}),
            ("lemma F1, raw text", raw["lemma"]["f1"], {}),
        ]
    rows = []
    for measure, value, peers in found:
        row = {"set": name, "measure": measure, "ours": f"{value:.4f}"}
        stock = STOCK.get((name, measure))
        quoted = {"stock NLTK (quoted)": f"{stock:.3f}"} if stock else {}
        named = {peer: f"{figure:.4f}" for peer, figure in peers.items()} | quoted
        # One row per peer; a figure without a peer has one row of its own.
        rows += [{**row, "peer": peer, "peer_value": figure} for peer, figure in named.items()]
        rows += [] if named else [row]
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
