"""What the name finder sees of a word: its form, its neighbours, the name lists, the rest of the text."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.corpus import shape
from helpers.names.document import TITLES, Document
from helpers.names.lists import classify_all, describe, match_lists


def featurize(words: Sequence[str], tags: Sequence[str], document: Document) -> list[list[str]]:
    """Return the feature strings of every word of one sentence (tags may be empty strings)."""
    n = len(words)
    style = _style(words)
    lows = ["<", "<", *(_lower(word, style) for word in words), ">", ">"]
    for k in range(2, n + 1):
        # A clitic cut from its apostrophe: "Ada 's".
        if lows[k] == "'" and lows[k + 1] in ("s", "m", "re", "ve", "ll", "d"):
            lows[k] += lows[k + 1]
    shapes = ["<", "<", *(shape(word) for word in words), ">", ">"]
    tags = ["<", "<", *tags, ">", ">"]
    lists = match_lists([word.lower() for word in words])
    classes = ["<", "<", *classify_all(words, lists), ">", ">"]
    runs = _runs(words)
    edged = ["", *words, ""]
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
        c0, c1, c2 = classes[j - 1 : j + 2]
        row += [f"c={c1}", f"c-={c0} {c1}", f"c+={c1} {c2}", f"c*={c0} {c1} {c2}"]
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
            row += document.features(*edged[i : i + 3])
            start, end = runs[i]
            left, right = lows[start + 1], lows[end + 2]
            size = min(end - start, 5)
            if low == lows[j - 1]:
                row.append("same-")
            if low == lows[j + 1]:
                row.append("same+")
            row += [
                "k=" + describe(word),
                f"c--={classes[j - 2]} {c0} {c1}",
                f"c++={c1} {c2} {classes[j + 2]}",
                "rc=" + "".join(classes[max(start, i - 4) + 2 : j + 1]),
                f"rc+={c0} {c1} {right}" if i + 1 == end else f"rc+={c0} {c1} {c2}|",
                f"rl2={lows[start] if start else '<'} {left}",
            ]
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
    return (word if keep else word.lower()).replace("’", "'")


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
