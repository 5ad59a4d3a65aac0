"""Extraction of articles from pages in a process of its own, which is killed when a page takes too long."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from types import TracebackType

from headwater.errors import InputError
from headwater.read.frames import LENGTH
from headwater.read.prescan import WAY_OUT, check_page
from headwater.settings import Reading

STARTING = 30.0
"""Seconds the worker may take to come up before its first answer."""
_REASONS = {
    "too_complex": f"could not be parsed within the memory allowed; {WAY_OUT}",
    "not_html": f"is no page a parser can read; {WAY_OUT}",
}


class Extractor:
    """Reads pages, one at a time. Use it in a ``with`` block: the worker ends with it."""

    def __init__(self, settings: Reading) -> None:
        self._settings = settings
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def read(self, page: str, culprit: str) -> dict[str, str | None]:
        """The page's text and metadata (:func:`headwater.read.page.read_page`).

        Raises InputError: ``not_html``, ``too_complex`` (also for too much time or memory), ``no_article``.
        """
        check_page(page, culprit)
        found = self._ask(page, culprit)
        if code := found.get("error"):
            raise InputError(culprit, code, _REASONS[code])
        if not found["text"]:
            raise InputError(culprit, "no_article", f"the page shows no text; {WAY_OUT}")
        return found

    def _ask(self, page: str, culprit: str) -> dict[str, str | None]:
        fresh = self._worker is None
        if self._worker is None:
            self._worker = subprocess.Popen(
                [sys.executable, "-m", "headwater.read.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        limit = self._settings.longest_seconds + (STARTING if fresh else 0)
        try:
            data = exchange(self._worker, page.encode("utf-8", "surrogatepass"), deadline=time.monotonic() + limit)
        except (TimeoutError, BrokenPipeError, EOFError) as error:
            self.close()
            raise InputError(
                culprit,
                "too_complex",
                f"took longer than {self._settings.longest_seconds:g} s, or too much memory; {WAY_OUT}",
            ) from error
        answer: dict[str, str | None] = json.loads(data)
        return answer


def exchange(worker: subprocess.Popen[bytes], page: bytes, *, deadline: float) -> bytes:
    """Send a page and wait for the answer.

    Raises TimeoutError at the deadline (on the monotonic clock), EOFError or BrokenPipeError if the worker is gone.
    """
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(LENGTH.pack(len(page)) + page)
    worker.stdin.flush()
    size = LENGTH.unpack(_receive(worker.stdout.fileno(), LENGTH.size, deadline))[0]
    return _receive(worker.stdout.fileno(), size, deadline)


def _receive(handle: int, size: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    missing = size
    while missing:
        ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(handle, min(missing, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
