"""What the event labeller looks at: tags, endings, shapes, closed-class words, WordNet classes and
event likelihoods, never a content word.
"""

from __future__ import annotations

from helpers.events.senses import Counts, Senses
from helpers.events.sentences import Sentence

FUNCTION_WORDS = frozenset(
    """a about above across after against ago all along already also although always am amid among an
    and another any anyone anything are around as at away back be because been before behind being
    below between beyond both but by can could did do does done down due during each either else
    enough even ever every few for from further get gets getting go goes going gone got had has have
    having he her here him himself his how however i if in instead into is it its itself just least
    less let like likely many may me might more most much must my near neither never next no nobody
    none nor not nothing now of off often on once one only onto or other others our out over own per
    perhaps quite rather same shall she should since so some someone something soon still such than
    that the their them themselves then there these they this those though through throughout thus
    till to together too toward towards two under unless until up upon us very via was we well were
    what when where whether which while who whom whose why will with within without would yet you
    your n't 's 's 're 've 'll 'd 'm ' ` `` '' " , . : ; ? ! ( ) - -- – — $ % & [ ] /""".split()
)
EDGE = "|"


def shape(text: str) -> str:
    """Return capitals as X, small letters as x, digits as d, repeated ones once."""
    out = ""
    for c in text:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if c.isalpha() or c.isdigit() or c in "-.'’":
            out += "" if out.endswith(kind) else kind
    return out[:6]


def likelihood(n: int, k: int) -> str:
    """Return the share of a lemma's occurrences that were events, in steps, with its support."""
    if n == 0:
        return "0"
    share = (k + 0.3) / (n + 0.6)
    step = sum(share > limit for limit in (0.04, 0.12, 0.25, 0.4, 0.6, 0.75, 0.88, 0.95))
    return f"{step}{'a' if n < 3 else 'b' if n < 10 else 'c'}"


def describe(sentence: Sentence, senses: Senses, counts: Counts) -> list[list[str]]:
    """Return the features of every token of a sentence."""
    size = len(sentence)
    tags = [EDGE, EDGE, *sentence.tags, EDGE, EDGE]
    closed = [EDGE, EDGE] + [
        w if w in FUNCTION_WORDS else t
        for w, t in zip(sentence.words, sentence.tags, strict=True)
    ] + [EDGE, EDGE]  # fmt: skip
    signs, chances, usual = [], [], []
    for lemma, tag in zip(sentence.lemmas, sentence.tags, strict=True):
        n, k, most = counts.of(lemma, tag)
        signs.append(senses.of(lemma, tag))
        chances.append(likelihood(n, k) if tag[0] in "VNJRI" else "-")
        usual.append(most[:4] if k else "-")
    roles = [_role(sentence, i) for i in range(size)]
    chance = [EDGE, *chances, EDGE]
    sign = [EDGE, *[s[:2] for s in signs], EDGE]
    out = []
    governor = EDGE
    for i in range(size):
        word, tag, k = sentence.words[i], sentence.tags[i], i + 2
        own = [
            f"t{tag}",
            f"r{roles[i]}",
            f"l{chances[i]} {tag[0]}",
            f"m{usual[i]} {tag[0]}",
            f"lm{chances[i]} {usual[i]} {tag}",
            f"w{signs[i]} {tag[0]}",
            f"W{signs[i][:1]} {tag[0]}",
            f"lw{chances[i]} {signs[i][:1]} {tag[0]}",
            f"h{shape(sentence.texts[i])} {'0' if i == 0 else ''}",
            f"a{tags[k - 1]} {tag}",
            f"b{tag} {tags[k + 1]}",
            f"c{tags[k - 1]} {tag} {tags[k + 1]}",
            f"d{tags[k - 2]} {tags[k - 1]} {tag}",
            f"e{tag} {tags[k + 1]} {tags[k + 2]}",
            f"<{closed[k - 1]} {tag}",
            f">{closed[k + 1]} {tag}",
            f"<<{closed[k - 2]} {closed[k - 1]} {tag[0]}",
            f">>{closed[k + 1]} {closed[k + 2]} {tag[0]}",
            f"<>{closed[k - 1]} {closed[k + 1]} {tag[0]}",
            f"<l{closed[k - 1]} {chances[i]}",
            f">l{closed[k + 1]} {chances[i]}",
            f"g{governor} {tag}",
            f"gl{governor} {chances[i]}",
            f"nl{chance[i]} {chances[i]}",
            f"nr{chances[i]} {chance[i + 2]}",
            f"nw{sign[i]} {tag} {sign[i + 2]}",
            f"rl{roles[i]} {chances[i]}",
        ]
        if tag[0] in "NVJ" and len(word) > 5:
            own += [f"s3{word[-3:]} {tag[0]}", f"s2{word[-2:]} {tag[0]}"]
            own += [f"sl{word[-3:]} {chances[i]}"]
        if word in FUNCTION_WORDS:
            own.append(f"f{word}")
            own.append(f"fr{word} {roles[i]}")
        if sentence.in_timex[i] >= 0:
            own.append("T")
        elif i + 1 < size and sentence.in_timex[i + 1] >= 0:
            own.append("T>")
        elif i and sentence.in_timex[i - 1] >= 0:
            own.append("<T")
        out.append(own)
        if (tag[0] == "V" and i in sentence.groups) or tag in ("IN", "TO", ",", ":"):
            governor = f"{tag} {signs[i]} {chances[i]}" if tag[0] == "V" else closed[k]
    return out


def describe_events(
    sentence: Sentence, events: list[int], senses: Senses, counts: Counts
) -> list[list[str]]:
    """Return the features by which the events of a sentence get their classes."""
    out = []
    for number, i in enumerate(events):
        tag, word = sentence.tags[i], sentence.words[i]
        _, k, usual = counts.of(sentence.lemmas[i], tag)
        sign, role = senses.of(sentence.lemmas[i], tag), _role(sentence, i)
        before = sentence.words[i - 1] if i else EDGE
        after = sentence.words[i + 1] if i + 1 < len(sentence) else EDGE
        next_tag = sentence.tags[i + 1] if i + 1 < len(sentence) else EDGE
        before = before if before in FUNCTION_WORDS else sentence.tags[i - 1]
        after = after if after in FUNCTION_WORDS else next_tag
        gap = events[number + 1] - i if number + 1 < len(events) else 0
        quoted = any(t in ("``", "''") for t in sentence.tags[max(0, i - 4) : i + 5])
        that = "that" in sentence.words[i + 1 : i + 4]
        own = [
            f"m{usual} {tag[0]}",
            f"mt{usual} {tag}",
            f"mn{usual} {min(k, 3)}",
            f"w{sign} {tag[0]}",
            f"wm{sign[:1]} {usual}",
            f"t{tag}",
            f"r{role}",
            f"rm{role} {usual}",
            f"rw{role} {sign[:1]}",
            f">{after}",
            f">m{after} {usual}",
            f">w{after} {sign[:1]} {tag[0]}",
            f"<{before} {tag[0]}",
            f"<m{before} {usual}",
            f"g{min(gap, 6)} {next_tag} {tag[0]}",
            f"gm{min(gap, 6)} {usual}",
            f"q{quoted} {usual}",
            f"h{that} {usual} {sign[:1]}",
        ]
        if tag[0] in "NVJ" and len(word) > 5:
            own.append(f"s{word[-3:]} {tag[0]}")
        out.append(own)
    return out


def _role(sentence: Sentence, i: int) -> str:
    """Return what a token does in its verb group: main verb with tense, auxiliary or nothing."""
    group = sentence.groups.get(i)
    if group is not None:
        return f"{group.tense[:4]} {group.aspect[:4]} {group.passive:d}"
    return "aux" if i in sentence.auxiliaries else ""
