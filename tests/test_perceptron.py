"""The sequence labeller: exact decoding, constraints, margins, storage and reproducible training."""

import hashlib
import itertools
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.perceptron import FORBIDDEN, SequenceLabeller

SENTENCES = [
    "the/D old/J dog/N barks/V loudly/R",
    "a/D cat/N sleeps/V",
    "old/J dogs/N sleep/V",
    "the/D cat/N sees/V a/D dog/N",
    "dogs/N bark/V loudly/R",
    "she/P sees/V the/D old/J cat/N",
]


def pairs():
    return [[tuple(word.split("/")) for word in sentence.split()] for sentence in SENTENCES]


def features(words):
    return [
        {f"w={word}", f"end={word[-1]}", f"before={words[i - 1] if i else ''}"}
        for i, word in enumerate(words)
    ]


def trained(**options):
    return SequenceLabeller.train(
        [[sorted(f) for f in features([w for w, _ in s])] for s in pairs()],
        [[tag for _, tag in s] for s in pairs()],
        **{"iterations": 6, "seed": 3, **options},
    )


def test_learns_the_training_sentences():
    labeller = trained()
    for sentence in pairs():
        words, tags = zip(*sentence, strict=True)
        assert labeller.predict(features(words)) == list(tags)


def random_labeller(seed, n_labels=4, n_features=6):
    generator = np.random.default_rng(seed)
    return SequenceLabeller(
        "abcdefg"[:n_labels],
        [f"f{i}" for i in range(n_features)],
        generator.integers(-3, 4, (n_features, n_labels)),
        generator.integers(-3, 4, (n_labels + 1, n_labels + 1)),
    )


def best_by_enumeration(labeller, sequence, fixed=None):
    scores, n = labeller.score(sequence), len(labeller.labels)
    best = None
    for path in itertools.product(range(n), repeat=len(sequence)):
        if fixed and path[fixed[0]] == fixed[1]:
            continue
        total = sum(scores[t, label] for t, label in enumerate(path))
        total += sum(labeller.transition[a, b] for a, b in zip((n, *path), (*path, n), strict=True))
        if best is None or total > best[0]:
            best = total, path
    return int(best[0]), [labeller.labels[i] for i in best[1]]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9999), st.lists(st.sets(st.integers(0, 7)), min_size=1, max_size=5))
def test_viterbi_finds_the_best_path_and_the_exact_margin(seed, sets):
    labeller = random_labeller(seed)
    sequence = [[f"f{i}" for i in sorted(ids)] for ids in sets]
    total, _ = best_by_enumeration(labeller, sequence)
    scored = labeller.predict_with_margins(sequence)
    predicted = labeller.predict(sequence)
    assert [label for label, _ in scored] == predicted
    scores, n = labeller.score(sequence), len(labeller.labels)
    ids = [labeller.label_ids[label] for label in predicted]
    reached = sum(scores[t, label] for t, label in enumerate(ids))
    reached += sum(labeller.transition[a, b] for a, b in zip((n, *ids), (*ids, n), strict=True))
    assert reached == total
    for t, (label, margin) in enumerate(scored):
        other, _ = best_by_enumeration(labeller, sequence, (t, labeller.label_ids[label]))
        assert margin == total - other


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 99), st.lists(st.lists(st.sets(st.integers(0, 7)), max_size=6), max_size=9))
def test_a_batch_gives_what_single_calls_give(seed, batch):
    labeller = random_labeller(seed, n_labels=5)
    sequences = [[[f"f{i}" for i in sorted(ids)] for ids in sets] for sets in batch]
    assert labeller.predict_many(sequences) == [labeller.predict(s) for s in sequences]


def test_ties_go_to_the_first_label():
    labeller = SequenceLabeller("xyz", ["f"], np.zeros((1, 3), int), np.zeros((4, 4), int))
    assert labeller.predict([["f"], [], ["unknown"]]) == ["x", "x", "x"]


def test_allowed_labels_are_obeyed_against_strong_weights():
    labeller = trained()
    words = ["the", "cat", "sleeps"]
    answer = labeller.predict(features(words), allowed=[["N", "P"], None, ["R"]])
    assert answer[0] in "NP" and answer[2] == "R"
    assert [a for a, _ in labeller.predict_with_margins(features(words), [["P"], None, ["R"]])][
        ::2
    ] == ["P", "R"]


def test_forbidden_pairs_never_follow_each_other():
    spans = [["B", "I", "O"], ["O", "B", "O"], ["B", "B", "I"], ["O", "O", "O"]]
    texts = [
        ["New", "York", "is"],
        ["in", "Rome", "today"],
        ["Al", "Ed", "Orr"],
        ["so", "it", "is"],
    ]
    labeller = SequenceLabeller.train(
        [[[word, word[:1]] for word in words] for words in texts],
        spans,
        iterations=4,
        seed=1,
        forbidden=lambda before, label: label == "I" and before in (None, "O"),
    )
    for words in itertools.product(["York", "is", "Orr", "so"], repeat=4):
        labels = labeller.predict([[word, word[:1]] for word in words])
        assert all(label != "I" or labels[i - 1] != "O" for i, label in enumerate(labels))
        assert labels[0] != "I"


def test_a_model_survives_storage_and_foreign_bytes_are_refused():
    labeller = trained()
    content = labeller.to_bytes()
    again = SequenceLabeller.from_bytes(content)
    assert again.to_bytes() == content
    assert (again.emission == labeller.emission).all()
    assert list(again.features) == sorted(again.features)
    with pytest.raises(ValueError, match="no model"):
        SequenceLabeller.from_bytes(b"\x05\0\0\0\0\0\0\0\0\0\0\0hello")


def test_large_weights_and_odd_features_survive_storage():
    names = ["", "a b\t", "aé", "日本", "日本語"]
    weights = np.array([[-32768, 32767], [255, -256], [1, -1], [0, 128], [-129, 0]])
    labeller = SequenceLabeller(["A", "B"], names, weights, np.full((3, 3), FORBIDDEN))
    again = SequenceLabeller.from_bytes(labeller.to_bytes())
    assert list(again.features) == names and (again.emission[1:] == weights).all()


def test_pruning_shrinks_the_model_and_rare_features_can_be_dropped():
    full = trained()
    assert len(trained(prune=6).to_bytes()) < len(full.to_bytes())
    assert set(trained(min_count=2).features) < set(full.features)


def test_restarts_and_seeds_change_the_model_and_repeat_exactly():
    assert trained(seed=1).to_bytes() == trained(seed=1).to_bytes()
    assert trained(restarts=3).to_bytes() == trained(restarts=3).to_bytes()
    assert trained(restarts=3).to_bytes() != trained(restarts=1).to_bytes()


def test_retraining_gives_the_same_bytes_under_two_hash_seeds():
    code = (
        "import hashlib, tests.test_perceptron as t; "
        "print(hashlib.sha256(t.trained(restarts=2, margin=1).to_bytes()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(trained(restarts=2, margin=1).to_bytes()).hexdigest()}


def test_wrong_input_is_named():
    with pytest.raises(ValueError, match="one label for every token"):
        SequenceLabeller.train([[["a"], ["b"]]], [["X"]])
    with pytest.raises(ValueError, match="labels"):
        SequenceLabeller.train([], [])


def test_empty_sequences_and_empty_batches():
    labeller = trained()
    assert labeller.predict([]) == []
    assert labeller.predict_many([]) == []
    assert labeller.predict_many([[], []]) == [[], []]
    assert labeller.predict_with_margins([]) == []
