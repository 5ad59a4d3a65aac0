"""Serving the desk until somebody stops it."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

import uvicorn

from headwater.errors import UsageError
from headwater.store import Store
from headwater.web.app import make_app
from headwater.web.gate import Gate
from headwater.web.place import Place
from headwater.web.work import Work

MOST_AT_ONCE = 200
"""Connections; what comes beyond is told to come again."""
WAITING = 128
"""Connections not yet taken up."""
PATIENCE = 5
"""Seconds that open requests get to end when the desk is stopped."""


def listen(host: str, port: int) -> socket.socket:
    """A socket at the address; port 0 takes a free one. UsageError where it cannot be had."""
    try:
        # asyncio sends without delay only on sockets that name TCP as their protocol.
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        return open_door(*found[0][:3], address=found[0][4])
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{host}:{port} cannot be listened at ({reason}); give another --port or --host") from error


def open_door(family: int, kind: int, protocol: int, *, address: Any) -> socket.socket:
    """A listening socket."""
    door = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        door.listen(WAITING)
    except OSError:
        door.close()
        raise
    return door


def settle_memory() -> None:
    """Have the garbage collector leave alone what stays, and look less often: a page makes many small records and drops them all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def serve(store: Store, door: socket.socket, *, gate: Gate, now: Callable[[], datetime], reader: str = "") -> None:
    """Answer at the socket until the process is interrupted; ends with open requests answered and work stopped between stories."""
    settle_memory()
    with Work(store, now) as work:
        app = make_app(Place(store, now, gate, work, reader))
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_graceful_shutdown=PATIENCE,
        )
        # The server answers what is open, then hands on the signal that stopped it.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[door])
