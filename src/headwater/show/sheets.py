"""The texts of reports at the end of a document, with all that it cites of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.show.document import Entry, Pair, Part, Sheet
from headwater.show.marked import split_report
from headwater.show.report_list import tell_title

MOST = 40
"""Texts of more reports would make a page that no browser likes; then cites are shown and lead nowhere."""


def show_texts(dossier: Dossier, parts: Iterable[Part]) -> tuple[Sheet, ...]:
    """The texts of the reports that the parts of a page about one story cite; none where those are too many."""
    cited = collect_spans(parts)
    readings = dict(enumerate(dossier.story.readings, 1))
    return make_sheets({number: readings[number] for number in sorted(cited)}, cited) if len(cited) <= MOST else ()


def make_sheets(readings: Mapping[int, Reading], cited: Mapping[int, list[Span]]) -> tuple[Sheet, ...]:
    """A text for each number, the cited stretches marked."""
    return tuple(Sheet(n, tell_title(r), split_report(r, cited.get(n, ()))) for n, r in readings.items())


def collect_spans(parts: Iterable[Part]) -> dict[int, list[Span]]:
    """What is cited of each report, by its number."""
    found: dict[int, list[Span]] = {}
    for entry in list_entries(parts):
        for ref in entry.refs:
            found.setdefault(ref.number, []).extend(ref.spans)
    return found


def list_entries(parts: Iterable[Part]) -> Iterator[Entry]:
    """All entries, those of pairs too."""
    for part in parts:
        if isinstance(part, Pair):
            yield from (part.left, part.right)
        elif isinstance(part, Entry):
            yield part
