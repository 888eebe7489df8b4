"""What the whole text says about a capitalised word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.wordlists import gazetteers

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister senator sen rep gen general"
    " col colonel lt capt captain sgt sergeant maj major judge justice gov governor mayor king queen"
    " prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah mullah chancellor"
    " secretary ambassador commissioner chairman chairwoman councillor detective inspector officer"
    " coach father sister brother mullah".split()
)


class Document:
    """What the whole text says about a word: is it written small elsewhere, what stands before it."""

    def __init__(self, sentences: Iterable[Sequence[str]]):
        self.small: Counter[str] = Counter()
        self.large: Counter[str] = Counter()
        self.titled: set[str] = set()
        self.first: dict[str, str] = {}
        self.alone: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        lists = gazetteers()
        openings: Counter[bool] = Counter()
        for words in sentences:
            before = ""
            openings.update(
                [words[0][0].islower()] if len(words) > 3 and words[0].isalpha() else []
            )
            for place, (word, after) in enumerate(zip(words, [*words[1:], ""], strict=True)):
                low = word.lower()
                if word[:1].islower():
                    self.small[low] += 1
                elif word[:1].isupper():
                    if after[:1].isupper():
                        self.pairs[low, after.lower()] += 1
                    elif not before[:1].isupper():
                        self.alone[low] += 1
                    if place:
                        self.large[low] += 1
                    if before.rstrip(".").lower() in TITLES:
                        self.titled.add(low)
                    letters = lists.get(before.lower(), "") if before[:1].isupper() else ""
                    if ("f" in letters or "m" in letters) and low not in self.first:
                        self.first[low] = before.lower()
                before = word
        # Texts that open sentences in lower case may write names so, too.
        self.careless = openings[True] > 0.2 * openings.total()

    def features(self, before: str, word: str, after: str) -> list[str]:
        """Return the document features of one capitalised word between its neighbours."""
        low = word.lower()
        found = []
        small, large = self.small[low], self.large[low]
        found.append(f"doc={min(small, 2)}{min(large, 3)}")
        if low in self.titled:
            found.append("doc:titled")
        if low in self.first:
            found.append("doc:forename")
        # "Thanks, Ann Ben, please": names that touch stand apart elsewhere, parts of a name do not.
        counts = self.alone[low], self.pairs[before.lower(), low], self.pairs[low, after.lower()]
        found.append("da=" + "".join(str(min(count, 2)) for count in counts))
        return found
