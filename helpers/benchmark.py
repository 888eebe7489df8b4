"""How fast it is: ``python -m helpers.benchmark`` (or ``make bench``).

Prints words per second of every stage (one core, models loaded), the time to load all models, and
the wall time of all notebooks beside that of as many notebooks that only import pandas, seaborn and
nltk and draw one plot: no notebook that draws with seaborn can be faster than that floor.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from helpers.corpus import Article, find_paragraphs, list_articles, load_article
from helpers.events import find_events
from helpers.frequencies import count_terms
from helpers.names import find_names
from helpers.quotations import find_quotations
from helpers.resources import MODELS, checksums
from helpers.sentiment import score_sentiment
from helpers.speakers import attribute_speakers
from helpers.tags import tag
from helpers.timeline import build_timeline
from helpers.timexes import find_timexes
from helpers.tokens import tokenize

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
_FLOOR = """
import nltk
import pandas
import seaborn

words = nltk.FreqDist("the tide came in and the tide went out".split())
counts = pandas.DataFrame(words.most_common(), columns=["word", "n"])
seaborn.barplot(counts, x="n", y="word")
"""
_LOAD = """
import time
from helpers.corpus import Article
from helpers.pipeline import analyze

article = Article("short", "Ada Byron said on Monday that the tide was high.")
start = time.perf_counter()
analyze(article)
first = time.perf_counter()
analyze(article)
print(first - start - (time.perf_counter() - first))
"""


def main(arguments: list[str] | None = None) -> None:
    """Measure and print; every figure is the best of several runs, the steadiest estimate."""
    parser = argparse.ArgumentParser(prog="python -m helpers.benchmark", description=__doc__)
    parser.add_argument("--words", type=int, default=20_000, help="length of the text measured on")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the best is printed")
    parser.add_argument("--no-notebooks", action="store_true", help="leave out the notebooks")
    given = parser.parse_args(arguments)
    _print_stages(given.words, given.runs)
    _print_models(given.runs)
    if not given.no_notebooks:
        _print_notebooks(given.runs)


def _print_stages(n_words: int, runs: int) -> None:
    text = "\n\n".join(load_article(row).text for row in list_articles()["article_id"])
    text = "\n\n".join([text] * (n_words // len(text.split()) + 1))
    article = Article("benchmark", text)
    best: dict[str, float] = {}
    for _ in range(runs + 1):
        # The first round loads the models; only later ones are faster.
        for stage, seconds in _time_stages(article):
            best[stage] = min(seconds, best.get(stage, seconds))
    words = int(tokenize(article)["kind"].isin(["word", "number"]).sum())
    print(f"words per second, {words:,} words, one core, models loaded")
    for stage, seconds in best.items():
        print(f"  {stage:<14}{words / seconds:>12,.0f}")
    print(f"  {'raw to tagged':<14}{words / (best['tokens'] + best['tags']):>12,.0f}")
    print(f"  {'all together':<14}{words / sum(best.values()):>12,.0f}")


def _time_stages(article: Article) -> list[tuple[str, float]]:
    """Run every stage once on the tables of the stages before it."""
    times = []

    def run(stage: str, call: Callable, *tables):
        start = time.perf_counter()
        table = call(*tables)
        times.append((stage, time.perf_counter() - start))
        return table

    run("paragraphs", find_paragraphs, article)
    plain = run("tokens", tokenize, article)
    tokens = run("tags", tag, plain)
    names = run("names", find_names, article, tokens)
    run("frequencies", count_terms, tokens)
    quotations = run("quotations", find_quotations, article, tokens)
    spoken = run("speakers", attribute_speakers, article, tokens, names, quotations)
    run("sentiment", score_sentiment, article, tokens, spoken)
    timexes = run("timexes", find_timexes, article, tokens)
    events = run("events", find_events, article, tokens, timexes, names, spoken)
    run("timeline", build_timeline, article, tokens, events, timexes)
    return times


def _print_models(runs: int) -> None:
    seconds = min(
        float(subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, check=True).stdout)
        for _ in range(runs)
    )
    size = sum((MODELS / name).stat().st_size for name in checksums())
    print(f"models: {seconds:.2f} s to load all, {size / 1e6:.2f} MB as stored")


def _print_notebooks(runs: int) -> None:
    ours = sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))
    with tempfile.TemporaryDirectory(prefix="close-reading-") as folder:
        floor = [Path(folder) / f"floor-{path.name}" for path in ours]
        for path in floor:
            nbformat.write(new_notebook(cells=[new_code_cell(_FLOOR, id="floor")]), path)
        # In turn, so that a busy moment of the machine slows both.
        pairs = [(_time(ours, folder), _time(floor, folder)) for _ in range(runs)]
    print(f"{len(ours)} notebooks in one call, beside {len(floor)} that only import and draw")
    for number, what in enumerate(("wall time", "processor time")):
        best, least = (min(run[number] for run in runs) for runs in zip(*pairs, strict=True))
        print(f"  {what:<14}{best:>8.1f} s{least:>8.1f} s   ratio {best / least:.2f}")


def _time(paths: list[Path], folder: str) -> tuple[float, float]:
    """Run notebooks by one call of nbconvert; return wall time and processor time, which a busy
    machine hardly changes."""
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [*command, "--output-dir", f"{folder}/done", *map(str, paths)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    seconds, after = time.perf_counter() - start, os.times()
    return seconds, sum(after[2:4]) - sum(before[2:4])


if __name__ == "__main__":
    main()
