"""The way in to a desk with a token: a form, and the cookie given for it. The token never stands in an address."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from headwater.web.gate import Gate
from headwater.web.guards.tokens import is_token
from headwater.web.rendering import render

WEEK = 7 * 24 * 3600
"""Seconds a browser stays admitted."""


def make_entrance(gate: Gate) -> list[Route]:
    """The routes of the way in; none where there is no token to ask for."""

    def show(request: Request) -> Response:
        return HTMLResponse(render("enter.html", {"wrong": False}))

    async def enter(request: Request) -> Response:
        sent = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
        if not is_token(sent.get("token", [""])[0], gate):
            return HTMLResponse(render("enter.html", {"wrong": True}), status_code=401)
        answer = RedirectResponse("/stories", status_code=303)
        answer.set_cookie(gate.cookie, gate.pass_value, max_age=WEEK, httponly=True, samesite="strict")
        return answer

    if gate.token is None:
        return []
    return [Route("/enter", show), Route("/enter", enter, methods=["POST"])]
