"""Descriptions beside the name that they belong to: "the mayor, Ann Lee", "a man named Bo Lee"."""

from __future__ import annotations

from helpers.speakers.lexicon import CONTRASTS, ONES
from helpers.speakers.line import FINITE, HEADS, Index, Line, Phrase, verb_after
from helpers.speakers.namewords import TITLES
from helpers.speakers.nouns import classify_noun
from helpers.speakers.predicates import COPULAS, find_predicate, find_subject, is_description
from helpers.wordlists import is_reporting

_NAMING = frozenset("named called nicknamed identified".split())
_ONE_OF = ONES | CONTRASTS
# Words that tell a name, and those among which they stand.
_NAMERS = _NAMING | frozenset("as known name".split())
_AMONG_NAMERS = frozenset(
    """, who is was be to by only simply just better best locally widely everybody everyone all most here
    there gave gives giving goes went go asked wanted wants asks would his her their the a first last full single
    one whose real true friends neighbours neighbors villagers colleagues of""".split()
)
_TELLING = _NAMERS | _AMONG_NAMERS
_CLOSERS = frozenset(", . ; : ) ? ! - – — \" ' “ ” ‘ ’".split())


def find_appositions(index: Index) -> dict[Phrase, Phrase]:
    """Return ``{description: name}`` for phrases side by side that mean the same."""
    line, found = index.line, {}
    for name in index.phrases:
        if name.form != "name":
            continue
        _look_before(index, name, found)
        _look_after(index, name, found)
    return {one: two for one, two in found.items() if line.quoted[one.first] == two.quoted}


def find_doubles(index: Index) -> dict[Phrase, Phrase]:
    """Return ``{description: description after it}``: "the winner, a postman from Lund, said"."""
    line, found = index.line, {}
    for one in index.phrases:
        if one.form != "noun":
            continue
        at = one.reach
        if (after := line.norm(at)) in ("of", "for"):
            # "Her partner of thirty years, a judge"
            at += next((k for k in range(4) if line.holds(at + k, ",")), 4)
            after = line.norm(at)
        if after != "," or line.opens[at]:
            continue
        two = index.opening.get(at + 1)
        if two is None or two.form != "noun" or line.norms[two.first] not in ("a", "an", "the"):
            continue
        end = two.reach
        closed = end >= len(line.tags) or line.opens[end] or line.norms[end] in _CLOSERS
        closed = closed or line.tags[end] in ("WP", "WDT") or line.norms[end] in _NAMING
        kinds = {classify_noun(line.norms[phrase.head]) for phrase in (one, two)}
        if closed and kinds == {"person"} and line.tags[one.head] == line.tags[two.head]:
            found[one] = two
    return found


def _look_before(index: Index, name: Phrase, found: dict[Phrase, Phrase]) -> None:
    line, first = index.line, name.first
    if line.holds(first - 1, "and") and not line.opens[first] and line.norms[first] != "the":
        one = index.before(first - 1)
        titled = line.tags[first] in HEADS or line.tags[first] == "JJ"
        bare = one is not None and one.form == "noun" and line.tags[one.first] != "DT"
        if bare and titled and one.owner is None and line.tags[one.head] == "NN":
            kinds = [classify_noun(line.norms[i]) for i in (one.head, _title_end(index, name))]
            if kinds == ["person", "person"]:
                found[one] = name
        return
    if (at := _naming_begins(index, first)) < first:
        one = index.before(at)
        # "The woman, who gave her name as Lee": whoever she is is called so from now on.
        known = one is not None and line.holds(one.first, "the") and "name" in line.norms[at:first]
        if one is not None and not known and one.form == "noun" and is_description(line, one):
            found[one] = name
        return
    if first > 3 and line.norms[first - 1] == ")":
        # "Lt Col (ret.) Bo Lee"
        start = max((i for i in range(first - 6, first - 1) if line.holds(i, "(")), default=0)
        one = index.before(start) if start else None
        capital = one is not None and line.words[one.head].istitle()
        if capital and one.form == "noun" and _is_title(line.norms[one.head]):
            found[one] = name
        return
    if (one := find_subject(index, name)) is not None:
        found.setdefault(one, name)
        return
    if first < 2 or line.norms[first - 1] not in (",", "(") or line.opens[first]:
        return
    firm = index.kinds.get(name.head) == "organization"
    one = index.before(first - 1) if firm else _nearest(index, first - 1)
    whole = _told_by_clause(index, name)
    if whole is not None and (one is None or one.form != "noun" or not _is_one_doer(line, one)):
        found.setdefault(whole, name)
        return
    if one is not None and one.form == "indefinite":
        if one.reach > one.stop or line.norms[one.head] in _ONE_OF:
            found.setdefault(one, name)
        return
    if one is None or one.form != "noun" or not is_description(line, one):
        return
    if line.norms[first - 1] == "(" and classify_noun(line.norms[one.head]) != "person":
        return
    after = name.stop
    home = index.opening.get(after + 1) if line.holds(after, "of", "from", "at") else None
    if home is not None and line.holds(home.reach, ","):
        # "Her co-author, Ann Lee of Lund,"
        after = home.reach
    closed = after >= len(line.tags) or line.opens[after] or line.norms[after] in _CLOSERS
    inserted = not closed and line.tags[after][:2] == "VB" and is_reporting(line.norms[after])
    if inserted:
        return
    if closed or line.tags[after] in ("VBD", "VBZ", "VBP", "MD", "WP", "''", "``"):
        listed = line.holds(one.first - 1, "and") and one.owner is None
        if not listed:
            found.setdefault(one, name)
        elif (whole := _shared(index, one)) is not None:
            found.setdefault(whole, name)


def _is_one_doer(line: Line, phrase: Phrase) -> bool:
    """Whether a description is that of one person or institution."""
    kind = classify_noun(line.norms[phrase.head])
    return kind in ("person", "organization") and line.tags[phrase.head] != "NNS"


def _told_by_clause(index: Index, name: Phrase) -> Phrase | None:
    """ "A retailer that buys from some of the mills, Lund Moden, had written": whom the clause is about."""
    line, at = index.line, name.first - 2
    if index.kinds.get(name.head) == "place" or not line.holds(name.stop, ","):
        return None
    if line.tags[name.stop + 1 : name.stop + 2] not in (["VBD"], ["VBZ"], ["VBP"], ["MD"]):
        return None
    while at and not line.opens[at] and line.norms[at] != ",":
        one = index.before(at) if line.norms[at] in ("who", "that", "which") else None
        if one is not None and one.form == "noun" and _is_one_doer(line, one):
            fresh = line.tags[one.first] == "DT" and line.tags[at + 1] in FINITE
            return one if fresh else None
        at -= 1
    return None


def _naming_begins(index: Index, first: int) -> int:
    """Return where the words begin that tell a name: "named Lee", ", known to everybody here as Lee",
    ", who gave only her first name, Lee"; ``first`` when nothing tells that it is one."""
    line, at = index.line, first
    while at and line.norms[at - 1] in _TELLING and not line.opens[at]:
        at -= 1
    told = line.norms[at:first]
    last = told[-1:] != [","] or told[-2:-1] == ["name"]
    return at if last and not _NAMERS.isdisjoint(told) else first


def _is_title(noun: str) -> bool:
    return noun.strip(".") in TITLES or classify_noun(noun) == "person"


def _shared(index: Index, last: Phrase) -> Phrase | None:
    """Return the first of two descriptions of one person: "his cousin and driver", with one "his"."""
    line, first = index.line, index.before(last.first - 1)
    if first is None or first.form != "noun" or line.tags[last.first] in ("DT", "CD"):
        return None
    persons = all(classify_noun(line.norms[one.head]) == "person" for one in (first, last))
    single = first.owner is not None or line.tags[first.first] == "DT"
    return first if persons and single and line.tags[last.head] == "NN" else None


def _title_end(index: Index, name: Phrase) -> int:
    """The last word before a name inside its phrase: "executive" of "chief executive Ann Lee"."""
    line, token = index.line, name.head
    while token > name.first and line.words[token][:1].isupper():
        token -= 1
    return token


def _nearest(index: Index, stop: int) -> Phrase | None:
    """The person whose description ends before ``stop``: of "the son of the foreman" the foreman, of
    "the deputy commander of the unit in the area" the commander."""
    line, whole = index.line, index.before(stop)
    if whole is not None and whole.form == "indefinite":
        return whole
    inner = max(
        (one for one in index.ending.get(stop, ()) if one.form == "noun" and one.stop == stop),
        key=lambda one: (one.owner is not None, one.stop - one.first),
        default=None,
    )
    for _ in range(3):
        if inner is None:
            break
        if classify_noun(line.norms[inner.head]) == "person" and line.tags[inner.head] != "NNS":
            return inner
        if not inner.first or line.tags[inner.first - 1] != "IN" or line.opens[inner.first]:
            break
        inner = index.before(inner.first - 1)
    return whole


def _is_scene(index: Index, name: Phrase) -> bool:
    """Whether a name of no person ends the adverbial that opens a sentence: "At Lund Hall, the …"."""
    line, at = index.line, name.first
    while at and not line.opens[at]:
        at -= 1
        if line.tags[at] in FINITE:
            return False
    return index.kinds.get(name.head) != "person" and line.tags[at] in ("IN", "VBG")


def _look_after(index: Index, name: Phrase, found: dict[Phrase, Phrase]) -> None:
    line, at, n = index.line, name.stop, len(index.line.tags)
    if at < n and line.norms[at] in (",", "(") and not line.opens[at]:
        at += 1
        while (at + 1 < n and line.tags[at] in ("CD", "RB", "HYPH")) or line.holds(
            at, "aged", "now"
        ):
            at += 1
        joined = line.holds(at, "and")
        if line.holds(at, ",", "and"):
            at += 1
        one = index.opening.get(at)
        if joined and one is not None and one.owner is not None:
            # "Karl Brandt and his wife" are two.
            return
        if one is None and at < n and line.tags[at] in FINITE and not line.opens[at]:
            # "His brother, Bo Lee, was named minister."
            one = find_predicate(index, at)
            if one is not None:
                found.setdefault(one, name)
            return
        if one is None or one.form != "noun" or line.opens[at] or one in found:
            return
        if _is_scene(index, name) and verb_after(line, one.reach) >= 0:
            # "In a post on Facebook, the minister, Ann Lee, wrote"
            return
        end = one.reach
        closed = end >= n or line.opens[end] or line.norms[end] in _CLOSERS
        two = index.opening.get(end + 1) if line.holds(end, "and") else None
        if two is not None and (two.owner is not None or line.tags[two.first] == "DT"):
            person = two.form == "noun" and classify_noun(line.norms[two.head]) == "person"
            closed = person and (two.reach >= n or line.norms[two.reach] in _CLOSERS)
            closed = closed or (person and line.tags[two.reach] in ("WP", "WDT"))
        relative = end < n and line.tags[end] in ("WP", "WP$", "WDT", "IN", "VBG", "VBN")
        if (closed or relative) and is_description(line, one):
            found[one] = name
        return
    verb = verb_after(line, at)
    if verb == at or (verb >= 0 and line.norms[verb] in COPULAS):
        one = find_predicate(index, verb)
        if one is not None:
            found.setdefault(one, name)
