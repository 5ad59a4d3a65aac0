from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.link.copies import find_copies, group_copies
from headwater.link.fingerprints import WINDOW, fingerprint, hash_shingles
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span
from headwater.model.story import Story

FULL = (
    "The upper gates of the Tarn dam were opened on Sunday night to spare the town of Lower Tarn from a second flood, "
    "the river authority said, after rain that had not stopped for six days filled the lake to its rim. "
    "Her crew of nine had slept in shifts since the start of the week and two of them had to be flown out by helicopter. "
    "Farmers along the canal said they had seen no water for nine days and feared for the early barley."
)
OTHER = (
    "A ferry with forty passengers ran aground off Port Ansel before dawn and was freed by the tide some hours later, "
    "the harbour master told reporters, adding that nobody had been hurt and that the hull would be looked at by divers."
)
SPEECH = (
    "“We have waited for nine years for a bridge that was promised to our fathers, and we will not wait for a tenth, "
    "because the river does not wait and neither do the mills that stand on it and feed the whole valley.”"
)


def story_of(**texts: str) -> Story:
    return Story("s", tuple(Reading(Report(name, text)) for name, text in texts.items()))


def test_a_cut_copy_is_a_copy_of_the_fuller_text() -> None:
    cut = "Dam crew flown out\n" + FULL[: FULL.index("Farmers")]
    (copy,) = find_copies(story_of(a=cut, b=FULL))
    assert (copy.report, copy.of) == ("a", "b")
    assert copy.containment > 0.9


def test_passages_are_the_same_words_on_both_sides() -> None:
    led = "The lake is full.\n" + FULL
    (copy,) = find_copies(story_of(a=led, b=FULL))
    for here, there in copy.passages:
        assert FULL[here.start : here.end] == led[there.start : there.end]
    assert copy.passages[0][0] == Span(0, len(FULL) - 1)


def test_texts_that_share_nothing_are_no_copies() -> None:
    assert find_copies(story_of(a=FULL, b=OTHER)) == ()


def test_a_shared_quotation_is_no_copy() -> None:
    one = f"The mayor spoke at the weir. {SPEECH}"
    other = f"At noon the crowd heard this from her: {SPEECH}"
    assert find_copies(story_of(a=one, b=other)) == ()


def test_furniture_is_not_compared() -> None:
    sites = {name: f"{text}\n{OTHER}" for name, text in (("a", FULL), ("b", "Nothing new was said about it today."))}
    readings = tuple(
        Reading(Report(name, text), blocks=(Block(Span(0, text.index("\n")), "body", "made_by_hand@1"),))
        for name, text in sites.items()
    )
    assert find_copies(Story("s", readings)) == ()


def test_copies_of_copies_are_one_family() -> None:
    half, quarter = FULL[: len(FULL) * 3 // 4], FULL[: len(FULL) // 2]
    story = story_of(a=quarter, b=half, c=FULL)
    assert set(group_copies(Story("s", story.readings, copies=find_copies(story))).values()) == {"c"}


def test_many_equal_reports_are_one_family() -> None:
    story = story_of(**{f"r{n:03}": FULL for n in range(200)})
    copies = find_copies(story)
    assert len(copies) == 199
    assert len(set(group_copies(Story("s", story.readings, copies=copies)).values())) == 1


def test_empty_reports_are_no_copies() -> None:
    assert find_copies(story_of(a="", b="", c="Three words only.")) == ()


@given(st.lists(st.sampled_from("abcdefgh"), min_size=8 + WINDOW - 1, max_size=60), st.lists(st.sampled_from("xyz")))
def test_a_long_enough_common_run_leaves_a_common_fingerprint(run: list[str], before: list[str]) -> None:
    one, other = fingerprint(run), fingerprint([*before, *run])
    assert set(one.kept.tolist()) & set(other.kept.tolist())


def test_hashes_are_the_same_in_every_process() -> None:
    assert hash_shingles(["a"] * 8).tolist() == [14209712307005422999]


def test_a_reprint_is_a_copy_of_the_dispatch_though_it_is_fuller() -> None:
    dispatch, reprint = "TARN (VNQA) - " + FULL, "What a night it was, said everybody who was there.\n" + FULL
    roles = ((0, 4, "dateline"), (6, 10, "credit"), (14, len(dispatch), "body"))
    blocks = tuple(Block(Span(start, end), role, "t@1") for start, end, role in roles)  # type: ignore[arg-type]
    credits = (Known("VNQA", "stated", (Span(6, 10),), "dateline@1"),)
    wire = Reading(Report("wire", dispatch), blocks=blocks, provenance=Provenance(credits=credits))
    (copy,) = find_copies(Story("s", (wire, Reading(Report("page", reprint)))))
    assert (copy.report, copy.of) == ("page", "wire")
    for here, there in copy.passages:
        assert reprint[here.start : here.end] == dispatch[there.start : there.end]


def test_half_of_the_running_words_is_enough_though_cuts_cost_shingles() -> None:
    first, _, third, *_ = FULL.split(". ")
    own = (
        "The lock keepers of the lower canal have been asking for a second boat since the autumn and have not been heard.",
        "Nobody was surprised by it at all in the upper town, where the siren has been out of order for as long as the mayor.",
    )
    page = f"{own[0]} {first}. {own[1]} {third}."
    (copy,) = find_copies(story_of(a=page, b=f"{FULL} {OTHER}"))
    assert (copy.report, copy.of) == ("a", "b")
    assert 0.5 <= copy.containment < 0.6
