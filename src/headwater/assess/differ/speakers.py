"""One utterance said to be two people's."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.differ.wordings import list_wordings
from headwater.assess.independence import Background
from headwater.lexicon import load
from headwater.link.people import split_name
from headwater.link.wordings import Wording

ALIKE = 3
"""Letters with which two surnames begin that may be one's, misheard."""


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
            yield make_dispute("name" if _is_one_name(group) else "speaker", named.values())


def _is_one_name(group: list[Wording]) -> bool:
    """Whether two speakers of one utterance are one by their first name and the beginning of the other ("Ada Lind", "Ada Linn")."""
    people = {
        split_name(w.speaker.person.name) for w in group if w.speaker.person and w.speaker.person.label == "PERSON"
    }
    one, other = sorted(people)[:2] if len(people) == 2 else ((), ())
    is_alike = len(one) == len(other) > 1 and one[:-1] == other[:-1]
    return is_alike and one[-1][:ALIKE] == other[-1][:ALIKE]


def _find_surname(wording: Wording) -> str | None:
    person = wording.speaker.person
    return split_name(person.name)[-1] if person and person.label == "PERSON" else None


def _find_unnamed(wording: Wording) -> str | None:
    """The words by which a report keeps a speaker's name back."""
    words = wording.speaker.words.casefold()
    return next((unnamed for unnamed in load("differences")["unnamed"]["words"] if unnamed in words), None)
