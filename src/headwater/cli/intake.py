"""From the arguments of a command to reports, or to what is wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

import click

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.read.jsonl import read_jsonl
from headwater.settings import Settings


def read_inputs(paths: Iterable[str], *, apart: bool = True) -> Iterator[Report | InputError]:
    """The reports of files, folders and standard input (``-``); ``apart`` gives equal ids of different texts their own."""
    return read_paths(paths, settings=Settings().reading, apart=apart)


def read_lines(source: str) -> Iterator[Report | InputError]:
    """The reports of a file or folder; of standard input (``-``) or a pipe one a line, each as soon as it comes.

    A source without any is one InputError, as a file without text is.
    """
    none = True
    for item in find_lines(source):
        none = False
        yield item
    if none:
        yield InputError(source, "empty", "holds no report; docs/inputs.md says what is read")


def find_lines(source: str) -> Iterator[Report | InputError]:
    """What :func:`read_lines` reads."""
    path = Path(source)
    if source == "-":
        yield from read_standard_input()
    elif path.is_fifo():
        with path.open("rb") as file:
            yield from read_jsonl(file, culprit=source)
    else:
        yield from read_inputs([source])


def read_standard_input() -> Iterator[Report | InputError]:
    """One report a line.

    A reader of its own over the descriptor: at the end of the process Python waits for the lock of ``sys.stdin``, which a
    thread that still waits for input would hold.
    """
    if sys.stdin.isatty():
        click.echo("headwater: reading JSON lines from the keyboard; end with Ctrl-D", err=True)
    with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
        yield from read_jsonl(stream, culprit="-")


def name_place(report: Report) -> str:
    """Where a report came from: its file and, of a file that holds several, its id."""
    if report.path is None:
        return report.id
    holds_one = PurePath(report.path).name == PurePath(report.id).name or "#" in report.path
    return report.path if holds_one else f"{report.path}: {report.id}"
