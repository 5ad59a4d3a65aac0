"""The work of ``headwater demo``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import headwater
from headwater.cli.adding import add_all
from headwater.cli.serving import open_desk
from headwater.errors import UsageError
from headwater.store import open_store
from headwater.web.gate import open_gate

PACKAGE = Path(headwater.__file__).parent
PLACES = (PACKAGE / "examples" / "strait", PACKAGE.parent.parent / "examples" / "strait")
"""Where the example is: inside an installed package, beside it in a checkout."""


def open_demo(port: int, *, show: bool) -> None:
    """Fill a temporary store and serve it until interrupted."""
    gate = open_gate("127.0.0.1", port, token=None, i_know=False, names=())
    with TemporaryDirectory(prefix="headwater-demo-") as folder, open_store(Path(folder) / "demo.db") as store:
        add_all(store, [str(find_example())], jobs=1, verbose=False)
        open_desk(store, gate, show=show)


def find_example() -> Path:
    """The folder of the shipped example."""
    for place in PLACES:
        if place.is_dir():
            return place
    raise UsageError("the example is not installed with this package; give reports of your own: headwater add PATH…")
