"""How newsrooms of other countries and desks write times, read on Thursday 23 April 2015."""

from datetime import date

import pytest

from helpers.corpus import Article
from helpers.timexes import find_timexes
from helpers.tokens import tokenize


def read(text, published=date(2015, 4, 23)):
    article = Article("invented", text, published=published)
    table = find_timexes(article, tokenize(article))
    return list(zip(table["text"], table["value"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the day after a second clock time, and holidays, as the day of a clock time
        (
            "The blast came at 10:35 a.m. (0735 GMT) on Friday.",
            ["2015-04-17T10:35", "2015-04-17T07:35Z", "2015-04-17"],
        ),
        ("It happened at 11.30pm on Anzac Day.", ["2015-04-25T23:30", "2015-04-25"]),
        (
            "He called at 9 a.m. (local time) and left on Friday.",
            ["2015-04-23T09:00", "2015-04-17"],
        ),
        # weekdays that are joined
        ("The strike lasted from Friday through Sunday.", ["2015-04-17", "2015-04-19"]),
        ("They meet next Tuesday and Wednesday.", ["2015-04-28", "2015-04-29"]),
        ("They met on Monday and Tuesday.", ["2015-04-20", "2015-04-21"]),
        ("Term begins on Monday week.", ["2015-05-04"]),
        # companies and their years
        ("Profit for the year to 30 June 2014 rose.", ["P1Y", "2014-06-30"]),
        ("Sales in the September quarter were flat.", ["2014-Q3"]),
        ("Sales in the December 2013 quarter were flat.", ["2013-Q4"]),
        ("Revenue fell in Q3 FY16.", ["2016-Q3"]),
        ("The FY2014-15 budget was passed.", ["2014/2015"]),
        ("Interest is paid semi-annually.", ["P6M"]),
        # amounts with halves and quarters
        ("He stayed two-and-a-half years.", ["P2Y6M"]),
        ("It took three-quarters of an hour.", ["PT45M"]),
        ("It happened a year ago this week.", ["2014-W17"]),
        ("At present nobody knows.", ["PRESENT_REF"]),
        # days that name an event for good
        ("Much changed after 9/11.", ["2001-09-11"]),
        ("The Sept. 11 terrorist attacks changed much.", ["2001-09-11"]),
        ("He was born on Sept. 11 in Cork.", ["2014-09-11"]),
        # plans: the verb looks ahead, the noun does not, the past tells when they were made
        ("On Tuesday, the League plans to vote.", ["2015-04-28"]),
        ("On Friday, she set travel plans aside.", ["2015-04-17"]),
        ("On Friday, they planned to travel.", ["2015-04-17"]),
        # a day that is set, and a weekday of no week in particular
        ("Kick-off is at 3pm on Saturday.", ["2015-04-25T15:00"]),
        ("The final is on Sunday evening.", ["2015-04-26TEV"]),
        ("It was a Tuesday in May 2014.", ["XXXX-WXX-2", "2014-05"]),
        ("He told a Tuesday meeting so.", ["2015-04-21"]),
        ("A bomb exploded at 6 o'clock on Friday evening.", ["2015-04-17T18:00"]),
        # a clock time that is only about right, with the date after it
        ("It struck at about 9 a.m. on May 3 last year.", ["2014-05-03T09:00"]),
        ("They arrived around 6 p.m. on Tuesday.", ["2015-04-21T18:00"]),
        ("It took place between 1 March and 12 June last year.", ["2014-03-01", "2014-06-12"]),
        ("The trial is expected to last four to six weeks.", ["PXW"]),
        ("He will decide in the next day or two.", ["PXD"]),
        ("All is well in the year 2525.", ["2525"]),
        # a month whose verb is far away
        (
            "In November, a week before the day of the patron saint of the town on the hill beside "
            "the old road to the coast, a clinic burned.",
            ["2014-11", "P1W"],
        ),
    ],
)
def test_newsrooms_mean(text, expected):
    assert [value for _, value in read(text)] == expected


def test_expressions_of_newsrooms_keep_their_words():
    assert read("The September quarter was flat.")[0][0] == "The September quarter"
    assert read("Interest is paid semi-annually.")[0][0] == "semi-annually"


@pytest.mark.parametrize(
    "text",
    [
        "She was on “60 Minutes” and on This Week with a friend.",
        "He ran the marathon in 2:03:59.",
        "Interest is paid tri-annually.",
        "Mr Friday met Ms. Sunday; the Spring Boks beat the Winter Kings.",
    ],
)
def test_titles_and_running_times_stay_out(text):
    assert read(text) == []


def test_attacks_before_they_happened_are_a_date_like_any_other():
    assert read("The Sept. 11 attacks failed.", date(1999, 1, 4))[0][1] == "1998-09-11"


def test_the_attacks_in_figures_are_none_before_they_happened():
    assert read("About 9/11 of it was lost.", date(1999, 1, 4)) == []


def test_months_joined_by_a_range_follow_each_other():
    values = [value for _, value in read("Work must stop from November to February.")]
    assert values == ["2015-11", "2016-02"]
    values = [value for _, value in read("It was closed from November to February.")]
    assert values == ["2014-11", "2015-02"]
