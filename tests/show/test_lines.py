"""A dossier as lines for other programs."""

from __future__ import annotations

from headwater.model.dossier import Dossier
from headwater.show.lines import write_lines


def test_a_finding_is_a_line_of_five_fields(dossier: Dossier, hostile: Dossier) -> None:
    for told in (dossier, hostile):
        lines = write_lines(told).splitlines()
        assert len(lines) == len(told.story.findings)
        assert {line.count("\t") for line in lines} == {4}
    assert "\x1b" not in write_lines(hostile)


def test_the_fields_are_kind_line_remarks_counts_and_cites(dossier: Dossier) -> None:
    said = next(line.split("\t") for line in write_lines(dossier).splitlines() if line.startswith("said\t"))
    assert said[1].startswith("Ada Brenn")
    assert said[3:] == ["2 reports, 1 origin (VNA)", "[1:79-125, 2:50-71]"]
