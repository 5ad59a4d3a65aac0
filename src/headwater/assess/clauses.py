"""The words of a report that tell one event: from who acts to the end of what the verb governs."""

from __future__ import annotations

from headwater.assess.wording import trim_marks
from headwater.link.pledges import sentence_at
from headwater.link.words import quoted_spans
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span, Spans, cover

WIDEST = 240
"""Characters an event's words may span before only its parts are shown."""
STOPS = frozenset({",", ";", ":", "–", "—", "--", ".", "!", "?"})
"""Marks at which a clause is taken to end."""
HELPING = ("aux", "cop")


def find_clause(reading: Reading, event: Event) -> Spans:
    """Who, what, to whom as one stretch; as several where they stand far apart or another clause is between them.

    A clause in quotation marks does not run out of them: its own subject stands for the speaker named outside.
    """
    text = reading.report.text
    sentence = sentence_at(reading, event.trigger[-1].start)
    quotation = next((q for q in quoted_spans(text) if q.holds(event.trigger[0])), None)
    if sentence is None or not sentence.words_in(event.trigger[-1]):
        parts = {*event.trigger, *(p for p in event.actor + event.recipient if quotation is None or quotation.holds(p))}
        return _trim_all(text, _join(text, [cover(parts)], parts=parts))
    head, last = find_head(sentence, event.trigger), end_of_clause(sentence, event.trigger[-1])
    parts = choose_parts(sentence, event, quotation=quotation, last=last)
    end = max(*(part.end for part in parts), last)
    whole = Span(min(parts).start, min(end, quotation.end) if quotation else end)
    return _trim_all(text, _join(text, split_subject(sentence, head, whole=whole), parts=parts))


def choose_parts(sentence: Sentence, event: Event, *, quotation: Span | None, last: int) -> set[Span]:
    """Who, what, to whom and where, as far as they belong to the clause, which ends at ``last``.

    In a quotation the verb's own subject stands for who is named outside. A part after the clause that the verb does not
    govern ("…, police said") is none of it.
    """
    head = find_head(sentence, event.trigger)
    below = find_governed(sentence, [head])
    named = {*event.actor, *event.trigger, *event.recipient, *event.place}
    parts = {part for part in named if part.start < last or set(sentence.words_in(part)) & below}
    if quotation and not all(quotation.holds(part) for part in named):
        parts |= {sentence.spans[n] for n in sentence.children(head, "nsubj", *HELPING)}
    return {part for part in parts if quotation is None or quotation.holds(part)} or set(event.trigger)


def _join(text: str, chunks: list[Span], *, parts: set[Span]) -> list[Span]:
    """The chunks, if they stand near each other on one line; else the parts."""
    whole = cover(chunks)
    near = whole.end - whole.start <= WIDEST and "\n" not in text[whole.start : whole.end]
    return chunks if near else sorted(parts)


def _trim_all(text: str, spans: list[Span]) -> Spans:
    return tuple(span for span in (trim_marks(text, s) for s in spans) if span.end > span.start)


def find_head(sentence: Sentence, trigger: Spans) -> int:
    """The word of a trigger that governs the others."""
    words = [n for part in trigger for n in sentence.words_in(part)]
    return next((n for n in words if sentence.heads[n] not in words), words[-1])


def end_of_clause(sentence: Sentence, last: Span) -> int:
    """Where the words below the trigger stop, or a comma or another clause stands between them."""
    words = sentence.words_in(last)
    below, word = find_governed(sentence, words), words[-1]
    while word + 1 in below and sentence.words[word + 1] not in STOPS:
        word += 1
    return sentence.spans[word].end


def find_governed(sentence: Sentence, trigger: list[int]) -> set[int]:
    """The words a trigger governs, without the clauses joined to its own."""
    head = next((word for word in trigger if sentence.heads[word] not in trigger), trigger[-1])
    joined = {word for child in sentence.children(head, "conj", "parataxis") for word in sentence.subtree(child)}
    return set(sentence.subtree(head)) - joined


def split_subject(sentence: Sentence, head: int, *, whole: Span) -> list[Span]:
    """The clause in one piece; in two where it is joined to another verb whose subject it shares.

    "The port may close … and turn ships away" tells of turning away as "The port may … turn ships away".
    """
    first = sentence.heads[head]
    if sentence.rels[head].split(":")[0] != "conj" or first < 0 or sentence.children(head, "nsubj"):
        return [whole]
    subject = sentence.children(first, "nsubj")
    own = [n for n in sentence.children(head, *HELPING) if first < n < head]
    shared = () if own else (n for n in sentence.children(first, *HELPING) if n < first)
    start = sentence.spans[min([*own, head])].start
    if not subject or not first < head or not whole.start <= sentence.spans[subject[0]].start < start < whole.end:
        return [whole]
    before = sentence.cover((*sentence.subtree(subject[0]), *shared))
    return [Span(max(before.start, whole.start), before.end), Span(start, whole.end)]
