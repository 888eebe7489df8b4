"""The figures of word frequency: what their words say, and what they keep when there is little."""

import pandas as pd
import pytest

from helpers.plots import plot_collocations, plot_dispersion, plot_frequencies, plot_keywords
from helpers.schema import COLLOCATIONS, FREQUENCIES, KEYWORDS, OCCURRENCES, build


def frequencies(*counts, words=1000, spread=0.3):
    rows = [
        {"term": term, "n": n, "per_million": n / words * 1e6, "rank": rank, "first_start": 0}
        | {"wilson_low": n * 800, "wilson_high": n * 1300, "dp": 0.2}
        | {"boot_low": n * 1000 * (1 - spread), "boot_high": n * 1000 * (1 + spread)}
        for rank, (term, n) in enumerate(counts, start=1)
    ]
    return build(rows, FREQUENCIES)


def keywords(*rows):
    names = ("term", "n", "n_reference", "log_ratio", "p_adjusted")
    tables = [dict(zip(names, row, strict=True)) for row in rows]
    for row in tables:
        row |= {"log_ratio_low": row["log_ratio"] - 1, "log_ratio_high": row["log_ratio"] + 1}
    return build(pd.DataFrame(tables).assign(range=1), KEYWORDS)


def collocations(*rows):
    names = ("word1", "word2", "n", "log_dice", "p_adjusted")
    table = pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows])
    return build(table.assign(n_word1=9, n_word2=9, first_start=0), COLLOCATIONS)


def occurrences(words, **places):
    rows = [
        {"article_id": "tide", "start": place, "end": place + 1, "text": "x", "term": term}
        | {"paragraph": 0, "position": place, "n_words": words}
        for term, many in places.items()
        for place in many
    ]
    return build(rows, OCCURRENCES)


def test_the_title_says_whether_the_first_term_is_really_first():
    sure = plot_frequencies(frequencies(("sea", 40), ("wall", 5), ("ash", 4)))
    assert (
        sure.title == "“sea” comes first, 40 times in 1,000 words, surely ahead of every other term"
    )
    close = plot_frequencies(frequencies(("sea", 6), ("wall", 5), ("ash", 1)))
    assert close.title.endswith("but the intervals of 1 of the next 2 terms overlap its own")
    equal = plot_frequencies(frequencies(("sea", 6), ("wall", 5)))
    assert equal.title.endswith("but the interval of the other term overlaps its own")
    many = plot_frequencies(frequencies(("sea", 6), ("wall", 5), ("ash", 5)))
    assert many.title.endswith("but the intervals of all the next 2 terms overlap its own")
    assert (
        plot_frequencies(frequencies(("sea", 1))).title == "“sea” comes first, once in 1,000 words"
    )
    for term in ("sea 6 (4.2 to 7.8", "wall 5", "ash 1"):
        assert term in close.alt


def test_the_dispersion_title_tells_spread_from_packed():
    table = occurrences(1000, sea=[5, 250, 480, 730, 990], wall=[300, 302, 304])
    figure = plot_dispersion(table, source="Tide tables")
    assert figure.title == (
        "“sea” returns in 5 of the ten tenths of the article; the 3 occurrences of “wall” fall into 1"
    )
    assert (
        "wall: 3 occurrences, in 1 of 10 tenths, first at word 300, last at word 304" in figure.alt
    )
    assert figure.caption.endswith("Source: Tide tables.")


def test_the_keyness_title_counts_what_differs():
    table = keywords(
        ("sea", 9, 0, 6.0, 0.001), ("wall", 0, 70, -4.0, 0.01), ("ash", 3, 9, 0.5, 0.6)
    )  # fmt: skip
    figure = plot_keywords(table, reference="the rest")
    assert figure.title == (
        "2 of 3 terms tested differ in frequency from the rest, most surely “sea” (9 here, 0 there)"
    )
    assert "0 entered as 0.5" in figure.caption and "wall -4.0 (-5.0 to -3.0)" in figure.alt
    none = plot_keywords(keywords(("ash", 3, 9, 0.5, 0.6)), reference="the rest")
    assert none.title == "None of 1 terms tested surely differs in frequency from the rest"
    assert "0.5" not in none.caption


def test_the_collocation_title_names_the_surest_pair():
    table = collocations(("tidal", "wall", 4, 13.8, 1e-6), ("old", "sea", 2, 9.0, 0.2))
    figure = plot_collocations(table)
    assert figure.title.startswith("“tidal wall” is the surest pair; 1 of the 2 surest pairs")
    assert "old sea 9.0 (n 2)" in figure.alt


@pytest.mark.parametrize(
    "figure",
    [
        plot_frequencies(build([], FREQUENCIES)),
        plot_dispersion(build([], OCCURRENCES)),
        plot_keywords(build([], KEYWORDS), reference="general English"),
        plot_collocations(build([], COLLOCATIONS)),
    ],
)
def test_an_empty_table_gives_a_figure_that_says_so(figure):
    assert figure.png and figure.alt.startswith("An empty figure")


def test_the_same_table_gives_the_same_bytes_and_text_is_never_markup():
    table = frequencies(("$x^2$", 9), ("<b>", 5), ("a" * 80, 2))
    assert plot_frequencies(table).png == plot_frequencies(table).png
    assert "“$x^2$”" in plot_frequencies(table).title
