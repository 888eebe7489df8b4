"""Who can have the word: labels, who asks again, and who may say "I"."""

from __future__ import annotations

from helpers.speakers.line import FINITE, Line, Phrase
from helpers.speakers.nouns import classify_noun
from helpers.speakers.turns import Turn

_ASKING = frozenset("ask asked asks inquired pressed put questioned suggested suggests".split())
_REPLYING = frozenset("answered answers replied replies responded retorted".split())
_WH = frozenset("how if what when where whether which who whom whose why".split())
_ONE = frozenset("i i'm me my myself".split())


def is_labelled(line: Line, turn: Turn, labels: tuple[str, ...]) -> bool:
    """Whether a quotation stands behind one of the labels of an interview ("Q:")."""
    token = turn.first - 1
    while token > 0 and line.tags[token] in ("``", "''"):
        token -= 1
    label = token - line.holds(token, ":", ".")
    opens = label == 0 or line.paragraphs[label - 1] != line.paragraphs[label]
    return line.norm(label) in labels and opens


def find_asker(line: Line, turns: list[Turn], turn: Turn, last: Turn) -> Turn | None:
    """ "The prosecutor asked how fast he drove. … “I forget,” he said. … “You looked at your phone?”": who
    asked before the last answer asks again."""
    you = any(line.holds(i, "you", "your") for i in range(turn.first, turn.stop))
    if not (line.holds(turn.stop - 1, "?") and you):
        return None
    near = line.paragraphs[last.first] - 1
    for one in reversed([one for one in turns if one.stop <= last.first]):
        if line.paragraphs[one.first] < near or one.phrase is last.phrase:
            break
        cue = one.row["cue"]
        if one.phrase is not None and isinstance(cue, str) and _ASKING & set(cue.split()):
            return one
    return None


def is_question(turn: Turn) -> bool:
    """Whether a report is a question: "Counsel asked who had replied to him"."""
    cue, words = turn.row["cue"], turn.row["text"].lower().split()
    asks = isinstance(cue, str) and bool(_ASKING & set(cue.lower().split()))
    return asks and not turn.marked and words[0] in _WH


def is_reply(turn: Turn) -> bool:
    """Whether the clause of a quotation says that it answers another: "“It is complicated,” replied Lee"."""
    cue = turn.row["cue"]
    return isinstance(cue, str) and bool(_REPLYING & set(cue.lower().split()))


def can_say(line: Line, turn: Turn, subject: Phrase) -> bool:
    """Whether a subject may say "I" where a quotation does, and does not stand in a mere list."""
    first = stop = subject.first
    while first and line.sentences[first - 1] == line.sentences[subject.first]:
        first -= 1
    while stop < len(line.tags) and line.sentences[stop] == line.sentences[subject.first]:
        stop += 1
    listed = subject.first > first + 1 and line.tags[subject.first - 1] in ("CC", "IN")
    listed = listed and not FINITE & set(line.tags[first:stop])
    if listed and not line.holds(subject.first - 1, "from", "by"):
        # "Nineteen years of ice and other people's holidays. “For what?”"
        return False
    many = subject.form == "pair" or line.tags[subject.head] in ("NNS", "CD")
    body = subject.form == "noun" and classify_noun(line.norms[subject.head]) == "organization"
    return not (many or body) or not _says_i(line, turn)


def _says_i(line: Line, turn: Turn) -> bool:
    """Whether the words of a quotation are those of one: "I" and "my", not "we"."""
    return bool(_ONE & set(line.norms[turn.first : turn.stop]))


def is_certain(line: Line, phrase: Phrase) -> bool:
    """Whether a description means one certain person."""
    definite = line.norms[phrase.first] == "the" or phrase.owner is not None
    return definite and line.tags[phrase.head] in ("NN", "NNP")
