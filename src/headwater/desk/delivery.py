"""Telling readers: notices to the terminal, a file, an Atom file, a webhook, or by e-mail.

A notice counts as delivered when every target of its rule took it; until then all of them get it again, so a target may see
one twice, and none misses one. Passwords are never kept in the store: the mail server comes from the environment.
"""

from __future__ import annotations

import json
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from headwater.desk.notices_feed import write_notices_feed
from headwater.desk.rules import read_rule
from headwater.errors import InputError, UsageError
from headwater.fetch.sending import send
from headwater.settings import Fetching
from headwater.store import Store
from headwater.store.notices import list_notices, mark_delivered, mark_failed
from headwater.store.rows import NoticeRow, WatchRow
from headwater.store.texts import write_time
from headwater.store.watches import list_watches

MAIL_SECONDS = 30
KEPT = 100
"""Notices of an Atom file."""


class Undelivered(Exception):
    """A target did not take notices; the message says why."""


@dataclass(frozen=True, slots=True)
class Post:
    """What targets need of the outside."""

    echo: Callable[[str], None]
    settings: Fetching = field(default_factory=Fetching)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)


@dataclass(frozen=True, slots=True)
class Letter:
    """The notices of one rule that wait, and the latest ones for targets that show a list."""

    watch: WatchRow
    waiting: Sequence[NoticeRow]
    latest: Sequence[NoticeRow]

    @property
    def title(self) -> str:
        """What the rule is about."""
        return f"Headwater: {read_rule(self.watch.rule)}"

    def record(self) -> dict[str, Any]:
        """As JSON for programs."""
        return {"watch": self.watch.id, "rule": self.watch.rule, "notices": [asdict(one) for one in self.waiting]}


def deliver(store: Store, post: Post, *, now: Callable[[], datetime]) -> list[str]:
    """Deliver all notices that wait; the reasons why some still do."""
    with store.connect() as connection:
        letters = [
            Letter(
                watch,
                list_notices(connection, watch=watch.id, waiting=True, limit=None),
                list_notices(connection, watch=watch.id, limit=KEPT),
            )
            for watch in list_watches(connection)
        ]
    return [reason for letter in letters if letter.waiting for reason in deliver_letter(store, letter, post, now=now)]


def deliver_letter(store: Store, letter: Letter, post: Post, *, now: Callable[[], datetime]) -> list[str]:
    """Tell one rule's targets, and note how that went."""
    reasons = [reason for target in letter.watch.targets if (reason := try_target(target, letter, post))]
    with store.begin() as connection:
        for notice in letter.waiting:
            if reasons:
                mark_failed(connection, notice.id, "; ".join(reasons))
            else:
                mark_delivered(connection, notice.id, at=write_time(now()))
    return reasons


def try_target(target: str, letter: Letter, post: Post) -> str | None:
    """Tell one target; why it did not take it."""
    try:
        find_kind(target)(target, letter, post)
    except (Undelivered, InputError, UsageError, OSError, smtplib.SMTPException) as error:
        return f"{hide_secrets(target)}: {error}"
    return None


def to_terminal(target: str, letter: Letter, post: Post) -> None:
    """A line a notice."""
    post.echo(letter.title)
    for notice in letter.waiting:
        post.echo(f"  {notice.line}")


def to_file(target: str, letter: Letter, post: Post) -> None:
    """A line of JSON a notice, appended and on disk."""
    with open(target.removeprefix("file:"), "a", encoding="utf-8") as file:
        for notice in letter.waiting:
            file.write(json.dumps(asdict(notice) | {"rule": letter.watch.rule}) + "\n")
        file.flush()
        os.fsync(file.fileno())


def to_atom(target: str, letter: Letter, post: Post) -> None:
    """An Atom file with the latest notices, replaced as a whole."""
    place = Path(target.removeprefix("atom:"))
    part = place.with_name(f".{place.name}.part")
    part.write_bytes(write_notices_feed(letter.title, letter.latest))
    part.replace(place)


def to_webhook(target: str, letter: Letter, post: Post) -> None:
    """POST the notices as JSON."""
    send(target, json.dumps(letter.record()).encode(), media="application/json", settings=post.settings)


def to_mailbox(target: str, letter: Letter, post: Post) -> None:
    """One mail with all notices, through the server of HEADWATER_SMTP (``smtp://user:password@host:587``, ``smtps://…``)."""
    server = post.environment.get("HEADWATER_SMTP")
    if not server:
        raise Undelivered("no mail server is named; set HEADWATER_SMTP=smtp://user:password@host:587")
    message = EmailMessage()
    message["Subject"] = " ".join(letter.title.split())
    message["To"] = target.removeprefix("mailto:")
    message["From"] = post.environment.get("HEADWATER_SMTP_FROM", "headwater@localhost")
    message.set_content("\n\n".join(notice.line for notice in letter.waiting) + "\n")
    with closing(connect(server)) as mailer:
        mailer.send_message(message)


def connect(server: str) -> smtplib.SMTP:
    """A mail server that takes mail from us; what can be encrypted is."""
    place = urlsplit(server)
    host, context = place.hostname or "localhost", ssl.create_default_context()
    if place.scheme == "smtps":
        mailer: smtplib.SMTP = smtplib.SMTP_SSL(host, place.port or 465, timeout=MAIL_SECONDS, context=context)
    else:
        mailer = smtplib.SMTP(host, place.port or 25, timeout=MAIL_SECONDS)
        mailer.ehlo()
        if mailer.has_extn("starttls"):
            mailer.starttls(context=context)
    if place.username:
        mailer.login(unquote(place.username), unquote(place.password or ""))
    return mailer


KINDS: tuple[tuple[str, Callable[[str, Letter, Post], None]], ...] = (
    ("file:", to_file),
    ("atom:", to_atom),
    ("https://", to_webhook),
    ("http://", to_webhook),
    ("mailto:", to_mailbox),
)
"""How a target begins -> what tells it. A new kind is one function and one line. (``terminal`` has no more to it.)"""


def find_kind(target: str) -> Callable[[str, Letter, Post], None]:
    """What tells a target. Raises UsageError where nothing does."""
    if target == "terminal":
        return to_terminal
    for start, tell in KINDS:
        if target.startswith(start) and len(target) > len(start):
            return tell
    raise UsageError(f"{target!r} is no target; give terminal, file:PATH, atom:PATH, https://… or mailto:ADDRESS")


def hide_secrets(target: str) -> str:
    """The target as it may be shown: a webhook's path and query are often its password."""
    parts = urlsplit(target)
    return f"{parts.scheme}://{parts.hostname}/…" if parts.scheme in ("http", "https") else target
