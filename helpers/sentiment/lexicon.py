"""Words that carry valence: VADER's lexicon, a list derived from it through WordNet, and the
closed lists by which their neighbours shift them."""

from __future__ import annotations

import functools

from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

from helpers.resources import load_model

DERIVED = "sentiment-derived.txt.gz"

NEGATORS: dict[str, str] = {
    word: kind
    for kind, words in {
        "no": "no",
        "not": "not n't nt never cant dont wont aint isnt arent wasnt werent doesnt didnt couldnt "
        "shouldnt wouldnt havent hasnt hadnt cannot",
        "without": "without",
        "none": "none nobody nothing nowhere",
        "nor": "neither nor",
        "hardly": "hardly barely scarcely rarely seldom",
        "lack": "lack lacks lacked lacking",
        "prevent": "prevent prevents prevented stop stopped stops avoid avoids avoided fail fails "
        "failed refuse refused refuses deny denies denied free rid end ended ends",
    }.items()
    for word in words.split()
}
# Negating verbs and nouns have a valence of their own besides what they do to others.
FUNCTION_NEGATORS = frozenset(w for w, kind in NEGATORS.items() if kind not in ("lack", "prevent"))
INTENSIFIERS = frozenset(w for w, v in BOOSTER_DICT.items() if v > 0 and " " not in w)
DOWNTONERS = frozenset(w for w, v in BOOSTER_DICT.items() if v < 0 and " " not in w)
MODALS = frozenset("would could should might may must can will shall ought".split())
CONDITIONALS = frozenset("if unless whether".split())
CONCESSIVES = frozenset("although though despite while notwithstanding".split())
BOUNDARIES = frozenset(
    ", ; : . ! ? ( ) [ ] -- — – - \" `` '' “ ” but because although though while whereas however "
    "since than until when where if ... .. …".split()
)
# A noun phrase ends here, and with it the reach of "no" and "without".
PHRASE_ENDS = frozenset(
    "of in for with to than as that who which at on by from is are was were be been has have had "
    "will would can could do does did and or".split()
)
COMPARATIVES = frozenset(
    "better easier happier simpler nicer greater stronger smoother clearer finer faster cheaper "
    "closer prouder safer wiser sweeter funnier cooler brighter richer pleased".split()
)
LINKS_TO_COMPARATIVE = frozenset("be get gets any been ask feel have much a find imagine".split())
HELPLESS = frozenset("believe imagine wait help stop resist deny beat complain".split())
CLOSED_CLASS = frozenset(
    "a an the of off out in on at by to from up down over under about above across after along "
    "among around as before behind below beneath beside between beyond for into near onto per "
    "since than through till toward until upon via with within without and or nor i me my we us "
    "our you your he him his she her it its they them their this that these those who whom whose "
    "which what when where why how be am is are was were been being do does did done doing have "
    "has had having will would shall should may might can could must all any both each few more "
    "most other some such only own same so too very just there here then now one two first "
    "second".split()
)

TOPICAL = tuple(
    sorted(
        """
abuse abused abuses accident accidents accused accusation accusations aggression aid alliance
allies ally army arms arrest arrested arrests assassination assault assaulted attack attacked
attacker attackers attacking attacks battle battles bomb bombed bombing bombings bombs cancer
casualties casualty ceasefire charge charged charges conflict conflicts convicted corruption court
crash crashed crime crimes criminal criminals crises crisis dead deadly death deaths debt debts
defence defense deficit destroyed destruction died dies disaster disasters disease diseases dying
earthquake emergency enemies enemy epidemic evacuated execution explosion explosions famine fight
fighters fighting fights fire fired fires flood floods force forces fraud freedom fund funds gun
guns guilty hospital hostage hostages hostile hostilities hunger hurricane illness inflation injured
injuries injury invaded invasion jail jailed justice kidnapped kill killed killer killers killing
killings kills lawsuit militants military missile missiles murder murdered murders nuclear offense
outbreak pandemic peace poison poisoned pollution poverty prison prisoner prisoners prisons prosecution protest
protested protesters protesting protests rape raped rebel rebellion rebels recession refugee
refugees riot riots sanction sanctions security sentenced shooting shootings shot sick slaughter
soldier soldiers storm storms strike strikes suicide suspect suspects tax taxes terror terrorism
terrorist terrorists threat threats torture tortured tragedy treaty troops trust unemployment union
united victim victims victory violence violent virus war warfare warming wars weapon weapons win
winner wins won wound wounded wounds
""".split()
    )
)


@functools.lru_cache(maxsize=1)
def analyzer() -> SentimentIntensityAnalyzer:
    """Return vaderSentiment's analyzer with its own lexicon, loaded once."""
    return SentimentIntensityAnalyzer()


@functools.lru_cache(maxsize=1)
def vader_valences() -> dict[str, int]:
    """Return VADER's lexicon as hundredths, emoji by the words that describe them."""
    source = analyzer()
    valences = {word: round(value * 100) for word, value in source.lexicon.items()}
    for sign, description in source.emojis.items():
        total = sum(valences.get(word, 0) for word in description.split())
        if total:
            valences[sign] = total
    return valences


def parse_derived(content: bytes) -> dict[str, int]:
    """Return ``{word: valence in hundredths}`` of the list derived through WordNet: one line a
    valence in tenths, then its words."""
    valences = {}
    for line in content.decode("utf-8").splitlines():
        value, *words = line.split()
        valences.update(dict.fromkeys(words, int(value) * 10))
    return valences


class Lexicon:
    """Both lists in one look-up; ``derived`` words are found through their endings, too.

    >>> lexicon = Lexicon({"good": 190}, {"charming": 150, "charm": 120})
    >>> lexicon.valences("good"), lexicon.valences("charms"), lexicon.valences("tide")
    ((190, 0), (0, 120), (0, 0))
    """

    def __init__(self, vader: dict[str, int], derived: dict[str, int]):
        self.vader, self.derived = vader, derived
        self._known: dict[str, tuple[int, int]] = {}

    def valences(self, word: str) -> tuple[int, int]:
        """Return ``(VADER's valence, derived valence)`` in hundredths, 0 where a list is silent."""
        found = self._known.get(word)
        if found is None:
            found = (0, 0)
            if word not in FUNCTION_NEGATORS:
                derived = 0 if word in CLOSED_CLASS else self._derived(word)
                found = (self.vader.get(word, 0), derived)
            # Other people's words must not fill the memory of a long session.
            if len(self._known) < 100_000:
                self._known[word] = found
        return found

    def _derived(self, word: str) -> int:
        for form in base_forms(word):
            if form in self.derived:
                return self.derived[form]
        return 0


_ENDINGS = (
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ily", "y"),
    ("ly", ""), ("iness", "y"), ("ness", ""),
)  # fmt: skip


def base_forms(word: str) -> list[str]:
    """Return ``word`` and the forms it may be an inflection or an adverb of, nearest first.

    >>> base_forms("tidied")
    ['tidied', 'tidy', 'tidie', 'tidi']
    """
    forms = [word]
    for ending, instead in _ENDINGS:
        stem = word[: len(word) - len(ending)] + instead
        if word.endswith(ending) and len(stem) >= 3:
            forms.append(stem)
            if not instead and len(stem) > 3 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms


@functools.lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon of the house: VADER's from its package, the derived list from models."""
    return Lexicon(vader_valences(), load_model(DERIVED, parse_derived))
