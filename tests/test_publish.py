"""Running, storing, comparing and publishing notebooks: tried on an invented one."""

import base64
import copy
import json
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.publish import (
    Result,
    accept,
    breaches,
    build_site,
    canonical,
    compare,
    differences,
    execute,
    find_notebooks,
    serialize,
    with_parameters,
)
from helpers.publish.__main__ import main

# One white pixel.
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVL2GQAAAABJRU5ErkJggg=="
)
ALT = {"alt": "One white square.", "caption": "n = 1.", "title": "It is white"}
PROSE = "The tide is counted here, and what is counted is said in words. " * 50


def markdown(source, name):
    return new_markdown_cell(source, id=name)


def code(source, name, *outputs, tags=()):
    metadata = {"tags": list(tags)} if tags else {}
    return new_code_cell(source, id=name, metadata=metadata, outputs=list(outputs))


def told(text, **data):
    return new_output("execute_result", data={"text/plain": text, **data}, execution_count=1)


def picture(png=PIXEL, **described):
    data = {"image/png": png, "text/plain": ALT["alt"]}
    return new_output("display_data", data=data, metadata={"image/png": {**ALT, **described}})


def good():
    """Return a notebook that keeps every convention."""
    return canonical(
        new_notebook(
            cells=[
                markdown("# How high is the tide?\n\nIt is asked, and *answered*.", "title"),
                code(
                    'article_id = "harbour"', "parameters", told("'harbour'"), tags=["parameters"]
                ),
                markdown("**Where we are**: corpus. " + PROSE, "where"),
                code("from helpers.corpus import load_article", "imports"),
                markdown("The height is counted next. [Card](../LICENSE)", "why"),
                code("load_article", "height", told("The tide is 12 feet high.")),
                markdown("## How far to trust it\n\nAs far as it goes.", "trust"),
                code("load_article", "figure", picture()),
                markdown("## Export", "export"),
                code("load_article", "export-table", told("3 rows")),
                markdown("## Versions", "versions-title"),
                code("load_article", "versions", told("Python: 3.11")),
                markdown("Next: [winds](01-winds.ipynb)", "links"),
            ]
        )
    )


def write(folder, notebook, name="00-tides"):
    path = folder / f"{name}.ipynb"
    path.write_bytes(serialize(notebook))
    return path


def test_a_good_notebook_breaks_no_convention(tmp_path):
    assert breaches(write(tmp_path, good())) == []


def cell(notebook, name):
    return next(cell for cell in notebook.cells if cell.id == name)


def put(name, **changes):
    def change(notebook):
        cell(notebook, name).update(changes)

    return change


def puts_output(output):
    return put("height", outputs=[output])


BROKEN = {
    "must be one question": put("title", source="# Tides\n\nIt is asked."),
    "begin with the title": lambda nb: nb.cells.insert(0, markdown("Hello", "hello")),
    "narrative has": put("where", source="**Where we are**: corpus"),
    "'Export' is missing": put("export", source="## Table"),
    "Where we are": put("where", source=PROSE),
    "next notebook": put("links", source="The end."),
    "in a row": lambda nb: [nb.cells.insert(5, code("1", f"c{n}", told("1"))) for n in range(3)],
    "narrative cells stand beside": lambda nb: [
        nb.cells.insert(5, code("1", f"c{n}", told("1"))) for n in range(9)
    ],
    "most 30": lambda nb: [nb.cells.append(code("1", f"c{n}", told("1"))) for n in range(30)],
    "2 / 5 / 8": put("height", source="1\n" * 9),
    "magic": put("height", source="%matplotlib inline"),
    "should hide": put("imports", source="import os"),
    "defines a function": put("height", source="f = lambda x: x"),
    "holds a path": put("height", source='load_article("../corpus/a.txt")'),
    "cells import": put("height", source="import pandas"),
    "three quarters": lambda nb: [put(n, outputs=[])(nb) for n in ("height", "figure")],
    "tagged 'parameters'": lambda nb: cell(nb, "parameters").metadata.pop("tags"),
    "more than constants": put("parameters", source="article_id = str(1)"),
    "not 1..n": put("height", execution_count=7),
    "canonical form": lambda nb: cell(nb, "height").metadata.update(collapsed=True),
    "without alt": put("figure", outputs=[picture(alt="")]),
    "without caption": put("figure", outputs=[picture(caption="")]),
    "not its alternative text": put("figure", outputs=[picture(alt="Another sentence.")]),
    "most 8": put("figure", outputs=[picture()] * 9),
    "stderr": puts_output(new_output("stream", name="stderr", text="Oh")),
    "an error": puts_output(new_output("error", ename="E", evalue="", traceback=[])),
    "address": puts_output(told("<Thing at 0x7f00>")),
    "bare drawing": puts_output(told("<Axes: xlabel='n'>")),
    "a warning": puts_output(told("x.py:1: UserWarning: no")),
    "path of this machine": puts_output(told("/home/ada/tide.txt")),
    "characters": puts_output(told("x" * 110_000)),
    "a table of 40 rows": puts_output(
        told("…", **{"text/html": '<table class="dataframe">' + "<tr></tr>" * 41})
    ),
    "bytes; at most": lambda nb: cell(nb, "where").update(source="x" * 600_000),
}


@pytest.mark.parametrize("expected", BROKEN)
def test_every_breach_is_noticed(expected, tmp_path):
    notebook = good()
    BROKEN[expected](notebook)
    found = breaches(write(tmp_path, notebook))
    assert any(expected in line for line in found), found


def test_a_name_without_a_number_is_a_breach(tmp_path):
    assert any("file name" in line for line in breaches(write(tmp_path, good(), "tides")))


def test_the_canonical_form_is_a_fixed_point_and_has_no_noise():
    notebook = good()
    cell(notebook, "height").metadata["execution"] = {"iopub.status.busy": "2021-09-07T10:00"}
    notebook.metadata["widgets"] = {}
    for each in notebook.cells:
        each["execution_count"] = 99 if each.cell_type == "code" else None
        if each.cell_type != "code":
            del each["execution_count"]
    once = serialize(canonical(notebook))
    assert once == serialize(good())
    assert once == serialize(canonical(nbformat.reads(once.decode(), as_version=4)))
    assert once.endswith(b"}\n")


def test_cells_without_a_readable_id_get_one_from_their_heading():
    notebook = new_notebook(
        cells=[
            new_markdown_cell("## How high?"),
            new_code_cell("1"),
            new_code_cell("2", id="kept"),
            new_code_cell("3"),
        ]
    )
    ids = [each.id for each in canonical(notebook).cells]
    assert ids == ["how-high-markdown-1", "how-high-code-1", "kept", "how-high-code-2"]


def test_parameters_are_replaced_where_they_stand():
    changed = with_parameters(good(), {"article_id": "it's"})
    assert cell(changed, "parameters").source == '''article_id = "it's"'''
    assert cell(good(), "parameters").source == 'article_id = "harbour"'
    with pytest.raises(ValueError, match="assigns no depth"):
        with_parameters(good(), {"depth": 3})
    notebook = good()
    cell(notebook, "parameters").metadata.pop("tags")
    with pytest.raises(ValueError, match="0 cells tagged"):
        with_parameters(notebook, {"article_id": "x"})


def test_notebooks_are_found_in_order_and_by_their_beginning(tmp_path):
    for name in ("01-winds", "00-tides", "10-moon"):
        write(tmp_path, good(), name)
    (tmp_path / "notes.ipynb").write_text("{}")
    assert [p.stem for p in find_notebooks(folder=tmp_path)] == ["00-tides", "01-winds", "10-moon"]
    assert [p.stem for p in find_notebooks(["01", "00-tides"], tmp_path)] == [
        "00-tides",
        "01-winds",
    ]
    with pytest.raises(ValueError, match="No notebook begins with '02'; there are: 00-tides"):
        find_notebooks(["02"], tmp_path)


def small(source, extra="'It was read.'"):
    cells = [
        markdown("# How high?", "title"),
        code('article_id = "harbour"', "parameters", tags=["parameters"]),
        code(source, "height"),
        code(extra, "extra"),
    ]
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Two notebooks, one of which fails, after `accept`."""
    folder = tmp_path_factory.mktemp("notebooks")
    write(folder, small("f'{article_id} stands at {3 * 4} feet'"), "00-tides")
    write(folder, small("1 / 0"), "01-winds")
    before = (folder / "01-winds.ipynb").read_bytes()
    return folder, before, accept(folder=folder)


def test_one_that_fails_stops_no_other_and_stays_as_it_was(stored):
    folder, before, (tides, winds) = stored
    assert tides.error == ""
    assert winds.error.startswith("cell height: ZeroDivisionError: division by zero")
    assert (folder / "01-winds.ipynb").read_bytes() == before
    cells = json.loads((folder / "00-tides.ipynb").read_bytes())["cells"]
    assert [each.get("execution_count") for each in cells] == [None, 1, 2, 3]
    assert cells[2]["outputs"][0]["data"]["text/plain"] == ["'harbour stands at 12 feet'"]


def test_one_altered_digit_is_caught(stored, tmp_path):
    folder, _, _ = stored
    content = (folder / "00-tides.ipynb").read_text("utf-8")
    (tmp_path / "00-tides.ipynb").write_text(content, "utf-8")
    (tmp_path / "01-tides.ipynb").write_text(content.replace("at 12 feet", "at 13 feet"), "utf-8")
    (found,) = compare(folder=tmp_path, working_directory=tmp_path)
    assert (found.notebook, found.cell, found.kind) == ("01-tides", "height", "text/plain")
    assert "13 feet" in found.detail
    assert "12 feet" in found.detail


def test_another_article_comes_in_through_the_parameters(stored):
    folder, _, _ = stored
    (result,) = execute(find_notebooks(["00"], folder), parameters={"article_id": "estuary"})
    assert "estuary stands" in serialize(canonical(result.notebook)).decode()
    assert "harbour" not in serialize(canonical(result.notebook)).decode()


def changed(name, **changes):
    notebook = good()
    cell(notebook, name).update(changes)
    return notebook


@pytest.mark.parametrize(
    "rerun, kind, words",
    [
        (changed("height", outputs=[told("The tide is 13 feet high.")]), "text/plain", "13 feet"),
        (changed("height", outputs=[]), "execute_result", "missing"),
        (changed("imports", outputs=[told("x")]), "execute_result", "not stored"),
        (changed("figure", outputs=[picture(alt="Another.")]), "description", "Another"),
        (changed("height", source="2"), "source", "load_article"),
        (changed("height", outputs=[new_output("stream", text="x")]), "output", "stream came"),
        (changed("height", execution_count=9), "execution count", "9 is right"),
    ],
)
def test_a_difference_says_where_and_what(rerun, kind, words):
    (found,) = differences(good(), rerun)
    assert found.kind == kind
    assert words in found.detail
    assert differences(good(), good()) == []


def test_pictures_are_compared_by_their_pixels_and_only_where_they_can_be(tmp_path):
    # The same pixel in black.
    black = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    rerun = changed("figure", outputs=[picture(black)])
    (found,) = differences(good(), rerun)
    assert (found.kind, found.detail) == ("image/png", "1 of 1 pixels differ")
    assert differences(good(), rerun, exact=False) == []
    banner = changed("versions", outputs=[told("Python: 3.14")])
    assert len(differences(good(), banner)) == 1
    assert differences(good(), banner, exact=False) == []


def test_missing_cells_are_a_difference():
    fewer = copy.deepcopy(good())
    fewer.cells.pop()
    assert differences(good(), fewer)[-1].detail == "13 cells are stored, 12 were run"


@pytest.fixture
def site(tmp_path):
    winds = good()
    cell(winds, "title").source = "# How strong is the <wind>?\n\nIt blows."
    cell(winds, "links").source = "Back: [tides](00-tides.ipynb), [paper](https://example.org/a)"
    results = [
        Result("00-tides", good(), ""),
        Result("01-winds", winds, ""),
        Result("02-moon", good(), "cell title: Error"),
    ]
    build_site(results, tmp_path / "site")
    return tmp_path / "site"


def test_the_site_has_an_index_and_a_page_for_each_that_ran(site):
    assert sorted(path.name for path in site.glob("*.html")) == [
        "00-tides.html",
        "01-winds.html",
        "index.html",
    ]
    index = (site / "index.html").read_text("utf-8")
    assert "did not run to its end" in index
    assert "How strong is the &lt;wind&gt;?" in index
    assert "It is asked, and answered." in index


def test_pages_lead_to_each_other_and_to_copies_of_files(site):
    tides = (site / "00-tides.html").read_text("utf-8")
    assert '<a href="01-winds.html"' in tides
    assert 'href="LICENSE"' in tides
    assert (site / "LICENSE").is_file()
    winds = (site / "01-winds.html").read_text("utf-8")
    assert 'href="00-tides.html">tides' in winds
    assert 'href="https://example.org/a"' in winds


@pytest.mark.parametrize("page", ["index", "00-tides"])
def test_a_page_is_whole_accessible_and_escaped(site, page):
    text = (site / f"{page}.html").read_text("utf-8")
    assert '<html lang="en">' in text
    assert '<a class="skip" href="#main">' in text
    assert '<main id="main"' in text
    assert text.count("<h1") == 1
    assert f'alt="{ALT["alt"]}"' in text
    assert not re.search(r"<script|<link|<iframe|@import|url\(|src=\"http", text)
    assert base64.b64decode(re.search(r"base64,([^\"]+)", text)[1]).startswith(b"\x89PNG")


def test_the_commands_say_what_is_wrong(capsys):
    assert main(["compare", "99-nothing"]) == 2
    assert "No notebook begins with '99-nothing'" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["publish-everything"])
