"""The answers of the invented story folders (benchmarks/folders/README.md) as records, and where their words stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from headwater.model.reading import Reading
from headwater.model.span import Span

FOLDERS = Path(__file__).parent / "folders"
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder: its answers and what was read of its reports, by the names the answers use."""

    name: str
    gold: Record
    readings: Mapping[str, Reading]

    def find(self, report: str, words: str) -> Iterator[Span]:
        """Every place of some words in a report; blanks and line ends are one. None in one that a later version replaced."""
        if report not in self.readings:
            return
        text = self.readings[report].report.text
        flat, places = flatten(text)
        wanted, _ = flatten(words)
        start = flat.find(wanted)
        while wanted and start >= 0:
            yield Span(places[start], places[start + len(wanted) - 1] + 1)
            start = flat.find(wanted, start + 1)

    def find_finding(self, finding: Record) -> set[tuple[str, Span]]:
        """Where the words of a finding stand."""
        return {
            (report, span)
            for report in finding["reports"]
            for words in as_list(finding["words"])
            for span in self.find(report, words)
        }

    def relatives(self, report: str) -> frozenset[str]:
        """The report with its copies, what it copies, and its versions."""
        links = [(name, facts[key]) for name, facts in self.gold["reports"].items()
                 for key in ("copy_of", "version_of") if facts.get(key)]  # fmt: skip
        found = {report}
        while more := {end for link in links if found & set(link) for end in link} - found:
            found |= more
        return frozenset(found)


def flatten(text: str) -> tuple[str, list[int]]:
    """A text with every run of blanks as one, and the place of each character that is left."""
    kept = [(" " if c.isspace() else c, n) for n, c in enumerate(text) if not c.isspace() or not text[n - 1].isspace()]
    return "".join(c for c, _ in kept), [n for _, n in kept]


def as_list(value: Any) -> Sequence[Any]:
    """A list as it is, anything else as a list of one."""
    return value if isinstance(value, list) else [value]


def list_folders(split: str) -> list[tuple[Path, Record]]:
    """The folders of a split with their answers."""
    listed = [(path.parent, yaml.safe_load(path.read_text("utf8"))) for path in sorted(FOLDERS.glob("*/gold.yaml"))]
    return [(folder, gold) for folder, gold in listed if gold["split"] == split]


def list_reports(folder: Path) -> list[Path]:
    """The files of a folder that hold reports."""
    return [path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html", ".jsonl")]
