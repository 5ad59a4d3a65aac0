"""The work of ``headwater verify``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from headwater.errors import InputError, UsageError
from headwater.model.report import Report
from headwater.show.printable import shorten

CITE = {"report", "start", "end", "text"}


def load_cites(path: str) -> list[dict[str, Any]]:
    """Every cite of a dossier file, those of origins too; raises UsageError where it is no dossier."""
    try:
        record = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path} is no dossier: {error}; make one with: headwater brief PATH… --format json"
        ) from error
    if not isinstance(record, dict) or not {"findings", "dossiers"} & set(record):
        raise UsageError(f"{path} is no dossier; make one with: headwater brief PATH… --format json")
    return list(find_cites(record))


def find_cites(record: object) -> Iterator[dict[str, Any]]:
    """All cites anywhere in a record."""
    waiting = [record]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict) and set(part) >= CITE:
            yield part
        elif isinstance(part, dict):
            waiting.extend(reversed(part.values()))
        elif isinstance(part, list):
            waiting.extend(reversed(part))


def check_cites(cites: Sequence[dict[str, Any]], found: Iterable[Report | InputError]) -> list[str]:
    """A sentence for each cite that does not hold."""
    texts = {report.id: report.text for report in found if isinstance(report, Report)}
    return [problem for cite in cites if (problem := check_cite(cite, texts))]


def check_cite(cite: dict[str, Any], texts: dict[str, str]) -> str:
    """What is wrong with a cite; nothing where its words stand at its offsets."""
    report, start, end, words = (cite[key] for key in ("report", "start", "end", "text"))
    place = f"report {report}, characters {start}-{end}"
    if report not in texts:
        return f"{place}: the report is not among the paths given"
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(texts[report]):
        return f"{place}: outside the text, which has {len(texts[report])} characters"
    if texts[report][start:end] != words:
        return f"{place}: the dossier says “{shorten(str(words), 60)}”, the report “{shorten(texts[report][start:end], 60)}”"
    return ""
