"""What the name finder sees of a word: its form, its neighbours, the name lists, the rest of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.corpus import shape
from helpers.resources import load_model

LONGEST = 5
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister senator sen rep gen general"
    " col colonel lt capt captain sgt sergeant maj major judge justice gov governor mayor king queen"
    " prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah mullah chancellor"
    " secretary ambassador commissioner chairman chairwoman councillor detective inspector officer"
    " coach father sister brother mullah".split()
)


def parse_gazetteers(content: bytes) -> dict[str, str]:
    """Return ``{lower-case name: letters of its lists}``.

    p, l, o: a person, place, organisation of WordNet; n, c: country, city of GeoNames; f, m, s:
    female, male and family names of the US census; r, g: common nouns for people and for groups;
    a: adjectives and nouns of nationality, faith and the like.
    """
    lines = content.decode("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def gazetteers() -> dict[str, str]:
    """Return the carried name lists."""
    return load_model("gazetteers.txt.gz", parse_gazetteers)


class Document:
    """What the whole text says about a word: is it written small elsewhere, what stands before it."""

    def __init__(self, sentences: Iterable[Sequence[str]]):
        self.small: Counter[str] = Counter()
        self.large: Counter[str] = Counter()
        self.titled: set[str] = set()
        self.first: dict[str, str] = {}
        lists = gazetteers()
        openings: Counter[bool] = Counter()
        for words in sentences:
            before = ""
            openings.update(
                [words[0][0].islower()] if len(words) > 3 and words[0].isalpha() else []
            )
            for place, word in enumerate(words):
                low = word.lower()
                if word[:1].islower():
                    self.small[low] += 1
                elif word[:1].isupper():
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

    def features(self, word: str) -> list[str]:
        """Return the document features of one capitalised word."""
        low = word.lower()
        found = []
        small, large = self.small[low], self.large[low]
        found.append(f"doc={min(small, 2)}{min(large, 3)}")
        if low in self.titled:
            found.append("doc:titled")
        if low in self.first:
            found.append("doc:forename")
        return found


def featurize(words: Sequence[str], tags: Sequence[str], document: Document) -> list[list[str]]:
    """Return the feature strings of every word of one sentence (tags may be empty strings)."""
    n = len(words)
    style = _style(words)
    lows = ["<", "<", *(_lower(word, style) for word in words), ">", ">"]
    shapes = ["<", "<", *(shape(word) for word in words), ">", ">"]
    tags = ["<", "<", *tags, ">", ">"]
    lists = _match_lists([word.lower() for word in words])
    runs = _runs(words)
    rows = []
    for i in range(n):
        j = i + 2
        word, low, form = words[i], lows[j], shapes[j]
        row = [
            "b",
            "w=" + low,
            "w-1=" + lows[j - 1],
            "w+1=" + lows[j + 1],
            "w-2=" + lows[j - 2],
            "w+2=" + lows[j + 2],
            f"b-={lows[j - 1]} {low}",
            f"b+={low} {lows[j + 1]}",
            "s=" + form,
            f"s-={shapes[j - 1]} {form}",
            f"s+={form} {shapes[j + 1]}",
            f"s*={shapes[j - 1]} {form} {shapes[j + 1]}",
            "t=" + tags[j],
            f"t-={tags[j - 1]} {tags[j]}",
            f"t+={tags[j]} {tags[j + 1]}",
            f"t*={tags[j - 1]} {tags[j]} {tags[j + 1]}",
            f"y={style}{form}{'^' if i == 0 else ''}",
        ]
        if word[0].isalnum():
            row += [
                "p3=" + low[:3],
                "p4=" + low[:4],
                "x2=" + low[-2:],
                "x3=" + low[-3:],
                "x4=" + low[-4:],
            ]
        own = lists[i]
        row += ["g=" + mark for mark in own]
        if own:
            row.append("G=" + ",".join(own))
            row.append(f"G:{style}{form}=" + ",".join(own))
        if i:
            row += ["g-=" + mark for mark in lists[i - 1]]
        if i + 1 < n:
            row += ["g+=" + mark for mark in lists[i + 1]]
        if word[0].isupper():
            row += document.features(word)
            start, end = runs[i]
            left, right = lows[start + 1], lows[end + 2]
            size = min(end - start, 5)
            row += [
                f"r={i - start},{size}",
                "rl=" + left,
                "rr=" + right,
                f"r*={left} {right}",
                "rt=" + tags[start + 1] + " " + tags[end + 2],
                "rw=" + lows[end + 1],
                "rf=" + lows[start + 2],
            ]
            before = lists[start - 1] if start else ()
            row += ["rg-=" + mark for mark in before if mark[0] in "rg"]
            if end + 1 < n and words[end] == ",":
                follows = {
                    m for k in range(end + 1, min(end + 7, n)) for m in lists[k] if m[0] in "rg"
                }
                row += ["ra=" + mark for mark in sorted(follows)]
            if lows[start + 1].rstrip(".") in TITLES:
                row.append("r:title")
        rows.append(row)
    return rows


def _style(words: Sequence[str]) -> str:
    """Return U for a sentence in capitals, T for one in title case, s for any other."""
    letters = [c for word in words for c in word if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        return "U"
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    titled = len(long) > 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
    return "T" if titled else "s"


def _lower(word: str, style: str) -> str:
    """Lower-case a word, but keep short words in capitals among others: US is not us, WHO not who."""
    keep = style != "U" and 2 <= len(word) <= 5 and word.isalpha() and word.isupper()
    return word if keep else word.lower()


def _runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return for every word the bounds of the run of capitalised words that it stands in."""
    runs, start = [(i, i + 1) for i in range(len(words))], None
    for i, word in enumerate([*words, ""]):
        if word[:1].isupper():
            start = i if start is None else start
        elif start is not None:
            for k in range(start, i):
                runs[k] = (start, i)
            start = None
    return runs


def _match_lists(lows: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the list letters of every word: alone, or B/I in the longest listed name."""
    lists = gazetteers()
    marks: list[list[str]] = [[*lists.get(low, "")] for low in lows]
    for i in range(len(lows)):
        for length in range(min(LONGEST, len(lows) - i), 1, -1):
            letters = lists.get(" ".join(lows[i : i + length]))
            if letters:
                for k in range(i, i + length):
                    marks[k] += [letter + ("I" if k > i else "B") for letter in letters]
                break
    return [tuple(dict.fromkeys(mark)) for mark in marks]
