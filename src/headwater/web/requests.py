"""What a request says, as the fields of an ask: its path, its query, its form or its JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import parse_qsl

from starlette.requests import Request

from headwater.web.asking import Ask, BadAsk, Field, Text, read_ask
from headwater.web.page import Action

Pairs = list[tuple[str, str]]
"""Names and values, in the order sent."""
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
TWIN = ".json"
LONGEST_ID = 1_000


def is_twin(request: Request) -> bool:
    """Whether JSON is asked for: by the address as written, where an id that ends so stands as ``%2Ejson``."""
    raw: bytes = request.scope["raw_path"]
    return raw.endswith(TWIN.encode())


def read_asked(fields: Iterable[Field], request: Request, *, pairs: Pairs, reader: str) -> Ask:
    """The names in the path and the named fields of what was sent."""
    named = {name: str(value) for name, value in request.path_params.items()}
    if is_twin(request):
        named = {name: value.removesuffix(TWIN) for name, value in named.items()}
    return read_ask((*map(name_field, named), *fields), [*named.items(), *pairs], reader=reader)


def read_sent(action: Action, request: Request, *, pairs: Pairs, reader: str) -> Ask:
    """As :func:`read_asked`; a field that is none of the action's is refused, for what it says would be lost."""
    known = {field.name for field in action.asks}
    if unknown := sorted({name for name, _ in pairs} - known):
        raise BadAsk(f"{unknown[0][:50]}: is no field of this; there are: {', '.join(sorted(known))}")
    return read_asked(action.asks, request, pairs=pairs, reader=reader)


def name_field(name: str) -> Text:
    """What stands in the path under a name."""
    return Text(name, "an id, as the lists give it", longest=LONGEST_ID, needed=True)


async def read_body(request: Request, kind: str) -> bytes:
    """The body of a request; it must be of the kind the address takes."""
    body = await request.body()
    sent = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if body and sent != kind:
        raise BadAsk(f"send {kind}")
    return body


def read_form(body: bytes) -> Pairs:
    """The fields of a form as a browser sends it."""
    try:
        return parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=100, errors="strict")
    except ValueError as error:
        raise BadAsk("the form could not be read") from error


def read_object(body: bytes) -> Pairs:
    """The fields of a flat JSON object; whole numbers as their digits."""
    try:
        found = json.loads(body or b"{}")
    except ValueError as error:
        raise BadAsk("the body is no JSON") from error
    if not isinstance(found, dict) or not all(is_plain(value) for value in found.values()):
        raise BadAsk("the body must be a JSON object whose values are strings or whole numbers")
    return [(name, str(value)) for name, value in found.items()]


def is_plain(value: object) -> bool:
    """Whether a JSON value fits a field."""
    return isinstance(value, str | int) and not isinstance(value, bool)
