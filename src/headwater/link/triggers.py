"""Words that name a deed or mishap, with what stands round them: what is held side by side to tell whether two are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.lexicon import load
from headwater.link.alignment import function_words
from headwater.link.deed_words import Words, find_keys
from headwater.link.numbers import read_number
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Spans

CARRIED = frozenset({"obj", "xcomp", "conj", "obl"})
"""Relations under which a word shares the subject of the word above it ("came under attack")."""
AROUND = frozenset({"obl", "nmod", "compound", "amod", "nummod", "appos", "iobj"})
PARTICLES = ("compound", "obj", "advmod", "obl")
"""Where the other words of a phrase stand ("gun down", "claim life")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One naming of a deed."""

    report: str
    sentence: int
    """Number of the sentence; -1 where the words stand in none that was parsed."""
    lemma: str
    """Of the word that heads the trigger."""
    lemmas: Words
    """Of all its words that carry content."""
    keys: Words
    """The stem and the sets of like words it is known by."""
    actor: Words
    """Content words of who acts; likewise below."""
    recipient: Words
    around: Words
    numbers: Words
    """Numbers among the parties and what stands round the trigger, in figures."""
    counted: Words
    """Those of them that count who acts or is acted upon."""
    words: Words
    """Content words of the whole sentence."""
    is_negated: bool = False

    @property
    def parties(self) -> Words:
        """The words of everything that takes part."""
        return self.actor | self.recipient | self.around


def read_trigger(reading: Reading, spans: Spans) -> Trigger:
    """A trigger as the parse of its sentence tells it; words alone where no sentence holds it."""
    for sentence in reading.sentences_in(spans[0]):
        inside = [n for n, place in enumerate(sentence.spans) if any(place.meets(span) for span in spans)]
        if inside:
            return _read_parsed(reading.report.id, sentence, inside)
    plain = " ".join(reading.report.quote(span) for span in spans).casefold()
    none: Words = frozenset()
    return Trigger(
        reading.report.id, -1, plain, frozenset({plain}), find_keys(plain), none, none, none, none, none, none
    )


def read_word(report: str, sentence: Sentence, word: int) -> Trigger:
    """A trigger of one word."""
    return _read_parsed(report, sentence, [word])


def _read_parsed(report: str, sentence: Sentence, inside: Sequence[int]) -> Trigger:
    head = next((n for n in inside if sentence.heads[n] not in inside), inside[0])
    actor, recipient, around = _find_parties(sentence, head, inside)
    lemma = sentence.lemmas[head].lower()
    lemmas = frozenset(sentence.lemmas[n].lower() for n in inside) - function_words() or frozenset({lemma})
    beside = frozenset(sentence.lemmas[n].lower() for n in sentence.children(head, *PARTICLES)) | lemmas
    numbers = [n for n in (*actor, *recipient, *around) if sentence.upos[n] == "NUM"]
    heads = {n for n in (*actor, *recipient) if sentence.heads[n] not in actor | recipient}
    counting = [n for n in numbers if n in heads or (sentence.heads[n] in heads and sentence.rels[n] == "nummod")]
    without = function_words() | {lemma}
    named = (frozenset(sentence.lemmas[n].lower() for n in part) - without for part in (actor, recipient, around))
    acting, acted_on, other = named
    return Trigger(report, sentence.index, lemma, lemmas, find_keys(lemma, beside), acting, acted_on, other,
                   _read_numbers(sentence, numbers), _read_numbers(sentence, counting),
                   content_words(sentence), _is_negated(sentence, head))  # fmt: skip


def _read_numbers(sentence: Sentence, words: Sequence[int]) -> Words:
    values = (read_number(sentence, word) for word in words)
    return frozenset(f"{value:g}" for value in values if value is not None)


def content_words(sentence: Sentence) -> Words:
    """The lemmas of a sentence that carry content."""
    kept = (lemma.lower() for lemma, tag in zip(sentence.lemmas, sentence.upos, strict=True) if tag != "PUNCT")
    return frozenset(kept) - function_words()


def _find_parties(sentence: Sentence, head: int, inside: Sequence[int]) -> tuple[set[int], set[int], set[int]]:
    """The words of who acts, of who is acted upon, and of what else stands beside a trigger."""
    actor, recipient, around = set[int](), set[int](), set[int]()
    for child in (c for c in sentence.children(head) if c not in inside):
        rel, base = sentence.rels[child], sentence.rels[child].split(":")[0]
        if rel == "nsubj:pass" or base == "obj":
            recipient.update(sentence.subtree(child))
        elif base == "nsubj" or rel == "obl:agent":
            actor.update(sentence.subtree(child))
        elif base in AROUND:
            around.update(sentence.subtree(child))
    above, base = sentence.heads[head], sentence.rels[head].split(":")[0]
    if above >= 0 and base in CARRIED and not actor:
        actor.update(w for c in sentence.children(above, "nsubj") if c != head for w in sentence.subtree(c))
    if above >= 0 and base == "acl":
        around.add(above)
    return actor, recipient, around


def _is_negated(sentence: Sentence, head: int) -> bool:
    negations = load("sameness")["negations"]["words"]
    return any(sentence.lemmas[c].lower() in negations for c in sentence.children(head, "advmod", "det"))
