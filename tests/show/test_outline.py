from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.show.outline import SAID_PLAINLY, outline


def test_sections_come_in_reading_order_and_only_where_something_was_found(dossier: Dossier) -> None:
    assert [section.key for section in outline(dossier)] == ["reported", "said", "due", "differs", "unattributed"]


def test_no_finding_is_left_out(dossier: Dossier) -> None:
    shown = [item.finding for section in outline(dossier) for item in section.items]
    assert shown == list(dossier.story.findings)


def test_quoted_words_stand_before_paraphrase_under_one_name(dossier: Dossier) -> None:
    quoted = next(finding for finding in dossier.story.findings if finding.kind == "said")
    told = replace(quoted, id="p", details={"speaker": "Ada Brenn", "mode": "indirect", "content": "the pact is dead"})
    other = replace(quoted, id="o", details={"speaker": "Jo Reed", "mode": "direct", "content": "No."})
    story = replace(dossier.story, findings=(told, other, quoted))
    groups = outline(replace(dossier, story=story))[0].groups
    assert [group.title for group in groups] == ["Ada Brenn", "Jo Reed"]
    assert [item.finding.id for item in groups[0].items] == [quoted.id, "p"]
    assert groups[0].note == "President"


def test_direct_words_are_quoted_once(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    bare = replace(said, details={"mode": "direct", "content": "No."})
    marked = replace(said, details={"mode": "direct", "content": "“No.”"})
    lines = [show(dossier, finding) for finding in (bare, marked)]
    assert lines == ["“No.”", "“No.”"]


def test_paraphrase_says_how_it_was_said(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    details = {"mode": "indirect", "content": "to open the gates", "cue": "promised"}
    assert show(dossier, replace(said, details=details)) == "promised: to open the gates"
    for cue in ("said " * 20, "according to", ""):
        assert show(dossier, replace(said, details=details | {"cue": cue})) == "to open the gates"


def show(dossier: Dossier, finding: Finding) -> str:
    return outline(replace(dossier, story=replace(dossier.story, findings=(finding,))))[0].items[0].text


def test_what_was_merely_said_stands_last_under_a_heading_of_its_own(dossier: Dossier) -> None:
    due = next(finding for finding in dossier.story.findings if finding.kind == "due")
    plain = replace(due, id="plain", details=dict(due.details) | {"plain": True})
    (section,) = outline(replace(dossier, story=replace(dossier.story, findings=(plain, due))))
    assert [(group.title, [item.finding.id for item in group.items]) for group in section.groups] == [
        ("", [due.id]),
        (SAID_PLAINLY, ["plain"]),
    ]
