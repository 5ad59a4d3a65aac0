"""The shipped story comes out as an editor would tell it. The expectations were written from the texts, before the code ran."""

from pathlib import Path

import pytest

from headwater import brief
from headwater.api import Brief
from headwater.model.finding import Finding

STRAIT = Path(__file__).parent.parent / "examples" / "strait"


@pytest.fixture(scope="module")
def told() -> Brief:
    return brief(STRAIT)


def report_names(finding: Finding) -> set[str]:
    return {Path(report).name[:2] for report in finding.reports}


def find(told: Brief, kind: str, *words: str) -> list[Finding]:
    return [f for f in told.findings if f.kind == kind and all(word.casefold() in f.line.casefold() for word in words)]


def test_all_reports_tell_one_story(told: Brief) -> None:
    assert [len(d.story.readings) for d in told.dossiers] == [8]
    assert not told.failures


def test_the_presidents_words_have_one_origin(told: Brief) -> None:
    (finding,) = find(told, "said", "tax our bread")
    assert report_names(finding) >= {"01", "02", "03", "04", "05", "07"}
    assert [(o.kind, o.name) for o in finding.origins if o.kind != "unknown"] == [("state agency", "KSNA")]
    assert "Dorvic" in finding.line


def test_two_people_of_one_surname_stay_apart(told: Brief) -> None:
    (finding,) = find(told, "said", "closure would hurt")
    assert "Mara Dorvic-Lund" in finding.line
    assert report_names(finding) == {"03"}


def test_copies_are_known(told: Brief) -> None:
    copies = {(Path(c.report).name[:2], Path(c.of).name[:2]) for c in told.dossiers[0].story.copies}
    assert ("02", "01") in copies
    assert ("04", "03") in copies


def test_the_orphaned_quotation_gets_its_speaker_from_another_report_or_none(told: Brief) -> None:
    findings = [f for f in told.findings if "other harbours" in f.line.casefold()]
    assert findings
    for finding in findings:
        if "07" in report_names(finding) and finding.kind == "said":
            assert "06" in report_names(finding), "a speaker may only come from the report that names one"


def test_the_deadline_is_listed_with_its_date(told: Brief) -> None:
    dues = {str((f.details.get("due") or {}).get("value")) for f in told.findings if f.kind == "due"}
    assert {"2024-03-15", "2024-03-22"} <= dues


def test_dates_are_read_from_the_reports_and_never_made_up(told: Brief) -> None:
    dates = {Path(r.report.id).name[:2]: r.provenance.published.value for r in told.dossiers[0].story.readings}
    assert dates["01"] == dates["05"] == "2024-03-11"
    assert dates["02"] == dates["03"] == dates["04"] == dates["06"] == "2024-03-12"
    assert dates["08"] == "2024-03-15"
    assert dates["07"] in {None, "2024-03-11", "2024-03-12", "2024-03-11/2024-03-12"}


def test_furniture_is_marked_and_the_article_is_not(told: Brief) -> None:
    for reading in told.dossiers[0].story.readings:
        cut = " ".join(reading.report.quote(b.span) for b in reading.blocks if b.role == "furniture")
        kept = " ".join(reading.report.quote(b.span) for b in reading.blocks if b.role == "body")
        for words in (
            "free articles",
            "Subscribe to keep",
            "Leave a comment",
            "Share this article",
            "Send this to a friend",
        ):
            assert words not in kept
        assert "strait" not in cut.casefold() or "newsletter" in cut.casefold()


def test_differing_counts_stand_side_by_side(told: Brief) -> None:
    findings = [f for f in told.findings if f.kind == "differs"]
    lines = [f.line.casefold() for f in findings if len(f.reports) == 4]
    assert any("twelve grain ships" in line and "fourteen grain ships" in line for line in lines)


def test_every_cite_stands_in_its_report(told: Brief) -> None:
    texts = {r.report.id: r.report.text for d in told.dossiers for r in d.story.readings}
    for finding in told.findings:
        for cite in finding.cites:
            assert texts[cite.report][cite.span.start : cite.span.end].strip()
