"""Findings as an Atom feed (RFC 4287), for feed readers.

The same dossiers give the same bytes: times are the day a dossier stands for, never a clock's. An entry's id is the finding's,
so that a reader shows each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from lxml import etree

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.show.counts import count, distinct, name_origin
from headwater.show.kinds import tell_kind

ATOM = "http://www.w3.org/2005/Atom"
EPOCH = "1970-01-01"
"""The day of a dossier whose day is unknown."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters no XML document may hold."""


def write_atom(dossiers: Sequence[Dossier]) -> bytes:
    """A feed of all findings, the latest dossier first."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    ordered = sorted(dossiers, key=lambda dossier: (dossier.as_of or "", dossier.story.id), reverse=True)
    add(root, "id", f"urn:headwater:findings:{digest(dossier.story.id for dossier in ordered)}")
    add(root, "title", ordered[0].title if len(ordered) == 1 else "Headwater: what is reported")
    add(root, "updated", tell_moment(ordered[0].as_of if ordered else None))
    add(etree.SubElement(root, f"{{{ATOM}}}author"), "name", "Headwater")
    for dossier in ordered:
        for finding in dossier.story.findings:
            add_entry(root, dossier, finding)
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return found


def add_entry(root: etree._Element, dossier: Dossier, finding: Finding) -> None:
    """One finding with the words it cites."""
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    add(entry, "id", f"urn:headwater:finding:{digest((dossier.story.id, finding.id))}")
    add(entry, "title", f"{tell_kind(finding.kind, finding.details)}: {finding.line}")
    add(entry, "updated", tell_moment(dossier.as_of))
    etree.SubElement(entry, f"{{{ATOM}}}category", term=finding.kind)
    for address in list_addresses(dossier, finding):
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="via", href=address)
    add(entry, "content", tell_finding(dossier, finding))


def add(parent: etree._Element, name: str, text: str) -> None:
    """An element with text; what XML cannot hold becomes U+FFFD."""
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = FORBIDDEN.sub("�", text)


def tell_finding(dossier: Dossier, finding: Finding) -> str:
    """Story, counts, and each cite's words."""
    origins = ", ".join(map(name_origin, distinct(finding.origins))) or "not stated"
    head = f"{dossier.title}\n{count(len(finding.reports), 'report')}; origins: {origins}"
    reports = {reading.report.id: reading.report for reading in dossier.story.readings}
    words = [f"“{reports[c.report].quote(c.span)}” ({c.report})" for c in finding.cites if c.report in reports]
    return "\n".join((head, *words))


def list_addresses(dossier: Dossier, finding: Finding) -> list[str]:
    """Where the reports cited stand on the web, each once."""
    places = {reading.report.id: reading.report.url for reading in dossier.story.readings}
    found = (places.get(report) for report in finding.reports)
    return list(dict.fromkeys(url for url in found if url and url.startswith(("http://", "https://"))))


def tell_moment(day: str | None) -> str:
    """A day as the moment it begins (RFC 3339)."""
    return f"{(day or EPOCH)[:10]}T00:00:00Z"


def digest(words: Iterable[str]) -> str:
    """A short name made from some words."""
    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:24]
