from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from headwater.desk.corrections import correct, undo
from headwater.desk.intake import Added, add_reports
from headwater.desk.rebuild import rebuild, reread
from headwater.desk.refresh import refresh_stories
from headwater.errors import StoreError, UsageError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.findings import list_findings
from headwater.store.reports import list_reports
from headwater.store.rows import CorrectionRow, FindingRow
from headwater.store.stories import get_dossier, list_people, list_stories

STRAIT = "01-harbour-times.txt"
MINUTES = count(1)


def now() -> datetime:
    return datetime(2031, 5, 5, tzinfo=UTC) + timedelta(minutes=next(MINUTES))


def set_right(store: Store, kind: str, target: Any, value: Any) -> CorrectionRow:
    row = correct(store, kind, target, value, author="ida", now=now)
    refresh_stories(store, now=now)
    return row


def take_back(store: Store, row: CorrectionRow) -> None:
    undo(store, row.id, now=now)
    refresh_stories(store, now=now)


def findings(store: Store, story: str = STRAIT) -> list[FindingRow]:
    with store.connect() as connection:
        return list_findings(connection, story)


def find(store: Store, words: str) -> FindingRow:
    return next(row for row in findings(store) if words in row.line)


def members(store: Store) -> dict[str, set[str]]:
    with store.connect() as connection:
        return {s.id: {r.id for r in list_reports(connection, story=s.id)} for s in list_stories(connection)}


def dossiers(store: Store) -> dict[str, Any]:
    with store.connect() as connection:
        return {row.id: get_dossier(connection, row.id) for row in list_stories(connection)}


def test_a_story_is_split_and_put_together_again(strait: Store) -> None:
    before = dossiers(strait)
    row = set_right(strait, "split story", STRAIT, ["05-ksna.txt"])
    part = f"{STRAIT}~{row.id}"
    assert members(strait)[part] == {"05-ksna.txt"}
    assert "05-ksna.txt" not in members(strait)[STRAIT]
    take_back(strait, row)
    assert dossiers(strait) == before
    assert members(strait).keys() == {STRAIT}


def test_reports_that_joined_a_part_go_back_with_it(strait: Store) -> None:
    row = set_right(strait, "split story", STRAIT, ["05-ksna.txt", "07-coastal-observer.txt"])
    part = f"{STRAIT}~{row.id}"
    text = "Karsovia has threatened to shut the Tessin Strait to Mellish grain ships, KSNA reported."
    report = Report("new", text, title="Grain dispute: what we know so far", published="2024-03-12")
    (added,) = add_reports(strait, [report], jobs=1, now=now)
    assert isinstance(added, Added)
    assert added.story in (part, STRAIT)
    take_back(strait, row)
    assert members(strait) == {STRAIT: members(strait)[STRAIT]}
    assert "new" in members(strait)[STRAIT]


def test_stories_are_merged_and_new_reports_join_the_one_that_is_left(strait: Store) -> None:
    harvest = "Farmers in the hills of Arven began the barley harvest, the farmers' union of Arven said."
    list(add_reports(strait, [Report("harvest", harvest, published="2024-03-12")], jobs=1, now=now))
    refresh_stories(strait, now=now)
    assert members(strait).keys() == {STRAIT, "harvest"}
    row = set_right(strait, "merge stories", STRAIT, ["harvest"])
    assert members(strait).keys() == {STRAIT}
    again = Report("more", harvest.replace("began", "ended"), published="2024-03-13")
    (added,) = add_reports(strait, [again], jobs=1, now=now)
    assert isinstance(added, Added)
    assert added.story == STRAIT
    take_back(strait, row)
    assert members(strait)["harvest"] == {"harvest", "more"}


def test_findings_of_a_story_that_is_gone_are_kept_as_superseded(strait: Store) -> None:
    list(add_reports(strait, [Report("h", "Rain fell on Arven, the weather office said.")], jobs=1, now=now))
    refresh_stories(strait, now=now)
    assert findings(strait, "h")
    set_right(strait, "merge stories", STRAIT, ["h"])
    with strait.connect() as connection:
        assert all(row.superseded for row in list_findings(connection, "h", superseded=True))


def test_a_speaker_is_set_for_good(strait: Store) -> None:
    finding = find(strait, "Twelve grain ships were waiting")
    row = set_right(strait, "speaker", {"story": STRAIT, "finding": finding.id}, "Petra Holm")
    (told,) = (f for f in findings(strait) if f.kind == "said" and "Twelve grain ships were waiting" in f.line)
    assert told.data["details"]["speaker"] == "Petra Holm"
    assert told.data["cites"][0]["start"] == finding.data["cites"][0]["start"]
    take_back(strait, row)
    assert find(strait, "Twelve grain ships were waiting").line == finding.line


def test_a_speaker_nobody_named_can_be_set(strait: Store) -> None:
    finding = find(strait, "Twelve grain ships were waiting")
    set_right(strait, "speaker", {"story": STRAIT, "finding": finding.id}, "Zora Quist")
    assert any("Zora Quist" in f.line for f in findings(strait))


def test_the_origin_of_a_report_is_set(strait: Store) -> None:
    row = set_right(strait, "origin", {"report": "07-coastal-observer.txt"}, {"kind": "wire", "name": "Northern Wire"})
    told = {r["id"]: r["origins"] for r in dossiers(strait)[STRAIT]["reports"]}["07-coastal-observer.txt"]
    assert [(o["kind"], o["name"], o["inferred"]) for o in told] == [("wire", "Northern Wire", False)]
    take_back(strait, row)
    told = {r["id"]: r["origins"] for r in dossiers(strait)[STRAIT]["reports"]}["07-coastal-observer.txt"]
    assert "Northern Wire" not in {o["name"] for o in told}


def test_the_origin_of_a_finding_is_set(strait: Store) -> None:
    finding = find(strait, "Twelve grain ships were waiting")
    target = {"story": STRAIT, "finding": finding.id}
    set_right(strait, "origin", target, {"kind": "press conference", "name": "the pilots"})
    assert "the pilots" in {o["name"] for o in find(strait, "Twelve grain ships were waiting").data["origins"]}


def test_actors_are_renamed_merged_and_split(strait: Store) -> None:
    def names() -> set[str]:
        with strait.connect() as connection:
            return {person.name for person in list_people(connection, story=STRAIT)}

    renamed = set_right(strait, "rename actor", {"story": STRAIT, "name": "petra holm"}, "Petra Anna Holm")
    assert "Petra Anna Holm" in names()
    assert "Petra Holm" not in names()
    assert any("Petra Anna Holm" in row.line for row in findings(strait))
    merged = set_right(strait, "merge actors", {"story": STRAIT, "name": "Karsovia"}, ["Karsovian"])
    assert "Karsovian" not in names()
    with strait.connect() as connection:
        assert [p.label for p in list_people(connection, story=STRAIT) if p.name == "Karsovia"] != []
    reports = ["08-harbour-times-later.txt"]
    split = (
        set_right(
            strait, "split actor", {"story": STRAIT, "name": "Ilan Dorvic", "reports": reports}, "Ilan Dorvic jun."
        )
        if "Ilan Dorvic" in names()
        else None
    )
    for row in filter(None, (split, merged, renamed)):
        take_back(strait, row)
    assert {"Petra Holm", "Karsovian"} <= names()


def test_a_dismissed_finding_stays_away(strait: Store) -> None:
    finding = find(strait, "Twelve grain ships were waiting")
    row = set_right(strait, "dismiss", {"story": STRAIT, "finding": finding.id}, "no news")
    assert finding.id not in {f.id for f in findings(strait)}
    list(rebuild(strait, jobs=1, now=now, whole=True))
    assert finding.id not in {f.id for f in findings(strait)}
    take_back(strait, row)
    assert finding.id in {f.id for f in findings(strait)}


def test_furniture_of_a_site_is_read_away_and_back(any_store: Store) -> None:
    store = any_store
    line = "Petra Holm said on Monday that she reads the Ledger."
    text = f"The ferry Marta rammed the old pier of Port Ansel, the harbour master said.\n\n{line}"
    url = "https://www.ledger.example/1"
    list(add_reports(store, [Report("r", text, url=url)], jobs=1, now=now))
    refresh_stories(store, now=now)
    assert any("reads the Ledger" in row.line for row in findings(store, "r"))
    row = correct(store, "furniture", "Ledger.example", line, author="ida", now=now)
    assert [done.id for done in reread(store, jobs=1, now=now)] == ["r"]
    refresh_stories(store, now=now)
    assert not any("reads the Ledger" in row.line for row in findings(store, "r"))
    other = Report("r2", text.replace("Marta", "Anna"), url="https://ledger.example/2")
    list(add_reports(store, [other], jobs=1, now=now))
    refresh_stories(store, now=now)
    assert not any("reads the Ledger" in row.line for row in findings(store, "r"))
    undo(store, row.id, now=now)
    list(reread(store, jobs=1, now=now))
    refresh_stories(store, now=now)
    assert any("reads the Ledger" in row.line for row in findings(store, "r"))


@pytest.mark.parametrize(
    ("kind", "target", "value", "error", "message"),
    [
        ("praise", "x", "y", UsageError, "there are: merge stories"),
        ("merge stories", STRAIT, [], UsageError, "at least one other"),
        ("merge stories", STRAIT, [STRAIT], UsageError, "at least one other"),
        ("merge stories", STRAIT, ["nothing"], StoreError, "no story 'nothing'"),
        ("split story", STRAIT, [], UsageError, "at least one report"),
        ("split story", STRAIT, ["nothing"], StoreError, "no report 'nothing'"),
        ("rename actor", {"story": STRAIT, "name": "Nobody"}, "x", StoreError, "no actor 'Nobody'"),
        ("rename actor", {"story": STRAIT, "name": "Petra Holm"}, " ", UsageError, "give a name"),
        ("speaker", {"story": STRAIT, "finding": "x"}, "y", StoreError, "no finding 'x'"),
        ("origin", {"report": "05-ksna.txt"}, {"kind": "rumour", "name": "x"}, UsageError, "one of: state agency"),
        ("furniture", "", "x", UsageError, "give a site and one line"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_not_kept(
    strait: Store, kind: str, target: Any, value: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        correct(strait, kind, target, value, author="ida", now=now)
    with strait.connect() as connection:
        assert list_corrections(connection) == []


def test_a_correction_is_undone_once(strait: Store) -> None:
    row = set_right(strait, "rename actor", {"story": STRAIT, "name": "Petra Holm"}, "Petra Holm MP")
    undo(strait, row.id, now=now)
    with pytest.raises(StoreError, match="is undone already; see: headwater correct list"):
        undo(strait, row.id, now=now)
    with pytest.raises(StoreError, match="correction 99 is not there"):
        undo(strait, 99, now=now)


def test_merging_and_undoing_leaves_every_kind_of_store_as_it_was(any_store: Store) -> None:
    harvest = Report("h", "Farmers in Arven began the barley harvest, the farmers' union of Arven said.")
    rain = Report("r", "Rain fell on the islands of Vesna all week, the weather office said.")
    list(add_reports(any_store, [harvest, rain], jobs=1, now=now))
    refresh_stories(any_store, now=now)
    before = dossiers(any_store)
    row = set_right(any_store, "merge stories", "h", ["r"])
    assert members(any_store) == {"h": {"h", "r"}}
    take_back(any_store, row)
    assert dossiers(any_store) == before
