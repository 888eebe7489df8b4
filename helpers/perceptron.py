"""The one trainable sequence labeller: a linear-chain averaged perceptron with integer weights.

Michael Collins (2002): Discriminative Training Methods for Hidden Markov Models. EMNLP. Decoding is
exact (Viterbi); ties go to the label that comes first in sorted order, so equal input gives equal
output on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

import numpy as np

Features = Sequence[Sequence[Iterable[str]]]
MAX_LABELS = 127
FORBIDDEN = -(1 << 22)
_HEADER = "sequence labeller 1"
_GROUP = 48


class SequenceLabeller:
    """Labels the tokens of sequences from string features and the label before.

    A token is an iterable of feature strings (present or absent, no values), a sequence a list of
    tokens. Train with :meth:`train`, keep with :meth:`to_bytes`, load with :meth:`from_bytes`.

    >>> sequences = [[["the"], ["dog"]], [["the"], ["cat"]], [["dog"]]]
    >>> labels = [["D", "N"], ["D", "N"], ["N"]]
    >>> labeller = SequenceLabeller.train(sequences, labels, iterations=5, seed=1)
    >>> labeller.predict([["the"], ["unseen"]])
    ['D', 'N']
    >>> labeller = SequenceLabeller.from_bytes(labeller.to_bytes())
    >>> labeller.predict_many([[["cat"]], []])
    [['N'], []]
    >>> labeller.predict([["cat"]], allowed=[["D"]])
    ['D']
    """

    def __init__(
        self,
        labels: Sequence[str],
        features: Sequence[str],
        emission: np.ndarray,
        transition: np.ndarray,
    ):
        """``emission`` has one row per feature, ``transition[a, b]`` scores label b after label a;
        its last row scores the first label of a sequence, its last column the end after a label."""
        self.labels = tuple(labels)
        self.label_ids = {label: i for i, label in enumerate(self.labels)}
        self.features = {feature: i for i, feature in enumerate(features, 1)}
        # Row 0 stays zero: it opens every token's segment, so a token without known features works.
        self.emission = np.zeros((len(self.features) + 1, len(self.labels)), np.int16)
        self.emission[1:] = emission
        self.transition = np.asarray(transition, np.int32)

    # ------------------------------------------------------------------ prediction

    def predict(self, sequence: Sequence[Iterable[str]], allowed=None) -> list[str]:
        """Return the best labels of one sequence.

        ``allowed`` restricts the answer: for each token an iterable of labels, or ``None`` for any.
        """
        return self.predict_many([sequence], None if allowed is None else [allowed])[0]

    def predict_many(self, sequences: Features, allowed=None) -> list[list[str]]:
        """Return the best labels of every sequence (much faster than one call per sequence)."""
        lengths = [len(sequence) for sequence in sequences]
        emissions = self.score([token for sequence in sequences for token in sequence])
        if allowed is not None:
            emissions = emissions + self.mask([tags for sequence in allowed for tags in sequence])
        names = np.array(self.labels, dtype=object)[self.decode(emissions, lengths)].tolist()
        ends = np.cumsum(lengths, dtype=int).tolist()
        return [names[end - length : end] for end, length in zip(ends, lengths, strict=True)]

    def predict_with_margins(
        self, sequence: Sequence[Iterable[str]], allowed=None
    ) -> list[tuple[str, int]]:
        """Return ``(label, margin)`` per token of one sequence: by how much the best labelling of
        the whole sequence beats the best one that gives this token another label (0: a tie)."""
        if not len(sequence):
            return []
        emissions = self.score(sequence).astype(np.int64)
        if allowed is not None:
            emissions += self.mask(allowed)
        n = len(self.labels)
        inner, first, last = self.transition[:n, :n], self.transition[n, :n], self.transition[:n, n]
        forward, backward = emissions.copy(), np.zeros_like(emissions)
        forward[0] += first
        backward[-1] = last
        for t in range(1, len(emissions)):
            forward[t] += (forward[t - 1][:, None] + inner).max(axis=0)
        for t in range(len(emissions) - 2, -1, -1):
            backward[t] = (inner + (emissions[t + 1] + backward[t + 1])).max(axis=1)
        totals = forward + backward
        rows, best = np.arange(len(totals)), self.decode(emissions, [len(emissions)])
        others = totals.copy()
        others[rows, best] = FORBIDDEN * len(totals)
        margins = totals[rows, best] - others.max(axis=1) if n > 1 else totals[rows, best]
        return [(self.labels[b], int(m)) for b, m in zip(best, margins, strict=True)]

    def score(self, tokens: Sequence[Iterable[str]]) -> np.ndarray:
        """Return the summed feature weights, one row per token and one column per label."""
        get = self.features.get
        ids, starts = [], []
        for token in tokens:
            starts.append(len(ids))
            ids.append(0)
            ids.extend([i for i in map(get, token) if i])
        return _sum_rows(self.emission, np.array(ids, np.int64), np.array(starts, np.int64))

    def mask(self, allowed: Iterable[Iterable[str] | None]) -> np.ndarray:
        """Return what to add to the scores so that only ``allowed`` labels can win."""
        rows = list(allowed)
        mask = np.full((len(rows), len(self.labels)), FORBIDDEN, np.int32)
        for row, names in enumerate(rows):
            columns = slice(None) if names is None else [self.label_ids[name] for name in names]
            mask[row, columns] = 0
        return mask

    def decode(self, emissions: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
        """Return the best label ids of sequences whose score rows stand one after another."""
        return _decode(emissions, lengths, self.transition)

    # ------------------------------------------------------------------ storage

    def to_bytes(self) -> bytes:
        """Return the model as bytes: sorted features (front-coded), then sparse weights."""
        if any("\n" in feature for feature in self.features):
            raise ValueError("A feature with a line break in it cannot be stored.")
        shared, rest, before = [], [], ""
        for feature in self.features:
            length = 0
            limit = min(len(before), len(feature), 255)
            while length < limit and before[length] == feature[length]:
                length += 1
            shared.append(length)
            rest.append(feature[length:])
            before = feature
        weights = self.emission[1:]
        rows, columns = np.nonzero(weights)
        values = weights[rows, columns]
        head = "\n".join([_HEADER, "\t".join(self.labels), "\n".join(rest)]).encode()
        parts = [
            np.array([len(head), len(rest), len(rows)], "<u4"),
            np.frombuffer(head, np.uint8),
            np.array(shared, np.uint8),
            np.bincount(rows, minlength=len(rest)).astype(np.uint8),
            columns.astype(np.uint8),
            # Low and high bytes apart: the high ones are nearly all alike and compress away.
            (values & 255).astype(np.uint8),
            (values >> 8).astype(np.int8),
            self.transition.astype("<i4"),
        ]
        return b"".join(part.tobytes() for part in parts)

    @classmethod
    def from_bytes(cls, content: bytes) -> SequenceLabeller:
        """Return the model that :meth:`to_bytes` wrote. Raises ``ValueError`` for other bytes."""
        size, n_features, n_weights = (int(n) for n in np.frombuffer(content, "<u4", 3))
        at = 12 + size
        lines = content[12:at].decode("utf-8", "replace").split("\n")
        if lines[0] != _HEADER:
            raise ValueError(f"These bytes are no model: they do not begin with '{_HEADER}'.")
        labels = lines[1].split("\t")
        shared = content[at : at + n_features]
        features, before = [], ""
        for length, rest in zip(shared, lines[2 : 2 + n_features], strict=True):
            before = before[:length] + rest
            features.append(before)
        at += n_features

        def take(count: int, dtype: str) -> np.ndarray:
            nonlocal at
            block = np.frombuffer(content, dtype, count, at)
            at += block.nbytes
            return block

        counts = take(n_features, "u1")
        columns, low, high = take(n_weights, "u1"), take(n_weights, "u1"), take(n_weights, "i1")
        emission = np.zeros((n_features, len(labels)), np.int16)
        rows = np.repeat(np.arange(n_features), counts)
        emission[rows, columns] = low.astype(np.int16) + high.astype(np.int16) * 256
        side = len(labels) + 1
        return cls(labels, features, emission, take(side * side, "<i4").reshape(side, side))

    # ------------------------------------------------------------------ training

    @classmethod
    def train(
        cls,
        sequences: Iterable[Sequence[Iterable[str]]],
        labels: Sequence[Sequence[str]],
        iterations: int = 8,
        seed: int = 1,
        min_count: int = 1,
        scale: int = 16,
        prune: int = 1,
        margin: int = 0,
        restarts: int = 1,
        forbidden: Callable[[str | None, str | None], bool] | None = None,
        report: Callable[[int, int, float], None] | None = None,
    ) -> SequenceLabeller:
        """Return a labeller trained on ``sequences`` (read once, a generator is fine).

        ``min_count`` drops rarer features; ``margin`` asks the right label to lead by that much
        (loss-augmented decoding); ``restarts`` adds up the averages of that many trainings with
        the seeds seed, seed+1, ...; ``scale`` is the number of integer steps per unit of averaged
        weight, and weights below ``prune`` steps are dropped. ``forbidden(before, label)`` is true
        for pairs that must never follow each other (``None`` stands for start and end, so a BIO
        scheme is one line). ``report(restart, iteration, accuracy)`` is called after each pass.
        Raises ``ValueError`` when sequences and labels do not fit or there are too many labels.
        """
        names = sorted({label for sequence in labels for label in sequence})
        if not 0 < len(names) <= MAX_LABELS:
            raise ValueError(f"{len(names)} labels: a labeller takes 1 to {MAX_LABELS}.")
        known, documents = _intern(sequences, min_count)
        number = {name: i for i, name in enumerate(names)}
        gold = [np.array([number[label] for label in sequence], np.int64) for sequence in labels]
        if [len(starts) for _, starts in documents] != [len(answer) for answer in gold]:
            raise ValueError("Training needs exactly one label for every token of every sequence.")
        barred = np.zeros((len(names) + 1, len(names) + 1), np.int32)
        if forbidden is not None:
            ends = [*names, None]
            barred[:] = [[FORBIDDEN if forbidden(a, b) else 0 for b in ends] for a in ends]
        emission, transition, steps = 0, 0, 1
        for restart in range(restarts):
            part = _average(
                documents,
                gold,
                len(known),
                barred,
                iterations,
                random.Random(seed + restart),
                margin,
                (lambda i, a, r=restart: report(r, i, a)) if report else None,
            )
            emission, transition, steps = emission + part[0], transition + part[1], part[2]
        # Half up by integer division: no float, hence no difference between processors.
        divisor = steps * restarts
        emission = (2 * emission * scale + divisor) // (2 * divisor)
        transition = (2 * transition * scale + divisor) // (2 * divisor)
        emission = np.clip(emission, -32768, 32767)
        emission[np.abs(emission) < prune] = 0
        kept = [i for i in range(1, len(known) + 1) if emission[i].any()]
        kept.sort(key=lambda i: known[i - 1])
        transition = np.where(barred < 0, FORBIDDEN, transition)
        return cls(names, [known[i - 1] for i in kept], emission[kept], transition)


def _sum_rows(weights: np.ndarray, ids: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return for every segment of ``ids`` the sum of its weight rows (in blocks that stay cached)."""
    sums = np.empty((len(starts), weights.shape[1]), np.int32)
    ends = np.append(starts[1:], len(ids))
    for a in range(0, len(starts), 64):
        b = min(a + 64, len(starts))
        block = weights[ids[starts[a] : ends[b - 1]]]
        np.add.reduceat(block, starts[a:b] - starts[a], axis=0, dtype=np.int32, out=sums[a:b])
    return sums


def _decode(emissions: np.ndarray, lengths: Sequence[int], transition: np.ndarray) -> np.ndarray:
    """Viterbi over many sequences at once, step by step, longest first."""
    n = len(transition) - 1
    # Score and previous label share one integer: one maximum finds both, first label on ties.
    width = 1 << n.bit_length()
    order = np.arange(n - 1, -1, -1, dtype=np.int32)
    inner = transition[:n, :n] * width + order[:, None]
    first, last = transition[n, :n], transition[:n, n]
    lengths = np.asarray(lengths, np.int64)
    starts = np.cumsum(lengths) - lengths
    best = np.zeros(int(lengths.sum()), np.int64)
    by_length = np.argsort(-lengths, kind="stable")
    by_length = by_length[: np.count_nonzero(lengths)]
    for at in range(0, len(by_length), _GROUP):
        group = by_length[at : at + _GROUP]
        begin, length = starts[group], lengths[group]
        active = np.searchsorted(-length, -np.arange(length[0]))
        score = np.zeros((len(group), n), np.int32)
        final = np.empty((len(group), n), np.int32)
        score += first
        back = []
        for t, alive in enumerate(active.tolist()):
            if t:
                final[alive : len(score)] = score[alive:]
                packed = ((score[:alive] * width)[:, :, None] + inner).max(axis=1)
                back.append(n - 1 - (packed & (width - 1)))
                score = packed >> (width.bit_length() - 1)
            score = score + np.clip(emissions[begin[:alive] + t], FORBIDDEN, -FORBIDDEN)
            score -= score.max(axis=1)[:, None]
            np.maximum(score, 2 * FORBIDDEN, out=score)
        final[: len(score)] = score
        label = (final + last).argmax(axis=1)
        for t in range(len(active) - 1, -1, -1):
            alive = active[t]
            best[begin[:alive] + t] = label[:alive]
            if t:
                label[:alive] = back[t - 1][np.arange(alive), label[:alive]]
    return best


def _intern(sequences, min_count: int) -> tuple[list[str], list[tuple[np.ndarray, np.ndarray]]]:
    """Return the kept features and, per sequence, feature ids (from 1) and token starts in them."""
    ids: dict[str, int] = {}
    raw = []
    for sequence in sequences:
        flat, starts = [], []
        for token in sequence:
            starts.append(len(flat))
            flat.append(0)
            flat.extend([ids.setdefault(f, len(ids) + 1) for f in dict.fromkeys(token)])
        raw.append((np.array(flat, np.int32), np.array(starts, np.int64)))
    everything = np.concatenate([flat for flat, _ in raw])
    counts = np.bincount(everything, minlength=len(ids) + 1)
    keep = counts >= min_count
    keep[0] = True
    renumber = np.cumsum(keep) - 1
    documents = []
    for flat, starts in raw:
        chosen = keep[flat]
        before = np.cumsum(chosen) - chosen
        documents.append((renumber[flat[chosen]], before[starts]))
    return [feature for feature, i in ids.items() if keep[i]], documents


def _average(documents, gold, n_features, barred, iterations, generator, margin, report):
    """Return the sums of the weights over all steps, of emissions and transitions, and the steps."""
    n = len(barred) - 1
    weights = np.zeros((n_features + 1, n), np.int32)
    late = np.zeros((n_features + 1, n), np.int64)
    moves, late_moves = np.zeros((n + 1, n + 1), np.int32), np.zeros((n + 1, n + 1), np.int64)
    order = [i for i, answer in enumerate(gold) if len(answer)]
    step, total = 0, sum(len(answer) for answer in gold)
    for iteration in range(iterations):
        generator.shuffle(order)
        wrong = 0
        for i in order:
            (flat, starts), right = documents[i], gold[i]
            scores = np.add.reduceat(weights[flat], starts, axis=0)
            if margin:
                scores += margin
                scores[np.arange(len(right)), right] -= margin
            guess = _decode_one(scores, moves + barred)
            step += 1
            if not np.array_equal(guess, right):
                ends = np.append(starts[1:], len(flat))
                for t in np.nonzero(guess != right)[0].tolist():
                    wrong += 1
                    rows = flat[starts[t] + 1 : ends[t]]
                    weights[rows, right[t]] += 1
                    weights[rows, guess[t]] -= 1
                    late[rows, right[t]] += step
                    late[rows, guess[t]] -= step
                for path, sign in ((right, 1), (guess, -1)):
                    before, after = np.append(n, path), np.append(path, n)
                    np.add.at(moves, (before, after), sign)
                    np.add.at(late_moves, (before, after), sign * step)
        if report is not None:
            report(iteration, 1 - wrong / max(total, 1))
    steps = step + 1
    return (
        weights.astype(np.int64) * steps - late,
        moves.astype(np.int64) * steps - late_moves,
        steps,
    )


def _decode_one(emissions: np.ndarray, transition: np.ndarray) -> np.ndarray:
    """Viterbi of one sequence (the training loop's lean twin of :func:`_decode`)."""
    n = len(transition) - 1
    width = 1 << n.bit_length()
    inner = transition[:n, :n] * width + np.arange(n - 1, -1, -1, dtype=np.int32)[:, None]
    score = emissions[0] + transition[n, :n]
    back = []
    for emission in emissions[1:]:
        packed = ((score * width)[:, None] + inner).max(axis=0)
        back.append(packed)
        score = (packed >> (width.bit_length() - 1)) + emission
        score = np.maximum(score - score.max(), 2 * FORBIDDEN)
    label = int((score + transition[:n, n]).argmax())
    path = [label]
    for packed in reversed(back):
        label = n - 1 - (int(packed[label]) & (width - 1))
        path.append(label)
    return np.array(path[::-1], np.int64)
