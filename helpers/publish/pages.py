"""The site: one page a notebook and an index, which need no network and no script."""

from __future__ import annotations

import ast
import base64
import html
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from helpers.corpus import load_article
from helpers.publish.execution import Result
from helpers.publish.stored import ROOT, canonical, figures, headline_figure

TEMPLATES = Path(__file__).parent / "templates"
_LEAD = (
    "Each notebook asks one question of the article and answers it with figures and tables; every "
    "number can be traced back to the words that made it."
)


@dataclass(frozen=True)
class Page:
    """What the index and the neighbours of a page say about it."""

    name: str
    label: str
    title: str
    lead: str
    figure: dict
    failed: bool


def build_site(results: Sequence[Result], output: Path, *, source: str = "") -> list[Path]:
    """Write ``index.html``, a page for every notebook that ran, and the files they link to.

    ``source`` says on the index which article was read. Only ``output`` is written. A link to a file of the project (``../exports/…``) makes a copy
    of it travel along, so that the folder is whole by itself.
    """
    output.mkdir(parents=True, exist_ok=True)
    results = [Result(r.name, canonical(r.notebook), r.error) for r in results]
    pages = [_describe(result) for result in results]
    ran = [page for page in pages if not page.failed]
    style = (TEMPLATES / "close-reading" / "style.css").read_text("utf-8")
    exporter = HTMLExporter(
        template_name="close-reading",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )
    written, linked = [], []
    for result in results:
        if result.error:
            continue
        (page,) = (page for page in ran if page.name == result.name)
        about = {"name": page.name, "title": page.title, "style": style, "pages": ran}
        body, _ = exporter.from_notebook_node(result.notebook, resources={"page": about})
        body, targets = _with_local_links(body, {page.name for page in ran})
        linked += targets
        # A browser would break a day at its hyphens.
        body = re.sub(r"<td>(\d{4}-\d\d-\d\d)</td>", r'<td class="day">\1</td>', body)
        written.append(output / f"{result.name}.html")
        written[-1].write_text(body, "utf-8")
    for target in sorted(set(linked)):
        (output / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / target, output / target)
    exports = sorted({target for target in linked if target.startswith("exports/")})
    written.append(output / "index.html")
    written[-1].write_text(
        exporter.environment.get_template("overview.html.j2").render(
            title="One news article, read closely",
            lead=_LEAD,
            source=source,
            style=style,
            pages=pages,
            exports=exports,
        ),
        "utf-8",
    )
    return written


def _describe(result: Result) -> Page:
    prose = [cell.source for cell in result.notebook.cells if cell.cell_type == "markdown"]
    first = prose[0] if prose else ""
    found = re.search(r"^# (.+)$", first, re.MULTILINE)
    label = result.name.partition("-")[2].replace("-", " ")
    title = _plain(found[1]) if found else label
    after = first[found.end() :] if found else first
    # The first cell holds the title and often nothing else; the lead is the first paragraph.
    texts = [text for text in "\n\n".join([after, *prose[1:]]).split("\n\n") if text.strip()]
    lead = next((text for text in texts if not re.match(r"\s*(#|\*\*Where we are)", text)), "")
    return Page(
        result.name, label, title, _plain(lead), _figure(result.notebook), bool(result.error)
    )


def _figure(notebook: nbformat.NotebookNode) -> dict:
    png = headline_figure(notebook)
    encoded = base64.b64encode(png).decode("ascii")
    for _, output in figures(notebook):
        if base64.b64decode(output["data"]["image/png"]) == png:
            return {"png": encoded, **output.get("metadata", {}).get("image/png", {})}
    return {}


def _plain(markdown: str) -> str:
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", " ".join(markdown.split()))
    return re.sub(r"\*\*|[`_*]", "", text)


def _with_local_links(body: str, names: set[str]) -> tuple[str, list[str]]:
    """Point links at the pages of the site and at copies of the project's files."""
    targets = []

    def replace(found: re.Match) -> str:
        target, anchor = html.unescape(found[1]), found[2] or ""
        if target.endswith(".ipynb") and target.removesuffix(".ipynb") in names:
            return f'href="{target.removesuffix(".ipynb")}.html{anchor}"'
        inside = target.removeprefix("../")
        source = (ROOT / inside).resolve()
        if target.startswith("../") and source.is_relative_to(ROOT) and source.is_file():
            targets.append(inside)
            return f'href="{html.escape(inside)}{anchor}"'
        return found[0]

    return re.sub(r'href="([^"#:]+)(#[^"]*)?"', replace, body), targets


def source_line(results: Sequence[Result]) -> str:
    """Return title, date and publisher of the article, if all notebooks read the same one."""
    ids = set()
    for result in results:
        for cell in result.notebook.cells:
            if "parameters" in cell.metadata.get("tags", []):
                ids.update(
                    statement.value.value
                    for statement in ast.parse(cell.source).body
                    if isinstance(statement, ast.Assign) and statement.targets[0].id == "article_id"
                )
    return " · ".join(repr(load_article(ids.pop())).splitlines()) if len(ids) == 1 else ""
