from __future__ import annotations

from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.show.chain import draw_chain
from headwater.show.report_list import list_reports


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
    assert long.rows == ("The Association of the", "Pilots of the Northern…")
