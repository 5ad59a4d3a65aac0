from __future__ import annotations

import os
import time
from collections.abc import Iterator
from threading import Event

import pytest

from headwater.spread import FEW, Crew, spread


def tell(number: int) -> tuple[int, int]:
    """The number and the process it was worked on in; earlier ones take longer."""
    time.sleep(0.02 if number % 2 else 0)
    return number, os.getpid()


def die_at_five(number: int) -> int:
    if number == 5:
        os._exit(1)
    return number


def fail(number: int) -> int:
    raise ValueError(number)


def rescue(number: int) -> tuple[int, int]:
    return number, 0


def test_results_come_in_order_from_other_processes() -> None:
    results = list(spread(tell, range(1, 41), jobs=2, rescue=rescue))
    assert [number for number, _ in results] == list(range(1, 41))
    processes = {process for _, process in results}
    assert len(processes) == 2
    assert os.getpid() not in processes


@pytest.mark.parametrize("items", [[], [1], list(range(1, FEW))])
def test_few_items_start_no_process(items: list[int]) -> None:
    assert list(spread(tell, items, jobs=2, rescue=rescue)) == [(item, os.getpid()) for item in items]


def test_one_job_is_this_process() -> None:
    assert {process for _, process in spread(tell, range(1, 9), jobs=1, rescue=rescue)} == {os.getpid()}


def test_an_item_that_kills_its_process_is_rescued_and_the_rest_is_done() -> None:
    results = list(spread(die_at_five, range(1, 13), jobs=2, rescue=lambda number: -number))
    assert results == [1, 2, 3, 4, -5, 6, 7, 8, 9, 10, 11, 12]


def test_results_do_not_wait_for_a_slow_input() -> None:
    seen = Event()

    def come_slowly() -> Iterator[int]:
        yield from range(1, FEW + 1)
        assert seen.wait(20), "the first result was held back until the next item came"
        yield FEW + 1

    results = spread(tell, come_slowly(), jobs=2, rescue=rescue)
    assert next(results)[0] == 1
    seen.set()
    assert [number for number, _ in results] == list(range(2, FEW + 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_work_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="1"):
        list(spread(fail, range(1, 9), jobs=jobs, rescue=lambda number: number))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_input_is_raised_here(jobs: int) -> None:
    def break_off() -> Iterator[int]:
        yield from range(1, 9)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(spread(tell, break_off(), jobs=jobs, rescue=rescue))


def test_a_crew_does_one_work_after_another_in_the_same_processes() -> None:
    with Crew(2) as crew:
        first = {process for _, process in spread(tell, range(1, 41), jobs=crew, rescue=rescue)}
        second = {process for _, process in spread(tell, range(1, 41), jobs=crew, rescue=rescue)}
    assert first == second
    assert os.getpid() not in first


def test_a_crew_without_enough_work_starts_no_process() -> None:
    with Crew(2) as crew:
        assert list(spread(tell, [1], jobs=crew, rescue=rescue)) == [(1, os.getpid())]
        assert not crew.is_at_work


def test_a_crew_whose_process_died_goes_on() -> None:
    with Crew(2) as crew:
        assert list(spread(die_at_five, range(1, 13), jobs=crew, rescue=lambda number: -number))[4] == -5
        assert len(list(spread(tell, range(1, 13), jobs=crew, rescue=rescue))) == 12


def test_a_work_that_is_broken_off_leaves_the_crew_to_the_next() -> None:
    with Crew(2) as crew:
        results = spread(tell, range(1, 41), jobs=crew, rescue=rescue)
        assert next(results)[0] == 1
        results.close()  # type: ignore[attr-defined]
        assert [number for number, _ in spread(tell, range(1, 9), jobs=crew, rescue=rescue)] == list(range(1, 9))
