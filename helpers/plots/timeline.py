"""Figure of the timeline: what happened when."""

from __future__ import annotations

import pandas as pd

from helpers.plots.calendars import Calendar, make_calendar, to_span
from helpers.plots.lanes import (
    POINTS_OF_TEXT,
    Item,
    Lane,
    axes_width,
    draw_lanes,
    lay_out,
    measure,
    measure_tick,
)
from helpers.plots.style import INK, QUIET, Figure, cite, finish, house_style, new_figure

LANES = {
    "reported": "told as having happened",
    "announced": "announced",
    "hypothetical": "hypothetical or denied",
    "negated": "hypothetical or denied",
}
_TRACK = 0.2
_LABELLED = 40
_SPEAKERS = 5
NOBODY = "the author"


@house_style()
def plot_timeline(
    timeline: pd.DataFrame, published=None, *, lanes: str = "status", source: str = ""
) -> Figure:
    """Draw the dated rows of a timeline table on a calendar: dots for days, bars with soft ends for
    weeks and other spans, bands for months and longer.

    ``lanes`` is "status" (told as having happened, announced, hypothetical or denied) or "speaker"
    (who claims it). Filled marks are at least as likely right as wrong, open ones less. ``published``
    is marked by a line. At most 40 labels are written, the best supported first; rows without date
    are counted in the caption. ``source`` (the article) goes into the caption.

    Raises ``ValueError`` for another ``lanes``.
    """
    if lanes not in ("status", "speaker"):
        raise ValueError(f"Lanes can be 'status' or 'speaker', not {lanes!r}.")
    dated = timeline[timeline["earliest"].notna()]
    if dated.empty:
        return draw_undated(timeline, source)
    rows, spans, day, calendar = place_rows(dated, published)
    width = axes_width()
    items = [
        Item(row, calendar.place(a) * width, calendar.place(b) * width, "")
        for row, (a, b) in zip(rows, spans, strict=True)
    ]
    drawn = _sort_into_lanes(items, lanes)
    named = sorted(items, key=_importance)[:_LABELLED]
    at = 1
    for lane in drawn:
        lane.top = at
        lay_out(lane, {id(item) for item in named}, width)
        at += lane.tracks + 2
    figure, axes = new_figure(height=0.62 + _TRACK * at)
    axes.set_xlim(0, 1)
    axes.set_ylim(at - 0.5, -0.5)
    axes.set_yticks([])
    axes.grid(axis="y", visible=False)
    axes.spines["left"].set_visible(False)
    draw_lanes(axes, drawn, width, lanes == "speaker")
    draw_calendar(axes, calendar, width)
    if day is not None:
        _draw_publication(axes, calendar.place(day + 0.5), width)
    return finish(
        figure,
        title=_title(timeline, dated) if lanes == "status" else _title_claims(dated),
        caption=_caption(timeline, dated, items, drawn, calendar, source),
        alt=_describe(drawn, published, lanes),
    )


def _sort_into_lanes(items: list[Item], lanes: str) -> list[Lane]:
    if lanes == "status":
        for item in items:
            item.lane = LANES[item.row["status"]]
        names = list(dict.fromkeys(LANES.values()))
    else:
        counts: dict[str, int] = {}
        for item in items:
            item.lane = item.row["speaker"] if isinstance(item.row["speaker"], str) else NOBODY
            counts[item.lane] = counts.get(item.lane, 0) + 1
        top = sorted(counts, key=lambda name: (name != NOBODY, -counts[name], name))[
            : _SPEAKERS + 1
        ]
        for item in items:
            item.lane = item.lane if item.lane in top else "others"
        names = [*top, "others"]
    drawn = [Lane(name, [item for item in items if item.lane == name]) for name in names]
    return [lane for lane in drawn if lane.items]


def _importance(item: Item) -> tuple:
    row = item.row
    certainty = 0 if pd.isna(row["certainty"]) else row["certainty"]
    return (row["means"] != "expression", -row["mentions"], -certainty, row["start"])


def place_rows(dated: pd.DataFrame, published):
    """Return dated events as rows, the days between which each lies, the day of publication (None
    without one), and the calendar that shows them all."""
    rows = dated.to_dict("records")
    spans = [to_span(row["earliest"], row["latest"], row["granularity"]) for row in rows]
    day = None if published is None or pd.isna(published) else float(published.toordinal())
    return rows, spans, day, make_calendar(spans + ([(day, day + 1)] if day else []))


def draw_calendar(axes, calendar: Calendar, width: float) -> None:
    """Write the ticks of a calendar under ``axes`` and grey its cuts."""
    ticks = calendar.ticks(width, lambda text: max(map(measure_tick, text.split("\n"))))
    axes.set_xticks([x for x, _ in ticks], [label for _, label in ticks])
    for a, b in calendar.cuts():
        axes.axvspan(a, b, color="#f4f4f4", linewidth=0, zorder=0)
        for x in (a, b):
            axes.axvline(x, color=QUIET, linewidth=0.8, linestyle=(0, (2, 2)))


def _draw_publication(axes, x: float, width: float) -> None:
    axes.axvline(x, color=INK, linewidth=1.2, linestyle="--", zorder=1)
    end = "left" if x * width + measure("published") + 8 <= width else "right"
    shift = 4 / width if end == "left" else -4 / width
    label = axes.text(x + shift, 0, "published", ha=end, va="center", fontsize=POINTS_OF_TEXT)
    # What stands inside the axes must not make the layout shrink them.
    label.set_in_layout(False)


def draw_undated(timeline: pd.DataFrame, source: str) -> Figure:
    """Return the figure of a timeline without any date."""
    figure, axes = new_figure(height=0.9)
    axes.set_axis_off()
    n = len(timeline)
    axes.text(0.5, 0.5, "no dated event", ha="center", va="center", color=QUIET)
    told = f"None of {n} events can be dated" if n else "The text tells no event"
    return finish(
        figure,
        title=told,
        caption=f"n = 0 dated of {n} events. {cite(source)}",
        alt=f"An empty calendar: {told.lower()}.",
    )


def _title(timeline: pd.DataFrame, dated: pd.DataFrame) -> str:
    sure = int((dated["means"] == "expression").sum())
    return (
        f"{len(dated)} of {len(timeline)} events can be dated, {sure} by words of the text and "
        f"{len(dated) - sure} by the day of publication"
    )


def _title_claims(dated: pd.DataFrame) -> str:
    own = int(dated["speaker"].isna().sum())
    others = sorted(set(dated["speaker"].dropna()))
    if not others:
        return f"All {len(dated)} dated events are told in the author's own voice"
    who = others[0] if len(others) == 1 else f"{len(others)} speakers"
    return (
        f"{own or 'None'} of {len(dated)} dated events are told in the author's own voice, "
        f"{len(dated) - own} on the word of {who}"
    )


def _caption(timeline, dated, items, drawn, calendar: Calendar, source: str) -> str:
    silent = sum(not item.label for item in items)
    parts = [
        "Dot: a day. Bar with soft ends: somewhere in a week or span. Band: somewhere in a month, "
        "season or year. Open or pale: less than even chance that the date is right."
    ]
    parts += [say_cut(calendar).strip()] if calendar.cuts() else []
    if any(row["status"] in ("hypothetical", "negated") for row in dated.to_dict("records")):
        parts.append("Square: hypothetical; cross: denied.")
    parts += [f"{silent} marks without label for want of room."] if silent else []
    undated = len(timeline) - len(dated)
    parts.append(
        f"n = {len(dated)}; {undated} undated events are listed, not drawn. {cite(source)}"
    )
    return " ".join(parts)


def _describe(drawn: list[Lane], published, lanes: str) -> str:
    parts = []
    if published is not None and not pd.isna(published):
        parts.append(f"Published {published.isoformat()[:10]}.")
    for lane in drawn:
        told = "; ".join(f"{say_when(item.row)}: {item.row['label']}" for item in lane.items[:40])
        more = f"; and {len(lane.items) - 40} more" if len(lane.items) > 40 else ""
        parts.append(f"{lane.name.capitalize()}: {told}{more}.")
    return "Timeline. " + " ".join(parts)


def say_when(row: dict) -> str:
    """Return the days of a row: one, or from the first to the last."""
    early, late = str(row["earliest"])[:10], str(row["latest"])[:10]
    return early if early == late else f"{early} to {late}"


def say_cut(calendar: Calendar) -> str:
    """Return the sentence of a caption that explains the cuts, if there are any."""
    return "Grey stretches are years or months cut out. " if calendar.cuts() else ""
