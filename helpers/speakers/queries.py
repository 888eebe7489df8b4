"""What a pronoun or a description tells about the one it means."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.speakers.entity import Entity
from helpers.speakers.lexicon import DEFINITE, KINDRED_ROLES
from helpers.speakers.line import Line, Phrase
from helpers.speakers.namewords import TITLE_NOUNS
from helpers.speakers.nouns import classify_noun, noun_gender, singular
from helpers.speakers.salience import THEY, pronoun_sex
from helpers.speakers.titles import description_words

_IT = ("it", "its")
_PERSONS = frozenset(("person", "unknown", "role"))
_KINDS = {
    "person": _PERSONS,
    "organization": frozenset(("organization", "unknown", "group", "place")),
    "group": frozenset(("organization", "unknown", "group", "place")),
    "document": frozenset(("document", "organization")),
}


@dataclass(slots=True)
class Query:
    """Who is meant by ``phrase``: ``form`` ("he", "it", "the-persons"), ``class_`` (the same without
    number), head noun, sex, the words around the head, the kinds of entity that fit, whose it is,
    and whom it hardly means."""

    phrase: Phrase
    form: str
    class_: str
    head: str
    gender: str
    plural: bool
    words: set[str]
    kinds: frozenset[str]
    owner: Entity | None
    avoid: frozenset[Entity]
    headline: bool

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun and no description."""
        return self.phrase.form == "pronoun"

    def fits(self, entity: Entity) -> bool:
        """Whether kind, sex and number let an entity be the one."""
        if self.kinds and entity.kind not in self.kinds:
            return False
        if self.gender and entity.gender and entity.gender != self.gender:
            return False
        return entity.plural == self.plural or entity.kind == "organization"

    def sex(self, entity: Entity) -> str:
        """How the sexes of the words and of an entity agree."""
        if not self.gender:
            return "open"
        if entity.gender == self.gender:
            return "same"
        return "unknown" if not entity.gender else "guessed" if entity.guessed else "other"

    def match(self, entity: Entity) -> str:
        """How a description agrees with what was told of an entity: the same noun with the same
        words around it, a near noun, one of the words, nothing."""
        if self.pronoun:
            return "-"
        known = entity.roles.get(self.head)
        if known is not None:
            if self.words & known:
                return "same noun and words"
            return "same noun" if not self.words or not known else "same noun, other words"
        if any(near in entity.roles for near in KINDRED_ROLES.get(self.head, ())):
            return "near noun"
        if any(self.words & words for words in entity.roles.values()):
            return "words"
        return "name" if entity.name.lower().split()[-1] == self.head else "none"


def ask(line: Line, phrase: Phrase, owner: Entity | None, avoid: frozenset[Entity]) -> Query:
    """Return what a phrase asks for; ``owner`` is whom its possessor means."""
    word = line.norms[phrase.head]
    noun = singular(word)
    pronoun = phrase.form == "pronoun"
    form = _form(line, phrase)
    if pronoun:
        gender = pronoun_sex(word)
        kinds = _PERSONS if gender else frozenset()
    else:
        gender, kinds = noun_gender(noun), _KINDS.get(classify_noun(word), frozenset())
    return Query(
        phrase,
        form,
        form if pronoun else form.rstrip("s"),
        TITLE_NOUNS.get(noun, noun),
        gender,
        line.tags[phrase.head] in ("NNS", "NNPS") or word in THEY,
        set() if pronoun else description_words(line, phrase, phrase.reach) - {"state"},
        kinds,
        owner,
        avoid,
        line.paragraphs[phrase.first] == line.paragraphs[0],
    )


def _form(line: Line, phrase: Phrase) -> str:
    word = line.norms[phrase.head]
    if phrase.form == "pronoun":
        return "he" if pronoun_sex(word) else "it" if word in _IT else "other"
    if phrase.form == "indefinite":
        return "indefinite"
    first = line.norms[phrase.first]
    if phrase.owner is not None:
        article = "own"
    elif first in DEFINITE:
        article = "the"
    else:
        article = "a" if first in ("a", "an", "one", "another") else "bare"
    plural = "s" if line.tags[phrase.head] in ("NNS", "NNPS") else ""
    return f"{article}-{classify_noun(word) or 'thing'}{plural}"
