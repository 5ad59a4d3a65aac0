"""Who speaks, as far as it can be held against another statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from headwater.link.alignment import function_words
from headwater.link.holders import Holders, gather_holders
from headwater.link.people import split_name
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.span import Cite
from headwater.model.story import Link, NoteRef, Person, Story

Tie = Literal["same", "unknown", "different"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of one statement."""

    person: Person | None
    words: str
    """As the report has it; empty where no speaker is stated, or only a pronoun."""
    introduced: Cite | None = None
    """Where another report names the person whom this one only describes."""

    @property
    def is_known(self) -> bool:
        """Whether the report says who speaks."""
        return bool(self.person or self.words)


def find_speakers(story: Story) -> dict[NoteRef, Speaker]:
    """The speaker of every statement."""
    people = {ref: person for person in story.people for ref in person.actors}
    found = {
        (reading.report.id, n): find_speaker(reading, statement, people=people)
        for reading in story.readings
        for n, statement in enumerate(reading.statements)
    }
    holders = gather_holders(story)
    found |= {ref: _name_holder(ref[0], speaker, holders) for ref, speaker in found.items()}
    return found | {ref: Speaker(None, "") for link in story.utterances for ref in _list_belied(link, found)}


def _name_holder(report: str, speaker: Speaker, holders: Holders) -> Speaker:
    """A speaker who is only described, by the name that the story has for the bearer of the office."""
    is_described = speaker.words and (speaker.person is None or speaker.person.label == "ROLE")
    held = holders.find(speaker.words) if is_described else None
    if held is None:
        return speaker
    return Speaker(held.person, speaker.words, held.cite if held.cite.report != report else None)


def _list_belied(link: Link, speakers: Mapping[NoteRef, Speaker]) -> Iterator[NoteRef]:
    """The statements of an utterance whose pronoun was taken for one person where another report names another one."""
    told = [] if link.possible else [(ref, speakers[ref]) for ref in link.members if ref in speakers]
    named = [speaker for _, speaker in told if speaker.person and speaker.words]
    for ref, speaker in told:
        if not speaker.words and any(compare_speakers(speaker, other) == "different" for other in named):
            yield ref


def find_speaker(reading: Reading, statement: Statement, *, people: dict[tuple[str, str], Person]) -> Speaker:
    """The speaker of a statement."""
    words = " ".join(" ".join(map(reading.report.quote, statement.speaker)).split())
    person = people.get((reading.report.id, statement.actor)) if statement.actor else None
    return Speaker(person, "" if words.casefold() in function_words() else _lower_first(words))


def _lower_first(words: str) -> str:
    """ "The hospital" as within a sentence, "the hospital": where a description stands makes no other speaker of it."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.istitle() and first.lower() in function_words() else words


def compare_speakers(one: Speaker, other: Speaker) -> Tie:
    """Whether two statements have the same speaker; ``unknown`` where either may stand for the other."""
    if not one.is_known or not other.is_known:
        return "unknown"
    if one.person and other.person:
        if one.person.id == other.person.id:
            return "same"
        return "different" if one.person.label == other.person.label == "PERSON" else "unknown"
    return "same" if _last_word(one) == _last_word(other) else "unknown"


def _last_word(speaker: Speaker) -> str:
    parts = split_name(speaker.person.name if speaker.person else speaker.words)
    return parts[-1] if parts else ""
