"""Notices as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from headwater.show.atom import ATOM, add, digest
from headwater.store.rows import NoticeRow

Address = Callable[[NoticeRow], str]


def write_notices_feed(title: str, notices: Sequence[NoticeRow], address: Address | None = None) -> bytes:
    """A feed of notices, the latest first; ``address`` says where a reader finds what a notice tells of."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    add(root, "id", f"urn:headwater:notices:{digest([title])}")
    add(root, "title", title)
    add(root, "updated", max((notice.made for notice in notices), default="1970-01-01T00:00:00Z"))
    add(etree.SubElement(root, f"{{{ATOM}}}author"), "name", "Headwater")
    for notice in notices:
        entry = etree.SubElement(root, f"{{{ATOM}}}entry")
        add(entry, "id", f"urn:headwater:notice:{digest([str(notice.watch), notice.story, notice.finding])}")
        add(entry, "title", notice.line)
        add(entry, "updated", notice.made)
        if address is not None:
            etree.SubElement(entry, f"{{{ATOM}}}link", href=address(notice))
        add(entry, "content", f"Story: {notice.story}\n{notice.line}")
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return found
