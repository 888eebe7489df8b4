"""How fast it is: ``python -m helpers.benchmark`` (or ``make bench``).

Prints words per second of every stage (one core, models loaded), articles of 750 words a second of
quotations and speakers, the processor time of all frequency tables of a short and of a long text,
the time to load all models, and the wall time of all notebooks beside that of as many notebooks that
only import pandas, seaborn and nltk and draw one plot. Ours import nltk, seaborn and scipy's
statistics only where a cell needs them, the floor always.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from helpers.corpus import Article, find_paragraphs, list_articles, load_article
from helpers.events import find_events
from helpers.frequencies import (
    count_by_part,
    count_by_voice,
    count_terms,
    find_collocations,
    find_keywords,
    fit_laws,
    load_reference,
    load_stop_words,
    locate_terms,
    measure_dispersion,
    measure_diversity,
    measure_sensitivity,
)
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
    _print_tables(given.runs)
    _print_models(given.runs)
    if not given.no_notebooks:
        _print_notebooks(given.runs)


def _print_stages(n_words: int, runs: int) -> None:
    article = _write_article(n_words)
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
    print(f"articles of 750 words a second, quotations and speakers: {_count_articles(runs):,.1f}")


def _count_articles(runs: int) -> float:
    """Return of how many articles of 750 words quotations and speakers are found in a second of
    processor time, given tokens and names."""
    article = _write_article(750)
    tokens = tag(tokenize(article))
    names = find_names(article, tokens)

    def attribute():
        attribute_speakers(article, tokens, names, find_quotations(article, tokens))

    return 1 / min(_time_call(attribute) for _ in range(10 * runs))


def _write_article(n_words: int) -> Article:
    """Return the paragraphs of the corpus, again and again, until there are ``n_words`` words."""
    texts = (load_article(row).text for row in list_articles()["article_id"])
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    chosen, n = [], 0
    for paragraph in cycle(paragraphs):
        if n >= n_words:
            break
        chosen.append(paragraph)
        n += len(paragraph.split())
    return Article("benchmark", "\n\n".join(chosen))


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


def _print_tables(runs: int) -> None:
    print("all frequency tables without bootstrap, processor time, one core, models loaded")
    for n_words in (750, 100_000):
        # The first round imports what a table needs; only later ones are faster.
        rounds = [_time_tables(_write_article(n_words)) for _ in range(runs + 1)]
        best = {name: min(times[name] for times in rounds) for name in rounds[0]}
        print(f"  {n_words:>7,} words {sum(best.values()) * 1000:>8,.0f} ms: {', '.join(best)}")


def _time_tables(article: Article) -> dict[str, float]:
    paragraphs, tokens = find_paragraphs(article), tag(tokenize(article))
    quotations = find_quotations(article, tokens)
    stop, reference = load_stop_words(), load_reference()
    plain = {"stop": stop, "bootstrap": 0}
    tables = {
        "counts": lambda: count_terms(tokens, **plain),
        "by part": lambda: count_by_part(tokens, paragraphs, **plain),
        "by voice": lambda: count_by_voice(tokens, quotations, **plain),
        "keywords": lambda: find_keywords(tokens, reference),
        "collocations": lambda: find_collocations(tokens, stop=stop),
        "dispersion": lambda: measure_dispersion(tokens, stop=stop),
        "occurrences": lambda: locate_terms(tokens, stop[:10]),
        "diversity": lambda: measure_diversity(tokens),
        "laws": lambda: fit_laws(tokens, bootstrap=0),
        "sensitivity": lambda: measure_sensitivity(tokens, stop=stop),
    }
    return {name: _time_call(call) for name, call in tables.items()}


def _time_call(call: Callable) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


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
