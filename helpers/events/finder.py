"""From an article, its tokens and time expressions to the table of its events."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate, pairwise

import pandas as pd

from helpers import schema
from helpers.events.anchoring import anchor
from helpers.events.anchors import PUBLICATION, Time
from helpers.events.features import describe, describe_events
from helpers.events.modality import ANNOUNCED, REPORTED, judge
from helpers.events.models import Models, load_models
from helpers.events.senses import Counts, Senses
from helpers.events.sentences import Sentence, read_sentences
from helpers.perceptron import SequenceLabeller

NO_EVENT = "O"
# Steps of the finder's score per unit of the logarithm of the odds that a token names an event, how
# many of them below even odds are enough (it then finds about as many false ones as it misses), and
# how many leave a token in question as what a time belongs to.
ODDS, ENOUGH, POSSIBLE = 32, -19, -60
_MODIFIERS = frozenset("POS JJ NN NNS NNP HYPH".split())
_WALL = frozenset("that which who whom whose when while because after before if since until although though where whether".split())  # fmt: skip


def find_events(
    article, tokens, timexes, names=None, quotations=None, publication=None
) -> pd.DataFrame:
    """Return the events of an article, one row per verb, noun or adjective that names one.

    Columns after the offsets: ``lemma``; ``tense``, ``aspect``, ``polarity`` and ``class`` as in
    TimeML 1.2.1; ``modality`` (reported, announced, hypothetical, negated); ``sentence``; ``timex``,
    the row number of the time expression the event is anchored to; ``earliest``, ``latest`` and
    ``granularity`` of that time, or of the publication date; ``participants``, names in its clause,
    separated by "; "; ``speaker``, who claims it (the speaker of the quotation it stands in);
    ``rule``, by what it was anchored; ``confidence``, the probability the model gives its anchor.

    ``names`` and ``quotations`` (with speakers) fill participants and speaker, without them both
    stay ``<NA>``. For an article without date, ``publication`` may be what ``infer_publication``
    found; events of the day of the report then carry its wider interval. Raises ``ValueError`` for
    tokens without tags.

    Recognition: logistic regression over tags, WordNet classes (Miller 1995) and event likelihoods;
    anchoring: conditional logit over the times in question. Scores: ``helpers/models/events.md``.

    >>> from datetime import date
    >>> from helpers.corpus import Article
    >>> from helpers.tags import tag
    >>> from helpers.timexes import find_timexes
    >>> from helpers.tokens import tokenize
    >>> note = Article("note", "The mayor resigned on Monday.", published=date(2016, 1, 6))
    >>> tokens = tag(tokenize(note))
    >>> events = find_events(note, tokens, find_timexes(note, tokens))
    >>> events[["text", "tense", "rule"]].values.tolist(), str(events["earliest"][0])
    ([['resigned', 'PAST', 'same clause: on']], '2016-01-04 00:00:00')
    """
    sentences = read_sentences(tokens, timexes)
    models = load_models()
    found, chances = recognize(sentences, models)
    labels = classify(sentences, found, models)
    published, ends = _published(article, publication)
    times = read_times(sentences, timexes)
    anchors = anchor(sentences, found, chances, times, published, models)
    timed = timexes[["earliest", "latest", "granularity"]].to_dict("records")
    people, claims = _Names(names), _Claims(quotations)
    rows = []
    for sentence, line, events, anchored in zip(sentences, labels, found, anchors, strict=True):
        judged = judge(sentence, events)
        for i, label, (row, rule, confidence) in zip(events, line, anchored, strict=True):
            modality, negated = judged[i]
            time = ends if row == PUBLICATION else timed[row] if row is not None else {}
            if modality == REPORTED and _lies_ahead(time, ends):
                modality = ANNOUNCED
            group = sentence.groups.get(i)
            start, end = sentence.starts[i], sentence.ends[i]
            rows.append(
                {
                    "article_id": article.article_id,
                    "start": start,
                    "end": end,
                    "text": sentence.texts[i],
                    "lemma": sentence.lemmas[i],
                    "tense": group.tense if group else "NONE",
                    "aspect": group.aspect if group else "NONE",
                    "polarity": "NEG" if negated else "POS",
                    "modality": modality,
                    "class": label,
                    "sentence": sentence.number,
                    "timex": None if row in (None, PUBLICATION) else row,
                    "earliest": time.get("earliest"),
                    "latest": time.get("latest"),
                    "granularity": time.get("granularity"),
                    "participants": people.around(sentence, i),
                    "speaker": claims.speaker(start),
                    "rule": rule,
                    "confidence": confidence,
                }
            )
    return schema.build(rows, schema.EVENTS, article)


def recognize(
    sentences: list[Sentence], models: Models
) -> tuple[list[list[int]], list[dict[int, float]]]:
    """Return, per sentence, the tokens that name an event, and how probable that is of each and of
    those that could."""
    odds = score_tokens(sentences, models.finder, models.senses, models.counts)
    weighed = [weigh(*pair, models.senses) for pair in zip(sentences, odds, strict=True)]
    return [events for events, _ in weighed], [chances for _, chances in weighed]


def score_tokens(
    sentences: list[Sentence], finder: SequenceLabeller, senses: Senses, counts: Counts
) -> list[list[int]]:
    """Return, per sentence, ``ODDS`` times the logarithm of the odds that a token names an event."""
    described = [describe(sentence, senses, counts) for sentence in sentences]
    scores = finder.score([token for sentence in described for token in sentence])
    odds = (scores[:, 0] - scores[:, 1] + finder.transition[-1, 0]).tolist()
    ends = list(accumulate(map(len, sentences), initial=0))
    return [odds[a:b] for a, b in pairwise(ends)]


def weigh(
    sentence: Sentence, odds: list[int], senses: Senses
) -> tuple[list[int], dict[int, float]]:
    """Return the events of a sentence, and the probability of them and of other possible ones."""
    named = _timed_nouns(sentence, senses)
    possible = sorted({i for i, steps in enumerate(odds) if steps > POSSIBLE} | named)
    chances = {i: 1.0 if i in named else 1 / (1 + math.exp(-odds[i] / ODDS)) for i in possible}
    return [i for i in possible if i in named or odds[i] > ENOUGH], chances


def _timed_nouns(sentence: Sentence, senses: Senses) -> set[int]:
    """Return the nouns that a time expression modifies ("its March 3 reply") and that name what
    somebody does: only events have a date, so these are events wherever they stand."""
    nouns = set()
    for _, _, last in sentence.timexes:
        i, end = last, min(last + 4, len(sentence))
        while i < end and sentence.tags[i] in _MODIFIERS:
            i += 1
        head = i - 1
        if head >= last and sentence.tags[head] in ("NN", "NNS"):
            sign = senses.of(sentence.lemmas[head], sentence.tags[head])
            if sign.endswith("D"):
                nouns.add(head)
    return nouns


def classify(sentences: list[Sentence], found: list[list[int]], models: Models) -> list[list[str]]:
    """Return the class of every event, per sentence."""
    return models.classes.predict_many(
        [
            describe_events(sentence, events, models.senses, models.counts)
            for sentence, events in zip(sentences, found, strict=True)
        ]
    )


def read_times(sentences: list[Sentence], timexes: pd.DataFrame) -> list[Time]:
    """Return the time expressions that stand in the sentences, with the tokens they cover."""
    types, values = timexes["type"].tolist(), timexes["value"].tolist()
    return [
        Time(row, types[row], values[row] if isinstance(values[row], str) else "", s, first, last)
        for s, sentence in enumerate(sentences)
        for row, first, last in sentence.timexes
    ]


def _published(article, publication) -> tuple[str | None, dict]:
    if article.published is not None:
        day = article.published
        moment = pd.Timestamp(day)
        return day.isoformat(), {"earliest": moment, "latest": moment, "granularity": "day"}
    ends = {"earliest": None, "latest": None, "granularity": None}
    if publication is None or publication.earliest is None or publication.latest is None:
        return None, ends
    ends["earliest"], ends["latest"] = publication.earliest, publication.latest
    if publication.earliest == publication.latest:
        ends["granularity"] = "day"
    return publication.latest.date().isoformat(), ends


def _lies_ahead(time: dict, published: dict) -> bool:
    early, day = time.get("earliest"), published["latest"]
    return early is not None and day is not None and not pd.isna(early) and early > day


class _Names:
    """The names of an article, by where they stand."""

    def __init__(self, names):
        empty = names is None or not len(names)
        self.given = names is not None
        self.starts = [] if empty else names["start"].tolist()
        self.called = [] if empty else names["canonical"].fillna(names["text"]).tolist()

    def around(self, sentence: Sentence, i: int) -> str | None:
        """Return the names in the clause of a token: up to the next verb or subordinator."""
        if not self.given:
            return None
        group = sentence.groups.get(i)
        own = {i, *(group.auxiliaries if group else ())}
        first = last = i
        while first and not self._wall(sentence, first - 1, own):
            first -= 1
        while last + 1 < len(sentence) and not self._wall(sentence, last + 1, own):
            last += 1
        a = bisect_right(self.starts, sentence.starts[first] - 1)
        b = bisect_right(self.starts, sentence.starts[last])
        return "; ".join(dict.fromkeys(self.called[a:b])) or None

    @staticmethod
    def _wall(sentence: Sentence, k: int, own: set[int]) -> bool:
        if k in own:
            return False
        tag = sentence.tags[k]
        verb = k in sentence.groups or k in sentence.auxiliaries
        return verb or tag in ("``", "''", ":", "-LRB-", "-RRB-") or sentence.words[k] in _WALL


class _Claims:
    """Who says what stands at a place: the innermost quotation's speaker."""

    def __init__(self, quotations):
        rows = []
        if quotations is not None and len(quotations) and "speaker" in quotations.columns:
            rows = list(
                zip(
                    quotations["start"].tolist(),
                    quotations["end"].tolist(),
                    quotations["speaker"].tolist(),
                    strict=True,
                )
            )
        self.rows = sorted(rows, key=lambda row: row[:2])
        self.starts = [row[0] for row in self.rows]

    def speaker(self, start: int) -> str | None:
        # Quotations nest one or two deep, so the covering one is among the few before the place.
        at = bisect_right(self.starts, start)
        for a, b, speaker in reversed(self.rows[max(0, at - 4) : at]):
            if a <= start < b:
                return speaker if isinstance(speaker, str) else None
        return None
