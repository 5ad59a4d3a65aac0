"""A page whose text was replaced: what it says now is held against what it said before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from headwater.desk.intake import Added, add_reports
from headwater.desk.looks import mark_seen
from headwater.desk.news import StoryNews, find_news
from headwater.desk.refresh import refresh_stories
from headwater.model.report import Report
from headwater.store import Store

TEXT = (
    "Ferry talks resume\n\nPORT ARLEN - Talks over the ferry line to Vessel Island resumed on Monday, the harbour office said.\n\n"
    "At least 12 ships were waiting in the outer basin, said Ana Ruiz, the harbour master.\n"
)


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2031, 5, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def add(store: Store, clock: Clock, text: str) -> str:
    url = "https://harbour.example/ferry"
    report = Report("ferry", text, title="Ferry talks resume", url=url, published="2031-05-05")
    (added,) = add_reports(store, [report], jobs=1, now=clock)
    assert isinstance(added, Added)
    refresh_stories(store, now=clock)
    return added.what


def news_after(store: Store, clock: Clock, text: str) -> StoryNews:
    assert add(store, clock, TEXT) == "new"
    mark_seen(store, [news.story for news in find_news(store)])
    assert add(store, clock, text) == "version"
    (news,) = find_news(store)
    return news


def test_a_corrected_number_is_a_changed_finding_with_what_it_was(store: Store) -> None:
    news = news_after(store, Clock(), TEXT.replace("12 ships", "14 ships"))
    assert [row.line for row in news.new] == []
    assert [row.line for row in news.gone] == []
    changed = {row.line: news.was[row.id].line for row in news.changed if row.id in news.was}
    assert news.edited == ("Ferry talks resume",)
    assert any("14 ships" in now and "12 ships" in before for now, before in changed.items())


def test_a_note_of_correction_above_the_headline_costs_no_finding(store: Store) -> None:
    noted = "Correction: an earlier version of this article named the wrong basin.\n\n" + TEXT.replace("outer", "inner")
    news = news_after(store, Clock(), noted)
    assert [row.line for row in news.new] == []
    assert [row.line for row in news.gone] == []


def test_what_is_no_longer_said_is_gone(store: Store) -> None:
    news = news_after(store, Clock(), TEXT.split("At least")[0])
    assert any("12 ships" in row.line for row in news.gone)
    assert news.was == {}
