"""A calendar axis: days to places between 0 and 1, long empty stretches cut, labelled ticks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FINE = ("second", "minute", "hour", "part of day")
_BREAK = 0.05
_LEAST = 0.07
# A gap is cut out when it is longer than this share of all that is shown.
_GAP = 0.3
_STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6), ("year", 1), ("year", 2),
    ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 200), ("year", 500),
)  # fmt: skip


def to_day(moment: pd.Timestamp) -> float:
    """Return days since the first day of year 1, with the time of day as a fraction."""
    return moment.toordinal() + (moment.hour + moment.minute / 60 + moment.second / 3600) / 24


def to_span(earliest, latest, granularity) -> tuple[float, float]:
    """Return the first day and the end of an inclusive interval: a whole day is one long."""
    first, last = to_day(earliest), to_day(latest)
    fine = isinstance(granularity, str) and granularity in _FINE
    return first, max(last, first) if fine else float(int(last) + 1)


@dataclass(frozen=True)
class Calendar:
    """Kept stretches of days and where they lie between 0 and 1; between two of them is a cut."""

    stretches: tuple[tuple[float, float], ...]
    places: tuple[tuple[float, float], ...]

    def place(self, day: float) -> float:
        """Return the place of a day; days in a cut go to its edge."""
        at = max(bisect_right([a for a, _ in self.stretches], day) - 1, 0)
        (a, b), (x, y) = self.stretches[at], self.places[at]
        return x + (y - x) * min(max((day - a) / (b - a), 0.0), 1.0)

    def cuts(self) -> list[tuple[float, float]]:
        """Return the places of the cuts."""
        return [(self.places[k][1], self.places[k + 1][0]) for k in range(len(self.places) - 1)]

    def ticks(self, width: float, measure: Callable[[str], float]) -> list[tuple[float, str]]:
        """Return places and labels that do not touch on an axis of ``width`` pixels."""
        shown: list[tuple[float, str]] = []
        right = 0.0
        for (a, b), (x, y) in zip(self.stretches, self.places, strict=True):
            room = (y - x) * width
            choice = [self._label(a, b)]
            for unit, step in _STEPS:
                days = _marks(a, b, unit, step)
                if len(days) > room / 20:
                    continue
                labels = _labels(days, unit)
                if days and sum(measure(label) + 14 for label in labels) <= room:
                    choice = list(zip(map(float, days), labels, strict=True))
                    break
            for day, label in choice:
                at, half = self.place(day) * width, measure(label) / 2
                if at - half >= right and at + half <= width:
                    shown.append((self.place(day), label))
                    right = at + half + 6
        return shown

    @staticmethod
    def _label(a: float, b: float) -> tuple[float, str]:
        middle = date.fromordinal(int((a + b) / 2))
        if b - a > 62:
            return (a + b) / 2, f"{middle.year}"
        return (a + b) / 2, f"{MONTHS[middle.month - 1]}\n{middle.year}"


def make_calendar(spans: list[tuple[float, float]]) -> Calendar:
    """Return the calendar that shows all ``spans`` (days); nothing to show gives one empty day."""
    merged: list[list[float]] = []
    for first, last in sorted(spans) or [(1.0, 2.0)]:
        if merged and first <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    stretches = [tuple(span) for span in merged]
    while len(stretches) > 1:
        # Join over the shortest gap, as long as it is short for what would then be shown.
        gaps = [(b[0] - a[1], k) for k, (a, b) in enumerate(pairwise(stretches))]
        shown = sum(b - a for a, b in stretches)
        gap, k = min(gaps)
        if gap > max(_GAP * (shown + gap), 10) and len(stretches) <= 6:
            break
        stretches[k : k + 2] = [(stretches[k][0], stretches[k + 1][1])]
    total = sum(b - a for a, b in stretches)
    padded = [
        (max(1.0, a - max(1.0, 0.03 * (b - a), 0.004 * total)), b + max(1.0, 0.03 * (b - a), 0.004 * total))
        for a, b in stretches
    ]  # fmt: skip
    lengths = [b - a for a, b in padded]
    free = 1 - _BREAK * (len(padded) - 1)
    small = [n for n in range(len(lengths)) if lengths[n] / sum(lengths) * free < _LEAST]
    large = sum(length for n, length in enumerate(lengths) if n not in small)
    places, at = [], 0.0
    for n, length in enumerate(lengths):
        if not large:
            share = free / len(lengths)
        else:
            share = _LEAST if n in small else (free - _LEAST * len(small)) * length / large
        places.append((at, at + share))
        at += share + _BREAK
    return Calendar(tuple(padded), tuple(places))


def _marks(a: float, b: float, unit: str, step: int) -> list[int]:
    """Return the ordinals of the days, Mondays, first days of months or years between two days."""
    first, last = date.fromordinal(max(int(a) + (a > int(a)), 1)), min(int(b), date.max.toordinal())
    if unit == "day":
        if last - first.toordinal() > 120 * step:
            return []
        day = first + timedelta((7 - first.weekday()) % 7) if step == 7 else first
        return list(range(day.toordinal(), last + 1, step))
    marks = []
    year, month = first.year, first.month
    if (date.fromordinal(last).year - year) > 60 * (step if unit == "year" else 1):
        return []
    while year <= 9999:
        day = date(year, month, 1).toordinal()
        if day > last:
            break
        aligned = year % step == 0 and month == 1 if unit == "year" else (month - 1) % step == 0
        if day >= a and aligned:
            marks.append(day)
        year, month = (year + 1, 1) if unit == "year" or month == 12 else (year, month + 1)
    return marks


def _labels(days: list[int], unit: str) -> list[str]:
    labels, before = [], None
    for ordinal in days:
        day = date.fromordinal(ordinal)
        label = f"{day.year}"
        if unit != "year":
            label = (
                MONTHS[day.month - 1] if unit == "month" else f"{day.day} {MONTHS[day.month - 1]}"
            )
            label += "" if before == day.year else f"\n{day.year}"
        before = day.year
        labels.append(label)
    return labels
