"""The decision to which time an event is anchored, made from both ends.

One model asks which time an event belongs to: the expressions of its sentence, the last one before it,
the publication date or none. Another asks which word of the sentence a time belongs to, as an
expression mostly dates one event. Where both have a say their probabilities are multiplied.
"""

from __future__ import annotations

from collections import Counter

from helpers.events.anchors import PUBLICATION, Time
from helpers.events.attachments import level
from helpers.events.candidates import Candidates
from helpers.events.models import Models
from helpers.events.sentences import Sentence

# Weight of the event's own view against that of the time, as exponents; how probable a time must be
# for the event it fits best, for another one, and where only the event was asked.
VIEW = 0.45
BEST, FURTHER, ALONE = 0.22, 0.24, 0.28


def anchor(
    sentences: list[Sentence],
    found: list[list[int]],
    chances: list[dict[int, float]],
    times: list[Time],
    published: str | None,
    models: Models,
) -> list[list[tuple[int | None, str | None, float | None]]]:
    """Return per event ``(timex row, PUBLICATION or None, rule, confidence)``.

    ``chances`` holds, per sentence, how probable it is that a token names an event, also of tokens
    too improbable to be in ``found``: they can still be what a time belongs to.
    """
    candidates = Candidates(
        sentences, found, times, published, models.senses, models.counts, models.attachments
    )
    values = {time.row: time.value for time in times} | {PUBLICATION: published}
    out = []
    for s, events in enumerate(found):
        clauses = candidates.clauses(s).items()
        ruled = {i: (row, "clause with when", 0.7) for i, row in clauses}
        ruled |= {i: (row, "coordination", 0.5) for i, row in candidates.gapped(s).items()}
        asked = {i: candidates.of(s, i) for i in events}
        others = {i: candidates.here(s, i) for i in chances[s] if i not in asked}
        rows = sorted({time.row for time in candidates.times[s]})
        dated = _shares_of_times(sentences[s], rows, asked | others, chances[s], models)
        judged = {i: judge_times(i, asked[i], chances[s][i], dated, values, models) for i in events}
        best: dict[int, float] = {}
        for choices in judged.values():
            for row, joint, _ in choices:
                best[row] = max(joint, best.get(row, 0.0))
        line = []
        for i in events:
            if i in ruled:
                line.append(ruled[i])
                continue
            margins = [
                (joint - _limit(i, row, joint, dated, best), -n)
                for n, (row, joint, _) in enumerate(judged[i])
            ]
            margin, place = max(margins, default=(-1.0, 0))
            if margin < 0:
                line.append((None, None, None))
                continue
            row, _, share = judged[i][-place]
            line.append((row, candidates.explain(s, i, row), round(share, 2)))
        out.append(line)
    return out


def describe_for_time(features: list[str], chance: float, tag: str) -> list[str]:
    """Return the features of a token as the one a time belongs to: those of the pair, and how
    probable it is that the token names an event."""
    return [*features, f"x{level(chance)}", f"x{level(chance)} {tag[0]}"]


def _shares_of_times(sentence: Sentence, rows: list[int], asked, chances, models: Models):
    """Return the probability of every (token, time) of a sentence, asked of the time."""
    shares = {}
    for row in rows:
        pairs = [
            (i, describe_for_time(features, chances[i], sentence.tags[i]))
            for i, line in sorted(asked.items())
            for candidate, features in line
            if candidate == row
        ]
        found = models.times.shares([features for _, features in pairs])
        shares |= {(i, row): share for (i, _), share in zip(pairs, found, strict=True)}
    return shares


def judge_times(i: int, line, chance: float, dated, values, models: Models):
    """Return ``(row, joint probability, share)`` of the candidates of an event; what several with
    one value have is summed, as any of them says the same, unless an X leaves part of it open."""
    shares = models.anchors.shares([features for _, features in line])
    known = {row: values[row] for row, _ in line if values[row] and "X" not in values[row]}
    total: Counter = Counter()
    for (row, _), share in zip(line, shares, strict=True):
        total[known.get(row, row)] += share
    judged = []
    for row, _ in line:
        share = total[known.get(row, row)]
        joint = chance * share
        if (i, row) in dated:
            joint = joint**VIEW * dated[i, row] ** (1 - VIEW)
        judged.append((row, joint, share))
    return judged


def _limit(i: int, row: int, joint: float, dated, best: dict[int, float]) -> float:
    if (i, row) not in dated:
        return ALONE
    return BEST if joint >= best[row] else FURTHER
