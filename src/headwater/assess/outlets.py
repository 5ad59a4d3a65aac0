"""By which names the outlets of a story's reports go: those of their metadata, those printed over their text, those told of.

``told the Courier`` in a page headed *Lakeside Courier* is the paper's own reporting; in another page it is an interview.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headwater.assess.agencies import plain_name
from headwater.assess.described_outlets import find_described_outlets, find_programmes
from headwater.assess.mastheads import is_short_for, list_names, squash
from headwater.link.once import once
from headwater.model.reading import Reading


class StoryOutlets:
    """The outlets of a story's reports and of those they describe as media, and their names."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        listed = tuple(readings)
        self._names: dict[str, dict[str, str]] = {r.report.id: dict(list_names(r)) for r in listed}
        self._by_key: dict[str, str] = {}
        for names in self._names.values():
            for key, name in names.items():
                self._by_key.setdefault(key, name)
        for name in (name for reading in listed for name in find_described_outlets(reading)):
            self._by_key.setdefault(squash(name), self._extend(name) or name)
        for title, name in (pair for reading in listed for pair in find_programmes(reading)):
            if outlet := self.find(name) or self._extend(name):
                self._by_key.setdefault(squash(title), outlet)

    def _extend(self, name: str) -> str | None:
        """The only longer name of an outlet of the story that a name is short for."""
        longer = {known for known in self._by_key.values() if is_short_for(name, known)}
        return longer.pop() if len(longer) == 1 else None

    def names(self, report: str) -> Mapping[str, str]:
        """The names of a report's outlet by how they are compared, the surest first."""
        return self._names.get(report, {})

    def name(self, report: str) -> str:
        """What the report's outlet is called; the report's id where that is not known."""
        return next(iter(self.names(report).values()), report)

    def own(self, report: str, name: str) -> str | None:
        """The name of the report's own outlet if ``name`` is one, or short for one ("the Courier")."""
        key = squash(name)
        for known, shown in self.names(report).items():
            if key and (known == key or is_short_for(name, shown)):
                return shown
        return None

    def find(self, name: str) -> str | None:
        """The name of an outlet of the story that these words, or the last of them, are ("the website Harbour Wire")."""
        words = plain_name(name).split()
        parts = (squash(" ".join(words[first:])) for first in range(len(words)))
        return next((self._by_key[part] for part in parts if part in self._by_key), None)


@once
def gather_outlets(readings: tuple[Reading, ...]) -> StoryOutlets:
    """The outlets of a story, gathered once for all rules that ask."""
    return StoryOutlets(readings)
