"""What a statement says, as words that can be held against another statement's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.link.alignment import function_words
from headwater.link.speakers import Speaker, find_speakers
from headwater.link.terms import strip_ending
from headwater.link.words import find_keys, quoted_spans
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans
from headwater.model.story import NoteRef, Story

TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one statement; only the quoted ones where it quotes."""

    ref: NoteRef
    keys: tuple[str, ...]
    is_quoted: bool
    speaker: Speaker
    terms: frozenset[str] = frozenset()
    """The dictionary forms of all words of the statement that tell something, quoted or not."""

    @property
    def content(self) -> frozenset[str]:
        """The words that carry content, without their endings."""
        return frozenset(map(strip_ending, frozenset(self.keys) - function_words()))


def find_wordings(story: Story) -> tuple[Wording, ...]:
    """The wording of every statement that has words, in the order of reports and statements."""
    speakers = find_speakers(story)
    return tuple(
        wording
        for reading in story.readings
        for number, statement in enumerate(reading.statements)
        for wording in _read_wording(reading, statement, ref=(reading.report.id, number), speakers=speakers)
    )


def _read_wording(
    reading: Reading, statement: Statement, *, ref: NoteRef, speakers: dict[NoteRef, Speaker]
) -> Iterator[Wording]:
    """All its words, then those quoted first where it quotes more than once.

    A statement that strings quotations together ("offensive measures" … "new way") belongs to the utterance of the first:
    it can stand in one group only, and the first is what the sentence is about.
    """
    text = reading.report.text
    quoted = quoted_parts(text, statement)
    stretches = [quoted or statement.content]
    if statement.mode == "mixed" and len(quoted) > 1:
        stretches.append(quoted[:1])
    for stretch in stretches:
        if keys := find_keys(text, stretch):
            yield Wording(ref, keys, bool(quoted), speakers[ref], find_terms(reading, statement.content))


def find_terms(reading: Reading, content: Spans) -> frozenset[str]:
    """The dictionary forms of nouns, verbs, adjectives, adverbs, names and numbers."""
    return frozenset(
        lemma
        for part in content
        for sentence in reading.sentences_in(part)
        for word in sentence.words_in(part)
        if sentence.upos[word] in TELLING and len(lemma := sentence.lemmas[word].lower()) > 1
        and lemma not in function_words()
    )  # fmt: skip


def quoted_parts(text: str, statement: Statement) -> Spans:
    """The stretches of a statement's content that stand in quotation marks; all of it where they are no double ones."""
    if statement.mode == "indirect":
        return ()
    doubled = tuple(
        Span(max(part.start, quoted.start), min(part.end, quoted.end))
        for part in statement.content
        for quoted in quoted_spans(text)
        if part.meets(quoted)
    )
    return doubled or (statement.content if statement.mode == "direct" else ())
