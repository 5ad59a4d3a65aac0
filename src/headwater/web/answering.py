"""From a page of the list to the two endpoints it has, and from an action to its two."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable

import msgspec
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.show.json_text import dump_json
from headwater.web.asking import Ask
from headwater.web.page import Action, Page, Record
from headwater.web.place import Place
from headwater.web.rendering import render
from headwater.web.requests import (
    FORM,
    JSON,
    TWIN,
    is_twin,
    read_asked,
    read_body,
    read_form,
    read_object,
    read_sent,
)

Endpoint = Callable[[Request], Response]
Taker = Callable[[Request], Awaitable[Response]]
START = secrets.token_hex(8)
"""Of this process: what another version rendered is not taken for its own."""


def answer(page: Page, place: Place) -> Endpoint:
    """The page as HTML, and where the address ends in ``.json`` the same record as JSON."""

    def endpoint(request: Request) -> Response:
        ask = read_asked(page.asks, request, pairs=request.query_params.multi_items(), reader=place.reader)
        left = place.work.left
        with place.store.connect() as connection:
            stamp = find_stamp(page, connection, ask=ask, left=left)
            if stamp and stamp == request.headers.get("if-none-match"):
                return Response(status_code=304, headers={"ETag": stamp})
            body = place.shelf.take(str(request.url), stamp) if stamp else None
            record = page.find(connection, ask) if body is None else {}
        if body is None:
            body = write(page, record, ask=ask, request=request, left=left)
            if stamp:
                place.shelf.keep(str(request.url), stamp, page=body)
        kind = JSON if is_twin(request) else "text/html"
        return Response(body, media_type=kind, headers={"ETag": stamp} if stamp else None)

    return endpoint


def find_stamp(page: Page, connection: Connection, *, ask: Ask, left: int) -> str:
    """What a browser and the shelf know the page by as it is now, as ETags are written; empty where none is known."""
    if page.stamp is None:
        return ""
    told = f"{START} {left} {page.stamp(connection, ask)}"
    return f'"{hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]}"'


def write(page: Page, record: Record, *, ask: Ask, request: Request, left: int) -> bytes:
    """The record in the form asked for."""
    if is_twin(request):
        return dump_json(msgspec.to_builtins(record)).encode("utf-8")
    frame = {"here": request.url.path, "twin": name_twin(request), "left": left}
    return render(page.template, {**record, **page.view(record, ask), **frame})


def act(action: Action, place: Place, *, ask: Ask) -> object:
    """Make a change, and have the stories it touches told anew."""
    record = action.do(place, ask)
    place.work.wake()
    return record


def take_form(action: Action, place: Place) -> Taker:
    """The action of a form; the browser is sent back to a page."""

    async def endpoint(request: Request) -> Response:
        ask = read_sent(action, request, pairs=read_form(await read_body(request, FORM)), reader=place.reader)
        await run_in_threadpool(act, action, place, ask=ask)
        return RedirectResponse(action.back(ask), status_code=303)

    return endpoint


def take_json(action: Action, place: Place) -> Taker:
    """The action of a program; answered by what was made."""

    async def endpoint(request: Request) -> Response:
        ask = read_sent(action, request, pairs=read_object(await read_body(request, JSON)), reader=place.reader)
        return tell(await run_in_threadpool(act, action, place, ask=ask))

    return endpoint


def tell(record: object) -> Response:
    """A record as JSON."""
    return Response(dump_json(msgspec.to_builtins(record)), media_type=JSON)


def name_twin(request: Request) -> str:
    """Where the page is as JSON."""
    query = request.url.query
    path = request.scope["raw_path"].decode("ascii", "replace")
    return f"{path}{TWIN}{f'?{query}' if query else ''}"
