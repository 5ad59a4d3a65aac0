"""Short answers that need no page: a refusal in plain words."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send


async def refuse(scope: Scope, receive: Receive, send: Send, *, status: int, why: str) -> None:
    """End the request with a status and one line of why."""
    await PlainTextResponse(f"{why}\n", status_code=status)(scope, receive, send)
