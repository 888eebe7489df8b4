"""The one writer of ``helpers/models/scores.csv``: every figure beside the SHA-256 of its models."""

from __future__ import annotations

import csv
import hashlib
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.resources import MODELS, checksums

COLUMNS = (
    "analysis", "set", "measure", "peer", "peer_value", "ours", "human", "model", "sha256", "command",
)  # fmt: skip
PATH = MODELS / "scores.csv"


def fingerprint(models: str) -> str:
    """Return the SHA-256 over the digests of the named model files (space separated, sorted)."""
    known = checksums()
    listed = "".join(f"{known[name]}  {name}\n" for name in sorted(models.split()))
    return hashlib.sha256(listed.encode("utf-8")).hexdigest()


def record(analysis: str, models: str, command: str, rows: Iterable[Mapping]) -> None:
    """Replace the rows of ``analysis`` in ``scores.csv``.

    ``models`` names the model files the figures were measured with, separated by spaces ("" when
    the analysis has rules only); ``rows`` hold set, measure, ours and, where known, peer,
    peer_value and human. Values are text or numbers; numbers are written as printed by ``repr``,
    so round them to what they mean.
    """
    old = read() if PATH.exists() else []
    kept = [row for row in old if row["analysis"] != analysis]
    digest = fingerprint(models) if models else ""
    fixed = {"analysis": analysis, "model": models, "sha256": digest, "command": command}
    new = [{name: {**row, **fixed}.get(name, "") for name in COLUMNS} for row in rows]
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(kept + new, key=lambda row: row["analysis"]))


def read() -> list[dict[str, str]]:
    """Return the rows of ``scores.csv`` as text."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run_scorer(script: Path, *arguments: str) -> str:
    """Return what a scorer printed; exit with its one line of error when it refuses."""
    if not script.is_file():
        sys.exit(
            f"There is no scorer {script.name} in {script.parent}; give its folder by --score."
        )
    done = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(done.stderr.strip() or done.stdout.strip())
    return done.stdout
