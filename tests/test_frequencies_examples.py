"""The worked examples of the literature, each with the figure its author published."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency, fisher_exact

from helpers.frequencies import (
    find_wilson_interval,
    measure_association,
    measure_dispersion,
    measure_distances,
    measure_diversity,
    measure_keyness,
    measure_parts,
)
from helpers.frequencies.diversity import (
    count_factors,
    find_fisher_alpha,
    measure_hdd,
    measure_mattr,
    measure_mtld,
    measure_yule_k,
    partial_factor,
)
from helpers.frequencies.keyness import adjust_p, compare_ranks, measure_log_likelihood
from helpers.frequencies.readability import count_syllables, score_readability
from helpers.schema import TOKENS, build

GRIES = (
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
)


def make_tokens(*paragraphs: str) -> pd.DataFrame:
    """Tokens of paragraphs of words between blanks, each paragraph one sentence."""
    rows, start = [], 0
    for paragraph, text in enumerate(paragraphs):
        for word in text.split():
            kind = "word" if word.isalnum() else "punctuation"
            rows.append(
                {
                    "article_id": "toy",
                    "start": start,
                    "end": start + len(word),
                    "text": word,
                    "paragraph": paragraph,
                    "sentence": paragraph,
                    "token": len(rows),
                    "kind": kind,
                    "norm": word.lower(),
                }
            )
            start += len(word) + 1
    return build(rows, TOKENS)


def test_01_dispersion_of_the_toy_corpus():
    table = measure_dispersion(make_tokens(*GRIES), unit="form").set_index("term")
    a = table.loc["a"]
    assert (a["range"], round(a["juilland_d"], 3), round(a["carroll_d2"], 3)) == (5, 0.785, 0.938)
    assert a["rosengren_s"] == pytest.approx(0.950, abs=5e-4)
    assert a["dp"] == pytest.approx(0.180, abs=5e-4)
    assert a["dp_norm"] == pytest.approx(0.220, abs=5e-4)
    assert a["kl"] == pytest.approx(0.137, abs=5e-4)
    counts = np.array([1, 2, 3, 4, 5])
    assert counts.std() == pytest.approx(1.414, abs=5e-4)
    assert counts.std() / counts.mean() == pytest.approx(0.471, abs=5e-4)
    assert measure_parts(counts, [1] * 5)["juilland_d"] == pytest.approx(0.764, abs=5e-4)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("b", {"juilland_d": 0.968, "rosengren_s": 0.999, "dp": 0.020, "dp_norm": 0.024, "kl": 0.003}),
        ("i", {"dp": 0.820, "dp_norm": 1.0, "rosengren_s": 0.180, "kl": 2.474, "juilland_d": 0}),
        ("q", {"dp": 0.800, "dp_norm": 0.976, "rosengren_s": 0.200, "kl": 2.322, "juilland_d": 0}),
        ("x", {"dp": 0.780, "dp_norm": 0.951, "rosengren_s": 0.220, "kl": 2.184, "juilland_d": 0}),
    ],
)  # fmt: skip
def test_01_other_words_of_the_toy_corpus(term, expected):
    row = measure_dispersion(make_tokens(*GRIES), unit="form").set_index("term").loc[term]
    assert row[list(expected)].to_dict() == pytest.approx(expected, abs=6e-4)


def test_02_distances():
    paragraphs = [GRIES[0] + " k", *GRIES[1:4], GRIES[4][:-2]]
    tokens = make_tokens(*paragraphs)
    positions = np.flatnonzero((tokens["norm"] == "a").to_numpy())
    gaps = np.diff([*positions, positions[0] + 50])
    expected = [10, 2, 9, 2, 5, 2, 3, 3, 1, 3, 2, 1, 3, 2, 2]
    assert gaps.tolist() == expected
    measures = measure_distances(positions, len(tokens))
    assert measures["arf"] == pytest.approx(10.8, abs=0.05)
    assert measures["awt"] == pytest.approx(3.18, abs=5e-3)
    assert measures["ald"] == pytest.approx(0.628, abs=5e-4)
    assert measure_dispersion(tokens, unit="form").set_index("term").loc["a", "arf"] == (
        pytest.approx(measures["arf"], abs=1e-12)
    )


def test_03_carroll_and_the_normalised_deviation():
    first = measure_parts([2, 1, 1, 1, 0], [100] * 5)
    assert first["carroll_d2"] == pytest.approx(0.8277, abs=5e-5)
    assert first["carroll_um"] == pytest.approx(4.31, abs=5e-3)
    second = measure_parts([0, 4, 3, 2, 1], [100] * 5)
    assert second["juilland_d"] == pytest.approx(0.6464, abs=5e-5)
    assert second["juilland_u"] == pytest.approx(6.46, abs=5e-3)
    assert measure_parts([2, 1, 0], [10] * 3)["dp_norm"] == pytest.approx(0.5)


def test_04_allemand():
    measures = measure_parts(
        [2, 0, 1, 1, 3, 0, 3, 0, 0, 0],
        [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930],
    )
    assert measures["juilland_d"] == pytest.approx(0.6038797, abs=5e-8)
    assert measures["carroll_d2"] == pytest.approx(0.6521444, abs=5e-8)
    assert measures["rosengren_s"] == pytest.approx(0.4763652, abs=5e-8)
    assert measures["da"] == pytest.approx(0.3081640, abs=5e-8)
    assert measures["dp"] == pytest.approx(0.4990705, abs=5e-8)
    assert 1 - measures["dp_norm"] == pytest.approx(0.4465, abs=5e-5)
    assert measures["kl"] == pytest.approx(1.14359, abs=5e-6)
    assert 1 - measures["kl"] / (1 + measures["kl"]) == pytest.approx(0.4665078, abs=5e-8)


def associate(n, n_word1, n_word2, n_pairs):
    measures = measure_association([n], [n_word1], [n_word2], n_pairs)
    return {name: float(values[0]) for name, values in measures.items()}


def test_05_dunning():
    assert associate(3, 3, 3, 31777)["log_likelihood"] > 0
    assert associate(110, 2552, 221, 31777)["log_likelihood"] == pytest.approx(270.72, abs=5e-3)
    assert associate(10, 10, 13, 31777)["log_likelihood"] == pytest.approx(167.23, abs=5e-3)
    cells = [[3, 0], [0, 31774]]
    assert chi2_contingency(cells, correction=False).statistic == pytest.approx(31777)


def test_06_new_companies():
    measures = associate(8, 15828, 4675, 14307668)
    assert measures["t"] == pytest.approx(0.999932, abs=5e-7)
    assert measures["pmi"] == pytest.approx(0.629, abs=5e-4)
    cells = [[8, 15820], [4667, 14287173]]
    assert chi2_contingency(cells, correction=False).statistic == pytest.approx(1.55, abs=5e-3)


def test_06_ten_pairs_by_mutual_information():
    pairs = [
        (42, 20, 18.38), (41, 27, 17.98), (30, 117, 16.31), (77, 59, 15.94), (24, 320, 15.19),
        (14907, 9017, 1.09), (13484, 10570, 1.01), (14734, 13478, 0.53), (14093, 14776, 0.46),
        (15019, 15629, 0.29),
    ]  # fmt: skip
    for n_word1, n_word2, pmi in pairs:
        assert associate(20, n_word1, n_word2, 14307668)["pmi"] == pytest.approx(pmi, abs=5e-3)


def test_07_mutual_information_dice_and_delta_p():
    assert associate(8, 1105, 44, 15_000_000)["pmi"] == pytest.approx(11.3, abs=0.05)
    assert associate(130, 3121, 143, 10_000_000)["dice"] == pytest.approx(0.08, abs=5e-3)
    of_course = associate(5610, 5610 + 168938, 5610 + 2257, 5610 + 168938 + 2257 + 10233063)
    assert of_course["delta_p_word2"] == pytest.approx(0.032, abs=5e-4)
    assert of_course["delta_p_word1"] == pytest.approx(0.697, abs=5e-4)


def test_08_two_cells_and_four():
    measures = measure_keyness(206523, 178174, 959641, 1562358)
    assert measures["percent_diff"] == pytest.approx(88.7, abs=0.05)
    assert measures["log_ratio"] == pytest.approx(0.916, abs=5e-4)
    assert measures["log_likelihood"] == pytest.approx(38531.8, abs=0.05)
    four = associate(206523, 959641, 206523 + 178174, 959641 + 1562358)
    assert four["log_likelihood"] == pytest.approx(45784.8, abs=0.05)


def test_09_effect_sizes():
    assert measure_keyness(16217, 735, 2796938, 2087946)["odds_ratio"] == pytest.approx(
        16.6, abs=0.05
    )
    assert measure_keyness(18, 35, 1e6, 1e6)["difference_coefficient"] == (
        pytest.approx(-0.32, abs=5e-3)
    )
    assert measure_keyness(35, 263, 112289776, 1559716979)["simple_maths"] == (
        pytest.approx(1.1224, abs=5e-5)
    )


def test_10_log_dice():
    assert associate(7, 7, 7, 1000)["log_dice"] == 14
    assert associate(8, 40, 60, 1000)["log_dice"] - associate(4, 40, 60, 1000)["log_dice"] == 1
    assert associate(8, 15828, 4675, 14307668)["log_dice"] == pytest.approx(3.6765, abs=5e-5)


def test_11_fisher_and_rank_sum():
    # One of four against three of four: the pair is repelled, so the test looks at the lower tail.
    assert associate(1, 4, 4, 8)["p_exact"] == pytest.approx(0.243, abs=5e-4)
    assert associate(3, 4, 4, 8)["p_exact"] == pytest.approx(0.243, abs=5e-4)
    assert fisher_exact([[1, 3], [3, 1]]).pvalue == pytest.approx(0.486, abs=5e-4)
    assert fisher_exact([[1, 3], [3, 1]], alternative="greater").pvalue == (
        pytest.approx(0.986, abs=5e-4)
    )
    assert compare_ranks([12, 15, 18, 24, 88], [3, 3, 13, 27, 33])[0] == 31


def test_12_yule():
    spectrum = dict(enumerate([212, 51, 26, 13, 6, 6, 3, 4], start=1))
    spectrum |= {10: 1, 11: 1, 16: 1, 17: 1, 19: 1, 21: 1, 59: 1, 13: 3}
    counts = [m for m, types in spectrum.items() for _ in range(types)]
    assert (sum(counts), len(counts)) == (755, 331)
    assert measure_yule_k(counts) == pytest.approx(113.09, abs=0.5)
    assert measure_yule_k(counts) == pytest.approx(112.767, abs=5e-4)


def test_13_entropy_and_repeat_rate():
    counts = [11, 9, 9, 7, 6, 6, 5, 5, *[4] * 7, *[3] * 6, *[2] * 18, *[1] * 85]
    words = " ".join(f"w{rank}" for rank, n in enumerate(counts) for _ in range(n))
    values = measure_diversity(make_tokens(words)).set_index("measure")["value"]
    assert (values["tokens"], values["types"], values["hapaxes"]) == (225, 124, 85)
    assert values["entropy"] == pytest.approx(6.5270, abs=5e-5)
    assert values["repeat_rate"] == pytest.approx(0.0153, abs=5e-5)


def test_14_fisher_alpha():
    assert find_fisher_alpha(240, 15609) == pytest.approx(40.247, abs=5e-4)


def test_15_moving_average():
    words = "one one two one one two one".split()
    assert [measure_mattr(words, k) for k in (2, 3, 4)] == pytest.approx([5 / 6, 2 / 3, 1 / 2])


def test_16_five_words_twenty_times():
    words = "a b c d e".split() * 20
    assert measure_mtld(words) == pytest.approx(7.142857, abs=5e-7)
    assert measure_hdd([20] * 5) == pytest.approx(0.1190472, abs=5e-8)
    assert measure_yule_k([20] * 5) == 1900


def test_17_factors():
    words = "of the people by the people for the people".split()
    assert count_factors(words[:5]) < 1 <= count_factors(words[:6])
    assert measure_mtld(words) == 9
    assert partial_factor(0.887) == pytest.approx(0.404, abs=5e-4)
    assert 340 / (4 + round(partial_factor(0.887), 3)) == pytest.approx(77.203, abs=2e-3)


@pytest.mark.parametrize(
    ("n", "words", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)  # fmt: skip
def test_18_score_interval(n, words, low, high):
    assert find_wilson_interval(n, words) == pytest.approx((low, high), abs=5e-5)


def test_19_false_discovery_rate():
    small = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p = np.array([*small, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1])
    assert (adjust_p(p) <= 0.05).sum() == 4
    assert (p * len(p) <= 0.05).sum() == 3


def test_20_readability():
    words = "The cat in the hat ate breakfast".split()
    syllables = sum(count_syllables(word) for word in words)
    assert (len(words), syllables) == (7, 8)
    assert score_readability(7, 1, 8, 0) == pytest.approx((103.04, 2.8), abs=5e-3)
    values = measure_diversity(make_tokens("The cat in the hat ate breakfast .")).set_index(
        "measure"
    )
    assert values["value"][["flesch", "fog"]].tolist() == pytest.approx([103.04, 2.8], abs=5e-3)


def test_two_cell_likelihood_is_what_its_formula_says():
    a, b, c, d = 12, 30, 1000, 9000
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    by_hand = 2 * (a * np.log(a / e1) + b * np.log(b / e2))
    assert measure_log_likelihood(a, b, c, d) == pytest.approx(by_hand, rel=1e-12)
