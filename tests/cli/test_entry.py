from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from headwater.cli import entry
from headwater.cli.entry import COMMANDS, headwater, run
from headwater.errors import InputError, UsageError

LIGHT = {"headwater", "headwater.annotate", "headwater.errors"}
"""What may be imported beside the command line itself before a command runs."""
HEAVY = {"numpy", "onnxruntime", "tokenizers", "lxml", "trafilatura", "rich", "jinja2", "lemminflect", "pycountry"}


def import_list(*arguments: str) -> set[str]:
    code = f"import sys, json; from headwater.cli.entry import run; run({list(arguments)}); print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["brief", "--help"], ["completion", "bash"]])
def test_a_help_page_imports_the_command_line_and_nothing_else(arguments: list[str]) -> None:
    modules = import_list(*arguments)
    ours = {name for name in modules if name.startswith("headwater")}
    assert {name for name in ours - LIGHT if not name.startswith("headwater.cli")} == set()
    assert modules & HEAVY == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_page_has_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    page = capsys.readouterr().out
    assert f"headwater {name}" in page.split("Examples:")[1]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["breif"], "Did you mean 'brief'?"),
        (["brief"], "Missing argument 'PATH…'"),
        (["brief", "x", "--format", "pdf"], "'terminal', 'lines', 'markdown', 'html', 'json'"),
        (["brief", "x", "--as-of", "tomorrow"], "give a day as YYYY-MM-DD"),
        (["brief", "x", "--jobs", "0"], "0 is not in the range"),
        (["due", "x", "--csv", "--json"], "give one of them"),
        (["brief", "x", "--output", "nowhere/at/all.html"], "make it first"),
        (["verify", "no.json", "x"], "make one with: headwater brief"),
        (["completion", "cmd"], "'bash', 'zsh', 'fish'"),
    ],
)
def test_unusable_arguments_end_with_2_and_a_hint(
    arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert hint in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (InputError("a.txt", "missing", "no such file"), 1, "headwater: a.txt: no such file [missing]\n"),
        (UsageError("give one of them"), 2, "headwater: give one of them\n"),
        (KeyboardInterrupt(), 130, "headwater: stopped\n"),
    ],
)
def test_every_end_has_its_status_and_one_line(
    error: BaseException, status: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(entry.LazyGroup, "get_command", lambda self, ctx, name: click.Command(name, callback=fail))
    assert run(["brief"]) == status
    assert capsys.readouterr().err.lstrip("\n") == line


def test_a_closed_pipe_ends_quietly() -> None:
    code = "from headwater.cli.entry import run; import sys; sys.exit(run(['completion', 'bash']))"
    loop = f'{sys.executable} -c "{code}"'
    done = subprocess.run(
        f"({loop}; echo status $? >&2) | true", shell=True, capture_output=True, text=True, check=True
    )
    assert done.stderr in ("status 0\n",)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("source", ["completion bash", "stories -"])
def test_a_full_disk_is_one_line(source: str) -> None:
    code = f"from headwater.cli.entry import run; import sys; sys.exit(run({source.split()!r}))"
    lines = "".join(f'{{"id": "a{number}", "text": "Talks resume on Monday."}}\n' for number in range(3))
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", code], input=lines, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr == "headwater: output: No space left on device\n"


def listen_to_ctrl_c() -> None:
    """Undo that a shell makes what it starts in the background deaf to Ctrl-C: tests may run there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_with_one_line_while_input_is_awaited() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", "from headwater.cli import main; main()", "stories"],
        preexec_fn=listen_to_ctrl_c,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stdin
    assert started.stdout
    assert started.stderr
    started.stdin.write('{"id": "a", "text": "Talks resume on Monday."}\n')
    started.stdin.flush()
    assert started.stdout.readline() == '{"id": "a", "story": "a"}\n'
    started.send_signal(signal.SIGINT)
    assert started.wait(timeout=60) == 130
    assert started.stderr.read().strip() == "headwater: stopped"
    for stream in (started.stdin, started.stdout, started.stderr):
        stream.close()


def test_commands_listed_are_commands() -> None:
    with click.Context(headwater) as ctx:
        assert [headwater.get_command(ctx, name).name for name in COMMANDS] == list(COMMANDS)  # type: ignore[union-attr]
