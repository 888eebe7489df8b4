"""Tags, universal tags and lemmas: quotation marks by side, NLTK's interface, training to the byte.

All sentences are invented.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tag.api import TaggerI

from helpers.corpus import Article
from helpers.schema import TOKENS, check
from helpers.tags import find_forms, load_nltk_tagger, load_tagger, tag
from helpers.tags.features import FormFeatures, shape
from helpers.tags.lemmas import Lemmatizer
from helpers.tags.lexicon import ADJECTIVE, NOUN, VERB, Lexicon
from helpers.tags.tables import FormTables
from helpers.tokens import tokenize


def read(text):
    return tag(tokenize(Article("note", text)))


def pairs(text, column="tag"):
    table = read(text)
    return [f"{t}/{x}" for t, x in zip(table["text"], table[column], strict=True)]


TAGGED = """
The/DT minister/NN denied/VBD the/DT report/NN on/IN Monday/NNP ./.
She/PRP wants/VBZ to/TO leave/VB soon/RB ./.
They/PRP have/VBP been/VBN waiting/VBG for/IN hours/NNS ./.
Officials/NNS in/IN Moscow/NNP said/VBD nothing/NN ./.
He/PRP does/VBZ not/RB know/VB who/WP wrote/VBD it/PRP ./.
It/PRP was/VBD the/DT largest/JJS and/CC oldest/JJS ship/NN ./.
Two/CD U.S./NNP soldiers/NNS were/VBD killed/VBN ./.
The/DT well/RB -/HYPH known/VBN author/NN 's/POS books/NNS are/VBP old/JJ ./.
There/EX are/VBP many/JJ people/NNS here/RB ./.
Prices/NNS rose/VBD 2.5/CD %/NN (/-LRB- again/RB )/-RRB- ./.
""".strip().split("\n")


@pytest.mark.parametrize("line", TAGGED)
def test_plain_sentences_get_the_tags_every_treebank_gives_them(line):
    expected = line.split()
    forms = [item.rsplit("/", 1)[0] for item in expected]
    assert [f"{w}/{t}" for w, t in load_tagger().tag(forms)] == expected


QUOTED = {
    "“Stay,” she said.": "`` '' .",
    '"Stay," she said. "Go," he said.': "`` '' `` ''",
    "‘Stay,’ she said.": "`` ''",
    "'Stay,' she said.": "`` ''",
    "She said: “He told me ‘never’ twice.”": "`` `` '' ''",
    'He called it ("unfair") and "rude".': "`` '' `` ''",
    'An unbalanced "mark stays.': "``",
    "The workers’ demands and the unions' answer.": "POS POS",
    "‘It is the workers’ turn,’ she said.": "`` POS ''",
    "«Stay», she said.": "`` ''",
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_quotation_marks_are_tagged_by_their_side(text, expected):
    found = [t for t in read(text)["tag"] if t in ("``", "''", "POS")]
    assert found == [t for t in expected.split() if t != "."]


LEMMAS = {
    "The children didn’t know the wolves were dying.": "the child do not know the wolf be die .",
    "She has gone; he’ll be running, they're better.": "she have go ; he will be run , they be good .",
    "Journalists' stories denied the minister's worst fears.": "journalist 's story deny the minister 's bad fear .",
    "We stopped, begged, hoped and travelled.": "we stop , beg , hope and travel .",
    "It's late and he's never been here.": "it be late and he have never be here .",
    "Russian officials can't say that.": "Russian official can not say that .",
}


@pytest.mark.parametrize(("text", "expected"), LEMMAS.items())
def test_lemmas(text, expected):
    assert read(text)["lemma"].tolist() == expected.split()


def test_universal_tags_tell_auxiliaries_and_subordinators():
    assert pairs("She has left because he was rude.", "pos") == [
        "She/PRON", "has/AUX", "left/VERB", "because/SCONJ", "he/PRON", "was/AUX", "rude/ADJ", "./PUNCT",
    ]  # fmt: skip


def test_curly_and_straight_text_get_the_same_tags():
    straight = "He said: \"I can't see the dogs' bowls, it's dark.\""
    curly = "He said: “I can’t see the dogs’ bowls, it’s dark.”"
    for column in ("tag", "pos", "lemma"):
        assert read(straight)[column].tolist() == read(curly)[column].tolist()


def test_the_table_keeps_its_rows_and_its_schema():
    article = Article("x", "One day, it ended.\n\nNo one knew.")
    tokens = tokenize(article)
    tagged = check(tag(tokens), TOKENS, article)
    assert tagged.drop(columns=["tag", "pos", "lemma"]).equals(
        tokens.drop(columns=["tag", "pos", "lemma"])
    )
    assert tokens["tag"].isna().all(), "the table that came in was changed"
    assert not tagged[["tag", "pos", "lemma"]].isna().any().any()


def test_an_empty_article_stays_empty():
    assert dict(tag(tokenize(Article("empty", ""))).dtypes.astype(str)) == TOKENS.columns


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_string_is_tagged(text):
    tagged = read(text)
    assert not tagged[["tag", "pos", "lemma"]].isna().any().any()
    assert (tagged["lemma"].str.len() > 0).all()


def test_nltk_can_use_it_and_a_batch_changes_nothing():
    tagger = load_nltk_tagger()
    assert isinstance(tagger, TaggerI)
    sentences = [["Dogs", "bark", "."], [], ["They", "bark", "loudly", "!"], ["Yes"]]
    together = tagger.tag_sents(sentences)
    assert together == [tagger.tag(sentence) for sentence in sentences]
    assert [[word for word, _ in s] for s in together] == sentences
    assert together == load_tagger().tag_sents(sentences)
    # Measured against its own tags it makes no mistake: NLTK's arithmetic, our tags.
    assert tagger.accuracy(together) == 1


def test_tagging_adds_up_exactly_the_features_of_training():
    from helpers.training.tagger import find_features

    tagger = load_tagger()
    for text in ("“No,” SAID Dr. Orr’s aide – in 1990.", "Go", "A headline Of Five Words Here"):
        tokens = tokenize(Article("x", text))
        columns = (tokens[c].tolist() for c in ("text", "start", "end", "paragraph"))
        forms = find_forms(*columns)
        labels = tagger.labeller.predict(find_features(forms, tagger.forms, {}))
        assert tagger.labels(forms, [len(forms)]) == labels


def test_lexicon_and_tables_survive_storage():
    lexicon = Lexicon(
        {"stop": NOUN | VERB | 2 << 5, "stoke": VERB, "russian": ADJECTIVE},
        {"n": {"geese": "goose"}, "v": {}, "a": {}, "r": {}},
        frozenset({"russian"}),
    )
    again = Lexicon.from_bytes(lexicon.to_bytes())
    assert (again.classes, again.irregular, again.capital) == (
        lexicon.classes,
        lexicon.irregular,
        lexicon.capital,
    )
    tables = FormTables({"a": "DT"}, {("", "DT"): "DET"}, {("an", "DT"): "a"})
    assert FormTables.from_bytes(tables.to_bytes()) == tables
    assert FormTables.from_bytes(FormTables({}, {}, {}).to_bytes()) == FormTables({}, {}, {})


def test_rules_alone_find_regular_and_irregular_lemmas():
    lexicon = Lexicon(
        dict.fromkeys(("stop", "hope", "carry", "box", "big", "pass"), NOUN | VERB | ADJECTIVE),
        {"n": {"geese": "goose"}, "v": {"went": "go"}},
    )
    lemma = Lemmatizer(lexicon, {}).by_rule
    cases = {
        ("stopped", "VBD"): "stop", ("hoping", "VBG"): "hope", ("carries", "VBZ"): "carry",
        ("boxes", "NNS"): "box", ("bigger", "JJR"): "big", ("geese", "NNS"): "goose",
        ("Went", "VBD"): "go", ("passes", "VBZ"): "pass", ("blorps", "NNS"): "blorp",
        ("Moscow", "NNP"): "Moscow", ("1,500", "CD"): "1500", ("HE", "PRP"): "he",
    }  # fmt: skip
    assert {key: lemma(*key) for key in cases} == cases


def test_shapes():
    assert [shape(w) for w in ("Orr", "U.S.", "don't", "15")] == ["Xx", "X.X.", "x'x", "d"]


def test_classes_fall_back_to_the_ending():
    forms = FormFeatures(Lexicon({"bark": NOUN | VERB}, {}), {"the": "DT"})
    assert [forms.klass(w) for w in ("The", "bark", "Zzyx", "15")] == ["DT", "n v", "yx^", "d"]


FIXTURE = [
    ("The/DT/DET/the dog/NN/NOUN/dog barked/VBD/VERB/bark ././PUNCT/.", "The dog barked ."),
    ("She/PRP/PRON/she is/VBZ/AUX/be here/RB/ADV/here ././PUNCT/.", "She is here ."),
    ("Dogs/NNS/NOUN/dog bark/VBP/VERB/bark ././PUNCT/.", "Dogs bark ."),
]


@pytest.fixture
def folders(tmp_path):
    """A treebank of three sentences and a WordNet of three words."""
    blocks = []
    for number, (words, text) in enumerate(FIXTURE):
        rows = [f"# sent_id = fix-{number}", f"# text = {text}"]
        for i, word in enumerate(words.split(), 1):
            form, tag_, pos, lemma = word.split("/")
            rows.append("\t".join([str(i), form, lemma, pos, tag_, "_", "0", "_", "_", "_"]))
        blocks.append("\n".join(rows))
    ewt, gum, net = tmp_path / "ud-ewt", tmp_path / "gum" / "documents", tmp_path / "net"
    for folder in (ewt, gum, net):
        folder.mkdir(parents=True)
    for part in ("train", "dev"):
        (ewt / f"en_ewt-ud-{part}.conllu").write_text("\n\n".join(blocks) + "\n", "utf-8")
        (gum.parent / f"{part}.txt").write_text("GUM_news_fix\nGUM_fiction_not\n", "utf-8")
    (gum / "GUM_news_fix.conllu").write_text("\n\n".join(blocks) + "\n", "utf-8")
    for name in ("noun", "verb", "adj", "adv"):
        (net / f"index.{name}").write_text("dog n 1\nbark v 1\n" if name in "nounverb" else "")
        (net / f"{name}.exc").write_text("")
    for name in ("data.noun", "data.adj", "cntlist.rev"):
        (net / name).write_text("")
    (tmp_path / "models").mkdir()
    return tmp_path


def train(folder, hash_seed):
    code = (
        "import sys, pathlib, helpers.resources as r; r.MODELS = pathlib.Path(sys.argv[1]);"
        "from helpers.training.tagger import main; sys.exit(main(sys.argv[2:]))"
    )
    options = f"--data {folder} --wordnet {folder / 'net'} --iterations 2 --min-count 1"
    return subprocess.run(
        [sys.executable, "-c", code, str(folder / "models"), *options.split(), "--restarts", "2"],
        env={
            **os.environ,
            "PYTHONHASHSEED": hash_seed,
            "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_training_gives_the_same_bytes_under_two_hash_seeds(folders):
    digests = []
    for hash_seed in ("1", "2"):
        done = train(folders, hash_seed)
        assert done.returncode == 0, done.stderr
        digests.append(
            {
                path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted((folders / "models").iterdir())
            }
        )
    assert digests[0] == digests[1]
    assert set(digests[0]) == {"tagger.bin.gz", "forms.tsv.gz", "wordnet.bin.gz", "SHA256SUMS"}


def test_a_missing_folder_is_named_in_one_line(folders):
    (folders / "ud-ewt" / "en_ewt-ud-train.conllu").unlink()
    done = train(folders, "1")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "en_ewt-ud-train.conllu" in done.stderr


def test_prepositions_of_the_press_are_prepositions():
    words = "The dam stood atop the hill , amid reports that it leaked .".split()
    tagged = dict(load_tagger().tag(words))
    assert (tagged["atop"], tagged["amid"]) == ("IN", "IN")
