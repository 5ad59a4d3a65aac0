"""The errors of the house.

HeadwaterError
├── InputError        something given to us cannot be read: one bad report, which never stops a run
├── UsageError        arguments that cannot work together: exit status 2
├── StoreError        a store that cannot be opened, read or written; the message names the way out
├── PipelineError     steps in an order that cannot run: found before any report is read
└── UncitedFinding    a finding without a cite: a bug, never an answer
"""

from __future__ import annotations


class HeadwaterError(Exception):
    """Base of all errors raised on purpose."""


class InputError(HeadwaterError):
    """A report that cannot be read: what, why (a stable code) and the way out."""

    def __init__(self, culprit: str, code: str, message: str) -> None:
        super().__init__(f"{culprit}: {message} [{code}]")
        self.culprit = culprit
        self.code = code
        self.message = message


class UsageError(HeadwaterError):
    """Arguments that cannot be used; the message says what would work."""


class StoreError(HeadwaterError):
    """A store that cannot be opened, read or written: which one, why, and the way out."""


class PipelineError(HeadwaterError):
    """A step needs what no earlier step makes."""


class UncitedFinding(HeadwaterError):
    """A finding must cite characters of a report."""
