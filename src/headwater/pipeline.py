"""The ordered steps, written down once, and the short loop that runs them.

A step makes one field of a record out of fields made before it. :func:`check` holds needs against makes before any text
is read. Steps know neither store, network, clock nor each other. Others add theirs through the entry points
``headwater.report_steps`` and ``headwater.story_steps``: each names a :class:`Step`, which runs after ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import entry_points
from textwrap import shorten
from typing import Any, Generic, TypeVar

from headwater.annotate.actors import find_actors
from headwater.annotate.commitments import find_commitments
from headwater.annotate.dating import infer_published
from headwater.annotate.events import find_events
from headwater.annotate.mentions import find_mentions
from headwater.annotate.statements import find_statements
from headwater.annotate.times import find_times
from headwater.assess.comparison import Comparison, compare_reports
from headwater.assess.findings import find_findings, find_latest
from headwater.assess.origins import find_origins
from headwater.assess.report_origins import find_report_origins
from headwater.assess.trace import Trace, trace_words
from headwater.clean import find_blocks, find_language, find_provenance, find_repeated_lines
from headwater.errors import PipelineError
from headwater.language import find_sentences
from headwater.link.commitments import find_commitment_links
from headwater.link.copies import find_copies
from headwater.link.dates import find_shared_dates
from headwater.link.events import find_event_links
from headwater.link.people import find_people
from headwater.link.regrouping import regroup_readings
from headwater.link.stories import group_reports
from headwater.link.utterances import find_utterances
from headwater.link.versions import set_aside_versions
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.report import Known, Report
from headwater.model.story import Story, Version

LONGEST_TITLE = 160
"""Characters of a story's title."""
Record = TypeVar("Record", Reading, Story)


@dataclass(frozen=True, slots=True)
class Step(Generic[Record]):
    """One stage: reads the fields it ``needs`` of a record and returns the value of the field it ``makes``."""

    name: str
    needs: tuple[str, ...]
    makes: str
    run: Callable[[Record], Any]


REPORT_STEPS: tuple[Step[Reading], ...] = (
    Step("language", ("report",), "language", find_language),
    Step("blocks", ("report", "language", "repeated"), "blocks", find_blocks),
    Step("provenance", ("report", "blocks"), "provenance", find_provenance),
    Step("sentences", ("report", "blocks", "language"), "sentences", find_sentences),
    Step("actors", ("sentences",), "actors", find_actors),
    Step("mentions", ("sentences", "actors"), "mentions", find_mentions),
    Step("dating", ("blocks", "provenance", "sentences"), "provenance", infer_published),
    Step("times", ("blocks", "provenance", "sentences"), "times", find_times),
    Step("statements", ("blocks", "sentences", "actors"), "statements", find_statements),
    Step("events", ("sentences", "times", "actors"), "events", find_events),
    Step("commitments", ("sentences", "times", "actors"), "commitments", find_commitments),
)
"""One report: text -> notes."""


def check(steps: Sequence[Step[Record]], given: Iterable[str]) -> None:
    """Raise PipelineError, naming the step, if one needs what neither ``given`` nor an earlier step makes."""
    made = set(given)
    for step in steps:
        missing = [need for need in step.needs if need not in made]
        if missing:
            before = ", ".join(sorted(made))
            raise PipelineError(f"step {step.name!r} needs {', '.join(missing)}; made before it: {before}")
        made.add(step.makes)


def walk(record: Record, steps: Sequence[Step[Record]]) -> Record:
    """Run the steps in order."""
    for step in steps:
        record = replace(record, **{step.makes: step.run(record)})
    return record


@lru_cache(maxsize=1)
def report_steps() -> tuple[Step[Reading], ...]:
    """Our steps over one report and those that installed packages add; checked."""
    steps = (*REPORT_STEPS, *(entry.load() for entry in entry_points(group="headwater.report_steps")))
    check(steps, {"report", "repeated"})
    return steps


def share_dates(story: Story) -> tuple[Reading, ...]:
    """The readings with the dates that other reports decide, and all that hangs on a date found anew."""
    dates = find_shared_dates(story)
    if not dates:
        return story.readings
    return tuple(redate(r, dates[r.report.id]) if r.report.id in dates else r for r in story.readings)


def redate(reading: Reading, published: Known) -> Reading:
    """Give a reading its date and run again the later steps that need it, directly or through another."""
    names = [step.name for step in report_steps()]
    later = report_steps()[names.index("dating") + 1 :]
    stale, steps = {"provenance"}, []
    for step in later:
        if stale & set(step.needs):
            stale.add(step.makes)
            steps.append(step)
    return walk(replace(reading, provenance=replace(reading.provenance, published=published)), steps)


STORY_STEPS: tuple[Step[Story], ...] = (
    Step("copies", ("readings",), "copies", find_copies),
    Step("people", ("readings",), "people", find_people),
    Step("utterances", ("readings", "people"), "utterances", find_utterances),
    Step("dates", ("readings", "utterances"), "readings", share_dates),
    Step("event links", ("readings", "people"), "events", find_event_links),
    Step("commitment links", ("readings", "people"), "commitments", find_commitment_links),
    Step("report origins", ("readings", "copies"), "report_origins", find_report_origins),
    Step("origins", ("readings", "people", "report_origins"), "origins", find_origins),
)
"""Several reports of one event: what ties them together. Findings follow, as of a date."""


@lru_cache(maxsize=1)
def story_steps() -> tuple[Step[Story], ...]:
    """Our steps over one story and those that installed packages add; checked."""
    steps = (*STORY_STEPS, *(entry.load() for entry in entry_points(group="headwater.story_steps")))
    check(steps, {"id", "readings"})
    return steps


def read_report(report: Report) -> Reading:
    """Find everything that can be found in one report alone."""
    return read_on(Reading(report))


def begin_readings(reports: Sequence[Report], beside: Iterable[Report] = ()) -> list[Reading]:
    """The readings of one run before their first step: each knows which of its lines its site repeats.

    ``beside`` are reports read before, which a store may hold. The order of the reports changes nothing but the order of
    the answer.
    """
    repeated = find_repeated_lines(reports, beside)
    return [Reading(report, repeated=repeated.get(report.id, ())) for report in reports]


def read_on(reading: Reading) -> Reading:
    """Run every step over one report."""
    return walk(reading, report_steps())


def read_story(readings: Sequence[Reading], *, as_of: str | None = None) -> list[Dossier]:
    """Group readings into stories, largest first, and make a dossier of each; what is known of them decides a second time.

    The order of ``readings`` does not matter. ``as_of`` (YYYY-MM-DD) is the day the dossier speaks from: by default the
    latest publication date of the story. Of several versions of one report only the latest counts.
    """
    current, versions = set_aside_versions(readings)
    ordered = sorted(current, key=lambda reading: (published_of(reading), reading.report.id))
    dated = [replace(r.report, published=r.provenance.published.value) for r in ordered]
    grouped: dict[str, list[Reading]] = {}
    for reading, story in zip(ordered, regroup_readings(ordered, group_reports(dated)), strict=True):
        grouped.setdefault(story, []).append(reading)
    stories = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return [make_dossier(id, tuple(members), as_of=as_of, versions=versions) for id, members in stories]


def published_of(reading: Reading) -> str:
    """The publication date for sorting; reports without one come last."""
    return reading.provenance.published.value or "unknown"


def make_dossier(
    id: str,
    readings: tuple[Reading, ...],
    *,
    as_of: str | None,
    versions: Iterable[Version] = (),
    steps: Sequence[Step[Story]] = (),
) -> Dossier:
    """The dossier of one story, with those of the earlier versions that are of its reports.

    ``steps`` stand in place of :func:`story_steps`: what a reader has set right comes as a step after the one it corrects.
    """
    reports = {reading.report.id for reading in readings}
    earlier = tuple(version for version in versions if version.report in reports)
    story = walk(Story(id, readings, versions=earlier), steps or story_steps())
    day = as_of or find_latest(story)
    return Dossier(replace(story, findings=find_findings(story, as_of=day)), as_of=day, title=name_story(story))


def compare_readings(one: Reading, other: Reading) -> Comparison:
    """Two reports of different ids, taken as reports of one story, side by side."""
    story = make_dossier("compared", (one, other), as_of=None).story
    return compare_reports(story, one.report.id, other.report.id)


def trace_dossiers(words: str, dossiers: Iterable[Dossier]) -> tuple[tuple[Dossier, Trace], ...]:
    """Where some words stand in the stories of some dossiers, the widest reported first in each."""
    return tuple((dossier, trace) for dossier in dossiers for trace in trace_words(words, dossier.story))


def name_story(story: Story) -> str:
    """The title of the earliest report that has one, else its first words."""
    for reading in sorted(story.readings, key=published_of):
        if reading.provenance.title.value:
            return shorten_title(reading.provenance.title.value)
    first = story.readings[0]
    return shorten_title(first.report.quote(first.sentences[0].span)) if first.sentences else first.report.id


def shorten_title(words: str) -> str:
    """At most LONGEST_TITLE characters, cut between words."""
    return shorten(" ".join(words.split()), width=LONGEST_TITLE, placeholder=" …")
