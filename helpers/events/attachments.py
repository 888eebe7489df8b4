"""Which word of its sentence a time expression modifies, learnt from treebanks.

A conditional logit model over the verbs, nouns, adjectives, adverbs and numbers of the sentence, with
tags, closed-class words, distances and WordNet classes as features. Syntax is what tells in "said the
plant that closed in May will reopen" which of the three verbs the month belongs to.
"""

from __future__ import annotations

from helpers.events.anchors import Time, Weights
from helpers.events.features import EDGE, FUNCTION_WORDS
from helpers.events.senses import NOUN, Senses, kind_of
from helpers.events.sentences import Sentence

SUBORDINATORS = frozenset(
    "that which who whom whose when while because after before if as since until although though "
    "whether where".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
INSIDE = frozenset(("DT", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$", "HYPH", "VBG", "VBN"))  # fmt: skip


def attach(sentence: Sentence, time: Time, senses: Senses, weights: Weights) -> dict[int, float]:
    """Return the probability per token that the expression modifies it."""
    tokens = heads(sentence, time)
    described = [describe_attachment(sentence, time, i, senses) for i in tokens]
    return dict(zip(tokens, weights.shares(described), strict=True))


def heads(sentence: Sentence, time: Time) -> list[int]:
    """Return the tokens that an expression could modify."""
    return [
        i
        for i, tag in enumerate(sentence.tags)
        if not time.first <= i < time.last
        and i not in sentence.auxiliaries
        and tag[0] in "VNJRC"
        and tag not in ("CC", "RP")
    ]


def level(share: float) -> int:
    """Return a probability as one of nine steps."""
    return sum(share > limit for limit in (0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95))


def _bounded(distance: int) -> str:
    return next((str(n) for n in (0, 1, 2, 3, 6, 11, 19) if distance <= n), "x")


def _outline(sentence: Sentence, low: int, high: int) -> str:
    """Return the words between as one sign each: finite and other verbs, marks, joints, nouns."""
    out = ""
    for k in range(low, high):
        sign = _sign(sentence, k)
        if sign != "N" or not out.endswith("N"):
            out += sign
    return out if len(out) <= 6 else f"{out[:3]}~{out[-2:]}"


def _sign(sentence: Sentence, k: int) -> str:
    word, tag = sentence.words[k], sentence.tags[k]
    if tag in _FINITE:
        return "F"
    if tag[0] == "V":
        return "" if k in sentence.auxiliaries else "V"
    if word in SUBORDINATORS and tag not in ("DT", "CC"):
        return "S"
    signs = {",": ",", "``": "Q", "''": "Q", ":": ":", "-LRB-": ":", "-RRB-": ":", ".": ":", "CC": "&", "IN": "I", "TO": "I", "PRP": "N"}  # fmt: skip
    return "N" if tag[0] == "N" else signs.get(tag, "")


def opening(sentence: Sentence, i: int) -> str:
    """Return what stands before a word in its clause: a subordinator, a finite verb or nothing."""
    group = sentence.groups.get(i)
    own = group.auxiliaries if group else ()
    for k in range(i - 1, -1, -1):
        if sentence.tags[k] in (",", ":", ".", "``", "''"):
            break
        if sentence.words[k] in SUBORDINATORS and sentence.tags[k] != "DT":
            return sentence.words[k]
        if sentence.tags[k] in _FINITE and k not in own:
            return "F"
    return ""


def neighbour(sentence: Sentence, k: int) -> str:
    """Return a closed-class word as it is, of another its tag, and a mark beyond the sentence."""
    if not 0 <= k < len(sentence):
        return EDGE
    return sentence.words[k] if sentence.words[k] in FUNCTION_WORDS else sentence.tags[k][:2]


def describe_attachment(sentence: Sentence, time: Time, i: int, senses: Senses) -> list[str]:
    """Return the features of one token as the word that an expression modifies."""
    after = time.first > i
    low, high = (i + 1, time.first) if after else (time.last, i)
    side, tag, group = "A" if after else "B", sentence.tags[i], sentence.groups.get(i)
    tags = sentence.tags[low:high]
    role = f"{group.tense[:6]}{'p' if group.passive else ''}" if group else tag
    kind = "C" if tag == "CD" else kind_of(tag)
    if group:
        clause = group.auxiliaries and group.tense in ("PAST", "PRESENT", "FUTURE")
        kind = "F" if clause or tag in _FINITE else "V"
    before, after_it = neighbour(sentence, time.first - 1), neighbour(sentence, time.last)
    verbs = sum(k in sentence.groups for k in range(low, high))
    finite = sum(one in _FINITE for one in tags)
    nouns, commas = sum(one in ("NN", "NNS") for one in tags), tags.count(",")
    near, path = _bounded(high - low), _outline(sentence, low, high)
    following = sentence.tags[i + 1] if i + 1 < len(sentence) else EDGE
    noun = kind == NOUN
    modifies = noun and not after and high - low < 5 and all(one in INSIDE for one in tags)
    last = noun and following not in ("NN", "NNS", "NNP", "POS")
    joins = [
        sentence.words[k]
        for k in range(low, high)
        if sentence.words[k] in SUBORDINATORS and sentence.tags[k] != "DT"
    ]
    join = (joins[0] if after else joins[-1]) if joins else ""
    sense, some = senses.of(sentence.lemmas[i], tag), min(verbs, 1)
    chain = f"{min(verbs, 3)}{min(finite, 2)}"
    return [
        f"s{side} {kind}",
        f"d{side}{near} {kind}",
        f"p{side}{path} {kind}",
        f"pp{side}{path} {before}",
        f"v{side}{chain} {kind}",
        f"vp{side}{chain} {before} {kind}",
        f"r{side}{role} {min(verbs, 2)}",
        f"rp{role} {before} {side}",
        f"n{side}{min(nouns, 2)} {kind} {before}",
        f"c{side}{min(commas, 2)} {kind} {min(verbs, 2)}",
        f"k{time.kind()[:3]} {kind} {side} {before}",
        f"kk{time.kind()} {kind} {side}",
        f"m{modifies:d}{last:d} {following}",
        f"mm{modifies:d}{last:d} {kind} {near}",
        f"x{after_it} {side} {kind} {some}",
        f"nx{following} {side}{kind} {near}",
        f"j{join} {side} {min(verbs, 2)}",
        f"sb{opening(sentence, i)} {kind} {side} {some}",
        f"b{EDGE if time.first <= 1 else ''} {side} {kind} {min(verbs, 2)}{min(commas, 1)}",
        f"e{last:d} {tag} {side} {before} {min(high - low, 3)}",
        f"wn{sense[:2]} {kind} {side} {min(high - low, 2)}",
        f"wp{sense[:1]} {before} {side}",
        f"i{i == 0:d} {kind}",
        f"t{tag} {side}{near}",
    ]
