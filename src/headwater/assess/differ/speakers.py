"""One utterance said to be two people's."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.differ.wordings import list_wordings
from headwater.assess.independence import Background
from headwater.lexicon import load
from headwater.link.people import split_name
from headwater.link.wordings import Wording


def find_speakers(background: Background) -> Iterator[Dispute]:
    """Utterances whose speakers differ, each of whom a report names, or keeps unnamed, at the words themselves."""
    for group in list_wordings(background):
        named: dict[str, list[Place]] = {}
        for wording in group:
            reading = background.readings[wording.ref[0]]
            statement = reading.statements[wording.ref[1]]
            name = _find_surname(wording) or _find_unnamed(wording)
            if name and name in wording.speaker.words.casefold():
                named.setdefault(name, []).append((reading, statement.speaker[0]))
        is_several = len({r.report.id for places in named.values() for r, _ in places}) > 1
        if len(named) > 1 and is_several:
            yield make_dispute("speaker", named.values())


def _find_surname(wording: Wording) -> str | None:
    person = wording.speaker.person
    return split_name(person.name)[-1] if person and person.label == "PERSON" else None


def _find_unnamed(wording: Wording) -> str | None:
    """The words by which a report keeps a speaker's name back."""
    words = wording.speaker.words.casefold()
    return next((unnamed for unnamed in load("differences")["unnamed"]["words"] if unnamed in words), None)
