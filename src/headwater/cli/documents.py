"""Documents in the format asked for."""

from __future__ import annotations

from headwater.cli.screen import find_screen
from headwater.show.document import Document
from headwater.show.document_html import write_page
from headwater.show.document_markdown import write_document
from headwater.show.document_text import write_text


def show_document(document: Document, form: str, *, plain: bool) -> str:
    """The document as ``terminal``, ``markdown`` or ``html``; ``plain`` where it goes to a file."""
    if form == "html":
        return write_page(document)
    if form == "markdown":
        return write_document(document)
    screen = find_screen(plain=plain)
    return write_text(document, width=screen.width, colours=screen.colours)
