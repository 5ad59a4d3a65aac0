"""What tells a report from others beside its id: the address or the file it came from."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from headwater.link.versions import find_address
from headwater.model.report import Report


def find_source(report: Report) -> str | None:
    """The address of a report's page, else its file where that holds this report alone, else None."""
    if address := find_address(report):
        return address
    if report.path and report.path.replace("\\", "/").endswith(report.id):
        return Path(report.path).absolute().as_uri()
    return None


def find_site(report: Report) -> str | None:
    """The site a report is from: its host, else the outlet that came with it."""
    try:
        host = urlsplit(report.url or "").hostname
    except ValueError:
        host = None
    return tidy_site(host or report.outlet or "") or None


def tidy_site(site: str) -> str:
    """A host or outlet as it is compared."""
    return " ".join(site.split()).casefold().removeprefix("www.")
