"""How far tables agree with the gold marked by hand in ``corpus/gold``, and where they do not."""

from helpers.evaluation.gold import PARTS, read_gold, read_passages
from helpers.evaluation.passages import score_passages, show_passage_errors
from helpers.evaluation.scores import score_against_gold, show_gold_errors

__all__ = [
    "PARTS",
    "read_gold",
    "read_passages",
    "score_against_gold",
    "score_passages",
    "show_gold_errors",
    "show_passage_errors",
]
