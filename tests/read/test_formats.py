"""One small example of every kind of input."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.read.page import read_page
from headwater.read.pdf import join_lines
from headwater.settings import Reading

SETTINGS = Reading(longest_seconds=30)
PARAGRAPHS = (
    "Dock workers in the port of Harwick walked out on Monday after talks with the authority ended without a deal, the union said.",
    '"We will wait as long as it takes," said Tom Brandt, who leads the union. Nobody wants the old shifts back, he added.',
    "Both sides are expected to meet again on Thursday, the mediator told reporters outside the town hall on Tuesday evening.",
)
LINKED = {
    "@type": "NewsArticle",
    "headline": "Ferry strike",
    "author": {"name": "Ana Velho"},
    "datePublished": "2031-05-05T08:00:00Z",
}


def page(head: str = "", under_title: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Ferry strike | Harbour Courier</title>{head}</head><body><nav><a>Home</a></nav>'
        f"<article><h1>Ferry strike</h1>{under_title}{body}</article><footer>© 2031 Harbour Courier</footer></body></html>"
    )


def read_all(path: Path) -> list[Report | InputError]:
    return list(read_paths([path], settings=SETTINGS))


def read_one(path: Path) -> Report:
    (report,) = read_all(path)
    assert isinstance(report, Report)
    return report


def test_a_page_gives_its_article_and_what_its_head_says(tmp_path: Path) -> None:
    head = (
        f'<meta property="og:site_name" content="Harbour Courier"><script type="application/ld+json">{json.dumps(LINKED)}</script>'
        '<link rel="canonical" href="https://courier.example/ferry">'
    )
    (tmp_path / "a.html").write_text(page(head, "<p>By Ana Velho</p><p>May 5, 2031</p>"))
    report = read_one(tmp_path)
    assert report.text.splitlines()[0] == "Ferry strike"
    assert set(report.text.splitlines()) >= {"By Ana Velho", "May 5, 2031", *PARAGRAPHS}
    assert "Home" not in report.text
    assert (report.title, report.byline, report.outlet) == ("Ferry strike", "Ana Velho", "Harbour Courier")
    assert (report.published, report.url, report.language) == ("2031-05-05", "https://courier.example/ferry", "en-GB")


@pytest.mark.parametrize(
    "head, published",
    [
        ('<meta property="article:published_time" content="2031-05-05T23:30:00-05:00">', "2031-05-05"),
        ('<meta property="article:modified_time" content="2031-05-05">', None),
        ('<meta name="date" content="5 May 2031">', "5 May 2031"),
        ('<meta name="date" content="today">', None),
        (
            '<meta property="article:published_time" content="2031-05-05"><meta itemprop="datePublished" content="2030-01-01">',
            None,
        ),
        ('<script type="application/ld+json">{broken</script>', None),
    ],
)
def test_the_date_of_a_page_is_what_its_metadata_agrees_on(head: str, published: str | None) -> None:
    assert read_page(page(head))["published"] == published


def test_the_address_a_browser_left_when_saving_is_read() -> None:
    saved = "<!-- saved from url=(0029)https://courier.example/ferry -->" + page()
    assert read_page(saved)["url"] == "https://courier.example/ferry"


def test_the_outlet_stands_behind_the_headline_in_the_title_of_the_window() -> None:
    shown = "<body><p>Ferry strike in its third week</p><p>The port of Harwick stayed closed on Monday, the harbour office said.</p></body>"
    found = read_page(
        f"<html><head><title>Ferry strike in its third week - Harbour Courier</title></head>{shown}</html>"
    )
    assert (found["title"], found["outlet"]) == ("Ferry strike in its third week", "Harbour Courier")
    other = read_page(f"<html><head><title>Ferry strike - third week</title></head>{shown}</html>")
    assert (other["title"], other["outlet"]) == ("Ferry strike - third week", None)


def test_a_page_laid_out_as_a_table_shows_no_bars() -> None:
    cells = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    text = read_page(f"<html><body><table><tr><td>{cells}</td></tr></table></body></html>")["text"] or ""
    assert "|" not in text
    assert PARAGRAPHS[0] in text


def test_a_live_page_keeps_its_later_posts() -> None:
    posts = "".join(
        f"<div class=post><h2>Update {n}</h2><p>{p}</p><a>Share</a></div>" for n, p in enumerate(PARAGRAPHS)
    )
    live = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    text = read_page(f"<html><head>{live}</head><body><main><div class=liveblog>{posts}</div></main></body></html>")[
        "text"
    ]
    assert all(paragraph in (text or "") for paragraph in PARAGRAPHS)


def test_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "  Ferry strike\r\n\r\nIt began on Monday.\t\n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    report = read_one(tmp_path / "a.txt")
    assert (report.text, report.id, report.encoding) == (text, "a.txt", "utf-8")


def test_packed_text_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(PARAGRAPHS[0].encode()))
    assert read_one(tmp_path).text == PARAGRAPHS[0]


def test_json_lines_bring_their_fields(tmp_path: Path) -> None:
    fields = {
        "id": "a",
        "text": "It began.",
        "title": "Ferry strike",
        "outlet": "Courier",
        "published": "2031-05-05",
        "url": "https://x.example/",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(fields) + "\n")
    report = read_one(tmp_path)
    assert {key: getattr(report, key) for key in fields} == fields


def warc(*pages: tuple[str, str]) -> bytes:
    """An archive of responses, each packed on its own."""
    records = []
    for url, body in pages:
        response = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + response + b"\r\n\r\n"))
    return b"".join(records)


def test_an_archive_gives_its_pages_and_keeps_the_good_ones_when_cut(tmp_path: Path) -> None:
    data = warc(("https://x.example/../../a", page()), ("https://x.example/b", page()))
    (tmp_path / "a.warc.gz").write_bytes(data[:-300])
    first, second = read_all(tmp_path)
    assert isinstance(first, Report)
    assert (first.id, first.url) == ("a.warc.gz#https://x.example/../../a", "https://x.example/../../a")
    assert isinstance(second, InputError)
    assert second.code == "truncated"


def test_a_feed_gives_an_entry_each_and_marks_summaries(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>'
        "<item><title>Ferry strike</title><guid>g1</guid><link>https://x.example/1</link><pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate>"
        "<description>Short.</description><content:encoded>&lt;p&gt;It began.&lt;/p&gt;&lt;p&gt;It ended.&lt;/p&gt;"
        "</content:encoded></item>"
        "<item><title>Old bridge</title><guid>g2</guid><description>To be rebuilt.</description></item></channel></rss>"
    )
    first, second = read_all(tmp_path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.id, first.text, first.published) == ("a.rss#g1", "Ferry strike\nIt began.\nIt ended.", "2031-05-05")
    assert (first.outlet, first.url) == ("Courier", "https://x.example/1")
    assert (second.id, second.text, second.published) == ("a.rss#g2#summary", "Old bridge\nTo be rebuilt.", None)
    assert (first.is_summary, second.is_summary) == (False, True)


def test_a_message_gives_subject_sender_and_date(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"From: Harbour Courier <news@courier.example>\r\nSubject: =?utf-8?q?Ferry_strike?=\r\nDate: Mon, 05 May 2031 23:30:00 -0500\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>It began.</p><p>It ended.</p>\r\n"
    )
    report = read_one(tmp_path)
    assert (report.text, report.title, report.outlet) == (
        "Ferry strike\n\nIt began.\nIt ended.",
        "Ferry strike",
        "Harbour Courier",
    )
    assert report.published == "2031-05-05"


def test_damaged_pdf_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (found,) = read_all(tmp_path)
    assert isinstance(found, InputError)
    assert found.code == "damaged"


def test_lines_broken_for_the_page_are_joined() -> None:
    text = (
        "Ferry strike\nDock workers in the port of Harwick walked out on Monday after talks\n"
        "with the authority ended without a deal.\nIt began."
    )
    assert join_lines(text) == [
        "Ferry strike",
        "Dock workers in the port of Harwick walked out on Monday after talks with the authority ended without a deal.",
        "It began.",
    ]


def test_an_entry_without_text_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(
        '<rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title></item></channel></rss>'
    )
    (error,) = read_all(tmp_path)
    assert str(error).startswith(f"{tmp_path / 'a.rss'}#1: ")
