"""The features of one sentence: each belongs to one word, so that weights add up word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.sentiment.lexicon import FUNCTION_NEGATORS, Lexicon
from helpers.sentiment.shifters import WINDOW, Shifts, find_shifts

# A negated word keeps this many hundredths of its learned weight, besides the weight learned for
# the word under negation.
NEGATED_SHARE = -40


def read_features(
    words: Sequence[str], cases: Sequence[str], lexicon: Lexicon, window: int = WINDOW
) -> Iterator[tuple[int, str, int]]:
    """Yield ``(position, feature, value in hundredths)`` of a sentence.

    ``words`` are lower case with straight quotes, ``cases`` how they are written
    (:func:`helpers.sentiment.model.find_cases`). A feature is ``list+sign`` with an optional shifter (``vader+ not``),
    a negator (``not before +``), an idiom, ``w word``, ``n word`` (under negation) or ``p word word``
    (a pair, counted at its second word). A name has neither valence nor
    learned weight: *Central Asia* praises nothing, *Justice Department* rules no case, and what was
    written about a person before must not colour the next text.

    >>> lexicon = Lexicon({"good": 190}, {})
    >>> [f for f in read_features(["not", "good"], ["", ""], lexicon) if f[1][0] == "v"]
    [(1, 'vader+', 190), (1, 'vader+ negated', 190), (1, 'vader+ negated by not', 190)]
    """
    shifts = find_shifts(words, window)
    valences = [
        (0, 0) if case == "name" else lexicon.valences(word)
        for word, case in zip(words, cases, strict=True)
    ]
    for negator in shifts.negators:
        yield from _negator_features(negator, valences)
    before = ""
    for position, word in enumerate(words):
        vader, derived = valences[position]
        negator = shifts.negated_by.get(position)
        if vader or derived:
            yield from _valence_features(
                position, vader, derived, cases[position] == "capitals", shifts, valences
            )
        letter = word[0].isalpha()
        named = cases[position] == "name"
        learned = (letter or word in "?!" or vader) and not named
        if learned and word not in FUNCTION_NEGATORS and not word.startswith("http"):
            if negator:
                yield position, "w " + word, NEGATED_SHARE
                yield position, "n " + word, 100
            else:
                yield position, "w " + word, 100
        letter = (letter or word == "n't") and not named
        if letter and before:
            yield position, "p " + before + " " + word, 100
        before = word if letter else ""


def _negator_features(negator, valences) -> Iterator[tuple[int, str, int]]:
    position = negator.position
    if negator.setting:
        yield position, "setting " + negator.setting, 100
    if negator.idiom:
        yield position, "idiom " + negator.idiom, 100
        return
    total = 0
    for at in negator.reach:
        vader, derived = valences[at]
        total += vader * 10 if vader else derived * 7
    sign = "+" if total > 400 else "-" if total < -400 else "0"
    yield position, f"{negator.kind} before {sign}", 100


def _valence_features(
    position: int, vader: int, derived: int, capital: bool, shifts: Shifts, valences
) -> Iterator[tuple[int, str, int]]:
    negator = shifts.negated_by.get(position)
    if vader and derived:
        name = "second+" if derived > 0 else "second-"
        yield position, name, derived
        if negator:
            yield position, name + " negated", derived
    source, value = ("vader", vader) if vader else ("derived", derived)
    name = source + ("+" if value > 0 else "-")
    yield position, name, value
    if negator:
        yield position, name + " negated", value
        yield position, f"{name} negated by {negator.kind}", value
        if any(any(valences[at]) for at in range(negator.position + 1, position)):
            yield position, name + " negated second", value
        if position - negator.position > 3:
            yield position, name + " negated far", value
    degree, _ = shifts.degree.get(position, (0, 0))
    if degree:
        name_of_degree = " intensified" if degree > 0 else " toned down"
        yield position, name + name_of_degree, value * abs(degree) // 10
    if shifts.last_but >= 0:
        side = " before but" if position < shifts.last_but else " after but"
        yield position, name + side, value
    if position in shifts.concession:
        yield position, name + " conceded", value
    if shifts.question:
        yield position, name + " in a question", value
    if position in shifts.modal:
        yield position, name + " after a modal", value
    if position in shifts.condition:
        yield position, name + " under a condition", value
    if shifts.exclamations:
        yield position, name + " exclaimed", value * shifts.exclamations
    if capital:
        yield position, name + " in capitals", value
