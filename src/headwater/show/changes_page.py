"""What is new since a dossier was made, as a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from headwater.assess.aspects import Difference
from headwater.assess.changes import Change, What
from headwater.assess.editions import Edition
from headwater.link.beside import lay_over
from headwater.show.changes import News, StoryNews
from headwater.show.counts import count
from headwater.show.document import Document, Entry, Heading, Legend, Part, Ref, Remark, plain_pieces
from headwater.show.outline import SECTIONS, make_item
from headwater.show.refs import group_by_report
from headwater.show.report_list import Row, list_reports, number_reports
from headwater.show.sheets import list_entries, show_texts

Known = Mapping[str, tuple[tuple[str, ...], tuple[Ref, ...]]]
"""For each finding of today what is known beside it, and its cites."""
MOST_NAMED = 5
"""Reports named that came to a finding, or went."""
MOST_LINES = 40
"""Edited lines of one report that are shown."""


def make_document(news: News, *, since: str) -> Document:
    """The page; ``since`` is what the earlier dossier is called."""
    stories = [story for story in news.stories if is_told(story)]
    when = f"{since}, which was as of {news.as_of}" if news.as_of else since
    today = max((story.dossier.as_of for story in news.stories if story.dossier.as_of), default=None)
    level = 2 if len(stories) == 1 else 3
    parts = [part for n, story in enumerate(stories, 1) for part in list_story(story, level=level, number=n)]
    parts += list_gone(news)
    if not parts:
        parts = [Remark("Nothing is new: every finding of today stood there.")]
    if news.not_given:
        n = count(len(news.not_given), "report")
        parts.append(Remark(f"{n} of the earlier dossier not given this time: what rests only on them is left out."))
    title = stories[0].dossier.title if len(stories) == 1 else "What is new"
    sheets = show_texts(stories[0].dossier, parts) if len(stories) == 1 else ()
    return Document(
        title,
        (*([f"as of {today}"] if today else []), f"what is new since {when}", *sum_up(stories)),
        (*parts, *note_marks(parts)),
        sheets,
    )


def is_told(story: StoryNews) -> bool:
    """Whether anything is new in a story."""
    return bool(story.changes or story.added or story.editions)


def note_marks(parts: Iterable[Part]) -> tuple[Legend, ...]:
    """How to read the marks, where there are any."""
    pieces = (piece for entry in list_entries(parts) for piece in entry.pieces)
    return (Legend("the earlier text", "the later"),) if any(piece.where != "both" for piece in pieces) else ()


def sum_up(stories: Sequence[StoryNews]) -> Iterator[str]:
    """``3 new reports``, ``12 new findings``, ``2 changed``."""
    changes = [change for story in stories for change in story.changes]
    number = {what: sum(change.what == what for change in changes) for what in ("new", "changed", "superseded")}
    yield count(sum(len(story.added) for story in stories), "new report")
    edited = sum(len(story.editions) for story in stories)
    if edited:
        yield count(edited, "edited report")
    yield count(number["new"], "new finding")
    yield f"{number['changed']} changed"
    if number["superseded"]:
        yield f"{number['superseded']} superseded"


def list_story(story: StoryNews, *, level: int, number: int) -> Iterator[Part]:
    """The parts of one story; it has a heading of its own where it is one of several."""
    rows = {row.reading.report.id: row for row in list_reports(story.dossier)}
    if level == 3:
        yield Heading(story.dossier.title, 2, f"story-{number}")
    yield from head("New reports", level, [tell_report(rows[report]) for report in story.added])
    yield from head("Edited reports", level, [e for edition in story.editions for e in tell_edition(edition, rows)])
    known = know_findings(story)
    for title, what, tell in TOLD:
        changes = [change for change in story.changes if change.what == what]
        yield from head(title, level, [*group_kinds(changes, partial(tell, story=story, known=known), level=level + 1)])
    cited = list_cited(story)
    yield from head("Reports cited", level, [tell_report(row) for report, row in rows.items() if report in cited])


def list_gone(news: News) -> Iterator[Part]:
    """What stood in the earlier dossier and stands nowhere now."""
    tell = group_kinds(news.gone, lambda change: Entry(plain_pieces(str(change.finding["line"]))), level=3)
    yield from head("No longer reported", 2, [*tell])


def group_kinds(changes: Sequence[Change], tell: Callable[[Change], Entry], *, level: int) -> Iterator[Part]:
    """The changes under the titles that a dossier's sections have."""
    for kind, title, _ in SECTIONS:
        entries = [tell(change) for change in changes if change.finding["kind"] == kind]
        if entries:
            yield Heading(title, level)
            yield from entries


def head(title: str, level: int, entries: Sequence[Part]) -> Iterator[Part]:
    """Parts under a heading; nothing where there are none."""
    if entries:
        key = title.split(",")[0].lower().replace(" ", "-") if level == 2 else ""
        yield Heading(title, level, key)
        yield from entries


def list_cited(story: StoryNews) -> set[str]:
    """The reports that the new and changed findings cite, less those that are listed as new."""
    told = (change.finding for change in story.changes if change.what in ("new", "changed"))
    return {cite["report"] for finding in told for cite in finding["cites"]} - set(story.added)


def tell_report(row: Row) -> Entry:
    """A report with its number."""
    copied = f"copy of report {row.copy_of}" if row.copy_of else ""
    outlet = row.outlet if row.outlet != "unknown" else "outlet unknown"
    published = row.published if row.published != "unknown" else "date unknown"
    facts = (outlet, published, copied, row.origins, row.reading.report.id)
    return Entry(plain_pieces(row.title), tuple(filter(None, facts)), label=f"Report {row.number}")


def tell_edition(edition: Edition, rows: Mapping[str, Row]) -> Iterator[Entry]:
    """What was edited in one report, line by line."""
    row, shown = rows[edition.report], edition.changes[:MOST_LINES]
    yield Entry(plain_pieces(row.title), (sum_up_edition(edition),), label=f"Report {row.number}, a new version")
    for line in shown:
        yield Entry(line.pieces, ("note of the publisher",) if line.is_note else ())


def sum_up_edition(edition: Edition) -> str:
    """How much was edited, or why that cannot be shown."""
    if not edition.is_known:
        return "the earlier text was not kept: what was edited cannot be shown"
    if not edition.changes:
        return "only what is furniture of the site, or marks between words, was edited"
    more = len(edition.changes) - MOST_LINES
    return f"{count(len(edition.changes), 'line')} edited" + (f", the first {MOST_LINES} shown" if more > 0 else "")


def tell_new(change: Change, story: StoryNews, known: Known) -> Entry:
    """A new finding as it stands in the dossier."""
    facts, refs = known[change.finding["id"]]
    return Entry(plain_pieces(str(change.finding["line"])), facts, refs=refs)


def tell_changed(change: Change, story: StoryNews, known: Known) -> Entry:
    """A finding with what changed in it; other words are laid over the earlier ones."""
    reworded = next((d for d in change.differences if d.aspect == "wording"), None)
    line = str(change.finding["line"])
    pieces = lay_over(*reworded.before, *reworded.after) if reworded else plain_pieces(line)
    told = tuple(tell_difference(d) for d in change.differences if d is not reworded)
    speaker = str(change.finding["details"].get("speaker") or "")
    facts, refs = known[change.finding["id"]]
    return Entry(pieces, (*told, *facts), label=speaker if reworded else "", refs=refs)


def tell_superseded(change: Change, story: StoryNews, known: Known) -> Entry:
    """An earlier line with the one that stands in its place."""
    heir = next((str(f["line"]) for f in story.record["findings"] if f["id"] == change.by), "")
    return Entry(plain_pieces(str(change.finding["line"])), (f"now: {heir}",))


TOLD: tuple[tuple[str, What, Callable[..., Entry]], ...] = (
    ("New", "new", tell_new),
    ("Changed", "changed", tell_changed),
    ("Superseded, kept", "superseded", tell_superseded),
)
"""The parts of a story's news about its findings."""


def tell_difference(difference: Difference) -> str:
    """``status: due soon → extended``; of reports and origins those that came and went."""
    if difference.aspect == "reports":
        moved = [f"+ {report}" for report in difference.after if report not in difference.before]
        moved += [f"- {report}" for report in difference.before if report not in difference.after]
        more = [f"and {len(moved) - MOST_NAMED} more"] if len(moved) > MOST_NAMED else []
        named = ", ".join([*moved[:MOST_NAMED], *more])
        return f"reports: {len(difference.before)} → {len(difference.after)} ({named})"
    sides = (", ".join(side) or "none" for side in (difference.before, difference.after))
    return f"{difference.aspect}: {' → '.join(sides)}"


def know_findings(story: StoryNews) -> Known:
    """For each finding of today by its id what is known beside it, and its cites."""
    numbers = number_reports(story.dossier.story)
    items = map(make_item, story.dossier.story.findings)
    return {
        item.finding.id: (
            (*item.facts, item.counts),
            tuple(Ref(number, spans) for number, spans in group_by_report(item.finding.cites, numbers).items()),
        )
        for item in items
    }
