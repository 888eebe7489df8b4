"""Whom a name means that several people bear, or that is told with a title only."""

from __future__ import annotations

from helpers.speakers.clauses import subject_of
from helpers.speakers.entity import Entity, NameMention
from helpers.speakers.generations import Generations, read_contrast
from helpers.speakers.lexicon import CONTRASTS, KIN_NOUNS, YOUNGER_KIN
from helpers.speakers.line import Phrase
from helpers.speakers.namewords import PERSONAL, TITLE_NOUNS, split_generation
from helpers.speakers.nouns import classify_noun, guess_gender, singular
from helpers.speakers.people import Cast
from helpers.speakers.roles import Roles
from helpers.speakers.salience import PEOPLE, Salience
from helpers.speakers.titles import find_title

# Younger people are told of without "Mr" or "Ms".
_GROWN = 16
# Two of one name are told apart by these.
_HONORIFICS = PERSONAL | {"madam", "mdm"}
_MARRIED = ("married", "wed", "marrying")


def _if_told(some: list[Entity], options: list[Entity]) -> list[Entity]:
    """Return some of the options if anybody among them was told of, or nobody of all."""
    told = any(one.places for one in some) or not any(one.places for one in options)
    return some if some and told else options


def find_namesake(cast: Cast, salience: Salience, owner: Entity | None) -> Entity | None:
    """ "His namesake": the only other one of the last name."""
    one = owner or salience.nearest(lambda one: one.kind == "person")
    others = cast.bearers.sharing(one) if one is not None else []
    return others[0] if len(others) == 1 else None


class Namesakes:
    """Chooses among the entities that a name can mean, by title, sex, kin and salience."""

    def __init__(self, roles: Roles, entity_of: dict[Phrase, Entity | None]):
        self.roles, self.cast, self.line = roles, roles.cast, roles.line
        self.entity_of = entity_of
        self.generations = Generations(roles.holders)
        self._names = {name: one for one, name in roles.appositions.items()}

    def pick(self, mention: NameMention, phrase: Phrase, speaks: bool = False) -> Entity:
        """Return the one whom a name means here; the dead do not speak."""
        entity = self._choose(mention, phrase, speaks)
        self._read_marriage(entity, phrase)
        return entity

    def _read_marriage(self, entity: Entity, phrase: Phrase) -> None:
        """ "He married the singer Ann Lee": she is his wife."""
        line = self.line
        if entity.kind != "person" or line.norm(phrase.first - 1) not in _MARRIED:
            return
        one = subject_of(line, self.roles.index, phrase.first - 1)
        spouse = self.entity_of.get(one) if one is not None else None
        if spouse is not None and spouse.kind == "person" and spouse.gender:
            entity.owner = entity.owner or spouse
            self.roles.give(entity, "wife" if spouse.gender == "m" else "husband", set())

    def _wife(self, mention: NameMention) -> Entity | None:
        """ "Mrs Moss" is Ann Lee when she is the wife of Bo Moss, not their daughter Cy Moss."""
        if "mrs" not in mention.titles or not mention.single:
            return None
        last = mention.words[-1].lower()
        wives = dict.fromkeys(
            one
            for noun in ("wife", "widow")
            for one in self.roles.holders.get(noun, ())
            if one.kind == "person" and one.named and one.owner is not None and one.places
        )
        found = [one for one in wives if last not in one.name.lower().split()]
        found = [one for one in found if one.owner.surname == last]
        own = [one for one in wives if one.surname == last]
        return found[0] if len(found) == 1 and not own else None

    def _choose(self, mention: NameMention, phrase: Phrase, speaks: bool) -> Entity:
        """Choose by title, sex, kin and salience."""
        options = self.cast.bearers.options(mention)
        if len(mention.words) == 1 and mention.words[0].isupper():
            short = self.roles.initials.get(mention.words[0])
            if short is not None and options and options[0].kind == "unknown":
                return short
        if (wife := self._wife(mention)) is not None:
            grown = [
                one for one in options if one.gender == "f" and not YOUNGER_KIN & set(one.roles)
            ]
            if not grown:
                return wife
        if not options:
            return self.cast.create(" ".join(mention.words), mention.kind or "unknown")
        sex = guess_gender(mention.titles)
        if sex and all(one.gender not in ("", sex) for one in options):
            return self._namesake(mention.words, sex, options)
        told_apart = CONTRASTS.intersection(self.line.norms[phrase.first : mention.first])
        which = read_contrast([*sorted(told_apart), split_generation(mention.words)[1]])
        if which and mention.single and mention.kind != "organization":
            options = self.generations.choose(options, which) or options
        if speaks and len(options) > 1:
            options = [one for one in options if not one.dead] or options
        if len(options) == 1:
            return options[0]
        people = [one for one in options if one.kind == "person"]
        if people and len(mention.words) == 1 and mention.kind != "organization":
            # "Dobrich" is Ray Dobrich, not Dobrich Hardware.
            options = people
            if len(options) == 1:
                return options[0]
        if len(mention.words) == 1 and not mention.titles:
            # Who is called "Mrs Lee" is not "Lee", and no child is "Lee" when others are.
            plain = [one for one in options if not PERSONAL & set(one.roles)]
            options = _if_told(plain, options)
            options = _if_told([one for one in options if not 0 < one.age < _GROWN], options)
            if len(options) == 1:
                return options[0]
        titles = {TITLE_NOUNS.get(title, title) for title in mention.titles}
        title = find_title(self.line, phrase, mention.first)
        titles |= {title[0]} if title else set()
        gender = guess_gender([*mention.titles, *(sorted(titles))])
        fit = [] if told_apart else [one for one in options if titles & set(one.roles)]
        if not fit and told_apart:
            # Not the one who was last spoken of.
            last = max(options, key=lambda one: one.places[-1] if one.places else -1)
            fit = [one for one in options if one is not last]
        fit = fit or self._described(options, phrase)
        if not fit and gender:
            fit = [one for one in options if one.gender == gender]
            fit = fit or [one for one in options if not one.gender]
        personal = PERSONAL & set(mention.titles)
        if personal:
            # No child is "Mrs Lee".
            fit = [one for one in fit or options if not 0 < one.age < _GROWN] or fit
            if len(fit) == 1:
                return fit[0]
        other = [
            one
            for one in fit or options
            if not (personal and _HONORIFICS - personal & set(one.roles))
        ]
        fit = other or fit or options
        # Kin are introduced beside the one whom the last name alone goes on to mean.
        chief = [] if mention.titles else [one for one in fit if one.principal]
        chief = chief or [
            one
            for one in fit
            if one.places and not mention.titles and not set(one.roles) & KIN_NOUNS
        ]
        told = chief or [one for one in fit if one.places]
        if not told:
            return fit[0]
        if len(mention.words) == 1 and not chief:
            told = [one for one in told if not set(one.roles) & KIN_NOUNS] or told
        # The last name alone goes on meaning the one who is told of most.
        alone = not mention.titles and len(mention.words) == 1
        best = max(told, key=lambda one: (len(one.places) * alone, one.places[-1]))
        if not mention.titles and len(mention.words) == 1 and not told_apart:
            best.principal = best.name.lower().endswith(mention.words[0].lower())
        return best

    def _described(self, options: list[Entity], phrase: Phrase) -> list[Entity]:
        """ "Lee, a biologist, said": the one who is a biologist, else those without an occupation."""
        one = self._names.get(phrase)
        noun = singular(self.line.norms[one.head]) if one is not None else ""
        if noun in KIN_NOUNS or classify_noun(noun) != "person":
            return []
        known = [one for one in options if noun in one.roles]
        return known or [
            one
            for one in options
            if not any(classify_noun(trade) == "person" for trade in one.trades)
        ]

    def _namesake(self, words: list[str], gender: str, options: list[Entity]) -> Entity:
        """ "Mr Lee" when only a woman of that name was named: her father, if he was told of."""
        last = words[-1].lower()
        for noun in sorted(KIN_NOUNS):
            for entity in self.roles.holders.get(noun, ()):
                owner = entity.owner
                kin = entity.kind in PEOPLE and owner is not None and entity.gender == gender
                bare = entity.kind == "role" or " " not in entity.name
                if kin and bare and owner.name.lower().split()[-1] == last:
                    return entity
        lone = options[0] if len(options) == 1 else None
        if lone is not None and lone.guessed and lone.places and not KIN_NOUNS & set(lone.roles):
            # A forename of which the lists tell the wrong sex.
            lone.gender, lone.guessed = gender, False
            return lone
        return self.cast.create_person(words, gender)
