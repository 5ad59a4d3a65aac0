"""An invented story and reports whose every field is an attack."""

from __future__ import annotations

from datetime import UTC, datetime

from headwater.model.report import Report
from headwater.store import Store
from headwater.store.failures import put_failure
from headwater.store.feeds import put_feed
from headwater.store.rows import FailureRow, FeedRow
from headwater.store.watches import add_watch

STORY = "01-harbour-times.txt"
EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
EVIL_TEXT = f"""{EVIL}

By <svg onload=alert(3)>

LOWER TARN, May 5, 2031 - President Ada Brenn said "the sluices stay shut{EVIL}", the state agency VNA reported on Monday.
Talks are to resume by 14 May </script><style>body{{display:none}}</style> in Lower Tarn. {{{{ 7 * 7 }}}} {{% raw %}}
\u202e\u0000\x1b[31m\ud800 javascript:alert(4) <a href="javascript:alert(5)">Brenn</a>
"""
EVIL_URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "JaVaScRiPt://host/%0aalert(1)",
    "vbscript:x",
    'https://news.example/"><script>alert(1)</script>',
    "//news.example/a",
    "http://news.example/a b",
    "file:///etc/passwd",
)


def now() -> datetime:
    return datetime(2031, 5, 6, 12, tzinfo=UTC)


def list_evil() -> list[Report]:
    strange = ["a/b?c#d.json", "../../etc/passwd", f"id{EVIL}", "100%.json", "ünï code \U0001f4f0"]
    urls = [
        Report(f"evil-{number}", f"{EVIL_TEXT}\n{number}", title=EVIL, url=url, outlet=EVIL, path=EVIL)
        for number, url in enumerate(EVIL_URLS[:5])
    ]
    return urls + [Report(id, f"{EVIL_TEXT}\n{id}", title=EVIL, byline=EVIL) for id in strange]


def add_evil_rows(store: Store) -> None:
    with store.begin() as connection:
        put_failure(connection, FailureRow(EVIL, "empty", f"holds no text {EVIL}", "2031-05-06T12:00:00.000000Z", EVIL))
        put_feed(connection, FeedRow("javascript:alert(1)", "rss", title=EVIL, failures=3, error=EVIL))
        put_feed(connection, FeedRow("https://user:secret@news.example/feed", "rss"))
        add_watch(
            connection,
            {"phrase": EVIL},
            ["https://user:secret@hooks.example/secret"],
            created="2031-05-06T12:00:00.000000Z",
            author=EVIL,
        )
