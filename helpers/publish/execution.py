"""Running notebooks, two at a time, each on its own: one that fails stops no other."""

from __future__ import annotations

import ast
import asyncio
import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

TIMEOUT_SECONDS = 600
_KERNEL_OPTIONS = [
    # The kernel warns on the terminal that it speaks over TCP; a history of cells is not wanted.
    "--IPKernelApp.log_level=ERROR",
    "--HistoryManager.enabled=False",
]
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Result:
    """One executed notebook; ``error`` is empty, or says in which cell it stopped and why."""

    name: str
    notebook: nbformat.NotebookNode
    error: str


def execute(
    paths: Iterable[Path],
    *,
    parameters: Mapping[str, Any] | None = None,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    processes: int = 2,
) -> list[Result]:
    """Run each notebook of ``paths`` from a clean kernel and return the results in their order.

    ``parameters`` replaces constants of the cell tagged ``parameters``; ``folder`` is the working
    directory of the kernels (default: the folder of each notebook), ``environment`` the whole
    environment (default: this one). The files are not changed.
    """

    async def run_all() -> list[Result]:
        turn = asyncio.Semaphore(processes)
        runs = (_run(path, parameters, folder, environment, turn) for path in paths)
        return await asyncio.gather(*runs)

    return asyncio.run(run_all())


async def _run(path, parameters, folder, environment, turn) -> Result:
    notebook = nbformat.read(path, as_version=4)
    try:
        if parameters:
            notebook = with_parameters(notebook, parameters)
        client = NotebookClient(
            cleared(notebook),
            timeout=TIMEOUT_SECONDS,
            kernel_name="python3",
            # Neither when a cell ran nor how a stream was cut is part of a result.
            record_timing=False,
            coalesce_streams=True,
            extra_arguments=_KERNEL_OPTIONS,
            resources={"metadata": {"path": str(folder or path.parent)}},
        )
        options = {} if environment is None else {"env": dict(environment)}
        async with turn:
            notebook = await client.async_execute(**options)
    except CellExecutionError as error:
        return Result(path.stem, notebook, _describe(client.nb, error))
    # Whatever else stops this notebook is reported with the others'.
    except Exception as error:
        return Result(path.stem, notebook, f"{type(error).__name__}: {error}")
    return Result(path.stem, notebook, "")


def _describe(notebook, error: CellExecutionError) -> str:
    failed = next(
        cell
        for cell in notebook.cells
        if any(output.output_type == "error" for output in cell.get("outputs", []))
    )
    report = _COLOURS.sub("", error.traceback).rpartition("-" * 60)[2]
    last = "\n    ".join(report.strip().splitlines()[-12:])
    return f"cell {failed.get('id', '?')}: {error.ename}: {error.evalue}\n    {last}"


def cleared(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy without outputs and counts, so that nothing stored can pass for a result."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return notebook


def with_parameters(
    notebook: nbformat.NotebookNode, parameters: Mapping[str, Any]
) -> nbformat.NotebookNode:
    """Return a copy in which the cell tagged ``parameters`` assigns the given constants.

    Raises ``ValueError`` when there is no such cell or it does not assign one of the names.
    """
    notebook = copy.deepcopy(notebook)
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise ValueError(f"The notebook has {len(tagged)} cells tagged 'parameters'; it needs one.")
    lines = tagged[0].source.splitlines()
    left = dict(parameters)
    for statement in reversed(ast.parse(tagged[0].source).body):
        name = statement.targets[0].id if isinstance(statement, ast.Assign) else ""
        if name in left:
            value = f"{name} = {left.pop(name)!r}"
            lines[statement.lineno - 1 : statement.end_lineno] = [value]
    if left:
        raise ValueError(f"The parameters cell assigns no {', '.join(sorted(left))}.")
    tagged[0].source = "\n".join(lines)
    return notebook
