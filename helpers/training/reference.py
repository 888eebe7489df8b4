"""Count general English: python -m helpers.training.reference --data DIR

DIR holds ``ud-ewt/en_ewt-ud-train.conllu`` and ``gum/train.txt`` with ``gum/documents/*.conllu``.
Writes ``helpers/models/reference.tsv.gz``: lemma, universal tag, lower-case form, n.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from helpers.resources import write_model

# Web text names private people; their names, numbers and addresses are no general English.
PRIVATE = re.compile(r"@|://|www\.|\.com\b|\d{5,}")
SINGLE_DOCUMENT = ("PROPN", "NUM", "X")
QUOTES = str.maketrans("‘’“”", "''\"\"")


def read_words(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield (document, lemma, pos, form) of every syntactic word; punctuation is left out."""
    document = ""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document = line.split("=")[-1].strip()
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 10 or not fields[0].isdigit():
                continue
            form, lemma, pos, tag = fields[1:5]
            if pos not in ("PUNCT", "SYM") and tag != "GW" and lemma != "_":
                yield document, lemma.translate(QUOTES), pos, form.translate(QUOTES).lower()


def find_files(data: Path) -> list[Path]:
    """Return the training files; raises ``FileNotFoundError`` that names the one missing."""
    names = data / "gum" / "train.txt"
    if not names.exists():
        raise FileNotFoundError(f"{names} is missing; pass the folder with ud-ewt and gum.")
    documents = [data / "gum" / "documents" / f"{n}.conllu" for n in names.read_text().split()]
    return [data / "ud-ewt" / "en_ewt-ud-train.conllu", *documents]


def count_words(files: list[Path]) -> list[tuple[str, str, str, int]]:
    """Return (lemma, pos, form, n), sorted, with the sum of all words left out in a last row."""
    counts: Counter[tuple[str, str, str]] = Counter()
    documents: dict[tuple[str, str], set[str]] = {}
    for path in files:
        for document, lemma, pos, form in read_words(path):
            counts[lemma, pos, form] += 1
            documents.setdefault((lemma, pos), set()).add(document)
    totals: Counter[tuple[str, str]] = Counter()
    for (lemma, pos, _), n in counts.items():
        totals[lemma, pos] += n
    kept = {
        pair
        for pair, n in totals.items()
        if n >= 2
        and not PRIVATE.search(pair[0])
        and (pair[1] not in SINGLE_DOCUMENT or len(documents[pair]) >= 2)
    }
    rows = sorted((*key, n) for key, n in counts.items() if key[:2] in kept)
    rest = sum(counts.values()) - sum(row[3] for row in rows)
    return [*rows, ("", "", "", rest)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with ud-ewt and gum")
    try:
        rows = count_words(find_files(parser.parse_args().data))
    except FileNotFoundError as error:
        sys.exit(str(error))
    content = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    digest = write_model("reference.tsv.gz", content.encode("utf-8"))
    words = sum(row[3] for row in rows)
    print(f"{words:,} words, {len(rows) - 1:,} rows, {rows[-1][3]:,} words in the last; {digest}")


if __name__ == "__main__":
    main()
