"""Dossiers as a STIX 2.1 bundle (OASIS): a report object for each story, a note for each finding, an identity for each actor.

The same dossiers give the same bytes: ids are version 5 UUIDs of what they name, times are the day a dossier stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any
from uuid import UUID, uuid5

from headwater.errors import UsageError
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.story import Person
from headwater.show.atom import list_addresses, tell_finding, tell_moment
from headwater.show.counts import distinct, name_origin

HOUSE = UUID("3f2c9a50-7d0e-5a68-9b1f-6d1c0c6a7e11")
"""The namespace of our ids."""
CLASSES = {"PERSON": "individual", "ORG": "organization", "GPE": "group", "NORP": "group"}
"""NER label -> STIX identity class."""
Object = dict[str, Any]


def write_stix(dossiers: Sequence[Dossier]) -> bytes:
    """The bundle as JSON, checked by the ``stix2`` package. Raises UsageError where that is absent."""
    try:
        stix2 = import_module("stix2")
    except ModuleNotFoundError as error:
        raise UsageError("STIX needs another package: pip install 'headwater[stix]'") from error
    objects = {one["id"]: one for dossier in dossiers for one in list_objects(dossier)}
    parsed = [stix2.parse({"spec_version": "2.1", **one}, version="2.1") for one in objects.values()]
    bundle = stix2.Bundle(objects=parsed, id=name_id("bundle", *objects))
    text: str = bundle.serialize(pretty=True)
    return f"{text}\n".encode("utf-8", "replace")


def list_objects(dossier: Dossier) -> Iterator[Object]:
    """The objects of one story, the story itself last."""
    maker = make_object("identity", "Headwater", dossier, name="Headwater", identity_class="system")
    people = [make_identity(dossier, person) for person in dossier.story.people]
    notes = [make_note(dossier, finding, maker["id"]) for finding in dossier.story.findings]
    yield from (maker, *people)
    if not notes:
        return
    about = [one["id"] for one in people]
    report = make_object(
        "report",
        dossier.story.id,
        dossier,
        name=dossier.title or dossier.story.id,
        created_by_ref=maker["id"],
        published=tell_moment(dossier.as_of),
        report_types=["observed-data"],
        object_refs=[*about, *(note["id"] for note in notes)],
        external_references=list_sources(dossier),
    )
    yield from ({**note, "object_refs": [report["id"]]} for note in notes)
    yield report


def make_identity(dossier: Dossier, person: Person) -> Object:
    """An actor of a story."""
    kind = CLASSES.get(person.label, "unknown")
    place = f"{dossier.story.id}\0{person.name}"
    return make_object("identity", place, dossier, name=person.name, identity_class=kind)


def make_note(dossier: Dossier, finding: Finding, maker: str) -> Object:
    """A finding with the words it cites."""
    origins = [name_origin(origin) for origin in distinct(finding.origins)]
    return make_object(
        "note",
        f"{dossier.story.id}\0{finding.id}",
        dossier,
        created_by_ref=maker,
        abstract=finding.line,
        content=tell_finding(dossier, finding),
        labels=[finding.kind],
        authors=origins or ["not stated"],
        external_references=[{"source_name": url, "url": url} for url in list_addresses(dossier, finding)],
    )


def list_sources(dossier: Dossier) -> list[Object]:
    """The reports of a story: where each stands, as far as that is known."""
    reports = (reading.report for reading in dossier.story.readings)
    return [
        {"source_name": report.outlet or report.id, "external_id": report.id}
        | ({"url": report.url} if report.url and report.url.startswith(("http://", "https://")) else {})
        for report in reports
    ]


def make_object(kind: str, words: str, dossier: Dossier, **properties: Any) -> Object:
    """An object of a kind, named by ``words``; properties without a value are left out, as the standard asks."""
    moment = tell_moment(dossier.as_of)
    kept = {name: value for name, value in properties.items() if value not in (None, [], "")}
    return {"type": kind, "id": name_id(kind, words), "created": moment, "modified": moment, **kept}


def name_id(kind: str, *words: str) -> str:
    """``note--…``: the same words have the same id."""
    named = "\0".join((kind, *words)).encode("utf-8", "replace").decode()
    return f"{kind}--{uuid5(HOUSE, named)}"
