"""The notebooks: their conventions, their stored outputs proved again, and a second article."""

import json
import os
import random
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from helpers.corpus import load_article
from helpers.publish import (
    Result,
    breaches,
    build_site,
    canonical,
    differences,
    execute,
    find_notebooks,
    serialize,
)
from helpers.publish.comparison import is_locked
from helpers.publish.execution import cleared
from helpers.publish.stored import headline_figure

NOTEBOOKS = find_notebooks()
FIRST = "rferl-2015-01-13-lavrov"
SECOND = "invented-2021-09-07-tidewall"
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def elsewhere(**changed):
    """Return an environment that differs from this one, with a hash seed nobody has tried."""
    seed = str(random.SystemRandom().randrange(1, 2**32))
    return {**os.environ, "PYTHONHASHSEED": seed, **changed}


@pytest.fixture(scope="module")
def rerun(tmp_path_factory):
    """Every notebook, run in Tokyo without a locale and in a folder of its own, last one first."""
    environment = elsewhere(TZ="Asia/Tokyo", LC_ALL="C", LANG="C")
    results = execute(
        NOTEBOOKS[::-1], environment=environment, folder=tmp_path_factory.mktemp("elsewhere")
    )
    return {result.name: (result, environment["PYTHONHASHSEED"]) for result in results}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Every notebook, run by one call of plain nbconvert on copies without outputs."""
    folder = tmp_path_factory.mktemp("plain")
    for path in NOTEBOOKS:
        bare = cleared(nbformat.read(path, as_version=4))
        (folder / path.name).write_bytes(serialize(bare))
    environment = elsewhere(TZ="America/St_Johns", LC_ALL="C.UTF-8", LANG="C.UTF-8")
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace"]
    files = sorted(path.name for path in folder.iterdir())
    done = subprocess.run(
        [*command, *files], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def on_second():
    """Every notebook, run on the second article through its parameters cell."""
    results = execute(NOTEBOOKS, parameters={"article_id": SECOND})
    return {result.name: result for result in results}


@pytest.fixture(scope="module")
def on_own_text(tmp_path_factory):
    """Every notebook, run on the path of a text that is short, undated and not English."""
    path = tmp_path_factory.mktemp("own") / "notiz.txt"
    path.write_text("Der Hafen bleibt zu.\n\nDas Eis ist zu dick, hieß es.\n", "utf-8")
    results = execute(NOTEBOOKS, parameters={"article_id": str(path)})
    return {result.name: result for result in results}


def check_equal(path, notebook, where):
    """Fail with a typed report when a rerun is not what is stored."""
    stored, again = nbformat.read(path, as_version=4), canonical(notebook)
    again.metadata.language_info = stored.metadata.get("language_info", {})
    found = differences(stored, again, name=path.stem, exact=is_locked())
    report = "\n".join(map(str, found))
    assert not found, f"{where}:\n{report}\nIf the new results are right: make accept"
    if is_locked():
        assert serialize(again) == path.read_bytes()


@each_notebook
def test_the_conventions_are_kept(path):
    assert breaches(path) == []


@each_notebook
def test_a_rerun_elsewhere_gives_what_is_stored(path, rerun):
    result, seed = rerun[path.stem]
    assert result.error == ""
    check_equal(path, result.notebook, f"TZ=Asia/Tokyo LC_ALL=C PYTHONHASHSEED={seed}")


@each_notebook
def test_plain_nbconvert_gives_what_is_stored(path, plain):
    notebook = nbformat.read(plain / path.name, as_version=4)
    check_equal(path, notebook, "nbconvert, TZ=America/St_Johns LC_ALL=C.UTF-8")


@each_notebook
def test_one_altered_digit_is_caught(path, rerun):
    result, _ = rerun[path.stem]
    stored = nbformat.read(path, as_version=4)
    texts = [
        (output.data, "text/plain")
        for cell in stored.cells
        for output in cell.get("outputs", [])
        if re.search(r"\d", output.get("data", {}).get("text/plain", ""))
    ]
    data, kind = texts[len(texts) // 2]
    data[kind] = re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), data[kind], count=1)
    found = differences(stored, canonical(result.notebook), exact=is_locked())
    assert [difference.kind for difference in found] == ["text/plain"]


def shown(notebook):
    """Return all that a reader reads: the narrative, and what the cells show."""
    texts = []
    for cell in notebook.cells:
        texts += [cell.source] if cell.cell_type == "markdown" else []
        for output in cell.get("outputs", []):
            texts.append(output.get("text", ""))
            data = {k: v for k, v in output.get("data", {}).items() if not k.startswith("image/")}
            described = output.get("metadata", {}).get("image/png", {})
            texts += [json.dumps(part, ensure_ascii=False) for part in (data, described)]
    return "\n".join(texts)


def marks_of(article):
    """Return names, headline and dates that only this article can have brought in."""
    gold = Path(__file__).resolve().parents[1] / "corpus" / "gold" / article.article_id
    names = (gold / "names.csv").read_text("utf-8").splitlines()[1:] if gold.exists() else []
    words = {word for line in names for word in re.findall(r"[A-Z][a-z]{4,}", line)}
    day = article.published
    months = "January February March April May June July August September October November December"
    month = months.split()[day.month - 1]
    dates = {
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}",
        f"{month} {day.year}",
    }
    return sorted({article.title, article.byline, *dates} | words)


@each_notebook
def test_a_second_article_brings_nothing_of_the_first(path, on_second):
    result = on_second[path.stem]
    assert result.error == ""
    text = shown(result.notebook)
    second = load_article(SECOND).text
    first = load_article(FIRST)
    found = [
        mark
        for mark in marks_of(first)
        if mark in first.text + f"{first.published} {first.byline} {first.title}"
        and mark not in second
        and re.search(rf"\b{re.escape(mark)}\b", text)
    ]
    assert found == []
    assert load_article(SECOND).title.split(",")[0] in text or path.stem[:2] != "00"


@each_notebook
def test_any_text_file_is_read_to_the_end(path, on_own_text):
    assert on_own_text[path.stem].error == ""


@each_notebook
def test_the_picture_for_the_readme_is_the_stored_one(path):
    png = headline_figure(nbformat.read(path, as_version=4))
    picture = path.parent / "figures" / f"{path.stem}.png"
    assert picture.exists() == bool(png)
    assert not png or picture.read_bytes() == png


class Links(HTMLParser):
    """Collects what a page would fetch, where it leads, and pictures without words."""

    def __init__(self, source):
        super().__init__()
        self.fetched, self.targets, self.ids, self.silent, self.tags = [], [], set(), 0, set()
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.add(tag)
        self.ids.add(attributes.get("id"))
        self.silent += tag == "img" and not attributes.get("alt")
        if tag == "a":
            self.targets.append(attributes.get("href", ""))
        self.fetched += [attributes[key] for key in ("src", "srcset", "data") if key in attributes]
        self.fetched += [attributes["href"]] if tag == "link" else []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    stored = [Result(path.stem, nbformat.read(path, as_version=4), "") for path in NOTEBOOKS]
    build_site(stored, folder)
    return folder


@pytest.mark.parametrize("name", ["index", *(path.stem for path in NOTEBOOKS)])
def test_a_page_needs_no_network_and_leads_nowhere_in_vain(name, site, rerun):
    text = (site / f"{name}.html").read_text("utf-8")
    page = Links(text)
    assert [source[:60] for source in page.fetched if not source.startswith("data:image/")] == []
    assert not page.tags & {"script", "iframe", "object", "embed"}
    assert not re.search(r"@import|url\(|@font-face", text)
    assert page.silent == 0
    assert {"main", "title"} <= page.tags
    for target in page.targets:
        file, _, anchor = target.partition("#")
        if not re.match(r"https?://", target):
            assert not file or (site / file).is_file(), f"{name} links {target}"
            assert not anchor or file or anchor in page.ids, f"{name} links {target}"
    assert len(text) < 1_500_000
