"""The work of ``headwater trace``."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.api import trace_brief
from headwater.cli.documents import show_document
from headwater.cli.dossiers import make_dossiers
from headwater.cli.files import write_out
from headwater.show.dossier_json import record_failure
from headwater.show.json_text import dump_json


def show_trace(words: str, paths: Iterable[str], *, form: str, output: str | None, jobs: int | None) -> int:
    """Print where the words stand; the exit status of the command."""
    told = make_dossiers(paths, as_of=None, jobs=jobs)
    traced = trace_brief(words, told)
    if form == "json":
        failed = [record_failure(failure) for failure in told.failures]
        write_out(dump_json(traced.to_dict() | {"failed": failed}, indent=1) + "\n", output)
    elif told.dossiers:
        write_out(show_document(traced.document, form, plain=output is not None), output)
    return 1 if told.failures or not traced.found else 0
