"""What somebody is called for what he does: who sentences is a judge, who operates a surgeon."""

from __future__ import annotations

import functools

from helpers.speakers.line import Index, Line, Phrase, verb_after
from helpers.speakers.nouns import classify_noun

_BE = frozenset("am are be been being is was were".split())
# Roles that follow from what somebody does, beside those formed with -er and -or.
DEEDS = {
    "win": ("winner", "champion", "victor"),
    "beat": ("winner", "champion", "victor"),
    "lose": ("loser",),
    "deny": ("defendant", "accused", "suspect"),
    "plead": ("defendant", "accused"),
    "sue": ("plaintiff", "claimant"),
    "write": ("writer", "author"),
    "study": ("researcher", "student"),
    "report": ("reporter",),
    "attack": ("attacker",),
    "represent": ("lawyer", "attorney", "solicitor", "barrister", "counsel", "advocate"),
    "defend": ("lawyer", "attorney", "solicitor", "barrister"),
    "prosecute": ("prosecutor",),
    "chair": ("chair", "chairman", "chairwoman", "chairperson"),
    "sentence": ("judge", "magistrate"),
    "jail": ("judge", "magistrate"),
    "arrest": ("officer", "detective", "constable", "policeman", "policewoman"),
    "preside": ("judge", "chair"),
    "operate": ("surgeon", "doctor"),
    "implant": ("surgeon",),
    "transplant": ("surgeon",),
    "plough": ("farmer",),
    "sail": ("sailor", "skipper"),
    "preach": ("preacher", "pastor"),
    "treat": ("doctor", "physician", "medic"),
    "teach": ("teacher", "tutor"),
    "paint": ("painter", "artist"),
    "sculpt": ("sculptor", "artist"),
    "carve": ("carver", "sculptor"),
    "design": ("designer", "architect"),
    "cook": ("cook", "chef"),
    "fish": ("fisherman", "angler"),
    "fly": ("pilot", "flyer"),
    "land": ("pilot",),
    "cycle": ("cyclist",),
    "ride": ("rider", "jockey", "cyclist"),
    "score": ("scorer", "striker", "forward"),
    "save": ("goalkeeper", "keeper", "rescuer"),
    "rescue": ("rescuer",),
    "translate": ("translator", "interpreter"),
    "kill": ("killer", "gunman"),
    "shoot": ("shooter", "gunman"),
    "rob": ("robber", "thief"),
    "steal": ("thief",),
    "complain": ("complainant",),
}


@functools.cache
def agent_nouns(lemma: str) -> tuple[str, ...]:
    """Return the nouns for one who does what a verb says, so far as they are known.

    >>> agent_nouns("win"), agent_nouns("drive"), agent_nouns("umpire"), agent_nouns("go")
    (('winner', 'champion', 'victor'), ('driver',), ('umpire',), ())
    """
    if lemma in DEEDS:
        return DEEDS[lemma]
    if len(lemma) < 3:
        return ()
    stem = lemma.removesuffix("e")
    # "He has umpired for years" tells an umpire.
    same = [lemma] if lemma != "have" else []
    forms = [*same, stem + "er", stem + "or", stem + stem[-1] + "er"]
    return tuple(form for form in forms if classify_noun(form) == "person")


def find_deeds(
    line: Line, index: Index, phrase: Phrase, appositions: dict[Phrase, Phrase]
) -> list[str]:
    """Return the verbs for what whoever a name means has done: "Reid won", "Foss, who drove", "Bo Lee, a
    clerk who umpires", "was operated on by Ann Lee"."""
    verbs = [verb_after(line, phrase.stop)] if phrase.subject else []
    if line.holds(phrase.stop, ","):
        if line.holds(phrase.stop + 1, "who"):
            verbs.append(verb_after(line, phrase.stop + 2))
        beside = index.opening.get(phrase.stop + 1)
        if beside in appositions and line.holds(beside.reach, "who"):
            verbs.append(verb_after(line, beside.reach + 1))
    deeds = []
    if line.holds(phrase.first - 1, "by"):
        verb = phrase.first - 2
        verb -= line.tags[verb] in ("IN", "RP", "RB")
        if verb >= 0 and line.tags[verb] == "VBN":
            deeds.append(line.lemmas[verb])
    for verb in verbs:
        be = verb
        while 0 <= verb < len(line.tags) - 1 and line.tags[verb + 1] in ("RB", "VBN", "VBG"):
            be = verb if line.norms[verb] in _BE else be
            verb += 1
        # "Lee was beaten" is nothing that he did.
        passive = verb >= 0 and line.tags[verb] == "VBN" and line.norms[be] in _BE
        if verb >= 0 and not passive:
            deeds.append(line.lemmas[verb])
    return deeds
