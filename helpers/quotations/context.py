"""What the first labels say about a token: its own run of labels, the cues and runs around it.

A second model reads these attributes beside some of the first ("stacked" sequential learning, Cohen
and Carvalho 2005), so that a label may depend on the whole sentence. Closed classes only.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from helpers.quotations.attributes import (
    Words,
    count_since,
    measure_runs,
    nearest_before,
    steps_from,
    sum_runs,
)
from helpers.quotations.features import LENGTHS, SIZES, STEPS, TAG_IDS, VALUES, WORD_IDS
from helpers.quotations.templates import Templates

CHANCES = (0.01, 0.03, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92, 0.97, 0.99)
_N_CHANCES, _N_TAGS, _N_STEPS = len(CHANCES) + 2, SIZES["tag"] + 1, len(STEPS) + 2
_KEPT = ("word", "tag", "marks", "closing", "length", "cue", "cuekind")
_LIKELY = 0.3
_FINITE = [TAG_IDS[tag] for tag in ("MD", "VBD", "VBP", "VBZ")]
_ROLES = np.array([0, 1, 1, 2, 2, 3, 3])
_BEGINS = (1, 3, 5)

# Value 0 is "none" or "outside the paragraph".
CONTEXT_SIZES = {
    **{name: SIZES[name] for name in _KEPT},
    "label": 8,
    "content": _N_CHANCES,
    "report": _N_CHANCES,
    "source": _N_CHANCES,
    "opening": _N_CHANCES,
    "leftcue": _N_STEPS * 6,
    "rightcue": _N_STEPS * 4,
    "leftkind": SIZES["cuekind"],
    "rightkind": SIZES["cuekind"],
    "leftlevel": SIZES["cue"] + 1,
    "rightlevel": SIZES["cue"] + 1,
    "leftsource": _N_STEPS,
    "rightsource": _N_STEPS,
    "run": len(LENGTHS) + 2,
    "verbs": 4,
    "runfirst": _N_TAGS,
    "runbefore": _N_TAGS,
    "runafter": _N_TAGS,
    "sentence": 28,
    "before": 28,
    "after": 28,
}
_TEMPLATES = [f"label{o:+}" for o in range(-4, 5)]
_TEMPLATES += [
    f"{name}{o:+}" for name in ("content", "report", "source", "opening") for o in (-2, -1, 0, 1, 2)
]
_TEMPLATES.append(
    """content+0 report+0|content+0 source+0|content-1 content+0|content+0 content+1
report-1 report+0|report+0 report+1|source-1 source+0|source+0 source+1|opening+0 content+0
opening+1 content+0|content-1 opening+0|label-1 label+0 label+1|label-2 label-1 label+0
label+0 label+1 label+2|content+0 tag+0|report+0 tag+0|source+0 tag+0|content+0 label-1
content+0 word+0|word-1 content+0|word+1 content+0|tag-1 content+0|tag+1 content+0
label+0 tag-1|label+0 tag+1|label-1 tag+0|label+1 tag+0|word-1 label+0|word+0 label+0
word+1 label+0|word+0 label-1|word-1 opening+0|tag-1 opening+0|word+0 opening+0
tag-1 tag+0 label+0|tag+0 tag+1 label+0|tag-1 tag+0 label-1|marks+0 label+0|marks+0 content+0
marks-1 label+0|marks+1 label+0|marks+0 length+0 content+0|marks+0 closing+0 content+0
marks+0 marks+1 label+0|leftcue+0|leftcue+0 label+0|leftcue+0 content+0|rightcue+0 label+0
rightcue+0 content+0|leftkind+0 label+0|rightkind+0 label+0|leftkind+0 content+0
rightkind+0 content+0|leftlevel+0 rightlevel+0 label+0|leftcue+0 tag+0|rightcue+0 tag+0
leftlevel+0 tag+0 label+0|leftsource+0 label+0|rightsource+0 label+0
leftsource+0 rightsource+0 content+0|run+0 label+0|run+0 verbs+0 label+0|runfirst+0 label+0
runafter+0 label+0|runbefore+0 label+0|verbs+0 label+0 runafter+0|runfirst+0 verbs+0 label+0
runbefore+0 runfirst+0 label+0|run+0 content+0|verbs+0 content+0|runfirst+0 content+0
runafter+0 content+0|runbefore+0 content+0|runfirst+1 label+0|verbs+1 label+0|run+1 label+0
run-1 label+0|verbs-1 label+0|sentence+0 label+0|sentence+0 content+0|before+0 label+0
after+0 label+0|sentence+0 before+0 label+0|sentence+0 after+0 label+0
sentence+0 marks+0 label+0|cuekind+0 label+0|cue+0 label+0|cuekind+0 report+0"""
)
SECOND = Templates(
    CONTEXT_SIZES,
    _TEMPLATES,
    VALUES | {name: ["none", *VALUES["tag"]] for name in ("runfirst", "runbefore", "runafter")},
)


def describe_context(
    words: Words,
    attributes: Mapping[str, np.ndarray],
    places: np.ndarray,
    labels: np.ndarray,
    probabilities: np.ndarray,
) -> dict[str, np.ndarray]:
    """Return the attributes of the second model as arrays, at the same places as the first's."""
    size = len(attributes["tag"])
    context = {name: attributes[name] for name in _KEPT}
    context |= {name: np.zeros(size, np.int32) for name in CONTEXT_SIZES if name not in _KEPT}
    content = probabilities[:, 5] + probabilities[:, 6]
    report = probabilities[:, 3] + probabilities[:, 4]
    source = probabilities[:, 1] + probabilities[:, 2]
    context["label"][places] = labels + 1
    for name, values in (
        ("content", content),
        ("report", report),
        ("source", source),
        ("opening", probabilities[:, 5]),
    ):
        context[name][places] = 1 + np.searchsorted(CHANCES, values, side="right")
    roles = _ROLES[labels]
    fresh = np.ones(len(labels) + 1, bool)
    fresh[1:-1] = (
        (roles[1:] != roles[:-1]) | np.isin(labels[1:], _BEGINS) | (np.diff(words.paragraphs) != 0)
    )
    tags = attributes["tag"][places]
    _describe_runs(np.array(words.paragraphs), context, places, tags, fresh)
    _describe_way(words, context, places, report >= _LIKELY, source >= _LIKELY)
    _describe_sentences(words, context, places, roles, fresh)
    return context


def _describe_runs(paragraphs: np.ndarray, context: dict, places, tags, fresh) -> None:
    """Length, finite verbs, first tag and neighbouring tags of the run of labels of a token."""
    cuts = np.flatnonzero(fresh)
    if len(cuts) < 2:
        return
    first, stop = cuts[:-1], cuts[1:]
    lengths = stop - first
    verbs = np.concatenate([[0], np.cumsum(np.isin(tags, _FINITE))])
    last = len(tags) - 1
    same_before = (first > 0) & (paragraphs[first - 1] == paragraphs[first])
    following = np.minimum(stop, last)
    same_after = (stop <= last) & (paragraphs[following] == paragraphs[first])
    for name, values in (
        ("run", 1 + np.searchsorted(LENGTHS, lengths)),
        ("verbs", 1 + np.minimum(verbs[stop] - verbs[first], 2)),
        ("runfirst", tags[first] + 1),
        ("runbefore", np.where(same_before, tags[first - 1] + 1, 0)),
        ("runafter", np.where(same_after, tags[following] + 1, 0)),
    ):
        context[name][places] = np.repeat(values, lengths)


def _describe_way(words: Words, context: dict, places, cues, sources) -> None:
    """The way to the nearest likely cue and source of the sentence on either side."""
    forms, sentences = context["word"][places], np.array(words.sentences)
    commas, thats = ~cues & (forms == WORD_IDS[","]), ~cues & (forms == WORD_IDS["that"])
    kinds, levels = context["cuekind"][places], context["cue"][places]
    for side, turn in (("left", 1), ("right", -1)):
        near = nearest_before(cues[::turn], sentences[::turn])
        passed = count_since(commas[::turn], near)
        if side == "left":
            path = np.minimum(passed, 2) + 3 * np.minimum(count_since(thats, near), 1)
            way = steps_from(near) * 6 + path
        else:
            way = steps_from(near) * 4 + np.minimum(passed, 1)
        for name, values in (
            (f"{side}cue", np.where(near < 0, 0, way)),
            (f"{side}kind", np.where(near < 0, 0, kinds[::turn][near])),
            (f"{side}level", np.where(near < 0, 0, 1 + levels[::turn][near])),
            (f"{side}source", steps_from(nearest_before(sources[::turn], sentences[::turn]))),
        ):
            context[name][places] = values[::turn]


def _describe_sentences(words: Words, context: dict, places, roles, fresh) -> None:
    """How many cues and sources and how much content a sentence has, and its neighbours."""
    first, lengths = measure_runs(words.sentences)
    begins, content = fresh[:-1], roles == 3
    cues, sources, told = sum_runs(first, begins & (roles == 2), begins & (roles == 1), content)
    share = told / lengths
    degree = (share > 0) * 1 + (share >= 0.8)
    values = 1 + np.minimum(cues, 2) * 9 + degree * 3 + np.minimum(sources, 2)
    paragraphs = np.array(words.paragraphs)[first]
    joined = paragraphs[1:] == paragraphs[:-1]
    for name, numbers in (
        ("sentence", values),
        ("before", np.append(0, values[:-1] * joined)),
        ("after", np.append(values[1:] * joined, 0)),
    ):
        context[name][places] = np.repeat(numbers, lengths)
