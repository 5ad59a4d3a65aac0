"""Measure actors.

python benchmarks/actors.py codes ngec_actors.dev.jsonl.gz [--errors]
    Country and sector of a mention by its words alone. UNO and EUR of the set count as IGO. The set also holds bare names of people
    and towns whose codes its authors look up in Wikipedia, for a date: words alone cannot tell them, so they are counted apart
    ("described" is without them).

python benchmarks/actors.py parties plover_gsr.dev.jsonl.gz
    Country and sector of the parties that gold codes, each sentence read as a report of its own.

python benchmarks/actors.py merges gum-open-dev.conllu.gz [--genres news,interview] [--errors]
    Links between mentions of one actor against the coreference of GUM, by the kind of the later mention: precision, and recall over
    the gold links between two mentions that both were found.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from headwater.annotate.actor_codes import code_of
from headwater.annotate.actors import find_actors, find_candidates
from headwater.annotate.mentions import find_mentions
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.show.parties import find_party

MISSPELT = {"JAP": "JPN", "ITL": "ITA"}
MERGED = {"UNO": "IGO", "EUR": "IGO", "HLH": "MED"}


def rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def is_bare_name(row: dict[str, Any]) -> bool:
    """A name without a word that tells who it is: the set itself resolves it by Wikipedia or by date."""
    code = code_of(row["text"])
    capitals = all(word[0].isupper() for word in row["text"].split())
    return code.country is None and code.sector is None and capitals and bool(row["actor"].get("wiki") or row["date"])


def right(row: dict[str, Any], key: str) -> bool | None:
    """Whether the code is right; None where the set gives none."""
    wanted = row["actor"].get("country" if key == "country" else "code_1")
    if wanted is None or (key == "sector" and wanted == ""):
        return None
    also = row["actor"].get("code_2") if key == "sector" else None
    return (getattr(code_of(row["text"]), key) or "") in {MERGED.get(wanted, wanted), also}


def share(data: list[dict[str, Any]], key: str) -> str:
    answers = [answer for row in data if (answer := right(row, key)) is not None]
    return f"{sum(answers) / len(answers):.3f} ({sum(answers)}/{len(answers)})"


def measure_codes(path: Path, *, errors: bool) -> None:
    data = rows(path)
    described = [row for row in data if not is_bare_name(row)]
    print(f"mentions {len(data)}, of them described {len(described)}")
    for key in ("country", "sector"):
        given = sum(right(row, key) is False and bool(getattr(code_of(row["text"]), key)) for row in data)
        print(f"{key:8s} all {share(data, key)}  described {share(described, key)}  given and wrong {given}")
    for row in data if errors else ():
        missed = [key for key in ("country", "sector") if right(row, key) is False]
        if missed:
            print(missed, row["text"], row["actor"], code_of(row["text"]), "bare" if is_bare_name(row) else "")


def measure_parties(path: Path, *, errors: bool) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows(path):
        reading = read(Document(row["id"], row["text"]))
        for gold in (party for event in row["events"] for party in (*event["source"], *event["target"])):
            if "start" not in gold:
                continue
            code = find_party(reading, Span(gold["start"], gold["end"])).code
            for key, wanted, got in (
                ("country", gold.get("code"), code.country),
                ("sector", gold.get("sector"), code.sector),
            ):
                wanted = (wanted or "")[:3]  # a sector may have a second part, for religion or descent
                if wanted.isalpha():
                    verdict = "right" if got == MISSPELT.get(wanted, wanted) else "wrong" if got else "missing"
                    counted[key, verdict] += 1
                    if errors and verdict == "wrong":
                        print(key, gold["text"], wanted, got)
    for key in ("country", "sector"):
        total = sum(n for (name, _), n in counted.items() if name == key)
        shares = ", ".join(
            f"{verdict} {counted[key, verdict] / total:.3f}" for verdict in ("right", "missing", "wrong")
        )
        print(f"{key:8s} {total} parties: {shares}")


@dataclass
class Document:
    """A GUM document as plain text with the heads of its entities' mentions."""

    name: str
    text: str = ""
    heads: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """Start of the head word -> (words of the mention, entity)."""


def documents(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        parts = file.read().split("# newdoc id = ")[1:]
    for part in parts:
        document = Document(part.split("\n", 1)[0])
        for block in part.split("\n\n"):
            add_sentence(document, [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)])
        yield document


def add_sentence(document: Document, words: list[list[str]]) -> None:
    """Append a sentence's words to the text and its mentions to the heads."""
    starts = []
    for word in words:
        starts.append(len(document.text))
        document.text += word[1] + ("" if "SpaceAfter=No" in word[9] else " ")
    document.text += "\n" if words else ""
    opened: list[tuple[str, int]] = []
    for n, word in enumerate(words):
        entity = re.search(r"Entity=([^|]+)", word[9])
        for start, end in re.findall(r"\(([^()]+)|([^()]*)\)", entity.group(1)) if entity else ():
            if start:
                opened.append((start.split("-")[0], n))
            single = start and re.search(re.escape(f"({start})"), entity.group(1) if entity else "")
            if not start or single:
                name = start.split("-")[0] if single else end
                at = max((i for i, (key, _) in enumerate(opened) if key == name), default=None)
                if at is not None:
                    first = opened.pop(at)[1]
                    document.heads[starts[head_word(words, first, n)]].append((n - first + 1, name))


def head_word(words: list[list[str]], first: int, last: int) -> int:
    inside = range(first + 1, last + 2)
    return next((n for n in range(first, last + 1) if int(words[n][6]) not in inside), last)


def read(document: Document) -> Reading:
    whole = (Block(Span(0, len(document.text)), "body", "benchmark@1"),)
    reading = Reading(Report(document.name, document.text), language="en", blocks=whole)
    reading = replace(reading, sentences=find_sentences(reading))
    reading = replace(reading, actors=find_actors(reading))
    return replace(reading, mentions=find_mentions(reading))


def entities(document: Document, reading: Reading) -> dict[Span, str]:
    """Our mentions -> the gold entity with a mention of the same head word, the one nearest in length."""
    heads = {c.span: reading.sentences[c.sentence].spans[c.head].start for c in find_candidates(reading.sentences)}
    found = {}
    for mention in reading.mentions:
        golds = document.heads.get(heads.get(mention.span, mention.span.start), ())
        words = len(reading.report.quote(mention.span).split())
        if golds:
            found[mention.span] = min(golds, key=lambda gold: (abs(gold[0] - words), gold))[1]
    return found


def measure_merges(path: Path, *, genres: set[str], errors: bool) -> None:
    said: Counter[str] = Counter()
    held: Counter[str] = Counter()
    gold_links = found_links = 0
    for document in documents(path):
        if genres and document.name.split("_")[1] not in genres:
            continue
        reading = read(document)
        gold = entities(document, reading)
        owner = {m.span: m.actor for m in reading.mentions}
        kinds = {m.span: m.rule.split("@")[0] for m in reading.mentions}
        last: dict[str, Span] = {}
        for span in sorted(gold):
            before = last.get(gold[span])
            gold_links += before is not None
            found_links += before is not None and owner[before] == owner[span] is not None
            last[gold[span]] = span
        for actor in reading.actors:
            known = [span for span in actor.mentions if span in gold]
            for one, other in itertools.pairwise(known):
                same = reading.report.quote(one).lower() == reading.report.quote(other).lower()
                kind = f"{kinds[other]}, {'same' if same else 'other'} words"
                said[kind] += 1
                held[kind] += gold[one] == gold[other]
                if errors and gold[one] != gold[other]:
                    print(
                        document.name,
                        kinds[other],
                        repr(reading.report.quote(one)),
                        repr(reading.report.quote(other)),
                        actor.name,
                    )
    for kind, count in sorted(said.items()):
        print(f"{kind:25s} precision {held[kind] / count:.3f} ({held[kind]}/{count})")
    print(f"recall of gold links between found mentions {found_links / gold_links:.3f} ({found_links}/{gold_links})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("codes", "parties", "merges"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--genres", default="", help="only these genres of GUM, separated by commas")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    start = time.perf_counter()
    if options.what == "codes":
        measure_codes(options.path, errors=options.errors)
    elif options.what == "parties":
        measure_parties(options.path, errors=options.errors)
    else:
        measure_merges(options.path, genres=set(filter(None, options.genres.split(","))), errors=options.errors)
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
