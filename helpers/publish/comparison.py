"""Stored outputs against those of a rerun, cell by cell and by the type of the output.

The report follows the similarity-based reproducibility index of Hossain et al. (arXiv 2509.23645):
figures, tables and texts each say in their own terms how they differ; only equality passes.
"""

from __future__ import annotations

import base64
import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from importlib.metadata import PackageNotFoundError, version
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbformat
import numpy
from matplotlib import image

from helpers.publish.execution import execute
from helpers.publish.stored import NOTEBOOKS, ROOT, canonical, find_notebooks, serialize

LOCKED_PYTHON = (3, 11)
REFRESH = "make accept"


@dataclass(frozen=True)
class Difference:
    """One output that is not what is stored: where (``notebook``, ``cell``), its ``kind`` (a media
    type, ``stream``, ``source``, ``error`` or ``file``), and what differs."""

    notebook: str
    cell: str
    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.notebook} · {self.cell} · {self.kind}: {self.detail}"


def compare(
    names: Sequence[str] = (),
    *,
    folder: Path = NOTEBOOKS,
    working_directory: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> list[Difference]:
    """Execute the notebooks again and return every difference from what is stored.

    On the locked Python and packages on Linux the files must be equal byte for byte; elsewhere
    texts and tables must be, pictures (rasterised by other libraries) and versions are left out.
    """
    paths = find_notebooks(names, folder)
    exact = is_locked()
    found = []
    for path, result in zip(
        paths, execute(paths, folder=working_directory, environment=environment), strict=True
    ):
        if result.error:
            found.append(Difference(path.stem, "-", "error", result.error))
            continue
        stored, rerun = nbformat.read(path, as_version=4), canonical(result.notebook)
        # A patch release of Python is no result.
        rerun.metadata.language_info.version = stored.metadata.get("language_info", {}).get(
            "version", ""
        )
        here = differences(stored, rerun, name=path.stem, exact=exact)
        if exact and not here and serialize(rerun) != path.read_bytes():
            detail = "the bytes differ, though no output does: the file is not in canonical form"
            here = [Difference(path.stem, "-", "file", detail)]
        found += here
    return found


def differences(
    stored: nbformat.NotebookNode,
    rerun: nbformat.NotebookNode,
    *,
    name: str = "notebook",
    exact: bool = True,
) -> list[Difference]:
    """Return the differences between two runs of a notebook, in reading order.

    Unless ``exact``, figures and the cells of the versions banner are not compared.
    """
    found = []
    for number, (before, after) in enumerate(zip_longest(stored.cells, rerun.cells)):
        if before is None or after is None:
            detail = f"{len(stored.cells)} cells are stored, {len(rerun.cells)} were run"
            found.append(Difference(name, f"cell {number}", "source", detail))
            break
        cell = before.get("id", f"cell {number}")
        if before.source != after.source:
            detail = _text_difference(before.source, after.source)
            found.append(Difference(name, cell, "source", detail))
        if not exact and cell.endswith("versions"):
            continue
        for old, new in zip_longest(before.get("outputs", []), after.get("outputs", [])):
            found += [
                Difference(name, cell, kind, detail)
                for kind, detail in _output_differences(old, new, exact)
            ]
        if before.get("execution_count") != after.get("execution_count"):
            detail = f"{before.execution_count} is stored, {after.execution_count} is right"
            found.append(Difference(name, cell, "execution count", detail))
    return found


def _output_differences(old, new, exact: bool) -> list[tuple[str, str]]:
    if old is None or new is None:
        present = old or new
        kind = present.output_type
        return [(kind, "is missing after the rerun" if new is None else "is not stored")]
    if old.output_type != new.output_type:
        return [("output", f"{old.output_type} is stored, {new.output_type} came")]
    if old.output_type == "stream":
        same = old.text == new.text and old.name == new.name
        return [] if same else [("stream", _text_difference(old.text, new.text))]
    found = []
    for kind in sorted({*old.get("data", {}), *new.get("data", {})}):
        before, after = old.get("data", {}).get(kind), new.get("data", {}).get(kind)
        if before == after or (kind.startswith("image/") and not exact):
            continue
        if before is None or after is None:
            found.append((kind, "is missing after the rerun" if after is None else "is not stored"))
        elif kind == "image/png":
            found.append((kind, _picture_difference(before, after)))
        else:
            found.append((kind, _text_difference(str(before), str(after))))
    if old.get("metadata") != new.get("metadata") and (exact or not found):
        before, after = dict(old.get("metadata", {})), dict(new.get("metadata", {}))
        found.append(("description", _text_difference(_lines(before), _lines(after))))
    return found


def _lines(metadata: dict[str, Any]) -> str:
    return "\n".join(
        f"{kind} {key}: {value}"
        for kind, entries in sorted(metadata.items())
        for key, value in sorted(entries.items())
    )


def _text_difference(old: str, new: str) -> str:
    lines = unified_diff(old.splitlines(), new.splitlines(), "stored", "rerun", n=0, lineterm="")
    shown = [line[:160] for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    more = f" … and {len(shown) - 6} more lines" if len(shown) > 6 else ""
    return " ⏎ ".join(shown[:6]) + more


def _picture_difference(old: str, new: str) -> str:
    before, after = (image.imread(io.BytesIO(base64.b64decode(png))) for png in (old, new))
    if before.shape != after.shape:
        sizes = [f"{shape[1]}×{shape[0]}" for shape in (before.shape, after.shape)]
        return f"{sizes[0]} pixels are stored, {sizes[1]} came"
    changed = int(numpy.any(before != after, axis=-1).sum())
    return f"{changed:,} of {before.shape[0] * before.shape[1]:,} pixels differ"


def is_locked() -> bool:
    """Return whether this is the Python and these are the packages whose bytes are stored."""
    pins = (line.partition("==") for line in (ROOT / "constraints.txt").read_text().splitlines())
    try:
        same = all(
            version(name) == pinned
            for name, _, pinned in pins
            if name in ("matplotlib", "pandas", "numpy", "scipy", "seaborn", "pillow", "nbclient")
        )
    except PackageNotFoundError:
        return False
    return same and sys.platform == "linux" and sys.version_info[:2] == LOCKED_PYTHON
