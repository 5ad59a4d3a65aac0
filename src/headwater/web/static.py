"""The desk's own style, script and icon: read once, named by their content so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from headwater.show.html import FOLDER as SHARED
from headwater.web.asking import Missing

FOLDER = Path(__file__).parent / "static"
TYPES = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}
"""Every file there is; no other name reaches the disk."""
KEEP = "public, max-age=31536000, immutable"


@lru_cache(maxsize=len(TYPES))
def read_static(name: str) -> bytes:
    """The bytes of a file; the style begins with what it shares with the files that stand alone."""
    shared = (SHARED / "common.css").read_bytes() + b"\n" if name == "desk.css" else b""
    return shared + (FOLDER / name).read_bytes()


@lru_cache(maxsize=len(TYPES))
def name_static(name: str) -> str:
    """The address of a file; another content has another address."""
    return f"/static/{name}?v={hashlib.sha256(read_static(name)).hexdigest()[:12]}"


def give_static(request: Request) -> Response:
    """A file of the desk."""
    name = request.path_params["name"]
    if name not in TYPES:
        raise Missing(f"no file {name}")
    return Response(read_static(name), media_type=TYPES[name], headers={"Cache-Control": KEEP})
