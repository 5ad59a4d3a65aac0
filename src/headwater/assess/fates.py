"""Which outcome belongs to which commitment, and the status that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from headwater.assess.moves import list_days
from headwater.assess.outcomes import LIMITS, Outcome, deed_nouns, name_deed, same_deed
from headwater.lexicon import load
from headwater.link.pledges import Pledge, list_lemmas, sentence_at
from headwater.model.reading import Reading
from headwater.model.story import NoteRef

KIND_WORDS = {
    "threat": {"threat", "ultimatum"},
    "promise": {"promise", "pledge", "vow", "commitment", "word", "plan"},
    "demand": {"demand", "ultimatum"},
    "deadline": {"deadline", "ultimatum"},
    "scheduled": {"plan", "event"},
}
EVENTFUL = frozenset({"scheduled", "threat"})
"""Kinds whose content may be an event that takes place: "the strike began"."""
DATED = frozenset({"threat", "demand"})
"""Kinds that a deadline is set for: what is said of "the deadline" is said of them."""
PRONOUNS = frozenset({"it", "he", "she", "they", "those", "who", "which", "that", "we", "i", "you"})
"""Subjects that name nobody outside their own report."""
SHIFTS = frozenset({"extended", "moved"})
"""Outcomes after which another day counts."""
ENDS = frozenset({"withdrawn", *SHIFTS})
"""What a report may tell of an event before its day."""
Readings = Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Fate:
    """The status of a commitment and the changes reported, oldest first."""

    status: str
    changes: tuple[Outcome, ...] = ()


def find_changes(
    groups: Sequence[Sequence[Pledge]], outcomes: Iterable[Outcome], *, readings: Readings
) -> list[tuple[Outcome, ...]]:
    """For each group the outcomes that tell of it; an outcome that fits two groups tells of neither."""
    deeds = {pledge.ref: deed_of(pledge, readings[pledge.ref[0]]) for group in groups for pledge in group}
    known, index = tuple(outcomes), index_groups(groups, deeds)
    found: list[list[Outcome]] = [[] for _ in groups]
    moved: list[frozenset[str]] = [frozenset() for _ in groups]
    for shifts in (True, False):  # what a report tells of the new day is understood once the new day is known
        for outcome in (outcome for outcome in known if (outcome.status in SHIFTS) == shifts):
            near = sorted({n for key in list_keys(outcome) for n in index.get(key, ())})
            fitting = [
                n
                for n in near
                if not repeats(outcome, groups[n])
                and any(
                    tells(outcome, p, deed=deeds[p.ref], reading=readings[p.ref[0]], moved=moved[n]) for p in groups[n]
                )
            ]
            fitting = leave_moved(fitting, groups, moved=moved)
            if len(fitting) == 1 or is_shared(outcome, [groups[n] for n in fitting]):
                for n in fitting:
                    found[n].append(outcome)
        moved = [list_new_days(changes, readings=readings) for changes in found]
    return [
        tuple(sorted(dict.fromkeys(changes), key=lambda o: (o.published or "", o.report, o.span))) for changes in found
    ]


def repeats(outcome: Outcome, group: Iterable[Pledge]) -> bool:
    """Whether an outcome is read from words that themselves state the commitment, in whatever report."""
    for pledge in (pledge for pledge in group if pledge.ref[0] == outcome.report):
        names_it = any(part.holds(span) for part in outcome.parts for span in pledge.commitment.what)
        if not names_it and any(span.holds(outcome.span) for span in pledge.commitment.span):
            return True
    return False


def leave_moved(
    fitting: Sequence[int], groups: Sequence[Sequence[Pledge]], *, moved: Sequence[frozenset[str]]
) -> list[int]:
    """The groups without those that were moved to the day of another: what comes later is told of the new day."""
    dues = {pledge.due for n in fitting for pledge in groups[n]}
    return [n for n in fitting if not moved[n] & dues]


def list_new_days(changes: Iterable[Outcome], *, readings: Readings) -> frozenset[str]:
    """The days to which something was moved."""
    shifts = [change for change in changes if change.status in SHIFTS]
    return frozenset(move.last for change in shifts for move in list_days(readings[change.report], change))


def is_shared(outcome: Outcome, groups: Sequence[Sequence[Pledge]]) -> bool:
    """Whether one limit is moved for all of some groups: they are due the same day."""
    dues = {next((pledge.due for pledge in group if pledge.due), None) for group in groups}
    return outcome.status in SHIFTS and len(dues) == 1 and None not in dues


def index_groups(groups: Sequence[Sequence[Pledge]], deeds: Mapping[NoteRef, str]) -> dict[tuple[str, str], set[int]]:
    """Groups by what an outcome of theirs can be found by: the deed, a word for their kind, the report."""
    index: dict[tuple[str, str], set[int]] = {}
    for number, group in enumerate(groups):
        for pledge in group:
            keys = [("report", pledge.ref[0]), ("deed", same_deed(deeds[pledge.ref]))]
            keys += [("thing", word) for word in name_kind(pledge)]
            for key in keys:
                index.setdefault(key, set()).add(number)
    return index


def name_kind(pledge: Pledge) -> set[str]:
    """The words a commitment may be called by; one that is due on a day has a deadline."""
    kind = pledge.commitment.commitment
    events = {"event"} if kind in EVENTFUL else set()
    return KIND_WORDS[kind] | events | (LIMITS if pledge.due and kind in DATED else set())


def list_keys(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Under which keys the groups stand that an outcome may tell of."""
    if outcome.parts:
        yield "report", outcome.report
    if outcome.thing:
        yield "thing", outcome.thing
    elif outcome.verb:
        yield "deed", same_deed(outcome.verb)
    if outcome.head:
        yield "deed", name_happening(outcome.head)


def tells(
    outcome: Outcome, pledge: Pledge, *, deed: str, reading: Reading, moved: frozenset[str] = frozenset()
) -> bool:
    """Whether an outcome is this pledge's; ``deed`` is the verb it commits to, ``reading`` its report, ``moved`` its new days."""
    commitment, report = pledge.commitment, pledge.ref[0]
    if is_new_day(outcome, pledge, reading=reading):
        return False
    if report == outcome.report and any(part.holds(span) for part in outcome.parts for span in commitment.what):
        return outcome.thing in {"", *KIND_WORDS[commitment.commitment]}
    if not is_later(outcome, reading) or is_own_clause(outcome, pledge):
        return False
    if outcome.status in SHIFTS and not is_later(outcome, reading, strictly=True):
        return False
    if outcome.days and pledge.due and not outcome.days & {pledge.due, *moved}:
        return False
    if names_deed(outcome, pledge, deed=deed):
        return True
    if outcome.thing:
        return names_pledge(outcome, pledge, reading=reading, moved=moved)
    return bool(outcome.verb) and tells_deed(outcome, pledge, deed=deed)


def is_later(outcome: Outcome, reading: Reading, *, strictly: bool = False) -> bool:
    """Whether the outcome was not published before the pledge was reported; ``strictly`` on a later day.

    Who reports a date and its shift on one day may well report the new date.
    """
    published = reading.provenance.published.value
    if not published or not outcome.published:
        return not strictly or bool(outcome.days)
    return outcome.published > published[-10:] if strictly else outcome.published >= published[:10]


def is_new_day(outcome: Outcome, pledge: Pledge, *, reading: Reading) -> bool:
    """Whether the pledge's date is the one a limit is moved *to* ("extended the deadline to 16 May")."""
    due = pledge.commitment.due
    if outcome.status not in SHIFTS or due is None or outcome.report != pledge.ref[0]:
        return False
    before = reading.report.text[outcome.span.start : due.span.start].split()
    if pledge.commitment.rule.startswith("moved_to") and outcome.span.holds(due.span):
        return True
    return outcome.span.holds(due.span) and before[-1:] in (["to"], ["until"], ["till"])


def is_own_clause(outcome: Outcome, pledge: Pledge) -> bool:
    """Whether the outcome is read from the very words of the pledge."""
    spans = (*pledge.commitment.span, *pledge.commitment.what)
    return outcome.report == pledge.ref[0] and any(outcome.span.meets(span) for span in spans)


def name_happening(noun: str) -> str:
    """The deed a noun names: "walkout" of those who strike, "launching" and "launch" of those who launch, "demand"."""
    return deed_nouns().get(noun) or same_deed(noun.removesuffix("ing"))


def names_deed(outcome: Outcome, pledge: Pledge, *, deed: str) -> bool:
    """Whether a happening called off or put off is the deed by another name: "walk out", "the walkout planned for Monday".

    It has the day of the deed, or its doer is the holder.
    """
    if outcome.status not in ENDS or not deed:
        return False
    is_doer = bool(outcome.subject) and outcome.subject in pledge.holder_words.split()
    if outcome.thing == deed:  # "would demand an answer", "withdrew her demand"
        return is_doer and outcome.content - {deed} <= pledge.content
    if outcome.thing not in {"event", "threat"} or pledge.commitment.commitment not in EVENTFUL:
        return False
    if outcome.head in KIND_WORDS["threat"]:
        return pledge.commitment.commitment == "threat" and bool(pledge.due) and pledge.due in outcome.days
    return name_happening(outcome.head) == same_deed(deed) and (is_doer or pledge.due in outcome.days)


def names_pledge(outcome: Outcome, pledge: Pledge, *, reading: Reading, moved: frozenset[str]) -> bool:
    """Whether "the deadline", "its threat" or the happening named is this pledge's."""
    kind = pledge.commitment.commitment
    if outcome.thing == "event" and outcome.status not in ENDS:
        due = min(moved, default=pledge.due)
        is_due = bool(due) and (outcome.published or "") >= (due or "")
        return is_due and kind in EVENTFUL and bool(outcome.content) and outcome.content <= pledge.content
    if outcome.thing == "event":
        return kind == "scheduled" and bool(outcome.content & pledge.content) and outcome.content <= pledge.content
    rest = outcome.content - {outcome.thing}
    if outcome.thing in LIMITS and outcome.status in SHIFTS and kind in DATED and pledge.due:
        known = {*pledge.content, *list_lemmas(reading, pledge.commitment, pledge.commitment.condition)}
        return bool(rest) and len(rest & known) >= 0.5 * len(rest)
    if outcome.thing not in KIND_WORDS[kind]:
        return False
    return not rest or len(rest & pledge.content) >= 0.5 * len(rest)


def tells_deed(outcome: Outcome, pledge: Pledge, *, deed: str) -> bool:
    """Whether the clause says that the holder did, or did not do, what was committed to: same verb, same thing."""
    if not deed or same_deed(outcome.verb) != same_deed(deed) or pledge.commitment.commitment in {"demand", "deadline"}:
        return False
    verbs = {*deed.split(), *outcome.verb.split()}
    rest, told = pledge.content - verbs, outcome.content - verbs
    if not rest or not told or len(rest & told) < max(1, 0.5 * min(len(rest), len(told))):
        return False
    if outcome.agentless:
        return True
    holder = pledge.holder_words.split()
    if outcome.subject in PRONOUNS:
        return outcome.report == pledge.ref[0] and holder[-1:] != [outcome.subject]
    return bool(outcome.subject) and outcome.subject in holder


def deed_of(pledge: Pledge, reading: Reading) -> str:
    """The lemma of the verb that is committed to; "" where it is a thing."""
    for part in pledge.commitment.what:
        sentence = sentence_at(reading, part.start)
        inside = sentence.words_in(part) if sentence else []
        heads = [n for n in inside if sentence and sentence.heads[n] not in inside and sentence.upos[n] == "VERB"]
        if heads and sentence:
            return name_deed(sentence, heads[0])
    return ""


def decide_fate(due: str | None, changes: tuple[Outcome, ...], *, as_of: str | None, moved: str | None = None) -> Fate:
    """The last change reported; without one, or once the day it was ``moved`` to has gone by, what the calendar says."""
    if not changes:
        return Fate(date_status(due, as_of))
    latest = max(change.published or "" for change in changes)
    last = {change.status for change in changes if (change.published or "") == latest}
    if last & SHIFTS and last - SHIFTS == {"reported not done"}:  # it passed, and was given more time
        last = last & SHIFTS
    status = next(iter(last)) if len(last) == 1 else "disputed"
    if status in SHIFTS and date_status(moved, as_of) == "passed, no report":
        status = "passed, no report"
    return Fate(status, changes)


def date_status(due: str | None, as_of: str | None) -> str:
    """``open``, ``due soon``, or ``passed, no report``."""
    try:
        if not due or not as_of:
            return "open"
        last, today = date.fromisoformat(due), date.fromisoformat(as_of[:10])
        if last < today:
            return "passed, no report"
        soon = last - today <= timedelta(days=load("commitments_outcomes")["soon"]["days"])
    except ValueError:
        return "open"
    return "due soon" if soon else "open"
