from __future__ import annotations

import pytest

from headwater.assess.outlets import StoryOutlets
from headwater.assess.own_people import find_interview, find_scene
from headwater.assess.pages import find_paper, is_claimed, read_dateline
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report


def read(text: str, *, outlet: str | None = None, title: str | None = None, byline: str | None = None) -> Reading:
    known = Known(outlet, "stated") if outlet else Known()
    source = Provenance(outlet=known, byline=Known(byline, "stated") if byline else Known())
    return Reading(Report("r", text, title=title), provenance=source)


@pytest.mark.parametrize(
    "reading, name",
    [
        (read("The weir holds\n\nLakeside Courier\n5 May 2031\n\nThe weir held on Monday."), "Lakeside Courier"),
        (read("The weir holds\n\nLakeside Courier, Monday 5 May 2031\n\nIt held."), "Lakeside Courier"),
        (read("Lakeside Courier | The weir holds\n\n5 May 2031\n\nIt held."), "Lakeside Courier"),
        (read("The weir holds\n\nBy Ana Velho, Courier staff writer\n\nIt held."), "Courier"),
        (read("The weir holds.", outlet="uplandreview.example", title="Weir - The Upland Review"), "The Upland Review"),
        (read("HARBOUR WIRE\n\nThe weir\n\nThe warden told Harbour Wire that it held."), "Harbour Wire"),
        (read("The weir\n\nOdo Lanz told Harbour Wire that it held.", outlet="harbourwire.example"), "Harbour Wire"),
        (read("La Voz del Tarn\n\nGate 7\n\nTarn Alto, 5 May\n\nTwo reporters of La Voz saw it."), "La Voz del Tarn"),
        (read("Odo Lanz told the Tarn Post that it held. “Yes,” he told this newspaper."), "Tarn Post"),
    ],
)
def test_names_of_an_outlet(reading: Reading, name: str) -> None:
    assert StoryOutlets([reading]).name("r") == name


def test_a_headline_that_names_its_source_is_no_masthead() -> None:
    reading = read("Weir to be sold - Lakeside Courier\n\nTARN, May 5 (Reuters) - The weir is to be sold.")
    assert StoryOutlets([reading]).name("r") == "r"


def test_the_last_word_of_a_name_is_enough_for_the_own_outlet() -> None:
    outlets = StoryOutlets([read("x", outlet="Lakeside Courier")])
    assert outlets.own("r", "the Courier") == "Lakeside Courier"
    assert outlets.own("r", "the Post") is None
    assert outlets.find("the newspaper Lakeside Courier") == "Lakeside Courier"


def test_a_dateline_with_its_place_in_small_letters_credits_the_agency() -> None:
    assert [known.value for known in read_dateline(read("Tarn, 5 May (VNQA) - The weir holds."))] == ["VNQA"]
    assert [known.value for known in read_dateline(read("Tarn (Upland), May 5 (VNQA) The weir holds."))] == ["VNQA"]
    assert [known.value for known in read_dateline(read("TARN, 5 May 2031 (Agencia Vela). The weir holds."))] == [
        "Agencia Vela"
    ]
    assert [known.value for known in read_dateline(read("Tarn, May 5, 2031, VNQA - The weir holds."))] == ["VNQA"]
    assert read_dateline(read("The weir (built in 1840) - a ruin - holds.")) == ()
    assert read_dateline(read("The warden (Lanz) The weir holds.")) == ()


def test_a_statement_speaks_as_the_one_who_issued_it() -> None:
    issued = read("Tarn Docks AG: Statement on the weir\n\n“It holds,” said our general manager, Odo Lanz.")
    told = read("Statement on the weir: what we know\n\nThe company said that the weir holds.")
    assert find_paper(issued) is not None
    assert find_paper(told) is None


@pytest.mark.parametrize(
    "text, is_there",
    [
        ("Weir\n\nBy Ana Velho, in Tarn\n\nThe weir at Tarn holds.", True),
        ("Weir\n\nBy Ana Velho\n\nThe weir at Tarn holds.", False),
        ("Our correspondent in Tarn saw the gates close.", True),
        ("By our correspondent\n\nThe gates closed.", False),
        ("By noon this reporter had counted nine barges.", True),
        ("Weir\n\nBy Ana Velho in Tarn\n\nThe gates closed.", True),
        ("Weir\n\nBy Ana Velho, Tarn Post\n\nThe gates closed.", False),
        ("“We saw nine,” the warden told us.", True),
        ("“They told us nothing,” the warden said.", False),
        ("He showed this reporter the page of the register.", True),
        ("Two reporters of the Tarn Post photographed the lock.", True),
    ],
)
def test_own_people_at_the_scene(text: str, is_there: bool) -> None:
    assert (find_scene(read(text, byline="Ana Velho"), names=("Tarn Post",)) is not None) == is_there


@pytest.mark.parametrize(
    "text, is_interview",
    [
        ("“A roof”\n\nTarn Post\n\nInterview by Ana Velho\n\nHow long will you wait?", True),
        ("Roof\n\nThe warden said in an interview with the Tarn Post that it held.", True),
        ("Roof\n\nThe warden said in an interview with the Upland Review that it held.", False),
        ("Roof\n\nQuestion: Does it hold?\n\n“Yes.”\n\nQuestion: And in the spring?\n\n“Ask me then.”", True),
        ("Roof\n\n“He joined us for lunch,” the warden said.", False),
    ],
)
def test_a_report_that_is_an_interview_of_its_own(text: str, is_interview: bool) -> None:
    assert (find_interview(read(text), names=("Tarn Post",)) is not None) == is_interview


def test_one_sign_of_rumour_is_not_enough() -> None:
    assert not is_claimed(read("The minister has strong views."))
    assert is_claimed(read("posted by heron9, 3,120 views. The dam will break."))
