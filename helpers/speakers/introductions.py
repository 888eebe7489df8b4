"""How somebody is introduced: who had no name and is named here, and what is told beside a name."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from helpers.speakers.anonymity import stays_unnamed
from helpers.speakers.clauses import antecedent
from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.lexicon import KIN_NOUNS, RECIPROCAL
from helpers.speakers.line import Index, Phrase, is_inverted, verb_after
from helpers.speakers.namewords import TITLED
from helpers.speakers.roles import Roles
from helpers.speakers.salience import Salience
from helpers.wordlists import is_reporting

ARTICLES = ("a", "an", "the")
# Paragraphs between a description and its name.
REACH = 2
# What one does rather than says when a thing follows.
_DONE = frozenset("accepted defied ignored learned learnt refused rejected wanted".split())


class Introductions:
    """Finds whom a name that is told for the first time may be the name of."""

    def __init__(self, roles: Roles, salience: Salience, entity_of: dict[Phrase, Entity | None]):
        self.roles, self.salience, self.entity_of = roles, salience, entity_of
        self.line, self.index = roles.line, roles.index

    def identified(self, first: int) -> Entity | None:
        """ "He turned out to be Ann Lee", "the woman was later identified as Ann Lee": who it is."""
        line, at = self.line, first - 1
        words = line.norms[max(0, first - 4) : first]
        told = words[-4:] == ["turned", "out", "to", "be"]
        told = told or (words[-1:] == ["as"] and words[-2:-1] in (["identified"], ["named"]))
        known = (
            self.index.heads.get(first - 2)
            if words[-2:] in (["him", "as"], ["her", "as"])
            else None
        )
        if known is None and words[-2:] in (["name", "was"], ["name", "is"]):
            # "His name was Bo Lee."
            one = self.index.heads.get(first - 2)
            known = one.owner if one is not None else None
        if known is not None:
            role = self.entity_of.get(known)
            return role if role is not None and role.nameless else None
        while told and at > 0 and line.sentences[at] == line.sentences[first]:
            one = self.index.heads.get(at)
            if one is not None and one.subject:
                role = self.entity_of.get(one)
                return role if role is not None and role.nameless else None
            at -= 1
        return None

    def kin(self, entity: Entity, phrase: Phrase) -> Entity | None:
        """ "“He lied,” said Bo Lee's daughter. … Non Lee, a harpist": the only one of the kin without a
        name when somebody of the family's name is told of."""
        last = entity.name.lower().split()[-1]
        found = {
            one: None
            for noun in sorted(KIN_NOUNS)
            for one in self.roles.holders.get(noun, ())
            if one.may_be_called(entity) and one.places
            if one.owner is not None and one.owner.kind == "person" and one.owner is not entity
            if one.owner.name.lower().split()[-1] == last
            if (entity.gender and one.gender) or one in self.salience.spoken
        }
        return next(iter(found)) if len(found) == 1 else self._kin_told(entity, phrase)

    def _kin_told(self, entity: Entity, phrase: Phrase) -> Entity | None:
        """ "“I miss him,” the victim's mother said. … Ann Lee hugged those who had searched for her son": the
        kin without a name who spoke."""
        line = self.line
        rest = takewhile(
            lambda i: line.sentences[i] == line.sentences[phrase.first],
            range(phrase.stop, len(line.norms) - 1),
        )
        told = {line.norms[i + 1] for i in rest if line.norms[i] in ("his", "her")}
        found = [
            one
            for noun in sorted(RECIPROCAL)
            if told & RECIPROCAL[noun]
            for one in self.roles.holders.get(noun, ())
            if one.may_be_called(entity) and one in self.salience.spoken
            if one.places
            and line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] <= REACH
        ]
        return found[0] if len(found) == 1 and not phrase.quoted else None

    def titled(self, phrase: Phrase, mention: NameMention) -> Entity | None:
        """ "The surgeon said … Dr Ann Lee has spent six years on it": whose title says the same."""
        heads = {head for title in mention.titles for head in TITLED.get(title.strip("."), ())}
        alone = mention.first - phrase.first == len(mention.titles) == 1
        if not heads or not alone or self.says(phrase) or phrase in self.roles.described:
            return None
        found = [
            one
            for one in self.salience.spoken
            if one.nameless and one.first_word in ARTICLES and heads & set(one.roles)
        ]
        return found[0] if len(found) == 1 and not stays_unnamed(self.line, found[0]) else None

    def says(self, phrase: Phrase) -> bool:
        """Whether a name speaks: "Bo Kern, who runs the fire station, said" is how others are told of."""
        verb = verb_after(self.line, phrase.stop)
        if verb >= 0 and self.line.norms[verb] in _DONE:
            # "Ann Lee ignored three orders.", "Ann Lee learned of the win."
            return self.line.tags[verb + 1] not in ("DT", "CD", "PRP$", "IN")
        if verb >= 0:
            return is_reporting(self.line.norms[verb])
        return is_inverted(self.line, phrase.first)

    def lead(self, phrase: Phrase) -> Phrase | None:
        """The description with which one of the first two paragraphs begins, behind the date line, some
        sentences before a phrase."""
        line, top = self.line, self.line.paragraphs[0]
        for number in (top + 1, top):
            at = bisect_left(line.paragraphs, number)
            while at < phrase.first and (at in line.dated or not line.words[at][:1].isalnum()):
                at += 1
            lead = self.index.opening.get(at)
            if lead is None or lead.form != "noun" or line.norms[lead.first] not in ARTICLES:
                continue
            near = line.paragraphs[phrase.first] - number <= REACH
            if near and line.sentences[at] < line.sentences[phrase.first]:
                return lead
        return None

    def introduced(self, stop: int) -> bool:
        """Whether what follows a name tells who that is: "Ann Lee, whose son …", "Ann Lee of Lund"."""
        line = self.line
        if line.holds(stop, "of", "from", "who", "and", "with"):
            return True
        if not line.holds(stop, ",", "(", "-", "–", "—"):
            return False
        at = stop + 1
        while at < len(line.tags) and (
            line.tags[at] in ("CD", "RB", ",") or line.holds(at, "aged")
        ):
            at += 1
        return at < len(line.tags) and (
            line.tags[at] in ("WP", "WP$", "DT", "IN", "NN", "VBG", "PRP$", "JJ", "VBN", "NNP")
        )


def namer(index: Index, mention: NameMention, phrase: Phrase) -> Phrase | None:
    """Return who gives a name as his own: "The woman, who goes by the single name Lee", "An officer who
    gave his last name, Lee"."""
    line = index.line
    if line.holds(mention.first - 1, "name"):
        begin, owner = phrase.first, None
    elif line.holds(phrase.first - 1, ",", "as"):
        at = phrase.first - 1
        while at > 1 and line.tags[at - 1] == "RB":
            at -= 1
        one = index.before(at)
        if one is None or line.norms[one.head] != "name":
            return None
        begin, owner = one.first, one.owner or index.heads.get(one.first - 1)
    else:
        return None
    for token in range(begin - 1, max(begin - 5, 0), -1):
        if line.holds(token, "who") and not line.opens[token]:
            # "said one, who gave his name only as Lee"
            owner = antecedent(line, index, token) or owner
    return owner
