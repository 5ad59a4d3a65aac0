"""The way of what was said: speaker → origin → report → copy, as a picture and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from headwater.model.dossier import Dossier
from headwater.show.printable import one_line, shorten
from headwater.show.report_list import Row
from headwater.show.ties import Box, Tie, find_ties

WIDTH, BOX, TALL, STEP = 800, 164, 42, 56
"""Picture units: the picture, a box and the distance from one box to the next below."""
ROW, ROWS = 21, 2
"""Letters of a row in a box, and rows."""
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
class Way:
    """What runs through one origin."""

    origin: Node
    speakers: tuple[Edge, ...]
    reports: tuple[tuple[Edge, tuple[Node, ...]], ...]
    """Ties to the reports that carry it, each with the report's copies."""


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
    def ways(self) -> tuple[Way, ...]:
        """The same in words, origin by origin."""
        return tuple(self.follow(node) for node in self.nodes if node.column == 1)

    def follow(self, origin: Node) -> Way:
        """Who speaks through an origin, and which reports and copies carry it on."""
        speakers = tuple(edge for edge in self.edges if edge.end == origin)
        reports = [edge for edge in self.edges if edge.start == origin]
        copies = {edge.end: tuple(e.end for e in self.edges if e.start == edge.end) for edge in reports}
        return Way(origin, speakers, tuple((edge, copies[edge.end]) for edge in reports))

    @property
    def height(self) -> int:
        """Down to the lowest box."""
        return max(node.y for node in self.nodes) + STEP


def draw_chain(dossier: Dossier, rows: Sequence[Row]) -> Chain | None:
    """The picture; None where no statement has a known way."""
    ties = find_ties(dossier, rows)
    if not ties:
        return None
    nodes = place_boxes(ties)
    edges = tuple(Edge(nodes[start], nodes[end], inferred) for (start, end), inferred in ties.items())
    return Chain(tuple(nodes.values()), edges)


def place_boxes(ties: Iterable[Tie]) -> dict[Box, Node]:
    """Boxes under one another in their columns, each near what it is tied to; every column is spread over the same height."""
    ties = tuple(ties)
    columns: list[list[Box]] = [[] for _ in COLUMNS]
    for box in dict.fromkeys(box for tie in ties for box in tie):
        columns[box[0]].append(box)
    across, tallest = (WIDTH - BOX) // (len(COLUMNS) - 1), max(map(len, columns))
    for column, beside in ((0, 1), (2, 1), (3, 2)):
        columns[column] = order_boxes(columns[column], columns[beside], ties)
    return {
        box: Node(*box, x=column * across, y=24 + round((row + 0.5) * tallest / len(boxes) * STEP - STEP / 2))
        for column, boxes in enumerate(columns)
        for row, box in enumerate(boxes)
    }


def order_boxes(boxes: list[Box], beside: list[Box], ties: Iterable[Tie]) -> list[Box]:
    """Boxes by the middle of what they are tied to in the column beside them, so that few ties cross."""
    heights = {box: row for row, box in enumerate(beside)}
    tied: dict[Box, list[int]] = {box: [] for box in boxes}
    for start, end in ties:
        for box, other in ((start, end), (end, start)):
            if box in tied and other in heights:
                tied[box].append(heights[other])
    return sorted(boxes, key=lambda box: sum(tied[box]) / len(tied[box]) if tied[box] else len(beside))
