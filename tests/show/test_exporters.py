"""Every form of a dossier: it parses, holds every finding, and is the same twice."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import feedparser
import pyarrow.parquet
import pytest
import stix2

from headwater.cli.export import FORMATS
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.show.exporters import EXPORTERS, Exporter, find_exporter
from headwater.show.kinds import tell_kind


def write(form: str, *dossiers: Dossier) -> bytes:
    return find_exporter(form).write(dossiers)


def renamed(dossier: Dossier, line: str) -> Dossier:
    """The dossier with one finding whose line is hostile."""
    first: Finding = dossier.story.findings[0]
    story = replace(dossier.story, findings=(replace(first, line=line), *dossier.story.findings[1:]))
    return replace(dossier, story=story)


def test_the_command_knows_every_form() -> None:
    assert tuple(exporter.name for exporter in EXPORTERS) == FORMATS


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_same_dossier_gives_the_same_bytes(exporter: Exporter, dossier: Dossier) -> None:
    assert exporter.write([dossier]) == exporter.write([dossier])


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_no_story_at_all_is_an_empty_export(exporter: Exporter) -> None:
    assert isinstance(exporter.write([]), bytes)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_hostile_characters_break_no_form(exporter: Exporter, dossier: Dossier) -> None:
    assert exporter.write([renamed(dossier, '=cmd|"/c calc"!A1\x00\x0b\ud800]]>&<b>')])


def test_csv_has_a_row_a_finding_and_no_formula(dossier: Dossier) -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", renamed(dossier, "=SUM(A1:A9)")).decode())))
    assert [row["id"] for row in rows] == [finding.id for finding in dossier.story.findings]
    assert rows[0]["line"] == "'=SUM(A1:A9)"
    assert all("[" in row["cites"] and "“" in row["cites"] for row in rows)


def test_parquet_holds_the_same_table(dossier: Dossier) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(write("parquet", dossier)))
    assert table.column("id").to_pylist() == [finding.id for finding in dossier.story.findings]
    assert table.column("reports").to_pylist() == [len(finding.reports) for finding in dossier.story.findings]


def test_atom_has_an_entry_a_finding_with_its_own_id(dossier: Dossier) -> None:
    feed = feedparser.parse(write("atom", dossier))
    assert not feed.bozo
    told = [f"{tell_kind(finding.kind, finding.details)}: {finding.line}" for finding in dossier.story.findings]
    assert [entry.title for entry in feed.entries] == told
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert feed.feed.updated == f"{dossier.as_of}T00:00:00Z"


def test_atom_links_lead_to_the_web_and_nowhere_else(dossier: Dossier) -> None:
    hostile = tuple(
        replace(reading, report=replace(reading.report, url="javascript:alert(1)"))
        for reading in dossier.story.readings
    )
    assert b"javascript" not in write("atom", replace(dossier, story=replace(dossier.story, readings=hostile)))


def test_stix_is_a_bundle_whose_references_lead_somewhere(dossier: Dossier) -> None:
    found = json.loads(write("stix", dossier))
    stix2.parse(found, version="2.1")
    objects = {one["id"]: one for one in found["objects"]}
    notes = [one for one in objects.values() if one["type"] == "note"]
    assert {note["abstract"] for note in notes} == {finding.line for finding in dossier.story.findings}
    (report,) = (one for one in objects.values() if one["type"] == "report")
    assert set(report["object_refs"]) <= set(objects)
    assert {reference["external_id"] for reference in report["external_references"]} == {
        reading.report.id for reading in dossier.story.readings
    }


def test_two_stories_do_not_share_ids(dossier: Dossier) -> None:
    other = replace(dossier, story=replace(dossier.story, id="other"))
    ids = [one["id"] for one in json.loads(write("stix", dossier, other))["objects"] if one["type"] == "note"]
    assert len(ids) == len(set(ids)) == 2 * len(dossier.story.findings)
