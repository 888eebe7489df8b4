"""Timelines of any size: every label whole, none over another; the words stand for the picture."""

import random
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from matplotlib.transforms import Bbox

from helpers import plots, schema
from helpers.plots import clocks, timeline
from helpers.plots.calendars import make_calendar, to_span

PUBLISHED = date(2015, 1, 13)
WORDS = (
    "council opened the harbour bridge after long delays heard ministers W I ü supercalifragilistic"
)
UNITS = ("day", "day", "day", "week", "month", "quarter", "year", "hour", None)


# Shrinking would draw hundreds of large figures.
FAST = {"deadline": None, "derandomize": True, "phases": (Phase.explicit, Phase.generate)}


def stretch(day, unit):
    """Return the first and last day of the calendar unit that holds a day."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if unit in ("month", "quarter", "year"):
        length = {"month": 1, "quarter": 3, "year": 12}[unit]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        after = first.month + length
        return first, date(first.year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(1)
    return day, day


def invent(n, seed, years=(2013, 2016)):
    chance = random.Random(seed)
    rows = []
    for number in range(n):
        unit = chance.choice(UNITS)
        year = chance.randint(*years) if chance.random() < 0.9 else chance.choice([1, 1066, 9998])
        first, last = stretch(date(year, chance.randint(1, 12), chance.randint(1, 28)), unit)
        dated = unit is not None
        rows.append(
            {
                "article_id": "invented",
                "start": number * 30,
                "end": number * 30 + 5,
                "text": "event",
                "label": " ".join(chance.choices(WORDS.split(), k=chance.randint(1, 9))),
                "earliest": pd.Timestamp(first) if dated else None,
                "latest": pd.Timestamp(last) if dated else None,
                "granularity": unit,
                "certainty": round(chance.random(), 2) if dated else None,
                "status": chance.choice(schema.STATUSES),
                "speaker": chance.choice([None, "Ada Berg", "Bo Cole", "The Long Council " * 6]),
                "means": chance.choice(["expression", "publication"]) if dated else "none",
                "mentions": 1,
                "events": str(number),
                "paragraph": number // 4,
                "evidence": "A sentence.",
            }
        )
    return schema.build(rows, schema.TIMELINE)


@pytest.fixture(scope="module")
def drawings():
    """Let a test see the finished canvas behind the picture."""
    kept = []
    finish = timeline.finish

    def keep(canvas, **words):
        kept.append(canvas)
        return finish(canvas, **words)

    timeline.finish = clocks.finish = keep
    yield kept
    timeline.finish = clocks.finish = finish


def boxes(canvas):
    renderer = canvas.canvas.get_renderer()
    axes = canvas.axes[0]
    ticks = [t for t in axes.get_xticklabels() if t.get_text() and axes.axison]
    labels = [text for text in axes.texts if text.get_text()]
    return [(t.get_text(), t.get_window_extent(renderer)) for t in [*labels, *ticks, *canvas.texts]]


def check_labels(canvas):
    width, height = canvas.canvas.get_width_height()
    page = Bbox([[-0.5, -0.5], [width + 0.5, height + 0.5]])
    found = boxes(canvas)
    for number, (text, box) in enumerate(found):
        assert page.x0 <= box.x0 and box.x1 <= page.x1, f"clipped: {text}"
        assert page.y0 <= box.y0 and box.y1 <= page.y1, f"clipped: {text}"
        for other, second in found[number + 1 :]:
            across = min(box.x1, second.x1) - max(box.x0, second.x0)
            down = min(box.y1, second.y1) - max(box.y0, second.y0)
            # Boxes carry the room of letters that reach higher and lower than these.
            assert across <= 0.5 or down <= 3, f"{text!r} touches {other!r}"


@settings(max_examples=10, **FAST)
@given(st.integers(0, 200), st.integers(0, 10**6), st.sampled_from(["status", "speaker"]))
@example(0, 0, "status")
@example(1, 1, "status")
@example(60, 2, "speaker")
@example(200, 3, "status")
def test_labels_never_overlap_or_clip(drawings, n, seed, lanes):
    figure = plots.plot_timeline(invent(n, seed), PUBLISHED, lanes=lanes)
    check_labels(drawings[-1])
    assert figure.png.startswith(b"\x89PNG") and figure.alt and figure.title


@settings(max_examples=4, **FAST)
@given(st.integers(0, 200), st.integers(0, 10**6))
@example(200, 3)
def test_two_clocks_neither(drawings, n, seed):
    figure = plots.plot_two_clocks(invent(n, seed), PUBLISHED)
    check_labels(drawings[-1])
    assert figure.alt


@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(9999, 12, 31)])
def test_any_day_of_publication(drawings, day):
    plots.plot_timeline(invent(20, 5), day)
    check_labels(drawings[-1])
    plots.plot_two_clocks(invent(20, 5), day)
    check_labels(drawings[-1])


def test_the_picture_counts_what_it_cannot_show():
    table = invent(30, 7)
    dated = int(table["earliest"].notna().sum())
    figure = plots.plot_timeline(table, PUBLISHED)
    assert figure.title.startswith(f"{dated} of 30 events can be dated")
    assert f"{30 - dated} undated events" in figure.caption
    assert "2015-01-13" in figure.alt
    none = plots.plot_timeline(table[table["earliest"].isna()].reset_index(drop=True), PUBLISHED)
    assert none.title == f"None of {30 - dated} events can be dated"


def test_the_same_table_gives_the_same_bytes():
    assert plots.plot_timeline(invent(40, 9)).png == plots.plot_timeline(invent(40, 9)).png


def test_lanes_have_two_ways():
    with pytest.raises(ValueError, match="'status' or 'speaker'"):
        plots.plot_timeline(invent(3, 1), lanes="colour")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000)), max_size=30))
def test_the_calendar_keeps_order_and_cuts_only_what_is_empty(days):
    spans = []
    for first, length in days:
        last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
        spans.append(to_span(pd.Timestamp(first), pd.Timestamp(last), "day"))
    calendar = make_calendar(spans)
    ends = sorted(end for span in spans for end in span)
    places = [calendar.place(end) for end in ends]
    assert places == sorted(places) and all(0 <= place <= 1 for place in places)
    for first, last in spans:
        assert calendar.place(first) < calendar.place(last)
        assert not any(a > first and b < last for (_, a), (b, _) in zip(calendar.stretches, calendar.stretches[1:], strict=False))  # fmt: skip


def test_the_lanes_of_speakers_say_on_whose_word_events_stand():
    table = invent(30, 7)
    dated = table[table["earliest"].notna()]
    own = int(dated["speaker"].isna().sum())
    figure = plots.plot_timeline(table, PUBLISHED, lanes="speaker")
    assert figure.title.startswith(f"{own or 'None'} of {len(dated)} dated events")
    alone = plots.plot_timeline(table.assign(speaker=None), PUBLISHED, lanes="speaker")
    assert alone.title == f"All {len(dated)} dated events are told in the author's own voice"
