"""Cites as short references: ``[2:345-412]`` is characters 345 to 412 of the second report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from headwater.model.span import Cite, Span


def group_by_report(cites: Iterable[Cite], numbers: Mapping[str, int]) -> dict[int, tuple[Span, ...]]:
    """Report number to the spans cited of it, each once and in text order; the reports in order."""
    found = sorted({(numbers[cite.report], cite.span) for cite in cites})
    return {number: tuple(span for _, span in group) for number, group in groupby(found, key=itemgetter(0))}


def refer(number: int, spans: Iterable[Span]) -> str:
    """``2:345-412,420-431``."""
    return f"{number}:{','.join(f'{start}-{end}' for start, end in spans)}"


def refer_all(cites: Iterable[Cite], numbers: Mapping[str, int]) -> str:
    """``[1:20-41, 2:345-412,420-431]``."""
    return f"[{', '.join(refer(number, spans) for number, spans in group_by_report(cites, numbers).items())}]"
