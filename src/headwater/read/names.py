"""One id a report: an id that comes again with another text is told apart, so that no later version is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from headwater.errors import InputError
from headwater.model.report import Report

MARK = re.compile(r"~\d+\Z")
"""What is put to an id that is taken; :mod:`headwater.link.versions` knows it."""


class RecordError(InputError):
    """A record that cannot be read: ``culprit`` is its id, ``place`` where it stands (``FILE:LINE``)."""

    def __init__(self, culprit: str, code: str, message: str, *, place: str) -> None:
        super().__init__(culprit, code, message)
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.code}]"


@dataclass(slots=True)
class Names:
    """The ids of one run."""

    apart: bool = True
    """False where whoever takes the reports, such as a store, tells equal ids apart."""
    _taken: set[str] = field(default_factory=set)
    _texts: set[tuple[str, int]] = field(default_factory=set)

    def tell_apart(self, report: Report, place: str) -> Report | RecordError:
        """The report; where its id is taken, under one of its own (``id~2``), or an error where the text is the same, too."""
        if not self.apart:
            return report
        name = MARK.sub("", report.id)
        text = name, hash(report.text)
        if report.id in self._taken:
            if text in self._texts:
                message = f"another report has the id {report.id} and the same text; it is taken once"
                return RecordError(report.id, "duplicate_id", message, place=place)
            report = replace(report, id=self._find_free(name))
        self._taken.add(report.id)
        self._texts.add(text)
        return report

    def _find_free(self, name: str) -> str:
        number = 2
        while f"{name}~{number}" in self._taken:
            number += 1
        return f"{name}~{number}"
