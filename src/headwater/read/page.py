"""A page's source -> the text of its article and its metadata. Runs in the worker; touches no file and no network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
import trafilatura
from lxml.html import HtmlElement

from headwater.read.page_metadata import PageMetadata, read_metadata
from headwater.read.visible import lines_of

_SIGNS = re.compile(
    r"\b(?:19|20)\d\d\b|^\s*by\b|^\s*[(\[]?(?:reuters|ap|afp|bloomberg|xinhua)\b|^\s*(?:published|posted|updated)\b",
    re.IGNORECASE,
)
_LIVE = "LiveBlogPosting"
"""What live pages call themselves: of their many short posts a precise extractor keeps the first few."""
_BARS = re.compile(r"^\|[ \t]?|[ \t]?\|[ \t]*$", re.MULTILINE)
"""What the extractor draws at both ends of a row of a table: pages are laid out in tables, too."""
HEAD_LINES = 25
LONGEST_HEAD_WORDS = 30
FIRST_WORDS = 12
"""Words from which a line counts as the article's first."""


def parse_page(page: str) -> HtmlElement:
    """The tree of a page. Deep pages are kept whole; entities of a DOCTYPE are not loaded."""
    parser = lxml.html.HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    # lxml reads bytes without stumbling over an encoding the page declares; what UTF-8 cannot hold it would cut the page at.
    return lxml.html.document_fromstring(_storable(page).encode("utf-8"), parser=parser)


def _storable(page: str) -> str:
    """The page with U+FFFD for the characters no HTML parser keeps: zeros and lone surrogates."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", page)


def article_text(tree: HtmlElement, *, precise: bool = True) -> str:
    """The article's text as trafilatura finds it with precision first; all visible text where it finds none."""
    found = trafilatura.extract(tree, favor_precision=precise, include_comments=False, fast=True, deduplicate=False)
    return _BARS.sub("", found) if found else "\n".join(lines_of(tree))


def head_lines(lines: list[str], title: str | None, first: str) -> Iterator[str]:
    """The title and what the page shows between it and the article's first line that looks like a byline or a date."""
    starts = [n for n, line in enumerate(lines) if title and line == title]
    ends = [n for n, line in enumerate(lines) if first and line.startswith(first[:60])]
    if title:
        yield title
    if starts and ends and starts[-1] < ends[0]:
        between = lines[starts[-1] + 1 : ends[0]][:HEAD_LINES]
        yield from (line for line in between if _SIGNS.search(line) and len(line.split()) <= LONGEST_HEAD_WORDS)


def read_page(page: str) -> dict[str, str | None]:
    """Title, byline and date lines, article, one under the other, and the metadata, ready to be sent.

    ``text`` is empty for a page that shows none.
    """
    tree = parse_page(page)
    lines = list(lines_of(tree))
    metadata: PageMetadata = read_metadata(tree, page, lines=frozenset(lines))
    text = article_text(tree, precise=_LIVE not in page)
    first = next((line for line in text.split("\n") if len(line.split()) >= FIRST_WORDS), "")
    have = set(text.split("\n"))
    head = [line for line in head_lines(lines, metadata.title, first) if line not in have]
    return {"text": "\n".join([*head, text]) if text else "", **metadata._asdict()}
