"""On which side of the quoted words a quotation mark stands, by its form and the blanks around it."""

from __future__ import annotations

OPEN, CLOSE, APOSTROPHE = "``", "''", "'"
_SIDES = {"“": OPEN, "„": OPEN, "«": OPEN, "”": CLOSE, "»": CLOSE, "``": OPEN, "''": CLOSE}
_DOUBLE = frozenset('"“”„‟«»＂') | {"``", "''"}
_SINGLE = frozenset("'‘’‚‛`")
_AFTER_STOP = frozenset(".,!?;:)…—–") | {"...", "?!", "!!", "--"}


def resolve_marks(forms: list[str], starts: list[int], ends: list[int]) -> dict[int, str]:
    """Return ``{token: mark}`` for the quotation marks of one paragraph: `` opens, '' closes, and a
    single ' may be an apostrophe after a plural (the workers' demand), which context decides.

    A mark that touches the next word but not the one before opens; one that touches only the word
    before closes; else the marks take turns.
    """
    found: dict[int, str] = {}
    open_double = open_single = False
    last = len(forms) - 1
    singles = [i for i, form in enumerate(forms) if form in _SINGLE]
    for i, form in enumerate(forms):
        if form not in _DOUBLE and form not in _SINGLE:
            continue
        left = i > 0 and ends[i - 1] == starts[i] and forms[i - 1] not in _opening_neighbours
        right = i < last and ends[i] == starts[i + 1] and forms[i + 1] not in _AFTER_STOP
        if form in _DOUBLE:
            side = _SIDES.get(form)
            if side is None:
                if left != right:
                    side = CLOSE if left else OPEN
                else:
                    side = CLOSE if open_double else OPEN
            found[i] = side
            open_double = side == OPEN
            continue
        if form == "‘" or (right and not left) or form == "‚":
            found[i], open_single = OPEN, True
        elif (left and forms[i - 1] in _AFTER_STOP) or (
            open_single
            and not (
                forms[i - 1][-1:] in "sS"
                and i < last
                and forms[i + 1][:1].isalpha()
                and any(k > i for k in singles)
            )
        ):
            found[i], open_single = CLOSE, False
        else:
            found[i] = APOSTROPHE
    return found


_opening_neighbours = frozenset("([{—–-/“‘«\"'") | {"``", "--"}
