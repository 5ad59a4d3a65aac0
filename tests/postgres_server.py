"""A PostgreSQL server of one's own for tests: made in a temporary folder, reached through a socket, gone afterwards.

As a program it runs a command beside such a server, ``{}`` in it standing for the server's address:
``python tests/postgres_server.py python benchmarks/crash.py --store {}``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

SECONDS = 30
USERS = ("postgres", "nobody")
"""Users to run as where we are root: the server refuses root."""


class NoServer(Exception):
    """Why there is none."""


def find_programs() -> Path:
    """The folder of ``initdb`` and ``postgres``."""
    for folder in (*sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True), *os.get_exec_path()):
        if Path(folder, "initdb").exists() and Path(folder, "postgres").exists():
            return Path(folder)
    raise NoServer("no initdb and postgres found; on Debian: apt-get install postgresql")


def choose_user() -> tuple[list[str], pwd.struct_passwd | None]:
    """How to start a program as somebody who is not root."""
    if os.geteuid() != 0:
        return [], None
    if not shutil.which("setpriv"):
        raise NoServer("running as root, and there is no setpriv to become somebody else")
    for name in USERS:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"], user
    raise NoServer(f"running as root, and there is none of the users {USERS}")


def run(command: list[str]) -> None:
    """Run a program; NoServer with what it said where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise NoServer(f"{command[-1]}: {done.stderr.strip() or done.stdout.strip()}")


@contextmanager
def serve_postgres() -> Iterator[str]:
    """A server; the address of its database ``postgres``. Raises NoServer where none can be had."""
    programs, (become, user) = find_programs(), choose_user()
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    try:
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        made = ["-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D", f"{folder}/data"]
        run([*become, str(programs / "initdb"), *made])
        given = ["-D", f"{folder}/data", "-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
        command = [*become, str(programs / "postgres"), *given, "-c", "max_connections=60"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/") as server:
            try:
                wait_for(folder / ".s.PGSQL.5432", server)
                yield f"postgresql://desk@/postgres?host={folder}"
            finally:
                stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once: asked politely, it would wait for its clients and tidy what is deleted anyway."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def wait_for(socket: Path, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server listens."""
    ends = time.monotonic() + SECONDS
    while not socket.exists():
        if server.poll() is not None or time.monotonic() > ends:
            raise NoServer("the server did not start")
        time.sleep(0.05)


def make_empty(address: str) -> str:
    """The address of a database, without whatever the test before left in it."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return address


def run_beside(command: list[str]) -> int:
    """Run a command with the address of a server in it; its exit status."""
    with serve_postgres() as address:
        return subprocess.run([part.replace("{}", address) for part in command], check=False).returncode


if __name__ == "__main__":
    sys.exit(run_beside(sys.argv[1:]))
