"""Lines of text that fit: broken between words, counted by their width, cut to a number of letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties


def wrap(text: str, room: float, font: FontProperties) -> str:
    """Break ``text`` into lines of at most ``room`` points; a longer word is cut."""
    renderer = RendererAgg(1, 1, 72)

    def measure(line: str) -> float:
        return renderer.get_text_width_height_descent(line, font, False)[0]

    words, lines = text.split(), []
    while words:
        n = count_fitting(words, room, measure)
        lines.append(" ".join(words[:n]) or words[0])
        words = words[max(n, 1) :]
        while not n and measure(lines[-1]) > room:
            fits = max(count_fitting(list(lines[-1]), room, measure, ""), 1)
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
        if not n and words:
            # What is left of a word that was cut begins the next line.
            words[:0] = [lines.pop()]
    return "\n".join(lines)


def count_fitting(
    parts: Sequence[str], room: float, measure: Callable[[str], float], between: str = " "
) -> int:
    """Return how many of ``parts``, joined, are at most ``room`` wide. Guesses by the width of a
    letter and measures around the guess, because measuring is what a figure spends its time on.

    >>> count_fitting("a tide comes in".split(), 6, len), count_fitting("tide", 2, len, "")
    (2, 2)
    """
    ends = list(accumulate((len(part) + len(between) for part in parts), initial=0))
    known: dict[int, float] = {}

    def width(n: int) -> float:
        if n not in known:
            known[n] = measure(between.join(parts[:n]))
        return known[n]

    n = min(1, len(parts))
    # The first part is cheap to measure and a rough guess, what it promises is a better one.
    for _ in range(2):
        size = width(n) if n else 0.0
        n = bisect_right(ends, ends[n] * room / size) - 1 if size else n
    while n and width(n) > room:
        n -= 1
    while n < len(parts) and width(n + 1) <= room:
        n += 1
    return n


def shorten(name: str, most: int = 28) -> str:
    """Return ``name``, cut to ``most`` letters.

    >>> shorten("sovereignty", 5)
    'sove…'
    """
    return name if len(name) <= most else name[: most - 1] + "…"
