"""From paths to dossiers, and dossiers as text: what ``brief`` and ``due`` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click

from headwater.api import Brief, Failure, make_brief, tell_failure
from headwater.cli.intake import name_place, read_inputs
from headwater.cli.progress import watch
from headwater.cli.screen import find_screen
from headwater.errors import InputError
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import begin_readings, read_on
from headwater.show.counts import count
from headwater.show.dossier_json import write_json
from headwater.show.html import write_html
from headwater.show.lines import write_lines
from headwater.show.markdown import escape, write_markdown
from headwater.show.printable import one_line, shorten
from headwater.show.terminal import write_terminal
from headwater.spread import count_cores, spread

PART = "\n\n"
"""Between the dossiers of two stories."""
LONGEST = 76
"""Characters of a title in the list of the stories."""


def read_all(paths: Iterable[str], *, jobs: int | None) -> tuple[list[Reading], list[Failure]]:
    """The readings of all reports found, and what failed, each named on stderr."""
    found = list(watch(read_inputs(paths), "reports found:"))
    begun = begin_readings([report for report in found if isinstance(report, Report)])
    work = spread(read_safely, begun, jobs=jobs or count_cores(), rescue=give_up)
    read = list(watch(work, "reports read:", total=len(begun)))
    failures = [tell_failure(error) for error in found if isinstance(error, InputError)]
    failures += [failure for failure in read if not isinstance(failure, Reading)]
    name_failures(failures)
    return [reading for reading in read if isinstance(reading, Reading)], failures


def read_safely(begun: Reading) -> Reading | Failure:
    """The reading with everything found, or what went wrong: one bad report must not stop a run."""
    try:
        return read_on(begun)
    except Exception as error:  # noqa: BLE001 - the edge: named, counted, and the rest goes on
        return name_place(begun.report), "internal", f"{type(error).__name__}: {error}"


def give_up(begun: Reading) -> Failure:
    """The failure of a report over which a process died."""
    return name_place(begun.report), "process_died", "the process that read it was ended (out of memory?)"


def name_failures(failures: Iterable[Failure]) -> None:
    """One line on stderr for each."""
    for path, code, message in failures:
        click.echo(f"headwater: {path}: {message} [{code}]", err=True)


def make_dossiers(paths: Iterable[str], *, as_of: str | None, jobs: int | None) -> Brief:
    """The dossiers of everything found under the paths."""
    readings, failures = read_all(paths, jobs=jobs)
    if not readings and not failures:
        failures = [(" ".join(paths), "no_reports", "no report found; see docs/inputs.md for what is read")]
        name_failures(failures)
    return make_brief(readings, as_of=as_of, failures=failures)


def show_dossiers(told: Brief, form: str, *, cuts: bool, plain: bool) -> str:
    """The dossiers in one of the formats; ``plain`` where they go to a file."""
    if form == "json":
        return write_json(told.dossiers, told.failures)
    if form == "html":
        return write_html(told.dossiers)
    if form == "lines":
        return "".join(map(write_lines, told.dossiers))
    told_all = map(choose_writer(form, cuts=cuts, plain=plain), told.dossiers)
    return PART.join([*list_stories(told.dossiers, form), *told_all])


def list_stories(dossiers: Sequence[Dossier], form: str) -> list[str]:
    """What stands above the dossiers where there are several: their stories."""
    if len(dossiers) < 2:
        return []
    write = escape if form == "markdown" else one_line
    stories = (f"{write(shorten(d.title, LONGEST))} ({count(len(d.story.readings), 'report')})" for d in dossiers)
    told = [f"{number}. {story}" for number, story in enumerate(stories, 1)]
    above = f"These reports tell {len(dossiers)} stories; their dossiers follow one another."
    return ["\n".join([above, *([""] if form == "markdown" else []), *told])]


def choose_writer(form: str, *, cuts: bool, plain: bool) -> Callable[[Dossier], str]:
    """How one dossier becomes text."""
    if form == "markdown":
        return lambda dossier: write_markdown(dossier, cuts=cuts)
    screen = find_screen(plain=plain)
    return lambda dossier: write_terminal(dossier, width=screen.width, colours=screen.colours, cuts=cuts)
