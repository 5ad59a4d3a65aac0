"""The text a page shows, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from headwater.read.tags import BREAKING, UNSEEN


def lines_of(tree: HtmlElement) -> Iterator[str]:
    """The visible text of a tree, a line for each block of it."""
    parts: list[str] = []
    for kind, words in _walk(tree):
        if kind == "text":
            parts.append(words)
        elif line := " ".join("".join(parts).split()):
            yield line
            parts = []
    if line := " ".join("".join(parts).split()):
        yield line


def _walk(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Text and breaks in document order, without recursion: pages may be deep."""
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        node, left = waiting.pop()
        unseen = not isinstance(node.tag, str) or node.tag in UNSEEN
        if left or unseen:
            if not unseen and node.tag in BREAKING:
                yield "break", ""
            if node is not tree and node.tail:
                yield "text", node.tail
            continue
        if node.tag in BREAKING:
            yield "break", ""
        if node.text:
            yield "text", node.text
        waiting.append((node, True))
        waiting.extend((child, False) for child in reversed(node))
