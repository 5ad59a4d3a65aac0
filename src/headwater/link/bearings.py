"""What tells like events apart: the places and people a report names, the days it speaks of, the remarks it quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.link.people import split_name
from headwater.link.words import find_keys, quoted_spans
from headwater.model.reading import Reading

PLACES, PEOPLE = frozenset({"LOC", "FAC"}), frozenset({"PERSON"})
NAMED = PLACES | PEOPLE | {"ORG", "EVENT"}
"""Labels of names that say which event it is; states and great cities (GPE) are named by reports of many events."""
SHORT = 3
"""Letters below which the last word of a name does not stand for it."""
RUN = 6
"""Words of a quotation by which it is known."""
Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearings:
    """What a report names and quotes; sorted, so that sums over it come out alike in every run."""

    number: int
    """Its place among the reports given."""
    names: Features
    """The last words of the names of places, people and bodies."""
    wide: Features
    """The last words of the names of states and great cities."""
    places: frozenset[str]
    """Those of the names that are places."""
    people: frozenset[str]
    days: Features
    """Days of the calendar it speaks of, none after it was published."""
    published: str | None
    """The last day on which it may have been published."""
    quotes: frozenset[tuple[str, ...]]
    """Runs of RUN words out of what it quotes."""


def take_bearings(reading: Reading, number: int) -> Bearings:
    """The bearings of one report; whoever publishes it, or is credited for all of it, is not part of its event."""
    text, known = reading.report.text, reading.provenance
    sources = {fact.value.casefold() for fact in (known.outlet, *known.credits) if fact.value}
    named = [(a.label, _shorten(a.name, a.label)) for a in reading.actors if a.name.casefold() not in sources]
    keyed = [(label, key) for label, key in named if key]
    return Bearings(
        number,
        names=tuple(sorted({key for label, key in keyed if label in NAMED})),
        wide=tuple(sorted({key for label, key in keyed if label == "GPE"})),
        places=frozenset(key for label, key in keyed if label in PLACES),
        people=frozenset(key for label, key in keyed if label in PEOPLE),
        days=_list_days(reading),
        published=known.published.value and known.published.value[-10:],
        quotes=frozenset(
            keys[n : n + RUN]
            for span in quoted_spans(text)
            for keys in [find_keys(text, [span])]
            for n in range(len(keys) - RUN + 1)
        ),
    )


def _shorten(name: str, label: str) -> str:
    """The word a name is best known by: "the Starlite rink", "Starlite Roller Rink" -> "rink"."""
    parts = split_name(name, label)
    return parts[-1] if parts and len(parts[-1]) >= SHORT else " ".join(parts)


def _list_days(reading: Reading) -> Features:
    last = (reading.provenance.published.value or "9999")[-10:]
    exact = (t.earliest for t in reading.times if t.type in ("DATE", "TIME") and t.earliest == t.latest)
    return tuple(sorted({day for day in exact if day is not None and day <= last}))


def measure_shares(features: Sequence[Iterable[str]]) -> dict[str, float]:
    """The share of some reports that have each feature."""
    counted = Counter(feature for found in features for feature in found)
    return {feature: number / len(features) for feature, number in counted.items()}
