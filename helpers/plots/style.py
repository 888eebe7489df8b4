"""The house style of every figure, and the object that a figure becomes in a notebook."""

from __future__ import annotations

import base64
import io
import math
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import matplotlib
import numpy
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import FontProperties
from PIL import Image

from helpers.plots.wrapping import wrap

# seaborn's palette "colorblind" (a test compares them), written out because importing seaborn
# brings scipy's statistics along: half of what a short notebook takes.
PALETTE: tuple[str, ...] = (
    "#0173b2", "#de8f05", "#029e73", "#d55e00", "#cc78bc", "#ca9161", "#fbafe4", "#949494",
    "#ece133", "#56b4e9",
)  # fmt: skip
BLUE, ORANGE, GREEN, VERMILION, PURPLE, BROWN, PINK, GREY, YELLOW, SKY = PALETTE
INK = "#1a1a1a"
QUIET = "#4d4d4d"
PAPER = "#ffffff"
HATCHES: tuple[str, ...] = ("", "////", "....", "xxxx", "----", "oooo")
MARKERS: tuple[str, ...] = ("o", "s", "D", "^", "v", "P", "X", "*")

WIDTH = 7.5
DPI = 128
_TITLE_POINTS = 13
_CAPTION_POINTS = 9
_MARGIN = 0.12

_RC = {
    "axes.axisbelow": True,
    "axes.edgecolor": QUIET,
    "axes.facecolor": PAPER,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.labelsize": 10,
    "axes.linewidth": 0.8,
    "axes.prop_cycle": matplotlib.cycler(color=PALETTE),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": 11,
    "axes.unicode_minus": True,
    "figure.facecolor": PAPER,
    "font.family": ["DejaVu Sans"],
    "font.size": 10,
    "grid.color": "#d9d9d9",
    "grid.linewidth": 0.6,
    "legend.fontsize": 9,
    "legend.frameon": False,
    "patch.edgecolor": PAPER,
    "text.color": INK,
    # An article's dollar signs are prices, not formulas.
    "text.parse_math": False,
    "xtick.color": INK,
    "xtick.labelsize": 9,
    "ytick.color": INK,
    "ytick.labelsize": 9,
}


@dataclass(frozen=True)
class Figure:
    """A finished figure: ``title`` states the finding, ``caption`` what is counted and where it
    comes from, ``alt`` says in words what a reader who cannot see the ``png`` would miss.

    In a notebook it shows the picture; as plain text it is its alternative text.
    """

    png: bytes = field(repr=False)
    title: str
    caption: str
    alt: str
    width: int
    height: int

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        image = base64.b64encode(self.png).decode("ascii")
        described = {
            "alt": self.alt,
            "caption": self.caption,
            "height": self.height,
            "title": self.title,
            "width": self.width,
        }
        return {"image/png": image, "text/plain": self.alt}, {"image/png": described}


@contextmanager
def house_style() -> Iterator[None]:
    """Apply fonts, colours and lines of the house to everything drawn inside.

    Serves as a context (``with house_style():``) and as a decorator (``@house_style()``); the
    settings of the caller come back afterwards.

    >>> with house_style():
    ...     matplotlib.rcParams["font.family"]
    ['DejaVu Sans']
    """
    # From matplotlib's defaults, so that a reader's own matplotlibrc changes no committed picture.
    defaults = {key: value for key, value in matplotlib.rcParamsDefault.items() if key != "backend"}
    with matplotlib.rc_context({**defaults, **_RC}):
        yield


def new_figure(rows: int = 1, columns: int = 1, *, height: float = 3.5, **options):
    """Return ``(figure, axes)`` of the house width, ``height`` in inches without title and caption.

    ``options`` go to ``matplotlib.figure.Figure.subplots`` (``sharex``, ``gridspec_kw``, …). The
    figure belongs to no window and no cell, so nothing is shown before :func:`finish`. Call it
    inside :func:`house_style`.
    """
    figure = Canvas(figsize=(WIDTH, height), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure, figure.subplots(rows, columns, **options)


def finish(fig: Canvas, *, title: str, caption: str, alt: str) -> Figure:
    """Return the finished :class:`Figure`: the title written above, the caption below, as PNG.

    ``title`` is the finding, ``caption`` names what is counted, n and source, ``alt`` is one or
    more sentences that stand for the picture. Raises ``ValueError`` when one of them is empty,
    or when ``alt`` only repeats the title or names the kind of picture.

    >>> with house_style():
    ...     figure, axes = new_figure(height=1)
    ...     finish(figure, title="One line", caption="n = 0.", alt="")
    Traceback (most recent call last):
        ...
    ValueError: The figure "One line" has no alternative text; say in a sentence what it shows.
    """
    title, caption, alt = (_one_line(text) for text in (title, caption, alt))
    if not title or not caption:
        raise ValueError("A figure needs a title that states its finding and a caption.")
    if len(alt.split()) < 4 or alt.casefold().rstrip(".") == title.casefold().rstrip("."):
        raise ValueError(
            f'The figure "{title}" has no alternative text; say in a sentence what it shows.'
        )
    with house_style(), warnings.catch_warnings():
        # A script that the bundled font lacks shows as boxes; the alternative text has the words.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        _dress(fig, title, caption)
        png = _render(fig)
    if "matplotlib.pyplot" in sys.modules:
        # A figure that a reader made by pyplot is not shown a second time.
        sys.modules["matplotlib.pyplot"].close(fig)
    width, height = (round(inches * DPI) for inches in fig.get_size_inches())
    # Shown at three quarters of its pixels, the picture stays sharp on a dense screen.
    return Figure(png, title, caption, alt, round(width * 0.75), round(height * 0.75))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _dress(fig: Canvas, title: str, caption: str) -> None:
    """Make room above and below the drawing and write the title and the caption there."""
    width, height = fig.get_size_inches()
    room = (width - 2 * _MARGIN) * 72
    title = wrap(title, room, FontProperties(size=_TITLE_POINTS, weight="bold"))
    caption = wrap(caption, room, FontProperties(size=_CAPTION_POINTS))
    above = _height(title, _TITLE_POINTS) + 2 * _MARGIN
    below = _height(caption, _CAPTION_POINTS) + 2 * _MARGIN
    # Whole pixels, so that no line of the picture is cut.
    total = math.ceil((height + above + below) * DPI) / DPI
    side = _MARGIN / width
    fig.set_size_inches(width, total)
    fig.set_dpi(DPI)
    fig.set_layout_engine("constrained", rect=(side, below / total, 1 - 2 * side, height / total))
    fig.text(
        side,
        1 - _MARGIN / total,
        title,
        fontsize=_TITLE_POINTS,
        fontweight="bold",
        va="top",
        linespacing=1.25,
    )
    fig.text(
        side,
        _MARGIN / total,
        caption,
        fontsize=_CAPTION_POINTS,
        color=QUIET,
        va="bottom",
        linespacing=1.25,
    )


def _height(text: str, points: float) -> float:
    return (text.count("\n") + 1) * points * 1.45 / 72


def _render(fig: Canvas) -> bytes:
    """Return the PNG: 128 colours, which a chart never exhausts, take a third of the bytes, and
    Pillow, unlike matplotlib, writes no version into the file."""
    # Drawn once: savefig would draw everything a second time to ask for its size.
    canvas = FigureCanvasAgg(fig)
    canvas.draw()
    picture = Image.fromarray(numpy.asarray(canvas.buffer_rgba())).convert("RGB")
    # Median cut (the default) turned small blue marks green; coverage keeps every hue within 8 of 255.
    colours = {"method": Image.Quantize.MAXCOVERAGE, "dither": Image.Dither.NONE}
    png = io.BytesIO()
    picture.quantize(128, **colours).save(png, "png")
    return png.getvalue()


def cite(source: str) -> str:
    """Return the sentence of a caption that names the source; nothing without one."""
    return f"Source: {source.rstrip('.')}." if source else ""


def draw_nothing(title: str, source: str) -> Figure:
    """Return the figure of an empty table: its title and no axes."""
    figure, axes = new_figure(height=0.5)
    axes.axis("off")
    return finish(
        figure,
        title=title,
        caption=f"An empty table has nothing to draw. {cite(source)}",
        alt=f"An empty figure: {title[0].lower()}{title[1:]}.",
    )
