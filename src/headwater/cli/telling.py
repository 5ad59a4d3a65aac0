"""The work of ``headwater news``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from textwrap import wrap
from typing import Any

import click

from headwater.cli.adding import refresh_all
from headwater.cli.screen import find_screen
from headwater.desk.looks import mark_seen
from headwater.desk.news import StoryNews, find_news
from headwater.show.counts import count
from headwater.show.json_text import dump_json
from headwater.show.kinds import tell_kind
from headwater.show.printable import one_line
from headwater.store import Store
from headwater.store.rows import FindingRow

FIRST = 10
"""Lines of a story that are printed unless all are asked for."""


def tell_news(store: Store, *, reader: str, keep: bool, whole: bool, form: str) -> None:
    """Print what is new to a reader and, unless ``keep``, note that it was seen."""
    refresh_all(store)
    found = find_news(store, reader=reader)
    if form == "json":
        click.echo(dump_json({"reader": reader, "stories": [record_news(news) for news in found]}, indent=1))
    else:
        click.echo("\n\n".join(write_news(news, whole=whole) for news in found) or "Nothing new.")
    if found and not keep:
        mark_seen(store, [news.story for news in found], reader=reader)


def record_news(news: StoryNews) -> dict[str, Any]:
    """The news of a story as JSON; findings as ``brief --format json`` prints them."""
    return {
        "story": asdict(news.story),
        "seen": news.seen,
        "edited": list(news.edited),
        "new": [row.data for row in news.new],
        "changed": [row.data for row in news.changed],
        "was": {id: row.data for id, row in news.was.items()},
        "gone": [row.data for row in news.gone],
    }


def write_news(news: StoryNews, *, whole: bool) -> str:
    """The news of a story as text."""
    story = news.story
    origins = count(story.origins, "origin") if story.origins else "origin not stated"
    facts = (
        f"{count(story.reports, 'report')} · {origins} · {f'as of {story.as_of}' if story.as_of else 'date unknown'}"
    )
    lines = list(list_lines(news))
    shown = lines if whole else lines[:FIRST]
    rest = [f"  … and {len(lines) - FIRST} more (--all)"] if len(shown) < len(lines) else []
    return "\n".join([one_line(story.title), f"  {facts} · {one_line(story.id)}", *shown, *rest])


def list_lines(news: StoryNews) -> Iterator[str]:
    """One line a report whose text was replaced, then one a finding: new, changed, left."""
    yield from (wrap_line(f"! new text: {one_line(title)}") for title in news.edited)
    groups: Sequence[tuple[str, tuple[FindingRow, ...]]] = (("+", news.new), ("~", news.changed), ("-", news.gone))
    for mark, rows in groups:
        for row in rows:
            was = f" – before: {one_line(news.was[row.id].line)}" if row.id in news.was else ""
            yield wrap_line(f"{mark} {tell_row(row)}{was}")


def tell_row(row: FindingRow) -> str:
    """What a finding is, its line, and how many reports and origins it has."""
    origins = count(row.origins, "origin") if row.origins else "origin not stated"
    kind = tell_kind(row.kind, row.data["details"])
    return f"{kind}: {one_line(row.line)} ({count(row.reports, 'report')}, {origins})"


def wrap_line(line: str) -> str:
    """A line of news, as wide as the screen."""
    return "\n".join(wrap(line, find_screen().width, initial_indent="  ", subsequent_indent="    "))
