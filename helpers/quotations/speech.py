"""Is it reported speech? Beliefs, plans and wishes are labelled like reports, and told apart here."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.quotations.embedded import FINITE
from helpers.wordlists import reporting_verbs

# What these verbs report may be quoted, but without marks it is what somebody thinks.
_THINKING = frozenset("believe think".split())
_PROMISING = frozenset(
    """advise apologise apologize caution demand forecast hint invite offer order pledge predict
    promise propose recommend rule swear threaten urge vow write""".split()
)
# They take a name or a noun, never a clause: "two men called Novak will meet".
_NAMING = frozenset("call describe dub label name nickname".split())
_UNSAID = frozenset(
    "decline declined declines n't never not refuse refused refuses without".split()
)
_OTHER_CUES = frozenset(("according", ":"))
_SUBORDINATORS = frozenset(
    """after although as because before if since than that though unless until what when where
    which while who whom whose why""".split()
)
_INDIRECT_QUESTIONS = frozenset("how what when where which who why".split())
_SUBJECTS = ("NN", "PR", "DT", "CD", "EX")
_PLURALS = frozenset("NNS NNP NNPS".split())
_COMPARED = frozenset("fewer less more rather".split())
_PREPOSITIONS = frozenset("after as before since than until".split())
_LEVEL = 3


def is_speech(words: list[str], lemmas: list[str], cues: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether a cue is a word of saying or writing: it is listed as one, or what it reports is
    quoted often enough.

    >>> is_speech(["said"], ["say"], {}), is_speech(["hopes"], ["hope"], {"hopes": (6, 0, 4, 4)})
    (True, False)
    """
    if any(
        lemma in _PROMISING or (lemma in reporting_verbs() and lemma not in _THINKING)
        for lemma in lemmas
    ) or any(word in _OTHER_CUES for word in words):
        return True
    kinds = [cues[word] for word in words if word in cues]
    return any(kind[0] >= _LEVEL and kind[1] >= 1 for kind in kinds)


def promises(word: str) -> bool:
    """Whether a form of a verb promises, proposes or asks for what is to be done.

    >>> promises("promised"), promises("sang")
    (True, False)
    """
    stems = {word, word.removesuffix("s"), word.removesuffix("d"), word.removesuffix("ed")}
    return not stems.isdisjoint(_PROMISING)


def takes_clause(lemmas: list[str]) -> bool:
    """Whether a cue may report a clause without marks."""
    return not any(lemma in _NAMING for lemma in lemmas)


def is_withheld(before: list[str], content: str) -> bool:
    """Whether a question is named that was not answered ("would not say what had been found");
    ``before`` holds the cue and the words before it, ``content`` the first word of the content."""
    question = content in _INDIRECT_QUESTIONS or content in ("whether", "if")
    return question and is_denied(before)


def is_denied(before: list[str]) -> bool:
    """Whether it is told that somebody did not say something ("did not mention the leak")."""
    return any(word in _UNSAID for word in before)


def is_wish(content: list[str]) -> bool:
    """Whether a content is something to be done ("asked not to be named", "agreed to pay")."""
    return content[0] == "to" or content[:2] == ["not", "to"]


def is_clause(words: list[str], tags: list[str], first: int, stop: int) -> bool:
    """Whether a content is a clause with a subject and a finite verb, or an indirect question, and
    not a thing or a plan ("criticism of …", "to sail again").

    >>> is_clause(["the", "ice", "is", "thin"], ["DT", "NN", "VBZ", "JJ"], 0, 4)
    True
    """
    if words[first] in ("that", "whether", "if") and first + 1 < stop:
        first += 1
    if words[first] in _INDIRECT_QUESTIONS:
        return stop - first > 1
    # Verbs that "who" or "that" still wait for, and those that "after" may wait for.
    named, due, open_, doubtful = False, 0, 0, False
    for i in range(first, stop):
        # No statement begins with its verb: "arrears will be paid" has a noun there.
        verb = i > first and (tags[i] in FINITE or (tags[i] == "VB" and tags[i - 1] in _PLURALS))
        if verb:
            if not due and not open_:
                return named
            doubtful = doubtful or not due
            due, open_ = (due - 1, open_) if due else (due, open_ - 1)
        elif words[i] in _PREPOSITIONS and i > first:
            open_ += words[i] != "than" or words[i - 1] not in _COMPARED
        elif words[i] in _SUBORDINATORS and i > first:
            due += 1
        named = named or tags[i][:2] in _SUBJECTS or tags[i] in FINITE
    return named and doubtful
