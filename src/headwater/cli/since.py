"""The work of ``headwater brief --since``."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from headwater.api import Brief
from headwater.cli.documents import show_document
from headwater.cli.shape import find_faults
from headwater.cli.verifying import load_dossier
from headwater.errors import UsageError
from headwater.pipeline import read_report
from headwater.show.changes import find_news, record_news
from headwater.show.changes_page import make_document
from headwater.show.dossier_json import load_schema, record_failure
from headwater.show.json_text import dump_json


def load_earlier(path: str) -> dict[str, Any]:
    """The record of an earlier dossier; raises UsageError where it is none, or is not shaped as one."""
    record = load_dossier(path)
    faults = find_faults(record, load_schema())
    if faults:
        raise UsageError(
            f"{path} is not shaped as a dossier: {faults[0]}; "
            f"make one with: headwater brief PATH… --format json --output {path}"
        )
    return record


def show_news(told: Brief, before: dict[str, Any], *, since: str, form: str, plain: bool) -> str:
    """What is new in today's dossiers, in one of the formats."""
    news = find_news(before, told.dossiers, read=read_report)
    if form == "json":
        failed = [record_failure(failure) for failure in told.failures]
        return dump_json(record_news(news) | {"failed": failed}, indent=1) + "\n"
    return show_document(make_document(news, since=PurePath(since).name), form, plain=plain)
