"""Invented pages that state their day of publication in one way, in several, in ways that contradict, or not at all.

``make_pages`` gives the same pages at each call. The people and outlets do not exist.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

PARAGRAPHS = (
    "Dock workers in the port of Harwick walked out on Monday after talks with the authority ended without a deal, the union said.",
    '"We will wait as long as it takes," said Tom Brandt, who leads the union. Nobody wants the old shifts back, he added.',
    "The authority said that two of its five ferries were running and that travellers should check before they leave home.",
    "A strike that ended on {past} had cost the region about 4 million euros, according to the chamber of commerce.",
    "Both sides are expected to meet again on {next}, the mediator told reporters outside the town hall on Tuesday evening.",
)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass
class Page:
    """A page being written, and the day it states (None where it states none, or contradicts itself)."""

    day: date
    number: int
    stated: date | None = None
    head: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    below_title: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def html(self) -> str:
        past, later = self.day - timedelta(days=400), self.day + timedelta(days=9)
        body = "".join(f"<p>{p.format(past=written(past), next=written(later))}</p>" for p in PARAGRAPHS)
        url = self.url or f"https://www.harbour-courier.example/ferry-strike-{self.number}"
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>Ferry strike, part {self.number}</title><link rel="canonical" href="{url}">'
            f"{''.join(self.head)}</head><body>"
            f"<header>{''.join(self.above)}</header><main><article><h1>Ferry strike, part {self.number}</h1>"
            f"{''.join(self.below_title)}{body}</article></main><aside>{''.join(self.after)}</aside>"
            f"<footer>© {self.day.year} Harbour Courier</footer></body></html>"
        )


def written(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def linked(day: date) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry strike",
        "datePublished": f"{day}T08:30:00+00:00",
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(name: str, day: date) -> str:
    return f'<meta property="{name}" content="{day}T08:30:00Z">'


def by_linked_data(page: Page) -> None:
    page.head.append(linked(page.day))
    page.stated = page.day


def by_meta(page: Page) -> None:
    page.head.append(
        meta("article:published_time", page.day) + meta("article:modified_time", page.day + timedelta(days=3))
    )
    page.stated = page.day


def by_weak_meta(page: Page) -> None:
    page.head.append(f'<meta name="pubdate" content="{page.day:%Y%m%d}">')
    page.stated = page.day


def by_item(page: Page) -> None:
    page.below_title.append(f'<time itemprop="datePublished" datetime="{page.day}">{page.day:%d/%m}</time>')
    page.stated = page.day


def shown_with_label(page: Page) -> None:
    page.below_title.append(
        f"<p>By Ana Velho</p><div>Published: {written(page.day)} 10:04 am</div><div>Updated: {written(page.day + timedelta(days=2))}</div>"
    )
    page.stated = page.day


def shown_without_label(page: Page) -> None:
    page.below_title.append(f"<div class=when>{page.day.day} {MONTHS[page.day.month - 1]} {page.day.year}</div>")
    page.stated = page.day


def by_address(page: Page) -> None:
    page.url = f"https://www.harbour-courier.example/{page.day:%Y/%m/%d}/ferry-strike"
    page.stated = page.day


def meta_and_shown(page: Page) -> None:
    by_meta(page)
    shown_with_label(page)


def sources_contradict(page: Page) -> None:
    page.head.append(linked(page.day) + meta("article:published_time", page.day + timedelta(days=200)))


def shown_contradicts_address(page: Page) -> None:
    page.url = f"https://www.harbour-courier.example/{page.day - timedelta(days=90):%Y/%m/%d}/ferry-strike"
    shown_without_label(page)
    page.stated = None


def only_updated(page: Page) -> None:
    page.below_title.append(f"<div>Last updated: {written(page.day)}</div>")


def nothing(page: Page) -> None:
    page.stated = None


def day_of_visit(page: Page) -> None:
    page.above.append(f"<div>{written(page.day + timedelta(days=30))}</div><nav><a>Home</a> <a>News</a></nav>")


def dates_of_others(page: Page) -> None:
    page.after.append(
        "".join(
            f"<h4>Old bridge to be rebuilt</h4><span>{written(page.day - timedelta(days=n))}</span>" for n in (3, 9, 40)
        )
    )


def dates_of_comments(page: Page) -> None:
    page.after.append(f"<h3>Comments</h3><p>Ilir, {written(page.day + timedelta(days=1))}: About time.</p>")


def ambiguous(page: Page) -> None:
    page.below_title.append(f"<div>{min(page.day.day, 12):02}/{page.day.month % 12 + 1:02}/{page.day.year}</div>")
    if min(page.day.day, 12) == page.day.month % 12 + 1:
        page.stated = page.day.replace(day=min(page.day.day, 12), month=page.day.month % 12 + 1)


WAYS: tuple[Callable[[Page], None], ...] = (
    by_linked_data, by_meta, by_weak_meta, by_item, shown_with_label, shown_without_label, by_address, meta_and_shown,
    sources_contradict, shown_contradicts_address, only_updated, nothing, day_of_visit, dates_of_others, dates_of_comments, ambiguous,
)  # fmt: skip


def make_pages(each: int = 12) -> list[tuple[str, Page]]:
    """``each`` pages of every way, with the name of the way."""
    chance = random.Random(5)
    pages = []
    for way in WAYS:
        for number in range(each):
            page = Page(date(2015, 1, 1) + timedelta(days=chance.randrange(5_000)), number)
            way(page)
            pages.append((way.__name__, page))
    return pages
