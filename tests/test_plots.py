"""The house style: what every figure keeps, whatever it draws."""

import io
from itertools import pairwise

import matplotlib
import pytest
import seaborn
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import image, pyplot

from helpers.plots import style
from helpers.plots.wrapping import count_fitting

SAID = {
    "title": "Herons doubled",
    "caption": "Herons counted at dawn, n = 12.",
    "alt": "Two bars: four herons in May, eight in June.",
}


def draw(**changes):
    with style.house_style():
        figure, axes = style.new_figure(height=2)
        axes.bar(["May", "June"], [4, 8])
        axes.set_ylabel("herons a day")
    return style.finish(figure, **{**SAID, **changes})


def test_a_figure_is_a_picture_with_words():
    data, metadata = draw()._repr_mimebundle_()
    assert data["text/plain"] == SAID["alt"] == repr(draw())
    described = metadata["image/png"]
    assert {key: described[key] for key in SAID} == SAID
    pixels = image.imread(io.BytesIO(draw().png))
    assert pixels.shape[1] == round(style.WIDTH * style.DPI)
    assert described["width"] * 4 // 3 == pixels.shape[1]


@pytest.mark.parametrize("missing", ["title", "caption", "alt"])
def test_a_figure_without_words_is_refused(missing):
    with pytest.raises(ValueError, match=r"title that states|alternative text"):
        draw(**{missing: "  "})


@pytest.mark.parametrize("alt", ["bar chart", SAID["title"], "Herons doubled."])
def test_a_default_alternative_text_is_refused(alt):
    with pytest.raises(ValueError, match="alternative text"):
        draw(alt=alt)


def test_the_same_figure_gives_the_same_bytes_and_names_no_software():
    first = draw()
    with matplotlib.rc_context({"font.size": 30, "lines.linewidth": 9, "font.family": "serif"}):
        second = draw()
    assert first.png == second.png
    assert b"Software" not in first.png
    assert b"matplotlib" not in first.png


def test_nothing_of_a_figure_is_left_behind():
    before = dict(matplotlib.rcParams)
    draw()
    assert dict(matplotlib.rcParams) == before
    assert pyplot.get_fignums() == []


def test_the_palette_is_seaborns():
    assert list(style.PALETTE) == seaborn.color_palette("colorblind").as_hex()


def test_a_figure_of_pyplot_is_closed_too():
    with style.house_style():
        figure, axes = pyplot.subplots()
        axes.plot([1, 2], [3, 4])
        style.finish(figure, **SAID)
    assert pyplot.get_fignums() == []


def test_long_words_of_any_script_and_prices_are_drawn_without_a_warning():
    title = "A rise from $5 to $6_000 " + "and on and on " * 12
    tall = draw(title=title, caption="東京 ∑ \N{GRINNING FACE} संवाद " * 9)
    assert tall.height > draw().height
    assert tall.width == draw().width


def test_the_title_stays_inside_the_picture():
    pixels = image.imread(io.BytesIO(draw(title="W" * 30 + " " + "mmmm " * 30).png))
    assert (pixels[:, -3:, :3] == 1).all()
    assert (pixels[:2, :, :3] == 1).all()


def test_a_small_mark_keeps_its_hue():
    with style.house_style():
        figure, axes = style.new_figure(height=4)
        axes.bar(range(8), range(1, 9), color=style.PALETTE[1:9], width=1)
        axes.plot([3], [12], "o", color=style.BLUE, markersize=4)
    pixels = image.imread(io.BytesIO(style.finish(figure, **SAID).png))[..., :3]
    wanted = matplotlib.colors.to_rgb(style.BLUE)
    assert abs(pixels - wanted).max(axis=-1).min() <= 8 / 255


def luminance(colour):
    channels = matplotlib.colors.to_rgb(colour)
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_can_be_read_and_colours_told_apart():
    assert contrast(style.INK, style.PAPER) >= 7
    assert contrast(style.QUIET, style.PAPER) >= 7
    greys = sorted(luminance(colour) for colour in style.PALETTE[:4])
    assert all(after - before > 0.01 for before, after in pairwise(greys))
    assert len(set(style.HATCHES)) == len(style.HATCHES)
    assert len(set(style.MARKERS)) == len(style.MARKERS)


@given(st.lists(st.text("abc Wil", min_size=1, max_size=30), max_size=40), st.integers(1, 60))
def test_as_many_parts_as_fit_are_counted_whatever_the_guess(parts, room):
    def measure(line):
        # Letters of very different width, so that a guess by their number is often wrong.
        return sum({"W": 9, "i": 0.5}.get(letter, 1) for letter in line)

    n = count_fitting(parts, room, measure)
    assert measure(" ".join(parts[:n])) <= room or n == 0
    assert n == len(parts) or measure(" ".join(parts[: n + 1])) > room
