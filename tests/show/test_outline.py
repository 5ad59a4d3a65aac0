from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.show.outline import NOT_DONE, SAID_PLAINLY, cut_groups, drop_groups, outline


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
    assert show(dossier, replace(said, details=details)) == "promised to open the gates"
    told = details | {"content": "the gates are open"}
    assert show(dossier, replace(said, details=told)) == "promised: the gates are open"
    sorry = details | {"cue": "apologised for", "content": "the delay"}
    assert show(dossier, replace(said, details=sorry)) == "apologised for the delay"
    for cue in ("said " * 20, "according to", ""):
        assert show(dossier, replace(said, details=details | {"cue": cue})) == "to open the gates"


def test_a_line_that_says_how_it_was_said_needs_no_word_that_it_is_paraphrase(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    details = {"mode": "indirect", "content": "the gates are open"}
    for cue, is_told in (("said", False), ("according to", True), ("", True)):
        (section,) = outline(with_findings(dossier, replace(said, details=details | {"cue": cue})))
        assert ("paraphrased" in section.items[0].facts) is is_told


def test_what_has_happened_stands_before_what_somebody_threatens_or_denies(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    stances = ("threatened", "happened", "denied", "ongoing", None)
    events = [replace(said, kind="happened", id=str(stance), details={"stance": stance}) for stance in stances]
    (section,) = outline(with_findings(dossier, *events))
    assert [(group.title, [item.finding.id for item in group.items]) for group in section.groups] == [
        ("", ["happened", "ongoing", "None"]),
        (NOT_DONE, ["threatened", "denied"]),
    ]


def test_a_description_is_a_heading_and_a_name_stays_as_it_is(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    names = ("the river ministry", "de Brenn")
    found = [replace(said, id=name, details=dict(said.details) | {"speaker": name}) for name in names]
    (section,) = outline(with_findings(dossier, *found))
    assert [group.title for group in section.groups] == ["The river ministry", "de Brenn"]


def with_findings(dossier: Dossier, *findings: Finding) -> Dossier:
    return replace(dossier, story=replace(dossier.story, findings=findings))


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


def test_a_long_section_is_cut_into_what_is_shown_and_the_rest(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    found = [replace(said, id=str(n), details={"speaker": f"S{n % 3}", "content": "x"}) for n in range(20)]
    (section,) = outline(with_findings(dossier, *found))
    for most in (0, 1, 7, 8, 20, 30):
        first, rest = tuple(cut_groups(section.groups, most)), tuple(drop_groups(section.groups, most))
        assert sum(group.size for group in first) == min(most, 20)
        items = [item for group in (*first, *rest) for item in group.items]
        assert items == [item for group in section.groups for item in group.items]
        assert all(group.items for group in (*first, *rest))
