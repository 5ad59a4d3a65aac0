"""Content by grammar: for each cue word of a sentence, the words it ties to a speaker.

The rules read the dependency tree: a cue has complements (clause, object, infinitive, prepositional phrase), and which of them
is the content is said by the frames of its lexicon entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.annotate.statements.cues import Cue, Entry, entries
from headwater.model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue found in a sentence with its content, all as numbers of words."""

    sentence: Sentence
    cue: int
    content: tuple[int, ...]
    frame: str
    kind: str
    prep: int | None = None
    """The preposition that belongs to the cue."""
    aside: bool = False
    """The cue stands beside its content: "…, she said"."""


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is passive."""
    if sentence.children(verb, "aux:pass", "nsubj:pass"):
        return True
    bare = sentence.xpos[verb] in {"VBN", "VBD"} and not sentence.children(verb, "aux", "nsubj", "mark")
    return bare and sentence.rels[verb] in {"acl", "advcl"}


def particle_of(sentence: Sentence, verb: int) -> str:
    """The particle of a phrasal verb, "" for none."""
    parts = sentence.children(verb, "compound:prt")
    return sentence.words[parts[0]].lower() if parts else ""


def case_of(sentence: Sentence, word: int) -> int | None:
    """The first preposition of a phrase."""
    cases = sentence.children(word, "case", "mark")
    return cases[0] if cases else None


def mark_of(sentence: Sentence, word: int) -> str:
    """The word that opens a subordinate clause, lower case; "" for none."""
    marks = sentence.children(word, "mark")
    return sentence.words[marks[0]].lower() if marks else ""


def has_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a "to" infinitive."""
    return any(sentence.words[m].lower() == "to" for m in sentence.children(verb, "mark"))


def subtree_without(sentence: Sentence, top: int, *, cut: frozenset[int]) -> list[int]:
    """The words below ``top`` except what hangs on the words of ``cut``."""
    found, waiting = [], [top]
    while waiting:
        node = waiting.pop()
        if node not in cut:
            found.append(node)
            waiting.extend(sentence.children(node))
    return sorted(found)


def find_entry(sentence: Sentence, word: int, *, kind: str) -> Entry | None:
    """The lexicon entry of a word with its particle, if it is a cue."""
    by_part = entries(kind).get(sentence.lemmas[word].lower())
    if by_part is None:
        return None
    if kind != "verb" or len(by_part) == 1:
        return by_part.get(particle_of(sentence, word) if kind == "verb" else "")
    return by_part.get(particle_of(sentence, word) or prep_of(sentence, word, parts=by_part))


def prep_of(sentence: Sentence, verb: int, *, parts: Mapping[str, Entry]) -> str:
    """The preposition that belongs to a verb, if a phrase with one stands below it: "call on the crew to wait"."""
    for child in sentence.children(verb, "obl"):
        case = case_of(sentence, child)
        if case is not None and sentence.words[case].lower() in parts:
            return sentence.words[case].lower()
    return ""


def phrases(sentence: Sentence, verb: int, *, preps: dict[str, Cue]) -> Iterator[tuple[int, int, Cue]]:
    """Complements that open with one of ``preps``: (head, preposition, class)."""
    for child in sentence.children(verb, "obl", "nmod", "advcl", "acl"):
        case = case_of(sentence, child)
        if case is not None and (cue := preps.get(sentence.words[case].lower())):
            yield child, case, cue


def as_phrase_of(sentence: Sentence, verb: int) -> int | None:
    """The complement of a verb that opens with "as"."""
    for child in sentence.children(verb, "obl", "advcl", "xcomp"):
        case = case_of(sentence, child)
        if case is not None and sentence.words[case].lower() == "as" and child > verb:
            return child
    return None


def stray_subject(sentence: Sentence, verb: int) -> int | None:
    """The noun phrase between a comma and a verb without a subject: "…, two officials | say"; parsers hang it on what stands before."""
    last = verb - 1
    while last > 0 and sentence.upos[last] in {"AUX", "ADV", "PART"}:
        last -= 1
    node = last
    while node >= 0:
        words = sentence.subtree(node)
        if words[-1] > last:
            return None
        if sentence.words[words[0]] == ",":
            words = words[1:]
        if words and words[-1] == last and words[0] > 0 and sentence.words[words[0] - 1] == ",":
            return node if sentence.upos[node] in {"NOUN", "PROPN", "PRON"} else None
        node = sentence.heads[node]
    return None
