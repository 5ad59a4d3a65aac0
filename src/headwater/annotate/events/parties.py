"""Who can act or be acted upon: states, bodies, groups and people, found inside noun phrases."""

from __future__ import annotations

from functools import lru_cache

from headwater.annotate.places import find_place
from headwater.annotate.stance.clause import case_of, conjuncts
from headwater.lexicon import load
from headwater.model.sentence import Sentence
from headwater.model.span import Span

PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me"})
OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
OUTSIDE = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "appos",
        "parataxis",
        "conj",
        "cc",
        "punct",
        "dep",
        "ccomp",
        "case",
        "cop",
        "nsubj",
        "aux",
        "discourse",
        "mark",
        "list",
        "obl",
        "advmod",
    }
)
NOT_PARTY = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "weekend",
        "hour",
        "time",
        "christmas",
        "easter",
        "ramadan",
    }
)
PLAIN = frozenset({"house", "justice"})
"""Nouns that name a body only with a capital or an adjective: "the House", "the lower house"."""
FORCES = frozenset(load("events_things")["forces"]["words"])
"""Nouns that name who strikes where they stand before a deed: "rebel attacks", "a police raid"."""
CRIMES = frozenset(load("events_things")["crimes"]["words"])
INSIDE = {
    "actor": frozenset({"of", "by", "from", "between"}),
    "recipient": frozenset({"of", "by", "from", "between", "against", "in", "on", "with", "to", "for"}),
}


@lru_cache(maxsize=1)
def actor_classes() -> dict[str, str]:
    """Lemma -> class of the nouns that name actors."""
    return {word: name for name, entry in load("events_actors").items() for word in entry["words"]}


def actor_class(lemma: str) -> str | None:
    """The class of a noun that names an actor, also with a prefix ("ex-minister") or in a plural the lemma kept."""
    bare = lemma.rsplit("-", 1)[-1]
    forms = (lemma, bare, lemma.removesuffix("s"), bare.removesuffix("men") + "man")
    return next((actor_classes()[form] for form in forms if form in actor_classes()), None)


def name_label(sentence: Sentence, word: int) -> str | None:
    """The label of the name the word stands in."""
    for name in sentence.names:
        if name.first <= word < name.last:
            return name.label
    return None


def classes_of(sentence: Sentence, word: int) -> frozenset[str]:
    """The actor classes of a nominal's head: "name", "state", "arms" … (empty: no actor)."""
    lower = sentence.words[word].lower()
    if lower in NOT_PARTY or sentence.upos[word] in {"VERB", "ADV", "SYM", "PUNCT", "SCONJ"}:
        return frozenset()
    found = set()
    noun = actor_class(sentence.lemmas[word].lower()) or actor_classes().get(lower)
    if noun and not (lower in PLAIN and sentence.words[word].islower() and not sentence.children(word, "amod")):
        found.add(noun)
    label = name_label(sentence, word)
    proper = sentence.upos[word] == "PROPN" and label is None and word > 0 and not is_capitalised(sentence)
    if (label and label != "MISC") or proper:
        found.add("name")
    if label == "PERSON":
        found.add("person")
    if sentence.xpos[word] in {"NNS", "NNPS"} and (label == "NORP" or (label is None and proper)):
        found.add("people")
    if sentence.upos[word] == "PRON" and lower in PERSONAL:
        found.update({"name", "it"} if lower == "it" else {"name"})
    if sentence.upos[word] == "NUM" and not noun:
        return frozenset({"people"}) if counts_people(sentence, word) else frozenset()
    return frozenset(found)


def is_capitalised(sentence: Sentence) -> bool:
    """Whether most words of a sentence have capitals, as in headlines: there a capital marks no name."""
    long = [word for word in sentence.words if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def counts_people(sentence: Sentence, word: int) -> bool:
    """Whether a bare number counts people: "killing at least 17", "two of its soldiers"."""
    inside = [c for c in sentence.children(word, "nmod") if case_of(sentence, c) == "of"]
    if inside:
        return any(classes_of(sentence, c) for c in inside)
    return not sentence.children(word, "nmod", "compound", "amod") and sentence.rels[word] in {"obj", "nsubj:pass"}


def find_parties(sentence: Sentence, word: int, depth: int = 0, *, role: str = "recipient") -> list[int]:
    """The actors a nominal names: its conjuncts that are actors, or the actor inside a thing ("Oman's proposal")."""
    found: list[int] = []
    for part in conjuncts(sentence, word):
        if classes_of(sentence, part):
            found.append(part)
        elif depth < 2:
            found.extend(inside_parties(sentence, part, depth, role=role))
    return list(dict.fromkeys(found))


ANSWERABLE = frozenset({"name", "state", "law", "arms"})
"""Classes of those a thing can be laid at the door of: the killing of villagers is not theirs."""


def inside_parties(sentence: Sentence, word: int, depth: int, *, role: str) -> list[int]:
    """The owner, the name before, or the actor in the prepositional phrase of a thing."""
    owners = [o for o in sentence.children(word, "nmod:poss") if sentence.words[o].lower() not in OWNERS]
    if owners:
        return find_parties(sentence, owners[0], depth + 1, role=role)
    named = [c for c in sentence.children(word, "amod", "compound", "nmod:desc") if is_name(sentence, c)]
    if role == "actor":
        named = [c for c in named if not is_scene(sentence, c)]
        named = named or [c for c in sentence.children(word, "compound") if sentence.lemmas[c].lower() in FORCES]
    if named:
        return [named[0], *(c for c in sentence.children(named[0], "conj") if is_name(sentence, c))]
    for child in sentence.children(word, "nmod"):
        case = case_of(sentence, child)
        if case in INSIDE[role]:
            inner = find_parties(sentence, child, depth + 1, role=role)
            inner = [p for p in inner if case in {"by", "from"} or classes_of(sentence, p) & ANSWERABLE]
            if inner:
                return inner
    return []


def is_scene(sentence: Sentence, word: int) -> bool:
    """Whether a name before a noun only tells where: the town in "the Leeds bombing"; states and capitals may act."""
    place = find_place(sentence.words[word])
    return place is not None and place.kind in {"city", "region"}


def is_name(sentence: Sentence, word: int) -> bool:
    """Whether a word before a noun names an actor: "the Omani proposal", "UN staff"."""
    if sentence.words[word].lower() in NOT_PARTY:
        return False
    return name_label(sentence, word) in {"LOC", "NORP", "ORG", "PERSON"}


def party_words(sentence: Sentence, word: int) -> list[int]:
    """The words of the noun phrase around an actor's head, without clauses, appositions and other conjuncts."""
    found, waiting = [], [word]
    while waiting:
        node = waiting.pop()
        found.append(node)
        for child in sentence.children(node):
            rel = sentence.rels[child]
            inner = node != word and sentence.rels[node] != "flat"
            joined = (inner and rel in {"case", "conj", "cc"}) or (rel == "appos" and child == node + 1)
            if rel in OUTSIDE and not joined:
                continue
            if child < node and case_of(sentence, child) == "at":
                continue  # "at least nine miners"
            if sentence.words[child].lower() in NOT_PARTY or rel.endswith(":unmarked") or is_beside(sentence, child):
                continue
            waiting.append(child)
    return sorted(found)


def is_beside(sentence: Sentence, word: int) -> bool:
    """Whether a phrase tells where somebody is and not who ("gunmen near Gao")."""
    case = case_of(sentence, word)
    # "convicted a sailor of theft": the parse hangs the charge on the man.
    charge = case == "of" and sentence.lemmas[word].lower() in CRIMES
    return charge or case in {"near", "outside", "during", "after", "before", "since"}


def party_span(sentence: Sentence, word: int) -> Span:
    """The characters of an actor, the unbroken stretch of its noun phrase around the head."""
    words = party_words(sentence, word)
    for name in sentence.names:
        if name.first <= word < name.last:
            words = sorted({*words, *(w for part in range(name.first, name.last) for w in party_words(sentence, part))})
    first, last = words[0], words[-1]
    while first < word and sentence.upos[first] in {"ADP", "SCONJ", "PUNCT", "CCONJ"}:
        first += 1
    if sentence.words[last] in {"'s", "’s", "'", "’"} and last > word:
        last -= 1
    return sentence.cover(range(first, last + 1))


def spans_of(sentence: Sentence, words: tuple[int, ...]) -> tuple[Span, ...]:
    """One span an actor, in text order."""
    return tuple(sorted({party_span(sentence, word) for word in words}))
