"""The carried lists of names and of reporting verbs, which several analyses read."""

from __future__ import annotations

import functools

from helpers.resources import load_model, parse_lines

_STRONG_CUE = 5
_CALLING = frozenset(
    """accus accuse brand call characteris characteriz compar condemn criticis criticiz declar deem denounc
    describ dismiss dub hail label lampoon liken portray pronounc prais ridicul term""".split()
)
_ENDS = ("", "e", "s", "es", "ed", "led", "ing")
_IRREGULAR = frozenset("said told wrote read sang swore thought".split())


def parse_gazetteers(content: bytes) -> dict[str, str]:
    """Return ``{lower-case name: letters of its lists}``.

    p, l, o: a person, place, organisation of WordNet; n, c: country, city of GeoNames; f, m, s:
    female, male and family names of the US census; r, g: common nouns for people and for groups;
    a: adjectives and nouns of nationality, faith and the like; b: more people bear the name as a
    forename than as a family name. A line with a tab opens the names of these letters; each name
    gives, as a letter from A on, how much it shares with the name before, then its rest.

    >>> parse_gazetteers(b"\\tf\\nAann\\nDe\\n\\tfs\\nAada\\n")
    {'ann': 'f', 'anne': 'f', 'ada': 'fs'}
    """
    lists, letters, name = {}, "", ""
    for line in content.decode("utf-8").split("\n")[:-1]:
        if line[0] == "\t":
            letters, name = line[1:], ""
        else:
            name = name[: ord(line[0]) - ord("A")] + line[1:]
            lists[name] = letters
    return lists


def gazetteers() -> dict[str, str]:
    """Return the carried name lists."""
    return load_model("gazetteers.txt.gz", parse_gazetteers)


def parse_reporting_verbs(content: bytes) -> dict[str, str]:
    """Return ``{lemma: stance}`` of ``reporting-verbs.tsv``.

    >>> parse_reporting_verbs(b"# verb, stance\\nsay\\tneutral\\n")
    {'say': 'neutral'}
    """
    return dict(line.split("\t") for line in parse_lines(content) if not line.startswith("#"))


def reporting_verbs() -> dict[str, str]:
    """Return the carried verbs of saying and writing with their stance."""
    return load_model("reporting-verbs.tsv", parse_reporting_verbs)


def parse_speaker_nouns(content: bytes) -> dict[str, str]:
    """Return ``{noun: person, group, organization or document}`` of ``speaker-nouns.tsv``.

    >>> parse_speaker_nouns(b"mayor\\tperson\\n")
    {'mayor': 'person'}
    """
    return dict(line.split("\t") for line in parse_lines(content))


def speaker_nouns() -> dict[str, str]:
    """Return the carried nouns for those who may speak."""
    return load_model("speaker-nouns.tsv", parse_speaker_nouns)


def parse_strong_cues(content: bytes) -> frozenset[str]:
    """Return the words of ``quotations-cues.tsv`` that mostly report."""
    lines = [line.split("\t") for line in parse_lines(content)[1:]]
    return frozenset(word for word, classes in lines if int(classes.split()[0]) >= _STRONG_CUE)


@functools.cache
def is_reporting(word: str) -> bool:
    """Whether a form of a verb mostly reports what somebody says.

    >>> is_reporting("replied"), is_reporting("predicted"), is_reporting("ran")
    (True, True, False)
    """
    if word in load_model("quotations-cues.tsv", parse_strong_cues) or word in _IRREGULAR:
        return True
    stems = {word, word.removesuffix("s"), word.removesuffix("d"), word.removesuffix("ed")}
    stems.add(word[:-3] + "y" if word.endswith("ied") else word)
    if word.endswith("ed") and len(word) > 4 and word[-3] == word[-4]:
        stems.add(word[:-3])
    return not stems.isdisjoint(reporting_verbs())


def calls(word: str) -> bool:
    """Whether a form of a verb says what something is called or compared to: its object is no
    content.

    >>> calls("called"), calls("describes"), calls("said")
    (True, True, False)
    """
    return any(word.removesuffix(end) in _CALLING for end in _ENDS)
