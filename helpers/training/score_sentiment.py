"""The command that measures sentiment on the open rated sets and records the figures:
``python -m helpers.training.score_sentiment --data DIR --score DIR --out DIR``.

Every rated set is scored by weights learned from the other sets and NewsMTSC; NewsMTSC is scored by
article folds; vaderSentiment is scored in the same run.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy

from helpers.corpus import Article
from helpers.sentiment import model, score_sentences
from helpers.sentiment.intervals import spread
from helpers.sentiment.lexicon import DERIVED, analyzer, load_lexicon
from helpers.sentiment.towards import TOWARDS, TowardsScorer
from helpers.tokens import tokenize
from helpers.training import scores as recorded
from helpers.training.sentiment import calibrate, predict_unseen
from helpers.training.sentiment_data import NEWS, RATED, read_rated, read_targets, read_texts
from helpers.training.sentiment_fit import Design
from helpers.training.sentiment_towards import TowardsDesign, read_sentences

COMMAND = "python -m helpers.training.score_sentiment --data DIR --score DIR --out DIR"
MODELS = " ".join(sorted((DERIVED, model.WEIGHTS, model.INTERVALS, TOWARDS)))
PEER = "vaderSentiment 3.3.2"
# One reader against the mean of the others is known for editorials only, not for these sets.
RATED_MEASURES = {
    "pearson": "Pearson r with readers",
    "pearson_negated": "Pearson r with readers, negated texts",
    "spearman": "Spearman r with readers",
    "macro_f1": "macro-F1 of three classes",
    "pearson_par3": "Pearson r with readers, paragraphs of 3 sentences",
}
TARGET_MEASURES = {
    "macro_f1": "macro-F1 towards a target",
    "macro_f1_mixed": "macro-F1 towards a target, sentences whose targets differ",
}


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the rated sets")
    parser.add_argument("--score", type=Path, required=True, help="folder of score_sentiment.py")
    parser.add_argument("--out", type=Path, required=True, help="folder for the predictions")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    rows = [*_rated(given), *_towards(given)]
    for row in rows:
        print(*(f"{key}={row[key]}" for key in row))
    recorded.record("sentiment", MODELS, COMMAND, rows)
    print(
        f"{_throughput(given.data):,.0f} sentences a second of processor time, vaderSentiment included"
    )


def _rated(given) -> list[dict]:
    texts = read_rated(given.data)
    design = Design(texts, load_lexicon())
    scores, scored = predict_unseen(design, load_lexicon())
    rows = []
    for source in RATED:
        mine = numpy.flatnonzero(design.sources == source)
        ours = {texts[row].key: float(scores[row]) for row in mine}
        vader = {
            key: analyzer().polarity_scores(text)["compound"]
            for key, text in read_texts(given.data, source)
        }
        rows += _compare(
            given, source, f"{source} (set not learned from)", ours, vader, RATED_MEASURES
        )
    errors = numpy.abs(design.ratings / model.RATING - scores)

    def covered(test, train) -> float:
        fixed = calibrate(design, scores, scored, train)
        half = numpy.array([fixed["quantile"] * spread(int(n), fixed) for n in scored[test]])
        return float(numpy.mean(errors[test] <= half))

    rated = numpy.isin(design.sources, RATED)
    held = numpy.zeros(len(texts), bool)
    shares = []
    for fold in range(5):
        held = rated & (design.folds == fold)
        shares.append(numpy.mean([covered(held & (design.sources == s), ~held) for s in RATED]))
    measure = "coverage of 90 % intervals"
    rows.append(
        {
            "set": "held-out folds of all rated sets",
            "measure": measure,
            "ours": round(float(numpy.mean(shares)), 3),
        }
    )
    for source in RATED:
        mine = design.sources == source
        rows.append(
            {
                "set": f"{source} (set not calibrated on)",
                "measure": measure,
                "ours": round(covered(mine, ~mine), 3),
            }
        )
    return rows


def _towards(given) -> list[dict]:
    targets = read_sentences(read_targets(given.data))
    design = TowardsDesign(targets, load_lexicon())
    ours = {}
    for fold in sorted(set(design.folds.tolist())):
        scorer = TowardsScorer(design.fit(design.folds != fold), load_lexicon())
        for target in targets:
            if target.fold == fold:
                ours[target.key] = scorer.score(
                    target.words, target.texts, target.first, target.last
                )
    vader = {
        row["id"]: analyzer().polarity_scores(row["text"])["compound"]
        for row in read_targets(given.data)
    }
    return _compare(given, "mtsc", f"{NEWS} train (article folds)", ours, vader, TARGET_MEASURES)


def _compare(given, task: str, name: str, ours: dict, vader: dict, measures: dict) -> list[dict]:
    found = []
    for label, predictions in (("ours", ours), ("vader", vader)):
        path = given.out / f"{task}-{label}.jsonl"
        lines = [json.dumps({"id": key, "score": score}) for key, score in predictions.items()]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        script = given.score / "score_sentiment.py"
        found.append(json.loads(recorded.run_scorer(script, "score", str(path), "--task", task)))
    return [
        {
            "set": name,
            "measure": label,
            "ours": round(found[0][key], 3),
            "peer": PEER,
            "peer_value": round(found[1][key], 3),
        }
        for key, label in measures.items()
        if found[0].get(key) is not None
    ]


def _throughput(folder: Path) -> float:
    """Return the sentences a second of :func:`score_sentences`, tokens given."""
    texts = [text for _, text in read_texts(folder, "movies")][:4000]
    article = Article(article_id="speed", text="\n\n".join(texts))
    tokens = tokenize(article)
    begin = time.process_time()
    sentences = score_sentences(article, tokens)
    return len(sentences) / (time.process_time() - begin)


if __name__ == "__main__":
    main()
