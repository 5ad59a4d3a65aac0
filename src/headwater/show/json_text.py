"""Records as JSON text that any UTF-8 file can hold."""

from __future__ import annotations

import json
import re

SURROGATE = re.compile("[\ud800-\udfff]")


def dump_json(record: object, *, indent: int | None = None) -> str:
    """JSON with readable letters; lone surrogates, which UTF-8 cannot hold, are escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
