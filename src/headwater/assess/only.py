"""What only one of two reports tells: not what both tell in other words, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.model.finding import Finding
from headwater.model.span import Span

COVERED = 0.9
"""Share of a finding's characters from which its words stand elsewhere on the page already."""
RANKS = ("due", "said", "unattributed", "happened", "reported")
"""Of findings on the same words the one of the kind named first says most."""


def find_only(findings: Iterable[Finding], report: str, *, told: Iterable[Span]) -> tuple[Finding, ...]:
    """Findings of a report, in their order, less those whose words are told already or by a finding that says more."""
    found = tuple(findings)
    seen, kept = list(told), set[str]()
    for finding in sorted(found, key=lambda f: RANKS.index(f.kind)):
        spans = [cite.span for cite in finding.cites if cite.report == report]
        if share_covered(spans, seen) < COVERED:
            kept.add(finding.id)
            seen += spans
    return tuple(finding for finding in found if finding.id in kept)


def share_covered(spans: Iterable[Span], by: Iterable[Span]) -> float:
    """The share (0-1) of the characters of spans that stand in others, too."""
    own = {at for span in spans for at in range(*span)}
    others = {at for span in by for at in range(*span)}
    return len(own & others) / len(own) if own else 1.0
