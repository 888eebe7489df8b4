"""Laying out and drawing the lanes of a timeline: marks on tracks, labels that touch no other."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke

from helpers.plots.style import (
    BLUE,
    DPI,
    GREEN,
    ORANGE,
    PURPLE,
    QUIET,
    SKY,
    VERMILION,
    new_figure,
)
from helpers.plots.wrapping import count_fitting, shorten

COLOURS = {"reported": BLUE, "announced": ORANGE, "hypothetical": VERMILION, "negated": VERMILION}
MARKS = {"reported": "o", "announced": "D", "hypothetical": "s", "negated": "X"}
POINTS_OF_TEXT = 8.5
_DAYS = ("second", "minute", "hour", "part of day", "day")
_BANDS = ("month", "quarter", "season", "half-year", "year", "decade", "century", "millennium")
_PALETTE = (BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY)
_SURE = 0.5
_GAP = 7
_SHORTEST = 9
# Marks without label are heaped on a few tracks below the others.
_HEAP = 6


@dataclass
class Item:
    """One row: where its mark lies in pixels, and where its label goes (track, x, text)."""

    row: dict
    left: float
    right: float
    lane: str
    track: int = 0
    label: str = ""
    at: float = 0.0
    end: str = "left"


@dataclass
class Lane:
    name: str
    items: list[Item] = field(default_factory=list)
    tracks: int = 0
    top: int = 0


def lay_out(lane: Lane, named: set[int], width: float) -> None:
    """Give every mark a track and, where one fits beside it, a label that touches no other."""
    taken: list[list[tuple[float, float]]] = []
    plain = [item for item in lane.items if id(item) not in named]
    for item in sorted(lane.items, key=lambda item: (item.left, item.right, item.row["start"])):
        if id(item) not in named:
            continue
        left, right = _place_label(item, width)
        item.track = _free(taken, left, right)
    base = len(taken)
    rugs: list[list[tuple[float, float]]] = []
    for item in sorted(plain, key=lambda item: (item.left, item.right, item.row["start"])):
        reach = 2 if _is_band(item) else 5
        item.track = base + min(_free(rugs, item.left - reach, item.right + reach), _HEAP - 1)
    lane.tracks = base + min(len(rugs), _HEAP)


def _free(tracks: list[list[tuple[float, float]]], left: float, right: float) -> int:
    for number, track in enumerate(tracks):
        if all(right <= a or left >= b for a, b in track):
            track.append((left, right))
            return number
    tracks.append([(left, right)])
    return len(tracks) - 1


def _place_label(item: Item, width: float) -> tuple[float, float]:
    """Choose the side and length of a label; return what it and its mark take up on a track."""
    text = " ".join(item.row["label"].split())
    point = _is_point(item)
    left, right = (item.left, item.right) if not point else ((item.left + item.right) / 2,) * 2
    left, right = max(left - 10, 0), min(right + 10, width)
    size = measure(text)
    if not point and size + 6 <= item.right - item.left:
        item.label, item.at, item.end = text, item.left + 3, "left"
        return left, right
    if right + size + _GAP <= width:
        item.label, item.at, item.end = text, right, "left"
        return left, right + size + _GAP
    if left - size - _GAP >= 0:
        item.label, item.at, item.end = text, left, "right"
        return left - size - _GAP, right
    after = width - right >= left
    room = (width - right if after else left) - _GAP
    text = text[: count_fitting(text, room, lambda part: measure(part + "…"), "")]
    if len(text) < _SHORTEST:
        return left, right
    item.label, item.end = text.rstrip() + "…", "left" if after else "right"
    item.at = right if after else left
    return (left, width) if after else (0, right)


def _is_point(item: Item) -> bool:
    return item.row["granularity"] in _DAYS and item.right - item.left < 60


def _is_band(item: Item) -> bool:
    return isinstance(item.row["granularity"], str) and item.row["granularity"] in _BANDS


def draw_lanes(axes, drawn: list[Lane], width: float, one_colour: bool) -> None:
    """Draw every lane: its name, bands, marks and labels."""
    for number, lane in enumerate(drawn):
        colour = _PALETTE[number % len(_PALETTE)] if one_colour else None
        axes.axhline(lane.top - 0.55, color=QUIET, linewidth=0.6)
        name = shorten(lane.name, 60)
        axes.text(4 / width, lane.top, f"{name} ({len(lane.items)})", va="center", weight="bold", fontsize=9, path_effects=HALO).set_in_layout(False)  # fmt: skip
        bands = sorted({(item.left, item.right) for item in lane.items if _is_band(item)})
        for left, right in bands:
            axes.fill_between([left / width, right / width], lane.top + 0.5, lane.top + lane.tracks + 0.6, color=QUIET, alpha=0.07, linewidth=0)  # fmt: skip
        for item in lane.items:
            y = lane.top + 1 + item.track
            shade = colour or COLOURS[item.row["status"]]
            if _is_point(item):
                draw_dot(axes, (item.left + item.right) / 2 / width, y, item.row, shade)
            else:
                _bar(axes, item, y, width, shade)
            if item.label:
                axes.text(item.at / width, y, item.label, ha=item.end, va="center_baseline", fontsize=POINTS_OF_TEXT, path_effects=HALO).set_in_layout(False)  # fmt: skip


def draw_dot(axes, x: float, y: float, row: dict, colour: str) -> None:
    sure = not pd.isna(row["certainty"]) and row["certainty"] >= _SURE
    axes.plot(x, y, MARKS[row["status"]], markersize=6, color=colour, markerfacecolor=colour if sure else "white", markeredgewidth=1.3, clip_on=False)[0].set_in_layout(False)  # fmt: skip


def _bar(axes, item: Item, y: float, width: float, colour: str) -> None:
    """Draw a bar whose ends fade over a fifth of its length: the event lies somewhere inside."""
    left, right = item.left / width, item.right / width
    soft, steps = (right - left) / 5, 6
    boxes, shades = [], []
    edges = [left + soft * k / steps for k in range(steps + 1)]
    edges += [right - soft * k / steps for k in range(steps, -1, -1)]
    high = 0.30 if not _is_band(item) else 0.40
    sure = not pd.isna(item.row["certainty"]) and item.row["certainty"] >= _SURE
    strong = 0.5 if sure else 0.25
    for k, (a, b) in enumerate(pairwise(edges)):
        depth = min(k + 1, len(edges) - 1 - k, steps + 1) / (steps + 1)
        boxes.append([(a, y - high), (b, y - high), (b, y + high), (a, y + high)])
        shades.append(strong * depth)
    axes.add_collection(PolyCollection(boxes, facecolors=colour, alpha=shades, linewidths=0))


def measure(text: str) -> float:
    return _RENDERER.get_text_width_height_descent(text, _FONT, False)[0]


def measure_tick(text: str) -> float:
    return _RENDERER.get_text_width_height_descent(text, _TICK_FONT, False)[0]


@functools.cache
def axes_width() -> float:
    """Return the pixels between the sides of the axes: what the layout leaves of the width."""
    figure, axes = new_figure(height=2)
    axes.set_yticks([])
    figure.set_layout_engine("constrained", rect=(0.016, 0, 0.968, 1))
    figure.draw_without_rendering()
    return axes.get_window_extent().width


# Lines of the calendar pass behind the letters.
HALO = [withStroke(linewidth=2.5, foreground="white")]
_RENDERER = RendererAgg(1, 1, DPI)
_FONT = FontProperties(family=["DejaVu Sans"], size=POINTS_OF_TEXT)
_TICK_FONT = FontProperties(family=["DejaVu Sans"], size=9)
