"""How many reports and independent origins stand behind something."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.model.finding import Finding
from headwater.model.origin import Origin


def count(number: int, noun: str) -> str:
    """``1 report``, ``2,000 reports``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def distinct(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Each origin once, in the order given."""
    first: dict[tuple[str, str], Origin] = {}
    for origin in origins:
        first.setdefault(origin.key, origin)
    return tuple(first.values())


def stated(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """The distinct origins that are known; one that a page only claims for itself is not."""
    return tuple(origin for origin in distinct(origins) if origin.kind != "unknown" and not origin.claimed)


def name_origin(origin: Origin) -> str:
    """An origin as people read it; a question mark where no words state it outright."""
    if origin.kind == "unknown":
        return "not stated"
    name = f"{origin.name}, own reporting" if origin.kind == "own reporting" else origin.name
    if origin.claimed:
        return f"{name}, only claimed"
    return f"{name}?" if origin.inferred else name


def name_origins(origins: Iterable[Origin]) -> str:
    """``VNA?; Reuters, only claimed``; ``not stated`` where none is known."""
    return "; ".join(dict.fromkeys(map(name_origin, distinct(origins)))) or "not stated"


def count_origins(origins: Iterable[Origin]) -> str:
    """``1 origin (KCNA), 1 not stated``; ``origin only claimed (Reuters)``."""
    origins = tuple(origins)
    return ", ".join(filter(None, (count_known(origins), tell_claimed(origins), count_unknown(origins))))


def count_known(origins: Iterable[Origin]) -> str:
    """``1 origin (KCNA)``; nothing where none is known."""
    known = stated(origins)
    return f"{count(len(known), 'origin')} ({'; '.join(map(name_origin, known))})" if known else ""


def tell_claimed(origins: Iterable[Origin]) -> str:
    """``origin only claimed (Reuters)``; nothing where none is."""
    claimed = [str(origin.name) for origin in distinct(origins) if origin.claimed]
    return f"origin only claimed ({'; '.join(claimed)})" if claimed else ""


def count_unknown(origins: Iterable[Origin]) -> str:
    """``1 not stated``, ``origin not stated``; nothing where all are known."""
    every = distinct(origins)
    unknown = sum(origin.kind == "unknown" for origin in every)
    if unknown == len(every):
        return "origin not stated"
    return f"{unknown} not stated" if unknown else ""


def count_finding(finding: Finding) -> str:
    """``2 reports, 1 origin (KCNA)``."""
    return f"{count(len(finding.reports), 'report')}, {count_origins(finding.origins)}"
