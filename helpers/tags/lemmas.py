"""Dictionary forms: suffix rules checked against WordNet's words, its irregular forms, and a small
table of what the rules get wrong in the treebanks.

The rules are WordNet's own "morphy" detachment rules (Fellbaum 1998), ordered by tag.
"""

from __future__ import annotations

from helpers.tags.lexicon import Lexicon

_NOUN = (
    ("s", ""),
    ("ses", "s"),
    ("xes", "x"),
    ("zes", "z"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("men", "man"),
    ("ies", "y"),
)
_RULES = {
    "NNS": ("n", _NOUN),
    "NNPS": ("n", _NOUN),
    "VBZ": ("v", (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""))),
    "VBD": ("v", (("ed", "e"), ("ed", ""), ("ied", "y"), ("d", "e"))),
    "VBN": ("v", (("ed", "e"), ("ed", ""), ("ied", "y"), ("d", "e"))),
    "VBG": ("v", (("ing", "e"), ("ing", ""))),
    "JJR": ("a", (("er", ""), ("er", "e"), ("ier", "y"))),
    "JJS": ("a", (("est", ""), ("est", "e"), ("iest", "y"))),
    "RBR": ("r", (("er", ""), ("er", "e"), ("ier", "y"))),
    "RBS": ("r", (("est", ""), ("est", "e"), ("iest", "y"))),
}  # fmt: skip
_VOWELS = "aeiouy"


class Lemmatizer:
    """Form and Penn tag to lemma, with the treebanks' ``table`` of ``(lower-case form, tag)``.

    >>> from helpers.tags.lexicon import Lexicon, VERB
    >>> lemmatizer = Lemmatizer(Lexicon({"stop": VERB}, {}), {})
    >>> lemmatizer.lemma("stopped", "VBD"), lemmatizer.lemma("Moscow", "NNP")
    ('stop', 'Moscow')
    """

    def __init__(self, lexicon: Lexicon, table: dict[tuple[str, str], str]):
        self.lexicon = lexicon
        self.table = table

    def lemma(self, form: str, tag: str) -> str:
        """Return the lemma of a form whose quotation marks are straight."""
        known = self.table.get((form if tag == "NNP" else form.lower(), tag))
        return known if known is not None else self.by_rule(form, tag)

    def by_rule(self, form: str, tag: str) -> str:
        """Return the lemma without the table."""
        low = form.lower()
        if tag == "CD":
            return form if form.isupper() else low.replace(",", "") if low[0].isdigit() else low
        if tag == "NNP" or not low[:1].isalpha():
            return form
        if tag == "NNPS":
            base = self._strip(low, tag)
            return form[: len(base)] if low.startswith(base) else form[:1] + base[1:]
        if tag in ("JJ", "NN", "NNS") and form[0].isupper() and low in self.lexicon.capital:
            return form if tag != "NNS" else form[: len(self._strip(low, tag))]
        if tag in ("ADD", "FW", "GW", "LS", "SYM", "AFX", "NFP"):
            return form
        if tag in _RULES:
            return self._strip(low, tag)
        return low

    def _strip(self, low: str, tag: str) -> str:
        letter, rules = _RULES[tag]
        irregular = self.lexicon.irregular.get(letter, {}).get(low)
        if irregular is not None:
            return irregular
        if letter == "r" and low in self.lexicon.irregular.get("a", {}):
            return self.lexicon.irregular["a"][low]
        found = [
            low[: len(low) - len(end)] + instead
            for end, instead in rules
            if low.endswith(end) and len(low) > len(end) + 1
        ]
        letters = "ar" if letter == "r" else letter
        for lemma in found:
            if any(self.lexicon.knows(lemma, c) for c in letters):
                return lemma
        stem = low
        for end in ("ing", "ed", "est", "er"):
            if low.endswith(end) and tag[0] != "N" and tag != "VBZ":
                stem = low[: -len(end)]
                if stem[-1:] == stem[-2:-1] and any(
                    self.lexicon.knows(stem[:-1], c) for c in letters
                ):
                    return stem[:-1]
                break
        if any(self.lexicon.knows(low, c) for c in letters):
            return low
        return self._guess(low, stem, tag, found)

    def _guess(self, low: str, stem: str, tag: str, found: list[str]) -> str:
        """Return a lemma by spelling alone, for words no list has."""
        if tag in ("NNS", "NNPS", "VBZ"):
            if low.endswith("ies") and len(low) > 4:
                return low[:-3] + "y"
            if low.endswith(("sses", "xes", "ches", "shes", "zzes")):
                return low[:-2]
            return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us")) else low
        if stem == low or not found:
            return low
        if low.endswith(("ied", "ier", "iest")):
            return stem[:-1] + "y"
        double = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfzaeiou"
        if double:
            return stem[:-1]
        silent = stem[-1:] in "cvguz" or stem.endswith(
            ("at", "iz", "is", "bl", "dl", "gl", "pl", "tl", "ur", "ir")
        )
        return stem + "e" if silent and stem[-1:] not in _VOWELS else stem
