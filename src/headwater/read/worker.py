"""The process that parses pages: it may be killed at any moment. Reads length-prefixed pages, answers with length-prefixed JSON."""

from __future__ import annotations

import json
import resource
import sys
from typing import IO

from lxml.etree import LxmlError

from headwater.read.frames import LENGTH
from headwater.read.page import read_page

MEMORY = 3_000_000_000
"""Bytes of address space the worker may take."""


def limit_memory() -> None:
    """Keep a hostile page from taking the machine's memory."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))


def answer(page: str) -> dict[str, str | None]:
    """The page read, or ``{"error": code}``."""
    try:
        return read_page(page)
    except (MemoryError, RecursionError):
        return {"error": "too_complex"}
    except (LxmlError, ValueError, TypeError, AssertionError):  # what lxml and trafilatura raise on pages that are none
        return {"error": "not_html"}


def serve(pages: IO[bytes], answers: IO[bytes]) -> None:
    """Answer pages until the other side closes."""
    while len(size := pages.read(LENGTH.size)) == LENGTH.size:
        page = pages.read(LENGTH.unpack(size)[0]).decode("utf-8", "surrogatepass")
        data = json.dumps(answer(page)).encode("ascii")
        answers.write(LENGTH.pack(len(data)) + data)
        answers.flush()


if __name__ == "__main__":
    limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
