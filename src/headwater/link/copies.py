"""Which reports repeat another's text, and where.

A shared quotation is no copy: people who write down the same words on their own share it too. So a copy must also share
what stands outside quotation marks. Within a family of copies the agency's own
text, else the fullest, is the one the others are copies *of*.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from headwater.link.fingerprints import SHINGLE, Prints, find_shared, fingerprint
from headwater.link.words import Words, find_words, quoted_spans, read_spans
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.model.story import Copy, Story
from headwater.settings import Linking

CANDIDATES = 15
"""Texts held against a report, the ones with the most common fingerprints."""
LEAST_SHARED = 0.1
"""Share of a report's fingerprints a text must have to be held against it."""
UNQUOTED_SHARE = 0.6
"""How much of the containment asked for must also hold outside quotation marks."""
MOST_LISTED = 50
"""Texts listed under one fingerprint."""
MOST_PLACES = 20
"""Repetitions of one run of words inside a text that are looked at; more are a template or an attack."""
SHORTEST = SHINGLE + 4
"""Words below which a report is too short to be called a copy."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Text:
    """A report as the copy finder sees it."""

    report: str
    words: Words
    prints: Prints
    quoted: Mask
    """Whether each word stands in quotation marks."""


@dataclass(slots=True)
class _Index:
    """Texts by fingerprint, the fullest first; a fingerprint of very many texts lists only the first of them."""

    texts: list[Text] = field(default_factory=list)
    by_print: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: Text) -> None:
        for print_ in text.prints.kept.tolist():
            listed = self.by_print[print_]
            if len(listed) < MOST_LISTED:
                listed.append(len(self.texts))
        self.texts.append(text)

    def candidates(self, text: Text) -> list[Text]:
        shared: Counter[int] = Counter()
        for print_ in text.prints.kept.tolist():
            shared.update(self.by_print.get(print_, ()))
        least = max(1.0, LEAST_SHARED * len(text.prints.kept))
        ranked = sorted((-n, number) for number, n in shared.items() if n >= least)
        return [self.texts[number] for _, number in ranked[:CANDIDATES]]


def find_copies(story: Story, *, settings: Linking = Linking()) -> tuple[Copy, ...]:  # noqa: B008 - frozen
    """For every report that repeats fuller ones: which, how much of the report stands there, and the passages.

    The first one named is the one it repeats most and makes the two one family; others named are of other families. Where
    the fullest text of a family is a reprint and the agency's own dispatch is among the others, it is a copy of that.
    """
    texts = sorted(map(read_text, story.readings), key=lambda text: (-len(text.words), text.report))
    index, copies = _Index(), dict[str, list[Copy]]()
    families: dict[str, str] = {}
    for text in texts:
        originals = _find_originals(text, index.candidates(text), least=settings.copy_containment)
        families[text.report] = families[originals[0][1].report] if originals else text.report
        copies[text.report] = [
            Copy(text.report, other.report, round(share, 3), find_passages(text, other))
            for n, (share, other) in enumerate(originals)
            if n == 0 or families[other.report] != families[text.report]
        ]
        index.add(text)
    for dispatch in _list_dispatches(story.readings, copies, families):
        (copy, *others), reprint = copies[dispatch], families[dispatch]
        copies[dispatch] = others
        copies[reprint] = [turn_round(copy, {text.report: text for text in texts}), *copies[reprint]]
    return tuple(copy for reading in story.readings for copy in copies[reading.report.id])


def _list_dispatches(
    readings: Iterable[Reading], copies: Mapping[str, list[Copy]], families: Mapping[str, str]
) -> Iterator[str]:
    """The fullest dispatch of each family whose fullest text is none, if it repeats that."""
    dispatches = {reading.report.id for reading in readings if is_dispatch(reading)}
    seen = set[str]()
    for report, family in families.items():
        first = next(iter(copies[report]), None)
        if report in dispatches and family not in dispatches | seen and first and first.of == family:
            seen.add(family)
            yield report


def is_dispatch(reading: Reading) -> bool:
    """Whether a report is an agency's own text: its dateline stands over all of it, and no other outlet is named."""
    roles = [block.role for block in reading.blocks]
    lead = roles[: roles.index("body")] if "body" in roles else roles
    outlet, credits = reading.provenance.outlet.value, {credit.value for credit in reading.provenance.credits}
    return "dateline" in lead and bool(credits) and (outlet is None or outlet in credits)


def turn_round(copy: Copy, texts: Mapping[str, Text]) -> Copy:
    """A copy seen from the other side."""
    share = contain(texts[copy.of], texts[copy.report], least=0)
    return Copy(copy.of, copy.report, round(share, 3), tuple((there, here) for here, there in copy.passages))


def read_text(reading: Reading) -> Text:
    """The words of a report, furniture left out, with fingerprints."""
    words = find_words(reading.report.text, read_spans(reading))
    quoted = np.zeros(len(words), dtype=np.bool_)
    starts = np.array([span.start for span in words.spans], dtype=np.int64)
    for span in quoted_spans(reading.report.text):
        quoted[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return Text(reading.report.id, words, fingerprint(words.keys), quoted)


def _find_originals(text: Text, candidates: list[Text], *, least: float) -> list[tuple[float, Text]]:
    """The texts a report repeats, with the share of it that stands in each, the greatest first."""
    if len(text.words) < SHORTEST:
        return []
    held = [(contain(text, other, least=least), other) for other in candidates]
    return sorted((pair for pair in held if pair[0] >= least), key=lambda pair: -pair[0])


def contain(text: Text, other: Text, *, least: float) -> float:
    """Share of a text's words that stand in runs which ``other`` has, too; 0 where only quotations are shared."""
    if not len(text.prints.shingles):
        return 0.0
    shared = find_shared(text.prints, other.prints)
    repeated = _mark_repeated(shared, size=len(text.words))
    outside = repeated[~text.quoted].mean() if not text.quoted.all() else 0.0
    return float(repeated.mean()) if outside >= UNQUOTED_SHARE * least else 0.0


def _mark_repeated(shared: Mask, *, size: int) -> Mask:
    """Whether each word stands in a shingle that is shared."""
    repeated = np.zeros(size, dtype=np.bool_)
    for place in range(SHINGLE):
        repeated[place : place + len(shared)] |= shared
    return repeated


def find_passages(text: Text, other: Text) -> tuple[tuple[Span, Span], ...]:
    """The longest runs of at least SHINGLE equal words, as spans of both texts, in the order of the first."""
    places: dict[int, list[int]] = defaultdict(list)
    for number, shingle in enumerate(other.prints.shingles.tolist()):
        if len(places[shingle]) < MOST_PLACES:
            places[shingle].append(number)
    found, word = [], 0
    shingles = text.prints.shingles.tolist()
    while word < len(shingles):
        length, there = max(
            ((_run(text, other, word, at), at) for at in places.get(shingles[word], ())), default=(0, 0)
        )
        if length:
            found.append((_stretch(text, word, length), _stretch(other, there, length)))
        word += max(length, 1)
    return tuple(found)


def _run(text: Text, other: Text, here: int, there: int) -> int:
    """How many words are equal from two places on."""
    length, most = 0, min(len(text.words) - here, len(other.words) - there)
    while length < most and text.words.keys[here + length] == other.words.keys[there + length]:
        length += 1
    return length


def _stretch(text: Text, first: int, length: int) -> Span:
    return Span(text.words.spans[first].start, text.words.spans[first + length - 1].end)


def group_copies(story: Story) -> dict[str, str]:
    """The family of every report: the id of the report that it, and its original, and so on, are copies of."""
    of = {copy.report: copy.of for copy in reversed(story.copies)}

    def trace(report: str) -> str:
        while report in of:
            report = of[report]
        return report

    return {reading.report.id: trace(reading.report.id) for reading in story.readings}
