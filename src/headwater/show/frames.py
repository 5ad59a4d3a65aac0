"""Rows as a pandas frame, where pandas is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from headwater.errors import UsageError
from headwater.show.tables import Row

if TYPE_CHECKING:
    import pandas as pd


def make_frame(rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as a frame; raises UsageError naming the extra to install where pandas is absent."""
    try:
        pandas = import_module("pandas")
    except ModuleNotFoundError as error:
        raise UsageError("frames need pandas: pip install 'headwater[frames]'") from error
    frame: pd.DataFrame = pandas.DataFrame(list(rows))
    return frame
