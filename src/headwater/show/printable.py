"""Text of others, made safe to print."""

from __future__ import annotations

import re

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves the cursor, sets colours, overrides the direction of writing or cannot be encoded."""
BLANKS = re.compile(r"\s+")


def hide_controls(text: str) -> str:
    """The text with every control, direction mark and lone surrogate replaced, one for one, so that offsets hold."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text on one line, safe for a terminal."""
    # Most lines are plain: printable means no control, no direction mark and no blank but the space.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return hide_controls(BLANKS.sub(" ", text)).strip()


def shorten(text: str, longest: int) -> str:
    """At most ``longest`` characters of the text on one line, cut between words where possible."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    words = head.rsplit(" ", 1)[0]
    return (words if len(words) > longest // 2 else head) + "…"


def quote(words: str) -> str:
    """The words in quotation marks; as they are where they bring marks of their own."""
    bare = one_line(words)
    return bare if any(mark in bare for mark in '“”"«»') else f"“{bare}”"
