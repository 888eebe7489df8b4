"""What is known of an event and of a time in its sentence, as features without content words."""

from __future__ import annotations

from helpers.events.anchors import Time, Weights
from helpers.events.attachments import (
    INSIDE,
    SUBORDINATORS,
    attach,
    level,
    neighbour,
    opening,
)
from helpers.events.features import likelihood
from helpers.events.senses import Counts, Senses, kind_of
from helpers.events.sentences import Sentence, quoted_tokens

_MARKS = frozenset(("``", "''", '"'))


class Relations:
    """The features of the events of one article, and of events with the times of their sentence."""

    def __init__(
        self,
        sentences: list[Sentence],
        events: list[list[int]],
        times: list[list[Time]],
        published: str | None,
        senses: Senses,
        counts: Counts,
        attachments: Weights,
    ):
        """``events`` and ``times`` hold, per sentence, the tokens that are events and its times."""
        self.sentences, self.events = sentences, events
        self.published, self.senses, self.counts = published, senses, counts
        self.attachments = attachments
        self.times = times
        self.size = next(k for k, n in enumerate((8, 16, 32, 64, 10**9)) if len(sentences) < n)
        self.quoted = quoted_tokens(sentences)
        self._shares: dict[int, dict[int, float]] = {}

    def event(self, s: int, i: int) -> dict[str, str]:
        """Return what the features of all its candidates say of an event."""
        sentence = self.sentences[s]
        tag, lemma = sentence.tags[i], sentence.lemmas[i]
        group = sentence.groups.get(i)
        n, k, usual = self.counts.of(lemma, tag)
        modal = group.modal if group else ""
        tense = f"{group.tense[:6]} {group.aspect[:5]}" if group else tag[:2]
        mood = "" if not modal else "will" if group.tense == "FUTURE" else "modal"
        return {
            "kind": kind_of(tag),
            "tag": tag,
            "tense": f"{tense} {mood}",
            "class": usual[:5] if k else "",
            "sign": self.senses.of(lemma, tag)[:2],
            "chance": likelihood(n, k),
            "quoted": "q" if self.quoted[s][i] else "",
            "head": _head(sentence, i) if tag[0] == "N" else "",
            "governor": self._governor(s, i),
            "place": "0" if s == 0 else "1" if s < 3 else "2",
            "here": str(min(len(self.times[s]), 3)),
            "order": str(min(sum(e < i for e in self.events[s]), 3)),
            "joined": self._joined(s, i),
            "size": str(self.size),
            "step": self._step(s),
            "before": neighbour(sentence, i - 1),
            "opening": opening(sentence, i),
            "when": group.tense[:4] if group else "-",
        }

    def _governor(self, s: int, i: int) -> str:
        """Return the kind of the event before this one in the sentence, with what lies between."""
        before = [e for e in self.events[s] if e < i]
        if not before:
            return "-"
        sentence, e = self.sentences[s], before[-1]
        group = sentence.groups.get(e)
        _, _, usual = self.counts.of(sentence.lemmas[e], sentence.tags[e])
        that = "that" if "that" in sentence.words[e:i] else ""
        return f"{group.tense[:4] if group else sentence.tags[e][:1]} {usual[:5]} {that}"

    def pair(self, s: int, i: int, time: Time, own: dict[str, str]) -> list[str]:
        """Return the features of an event with a time of its sentence."""
        sentence = self.sentences[s]
        if time.first <= i < time.last:
            return [f"in {own['kind']}", "in"]
        after = time.first > i
        low, high = (i + 1, time.first) if after else (time.last, i)
        tags, words = sentence.tags[low:high], sentence.words[low:high]
        side = "after" if after else "before"
        finite = sum(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
        others = sum(low <= e < high for e in self.events[s])
        verbs = sum(low <= e < high and sentence.tags[e][0] == "V" for e in self.events[s])
        commas = sum(tag == "," for tag in tags)
        quotes = any(word in _MARKS for word in words) or any(tag in _MARKS for tag in tags)
        joins = [word for word in words if word in SUBORDINATORS]
        times = sum(low <= t.first < high for t in self.times[s])
        stops = sum(tag in (":", "-LRB-") for tag in tags)
        preposition = neighbour(sentence, time.first - 1)
        following = neighbour(sentence, time.last)
        distance = high - low
        near = str(distance) if distance < 4 else "5" if distance < 7 else "9" if distance < 12 else "14" if distance < 20 else "x"  # fmt: skip
        modifier = not after and distance < 5 and all(tag in INSIDE for tag in tags) and own["kind"] == "N"  # fmt: skip
        nearest = "n" if not others else "v" if not verbs else str(min(verbs, 3))
        join = joins[0] if after and joins else joins[-1] if joins else ""
        cc = "CC" in tags
        first_rank = sum(1 for e in self.events[s] if e < i) if not after else 0
        kind, relation = time.kind(), time.relation(self.published)
        rival = self._rival(s, time, after)
        prepositions = sum(tag in ("IN", "TO") for tag in tags)
        clean = not (verbs or finite or commas or cc or quotes or stops)
        clear = f"{side} {clean} {min(prepositions, 2)}"
        path = (
            f"{side} {nearest} f{min(finite, 2)} c{min(commas, 2)} {join} {'q' if quotes else ''}"
        )
        return [
            "pair",
            f"p {path}",
            f"pd {side} {near}",
            f"pdk {side} {near} {own['kind']}",
            f"pn {side} {nearest} {own['kind']}",
            f"pp {side} {preposition} {nearest}",
            f"ppk {side} {preposition} {own['kind']} {min(others, 2)}",
            f"px {side} {following}",
            f"pf {side} {min(finite, 3)}",
            f"pc {side} {min(commas, 3)} {own['kind']}",
            f"pj {side} {join}",
            f"pjt {side} {join} {own['tense']}",
            f"pq {side} {quotes}{own['quoted']}",
            f"pt {side} {min(times, 2)}",
            f"ps {side} {min(stops, 2)}",
            f"pcc {side} {cc} {nearest}",
            f"pm {modifier} {own['head']}" if modifier else "pm",
            f"ph {side} {own['head']} {nearest}",
            f"po {side} {min(others, 4)}",
            f"pr {side} {min(first_rank, 3)} {nearest}",
            f"k {kind}",
            f"kk {kind} {own['kind']}",
            f"kt {kind} {own['tense']}",
            f"kr {relation} {own['tense']}",
            f"kc {kind} {own['class']}",
            f"kp {kind} {preposition} {nearest}",
            f"kg {relation} {own['governor']}",
            f"c {own['class']} {nearest} {side}",
            f"cg {own['class']} {own['governor']}",
            f"cs {own['sign']} {own['kind']}",
            f"t {own['tense']} {nearest} {side}",
            f"tc {own['tense']} {own['class']}",
            f"l {own['chance']} {own['kind']}",
            f"n {own['here']} {min(times, 2)} {nearest}",
            f"q {own['quoted']} {own['class']}",
            f"v {side} {near} {rival}",
            f"vn {side} {nearest} {own['kind']} {rival}",
            f"e {clear} {preposition}",
            f"ek {clear} {own['kind']} {own['head'] if own['kind'] == 'N' else ''}",
            f"ec {clear} {own['class']} {rival}",
            f"j {own['joined']} {side} {nearest}",
            f"jr {own['joined']} {side} {min(first_rank, 2)} {rival}",
            f"i {'|' if time.first <= 1 else ''} {own['order']} {own['kind']}",
            *self._attached(s, i, time, own),
        ]

    def _attached(self, s: int, i: int, time: Time, own: dict[str, str]) -> list[str]:
        """Say how likely the expression modifies the event, and how many words it modifies rather."""
        shares = self.shares(s, time)
        share = shares.get(i, 0.0)
        step, best = level(share), level(max(shares.values(), default=0.0))
        above = min(sum(other > share for other in shares.values()), 3)
        rank = min(sum(shares.get(e, 0.0) > share for e in self.events[s]), 3)
        return [
            f"a{step}",
            f"a{step} {own['kind']}",
            f"a{step} {own['class']}",
            f"a{step} {time.kind()}",
            f"ar{above} {best}",
            f"ae{rank} {step}",
            f"aet{rank} {own['tense']}",
            f"aec{rank} {own['class']}",
            f"aj{own['joined']} {step} {rank}",
        ]

    def shares(self, s: int, time: Time) -> dict[int, float]:
        """Return how likely a time modifies each token of its sentence."""
        if time.row not in self._shares:
            self._shares[time.row] = attach(self.sentences[s], time, self.senses, self.attachments)
        return self._shares[time.row]

    def _rival(self, s: int, time: Time, after: bool) -> str:
        """Return how far the next event on the other side of an expression is, and its class."""
        events, sentence = self.events[s], self.sentences[s]
        if after:
            e = next((e for e in events if e >= time.last), None)
            gap = e - time.last if e is not None else 0
        else:
            e = next((e for e in reversed(events) if e < time.first), None)
            gap = time.first - 1 - e if e is not None else 0
        if e is None:
            return "-"
        low, high = (time.last, e) if after else (e, time.first)
        comma = "," if any(tag in (",", ":", "``", "''") for tag in sentence.tags[low:high]) else ""
        return f"{min(gap, 3)}{sentence.tags[e][0]}{comma}"

    def _joined(self, s: int, i: int) -> str:
        """Tell whether a conjunction joins an event to the one before it."""
        sentence = self.sentences[s]
        before = [e for e in self.events[s] if e < i and sentence.tags[e][0] == sentence.tags[i][0]]
        if not before:
            return ""
        between = sentence.tags[before[-1] + 1 : i]
        if "CC" not in between:
            return "," if "," in between else ""
        return "CC" + ("s" if any(tag in ("WDT", "WP", "WRB", "IN") for tag in between) else "")

    def _step(self, s: int) -> str:
        """Return how far into its paragraph a sentence stands: first, second or later."""
        own = self.sentences[s].paragraph
        return str(sum(one.paragraph == own for one in self.sentences[max(0, s - 2) : s]))


def _head(sentence: Sentence, i: int) -> str:
    """Return the closed-class word before the noun phrase of token ``i``."""
    k = i - 1
    while k >= 0 and sentence.tags[k] in INSIDE:
        k -= 1
    return neighbour(sentence, k)
