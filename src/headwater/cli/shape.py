"""Whether a record has the shape of a JSON Schema: the few rules that the schema of a dossier uses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from headwater.show.printable import shorten

Rule = Mapping[str, Any]
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
TYPE_NAMES = {
    "object": "an object",
    "array": "a list",
    "string": "a string",
    "integer": "a whole number",
    "boolean": "true or false",
}


def find_faults(record: Mapping[str, Any], schema: Rule) -> list[str]:
    """A sentence for each place where a dossier breaks its schema."""
    form = "dossiers" if "dossiers" in record else "dossier"
    return list(check(record, schema["$defs"][form], schema["$defs"], place=""))


def check(value: object, rule: Rule, parts: Rule, *, place: str) -> Iterator[str]:
    """What is wrong with a value, then with what is in it."""
    if "$ref" in rule:
        rule = parts[rule["$ref"].rsplit("/", 1)[1]]
    if "type" in rule and not has_type(value, rule["type"]):
        yield f"{place or 'the dossier'} must be {tell_types(rule['type'])}, not {shorten(json.dumps(value), 40)}"
        return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{place} must be one of: {', '.join(rule['enum'])}"
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{place} must look like {rule['pattern']}"
    if isinstance(value, int) and value < rule.get("minimum", value):
        yield f"{place} must be at least {rule['minimum']}, not {value}"
    if isinstance(value, list):
        yield from check_list(value, rule, parts, place=place)
    elif isinstance(value, dict):
        yield from check_object(value, rule, parts, place=place)


def check_list(values: list[object], rule: Rule, parts: Rule, *, place: str) -> Iterator[str]:
    """What is wrong with a list or one of its members."""
    least, most = rule.get("minItems", 0), rule.get("maxItems", len(values))
    if not least <= len(values) <= most:
        yield f"{place} must hold {least if least == most else f'at least {least}'}, not {len(values)}"
    members = rule.get("prefixItems") or [rule.get("items", {})] * len(values)
    for number, (value, member) in enumerate(zip(values, members, strict=False)):
        yield from check(value, member, parts, place=f"{place}[{number}]")


def check_object(value: dict[str, object], rule: Rule, parts: Rule, *, place: str) -> Iterator[str]:
    """What an object lacks, and what is wrong with one of its fields."""
    for name in rule.get("required", ()):
        if name not in value:
            yield f"{place}.{name} is missing".lstrip(".")
    for name, inner in rule.get("properties", {}).items():
        if name in value:
            yield from check(value[name], inner, parts, place=f"{place}.{name}".lstrip("."))


def has_type(value: object, names: str | list[str]) -> bool:
    """Whether a value is of one of the types; true and false are no numbers."""
    wanted = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in wanted
    return any(isinstance(value, TYPES[name]) for name in wanted)


def tell_types(names: str | list[str]) -> str:
    """``a string or null``."""
    return " or ".join(TYPE_NAMES.get(name, name) for name in ([names] if isinstance(names, str) else names))
