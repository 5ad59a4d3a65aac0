"""What a line of a dossier is, in a word or two, where lines of all kinds stand together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES = {"differs": "reports differ", "unattributed": "speaker not stated"}


def tell_kind(kind: str, details: Mapping[str, Any]) -> str:
    """``said``; ``event, denied``; ``promise, open``: never a bare "happened" for what only somebody says or fears."""
    if kind == "happened" and details.get("stance") not in (None, "happened"):
        return f"event, {details['stance']}"
    if kind == "due":
        return ", ".join(str(details[name]) for name in ("commitment", "status") if details.get(name)) or kind
    return NAMES.get(kind, kind)
