"""The same event in several reports."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from headwater.link.events import find_event_links
from headwater.model.notes import Actor, Event, Mention, Stance, Time
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.model.story import Person, Story


def sentence_of(text: str, lemmas: dict[str, str]) -> Sentence:
    words, spans, at = text.split(), [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    size = len(words)
    names = tuple(lemmas.get(word, word.lower()) for word in words)
    tags = ("X",) * size
    return Sentence(tuple(words), tuple(spans), names, tags, tags, (-1,) * size, ("dep",) * size)


def tell(
    report: str, text: str, *, verb: str = "freed", stance: Stance = "happened", day: str | None = None
) -> Reading:
    """A report of one sentence whose first word acts on its last."""
    sentence = sentence_of(text, {"freed": "free", "released": "release", "frees": "free"})
    first, last = sentence.spans[0], sentence.spans[-1]
    trigger = sentence.spans[sentence.words.index(verb)]
    time = Time(trigger, "DATE", day, "made_by_hand@1", earliest=day, latest=day) if day else None
    event = Event((trigger,), "RETREAT", stance, "made_by_hand@1", (first,), (last,), time=trigger if day else None)
    actors = (
        Actor("a1", sentence.words[0], "GPE", (first,)),
        Actor("a2", sentence.words[-1], "PERSON", (last,)),
    )
    mentions = (Mention(first, "GPE", "made_by_hand@1", "a1"), Mention(last, "PERSON", "made_by_hand@1", "a2"))
    return Reading(
        Report(report, text),
        sentences=(sentence,),
        mentions=mentions,
        actors=actors,
        times=(time,) if time else (),
        events=(event,),
    )


def link(*readings: Reading) -> Story:
    people: dict[str, list[tuple[str, str]]] = {}
    for reading in readings:
        for actor in reading.actors:
            people.setdefault(actor.name, []).append((reading.report.id, actor.id))
    named = tuple(Person(f"p{n}", name, "GPE", tuple(refs)) for n, (name, refs) in enumerate(sorted(people.items())))
    story = Story("story", tuple(readings), people=named)
    return replace(story, events=find_event_links(story))


def test_same_parties_and_word_are_one_event() -> None:
    story = link(tell("r1", "Chad freed Oka"), tell("r2", "Chad has freed the editor Oka"))
    assert [event.members for event in story.events] == [(("r1", 0), ("r2", 0))]
    assert "same actor, recipient" in story.events[0].reason


def test_another_word_for_the_deed_is_still_one_event() -> None:
    story = link(tell("r1", "Chad freed Oka"), tell("r2", "Chad released Oka", verb="released"))
    assert len(story.events) == 1


def test_another_recipient_is_another_event() -> None:
    assert link(tell("r1", "Chad freed Oka"), tell("r2", "Chad freed Brenn")).events == ()


def test_another_day_is_another_event() -> None:
    monday = tell("r1", "Chad freed Oka", day="2024-05-20")
    friday = tell("r2", "Chad freed Oka", day="2024-05-24")
    assert link(monday, friday).events == ()


def test_a_denied_deed_is_not_the_deed() -> None:
    told = tell("r1", "Chad freed Oka")
    denied = tell("r2", "Chad freed Oka", stance="denied")
    assert link(told, denied).events == ()


def test_an_undated_report_never_joins_two_days() -> None:
    monday = tell("r1", "Chad freed Oka", day="2024-05-20")
    friday = tell("r3", "Chad freed Oka", day="2024-05-24")
    story = link(monday, tell("r2", "Chad freed Oka"), friday)
    assert all(len(event.members) == 2 for event in story.events)


@given(st.permutations(["r1", "r2", "r3", "r4"]))
def test_the_order_of_reports_does_not_matter(order: list[str]) -> None:
    texts = {"r1": "Chad freed Oka", "r2": "Chad has freed Oka", "r3": "Chad freed Brenn", "r4": "Togo freed Brenn"}
    groups = {frozenset(event.members) for event in link(*(tell(r, texts[r]) for r in order)).events}
    assert groups == {frozenset({("r1", 0), ("r2", 0)})}
