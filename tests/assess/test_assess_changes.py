"""What is new between two dossiers, on records of findings."""

from __future__ import annotations

from typing import Any

from headwater.assess.changes import Change, find_changes

Record = dict[str, Any]


def cite(report: str, start: int, text: str) -> Record:
    return {"report": report, "start": start, "end": start + len(text), "text": text}


def finding(id: str, *cites: Record, **details: Any) -> Record:
    kind = id.split("-")[0]
    line = details.pop("line", cites[0]["text"])
    origins = details.pop("origins", [{"kind": "wire", "name": "Northern Wire", "inferred": False, "cites": []}])
    return {
        "id": id,
        "kind": kind,
        "line": line,
        "cites": list(cites),
        "reports": 1,
        "origins": origins,
        "details": details,
    }


HELD = finding("happened-aa", cite("a", 0, "Nine ferries were held in Port Lorn"))
SAID = finding(
    "said-bb", cite("a", 50, "the ferries stay in port"), speaker="Brenn", content="the ferries stay in port"
)
DUE = finding(
    "due-cc",
    cite("a", 90, "talks resume on Friday"),
    status="due soon",
    due={"earliest": "2031-05-09", "latest": "2031-05-09"},
)


def told(changes: tuple[Change, ...]) -> list[tuple[Any, ...]]:
    return [(c.what, c.finding["id"], c.by, tuple(d.aspect for d in c.differences)) for c in changes]


def test_what_is_the_same_is_no_news() -> None:
    assert find_changes([HELD, SAID], [SAID, HELD]) == ()
    assert find_changes([], []) == ()


def test_what_was_not_there_is_new() -> None:
    assert told(find_changes([HELD], [HELD, SAID])) == [("new", "said-bb", None, ())]


def test_what_is_there_no_more_is_gone() -> None:
    assert told(find_changes([HELD, SAID], [HELD])) == [("gone", "said-bb", None, ())]


def test_each_aspect_is_told_with_both_sides() -> None:
    later = DUE | {
        "cites": [*DUE["cites"], cite("b", 4, "the talks were put off")],
        "details": {
            "status": "extended",
            "due": DUE["details"]["due"],
            "extended_to": {"earliest": "2031-05-12", "latest": "2031-05-14"},
        },
        "origins": [],
    }
    (change,) = find_changes([DUE], [later])
    assert change.before == DUE
    assert {d.aspect: (d.before, d.after) for d in change.differences} == {
        "status": (("due soon",), ("extended",)),
        "due": (("2031-05-09",), ("2031-05-09", "2031-05-12 to 2031-05-14")),
        "reports": (("a",), ("a", "b")),
        "origins": (("Northern Wire",), ("not stated",)),
    }


def test_a_fuller_wording_is_the_same_finding_and_the_old_line_is_kept() -> None:
    fuller = "the ferries stay in port until the strike ends"
    later = finding("said-dd", cite("b", 7, fuller), *SAID["cites"], speaker="Brenn", content=fuller)
    changes = find_changes([HELD, SAID], [HELD, later], edited=())
    assert told(changes) == [
        ("changed", "said-dd", None, ("wording", "reports")),
        ("superseded", "said-bb", "said-dd", ()),
    ]
    assert changes[0].before == SAID


def test_a_speaker_who_becomes_known_makes_no_new_finding() -> None:
    orphan = finding("unattributed-ee", *SAID["cites"], content="the ferries stay in port")
    changes = find_changes([orphan], [SAID], edited=())
    assert told(changes) == [
        ("changed", "said-bb", None, ("speaker",)),
        ("superseded", "unattributed-ee", "said-bb", ()),
    ]


def test_two_that_become_one_are_both_superseded() -> None:
    other = finding("said-ff", cite("b", 9, "the ferries stay where they are"), speaker="Brenn")
    both = finding("said-bb", *SAID["cites"], *other["cites"], speaker="Brenn", content="the ferries stay in port")
    changes = find_changes([SAID, other], [both], edited=())
    assert told(changes) == [("changed", "said-bb", None, ("reports",)), ("superseded", "said-ff", "said-bb", ())]


def test_a_corrected_number_in_an_edited_report() -> None:
    corrected = finding("happened-gg", cite("a", 3, "Seven ferries were held in Port Lorn"))
    assert [c.what for c in find_changes([HELD], [corrected], edited={"a"})] == ["changed", "superseded"]
    assert [c.what for c in find_changes([HELD], [corrected])] == ["changed", "superseded"]


def test_an_unedited_report_is_known_by_its_characters_only() -> None:
    elsewhere = finding("happened-gg", cite("a", 400, "Seven ferries were held in Port Lorn"))
    assert [c.what for c in find_changes([HELD], [elsewhere], edited=())] == ["new", "gone"]


def test_findings_of_equal_content_are_told_apart_by_what_they_cite() -> None:
    one, two = (finding(id, cite(report, 0, "no comment")) for id, report in (("said-hh", "a"), ("said-hh-2", "b")))
    turned = [one | {"id": "said-hh-2"}, two | {"id": "said-hh"}]
    assert find_changes([one, two], turned, edited=()) == ()
    assert find_changes([one, two], [two, one], edited=()) == ()


def test_other_kinds_are_other_findings() -> None:
    promised = finding("due-ii", *SAID["cites"])
    assert [c.what for c in find_changes([SAID], [promised], edited=())] == ["new", "gone"]
