from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.show.chain import draw_chain, order_boxes, place_boxes
from headwater.show.report_list import list_reports
from headwater.show.ties import MOST_COPIES, MOST_REPORTS, gather_copies, gather_reports


def words(dossier: Dossier) -> list[str]:
    chain = draw_chain(dossier, list_reports(dossier))
    return [edge.words for edge in chain.edges] if chain else []


def test_the_way_runs_from_speaker_to_origin_to_report_to_copy(dossier: Dossier) -> None:
    assert words(dossier) == [
        "Ada Brenn → VNA",
        "VNA → 1 Harbour Post",
        "1 Harbour Post → 2 Dam talks near their end",
    ]


def test_what_no_words_state_is_inferred(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    origin = replace(said.origins[0], inferred=True, cites=())
    story = replace(dossier.story, findings=(replace(said, origins=(origin,)),), copies=())
    assert words(replace(dossier, story=story)) == [
        "Ada Brenn → VNA (inferred)",
        "VNA → 1 Harbour Post (inferred)",
        "VNA → 2 Dam talks near their end (inferred)",
    ]


def test_boxes_do_not_overlap(dossier: Dossier) -> None:
    chain = draw_chain(dossier, list_reports(dossier))
    assert chain is not None
    assert len({(node.x, node.y) for node in chain.nodes}) == len(chain.nodes)
    assert all(node.x + chain.box <= chain.width and node.y + chain.tall <= chain.height for node in chain.nodes)


def test_without_statements_there_is_no_picture(dossier: Dossier) -> None:
    story = replace(dossier.story, findings=dossier.story.findings[:1], copies=())
    assert words(replace(dossier, story=story)) == []


def test_a_credit_of_the_whole_report_ties_no_speaker_to_it(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    first = dossier.story.readings[0].report.id
    story = replace(dossier.story, findings=(said,), copies=(), report_origins={first: said.origins})
    assert words(replace(dossier, story=story))[:2] == ["Ada Brenn → VNA (inferred)", "VNA → 1 Harbour Post"]


def test_names_are_cut_to_two_rows_and_kept_whole_beside(dossier: Dossier) -> None:
    chain = draw_chain(dossier, list_reports(dossier))
    assert chain is not None
    assert all(1 <= len(node.rows) <= 2 for node in chain.nodes)
    long = replace(chain.nodes[0], name="The Association of the Pilots of the Northern Entrance of the Strait")
    assert long.rows == ("The Association of", "the Pilots of the…")


def test_of_many_reports_and_copies_the_rest_stand_in_one_box() -> None:
    ties: dict[tuple[tuple[int, str], tuple[int, str]], bool] = {((0, "Brenn"), (1, "VNA")): False}
    ties |= {((1, "VNA"), (2, f"{n} Post")): n > 20 for n in range(1, 41)}
    ties |= {((2, "1 Post"), (3, f"{n} Echo")): False for n in range(41, 61)}
    drawn = gather_copies(gather_reports(ties))
    ends = [end[1] for _, end in drawn]
    assert len(ends) == 1 + MOST_REPORTS + MOST_COPIES
    assert "29 more reports from VNA" in ends
    assert "17 more copies of 1" in ends
    nodes = place_boxes(drawn)
    assert len({(node.x, node.y) for node in nodes.values()}) == len(nodes)


def test_the_picture_is_told_in_words_origin_by_origin(dossier: Dossier) -> None:
    chain = draw_chain(dossier, list_reports(dossier))
    assert chain is not None
    (way,) = chain.ways
    assert (way.origin.name, [edge.start.name for edge in way.speakers]) == ("VNA", ["Ada Brenn"])
    ((report, copies),) = way.reports
    assert (report.end.name, [copy.name for copy in copies]) == ("1 Harbour Post", ["2 Dam talks near their end"])


def test_boxes_stand_in_the_order_of_what_they_are_tied_to() -> None:
    beside = [(1, "a"), (1, "b")]
    ties = [((0, "x"), (1, "b")), ((0, "y"), (1, "a"))]
    assert order_boxes([(0, "x"), (0, "y")], beside, ties) == [(0, "y"), (0, "x")]
