"""One utterance in other words: invented reports, read by every step."""

from __future__ import annotations

import pytest

from headwater.model.report import Report
from headwater.model.story import Link
from headwater.pipeline import make_dossier, read_report

OTHER = "The river has fallen by a metre since Monday. Nine barges are waiting at the lower gate, and a tenth has been sent back."


def tie(one: str, other: str) -> Link | None:
    """The link between the statements of two reports of a story of three."""
    readings = tuple(read_report(Report(f"r{n}", text)) for n, text in enumerate((one, other, OTHER)))
    links = make_dossier("s", readings, as_of=None).story.utterances
    return next((link for link in links if {"r0", "r1"} <= {report for report, _ in link.members}), None)


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "“We would rather close one bridge than explain nine drownings to a widow,” said Mayor Ilse Varga.",
            "Mayor Ilse Varga has said that she would rather close a bridge than have to explain nine drownings.",
        ),
        (
            "“Nobody here is counting hulls on the first of June,” said a spokesman for the yard, Odo Lanz.",
            "A spokesman told an agency that nobody at the yard was counting hulls on the first of June.",
        ),
    ],
)
def test_what_is_rare_in_a_story_ties_direct_and_indirect_speech(one: str, other: str) -> None:
    link = tie(one, other)
    assert link is not None
    assert not link.possible
    assert "shared words" in link.reason


def test_what_one_denies_is_only_possibly_the_same() -> None:
    link = tie(
        "“The ferry carried forty sacks of lime under the deck,” said Mayor Ilse Varga.",
        "Mayor Ilse Varga said that the ferry had not carried forty sacks of lime under the deck.",
    )
    assert link is not None
    assert link.possible
    assert link.reason.endswith("changed: negation")


@pytest.mark.parametrize(
    "other",
    [
        "Harbour master Odo Lanz said that he would rather close a bridge than have to explain nine drownings.",
        "Mayor Ilse Varga said that she would rather close a bridge than have to explain twelve drownings.",
        "Mayor Ilse Varga said that the bridge would be painted before the winter.",
    ],
)
def test_another_speaker_number_or_matter_is_another_utterance(other: str) -> None:
    link = tie(
        "“We would rather close one bridge than explain nine drownings to a widow,” said Mayor Ilse Varga.", other
    )
    assert link is None or link.possible
