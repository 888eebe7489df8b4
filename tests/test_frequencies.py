"""Counting, keyness, collocation, dispersion, diversity and laws: invariants, oracles, bad input."""

import sys
import types

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.collocations import BigramCollocationFinder
from nltk.metrics.association import BigramAssocMeasures
from scipy.special import zeta
from scipy.stats import fisher_exact, hypergeom
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import power_proportions_2indep, proportion_confint

from helpers import frequencies as F
from helpers.corpus import Article
from helpers.frequencies.collocations import measure_tail
from helpers.frequencies.diversity import measure_mattr, measure_mtld
from helpers.frequencies.fits import fit_heaps, fit_zipf
from helpers.frequencies.keyness import adjust_p, find_power
from helpers.frequencies.readability import count_syllables, join_words
from helpers.schema import (
    COLLOCATIONS,
    FREQUENCIES,
    KEYWORDS,
    PARAGRAPHS,
    QUOTATIONS,
    TOKENS,
    build,
    check,
)
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training.reference import count_words, find_files

CLOSED = {"the": "DET", "of": "ADP", "and": "CCONJ"}


def make_tokens(*paragraphs: str, article_id="tide", tagged=True) -> pd.DataFrame:
    """Tokens of paragraphs whose words and marks stand between blanks; a dot ends a sentence."""
    rows, start, sentence = [], 0, 0
    for paragraph, text in enumerate(paragraphs):
        for word in text.split():
            plain = word.lower()
            kind = "word" if word[0].isalpha() else "number" if word[0].isdigit() else "punctuation"
            tags = {"lemma": plain, "pos": CLOSED.get(plain, "NOUN"), "tag": "NN"} if tagged else {}
            rows.append(
                {"article_id": article_id, "start": start, "end": start + len(word), "text": word}
                | {"paragraph": paragraph, "sentence": sentence, "token": len(rows)}
                | {"kind": kind, "norm": plain, **tags}
            )
            start += len(word) + 1
            sentence += word == "."
        sentence += 1
    return build(rows, TOKENS)


def make_paragraphs(*roles: str, article_id="tide") -> pd.DataFrame:
    rows = [
        {
            "article_id": article_id,
            "start": n,
            "end": n + 1,
            "text": "x",
            "paragraph": n,
            "role": role,
        }
        for n, role in enumerate(roles)
    ]
    return build(rows, PARAGRAPHS)


def join_spaced(tokens: pd.DataFrame, order) -> pd.DataFrame:
    """The same paragraphs in another order."""
    by_paragraph = tokens.groupby("paragraph")["text"].apply(" ".join)
    return make_tokens(*[by_paragraph.iloc[n] for n in order])


WORDS = st.sampled_from(["sea", "wall", "ash", "the", "of", "Mud", ".", ",", "7"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=6)


def read(text: str) -> str:
    return text if any(c.isalnum() for c in text) else f"{text} sea"


@given(TEXTS)
@settings(max_examples=20, deadline=None)
def test_counts_sum_to_the_running_words(texts):
    tokens = make_tokens(*texts)
    for unit in ("lemma", "form", "text", "pos"):
        table = F.count_terms(tokens, unit=unit, bootstrap=0)
        assert table["n"].sum() == tokens["kind"].isin(["word", "number"]).sum()
        assert table["per_million"].sum() == pytest.approx(1e6 if len(table) else 0)
        assert table["rank"].tolist() == list(range(1, len(table) + 1))


@given(TEXTS)
@settings(max_examples=12, deadline=None)
def test_intervals_contain_the_estimate(texts):
    table = F.count_terms(make_tokens(*texts), bootstrap=50)
    for low, high in (("wilson_low", "wilson_high"), ("boot_low", "boot_high")):
        shown = table[table[low].notna()]
        assert (shown[low] <= shown["per_million"] + 1e-9).all()
        assert (shown["per_million"] <= shown[high] + 1e-9).all()


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_order_of_paragraphs_changes_no_count(texts, random):
    tokens = make_tokens(*texts)
    order = list(range(len(texts)))
    random.shuffle(order)
    other = join_spaced(tokens, order)
    columns = [
        "term",
        "pos",
        "n",
        "per_million",
        "wilson_low",
        "wilson_high",
        "rank",
        "dp",
        "dp_norm",
    ]
    one, two = (F.count_terms(table, bootstrap=0)[columns] for table in (tokens, other))
    pd.testing.assert_frame_equal(one, two)
    reference = make_tokens("sea wall of mud . the sea")
    keys = [c for c in KEYWORDS.columns if c != "first_start"]
    one, two = (F.find_keywords(t, reference, min_count=1)[keys] for t in (tokens, other))
    pd.testing.assert_frame_equal(one, two)
    one, two = (F.find_collocations(t).drop(columns="first_start") for t in (tokens, other))
    pd.testing.assert_frame_equal(one, two)
    spread = ["term", "n", "range", "dp", "juilland_d", "carroll_d2", "rosengren_s", "kl", "da"]
    one, two = (F.measure_dispersion(t)[spread] for t in (tokens, other))
    pd.testing.assert_frame_equal(one, two)


@given(TEXTS.map(lambda texts: [read(text) for text in texts]))
@settings(max_examples=12, deadline=None)
def test_a_text_twice_as_long_with_the_same_proportions(texts):
    once, twice = make_tokens(*texts), make_tokens(*texts, *texts)
    one = F.count_terms(once, bootstrap=0).set_index("term")
    two = F.count_terms(twice, bootstrap=0).set_index("term")
    assert two["n"].tolist() == (2 * one["n"]).tolist()
    np.testing.assert_allclose(two["per_million"], one["per_million"])
    np.testing.assert_allclose(two["dp"], one["dp"], atol=1e-12)
    reference = make_tokens("sea wall of mud . the sea ash 7 of")
    double = make_tokens(*["sea wall of mud . the sea ash 7 of"] * 2)
    one = F.find_keywords(once, reference, min_count=0).set_index("term")
    two = F.find_keywords(twice, double, min_count=0).set_index("term").loc[one.index]
    np.testing.assert_allclose(two["log_likelihood"], 2 * one["log_likelihood"], atol=1e-9)
    seen = (one["n"] > 0) & (one["n_reference"] > 0)
    np.testing.assert_allclose(two["log_ratio"][seen], one["log_ratio"][seen], atol=1e-9)
    one = F.find_collocations(once, min_count=1, attracted=False).set_index(["word1", "word2"])
    two = F.find_collocations(twice, min_count=1, attracted=False).set_index(["word1", "word2"])
    np.testing.assert_allclose(two["log_dice"].loc[one.index], one["log_dice"], atol=1e-9)


def test_an_evenly_spread_word_has_no_deviation():
    tokens = make_tokens(*["sea wall", "sea wall sea wall", "wall sea"])
    table = F.count_terms(tokens, bootstrap=0).set_index("term")
    assert table["dp"].tolist() == pytest.approx([0, 0], abs=1e-12)


def test_ties_are_broken_by_name_and_filters_keep_the_rates():
    tokens = make_tokens("the sea the wall of ash .")
    table = F.count_terms(tokens, stop=("the", "of"), bootstrap=0)
    assert table["term"].tolist() == ["ash", "sea", "wall"]
    assert table["per_million"].iloc[0] == pytest.approx(1e6 / 6)
    only = F.count_terms(tokens, pos=("DET",), bootstrap=0)
    assert only[["term", "n", "pos"]].values.tolist() == [["the", 2, "DET"]]
    assert table["first_start"].tolist() == [20, 4, 12]


def test_ngrams_stay_in_the_sentence_and_never_skip():
    tokens = make_tokens("sea wall , ash . mud sea the wall", "wall ash")
    terms = set(F.count_terms(tokens, n=2, bootstrap=0)["term"])
    assert terms == {"sea wall", "mud sea", "sea the", "the wall", "wall ash"}
    shown = F.count_terms(tokens, n=2, stop=("the",), bootstrap=0)
    assert set(shown["term"]) == {"sea wall", "mud sea", "wall ash"}
    assert shown["per_million"].iloc[0] == pytest.approx(1e6 / 5)
    three = F.count_terms(tokens, n=3, stop=("the",), bootstrap=0)
    assert three["term"].tolist() == ["sea the wall"]
    with pytest.raises(ValueError, match="at least one word"):
        F.count_terms(tokens, n=0)


def test_only_headline_and_body_count():
    tokens = make_tokens("sea", "wall", "ash", "mud")
    paragraphs = make_paragraphs("headline", "caption", "body", "boilerplate")
    assert F.count_terms(tokens, paragraphs, bootstrap=0)["term"].tolist() == ["ash", "sea"]
    captions = F.count_terms(tokens, paragraphs, roles=("caption",), bootstrap=0)
    assert captions["term"].tolist() == ["wall"]


def test_bootstrap_is_wider_for_clumped_words_and_repeatable():
    clumped = make_tokens("ash ash ash ash sea sea", *["sea sea sea sea sea sea"] * 9)
    even = make_tokens(*["ash sea sea sea sea sea"] * 4, *["sea sea sea sea sea sea"] * 6)
    width = {}
    for name, tokens in (("clumped", clumped), ("even", even)):
        row = F.count_terms(tokens, seed=3).set_index("term").loc["ash"]
        width[name] = row["boot_high"] - row["boot_low"]
    assert width["clumped"] > 1.3 * width["even"]
    pd.testing.assert_frame_equal(F.count_terms(even, seed=3), F.count_terms(even, seed=3))
    one = F.count_terms(make_tokens("ash sea"))
    assert one["boot_low"].isna().all() and one["wilson_low"].notna().all()


def test_words_of_each_voice():
    tokens = make_tokens("sea wall ash mud wall ash sea")
    rows = [
        {"article_id": "tide", "start": 4, "end": 22, "text": "x", "kind": "direct", "speaker": "Ada"},
        {"article_id": "tide", "start": 9, "end": 12, "text": "x", "kind": "direct", "speaker": "Bo"},
        {"article_id": "tide", "start": 17, "end": 21, "text": "x", "kind": "mixed", "speaker": pd.NA},
        {"article_id": "tide", "start": 22, "end": 25, "text": "x", "kind": "indirect", "speaker": "Cy"},
    ]  # fmt: skip
    quotations = pd.DataFrame(rows).assign(speaker_type="named person")
    voices = F.label_voices(tokens, quotations)
    assert voices.tolist() == ["author", "Ada", "Bo", "Ada", "unattributed", "author", "author"]
    table = F.count_by_voice(tokens, quotations, bootstrap=0)
    assert table["group"].unique().tolist() == ["author", "Ada", "Bo", "unattributed"]
    assert table["n"].sum() == 7
    nobody = F.label_voices(tokens, quotations.drop(columns=["speaker", "speaker_type"]))
    assert nobody.tolist() == ["author", *["quoted"] * 4, "author", "author"]
    empty = build([], QUOTATIONS)
    assert F.label_voices(tokens, empty).unique().tolist() == ["author"]


def test_parts_of_an_article():
    tokens = make_tokens(*["sea wall ash mud"] * 5, "caption words here now")
    paragraphs = make_paragraphs("headline", *["body"] * 4, "caption")
    parts = F.label_parts(tokens, paragraphs)
    assert parts.groupby(tokens["paragraph"]).first().tolist()[:5] == (
        ["lead", "middle", "middle", "middle", "ending"]
    )
    assert parts[tokens["paragraph"] == 5].isna().all()
    table = F.count_by_part(tokens, paragraphs, bootstrap=0)
    assert table["group"].unique().tolist() == ["lead", "middle", "ending"]
    assert table["n"].sum() == 20


def test_keyness_has_a_sign_and_states_zero():
    target = make_tokens("sea " * 6 + "wall " * 4)
    reference = make_tokens("wall " * 10 + "ash " * 10)
    table = F.find_keywords(target, reference).set_index("term")
    assert table.loc["sea", "log_likelihood"] > 0 > table.loc["ash", "log_likelihood"]
    assert table.loc["sea", "log_ratio"] == pytest.approx(np.log2((6 / 10) / (0.5 / 20)))
    assert table.loc["sea", "percent_diff"] == pytest.approx(100 * (0.6 / 0.025 - 1))
    assert table.loc["ash", "log_ratio"] == pytest.approx(np.log2((0.5 / 10) / (10 / 20)))
    assert table.loc["ash", "first_start"] is pd.NA and table.loc["sea", "first_start"] == 0
    inside = (table["log_ratio_low"] <= table["log_ratio"]) & (
        table["log_ratio"] <= table["log_ratio_high"]
    )
    assert inside.all() and (table["p_adjusted"] >= table["p"]).all()
    assert (np.sign(table["z"]) == np.sign(table["log_likelihood"])).all()


def test_keyness_against_a_table_of_counts():
    target = make_tokens("sea wall sea wall sea")
    counts = F.count_terms(
        make_tokens("sea of ash . the sea wall " * 4), stop=("the",), bootstrap=0
    )
    row = F.find_keywords(target, counts).set_index("term").loc["sea"]
    assert row["per_million_reference"] == pytest.approx(2e6 / 6)
    general = F.load_reference()
    assert F.find_keywords(target, general, min_count=2)["term"].iloc[0] in ("sea", "wall")


def test_log_odds_shrink_with_the_prior():
    target, reference = make_tokens("sea sea sea wall"), make_tokens("ash wall " * 50)
    weak = F.find_keywords(target, reference, prior_words=10).set_index("term")
    strong = F.find_keywords(target, reference, prior_words=5000).set_index("term")
    assert 0 < strong.loc["sea", "log_odds"] < weak.loc["sea", "log_odds"]


@pytest.mark.parametrize("words", [2000, 5000, 10**6])
def test_power_agrees_with_statsmodels(words):
    ours = find_power(0.01, 0.004, words, 2.5 * words)
    # Both ends of the two-sided test are counted there, the far one is nil when power is not.
    theirs = power_proportions_2indep(0.006, 0.004, words, ratio=2.5).power
    assert float(ours) == pytest.approx(theirs, abs=2e-3)


def test_detectable_length_is_the_shortest():
    words = F.find_detectable_length(0.01, 0.004, 50000)
    assert find_power(0.01, 0.004, words, 50000) >= 0.8
    assert find_power(0.01, 0.004, words - 2, 50000) < 0.8
    assert F.find_detectable_length(0.004, 0.004) is pd.NA
    assert F.find_detectable_length(0.00401, 0.004, 1000) is pd.NA
    many = F.find_detectable_length([0.01, 0.004], 0.004, 50000)
    assert many.tolist() == [words, pd.NA]


def test_detectable_length_holds_in_simulation():
    words = F.find_detectable_length(0.02, 0.01, 100_000)
    random = np.random.RandomState(1)
    a, b = random.binomial(words, 0.02, 4000), random.binomial(100_000, 0.01, 4000)
    p = F.measure_keyness(a, b, words, 100_000)["p"]
    assert (p < 0.05).mean() == pytest.approx(0.8, abs=0.05)


def test_oracles_of_intervals_and_corrections():
    n = np.array([0, 1, 7, 150, 400])
    theirs = proportion_confint(n, 400, method="wilson")
    np.testing.assert_allclose(F.find_wilson_interval(n, 400), theirs, atol=1e-9)
    p = np.random.RandomState(0).uniform(size=50) ** 3
    np.testing.assert_allclose(adjust_p(p), multipletests(p, method="fdr_bh")[1], atol=1e-9)


def test_oracle_of_adjacent_pairs():
    words = np.random.RandomState(2).choice(list("abcdefg"), 900, p=[0.4, *[0.1] * 6]).tolist()
    table = F.find_collocations(
        make_tokens(" ".join(words)), unit="form", min_count=1, attracted=False
    ).set_index(["word1", "word2"])
    finder = BigramCollocationFinder.from_words(words)
    assert table["n"].to_dict() == dict(finder.ngram_fd)
    # In one sentence only the last word opens no pair and only the first closes none.
    for (one, two), row in table.iterrows():
        margins = (words[:-1].count(one), words[1:].count(two)), 899
        assert (row["n_word1"], row["n_word2"]) == margins[0]
        for column, measure in (
            ("pmi", BigramAssocMeasures.pmi),
            ("t", BigramAssocMeasures.student_t),
            ("dice", BigramAssocMeasures.dice),
        ):
            assert row[column] == pytest.approx(measure(row["n"], *margins), abs=1e-9)
        likelihood = BigramAssocMeasures.likelihood_ratio(row["n"], *margins)
        assert abs(row["log_likelihood"]) == pytest.approx(likelihood, abs=1e-9)
        cells = [[row["n"], row["n_word1"] - row["n"]], [row["n_word2"] - row["n"], 0]]
        cells[1][1] = 899 - sum(cells[0]) - cells[1][0]
        side = "greater" if row["log_likelihood"] > 0 else "less"
        exact = fisher_exact(np.array(cells), alternative=side).pvalue
        assert row["p_exact"] == pytest.approx(exact, abs=1e-9)


def test_oracle_of_the_exact_tail():
    n, f1, f2 = np.array([1, 4, 60, 900]), np.array([3, 500, 70, 3000]), np.array([7, 9, 800, 2500])
    expected = hypergeom.sf(n - 1, 90_000, f1, f2)
    np.testing.assert_allclose(measure_tail(n, 90_000, f1, f2), expected, rtol=1e-8, atol=1e-300)


def test_repelled_pairs_are_left_out_and_marked_when_asked_for():
    tokens = make_tokens("the sea the wall the ash the mud of the the ash of the sea")
    shown = F.find_collocations(tokens, min_count=1)
    assert ("the", "the") not in set(zip(shown["word1"], shown["word2"], strict=True))
    every = F.find_collocations(tokens, min_count=1, attracted=False)
    pair = every.set_index(["word1", "word2"]).loc[("the", "the")]
    assert pair["log_likelihood"] < 0 and pair["pmi"] < 0


def test_windows_stop_at_the_sentence_and_count_punctuation_as_a_place():
    tokens = make_tokens("sea , wall ash . mud")
    near = F.find_collocations(tokens, window=1, min_count=1, attracted=False)
    assert near[["word1", "word2"]].values.tolist() == [["wall", "ash"]]
    wide = F.find_collocations(tokens, window=3, min_count=1, attracted=False)
    pairs = set(zip(wide["word1"], wide["word2"], strict=True))
    assert pairs == {("sea", "wall"), ("sea", "ash"), ("wall", "ash")}
    node = F.find_collocations(tokens, window=3, min_count=1, attracted=False, node="sea")
    assert set(node["word1"]) == {"sea"}
    with pytest.raises(ValueError, match="at least one token"):
        F.find_collocations(tokens, window=0)


def test_moving_average_against_counting_every_window():
    words = np.random.RandomState(5).choice(list("abcdefghij"), 300).tolist()
    every = [len(set(words[i : i + 40])) / 40 for i in range(len(words) - 39)]
    assert measure_mattr(words, 40) == pytest.approx(np.mean(every), abs=1e-12)
    assert np.isnan(measure_mattr(words[:39], 40))


def test_diversity_of_short_texts():
    values = F.measure_diversity(make_tokens("sea")).set_index("measure")["value"]
    assert values["ttr"] == 1 and values["sentences"] == 1
    assert values[["mattr", "hdd", "fisher_alpha"]].isna().all()
    assert measure_mtld(["sea"]) == 1.0


def test_words_are_joined_as_printed():
    rows = []
    for start, text, kind in (
        (0, "I", "word"), (2, "do", "word"), (4, "n't", "word"), (8, "out", "word"),
        (11, "-", "punctuation"), (12, "run", "word"), (15, "--", "punctuation"), (17, "it", "word"),
        (19, ".", "punctuation"),
    ):  # fmt: skip
        rows.append({"article_id": "a", "start": start, "end": start + len(text), "text": text})
        rows[-1] |= {"paragraph": 0, "sentence": 0, "token": len(rows), "kind": kind, "norm": text}
    assert join_words(build(rows, TOKENS)) == ["I", "don't", "out-run", "it"]


def test_syllables_are_mostly_right():
    known = {
        "sea": 1, "harbour": 2, "tidewater": 3, "government": 3, "statement": 2, "asked": 1,
        "wanted": 2, "settled": 2, "houses": 2, "times": 1, "media": 3, "special": 2, "nation": 2,
        "radio": 3, "serious": 3, "society": 4, "being": 2, "creation": 3, "didn't": 2, "policy": 3,
        "economy": 4, "relations": 3, "organization": 5, "table": 2, "quickly": 2, "museum": 3,
        "league": 1, "something": 2, "businesses": 4, "forces": 2, "language": 2, "european": 4,
    }  # fmt: skip
    right = sum(count_syllables(word) == n for word, n in known.items())
    assert right >= 0.9 * len(known)


@pytest.mark.parametrize("alpha", [1.8, 2.4])
def test_the_zipf_fit_finds_the_exponent_it_was_drawn_from(alpha):
    random = np.random.RandomState(11)
    support = np.arange(1, 200_000)
    chances = support**-alpha / zeta(alpha)
    counts = random.choice(support, 4000, p=chances / chances.sum())
    rows = {row["parameter"]: row for row in fit_zipf(counts, bootstrap=40)}
    assert rows["alpha"]["low"] < alpha < rows["alpha"]["high"]
    assert rows["slope"]["value"] == pytest.approx(1 / (rows["alpha"]["value"] - 1))
    assert rows["alpha"]["p"] > 0.05


def test_the_zipf_fit_rejects_what_is_no_power_law():
    counts = np.random.RandomState(4).poisson(20, 3000) + 1
    assert fit_zipf(counts, bootstrap=40)[0]["p"] < 0.05


@pytest.mark.parametrize("beta", [0.5, 0.75])
def test_the_heaps_fit_finds_the_exponent_it_was_drawn_from(beta):
    random = np.random.RandomState(3)
    place = np.arange(30_000)
    new = random.uniform(size=len(place)) < ((place + 30) / 30) ** (beta - 1)
    words = np.where(new, np.cumsum(new), 1)
    rows = {row["parameter"]: row for row in fit_heaps(words)}
    assert rows["beta"]["low"] < beta < rows["beta"]["high"]
    assert rows["beta"]["p"] > 0.01
    types = new.sum()
    assert rows["K"]["value"] * len(place) ** rows["beta"]["value"] == pytest.approx(types, rel=0.1)


def test_the_heaps_fit_rejects_a_text_that_repeats_itself():
    words = [*range(2000), *range(2000)]
    assert fit_heaps(words)[0]["p"] < 1e-6
    assert fit_heaps(range(1000)) == [] and fit_heaps([1, 1]) == []


def test_sensitivity_names_what_changes():
    tokens = make_tokens("Sea sea the the the wall ash", "captioned captioned captioned")
    paragraphs = make_paragraphs("body", "caption")
    table = F.measure_sensitivity(tokens, paragraphs, stop=("the",), top=2).set_index("setting")
    assert table["shared"].iloc[0] == 2 and table["entered"].isna().iloc[0]
    assert table.loc["no stop list", "entered"] == "the"
    assert table.loc["no stop list", "left"] == "ash"
    assert table.loc["with captions, byline and boilerplate", "entered"] == "captioned"


def test_the_reference_sums_to_its_size_and_its_stop_words_are_closed_class():
    for unit in ("lemma", "form"):
        reference = F.load_reference(unit)
        assert reference["n"].sum() == 268_947
        assert reference["term"].isna().tolist() == [False] * (len(reference) - 1) + [True]
    stop = F.load_stop_words()
    assert {"the", "of", "and", "would", "themselves", "n't"} <= set(stop)
    assert not {"city", "run", "new", "quickly"} & set(stop)
    assert list(stop) == sorted(stop)
    with pytest.raises(ValueError, match="unknown"):
        F.load_reference(source="newspaper")
    with pytest.raises(ValueError, match="choose unit"):
        F.load_reference("tag")


def test_wordfreq_is_optional(monkeypatch):
    monkeypatch.setitem(sys.modules, "wordfreq", None)
    with pytest.raises(ModuleNotFoundError, match="not installed"):
        F.load_reference("form", source="wordfreq")
    fake = types.ModuleType("wordfreq")
    fake.get_frequency_dict = lambda language, wordlist: {"sea": 0.002, "wall": 0.001}
    monkeypatch.setitem(sys.modules, "wordfreq", fake)
    table = F.load_reference("form", source="wordfreq", n_words=10_000)
    assert table["n"].tolist() == [20, 10, 9970]
    with pytest.raises(ValueError, match="form"):
        F.load_reference("lemma", source="wordfreq")


FUNCTIONS = (
    F.count_terms,
    F.measure_dispersion,
    F.find_collocations,
    F.measure_diversity,
    F.fit_laws,
    lambda tokens: F.find_keywords(tokens, F.load_reference()),
    lambda tokens: F.find_keywords(tokens, tokens.head(0)),
    lambda tokens: F.measure_sensitivity(tokens, stop=("the",)),
    lambda tokens: F.count_by_voice(tokens, build([], QUOTATIONS)),
    lambda tokens: F.locate_terms(tokens, ["sea"]),
)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("text", ["", "sea", "the of and the", "sea wall . sea", ". . , ,"])
def test_texts_of_next_to_nothing(function, text):
    table = function(make_tokens(text) if text else build([], TOKENS))
    assert isinstance(table.index, pd.RangeIndex)


def test_empty_tables_keep_their_columns():
    empty = build([], TOKENS)
    check(F.count_terms(empty), FREQUENCIES)
    check(F.find_collocations(empty), COLLOCATIONS)
    check(F.find_keywords(empty, empty), KEYWORDS)
    stopped = F.count_terms(make_tokens("the of the"), stop=("the", "of"))
    assert len(stopped) == 0
    check(stopped, FREQUENCIES)


def test_untagged_tokens_say_what_to_do():
    tokens = make_tokens("sea wall", tagged=False)
    with pytest.raises(ValueError, match=r"article tide have no lemma.*tag\(tokens\).*'form'"):
        F.count_terms(tokens)
    assert len(F.count_terms(tokens, unit="form")) == 2
    with pytest.raises(ValueError, match="have no pos"):
        F.count_terms(tokens, unit="form", pos=("NOUN",))
    with pytest.raises(ValueError, match="unit 'word' is unknown"):
        F.count_terms(tokens, unit="word")


def test_two_articles_do_not_run_into_one_another():
    one, two = make_tokens("sea wall"), make_tokens("ash mud", article_id="wave")
    both = pd.concat([one, two], ignore_index=True)
    assert set(F.count_terms(both, n=2, bootstrap=0)["term"]) == {"sea wall", "ash mud"}
    assert F.measure_dispersion(both)["parts"].iloc[0] == 2


def test_twenty_thousand_words():
    words = np.random.RandomState(0).zipf(1.5, 20_000) % 5000
    text = [" ".join(f"w{n}" for n in chunk) + " ." for chunk in np.array_split(words, 300)]
    tokens = make_tokens(*text)
    table = F.count_terms(tokens, bootstrap=20)
    assert table["n"].sum() == 20_000 and table["boot_low"].notna().all()
    assert len(F.find_collocations(tokens)) > 0


def test_the_reference_is_counted_without_private_words(tmp_path):
    lines = ["# newdoc id = one", "1\tTides\ttide\tNOUN\tNNS", "2\t.\t.\tPUNCT\t."]
    lines += ["1-2\tdon’t\t_\t_\t_", "3\ttide\ttide\tNOUN\tNN", "4\tAda\tAda\tPROPN\tNNP"]
    lines += [
        "5\tAda\tAda\tPROPN\tNNP",
        "6\ta@b.example\ta@b.example\tX\tADD",
        "7\tn’t\tnot\tPART\tRB",
    ]
    rest = "\t_" * 5
    path = tmp_path / "one.conllu"
    path.write_text("\n".join(x if x[0] == "#" else x + rest for x in lines), "utf-8")
    rows = count_words([path])
    # A name of one document, an address and a lemma seen once are only counted.
    assert rows == [("tide", "NOUN", "tide", 1), ("tide", "NOUN", "tides", 1), ("", "", "", 4)]
    with pytest.raises(FileNotFoundError, match="pass the folder"):
        find_files(tmp_path)


def test_one_voice_against_another():
    tokens = make_tokens("sea sea sea wall ash ash mud ash wall ash")
    quotation = {"article_id": "tide", "start": 0, "end": 11, "text": "x", "kind": "direct"}
    voices = F.label_voices(tokens, pd.DataFrame([quotation]))
    table = F.find_keywords(tokens[voices == "quoted"], tokens[voices == "author"], min_count=2)
    row = table.set_index("term").loc["sea"]
    assert (row["n"], row["n_reference"]) == (3, 0) and row["log_likelihood"] > 0
    nobody = F.label_voices(tokens, build([], QUOTATIONS))
    assert len(F.find_keywords(tokens[nobody != "author"], tokens)) == 0


def test_names_that_look_like_stop_words_are_counted():
    article = Article("note", "The Iron Shore (IS) is near. On Friday IS left, and it is late.")
    tokens = tag(tokenize(article))
    counts = F.count_terms(tokens, stop=["is", "the"], bootstrap=0).set_index("term")["n"]
    assert counts["IS"] == 2
    assert "be" not in counts.index
    assert "IS" not in F.count_terms(tokens, stop=["IS"], bootstrap=0)["term"].tolist()
