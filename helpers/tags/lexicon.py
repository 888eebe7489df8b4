"""Which word classes WordNet 3.0 knows for a word form, and its irregular forms.

Miller (1995): WordNet: A Lexical Database for English. CACM 38(11). The lists carried here are
derived from its index, count and exception files; ``helpers.training.tagger`` makes them.
"""

from __future__ import annotations

NOUN, VERB, ADJECTIVE, ADVERB, NAME = 1, 2, 4, 8, 16
CLASSES = {"n": NOUN, "v": VERB, "a": ADJECTIVE, "r": ADVERB}
# Endings that may be taken off or replaced, with the class they inflect and a name for the form.
_ENDINGS = (
    ("s", "", NOUN, "ns"), ("ses", "s", NOUN, "ns"), ("xes", "x", NOUN, "ns"),
    ("zes", "z", NOUN, "ns"), ("ches", "ch", NOUN, "ns"), ("shes", "sh", NOUN, "ns"),
    ("ies", "y", NOUN, "ns"), ("s", "", VERB, "vs"), ("ies", "y", VERB, "vs"),
    ("es", "e", VERB, "vs"), ("es", "", VERB, "vs"), ("ed", "e", VERB, "vd"),
    ("ed", "", VERB, "vd"), ("ied", "y", VERB, "vd"), ("ing", "e", VERB, "vg"),
    ("ing", "", VERB, "vg"), ("er", "", ADJECTIVE, "ar"), ("er", "e", ADJECTIVE, "ar"),
    ("ier", "y", ADJECTIVE, "ar"), ("est", "", ADJECTIVE, "at"), ("est", "e", ADJECTIVE, "at"),
    ("iest", "y", ADJECTIVE, "at"),
)  # fmt: skip
_DOUBLED = (
    ("ed", VERB, "vd"),
    ("ing", VERB, "vg"),
    ("er", ADJECTIVE, "ar"),
    ("est", ADJECTIVE, "at"),
)


class Lexicon:
    """Word classes and irregular forms; read-only once made.

    >>> lexicon = Lexicon({"stop": NOUN | VERB, "go": VERB}, {"v": {"went": "go"}})
    >>> lexicon.describe("stopped"), lexicon.describe("stops"), lexicon.describe("went")
    ('vd', 'ns vs', 'vx')
    """

    def __init__(
        self,
        classes: dict[str, int],
        irregular: dict[str, dict[str, str]],
        capital: frozenset[str] = frozenset(),
    ):
        """``classes`` holds bits per lower-case lemma (class bits, and the most frequent class in
        the bits above them); ``irregular`` per class letter ``{form: lemma}``; ``capital`` the
        adjectives that are always written with a capital (Russian)."""
        self.capital = capital
        self.classes = classes
        self.irregular = irregular

    def knows(self, lemma: str, letter: str) -> bool:
        """Tell whether a lemma has a class (letters n, v, a, r)."""
        return bool(self.classes.get(lemma, 0) & CLASSES[letter])

    def describe(self, form: str) -> str:
        """Return what a lower-case form can be: class letters of a lemma (in capitals the class
        that is most frequent), inflections as two letters, "" when it is unknown."""
        bits = self.classes.get(form, 0)
        common = bits >> 5
        found = []
        for number, (letter, bit) in enumerate((*CLASSES.items(), ("p", NAME)), 1):
            if bits & bit:
                found.append(letter.upper() if common == number else letter)
        for ending, instead, bit, name in _ENDINGS:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                lemma = form[: len(form) - len(ending)] + instead
                if self.classes.get(lemma, 0) & bit and name not in found:
                    found.append(name)
        for ending, bit, name in _DOUBLED:
            stem = form[: -len(ending)]
            twice = form.endswith(ending) and stem[-2:-1] == stem[-1:] and len(stem) > 2
            if twice and self.classes.get(stem[:-1], 0) & bit and name not in found:
                found.append(name)
        for letter in "nvar":
            if form in self.irregular.get(letter, ()):
                found.append(letter + "x")
        return " ".join(found)

    def to_bytes(self) -> bytes:
        """Return the lexicon as front-coded bytes."""
        words = sorted(self.classes)
        parts, before = [], ""
        for word in words:
            shared = 0
            while shared < min(len(word), len(before)) and word[shared] == before[shared]:
                shared += 1
            parts.append((shared, word[shared:]))
            before = word
        tables = [
            " ".join(f"{form}/{lemma}" for form, lemma in sorted(self.irregular.get(c, {}).items()))
            for c in "nvar"
        ]
        tables.append(" ".join(sorted(self.capital)))
        text = "\n".join([*tables, "\n".join(rest for _, rest in parts)]).encode()
        codes = bytes(min(shared, 255) for shared, _ in parts) + bytes(
            self.classes[word] for word in words
        )
        return len(words).to_bytes(4, "little") + codes + text

    @classmethod
    def from_bytes(cls, content: bytes) -> Lexicon:
        """Return the lexicon that :meth:`to_bytes` wrote."""
        n = int.from_bytes(content[:4], "little")
        shared, bits = content[4 : 4 + n], content[4 + n : 4 + 2 * n]
        lines = content[4 + 2 * n :].decode().split("\n")
        classes, before = {}, ""
        for length, rest, code in zip(shared, lines[5:], bits, strict=False):
            before = before[:length] + rest
            classes[before] = code
        tables = {
            letter: dict(pair.split("/") for pair in line.split())
            for letter, line in zip("nvar", lines[:4], strict=True)
        }
        return cls(classes, tables, frozenset(lines[4].split()))
