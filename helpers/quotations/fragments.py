"""Words in marks that are a complement: "called it ‘absurd’ and ‘a joke’", "told him the road was"."""

from __future__ import annotations

from helpers.quotations.embedded import FINITE
from helpers.quotations.sources import find_candidates
from helpers.quotations.spans import Reading, Report
from helpers.wordlists import calls

NOUN_PHRASE = frozenset("DT PRP PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH TO IN".split())
_JOINTS, _ARTICLES = frozenset(", and or but".split()), frozenset("a an as the".split())
_BE = frozenset("are be been being is was were".split())
_OBJECT_ENDS = frozenset("IN TO RP POS PRP".split())
_TELLING = frozenset(
    """advised assured informed inform informs notified reminded tell telling tells told
    warned warning warns""".split()
)
_TIMES = frozenset(
    """month morning night week weekend year today yesterday tonight monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_BEFORE_GERUNDS = frozenset("after before by for from of without".split())
_BEFORE_TIMES = frozenset("at earlier in last late on this".split())
_OPENS_CLAUSE = frozenset("CD DT EX NNP NNPS PRP PRP$".split())
_CALLED = frozenset("her him it that them this".split())
_COMMENTS = frozenset(
    """accusation allegation assertion assessment charge claim comment comparison complaint declaration
    description echo expression jibe line nod phrase reference remark sentiment statement suggestion
    term verdict view word""".split()
)
# So far from its verb an addressee with its complements may reach.
_ADDRESS = 12
_NOUN_LEAD = 7


def split_fragments(reading: Reading, report: Report, first: int, stop: int) -> list:
    """Return a piece as its fragments in marks, if it is a verb of calling that has several of them
    for complements ("called it ‘lifeless’ and ‘a shopping list’"), else the piece itself."""
    pairs = _pairs(reading, first, stop)
    if len(pairs) < 2:
        return [(first, stop)]
    # "described their ‘King Lear’ as ‘two hours of felt’": the first may be a name.
    for k in range(len(pairs)):
        chain = [pairs[k]]
        for pair in pairs[k + 1 :]:
            # "a “nasty guy,” “unstable” and “sick.”": a comma may stand inside the marks.
            between = set(reading.words[chain[-1][1] - 2 : pair[0]]) - {'"', "'"}
            between -= set(reading.words[chain[-1][1] - 2 : chain[-1][1]]) - {","}
            gap = range(chain[-1][1], pair[0])
            gap = [reading.tags[i] for i in gap if reading.words[i] not in _JOINTS]
            # "called the launch ‘brave’ and its timing ‘odd’"
            again = chain[0][0] > first and bool(gap) and is_object(gap)
            alike = again or between <= _JOINTS | _ARTICLES
            if not alike or between.isdisjoint(_JOINTS):
                break
            chain.append(pair)
        whole = chain[-1] == pairs[-1] and (
            len(chain) > 1 or reading.words[chain[0][0] - 1] == "as"
        )
        if whole and completes_calling(reading, report, first, chain[0][0]):
            return chain
    return [(first, stop)]


def keep_called(reading: Reading, report: Report) -> None:
    """Leave of a report only what stands in marks in "the ‘experiment’, as its treasurer calls it, paid" and
    in "a theory, which he calls ‘absurd’"."""
    relative = {(i, k) for i, k in report.pieces if k - i == 1 and reading.tags[i] in ("WDT", "WP")}
    report.pieces = [one for one in report.pieces if one not in relative] or report.pieces
    first, stop = report.pieces[0]
    pairs, cue = _pairs(reading, first, stop), report.cue
    if cue is None or not pairs or cue[1] >= len(reading.words):
        return
    mark = pairs[-1][1]
    mark += reading.words[mark : mark + 1] == [","]
    behind = reading.words[mark : mark + 1] == ["as"] and mark < cue[0]
    if behind and calls(reading.words[cue[1] - 1]) and reading.words[cue[1]] in _CALLED:
        report.pieces = [pairs[-1]]


def _pairs(reading: Reading, first: int, stop: int) -> list[tuple[int, int]]:
    """Return the spans of the outer pairs of marks in ``first..stop``."""
    found: list[tuple[int, int]] = []
    for i in range(first, stop):
        if reading.inside[i] < 0:
            continue
        if found and found[-1][1] == i and reading.inside[i] == reading.inside[i - 1]:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def completes_calling(reading: Reading, report: Report, first: int, stop: int) -> bool:
    """Whether the words before a fragment in marks at ``stop`` are a verb such as "called" with its
    object, or the object alone behind such a cue; the verb becomes the cue ("confirmed it and termed
    it ‘absurd’")."""
    words, tags, cue = reading.words, reading.tags, report.cue
    if words[stop - 1] == "for":
        # "calls for ‘more’ money" calls nothing so.
        return False
    verb = next((i for i in range(stop - 1, first - 1, -1) if _is_verb(reading, i)), -1)
    if verb < first or (words[stop - 1] == "as" and not calls(words[verb])):
        called = cue is not None and cue[1] <= first and any(map(calls, words[slice(*cue)]))
        clause = any(tag in FINITE for tag in tags[first:stop])
        # An article alone belongs to what is partly in marks: "called a “rant”".
        object_ = tags[first:stop] != ["DT"] and (not clause or "as" in words[first:stop])
        return called and object_ and (cue[1] == first or words[cue[1]] == "as")
    passive = words[verb - 1] in _BE
    if not calls(words[verb]) or passive:
        return False
    what = words[first:verb].index("what") + first if "what" in words[first:verb] else -1
    joined = tags[verb - 1] == "CC"
    told = any(tag in FINITE for tag in tags[first:verb]) or "that" in words[first:verb]
    told = told and not joined
    if told:
        # "used a card for what he described as ‘equipment’"
        return False
    if what >= 0 and cue is not None:
        # "condemned what she called ‘a breach’" is the outer speaker's word, too; "what the court
        # called ‘a breach’" is a report of its own.
        return tags[what + 1 : verb] == ["PRP"]
    subject = verb
    while subject > first and tags[subject - 1] in NOUN_PHRASE | {"RB"}:
        subject -= 1
    report.cue = (verb, verb + 1)
    if subject == first < verb:
        report.mention = (subject, verb)
    return True


def _is_verb(reading: Reading, place: int) -> bool:
    """Whether a token is a finite verb, or a participle behind a comma that goes on like one."""
    tag = reading.tags[place]
    if tag in FINITE:
        return True
    if tag == "VBG" and place > 0 and reading.words[place - 1] in _BEFORE_GERUNDS:
        # "apologised for calling it ‘absurd’"
        return True
    led = tag in ("VBG", "VBN") and place > 0 and reading.words[place - 1] == ","
    after = reading.tags[place + 1] if place + 1 < len(reading.tags) else ""
    return led and (tag == "VBG" or after in NOUN_PHRASE - {"IN", "TO"})


def is_object(tags: list[str]) -> bool:
    """Whether the words between a verb and a fragment in marks are no part of it: an object, with a
    preposition or a possessive that the fragment completes or not."""
    if not tags or not all(tag in NOUN_PHRASE or tag == "RP" for tag in tags):
        return False
    return tags[-1][:2] == "NN" or tags[-1] in _OBJECT_ENDS


def is_telling(word: str) -> bool:
    """Whether a form of a verb names the one who is told before what is told."""
    return word in _TELLING


def end_before_comment(reading: Reading, marked: list[int], stop: int) -> int:
    """Return where a content ends behind whose marks a writer comments on it: "had his ‘full support’, a phrase
    that has been heard before"."""
    at = marked[-1] + 1 if marked else stop
    added = at + 3 < stop and reading.words[at] == "," and reading.words[at + 1] in ("a", "an")
    noun = (
        next((i for i in range(at + 2, stop) if reading.tags[i][:2] == "NN"), stop)
        if added
        else stop
    )
    comments = noun < min(stop, at + _NOUN_LEAD) and reading.words[noun] in _COMMENTS
    return at if comments else stop


def skip_time(reading: Reading, cue: tuple[int, int] | None, first: int, stop: int) -> int:
    """Return where the clause begins before which only a time stands behind its cue ("said on Monday the road
    was ‘safe’", "said last week the shop would close"), or ``first``."""
    words, tags = reading.words, reading.tags
    if cue is None or cue[1] != first:
        return first
    at = first
    while at < stop - 2 and words[at] in _BEFORE_TIMES:
        at += 1
    at += at > first and words[at] == "the"
    timed = at
    while at < stop - 2 and words[at] in _TIMES:
        at += 1
    # "said last week figures were up" may be the figures of last week.
    clause = at > timed and (tags[at] in _OPENS_CLAUSE or words[first] in ("on", "at"))
    verbal = clause and tags[at] != "POS" and any(tag in FINITE for tag in tags[at + 1 : stop])
    return at if verbal and tags[at] not in FINITE else first


def skip_addressee(reading: Reading, cue: tuple[int, int] | None, first: int, stop: int) -> int:
    """Return where the clause begins that "told" reports to somebody ("told local radio in April
    the shop was ‘safe’"), or ``first``."""
    words, tags, inside = reading.words, reading.tags, reading.inside
    if cue is None or cue[1] != first or words[first - 1] not in _TELLING:
        return first
    end = next((i for i in range(first, stop) if inside[i] >= 0), stop)
    limit = min(end, first + _ADDRESS)
    verb = next((i for i in range(first, end) if tags[i] in FINITE), end)
    if "that" in words[first:limit]:
        that = words.index("that", first)
        return that + 1 if that < min(verb, stop - 1) else first
    offered = find_candidates(words, tags, first, end)
    if tags[first] != "PRP" and (not offered or offered[0].first != first):
        return first
    if verb == end == stop or verb == first + 1:
        return first
    for one in offered:
        if one.first == first:
            continue
        if one.first > min(verb, limit):
            break
        joined = tags[one.first - 1] in ("IN", "TO", "CC", "POS", ",", "HYPH")
        if not joined and words[one.head] not in _TIMES and one.stop <= verb:
            return one.first
    return first
