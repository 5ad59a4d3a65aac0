"""An invented story, built by hand: two reports of one deadline, a relay, an orphaned quotation, furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.model.block import Block, Role
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding, FindingKind
from headwater.model.notes import Commitment, Due, Event, Mention, Relay, Statement, Time
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Cite, Span
from headwater.model.story import Copy, Person, Story

FIRST = """Varland sets a deadline over the dam

Northern Wire

President Ada Brenn said "the sluices stay shut until the pact is signed", the state agency VNA reported on Monday.
Talks are to resume by 14 May in Lower Tarn, the river ministry said. At least 12 villages were flooded.
Share this with a friend"""

SECOND = """Dam talks near their end

Ada Brenn insists that "the sluices stay shut", according to VNA.
Officials counted 15 flooded villages.
"Nobody told us when the water would come."
You have read {{count}} of 3 free articles"""


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def blocks_of(text: str, *, furniture: str, kind: str) -> tuple[Block, ...]:
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        role: Role = "title" if number == 0 else "furniture" if line.startswith(furniture) else "body"
        if line:
            cut = kind if role == "furniture" else None
            found.append(Block(Span(start, start + len(line)), role, "made_by_hand@1", cut))
        start += len(line) + 1
    return tuple(found)


def read_first() -> Reading:
    return Reading(
        Report("r1", FIRST, path="in/first.txt"),
        language="en",
        blocks=blocks_of(FIRST, furniture="Share", kind="share"),
        provenance=Provenance(
            title=Known("Varland sets a deadline over the dam", "stated", (Span(0, 36),), "title@1"),
            outlet=Known("Harbour Post", "stated"),
            credits=(Known("Northern Wire", "stated", (find(FIRST, "Northern Wire"),), "credit_line@1"),),
            published=Known("2031-05-05", "inferred", (find(FIRST, "Monday"),), "weekday@1"),
        ),
        mentions=(Mention(find(FIRST, "Ada Brenn"), "PERSON", "names@1", "a1"),),
        times=(
            Time(
                find(FIRST, "14 May"),
                "DATE",
                "2031-05-14",
                "day_month@1",
                earliest="2031-05-14",
                latest="2031-05-14",
                anchor="published",
                why="day after the report's date",
            ),
        ),
        statements=(
            Statement(
                (find(FIRST, '"the sluices stay shut until the pact is signed"'),),
                "direct",
                "quote-after@1",
                speaker=(find(FIRST, "President Ada Brenn"),),
                cue=(find(FIRST, "said"),),
                actor="a1",
                relays=(Relay(find(FIRST, "the state agency VNA"), "VNA"),),
            ),
        ),
        events=(Event((find(FIRST, "flooded"),), "ASSAULT", "happened", "verb@1"),),
        commitments=(
            Commitment(
                "deadline",
                (find(FIRST, "Talks are to resume by 14 May in Lower Tarn"),),
                "are_to@1",
                due=Due("2031-05-14", None, "2031-05-14", find(FIRST, "14 May")),
            ),
        ),
    )


def read_second() -> Reading:
    return Reading(
        Report("r2", SECOND, path="in/second.txt"),
        language="en",
        blocks=blocks_of(SECOND, furniture="You have", kind="paywall"),
        provenance=Provenance(title=Known("Dam talks near their end", "stated", (Span(0, 24),), "title@1")),
        statements=(
            Statement(
                (find(SECOND, '"Nobody told us when the water would come."'),), "direct", "q@1", unknown="no_cue"
            ),
        ),
    )


def finding(
    kind: FindingKind, line: str, *cites: tuple[str, str], origins: tuple[Origin, ...] = (), **details: object
) -> Finding:
    texts = {"r1": FIRST, "r2": SECOND}
    spans = tuple(Cite(report, find(texts[report], words)) for report, words in cites)
    return Finding(kind, line, spans, origins, f"{kind}-{abs(spans[0].span[0])}", dict(details))


def list_findings() -> tuple[Finding, ...]:
    agency = Origin("state agency", "VNA", (Cite("r1", find(FIRST, "the state agency VNA")),))
    wire = Origin("wire", "Northern Wire", (Cite("r1", find(FIRST, "Northern Wire")),), inferred=True)
    unknown = Origin("unknown", "r2")
    due = {
        "value": "2031-05-14",
        "earliest": None,
        "latest": "2031-05-14",
        "words": "by 14 May",
        "why": "day and month",
    }
    return (
        finding("reported", "12 villages flooded", ("r1", "At least 12 villages were flooded"), origins=(wire,)),
        finding(
            "said",
            "Ada Brenn: “the sluices stay shut until the pact is signed”",
            ("r1", "the sluices stay shut until the pact is signed"),
            ("r2", "the sluices stay shut"),
            origins=(agency,),
            speaker="Ada Brenn",
            role="President",
            mode="direct",
            content="the sluices stay shut until the pact is signed",
            relays=["VNA"],
            variants=[{"report": "r2", "text": "the sluices stay shut"}],
        ),
        finding(
            "due",
            "Talks are to resume in Lower Tarn",
            ("r1", "Talks are to resume by 14 May in Lower Tarn"),
            origins=(wire,),
            commitment="scheduled",
            due=due,
            status="open",
        ),
        finding(
            "differs",
            "Flooded villages: at least 12 or 15",
            ("r1", "At least 12 villages"),
            ("r2", "15 flooded villages"),
            origins=(wire, unknown),
            about="number",
        ),
        finding(
            "unattributed",
            "“Nobody told us when the water would come.”",
            ("r2", '"Nobody told us when the water would come."'),
            origins=(unknown,),
            mode="direct",
            reason="no_cue",
        ),
    )


@pytest.fixture
def reading() -> Reading:
    return read_first()


@pytest.fixture
def story() -> Story:
    wire = Origin("wire", "Northern Wire", (Cite("r1", find(FIRST, "Northern Wire")),))
    return Story(
        "s1",
        (read_first(), read_second()),
        copies=(Copy("r2", "r1", 0.6),),
        people=(Person("p1", "Ada Brenn", "PERSON", (("r1", "a1"), ("r2", "a1"))),),
        report_origins={"r1": (wire,), "r2": (Origin("unknown", "r2"),)},
        findings=list_findings(),
    )


@pytest.fixture
def dossier(story: Story) -> Dossier:
    return Dossier(story, "2031-05-05", "Dam deadline", failures=(("in/broken.txt", "binary", "not text"),))


@pytest.fixture
def hostile(dossier: Dossier) -> Dossier:
    """The same dossier with a report that tries to be code everywhere a report can."""
    attack = "<script>alert(1)</script>\x1b[31m{{7*7}}\u202e|`*[x](javascript:1)"
    report = replace(dossier.story.readings[0].report, text=FIRST + attack, path=attack)
    source = Provenance(title=Known(attack, "stated"), outlet=Known(attack, "stated"))
    reading = replace(dossier.story.readings[0], report=report, provenance=source)
    cited = Finding(
        "said", attack, (Cite("r1", Span(len(FIRST), len(FIRST) + len(attack))),), (), "x", {"speaker": attack}
    )
    story = replace(dossier.story, readings=(reading, dossier.story.readings[1]), findings=(cited,))
    return Dossier(story, None, attack, failures=((attack, attack, attack),))
