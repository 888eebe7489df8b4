"""Does the clause around an expression look back or ahead?"""

from __future__ import annotations

from helpers.timexes.context import Context
from helpers.timexes.vocabulary import CHAR
from helpers.timexes.words import Words

_STRONG_FUTURE = frozenset(
    "will 'll shall scheduled slated due upcoming expected wo payable effective redeemable".split()
)

_PAST = frozenset(
    "said was were had did been told went came took made gave got saw found left held met began led "
    "won lost sent kept became fell rose cut put hit shot flew sold bought spoke wrote brought "
    "thought caught broke struck grew drew rang sank ran stood hurt killed has have 've n't since "
    "ended last previously earlier ago knew understood heard paid meant built chose drove wore tore rode "
    "fought taught sought threw hung laid stole shook swept withdrew woke slept bore froze swore swam died fled used owed tied lied sued".split()
)

_NOT_PAST = frozenset(
    "need feed speed indeed hundred red bed exceed succeed proceed embed united shed sacred seed "
    "breed weed based".split()
)

_PLANS = frozenset("due scheduled expected slated set planned".split())

_WERE = frozenset("had was were".split())

_DETERMINERS = frozenset("a an the its his her their this that these those our my what".split())

_PRONOUNS = frozenset("he she it who which that also now still".split())

_AT_DAYS = frozenset(CHAR[kind] for kind in ("ON", "AT", "CLOCK"))

_SPLITTERS = frozenset(';:"“”`‘')

_STOPS = frozenset(",.!?'’")

_INTENTIONS = frozenset("planning preparing going".split())

_MODALS = frozenset("can could may might will would 'll".split())


def tense(context: Context, first: int, last: int, reach: int = 1) -> tuple[str, str]:
    """Return ("past", "future" or "", the word that says so) for the clause around an expression.

    The nearest cue within the sentence decides, words before the expression first.
    """
    words = context.words
    lower_bound, upper_bound = words.sentence_bounds(first)
    lowers, kinds = words.lowers, words.kinds
    best: tuple[float, str, str] = (99.0, "", "")
    other = CHAR["OTHER"]
    before = words.lower(first - 1)
    if before in ("until", "till", "by", "through") or words.lower(first - 2) + before == "soonas":
        perfect = any(
            lowers[index] == "had" and lower_bound <= words.starts[index] < upper_bound
            for index in range(max(0, first - 14), min(len(lowers), last + 10))
        )
        if not perfect:
            return "future", before
    if words.lower(first - 2) + before == "earlyas" and _has_modal(words, first, lower_bound):
        return "future", "as early as"
    for step, limit, weight in ((-1, 14 * reach, 1.0), (1, 10 * reach, 1.3)):
        index = first - 1 if step < 0 else last
        distance = 0
        while 0 <= index < len(lowers) and distance < limit:
            if not lower_bound <= words.starts[index] < upper_bound:
                break
            word = lowers[index]
            if word in _SPLITTERS or (word in ("'", "’") and words.lower(index - 1) in _STOPS):
                break
            distance += 1
            side = _side(words, index, word, step) if kinds[index] in (other, CHAR["TO"]) else ""
            if step < 0 and word in ("is", "are") and set(kinds[index + 1 : first]) <= _AT_DAYS:
                # "The final is on Sunday", "kick-off is at 3pm on Saturday".
                side = "future"
            if side and distance * weight < best[0]:
                best = (distance * weight, side, word)
            if side:
                break
            index += step
    return best[1], best[2]


def _has_modal(words: Words, first: int, lower_bound: int) -> bool:
    """Tell "could come as early as Tuesday" from "knew as early as Tuesday"."""
    return any(
        words.lowers[index] in _MODALS
        for index in range(max(0, first - 14), first)
        if words.starts[index] >= lower_bound
    )


def _is_verb(words: Words, index: int) -> bool:
    """Tell the verb of "the league plans to" from the noun of "her plans to" and "travel plans"."""
    tag, before = words.tags.get(words.starts[index]), words.lower(index - 1)
    if tag is not None:
        return tag.startswith("V")
    if words.lower(index + 1) != "to":
        return False
    subject = before in _PRONOUNS or (index > 0 and words.raw(index - 1)[:1].isupper())
    return subject or words.lower(index - 2) in ("the", "a", "an", "that", "which")


def _side(words: Words, index: int, word: str, step: int) -> str:
    if word in _PLANS and {words.lower(index - back) for back in (1, 2, 3)} & _WERE:
        return "past"
    if word == "due" and words.lower(index + 1) == "to":
        return "" if words.lower(index + 2) in _DETERMINERS else "future"
    tag = words.tags.get(words.starts[index])
    following = words.lower(index + 1)
    if word == "to":
        # "is to resume", "plans to", "set to": an infinitive looks ahead, "to London" does not.
        before = words.lower(index - 1)
        if before in _PLANS and following in _DETERMINERS:
            return ""
        if before in _PLANS and {words.lower(index - back) for back in (2, 3, 4)} & _WERE:
            return "past"
        return (
            "future"
            if before
            in ("is", "are", "set", "due", "plans", "expected", "scheduled", "about", "likely")
            else ""
        )
    if word in _STRONG_FUTURE:
        return "future"
    if word in ("set", "going", "plan", "plan", "hopes", "intends", "planning", "preparing"):
        return "future" if following == "to" or word in ("plan", "planning") else ""
    if word == "planned":
        # "On Friday they planned to open" tells when they planned.
        return "future" if step < 0 and (following == "to" or following in _DETERMINERS) else ""
    if word in ("was", "were") and following in _INTENTIONS:
        return ""
    if word == "would":
        # "Would leave" is as often a plan of the past, "would be leaving" looks ahead.
        progressive = following == "be" and words.lower(index + 2).endswith("ing")
        return "future" if progressive else ""
    if word == "plans":
        return "future" if _is_verb(words, index) else ""
    if word in ("begins", "starts", "opens", "expires", "must"):
        return "future"
    if tag is not None:
        if tag == "MD":
            return "future" if word in ("will", "'ll", "shall", "wo") else ""
        if tag == "VBD":
            return "past"
    if word in _PAST:
        return "past"
    if (
        word.endswith("ed")
        and len(word) > 4
        and word not in _NOT_PAST
        and (tag is None or tag in ("VBD", "VBN"))
    ):
        return "past"
    return ""
