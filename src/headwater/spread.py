"""The same work over many items, in order, in several processes where there is enough of it.

One item is one task: a report takes far longer to read than to send. A thread reads ahead, so that results are printed
while the next line of a slow pipe is still awaited.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from queue import Empty, Queue
from threading import Event, Thread
from types import TracebackType
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 4
"""Fewer items than this are done faster than processes start."""
PATIENCE = 0.5
"""Seconds to wait for a few items before processes are started for a slow input."""
AHEAD = 32
"""Items read ahead of the work."""


class Ahead(Generic[Item]):
    """Items read by a thread into a bounded queue."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._queue: Queue[Item | None] = Queue(AHEAD)
        self._counted, self._count, self._done = Event(), 0, False
        self._failure: BaseException | None = None
        Thread(target=self._fill, args=(items,), daemon=True).start()

    def _fill(self, items: Iterable[Item]) -> None:
        try:
            for item in items:
                self._queue.put(item)
                self._count += 1
                if self._count >= FEW:
                    self._counted.set()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that takes the items
            self._failure = error
        self._done = True
        self._counted.set()
        self._queue.put(None)

    def are_few(self) -> bool:
        """Whether the input ended after fewer than FEW items; waits at most PATIENCE."""
        self._counted.wait(PATIENCE)
        return self._done and self._count < FEW

    def take(self, *, wait: bool) -> Item | None:
        """The next item, or None at the end; raises queue.Empty where there is none yet and ``wait`` is false."""
        item = self._queue.get(block=wait)
        if item is None and self._failure is not None:
            raise self._failure
        return item

    def __iter__(self) -> Iterator[Item]:
        while (item := self.take(wait=True)) is not None:
            yield item


def count_cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Processes that can do one work after another: they start with the first there is enough of, and end with the crew.

    Use as a context manager.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether its processes are there already: then even a few items are worth sending to them."""
        return self._pool is not None

    @property
    def pool(self) -> ProcessPoolExecutor:
        """The processes."""
        self._pool = self._pool or start_pool(self.jobs)
        return self._pool

    def renew(self) -> None:
        """New processes in the place of those that died."""
        self._pool = start_pool(self.jobs)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def spread(
    work: Callable[[Item], Result], items: Iterable[Item], *, jobs: int | Crew, rescue: Callable[[Item], Result]
) -> Iterator[Result]:
    """The results of ``work`` in the order of ``items``; ``jobs`` is a number of processes, or those of a crew.

    ``work`` must be a module's function. Where a process dies over an item, ``rescue`` gives its result.
    """
    ahead = Ahead(items)
    crew = jobs if isinstance(jobs, Crew) else Crew(jobs)
    if crew.jobs == 1 or (not crew.is_at_work and ahead.are_few()):
        return map(work, ahead)
    shift = Shift(work, crew=crew, rescue=rescue)
    return shift.run(ahead) if crew is jobs else end_with(crew, shift.run(ahead))


def end_with(crew: Crew, results: Iterator[Result]) -> Iterator[Result]:
    """The results, and after them, however they end, no process left behind."""
    with crew:
        yield from results


class Shift(Generic[Item, Result]):
    """One work of a crew, whose processes are replaced when one dies."""

    def __init__(self, work: Callable[[Item], Result], *, crew: Crew, rescue: Callable[[Item], Result]) -> None:
        self._work, self._crew, self._rescue = work, crew, rescue
        self._waiting: deque[tuple[Item, Future[Result]]] = deque()

    def run(self, ahead: Ahead[Item]) -> Iterator[Result]:
        """The results in order; what is still waiting when nobody asks for more is not begun."""
        more = True
        try:
            while more or self._waiting:
                more = more and self._fill(ahead)
                if self._waiting:
                    yield self._finish()
        finally:
            for _, future in self._waiting:
                future.cancel()

    def _fill(self, ahead: Ahead[Item]) -> bool:
        """Submit what has been read, up to two items a process; whether more may come."""
        while len(self._waiting) <= 2 * self._crew.jobs:
            try:
                item = ahead.take(wait=not self._waiting)
            except Empty:
                return True
            if item is None:
                return False
            self._waiting.append((item, self._submit(item)))
        return True

    def _submit(self, item: Item) -> Future[Result]:
        try:
            return self._crew.pool.submit(self._work, item)
        except BrokenProcessPool as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _finish(self) -> Result:
        """The result of the first item waiting."""
        item, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._resume(item)

    def _resume(self, item: Item) -> Result:
        """Do ``item`` in a process of its own, and what waits behind it in new ones: one of them killed the old."""
        with start_pool(1) as pool:
            try:
                result = pool.submit(self._work, item).result()
            except BrokenProcessPool:
                result = self._rescue(item)
        self._crew.renew()
        self._waiting = deque((other, self._submit(other)) for other, _ in self._waiting)
        return result


def start_pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes: a fork would copy the reading thread's locks."""
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=ignore_interrupts)


def ignore_interrupts() -> None:
    """Ctrl-C is for the main process, which then ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
