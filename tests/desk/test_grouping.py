"""The stream of stories, taken up again from a store, decides as one that never stopped."""

from datetime import date, timedelta
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.desk.grouping import Grouping, pack_terms, unpack_terms
from headwater.link.days import read_day
from headwater.link.stories import StoryStream
from headwater.link.terms import find_terms
from headwater.model.report import Report
from headwater.store import Store, open_store
from headwater.store.arrivals import Arrival, Found, Place, add_report
from headwater.store.corrections import add_correction
from headwater.store.members import start_epoch
from headwater.store.records import Analysis, put_reading

SUBJECTS = (
    "ferry pier harbour Ansel Marta captain",
    "harvest barley farmers Grenholm prices",
    "vote council bridge Vesna mayor",
)


def make_report(number: int, subject: int, day: int | None) -> Report:
    published = None if day is None else (date(2031, 5, 1) + timedelta(days=day)).isoformat()
    return Report(f"r{number}", f"{SUBJECTS[subject]} number{number}", published=published)


def decide(store: Store, report: Report, grouping: Grouping) -> str:
    """Decide on a report and keep it."""
    found, day = find_terms(report), read_day(report)
    with store.begin() as connection:
        decision = grouping.decide(connection, report.id, found, day=day)
        known = Found(None, None, report.published, "unknown", day, "en")
        arrival = Arrival(report.id, report.id, None, "0")
        number = add_report(connection, arrival, report, found=known, place=Place(decision.story, decision.decided, ""))
        put_reading(connection, number, Analysis("", b"", b""), terms=pack_terms(found, decision.weighed))
        grouping.note(number)
    return decision.story


@given(
    st.lists(st.tuples(st.integers(0, 2), st.one_of(st.none(), st.integers(0, 40))), max_size=12),
    st.sets(st.integers(0, 11)),
)
@settings(max_examples=6, deadline=None)
def test_stopping_changes_no_decision(told: list[tuple[int, int | None]], stops: set[int]) -> None:
    reports = [make_report(n, subject, day) for n, (subject, day) in enumerate(told)]
    stream, grouping = StoryStream(), Grouping()
    with TemporaryDirectory() as folder, open_store(f"{folder}/desk.db") as store:
        for n, report in enumerate(reports):
            grouping = Grouping() if n in stops else grouping
            assert decide(store, report, grouping) == stream.add(report)


def test_what_another_program_adds_is_taken_up(store: Store) -> None:
    ours, theirs = Grouping(), Grouping()
    assert decide(store, make_report(1, 0, 0), ours) == "r1"
    assert decide(store, make_report(2, 1, 0), theirs) == "r2"
    assert decide(store, make_report(3, 1, 1), ours) == "r2"
    assert decide(store, make_report(4, 0, 1), theirs) == "r1"


def test_reports_that_were_split_off_draw_others_to_their_part(store: Store) -> None:
    grouping = Grouping()
    decide(store, make_report(1, 1, 0), grouping)
    decide(store, make_report(2, 0, 0), grouping)
    with store.begin() as connection:
        row = add_correction(connection, "split story", "r2", value=["r2"], author="", made="")
        start_epoch(connection)
    part = f"r2~{row.id}"
    assert [decide(store, make_report(n, n % 2, 1), grouping) for n in (3, 4)] == ["r1", part]


def test_only_days_a_report_can_join_are_taken_up(store: Store) -> None:
    for n, day in enumerate((0, 200, 400)):
        decide(store, make_report(n, 0, day), Grouping())
    grouping = Grouping()
    assert decide(store, make_report(9, 0, 401), grouping) == "r2"
    assert grouping.taken == 1


def test_an_undated_report_joins_the_latest_days(store: Store) -> None:
    decide(store, make_report(1, 0, 0), Grouping())
    assert decide(store, make_report(2, 0, None), Grouping()) == "r1"
    assert decide(store, make_report(3, 0, None), Grouping()) == "r1"


def test_terms_are_packed_with_those_too_common_to_weigh() -> None:
    assert unpack_terms(pack_terms({"a": 1.0, "b": 2.0}, {"b": 0.5})) == {"a": 0.0, "b": 0.5}
