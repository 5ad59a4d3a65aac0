"""Runs ``brief`` over the invented story folders and holds the dossiers against their answers (folders/README.md).

usage: folders.py [--split development|check] [--only FOLDER…] [--errors]

A finding of the answers is held against the line of a fitting kind whose cites share most characters with its words. Of
differences only those are judged that the answers decide: theirs, the traps, and any between two stories.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from folders_gold import Folder, Record, as_list, list_folders
from headwater.errors import InputError
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.pipeline import begin_readings, read_on, read_story
from headwater.read import read_paths
from headwater.settings import Settings

KINDS = {"said": ("said", "unattributed"), "happened": ("happened", "said", "reported"), "due": ("due",)}
"""Kinds of lines that may tell a finding of the answers, the fittest first."""
ABOUT = {"meaning": "wording"}
"""What our differences are about in the words of the answers, where those are others."""
OUTCOMES = {"reported done": "met", "reported not done": "not met", "extended": "extended",
            "passed, no report": "passed without report", "open": "open", "due soon": "open"}  # fmt: skip
Places = set[tuple[str, Span]]


@dataclass(slots=True)
class Tally:
    """What was counted, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, *names: str, error: str = "") -> None:
        self.counts.update(names)
        if error:
            self.errors.append(error)

    def share(self, name: str, of: str) -> str:
        part, whole = self.counts[name], self.counts[of]
        return f"{100 * part / whole if whole else 100:.1f} % ({part} of {whole})"


def read_folder(path: Path) -> list[Reading]:
    """Every report of a folder, read."""
    found = list(read_paths([path], settings=Settings().reading))
    reports = [report for report in found if not isinstance(report, InputError) and report.id != "gold.yaml"]
    return [read_on(reading) for reading in begin_readings(reports)]


def judge(folder: Folder, dossiers: Sequence[Dossier], tally: Tally) -> None:
    """Everything the answers of one folder decide."""
    findings = [finding for dossier in dossiers for finding in dossier.story.findings]
    judge_stories(folder, dossiers, tally)
    judge_copies(folder, dossiers, tally)
    for gold in folder.gold["findings"]:
        judge_finding(folder, gold, findings, tally)
    for orphan in folder.gold.get("orphans") or ():
        judge_orphan(folder, orphan, findings, tally)
    judge_differences(folder, [f for f in findings if f.kind == "differs"], tally)


def judge_stories(folder: Folder, dossiers: Iterable[Dossier], tally: Tally) -> None:
    """A story is right if it holds the reports it should, those that tell both stories left aside."""
    either = set(folder.gold.get("either_story") or ())
    standing = {r.report.id for dossier in dossiers for r in dossier.story.readings} - either
    found = {frozenset(r.report.id for r in dossier.story.readings) & standing for dossier in dossiers}
    for members in folder.gold["stories"]:
        wanted = frozenset(members) & standing
        is_right = wanted in found
        tally.add("stories", *["stories right"] * is_right, error="" if is_right else f"story {sorted(wanted)}")


def judge_copies(folder: Folder, dossiers: Iterable[Dossier], tally: Tally) -> None:
    """Pairs of reports that are copies or versions of one text."""
    found = {frozenset((c.report, c.of)) for d in dossiers for c in d.story.copies}
    found |= {frozenset((v.report, v.earlier.report.id)) for d in dossiers for v in d.story.versions}
    wanted = {frozenset((name, facts[key])) for name, facts in folder.gold["reports"].items()
              for key in ("copy_of", "version_of") if facts.get(key)}  # fmt: skip
    families = {frozenset(pair) for name in folder.readings for pair in combinations(sorted(folder.relatives(name)), 2)}
    tally.counts.update({"copies": len(wanted), "copies found": len(wanted & found), "copies named": len(found),
                         "copies named right": len(found & families)})  # fmt: skip
    tally.errors += [f"copy missed {sorted(pair)}" for pair in wanted - found]
    tally.errors += [f"no copy {sorted(pair)}" for pair in found - families]


def judge_finding(folder: Folder, gold: Record, findings: Iterable[Finding], tally: Tally) -> None:
    """The number of its independent origins; what is due also by its day and outcome."""
    tally.add("findings")
    what = f"{gold['kind']} {as_list(gold['words'])[0]!r}"
    finding = find_line(folder.find_finding(gold), findings, kinds=KINDS[gold["kind"]])
    if finding is None:
        tally.add("missed", error=f"missed {what}")
        return
    known = len({origin.key for origin in finding.origins if origin.kind != "unknown"})
    unknown = len({origin.key for origin in finding.origins if origin.kind == "unknown"})
    names = "; ".join(f"{o.name} ({o.kind}{'?' * o.inferred})" for o in finding.origins)
    wrong = f"{what}: {known}+{unknown} for {gold['origins']}+{gold['not_stated']}: {names} [{finding.line[:80]}]"
    tally.add("found", *["exact"] * (known == gold["origins"]), *["overstated"] * (known > gold["origins"]))
    if known != gold["origins"]:
        tally.add(error=("OVERSTATED " if known > gold["origins"] else "understated ") + wrong)
    elif unknown == gold["not_stated"]:
        tally.add("exact in full")
    else:
        tally.add(error=f"not stated {wrong}")
    judge_reports(folder, gold, finding, tally)
    if gold["kind"] == "due":
        judge_outcome(gold, finding, tally)


def judge_reports(folder: Folder, gold: Record, finding: Finding, tally: Tally) -> None:
    """Whether a line names the reports that carry it, and no others: what is tied too boldly shows here first."""
    wanted, named = set(gold["reports"]) & set(folder.readings), set(finding.reports)
    what = f"reports {as_list(gold['words'])[0]!r}"
    named -= {gold.get("outcome_report")} - wanted  # it is cited for what became of what was due
    tally.add(*["all reports"] * (wanted <= named), *["only reports"] * (named <= wanted))
    if wanted - named:
        tally.add(error=f"{what}: without {sorted(wanted - named)}")
    if named - wanted:
        tally.add(error=f"{what}: TOO MANY {sorted(named - wanted)}")


def judge_outcome(gold: Record, finding: Finding, tally: Tally) -> None:
    """The last day of what is due, and what became of it."""
    day, outcome = (finding.details.get("due") or {}).get("latest"), OUTCOMES.get(finding.details["status"])
    is_dated = str(gold["due"])[:2] == "20"
    tally.add("due", *["due days"] * is_dated, *["due days right"] * (is_dated and day == gold["due"]),
              *["outcomes right"] * (outcome in as_list(gold["outcome"])))  # fmt: skip
    if outcome not in as_list(gold["outcome"]) or (is_dated and day != gold["due"]):
        tally.add(error=f"due {finding.line[:60]!r}: {day} {outcome}, not {gold['due']} {gold['outcome']}")


def judge_orphan(folder: Folder, orphan: Record, findings: Iterable[Finding], tally: Tally) -> None:
    """A quotation without a speaker: resolved, left open, or given to somebody else."""
    tally.add("orphans")
    places = {(orphan["report"], span) for span in folder.find(orphan["report"], orphan["words"])}
    finding = find_line(places, findings, kinds=KINDS["said"])
    name = (finding.details.get("speaker") or "") if finding else ""
    first, *rest = name.split() or [""]
    # A capital that only opens a sentence ("Neighbours of hers") makes no name.
    if not any(word[0].isupper() for word in rest or [first] if word):
        tally.add("orphans abstained")
    elif orphan["speaker"] and name.split()[-1] == orphan["speaker"].split()[-1]:
        tally.add("orphans resolved")
    else:
        tally.add(error=f"WRONG SPEAKER {orphan['words']!r}: {name}")


def find_line(places: Places, findings: Iterable[Finding], *, kinds: Sequence[str]) -> Finding | None:
    """The line of the first kind that has any, whose cites share most with some places."""
    overlaps = [(measure_overlap(places, finding), finding) for finding in findings if finding.kind in kinds]
    shared = [(kinds.index(f.kind) if kinds[0] == "happened" else 0, -size, n) for n, (size, f) in enumerate(overlaps)]
    best = min((entry for entry in shared if entry[1] < 0), default=None)
    return overlaps[best[2]][1] if best else None


def measure_overlap(places: Places, finding: Finding) -> int:
    """Characters that a line's cites share with some places."""
    cited = ((c.span, span) for c in finding.cites for report, span in places if report == c.report)
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one, other in cited)


def judge_differences(folder: Folder, found: Sequence[Finding], tally: Tally) -> None:
    """Differences of the answers that are told, and told ones that the answers call none."""
    right, told = set(), set()
    for gold in folder.gold.get("differences") or ():
        sides = [side for side in gold["sides"] if side["words"]]
        if gold["kind"] == "omission" or (gold.get("correction") and not are_standing(folder, sides)):
            continue
        hits = [n for n, f in enumerate(found) if about(f) == gold["kind"] and tells_apart(folder, f, sides)]
        tally.add("differences", *["differences told"] * bool(hits),
                  error="" if hits else f"difference missed: {gold['kind']}, {gold['about']}")  # fmt: skip
        right.update(hits)
    for trap in folder.gold.get("not_differences") or ():
        told.update(n for n, f in enumerate(found) if tells_apart(folder, f, trap["sides"]))
    told.update(n for n, finding in enumerate(found) if spans_stories(folder, finding))
    tally.counts.update({"differences right": len(right - told), "differences wrong": len(told)})
    tally.errors += [f"FALSE DIFFERENCE {found[n].details['about']}: {found[n].line}" for n in sorted(told)]
    tally.errors += [f"difference not judged, {f.details['about']}: {f.line}"
                     for n, f in enumerate(found) if n not in right | told]  # fmt: skip


def about(finding: Finding) -> str:
    return ABOUT.get(finding.details["about"], finding.details["about"])


def are_standing(folder: Folder, sides: Sequence[Record]) -> bool:
    """Whether no later version took the place of a side's report; what was corrected is told with the versions."""
    return all(side["report"] in folder.readings for side in sides)


def tells_apart(folder: Folder, finding: Finding, sides: Sequence[Record]) -> bool:
    """Whether two sides of the answers, or copies of them, are cited on two sides of a difference."""
    ours = [{tuple(cite.values()) for cite in side["cites"]} for side in finding.details["sides"]]
    touched = [{n for n, cites in enumerate(ours) if touches(folder, side, cites)} for side in sides]
    return any(a and b and (a | b) - (a & b) for a, b in combinations(touched, 2))


def touches(folder: Folder, side: Record, cites: Collection[tuple[Any, ...]]) -> bool:
    """Whether any cite overlaps the words of a side in its report or a relative of it."""
    names = [name for name in folder.relatives(side["report"]) if name in folder.readings]
    places = [(name, span) for name in names for span in folder.find(name, side["words"])]
    return any(name == cite[0] and span.meets(Span(cite[1], cite[2])) for name, span in places for cite in cites)


def spans_stories(folder: Folder, finding: Finding) -> bool:
    """Whether a difference is told between reports of two stories."""
    either = set(folder.gold.get("either_story") or ())
    number = {name: n for n, members in enumerate(folder.gold["stories"]) for name in members if name not in either}
    return len({number[report] for report in finding.reports if report in number}) > 1


def write_figures(tally: Tally) -> Iterator[str]:
    """One line a figure."""
    counts = tally.counts
    told = counts["differences right"] + counts["differences wrong"]
    precision = counts["differences right"] / told if told else 1.0
    yield f"stories right {tally.share('stories right', 'stories')}"
    yield f"copies and versions: recall {tally.share('copies found', 'copies')}, " + (
        f"precision {tally.share('copies named right', 'copies named')}"
    )
    yield f"findings told {tally.share('found', 'findings')}"
    yield f"origins of those exactly right {tally.share('exact', 'found')}, overstated {tally.share('overstated', 'found')}"
    yield f"… with those not stated {tally.share('exact in full', 'found')}; all reports named {tally.share('all reports', 'found')}"
    yield f"… no report named too many {tally.share('only reports', 'found')}"
    yield f"due: days right {tally.share('due days right', 'due days')}, outcomes right {tally.share('outcomes right', 'due')}"
    wrong = counts["orphans"] - counts["orphans resolved"] - counts["orphans abstained"]
    yield f"orphans: resolved {counts['orphans resolved']}, abstained {counts['orphans abstained']}, wrong {wrong}"
    yield f"differences: precision {precision:.2f} of {told}, recall {tally.share('differences told', 'differences')}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="development", choices=("development", "check"))
    parser.add_argument("--errors", action="store_true", help="list what went wrong; of the split development only")
    parser.add_argument("--only", nargs="+", metavar="FOLDER", help="these folders of the split and no others")
    options = parser.parse_args()
    tally = Tally()
    for path, gold in list_folders(options.split):
        if options.only and path.name not in options.only:
            continue
        dossiers = read_story(read_folder(path))
        readings = {r.report.id: r for dossier in dossiers for r in dossier.story.readings}
        tally.errors.append(f"== {path.name}")
        judge(Folder(path.name, gold, readings), dossiers, tally)
    print("\n".join(write_figures(tally)))
    if options.errors and options.split == "development":
        print("\n".join(tally.errors))


if __name__ == "__main__":
    main()
