"""Figure of two clocks: when it is told against when it happened."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from helpers.plots.lanes import COLOURS, MARKS, axes_width, draw_dot
from helpers.plots.style import INK, QUIET, Figure, cite, finish, house_style, new_figure
from helpers.plots.timeline import draw_calendar, draw_undated, place_rows, say_cut, say_when


@house_style()
def plot_two_clocks(timeline: pd.DataFrame, published=None, *, source: str = "") -> Figure:
    """Draw every dated row of a timeline table by two clocks: downwards when it is told (paragraph),
    sideways when it happened; the line follows the telling. Jumps to the left are looks back, marks
    to the right of the publication line are announcements. ``source`` goes into the caption."""
    dated = timeline[timeline["earliest"].notna()].sort_values(["start"], kind="stable")
    if dated.empty:
        return draw_undated(timeline, source)
    rows, spans, day, calendar = place_rows(dated, published)
    width = axes_width() - 60
    last = max(row["paragraph"] for row in rows)
    figure, axes = new_figure(height=min(2.4 + 0.14 * (last + 1), 7.5))
    axes.set_xlim(0, 1)
    axes.set_ylim(last + 1, -1)
    middles = [calendar.place((a + b) / 2) for a, b in spans]
    axes.plot(middles, [row["paragraph"] for row in rows], color=QUIET, linewidth=0.8, alpha=0.6)
    for row, (a, b), x in zip(rows, spans, middles, strict=True):
        colour = COLOURS[row["status"]]
        axes.hlines(row["paragraph"], calendar.place(a), calendar.place(b), color=colour, alpha=0.35, linewidth=5)  # fmt: skip
        draw_dot(axes, x, row["paragraph"], row, colour)
    draw_calendar(axes, calendar, width)
    axes.set_ylabel("paragraph in which it is told")
    step = next(
        step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if last < 16 * step
    )
    axes.set_yticks(range(0, last + 1, step))
    if day is not None:
        axes.axvline(calendar.place(day + 0.5), color=INK, linewidth=1.2, linestyle="--")
    handles = [
        axes.plot([], [], MARKS[status], color=COLOURS[status], label=status)[0]
        for status in COLOURS
        if any(row["status"] == status for row in rows)
    ]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=4)
    before = sum(b <= day for _, b in spans) if day else 0
    after = sum(a > day for a, _ in spans) if day else 0
    jumps = sum(y < x - 1e-9 for x, y in pairwise(middles))
    title = f"The telling goes back in time {_times(jumps)}"
    if day is not None:
        title += f"; {before} of {len(rows)} dated events lie before the day of publication, {after or 'none'} after it"
    return finish(
        figure,
        title=title,
        caption="Each mark is a dated event: down, the paragraph that tells it; across, when it happened "
        f"(bar: the whole interval). The line follows the telling. {_line(day)}{say_cut(calendar)}"
        f"n = {len(rows)} dated of {len(timeline)} events. {cite(source)}",
        alt="When told against when happened: "
        + "; ".join(f"paragraph {r['paragraph']}: {r['label']}, {say_when(r)}" for r in rows[:60])
        + ("; and so on" if len(rows) > 60 else "")
        + ".",
    )


def _line(day: float | None) -> str:
    return "Dashed: day of publication. " if day is not None else ""


def _times(n: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(n, f"{n} times")
