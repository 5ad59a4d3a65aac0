"""A look at a page before it is parsed: one pass, linear in its length, that refuses what would choke the parser."""

from __future__ import annotations

import re

from headwater.errors import InputError
from headwater.read.tags import UNCLOSED

DEEPEST = 1_000
"""Elements in each other. lxml drops silently what lies deeper than it can hold."""
MOST_TAGS = 400_000
MOST_ATTRIBUTES = 2_000
"""On one tag. The parser's time grows with their square."""
LONGEST_TAG = 400_000
"""Characters; pictures written into an attribute are long, too."""
WAY_OUT = "give the text of the article as .txt"
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)")


def check_page(page: str, culprit: str) -> None:
    """Raise InputError: ``not_html`` for text without a tag, ``too_complex`` for a page that could not be parsed in time."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(page):
        tags += 1
        closing, name, rest = match.groups()
        if name.lower() not in UNCLOSED:  # or the depth could not be counted
            depth = max(0, depth - 1) if closing else depth + (not rest.endswith("/"))
            deepest = max(deepest, depth)
        if tags > MOST_TAGS or deepest > DEEPEST:
            raise InputError(
                culprit, "too_complex", f"more than {MOST_TAGS:,} tags, or {DEEPEST:,} in each other; {WAY_OUT}"
            )
        if len(rest) > 5_000 and (len(rest) > LONGEST_TAG or rest.count("=") > MOST_ATTRIBUTES):
            raise InputError(culprit, "too_complex", f"a tag with more than {MOST_ATTRIBUTES:,} attributes; {WAY_OUT}")
    if not tags:
        raise InputError(culprit, "not_html", "has no tag of HTML")
