"""The features of an event with a time outside its sentence: the last one before it, the publication date.

No preposition and no syntax ties the two together; the event itself has to tell. ``own`` is what
:meth:`helpers.events.relations.Relations.event` says of it.
"""

from __future__ import annotations

from helpers.events.anchors import Time


def describe_last(
    time: Time, gap: int, same: bool, published: str | None, own: dict[str, str]
) -> list[str]:
    """Return the features of an event with a time ``gap`` sentences before it; ``same`` tells
    whether that is in the same paragraph."""
    kind, relation = time.kind(), time.relation(published)
    context = f"{min(gap, 3)} {same} {own['here']}"
    return [
        "last",
        f"last {context}",
        f"lasto {own['order']} {min(gap, 2)}",
        f"lastk {kind} {own['here']}",
        f"lastt {own['tense']} {relation}",
        f"lasttc {own['tense']} {own['class']}",
        f"lastc {own['class']} {min(gap, 2)}",
        f"lastkc {own['kind']} {own['sign']}",
        f"lastr {relation} {own['kind']} {min(gap, 2)}",
        f"lastq {own['quoted']} {own['class']}",
        f"lastg {own['governor']}",
        f"lastj {own['joined']}",
    ]


def describe_publication(own: dict[str, str]) -> list[str]:
    """Return the features of an event with the publication date. The word before it (auxiliary,
    preposition, article) and what opens its clause tell whether it is part of the day's news: "is
    rising" is likely to be, "to rise" and "if it rises" are not."""
    return [
        "pub",
        f"pub {own['place']} {own['here']}",
        f"pubt {own['tense']}",
        f"pubtp {own['tense']} {own['place']} {own['here']}",
        f"pubc {own['class']} {own['kind']}",
        f"pubct {own['class']} {own['tense']}",
        f"pubcth {own['class']} {own['tense']} {own['here']}",
        f"pubs {own['sign']} {own['kind']}",
        f"pubg {own['governor']}",
        f"pubgt {own['governor']} {own['tense']}",
        f"pubq {own['quoted']} {own['class']}",
        f"pubqt {own['quoted']} {own['tense']}",
        f"pubo {own['order']} {own['kind']} {own['place']}",
        f"publ {own['chance']} {own['kind']}",
        f"pubh {own['head']}",
        f"pubz {own['size']} {own['here']}",
        f"pubzt {own['size']} {own['tense']}",
        f"pubj {own['joined']} {own['tense']}",
        f"pubw {own['before']}",
        f"pubwt {own['before']} {own['when']}",
        f"pubx {own['opening']}",
        f"pubxt {own['opening']} {own['when']}",
        f"pubxp {own['opening']} {own['step']}",
    ]
