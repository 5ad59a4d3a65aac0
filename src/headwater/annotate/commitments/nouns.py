"""Nouns of threat, promise and demand: "its threat to leave", "the pledge by the bank", "issued an ultimatum"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.annotate.commitments.actors import is_actor
from headwater.annotate.commitments.clause import case_of, is_future, is_infinitive, lemma, lower, subject_of
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.forms import is_deed_asked, is_own_deed
from headwater.annotate.commitments.lists import NounCue, noun_cues, words_of
from headwater.annotate.commitments.scene import Scene

CONTENT_MARKS = frozenset({"of", "for", "to"})


def find_nouns(scene: Scene) -> Iterator[Draft]:
    """A draft for each noun of the lists that has both a holder and a content."""
    for word, pos in enumerate(scene.sentence.upos):
        key = lemma(scene.sentence, word)
        cue = noun_cues().get(key) if pos == "NOUN" else None
        if cue is None:
            continue
        holder, content = find_noun_holder(scene, word), find_noun_content(scene, word, cue=cue)
        if holder is not None and content is not None and (not cue.own or is_own(scene, content, holder=holder)):
            to = find_noun_addressee(scene, word)
            yield Draft(cue.kind, f"{key}_noun@1", word, holder, to, (content,), deed=False)


def is_own(scene: Scene, content: int, *, holder: int) -> bool:
    """Whether the clause tells what the holder will do."""
    subject = subject_of(scene.sentence, content)
    return is_future(scene.sentence, content) and is_own_deed(scene, content, subject=subject, holder=holder)


def find_noun_holder(scene: Scene, noun: int) -> int | None:
    """Whose it is: the possessor, the one behind "by", or the subject of a verb that lends the noun its subject."""
    sentence = scene.sentence
    for child in sentence.children(noun, "nmod:poss"):
        return None if scene.is_time(child) else child
    for child in sentence.children(noun, "nmod", "obl"):
        if case_of(sentence, child) in {"by", "from"} and is_actor(scene, child):
            return child
    contents = [n for n in sentence.children(noun, "nmod") if case_of(sentence, n) in {"of", "to"}]
    for child in [n for content in contents for n in sentence.children(content, "nmod")]:
        if case_of(sentence, child) in {"by", "from"} and is_actor(scene, child):
            return child
    for child in sentence.children(noun, "amod", "compound"):
        if scene.is_name(child) and not scene.is_time(child):
            return child
    return find_light_subject(scene, noun)


def find_noun_addressee(scene: Scene, noun: int) -> int | None:
    """To whom it is made: "an ultimatum to the city"."""
    sentence = scene.sentence
    found = [
        n for n in sentence.children(noun, "nmod") if case_of(sentence, n) in {"to", "against"} and is_actor(scene, n)
    ]
    return found[0] if found else None


def find_light_subject(scene: Scene, noun: int) -> int | None:
    """Who issues, makes, repeats it."""
    sentence, verb = scene.sentence, scene.sentence.heads[noun]
    if (
        verb < 0
        or sentence.rels[noun] != "obj"
        or lemma(sentence, verb) not in words_of("commitments", "light", "words")
    ):
        return None
    subject = subject_of(sentence, verb)
    return subject if subject is not None and is_actor(scene, subject) else None


def find_noun_content(scene: Scene, noun: int, *, cue: NounCue) -> int | None:
    """What is threatened, promised or demanded: "to leave", "that it leave", "for aid", "of war"."""
    sentence = scene.sentence
    for child in sentence.children(noun, "acl", "ccomp", "xcomp"):
        first = next(n for n in sentence.subtree(child) if sentence.upos[n] != "PUNCT" or n == child)
        opens = is_infinitive(sentence, child) or lower(sentence, first) == "that"
        if opens and sentence.rels[child] != "acl:relcl":
            return child
    verb = sentence.heads[noun]
    if find_light_subject(scene, noun) is not None:
        beside = [n for n in sentence.children(verb, "xcomp", "advcl", "ccomp") if is_infinitive(sentence, n)]
        if beside:
            return beside[0]
    follower = find_follower(scene, noun)
    if follower is not None and is_infinitive(sentence, follower):
        return follower
    near = [*sentence.children(noun, "nmod"), *([follower] if follower is not None else [])]
    for child in near if cue.takes_things else list_asked(scene, near, cue=cue):
        is_gift = case_of(sentence, child) == "of" and {lower(sentence, n) for n in sentence.children(child, "det")} & {
            "a",
            "an",
        }
        if (
            case_of(sentence, child) in CONTENT_MARKS
            and (is_gift or not is_actor(scene, child))
            and not scene.is_time(child)
        ):
            return child
    return None


def list_asked(scene: Scene, near: Iterable[int], *, cue: NounCue) -> list[int]:
    """The deeds a call is for: "their call for an end to executions", not "a call for action"."""
    if cue.kind != "demand":
        return []
    vague = words_of("commitments", "asked_deeds", "vague")
    found = [n for n in near if case_of(scene.sentence, n) == "for" and is_deed_asked(scene, n)]
    return [n for n in found if lemma(scene.sentence, n) not in vague]


def find_follower(scene: Scene, noun: int) -> int | None:
    """What follows right behind "a threat from X", though it is tied to the verb above."""
    sentence, verb = scene.sentence, scene.sentence.heads[noun]
    named = [n for n in sentence.children(noun, "nmod") if case_of(sentence, n) in {"by", "from"}]
    if verb < 0 or not named:
        return None
    for child in (c for n in named for c in sentence.children(n, "nmod", "acl")):
        if case_of(sentence, child) == "for" or is_infinitive(sentence, child):
            return child
    end = sentence.subtree(noun)[-1] + 1
    beside = sentence.children(verb, "advcl", "obl", "xcomp")
    return next((n for n in beside if sentence.subtree(n)[0] == end), None)
