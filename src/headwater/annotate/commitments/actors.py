"""Who can hold a commitment, and which words name the holder."""

from __future__ import annotations

from headwater.annotate.commitments.clause import case_of, climb, lemma, lower, phrase, subject_of
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.span import Span

FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
THIRD = frozenset({"it", "he", "she", "they", "its", "his", "her", "their", "itself", "themselves"})
OF_THINGS = frozenset({"it", "its", "this", "that", "itself"})
SUFFIXES = ("ist", "man", "men", "woman", "women", "person", "ician", "eer", "smith")


def is_actor(scene: Scene, word: int) -> bool:
    """Whether the word names somebody who can act on purpose."""
    sentence = scene.sentence
    key = lemma(sentence, word)
    if sentence.upos[word] == "PRON":
        return lower(sentence, word) in words_of("commitments_actors", "pronouns", "words")
    if scene.is_time(word) or key in words_of("commitments_scheduled", "nouns", "words"):
        return False
    if sentence.upos[word] == "PROPN" or sentence.xpos[word] in {"NNP", "NNPS"}:
        return True
    if sentence.upos[word] == "ADJ" or scene.is_name(word):
        return scene.is_name(word)
    if key in words_of("commitments_actors", "nouns", "words") or key.endswith(SUFFIXES) or is_opinion(scene, word):
        return True
    if key in words_of("commitments_actors", "shares", "words"):
        return any(case_of(sentence, n) == "of" and is_actor(scene, n) for n in sentence.children(word, "nmod"))
    return key.endswith(("er", "or")) and key not in words_of("commitments_actors", "not_actors", "words")


def is_opinion(scene: Scene, word: int) -> bool:
    """Whether the word names somebody who comments from outside."""
    return lemma(scene.sentence, word) in words_of("commitments_actors", "opinion", "words")


def can_hold(scene: Scene, word: int) -> bool:
    """As :func:`is_actor`, taking "it" for whoever it stands for in the sentence."""
    if lower(scene.sentence, word) not in OF_THINGS:
        return is_actor(scene, word)
    antecedent = find_antecedent(scene, word)
    return antecedent is not None and is_actor(scene, antecedent)


def find_antecedent(scene: Scene, pronoun: int) -> int | None:
    """The noun of this sentence a pronoun stands for: the nearest above that possesses or does, and is no pronoun."""
    below = pronoun
    for word, head in climb(scene.sentence, pronoun):
        for candidate in list_candidates(scene, head):
            inside = pronoun in scene.sentence.subtree(candidate) or candidate in {word, below}
            if (
                not inside
                and lower(scene.sentence, candidate) not in THIRD | FIRST
                and agrees(scene, pronoun, candidate)
            ):
                return candidate
        below = head
    return None


def list_candidates(scene: Scene, head: int) -> list[int]:
    """Who a pronoun below ``head`` may stand for: the possessors of a noun, the subject of a verb."""
    if scene.sentence.upos[head] in {"NOUN", "PROPN"} and not scene.sentence.children(head, "nsubj", "cop"):
        return [n for n in scene.sentence.children(head, "nmod:poss") if not scene.is_time(n)]
    subject = subject_of(scene.sentence, head)
    return [] if subject is None else [subject]


def agrees(scene: Scene, pronoun: int, noun: int) -> bool:
    """Whether a pronoun can stand for a noun: number, and persons against things."""
    word, plural = lower(scene.sentence, pronoun), is_plural(scene, noun)
    if word in {"they", "their", "themselves"}:
        return plural or not is_person(scene, noun)
    if word in {"he", "his", "she", "her"}:
        return not plural and is_actor(scene, noun) and (is_one_word_name(scene, noun) or not is_body(scene, noun))
    return not plural and (is_one_word_name(scene, noun) or not is_person(scene, noun))


def is_one_word_name(scene: Scene, noun: int) -> bool:
    """Whether a name is a single word: its kind is the least certain, and a pronoun knows better."""
    return any(name.first == noun and name.last == noun + 1 for name in scene.sentence.names)


def is_plural(scene: Scene, noun: int) -> bool:
    """Whether the word means several; a company's name in the plural is one company."""
    return scene.sentence.xpos[noun] == "NNS" or (scene.sentence.xpos[noun] == "NNPS" and not is_body(scene, noun))


def is_person(scene: Scene, noun: int) -> bool:
    """Whether the word names one human being."""
    if scene.is_name(noun):
        return any(name.label == "PERSON" and name.first <= noun < name.last for name in scene.sentence.names)
    return lemma(scene.sentence, noun) in words_of("commitments_actors", "persons", "words")


def is_body(scene: Scene, noun: int) -> bool:
    """Whether the word names a state or an organisation."""
    return any(name.label in {"ORG", "LOC"} and name.first <= noun < name.last for name in scene.sentence.names)


def same_actor(scene: Scene, word: int, holder: int) -> bool:
    """Whether a subject inside what is announced stands for the one who announces it."""
    if word == holder or lemma(scene.sentence, word) == lemma(scene.sentence, holder):
        return True
    key = lower(scene.sentence, word)
    if key in FIRST:
        return True
    if acts_for_owner(scene, word) and (owners := scene.sentence.children(word, "nmod:poss")):
        return lower(scene.sentence, owners[0]) in THIRD | FIRST and same_actor(scene, owners[0], holder)
    return key in THIRD and agrees(scene, word, holder) and not (key in OF_THINGS and not is_actor(scene, holder))


def acts_for_owner(scene: Scene, word: int) -> bool:
    """As in "her government", "his ships": what these do is their owner's doing."""
    own = words_of("commitments_actors", "bodies", "words") | words_of("commitments_actors", "forces", "words")
    return lemma(scene.sentence, word) in own


def is_ours(scene: Scene, word: int) -> bool:
    """As in "our ships"."""
    owners = scene.sentence.children(word, "nmod:poss")
    return acts_for_owner(scene, word) and any(lower(scene.sentence, n) in FIRST for n in owners)


def name_holder(scene: Scene, word: int) -> Span:
    """The words that name a holder: the antecedent of a pronoun where the sentence, or the quotation's frame, gives one."""
    sentence = scene.sentence
    key = lower(sentence, word)
    if key in FIRST:
        return name_speaker(scene, scene.speaker(sentence.spans[word])) or sentence.spans[word]
    if key in THIRD:
        antecedent = find_antecedent(scene, word)
        if antecedent is None:
            return find_earlier(scene, key) or sentence.spans[word]
        return phrase(sentence, find_name(scene, antecedent))
    return phrase(sentence, find_name(scene, word))


def name_speaker(scene: Scene, speaker: Span | None) -> Span | None:
    """The words that name a speaker, by the personal name where it stands beside a role."""
    sentence = scene.sentence
    words = sentence.words_in(speaker) if speaker is not None else ()
    heads = [n for n in words if sentence.heads[n] not in words]
    return (
        speaker if not heads or find_name(scene, heads[0]) == heads[0] else phrase(sentence, find_name(scene, heads[0]))
    )


def find_earlier(scene: Scene, pronoun: str) -> Span | None:
    """The subject of the sentence before, where a person's or several people's pronoun can stand for it."""
    if scene.before is None or pronoun in OF_THINGS | {"itself"}:
        return None
    earlier = scene.before.sentence
    subject = next((s for n, rel in enumerate(earlier.rels) if rel == "root" for s in [subject_of(earlier, n)]), None)
    if subject is None or lower(earlier, subject) in THIRD | FIRST or not is_actor(scene.before, subject):
        return None
    fits = is_plural(scene.before, subject) if pronoun.startswith("the") else is_person(scene.before, subject)
    return phrase(earlier, find_name(scene.before, subject)) if fits else None


def find_name(scene: Scene, word: int) -> int:
    """The personal name beside a role: "the speaker, Emil Varga", "Lena Roth, the bloc's envoy"; else the word itself."""
    sentence = scene.sentence
    if sentence.upos[word] != "NOUN":
        return word
    inside = sentence.subtree(word)
    beside = [n for n in sentence.children(word, "appos") if n > word]
    beside += [n for n in sentence.children(sentence.heads[word]) if n < word] if sentence.heads[word] >= 0 else []
    for name in beside:
        is_before = name < word and sentence.subtree(name)[-1] == inside[0] - 1 and sentence.words[inside[0] - 1] == ","
        if (name > word or is_before) and sentence.upos[name] == "PROPN" and is_person(scene, name):
            return name
    return word
