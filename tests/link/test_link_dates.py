"""A date carries over with an utterance, and never without one."""

from headwater.link.dates import find_shared_dates, read_interval
from headwater.model.report import Known, Report
from headwater.model.story import Story
from headwater.pipeline import STORY_STEPS, read_report, walk

DATED = (
    "TARN, March 4, 2019 (Reuters) - Governor Ada Mirren said on Monday that the reservoir was safe.\n"
    '"Nobody below the dam needs to pack a single bag tonight," Mirren told reporters.'
)
UNDATED = (
    'Governor Ada Mirren said "nobody below the dam needs to pack a single bag tonight", Reuters reported Monday.\n'
    "Engineers were still looking at the wall."
)
OTHER = (
    "Engineers in Tarn said on Monday they were still looking at the wall of the dam, and Governor Ada Mirren agreed."
)


def story_of(**texts: str) -> Story:
    readings = tuple(read_report(Report(id, text)) for id, text in texts.items())
    return walk(Story("s", readings), [step for step in STORY_STEPS if step.name in {"people", "utterances"}])


def test_a_shared_utterance_dates_the_report_that_states_no_date() -> None:
    found = find_shared_dates(story_of(a=DATED, b=UNDATED))
    assert list(found) == ["b"]
    assert found["b"].value == "2019-03-04/2019-03-05"
    assert found["b"].how == "inferred"
    assert any(UNDATED[s.start : s.end] == "Monday" for s in found["b"].evidence)


def test_without_a_shared_utterance_no_date_is_claimed() -> None:
    assert find_shared_dates(story_of(a=DATED, b=OTHER)) == {}


def test_a_stated_date_is_never_overwritten() -> None:
    assert find_shared_dates(story_of(a=DATED, b="March 9, 2019\n" + UNDATED)) == {}


def test_an_interval_is_read_back() -> None:
    interval = read_interval(Known("2019-03-04/2019-03-05", "inferred"))
    assert interval
    assert [day.isoformat() for day in interval] == ["2019-03-04", "2019-03-05"]
    assert read_interval(Known()) is None
