"""The work of ``headwater compare``."""

from __future__ import annotations

from pathlib import Path

from headwater.api import compare
from headwater.cli.documents import show_document
from headwater.cli.files import write_out
from headwater.show.json_text import dump_json


def show_comparison(one: str, other: str, *, form: str, output: str | None) -> int:
    """Print two reports side by side; the exit status of the command. Raises InputError where one cannot be read."""
    compared = compare(Path(one), Path(other))
    if form == "json":
        write_out(dump_json(compared.to_dict(), indent=1) + "\n", output)
    else:
        write_out(show_document(compared.document, form, plain=output is not None), output)
    return 0
