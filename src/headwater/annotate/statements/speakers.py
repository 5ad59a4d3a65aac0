"""Who speaks, by grammar: the words that name the speaker of a cue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.statements.clauses import Clause, has_to, is_passive, stray_subject, subtree_without
from headwater.annotate.statements.cues import nouns, support_verbs
from headwater.annotate.statements.venues import venue_kind
from headwater.model.sentence import Sentence

RELATIVE = frozenset({"who", "which", "that", "whom"})
NOT_IN_NAME = ("parataxis", "ccomp", "advcl", "discourse", "punct", "cop", "aux", "mark", "cc:preconj", "dep")
"""Relations that never belong to the name of a speaker; where the parser puts one there, it went wrong."""
THINGS = frozenset(
    {"it", "this", "that", "these", "those", "which", "what", "itself", "everything", "nothing", "something", "there"}
)
DUMMY = frozenset({"it", "there"})


def noun_phrase(sentence: Sentence, head: int, *, cut: Sequence[int] = ()) -> tuple[int, ...]:
    """The words of a noun phrase with what describes it, without stray clauses and without what hangs on ``cut``."""
    stray = [
        c
        for c in sentence.subtree(head)
        if sentence.rels[c] in NOT_IN_NAME and sentence.upos[c] != "PUNCT" and c != head
    ]
    stray.extend(c for c in sentence.subtree(head) if c != head and _is_beside(sentence, c))
    if sentence.lemmas[head].lower() not in nouns("document"):
        stray.extend(c for c in sentence.children(head, "acl") if _passes_on(sentence, c))
    words = _trim(sentence, subtree_without(sentence, head, cut=frozenset([*stray, *cut])), head=head)
    return (*words, *_rest_of_name(sentence, words[-1], cut=cut)) if words else ()


def _passes_on(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells how words came here and not who said them: "citing two aides", "carried by the agency"."""
    carried = sentence.xpos[verb] == "VBN" and sentence.lemmas[verb].lower() in nouns("passed_on")
    return sentence.words[verb].lower() in {"citing", "quoting", "speaking", "talking"} or (
        carried and bool(sentence.children(verb, "obl:agent"))
    )


def _is_beside(sentence: Sentence, phrase: int) -> bool:
    """Whether a phrase tells where or when something was said and not who said it: "…, in an interview with …", "on Tuesday"."""
    cases = sentence.children(phrase, "case")
    opener = sentence.words[cases[0]].lower() if cases else ""
    named = sentence.rels[phrase] == "nmod" and sentence.upos[sentence.heads[phrase]] == "PROPN"
    inside = any(name.first <= phrase < name.last and cases[0] >= name.first for name in sentence.names if cases)
    if named and opener in {"on", "at", "during"} and not inside:
        return True
    if opener == "on" and sentence.words[phrase].lower() in lexicon.load("times")["WDAY"]["words"]:
        return True
    return venue_kind(sentence, phrase) == "interview" and opener in {"in", "during"}


def _rest_of_name(sentence: Sentence, last: int, *, cut: Sequence[int]) -> tuple[int, ...]:
    """The words of a name that begins in a phrase, or right after it ("the party leader | Amara Osei"), beyond its end."""
    for name in sentence.names:
        begins = name.first == last + 1 and sentence.upos[last] in {"NOUN", "PROPN"} and name.label == "PERSON"
        if begins or name.first <= last < name.last:
            return tuple(n for n in range(last + 1, name.last) if n not in cut)
    return ()


def _trim(sentence: Sentence, words: list[int], *, head: int) -> list[int]:
    """Without punctuation and prepositions at the edges."""
    while words and words[0] != head and sentence.upos[words[0]] in {"PUNCT", "ADP", "SCONJ"}:
        words = words[1:]
    while words and words[-1] != head and sentence.upos[words[-1]] == "PUNCT":
        words = words[:-1]
    return words


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb (or of a predicate), its agent if it is passive."""
    agents = sentence.children(verb, "obl:agent")
    if agents:
        return agents[0]
    subjects = sentence.children(verb, "nsubj")
    active = [s for s in subjects if sentence.rels[s] != "nsubj:pass"]
    return active[0] if active else None


def antecedent_of(sentence: Sentence, verb: int) -> int | None:
    """The noun a relative clause describes."""
    for node in (verb, *sentence.ancestors(verb)):
        if sentence.rels[node] in {"acl:relcl", "advcl:relcl"}:
            return sentence.heads[node]
        if sentence.rels[node] not in {"conj", "xcomp"}:
            return None
    return None


def _possessor(sentence: Sentence, noun: int) -> int | None:
    possessors = sentence.children(noun, "nmod:poss")
    if possessors:
        return possessors[0]
    for child in sentence.children(noun, "nmod"):
        case = sentence.children(child, "case")
        if case and sentence.words[case[0]].lower() in {"by", "from"}:
            return child
    return None


def speaker_of_noun(sentence: Sentence, noun: int) -> int | None:
    """ "his claim", "a claim by …", "they issued a claim"."""
    possessor = _possessor(sentence, noun)
    verb = sentence.heads[noun]
    supported = (
        sentence.rels[noun] in {"obj", "xcomp"} and verb >= 0 and sentence.lemmas[verb].lower() in support_verbs()
    )
    if supported and (possessor is None or sentence.upos[possessor] == "PRON"):
        return find_subject(sentence, verb)
    if possessor is not None:
        return possessor
    if sentence.children(noun, "cop"):
        return subject_of(sentence, noun)
    return None


def _controller(sentence: Sentence, verb: int) -> int | None:
    """Whose act an infinitive or a participle is: the object where there is one, else the subject of the verb above."""
    head = sentence.heads[verb]
    if sentence.rels[verb] == "xcomp" and sentence.upos[head] == "VERB":
        objects = sentence.children(head, "obj")
        if objects:
            return objects[0]
    return find_subject(sentence, head)


def heads_of(sentence: Sentence, name: Sequence[int]) -> tuple[int, ...]:
    """The head word of a name and what stands beside it for the same person: "the adviser, Robert Tarn"."""
    found = head_of(sentence, name)
    beside = [c for head in found for c in sentence.children(head, "appos", "flat") if c in name]
    ending = [n.first for n in sentence.names if n.label == "PERSON" and n.first in name and n.last - 1 == name[-1]]
    named = [first for first in ending if not _is_another(sentence, first, inside=frozenset(name))]
    return tuple(dict.fromkeys((*found, *beside, *named)))


def _is_another(sentence: Sentence, word: int, *, inside: frozenset[int]) -> bool:
    """Whether a name within a phrase belongs to someone else: "lawyers *for the mayor, Sandra Tarn*"."""
    path = [word, *(n for n in sentence.ancestors(word) if n in inside)]
    return any(sentence.rels[n] == "nmod" and sentence.children(n, "case") for n in path)


def is_name(sentence: Sentence, word: int) -> bool:
    """Whether a word is a proper noun by either tag."""
    return sentence.upos[word] == "PROPN" or sentence.xpos[word] in {"NNP", "NNPS"}


def can_speak(sentence: Sentence, head: int) -> bool:
    """Whether a noun phrase stands for somebody: a name, a person by role, an institution, a personal pronoun."""
    word = sentence.words[head].lower()
    if sentence.upos[head] == "PRON":
        return word not in THINGS
    if is_name(sentence, head) or any(name.first <= head < name.last for name in sentence.names):
        return True
    return sentence.lemmas[head].lower() in _who_can_speak()


def is_thing(sentence: Sentence, head: int) -> bool:
    """Whether a noun phrase stands for neither somebody nor a text: "the size of the crowd"."""
    return (
        sentence.upos[head] == "NOUN"
        and not can_speak(sentence, head)
        and sentence.lemmas[head].lower() not in nouns("document")
    )


@lru_cache(maxsize=1)
def _who_can_speak() -> frozenset[str]:
    roles = lexicon.load("roles")
    words = {word for group in ("persons", "kin", "institutions") for word in roles[group]["words"]}
    return frozenset(words | nouns("medium") | nouns("party"))


def head_of(sentence: Sentence, name: Sequence[int]) -> tuple[int, ...]:
    """The head word of a name, none for no name."""
    inside = set(name)
    return tuple(n for n in name if sentence.heads[n] not in inside)[:1]


def quoted_by(sentence: Sentence, verb: int) -> int | None:
    """For the "saying" of "quoted the general as saying", the verb of quoting."""
    head = sentence.heads[verb]
    marks = [sentence.words[m].lower() for m in sentence.children(verb, "mark", "case")]
    if head >= 0 and "as" in marks and sentence.lemmas[head].lower() in nouns("quote_as"):
        return head
    return None


def find_subject(sentence: Sentence, verb: int, *, depth: int = 0) -> int | None:
    """The word that names who does what ``verb`` says, shared subjects included."""
    found = subject_of(sentence, verb)
    if found is not None or depth > 6:
        return found
    quoting = quoted_by(sentence, verb)
    if quoting is not None:
        return next(iter((*sentence.children(quoting, "obj"), *sentence.children(quoting, "nsubj:pass"))), None)
    rel, head = sentence.rels[verb], sentence.heads[verb]
    if rel == "root" and sentence.xpos[verb] in {"VBD", "VBZ", "VBP"}:
        return stray_subject(sentence, verb)
    if sentence.children(verb, "nsubj:pass") or (is_passive(sentence, verb) and rel == "advcl"):
        return None
    if head < 0 or sentence.children(verb, "expl"):
        return None
    if rel == "acl" or rel == "acl:relcl":
        return _described(sentence, verb)
    if rel == "conj" or (rel == "advcl" and not sentence.children(verb, "aux")):
        return _shared_subject(sentence, verb, depth=depth)
    if rel == "xcomp":
        return _controller(sentence, verb)
    return stray_subject(sentence, verb) if rel == "parataxis" else None


def _shared_subject(sentence: Sentence, verb: int, *, depth: int) -> int | None:
    """The subject that a verb has in common with the one it hangs on: "he *was forced* to leave and *said* that …"."""
    head = sentence.heads[verb]
    if sentence.upos[head] == "NOUN":
        return speaker_of_noun(sentence, head)
    passive = sentence.children(head, "nsubj:pass")
    if sentence.rels[verb] == "conj" and passive and not sentence.children(head, "obl:agent"):
        return passive[0]
    return find_subject(sentence, head, depth=depth + 1)


def _described(sentence: Sentence, verb: int) -> int | None:
    """The noun a participle describes; who stands behind a text ("issued a statement saying …") or a deed ("his wish to …")."""
    noun = sentence.heads[verb]
    if sentence.upos[noun] == "NOUN" and has_to(sentence, verb):
        return speaker_of_noun(sentence, noun)
    if sentence.upos[noun] == "NOUN" and sentence.lemmas[noun].lower() in nouns("document"):
        owner = speaker_of_noun(sentence, noun)
        return noun if owner is None else owner
    return noun


def find_speaker(clause: Clause) -> tuple[tuple[int, ...], ...]:
    """The words that name the speaker of a clause, one tuple a place; empty where its sentence names none."""
    sentence, cue = clause.sentence, clause.cue
    if clause.frame in {"passive_infinitive", "hearsay"}:
        return ()
    if clause.frame == "source":
        cut = [cue, *sentence.children(cue)]
        return (noun_phrase(sentence, sentence.heads[cue], cut=cut),)
    noun = clause.frame in {"noun", "noun_prep"}
    head = speaker_of_noun(sentence, cue) if noun else find_subject(sentence, cue)
    if (
        head is None
        or (head in clause.content and sentence.subtree(head)[-1] != cue - 1)
        or (sentence.words[head].lower() in DUMMY and sentence.children(cue, "expl"))
    ):
        return ()
    cut = [cue, *(c for c in clause.content if sentence.heads[c] not in clause.content)]
    name = noun_phrase(sentence, head, cut=cut)
    if sentence.words[head].lower() in RELATIVE and sentence.xpos[head] in {"WP", "WDT"}:
        antecedent = antecedent_of(sentence, cue)
        if antecedent is not None:
            return (noun_phrase(sentence, antecedent, cut=[cue, *sentence.children(antecedent, "acl:relcl")]), name)
    return (name,) if name else ()
