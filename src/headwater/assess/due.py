"""What is due, and what became of it: findings of kind ``due``, one a group of linked commitments, sorted by date.

"Passed, no report" only says that the day went by and none of the reports at hand tells what happened (docs/due.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from headwater.assess.due_groups import Group, add_retellings, find_beside, group_pledges, is_plain
from headwater.assess.fates import Fate, decide_fate, find_changes
from headwater.assess.independence import Background, lay_out, weigh_sources
from headwater.assess.kept import add_kept, find_kept
from headwater.assess.moves import find_new_date, tell_day
from headwater.assess.outcomes import Outcome, gather_outcomes
from headwater.assess.passages import find_passages
from headwater.assess.shifts import is_successor, settle_shifts
from headwater.assess.sources import collect_places
from headwater.assess.wording import cite_all, join_content, join_words, make_id, plain, shorten
from headwater.link.pledges import Pledge, find_pledges
from headwater.model.finding import Finding
from headwater.model.notes import Commitment, Statement
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span, cover
from headwater.model.story import NoteRef, Story

QUOTED = "“"
BESIDE = 8
"""Characters behind a statement's content within which a day still belongs to it: "…, by Friday, the agency said"."""
OVER = "told as over"
"""Ends the reason of a time that firmly lies behind."""
NO_DATE = "9999-99-99"
"""Sorts what has no date behind what has one."""


def find_due(story: Story, as_of: str | None) -> tuple[Finding, ...]:
    """The commitments of a story with their status as of a day (YYYY-MM-DD), by date, undated ones last."""
    background = lay_out(story)
    found_pledges = (settle_day(background.readings[pledge.ref[0]], pledge) for pledge in find_pledges(story))
    pledges = sorted(found_pledges, key=lambda pledge: when_reported(background, pledge))
    plain_groups = group_pledges(pledges, story.commitments)
    passages = tuple(find_passages(story, [group.everyone for group in plain_groups]))
    groups = add_retellings(plain_groups, passages, readings=background.readings)
    outcomes = gather_outcomes(story.readings)
    told = find_changes([group.pledges for group in groups], outcomes, readings=background.readings)
    kept = find_kept(passages, [group.pledges for group in groups], readings=background.readings)
    told = [add_kept(changes, kept.get(number, ())) for number, changes in enumerate(told)]
    fates = settle_shifts(background, groups, changes=told)
    found = [
        make_finding(
            background,
            group,
            fate=tell_fate(background, group, groups=groups, changes=changes, as_of=as_of),
            is_continued=any(is_successor(background, changes, group=group, later=other) for other in groups),
            beside=beside,
        )
        for group, changes, beside in zip(groups, fates, find_beside(groups), strict=True)
    ]
    return tuple(finding for _, finding in sorted(zip(groups, found, strict=True), key=lambda pair: rank(*pair)))


def tell_fate(
    background: Background, group: Group, *, groups: Iterable[Group], changes: tuple[Outcome, ...], as_of: str | None
) -> Fate:
    """The status of a group as of a day; the day it was moved to counts unless it is over, or another group stands there."""
    moved = find_new_date(background, changes, due=group.due)
    told = max((change.published or "" for change in changes), default="")
    is_ahead = moved is not None and moved.last >= told and moved.last not in {other.due for other in groups}
    last = moved.last if moved and is_ahead else None
    return decide_fate(group.due, changes, as_of=as_of, moved=last)


def settle_day(reading: Reading, pledge: Pledge) -> Pledge:
    """The pledge with the day that has gone by, where its report tells of the day as over ("did not keep its promise …")."""
    due = pledge.commitment.due
    time = next((t for t in reading.times if due and t.span == due.span and t.latest and t.why.endswith(OVER)), None)
    if due is None or time is None:
        return pledge
    day = replace(due, value=str(time.latest), earliest=time.earliest, latest=time.latest)
    return replace(pledge, commitment=replace(pledge.commitment, due=day))


def when_reported(background: Background, pledge: Pledge) -> tuple[str, NoteRef]:
    """Orders pledges by the day of their report, whatever order the reports came in."""
    return background.readings[pledge.ref[0]].provenance.published.value or NO_DATE, pledge.ref


def rank(group: Group, finding: Finding) -> tuple[str, bool, int, str]:
    """By date, then what was vowed or demanded before what was merely said, then by number of reports."""
    return group.due or NO_DATE, is_plain(group), -len(finding.reports), finding.id


def make_finding(
    background: Background, group: Group, *, fate: Fate, beside: list[Group], is_continued: bool
) -> Finding:
    """One line of what is due, with everything it rests on."""
    best = group.best
    reading = background.readings[best.ref[0]]
    line = tell_line(reading, best)
    cites = dict.fromkeys(cite for pledge in group.everyone for cite in cite_pledge(background, pledge))
    cites |= dict.fromkeys(Cite(told.report, told.span) for told in group.retold)
    cites |= dict.fromkeys(Cite(change.report, change.span) for change in fate.changes)
    moved = find_new_date(background, fate.changes, due=group.due)
    cites |= dict.fromkeys(moved.cites if moved else ())
    origins = weigh_sources(background, collect_places(background, list_places(group))).origins
    details = detail(background, group, fate=fate) | {"extended_to": moved.detail if moved else None}
    details |= {"beside": [detail_beside(background, other) for other in beside], "continued": is_continued}
    return Finding("due", line, tuple(cites), origins, name_finding(background, group), details)


def name_finding(background: Background, group: Group) -> str:
    """An id from the words of the first report, so that later reports of the same commitment do not change it."""
    first = min(group.pledges, key=lambda pledge: when_reported(background, pledge))
    words = join_words(background.readings[first.ref[0]], first.commitment.what)
    return make_id("due", first.commitment.commitment, first.holder_words, words)


def cite_pledge(background: Background, pledge: Pledge) -> tuple[Cite, ...]:
    """The clause it stands in, and its holder and date where they stand elsewhere."""
    commitment, reading = pledge.commitment, background.readings[pledge.ref[0]]
    parts = (*commitment.who, *((commitment.due.span,) if commitment.due else ()))
    outside = tuple(part for part in parts if not any(span.holds(part) for span in commitment.span))
    return cite_all(reading, (*commitment.span, *outside))


def list_places(group: Group) -> Iterator[tuple[str, Span]]:
    """Where reports tell of a commitment: the words whose origins count, not those of what became of it."""
    for pledge in group.everyone:
        yield pledge.ref[0], find_place(pledge)
    yield from ((told.report, told.place) for told in group.retold)


def find_place(pledge: Pledge) -> Span:
    """The words that name its day, or the most of what is committed to: what says them says all of it."""
    due, parts = pledge.commitment.due, pledge.commitment.what or pledge.commitment.span
    return due.span if due else max(parts, key=lambda span: span.end - span.start)


def find_statement(reading: Reading, span: Span) -> tuple[int, Statement] | None:
    """The narrowest statement whose content holds some words, with its number."""
    holding = [
        (sum(end - start for start, end in statement.content), number)
        for number, statement in enumerate(reading.statements)
        if any(content.holds(span) or 0 <= span.start - content.end <= BESIDE for content in statement.content)
    ]
    number = min(holding)[1] if holding else None
    return (number, reading.statements[number]) if number is not None else None


def tell_line(reading: Reading, pledge: Pledge) -> str:
    """Holder, cue and content in the report's words; only the content where nobody holds it."""
    commitment = pledge.commitment
    what = join_content(reading, commitment.what)
    who = name_holder(reading, pledge)
    if not commitment.who:
        is_clause = commitment.commitment == "scheduled" and not commitment.rule.startswith("happening")
        return shorten(join_words(reading, commitment.span) if is_clause else what)
    if commitment.rule.startswith(
        "give"
    ):  # who gives the time is told by the clause, and who is bound stands inside it
        return shorten(join_content(reading, commitment.span))
    if commitment.rule.startswith(("deadline", "happening")) or "_noun" in commitment.rule:
        inside = any(part.holds(who_span) for part in commitment.what for who_span in commitment.who)
        return shorten(what if inside else f"{who}: {what}")
    before = [part for part in commitment.what if part < commitment.who[0] and not part.holds(commitment.who[0])]
    after = [part for part in commitment.what if part not in before]
    told = " ".join(
        filter(None, (who, tell_cue(commitment), tell_other(reading, commitment), join_content(reading, tuple(after))))
    )
    if before and after and not reading.report.text[before[-1].end : commitment.who[0].start].strip():
        return shorten(join_content(reading, (cover((*before, *after)),)))
    if before and not after:
        cue = "" if what.startswith(QUOTED) else commitment.strength or ""
        return shorten(" ".join(filter(None, (f"{who}:", cue, what))))
    return shorten(f"{told}: {join_content(reading, tuple(before))}" if before else told or what)


def tell_cue(commitment: Commitment) -> str:
    """The cue as it stands between holder and content: "'ll" of direct speech as "will"."""
    return re.sub(r"^['’]ll\b", "will", commitment.strength or "")


def tell_other(reading: Reading, commitment: Commitment) -> str:
    """Who is told to act, where the verb needs it: "ordered the mill to close", "called on the council to reopen"."""
    other = join_words(reading, commitment.to)
    if not other or not commitment.rule.endswith(("_other_to@1", "_on_to@1")):
        return ""
    return f"on {other}" if commitment.rule.endswith("_on_to@1") else other


def name_holder(reading: Reading, pledge: Pledge) -> str | None:
    """The holder as people read it: a name for a pronoun, else the report's words."""
    words = join_words(reading, pledge.commitment.who)
    is_pronoun = len(words) <= 5 and words.casefold() in {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
    }
    if is_pronoun and pledge.holder:
        return pledge.holder.name
    return words or None


def detail(background: Background, group: Group, *, fate: Fate) -> dict[str, Any]:
    """The details of docs/formats.md."""
    best = group.best
    commitment, reading = best.commitment, background.readings[best.ref[0]]
    held = find_statement(reading, find_place(best))
    dated = min(group.pledges, key=lambda pledge: (not pledge.is_dated, not pledge.due))
    return {
        "commitment": commitment.commitment,
        "who": name_holder(reading, best),
        "to": join_words(reading, commitment.to) or None,
        "what": join_content(reading, commitment.what) or None,
        "condition": join_words(reading, commitment.condition) or None,
        "strength": commitment.strength,
        "plain": is_plain(group) and group.due is None,
        "due": detail_due(background, dated),
        "status": fate.status,
        "holder": join_words(reading, held[1].speaker) or None if held else None,
        "relays": [relay.name for relay in held[1].relays] if held else [],
        "changes": [
            {
                "status": change.status,
                "report": change.report,
                "text": join_words(background.readings[change.report], (change.span,)),
            }
            for change in fate.changes
        ],
        "variants": list(list_variants(background, group)),
    }


def detail_due(background: Background, pledge: Pledge) -> dict[str, Any] | None:
    """The due date with the words it was read from and how it was resolved."""
    due = pledge.commitment.due
    return tell_day(background.readings[pledge.ref[0]], due) if due else None


def detail_beside(background: Background, other: Group) -> dict[str, Any]:
    """Another date that is reported for the same thing."""
    return {"due": detail_due(background, other.best), "reports": sorted({pledge.ref[0] for pledge in other.pledges})}


def list_variants(background: Background, group: Group) -> Iterator[dict[str, Any]]:
    """The other wordings, each once."""
    seen = {plain(join_words(background.readings[group.best.ref[0]], group.best.commitment.what))}
    everyone = [*((pledge, "same commitment", False) for pledge in group.pledges[1:])]
    everyone += [(pledge, why, True) for pledge, why in group.possible]
    told = [(pledge.ref[0], pledge.commitment.what, why, possible) for pledge, why, possible in everyone]
    told += [(each.report, (each.span,), "names the same day in other words", False) for each in group.retold]
    for report, spans, why, possible in told:
        text = join_words(background.readings[report], spans)
        if plain(text) not in seen:
            seen.add(plain(text))
            yield {"report": report, "text": text, "possible": possible, "why": why}
