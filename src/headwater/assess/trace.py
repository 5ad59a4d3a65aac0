"""Where some words stand in a story, in which wordings, and where each entered the news."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from headwater.assess.independence import Background, collect_sources, lay_out, weigh_sources
from headwater.assess.occurrences import Keys, find_occurrences, is_near_or_part, matches
from headwater.assess.relays import list_relays
from headwater.assess.said import Told, choose_fullest, group_refs, name_speaker
from headwater.assess.spoken import quote_words, tell_statements
from headwater.assess.wording import bare, join_words
from headwater.link.beside import Beside, lay_beside
from headwater.link.wordings import find_wordings
from headwater.link.words import find_words, quoted_spans
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans
from headwater.model.story import Link, NoteRef, Story

UNDATED = "9999-99-99"
"""Sorts reports without a date behind those with one."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a report has the words."""

    report: str
    spans: Spans
    words: str
    beside: Beside
    """The words held against the fullest wording."""
    mode: str | None = None
    """direct, mixed or indirect; None for words that stand in no statement."""
    speaker: str | None = None
    relays: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    """Where they entered; of words in no statement, where the report comes from."""
    copy_of: str | None = None
    """The report whose text this one repeats."""
    possible: str = ""
    """Why this is possibly the same and not surely; empty where it is."""
    is_quoted: bool = False
    """Of words in no statement: whether they stand in quotation marks."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One utterance, or words in the running text, through all reports of a story."""

    story: str
    fullest: str
    """The fullest wording, which the others are held against."""
    speaker: str | None
    places: tuple[Place, ...]
    """Earliest first; reports without a date last, copies behind what they repeat."""
    origins: tuple[Origin, ...]
    """The independent origins of all that is surely the same."""
    circular: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that surely carry it, each once."""
        return tuple(dict.fromkeys(place.report for place in self.places if not place.possible))


def trace_words(words: str, story: Story) -> tuple[Trace, ...]:
    """Every utterance of a story that has the words, widest reported first; then the words outside statements.

    The words may be a part of what was said, or more of it than some report has.
    """
    query = find_words(words, (Span(0, len(words)),)).keys
    background = lay_out(story)
    told, hits = tell_statements(story, story.readings), find_occurrences(story, query)
    found = [wording.ref for wording in find_wordings(story) if matches(query, wording)]
    found += [ref for ref, one in told.items() if any(_stands_in(span, one) for span in hits.get(ref[0], ()))]
    groups = [refs for refs in group_refs(told, story.utterances) if not set(found).isdisjoint(refs)]
    traces = [_trace_utterance(background, [told[ref] for ref in refs], told, query=query) for refs in groups]
    covered = _list_spans(traces)
    loose = [
        _place_text(background, report, span)
        for report, spans in hits.items()
        for span in spans
        if not any(part.meets(span) for part in covered.get(report, ()))
    ]
    joined = [
        _join_quoted(background, trace, loose)
        for trace in sorted(traces, key=lambda trace: (-len(trace.reports), trace.fullest))
    ]
    taken = {(place.report, place.spans) for trace in joined for place in trace.places}
    return (*joined, *_trace_text(background, [p for p in loose if (p.report, p.spans) not in taken]))


def _stands_in(span: Span, told: Told) -> bool:
    return any(part.holds(span) for part in told.statement.content)


def _list_spans(traces: Iterable[Trace]) -> dict[str, list[Span]]:
    """What the places of traces cover, by report."""
    covered: dict[str, list[Span]] = {}
    for trace in traces:
        for place in trace.places:
            covered.setdefault(place.report, []).extend(place.spans)
    return covered


def _trace_utterance(background: Background, group: list[Told], told: dict[NoteRef, Told], *, query: Keys) -> Trace:
    """One utterance, with what is possibly the same."""
    read = _choose_words(group, query)
    best = choose_fullest(group)
    fullest, independence = read(best), weigh_sources(background, collect_sources(background, [t.ref for t in group]))
    places = [_place(background, one, read(one), fullest) for one in group]
    places += [
        _place(background, told[ref], read(told[ref]), fullest, possible=link.reason)
        for ref, link in _list_possible([one.ref for one in group], background.story.utterances)
        if ref in told
    ]
    names = (name_speaker(one) for one in (best, *group) if one.speaker.is_known)
    return Trace(
        background.story.id,
        fullest,
        next(names, None),
        _sort(background, places),
        independence.origins,
        independence.circular,
    )


def _choose_words(group: list[Told], query: Keys) -> Callable[[Told], str]:
    """The words that are shown: those in quotation marks, unless what was asked for stands outside the marks."""
    quoted = (find_words(quote_words(told), (Span(0, len(quote_words(told))),)).keys for told in group)
    is_quoted = any(is_near_or_part(query, keys) for keys in quoted)
    return quote_words if is_quoted else attrgetter("content")


def _list_possible(group: list[NoteRef], links: Iterable[Link]) -> Iterator[tuple[NoteRef, Link]]:
    """The statements that are possibly what a group says, each once."""
    seen = set(group)
    for link in links:
        if link.possible and not set(group).isdisjoint(link.members):
            for ref in link.members:
                if ref not in seen:
                    seen.add(ref)
                    yield ref, link


def _place(background: Background, told: Told, words: str, fullest: str, *, possible: str = "") -> Place:
    """One statement as a place of the words."""
    reading, statement = told.reading, told.statement
    relays = list_relays(reading, statement, agencies=background.agencies)
    return Place(
        reading.report.id,
        statement.content,
        words,
        lay_beside(fullest, words),
        statement.mode,
        name_speaker(told) or (f"{told.pronoun} (not resolved)" if told.pronoun else None),
        tuple(dict.fromkeys(origin.name for origin in relays)),
        background.story.origins.get(told.ref, ()),
        _copied(background.story, reading),
        possible,
    )


def _copied(story: Story, reading: Reading) -> str | None:
    return next((copy.of for copy in story.copies if copy.report == reading.report.id), None)


def _age(background: Background, place: Place) -> tuple[str, bool, str, int]:
    published = background.readings[place.report].provenance.published.value or UNDATED
    return published, place.copy_of is not None, place.report, place.spans[0].start


def _sort(background: Background, places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: _age(background, place)))


def _place_text(background: Background, report: str, span: Span) -> Place:
    """Words of the running text; where they stand in quotation marks, all between the marks."""
    reading = background.readings[report]
    marks = (quoted for quoted in quoted_spans(reading.report.text) if quoted.holds(span))
    quoted = next(marks, None)
    words = join_words(reading, (quoted or span,))
    origins = background.story.report_origins.get(report, ())
    copied = _copied(background.story, reading)
    return Place(
        report,
        (quoted or span,),
        bare(words),
        lay_beside(words, words),
        origins=origins,
        copy_of=copied,
        is_quoted=bool(quoted),
    )


def _join_quoted(background: Background, trace: Trace, loose: Iterable[Place]) -> Trace:
    """A trace with the quotations of which no statement was made, where their words are the same."""
    keys = find_words(trace.fullest, (Span(0, len(trace.fullest)),)).keys
    same = [
        replace(place, beside=lay_beside(trace.fullest, place.words))
        for place in loose
        if place.is_quoted and is_near_or_part(find_words(place.words, (Span(0, len(place.words)),)).keys, keys)
    ]
    return replace(trace, places=_sort(background, (*trace.places, *same)))


def _trace_text(background: Background, loose: list[Place]) -> Iterator[Trace]:
    """The words where they stand in no statement; nothing where there are none."""
    if not loose:
        return
    fullest = max((place.words for place in loose), key=len)
    sources = {place.report: place.origins for place in loose}
    places = _sort(background, (replace(place, beside=lay_beside(fullest, place.words)) for place in loose))
    yield Trace(background.story.id, fullest, None, places, weigh_sources(background, sources).origins)
