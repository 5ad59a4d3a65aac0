from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.show.dossier_json import record_dossier
from headwater.show.record import record_reading
from headwater.show.report_list import list_gaps, list_reports, tell_title


def test_what_is_inferred_says_so_and_what_is_not_known_is_unknown(dossier: Dossier) -> None:
    first, second = list_reports(dossier)
    assert (first.published, first.credit, first.outlet) == ("2031-05-05 (inferred)", "Northern Wire", "Harbour Post")
    assert (second.published, second.credit, second.outlet) == ("unknown", "none", "unknown")


def test_a_copy_names_the_report_it_repeats(dossier: Dossier) -> None:
    assert [row.copy_of for row in list_reports(dossier)] == [None, 1]


def test_gaps_name_the_reports(dossier: Dossier) -> None:
    assert list_gaps(dossier) == (
        "Publication date not stated and not inferred: report 2.",
        "Outlet not stated: report 2.",
    )


def test_a_report_in_another_language_is_said_to_be_unread(dossier: Dossier) -> None:
    first, second = dossier.story.readings
    story = replace(dossier.story, readings=(first, replace(second, language="fr")))
    assert "Report 2 was kept but not read: its language is fr" in list_gaps(replace(dossier, story=story))[-1]


def test_lines_of_one_file_are_told_apart_by_their_ids() -> None:
    lines = [Reading(Report(name, "Talks resume.", path="in/lines.jsonl")) for name in ("n1", "n2")]
    assert [tell_title(line) for line in lines] == ["n1", "n2"]
    assert tell_title(Reading(Report("sub/a.txt", "Talks resume.", path="in/sub/a.txt"))) == "a.txt"


def test_a_report_that_is_all_furniture_is_said_to_be_empty(dossier: Dossier) -> None:
    first, second = dossier.story.readings
    bare = tuple(replace(block, role="furniture") for block in second.blocks)
    story = replace(dossier.story, readings=(first, replace(second, blocks=bare)))
    assert any("No article text found" in gap and "report 2" in gap for gap in list_gaps(replace(dossier, story=story)))


def test_a_feed_summary_is_said_to_be_no_whole_report(dossier: Dossier) -> None:
    first, second = dossier.story.readings
    short = replace(second, report=replace(second.report, is_summary=True))
    told = replace(dossier, story=replace(dossier.story, readings=(first, short)))
    assert "Only the summary of a feed was read, not the whole report: report 2." in list_gaps(told)
    assert [report["is_summary"] for report in record_dossier(told)["reports"]] == [False, True]
    assert record_reading(short)["is_summary"]
    assert "is_summary" not in record_reading(first)
