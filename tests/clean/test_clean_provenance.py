"""Provenance: read from the page, with its characters, or unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.clean import find_blocks, find_language, find_provenance
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report

BODY = "Dock workers walked out for a third week on Monday, the union said in a statement."


def provenance_of(text: str, **known: str) -> tuple[str, Provenance]:
    reading = Reading(Report("r", text, **known))
    return text, find_provenance(replace(reading, blocks=find_blocks(reading)))


def words(text: str, known: Known) -> list[str]:
    return [text[slice(*span)] for span in known.evidence]


def test_everything_is_unknown_where_nothing_is_said() -> None:
    _, found = provenance_of(BODY)
    assert found == Provenance()


def test_title_byline_credit_place_and_date_with_their_characters() -> None:
    text, found = provenance_of(
        f"Ferry strike enters third week\nBy Ana Velho | Harbour Courier\nPublished May 5, 2031\nHARWICK, May 5 (AP) — {BODY}\nHe left."
    )
    assert (found.title.value, found.byline.value) == ("Ferry strike enters third week", "Ana Velho")
    assert [credit.value for credit in found.credits] == ["Associated Press"]
    assert words(text, found.credits[0]) == ["AP"]
    assert (found.dateline.value, words(text, found.dateline)) == ("HARWICK", ["HARWICK"])
    assert (found.published.value, found.published.how) == ("2031-05-05", "stated")
    assert words(text, found.published) == ["May 5, 2031"]


@pytest.mark.parametrize(
    "opening, name",
    [
        (f"HARWICK, May 5 (Meridian Wire) - {BODY}", "Meridian Wire"),
        (f"Continental Press\n{BODY}", "Continental Press"),
        (f"By Tarn News Agency\n{BODY}", "Tarn News Agency"),
    ],
)
def test_an_agency_that_no_table_knows_is_credited_where_only_one_can_stand(opening: str, name: str) -> None:
    text, found = provenance_of(
        f"Ferry strike enters third week\n{opening}\nHe left the hall without a word to anybody."
    )
    assert [credit.value for credit in found.credits] == [name]
    assert words(text, found.credits[0]) == [name]


@pytest.mark.parametrize(
    "shown, url, given, value, rule",
    [
        ("Published May 5, 2031", None, None, "2031-05-05", "shown_date@1"),
        ("5 May 2031", "https://x.example/2031/05/05/ferry", None, "2031-05-05", "shown_date@1"),
        ("", "https://x.example/2031/may/05/ferry", None, "2031-05-05", "address_date@1"),
        ("", "https://x.example/ferry-20310505.html", None, "2031-05-05", "address_date@1"),
        ("Published May 5, 2031. Updated May 7, 2031", None, None, "2031-05-05", "shown_date@1"),
        ("Updated May 7, 2031", None, None, None, "none@1"),
        ("Published May 5, 2031", "https://x.example/2029/01/02/ferry", None, None, "dates_disagree@1"),
        ("Sunday, May 5, 2031", None, None, None, "none@1"),
        ("05/06/2031", None, None, None, "none@1"),
        ("25/06/2031", None, None, "2031-06-25", "shown_date@1"),
        ("Published May 5, 2031", None, "2031-05-05T09:00:00Z", "2031-05-05", "metadata@1"),
        ("Published May 9, 2031", None, "2031-05-05", "2031-05-05", "metadata_contradicted@1"),
        ("", "https://x.example/2031/05/ferry", None, None, "none@1"),
    ],
)
def test_published(shown: str, url: str | None, given: str | None, value: str | None, rule: str) -> None:
    text = f"Ferry strike enters third week\n{shown}\n{BODY}\nThe strike began on May 1, 2031, after talks had failed."
    known = {key: value for key, value in (("url", url), ("published", given)) if value}
    _, found = provenance_of(text, **known)
    assert (found.published.value, found.published.rule) == (value, rule)


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    _, found = provenance_of(f"{BODY} The law was passed on May 5, 2031.")
    assert found.published.how == "unknown"


@pytest.mark.parametrize(
    "line, names",
    [
        ("Reuters", ["Reuters"]),
        ("(Source: Yonhap)", ["Yonhap"]),
        ("AFP/Reuters", ["Agence France-Presse", "Reuters"]),
        ("By The Associated Press", ["Associated Press"]),
        ("With inputs from PTI", ["Press Trust of India"]),
        ("(With agencies)", []),
        ("A man told AFP that he had seen the ferry leave at noon.", []),
    ],
)
def test_credits(line: str, names: list[str]) -> None:
    _, found = provenance_of(f"{BODY}\n{line}")
    assert [credit.value for credit in found.credits] == names


def test_an_agency_in_the_copyright_line_is_inferred() -> None:
    _, found = provenance_of(f"{BODY}\n© 2031 AFP")
    assert [(credit.value, credit.how) for credit in found.credits] == [("Agence France-Presse", "inferred")]


def test_the_outlet_is_read_from_the_address() -> None:
    assert provenance_of(BODY, url="https://www.bbc.co.uk/news/1")[1].outlet.value == "BBC"
    assert provenance_of(BODY, url="https://www.harbour-courier.example/1")[1].outlet == Known(
        "harbour-courier.example", "inferred", (), "host_of_address@1"
    )
    assert provenance_of(BODY, url="no address")[1].outlet == Known()


def test_an_outlet_that_several_leftovers_name_is_inferred() -> None:
    text, found = provenance_of(f"{BODY}\nSubscribe to the Straits Times\nShare\nGet the latest Straits Times stories")
    assert (found.outlet.value, found.outlet.how) == ("The Straits Times", "inferred")
    assert words(text, found.outlet) == ["Straits Times", "Straits Times"]


@pytest.mark.parametrize(
    "text, language",
    [
        (BODY, "en"),
        (
            "Die Hafenarbeiter haben am Montag die dritte Woche in Folge die Arbeit niedergelegt, sagte die Gewerkschaft.",
            "de",
        ),
        (
            "Les dockers ont cessé le travail lundi pour la troisième semaine de suite, a indiqué le syndicat du port.",
            "fr",
        ),
        ("港口工人周一连续第三周罢工，工会在一份声明中说，谈判没有结果。", "zh"),
        ("1234 5678", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert find_language(Reading(Report("r", text))) == language
