"""Statements against PolNeAR: python benchmarks/quotes.py [GOLD.jsonl[.gz]] [--limit N] [--errors [--examples N]] [--relays].

Prints precision, recall and F1 by mode, speakers, and the precision of what ``--high-confidence`` shows. --errors adds the
classes of what went wrong with their counts (--examples: and some of each); --relays prints the share of relay cases in
tests/cases that come out right: of all, of those at even places (by whose errors the rules were last
mended) and of those at odd places (left alone); without GOLD it prints those only.
GOLD: one article a line with ``id``, ``text`` and ``statements`` (``quote``, ``speaker``: lists of [start, end)). Contents are compared as
sets of letters and digits; two match where they share 80 % (Jaccard), one to one. Modes of both sides are those of the gold: by the
share of letters between double marks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from headwater.annotate.statements import is_certain
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import read_report
from quotes_errors import Characters, Said, alike, class_found, class_missed, class_speaker

CASES = Path(__file__).parent.parent / "tests" / "cases" / "statements"

MATCH = 0.8
QUOTED = re.compile(r"[“\"][^”\"\n]*(?:[”\"]|$)", re.MULTILINE)
"""Between double marks, as the gold's modes count them."""
DIRECT, INDIRECT = 0.98, 0.005
Errors = dict[str, list[str]]
"""Class of an error -> the texts it happened in."""


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def letters(text: str, spans: Any) -> Characters:
    """The places of letters and digits in some spans."""
    return frozenset(n for start, end in spans for n in range(start, end) if text[n].isalnum())


def find_mode(content: Characters, quoted: Characters) -> str:
    """direct, mixed or indirect by the share of letters between double marks."""
    share = len(content & quoted) / max(1, len(content))
    return "direct" if share >= DIRECT else "indirect" if share <= INDIRECT else "mixed"


def pair(found: list[Characters], gold: list[Characters]) -> list[tuple[int, int]]:
    """The best one-to-one matches."""
    scores = sorted(
        (-score, f, g)
        for f, one in enumerate(found)
        for g, two in enumerate(gold)
        if (score := alike(one, two)) >= MATCH
    )
    used_f: set[int] = set()
    used_g: set[int] = set()
    pairs = []
    for _, f, g in scores:
        if f not in used_f and g not in used_g:
            used_f.add(f)
            used_g.add(g)
            pairs.append((f, g))
    return pairs


def right(found: Characters, gold: Characters) -> bool:
    """Whether a speaker is right: the same, one within the other, or half shared."""
    if not found or not gold:
        return not found and not gold
    return found <= gold or gold <= found or alike(found, gold) >= 0.5


def found_in(text: str, statement: Statement, quoted: Characters) -> Said:
    """A statement that was found."""
    content, speaker, cue = (letters(text, spans) for spans in (statement.content, statement.speaker, statement.cue))
    return Said(content, speaker, cue, find_mode(content, quoted))


def gold_in(text: str, row: dict[str, Any]) -> Said:
    """A statement of the gold."""
    content, speaker, cue = (letters(text, row[name]) for name in ("quote", "speaker", "cue"))
    return Said(content, speaker, cue, row["kind"], cue_text=" ".join(text[start:end] for start, end in row["cue"]))


def score(article: dict[str, Any], counts: Counter[str], errors: Errors) -> None:
    """Add one article's counts and errors."""
    text = article["text"]
    statements = [s for s in read_report(Report(article["id"], text)).statements if letters(text, s.content)]
    quoted = letters(text, [match.span() for match in QUOTED.finditer(text)])
    found = [found_in(text, statement, quoted) for statement in statements]
    gold = [said for row in article["statements"] if (said := gold_in(text, row)).content]
    counts.update({"found": len(found), "gold": len(gold)})
    counts.update(f"found {said.mode}" for said in found)
    counts.update(f"gold {said.mode}" for said in gold)
    counts["certain"] += sum(map(is_certain, statements))
    pairs = pair([said.content for said in found], [said.content for said in gold])
    for f, g in pairs:
        good = right(found[f].speaker, gold[g].speaker)
        counts.update(["matched", f"matched found {found[f].mode}", f"matched gold {gold[g].mode}"])
        counts.update(["speaker right"] * good)
        if is_certain(statements[f]):
            counts.update(["certain matched", *["certain right"] * good])
        if not good:
            errors[f"speaker: {class_speaker(found[f], gold[g])}"].append(quote(text, found[f].content))
    for f in set(range(len(found))) - {f for f, _ in pairs}:
        errors[f"found: {class_found(found[f], gold)}"].append(quote(text, found[f].content))
    for g in set(range(len(gold))) - {g for _, g in pairs}:
        errors[f"missed: {class_missed(gold[g], found)}"].append(quote(text, gold[g].content))


def quote(text: str, characters: Characters) -> str:
    """The text from the first to the last of some characters."""
    return " ".join(text[min(characters) : max(characters) + 1].split())


def line(name: str, *, hits: int, found: int, again: int, gold: int) -> str:
    """One row: precision, recall, F1 in per cent."""
    precision, recall = hits / max(1, found), again / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{name:<10} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  found {found:5d}  gold {gold:5d}"


def print_figures(c: Counter[str]) -> None:
    """The table of figures."""
    print(line("all", hits=c["matched"], found=c["found"], again=c["matched"], gold=c["gold"]))
    for mode in ("direct", "indirect", "mixed"):
        hits, again = c[f"matched found {mode}"], c[f"matched gold {mode}"]
        print(line(mode, hits=hits, found=c[f"found {mode}"], again=again, gold=c[f"gold {mode}"]))
    print(line("joint", hits=c["speaker right"], found=c["found"], again=c["speaker right"], gold=c["gold"]))
    print(f"speakers   {100 * c['speaker right'] / max(1, c['matched']):.1f} % right of {c['matched']} matched")
    certain = max(1, c["certain"])
    print(
        f"certain    {100 * c['certain matched'] / certain:.1f} % match, {100 * c['certain right'] / certain:.1f} % with the right "
        f"speaker, of {c['certain']} shown by --high-confidence"
    )


def print_errors(errors: Errors, examples: int) -> None:
    """The classes of errors, each with its count, most frequent first."""
    for name, texts in sorted(errors.items(), key=lambda item: (item[0].split(":")[0], -len(item[1]), item[0])):
        print(f"{len(texts):5d}  {name}")
        for text in sorted(texts)[:: max(1, len(texts) // examples)][:examples] if examples else ():
            print(f"         {text[:160]}")


def chains(reading: Reading, said: str) -> list[tuple[str, list[str]]]:
    """Speaker and relays of each statement whose content holds some words."""
    words = [(" | ".join(map(reading.report.quote, s.content)), s) for s in reading.statements]
    return [
        (" | ".join(map(reading.report.quote, s.speaker)), [r.name for r in s.relays])
        for text, s in words
        if said in text
    ]


def print_relays() -> None:
    """How many relay cases of each file come out right, and how many of its cases at even and odd places."""
    for path in sorted(CASES.glob("relays*.yaml")):
        cases = [case for group in yaml.safe_load(path.read_text("utf8")) for case in group["cases"]]
        hits = [
            chains(read_report(Report("case", case["text"])), case["said"]) == [(case["speaker"], case["relays"])]
            for case in cases
        ]
        print(f"{path.name:<28} {share(hits)}; even places {share(hits[::2])}; odd places {share(hits[1::2])}")


def share(hits: list[bool]) -> str:
    """So many of so many."""
    return f"{sum(hits)} of {len(hits)} right, {100 * sum(hits) / max(1, len(hits)):.1f} %"


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--examples", type=int, default=0)
    parser.add_argument("--relays", action="store_true")
    arguments = parser.parse_args()
    if arguments.relays or arguments.gold is None:
        print_relays()
    if arguments.gold is None:
        return
    counts: Counter[str] = Counter()
    errors: Errors = defaultdict(list)
    start = time.perf_counter()
    for number, article in enumerate(load(arguments.gold)):
        if number == arguments.limit:
            break
        score(article, counts, errors)
        counts["articles"] += 1
    print_figures(counts)
    if arguments.errors:
        print_errors(errors, arguments.examples)
    print(f"speed      {counts['articles'] / (time.perf_counter() - start):.1f} articles/s, one process, whole reading")


if __name__ == "__main__":
    main()
