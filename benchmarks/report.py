"""Every figure of docs/figures.md, by one command: ``python benchmarks/report.py --data DIR [--scorers DIR] [--only WORD]``.

``DIR`` holds the development data (english, time, quotes, events, stories, clean); the scorers read gold and the output
of ``headwater annotate`` or ``headwater stories``.
Neither is ours to ship. Prints Markdown: one section a figure, with the command that made it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Figure:
    """A name and the commands, run one after another in a folder of their own; the last one's output is the figure."""

    name: str
    commands: tuple[str, ...]


def headwater(command: str) -> str:
    return f"{sys.executable} -m headwater {command}"


def scored(name: str, gold: Path, scorer: str, *, scorers: Path, command: str = "annotate") -> Figure:
    """Input from gold, our output, the scorer's verdict."""
    ready = f"{scorer} --reports {gold}" if "clean.py" in scorer else f"{scorers / 'reports.py'} {gold}"
    return Figure(
        name,
        (
            f"{sys.executable} {ready} > reports.jsonl",
            f"{headwater(command)} reports.jsonl > out.jsonl",
            f"{sys.executable} {scorer} {gold} out.jsonl",
        ),
    )


def list_figures(data: Path, scorers: Path) -> Iterator[Figure]:
    """All figures, cheapest first."""
    python = sys.executable
    events, stories = data / "events", data / "stories"
    for part in ("timebank", "aquaint"):
        yield Figure(f"times, {part}", (f"{python} {ROOT}/benchmarks/times.py {data}/time/{part}.jsonl.gz",))
    yield Figure("commitments, our own gold", (f"{python} {ROOT}/benchmarks/commitments.py",))
    yield Figure("actors: codes", (f"{python} {ROOT}/benchmarks/actors.py codes {events}/ngec_actors.dev.jsonl.gz",))
    yield Figure(
        "actors: merges",
        (f"{python} {ROOT}/benchmarks/actors.py merges {data}/english/treebank/gum-open-dev.conllu.gz",),
    )
    gold = " ".join(str(stories / f"{name}.dev.jsonl.gz") for name in ("gva", "ecbplus", "basil"))
    yield Figure("stories, online", (f"{python} {ROOT}/benchmarks/stories.py {gold}",))
    ecb = stories / "ecbplus.dev.jsonl.gz"
    identity = f"{python} {ROOT}/benchmarks/event_identity.py {ecb} > out.jsonl"
    yield Figure("one event in several reports", (identity, f"{python} {scorers}/stories.py --ecb {ecb} out.jsonl"))
    yield Figure("copies", (f"{python} {ROOT}/benchmarks/copies.py {stories}/gva.dev.jsonl.gz",))
    yield Figure("the English model, as shipped", (f"{python} {ROOT}/training/check.py --data {data}/english",))
    yield scored("statements", data / "quotes/polnear.dev.jsonl.gz", f"{scorers}/quotes.py", scorers=scorers)
    for name in ("plv", "plover_gsr"):
        yield scored(f"events, {name}", events / f"{name}.dev.jsonl.gz", f"{scorers}/events.py", scorers=scorers)
    yield Figure(
        "stance, uds", (f"{python} {ROOT}/benchmarks/stance.py {events}/fact_uds_ih2.dev.jsonl.gz --limit 1000",)
    )
    yield scored("furniture", data / "clean/lines.dev.jsonl.gz", f"{scorers}/clean.py", scorers=scorers)
    yield Figure(
        "speed, statements' articles",
        (
            f"{python} {scorers}/reports.py {data}/quotes/polnear.dev.jsonl.gz > reports.jsonl",
            f"{python} {ROOT}/benchmarks/speed.py reports.jsonl",
        ),
    )
    yield Figure("speed, dossier of the example", (headwater(f"brief {ROOT}/examples/strait > /dev/null"),))


def run(figure: Figure, folder: Path) -> tuple[str, float]:
    """The output of a figure's last command and the seconds it took."""
    output, began = "", time.perf_counter()
    for command in figure.commands:
        began = time.perf_counter()
        done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        output = done.stdout + (done.stderr if done.returncode > 1 else "")
    return output.strip(), time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, help="default: the folder score beside DATA")
    parser.add_argument("--only", default="", help="only figures whose name holds this")
    options = parser.parse_args()
    data = options.data.resolve()
    for figure in list_figures(data, (options.scorers or data.parent / "score").resolve()):
        if options.only in figure.name:
            with tempfile.TemporaryDirectory() as folder:
                output, seconds = run(figure, Path(folder))
            print(f"## {figure.name}\n\n```\n{output}\n```\n{seconds:.1f} s\n", flush=True)


if __name__ == "__main__":
    main()
