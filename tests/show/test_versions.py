"""Earlier versions of reports, as the dossier lists them."""

from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.model.story import Version
from headwater.show.versions import list_versions


def add_versions(dossier: Dossier, *texts: str) -> Dossier:
    first = dossier.story.readings[0]
    earlier = (
        replace(first, report=replace(first.report, id=f"v{n}", text=text), blocks=()) for n, text in enumerate(texts)
    )
    versions = tuple(Version(first.report.id, reading) for reading in earlier)
    return replace(dossier, story=replace(dossier.story, versions=versions))


def test_a_dossier_without_versions_lists_none(dossier: Dossier) -> None:
    assert list_versions(dossier) == ()


def test_edited_lines_are_shown_and_sameness_is_counted(dossier: Dossier) -> None:
    first = dossier.story.readings[0].report.text
    same = first.rsplit("\n", 1)[0]  # without the last line, which is furniture
    lines = list_versions(add_versions(dossier, same.replace("12 villages", "10 villages"), same, same))
    assert lines[0] == "Report 1 is a later version of v0, which is not counted. Edited:"
    assert len(lines) == 3
    assert "[-10-] {+12+} villages were flooded." in lines[1]
    assert lines[2] == "Report 1 was there 2 more times in the same words; it is counted once."
