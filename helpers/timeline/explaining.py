"""Every row of a timeline with the words that dated it, to open and close in the page."""

from __future__ import annotations

from html import escape

import pandas as pd

from helpers.display import Display

_STYLE = (
    "<style>.close-reading-dates details{border-bottom:1px solid #d9d9d9;padding:.25em 0;"
    "max-width:46em}.close-reading-dates summary{cursor:pointer}"
    ".close-reading-dates summary:focus-visible{outline:3px solid #0173b2}"
    ".close-reading-dates time{font-variant-numeric:tabular-nums;font-weight:600}"
    ".close-reading-dates q{font-style:italic}</style>"
)


def explain_timeline(timeline: pd.DataFrame, events: pd.DataFrame, timexes) -> Display:
    """Return for every row of ``timeline`` a line with its date that opens to tell why: the time
    expression and its value, what it is counted from, by what the event hangs on it, other readings,
    how sure that is, and the sentence. The lines take the keyboard's focus; there is no script.

    >>> from helpers import schema
    >>> tables = (schema.TIMELINE, schema.EVENTS, schema.TIMEXES)
    >>> explain_timeline(*(schema.build([], table) for table in tables))
    There is no event to explain.
    """
    lines, parts = [], []
    of_event = events["timex"].tolist()
    expressions = timexes.to_dict("records")
    for row in timeline.to_dict("records"):
        when = say_when(row["earliest"], row["latest"], row["granularity"])
        rows = [of_event[int(number)] for number in row["events"].split("; ")]
        told = _why(row, [expressions[int(timex)] for timex in rows if not pd.isna(timex)])
        head = f"{row['label']} ({row['status']})"
        evidence = " ".join(row["evidence"].split())
        lines.append(f"{when}: {head}. {told} Evidence: {evidence}")
        parts.append(
            f"<details><summary><time>{escape(when)}</time> {escape(head)}</summary>"
            f"<p>{escape(told)}<br><q>{escape(evidence)}</q></p></details>"
        )
    if not lines:
        text = "There is no event to explain."
        return Display(f"<p>{text}</p>", text)
    html = f'{_STYLE}<div class="close-reading-dates">{"".join(parts)}</div>'
    return Display(html, "\n".join(lines))


def say_when(earliest, latest, granularity) -> str:
    """Return an interval in ISO notation: ``2015-01-05 to 2015-01-11 (week)``.

    >>> say_when(pd.Timestamp("2015-01-12"), pd.Timestamp("2015-01-12"), "day")
    '2015-01-12'
    """
    if pd.isna(earliest) and pd.isna(latest):
        return "undated"
    if pd.isna(earliest):
        return f"until {_moment(latest)}"
    if pd.isna(latest):
        return f"from {_moment(earliest)}"
    unit = f" ({granularity})" if isinstance(granularity, str) and granularity != "day" else ""
    if earliest == latest:
        return _moment(earliest) + unit
    return f"{_moment(earliest)} to {_moment(latest)}{unit}"


def _moment(moment) -> str:
    # Years before 1000 keep four digits, which strftime does not promise.
    day = f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"
    clock = (moment.hour, moment.minute, moment.second)
    return day + (f" {clock[0]:02d}:{clock[1]:02d}" if any(clock) else "")


def _why(row: dict, expressions: list[dict]) -> str:
    claimed = f" Claimed by {row['speaker']}." if isinstance(row["speaker"], str) else ""
    if row["means"] == "publication":
        told = "No time expression: taken to be of the day of publication."
    elif row["means"] == "none" or not expressions:
        return f"Nothing in the text dates it.{claimed}"
    else:
        time = next((t for t in expressions if t["earliest"] == row["earliest"]), expressions[0])
        told = f"“{time['text']}” is {time['value']}"
        if isinstance(time["reference"], str) and time["reference"] != "none":
            counted = {"publication": "the publication date", "previous": "a date before it"}
            told += f", counted from {counted[time['reference']]}"
        told += f" ({time['rule']}); it hangs on the event by: {row['rule']}."
        if isinstance(time["alternatives"], str):
            told += f" Other readings: {time['alternatives']}."
        if pd.isna(row["earliest"]):
            told += " It names no stretch of the calendar."
    sure = "" if pd.isna(row["certainty"]) else f" Certainty {row['certainty']:.2f}."
    return " ".join(told.split()) + sure + claimed
