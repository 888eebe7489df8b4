"""Quotations: pairing of marks, kinds, parts, the account, bad input, and what the models know."""

import itertools
import re
import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.quotations import find_quotation_marks, find_quotations, keep_speech
from helpers.quotations.context import CONTEXT_SIZES
from helpers.quotations.features import FUNCTION_WORDS, SIZES, TAGS
from helpers.quotations.labels import load_cues, load_labels, parse_labels
from helpers.quotations.lattice import Lattice
from helpers.quotations.pairing import pair_marks
from helpers.quotations.reports import load_choices
from helpers.quotations.sources import INDEFINITE, PRONOUNS
from helpers.resources import MODELS
from helpers.tags import tag
from helpers.tokens import tokenize
from helpers.wordlists import speaker_nouns


def analyze(text):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    quotations = keep_speech(find_quotations(article, tokens))
    return quotations, find_quotation_marks(article, tokens, quotations)


def spans(text):
    paragraphs = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    pairs, strays = pair_marks(text, paragraphs)
    return [text[p.start : p.end] for p in pairs], [text[s.start : s.end] for s in strays]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” he said.", ["“Yes,”"]),
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("«Yes», he said.", ["«Yes»"]),
        ("‘It’s mine,’ he said. ‘Ours.’", ["‘It’s mine,’", "‘Ours.’"]),
        ("'It's the dogs' home,' she said.", ["'It's the dogs' home,'"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"]),
        ("‘He is a “friend”,’ she said.", ["‘He is a “friend”,’", "“friend”"]),
        ("The '90s were rock 'n' roll.", []),
        ('He is 6\'2" tall, the board 5" wide.', []),
        ("The farmers' market isn't open.", []),
        ('She is "five, he\'s" six.', ['"five, he\'s"']),
    ],
)
def test_marks_are_paired_and_apostrophes_are_not(text, expected):
    assert spans(text)[0] == expected


def test_reopened_paragraphs_run_to_their_ends():
    pairs, strays = spans("“One day.\n\n“Two days.\n\n“Three,” she said.")
    assert pairs == ["“One day.", "“Two days.", "“Three,”"]
    assert strays == []


def test_a_forgotten_mark_costs_one_paragraph_at_most():
    text = "He said “one thing and left.\n\n“Two,” she said.\n\nThree” is lost.\n\n“Four,” he said."
    pairs, strays = spans(text.replace("“Two,”", "So “two,”"))
    assert pairs == ["“two,”", "“Four,”"]
    assert strays == ["“", "”"]


def test_kinds_and_their_spans():
    quotations, _ = analyze(
        "“We will rebuild,” Anna Berg said on Monday. Anna Berg said the town would “never again” "
        "wait. Paul Ross said that the road was closed."
    )
    found = dict(zip(quotations["text"], quotations["kind"], strict=True))
    assert found["We will rebuild,"] == "direct"
    assert found["the road was closed"] == "indirect"
    assert "mixed" in found.values()


def test_an_interrupted_quotation_is_one_in_two_parts():
    quotations, _ = analyze("“The bridge,” Maria Lund said, “is not safe for anyone.”")
    assert quotations["quotation"].tolist() == [0, 0]
    assert quotations["part"].tolist() == [0, 1]
    assert set(quotations["cue"]) == {"said"}


def test_a_bracket_inside_a_quotation_belongs_to_it():
    quotations, _ = analyze("“They [the owners] never asked us,” said Tom Reed.")
    assert quotations["text"].tolist() == ["They [the owners] never asked us,"]


def test_several_fragments_are_parts_of_one_quotation():
    quotations, _ = analyze(
        "Diners have called the menu at Bose ‘all foam’ and ‘a bill with a view’."
    )
    assert quotations[["text", "quotation", "part", "kind"]].values.tolist() == [
        ["all foam", 0, 0, "direct"],
        ["a bill with a view", 0, 1, "direct"],
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The chairman told shareholders in April the mill was “not core”.",
            "the mill was “not core”",
        ),
        (
            "He said it was “working on the lift”. It would open in May, he added.",
            "it was “working on the lift”",
        ),
        (
            "The mission said on Saturday the fighting was the “heaviest since May”.",
            "the fighting was the “heaviest since May”",
        ),
        (
            "The chairwoman said last week the coach had her “full support”, a phrase that few trust.",
            "the coach had her “full support”",
        ),
        ("“Those stools,” says the clerk, “were a gift.”", "were a gift."),
    ],
)
def test_a_content_holds_neither_the_addressee_nor_the_next_sentence(text, content):
    assert content in analyze(text)[0]["text"].tolist()


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("‘We slept on the roof’: baker on the flood", "We slept on the roof"),
        ("Yacht was ‘for the voters’, insists senator", "Yacht was ‘for the voters’"),
        ("Council drops ‘unworkable’ parking scheme after revolt", "unworkable"),
        ("‘The Long Road’: a novel of loss", None),
    ],
)
def test_headlines_have_a_grammar_of_their_own(headline, content):
    quotations, _ = analyze(f"{headline}\n\nNothing else was found near the mill on Monday.")
    assert quotations["text"].tolist() == [content] * (content is not None)


@pytest.mark.parametrize(
    ("text", "inner", "speaker"),
    [
        (
            "“‘He ate like a bear,’ my aunt used to say,” Mr Roe said.",
            "He ate like a bear,",
            "my aunt",
        ),
        (
            "Sgt Moll said that Mr Quill had told her he ran ‘in a panic’.",
            "he ran ‘in a panic’",
            "Mr Quill",
        ),
        (
            "Ann Lee said the agent had told her to “sell everything.”",
            "sell everything.",
            "the agent",
        ),
        (
            "“I asked the linesman and he said he ‘had no view’,” Mr Roe said.",
            "he ‘had no view’",
            "he",
        ),
        (
            "The paper reported that an official had told envoys it was “a show” and would not last.",
            "it was “a show” and would not last",
            "an official",
        ),
        ("She said she heard a man shout “Fire!” and ran.", "Fire!", "a man"),
        ("Jo Roe said her son had emailed the nurse: “I am well.”", "I am well.", "her son"),
        ("Mr Moll said the girl had waved and then asked, “Is it far?”", "Is it far?", "the girl"),
        (
            "Mr Moll said the agent had read it and had called the plan “a rag”.",
            "a rag",
            "the agent",
        ),
        (
            "According to court papers, Jo Roe told police she “only borrowed it”.",
            "she “only borrowed it”",
            "Jo Roe",
        ),
        (
            "Jo Roe told police she “only borrowed it”, according to court papers.",
            "only borrowed it",
            "Jo Roe",
        ),
    ],
)
def test_a_report_inside_a_report_names_its_own_speaker(text, inner, speaker):
    assert mentions(text)[inner] == (speaker, "nested")


def test_a_quotation_inside_a_quotation_is_found():
    quotations, _ = analyze(
        "“It was dark. The guard shouted, ‘Nobody moves!’ and we ran,” Ella Stone said."
    )
    assert "Nobody moves!" in set(quotations.loc[quotations["rule"] == "nested", "text"])


def test_the_account_holds_every_pair():
    text = (
        "“We won,” she said.\n\nThe “smart” phone rang in the hall.\n\n"
        "She starred in “The Last Train Home” in 1999.\n\nA stray “ stands here."
    )
    _, marks = analyze(text)
    status = dict(zip(marks["text"], marks["status"], strict=True))
    assert status["“We won,”"] == "attributed"
    assert status["“smart”"] == "term"
    assert status["“The Last Train Home”"] == "title"
    assert status["“"] == "unresolved"
    assert marks["reason"].notna().all()


def mentions(text):
    """Return ``{content: (mention, rule)}``."""
    quotations, _ = analyze(text)
    spans = quotations[["text", "mention_start", "mention_end", "rule"]]
    return {
        words: (None if pd.isna(start) else text[int(start) : int(end)], rule)
        for words, start, end, rule in spans.astype(object).values
    }


@pytest.mark.parametrize(
    ("text", "inner", "speaker"),
    [
        (
            "The Harbour Post noted that Mayor Ines Carrow had told the council the wall was late, "
            "adding that “nobody will pay for it twice.”",
            "nobody will pay for it twice.",
            "Mayor Ines Carrow",
        ),
        (
            "The paper wrote that Anna Berg had described the voyage at a dinner on Friday, saying "
            "that “the sea was kinder than the crew.”",
            "the sea was kinder than the crew.",
            "Anna Berg",
        ),
        (
            "A column in the Evening Lantern noted that Tennant had “praised the divers” after the "
            "inquiry, in which forty witnesses were heard, adding that “no captain is to blame.”",
            "no captain is to blame.",
            "Tennant",
        ),
        (
            "Lund said that her brother had written to the bank, asking “whether anyone reads.”",
            "whether anyone reads.",
            "her brother",
        ),
        (
            "The Daily Compass reported that the singer had denied the rumours, insisting that she "
            "would tour in spring.",
            "she would tour in spring",
            "the singer",
        ),
    ],
)
def test_a_participle_inside_a_report_belongs_to_the_inner_subject(text, inner, speaker):
    found = mentions(text)
    assert found[inner] == (speaker, "nested")
    assert any(inner.rstrip(".") in words and words != inner for words in found)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Police said that the road had been closed on Monday, adding that “it will stay closed "
            "for a week.”",
            "it will stay closed for a week.",
        ),
        (
            "Tennant said the ferry had hit a sandbank, adding that “the hull is whole.”",
            "the hull is whole.",
        ),
        (
            "She said the man had run into the forest, adding that “he was limping.”",
            "he was limping.",
        ),
    ],
)
def test_a_participle_after_a_thing_or_a_deed_goes_on_with_the_outer_source(text, part):
    mention, rule = mentions(text)[part]
    assert rule == "marks"
    assert text.startswith(mention)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The answer to hunger "should be a harvest," Berg added.', None),
        ("The new bridge “will carry nobody for a year,” Mayor Tom Reed said on Monday.", None),
        ("Every bottle in the warehouse ‘has been tested twice’, the company said.", None),
        (
            "Carrow said the wall “will be finished by spring.”",
            "the wall “will be finished by spring.”",
        ),
        (
            "Osgood told reporters that the valve “was never checked.”",
            "the valve “was never checked.”",
        ),
    ],
)
def test_a_verb_in_marks_keeps_its_subject(text, content):
    quotations, _ = analyze(text)
    assert quotations["kind"].tolist() == ["mixed"]
    found = quotations["text"].iat[0]
    assert found == content if content else text.startswith(found)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("He called the plan “a monument to panic.”", "a monument to panic."),
        (
            "She described the valve as “an accident waiting for a date.”",
            "an accident waiting for a date.",
        ),
        ("The coroner told his parents: “You have been patient.”", "You have been patient."),
        (
            "Fishermen have called a scheme to deepen the harbour “a slow death” after a long debate.",
            "a slow death",
        ),
        (
            "He confirmed receipt of it and termed the shortage “a supply matter”.",
            "a supply matter",
        ),
        ("The airline called the pilots’ pay demands “a fairy tale”.", "a fairy tale"),
        ("The board closed the shop over what it called “grave” failures.", "grave"),
        ("The firm blamed “a loose weld” and put the cost at two million.", "a loose weld"),
        (
            "Ms Ito accused the board of “selling umbrellas in June” when it met.",
            "selling umbrellas in June",
        ),
        ("Oslo has dismissed as “childish” a complaint from Riga over the toll.", "childish"),
        ("A critic described their ‘Macbeth’ as ‘two hours of felt’.", "two hours of felt"),
    ],
)
def test_a_fragment_that_is_a_complement_stands_alone(text, fragment):
    quotations, _ = analyze(text)
    assert quotations[["text", "kind"]].values.tolist() == [[fragment, "direct"]]


@pytest.mark.parametrize(
    ("text", "parts", "cue"),
    [
        ("Drivers, the lawyer advised, should photograph the tag.",
         ["Drivers", "should photograph the tag"], "advised"),
        ("The trade, said Judge Una Roe, was “a disgrace”.", ["The trade", "was “a disgrace”"], "said"),
        ("A clerk at the bank, an agent testified, noticed that the till was empty.",
         ["A clerk at the bank", "noticed that the till was empty"], "testified"),
        ("But the road, she added, had been dry for a week.",
         ["But the road", "had been dry for a week"], "added"),
        ("Still, the mayor said, the bridge would be closed in May.",
         ["the bridge would be closed in May"], "said"),
    ],
)  # fmt: skip
def test_a_clause_between_commas_reports_what_stands_around_it(text, parts, cue):
    quotations, _ = analyze(text)
    assert quotations["text"].tolist() == parts
    assert quotations["quotation"].nunique() == 1 and set(quotations["cue"]) == {cue}


@pytest.mark.parametrize(
    "text",
    [
        "The levy, announced last week, is meant to pay for barns.",
        "The ferry, which was said to be safe, sank in the harbour.",
        "Lund, asked whether the mill was for sale, paused at the door.",
        "A guard, who asked not to be named, opened the gate.",
    ],
)
def test_a_clause_that_reports_nothing_makes_no_quotation(text):
    article = Article("note", text)
    assert keep_speech(find_quotations(article, tag(tokenize(article)))).empty


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("More than 6,000 people were moved from their homes after the dam broke, officials said.",
         "More than 6,000 people were moved from their homes after the dam broke"),
        ("A drum that has hung in the hall since 1911 will go back to the island, the museum "
         "confirmed on Monday.",
         "A drum that has hung in the hall since 1911 will go back to the island"),
        ("The ministry has lent the firm twelve million and wants it back, an official there said.",
         "The ministry has lent the firm twelve million and wants it back"),
        ("The minister said on state television that he respected the vote.",
         "he respected the vote"),
    ],
)  # fmt: skip
def test_leads_of_newsrooms_are_reports(text, content):
    article = Article("note", text)
    assert keep_speech(find_quotations(article, tag(tokenize(article))))["text"].tolist() == [
        content
    ]


def test_beliefs_and_plans_are_told_apart_from_speech():
    text = "The captain hopes to sail again in May. The captain said that the hull was dry."
    article = Article("note", text)
    tokens = tag(tokenize(article))
    found = find_quotations(article, tokens)
    assert keep_speech(found)["text"].tolist() == ["the hull was dry"]
    assert found["rule"].tolist() == ["attitude", "labels"]


def test_a_reporting_clause_at_the_end_of_its_sentence():
    text = (
        "The flood has damaged almost half of the houses along the lower river since Monday, "
        "researchers at the Calloway Institute reported Thursday."
    )
    quotations, _ = analyze(text)
    assert quotations["text"].tolist() == [text[: text.index(", researchers")]]
    assert quotations["cue"].tolist() == ["reported"]


def test_straight_marks_close_what_a_curly_one_opened():
    pairs, strays = spans('“We will start," she said. "You are late.”')
    assert pairs == ['“We will start,"', '"You are late.”']
    assert strays == []
    assert spans('“He said "no," and left,” she said.')[0] == ['“He said "no," and left,”']


@pytest.mark.parametrize(
    "text",
    [
        "On Friday they watched “The Longest Winter” in the village hall.",
        "She wrote the novel “Salt and Iron” in a week.",
        "So-called “challenge trials” are planned for the autumn.",
        "The shop is called ‘Second Hand’ and sells shoes.",
    ],
)
def test_titles_and_terms_are_no_quotations(text):
    assert analyze(text)[0].empty


def test_who_is_quoted_as_saying_something_says_it():
    text = "The agency quoted an unnamed official as saying that the nets were illegal."
    row = analyze(text)[0].iloc[-1]
    assert row["text"] == "the nets were illegal"
    assert text[row["cue_start"] : row["cue_end"]] == "saying"


def test_words_of_a_headline_that_are_quoted_below_are_no_title():
    headline = "‘We Still Sell Bread’: Bakers Return\n\n"
    below = "Una Roe lit the oven. “Every day we still sell bread,” she said."
    assert analyze(headline + below)[0]["text"].tolist()[0] == "We Still Sell Bread"


def test_what_is_called_so_twice_is_two_fragments():
    text = "Mr Roe called the launch ‘brave’ and the timing ‘close to comical’."
    assert analyze(text)[0]["text"].tolist() == ["brave", "close to comical"]


def test_an_outer_speaker_goes_on_in_the_tense_of_the_outer_clause():
    text = "Mr Roe told the court that he had been tired and insisted the note was “a joke”."
    assert mentions(text)["the note was “a joke”"][0] == "Mr Roe"


def test_a_verb_behind_a_question_in_marks_may_look_like_a_participle():
    assert analyze("“Which Monday?” someone called from the back.")[0]["text"].tolist() == [
        "Which Monday?"
    ]


def test_what_the_speaker_adds_is_another_report():
    text = (
        "The firm said it “does not discuss its owners”, adding that a day in March would go ahead."
    )
    assert analyze(text)[0]["text"].tolist() == [
        "it “does not discuss its owners”",
        "a day in March would go ahead",
    ]


def test_confidence_is_a_probability():
    quotations, _ = analyze("“We won,” she said. Then, he claims, they lost “everything they had.”")
    assert quotations["confidence"].between(0, 1).all()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "”",
        "‘’ “” \"\" ''",
        "A short text without any mark",
        'It ends with a mark "',
        'print("hello") if x == "y" else \'z\'\nfor i in ["a", \'b\']:\n    d["k"] = \'v\'',
        'The door is 6\'2" by 3\' and 30" deep, 12" x 9".',
        "“WE WILL WIN,” THE MAYOR SAID. HE SAID THAT IT WAS LATE.",
        "Das ist „ganz gut“, sagte er. «Oui», dit-elle.",
        "\u201c\n\n\u201c\n\n\u201d",
    ],
)
def test_any_text_gets_an_answer(text):
    quotations, marks = analyze(text)
    for table in (quotations, marks):
        assert all(text[a:b] == t for a, b, t in table[["start", "end", "text"]].values)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab cd,.'\"“”‘’\n [](Aa)9", max_size=120))
def test_offsets_hold_for_any_text(text):
    quotations, marks = analyze(text)
    for table in (quotations, marks):
        assert all(text[a:b] == t for a, b, t in table[["start", "end", "text"]].values)


def test_tokens_without_tags_are_refused():
    article = Article("note", "“No,” he said.")
    with pytest.raises(ValueError, match="carry no tags"):
        find_quotations(article, tokenize(article))


def _seconds(text):
    article = Article("note", text)
    tokens = tag(tokenize(article))
    start = time.process_time()
    quotations = find_quotations(article, tokens)
    find_quotation_marks(article, tokens, quotations)
    return time.process_time() - start


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_time_grows_with_the_length_of_the_text(joint):
    sentence = "“It is late,” Ann Lee said. He replied that “nothing” had changed."
    _seconds(sentence)
    short = max(_seconds(joint.join([sentence] * 60)), 0.02)
    assert _seconds(joint.join([sentence] * 480)) < 24 * short


def test_two_thousand_marks_of_any_kind_are_linear():
    for mark in ('"', "“", "'", "‘", "' ", '" '):
        start = time.process_time()
        pair_marks(f"a {mark}b" * 2000, [(0, len(f"a {mark}b" * 2000))])
        assert time.process_time() - start < 1.5


def label_layers():
    model = load_labels()
    return [(model.first, SIZES), (model.second, CONTEXT_SIZES)]


@pytest.mark.parametrize("number", [0, 1])
def test_features_of_the_label_model_are_closed_class(number):
    layer, sizes = label_layers()[number]
    names = layer.names()
    assert len(names) > 1000
    for name in names:
        for part in name.split(" "):
            label, value = part.split("=", 1)
            attribute = label[:-2]
            assert attribute in sizes
            if attribute == "word":
                assert value == "0" or value in FUNCTION_WORDS or _is_class(value), name
            elif attribute == "tag" or attribute in ("runfirst", "runbefore", "runafter"):
                assert value in ("0", "none") or value in TAGS
            else:
                assert value.isdigit()


def _is_class(value):
    tag_name, level = value.rsplit("/cue", 1)
    return (tag_name in TAGS or tag_name == "other") and level.isdigit()


def test_no_feature_holds_two_words():
    for layer, _ in label_layers():
        for name in layer.names():
            words = [p for p in name.split(" ") if p.startswith("word") and "/cue" not in p]
            assert sum(part.split("=", 1)[1] != "0" for part in words) <= 1


def test_names_and_numbers_of_features_agree():
    for layer, _ in label_layers():
        for number in layer.numbers[::997].tolist():
            assert layer.templates.number(layer.templates.name(number)) == number
    with pytest.raises(ValueError, match="No template"):
        load_labels().first.templates.number("word+9=the")


def test_a_label_model_survives_its_bytes():
    model = load_labels()
    again = parse_labels(model.to_bytes())
    for one, two in ((model.first, again.first), (model.second, again.second)):
        assert (one.numbers == two.numbers).all()
        assert (one.weights == two.weights).all()
        assert (one.between == two.between).all()


def test_features_of_the_choices_are_closed_class():
    """Letters in a feature come from tags, closed-class words and fixed names only."""
    closed = {*FUNCTION_WORDS, *TAGS, *PRONOUNS, *INDEFINITE, "indefinite", "name", "noun"}
    closed |= {"pronoun", "person", "group", "organization", "document", "other", "none", "nocue"}
    fixed = set(
        "after before kind away left level peak opens cue inside given new same True False content "
        "cont first low Up x".split()
    )
    choices = load_choices()
    assert len(choices.rank.weights) > 1000
    for name in [*choices.rank.weights, *choices.link]:
        for word in re.findall(r"[A-Za-z]{4,}", name):
            pieces = re.findall(r"[A-Z][A-Z$]+|[A-Z]?[a-z]+", word)
            assert (
                word in closed
                or word in fixed
                or all(piece in closed or piece in fixed or len(piece) <= 4 for piece in pieces)
                or _splits(word, closed | fixed)
            ), name


def _splits(word, known):
    if not word:
        return True
    return any(
        word.startswith(part) and _splits(word[len(part) :], known)
        for part in known
        if part and part.isalpha()
    )


def test_cue_words_carry_classes_only():
    cues = load_cues()
    assert cues["said"][0] >= 6
    assert all(" " not in word and len(classes) == 4 for word, classes in cues.items())


def test_nouns_and_models_are_small():
    assert speaker_nouns()["report"] == "document"
    assert sum(path.stat().st_size for path in MODELS.glob("quotations*")) < 2_000_000


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“We make beds,” Halden’s chief executive, Rosa Lindqvist, said on a call.",
            "Rosa Lindqvist",
        ),
        (
            "A cheer went up. “We sail on Sunday,” shouted somebody from behind the barrel.",
            "somebody",
        ),
        ("One passenger was less amused. “Forty minutes!”", "One passenger"),
        ("‘Everything must go’, vowed its owner, Mr Lamb. ‘I am off to sea.’", "its owner"),
        ("Wen tipped over his king. “Enough.”", "Wen"),
        ("“I disagree,” said Cuban, who owns a team.", "Cuban"),
    ],
)
def test_the_construction_settles_who_speaks(text, speaker):
    assert {mention for mention, _ in mentions(text).values()} == {speaker}


def test_paragraphs_of_one_quotation_share_the_source_named_beside_the_cue():
    text = (
        "“I signed. We all did.\n\n“But I kept the pen,” Teresa Quill told the hall on Friday, “and "
        "tonight I give it back.”"
    )
    quotations, _ = analyze(text)
    assert quotations["quotation"].nunique() == 1
    assert len(set(quotations["mention_start"])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She would not say what had been found. It rained.",
        "Asked whether he knew, the coach smiled. It rained.",
    ],
)
def test_questions_without_an_answer_are_no_reported_speech(text):
    assert analyze(text)[0].empty


def test_a_sentence_in_marks_is_a_quotation_without_a_verb():
    quotations, _ = analyze("For Nora Bell the reason was simple. “Heating.” It snowed that night.")
    assert quotations["text"].tolist() == ["Heating."]


def test_a_report_in_an_opening_clause_ends_before_the_main_clause():
    text = (
        "While the harbour master had warned that the ice was thin, the skaters of both clubs met on "
        "the lake at noon."
    )
    quotations, _ = analyze(text)
    assert quotations["text"].tolist() == ["the ice was thin"]


def test_what_was_not_mentioned_is_no_report():
    text = "Although she did not mention the mayor or his deputies, Moss's letter is full of them."
    quotations, _ = analyze(text)
    assert quotations.empty


def test_reports_of_nobody_have_no_source():
    text = "The harbour master, Ann Lee, shut the gate amid reports that the ice was thin."
    quotations, _ = analyze(text)
    assert quotations[["text", "cue"]].values.tolist() == [["the ice was thin", "reports"]]
    assert quotations["mention_start"].isna().all()


@pytest.mark.parametrize(
    ("text", "words", "mention"),
    [
        (
            "Owner says mill is ‘no charity’ as weavers sue\n\nThe mill in Lund will fight.",
            "mill is ‘no charity’",
            "Owner",
        ),
        (
            "Son ‘shut out’ of house, court hears\n\nIt sat on Monday.",
            "Son ‘shut out’ of house",
            None,
        ),
        ("‘The sea reads no reports’\n\nAda Roe counts cod.", "The sea reads no reports", None),
        (
            "HULL: Noting that “rain is no crime”, the judge freed the man.",
            "rain is no crime",
            None,
        ),
        ("Ada Roe demanded: “Who pays?” She said two had left.", "Who pays?", "Ada Roe"),
        (
            "“It is far,” said Ada Roe. “In June it’s the Arctic.”",
            "In June it’s the Arctic.",
            "Ada Roe",
        ),
        (
            "The paper reported that a clerk said she had been “asked to stop looking”.",
            "she had been “asked to stop looking”",
            "a clerk",
        ),
    ],
)
def test_words_in_marks_are_found_where_they_stand(text, words, mention):
    assert mentions(text)[words][0] == mention


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=4),
    st.integers(0, 1000),
)
def test_chains_are_labelled_as_if_every_way_were_tried(lengths, seed):
    draw = np.random.RandomState(seed)
    scores = draw.randint(-3, 4, (sum(lengths), 3)).astype(np.int32)
    inner, start, end = (draw.randint(-2, 3, shape) for shape in ((3, 3), 3, 3))
    lattice = Lattice(lengths)
    best = lattice.decode(scores, inner, start, end)
    chances = lattice.probabilities(scores.astype(float), inner, start, end)
    first = 0
    for length in lengths:
        part = scores[first : first + length]
        weights = {
            way: start[way[0]]
            + end[way[-1]]
            + sum(part[i][label] for i, label in enumerate(way))
            + sum(inner[a][b] for a, b in itertools.pairwise(way))
            for way in itertools.product(range(3), repeat=length)
        }
        assert weights[tuple(best[first : first + length])] == max(weights.values())
        mass = sum(np.exp(weight) for weight in weights.values())
        for i, label in itertools.product(range(length), range(3)):
            share = sum(np.exp(w) for way, w in weights.items() if way[i] == label) / mass
            assert chances[first + i][label] == pytest.approx(share)
        first += length


def test_long_chains_do_not_vanish():
    scores = np.tile([0.0, -40.0, 9.0], (5000, 1))
    chances = Lattice([5000]).probabilities(scores, np.full((3, 3), -9.0), np.zeros(3), np.zeros(3))
    assert chances.sum(axis=1) == pytest.approx(np.ones(5000))
    assert (chances[:, 2] > 0.99).all()
