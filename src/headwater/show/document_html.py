"""Documents as HTML: a whole page that needs nothing else, or its body for a page of others."""

from __future__ import annotations

from headwater.show.document import Document
from headwater.show.html import digest, house, read_styles


def write_page(document: Document) -> str:
    """One file: no network, no script."""
    css = read_styles("common.css", "dossier.css", "document.css")
    page = house().get_template("document.html")
    policy = f"default-src 'none'; style-src '{digest(css)}'; base-uri 'none'; form-action 'none'"
    return page.render(document=document, css=css, policy=policy)


def write_body(document: Document) -> str:
    """The part between the heading of a page and its end, without style or script; document.css gives it its look."""
    return house().get_template("document_body.html").render(document=document)
