"""The tagger on cases: words, type, value and mod of every expression of a text, in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.annotate.times.tagger import find_times_in

CASES = Path(__file__).parents[2] / "cases" / "times"
ROWS = [
    (path.stem, row) for path in sorted(CASES.glob("*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf8"))
]


@pytest.mark.parametrize(("file", "row"), ROWS, ids=[f"{file}: {row['why']}" for file, row in ROWS])
def test_case(file: str, row: dict[str, Any]) -> None:
    published = row.get("published", "2024-05-15")
    times = find_times_in(row["text"], date.fromisoformat(published) if published else None)
    expected = [[str(part) for part in time] for time in row["times"]]
    assert [[row["text"][slice(*t.span)], t.type, t.value, *([t.mod] if t.mod else [])] for t in times] == expected
    assert all(t.why for t in times)
