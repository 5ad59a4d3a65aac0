"""Where given words stand: in a wording, or anywhere in the text that is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.link.alignment import align, function_words, weigh_all
from headwater.link.utterances import PHRASE, SAME, SPEAKS_FOR_ITSELF
from headwater.link.wordings import Wording
from headwater.link.words import Words, find_words, read_spans
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.model.story import Story

Keys = Sequence[str]


def matches(query: Keys, wording: Wording) -> bool:
    """Whether a wording has the words, nearly all of them, or is, as a quotation, a part of them."""
    return is_near_or_part(query, wording.keys) if wording.is_quoted else _has(query, wording.keys)


def is_near_or_part(query: Keys, keys: Keys) -> bool:
    """Whether one wording is a part of the other, or nearly so."""
    is_part = _count_content(keys) >= PHRASE and holds_run(query, keys)
    return is_part or _has(query, keys)


def _has(query: Keys, keys: Keys) -> bool:
    return holds_run(keys, query) or (_count_content(query) >= SPEAKS_FOR_ITSELF and _is_near(query, keys))


def holds_run(keys: Keys, run: Keys) -> bool:
    """Whether some words stand in others one after another."""
    return bool(run) and next(_find_runs(keys, run), None) is not None


def _find_runs(keys: Keys, run: Keys) -> Iterator[int]:
    """The numbers of the words where a run begins."""
    wanted = tuple(run)
    return (n for n, key in enumerate(keys) if key == wanted[0] and tuple(keys[n : n + len(wanted)]) == wanted)


def _count_content(keys: Keys) -> int:
    return len(set(keys) - function_words())


def _is_near(query: Keys, keys: Keys) -> bool:
    """Whether two wordings match but for a few words, the shorter one nearly whole."""
    content = set(query) - function_words()
    if len(content & set(keys)) < SPEAKS_FOR_ITSELF:
        return False
    alignment = align(query, keys)
    matched = [query[row] for row, _ in alignment.pairs]
    is_enough = _count_content(matched) >= SPEAKS_FOR_ITSELF
    return is_enough and weigh_all(matched) >= SAME * min(weigh_all(query), weigh_all(keys))


def find_occurrences(story: Story, query: Keys) -> dict[str, tuple[Span, ...]]:
    """The stretches of each report that hold the words one after another, or in a sentence nearly so."""
    found = ((reading.report.id, tuple(_find_in(reading, query))) for reading in story.readings)
    return {report: spans for report, spans in found if spans}


def _find_in(reading: Reading, query: Keys) -> Iterator[Span]:
    words = find_words(reading.report.text, read_spans(reading))
    if not query or not set(query) & set(words.keys):
        return
    runs = [_cover(words, first, first + len(query) - 1) for first in _find_runs(words.keys, query)]
    yield from runs
    if _count_content(query) >= SPEAKS_FOR_ITSELF:
        yield from (span for span in _find_near(reading, query) if not any(span.meets(run) for run in runs))


def _find_near(reading: Reading, query: Keys) -> Iterator[Span]:
    """Of sentences that nearly have the words the stretch from the first to the last that matches."""
    for sentence in reading.sentences:
        words = find_words(reading.report.text, (sentence.span,))
        if len(words) >= SPEAKS_FOR_ITSELF and _is_near(query, words.keys):
            pairs = align(query, words.keys).pairs
            if weigh_all([query[row] for row, _ in pairs]) >= SAME * weigh_all(query):
                yield _cover(words, pairs[0][1], pairs[-1][1])


def _cover(words: Words, first: int, last: int) -> Span:
    return Span(words.spans[first].start, words.spans[last].end)
