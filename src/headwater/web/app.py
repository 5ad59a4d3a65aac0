"""The desk as one ASGI application: the routes of the list behind the guards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from headwater.web.answering import answer, take_form, take_json
from headwater.web.entering import make_entrance
from headwater.web.failing import HANDLERS
from headwater.web.guards.headers import HeaderGuard
from headwater.web.guards.hosts import HostGuard
from headwater.web.guards.sites import SiteGuard
from headwater.web.guards.sizes import SizeGuard
from headwater.web.guards.tokens import TokenGuard
from headwater.web.openapi import give_description
from headwater.web.page import Action, Page
from headwater.web.pages import notices
from headwater.web.place import Place
from headwater.web.requests import TWIN
from headwater.web.routes import ACTIONS, PAGES
from headwater.web.static import give_static

PAGES_AT_ONCE = 6


def make_app(place: Place) -> ASGIApp:
    """The application behind its guards; the outermost dresses every answer, also those of faults."""
    gate = place.gate
    routes = [
        Route("/", to_stories),
        Route("/healthz", tell_health),
        Route("/static/{name}", give_static),
        Route("/openapi.json", give_description),
        Route(notices.FEED, notices.give_feed(place)),
        *make_entrance(gate),
        *(route for action in ACTIONS for route in route_action(action, place)),
        *(route for page in PAGES for route in route_page(page, place)),
    ]
    pages = Starlette(routes=routes, exception_handlers=HANDLERS, lifespan=limit_threads)
    return HeaderGuard(HostGuard(SizeGuard(SiteGuard(TokenGuard(pages, gate))), gate))


@asynccontextmanager
async def limit_threads(app: Starlette) -> AsyncIterator[None]:
    """Few pages at a time: they take turns at the processor anyway, and the one begun first should be done first."""
    current_default_thread_limiter().total_tokens = PAGES_AT_ONCE
    yield


def route_page(page: Page, place: Place) -> Iterable[Route]:
    """The page and its twin; an address that ends in a name of any form stands for both."""
    endpoint = answer(page, place)
    yield Route(page.path, endpoint, name=page.name)
    if not page.path.endswith("}"):
        yield Route(page.path + TWIN, endpoint, name=f"{page.name}_json")


def route_action(action: Action, place: Place) -> Iterable[Route]:
    """The action as JSON, and as a form."""
    yield Route(action.path + TWIN, take_json(action, place), methods=["POST"], name=f"{action.name}_json")
    yield Route(action.path, take_form(action, place), methods=["POST"], name=action.name)


def to_stories(request: Request) -> Response:
    """The front door."""
    return RedirectResponse("/stories", status_code=303)


def tell_health(request: Request) -> Response:
    """That the desk answers; nothing about what it holds."""
    return PlainTextResponse("ok\n")
