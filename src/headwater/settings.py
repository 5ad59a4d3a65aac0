"""Settings: one frozen record a stage. Defaults are what the benchmarks measure."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """How files become reports."""

    largest_bytes: int = 50_000_000
    """A larger file or page is refused as ``too_large``."""
    longest_seconds: float = 10.0
    """A page whose extraction takes longer is refused as ``too_complex``."""


@dataclass(frozen=True, slots=True)
class Language:
    """How text becomes sentences."""

    chunk_words: int = 120
    """Longer lines are cut between sentences before they are parsed."""
    batch_words: int = 1_500
    """Words parsed at a time; more is faster and takes more memory."""


@dataclass(frozen=True, slots=True)
class Linking:
    """How notes of several reports are tied together."""

    copy_containment: float = 0.5
    """Share of a report's words found in another from which it counts as its copy."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How addresses become bytes."""

    largest_bytes: int = 20_000_000
    """A longer answer, counted after unpacking, is refused as ``too_large``."""
    longest_seconds: float = 30.0
    """All that one address may take, redirects included."""
    hops: int = 5
    """Redirects followed."""
    gap_seconds: float = 2.0
    """Least pause between two requests to one host; a longer Crawl-delay of its robots.txt counts instead."""
    longest_gap: float = 60.0
    """A Crawl-delay beyond this is taken as this."""
    agent: str = "Headwater"
    """The name robots.txt is asked for; the User-Agent header starts with it."""
    networks: tuple[str, ...] = ()
    """Networks (CIDR) that may be reached though they are not public: an intranet's feeds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them."""

    reading: Reading = field(default_factory=Reading)
    language: Language = field(default_factory=Language)
    linking: Linking = field(default_factory=Linking)
    fetching: Fetching = field(default_factory=Fetching)
