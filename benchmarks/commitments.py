"""Score the commitments found in folders of cases: ``python benchmarks/commitments.py [FOLDER …] [--errors KIND] [--half even|odd]``.

A case is ``{id, text, published, expect: [{commitment, who, due}], why}``. A find is a hit when kind, head words of the
holder and due value are right; each may be used once. The folders default to ``gold`` and ``fresh`` of
``tests/cases/commitments``. The figures of a whole set are followed by those of its halves: rules are developed on the even
one, the odd one is only scored.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from headwater.model.notes import Commitment
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import read_report

GOLD = Path(__file__).parents[1] / "tests" / "cases" / "commitments" / "gold"
FRESH = GOLD.with_name("fresh")
EMPTY = frozenset(
    ["a", "an", "the", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "’s", "'s", "of"]
)
Case = dict[str, Any]
Half = Literal["even", "odd"]


@dataclass(frozen=True)
class Item:
    """A commitment as it is scored."""

    kind: str
    who: str
    due: str | None


def load_cases(folder: Path) -> Iterator[Case]:
    """The cases of all files in order."""
    for path in sorted(folder.glob("*.yaml")):
        yield from yaml.safe_load(path.read_text("utf-8")) or ()


def halve(cases: list[Case], *, folder: Path) -> dict[Half, list[Case]]:
    """The cases by half: by a checksum of the id in the first set, where cases were added to files; else by position."""
    halves: dict[Half, list[Case]] = {"even": [], "odd": []}
    for position, case in enumerate(cases):
        number = zlib.crc32(str(case["id"]).encode()) if folder == GOLD else position
        halves["odd" if number % 2 else "even"].append(case)
    return halves


def read_expected(case: Case) -> list[Item]:
    """What the case asks for."""
    return [Item(e["commitment"], e.get("who") or "", str(e["due"]) if e.get("due") else None) for e in case["expect"]]


def read_found(reading: Reading, commitment: Commitment) -> Item:
    """What was found, in the words of the text."""
    who = " ".join(reading.report.quote(span) for span in commitment.who)
    return Item(commitment.commitment, who, commitment.due.value if commitment.due else None)


def head_words(words: str) -> set[str]:
    """The words that name a holder: up to a comma or preposition, without articles; "" has none."""
    core = re.split(r",| of | for | in | at | from ", words.casefold().replace("’", "'"))[0]
    return {word for word in re.findall(r"[\w'-]+", core.removesuffix("'s")) if word not in EMPTY} or set(
        re.findall(r"[\w'-]+", words.casefold())
    )


def last_word(words: str) -> str:
    """The head of a holder's words."""
    core = re.split(r",| of | for | in | at | from ", words.casefold().replace("’", "'"))[0]
    found = re.findall(r"[\w'-]+", core.removesuffix("'s"))
    return found[-1] if found else ""


def is_same_holder(one: str, other: str) -> bool:
    """Whether two holders share their head, or neither is stated."""
    if not one or not other:
        return one == other
    return last_word(one) in head_words(other) or last_word(other) in head_words(one)


def faults(found: Item, expected: Item) -> tuple[str, ...]:
    """What is wrong with a find."""
    wrong = [name for name in ("kind", "due") if getattr(found, name) != getattr(expected, name)]
    return (*wrong, *(() if is_same_holder(found.who, expected.who) else ("who",)))


def pair(found: list[Item], expected: list[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Finds with what they stand for, the best pairs first; then what is left on either side."""
    ranked = sorted((len(faults(f, e)), n, m) for n, f in enumerate(found) for m, e in enumerate(expected))
    used_found, used_expected = set[int](), set[int]()
    for wrong, n, m in ranked:
        if wrong < 3 and n not in used_found and m not in used_expected:
            used_found.add(n)
            used_expected.add(m)
            yield found[n], expected[m]
    yield from ((f, None) for n, f in enumerate(found) if n not in used_found)
    yield from ((None, e) for m, e in enumerate(expected) if m not in used_expected)


def judge(found: Item | None, expected: Item | None) -> str:
    """``hit``, or the class of the error."""
    if found is None:
        return f"missed {expected.kind}" if expected else ""
    if expected is None:
        return f"invented {found.kind}"
    wrong = faults(found, expected)
    return f"wrong {'+'.join(wrong)} ({expected.kind})" if wrong else "hit"


@dataclass
class Tally:
    """The verdicts over some cases, and how much was found and asked for."""

    verdicts: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.verdicts.update(other.verdicts)
        self.totals.update(other.totals)


def print_figures(tally: Tally, *, name: str) -> None:
    """Precision, recall and F1 in one line, with what they are counted from."""
    totals, hits = tally.totals, tally.verdicts["hit"]
    precision, recall = hits / max(totals["found"], 1), hits / max(totals["expected"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    counts = f"{totals['cases']} cases, {hits} hits, {totals['found']} found, {totals['expected']} expected"
    alarms = f"{totals['false_alarms']} of {totals['negatives']} hard negatives with a find"
    print(f"{name}: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts}; {alarms})")


def print_errors(tally: Tally) -> None:
    """The number of errors of each class, the most frequent first."""
    for verdict, number in sorted(tally.verdicts.items(), key=lambda item: (-item[1], item[0])):
        if verdict != "hit":
            print(f"  {number:4} {verdict}")


def read_case(case: Case) -> Reading:
    """The reading of a case's text."""
    published = str(case["published"]) if case.get("published") else None
    return read_report(Report(str(case["id"]), case["text"], language="en", published=published))


def score(cases: Iterable[Case], *, errors: str = "") -> Tally:
    """Read every case and print the errors whose class holds ``errors``."""
    tally = Tally()
    for case in cases:
        reading = read_case(case)
        found, expected = [read_found(reading, c) for c in reading.commitments], read_expected(case)
        tally.totals.update(
            cases=1,
            found=len(found),
            expected=len(expected),
            negatives=not expected,
            false_alarms=bool(found) and not expected,
        )
        for one, other in pair(found, expected):
            verdict = judge(one, other)
            tally.verdicts[verdict] += 1
            if errors and verdict != "hit" and errors in verdict:
                print(f"{case['id']}: {verdict}\n    {case['text']}\n    found {one}\n    expected {other}")
    return tally


def score_folder(folder: Path, *, half: Half | None, errors: str) -> None:
    """The figures of a folder, or of one half of it."""
    halves = halve(list(load_cases(folder)), folder=folder)
    tallies = {name: score(cases, errors=errors) for name, cases in halves.items() if half in {None, name}}
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    print_figures(whole, name=folder.name if half is None else f"{folder.name}, {half}")
    print_errors(whole)
    for name, tally in tallies.items() if half is None else ():
        print_figures(tally, name=f"{folder.name}, {name}")


def main() -> None:
    """Read the arguments and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD, FRESH])
    parser.add_argument(
        "--errors", default="", help='show errors of a class: "missed", "invented deadline", "wrong due"; "e" shows all'
    )
    parser.add_argument("--half", choices=("even", "odd"), default=None, help="score one half only")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        score_folder(folder, half=arguments.half, errors=arguments.errors)


if __name__ == "__main__":
    main()
