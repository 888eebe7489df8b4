"""Sentiment: what adds up, what shifts what, and what happens to texts that are no prose."""

import random
import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schema
from helpers.corpus import Article
from helpers.sentiment import (
    TOPICAL,
    ask_what_if,
    compare_parts,
    explain_sentiment,
    find_disagreements,
    judge_paragraphs,
    mark_words,
    rank_paragraphs,
    score_people,
    score_sentences,
    score_sentiment,
    score_towards,
    score_voices,
    summarize_voices,
)
from helpers.sentiment.intervals import half_width
from helpers.sentiment.lexicon import load_lexicon
from helpers.sentiment.model import find_cases, load_scorer
from helpers.sentiment.shifters import find_shifts
from helpers.tokens import tokenize
from helpers.training.sentiment_data import Rated
from helpers.training.sentiment_fit import find_name_words

WORDS = (
    "the a not no never was is very slightly but although good bad awful wonderful war attack "
    "tide harbour committee could better if ? ! , . 😀 :) n't enough hardly success GREAT 12 €"
).split()


def read(text, **options):
    article = Article(article_id="note", text=text)
    return article, tokenize(article)


def score(text):
    article, tokens = read(text)
    return score_sentiment(article, tokens).loc[0, "score"]


texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(["\n\n", ". "]), st.text(max_size=4)),
    max_size=60,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(texts)
@pytest.mark.parametrize("scale", ["content", "evaluation"])
def test_contributions_sum_to_the_score_of_every_paragraph(scale, text):
    article, tokens = read(text)
    table = score_sentiment(article, tokens)
    words = explain_sentiment(article, tokens, scale_name=scale)
    sums = words.groupby("paragraph")["contribution"].sum()
    column = "score" if scale == "content" else "evaluation"
    for paragraph, value in zip(table["paragraph"], table[column], strict=True):
        if pd.isna(value):
            assert paragraph not in sums.index
        else:
            assert sums[paragraph] == pytest.approx(value, abs=1e-9)
            assert -1 <= value <= 1


@settings(max_examples=40, deadline=None)
@given(texts)
def test_weight_and_shifts_give_the_contribution_and_intervals_hold_the_score(text):
    article, tokens = read(text)
    for words in (explain_sentiment(article, tokens),):
        plain = words[words["shifted_by"].isna()]
        assert ((plain["weight"] - plain["contribution"]).abs() < 1e-12).all()
    table = score_sentiment(article, tokens).dropna(subset="score")
    assert ((table["low"] <= table["score"]) & (table["score"] <= table["high"])).all()
    schema.check(score_sentences(article, tokens), schema.SENTIMENT_SENTENCES, article)


def test_the_account_of_the_scorer_adds_up_with_its_shifts():
    words = "it was not a very good day , but the tide could not be better !".split()
    account = load_scorer().account(words, find_cases(words))
    for weight, shifts, total in zip(
        account.weights, account.shifts, account.contributions, strict=True
    ):
        assert weight + sum(value for _, value in shifts) == pytest.approx(total, abs=1e-12)
    assert sum(account.contributions) == pytest.approx(account.score, abs=1e-12)
    assert any(name.startswith("idiom") for shifts in account.shifts for name, _ in shifts)


@pytest.mark.parametrize(
    ("brighter", "darker"),
    [
        ("The meal was good.", "The meal was not good."),
        ("The meal was very good.", "The meal was good."),
        ("The meal was good.", "The meal was hardly good."),
        ("There were no problems.", "There were problems."),
        ("It could not be better.", "It could be better."),
        ("The meal was awful but the concert was wonderful.",
         "The concert was wonderful but the meal was awful."),
        ("We left happy.", "We left angry."),
        ("A joyous evening 😀", "A joyous evening 😡"),
        ("A long evening :)", "A long evening :("),
    ],
)  # fmt: skip
def test_shifters_move_the_score_the_way_readers_hear_them(brighter, darker):
    assert score(brighter) > score(darker)


def test_negation_ends_with_its_clause_and_spares_fixed_phrases():
    words = "he did not call , good news came".split()
    assert 5 not in find_shifts(words).negated_by
    assert not find_shifts("not only good but cheap".split()).negators
    assert not find_shifts("no doubt good".split()).negators
    assert sorted(find_shifts("not a b c d e".split(), window=2).negated_by) == [1, 2]


def test_derived_words_are_found_through_their_endings():
    lexicon = load_lexicon()
    derived = next(word for word in lexicon.derived if word.endswith("y") and len(word) > 6)
    assert lexicon.valences(derived[:-1] + "ies")[1] == lexicon.valences(derived)[1] != 0


def test_paragraphs_are_means_of_their_scored_sentences():
    article, tokens = read("What a wonderful day. The tide was awful. 12, 13 and 14.")
    sentences = score_sentences(article, tokens)
    assert sentences["score"].isna().tolist() == [False, False, True]
    expected = sentences["score"].mean()
    assert score_sentiment(article, tokens).loc[0, "score"] == pytest.approx(expected, abs=1e-12)


def test_topical_words_are_set_aside_only_from_the_evaluation():
    article, tokens = read("The war was long and the wonderful nurses stayed.")
    row = score_sentiment(article, tokens).iloc[0]
    assert "war" in TOPICAL
    assert row["evaluation"] > row["score"]
    own = score_sentiment(article, tokens, topical=["wonderful"]).iloc[0]
    assert own["evaluation"] < own["score"] == row["score"]
    none = score_sentiment(article, tokens, topical=()).iloc[0]
    assert none["evaluation"] == none["score"]


def test_an_unknown_scale_is_refused():
    with pytest.raises(ValueError, match="choose content or evaluation"):
        explain_sentiment(*read("Good."), scale_name="mood")


def test_a_paragraph_without_a_scored_word_has_no_score_and_says_so():
    article, tokens = read("12 34 | 56 %\n\nHe was there.\n\nA wonderful day.")
    table = score_sentiment(article, tokens)
    assert table["score"].isna().tolist() == [True, True, False]
    assert table["low"].isna().tolist() == [True, True, False]
    assert judge_paragraphs(table)["verdict"].tolist()[:2] == ["no scored word"] * 2
    assert judge_paragraphs(table)["change"].isna().all()


def test_another_language_is_warned_of_and_english_is_not():
    foreign = (
        "Der Hafen liegt im Norden der Stadt, und die Leute gehen jeden Morgen am Ufer entlang."
    )
    english = (
        "The harbour lies in the north of the city, and people walk along the shore every day."
    )
    verdicts = judge_paragraphs(score_sentiment(*read(f"{foreign}\n\n{english}")))
    assert verdicts["warning"].notna().tolist() == [True, False]


def test_empty_and_strange_texts_give_tables_not_errors():
    for text in (
        "",
        "   \n",
        "!!!",
        "😀",
        "ALARM: BRIDGE DESTROYED",
        "「東京」",
        "\u200b",
        "a" * 3000,
    ):
        article, tokens = read(text)
        table = score_sentiment(article, tokens)
        assert table.dtypes.astype(str).to_dict() == schema.SENTIMENT.columns
        judge_paragraphs(table)
        schema.check(explain_sentiment(article, tokens), schema.SENTIMENT_WORDS, article)
        assert compare_parts(score_sentences(article, tokens)).empty
        assert ask_what_if(article, tokens).columns[0] == "change"
    assert score("😀") > 0
    assert pd.isna(score("!!!"))


def test_capitals_stress_a_word_only_among_small_letters():
    assert find_cases(["a", "GREAT", "day"]) == ["", "capitals", ""]
    assert find_cases(["GREAT", "NEWS"]) == ["", ""]
    assert score("BRIDGE DESTROYED") == score("bridge destroyed")


def test_a_name_has_no_learned_weight():
    scorer = load_scorer()
    learned = [f[2:] for f in scorer.weights if f[:2] == "w " and f[2:].isalpha() and len(f) > 6]
    plain = [word for word in learned if not any(scorer.lexicon.valences(word))]
    for word in random.Random(5).sample(sorted(plain), 20):
        texts = ["they", "met", word.capitalize(), "there"]
        sums = scorer.sums([text.lower() for text in texts], find_cases(texts))
        assert sums[2] is None


def test_a_name_carries_no_valence():
    words = explain_sentiment(*read("She took the bus to Hope Street. She took hope from it."))
    assert words.loc[words["text"].str.casefold().eq("hope"), "text"].tolist() == ["hope"]


def test_words_that_are_mostly_names_are_kept_out_of_training():
    spellings = "the mayor met Penhale and Penhale met the will of Penhale in May".split()
    words = [word.lower() for word in spellings]
    texts = [Rated("news", "0", 0, 1.0, words, find_cases(spellings))]
    texts += [Rated("news", "1", 0, 1.0, ["it", "may", "may"], ["", "", ""])]
    assert find_name_words(texts) == {"penhale"}


def test_few_scored_words_mean_a_wide_interval():
    widths = [half_width(n) for n in (1, 5, 20, 80, 1000)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 1.2 * widths[3]


def test_twenty_thousand_words_take_linear_time():
    random_words = random.Random(1)
    small = [random_words.choice(WORDS[:24]) for _ in range(2000)]

    def seconds(words):
        article, tokens = read(" ".join(words))
        begin = time.process_time()
        score_sentiment(article, tokens)
        return time.process_time() - begin

    seconds(small)
    assert seconds(small * 10) < 40 * max(seconds(small), 0.01)


def quoted(article, *spoken):
    rows = []
    for n, (text, speaker) in enumerate(spoken):
        start = article.text.index(text)
        rows.append(
            {
                "article_id": article.article_id,
                "start": start,
                "end": start + len(text),
                "text": text,
                "quotation": n,
                "part": 0,
                "paragraph": 0,
                "kind": "direct",
                "rule": "test",
                "confidence": 1.0,
                "speaker": speaker,
            }
        )
    return schema.build(rows, schema.ATTRIBUTED, article)


SPOKEN = (
    "“This is a terrible disaster,” said Ada Norden. The harbour opened in lovely weather. "
    "“A wonderful success,” said Bo Quill."
)


def test_every_word_has_one_voice():
    article, tokens = read(SPOKEN)
    spoken = quoted(
        article, ("This is a terrible disaster", "Ada Norden"), ("A wonderful success", None)
    )
    voices = score_voices(article, tokens, spoken).set_index("voice")
    assert voices.index.tolist() == ["Ada Norden", "author", "unknown speaker"]
    assert voices["n_words"].sum() == score_sentiment(article, tokens).loc[0, "n_words"]
    assert voices.loc["Ada Norden", "score"] < 0 < voices.loc["unknown speaker", "score"]
    summary = summarize_voices(voices.reset_index()).set_index("voice")
    assert summary.loc["all quoted", "n_words"] == 8
    assert summary.loc["whole article", "n_words"] == voices["n_words"].sum()
    nobody = score_voices(article, tokens, None)
    assert nobody["voice"].tolist() == ["author"]
    assert nobody.equals(score_voices(article, tokens, spoken.iloc[:0]))
    named = score_sentiment(article, tokens, spoken)
    assert named.loc[0, "voice"] == "author"


def test_a_quotation_inside_another_belongs_to_its_own_speaker():
    article, tokens = read("“He told me: terrible news, my friend,” she said.")
    spoken = quoted(
        article, ("He told me: terrible news, my friend", "Bo"), ("terrible news", "Cy")
    )
    voices = score_voices(article, tokens, spoken).set_index("voice")
    assert voices.loc["Cy", "n_words"] == 2


def test_what_ifs_say_what_moves():
    article, tokens = read(SPOKEN)
    spoken = quoted(
        article, ("This is a terrible disaster", "Ada Norden"), ("A wonderful success", "Bo Quill")
    )
    table = ask_what_if(article, tokens, spoken, words=["lovely"])
    assert {"without quotations", "without Ada Norden", "without the word “lovely”"} <= set(
        table["change"]
    )
    moved = table.set_index("change")["difference"]
    assert moved["without Ada Norden"] > 0 > moved["without Bo Quill"]
    assert moved["without the word “lovely”"] < 0
    assert rank_paragraphs(table)["paragraph"].tolist() == [0]
    far, tokens = read(
        "They did not in all those long bright summer weeks find anything good there."
    )
    assert "negation reaches 8 words, not 5" in set(ask_what_if(far, tokens)["change"])


def test_a_change_of_tone_is_found_by_permutation_and_chance_is_not():
    good, bad = "It was a wonderful and joyous success. ", "It was a terrible and cruel disaster. "
    article, tokens = read("\n\n".join([good * 4] * 2 + [bad * 4] * 8))
    table = compare_parts(score_sentences(article, tokens), draws=499, seed=3)
    lead = table.iloc[0]
    assert (lead["part"], lead["other"]) == ("lead", "body")
    assert lead["difference"] < 0
    assert lead["p"] < 0.05 < table.iloc[2]["p"]
    assert table.equals(compare_parts(score_sentences(article, tokens), draws=499, seed=3))


def test_disagreements_point_to_words():
    article, tokens = read("The committee united to like the subject. A wonderful day.")
    sentences = score_sentences(article, tokens)
    table = find_disagreements(sentences, tokens)
    assert len(table) == 2
    assert table["words"].str.len().gt(0).all()


def test_the_target_decides():
    article, tokens = read("Critics praised Ada Norden but condemned Bo Quill as a corrupt liar.")
    ada, bo = article.text.index("Ada"), article.text.index("Bo")
    towards_ada = score_towards(article, tokens, ada, ada + 10)
    towards_bo = score_towards(article, tokens, bo, bo + 8)
    assert towards_bo < -0.05
    assert towards_ada > towards_bo
    assert -1 <= towards_bo <= towards_ada <= 1
    swapped, other = read("Critics praised Cy Rolle but condemned Di Stark as a corrupt liar.")
    cy = swapped.text.index("Cy")
    assert score_towards(swapped, other, cy, cy + 8) == towards_ada
    assert pd.isna(score_towards(article, tokens, 7, 8))
    with pytest.raises(ValueError, match="not inside article note"):
        score_towards(article, tokens, 5, 500)


def test_people_by_paragraph_count_sentences():
    article, tokens = read(
        "Ada Norden won praise for her honest work. Ada Norden was there.\n\nBo Quill lied to Ada Norden."
    )
    rows = []
    for canonical in ("Ada Norden", "Bo Quill"):
        at = article.text.find(canonical)
        while at >= 0:
            rows.append(
                {"article_id": "note", "start": at, "end": at + len(canonical), "text": canonical,
                 "name": 0, "type": "person", "canonical": canonical}
            )  # fmt: skip
            at = article.text.find(canonical, at + 1)
    people = score_people(article, tokens, schema.build(rows, schema.NAMES, article))
    cells = people.set_index(["person", "paragraph"])["n_sentences"]
    assert cells.to_dict() == {("Ada Norden", 0): 2, ("Ada Norden", 1): 1, ("Bo Quill", 1): 1}
    assert score_people(article, tokens, schema.build([], schema.NAMES)).empty


def test_marks_show_the_sign_in_their_form():
    article, tokens = read("A wonderful day after a terrible night.")
    marked = mark_words(explain_sentiment(article, tokens)).set_index("text")["mark"]
    assert marked["wonderful"].startswith("+")
    assert marked["terrible"].startswith("−")


def test_a_thousand_sentences_take_less_than_a_second_each_way():
    sentence = "The council said on Monday that the new bridge was a welcome relief for the town."
    article, tokens = read("\n\n".join([sentence] * 1000))
    begin = time.process_time()
    score_sentences(article, tokens)
    assert 1000 / (time.process_time() - begin) > 1000
