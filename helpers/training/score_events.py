"""Score events and their anchors by cross-validation and enter the figures in scores.csv.

    python -m helpers.training.score_events --data DIR --score DIR

``--data`` holds ``timeml/``, ``--score`` the scorer ``score_timexes.py``. Every fifth of the documents
is predicted by models trained on the other four, with our own tokens, tags and time expressions.

Some files give the creation time with a clock time, which an article's publication date has not. Anchors
are therefore scored twice: with the day for every event of the publication date, and with the creation
time as the file's header writes it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from helpers.events.anchoring import anchor
from helpers.events.anchors import PUBLICATION, Weights
from helpers.events.finder import classify, read_times, recognize
from helpers.events.models import ATTACHMENTS, FILES, SENSES, Models
from helpers.events.senses import Senses
from helpers.resources import load_model
from helpers.training.events import FOLDS, Document, read_documents, train
from helpers.training.scores import record, run_scorer

SETS = {"TimeBank": ("timebank",), "AQUAINT": ("aquaint",), "TimeBank + AQUAINT": ("timebank", "aquaint")}  # fmt: skip
# Nearest verb, as measured on the held-out test of TempEval-3.
PEERS = {"anchor F1": ("nearest verb (held-out test)", 33)}
COMMAND = "python -m helpers.training.score_events --data DIR --score DIR"


def predict(document: Document, models: Models) -> tuple[dict, tuple[int, int, int, int]]:
    """Return the prediction in the scorer's format; found gold events, of them with right class,
    tense or polarity right too."""
    sentences = document.sentences
    found, chances = recognize(sentences, models)
    labels = classify(sentences, found, models)
    times = read_times(sentences, document.timexes)
    anchored = anchor(sentences, found, chances, times, document.published, models)
    values = document.timexes["value"].tolist()
    gold = {
        row["start"]: row for row in document.gold.events[["start", "class", "tense", "polarity"]].to_dict("records")
    }  # fmt: skip
    events, right = [], [0, 0, 0, 0]
    for sentence, line, own, kinds in zip(sentences, found, anchored, labels, strict=True):
        for i, (row, _, _), kind in zip(line, own, kinds, strict=True):
            value = document.published if row == PUBLICATION else None
            value = values[row] if row is not None and row != PUBLICATION else value
            start = sentence.starts[i]
            event = {"start": start, "end": sentence.ends[i], "anchor": value}
            events.append(event | {"publication": row == PUBLICATION})
            if start in gold:
                group = sentence.groups.get(i)
                right[0] += 1
                right[1] += gold[start]["class"] == kind
                if group is not None:
                    right[2] += 1
                    right[3] += gold[start]["tense"] == group.tense
    columns = ["start", "end", "type", "value"]
    timexes = document.timexes[columns].to_dict("records")
    line = {"doc_id": document.name, "timexes": timexes, "events": events}
    return line | {"created": document.gold.created}, tuple(right)


def score(lines: list[dict], parts: tuple[str, ...], options) -> dict:
    """Return what the scorer prints of predictions for the sets ``parts``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        chosen = [argument for part in parts for argument in ("--set", part)]
        printed = run_scorer(
            options.score / "score_timexes.py", "score", str(path), "--json",
            "--data", str(options.data), *chosen,
        )  # fmt: skip
    scores = json.loads(printed)
    return scores["all"] if len(parts) > 1 else scores[parts[0]]


def with_clock(line: dict) -> dict:
    """Return a prediction whose events of the publication date carry the file's creation time."""
    events = [
        event | {"anchor": line["created"]} if event["publication"] else event
        for event in line["events"]
    ]
    return line | {"events": events}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds timeml/")
    parser.add_argument("--score", type=Path, required=True, help="folder of score_timexes.py")
    options = parser.parse_args()
    documents = read_documents(options.data)
    senses = load_model(SENSES, Senses.from_bytes)
    attachments = load_model(ATTACHMENTS, Weights.from_bytes)
    lines, right = [], {source: [0, 0, 0, 0] for source in ("timebank", "aquaint")}
    for fold in range(FOLDS):
        models = train([one for one in documents if one.fold != fold], senses, attachments)
        for document in documents:
            if document.fold == fold:
                line, counts = predict(document, models)
                lines.append(line)
                right[document.source] = [a + b for a, b in zip(right[document.source], counts, strict=True)]  # fmt: skip
        print(f"fold {fold} done", flush=True)
    rows = []
    for name, parts in SETS.items():
        scores = score(lines, parts, options)
        clocked = score([with_clock(line) for line in lines], parts, options)
        found, classes, verbs, tenses = map(sum, zip(*(right[part] for part in parts), strict=True))
        measured = {
            "event F1": scores["event_F1"],
            "anchor F1": scores["event_anchor_F1"],
            "anchor F1, creation time as in the header": clocked["event_anchor_F1"],
            "class accuracy": 100 * classes / found,
            "tense accuracy of verbs": 100 * tenses / verbs,
        }
        for measure, value in measured.items():
            peer, peer_value = PEERS.get(measure, ("", ""))
            rows.append(
                {
                    "set": f"{name}, cross-validated by document",
                    "measure": measure,
                    "ours": round(value, 1),
                    "peer": peer,
                    "peer_value": peer_value,
                }
            )
            print(f"{name}: {measure} {value:.1f}")
    record("events", " ".join(FILES), COMMAND, rows)


if __name__ == "__main__":
    main()
