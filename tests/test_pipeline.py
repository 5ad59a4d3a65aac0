"""The order of the steps is checked before any text is read."""

import pytest

from headwater.errors import PipelineError
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import REPORT_STEPS, STORY_STEPS, Step, check, read_report, read_story, walk


def test_our_steps_can_run_in_their_order() -> None:
    check(REPORT_STEPS, {"report", "repeated"})
    check(STORY_STEPS, {"id", "readings"})


def test_a_step_that_comes_too_early_is_named() -> None:
    with pytest.raises(PipelineError, match=r"step 'statements' needs .*sentences"):
        check(
            [step for step in REPORT_STEPS if step.name != "sentences" and step.name != "actors"][:2]
            + [step for step in REPORT_STEPS if step.name == "statements"],
            {"report", "repeated"},
        )


def test_steps_run_in_order_and_fill_one_field_each() -> None:
    def shout(reading: Reading) -> str:
        return reading.language + "!"

    steps = (
        Step("language", ("report",), "language", lambda reading: "en"),
        Step("again", ("language",), "language", shout),
    )
    assert walk(Reading(Report("r", "text")), steps).language == "en!"


def test_the_order_of_reports_does_not_matter() -> None:
    texts = {
        "b": "The port of Tarn was closed on Monday, the harbour master said.",
        "a": "The harbour master of Tarn said the port was closed on Monday.",
    }
    readings = [read_report(Report(id, text, published="2024-05-07")) for id, text in texts.items()]
    assert read_story(readings) == read_story(readings[::-1])


def test_a_report_in_another_language_yields_no_notes() -> None:
    text = "Der Hafen von Tarn wurde am Montag geschlossen, sagte der Hafenmeister. Die Regierung will am Freitag entscheiden."
    reading = read_report(Report("r", text))
    assert reading.language == "de"
    assert reading.notes == ()
