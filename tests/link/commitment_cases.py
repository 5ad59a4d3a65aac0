"""A reading out of a case: text, and the times and statements that other steps would have found."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from headwater.annotate.commitments import find_commitments
from headwater.language import find_sentences
from headwater.link.commitments import find_commitment_links
from headwater.model.block import Block
from headwater.model.notes import Statement, Time
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span
from headwater.model.story import Story

Case = dict[str, Any]


def place(text: str, words: str) -> Span:
    start = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert start, f"{words!r} does not stand in the text"
    return Span(*start.span())


def days(value: str) -> tuple[str | None, str | None]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if re.fullmatch(r"\d{4}-\d\d", value):
        last = calendar.monthrange(int(value[:4]), int(value[5:]))[1]
        return f"{value}-01", f"{value}-{last:02}"
    return (f"{value}-01-01", f"{value}-12-31") if re.fullmatch(r"\d{4}", value) else (None, None)


def time_of(text: str, words: str, given: str | Case) -> Time:
    more = {"value": given} if isinstance(given, str) else given
    first, last = days(more["value"])
    kind = "DURATION" if more["value"].startswith("P") else "DATE"
    return Time(
        place(text, words),
        kind,  # type: ignore[arg-type]
        more["value"],
        more.get("rule", "given@1"),
        mod=more.get("mod"),
        earliest=more.get("earliest", first),
        latest=more.get("latest", last),
    )


def read_case(case: Case) -> Reading:
    text = case["text"]
    published = Known(case.get("published"), "stated") if case.get("published") else Known()
    times = sorted(
        (time_of(text, words, given) for words, given in case.get("times", {}).items()), key=lambda t: t.span
    )
    statements = tuple(
        Statement((place(text, s["content"]),), "direct", "given@1", speaker=(place(text, s["speaker"]),))
        for s in case.get("statements", ())
    )
    reading = Reading(
        Report(case.get("id", "case"), text),
        language="en",
        blocks=(Block(Span(0, len(text)), "body", "given@1"),),
        provenance=Provenance(published=published),
        times=tuple(times),
        statements=statements,
    )
    return replace(reading, sentences=find_sentences(reading))


def read_story(case: Case) -> Story:
    """The reports of a case, each read by itself, with their commitments and the links between them."""
    readings = [read_case(report) for report in case["reports"]]
    readings = [replace(reading, commitments=find_commitments(reading)) for reading in readings]
    story = Story("s1", tuple(readings))
    return replace(story, commitments=find_commitment_links(story))


def load_cases(name: str) -> list[Case]:
    """The cases of ``tests/cases/NAME.yaml``."""
    path = Path(__file__).parents[1] / "cases" / f"{name}.yaml"
    cases: list[Case] = yaml.safe_load(path.read_text("utf-8"))
    return cases
