"""TimelineJS and iCalendar hold the dated rows, safely and in the form they ask for."""

import json
import re
from datetime import date

import pandas as pd
import pytest

from helpers import schema
from helpers.corpus import Article
from helpers.exports.icalendar import to_icalendar
from helpers.exports.timelinejs import to_timelinejs

ARTICLE = Article("fair", "Text.", title="Fair & <b>fine</b>", published=date(2020, 2, 29))


def row(start, earliest, latest, granularity, **more):
    return {
        "article_id": "fair",
        "start": start,
        "end": start + 4,
        "text": "open",
        "label": "open the fair; <i>gates</i>, all",
        "earliest": earliest and pd.Timestamp(earliest),
        "latest": latest and pd.Timestamp(latest),
        "granularity": granularity,
        "certainty": 0.5,
        "status": "reported",
        "means": "expression",
        "mentions": 1,
        "events": "0",
        "paragraph": 0,
        "evidence": "They open the fair; <i>gates</i>, all: é" + "ü" * 80,
        **more,
    }


@pytest.fixture
def timeline():
    rows = [
        row(0, "2020-02-29", "2020-02-29", "day"),
        row(10, "2020-03-01", "2020-03-31", "month", status="announced"),
        row(20, "2020-12-31T23:00:00", "2020-12-31T23:59:59", "hour", status="negated"),
        row(30, "0100-01-01", "0199-12-31", "century", status="hypothetical"),
        row(40, None, None, None),
    ]
    return schema.build(rows, schema.TIMELINE)


def test_timelinejs_gives_only_the_parts_of_a_date_that_are_known(timeline):
    content = json.loads(to_timelinejs(ARTICLE, timeline))
    day, month, hour, century = content["events"]
    assert day["start_date"] == {"year": "2020", "month": "2", "day": "29"}
    assert "end_date" not in day
    assert month["start_date"] == {"year": "2020", "month": "3"} == month["end_date"]
    assert hour["start_date"]["hour"] == "23"
    assert century["start_date"] == {"year": "100"} and century["end_date"] == {"year": "199"}
    assert "1 without date" in content["title"]["text"]["text"]


def test_timelinejs_gets_no_markup_from_the_article(timeline):
    content = json.loads(to_timelinejs(ARTICLE, timeline))
    shown = [slide["text"]["headline"] + slide["text"]["text"] for slide in content["events"]]
    shown.append(content["title"]["text"]["headline"])
    assert all("<i>" not in text and "<b>" not in text for text in shown)


def test_icalendar_lines_fold_at_75_octets_and_unfold_to_the_text(timeline):
    content = to_icalendar(ARTICLE, timeline)
    lines = content.split("\r\n")
    assert lines[-1] == "" and "\n" not in content.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    whole = content.replace("\r\n ", "")
    assert "SUMMARY:open the fair\\; <i>gates</i>\\, all\r\n" in whole
    assert "ü" * 80 in whole


def test_icalendar_days_end_on_the_day_after_and_times_float(timeline):
    events = to_icalendar(ARTICLE, timeline).split("BEGIN:VEVENT")[1:]
    assert len(events) == 4
    assert "DTSTART;VALUE=DATE:20200229" in events[0] and "DATE:20200301" in events[0]
    assert "DTSTART;VALUE=DATE:20200301" in events[1] and "DATE:20200401" in events[1]
    assert "DTSTART:20201231T230000\r\n" in events[2] and "STATUS:CANCELLED" in events[2]
    assert "DATE:01000101" in events[3] and "DATE:02000101" in events[3]
    assert len({re.search("UID:(.+)", event)[1] for event in events}) == 4


def test_the_end_of_the_calendar_and_no_rows_are_no_accident():
    last = schema.build([row(0, "9999-12-31", "9999-12-31", "day")], schema.TIMELINE)
    assert "DTSTART;VALUE=DATE:99991231" in to_icalendar(ARTICLE, last)
    empty = schema.build([], schema.TIMELINE)
    assert "VEVENT" not in to_icalendar(ARTICLE, empty)
    assert json.loads(to_timelinejs(ARTICLE, empty))["events"] == []
