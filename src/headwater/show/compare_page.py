"""A comparison of two reports as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from headwater.assess.comparison import Comparison, Shared, Side
from headwater.assess.wording import join_words
from headwater.link.beside import Beside, lay_beside
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.show.counts import count, count_origins
from headwater.show.document import (
    Document,
    Entry,
    Heading,
    Legend,
    Pair,
    Part,
    Ref,
    plain_pieces,
    take_side,
    warn,
)
from headwater.show.outline import SECTIONS, make_item
from headwater.show.printable import shorten
from headwater.show.report_list import tell, tell_title
from headwater.show.sheets import collect_spans, list_entries, make_sheets

MARKED = ("wording", "meaning")
"""Differences that stand marked in the words themselves."""
LONGEST = 300
"""Characters of a shared passage that are shown; its cites lead to all of it."""
NAMES = ("Report 1", "Report 2")
MARKS = Legend("report 1", "report 2", is_paired=True)


def make_document(comparison: Comparison) -> Document:
    """The page."""
    titles = " / ".join(tell_title(reading) for reading in (comparison.one, comparison.other))
    parts = [*list_heads(comparison), *([] if comparison.is_same else list_body(comparison))]
    shown = (*parts, *note_marks(parts))
    sheets = make_sheets({1: comparison.one, 2: comparison.other}, collect_spans(shown))
    return Document(titles, tuple(sum_up(comparison)), shown, sheets)


def list_body(comparison: Comparison) -> Iterator[Part]:
    """What both have, what differs, and what only one has."""
    yield from list_differences(comparison)
    yield from list_said(comparison)
    yield from list_told(comparison)
    yield from list_passages(comparison)
    yield from list_only(comparison)


def note_marks(parts: Iterable[Part]) -> tuple[Legend, ...]:
    """How to read the marks, where there are any."""
    pieces = (piece for entry in list_entries(parts) for piece in entry.pieces)
    return (MARKS,) if any(piece.where != "both" for piece in pieces) else ()


def sum_up(comparison: Comparison) -> Iterator[str]:
    """How much the two have in common."""
    if comparison.is_same:
        yield "the two have the same text"
        return
    one, other = (round(100 * share) for share in comparison.containment)
    if one or other:
        yield f"{one} % of report 1 stands word for word in report 2, {other} % of report 2 in report 1"
    else:
        yield "no run of eight words stands in both"
    yield f"{count(len(comparison.utterances), 'utterance')} in both"
    yield count(len(comparison.differences) + len(comparison.alike), "difference")


def list_heads(comparison: Comparison) -> Iterator[Part]:
    """Which reports are held against each other."""
    yield Heading("The reports", 2, "reports")
    yield Pair(head(comparison.one, NAMES[0]), head(comparison.other, NAMES[1]))


def head(reading: Reading, name: str) -> Entry:
    """One report."""
    source = reading.provenance
    outlet, published = tell(source.outlet), tell(source.published)
    facts = (
        outlet if outlet != "unknown" else "outlet unknown",
        published if published != "unknown" else "date unknown",
        *(f"credit: {tell(credit)}" for credit in source.credits),
        reading.report.id,
    )
    return Entry(plain_pieces(tell_title(reading)), facts, label=name, warning=tell_unread(reading))


def tell_unread(reading: Reading) -> str:
    """Why nothing could be found in a report; nothing where it was read."""
    if reading.language not in ("en", "und"):
        return f"kept but not read: its language is {reading.language}"
    has_text = any(block.role == "body" for block in reading.blocks)
    return "" if has_text else "no article text found, all was taken for furniture of the site"


def list_differences(comparison: Comparison) -> Iterator[Part]:
    """Numbers, dates, denials and speakers that exclude each other."""
    pairs = [tell_difference(finding, comparison) for finding in comparison.differences
             if finding.details.get("about") not in MARKED]  # fmt: skip
    pairs += [tell_alike(shared) for shared in comparison.alike]
    yield from section("Where they differ", "differences", pairs)


def tell_alike(shared: Shared) -> Pair:
    """A sentence in the words of both."""
    left, right = (
        Entry(take_side(shared.beside.pieces, where), label=NAMES[n], refs=(Ref(n + 1, side.spans),))
        for n, (where, side) in enumerate((("one", shared.one), ("other", shared.other)))
    )
    return Pair(left, right, warning=warn(shared.beside.changes), note="nearly the same sentence")


def tell_difference(finding: Finding, comparison: Comparison) -> Pair:
    """What each says of the same thing."""
    sides = []
    for number, reading in enumerate((comparison.one, comparison.other)):
        spans = cited(finding, reading)
        words = plain_pieces(join_words(reading, spans))
        sides.append(Entry(words, label=NAMES[number], refs=(Ref(number + 1, spans),)))
    return Pair(sides[0], sides[1], note=str(finding.details.get("about") or ""))


def cited(finding: Finding, reading: Reading) -> tuple[Span, ...]:
    """What a finding cites of a report, in text order, nothing twice."""
    found: list[Span] = []
    for span in sorted({cite.span for cite in finding.cites if cite.report == reading.report.id}):
        if not found or not found[-1].holds(span):
            found.append(span)
    return tuple(found)


def list_said(comparison: Comparison) -> Iterator[Part]:
    """What both report as said."""
    yield from section("Said in both", "said", [tell_shared(shared) for shared in comparison.utterances])


def tell_shared(shared: Shared) -> Pair:
    """One utterance in the words of both."""
    possible = f"possibly the same: {shared.possible}" if shared.possible else ""
    warning = " · ".join(filter(None, ("" if possible else warn(shared.beside.changes), shared.speakers)))
    left, right = tell_side(shared.one, shared.beside, 0), tell_side(shared.other, shared.beside, 1)
    return Pair(left, right, warning=warning, note=possible)


def tell_side(side: Side, beside: Beside, number: int) -> Entry:
    """The words of one report, those that the other lacks marked."""
    pieces = take_side(beside.pieces, ("one", "other")[number]) if beside.shared else plain_pieces(side.words)
    facts = (side.speaker or "speaker not stated", count_origins(side.origins))
    return Entry(pieces, facts, NAMES[number], refs=(Ref(number + 1, side.spans),))


def list_told(comparison: Comparison) -> Iterator[Part]:
    """Events, commitments and leads that both tell."""
    for kind, title, _ in SECTIONS:
        pairs = [tell_finding(finding, comparison) for finding in comparison.shared if finding.kind == kind]
        yield from section(f"{title}, in both", kind, pairs)


def tell_finding(finding: Finding, comparison: Comparison) -> Pair:
    """One finding in the words of both."""
    readings = comparison.one, comparison.other
    spans = [cited(finding, reading) for reading in readings]
    words = [tell_words(finding, reading, part) for reading, part in zip(readings, spans, strict=True)]
    beside = lay_beside(*words)
    is_close = 2 * beside.shared >= min(len(text.split()) for text in words)
    pieces = [take_side(beside.pieces, where) if is_close else plain_pieces(text)
              for where, text in zip(("one", "other"), words, strict=True)]  # fmt: skip
    sides = [Entry(pieces[n], label=NAMES[n], refs=(Ref(n + 1, spans[n]),)) for n in range(2)]
    return Pair(sides[0], sides[1], note=" · ".join((*tell_possible(finding, readings), *make_item(finding).facts)))


def tell_words(finding: Finding, reading: Reading, spans: tuple[Span, ...]) -> str:
    """The words in which a report tells a finding; of what is due its line, or the variant of it, and not all that is cited."""
    if finding.kind != "due":
        return join_words(reading, spans)
    variants = finding.details.get("variants") or ()
    return next((str(v["text"]) for v in variants if v["report"] == reading.report.id), finding.line)


def tell_possible(finding: Finding, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Why the two are only possibly one; nothing where they surely are."""
    reports = [reading.report.id for reading in readings]
    variants = [v for v in finding.details.get("variants") or () if v["report"] in reports]
    likely = [str(v["why"]) for v in variants if v.get("possible")]
    is_sure = len(likely) < len(variants)
    return (f"possibly the same: {likely[0]}",) if likely and not is_sure else ()


def list_passages(comparison: Comparison) -> Iterator[Part]:
    """Runs of words that stand in both, outside what both report as said."""
    entries = [
        Entry(plain_pieces(shorten(comparison.one.report.quote(one), LONGEST)), refs=(Ref(1, (one,)), Ref(2, (other,))))
        for one, other in comparison.passages
    ]
    yield from section("The same words in both", "passages", entries)


def list_only(comparison: Comparison) -> Iterator[Part]:
    """What only one of the two has."""
    for number, found in enumerate(comparison.only):
        if found:
            yield Heading(f"Only in {NAMES[number].lower()}", 2, f"only-{number + 1}")
            for kind, title, _ in SECTIONS:
                yield from list_kind([f for f in found if f.kind == kind], title, comparison, number=number)


def list_kind(found: Sequence[Finding], title: str, comparison: Comparison, *, number: int) -> Iterator[Part]:
    """The findings of one kind that only one has."""
    if found:
        yield Heading(title, 3)
    for finding in found:
        reading = (comparison.one, comparison.other)[number]
        refs = (Ref(number + 1, cited(finding, reading)),)
        yield Entry(plain_pieces(finding.line), make_item(finding).facts, refs=refs)


def section(title: str, key: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Parts under a heading; nothing where there are none."""
    if parts:
        yield Heading(title, 2, key)
        yield from parts
