"""Who may import whom, read from the source files: nothing is run."""

import ast
import functools
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HELPERS = ROOT / "helpers"
LAYERS = {
    0: {"schema", "resources", "display"},
    1: {"corpus", "loglinear", "perceptron", "wordlists"},
    2: {"tokens", "tags"},
    3: {
        "frequencies",
        "concordance",
        "names",
        "quotations",
        "speakers",
        "sentiment",
        "timexes",
        "events",
        "timeline",
    },
    4: {"pipeline", "evaluation"},
    5: {"exports", "plots", "highlight", "provenance"},
    6: {"publish", "benchmark", "training"},
}
LAYER_OF = {unit: layer for layer, units in LAYERS.items() for unit in units}
# Who may use a package that is not everybody's.
ONLY_IN = {
    "nltk": LAYERS[2] | LAYERS[3] | {"training"},
    "seaborn": {"plots"},
    "PIL": {"plots"},
    "matplotlib": {"plots", "publish"},
    "vaderSentiment": {"sentiment", "training"},
    "statsmodels": set(),
    "requests": set(),
    "urllib": set(),
    "socket": set(),
}
# Packages that a caller may have; a module says in one sentence when one is missing.
OPTIONAL = {"wordfreq"}


@functools.cache
def sources():
    return sorted(path for path in HELPERS.rglob("*.py") if path.parent.name != "models")


def module_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in sources()}


def unit_of(module):
    return module.split(".")[1] if module.startswith("helpers.") else ""


@functools.cache
def imports_of(path):
    """Return every module that a file imports, wherever in the file, by its full name."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: a relative import"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [name if name in MODULES else node.module for name in inner]
    return sorted(set(found))


def test_every_module_has_a_layer():
    units = {unit_of(module_of(path)) for path in sources()} - {""}
    assert units <= set(LAYER_OF), "give the new module a layer here and in the design"


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_imports_go_strictly_downward(path):
    unit = unit_of(module_of(path))
    for target in imports_of(path):
        other = unit_of(target)
        if not other or other == unit:
            continue
        assert other != "training", "the training commands are imported by nothing"
        assert LAYER_OF[other] < LAYER_OF.get(unit, 7), f"{unit} imports {other}"
        if unit in ("plots", "highlight"):
            assert other in ("schema", "display"), (
                f"{unit} knows columns, never methods such as {other}"
            )
        if unit != "training":
            assert target.count(".") == 1, f"{unit} reaches into {other}: import {target} from it"


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_packages_are_used_where_they_belong(path):
    unit = unit_of(module_of(path))
    for target in imports_of(path):
        allowed = ONLY_IN.get(target.split(".")[0])
        assert allowed is None or unit in allowed, f"{unit or 'helpers'} imports {target}"


def test_inside_a_package_imports_go_one_way():
    graph = {}
    for path in sources():
        graph[module_of(path)] = [t for t in imports_of(path) if t.startswith("helpers.")]
    # Raises CycleError with the cycle.
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_nothing_is_downloaded(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in {("nltk", "download"), ("nltk", "data")}


def test_slow_packages_wait_until_they_are_needed():
    code = (
        "import sys, helpers.pipeline, helpers.plots, helpers.evaluation, helpers.exports; "
        "print(sorted({'nltk', 'seaborn', 'scipy.stats', 'matplotlib.pyplot'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # Importing them takes longer than reading an article; a notebook pays for what it calls.
    assert done.stdout == "[]\n"


def test_every_package_is_listed():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {path.parent for path in HELPERS.rglob("*.py")} | {HELPERS / "models"}
    names = {".".join(folder.relative_to(ROOT).parts) for folder in folders if folder.is_dir()}
    assert set(listed["packages"]) == names


def test_requirements_are_pinned_and_closed():
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    assert lines[-1] == "-e ."
    locked = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = {line.partition("==")[0].lower(): line for line in locked}
    wanted = [*lines, *(ROOT / "tests" / "requirements.txt").read_text().splitlines()]
    for line in wanted:
        if line and line[0] not in "#-":
            assert pinned[line.partition("==")[0].lower()] == line
    assert not [line for line in locked if "close" in line or "@" in line or "==" not in line]


def test_every_package_that_is_imported_is_required():
    lines = (ROOT / "requirements.txt").read_text().lower()
    standard = sys.stdlib_module_names
    for path in sources():
        if unit_of(module_of(path)) == "training":
            continue
        for target in imports_of(path):
            package = {"PIL": "pillow"}.get(target.split(".")[0], target.split(".")[0])
            if package not in {"helpers", *OPTIONAL, *standard}:
                assert f"\n{package.lower()}==" in lines, f"{path.name} imports {package}"
