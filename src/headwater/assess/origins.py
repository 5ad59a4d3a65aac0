"""Where each statement entered the news.

In this order: a relay ("KCNA said"), the occasion ("told reporters", "in a statement"); else, *inferred*, the occasion of
the same speaker's neighbouring statement, or what is known of the report as a whole: no words tie this statement to it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from headwater.assess.described import read_described
from headwater.assess.independence import OCCASIONS
from headwater.assess.introduced import gather_agencies
from headwater.assess.media import StoryMedia
from headwater.assess.occasions_before import find_setting
from headwater.assess.outlets import gather_outlets
from headwater.assess.relays import read_relays
from headwater.assess.report_origins import find_report_origins
from headwater.assess.told import name_interview, read_carrier, read_medium, read_speaking, read_told
from headwater.assess.venues import read_document, read_venue
from headwater.lexicon import load
from headwater.link.speakers import Speaker, compare_speakers, find_speakers
from headwater.model.notes import Statement
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.story import NoteRef, Story

Origins = tuple[Origin, ...]
BACK = re.compile(r"(?:the|one of|another of|both) ", re.I)
"""How somebody is spoken of again who was brought in without a name."""
NEAR = 2
"""Statements apart up to which "she said" is taken to go on from the one before."""


def find_origins(story: Story) -> dict[NoteRef, tuple[Origin, ...]]:
    """The origins of every statement of a story."""
    of_reports = story.report_origins or find_report_origins(story)
    speakers, found = find_speakers(story), dict[NoteRef, tuple[Origin, ...]]()
    media = StoryMedia(gather_agencies(story.readings), gather_outlets(story.readings))
    for reading in story.readings:
        report = reading.report.id
        told = [speakers[report, n] for n in range(len(reading.statements))]
        pairs = zip(reading.statements, told, strict=True)
        stated = [find_origin(reading, s, speaker=by, media=media) for s, by in pairs]
        carried = _carry_on(reading, told, stated)
        carried = [found or _find_before(reading, n, told[n]) for n, found in enumerate(carried)]
        for n in range(len(told)):
            found[report, n] = stated[n] or tuple(replace(o, inferred=True) for o in carried[n] or of_reports[report])
    return found


def _find_before(reading: Reading, number: int, speaker: Speaker) -> Origins:
    """The occasion that the sentences before a statement say its speaker spoke on."""
    name = speaker.person.name if speaker.person else speaker.words
    setting = find_setting(reading, reading.statements[number], speaker=name)
    return (setting,) if setting else ()


def find_origin(reading: Reading, statement: Statement, *, speaker: Speaker, media: StoryMedia) -> tuple[Origin, ...]:
    """The origin a statement's own words state; nothing where they state none."""
    name = speaker.person.name if speaker.person else speaker.words
    passed_on = _read_passed_on(reading, statement, media=media)
    occasion = read_venue(reading, statement, speaker=name)
    if passed_on and passed_on.kind == "own reporting" and occasion and occasion.kind == "press conference":
        passed_on = None  # that an outlet carried the briefing does not make it the origin
    found = (
        passed_on
        or read_told(reading, statement, media=media)
        or (_name_outlet(occasion, media=media) if occasion else None)
        or read_speaking(reading, statement, media=media)
        or read_document(reading, statement)
        or read_medium(reading, statement, media=media)
        or read_carrier(reading, statement, media=media)
    )
    return (found,) if found else ()


def _name_outlet(occasion: Origin, *, media: StoryMedia) -> Origin:
    """An occasion by the name of the outlet whose programme it was."""
    outlet = media.outlets.find(occasion.name) if occasion.kind in ("broadcast", "interview") else None
    return replace(occasion, name=outlet) if outlet else occasion


def _read_passed_on(reading: Reading, statement: Statement, *, media: StoryMedia) -> Origin | None:
    """The relay, by the name its outlet has in the story."""
    relay = read_relays(reading, statement, agencies=media.agencies)
    if relay is None:
        return read_described(reading, statement, agencies=media.agencies)
    known = media.find(reading, relay.cites[0].span) if relay.kind != "state agency" or relay.name.islower() else None
    if known and relay.kind == "interview":
        return name_interview(reading, known, media=media)
    if known and relay.kind in ("own reporting", "state agency"):
        return known
    return replace(relay, name=known.name) if known else hide_nameless(reading, relay)


def hide_nameless(reading: Reading, relay: Origin) -> Origin:
    """A relay without a name: "a news agency" states no origin, "the morning show" is whichever outlet another report names."""
    words = reading.report.quote(relay.cites[0].span)
    if any(letter.isupper() for letter in relay.name):
        return relay
    if words.casefold().startswith("the "):
        return replace(relay, name="interview" if relay.kind == "interview" else "broadcast")
    return Origin("unknown", reading.report.id, inferred=True)


def _carry_on(reading: Reading, told: list[Speaker], stated: list[Origins]) -> list[Origins]:
    """The origin of each statement, or of what the same speaker says before, or the occasion of what is said right after.

    Who told AFP one thing told it the next; "she said" right after goes on from there.
    """
    carried: list[Origins] = []
    for n in range(len(told)):
        is_open = not reading.statements[n].speaker
        carried.append(stated[n] or (() if is_open else _look_back(reading, n, told, carried=carried)))
    for n in range(len(told) - 1):
        if not carried[n] and told[n].person and compare_speakers(told[n], told[n + 1]) == "same":
            carried[n] = tuple(origin for origin in stated[n + 1] if origin.kind in OCCASIONS)
    return carried


def _look_back(reading: Reading, number: int, told: list[Speaker], *, carried: list[Origins]) -> Origins:
    for before in range(number - 1, -1, -1):
        is_near = number - before <= NEAR and not _names_other(reading, before, number)
        is_same = number - before == 1 and _points_back(told[before], told[number])
        if is_same or _goes_on(told[before], told[number], is_near=is_near):
            if carried[before]:
                return carried[before]
        elif told[before].is_known and not told[number].is_known:
            break
    return ()


def _goes_on(before: Speaker, speaker: Speaker, *, is_near: bool) -> bool:
    """Whether somebody whom the text last named, or the same pronoun, goes on speaking."""
    if speaker.is_known and before.is_known:
        surnames = {one.words.split()[-1] for one in (before, speaker) if one.words}
        return compare_speakers(before, speaker) == "same" or (
            len(surnames) == 1 and bool(before.words and speaker.words)
        )
    return is_near and not speaker.is_known


def _points_back(before: Speaker, speaker: Speaker) -> bool:
    """Whether a speaker kept nameless is spoken of again: "two aides told the Courier …", "one of them said"."""
    words = [speaker.words, before.words]
    is_nameless = all(words) and not any(letter.isupper() for word in words for letter in word[1:])
    if not is_nameless or not BACK.match(speaker.words):
        return False
    last = speaker.words.casefold().partition(",")[0].split()[-1]
    return not speaker.words.casefold().startswith("the ") or last in {*_again(), *before.words.casefold().split()}


@cache
def _again() -> frozenset[str]:
    return frozenset(load("origins")["again"]["words"])


def _names_other(reading: Reading, before: int, number: int) -> bool:
    """Whether somebody is named between two statements, whom "she" may mean."""
    one, other = reading.statements[before], reading.statements[number]
    end = max(span.end for span in (*one.content, *one.cue, *one.speaker))
    start = min(span.start for span in (*other.content, *other.cue))
    named = [m for m in reading.mentions if m.label == "PERSON" and m.span.end < start]
    surnames = [(mention.span.start < end, reading.report.quote(mention.span).split()[-1]) for mention in named]
    known = {surname for is_before, surname in surnames if is_before}
    return any(surname not in known for is_before, surname in surnames if not is_before)
