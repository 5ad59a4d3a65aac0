"""The way of what was said: speaker → origin → report → copy, as a picture and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.span import Cite
from headwater.show.counts import name_origin, stated
from headwater.show.printable import one_line, shorten
from headwater.show.report_list import Row

WIDTH, BOX, TALL, STEP = 940, 190, 42, 56
"""Picture units: the picture, a box and the distance from one box to the next below."""
ROW, ROWS = 25, 2
"""Letters of a row in a box, and rows."""
MOST = 14
"""Statements drawn: those with most reports; more would hide the ways."""
COLUMNS = ("Speaker", "Origin", "Report", "Copy")


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture; ``x`` and ``y`` are its upper left corner."""

    column: int
    name: str
    x: int
    y: int

    @property
    def rows(self) -> tuple[str, ...]:
        """As much of the name as fits the box, row by row."""
        found = wrap(one_line(self.name), ROW)
        rest = " ".join(found[ROWS - 1 :])
        return (*found[: ROWS - 1], *([shorten(rest, ROW)] if rest else []))

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The rows with the height at which each stands."""
        first = self.y + TALL // 2 + 5 - 8 * (len(self.rows) - 1)
        return tuple((first + 16 * number, row) for number, row in enumerate(self.rows))


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two boxes; dashed where no words state it."""

    start: Node
    end: Node
    inferred: bool

    @property
    def path(self) -> str:
        """The line of the tie, from the right of one box to the left of the next."""
        x, y, x_end, y_end = self.start.x + BOX, self.start.y + TALL // 2, self.end.x, self.end.y + TALL // 2
        middle = (x + x_end) // 2
        return f"M {x} {y} C {middle} {y}, {middle} {y_end}, {x_end} {y_end}"

    @property
    def words(self) -> str:
        """The tie as a sentence for those who do not see the picture."""
        return f"{self.start.name} → {self.end.name}{' (inferred)' if self.inferred else ''}"


@dataclass(frozen=True, slots=True)
class Chain:
    """Boxes in four columns and the ties between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    box: int = BOX
    tall: int = TALL
    columns: tuple[str, ...] = COLUMNS

    @property
    def height(self) -> int:
        """Down to the lowest box."""
        return max(node.y for node in self.nodes) + STEP


Box = tuple[int, str]
"""Column and name."""
Tie = tuple[Box, Box]


def draw_chain(dossier: Dossier, rows: Sequence[Row]) -> Chain | None:
    """The picture; None where no statement has a known way."""
    ties: dict[Tie, bool] = {}
    for tie, inferred in list_ties(dossier, rows):
        ties[tie] = ties.get(tie, True) and inferred
    if not ties:
        return None
    nodes = place_boxes(box for tie in ties for box in tie)
    edges = tuple(Edge(nodes[start], nodes[end], inferred) for (start, end), inferred in ties.items())
    return Chain(tuple(nodes.values()), edges)


def list_ties(dossier: Dossier, rows: Sequence[Row]) -> Iterable[tuple[Tie, bool]]:
    """Each tie with whether it is inferred; the same tie may come again."""
    boxes = {row.reading.report.id: box_report(row) for row in rows}
    credits = {cite for origins in dossier.story.report_origins.values() for origin in origins for cite in origin.cites}
    for finding in choose_statements(dossier):
        yield from tie_finding(finding, boxes, credits=credits)
    for copy in dossier.story.copies:
        original = dict(boxes).get(copy.of)
        if original and original[0] == 2:
            yield (original, boxes[copy.report]), False


def choose_statements(dossier: Dossier) -> list[Finding]:
    """The statements with a speaker and a known origin that most reports carry, in the order of the dossier."""
    said = [finding for finding in dossier.story.findings if finding.kind == "said" and stated(finding.origins)]
    most = sorted(said, key=lambda finding: -len(finding.reports))[:MOST]
    return [finding for finding in said if finding in most and finding.details.get("speaker")]


def box_report(row: Row) -> Box:
    """The box of a report; copies stand in a column of their own."""
    name = row.outlet if row.outlet != "unknown" else shorten(row.title, 40)
    return (3 if row.copy_of else 2), f"{row.number} {name}"


def tie_finding(finding: Finding, boxes: dict[str, Box], *, credits: set[Cite]) -> Iterable[tuple[Tie, bool]]:
    """Speaker to origin, origin to each report that is no copy; one box an origin, whether it is stated or inferred.

    Where only the credit of a whole report names the origin, no words tie this speaker to it: that tie is inferred.
    """
    speaker = (0, str(finding.details["speaker"]))
    for origin in stated(finding.origins):
        middle = (1, name_origin(replace(origin, inferred=False)))
        yield (speaker, middle), origin.inferred or credits.issuperset(origin.cites)
        for report in carriers(origin, finding):
            if boxes[report][0] == 2:
                yield (middle, boxes[report]), report not in {cite.report for cite in origin.cites}


def carriers(origin: Origin, finding: Finding) -> tuple[str, ...]:
    """The reports that carry what came from an origin: those whose words state it, else all of the finding."""
    stated = tuple(dict.fromkeys(cite.report for cite in origin.cites))
    return stated or finding.reports


def place_boxes(boxes: Iterable[Box]) -> dict[Box, Node]:
    """Boxes under one another in their columns, in the order first met; every column is spread over the same height."""
    columns: list[list[str]] = [[] for _ in COLUMNS]
    for column, name in dict.fromkeys(boxes):
        columns[column].append(name)
    across, tallest = (WIDTH - BOX) // (len(COLUMNS) - 1), max(map(len, columns))
    return {
        (column, name): Node(
            column, name, x=column * across, y=24 + round((row + 0.5) * tallest / len(names) * STEP - STEP / 2)
        )
        for column, names in enumerate(columns)
        for row, name in enumerate(names)
    }
