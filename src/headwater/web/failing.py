"""What goes wrong, told in the form the asker reads: a page to people, JSON to programs. No answer shows a traceback."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ExceptionHandler

from headwater.errors import HeadwaterError, StoreError, UsageError
from headwater.web.asking import BadAsk, Missing
from headwater.web.rendering import render

LOG = logging.getLogger("headwater.web")
HEADINGS = {
    400: "That cannot be answered",
    404: "Not here",
    405: "Not this way",
    500: "A fault of the desk",
    503: "Not now",
}


def tell_failure(request: Request, status: int, *, why: str) -> Response:
    """The answer to a request that failed."""
    if wants_json(request):
        return JSONResponse({"error": {"code": status, "message": why}}, status_code=status)
    heading = HEADINGS.get(status) or HTTPStatus(status).phrase
    return HTMLResponse(render("failed.html", {"heading": heading, "why": why}), status_code=status)


def wants_json(request: Request) -> bool:
    """Whether the asker reads JSON: by the address, else by what it says it accepts."""
    raw: bytes = request.scope.get("raw_path", b"")
    return raw.endswith(b".json") or "application/json" in request.headers.get("accept", "")


def tell_bad_ask(request: Request, error: Exception) -> Response:
    """400."""
    return tell_failure(request, 400, why=str(error))


def tell_missing(request: Request, error: Exception) -> Response:
    """404."""
    return tell_failure(request, 404, why=str(error))


def tell_store_error(request: Request, error: Exception) -> Response:
    """404 for what is not in the store; 503 where the database itself failed, which the store tells with a cause."""
    if error.__cause__ is None:
        return tell_failure(request, 404, why=str(error))
    LOG.warning("%s", error)
    return tell_failure(request, 503, why=str(error))


def tell_http_error(request: Request, error: Exception) -> Response:
    """What the router refuses: no such address, no such method."""
    assert isinstance(error, HTTPException)
    why = "There is nothing at this address." if error.status_code == 404 else str(error.detail)
    answer = tell_failure(request, error.status_code, why=why)
    answer.headers.update(error.headers or {})
    return answer


def tell_fault(request: Request, error: Exception) -> Response:
    """500; the server logs the error."""
    return tell_failure(request, 500, why="Something is wrong in the desk itself. Its log tells more.")


HANDLERS: dict[int | type[Exception], ExceptionHandler] = {
    BadAsk: tell_bad_ask,
    UsageError: tell_bad_ask,
    Missing: tell_missing,
    StoreError: tell_store_error,
    HeadwaterError: tell_bad_ask,
    HTTPException: tell_http_error,
    Exception: tell_fault,
}
