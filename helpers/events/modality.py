"""Whether an event is told as a fact, announced, hypothetical or denied.

The distinction of reality, factuality and hedge follows FactBank (Saurí & Pustejovsky 2009),
reduced to what a reader can check in the sentence: the verb group and the verb that governs it.
"""

from __future__ import annotations

from helpers.events.sentences import Sentence
from helpers.events.verbs import FUTURE, NEGATIONS

REPORTED, ANNOUNCED, HYPOTHETICAL, NEGATED = "reported", "announced", "hypothetical", "negated"

# Lemmas that say of what they govern that it is meant to happen, wished or feared, or kept away.
_PLANS = frozenset(
    """agree aim announce arrange commit decide expect intend pledge plan prepare promise propose
    schedule swear threaten vow set due ready slate book poise plan pledge promise schedule vow
    decision intention agreement""".split()
)
_WISHES = frozenset(
    """advise advocate allow appeal ask attempt authorize await beg bid call claim consider demand
    deserve desire encourage envisage favor fear hesitate hope imagine invite lobby need offer order
    permit persuade prefer press pressure pressurise prompt push recommend request require seek
    struggle suggest support suspect tempt think tell try urge want warn willing wish worry would able
    unable likely unlikely possible fight bid attempt effort proposal possibility risk threat demand
    plea hope""".split()
)
_DENIALS = frozenset(
    """abandon avert avoid ban block cancel decline deny fail forbid forego neglect prevent prohibit
    refuse reject rule scrap stop thwart veto without refusal failure absence lack denial""".split()
)
_FACTS = frozenset(
    """begin bother come continue dare get go happen help keep manage proceed prove remember return
    seem appear start tend turn use join""".split()
)
_CONDITIONS = frozenset("if unless whether lest".split())
_ALIKE = frozenset("say tell report know see believe think add note warn stress".split())
_INSIDE = frozenset("DT JJ JJR JJS NN NNS NNP NNPS CD POS PRP$ HYPH VBG VBN RB IN TO , RP `` ''".split())  # fmt: skip


def judge(sentence: Sentence, events: list[int]) -> dict[int, tuple[str, bool]]:
    """Return ``{event token: (modality, negated)}`` for the events of a sentence.

    Events are judged from left to right, because what governs an event mostly stands before it:
    a planned visit and the talks it is to bring are both announced.
    """
    found: dict[int, tuple[str, bool]] = {}
    for i in events:
        group = sentence.groups.get(i)
        found[i] = _noun(sentence, i, found) if group is None else _verb(sentence, i, found)
    return found


def _verb(sentence: Sentence, i: int, found: dict) -> tuple[str, bool]:
    group = sentence.groups[i]
    if group.negated:
        return NEGATED, True
    if group.modal in FUTURE:
        modality = HYPOTHETICAL if _conditional(sentence, i) else ANNOUNCED
        return modality, False
    if group.modal or _conditional(sentence, i):
        return HYPOTHETICAL, False
    first = group.auxiliaries[0] if group.auxiliaries else i
    if group.tense == "INFINITIVE":
        return _infinitive(sentence, i, first, found), False
    if group.tense == "PRESPART" and first:
        before = sentence.words[first - 1]
        if before == "without" or sentence.lemmas[first - 1] in _DENIALS:
            return NEGATED, True
        if before == "from" and any(
            sentence.lemmas[k] in _DENIALS for k in range(max(0, i - 8), i)
        ):
            return NEGATED, True
    return REPORTED, False


def _infinitive(sentence: Sentence, i: int, first: int, found: dict) -> str:
    governor = _before(sentence, first, 6)
    if governor is None:
        return HYPOTHETICAL
    lemma = sentence.lemmas[governor].lower()
    above = found.get(governor, (REPORTED, False))[0]
    if above in (NEGATED, HYPOTHETICAL):
        return HYPOTHETICAL
    if lemma in _DENIALS:
        return NEGATED
    if lemma in _PLANS or lemma == "be":
        return ANNOUNCED
    if lemma == "go" and sentence.tags[governor] == "VBG":
        return ANNOUNCED
    if lemma in _FACTS and governor == first - 1:
        return above
    return HYPOTHETICAL


def _noun(sentence: Sentence, i: int, found: dict) -> tuple[str, bool]:
    k = i - 1
    while k >= 0 and sentence.tags[k] in (
        "JJ",
        "NN",
        "NNS",
        "NNP",
        "CD",
        "POS",
        "HYPH",
        "VBG",
        "VBN",
    ):
        k -= 1
    if k >= 0 and (sentence.words[k] in ("no", "without") or sentence.words[k] in NEGATIONS):
        return NEGATED, True
    governor = _before(sentence, i, 9)
    if governor is None:
        return REPORTED, False
    lemma = sentence.lemmas[governor].lower()
    above = found.get(governor, (REPORTED, False))[0]
    if sentence.tags[governor][0] != "V":
        return REPORTED, False
    if lemma in _DENIALS and above == REPORTED:
        return NEGATED, True
    if lemma in _ALIKE:
        return REPORTED, False
    if above in (ANNOUNCED, HYPOTHETICAL):
        return above, False
    if lemma in _WISHES and above == REPORTED:
        return HYPOTHETICAL, False
    if lemma in _PLANS and above == REPORTED:
        return ANNOUNCED, False
    return REPORTED, False


def _before(sentence: Sentence, i: int, reach: int) -> int | None:
    """Return the verb, noun or adjective that token ``i`` can depend on: the next verb to the left
    within reach and not behind a finite clause's edge, else the word right before."""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        tag = sentence.tags[k]
        if tag[0] == "V" and k not in sentence.auxiliaries:
            return k
        if tag[0] == "V" or tag == "MD" or tag in (":", ".", "WDT", "WP", "WRB"):
            return None if tag[0] != "V" else k
        if tag not in _INSIDE and tag not in ("PRP",):
            return None
        word = sentence.lemmas[k].lower()
        if tag[0] in "NJ" and (word in _PLANS or word in _WISHES or word in _DENIALS) and k > i - 4:
            return k
    return None


def _conditional(sentence: Sentence, i: int) -> bool:
    """Tell whether the verb's clause opens with a condition."""
    for k in range(i - 1, max(-1, i - 14), -1):
        if sentence.words[k] in _CONDITIONS:
            return True
        if sentence.tags[k] in (",", ":", "``", "''"):
            return False
        if sentence.tags[k] in ("VBD", "VBZ", "VBP") and k not in sentence.auxiliaries:
            return False
    return False
