"""Verb groups: which auxiliaries serve which verb, and the tense, aspect and polarity they give.

Values as in TimeML 1.2.1 (Pustejovsky et al. 2003). Rules over Penn tags and the closed class of
English auxiliaries; no verb is named but those.
"""

from __future__ import annotations

from dataclasses import dataclass

BE = frozenset("be am is are was were been being 's 're 'm ai".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset(
    "will would shall should can could may might must ought wo 'll 'd ca sha".split()
)
FUTURE = frozenset("will shall wo 'll sha".split())
NEGATIONS = frozenset("not n't never neither nor no hardly scarcely cannot nobody nothing".split())
_PAST = frozenset("was were had did been".split())
_VERBS = frozenset("VB VBD VBG VBN VBP VBZ".split())
_BETWEEN = frozenset(("RB", "RBR", "RBS"))
_SUBJECTS = frozenset(("PRP", "NNP", "EX", "NN", "NNS", "DT", "PRP$"))


@dataclass(frozen=True)
class VerbGroup:
    """A main verb with what stands before it: positions of the auxiliaries in order of the text."""

    verb: int
    auxiliaries: tuple[int, ...]
    tense: str
    aspect: str
    negated: bool
    modal: str
    passive: bool


def find_groups(words: list[str], tags: list[str]) -> tuple[dict[int, VerbGroup], set[int]]:
    """Return ``({main verb: group}, auxiliaries)`` of one sentence of lower-case ``words``.

    >>> groups, helping = find_groups("it has not been sold".split(), "PRP VBZ RB VBN VBN".split())
    >>> groups[4].tense, groups[4].aspect, groups[4].negated, groups[4].passive
    ('PRESENT', 'PERFECTIVE', True, True)
    """
    serves = {}
    for i, tag in enumerate(tags):
        if tag == "MD" or tag in _VERBS or tag == "TO":
            after = _served(words, tags, i)
            if after is not None:
                serves[i] = after
    chains: dict[int, list[int]] = {}
    for i in sorted(serves):
        chains.setdefault(serves[i], []).extend([*chains.pop(i, []), i])
    groups = {}
    for i, tag in enumerate(tags):
        if tag in _VERBS and i not in serves:
            chain = chains.get(i, [])
            if not chain and tag == "VB":
                chain = _shared(tags, words, i, chains)
            groups[i] = _describe(words, tags, i, chain)
    return groups, set(serves)


def _served(words: list[str], tags: list[str], i: int) -> int | None:
    """Return the next verb of the group if token ``i`` is an auxiliary (or "to") before it."""
    word, limit = words[i], min(i + 6, len(words))
    wanted = None
    if tags[i] == "TO":
        wanted = {"VB"}
    elif tags[i] == "MD":
        wanted = {"VB", "VBP"}
    elif word in DO:
        wanted = {"VB"}
    elif word in HAVE:
        wanted = {"VBN", "VBD"}
    elif word in BE:
        wanted = {"VBN", "VBG"}
    if not wanted:
        return None
    skipped_subject = False
    question = i == 0 or tags[i - 1] in ("WRB", "WP", ",", "``", "CC")
    for k in range(i + 1, limit):
        if tags[k] in wanted:
            # "is concerned about" and "was a growing one" differ in what stands between.
            return k
        if tags[k] in _BETWEEN or words[k] in NEGATIONS:
            continue
        if question and not skipped_subject and tags[k] in ("PRP", "NNP"):
            skipped_subject = tags[k] == "PRP"
            continue
        return None
    return None


def _shared(tags, words, i, chains) -> list[int]:
    """Return the auxiliaries of the verb that a bare verb after "and" is joined to."""
    before = i - 1
    while before >= 0 and tags[before] in _BETWEEN:
        before -= 1
    if before < 1 or tags[before] not in ("CC", ","):
        return []
    for k in range(before - 1, max(before - 12, -1), -1):
        if tags[k] == "VB" and k in chains:
            return chains[k]
        if tags[k] in ("VBD", "VBZ", "VBP"):
            return []
    return []


def _describe(words: list[str], tags: list[str], verb: int, chain: list[int]) -> VerbGroup:
    helping = [words[i] for i in chain]
    tag = tags[verb]
    modal = next((words[i] for i in chain if tags[i] == "MD"), "")
    perfect = any(
        word in HAVE and tags[[*chain, verb][n + 1]] in ("VBN", "VBD")
        for n, word in enumerate(helping)
    )
    last = helping[-1] if helping else ""
    progressive = tag == "VBG" and last in BE
    passive = tag == "VBN" and last in BE
    first = chain[0] if chain else verb
    if modal:
        tense = "FUTURE" if modal in FUTURE else "PAST" if modal == "would" else "PRESENT"
    elif chain and tags[chain[0]] == "TO":
        tense = "INFINITIVE"
    elif chain:
        tense = "PAST" if tags[first] == "VBD" or words[first] in _PAST else "PRESENT"
        if tags[first] == "VBG":
            tense = "PRESPART"
    else:
        tense = {
            "VBD": "PAST",
            "VBZ": "PRESENT",
            "VBP": "PRESENT",
            "VBG": "PRESPART",
            "VBN": "PASTPART",
            "VB": "INFINITIVE",
        }[tag]
    aspect = {
        (False, False): "NONE",
        (True, False): "PERFECTIVE",
        (False, True): "PROGRESSIVE",
        (True, True): "PERFECTIVE_PROGRESSIVE",
    }[perfect, progressive]
    start = max(0, first - 2)
    negated = any(
        words[i] in NEGATIONS
        for i in range(start, verb)
        if i >= first - 1 or (tags[i] in _BETWEEN and i == first - 1)
    )
    return VerbGroup(verb, tuple(chain), tense, aspect, negated, modal, passive)
