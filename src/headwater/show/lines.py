"""A dossier as lines for other programs: one finding a line, its fields parted by tabs."""

from __future__ import annotations

from headwater.model.dossier import Dossier
from headwater.show.kinds import tell_kind
from headwater.show.outline import Item, outline
from headwater.show.printable import one_line
from headwater.show.refs import refer_all
from headwater.show.report_list import number_reports


def write_lines(dossier: Dossier) -> str:
    """Kind, line, remarks, counts and cites of every finding, in reading order."""
    numbers = number_reports(dossier.story)
    items = [item for section in outline(dossier) for item in section.items]
    return "".join(f"{write_line(item, refer_all(item.finding.cites, numbers))}\n" for item in items)


def write_line(item: Item, cites: str) -> str:
    """One finding; no field holds a tab or a line break."""
    finding = item.finding
    fields = (tell_kind(finding.kind, finding.details), finding.line, " · ".join(item.facts), item.counts, cites)
    return "\t".join(map(one_line, fields))
