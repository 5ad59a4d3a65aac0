"""Headwater traces the news to its source: many reports in, one cited dossier out.

>>> from headwater import annotate, brief, compare, trace
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from headwater.api import Annotation, Brief, Compared, Traced, annotate, brief, compare, trace
    from headwater.errors import HeadwaterError, InputError
    from headwater.model.dossier import Dossier
    from headwater.model.finding import Finding
    from headwater.model.reading import Reading
    from headwater.model.report import Report

__all__ = [
    "Annotation",
    "Brief",
    "Compared",
    "Dossier",
    "Finding",
    "HeadwaterError",
    "InputError",
    "Reading",
    "Report",
    "Traced",
    "annotate",
    "brief",
    "compare",
    "trace",
]

HOMES = {
    "Annotation": "headwater.api",
    "Brief": "headwater.api",
    "Compared": "headwater.api",
    "Dossier": "headwater.model.dossier",
    "Finding": "headwater.model.finding",
    "HeadwaterError": "headwater.errors",
    "InputError": "headwater.errors",
    "Reading": "headwater.model.reading",
    "Report": "headwater.model.report",
    "Traced": "headwater.api",
    "brief": "headwater.api",
    "compare": "headwater.api",
    "trace": "headwater.api",
}
"""Where each public name lives; imported when it is first asked for, so that ``import headwater`` is cheap."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'headwater' has no attribute {name!r}; public names: {', '.join(__all__)}")
    return getattr(import_module(HOMES[name]), name)


class CallableFolder(ModuleType):
    """The folder ``annotate`` and the function ``annotate`` share a name: calling the folder calls the function.

    Without this, importing any step of the folder would hide the function.
    """

    def __call__(self, source: Any) -> Annotation:
        """See :func:`headwater.api.annotate`."""
        result: Annotation = import_module("headwater.api").annotate(source)
        return result


import_module("headwater.annotate").__class__ = CallableFolder
