"""Sentences and words: traps, offsets on any string, kinds and ids. All sentences are invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.schema import TOKENS, check
from helpers.tokens import tokenize


def sentences(text):
    tokens = tokenize(Article("trap", text))
    spans = tokens.groupby("sentence").agg({"start": "min", "end": "max"})
    return [text[a:b] for a, b in zip(spans["start"], spans["end"], strict=True)]


def words(text):
    return tokenize(Article("trap", text))["text"].tolist()


# A bar stands where a sentence must end; nowhere else may one end.
SENTENCES = """
The U.S.-led force left.| Nobody saw it go.
Several U.S. allies objected to the plan.
He lives in the U.S.| The house is small.
The mission moved to the U.N. Security Council.
Gen. Harold Brandt met Lt. Col. Mira Osei on Friday.
Sen. Paula Wirth, R-Ariz., voted no.| Rep. Colm Daly did not.
The deal was signed on Jan. 12 in Lima.
It began in Jan.| The weather was mild.
“We will stay.”| The crowd cheered.
“We will stay,” she said.| “We must.”
"It is over," he said. |"Go home."
“Who is there?” he asked.
“Who is there?” Colonel Brandt asked.
“Run!” they shouted.| Nobody ran.
The town -- once rich -- is empty now.
LIMA (Reuters) - Prices fell on Monday.| Traders shrugged.
The train left at 5 p.m.| The next one was late.
The train left at 5 p.m. Monday from Dover.
At 9 a.m. they met; by noon they had parted.
J. R. Ewald and T. S. Marsh wrote the report.
The report is by J. R. Ewald.| It is long.
Brandt Inc. said it would appeal.
She worked for Brandt Inc.| In May she left.
Osei Corp. and Daly Co. will merge.| They said so.
See No. 2 on the list.
Asked if he would go, he said no.| Then he went.
He waited... and waited.
He waited ...| Then he left.
Wait… what is that?
“I don’t know…”| She looked away.
Prices rose 2.5 percent to $3.75.| Then they fell.
It costs 1,250.50 euros.| Is that much?
The cat’s bowl was empty.| The dogs’ bowls were full.
They met at St. Denis, near Mt. Orla.
Dr. Amara Niels, Ph.D., spoke first.
Mr. and Mrs. Daly vs. the State: who won?
He cited fruit, e.g. apples, i.e. the red ones.
They sell apples, pears, etc.| The shop is open.
Oh!| What a day.|Yes.
What?!| No way.|Really.
The minister (he had just come home.) smiled.
(He had just come home.)| The minister smiled.
[The tape ends here.]| Nobody knows why.
He said: ‘It is done.’| The room was silent.
‘It is done,’ she said.| ‘Go.’
She read “Who Are You?” twice.
The vote was 51-49.| Two members abstained.
He was born on Feb. 3, 1950, in Washington, D.C.| He died there.
Washington, D.C. lawyers know this.
"Stop." she said, and "stop." again.
The paper (p. 14) calls it a loss.
Capt. Orr’s ship, the H.M.S. Wren, sank.
He moved to Cal. in 1990.| His wife stayed.
Visit www.example.org.| The page explains it.
Write to anna.b@example.org today.| She answers.
The iPhone sold well.| eBay did not.
The law is old [3].| It was changed twice.
The law is old.[3]| It was changed twice.
The law is old. [3]| It was changed twice.
So said Prof. Wirth of the Univ. of Lund.
Is it true?| Is it false?| Nobody knows.
Gov. Daly’s aide, Ann Orr Jr., resigned.
The year was 1990.| 1991 was worse.
He got an A.| The others failed.
She left Yahoo! Inc. for a school.
They live on Elm St.| The house is old.
The film Viva! (1965) was a success.
""".strip().split("\n")

WORDS = {
    "The U.S.-led force": "The U.S. - led force",
    "stone's throw": "stone 's throw",
    "stone’s throw": "stone ’s throw",
    "the workers’ demands": "the workers ’ demands",
    "She didn’t, can't, won't and wouldn’t’ve": "She did n’t , ca n't , wo n't and would n’t ’ve",
    "I'm sure they'll say we've lost; he'd know": "I 'm sure they 'll say we 've lost ; he 'd know",
    "It's Maria's; it’s hers": "It 's Maria 's ; it ’s hers",
    "cannot gonna": "can not gon na",
    "a 15-year-old boy": "a 15 - year - old boy",
    "an anti-war, non-Muslim, pro-Lima re-election": "an anti-war , non-Muslim , pro-Lima re-election",
    "e-mail from the mid-1980s": "e-mail from the mid-1980s",
    "the 1990-1995 talks": "the 1990 - 1995 talks",
    "$3.75 or US$4 or €1,250.50": "$ 3.75 or US$ 4 or € 1,250.50",
    "up 2.5% to .750": "up 2.5 % to .750",
    "at 10:30 a.m. or 5pm": "at 10:30 a.m. or 5 pm",
    "on 12/01/2015 at 9/11": "on 12/01/2015 at 9/11",
    "and/or": "and / or",
    "the town--once rich--fell": "the town -- once rich -- fell",
    "the town—once rich—fell": "the town — once rich — fell",
    "He said: “Go [now] (or never).”": "He said : “ Go [ now ] ( or never ) . ”",
    "‘Never,’ said O’Neill’s son": "‘ Never , ’ said O’Neill ’s son",
    "the '90s and ’68": "the '90s and ’68",
    "AT&T and R&D's": "AT&T and R&D 's",
    "see https://example.org/a?b=1, please": "see https://example.org/a?b=1 , please",
    "ask a.b@example.org!": "ask a.b@example.org !",
    "@anna wrote #peace": "@anna wrote #peace",
    "the 3rd and 21st in 1990s": "the 3rd and 21st in 1990s",
    "call 555-010-4477": "call 555-010-4477",
    "Wait... no": "Wait ... no",
    "What?!": "What ?!",
    "J.R. Ewald": "J.R. Ewald",
    "the U.S.'s aim": "the U.S. 's aim",
    "fruit, etc.": "fruit , etc .",
    "Al-Karim of Saint-Denis": "Al - Karim of Saint - Denis",
    "naïve café, Zoë’s": "naïve café , Zoë ’s",
    "cafe\u0301s open": "cafe\u0301s open",
    "notes 13,14 and 1,000": "notes 13 , 14 and 1,000",
}


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence_traps(marked):
    parts = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace("|", "")) == parts


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_word_traps(text, expected):
    assert words(text) == expected.split()


def test_a_sentence_ends_with_its_paragraph():
    assert sentences("No stop here\n\nnor here\n\nThe end.") == [
        "No stop here",
        "nor here",
        "The end.",
    ]


def test_ids_count_from_zero_through_the_article():
    tokens = tokenize(Article("x", "One. Two.\n\nThree is here."))
    assert tokens["token"].tolist() == list(range(len(tokens)))
    assert tokens["sentence"].drop_duplicates().tolist() == [0, 1, 2]
    assert tokens["paragraph"].drop_duplicates().tolist() == [0, 1]


def test_kinds_and_norms():
    tokens = tokenize(Article("x", "“Don’t pay $5, the 3rd half ½ of 20% — or + 1990s,” it said…"))
    kinds = dict(zip(tokens["text"], tokens["kind"], strict=True))
    assert {kinds[w] for w in ("Do", "n’t", "pay", "said")} == {"word"}
    assert {kinds[w] for w in ("5", "3rd", "½", "20", "1990s")} == {"number"}
    assert {kinds[w] for w in "“,”—…"} == {"punctuation"}
    assert {kinds[w] for w in "$%+"} == {"symbol"}
    norms = dict(zip(tokens["text"], tokens["norm"], strict=True))
    assert norms["n’t"] == "n't" and norms["“"] == '"' and norms["Do"] == "do"


def covered(text, tokens):
    inside = set()
    for a, b in zip(tokens["start"], tokens["end"], strict=True):
        inside.update(range(a, b))
    seen = {
        i
        for i, c in enumerate(text)
        if not c.isspace() and c not in "\u00ad\u200b\u200c\u200d\u2060\ufeff"
    }
    return seen <= inside


ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(
        list(
            " \n\r\t.!?…'\"’‘“”()[]-–—0123456789aAbU.S$%,:;@#/&\u200b\u00a0\ufeff\u00ad\u0301\u200d"
        )
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.text(ALPHABET, max_size=60))
def test_offsets_hold_and_every_visible_character_is_covered(text):
    article = Article("any", text)
    tokens = tokenize(article)
    check(tokens, TOKENS, article)
    assert covered(text, tokens)
    starts, ends = tokens["start"].tolist(), tokens["end"].tolist()
    assert all(a < b for a, b in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert tokens["sentence"].diff().dropna().isin([0, 1]).all()


def test_unusual_blanks_do_not_hide_words():
    text = "\ufeffIt\u00a0was late.\r\nNo\u200bbody came.\r\n\r\n“5\u202fkm,”\u2009she said."
    tokens = tokenize(Article("x", text))
    assert tokens["text"].tolist()[:4] == ["It", "was", "late", "."]
    assert "nobody" in tokens["norm"].tolist() and "km" in tokens["norm"].tolist()
    assert covered(text, tokens)


def test_other_languages_and_signs_keep_their_words():
    assert words("Это не конец, сказал он.") == ["Это", "не", "конец", ",", "сказал", "он", "."]
    assert words("你好。世界") != [] and words("हिन्दी में") == ["हिन्दी", "में"]
    assert words("Fine 👍🏽 👩‍👧 ok") == ["Fine", "👍🏽", "👩‍👧", "ok"]


def test_an_empty_article_has_an_empty_table():
    for text in ("", " \n\u200b\n"):
        tokens = tokenize(Article("empty", text))
        assert len(tokens) == 0 and dict(tokens.dtypes.astype(str)) == TOKENS.columns


@pytest.mark.parametrize(
    "piece",
    [
        "He said (again) that “it’s U.S.-led” etc. on Jan. 5. ",
        "a%",
        "a-",
        "a.",
        "1,",
        "b's",
        "!“",
        "[1]",
    ],
)
def test_time_grows_with_length_only(piece):
    def seconds(n):
        article = Article("long", piece * (n // len(piece)))
        begin = time.process_time()
        tokenize(article)
        return time.process_time() - begin

    seconds(500)
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.05)
