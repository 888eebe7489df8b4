"""The conventions of a notebook, each one checked on the file as it is stored."""

from __future__ import annotations

import ast
import json
import re
import statistics
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import nbformat

from helpers.publish.stored import canonical, figures, serialize

SECTIONS = ("How far to trust it", "Export", "Versions")
MAX_CODE_CELLS = 30
MAX_FIGURES = 8
MAX_TABLE_ROWS = 15
MAX_NOTEBOOK_BYTES = 500_000
MAX_OUTPUT_BYTES = 100_000
# What a cell that belongs to a helper would import.
_PLUMBING = {
    "glob", "importlib", "io", "matplotlib", "os", "pathlib", "seaborn", "shutil", "subprocess",
    "sys", "warnings",
}  # fmt: skip
_PATH = re.compile(r"(^|[\s\"'(=])(\.{1,2}/|~/|/(?!/)[\w.-]+/|[A-Za-z]:\\)")
_TRACES = {
    "an object's address": re.compile(r"\bat 0x[0-9a-f]+"),
    "a bare drawing object": re.compile(r"<(Axes|Figure|AxesSubplot)\b"),
    "a warning": re.compile(r"\b\w*Warning:"),
    "a path of this machine": re.compile(
        r"(?<![\w:/.])/(home|Users|usr|tmp|var|opt|root|work|mnt|private)/|[A-Z]:\\"
    ),
}


def breaches(path: Path) -> list[str]:
    """Return one line for every convention that the notebook at ``path`` does not keep."""
    notebook = nbformat.read(path, as_version=4)
    checks = (_form(path, notebook), _narrative(notebook), _code(notebook), _outputs(notebook))
    return [line for check in checks for line in check]


def _source_lines(cell) -> list[str]:
    return [line for line in cell.source.splitlines() if line.strip()]


def _code_cells(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def _form(path: Path, notebook) -> Iterator[str]:
    content = path.read_bytes()
    if not re.fullmatch(r"\d\d-[a-z0-9]+(-[a-z0-9]+)*\.ipynb", path.name):
        yield f"the file name {path.name} is not of the form 02-quoted-speakers.ipynb"
    if len(content) > MAX_NOTEBOOK_BYTES:
        yield f"the notebook has {len(content):,} bytes; at most {MAX_NOTEBOOK_BYTES:,} are stored"
    if serialize(canonical(notebook)) != content:
        yield "the file is not in canonical form (cell ids, counts, metadata)"
    counts = [cell.execution_count for cell in _code_cells(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        yield f"the execution counts are {counts}, not 1..n"
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        yield f"{len(tagged)} cells are tagged 'parameters'; it must be one"
    for cell in tagged:
        body = ast.parse(cell.source).body
        if not all(isinstance(s, ast.Assign) and isinstance(s.value, ast.Constant) for s in body):
            yield "the parameters cell holds more than constants"


def _narrative(notebook) -> Iterator[str]:
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    code = _code_cells(notebook)
    titles = [line for cell in prose for line in cell.source.splitlines() if line[:2] == "# "]
    if len(titles) != 1 or not titles[0].rstrip().endswith("?"):
        yield f"the title must be one question, not {titles}"
    if not notebook.cells or not notebook.cells[0].source.startswith("# "):
        yield "the first cell must begin with the title"
    if len(prose) < len(code):
        yield f"{len(prose)} narrative cells stand beside {len(code)} code cells"
    runs = groupby(notebook.cells, key=lambda cell: cell.cell_type)
    longest = max((len(list(run)) for kind, run in runs if kind == "code"), default=0)
    if longest > 2:
        yield f"{longest} code cells stand in a row; at most 2 may"
    words = sum(len(re.findall(r"\w+", cell.source)) for cell in prose)
    lines = sum(len(_source_lines(cell)) for cell in code)
    if not 600 <= words <= 1500:
        yield f"the narrative has {words} words; 600 to 1,500 are asked for"
    if words < 9 * lines:
        yield f"{words} words stand beside {lines} lines of code; 9 a line are asked for"
    text = "\n".join(cell.source for cell in prose)
    for section in SECTIONS:
        if not re.search(rf"^##+ .*{section}", text, re.MULTILINE | re.IGNORECASE):
            yield f"the section '{section}' is missing"
    if "**Where we are**" not in text:
        yield "the line '**Where we are**: …' is missing"
    if not re.search(r"\]\(\d\d-[a-z0-9-]+\.ipynb\)", notebook.cells[-1].source):
        yield "the last cell does not link the previous or the next notebook"


def _code(notebook) -> Iterator[str]:
    cells = _code_cells(notebook)
    if len(cells) > MAX_CODE_CELLS:
        yield f"{len(cells)} code cells; at most {MAX_CODE_CELLS}"
    sizes = sorted(len(_source_lines(cell)) for cell in cells)
    if sizes:
        ninth = sizes[-(-9 * len(sizes) // 10) - 1]
        if statistics.median(sizes) > 2 or ninth > 5 or sizes[-1] > 8:
            yield (
                f"code cells have {statistics.median(sizes):g} / {ninth} / {sizes[-1]} lines "
                "(median / 90 % / most); 2 / 5 / 8 are asked for"
            )
    importing = 0
    for cell in cells:
        try:
            nodes = list(ast.walk(ast.parse(cell.source)))
        except SyntaxError:
            yield f"{cell.id}: magic or shell command, or no Python"
            continue
        imports = [node for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom))]
        importing += bool(imports)
        names = {alias.name for node in imports for alias in node.names}
        names |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
        if {name.split(".")[0] for name in names} & _PLUMBING:
            yield f"{cell.id}: imports what a helper should hide"
        functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
        if any(isinstance(node, functions) for node in nodes):
            yield f"{cell.id}: defines a function or class"
        texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        if any(_PATH.search(text) for text in texts) or re.search(r"\bopen\(", cell.source):
            yield f"{cell.id}: holds a path"
    if importing != 1:
        yield f"{importing} cells import; it must be one"
    shown = sum(bool(cell.outputs) for cell in cells)
    if cells and shown < 0.75 * len(cells):
        yield f"{shown} of {len(cells)} code cells show something; three quarters are asked for"


def _outputs(notebook) -> Iterator[str]:
    drawn = figures(notebook)
    if len(drawn) > MAX_FIGURES:
        yield f"{len(drawn)} figures; at most {MAX_FIGURES}"
    for cell, output in drawn:
        described = output.get("metadata", {}).get("image/png", {})
        for what in ("title", "caption", "alt"):
            if not described.get(what):
                yield f"{cell.id}: a figure without {what}"
        if output["data"].get("text/plain") != described.get("alt"):
            yield f"{cell.id}: the text of a figure is not its alternative text"
    for cell in _code_cells(notebook):
        for output in cell.outputs:
            if output.output_type == "error" or output.get("name") == "stderr":
                yield f"{cell.id}: an error or a message on stderr is stored"
            content = json.dumps(output, ensure_ascii=False)
            if len(content.encode("utf-8", "replace")) > MAX_OUTPUT_BYTES:
                yield f"{cell.id}: an output has {len(content):,} characters"
            data = output.get("data", {})
            text = "\n".join(
                str(value) for kind, value in sorted(data.items()) if not kind.startswith("image/")
            )
            text += output.get("text", "")
            for what, pattern in _TRACES.items():
                if pattern.search(text):
                    yield f"{cell.id}: {what} is stored"
            rows = data.get("text/html", "").count("<tr") - 1
            if 'class="dataframe"' in data.get("text/html", "") and rows > MAX_TABLE_ROWS:
                yield f"{cell.id}: a table of {rows} rows; at most {MAX_TABLE_ROWS} are shown"
