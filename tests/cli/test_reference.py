from __future__ import annotations

from pathlib import Path

from headwater.cli.reference import write_reference

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == write_reference(), "run: python -m headwater.cli.reference > docs/cli.md"
