"""Stance on factuality gold: python benchmarks/stance.py GOLD.jsonl.gz [--limit N].

Gold gives each trigger a factuality in [-3, 3]; above 1 counts as happened, below -1 as not, the rest as open. Our ten stances
are mapped to the same three. Prints per-class and macro F1.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
from pathlib import Path
from typing import Any

from headwater.annotate.stance import read_stance
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

CLASSES = {"happened": "yes", "ongoing": "yes", "negated": "no", "denied": "no", "refused": "no"}
CUT = 1.0
"""Factuality beyond which gold counts as decided."""


def gold_class(factuality: float) -> str:
    """yes, no or open."""
    return "yes" if factuality > CUT else "no" if factuality < -CUT else "open"


def read_classes(record: dict[str, Any]) -> dict[int, tuple[str, str]]:
    """First character of each word of a sentence -> (class, stance)."""
    text = record["text"]
    reading = Reading(Report(record["id"], text), language="en", blocks=(Block(Span(0, len(text)), "body", "bench@1"),))
    found = {}
    for sentence in find_sentences(reading):
        for word, span in enumerate(sentence.spans):
            stance = read_stance(sentence, word).stance
            found[span.start] = (CLASSES.get(stance, "open"), stance)
    return found


def main() -> None:
    """Score a gold file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--errors", type=int, default=0)
    asked = arguments.parse_args()
    pairs: collections.Counter[tuple[str, str]] = collections.Counter()
    with gzip.open(asked.gold, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file][: asked.limit]
    for record in records:
        classes = read_classes(record)
        for event in record["events"]:
            trigger = event["trigger"][0]
            got, stance = classes.get(trigger["start"], ("none", "none"))
            want = gold_class(event["factuality"])
            pairs[want, got] += 1
            if want != got and asked.errors:
                asked.errors -= 1
                print(f"{want} {event['factuality']:.1f} -> {stance}: {trigger['text']} | {record['text']}")
    report(pairs)


def report(pairs: collections.Counter[tuple[str, str]]) -> None:
    """Print F1 by class."""
    scores = []
    for label in ("yes", "no", "open"):
        right = pairs[label, label]
        gold = sum(n for (want, _), n in pairs.items() if want == label)
        said = sum(n for (_, got), n in pairs.items() if got == label)
        scores.append(2 * right / (gold + said) if gold + said else 0.0)
        print(f"{label:5} gold {gold:6} said {said:6} F1 {scores[-1]:.3f}")
    total = sum(pairs.values())
    accuracy = sum(n for (a, b), n in pairs.items() if a == b) / total
    print(f"macro-F1 {sum(scores) / len(scores):.3f}  accuracy {accuracy:.3f}")
    both = sum(n for (a, b), n in pairs.items() if (a == "yes") == (b == "yes")) / total
    print(
        f"happened or not, open counted as not (the question UDS asked): accuracy {both:.3f}, F1 of happened {scores[0]:.3f}"
    )


if __name__ == "__main__":
    main()
