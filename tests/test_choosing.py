"""Whom a speaking pronoun or description means: the candidates, the weights, and their training."""

import pandas as pd
import pytest

from helpers.corpus import Article
from helpers.evaluation import read_passages, score_passages
from helpers.names import find_names
from helpers.quotations import find_quotations
from helpers.schema import GOLD, build
from helpers.speakers import attribute_speakers, choosing
from helpers.speakers.choosing import load_weights, pick_likeliest
from helpers.speakers.reading import Reader
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.training import speakers as training

TEXT = (
    "Una Zelph, a glazier, and her brother, Ivo Zelph, closed the shop.\n\n"
    "“It was time,” the glazier said. “I am tired,” he said."
)


def read(text, weights=None):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    rows = find_quotations(article, tokens).to_dict("records")
    reader = Reader(article, tokens, find_names(article, tokens), rows)
    chooser = reader.resolver.chooser
    chooser.kept = []
    chooser.weights = chooser.weights if weights is None else weights
    reader.resolve()
    return reader, chooser.kept


def test_every_candidate_was_told_of_or_is_named_later_or_is_new():
    reader, kept = read(TEXT)
    assert [offers.query.form for offers in kept] == ["the-person", "he"]
    for offers in kept:
        assert len(offers.candidates) == len(offers.rows) == len(set(map(id, offers.candidates)))
        assert None in offers.candidates
        assert offers.candidates[offers.given] in (offers.answer, None)
        known = [one for one in offers.candidates if one is not None]
        assert {one.name for one in known} >= {"Una Zelph", "Ivo Zelph"}
        assert all(one in reader.cast.entities for one in known)


def test_features_hold_no_word_of_the_article_but_determiners():
    _, kept = read(TEXT)
    features = {word for offers in kept for row in offers.rows for f in row for word in f.split()}
    assert not {"zelph", "una", "ivo", "glazier", "shop", "brother"} & {x.lower() for x in features}


@pytest.mark.parametrize(
    "text",
    [
        "Una Zelph won. “I ran,” said the coach, Ivo Marr.",
        "Una Zelph won. “I ran,” said the boy who came last.",
        "Una Zelph won. “I ran,” said the county coroner.",
        "Una Zelph won. “We ran,” the club said in a letter.",
        "Una Zelph won. “I ran,” said Ivo Marr.",
    ],
)
def test_words_that_tell_who_it_is_are_not_weighed(text):
    assert read(text)[1] == []


def test_the_answer_of_the_rules_stands_unless_another_is_likelier_by_a_margin():
    rows = [["far"], ["near"], ["new"]]
    assert pick_likeliest({"near": 30}, rows, given=0) == 0
    assert pick_likeliest({"near": 60}, rows, given=0) == 1
    assert pick_likeliest({"near": 60, "new": 60}, rows, given=0) == 1
    assert pick_likeliest({}, rows, given=2) == 2


def test_an_entity_made_in_vain_is_forgotten():
    text = "Una Zelph, a glazier, met Ada Marr, a miller.\n\n“I ran,” the bishop said."
    _, kept = read(text, weights={})
    assert kept[0].candidates[kept[0].given] is None
    reader, _ = read(text, weights={"new": -10_000})
    assert reader.turns[0].entity.name in ("Una Zelph", "Ada Marr")
    assert "the bishop" not in {one.name for one in reader.cast.entities}


def attribute_all(articles):
    tables = []
    for article in articles:
        tokens = tag(tokenize(article))
        found = find_quotations(article, tokens)
        tables.append(attribute_speakers(article, tokens, find_names(article, tokens), found))
    return pd.concat(tables, ignore_index=True)


def test_the_weights_mend_more_than_they_break(monkeypatch):
    articles, gold = read_passages("fresh")
    some = {article.article_id for article in articles[::6]}
    part = [article for article in articles if article.article_id in some]
    shares = []
    for weights in ({}, load_weights()):
        monkeypatch.setattr(choosing, "load_weights", lambda weights=weights: weights)
        scores = score_passages(attribute_all(part), "fresh").set_index("measure")
        shares.append(scores.loc["right canonical speaker", "matched"])
    assert shares[1] > shares[0] + 5
    assert len(gold) > 1000


def test_decisions_are_learned_from_gold_without_and_with_the_answer_of_the_rules(monkeypatch):
    article = Article("note", TEXT)
    quoted, word = TEXT.index("It was"), TEXT.index("the glazier said")
    rows = [
        {
            **dict.fromkeys(GOLD["quotations"].own),
            **{"article_id": "note", "start": quoted, "end": quoted + 12, "text": "It was time,"},
            **{"quotation": 0, "part": 0, "kind": "direct", "speaker": "Una Zelph"},
            **{"mention_start": word, "mention_end": word + 11},
        }
    ]
    gold = build(rows, GOLD["quotations"], article)
    monkeypatch.setattr(training, "read_passages", lambda part: ([article], gold))
    (plain,) = training.read_decisions("any", by_rules=False)
    (ruled,) = training.read_decisions("any", by_rules=True)
    assert plain.form == "the-person"
    assert sum(plain.right) == 1
    assert len(plain.right) == len(plain.rows)
    assert not any(f.startswith("rule") for row in plain.rows for f in row)
    added = [f for f in ruled.rows[ruled.given] if f not in plain.rows[plain.given]]
    assert added[0] == "rule"
    assert all(f.startswith("rule ") for f in added[1:])
    weights = training.fit([ruled] * 20)
    assert pick_likeliest(weights, ruled.rows, ruled.given) == ruled.right.index(True)
    assert all(isinstance(weight, int) for weight in weights.values())
