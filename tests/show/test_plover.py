"""PLOVER records and POLECAT columns."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from headwater.model.notes import Actor, Event, Mention, Stance, Time
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span
from headwater.show.plover import COLUMNS, list_records, record_event, scheme, show_jsonl, show_polecat

TEXT = "French troops freed a Kenyan judge\nin Bamako on 3 May 2031, police said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading_of(stance: Stance = "happened", *, dated: bool = True) -> Reading:
    day = Time(span("3 May 2031"), "DATE", "2031-05-03", "made_by_hand@1", earliest="2031-05-03", latest="2031-05-03")
    event = Event(
        (span("freed"),),
        "RETREAT",
        stance,
        "made_by_hand@1",
        (span("French troops"),),
        (span("a Kenyan judge\nin"),),
        mode="release",
        time=day.span if dated else None,
        place=(span("Bamako"),),
    )
    return Reading(
        Report("r1", TEXT, url="https://example.org/a"),
        language="en",
        provenance=Provenance(outlet=Known("Harbour Post", "stated"), published=Known("2031-05-04", "stated")),
        mentions=(Mention(span("French troops"), "ROLE", "made_by_hand@1", "a1"),),
        actors=(Actor("a1", "French troops", "ROLE", (span("French troops"),)),),
        times=(day,),
        events=(event,),
    )


def test_a_record_has_the_fields_of_the_code_book() -> None:
    record = next(list_records([reading_of()]))
    assert record["id"] == "r1#0"
    assert record["date"] == "2031-05-03"
    assert record["event"] == ["RETREAT"]
    assert record["mode"] == ["release"]
    assert record["quad_code"] == 2
    assert record["event_loc"] == {"name": "Bamako"}
    assert record["source"][0]["code"] == "FRA"
    assert record["source"][0]["sector"] == "MIL"
    assert record["source"][0]["actor_text"] == "French troops"


def test_an_undated_event_takes_the_day_it_was_published_and_says_so() -> None:
    record = next(list_records([reading_of(dated=False)]))
    assert (record["date"], record["date_source"]) == ("2031-05-04", "published")


def test_an_interval_is_a_first_and_a_last_day_and_no_polecat_date() -> None:
    published = Provenance(published=Known("2031-05-04/2031-05-06", "inferred"))
    reading = replace(reading_of(dated=False), provenance=published)
    record = record_event(reading, reading.events[0], 0)
    assert (record["date"], record["enddate"]) == ("2031-05-04", "2031-05-06")
    assert dict(zip(COLUMNS, show_polecat([reading]).splitlines()[1].split("\t"), strict=True))["Event Date"] == ""


def test_nothing_known_of_the_day_is_null() -> None:
    reading = replace(reading_of(dated=False), provenance=Provenance())
    assert record_event(reading, reading.events[0], 0)["date"] is None


@pytest.mark.parametrize(
    ("stance", "context"),
    [("expected", ["future"]), ("hypothetical", ["hypothetical"]), ("denied", ["negation"]), ("happened", [])],
)
def test_stances_have_the_contexts_of_the_code_book(stance: Stance, context: list[str]) -> None:
    assert next(list_records([reading_of(stance)]))["context"] == context


def test_only_the_stances_asked_for_are_listed() -> None:
    readings = [reading_of("happened"), reading_of("denied")]
    assert [r["stance"] for r in list_records(readings, frozenset({"denied"}))] == ["denied"]


def test_json_lines_are_one_record_a_line() -> None:
    lines = show_jsonl([reading_of(), reading_of("denied")]).splitlines()
    assert [json.loads(line)["stance"] for line in lines] == ["happened", "denied"]


def test_polecat_rows_have_every_column_on_one_line() -> None:
    header, row = show_polecat([reading_of()]).splitlines()
    assert tuple(header.split("\t")) == COLUMNS
    cells = dict(zip(COLUMNS, row.split("\t"), strict=True))
    assert cells["Event Type"] == "RETREAT"
    assert cells["Primary Actor Sector"] == "MIL"
    assert cells["Recipient Name Raw"] == "a Kenyan judge in"
    assert cells["Wikipedia Actor ID"] == ""


def test_every_type_has_a_quad_class_and_a_score() -> None:
    assert len(scheme()) == 16
    assert all(
        facts["quad"] in {1, 2, 3, 4} and (facts["score"] < 0) == (facts["quad"] > 2) for facts in scheme().values()
    )


def test_a_record_names_the_holder_and_the_contexts() -> None:
    reading = reading_of("expected")
    told = replace(reading.events[0], holder=(span("police"),), contexts=("legal", "military"))
    record = record_event(reading, told, 0)
    assert record["holder"] == ["police"]
    assert record["context"] == ["legal", "military", "future"]


def test_readers_of_tab_separated_files_get_back_what_was_written() -> None:
    text = '"Deep\tHarbour" troops freed a judge.'
    event = Event((Span(22, 27),), "RETREAT", "happened", "made_by_hand@1", (Span(0, 21),), (Span(28, 35),))
    table = show_polecat([Reading(Report("r1", text), language="en", events=(event,))])
    (row,) = csv.DictReader(io.StringIO(table), delimiter="\t")
    assert row["Actor Name Raw"] == '"Deep Harbour" troops'
    assert row["Recipient Name Raw"] == "a judge"
    assert list(row) == list(COLUMNS)
    assert len(row) == 40
