"""What somebody denies, held against what reports say is so.

Only words that deny outright count ("denied that the ship was overloaded"), and the claim must have the denied verb and
something it is about: silence or another account is no denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.lexicon import load
from headwater.link.alignment import function_words
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.model.story import Story

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
MOST = 6
"""Places of a side that are cited."""
NEGATING = frozenset({"not", "n't", "never", "no", "nobody", "nothing", "none", "without"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies, with what it denies."""

    reading: Reading
    span: Span
    deeds: frozenset[str]
    """Lemmas of what is said not to be so."""
    about: frozenset[str]
    """Lemmas of who and what it is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """A deed told as done."""

    reading: Reading
    span: Span
    about: frozenset[str]
    """Lemmas of the nouns it is told with."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that say it is so."""

    reading: Reading
    span: Span


def find_denials(story: Story) -> Iterator[tuple[list[Denial], list[Claim]]]:
    """Each denial, in all its places, with the claims against it, the first of each report; none where nobody claims it."""
    same: dict[tuple[frozenset[str], frozenset[str]], list[Denial]] = {}
    denied: dict[str, list[Span]] = {}
    for reading in story.readings:
        for statement in reading.statements:
            if denial := read_denial(reading, statement):
                same.setdefault((denial.deeds, denial.about), []).append(denial)
                denied.setdefault(reading.report.id, []).append(denial.span)
    told = find_told(story, frozenset(deed for deeds, _ in same for deed in deeds), denied=denied)
    for (deeds, about), denials in same.items():
        near = (place for deed in sorted(deeds) for place in told.get(deed, ()))
        claims = {place.reading.report.id: place for place in near if place.about & (about - deeds)}
        if claims:
            yield denials[:MOST], [Claim(place.reading, place.span) for place in [*claims.values()][:MOST]]


def find_told(story: Story, deeds: frozenset[str], *, denied: Mapping[str, Sequence[Span]]) -> dict[str, list[Told]]:
    """Where reports say that some deeds were done, by deed; not in the words of a denial."""
    found: dict[str, list[Told]] = {}
    for reading in story.readings:
        spans = denied.get(reading.report.id, ())
        for sentence in reading.sentences if deeds else ():
            if sentence.role == "body" and not any(span.meets(sentence.span) for span in spans):
                for word, deed in _list_deeds(sentence, deeds):
                    about = frozenset(_root(sentence.lemmas[n]) for n in _around(sentence, word))
                    found.setdefault(deed, []).append(Told(reading, _clause(sentence, word), about))
    return found


def _list_deeds(sentence: Sentence, deeds: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The words of a sentence that tell one of some deeds as done."""
    for word, lemma in enumerate(sentence.lemmas):
        forms = (lemma.casefold(), sentence.words[word].casefold().removesuffix("ed"))
        deed = next((form for form in forms if form in deeds), None)
        if deed and sentence.upos[word] in CONTENT and not _is_open(sentence, word):
            yield word, deed


def read_denial(reading: Reading, statement: Statement) -> Denial | None:
    """What a statement denies; None where its cue does not deny or its content says too little."""
    cues = [sentence.lemmas[n].casefold() for span in statement.cue for sentence, n in _words(reading, span)]
    if not set(cues) & set(load("differences")["denying"]["words"]) or not statement.content:
        return None
    words = [pair for part in statement.content for pair in _words(reading, part)]
    if any(sentence.lemmas[n].casefold() in NEGATING for sentence, n in words):
        return None
    deeds = frozenset(s.lemmas[n].casefold() for s, n in words if _is_deed(s, n)) - _light()
    about = frozenset(_root(s.lemmas[n]) for s, n in words if s.upos[n] in ("NOUN", "PROPN")) - _light()
    parts = (*statement.cue, *statement.content)
    return Denial(reading, Span(min(parts).start, max(p.end for p in parts)), deeds, about) if deeds and about else None


def _is_deed(sentence: Sentence, word: int) -> bool:
    """Whether a word is what is denied: a verb, or a participle that stands for one ("had been overloaded")."""
    is_participle = sentence.upos[word] == "ADJ" and sentence.words[word].casefold().endswith("ed")
    return sentence.upos[word] == "VERB" or is_participle


def _light() -> frozenset[str]:
    return function_words() | frozenset(load("differences")["light"]["words"])


def _root(lemma: str) -> str:
    """A lemma; one word for those that stand for each other."""
    plain = lemma.casefold()
    near = (entry["words"] for entry in load("sameness")["near"])
    return next((words[0] for words in near if plain in words), plain)


def _words(reading: Reading, span: Span) -> Iterator[tuple[Sentence, int]]:
    for sentence in reading.sentences_in(span):
        yield from ((sentence, word) for word in sentence.words_in(span))


def _around(sentence: Sentence, word: int) -> list[int]:
    """The words a deed is told with: those below it, its head where it stands beside a noun, and its subject's."""
    head = sentence.heads[word]
    near = sentence.subtree(word)
    if sentence.rels[word].split(":")[0] in ("amod", "acl") and head >= 0:
        near = [*near, head]
    while sentence.rels[word].split(":")[0] in ("conj", "xcomp", "ccomp", "advcl") and head >= 0:
        near = [*near, *(n for child in sentence.children(head, "nsubj") for n in sentence.subtree(child))]
        word, head = head, sentence.heads[head]
    return [n for n in near if sentence.upos[n] in ("NOUN", "PROPN")]


def _is_open(sentence: Sentence, word: int) -> bool:
    """Whether the deed is negated, asked, or only possible."""
    path = [word, *sentence.ancestors(word)]
    below = {sentence.lemmas[c].casefold() for n in path for c in sentence.children(n, "advmod", "det", "aux", "mark")}
    cues = {sentence.lemmas[n].casefold() for n in path}
    is_asked = sentence.words[-1] == "?" or sentence.words[-2:-1] == ("?",)
    possible = {"may", "might", "could", "would", "should", "if", "whether", "can", "must", "will"}
    return bool(below & (NEGATING | possible)) or bool(cues & set(load("differences")["denying"]["words"])) or is_asked


def _clause(sentence: Sentence, word: int) -> Span:
    """The deed with all that is told with it."""
    return sentence.cover({word, *sentence.subtree(word), *_around(sentence, word)})
