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
        # what looks ahead: a plan, a progressive, a day that is the earliest possible
        ("Unions planned a rally in the square on Saturday.", ["2015-04-25"]),
        ("Unions planned it and were planning to march on Monday.", ["2015-04-27"]),
        ("A rally was called off on Saturday.", ["2015-04-18"]),
        ("She said the envoy would be travelling on Friday.", ["2015-04-24"]),
        ("He could return as early as Friday.", ["2015-04-24"]),
        ("They knew of it as early as Friday.", ["2015-04-17"]),
        # a reporting verb outside the quotation has no say
        ("``We will be there on Friday,'' he said.", ["2015-04-24"]),
        ("‘We will be there on Friday,’ he said.", ["2015-04-24"]),
        ("'We will be there on Friday,' he said.", ["2015-04-24"]),
        # a weekday whose verb is far away
        (
            "She is scheduled to spend only five hours on the ground by the lake in the far north "
            "of the country, her first stop on Friday.",
            ["PT5H", "2015-04-24"],
        ),
        # days of a year that "last" and "next" tell
        ("He was shot last Oct. 23 at home.", ["2014-10-23"]),
        ("He was shot last 23 October at home.", ["2014-10-23"]),
        ("They will wed next April 23.", ["2016-04-23"]),
        ("He was born last April 23.", ["2014-04-23"]),
        ("It burned last Oct. 23, 2013.", ["2013-10-23"]),
        ("Last June 12 people died there.", ["2014-06"]),
        ("In June 12 people died there.", ["2014-06"]),
        # hours in words, and one moment told twice
        ("The train left at 4 in the morning.", ["2015-04-23T04:00"]),
        ("It left at about four in the afternoon.", ["2015-04-23T16:00"]),
        ("It left at 11 at night.", ["2015-04-23T23:00"]),
        ("They freed 4 in the morning.", ["2015-04-23TMO"]),
        (
            "It will leave at 4 in the morning (4 a.m. EDT Friday).",
            ["2015-04-24T04:00", "2015-04-24T04:00"],
        ),
        # what lasts one unit, and what lasts some
        ("A day-long meeting and a year-long ban.", ["P1D", "P1Y"]),
        ("A decades-long war and a two-week-long trip.", ["PXE", "P2W"]),
        ("A weeklong strike and a monthslong wait.", ["P1W", "PXM"]),
        # days beside days, and a day of a month
        ("The day after Christmas was quiet.", ["2014-12-26"]),
        ("They met the day before last Tuesday's vote.", ["2015-04-20"]),
        ("They met the day before the vote.", []),
        ("Last October he was named. That same day he fled.", ["2014-10", "2014-10-XX"]),
        (
            "In October, on Friday the 3rd, he fell. That day he left.",
            ["2014-10", "2014-10-03", "2014-10-03"],
        ),
        # parts of a unit that come back, and those that are all of it
        ("She works three days a week.", ["P1W"]),
        ("He lost two days a year ago.", ["P2D", "2014"]),
        ("It is open 24 hours a day, seven days a week.", []),
        # amounts that say how near, not how long
        ("The quakes came minutes apart; it was a matter of days.", []),
        ("It predates the law by decades; it has lasted for decades.", ["PXE"]),
        ("The town was scarred by decades of war.", ["PXE"]),
        ("Now for the weather. Now for the first time it opens.", ["PRESENT_REF"]),
        ("The quakes came two days apart.", ["P2D"]),
        # words that lead to a time or to the next point
        ("It was hit most recently in May 2014.", ["2014-05"]),
        ("He spoke as recently as Friday, and more recently he fell.", ["2015-04-17", "PAST_REF"]),
        ("Now, she says, it is over. Now the bridge is open.", ["PRESENT_REF"]),
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


def test_what_comes_back_says_how_much_of_it():
    article = Article("invented", "They train 90 minutes each day.", published=date(2015, 4, 23))
    row = find_timexes(article, tokenize(article)).iloc[0]
    assert (row["text"], row["type"], row["value"]) == ("90 minutes each day", "SET", "P1D")
    assert (row["freq"], row["quant"]) == ("T90M", "EACH")


def test_expressions_of_newsrooms_keep_their_words():
    assert read("He was shot last Oct. 23.")[0][0] == "last Oct. 23"
    assert read("It left at about four in the morning.")[0][0] == "about four in the morning"
    assert read("The day after Christmas was quiet.")[0][0] == "The day after Christmas"
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
