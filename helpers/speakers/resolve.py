"""One pass over all mentions of an article: every phrase becomes a mention of some entity."""

from __future__ import annotations

from collections import defaultdict

from helpers.speakers.lexicon import (
    ANY_INSTITUTION,
    COMPANY_NOUNS,
    COURT_NOUNS,
    CONTRASTS,
    COUPLE_NOUNS,
    GENERIC_PERSONS,
    INSTITUTIONS,
    ISSUED_NOUNS,
    KIN_NOUNS,
    PARTY_NOUNS,
    PERSONAL,
    RECIPROCAL,
    SHORT_NOUNS,
    TIMES,
    TITLE_NOUNS,
    UNIQUE_NOUNS,
    agent_nouns,
    classify_noun,
    guess_gender,
    is_demonym,
    singular,
)
from helpers.speakers.people import Cast, Entity, NameMention
from helpers.speakers.phrases import Line, Phrase, verb_after
from helpers.speakers.relations import (
    Index,
    description_words,
    find_appositions,
    find_doubles,
    find_predicate,
    find_title,
)
from helpers.speakers.salience import HE, PEOPLE, SHE, THEY, Salience

_PAST = frozenset("former retired".split())
_DEFINITE = frozenset("the this that these those both such".split())


class Resolver:
    """Links phrases to entities in the order of the text."""

    def __init__(self, text: str, line: Line, cast: Cast, index: Index):
        self.text, self.line, self.cast, self.index = text, line, cast, index
        self.salience = Salience(line)
        self.entity_of: dict[Phrase, Entity | None] = {}
        self.appositions = find_appositions(index)
        self.doubles = find_doubles(index)
        self.holders: dict[str, list[Entity]] = defaultdict(list)
        self.ages: dict[str, list[Entity]] = defaultdict(list)
        self.initials: dict[str, Entity] = {}
        self.pairs: dict[tuple[Entity, ...], Entity] = {}
        for entity in cast.entities:
            for role in entity.roles:
                self.holders[role].append(entity)
        self._read_roles()

    # ---------------------------------------------------------------- before the pass

    def _read_roles(self) -> None:
        """Roles of unambiguous names, so that a description may come before its name."""
        for phrase in self.index.phrases:
            mention = self.cast.mentions.get(phrase.head) if phrase.form == "name" else None
            if mention is None:
                continue
            options = self.cast.options(mention)
            title = find_title(self.line, phrase, mention.first)
            if title and len(options) == 1:
                self._give(options[0], *title)
                options[0].trades.add(title[0])
                self._shorten(options[0], phrase.first, mention.first)
            if len(options) == 1 and not phrase.quoted:
                self._read_deed(phrase, options[0])
            if len(options) == 1 and self.line.holds(phrase.stop, ",", "("):
                self._read_age(options[0], phrase.stop + 1)
        for description, name in list(self.appositions.items()):
            options = self.cast.options(self.cast.mentions[name.head])
            if not self._agree(description, options):
                del self.appositions[description]
            elif len(options) == 1 and description.form == "noun":
                self._describe(options[0], description)

    def _read_age(self, entity: Entity, token: int) -> None:
        """ "Rusk, 54," and "died aged 91"."""
        for at in range(token, min(token + 6, len(self.line.tags))):
            word = self.line.norms[at]
            if word.isdigit() and len(word) < 4 and (at == token or self.line.holds(at - 1, "aged")):
                if entity not in self.ages[word]:
                    self.ages[word].append(entity)
                entity.age = int(word)

    def _read_deed(self, phrase: Phrase, entity: Entity) -> None:
        """ "Reid won" makes him "the winner", "Foss, who drove" "the driver"."""
        line = self.line
        verbs = [verb_after(line, phrase.stop)] if phrase.subject else []
        if line.holds(phrase.stop, ",") and line.holds(phrase.stop + 1, "who"):
            verbs.append(verb_after(line, phrase.stop + 2))
        for verb in verbs:
            while 0 <= verb < len(line.tags) - 1 and line.tags[verb + 1] in ("RB", "VBN", "VBG"):
                verb += 1
            if verb >= 0 and entity.kind in PEOPLE:
                for noun in agent_nouns(line.lemmas[verb]):
                    self._give(entity, noun, set())

    def _agree(self, description: Phrase, options: list[Entity]) -> bool:
        """Whether a description can be that of a name: a person's, or an institution's."""
        kind = classify_noun(self.line.norms[description.head])
        if description.form == "indefinite":
            return not options or options[0].kind in PEOPLE
        if not options:
            return True
        if options[0].kind == "person":
            return kind in ("person", "") and self.line.tags[description.head] != "NNS"
        if options[0].kind == "place":
            noun = self.line.norms[description.head]
            firm = kind == "organization" and noun not in ("country", "nation", "state", "side")
            return (kind == "person" and " " in options[0].name) or firm
        return kind in ("organization", "group", "person")

    def _shorten(self, entity: Entity, first: int, stop: int) -> None:
        """Initials of a title: "FM" for the "Russian Foreign Minister" of the same article."""
        words = [word for word in self.line.words[first:stop] if word[:1].isupper()]
        for size in (2, 3):
            if len(words) >= size:
                self.initials.setdefault("".join(word[0] for word in words[-size:]), entity)

    def _give(self, entity: Entity, head: str, words: set[str]) -> None:
        head = TITLE_NOUNS.get(head.strip("."), head)
        kind = classify_noun(head)
        if entity.kind in ("place", "unknown") and kind == "person" and " " in entity.name:
            entity.kind = "person"
        if entity.kind in ("unknown", "place") and kind in ("organization", "group"):
            entity.kind = "organization"
        if not entity.gender and entity.kind in PEOPLE:
            entity.gender = guess_gender([head])
        if entity not in self.holders[head]:
            self.holders[head].append(entity)
        entity.add_role(head, words)
        for short in SHORT_NOUNS:
            if head.endswith(short) and head != short and entity not in self.holders[short]:
                self.holders[short].append(entity)
                entity.add_role(short, words)

    def _describe(self, entity: Entity, phrase: Phrase) -> None:
        head = singular(self.line.norms[phrase.head])
        self._give(entity, head, description_words(self.line, phrase, phrase.reach))
        if head not in KIN_NOUNS:
            entity.trades.add(head)

    # ---------------------------------------------------------------- the pass

    def link(self, phrase: Phrase, avoid: frozenset[Entity] = frozenset()) -> Entity | None:
        """Return the entity that a phrase means; the first answer for a phrase is kept."""
        if phrase in self.entity_of:
            return self.entity_of[phrase]
        self.entity_of[phrase] = None
        owner = self.link(phrase.owner) if phrase.owner is not None else None
        if phrase.form == "pronoun":
            entity = self._pronoun(phrase, avoid)
        elif phrase.form == "name":
            entity = self._named(phrase)
        elif phrase.form == "pair":
            entity = self._pair(phrase)
        elif phrase.form == "noun":
            entity = self._described(phrase, owner)
        elif phrase in self.appositions:
            entity = self.link(self.appositions[phrase])
        else:
            entity = self._new(phrase) if self._means_people(phrase) else None
        self.entity_of[phrase] = entity
        if entity is not None and self.line.norms[phrase.head] not in TIMES:
            self.salience.touch(entity, phrase)
            self._read_predicate(phrase, entity)
            double = self.doubles.get(phrase)
            if double is not None and double not in self.entity_of:
                self._describe(entity, double)
                self.entity_of[double] = entity
        return entity

    def _means_people(self, phrase: Phrase) -> bool:
        """ "One of them" and "somebody" may speak; "nine" and "this" may not."""
        word = self.line.norms[phrase.head]
        if phrase.reach > phrase.stop:
            return True
        counted = self.line.tags[phrase.head] == "CD"
        return word not in ("this", "that", "these", "those") and (
            not counted or (phrase.subject and word.isalpha())
        )

    def _read_predicate(self, phrase: Phrase, entity: Entity) -> None:
        """ "She is the mayor" gives a role to whom "she" means."""
        if phrase.subject and phrase.form == "pronoun" and entity.kind in PEOPLE:
            verb = verb_after(self.line, phrase.stop)
            predicate = find_predicate(self.index, verb) if verb >= 0 else None
            if predicate is not None and predicate not in self.entity_of:
                self._describe(entity, predicate)
                self.entity_of[predicate] = entity

    def _pronoun(self, phrase: Phrase, avoid: frozenset[Entity]) -> Entity | None:
        word, token, avoided = self.line.norms[phrase.head], phrase.first, set(avoid)
        if word in HE or word in SHE:
            gender = "m" if word in HE else "f"
            entity = self.salience.person(token, gender, avoided)
            if entity is not None:
                entity.gender, entity.guessed = gender, False
            if entity is not None and entity.kind == "unknown" and " " in entity.name:
                entity.kind = "person"
            return entity
        if word in THEY:
            return self.salience.several(token, avoided)
        if word in ("it", "its", "itself"):
            return self.salience.thing(token, avoided)
        if word in ("who", "which") and phrase.first:
            before = self.index.before(token - (self.line.norms[token - 1] == ","))
            return self.entity_of.get(before) if before is not None else None
        return None

    # ---------------------------------------------------------------- names

    def _named(self, phrase: Phrase) -> Entity | None:
        mention = self.cast.mentions.get(phrase.head)
        if mention is None:
            return None
        entity = self._pick(mention, phrase)
        mention.entity = entity
        title = find_title(self.line, phrase, mention.first)
        if title:
            self._give(entity, *title)
        if not phrase.quoted:
            self._read_deed(phrase, entity)
        return entity

    def _pair(self, phrase: Phrase) -> Entity:
        members = tuple(one for one in map(self.link, phrase.members) if one is not None)
        if members not in self.pairs:
            text = self.text[self.line.starts[phrase.first] : self.line.ends[phrase.stop - 1]]
            pair = self.cast.create(" ".join(text.split()), "collective", plural=True)
            pair.members = members
            self.pairs[members] = pair
        return self.pairs[members]

    def _pick(self, mention: NameMention, phrase: Phrase) -> Entity:
        options = self.cast.options(mention)
        if len(mention.words) == 1 and mention.words[0].isupper():
            short = self.initials.get(mention.words[0])
            if short is not None and options and options[0].kind == "unknown":
                return short
        if not options:
            return self.cast.create(" ".join(mention.words), mention.kind or "unknown")
        sex = guess_gender(mention.titles)
        if sex and all(one.gender not in ("", sex) for one in options):
            return self._namesake(mention.words, sex)
        if len(options) == 1:
            return options[0]
        titles = {TITLE_NOUNS.get(title, title) for title in mention.titles}
        title = find_title(self.line, phrase, mention.first)
        titles |= {title[0]} if title else set()
        gender = guess_gender([*mention.titles, *(sorted(titles))])
        fit = [one for one in options if titles & set(one.roles)]
        told_apart = CONTRASTS & set(self.line.norms[phrase.first : mention.first])
        if not fit and told_apart:
            fit = self._contrast(options, told_apart)
        if not fit and gender:
            fit = [one for one in options if one.gender == gender]
            fit = fit or [one for one in options if not one.gender]
        personal = PERSONAL & set(mention.titles)
        other = [one for one in fit or options if not (personal and PERSONAL - personal & set(one.roles))]
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
        best = max(told, key=lambda one: one.places[-1])
        if not mention.titles and len(mention.words) == 1:
            best.principal = best.name.lower().endswith(mention.words[0].lower())
        return best

    def _contrast(self, options: list[Entity], words: set[str]) -> list[Entity]:
        """ "The elder Lee": by age where that is told, else not the one who was last spoken of."""
        if all(one.age for one in options) and words & {"elder", "older", "younger"}:
            return [(min if "younger" in words else max)(options, key=lambda one: one.age)]
        young = [one for one in options if {"son", "daughter"} & set(one.roles)]
        if young and words & {"elder", "older", "younger"}:
            return young if "younger" in words else [one for one in options if one not in young]
        last = max(options, key=lambda one: one.places[-1] if one.places else -1)
        return [one for one in options if one is not last]

    def _namesake(self, words: list[str], gender: str) -> Entity:
        """ "Mr Lee" when only a woman of that name was named: her father, if he was told of."""
        last = words[-1].lower()
        for noun in sorted(KIN_NOUNS):
            for entity in self.holders.get(noun, ()):
                owner = entity.owner
                if entity.kind == "role" and owner is not None and entity.gender == gender:
                    if owner.name.lower().split()[-1] == last:
                        return entity
        return self.cast.create_person(words, gender)

    # ---------------------------------------------------------------- descriptions

    def _described(self, phrase: Phrase, owner: Entity | None) -> Entity | None:
        line = self.line
        head = singular(line.norms[phrase.head])
        if phrase in self.appositions:
            entity = self.link(self.appositions[phrase])
            if entity is not None:
                self._describe(entity, phrase)
                if head in KIN_NOUNS and owner is not None:
                    entity.owner = owner
                return entity
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or line.norms[phrase.head] == "people"
        definite = line.norms[phrase.first] in _DEFINITE or phrase.owner is not None
        bare = line.tags[phrase.first] in ("NN", "NNP") and phrase.first == phrase.head
        if head in KIN_NOUNS and owner is not None and not plural:
            return self._relative(phrase, head, owner)
        if definite or bare:
            entity = (
                self._couple(phrase, plural)
                or (self._signed(phrase) if head in ISSUED_NOUNS else None)
                or self._known(phrase, head, owner, plural)
                or (self._issuer(phrase, head, owner) if head in ISSUED_NOUNS else None)
                or (self._generic(phrase, head) if not plural and phrase.owner is None else None)
            )
            if entity is not None:
                return entity
        elif head in ISSUED_NOUNS and not plural:
            entity = self._issuer(phrase, head, owner)
            if entity is not None:
                return entity
        return self._new(phrase, owner)

    def _relative(self, phrase: Phrase, head: str, owner: Entity) -> Entity:
        """ "Lee's wife": another person of that name and sex, or somebody without a name."""
        gender = guess_gender([head])
        for other in self.cast.sharing(owner) if owner.kind == "person" else ():
            opposed = head in ("wife", "husband", "widow", "widower")
            sure = gender and other.gender == gender and (opposed or other.places)
            spouse = opposed and not other.gender and owner.gender != gender
            if sure or spouse:
                other.gender = gender
                self._give(other, head, set())
                return other
        for entity in self.holders.get(head, ()):
            if entity.owner is owner:
                return entity
        if owner.owner is not None and RECIPROCAL.get(head, frozenset()) & set(owner.roles):
            if owner.owner.gender in ("", gender):
                return owner.owner
        entity = self._new(phrase, owner)
        entity.gender = entity.gender or gender
        return entity

    def _couple(self, phrase: Phrase, plural: bool) -> Entity | None:
        words = self.line.norms[phrase.first : phrase.stop]
        if not COUPLE_NOUNS & set(words) or len(words) > 3:
            return None
        return self.salience.nearest(lambda one: bool(one.members))

    def _known(self, phrase: Phrase, head: str, owner: Entity | None, plural: bool) -> Entity | None:
        """Whoever has this role: told before, nearest first, or anywhere in the article."""
        words = description_words(self.line, phrase, phrase.reach)
        full = {word.lower() for word in self.line.words[phrase.first : phrase.stop]}
        offers = []
        for number, entity in enumerate(self.holders.get(head, ())):
            if entity.plural != plural and (entity.kind != "organization" or plural):
                continue
            if owner is not None and entity.owner is not None and entity.owner is not owner:
                continue
            known = entity.roles[head]
            if words and known and not words & known and entity.kind not in ("person", "unknown"):
                continue
            if phrase.reach > phrase.stop and known and not words & known:
                continue
            if phrase.owner is not None and entity.owner is None and entity.kind == "role":
                continue
            told = entity.places[-1] if entity.places else -1
            if told < 0 and entity.kind == "role":
                continue
            offers.append((len(words & known), told >= 0, told, -number, entity))
        if not offers:
            short = self.cast.by_initials(head) if len(head) in (2, 3) and head.upper() in (
                self.line.words[phrase.head],
            ) else None
            return short if full else None
        entity = max(offers, key=lambda offer: offer[:4])[4]
        if head in ISSUED_NOUNS and entity.kind in ("document", "thing"):
            return entity.owner or self.salience.last_speaker() or entity
        return entity

    def _signed(self, phrase: Phrase) -> Entity | None:
        """ "The letter, signed by the director": who signed."""
        line = self.line
        at = phrase.stop + line.holds(phrase.stop, ",")
        if not line.holds(at, "signed", "written") or not line.holds(at + 1, "by"):
            return None
        giver = self.index.opening.get(at + 2)
        return self.link(giver) if giver is not None else None

    def _issuer(self, phrase: Phrase, head: str, owner: Entity | None) -> Entity | None:
        """Who speaks in a statement or letter: its owner, "from …", "by …", else who spoke last."""
        if owner is not None:
            return owner
        line = self.line
        if line.holds(phrase.stop, "from", "by", "of"):
            giver = self.index.opening.get(phrase.stop + 1)
            if giver is not None and (
                line.norms[phrase.stop] != "of" or classify_noun(line.norms[giver.head]) in
                ("organization", "person", "group") or giver.form == "name"
            ):
                return self.link(giver)
        if line.norms[phrase.first] not in _DEFINITE or phrase.reach > phrase.stop:
            return None
        return self.salience.last_speaker()

    def _generic(self, phrase: Phrase, head: str) -> Entity | None:
        """ "the company", "the woman": the nearest that can be called so without having been."""
        if phrase.reach > phrase.stop:
            return None
        token = phrase.first
        kinds = [kind for kind in INSTITUTIONS if head in kind]
        short = phrase.stop - phrase.first <= (4 if head in COMPANY_NOUNS else 2)
        if (kinds or head in ANY_INSTITUTION) and short:

            def company(entity: Entity) -> float | None:
                if entity.kind not in ("organization", "unknown") or entity.plural:
                    return None
                if not entity.name[:1].isupper():
                    return None
                others = {role for role in entity.roles if classify_noun(role) == "organization"}
                alike = any(others & kind for kind in kinds)
                if others and not alike and head not in ANY_INSTITUTION:
                    return None
                if not others and COMPANY_NOUNS not in kinds and head not in ANY_INSTITUTION:
                    return None
                return (1.0 if entity.kind == "organization" else -1.0) + alike

            told = self.salience.choose(token, company, set())
            alike = self._alike(head) if told is None or told.kind == "unknown" else None
            return alike or told
        if head == "old":
            aged = [one for i in range(phrase.first, phrase.stop) for one in self.ages.get(self.line.norms[i], ())]
            if aged:
                return aged[0]
        if head in GENERIC_PERSONS and classify_noun(head) == "person":
            gender = guess_gender([head])
            if gender:
                return self.salience.choose(
                    token,
                    lambda one: (
                        (1.0 if one.gender == gender else 0.0)
                        if one.kind in PEOPLE and not one.plural and one.gender in ("", gender)
                        else None
                    ),
                    set(),
                )
        past = _PAST & set(self.line.norms[phrase.first : phrase.stop])
        if kinds:
            return None
        if classify_noun(head) == "person" and (head not in UNIQUE_NOUNS or past):
            gender = guess_gender([head])
            return self._last_subject(phrase, gender) or self._without_role(phrase, gender)
        return None

    def _without_role(self, phrase: Phrase, gender: str) -> Entity | None:
        """The only person told of lately whose occupation was not: who else could "the striker" be?"""
        line = self.line
        found = [
            one
            for one in self.salience.people(phrase.first)
            if line.paragraphs[phrase.first] - line.paragraphs[one.places[-1]] <= 3
            and not any(classify_noun(role) == "person" and role in one.trades for role in one.roles)
            and (not gender or one.gender in ("", gender))
        ]
        return found[0] if len(found) == 1 else None

    def _last_subject(self, phrase: Phrase, gender: str) -> Entity | None:
        """ "Lee scored twice. … said the striker": the named person whom the prose before is about."""
        line = self.line
        noun = singular(line.norms[phrase.head])
        loose = noun in GENERIC_PERSONS or noun in PARTY_NOUNS or is_demonym(noun)
        loose = loose or bool(_PAST & set(line.norms[phrase.first : phrase.stop]))
        one = self.salience.nearest(
            lambda one: one.kind in ("person", "role")
            and one.subject
            and not one.plural
            and (noun not in COURT_NOUNS or not one.trades)
        )
        if one is not None and one.trades and not loose:
            return None
        if one is None or one.kind != "person":
            return None
        place = one.places[-1]
        reach = 4 if noun == "old" else loose or noun in COURT_NOUNS
        same = line.paragraphs[phrase.first] - line.paragraphs[place] <= reach
        fit = not gender or not one.gender or one.gender == gender
        return one if same and fit and line.sentences[place] < line.sentences[phrase.first] else None

    def _alike(self, noun: str) -> Entity | None:
        """ "the railroad" before "Lund Rail" is named."""
        for entity in self.cast.entities:
            if entity.kind in ("organization", "unknown") and entity.name[:1].isupper():
                if any(len(w) > 3 and noun.startswith(w.lower()[:6]) for w in entity.name.split()[-1:]):
                    return entity
        return None

    def _new(self, phrase: Phrase, owner: Entity | None = None) -> Entity:
        """An entity without a name, called by its description."""
        line = self.line
        stop = max(phrase.reach, phrase.stop)
        name = " ".join(self.text[line.starts[phrase.first] : line.ends[stop - 1]].split())
        noun = line.norms[phrase.head]
        plural = line.tags[phrase.head] in ("NNS", "NNPS") or noun in (
            "people", "all", "both", "few", "many", "several", "some", "most", "police",
        )  # fmt: skip
        kind = {
            "person": "role",
            "group": "group",
            "organization": "organization",
            "document": "document",
        }.get(classify_noun(noun), "collective" if plural else "thing")
        if phrase.form == "indefinite":
            kind = "collective" if plural else "role"
        entity = self.cast.create(
            name, kind, guess_gender([noun]) if kind == "role" and not plural else "", plural
        )
        head = singular(noun)
        if owner is None and head in ISSUED_NOUNS:
            sentence = line.sentences[phrase.first]
            owner = self.salience.nearest(
                lambda one: one.kind in ("person", "organization", "group", "role", "unknown")
            )
            if owner is not None and line.sentences[owner.places[-1]] != sentence:
                owner = None
        entity.owner = owner
        entity.add_role(head, description_words(line, phrase, stop))
        self.holders[head].append(entity)
        return entity
