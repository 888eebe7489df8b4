"""Reading the files of ``helpers/models`` as bytes, each verified by its SHA-256."""

from __future__ import annotations

import functools
import gzip
import hashlib
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

MODELS = Path(__file__).parent / "models"
MANIFEST = "SHA256SUMS"


def checksums() -> dict[str, str]:
    """Return ``{file name: SHA-256}`` of every model file, read from ``models/SHA256SUMS``."""
    path = MODELS / MANIFEST
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def read_bytes(name: str) -> bytes:
    """Return the bytes of ``models/<name>``, decompressed when the name ends in ``.gz`` or ``.xz``.

    Raises ``FileNotFoundError`` for a name the manifest does not know and ``ValueError`` when the
    file on disk is not the one that was measured.
    """
    expected = checksums().get(name)
    if expected is None:
        raise FileNotFoundError(f"No model file {name} is listed in helpers/models/{MANIFEST}.")
    content = (MODELS / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != expected:
        raise ValueError(
            f"helpers/models/{name} differs from its SHA-256 in {MANIFEST}; "
            "restore it with git checkout, or retrain it with helpers.training."
        )
    if name.endswith(".xz"):
        return lzma.decompress(content)
    return gzip.decompress(content) if name.endswith(".gz") else content


@functools.cache
def load_model(name: str, parse: Callable[[bytes], T]) -> T:
    """Return ``parse(bytes of models/<name>)``, kept for the life of the process.

    ``parse`` must return something that nobody changes. Pass a named function, not a lambda: the
    pair (name, parse) is the key under which the result is kept.
    """
    return parse(read_bytes(name))


def parse_lines(content: bytes) -> tuple[str, ...]:
    """Return the lines of a UTF-8 word list."""
    return tuple(content.decode("utf-8").splitlines())


def write_model(name: str, content: bytes) -> str:
    """Write ``models/<name>`` (compressed without time stamp when it ends in ``.gz``, smaller and read
    more slowly when it ends in ``.xz``), enter it into the manifest and return its SHA-256. Training
    commands only."""
    if name.endswith(".gz"):
        content = gzip.compress(content, compresslevel=9, mtime=0)
    elif name.endswith(".xz"):
        content = lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)
    (MODELS / name).write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    entries = {**checksums(), name: digest}
    (MODELS / MANIFEST).write_text(
        "".join(f"{entries[key]}  {key}\n" for key in sorted(entries)), "utf-8"
    )
    return digest
