"""What speaks for a report's telling of a story's event, and what against it."""

import pytest

from headwater.link.acceptance import Evidence, collect, weigh_stories
from headwater.link.days import find_day
from headwater.link.live_story import LiveStory, Outline, draw_outline
from headwater.link.stories import StoryStream
from headwater.link.terms import find_terms
from headwater.model.report import Report

TARN = Report("t", "The Tarn dam broke on Monday. 40 houses stand under water.", published="2031-05-06")


def read(report: Report) -> tuple[Outline, int | None]:
    return draw_outline(StoryStream().weigh(find_terms(report))), find_day(report)


def make_story(*reports: Report) -> LiveStory:
    story = LiveStory("s")
    for report in reports:
        story.take(*read(report))
    return story


def weigh(report: Report, *stories: LiveStory) -> Evidence:
    outline, day = read(report)
    return collect(outline, stories[0], near=0.5, crowd=-3.0, day=day)


@pytest.mark.parametrize(
    ("text", "published", "same", "other"),
    [
        ("The dam broke on Monday.", "2031-05-10", 1, 0),
        ("The dam broke on Monday.", "2031-05-13", 0, 1),
        ("The dam broke on Tuesday.", "2031-05-06", 0, 0),  # a day off: midnight lies between many accounts
        ("The dam broke on Wednesday.", "2031-05-10", 0, 1),
        ("The dam broke.", "2031-05-10", 0, 0),
        ("The dam broke on Monday.", None, 0, 0),
        ("The dam broke on Thursday.", None, 0, 1),
    ],
)
def test_days_spoken_of(text: str, published: str | None, same: float, other: float) -> None:
    found = weigh(Report("r", text, published=published), make_story(TARN))
    assert (found.same_day, found.other_day) == (same, other)


def test_half_the_story_speaks_of_the_day() -> None:
    story = make_story(TARN, Report("u", "Ferries stay in port since Thursday.", published="2031-05-09"))
    assert weigh(TARN, story).same_day == 0.5


def test_numbers() -> None:
    story = make_story(TARN)
    assert weigh(Report("r", "40 houses."), story).numbers > weigh(Report("r", "40 or 60 houses."), story).numbers > 0
    assert weigh(Report("r", "60 houses."), story).numbers == 0


def test_a_date_not_known_is_told_from_a_day_far_off() -> None:
    assert weigh(Report("r", "The dam broke."), make_story(TARN)).undated == 1
    found = weigh(Report("r", "The dam broke.", published="2031-06-06"), make_story(TARN))
    assert (found.undated, round(found.silence, 2), round(found.fresh, 2)) == (0, 3.47, 0)


def test_what_is_near_to_many_is_near_to_none() -> None:
    alike = [make_story(TARN) for _ in range(8)]
    odds = [weigh_stories(read(TARN)[0], alike[:n], day=None)[0] for n in (1, 8)]
    assert odds[0] > odds[1]


def test_a_report_taken_and_released_leaves_no_trace() -> None:
    story, other = make_story(TARN), read(Report("r", "Fire in Győr on Tuesday: 3 hurt.", published="2031-05-07"))
    before = weigh(TARN, story)
    story.take(*other)
    story.release(*other)
    assert weigh(TARN, story) == before
    assert story.nearness(read(TARN)[0].words) == pytest.approx(1)
