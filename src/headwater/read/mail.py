"""A newsletter saved as a mail message -> a report."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.decoding import decode
from headwater.read.feeds import text_lines


def read_mail(data: bytes, name: str, *, path: str | None) -> Report:
    """Subject, sender and date become title, outlet and publication date; the text is the subject and the message.

    Raises InputError ``no_text`` for a message without a readable part.
    """
    message = message_from_bytes(data, policy=policy.default)
    text, encoding = _body(message)
    if not text.strip():
        raise InputError(
            path or name, "no_text", "the message has no part that is text; give what is attached by itself"
        )
    title = _header(message, "Subject")
    return Report(
        name,
        f"{title}\n\n{text}" if title else text,
        path=path,
        title=title,
        published=_day(message),
        outlet=parseaddr(_header(message, "From") or "")[0] or None,
        url=_header(message, "Archived-At") or _header(message, "Content-Location"),
        encoding=encoding,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value else None


def _day(message: EmailMessage) -> str | None:
    """The day of the Date field where it was sent, or None if it cannot be read."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def _body(message: EmailMessage) -> tuple[str, str]:
    """The plain part if there is one, else the lines of the HTML part, and the decoding used."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", "none"
    payload = part.get_payload(decode=True)
    decoded = decode(payload if isinstance(payload, bytes) else b"", declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        return "\n".join(text_lines(decoded.text)), decoded.encoding
    return decoded.text.replace("\r\n", "\n"), decoded.encoding
