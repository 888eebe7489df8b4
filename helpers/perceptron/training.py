"""Training: the structured perceptron's updates, averaged over all steps, rounded to integers."""

from __future__ import annotations

import random

import numpy as np

from helpers.perceptron.viterbi import FORBIDDEN, decode_one

MAX_LABELS = 127


def train_weights(
    sequences,
    labels,
    iterations,
    seed,
    min_count,
    scale,
    prune,
    margin,
    restarts,
    forbidden,
    report,
):
    """Return labels, features, emission and transition weights (see SequenceLabeller.train)."""
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
    return names, [known[i - 1] for i in kept], emission[kept], transition


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
            guess = decode_one(scores, moves + barred)
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
