"""The desk of a command line: it tells its address, and Ctrl-C or a polite kill is how it ends, not a fault."""

from __future__ import annotations

import signal
import webbrowser
from dataclasses import replace

import click

from headwater.cli.store_options import read_clock
from headwater.store import Store
from headwater.web.gate import Gate
from headwater.web.serving import listen, serve


def open_desk(store: Store, gate: Gate, *, reader: str = "", show: bool = False) -> None:
    """Serve a store until the process is interrupted; ``show`` opens the browser."""
    door = listen(gate.host, gate.port)
    gate = replace(gate, port=door.getsockname()[1])
    click.echo(f"The desk is open at {gate.address} (store: {store.where}). Ctrl-C closes it.")
    if gate.token is None and not gate.is_local:
        click.echo("Everybody who reaches this address can read and correct.", err=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if show:
        webbrowser.open(gate.address)
    serve(store, door, gate=gate, now=read_clock, reader=reader)
    click.echo("The desk is closed.")
