"""Where a result comes from: computed sentences, recorded scores, and the banner of versions."""

from __future__ import annotations

import hashlib
import re
import string
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from numbers import Integral
from pathlib import Path

import pandas as pd

import helpers
from helpers import resources

PACKAGES = ("matplotlib", "nltk", "numpy", "pandas", "scipy", "seaborn", "vaderSentiment")
# Own names, because those of the system change with its language.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SCORES = resources.MODELS / "scores.csv"
_SCORE_COLUMNS = ["set", "measure", "ours", "peer", "peer_value", "human"]


@dataclass(frozen=True)
class Sentence:
    """A computed sentence: ``markdown`` in a notebook, ``text`` elsewhere."""

    markdown: str = field(repr=False)
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return self.markdown


class _Formatter(string.Formatter):
    """``str.format`` for prose: values are escaped where ``quote`` says so."""

    def __init__(self, quote):
        self.quote = quote

    def format_field(self, value, spec: str) -> str:
        if isinstance(value, Sequence) and not isinstance(value, str):
            shown = [self.format_field(item, spec) for item in value]
            return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
        if value is None or value is pd.NaT or (pd.api.types.is_scalar(value) and pd.isna(value)):
            return "unknown"
        if isinstance(value, Integral) and "|" in spec:
            one, many = spec.split("|")
            return f"{value:,} {one if value == 1 else many}"
        if isinstance(value, date) and not spec:
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        if isinstance(value, Integral) and not isinstance(value, bool) and not spec:
            return f"{value:,}"
        return self.quote(super().format_field(value, spec))


def say(template: str, /, **values) -> Sentence:
    """Return ``template`` with ``values`` filled in, as a sentence a notebook shows as prose.

    The fields are those of ``str.format`` with four additions: ``{n:word|words}`` prints a number
    with the right noun; a list reads ``a, b and c``; a date reads ``13 January 2015``; a missing
    value reads ``unknown``. Whole numbers get thousands separators. Text values come from articles
    and are escaped: they cannot become markup.

    >>> say("**{n:word|words}** by {who}.", n=1200, who=["Ada", "Berta", "<b>Cleo</b>"])
    1,200 words by Ada, Berta and <b>Cleo</b>.
    """
    plain = re.sub(r"\*\*|`", "", template)
    return Sentence(
        _Formatter(_escape).format(template, **values),
        _Formatter(str).format(plain, **values),
    )


def _escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it letter by letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]#|$~])", r"\\\1", " ".join(text.split()))


def show_versions(article=None) -> Sentence:
    """Return the banner that says what a result depends on: Python (minor version), packages, the
    SHA-256 of the ``article`` and of every model file. No date, no machine.
    """
    rows = [
        ("close-reading", helpers.__version__),
        ("Python", f"{sys.version_info.major}.{sys.version_info.minor}"),
        *((name, version(name)) for name in PACKAGES),
    ]
    if article is not None:
        digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        digest = getattr(article, "sha256", None) or digest
        rows.append((f"article {article.article_id}", f"SHA-256 {digest}"))
    rows += [
        (f"model {name}", f"SHA-256 {digest[:16]}…")
        for name, digest in sorted(resources.checksums().items())
    ]
    table = "\n".join(f"| {_escape(name)} | {_escape(value)} |" for name, value in rows)
    return Sentence(
        f"| depends on | version |\n|:--|:--|\n{table}",
        "\n".join(f"{name}: {value}" for name, value in rows),
    )


def show_scores(analysis: str, path: str | Path = SCORES) -> pd.DataFrame:
    """Return the recorded scores of ``analysis`` on public sets, read from ``models/scores.csv``.

    Columns: ``set``, ``measure``, ``ours``, ``peer`` (the tool compared with), ``peer_value``,
    ``human`` (agreement of two people, where known). Raises ``ValueError`` when none is recorded.
    """
    scores = pd.read_csv(path, dtype="string") if Path(path).exists() else pd.DataFrame()
    known = sorted(set(scores["analysis"])) if len(scores) else []
    if analysis not in known:
        raise ValueError(
            f"No score of {analysis!r} is recorded in models/{Path(path).name} "
            f"(there are: {', '.join(known) or 'none'}); its scoring command records it."
        )
    rows = scores.loc[scores["analysis"] == analysis, _SCORE_COLUMNS]
    return rows.fillna("–").reset_index(drop=True)
