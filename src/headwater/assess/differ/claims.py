"""What reports tell as done: the side of a dispute that somebody denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.assess.differ.arguments import find_agents, find_nouns, find_patients, is_close, is_negated, is_past
from headwater.assess.differ.clause import climb, list_clause
from headwater.assess.differ.negations import Denial, is_deed
from headwater.assess.differ.roots import NEGATING, NOUNS, light, listed, root
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

THINGS = 2
"""Nouns that a claim must share with a denial that names no deed."""
MOST_OF = 0.6
"""Share of the nouns of such a denial that a claim must have."""
POSSIBLE = frozenset(
    {"may", "might", "could", "would", "should", "if", "whether", "can", "must", "will", "unless", "often", "usually"}
)
"""Words under which nothing has been done, or only as a rule."""
Denied = Mapping[str, Sequence[Span]]
"""Where the denials of each report stand: their words are no claims."""


@dataclass(frozen=True, slots=True)
class Told:
    """A deed told as done."""

    reading: Reading
    span: Span
    sentence: Span
    about: frozenset[str]
    """Roots of the nouns it is told with."""
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    is_aim: bool = False
    """Whether it is only what something is done for ("to meet")."""


def list_told(readings: Sequence[Reading], deeds: frozenset[str], *, denied: Denied) -> dict[str, list[Told]]:
    """Where reports say that some deeds were done, by deed; not in the words of a denial."""
    found: dict[str, list[Told]] = {}
    for reading in readings if deeds else ():
        for sentence in (s for s in reading.sentences if s.role == "body"):
            for word, deed in _list_deeds(sentence, deeds):
                if not _is_inside(reading, sentence, word, denied=denied):
                    found.setdefault(deed, []).append(_tell(reading, sentence, word))
    return found


def list_with(readings: Sequence[Reading], denial: Denial, *, denied: Denied) -> Iterator[Told]:
    """Clauses about the things that somebody denies having had to do with, whatever the verb."""
    wanted = denial.about - denial.doers
    for reading in readings:
        for sentence in (s for s in reading.sentences if s.role == "body"):
            for word in (n for n, tag in enumerate(sentence.upos) if tag == "VERB" and is_past(sentence, n)):
                about = find_nouns(sentence, list_clause(sentence, word))
                is_near = denial.patients <= about and len(about & wanted) >= min(
                    len(wanted), max(THINGS, len(wanted) * MOST_OF)
                )
                if is_near and not _is_inside(reading, sentence, word, denied=denied) and not _is_open(sentence, word):
                    yield _tell(reading, sentence, word)


def _is_inside(reading: Reading, sentence: Sentence, word: int, *, denied: Denied) -> bool:
    return any(span.meets(sentence.spans[word]) for span in denied.get(reading.report.id, ()))


def _tell(reading: Reading, sentence: Sentence, word: int) -> Told:
    near = _list_around(sentence, word)
    about = find_nouns(sentence, near) - light()
    sides = find_agents(sentence, word), find_patients(sentence, word)
    is_aim = any(sentence.words[n].casefold() == "to" for n in sentence.children(word, "mark"))
    span = sentence.cover({word, *sentence.subtree(word), *near})
    return Told(reading, span, sentence.span, about, *sides, is_aim=is_aim)


def _list_deeds(sentence: Sentence, deeds: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The words of a sentence that tell one of some deeds as done."""
    for word, lemma in enumerate(sentence.lemmas):
        form = sentence.words[word].casefold()
        forms = (root(lemma), root(form.removesuffix("ed")), root(form.removesuffix("d")))
        deed = next((form for form in forms if form in deeds), None)
        if deed and is_deed(sentence, word) and not _is_open(sentence, word):
            yield word, deed


def _list_around(sentence: Sentence, word: int) -> list[int]:
    """The nouns a deed is told with: those below it, its head where it stands beside a noun, and its subject's."""
    head, near = sentence.heads[word], sentence.subtree(word)
    if sentence.upos[word] == "NOUN":
        top = list(climb(sentence, word))[-1]
        near = [*near, *list_clause(sentence, top)]
        near += [sentence.heads[top]] if sentence.rels[top] == "acl:relcl" else []
    elif sentence.rels[word].split(":")[0] in ("amod", "acl") and head >= 0:
        near = [*near, head]
    while sentence.rels[word].split(":")[0] in ("conj", "xcomp", "ccomp", "advcl") and head >= 0:
        near = [*near, *(n for child in sentence.children(head, "nsubj") for n in sentence.subtree(child))]
        word, head = head, sentence.heads[head]
    return [n for n in near if sentence.upos[n] in NOUNS]


def _is_open(sentence: Sentence, word: int) -> bool:
    """Whether the deed is negated, asked, or only possible."""
    path = [word, *sentence.ancestors(word)]
    marks = ((n, c) for n in path for c in sentence.children(n, "advmod", "det", "aux", "mark"))
    below = {sentence.lemmas[c].casefold() for n, c in marks if is_close(sentence, c, n)}
    cues = {sentence.lemmas[n].casefold() for n in path}
    is_asked = sentence.words[-1] == "?" or sentence.words[-2:-1] == ("?",)
    is_denied = bool(cues & listed("denying")) or any(is_negated(sentence, n) for n in path)
    return bool(below & (NEGATING | POSSIBLE)) or is_denied or is_asked
