"""The commands: ``python -m helpers.publish execute | accept | compare | site [NAMES]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat

from helpers.publish import (
    Result,
    accept,
    breaches,
    build_site,
    compare,
    execute,
    find_notebooks,
)
from helpers.publish.comparison import REFRESH
from helpers.publish.pages import source_line
from helpers.publish.stored import NOTEBOOKS, ROOT


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when every notebook did what was asked."""
    parser = argparse.ArgumentParser(prog="python -m helpers.publish", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (
        ("execute", "run the notebooks without storing anything"),
        ("accept", "run them and store their outputs in notebooks/"),
        ("compare", "run them and report every difference from what is stored"),
        ("site", "run them and write one page each, and an index, to site/"),
    ):
        command = commands.add_parser(name, help=purpose, description=purpose)
        command.add_argument("names", nargs="*", help="notebooks, or how they begin: 02")
        if name in ("execute", "site"):
            command.add_argument("--article", help="an article_id, or a text file, to read instead")
        if name == "site":
            command.add_argument("--output", type=Path, default=ROOT / "site")
            command.add_argument(
                "--stored", action="store_true", help="make the pages of the stored outputs"
            )
    given = parser.parse_args(arguments)
    try:
        return _COMMANDS[given.command](given)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2


def _execute(given) -> int:
    results = execute(find_notebooks(given.names), parameters=_parameters(given))
    return _report(results)


def _accept(given) -> int:
    results = accept(given.names)
    code = _report(results)
    for result in results:
        if not result.error:
            for breach in breaches(NOTEBOOKS / f"{result.name}.ipynb"):
                print(f"  {result.name}: {breach}")
    return code


def _compare(given) -> int:
    found = compare(given.names)
    for difference in found:
        print(difference)
    if found:
        print(f"If the new results are right, store them with: {REFRESH}")
        return 1
    print("Every output is what is stored.")
    return 0


def _site(given) -> int:
    paths = find_notebooks(given.names)
    if given.stored:
        results = [Result(path.stem, nbformat.read(path, as_version=4), "") for path in paths]
    else:
        results = execute(paths, parameters=_parameters(given))
    build_site(results, given.output, source=source_line(results))
    code = _report(results)
    print(f"Read it: open {_shown(given.output)}/index.html in a browser.")
    return code


def _shown(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _parameters(given) -> dict[str, str]:
    if not given.article:
        return {}
    # The kernels run in another folder than the one in which the name of a file was typed.
    file = Path(given.article)
    return {"article_id": str(file.resolve()) if file.is_file() else given.article}


def _report(results: list[Result]) -> int:
    for result in results:
        print(f"{result.name}: {'FAILED in ' + result.error if result.error else 'ran'}")
    if not results:
        print("There is no notebook yet.")
    return int(any(result.error for result in results))


_COMMANDS = {"execute": _execute, "accept": _accept, "compare": _compare, "site": _site}

if __name__ == "__main__":
    sys.exit(main())
