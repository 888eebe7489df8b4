"""Events: found, judged, claimed and anchored; and no content word in the labellers' weights."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schema
from helpers.corpus import Article
from helpers.events import find_events
from helpers.events.anchoring import judge_times
from helpers.events.anchors import PUBLICATION, Weights
from helpers.events.attachments import attach
from helpers.events.features import FUNCTION_WORDS
from helpers.events.finder import read_times
from helpers.events.models import load_models
from helpers.events.sentences import read_sentences
from helpers.resources import MODELS
from helpers.tags import tag
from helpers.timexes import find_timexes
from helpers.tokens import tokenize

PUBLISHED = date(2016, 1, 6)


def run(text, published=PUBLISHED, **tables):
    article = Article("note", text, published=published)
    tokens = tag(tokenize(article))
    timexes = find_timexes(article, tokens)
    return find_events(article, tokens, timexes, **tables), timexes


def one(events, word):
    return events[events["text"] == word].iloc[0]


@pytest.mark.parametrize(
    ("text", "word", "tense", "aspect", "modality"),
    [
        ("The council has approved the plan.", "approved", "PRESENT", "PERFECTIVE", "reported"),
        ("The council did not approve the plan.", "approve", "PAST", "NONE", "negated"),
        ("The ministers will meet in Oslo.", "meet", "FUTURE", "NONE", "announced"),
        ("The bridge could collapse, she said.", "collapse", "PRESENT", "NONE", "hypothetical"),
        ("If the river rises, they leave.", "rises", "PRESENT", "NONE", "hypothetical"),
        ("The company plans to build a plant.", "build", "INFINITIVE", "NONE", "announced"),
        ("Workers were repairing the roof.", "repairing", "PAST", "PROGRESSIVE", "reported"),
    ],
)
def test_grammar_of_the_verb_group(text, word, tense, aspect, modality):
    row = one(run(text)[0], word)
    assert (row["tense"], row["aspect"], row["modality"]) == (tense, aspect, modality)
    assert row["polarity"] == ("NEG" if modality == "negated" else "POS")


@pytest.mark.parametrize(
    ("text", "word", "value", "rule"),
    [
        ("The mayor resigned on Monday.", "resigned", "2016-01-04", "same clause: on"),
        ("In March 2014 the factory closed.", "closed", "2014-03", "same clause: in"),
        ("Critics read the January 4 report.", "report", "2016-01-04", "modifies the event"),
        ("The flood reached the port, where it slowed, and now in the hills.", "reached", "PRESENT_REF", "coordination"),
        ("The bridge shut on Monday, when the mayor asked for help.", "asked", "2016-01-04", "clause with when"),
    ],
)  # fmt: skip
def test_an_event_goes_to_its_time(text, word, value, rule):
    events, timexes = run(text)
    row = one(events, word)
    assert timexes["value"][row["timex"]] == value and row["rule"] == rule
    assert 0 < row["confidence"] <= 1
    assert row["earliest"] is pd.NaT or row["earliest"] == timexes["earliest"][row["timex"]]


def test_the_date_of_a_date_line_dates_the_report_only():
    text = "OSLO, Jan. 6 (Wire) - The council voted on Monday to close the port."
    events, timexes = run(text)
    assert timexes["value"].tolist() == ["2016-01-06", "2016-01-04"]
    assert timexes["value"][one(events, "voted")["timex"]] == "2016-01-04"


@pytest.mark.parametrize(
    ("text", "expression", "word"),
    [
        ("She said the factory that closed in May will reopen.", "May", "closed"),
        ("The minister, who resigned on Monday, denied the report.", "Monday", "resigned"),
        ("On Monday the council approved a plan to widen the road.", "Monday", "approved"),
        ("The talks failed, officials said Tuesday.", "Tuesday", "said"),
        ("Police questioned a man after last week's fire.", "last week", "fire"),
    ],
)
def test_a_time_belongs_to_the_word_it_modifies_and_to_no_other(text, expression, word):
    article = Article("note", text, published=PUBLISHED)
    tokens = tag(tokenize(article))
    timexes = find_timexes(article, tokens)
    sentences = read_sentences(tokens, timexes)
    models = load_models()
    (time,) = read_times(sentences, timexes)
    shares = attach(sentences[0], time, models.senses, models.attachments)
    assert sentences[0].words[max(shares, key=shares.get)] == word
    assert all(0 < share < 1 for share in shares.values()) and sum(shares.values()) < 1
    events = find_events(article, tokens, timexes)
    assert timexes["text"][time.row] == expression
    assert events.loc[events["timex"] == time.row, "text"].tolist() == [word]


def test_what_two_candidates_with_one_value_have_is_summed():
    """ "Today" and the publication date say the same: neither takes from the other."""
    weights = Weights({"one": 100, "two": 100, "three": 130})
    models = replace(load_models(), anchors=weights)
    line = [(0, ["one"]), (PUBLICATION, ["two"]), (1, ["three"])]
    values = {0: "2016-01-06", PUBLICATION: "2016-01-06", 1: "2015"}
    judged = judge_times(0, line, 0.5, {}, values, models)
    (today, joint, both), (_, _, same), (_, _, other) = judged
    assert (today, same) == (0, both) and joint == 0.5 * both
    assert both > other > both / 2 and both + other < 1
    open_days = {0: "XXXX-XX-XX", PUBLICATION: None, 1: "XXXX-XX-XX"}
    (_, _, first), _, (_, _, last) = judge_times(0, line, 0.5, {}, open_days, models)
    assert last > first


@pytest.mark.parametrize(
    ("text", "word", "dated"),
    [
        ("Prices are rising in the north.", "rising", True),
        ("It would help if prices rise in the north.", "rise", False),
        ("The river is rising. It would flood the town if it rises.", "rises", False),
    ],
)
def test_only_what_the_report_tells_as_news_gets_its_day(text, word, dated):
    events, _ = run(text)
    of_the_day = events.loc[events["rule"] == "publication date", "text"].tolist()
    assert (word in of_the_day) is dated


def test_what_is_hardly_an_event_gets_no_time():
    """The same place beside the same date: the verb is dated, the thing is not."""
    events, _ = run("On Monday the mayor resigned. On Monday the mayor, the table and the door.")
    assert not pd.isna(one(events, "resigned")["timex"])
    assert not set(events["text"]) & {"table", "door"}


def test_what_lies_ahead_is_announced():
    events, _ = run("The court hears the case on January 20.")
    assert one(events, "hears")["modality"] == "announced"


def test_speakers_and_participants_come_from_their_tables():
    text = "Ada Berg said the dam broke on Monday."
    names = schema.build(
        [
            {"article_id": "note", "start": 0, "end": 8, "text": "Ada Berg", "name": 0}
            | {"type": "person", "canonical": "Ada Berg"}
        ],
        schema.NAMES,
    )
    content = text[14:-1]
    quotations = schema.build(
        [
            {"article_id": "note", "start": 14, "end": 14 + len(content), "text": content}
            | {"quotation": 0, "part": 0, "paragraph": 0, "kind": "indirect", "confidence": 1.0}
            | {"speaker": "Ada Berg", "rule": "cue"}
        ],
        schema.ATTRIBUTED,
    )
    events, _ = run(text, names=names, quotations=quotations)
    assert one(events, "broke")["speaker"] == "Ada Berg"
    assert pd.isna(one(events, "said")["speaker"])
    assert one(events, "said")["participants"] == "Ada Berg"
    bare, _ = run(text)
    assert bare[["speaker", "participants"]].isna().all(axis=None)


def test_without_publication_nothing_hangs_on_it():
    events, _ = run("The mayor resigned. The council is meeting.", published=None)
    assert not (events["rule"] == "publication date").any()


def test_tokens_need_tags():
    article = Article("note", "The mayor resigned.")
    tokens = tokenize(article)
    with pytest.raises(ValueError, match="note have no tags"):
        find_events(article, tokens, find_timexes(article, tokens))


@pytest.mark.parametrize("text", ["", " \n ", "1 2 3", "Der Rat tagte am Montag. Er tagt.", "?!"])
def test_odd_articles_give_tables(text):
    events, _ = run(text)
    assert dict(events.dtypes.astype(str)) == schema.EVENTS.columns


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("The mayor resigned on Monday . ,'’“”\n to be not 4é"), max_size=80))
def test_every_row_points_to_its_words(text):
    article = Article("any", text, published=PUBLISHED)
    tokens = tag(tokenize(article))
    timexes = find_timexes(article, tokens)
    events = find_events(article, tokens, timexes)
    schema.check(events, schema.EVENTS, article)
    assert events["timex"].dropna().isin(timexes.index).all()


def test_the_weights_hold_no_content_word():
    """Every run of four or more small letters is a closed-class word behind a mark of at most three
    letters, an ending of three letters behind its mark, or a name the code gives a feature."""
    models = load_models()
    named = re.compile(
        r"last[a-z]{0,2}|pub[a-z]{0,3}|pair|modal|r[lmw]?aux|[a-z]?rueq?|[a-z]?alseq?|rel|"
        r"before|after|same|within|year|will|s[a-z]{3}|sl[a-z]{3}"
    )
    tables = (models.anchors, models.times, models.attachments)
    features = [*models.finder.features, *models.classes.features]
    features += [feature for table in tables for feature in table.weights]
    strange = {
        piece
        for feature in features
        for piece in re.findall(r"[a-z]{4,}", feature)
        if not named.fullmatch(piece) and not any(piece[cut:] in FUNCTION_WORDS for cut in range(4))
    }
    assert not strange, sorted(strange)[:40]


def test_the_models_are_small():
    assert sum(path.stat().st_size for path in MODELS.glob("events*.gz")) <= 300_000
