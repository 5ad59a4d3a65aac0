"""How the telling of one story grows with its reports: ``python benchmarks/one_story.py [--reports 2000] [--same]``.

Invented reports of three to five sentences, no two alike, or ``--same``: all with one text. Prints the seconds from notes to
findings for an eighth of the reports, a quarter, half and all of them, and with ``--steps`` those of every step.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace

from headwater.assess.findings import find_findings, find_latest
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.story import Story
from headwater.pipeline import read_report, story_steps

PEOPLE = ("Petra Holm", "Jonas Varga", "Ilse Marten", "Tomas Reiher", "Ana Velho", "Karel Dunn")
OFFICES = ("Harbour minister", "Union leader", "Mayor", "Ferry director", "Police chief", "Council speaker")
PLACES = ("Tarn", "Vell", "Osterby", "Lindau Sound", "Port Ansel", "Marrow Point")
OUTLETS = ("Tarn Gazette", "Harbour Times", "Vell Courier", "Meridian Wire", "Coast Chronicle")
OPENINGS = (
    "{office} {name} said on Monday that the ferry link to {place} would stay shut until {number} pilots return to work.",
    "The strike of harbour pilots in {place} entered its day {number}, and {name} warned of empty shops.",
    "Some {number} people marched in {place} on Monday against the closing of the ferry link.",
    "Talks over the pilots' pay broke down in {place} after {number} hours, {name} told reporters.",
)
MIDDLES = (
    '"We will not sign away {number} jobs for a promise," {name} told the {outlet}.',
    '{name} said: "The offer of {number} crowns is the last one, and it stands until Friday."',
    "{office} {name} threatened to send {number} police officers to the quay if the gates are not opened by Wednesday.",
    "{name} denied that {number} ships had been turned away from {place}.",
    "The {outlet} reported that {number} passengers were waiting in {place}, quoting {name}.",
)
ENDINGS = (
    "A meeting of both sides is set for Thursday in {place}.",
    "Both sides are expected to meet again within {number} days.",
    "{name} promised to publish the figures by the end of the week.",
    "The port of {place} handles {number} ships a week.",
)


def write_text(dice: random.Random) -> str:
    """One report."""

    def fill(sentence: str) -> str:
        return sentence.format(
            name=dice.choice(PEOPLE),
            office=dice.choice(OFFICES),
            place=dice.choice(PLACES),
            outlet=dice.choice(OUTLETS),
            number=dice.randint(3, 900),
        )

    body = [dice.choice(OPENINGS), *dice.sample(MIDDLES, k=dice.randint(1, 3)), dice.choice(ENDINGS)]
    return "\n\n".join([f"Ferry link: {dice.choice(PLACES)} waits", *map(fill, body)])


def read_all(total: int, *, same: bool) -> Iterator[Reading]:
    """The readings of the reports, dated over a month."""
    dice = random.Random(1)
    first = read_report(Report("r0", write_text(dice), published="2031-05-05"))
    for number in range(total):
        report = Report(f"r{number}", first.report.text, published=f"2031-05-{1 + number % 28:02d}")
        if same:
            yield replace(first, report=replace(report, published="2031-05-05"))
        else:
            yield read_report(replace(report, text=write_text(dice)))


def tell(readings: tuple[Reading, ...]) -> dict[str, float]:
    """Seconds of processor time of each step, and of the findings."""
    story, spent = Story("s", readings), dict[str, float]()
    for step in story_steps():
        began = time.process_time()
        story = replace(story, **{step.makes: step.run(story)})
        spent[step.name] = time.process_time() - began
    began = time.process_time()
    found = find_findings(story, as_of=find_latest(story))
    spent["findings"] = time.process_time() - began
    print(f"{len(readings):6} reports  {sum(spent.values()):7.1f} s  {len(found):6} findings")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--same", action="store_true", help="all reports have one text")
    parser.add_argument("--steps", action="store_true", help="tell every step, too")
    given = parser.parse_args()
    readings = tuple(read_all(given.reports, same=given.same))
    for part in (8, 4, 2, 1):
        spent = tell(readings[: len(readings) // part])
        if given.steps:
            print(*(f"  {name:18} {seconds:7.2f} s" for name, seconds in spent.items()), sep="\n")


if __name__ == "__main__":
    main()
