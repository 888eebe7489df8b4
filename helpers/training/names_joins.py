"""Sentences put in another order, so that names touch: "Thanks, Ann Ben, please call".

Mails and pages whose lines were run together have names that end one sentence without a full stop and
open the next. Their own order shows few of them, any other order has as many as there are such ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

import numpy as np

from helpers.names.lists import classify
from helpers.training.names_data import Documents
from helpers.wordlists import gazetteers

# So many documents stand for one text: their names then meet others, and recur as in a text.
TOGETHER = 12
Order = list[list[tuple[int, int]]]


def order_touching(documents: Documents, numbers: Sequence[int], seed: int) -> Order:
    """Return new texts as the places (document, sentence) of their sentences: one that ends with a
    capitalised word and no mark, one that opens with a forename or family name, and so on in turn.
    Only the documents with these numbers are used; labels have no say.

    >>> from helpers.training.names_data import Sentence
    >>> left, right = Sentence(["Thanks", ",", "Ann"]), Sentence(["Ben", ",", "call"])
    >>> order_touching([[right], [left]], [0, 1], seed=1)
    [[(1, 0), (0, 0)]]
    """
    random = np.random.RandomState(seed)
    shuffled = [numbers[i] for i in random.permutation(len(numbers))]
    texts = []
    for at in range(0, len(shuffled), TOGETHER):
        places = [(i, k) for i in shuffled[at : at + TOGETHER] for k in range(len(documents[i]))]
        ends, openings = (
            [places[i] for i in random.permutation(len(places)) if holds(documents, *places[i])]
            for holds in (_ends_open, _opens_with_name)
        )
        if ends and openings:
            longest = max(len(ends), len(openings))
            pairs = zip(cycle(ends), cycle(openings), strict=False)
            texts.append([place for pair in islice(pairs, longest) for place in pair])
    return texts


def rearrange(documents: Documents, order: Order) -> Documents:
    """Return the texts of an order, with the labels that these documents have."""
    return [[documents[i][k] for i, k in places] for places in order]


def _ends_open(documents: Documents, i: int, k: int) -> bool:
    last = documents[i][k].words[-1]
    return last[0].isupper() and last[-1].isalnum()


def _opens_with_name(documents: Documents, i: int, k: int) -> bool:
    word = documents[i][k].words[0]
    return classify(word, tuple(gazetteers().get(word.lower(), ""))) in ("F", "S", "b", "B")
