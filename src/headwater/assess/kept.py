"""What passages that tell of a commitment say became of it: held against the plan, done on its day, or not done yet.

"One hour earlier than had been promised", "before the ultimatum ran out", "as the governor had promised" tell that it was
done, whatever the deed is called; "a week later than planned" that it took another day. Otherwise the same deed must be told
in the past on the day it was due, or denied after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from headwater.assess.fates import deed_of
from headwater.assess.measures import is_early, is_in_time, is_late
from headwater.assess.outcomes import (
    NEGATIONS,
    Outcome,
    case_of,
    deed_nouns,
    is_told,
    name_deed,
    same_deed,
    tell_outcome,
)
from headwater.assess.passages import Passage
from headwater.lexicon import load
from headwater.link.families import BOUND
from headwater.link.pledges import Pledge, sentence_at
from headwater.link.tellings import synonyms
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence

SURE = 0.3
"""Share of a pledge's words a passage must have to tell by its verb alone that it was done, or was not."""
HOLDING = frozenset({"hold", "give", "stage", "host"})
"""Deeds whose object is the happening."""
Readings = Mapping[str, Reading]


def find_kept(
    passages: Iterable[Passage], groups: Sequence[Sequence[Pledge]], *, readings: Readings
) -> dict[int, list[Outcome]]:
    """For each group what its passages tell, in the order of the passages."""
    found: dict[int, list[Outcome]] = {}
    for passage in passages:
        reading, group = readings[passage.report], groups[passage.group]
        if not is_after(reading, group, readings=readings):
            continue
        status = measure(reading, passage, group=group)
        if status is None and reading.provenance.published.value:
            status = tell_deed(reading, passage, group=group, readings=readings)
        if status:
            outcome = tell_outcome(reading, passage.sentence.span, status=status)
            found.setdefault(passage.group, []).append(outcome)
    return found


def add_kept(changes: Sequence[Outcome], kept: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Both, but of one sentence only what the whole of it tells."""
    rest = [o for o in changes if not any(k.report == o.report and k.span.holds(o.span) for k in kept)]
    return (*rest, *kept)


def is_after(reading: Reading, group: Sequence[Pledge], *, readings: Readings) -> bool:
    """Whether a report may have come after the first that told of a commitment."""
    published = reading.provenance.published.value
    days = [day for p in group if (day := readings[p.ref[0]].provenance.published.value)]
    return not published or not days or published[-10:] > min(days)[:10]


def measure(reading: Reading, passage: Passage, *, group: Sequence[Pledge]) -> str | None:
    """The outcome that a sentence tells by holding it against the plan; None where it does not."""
    sentence, text = passage.sentence, reading.report.quote(passage.sentence.span)
    told = [n for n in list_told(sentence) if not is_negated(sentence, n)]
    if not told or is_denied(sentence):
        return None
    due, published = next((str(p.due) for p in group if p.is_dated), ""), reading.provenance.published.value
    if is_late(text) and published and due < published[-10:]:
        kinds = {pledge.commitment.commitment for pledge in group}
        return "reported not done" if kinds <= {"promise", "demand"} else "extended"
    if is_early(text) or (is_in_time(text) and complies(sentence, told)):
        return "reported done"
    return None


def complies(sentence: Sentence, told: Iterable[int]) -> bool:
    """Whether somebody does what a deadline asks for: hands over, answers, signs."""
    return any(sentence.lemmas[n].casefold() in load("commitments_outcomes")["complied"]["verbs"] for n in told)


def tell_deed(reading: Reading, passage: Passage, *, group: Sequence[Pledge], readings: Readings) -> str | None:
    """Whether the deed itself is told: done on its day, or, after it, not done; None where the sentence says neither."""
    due, published = next((str(p.due) for p in group if p.is_dated), ""), reading.provenance.published.value or ""
    is_bound = all(pledge.commitment.commitment in BOUND for pledge in group)
    if passage.score < SURE or (published[-10:] < due and not is_bound):
        return None
    sentence, own = passage.sentence, [span for p in group if p.ref[0] == passage.report for span in p.commitment.span]
    different = {pledge.telling: pledge for pledge in reversed(group)}.values()  # copies tell nothing more
    deeds = {deed for pledge in different for deed in list_deeds(pledge, readings[pledge.ref[0]])}
    happenings = {word for pledge in different for word in list_happenings(pledge, deeds)}
    verbs = [n for n in list_told(sentence, speech=True) if not any(span.holds(sentence.spans[n]) for span in own)]
    for word in verbs:
        if is_negated(sentence, word):
            if published[-10:] > due and is_perfect(sentence, word) and not is_speech(sentence, word):
                return "reported not done"
        elif passage.is_of_day and (deeds & name_deeds(sentence, word) or happenings & list_settings(sentence, word)):
            return "reported done"
    return None


def list_deeds(pledge: Pledge, reading: Reading) -> Iterator[str]:
    """The deed committed to, and what somebody is given time to do: "until Friday to accept the offer"."""
    yield from filter(None, (same_deed(arriving(deed_of(pledge, reading))),))
    for part in pledge.commitment.what:
        sentence = sentence_at(reading, part.start)
        for word in sentence.words_in(part) if sentence else ():
            if sentence and sentence.upos[word] == "VERB" and sentence.xpos[word] == "VB":
                yield same_deed(name_deed(sentence, word))


def list_happenings(pledge: Pledge, deeds: Iterable[str]) -> frozenset[str]:
    """The happenings a pledge names; whatever is held or given is one ("hold a call")."""
    held = HOLDING & {*deeds}
    return pledge.content if held else pledge.content & scheduled_nouns()


def name_deeds(sentence: Sentence, verb: int) -> set[str]:
    """The deeds a verb tells of: its own, and those its subject and objects name."""
    nouns = {deed_nouns().get(sentence.lemmas[n].casefold(), "") for n in sentence.children(verb, "nsubj", "obj")}
    return {same_deed(name_deed(sentence, verb)), *nouns}


def list_settings(sentence: Sentence, verb: int) -> set[str]:
    """What takes place while a verb's deed is done: "said in a televised address", "the march drew thousands"."""
    near = [*sentence.children(verb, "nsubj"), *sentence.children(verb, "obl")]
    held = [n for n in near if case_of(sentence, n) in {"", "in", "at", "during", "on", "after"}]
    return {synonyms().get(key, key) for n in held if (key := sentence.lemmas[n].casefold())}


@cache
def scheduled_nouns() -> frozenset[str]:
    """What takes place on a day, one word for all its synonyms."""
    return frozenset(synonyms().get(word, word) for word in load("commitments_scheduled")["nouns"]["words"])


def arriving(deed: str) -> str:
    """What is to be done by whoever is only "expected": to come."""
    return "arrive" if deed in {"expect", "await"} else deed


def list_told(sentence: Sentence, *, speech: bool = False) -> Iterator[int]:
    """The verbs that tell of something past, those of speech only if asked for."""
    for word, pos in enumerate(sentence.upos):
        if pos == "VERB" and is_told(sentence, word) and (speech or not is_speech(sentence, word)):
            yield word


def is_speech(sentence: Sentence, verb: int) -> bool:
    """Whether by a verb somebody only speaks."""
    return sentence.lemmas[verb].casefold() in load("commitments_outcomes")["speech"]["verbs"]


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is denied."""
    return any(sentence.words[n].casefold() in NEGATIONS for n in sentence.children(verb, "advmod"))


def is_denied(sentence: Sentence) -> bool:
    """Whether the main verb is denied: "has not sailed as planned"."""
    return is_negated(sentence, sentence.root)


def is_perfect(sentence: Sentence, verb: int) -> bool:
    """As in "has not arrived": it may still come, but had not when it was due."""
    return any(sentence.lemmas[n].casefold() == "have" for n in sentence.children(verb, "aux"))
