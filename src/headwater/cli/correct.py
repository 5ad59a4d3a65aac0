"""``headwater correct``: set right what was got wrong, once and for all."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import getpass
from typing import Any

import click

from headwater.cli import options

author = click.option("--author", default=None, metavar="NAME", help="Who corrects; your user name if not given.")


@click.group(
    short_help="Set right what was got wrong; list and undo that.",
    epilog=options.show_examples(
        "headwater correct ids            # the stories",
        "headwater correct ids STORY      # the findings of one",
        "headwater correct speaker STORY FINDING 'Petra Holm'",
        "headwater correct merge-stories STORY OTHER",
        "headwater correct list",
        "headwater correct undo 3",
    ),
)
def correct() -> None:
    """Set right what was got wrong.

    A correction is kept with its author and time and holds from then on, also after a rebuild, until it is undone.
    `headwater correct ids` prints the ids of stories and findings.
    """


@correct.command(epilog=options.show_examples("headwater correct ids", "headwater correct ids STORY | grep Holm"))
@click.argument("story", required=False)
@options.store
def ids(story: str | None, where: str | None) -> int:
    """Print the ids of the findings of STORY, each with its line; without STORY those of the stories."""
    from headwater.cli.correcting import show_ids

    return show_ids(where, story)


@correct.command("merge-stories", epilog=options.show_examples("headwater correct merge-stories STORY OTHER"))
@click.argument("story")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@options.store
@author
def merge_stories(story: str, others: tuple[str, ...], where: str | None, author: str | None) -> int:
    """Make OTHER part of STORY: they tell of one event."""
    return keep("merge stories", story, list(others), where=where, author=author)


@correct.command("split-story", epilog=options.show_examples("headwater correct split-story STORY 07-letter.txt"))
@click.argument("story")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
@options.store
@author
def split_story(story: str, reports: tuple[str, ...], where: str | None, author: str | None) -> int:
    """Make REPORT a story of its own: they tell of something else. Prints the id of the new story."""
    return keep("split story", story, list(reports), where=where, author=author)


@correct.command("rename-actor", epilog=options.show_examples("headwater correct rename-actor STORY Holm 'Petra Holm'"))
@click.argument("story")
@click.argument("name")
@click.argument("right")
@options.store
@author
def rename_actor(story: str, name: str, right: str, where: str | None, author: str | None) -> int:
    """Give the actor NAME of STORY the name RIGHT."""
    return keep("rename actor", {"story": story, "name": name}, right, where=where, author=author)


@correct.command(
    "merge-actors",
    epilog=options.show_examples("headwater correct merge-actors STORY 'Petra Holm' Holm 'the minister'"),
)
@click.argument("story")
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@options.store
@author
def merge_actors(story: str, name: str, others: tuple[str, ...], where: str | None, author: str | None) -> int:
    """Let NAME and OTHER be one actor of STORY, called NAME."""
    return keep("merge actors", {"story": story, "name": name}, list(others), where=where, author=author)


@correct.command(
    "split-actor",
    epilog=options.show_examples("headwater correct split-actor STORY Brenn 'Ada Brenn' 03-ledger.txt 04-post.txt"),
)
@click.argument("story")
@click.argument("name")
@click.argument("other")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
@options.store
@author
def split_actor(
    story: str, name: str, other: str, reports: tuple[str, ...], where: str | None, author: str | None
) -> int:
    """Let the actor NAME of STORY be another one, called OTHER, in REPORT."""
    target = {"story": story, "name": name, "reports": list(reports)}
    return keep("split actor", target, other, where=where, author=author)


@correct.command(epilog=options.show_examples("headwater correct speaker STORY said-2e28f7b1223f 'Ilan Dorvic'"))
@click.argument("story")
@click.argument("finding")
@click.argument("name")
@options.store
@author
def speaker(story: str, finding: str, name: str, where: str | None, author: str | None) -> int:
    """Set who said what FINDING of STORY tells."""
    return keep("speaker", {"story": story, "finding": finding}, name, where=where, author=author)


@correct.command(
    epilog=options.show_examples(
        "headwater correct origin wire 'Meridian Wire' --report 04-post.txt",
        "headwater correct origin 'press conference' 'the ministry' --finding STORY FINDING",
    )
)
@click.argument("kind")
@click.argument("name")
@click.option("--report", metavar="REPORT", help="The report that comes from there as a whole.")
@click.option("--finding", nargs=2, metavar="STORY FINDING", help="The finding that comes from there.")
@options.store
@author
def origin(
    kind: str,
    name: str,
    report: str | None,
    finding: tuple[str, str] | None,
    where: str | None,
    author: str | None,
) -> int:
    """Set where a report, or what a finding tells, entered the news: KIND and NAME."""
    if finding is not None and report is None:
        target = {"story": finding[0], "finding": finding[1]}
    elif report is not None and finding is None:
        target = {"report": report}
    else:
        raise click.UsageError("Give --report, or --finding.")
    return keep("origin", target, {"kind": kind, "name": name}, where=where, author=author)


@correct.command(epilog=options.show_examples("headwater correct furniture ledger.example 'Read our morning letter'"))
@click.argument("site")
@click.argument("line")
@options.store
@author
def furniture(site: str, line: str, where: str | None, author: str | None) -> int:
    """Mark LINE as no part of the articles of SITE (a host, or an outlet's name); its reports are read again."""
    return keep("furniture", site, line, where=where, author=author)


@correct.command(epilog=options.show_examples("headwater correct dismiss STORY FINDING --why 'an advertisement'"))
@click.argument("story")
@click.argument("finding")
@click.option("--why", default="", metavar="WORDS", help="The reason, for whoever reads the list.")
@options.store
@author
def dismiss(story: str, finding: str, why: str, where: str | None, author: str | None) -> int:
    """Take FINDING out of the dossier of STORY."""
    return keep("dismiss", {"story": story, "finding": finding}, why, where=where, author=author)


@correct.command("list", epilog=options.show_examples("headwater correct list --format json > corrections.json"))
@click.option("--format", "-f", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@options.store
def list_all(form: str, where: str | None) -> int:
    """List all corrections, also those undone."""
    from headwater.cli.correcting import show_corrections

    return show_corrections(where, form=form)


@correct.command(epilog=options.show_examples("headwater correct undo 3"))
@click.argument("number", type=int)
@options.store
def undo(number: int, where: str | None) -> int:
    """Let correction NUMBER no longer hold."""
    from headwater.cli.correcting import undo_correction

    return undo_correction(where, number)


@correct.command("import", epilog=options.show_examples("headwater correct import corrections.json"))
@click.argument("file", type=click.Path())
@options.store
def import_all(file: str, where: str | None) -> int:
    """Make the corrections of a list of another store (correct list --format json), with their authors.

    What holds here already and what was undone there is left out. Stories that a split made have other ids here.
    """
    from headwater.cli.importing import import_corrections

    return import_corrections(where, file)


def keep(kind: str, target: Any, value: Any, *, where: str | None, author: str | None) -> int:
    """Keep one correction and tell the stories it changes anew."""
    from headwater.cli.correcting import keep_correction

    return keep_correction(where, kind, target, value=value, author=author or find_user())


def find_user() -> str:
    """The name of the user; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
