"""Score the commitments found in a folder of cases: ``python benchmarks/commitments.py [FOLDER] [--errors KIND] [--half even|odd]``.

A case is ``{id, text, published, expect: [{commitment, who, due}], why}``. A find is a hit when kind, head words of the
holder and due value are right; each may be used once. The folder defaults to ``tests/cases/commitments/gold``.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from headwater.model.notes import Commitment
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import read_report

GOLD = Path(__file__).parents[1] / "tests" / "cases" / "commitments" / "gold"
EMPTY = frozenset(
    ["a", "an", "the", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "’s", "'s", "of"]
)
Case = dict[str, Any]


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


def half_of(case: Case) -> str:
    """The half a case belongs to: rules are developed on the even one, the odd one is only scored."""
    return "odd" if zlib.crc32(str(case["id"]).encode()) % 2 else "even"


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


def print_figures(verdicts: Counter[str], *, found: int, expected: int) -> None:
    """Precision, recall and F1, then the errors by class."""
    hits = verdicts["hit"]
    precision, recall = hits / max(found, 1), hits / max(expected, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
        f"commitments: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({hits} hits, {found} found, {expected} expected)"
    )
    for verdict, number in sorted(verdicts.items(), key=lambda item: (-item[1], item[0])):
        if verdict != "hit":
            print(f"  {number:4} {verdict}")


def score(cases: Iterable[Case], *, errors: str = "") -> None:
    """Read every case, print the errors whose class holds ``errors``, then the figures."""
    verdicts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for case in cases:
        reading = read_report(
            Report(
                str(case["id"]),
                case["text"],
                language="en",
                published=str(case["published"]) if case.get("published") else None,
            )
        )
        found, expected = [read_found(reading, c) for c in reading.commitments], read_expected(case)
        totals.update(
            cases=1,
            found=len(found),
            expected=len(expected),
            negatives=not expected,
            false_alarms=bool(found) and not expected,
        )
        for one, other in pair(found, expected):
            verdict = judge(one, other)
            verdicts[verdict] += 1
            if errors and verdict != "hit" and errors in verdict:
                print(f"{case['id']}: {verdict}\n    {case['text']}\n    found {one}\n    expected {other}")
    print(
        f"{totals['cases']} cases; {totals['negatives']} hard negatives, {totals['false_alarms']} of them with a find"
    )
    print_figures(verdicts, found=totals["found"], expected=totals["expected"])


def main() -> None:
    """Read the arguments and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument(
        "--errors", default="", help='show errors of a class: "missed", "invented deadline", "wrong due"; "e" shows all'
    )
    parser.add_argument(
        "--half", choices=("even", "odd"), default=None, help="one half, by a checksum of the case's id"
    )
    parser.add_argument("--limit", type=int, default=None)
    arguments = parser.parse_args()
    cases = [case for case in load_cases(arguments.folder) if arguments.half in {None, half_of(case)}]
    score(cases[: arguments.limit], errors=arguments.errors)


if __name__ == "__main__":
    main()
