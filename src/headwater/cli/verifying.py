"""The work of ``headwater verify``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from headwater.errors import InputError, UsageError
from headwater.model.report import Report
from headwater.show.counts import count
from headwater.show.printable import one_line

CITE = {"report", "start", "end", "text"}
BEFORE, AFTER = 15, 30
"""Characters shown around the first difference."""


def load_dossier(path: str) -> dict[str, Any]:
    """The record of a dossier file; raises UsageError where it is none."""
    way_out = f"make one with: headwater brief PATH… --format json --output {path}"
    try:
        record = json.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path} does not exist; {way_out}") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; {way_out}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no dossier: it is no JSON; {way_out}") from error
    if not isinstance(record, dict) or not {"findings", "dossiers"} & set(record):
        raise UsageError(f"{path} is no dossier; {way_out}")
    return record


def find_cites(record: object) -> Iterator[dict[str, Any]]:
    """All cites anywhere in a record, those of origins too."""
    waiting = [record]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict) and set(part) >= CITE:
            yield part
        elif isinstance(part, dict):
            waiting.extend(reversed(part.values()))
        elif isinstance(part, list):
            waiting.extend(reversed(part))


def check_cites(cites: Sequence[dict[str, Any]], found: Iterable[Report | InputError]) -> tuple[int, list[str]]:
    """How many cites hold, and a sentence for each input, report or cite that does not."""
    texts: dict[str, str] = {}
    problems = []
    for item in found:
        if isinstance(item, Report):
            texts[item.id] = item.text
        else:
            problems.append(str(item))
    missing = Counter(str(cite["report"]) for cite in cites if not is_there(cite, texts))
    problems += [f"report {report} is not among the paths given ({count(n, 'cite')})" for report, n in missing.items()]
    wrong = [problem for cite in cites if is_there(cite, texts) and (problem := check_cite(cite, texts))]
    return len(cites) - missing.total() - len(wrong), problems + wrong


def is_there(cite: dict[str, Any], texts: dict[str, str]) -> bool:
    """Whether the report of a cite was read."""
    return isinstance(cite["report"], str) and cite["report"] in texts


def check_cite(cite: dict[str, Any], texts: dict[str, str]) -> str:
    """What is wrong with a cite of a report that is there; nothing where its words stand at its offsets."""
    report, start, end, words = (cite[key] for key in ("report", "start", "end", "text"))
    text = texts[report]
    if problem := check_offsets(start, end, len(text)):
        return f"report {report}: {problem}"
    if text[start:end] != words:
        return f"report {report}, characters {start}-{end}: {tell_difference(str(words), text[start:end])}"
    return ""


def check_offsets(start: object, end: object, length: int) -> str:
    """Why two offsets are no stretch of a text; nothing where they are."""
    for offset in (start, end):
        if not isinstance(offset, int) or isinstance(offset, bool):
            return f"the offset {json.dumps(offset)} is no whole number"
    assert isinstance(start, int)
    assert isinstance(end, int)
    if start < 0:
        return f"the start {start} lies before the text"
    if end <= start:
        return f"the end {end} does not lie behind the start {start}"
    return f"the end {end} lies outside the text, which has {length} characters" if end > length else ""


def tell_difference(words: str, found: str) -> str:
    """Where a dossier's words and a report's first differ, with what stands around it."""
    pairs = enumerate(zip(words, found, strict=False))
    first = next((place for place, (one, other) in pairs if one != other), min(len(words), len(found)))
    return f"the dossier says {show_around(words, first)}, the report {show_around(found, first)}"


def show_around(text: str, place: int) -> str:
    """The text around a place in quotation marks; what cannot be seen is escaped."""
    start, end = max(0, place - BEFORE), place + AFTER
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text[start:end])
    return one_line(f"“{'…' if start else ''}{seen}{'…' if end < len(text) else ''}”")
