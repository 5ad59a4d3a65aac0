"""Work that takes longer than a page may: dossiers made anew, one after the other, beside the serving of pages."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from headwater.desk.refresh import refresh_story
from headwater.desk.watching import check_watches
from headwater.errors import StoreError
from headwater.store import Store
from headwater.store.stories import StaleStory, list_stale

LOG = logging.getLogger("headwater.web")


class Work:
    """One thread that, when it is woken, makes stale dossiers anew and holds the rules against what is new.

    Use as a context manager; leaving it ends the thread.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.store = store
        self.now = now
        self.left = 0
        """Stories still to be told anew; 0 when nothing is under way."""
        self._woken = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="headwater-work", daemon=True)

    def __enter__(self) -> Work:
        self._thread.start()
        self.wake()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._woken.set()
        self._thread.join()

    def wake(self) -> None:
        """Look for stale stories now."""
        self._woken.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._woken.wait()
            self._woken.clear()
            try:
                self._refresh()
            except StoreError as error:
                # The stories stay stale; the next waking tries again.
                LOG.warning("%s", error)
            self.left = 0

    def _refresh(self) -> None:
        stale = self._list_stale()
        for done, story in enumerate(stale):
            self.left = len(stale) - done
            if self._ended.is_set():
                return
            self._tell(story)
        check_watches(self.store, now=self.now)

    def _tell(self, story: StaleStory) -> None:
        try:
            refresh_story(self.store, story, now=self.now)
        except StoreError:
            raise
        except Exception:
            # The edge: one story that cannot be told must not keep the others waiting.
            LOG.exception("story %s could not be told anew", story.id)

    def _list_stale(self) -> list[StaleStory]:
        with self.store.connect() as connection:
            return list_stale(connection)
