"""The one trainable sequence labeller: an averaged perceptron with integer weights."""

from helpers.perceptron.labeller import SequenceLabeller
from helpers.perceptron.viterbi import FORBIDDEN

__all__ = ["FORBIDDEN", "SequenceLabeller"]
