"""Readers of a past, a present and a future that are not dated."""

from __future__ import annotations

from helpers.timexes.context import Segment
from helpers.timexes.readings import Quantity, Reading


def present(segment: Segment) -> Reading | None:
    words = segment.context.words
    if segment.kinds == ["CURRENT"] and words.lower(segment.last) in (
        "affairs",
        "account",
        "accounts",
    ):
        return None
    if segment.has("PRESENT"):
        before = words.lower(segment.first - 1)
        if words.lower(segment.last - 1) == "moment" and before not in ("at", "for"):
            return None
        if (
            segment.has("THE")
            and words.lower(segment.last).isalpha()
            and before not in ("at", "for")
        ):
            return None
    first_time = words.lower(segment.last + 2) == "first"
    if words.raw(segment.first) == "Now" and (
        words.lower(segment.last) == "," or (words.lower(segment.last) == "for" and not first_time)
    ):
        # "Now, he says, …" goes on to the next point; "Now the bridge is open" tells when.
        return None
    return Reading("DATE", literal="PRESENT_REF", reference="publication")


def recent(segment: Segment) -> Reading | None:
    if segment.has("UNITS", "DYS", "YRS", "QTRS", "CENS"):
        unit = segment.get("UNITS", "DYS", "YRS", "QTRS", "CENS")
        if segment.has("DYS", "YRS") or segment.has("AND"):
            return Reading("DATE", literal="PAST_REF", reference="publication")
        return Reading("DURATION", quantity=Quantity(((None, unit),)), reference="publication")
    if segment.has("RECENTLY") and _introduces(segment):
        return None
    return Reading("DATE", literal="PAST_REF", reference="publication")


def _introduces(segment: Segment) -> bool:
    """Tell "most recently last May" and "as recently as Friday", where the time follows."""
    words = segment.context.words
    if words.lower(segment.first - 1) == "as":
        return True
    after = segment.last + (words.lower(segment.last) in ("in", "on", "at"))
    position = segment.context.position
    following = segment.context.segments[position + 1 : position + 2]
    return bool(following) and following[0][0] in (segment.last, after)


# "The past minister" is a person of the past, "the past is over" is the past.
_AFTER_PAST = frozenset(
    "and but when is was has had have that which as he she it they we i with for in to or".split()
)


def past(segment: Segment) -> Reading | None:
    follower = segment.context.words.lower(segment.last)
    if follower.isalpha() and follower not in _AFTER_PAST:
        return None
    return Reading("DATE", literal="PAST_REF", reference="publication")


def future(segment: Segment) -> Reading | None:
    words = segment.context.words
    before, after = words.lower(segment.first - 1), words.lower(segment.last)
    if segment.kinds == ["FUTURE"]:
        if before != "in":
            return None
        if before == "in" and after.isalpha() and after not in ("and", "but", "or", "to"):
            return None
    elif after.isalpha() and words.lower(segment.last) in ("king", "president", "of"):
        return (
            Reading("DATE", literal="FUTURE_REF", reference="publication")
            if after == "of"
            else None
        )
    return Reading("DATE", literal="FUTURE_REF", reference="publication")


READERS = {reader.__name__: reader for reader in (present, recent, past, future)}
