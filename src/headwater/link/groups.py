"""Things joined two by two, as groups."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """A union-find that keeps the order in which items were given."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._above: dict[Item, Item] = {item: item for item in items}
        self._order = {item: n for n, item in enumerate(self._above)}

    def root(self, item: Item) -> Item:
        """The first item of the group."""
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, one: Item, other: Item) -> None:
        """Make two groups one."""
        first, second = sorted((self.root(one), self.root(other)), key=self._order.__getitem__)
        self._above[second] = first

    def joined(self, one: Item, other: Item) -> bool:
        """Whether two items are in one group."""
        return self.root(one) == self.root(other)

    def members(self) -> list[list[Item]]:
        """The groups, each in the order given, in the order of their first items."""
        found: dict[Item, list[Item]] = {}
        for item in self._above:
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())
