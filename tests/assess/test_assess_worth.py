"""Which lines a story gets, read end to end from invented reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_story import build_reading

from headwater.assess.findings import find_findings
from headwater.assess.worth import is_thin
from headwater.language import find_sentences
from headwater.model.finding import Finding
from headwater.model.report import Report
from headwater.pipeline import make_dossier, read_report


def tell(*texts: str) -> list[Finding]:
    readings = tuple(read_report(Report(f"r{n}", text)) for n, text in enumerate(texts))
    return list(find_findings(make_dossier("s1", readings, as_of=None).story))


def contents(findings: list[Finding], kind: str = "said") -> list[str]:
    return [finding.details["content"] for finding in findings if finding.kind == kind]


COPIED = (
    "The port authority's chief has warned that “the lock will be shut” to coal barges unless the river guild pays "
    "its debts by Sunday."
)


def test_a_copied_sentence_is_one_line_in_every_section() -> None:
    found = tell(
        f"{COPIED}\n\nTrade on the river has been slow since spring.",
        f"Barges fear for winter trade.\n\n{COPIED}\n\nThe guild has not answered yet.",
    )
    for kind in ("said", "due"):
        holding = [f for f in found if f.kind == kind and "lock will be shut" in f.line]
        assert len(holding) == 1, [f.line for f in found]
        assert set(holding[0].reports) == {"r0", "r1"}


def test_a_copy_that_lost_its_speaker_shares_the_one_of_the_other() -> None:
    found = tell(
        "Guild master Orla Tenn said the tolls had driven away more than two hundred barges since the spring.",
        "The quarrel goes on. They say the tolls had driven away more than two hundred barges since the spring.",
    )
    said = [f for f in found if "two hundred barges" in f.line and f.kind in ("said", "unattributed")]
    assert len(said) == 1, [f.line for f in found]
    assert "Tenn" in said[0].details["speaker"]


@pytest.mark.parametrize(
    "text, absent",
    [
        ("The mayor issued a call for calm. Shops stayed shut all day in the old town.", "calm"),
        ("Mayor Ada Lorn spoke twice. Asked whether the mill would close, she said it was too early to tell.", "whether"),
    ],
)  # fmt: skip
def test_thin_contents_get_no_line(text: str, absent: str) -> None:
    assert not [c for c in contents(tell(text)) if c.startswith(absent)]


def test_a_paraphrase_with_a_bare_pronoun_is_said_and_not_called_speakerless() -> None:
    found = tell("Ada Lorn met Ida Brask in Tarn. She said the mill had been sold to a rival.")
    (line,) = [f for f in found if "sold to a rival" in f.line and f.kind in ("said", "unattributed")]
    assert line.kind == "said"
    assert line.details["speaker"] or line.details["pronoun"] == "She"


def test_a_clause_without_a_verb_is_no_content() -> None:
    text = "Mayor Ada Lorn said on Radio Tarn's “Noon Hour”."
    made = build_reading({"id": "a", "text": text, "statements": [{"content": "on Radio Tarn's “Noon Hour”"}]})
    reading = replace(made, sentences=find_sentences(made))
    (statement,) = reading.statements
    assert is_thin(reading, replace(statement, rule="clause@1"))
    assert not is_thin(reading, replace(statement, rule="quote-after@1"))
