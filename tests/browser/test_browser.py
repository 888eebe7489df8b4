"""The notebooks in JupyterLab and the pages in a browser, as a reader meets them.

Run by ``make browser-test``; without Chromium or Chrome it is skipped, under ``CI`` that fails.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

from helpers.publish import Result, build_site, canonical, find_notebooks, serialize
from helpers.publish.comparison import differences, is_locked
from helpers.publish.execution import cleared

NOTEBOOKS = find_notebooks()
SCREENSHOTS = Path(__file__).resolve().parents[2] / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FOUND = next(filter(None, map(shutil.which, BROWSERS)), str(MAC) if MAC.exists() else None)
SECONDS = 180
PATIENCE = 15

pytestmark = [pytest.mark.browser]
if FOUND is None and not os.environ.get("CI"):
    pytestmark.append(pytest.mark.skip("No Chromium or Chrome: the browser tests are skipped."))


@pytest.fixture(scope="session")
def browser():
    if FOUND is None:
        pytest.fail("No Chromium or Chrome was found; on a CI machine it has to be there.")
    SCREENSHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root, as in a container.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=FOUND, args=arguments)
        yield opened
        opened.close()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """JupyterLab on copies of the notebooks without outputs: ``(address, folder)``."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "notebooks"
    folder.mkdir()
    for path in NOTEBOOKS:
        bare = cleared(nbformat.read(path, as_version=4))
        (folder / path.name).write_bytes(serialize(bare))
    news = home / "settings" / "@jupyterlab" / "apputils-extension"
    news.mkdir(parents=True)
    # The question whether to fetch news would cover the notebook.
    (news / "notification.jupyterlab-settings").write_text(
        '{"fetchNews": "false", "checkForUpdates": false}'
    )
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
    }
    port = free_port()
    options = [
        "--no-browser",
        "--allow-root",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        f"--ServerApp.root_dir={folder}",
    ]
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], env=environment, stdout=log, stderr=log
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: ask(f"{address}/api/status") is not None, "JupyterLab did not start")
            yield address, folder
        finally:
            server.terminate()
            server.wait(30)


def ask(address):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return json.load(answer)
    except OSError:
        return None


def wait_for(condition, complaint):
    until = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < until, complaint
        time.sleep(0.3)


def is_complete(path):
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    return all(cell.execution_count for cell in cells if cell.source.strip())


def is_begun(path):
    return any(cell.get("execution_count") for cell in nbformat.read(path, as_version=4).cells)


def restart_and_run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…").click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()


def is_idle(address, name):
    sessions = ask(f"{address}/api/sessions") or []
    states = [s["kernel"]["execution_state"] for s in sessions if s["path"] == name]
    return states == ["idle"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_restart_and_run_all_in_jupyterlab_gives_what_is_stored(path, browser, lab):
    address, folder = lab
    copy = folder / path.name
    assert not is_complete(copy), "a copy without outputs is where this begins"
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    # Without reset, tabs of the notebooks before come back and may be the current one.
    page.goto(f"{address}/lab/tree/{path.name}?reset")
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=SECONDS * 1000)
    wait_for(lambda: is_idle(address, path.name), f"The kernel of {path.name} did not start")
    restart_and_run_all(page)
    asked = time.monotonic()

    def saved():
        nonlocal asked
        page.wait_for_timeout(500)
        if is_idle(address, path.name):
            page.keyboard.press("Control+s")
            page.wait_for_timeout(700)
            # JupyterLab drops the run when the kernel it restarts was still starting.
            if not is_begun(copy) and time.monotonic() - asked > PATIENCE:
                restart_and_run_all(page)
                asked = time.monotonic()
        return is_complete(copy)

    wait_for(saved, f"{path.name} did not run to its end in JupyterLab")
    page.screenshot(path=SCREENSHOTS / f"lab-{path.stem}.png")
    page.close()
    stored = nbformat.read(path, as_version=4)
    again = canonical(nbformat.read(copy, as_version=4))
    again.metadata.language_info = stored.metadata.get("language_info", {})
    assert list(map(str, differences(stored, again, exact=is_locked()))) == []
    if is_locked():
        assert serialize(again) == path.read_bytes()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    stored = [Result(path.stem, nbformat.read(path, as_version=4), "") for path in NOTEBOOKS]
    build_site(stored, folder)
    return folder


@pytest.mark.parametrize("name", ["index", *(path.stem for path in NOTEBOOKS)])
@pytest.mark.parametrize("width, scheme", [(360, "dark"), (360, "light"), (1100, "dark")])
def test_a_page_fits_the_screen_and_fetches_nothing(name, width, scheme, browser, site):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto((site / f"{name}.html").as_uri())
    page.screenshot(path=SCREENSHOTS / f"page-{name}-{width}-{scheme}.png", full_page=True)
    assert [url[:80] for url in fetched if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    empty = "[...document.images].filter(image => !image.naturalWidth || !image.alt).length"
    assert page.evaluate(empty) == 0
    ground, ink = page.evaluate(
        "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))"
    )
    assert contrast(ground, ink) >= 7
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    context.close()


def contrast(one, other):
    def luminance(colour):
        channels = [int(part) / 255 for part in colour[4:-1].split(",")]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
