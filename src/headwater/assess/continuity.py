"""Which finding of an earlier dossier is which of a later one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from headwater.link.alignment import function_words
from headwater.link.words import find_words
from headwater.model.span import Span

ENOUGH = 0.5
"""Share of the cited characters of the lesser finding that both must cite."""
ALIKE = 0.6
"""Share of content words by which a sentence of an edited report is known again."""
FEWEST = 3
"""Content words it must have for that."""
Record = Mapping[str, Any]
Pairs = dict[int, int]
"""Number of a finding before to its number after."""
Edited = frozenset[str] | None


def pair_findings(before: Sequence[Record], after: Sequence[Record], *, edited: Edited) -> Pairs:
    """The findings that are one, each at most once: by id, then by the characters cited."""
    pairs: Pairs = {}
    for then, now in _same_ids(before, after):
        pairs.update(_choose(_weigh(before, after, then, now, edited=edited), least=0.0))
        rest = ([n for n in then if n not in pairs], [n for n in now if n not in pairs.values()])
        pairs.update(zip(*rest, strict=False))
    taken = set(pairs.values())
    left = [n for n in range(len(before)) if n not in pairs], [n for n in range(len(after)) if n not in taken]
    return pairs | _choose(_weigh(before, after, *left, edited=edited), least=ENOUGH)


def find_heirs(before: Sequence[Record], after: Sequence[Record], pairs: Pairs, *, edited: Edited) -> Pairs:
    """For each finding before the one that stands for it now: itself, or the one it was merged into."""
    left = [n for n in range(len(before)) if n not in pairs]
    heirs: Pairs = {}
    for score, then, now in _weigh(before, after, left, range(len(after)), edited=edited):
        if score >= ENOUGH:
            heirs.setdefault(then, now)
    return pairs | heirs


def name_content(finding: Record) -> str:
    """The part of an id that is made from content; a number behind it tells apart findings of equal content."""
    return "-".join(str(finding["id"]).split("-")[:2])


def _same_ids(before: Sequence[Record], after: Sequence[Record]) -> Iterator[tuple[list[int], list[int]]]:
    """The numbers of findings of equal content; several of one content are told apart by a number in their ids."""
    groups: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate((before, after)):
        for number, finding in enumerate(findings):
            groups[name_content(finding)][side].append(number)
    return ((then, now) for then, now in groups.values() if then and now)


def _choose(scored: Iterable[tuple[float, int, int]], *, least: float) -> Pairs:
    """The best pairs, each number once."""
    pairs: Pairs = {}
    taken: set[int] = set()
    for score, then, now in scored:
        if score >= least and then not in pairs and now not in taken:
            pairs[then] = now
            taken.add(now)
    return pairs


def _weigh(
    before: Sequence[Record], after: Sequence[Record], then: Iterable[int], now: Iterable[int], *, edited: Edited
) -> list[tuple[float, int, int]]:
    """Pairs of findings that cite the same characters, with the share they have in common, the closest first."""
    by_report: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in now:
        for report in _group_cites(after[number]):
            by_report[_family(after[number]), report].append(number)
    found = []
    for number in then:
        cites = _group_cites(before[number])
        near = {n for report in cites for n in by_report.get((_family(before[number]), report), ())}
        found += [(_compare(cites, _group_cites(after[n]), edited), number, n) for n in near]
    return sorted((entry for entry in found if entry[0] > 0), key=lambda entry: (-entry[0], entry[1:]))


def _family(finding: Record) -> str:
    """The kinds between which a finding can move: who speaks may become known."""
    kind = str(finding["kind"])
    return "said" if kind == "unattributed" else kind


def _group_cites(finding: Record) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = {}
    for cite in finding["cites"]:
        grouped.setdefault(str(cite["report"]), []).append(cite)
    return grouped


def _compare(one: Mapping[str, list[Record]], other: Mapping[str, list[Record]], edited: Edited) -> float:
    """How much of the lesser side's cited characters, in the reports both cite, the other cites too."""
    shared, sizes = 0.0, [0, 0]
    for report in one.keys() & other.keys():
        sizes[0] += _size(one[report])
        sizes[1] += _size(other[report])
        is_edited = edited is None or report in edited
        shared += sum(max(_share(cite, against, is_edited=is_edited) for against in other[report])
                      for cite in one[report])  # fmt: skip
    return shared / min(sizes) if min(sizes) else 0.0


def _size(cites: Iterable[Record]) -> int:
    return sum(len(str(cite["text"])) for cite in cites)


def _share(one: Record, other: Record, *, is_edited: bool) -> float:
    """Characters two cites of a report share; of an edited report, whose offsets have moved, by their words."""
    if not is_edited:
        return float(max(0, min(one["end"], other["end"]) - max(one["start"], other["start"])))
    words, against = str(one["text"]), str(other["text"])
    lesser = min(len(words), len(against))
    if words in against or against in words:
        return float(lesser)
    content, beside = _content(words), _content(against)
    fewer = min(len(content), len(beside))
    alike = len(content & beside) / fewer if fewer >= FEWEST else 0.0
    return alike * lesser if alike >= ALIKE else 0.0


def _content(text: str) -> frozenset[str]:
    return frozenset(find_words(text, (Span(0, len(text)),)).keys) - function_words()
