from __future__ import annotations

from typing import Any

import pytest

from headwater.model.finding import Finding, FindingKind
from headwater.model.span import Cite, Span
from headwater.show.facts import tell_facts

DAY = {"value": "2031-05-14", "earliest": "2031-05-14", "latest": "2031-05-14", "words": "Wednesday"}
SPAN_OF_DAYS = {"value": "2031-W20", "earliest": "2031-05-12", "latest": "2031-05-18", "words": None}


@pytest.mark.parametrize(
    ("kind", "details", "facts"),
    [
        ("said", {"mode": "direct"}, ()),
        ("said", {"mode": "indirect", "relays": ["VNA", "Northern Wire"]}, ("paraphrased", "via VNA, Northern Wire")),
        ("said", {"mode": "direct", "attitude": True}, ("thought or wish, not speech",)),
        ("said", {"when": DAY, "venue": "in Lower Tarn"}, ("in Lower Tarn", "2031-05-14 (“Wednesday”)")),
        ("said", {"variants": [{"text": "shut", "possible": True}]}, ("possibly the same: “shut”",)),
        ("happened", {"stance": "happened", "type": "AID"}, ("aid",)),
        ("happened", {"stance": "threatened", "holder": "the ministry"}, ("threatened", "according to the ministry")),
        ("due", {"commitment": "threat"}, ("threat", "no date stated")),
        (
            "due",
            {"due": SPAN_OF_DAYS, "status": "passed, no report"},
            ("due 2031-05-12 to 2031-05-18", "passed, no report"),
        ),
        ("due", {"due": {"value": "XXXX-WXX-3", "words": "Wednesday"}}, ("due “Wednesday”, day not established",)),
        ("happened", {"when": {"value": "2031-05"}}, ("2031-05",)),
        ("differs", {"about": "number"}, ("number",)),
        ("unattributed", {"reason": "hearsay"}, ("speaker not stated: the text names no source",)),
        ("unattributed", {"reason": "new_code"}, ("speaker not stated: new code",)),
        ("said", {"variants": [{"text": 'was "shut"'}]}, ('also: was "shut"',)),
        (
            "said",
            {"variants": [{"text": n} for n in "abcdef"]},
            (*(f"also: “{n}”" for n in "abcd"), "and 2 more wordings"),
        ),
        (
            "said",
            {"speaker_from": "r2", "circular": ["A", "B"]},
            ("speaker named in another report", "credit one another: A, B"),
        ),
        (
            "due",
            {
                "due": DAY,
                "status": "extended",
                "changes": [{"status": "extended", "text": "by a week"}],
                "beside": [{"due": SPAN_OF_DAYS}],
            },
            (
                "due 2031-05-14 (“Wednesday”)",
                "extended: “by a week”",
                "elsewhere due 2031-05-12 to 2031-05-18",
            ),
        ),
        (
            "due",
            {
                "due": DAY,
                "status": "moved",
                "extended_to": DAY | {"latest": "2031-05-21", "earliest": "2031-05-21", "words": "next week"},
                "changes": [{"status": "moved", "text": "to next week"}, {"status": "called off", "text": "it is off"}],
            },
            (
                "due 2031-05-14 (“Wednesday”)",
                "moved to 2031-05-21 (“next week”): “to next week”",
                "called off: “it is off”",
            ),
        ),
        ("happened", {"stance": "threatened", "type": "THREATEN"}, ("threatened",)),
        ("happened", {"stance": "threatened", "type": "ASSAULT"}, ("threatened", "assault")),
        ("unattributed", {}, ("speaker not stated",)),
        ("reported", {"content": "x"}, ()),
    ],
)
def test_only_what_is_known_is_told(kind: FindingKind, details: dict[str, Any], facts: tuple[str, ...]) -> None:
    assert tell_facts(Finding(kind, "line", (Cite("r1", Span(0, 1)),), details=details)) == facts


def test_a_quotation_with_a_bare_pronoun_is_not_called_speakerless() -> None:
    details = {"reason": "ambiguous_pronoun", "pronoun": "she"}
    finding = Finding("unattributed", "“It is shut”", (Cite("r1", Span(0, 3)),), details=details)
    assert tell_facts(finding) == ("speaker named only as “she”: the text does not settle who is meant",)
