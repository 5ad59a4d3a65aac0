import pytest

from headwater.show.kinds import tell_kind


@pytest.mark.parametrize(
    "kind, details, told",
    [
        ("said", {"speaker": "Holm"}, "said"),
        ("happened", {"stance": "happened"}, "happened"),
        ("happened", {"stance": "denied"}, "event, denied"),  # "happened: X cancelled the meeting" would be a lie
        ("happened", {}, "happened"),
        ("due", {"commitment": "promise", "status": "open"}, "promise, open"),
        ("due", {}, "due"),
        ("differs", {}, "reports differ"),
        ("unattributed", {}, "speaker not stated"),
    ],
)
def test_a_kind_in_words(kind: str, details: dict[str, str], told: str) -> None:
    assert tell_kind(kind, details) == told
