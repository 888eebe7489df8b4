"""What expressions mean, on a Wednesday: 16 March 2016 (ISO week 11)."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schema
from helpers.corpus import Article
from helpers.timexes import find_timexes, infer_publication, interval_of
from helpers.tokens import tokenize

PUBLISHED = date(2016, 3, 16)


def read(text, published=PUBLISHED):
    article = Article("invented", text, published=published)
    return find_timexes(article, tokenize(article))


# Sentence with the expression in brackets, type, value.
CASES = """
The bridge opened on [January 11, 2015].|DATE|2015-01-11
The bridge opened on [Jan. 11, 2015], in rain.|DATE|2015-01-11
The bridge opened on [11 January 2015].|DATE|2015-01-11
The bridge opened on [11 January, 2015].|DATE|2015-01-11
The bridge opened on [11th January 2015].|DATE|2015-01-11
The bridge opened on [the 11th of January 2015].|DATE|2015-01-11
The bridge opened on [Sunday, January 11, 2015].|DATE|2015-01-11
The bridge opened on [Sunday 11 January 2015].|DATE|2015-01-11
The bridge opened on [Sun., Jan. 11, 2015].|DATE|2015-01-11
The bridge opened on [2015-01-11].|DATE|2015-01-11
The bridge opened on [2015/01/11].|DATE|2015-01-11
The bridge opened on [25/12/2015].|DATE|2015-12-25
The bridge opened on [12/25/2015].|DATE|2015-12-25
The bridge opened on [25.12.2015].|DATE|2015-12-25
The bridge opened on [March eighth].|DATE|2016-03-08
The bridge opened in [January 2015].|DATE|2015-01
The bridge opened in [January, 2015].|DATE|2015-01
The bridge opened in [Sept. 2015].|DATE|2015-09
The bridge opened in [2015].|DATE|2015
The bridge opened in [nineteen ninety-one].|DATE|1991
The bridge opened in [two thousand and nine].|DATE|2009
The bridge opened in [twenty fourteen].|DATE|2014
The bridge opened in [the year 2000].|DATE|2000
The bridge opened in [1066].|DATE|1066
The temple fell in [44 BC].|DATE|BC0044
The town burned in [AD 79].|DATE|0079
The bridge opened on [March 3].|DATE|2016-03-03
The bridge opened on [December 3].|DATE|2015-12-03
The bridge will open on [May 3].|DATE|2016-05-03
The bridge opened in [November].|DATE|2015-11
The bridge will open in [November].|DATE|2016-11
The bridge must be paid for by [August].|DATE|2016-08
The bridge opened [last November].|DATE|2015-11
The bridge will open [next January].|DATE|2017-01
The bridge opened [this January].|DATE|2016-01
The bridge opened in [early February].|DATE|2016-02
The bridge opened in [mid-February].|DATE|2016-02
The bridge opened in [the middle of February].|DATE|2016-02
The bridge opened in [May last year].|DATE|2015-05
The bridge will open in [May next year].|DATE|2017-05
The mayor spoke on [Monday].|DATE|2016-03-14
The mayor spoke on [Wednesday].|DATE|2016-03-16
The mayor will speak on [Friday].|DATE|2016-03-18
The mayor is to speak [Monday].|DATE|2016-03-21
The mayor spoke [last Friday].|DATE|2016-03-11
The mayor will speak [next Monday].|DATE|2016-03-21
The mayor will speak [this coming Sunday].|DATE|2016-03-20
The mayor spoke on [Tuesday of last week].|DATE|2016-03-08
The shop shuts on [the last Friday of this month].|DATE|2016-03-25
The shop shut on [the second Tuesday of May 2014].|DATE|2014-05-13
The mayor spoke on [Monday morning].|TIME|2016-03-14TMO
The mayor spoke [late Monday].|DATE|2016-03-14
The mayor spoke [today].|DATE|2016-03-16
The mayor spoke [yesterday].|DATE|2016-03-15
The mayor will speak [tomorrow].|DATE|2016-03-17
The mayor spoke [the day before yesterday].|DATE|2016-03-14
The mayor will speak [the day after tomorrow].|DATE|2016-03-18
The mayor spoke [yesterday morning].|TIME|2016-03-15TMO
The mayor will speak [tomorrow night].|TIME|2016-03-17TNI
The mayor will speak [tonight].|TIME|2016-03-16TNI
The mayor spoke [last night].|TIME|2016-03-15TNI
The mayor spoke [this morning].|TIME|2016-03-16TMO
The mayor spoke [last week].|DATE|2016-W10
The mayor speaks [this week].|DATE|2016-W11
The mayor will speak [next week].|DATE|2016-W12
The mayor read [last week]'s report.|DATE|2016-W10
The mayor spoke [last weekend].|DATE|2016-W10-WE
The mayor will speak [this weekend].|DATE|2016-W11-WE
The mayor spoke [last month].|DATE|2016-02
The mayor spoke [earlier this month].|DATE|2016-03
The mayor will speak [later this month].|DATE|2016-03
The mayor spoke [last year].|DATE|2015
The mayor will speak [early next year].|DATE|2017
The mayor spoke at [the end of last year].|DATE|2015
The mayor paid at [the end of the month].|DATE|2016-03
The mayor will pay by [year-end].|DATE|2016
The mayor pays in [the coming month].|DATE|2016-04
Sales rose in [the third quarter of 2014].|DATE|2014-Q3
Sales rose in [the third quarter].|DATE|2015-Q3
Sales rose in [last year's third quarter].|DATE|2015-Q3
Sales rose in [Q3 2014].|DATE|2014-Q3
Sales rose in [this quarter].|DATE|2016-Q1
Sales rose in [the previous quarter].|DATE|2015-Q4
Sales rose in [the first half of 2015].|DATE|2015-H1
Sales rose in [H2 2015].|DATE|2015-H2
Sales rose in [fiscal 2015].|DATE|2015
Sales rose in [FY2015].|DATE|2015
Sales rose in [the summer of 2014].|DATE|2014-SU
Sales rose [last autumn].|DATE|2015-FA
Sales will rise [next winter].|DATE|2016-WI
Sales rose in [the 1990s].|DATE|199
Sales rose in [the late 1990s].|DATE|199
Sales rose in [the '80s].|DATE|198
Sales rose in [the nineties].|DATE|199
Trade grew in [the 19th century].|DATE|18
Trade grew in [the early twentieth century].|DATE|19
Trade grew in [this century].|DATE|20
They met on [Christmas Day].|DATE|2015-12-25
They met on [Christmas Day 2012].|DATE|2012-12-25
They will meet on [Good Friday].|DATE|2016-03-25
They met on [Easter Monday 2015].|DATE|2015-04-06
They met on [Thanksgiving].|DATE|2015-11-26
They met on [Labor Day].|DATE|2015-09-07
They met on [New Year's Eve].|DATE|2015-12-31
They met at [5 p.m. on Monday].|TIME|2016-03-14T17:00
They met at [9.30am] and left.|TIME|2016-03-16T09:30
They met at [18:30 GMT].|TIME|2016-03-16T18:30Z
They met at [0800 UTC].|TIME|2016-03-16T08:00Z
They met at [10:30 p.m. EST Monday].|TIME|2016-03-14T22:30
They met at [noon on Sunday].|TIME|2016-03-13T12:00
They met at [9 o'clock].|TIME|2016-03-16T09:00
They met at [half past six].|TIME|2016-03-16T06:30
They met on [May 3, 2014 at 16:45].|TIME|2014-05-03T16:45
It lasted [two years].|DURATION|P2Y
It lasted [two and a half years].|DURATION|P2Y6M
It lasted [a year and a half].|DURATION|P1Y6M
It lasted [half an hour].|DURATION|PT30M
It lasted [5 1/2 hours].|DURATION|PT5H30M
It lasted [2½ days].|DURATION|P2DT12H
It lasted [about ten days].|DURATION|P10D
It lasted [more than three weeks].|DURATION|P3W
It lasted [several months].|DURATION|PXM
It lasted [a few minutes].|DURATION|PTXM
It lasted [a couple of weeks].|DURATION|P2W
It lasted [a fortnight].|DURATION|P2W
It lasted [two decades].|DURATION|P20Y
It lasted [six straight days].|DURATION|P6D
The [six-month] truce ended.|DURATION|P6M
Prices fell over [the past two years].|DURATION|P2Y
Prices will fall over [the next 12 months].|DURATION|P12M
Prices fell in [the first nine months] there.|DURATION|P9M
They meet [every Monday].|SET|XXXX-WXX-1
They meet on [Mondays].|SET|XXXX-WXX-1
They meet [every year].|SET|P1Y
They meet [every two weeks].|SET|P2W
They meet [every other day].|SET|P2D
They meet [twice a month].|SET|P1M
They meet [three times a week].|SET|P1W
They meet [daily].|SET|P1D
They meet [each July].|SET|XXXX-07
They earn $500 [a week].|SET|P1W
They met [two years ago].|DATE|2014
They met [three months ago].|DATE|2015-12
They met [ten days ago].|DATE|2016-03-06
They met [two weeks ago].|DATE|2016-W09
They met [years ago].|DATE|PAST_REF
They will meet [two weeks from now].|DATE|2016-W13
They are [now] alone.|DATE|PRESENT_REF
They [recently] met.|DATE|PAST_REF
They think of [the future].|DATE|FUTURE_REF
They live in [the past].|DATE|PAST_REF
They met [late last night].|TIME|2016-03-15TNI
They met [this afternoon at 3 p.m.].|TIME|2016-03-16T15:00
They met at [dawn on Friday].|TIME|2016-03-11TMO
They met on [the morning of 3 March].|TIME|2016-03-03TMO
They met in [the week of March 7].|DATE|2016-W10
They met in [the month of May].|DATE|2015-05
They will meet in [the first week of May].|DATE|2016-W18
They met [the year before last].|DATE|2014
They will meet [the week after next].|DATE|2016-W13
They will meet in [two weeks' time].|DATE|2016-W13
They met in [the winter of 1946-47].|DATE|1946-WI
They met in [the mid-1990s].|DATE|199
It took [a quarter of an hour].|DURATION|PT15M
It took [a quarter of a century].|DURATION|P25Y
They meet on [weekends].|SET|XXXX-WXX-WE
They met on [January 11-12].|DATE|2016-01-11/2016-01-12
They met on [11-13 January 2015].|DATE|2015-01-11/2015-01-13
They met from [Jan. 30-Feb. 2].|DATE|2016-01-30/2016-02-02
They met in [2009-10].|DATE|2009/2010
They fought in [1914-18].|DATE|1914/1918
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_expression_means(case):
    sentence, kind, value = case.split("|")
    start, text = sentence.index("["), sentence[sentence.index("[") + 1 : sentence.index("]")]
    table = read(sentence.replace("[", "").replace("]", ""))
    assert table[["start", "text", "type", "value"]].values.tolist() == [[start, text, kind, value]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on May 2, 2014. Two days later she followed.", ["2014-05-02", "2014-05-04"]),
        ("He left in 2009. The following year she followed.", ["2009", "2010"]),
        ("He left on May 2, 2014. She came that day.", ["2014-05-02", "2014-05-02"]),
        ("He left on May 2, 2014. She left the next day.", ["2014-05-02", "2014-05-03"]),
        ("He left in May 2014. She left the previous month.", ["2014-05", "2014-04"]),
        ("He ruled from 2009 to 2011.", ["2009", "2011"]),
        ("He ruled between March and May 2014.", ["2014-03", "2014-05"]),
        ("In the third quarter sales fell from a year earlier.", ["2015-Q3", "2014-Q3"]),
        ("Profit for the quarter ended July 31, 2015 rose.", ["2015-Q2", "2015-07-31"]),
        ("They met on April 24 and 25, 2014.", ["2014-04-24", "2014-04-25"]),
        ("It grew in the 19th and 20th centuries.", ["18", "19"]),
        ("It grew in the second and third quarters of 2014.", ["2014-Q2", "2014-Q3"]),
    ],
)
def test_expressions_lean_on_each_other(text, values):
    assert read(text)["value"].tolist() == values


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May and Brian May may meet Mr May, May said.",
        "A 1,500-strong crowd saw flight 1999 land at gate 31.",
        "She came second; they march on. The second man won 3-1.",
        "The 44-year-old engineer, 37 years old, built 2000 houses.",
        "April Jones and June Brown read the Sunday Times.",
        "He paid $1999 for room 2012 and 12.5 percent of the No. 10 shares.",
        "They fell in love and spring from their seats, in the high noon of fame.",
        "It was year 0, the 32nd, 99/99/9999 and 45:99.",
        "They won 21:15 after a 19:10 lead; the second set went 6-4, the first 7-5.",
        "Flight BA 2012, flight MH17 and flight number 1989 were late; read John 3:16.",
        "The Mail on Sunday printed The Sun's map; mar it not, and march on.",
        "A second-hand car, a split second, one of 2,014 seats and a 9-5 job.",
        "Janos met Jan Novak of the daily Zarja.",
        "",
    ],
)
def test_false_friends_stay_out(text):
    assert read(text)["text"].tolist() == []


@pytest.mark.parametrize(
    ("text", "value", "remark"),
    [
        ("They met on 31 April 2015.", "2015-04", "31 April 2015 does not exist"),
        ("They met on February 29, 2015.", "2015-02", "29 February 2015 does not exist"),
    ],
)
def test_days_that_do_not_exist_become_their_month(text, value, remark):
    row = read(text).iloc[0]
    assert (row["value"], row["granularity"]) == (value, "month")
    assert remark in row["rule"]


def test_ambiguity_is_reported_with_weights():
    row = read("They met on 01/02/2015.").iloc[0]
    assert (row["value"], row["alternatives"]) == ("2015-01-02", "2015-02-01 (0.4)")
    row = read("They meet next Friday.").iloc[0]
    assert (row["value"], row["alternatives"]) == ("2016-03-25", "2016-03-18 (0.4)")
    assert read("They spoke on Sunday.")["alternatives"].iloc[0].startswith("2016-03-20 (")


def test_rule_names_the_word_that_decided():
    assert "future by “will”" in read("They will meet on Friday.")["rule"].iloc[0]
    assert read("They met on Friday.")["reference"].iloc[0] == "publication"
    assert read("They met in 2009.")["reference"].iloc[0] == "none"


def test_modifiers_and_frequencies():
    assert read("It began in early May 2014.")["mod"].iloc[0] == "START"
    assert read("It took about two days.")["mod"].iloc[0] == "APPROX"
    assert read("It took more than two days.")["mod"].iloc[0] == "MORE_THAN"
    assert read("It took at least two days.")["mod"].iloc[0] == "EQUAL_OR_MORE"
    row = read("They meet twice a week.").iloc[0]
    assert (row["value"], row["freq"]) == ("P1W", "2X")
    assert read("They meet every other week.")["quant"].iloc[0] == "EVERY OTHER"


def test_a_year_that_ended_on_a_day_is_an_interval():
    row = read("For the year ended June 30, 2015 the firm made a loss.").iloc[0]
    assert (row["type"], row["value"]) == ("DURATION", "P1Y")
    assert (row["earliest"], row["latest"]) == (
        pd.Timestamp("2014-07-01"),
        pd.Timestamp("2015-06-30"),
    )


def test_amounts_up_to_now_are_intervals():
    row = read("Prices fell over the past two years.").iloc[0]
    assert (row["earliest"], row["latest"]) == (
        pd.Timestamp("2014-03-16"),
        pd.Timestamp("2016-03-16"),
    )


def test_both_ends_of_a_range_share_a_number():
    table = read("He ruled from 2009 to 2011 and, between May and July 2014, again. Then in 2015.")
    assert table["range"].astype(object).where(table["range"].notna(), None).tolist() == [
        0, 0, 1, 1, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "week"),
    [
        (date(2016, 1, 1), "2015-W53"),
        (date(2015, 12, 31), "2015-W53"),
        (date(2014, 12, 29), "2015-W01"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2012, 1, 1), "2011-W52"),
    ],
)
def test_iso_weeks_at_the_turn_of_the_year(published, week):
    assert read("They met this week.", published)["value"].iloc[0] == week


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "granularity"),
    [
        ("2015", "2015-01-01", "2015-12-31", "year"),
        ("2015-02", "2015-02-01", "2015-02-28", "month"),
        ("2016-02-29", "2016-02-29", "2016-02-29", "day"),
        ("2015-W53", "2015-12-28", "2016-01-03", "week"),
        ("2015-W53-WE", "2016-01-02", "2016-01-03", "weekend"),
        ("2015-Q1", "2015-01-01", "2015-03-31", "quarter"),
        ("2015-H2", "2015-07-01", "2015-12-31", "half-year"),
        ("2015-WI", "2015-12-01", "2016-02-29", "season"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("2015-01-13T17:30", "2015-01-13T17:30", "2015-01-13T17:30:59", "minute"),
        ("2015-01-13T17:30Z", "2015-01-13T17:30", "2015-01-13T17:30:59", "minute"),
        ("2015-01-11/2015-01-13", "2015-01-11", "2015-01-13", "day"),
        ("2015-01-XX", "2015-01-01", "2015-01-31", "month"),
    ],
)
def test_interval_of_value(value, earliest, latest, granularity):
    interval = interval_of(value)
    assert pd.Timestamp(interval.earliest) == pd.Timestamp(earliest)
    assert pd.Timestamp(interval.latest) == pd.Timestamp(latest)
    assert interval.granularity == granularity


@pytest.mark.parametrize(
    "value", ["P2D", "PRESENT_REF", "XXXX-05", "2015-02-30", "BC0044", "2015-13", "2014/2013", "?"]
)
def test_values_without_interval(value):
    assert interval_of(value) is None


def test_interval_agrees_with_printed_value():
    text = " ".join(case.split("|")[0].replace("[", "").replace("]", "") for case in CASES)
    table = read(text)
    dated = table[table["earliest"].notna() & table["type"].isin(["DATE", "TIME"])]
    assert len(dated) > 80
    for row in dated.itertuples():
        interval = interval_of(row.value)
        if not row.value.endswith("T24:00"):
            assert pd.Timestamp(interval.earliest) == row.earliest, row
            assert pd.Timestamp(interval.latest) == row.latest, row


def test_empty_text_gives_an_empty_checked_table():
    article = Article("empty", " ")
    table = find_timexes(article, tokenize(article))
    assert len(table) == 0
    schema.check(table, schema.TIMEXES, article)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(1789, 7, 14), date(9999, 12, 31)])
def test_extreme_publication_dates(published):
    text = " ".join(case.split("|")[0].replace("[", "").replace("]", "") for case in CASES)
    assert len(read(text, published)) > 100


WORDS = st.sampled_from(
    "the a of in on at May may March 11 31 29 2015 1999 99 Monday Sunday last next this week year "
    "years month quarter second third half past ago later two few every each morning 5 p.m. noon "
    "- , . ( ) to from between and or 's early late mid end January Feb. 12/13/14 2015-02-30 BC "
    "'98 1990s century summer Easter today now about more than ½ 24:00 0 00 \n \n\n é 😀 “ ”".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.booleans())
def test_any_words_keep_offsets_and_schema(parts, dated):
    text = " ".join(parts)
    article = Article("invented", text, published=PUBLISHED if dated else None)
    table = find_timexes(article, tokenize(article))
    schema.check(table, schema.TIMEXES, article)
    starts, ends = table["start"].tolist(), table["end"].tolist()
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    known = table[table["earliest"].notna()]
    assert (known["earliest"] <= known["latest"]).all()
    assert table["value"].notna().all()
    inferred = infer_publication(article, tokenize(article))
    if inferred.earliest is not None and inferred.latest is not None:
        assert inferred.earliest <= inferred.latest
