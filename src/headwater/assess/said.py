"""Findings of kind ``said`` and ``unattributed``: one a group of statements that report the same utterance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from headwater.assess.cues import leads, put_before
from headwater.assess.independence import Background, Independence, collect_sources, weigh_sources
from headwater.assess.introduced import StoryAgencies
from headwater.assess.relays import list_relays
from headwater.assess.told import tells
from headwater.assess.wording import bare, cite_all, join_words, make_id, plain, shorten
from headwater.assess.worth import TELLING, is_worth_a_line
from headwater.link.headlines import gather_headlines
from headwater.link.people import split_name
from headwater.link.pledges import sentence_at
from headwater.link.requoted import gather_requoted
from headwater.link.speakers import Speaker, find_speakers
from headwater.link.wordings import quoted_parts
from headwater.link.words import find_words
from headwater.model.finding import Finding
from headwater.model.notes import Statement, Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Cite, Span, Spans
from headwater.model.story import Link, NoteRef

LONG_NAME = 60
"""Characters from which a description is cut at its first comma."""
MODES = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Told:
    """One statement with all that its finding needs of it."""

    ref: NoteRef
    reading: Reading
    statement: Statement
    speaker: Speaker

    @property
    def content(self) -> str:
        """Its words; without quotation marks where it is all quotation."""
        words = join_words(self.reading, self.statement.content)
        return bare(words) if self.statement.mode == "direct" else words

    @property
    def pronoun(self) -> str | None:
        """The pronoun that is all the text gives for a speaker."""
        words = join_words(self.reading, self.statement.speaker)
        return None if self.speaker.is_known else words or None

    @property
    def quoted(self) -> int:
        """Characters in quotation marks."""
        return sum(end - start for start, end in quoted_parts(self.reading.report.text, self.statement))


def find_said(background: Background) -> tuple[Finding, ...]:
    """What was said, by whom, in the order of reports; the widest reported first."""
    told = _tell_all(background)
    groups = group_refs(told, background.story.utterances)
    likely = _list_likely(groups, background.story.utterances)
    listed = (
        ([told[ref] for ref in refs], [told[ref] for ref in likely.get(refs[0], ()) if ref in told]) for refs in groups
    )
    return tuple(_find_utterance(background, group, likely=near) for group, near in listed if _is_worth_telling(group))


def _is_worth_telling(group: list[Told]) -> bool:
    """Whether somebody says it, words are quoted, or the reason why no speaker is named tells something."""
    return any(t.speaker.is_known or _is_whole(t) or t.statement.mode != "indirect" or t.statement.unknown in TELLING
               for t in group)  # fmt: skip


def _is_whole(told: Told) -> bool:
    """Whether a pronoun is said to say a clause: what it spoke about tells nothing without its name."""
    return told.pronoun is not None and told.statement.rule.startswith(("clause", "infinitive", "source", "quote"))


def _tell_all(background: Background) -> dict[NoteRef, Told]:
    speakers, headlines = find_speakers(background.story), gather_headlines(background.story.readings)
    return {
        (reading.report.id, n): Told((reading.report.id, n), reading, statement, speakers[reading.report.id, n])
        for reading in background.story.readings
        for n, statement in enumerate(reading.statements)
        if statement.content
        and is_worth_a_line(reading, statement)
        and not headlines.sum_up(reading, statement.content)
        and not _is_told_elsewhere(reading, statement)
    }


def _is_told_elsewhere(reading: Reading, statement: Statement) -> bool:
    """Whether nobody is said to say this and it is a commitment ("is expected to"): the line of what is due has it."""
    if statement.speaker or statement.mode != "indirect":
        return False
    due = [part for commitment in reading.commitments for part in commitment.span]
    return any(part.meets(content) for part in due for content in statement.content)


def group_refs(refs: Iterable[NoteRef], links: Iterable[Link]) -> list[tuple[NoteRef, ...]]:
    """Every note once: with those it is surely linked to, or alone; in the order of ``refs``."""
    order = {ref: n for n, ref in enumerate(refs)}
    groups = {
        members[0]: members
        for link in links
        if not link.possible and (members := tuple(sorted((m for m in link.members if m in order), key=order.get)))  # type: ignore[arg-type]
    }
    linked = {ref for members in groups.values() for ref in members}
    firsts = (ref for ref in order if ref in groups or ref not in linked)
    return [groups.get(ref, (ref,)) for ref in firsts]


def _list_likely(groups: Iterable[tuple[NoteRef, ...]], links: Iterable[Link]) -> dict[NoteRef, list[NoteRef]]:
    """For the first note of a group the notes that are possibly the same."""
    first = {ref: group[0] for group in groups for ref in group}
    likely: dict[NoteRef, list[NoteRef]] = {}
    for link in links:
        if link.possible:
            for ref in link.members:
                others = (m for m in link.members if m in first and ref in first and first[m] != first[ref])
                likely.setdefault(first.get(ref, ref), []).extend(others)
    return likely


def _find_utterance(background: Background, group: list[Told], *, likely: list[Told]) -> Finding:
    best = choose_fullest(group)
    named = _choose_named(group, best)
    requoted = find_requoted(background, group)
    sources = collect_sources(background, [told.ref for told in group], beside=[cite.report for cite in requoted])
    independence = weigh_sources(background, sources)
    details = _detail(best, named, agencies=background.agencies) | {
        "role": _find_role(named, group),
        "variants": [*_list_variants(group, best), *_list_possible(background, best, likely)],
    }
    details |= _detail_independence(independence)
    everyone = (cite for told in group for cite in _cite(told))
    cites = dict.fromkeys((*_cite(best), *_cite_speaker(named), *everyone, *requoted))
    is_told_of = best.pronoun is not None and best.statement.mode == "indirect"
    kind = "said" if named.speaker.is_known or is_told_of else "unattributed"
    if kind == "unattributed":
        details["reason"] = best.statement.unknown or "not_resolved"
    line = tell_line(best, named, via=_tell_relay(background, best, relays=details["relays"]))
    # Only the last part of the name: another report may give the speaker's full one, and the line is still the same.
    name = "".join(split_name(details["speaker"] or "")[-1:])
    return Finding(kind, line, tuple(cites), independence.origins, make_id(kind, name, best.content), details)  # type: ignore[arg-type]


def find_requoted(background: Background, group: Iterable[Told]) -> tuple[Cite, ...]:
    """Where other reports give the words in quotation marks without saying them of anybody."""
    known, quoted = {told.ref[0] for told in group}, gather_requoted(background.story)
    found = dict[str, Cite]()
    for told in group:
        text = told.reading.report.text
        for part in quoted_parts(text, told.statement):
            for report, span in quoted.find(find_words(text, (part,)).keys):
                if report not in known:
                    found.setdefault(report, Cite(report, span))
    return tuple(found.values())


def choose_fullest(group: Iterable[Told]) -> Told:
    """The statement with the most quoted words, then the plainest mode, then the most words."""
    return min(
        group,
        key=lambda t: (-t.quoted, MODES.index(t.statement.mode), -len(plain(t.content)), not t.speaker.is_known, t.ref),
    )


def _choose_named(group: list[Told], best: Told) -> Told:
    """The statement the speaker is read from: the fullest itself, else another of its report, else of another report."""
    if best.speaker.is_known:
        return best
    known = [told for told in group if told.speaker.is_known]
    return min(known, key=lambda t: (t.ref[0] != best.ref[0], t.speaker.person is None, t.ref), default=best)


def _cite(told: Told) -> tuple[Cite, ...]:
    return cite_all(told.reading, told.statement.content)


def _cite_speaker(told: Told) -> tuple[Cite, ...]:
    return cite_all(told.reading, told.statement.speaker)


def name_speaker(told: Told) -> str | None:
    """The speaker as people read it: the fullest name, else the report's words, without what follows a comma."""
    person, words = told.speaker.person, re.sub(r"['’]s$", "", told.speaker.words)
    words = re.sub(r",? (?:which|that|who)$", "", words)
    words = words if words.count("(") == words.count(")") else words.rsplit("(", 1)[0].strip()
    shown = person.name if person else words.split(", ")[0] if len(words) > LONG_NAME else words
    return (_lower_lead(told, shown) if person is None or person.label == "ROLE" else shown) or None


def _lower_lead(told: Told, words: str) -> str:
    """A description as within a sentence: "Heartbroken colleagues" begin one and are no name."""
    for sentence in told.reading.sentences_in(told.statement.speaker[0]) if told.statement.speaker else ():
        first = next(iter(sentence.words_in(told.statement.speaker[0])), 0)
        begins = all(tag in ("PUNCT", "SYM") for tag in sentence.upos[:first])
        is_plain = begins and sentence.upos[first] in ("ADJ", "NOUN", "DET", "NUM", "VERB")
        if is_plain and words.startswith(sentence.words[first]) and words[:2].istitle():
            return words[0].lower() + words[1:]
    return words


def _detail(best: Told, named: Told, *, agencies: StoryAgencies) -> dict[str, Any]:
    statement, person = best.statement, named.speaker.person
    return {
        "speaker": name_speaker(named),
        "pronoun": None if named.speaker.is_known else best.pronoun,
        "actor": person.id if person else None,
        "content": best.content,
        "mode": statement.mode,
        "attitude": statement.attitude,
        "cue": join_words(best.reading, statement.cue) or None,
        "relays": _name_relays(best, agencies),
        "venue": join_words(best.reading, statement.venue) or None,
        "when": find_when(best),
        "speaker_from": find_namer(best, named),
        "introduced": detail_cite(named.speaker.introduced) if named.speaker.introduced else None,
    }


def detail_cite(cite: Cite) -> dict[str, Any]:
    """A place as the details of findings give it."""
    return {"report": cite.report, "start": cite.span.start, "end": cite.span.end}


def find_namer(best: Told, named: Told) -> str | None:
    """The other report that names the speaker, where the one that gives the words does not."""
    if named.speaker.introduced:
        return named.speaker.introduced.report
    return named.ref[0] if named.ref[0] != best.ref[0] else None


def _name_relays(told: Told, agencies: StoryAgencies) -> list[str]:
    """Through whom, by their names in the story: "the agency" by the name of the agency meant."""
    relays = list_relays(told.reading, told.statement, agencies=agencies)
    return list(dict.fromkeys(origin.name for origin in relays))


def _find_role(named: Told, group: Iterable[Told]) -> str | None:
    """The speaker's role as the report has it that names the speaker, else as another that tells the utterance has it."""
    same = (told for told in group if told.speaker.person and told.speaker.person == named.speaker.person)
    return next(filter(None, map(_read_role, (named, *same))), None)


def _read_role(told: Told) -> str | None:
    actor = next((a for a in told.reading.actors if a.id == told.statement.actor), None)
    return join_words(told.reading, actor.roles[:1]) or None if actor else None


def find_when(told: Told) -> dict[str, Any] | None:
    """The one time expression that hangs on the cue ("said on Monday")."""
    content, cue = told.statement.content, told.statement.cue
    sentence = sentence_at(told.reading, cue[0].start) if cue else None
    if sentence is None:
        return None
    near = (t for t in told.reading.times if sentence.span.holds(t.span) and t.type in ("DATE", "TIME"))
    outside = (t for t in near if not any(part.holds(t.span) for part in content))
    times = [time for time in outside if _hangs_on_cue(sentence, cue, time.span)]
    return detail_time(told.reading, times[0]) if len(times) == 1 else None


def _hangs_on_cue(sentence: Sentence, cue: Spans, time: Span) -> bool:
    cues = {word for part in cue for word in sentence.words_in(part)}
    words = sentence.words_in(time)
    return any(sentence.heads[word] in cues for word in words if sentence.heads[word] not in words)


def detail_time(reading: Reading, time: Time) -> dict[str, Any]:
    """A time as the details of findings give it."""
    words = join_words(reading, (time.span,))
    return {"value": time.value, "earliest": time.earliest, "latest": time.latest, "words": words, "why": time.why}


def _list_variants(group: list[Told], best: Told) -> Iterator[dict[str, Any]]:
    """The other wordings of the group, each once."""
    seen = {plain(best.content)}
    for told in group:
        if plain(told.content) not in seen:
            seen.add(plain(told.content))
            yield {"report": told.ref[0], "text": told.content, "possible": False, "why": "same utterance"}


def _list_possible(background: Background, best: Told, likely: list[Told]) -> Iterator[dict[str, Any]]:
    for told in likely:
        yield {"report": told.ref[0], "text": told.content, "possible": True, "why": _why(background, told)}


def _why(background: Background, told: Told) -> str:
    return next(link.reason for link in background.story.utterances if link.possible and told.ref in link.members)


def _detail_independence(independence: Independence) -> dict[str, Any]:
    return {"circular": list(independence.circular)} if independence.circular else {}


def _tell_relay(background: Background, best: Told, *, relays: list[str]) -> str:
    """``, as reported by KCNA``, or ``, to`` whom it was said."""
    origins = background.story.origins.get(best.ref, ())
    is_told = any(map(tells, map(best.reading.report.quote, best.statement.cue)))
    to = is_told or any(origin.kind in ("interview", "broadcast") for origin in origins)
    return f", {'to' if to else 'as reported by'} {relays[0]}" if relays else ""


def tell_line(best: Told, named: Told, *, via: str) -> str:
    """``Speaker, as reported by KCNA: “words”``; paraphrase with its cue: ``Speaker has vowed to reopen …``."""
    name = name_speaker(named) or (f"{best.pronoun} (not resolved)" if best.pronoun else "Speaker not stated")
    source = " (named in another report)" if find_namer(best, named) not in (None, best.ref[0]) else ""
    words = shorten(best.content)
    if best.statement.mode == "direct":
        return f"{name}{source}{via}: “{words}”"
    cue, after = join_words(best.reading, best.statement.cue), "," if via else ""
    return f"{name}{source}{via}{after if leads(cue) else ':'} {put_before(cue, words)}"
