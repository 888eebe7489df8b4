"""The notebooks as they are stored: where they are, and the one form in which they are written."""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import nbformat

from helpers.publish.execution import Result, execute

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
FIGURES = NOTEBOOKS / "figures"
_READABLE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?")
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def find_notebooks(names: Sequence[str] = (), folder: Path = NOTEBOOKS) -> list[Path]:
    """Return the notebooks of ``folder`` in reading order, or those that ``names`` begin.

    A name is a file, its stem or the beginning of it (``02``). Raises ``ValueError`` for a name
    that fits no notebook.
    """
    every = sorted(folder.glob("[0-9][0-9]-*.ipynb"))
    if not names:
        return every
    found = []
    for name in names:
        stem = Path(name).name.removesuffix(".ipynb")
        fitting = [path for path in every if path.stem.startswith(stem)]
        if not fitting:
            known = ", ".join(path.stem for path in every) or "none"
            raise ValueError(f"No notebook begins with {name!r}; there are: {known}.")
        found += fitting
    return sorted(set(found))


def canonical(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return an executed notebook in the form in which it is stored.

    Cells keep readable ids and get one from the heading above when they have none; of the metadata
    only tags, kernel and language stay; counts run 1..n in the order of the cells.
    """
    notebook = copy.deepcopy(notebook)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    language = notebook.metadata.get("language_info") or {"name": "python"}
    notebook.metadata = nbformat.from_dict({"kernelspec": _KERNEL, "language_info": language})
    taken = {cell.get("id") for cell in notebook.cells if _is_readable(cell.get("id", ""))}
    heading, count = "top", 0
    for cell in notebook.cells:
        found = re.match(r"#+\s+(.+)", cell.source) if cell.cell_type == "markdown" else None
        heading = _slug(found[1]) if found else heading
        if not _is_readable(cell.get("id", "")):
            cell.id = _new_id(f"{heading}-{cell.cell_type}", taken)
        taken.add(cell.id)
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            count += bool(cell.source.strip())
            cell.execution_count = count if cell.source.strip() else None
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = cell.execution_count
    return notebook


def serialize(notebook: nbformat.NotebookNode) -> bytes:
    """Return the bytes of a canonical notebook, as JupyterLab would save them.

    Raises ``nbformat.ValidationError`` when it is no valid notebook.
    """
    nbformat.validate(notebook)
    return (nbformat.writes(notebook, version=4) + "\n").encode("utf-8")


def accept(
    names: Sequence[str] = (), *, folder: Path = NOTEBOOKS, results: Iterable[Result] | None = None
) -> list[Result]:
    """Execute the notebooks and store them again with their new outputs; one that fails stays as
    it was. The headline figure of each is written to ``figures/`` beside them, for the README."""
    done = list(results) if results is not None else execute(find_notebooks(names, folder))
    for result in done:
        if result.error:
            continue
        notebook = canonical(result.notebook)
        (folder / f"{result.name}.ipynb").write_bytes(serialize(notebook))
        png = headline_figure(notebook)
        if png:
            (folder / "figures").mkdir(exist_ok=True)
            (folder / "figures" / f"{result.name}.png").write_bytes(png)
    return done


def figures(notebook: nbformat.NotebookNode) -> list[tuple[nbformat.NotebookNode, dict]]:
    """Return ``(cell, output)`` of every picture that the notebook stores."""
    return [
        (cell, output)
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def headline_figure(notebook: nbformat.NotebookNode) -> bytes:
    """Return the PNG of the cell tagged ``headline``, else of the first figure, else nothing."""
    found = figures(notebook)
    tagged = [pair for pair in found if "headline" in pair[0].metadata.get("tags", [])]
    for _, output in tagged or found:
        return base64.b64decode(output["data"]["image/png"])
    return b""


def _is_readable(cell_id: str) -> bool:
    return bool(_READABLE.fullmatch(cell_id)) and not _RANDOM.fullmatch(cell_id)


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")[:40].strip("-") or "cell"


def _new_id(stem: str, taken: set[str]) -> str:
    stem = stem if stem[0].isalpha() else f"cell-{stem}"
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
