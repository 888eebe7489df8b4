"""The command that makes the models of sentiment:
``python -m helpers.training.sentiment --data DIR --wordnet DIR``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy

from helpers import resources
from helpers.sentiment import lexicon, model, towards
from helpers.sentiment.intervals import spread
from helpers.training.sentiment_data import RATED, SETS, read_rated, read_targets
from helpers.training.sentiment_fit import Design, predict
from helpers.training.sentiment_towards import TowardsDesign, read_sentences
from helpers.training.sentiment_words import derive, format_derived

LEVEL = 0.9
# Found on consecutive review sentences: of the error variance of one sentence 0.40 remains however
# many are averaged. Below a handful of scored words the scale must not run away.
SHARED, CALM = 0.4, 8


def main() -> None:
    """Make every model of sentiment from the open rated sets and WordNet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the rated sets")
    parser.add_argument("--wordnet", type=Path, required=True, help="folder of WordNet's files")
    given = parser.parse_args()
    _write(lexicon.DERIVED, format_derived(derive(given.wordnet)))
    words = lexicon.Lexicon(
        lexicon.vader_valences(),
        lexicon.parse_derived(resources.read_bytes(lexicon.DERIVED)),
    )
    design = Design(read_rated(given.data), words)
    unseen = predict_unseen(design, words)
    _write(model.INTERVALS, json.dumps(calibrate(design, *unseen), indent=1).encode() + b"\n")
    weights = design.fit(numpy.ones(len(design.texts), bool))
    _write(model.WEIGHTS, model.format_weights(weights))
    targets = TowardsDesign(read_sentences(read_targets(given.data)), words)
    rows = numpy.ones(len(targets.folds), bool)
    _write(towards.TOWARDS, towards.format_towards(targets.fit(rows)))


def predict_unseen(design: Design, words: lexicon.Lexicon) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the scores and counts of scored words of every text, by weights that were learned
    from the other sets."""
    scores = numpy.zeros(len(design.texts))
    scored = numpy.zeros(len(design.texts), int)
    for source in SETS:
        scorer = model.Scorer(design.fit(design.sources != source), words)
        rows = numpy.flatnonzero(design.sources == source)
        scores[rows], scored[rows] = predict(scorer, [design.texts[row] for row in rows])
    return scores, scored


def calibrate(
    design: Design, scores: numpy.ndarray, scored: numpy.ndarray, rows: numpy.ndarray | None = None
) -> dict:
    """Return the calibration of :func:`helpers.sentiment.intervals.half_width`: the quantile of
    scaled errors, every set with the same weight."""
    rated = numpy.isin(design.sources, RATED)
    rows = rated if rows is None else rated & rows
    errors = numpy.abs(design.ratings / model.RATING - scores)[rows]
    fixed = {"shared": SHARED, "typical": int(numpy.median(scored[rows])), "calm": CALM}
    scaled = errors / numpy.array([spread(int(n), fixed) for n in scored[rows]])
    sources = design.sources[rows]
    weight = numpy.zeros(len(scaled))
    for source in sorted(set(sources)):
        mine = sources == source
        weight[mine] = 1 / mine.sum()
    order = numpy.argsort(scaled, kind="stable")
    share = numpy.cumsum(weight[order]) / weight.sum()
    quantile = scaled[order][numpy.searchsorted(share, LEVEL)]
    return {"quantile": round(float(quantile), 3), **fixed}


def _write(name: str, content: bytes) -> None:
    digest = resources.write_model(name, content)
    size = (resources.MODELS / name).stat().st_size
    print(f"{name}: {size:,} bytes, SHA-256 {digest}")


if __name__ == "__main__":
    main()
