"""The carried models of events, each read once in the life of a process."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.events.anchors import Weights
from helpers.events.senses import Counts, Senses
from helpers.perceptron import SequenceLabeller
from helpers.resources import load_model

SENSES, COUNTS = "events-senses.txt.gz", "events-counts.txt.gz"
FINDER, CLASSES, ANCHORS = "events.bin.gz", "events-classes.bin.gz", "events-anchors.txt.gz"
TIMES, ATTACHMENTS = "events-times.txt.gz", "events-attachments.txt.gz"
FILES = (SENSES, COUNTS, FINDER, CLASSES, ANCHORS, TIMES, ATTACHMENTS)


@dataclass(frozen=True)
class Models:
    """Word lists, the finder of events (E or O), that of their classes, and three sets of weights:
    which time an event belongs to, which event a time belongs to, which word a time modifies."""

    senses: Senses
    counts: Counts
    finder: SequenceLabeller
    classes: SequenceLabeller
    anchors: Weights
    times: Weights
    attachments: Weights


def load_models() -> Models:
    """Return the models in ``helpers/models``."""
    return Models(
        load_model(SENSES, Senses.from_bytes),
        load_model(COUNTS, Counts.from_bytes),
        load_model(FINDER, SequenceLabeller.from_bytes),
        load_model(CLASSES, SequenceLabeller.from_bytes),
        load_model(ANCHORS, Weights.from_bytes),
        load_model(TIMES, Weights.from_bytes),
        load_model(ATTACHMENTS, Weights.from_bytes),
    )
