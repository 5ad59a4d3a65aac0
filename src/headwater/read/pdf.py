"""PDF press releases -> reports. Needs the extra ``headwater[pdf]``."""

from __future__ import annotations

import io
import logging
from importlib import import_module
from importlib.util import find_spec

from headwater.errors import InputError
from headwater.model.report import Report


def read_pdf(data: bytes, name: str, *, path: str | None) -> Report:
    """The text of a PDF, its paragraphs joined to lines.

    Raises InputError: ``needs_extra``, ``damaged``, ``no_text`` (pictures of pages).
    """
    culprit = path or name
    if find_spec("pypdf") is None:
        raise InputError(culprit, "needs_extra", "PDF needs more: pip install 'headwater[pdf]'")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what matters of it, our own line says
    pypdf = import_module("pypdf")
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in document.pages]
        title = document.metadata.title if document.metadata else None
    except (pypdf.errors.PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise InputError(culprit, "damaged", "cannot be read as PDF; fetch it again or give its text") from error
    text = "\n".join(join_lines("\n".join(pages)))
    if not text.strip():
        raise InputError(culprit, "no_text", "holds no text; pictures of pages are not read: give their text")
    return Report(name, text, path=path, title=title or None, encoding="pdf")


def join_lines(text: str) -> list[str]:
    """Paragraphs of text that was broken for the page: a line is joined to the next while it is long and ends no sentence."""
    lines = [line.strip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    paragraphs = [""]
    for line in lines:
        paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
        if (
            not line
            or len(line) < 0.6 * width
            or (line.endswith((".", "?", "!", '."', ".”")) and len(line) < 0.85 * width)
        ):
            paragraphs.append("")
    return [paragraph for paragraph in paragraphs if paragraph]
