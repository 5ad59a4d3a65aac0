"""Which words point ahead and which behind."""

from __future__ import annotations

import pytest

from headwater.annotate.times.direction import direction
from headwater.annotate.times.tagger import find_candidates


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The senate will vote on Monday.", 1),
        ("The grant is to be paid on Monday.", 1),
        ("They planned to leave on Monday.", 1),
        ("They planned the raid on Monday.", -1),
        ("They must go before Monday.", 1),
        ("He was stopped by police on Monday.", -1),
        ("Monday's raid failed.", -1),
        ("The road opens as soon as Monday.", 1),
        ("A quiet Monday.", 0),
        ("It will rain. A quiet Monday.", 0),
    ],
)
def test_direction(text: str, sign: int) -> None:
    (candidate,) = find_candidates(text, 0, len(text))
    assert direction(candidate.found)[0] == sign
