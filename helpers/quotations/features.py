"""Delexicalised features of tokens: closed-class words, tags, cue levels, marks, distances, shapes.

Every feature is named ``attribute offset = value`` (several joined by a space) and every value comes
from a closed list of this module, from the tag set or from the table of cue words, so a model can
never hold a content word, a name or a word sequence of the texts it was trained on.
"""

from __future__ import annotations

from helpers.quotations.templates import Templates

FUNCTION_WORDS = tuple(
    """
    a about above according across after again against ago all along already also although always am
    among an and another any anybody anyone anything are around as at away back be because been before
    behind being below beneath beside between beyond both but by ca can could despite did do does
    doing done down during each either else enough even ever every everybody everyone everything
    except few for from further had has have having he her here hers herself him himself his how
    however i if in indeed inside instead into is it its itself just less let like many may maybe me
    meanwhile might mine moreover more most much must my myself near neither never nevertheless no
    nobody none nor not nothing now n't of off often on once one only onto or other others our ours
    ourselves out outside over own per perhaps quite rather same shall she should since so some somebody
    someone something sometimes soon still such than that the their them themselves then there
    therefore these they this those though through throughout thus to together too toward towards
    under unless unlike until up upon us very via was we well were what whatever when where whereas
    whether which while who whoever whom whose why will with within without wo would yes yet you your
    yours yourself 'd 'll 'm 're 's 've ' '' `` " ( ) , - -- . ... / : ; ? ! [ ] – — … % $ # & *
    """.split()
)
TAGS = tuple(
    """
    # $ '' `` , . : -LRB- -RRB- ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS
    NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX
    """.split()
)
LEVELS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85)
SHARES = (0.15, 0.35, 0.65, 0.85)
LENGTHS = (1, 2, 3, 6, 12, 24, 48)
STEPS = (1, 2, 3, 4, 6, 9, 14, 22)
STRONG_CUE = 5

WORD_IDS = {word: number for number, word in enumerate(FUNCTION_WORDS, 1)}
TAG_IDS = {tag: number for number, tag in enumerate(TAGS, 1)}
_N_WORDS, _N_LEVELS = len(FUNCTION_WORDS) + 1, len(LEVELS) + 1
_BASE = len(SHARES) + 1
_CLOSING = {",": 1, ".": 2, "?": 3, "!": 3}

# How many values each attribute has; value 0 is "outside the paragraph" or "none".
SIZES = {
    "word": _N_WORDS + (len(TAGS) + 1) * _N_LEVELS,
    "tag": len(TAGS) + 1,
    "cue": _N_LEVELS,
    "cuekind": 1 + _BASE**3,
    "shape": 8,
    "marks": 14,
    "length": len(LENGTHS) + 2,
    "closing": 14,
    "left": len(STEPS) + 2,
    "right": len(STEPS) + 2,
    "leftcue": _N_LEVELS,
    "rightcue": _N_LEVELS,
    "leftpath": 13,
    "rightpath": 7,
    "sentence": 40,
    "paragraph": 64,
    "first": 7,
    "last": 7,
}


def _list_templates() -> list[str]:
    near = range(-4, 5)
    lines = [f"{name}{o:+}" for name in ("word", "tag", "cue") for o in near]
    lines += [f"cuekind{o:+}" for o in (-2, -1, 0, 1, 2)]
    lines += [f"tag{o:+} tag{o + 1:+}" for o in range(-3, 3)]
    lines += [f"tag{o:+} tag{o + 1:+} tag{o + 2:+}" for o in (-2, -1, 0)]
    lines += [f"{name}{o:+} tag+0" for name in ("cue", "word") for o in (-2, -1, 1, 2)]
    lines += [f"word+0 {name}{o:+}" for name in ("tag", "cue") for o in (-1, 1)]
    lines += """
        marks+0|marks-1 marks+0|marks+0 marks+1|marks-2 marks+0|marks+0 marks+2|marks+0 length+0
        marks+0 closing+0|marks+0 length+0 closing+0|marks+0 tag+0|marks+0 word+0|marks+0 cue+0
        marks-1 tag+0|marks-2 tag+0|marks+1 tag+0|marks-1 cue+0|marks+0 cue-1|marks+0 cue+1
        marks+1 cue+0|marks+0 left+0|marks+0 right+0|marks+0 sentence+0|marks+0 paragraph+0
        marks+0 length+0 sentence+0|marks+0 length+0 paragraph+0|marks+0 length+0 left+0
        marks+0 length+0 right+0|left+0 leftcue+0|right+0 rightcue+0|left+0 tag+0|right+0 tag+0
        left+0 right+0|leftpath+0 leftcue+0|rightpath+0 rightcue+0|leftpath+0 rightpath+0
        leftpath+0 tag+0|rightpath+0 tag+0|leftpath+0 left+0|rightpath+0 right+0
        leftpath+0 word+0|rightpath+0 word+0|sentence+0|paragraph+0|sentence+0 tag+0
        first+0 tag+0|last+0 tag+0|last+0 left+0|first+0 right+0|first+0 word+0
        shape+0|shape-1 shape+0|shape+0 tag+0|shape+0 shape+1|word-1 cue+0|word+1 cue+0
        cuekind+0 tag+0|cuekind+0 tag+1|cuekind+0 tag-1|cuekind-1 tag+0|cuekind+0 marks+1
        cuekind+0 marks-1|cuekind+0 marks-2|cuekind+0 word+1|cuekind+0 word-1|cuekind+0 sentence+0
    """.replace("\n", "|").split("|")
    return lines


def _list_words() -> list[str]:
    """The values of ``word``: closed-class words, then tag and cue level of every other word."""
    others = [f"{tag}/cue{level}" for tag in ("other", *TAGS) for level in range(_N_LEVELS)]
    return ["0", *FUNCTION_WORDS, *others]


VALUES = {"word": _list_words(), "tag": ["0", *TAGS]}
FIRST = Templates(SIZES, _list_templates(), VALUES)
