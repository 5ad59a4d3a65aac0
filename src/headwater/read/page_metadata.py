"""What a page says of itself in its head: title, byline, outlet, address, language, date of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "analysisnewsarticle",
    "webpage",
    "liveblogposting",
)
_STRONG_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "published_time",
)
_WEAK_DATES = (
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
)
_SAVED_FROM = re.compile(r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:\s*)(https?://[^\s>]{3,500})", re.IGNORECASE)
_DAY = re.compile(r"\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=\D|$)")
_CUT = re.compile(r"\s+(?:[|–—-]|::|»)\s+")
FEWEST_WORDS = 3
"""Words of the shortest headline that is looked for before an outlet's name."""
MOST_NAME_WORDS = 5
"""Words of the longest name of an outlet."""
_WRITTEN_DATE = re.compile(
    r"(?i)[a-z]{3,9}\.?,?\s+\d{1,2}.{0,4}\s(?:19|20)\d\d|\d{1,2}\s+[a-z]{3,9}\.?,?\s+(?:19|20)\d\d"
)


class PageMetadata(NamedTuple):
    """Values as the page states them; None where it does not, or contradicts itself."""

    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None


def read_metadata(tree: HtmlElement, page: str, *, lines: Collection[str] = ()) -> PageMetadata:
    """The metadata of a parsed page; ``page`` is its source, for the comment a browser leaves when saving it.

    ``lines`` are those the page shows: one of them, with the outlet's name behind it, may be what the window is called.
    """
    metas = dict(_metas(tree))
    articles = [item for item in _linked_data(tree) if _is_article(item)]
    outlet = metas.get("og:site_name") or _name(_first(articles, "publisher")) or metas.get("application-name")
    window = _text(tree.findtext(".//title"))
    shown, named = _split_window(window, lines)
    outlet = outlet or named
    title = metas.get("og:title") or _text(_first(articles, "headline")) or _heading(tree) or shown or window
    return PageMetadata(
        title=_without_outlet(title, outlet),
        byline=_byline(articles, metas),
        outlet=outlet,
        url=_address(tree, metas, page),
        language=(tree.get("lang") or metas.get("og:locale") or "").replace("_", "-") or None,
        published=_published(tree, articles, metas),
    )


def _text(value: object) -> str | None:
    """A string with single blanks, or None where it is none or empty."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Names and contents of the meta tags; the first of a name counts."""
    for meta in reversed(tree.xpath("//meta[@content]")):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := _text(meta.get("content"))):
            yield name.strip().lower(), content


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, those inside others included; what is no JSON is passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                yield value
                waiting.extend(
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(value.get(key), list | dict)
                )


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(str(kind).lower() in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _first(items: list[dict[str, Any]], key: str) -> object:
    return next((item[key] for item in items if item.get(key)), None)


def _name(value: object) -> str | None:
    """The name of a person or publisher in JSON-LD."""
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        names = dict.fromkeys(name for name in map(_name, value) if name)
        return ", ".join(names) or None
    return _text(value)


def _byline(articles: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    named = (
        _name(_first(articles, "author"))
        or metas.get("author")
        or metas.get("article:author")
        or metas.get("parsely-author")
    )
    if named is None or "://" in named or len(named) > 150:
        return None
    return re.sub(r"^\s*by\s+", "", named, flags=re.IGNORECASE) or None


def _heading(tree: HtmlElement) -> str | None:
    headings = [_text(heading.text_content()) for heading in tree.xpath("//h1")]
    return headings[0] if len(headings) == 1 else None


def _split_window(window: str | None, lines: Collection[str]) -> tuple[str | None, str | None]:
    """``Ferry strike - Harbour Courier`` -> the headline and the outlet, where the page shows that headline as a line."""
    for cut in _CUT.finditer(window or ""):
        before, after = (window or "")[: cut.start()], _CUT.split((window or "")[cut.end() :])[-1]
        if len(before.split()) >= FEWEST_WORDS and before in lines and len(after.split()) <= MOST_NAME_WORDS:
            return before, after
    return None, None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """``Ferry strike - Harbour Courier`` -> ``Ferry strike``."""
    if title is None or not outlet:
        return title
    cut = re.sub(
        rf"\s*(?:[|–—-]|::|»)\s*(?:the\s)?{re.escape(outlet.removeprefix('The '))}\s*$", "", title, flags=re.IGNORECASE
    )
    return cut or title


def _address(tree: HtmlElement, metas: dict[str, str], page: str) -> str | None:
    canonical = tree.xpath(
        "//link[contains(concat(' ', translate(@rel, 'CANOIL', 'canoil'), ' '), ' canonical ')]/@href"
    )
    saved = _SAVED_FROM.search(page[:5_000])
    found = [*canonical, metas.get("og:url"), saved[1] if saved else None]
    return next((url.strip() for url in found if url and url.strip().startswith(("http://", "https://"))), None)


def _day(value: str | None) -> str | None:
    """The value if it states a day: cut to YYYY-MM-DD if it is ISO 8601, as written otherwise."""
    if not value:
        return None
    if match := _DAY.match(value):
        return "-".join(match.groups())
    return value if _WRITTEN_DATE.search(value) else None


def _published(tree: HtmlElement, articles: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    """The date the page's metadata agrees on. Weak tags count only where no strong one speaks."""
    strong = [_text(item.get("datePublished")) for item in articles] + [metas.get(name) for name in _STRONG_DATES]
    strong += tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    for values in (strong, [metas.get(name) for name in _WEAK_DATES]):
        days = sorted({day for value in values if (day := _day(value))})
        if days:
            return days[0] if len(days) == 1 or _one_apart(days) else None
    return None


def _one_apart(days: list[str]) -> bool:
    """Whether two dates differ by no more than a time zone may make them."""
    ordinals = [int(d[:4]) * 372 + int(d[5:7]) * 31 + int(d[8:10]) for d in days if _DAY.match(d)]
    return len(ordinals) == len(days) and max(ordinals) - min(ordinals) <= 1
