"""What reports say became of a commitment: done, not done, extended, withdrawn, disputed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from headwater.lexicon import load
from headwater.link.once import once
from headwater.link.tellings import empty_words, synonyms
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

EARLY, LATE = date(1000, 1, 1), date(9000, 1, 1)
"""Between these a week more or less is in the calendar."""
LIMITS = frozenset({"deadline", "ultimatum"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
UNREAL = frozenset(
    {
        "if",
        "unless",
        "whether",
        "could",
        "may",
        "might",
        "would",
        "will",
        "should",
        "to",
        "must",
        "can",
        "'ll",
        "wo",
        "shall",
    }
)
"""Marks and helping verbs under which nothing has happened yet."""
PRESENT = frozenset({"is", "are", "be", "being"})
"""Helping verbs of a passive that is not past, unless "been" stands beside them."""
TURNED = {"reported done": "reported not done", "reported not done": "reported done"}
"""What "not" makes of an outcome; "did not withdraw the threat" tells none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A clause that may tell what became of some commitment."""

    status: str
    report: str
    published: str | None
    span: Span
    thing: str
    """The kind word it names ("deadline", "threat"), or "" where it tells of the deed itself."""
    verb: str
    """Lemma of the deed; "" where a kind word is named."""
    content: frozenset[str]
    """Lemmas of what it is about."""
    subject: str
    """Words of its subject, in lower case; "" where it has none."""
    parts: tuple[Span, ...]
    """Phrases in it that may hold a commitment's own words."""
    agentless: bool = False
    """Whether the deed is told without its doer: "the hall was reopened"."""
    head: str = ""
    """Lemma of the noun it tells of: "walkout" of "called off a walkout"."""
    days: frozenset[str] = frozenset()
    """The days named for it: those of "a walkout planned for Monday", of "moved from Monday to Friday" the first."""


@lru_cache(maxsize=1)
def outcome_classes() -> dict[str, dict[str, Any]]:
    """Verb lemma to its class."""
    return {verb: entry for entry in load("commitments_outcomes")["outcome"] for verb in entry["verbs"]}


@lru_cache(maxsize=1)
def deed_classes() -> dict[str, str]:
    """Verb, with its particle where it needs one, to the first verb of its class."""
    return {word: entry["words"][0] for entry in load("commitments_outcomes")["deed"] for word in entry["words"]}


@lru_cache(maxsize=1)
def deed_nouns() -> dict[str, str]:
    """Noun to the first verb of the class of deeds it names ("walkout")."""
    classes = load("commitments_outcomes")["deed"]
    return {noun: entry["words"][0] for entry in classes for noun in entry.get("nouns", ())}


def name_deed(sentence: Sentence, verb: int) -> str:
    """The verb with its particle where the two are listed ("step down"), else its lemma."""
    lemma = sentence.lemmas[verb].casefold()
    beside = (*sentence.children(verb, "compound:prt", "advmod", "obj"),)
    phrases = (f"{lemma} {sentence.lemmas[n].casefold()}" for n in beside)
    return next((phrase for phrase in phrases if phrase in deed_classes()), lemma)


def same_deed(verb: str) -> str:
    """What stands for all verbs of a class."""
    return deed_classes().get(verb, verb)


@once
def gather_outcomes(readings: tuple[Reading, ...]) -> tuple[Outcome, ...]:
    """Those of a story, gathered once for all rules that ask, in the order of reports."""
    return tuple(outcome for reading in readings for outcome in find_outcomes(reading))


def find_outcomes(reading: Reading) -> Iterator[Outcome]:
    """Everything in a report that may tell an outcome, in text order."""
    for sentence in reading.sentences:
        if sentence.role == "title":
            continue
        for word, pos in enumerate(sentence.upos):
            if pos == "VERB" and is_told(sentence, word):
                yield from read_clause(reading, sentence, word=word)
            elif pos == "VERB" and is_decided(sentence, word):
                yield from read_class(reading, sentence, word=word, negated=False)


def is_told(sentence: Sentence, verb: int) -> bool:
    """Whether the clause tells of a thing past: a past tense or participle without "will", "could" or "if"."""
    near = {sentence.words[n].casefold() for n in sentence.children(verb, "aux", "mark")}
    if near & UNREAL or (near & PRESENT and "been" not in near):
        return False
    if sentence.rels[verb] == "conj" and sentence.xpos[verb] == "VB" and not near:  # "has met and put off the vote"
        near = {sentence.words[n].casefold() for n in sentence.children(sentence.heads[verb], "aux")}
        return bool({"did", "has", "have"} & near) and not near & UNREAL
    return sentence.xpos[verb] in {"VBD", "VBN"} or bool({"did", "has", "have"} & near)


def is_decided(sentence: Sentence, verb: int) -> bool:
    """As in "agreed to extend the deadline", "voted to cancel the fair": whoever decides it has done it."""
    head = sentence.heads[verb]
    if head < 0 or sentence.rels[verb] != "xcomp" or not is_told(sentence, head):
        return False
    lists = load("commitments_outcomes")
    is_change = sentence.lemmas[verb].casefold() in outcome_classes() and has_particle(sentence, verb)
    return is_change and sentence.lemmas[head].casefold() in lists["decided"]["verbs"]


def read_clause(reading: Reading, sentence: Sentence, *, word: int) -> Iterator[Outcome]:
    """The outcomes one verb tells."""
    lemma = sentence.lemmas[word].casefold()
    negated = any(sentence.words[n].casefold() in NEGATIONS for n in sentence.children(word, "advmod"))
    yield from read_happened(reading, sentence, word=word, negated=negated)
    if lemma in load("commitments_outcomes")["without"]["verbs"] and not negated:
        yield from read_without(reading, sentence, word=word)
    if lemma in outcome_classes() and (has_particle(sentence, word) or is_to_a_day(reading, sentence, word=word)):
        yield from read_class(reading, sentence, word=word, negated=negated)
    if lemma in load("commitments_outcomes")["failed"]["verbs"] and not negated:
        for deed in sentence.children(word, "xcomp"):
            yield make_outcome(reading, sentence, word=deed, status="reported not done", top=word)
        return
    yield make_outcome(reading, sentence, word=word, status="reported not done" if negated else "reported done")


def read_happened(reading: Reading, sentence: Sentence, *, word: int, negated: bool) -> Iterator[Outcome]:
    """As in "the hearing opened", "the march went ahead", "the talks collapsed": what became of an event."""
    lists = load("commitments_outcomes")
    lemma = sentence.lemmas[word].casefold()
    beside = {sentence.lemmas[n].casefold() for n in sentence.children(word, "obj", "advmod", "compound:prt", "obl")}
    is_on = lemma in lists["happened"]["verbs"] and not sentence.children(word, "obj")
    is_on = is_on or (lemma in lists["happened"]["light"] and bool(beside & set(lists["happened"]["places"])))
    is_off = lemma in lists["collapsed"]["verbs"]
    subjects = [n for n in sentence.children(word, "nsubj") if sentence.upos[n] == "NOUN"]
    if subjects and (is_on or is_off):
        status = "reported not done" if negated or is_off else "reported done"
        outcome = make_outcome(reading, sentence, word=subjects[0], status=status, top=word)
        days = find_days(reading, sentence, thing=subjects[0], verb=word)
        head = sentence.lemmas[subjects[0]].casefold()
        yield replace(outcome, thing="event", verb="", head=head, days=days)


def has_particle(sentence: Sentence, verb: int) -> bool:
    """Whether a verb that needs a particle has it."""
    wanted = load("commitments_outcomes")["particles"].get(sentence.lemmas[verb].casefold())
    near = {sentence.words[n].casefold() for n in sentence.children(verb, "compound:prt", "advmod", "xcomp")}
    return wanted is None or bool(near & set(wanted))


def is_to_a_day(reading: Reading, sentence: Sentence, *, word: int) -> bool:
    """Whether something is moved to a day, which needs no particle: "moved the vote to Friday"."""
    if outcome_classes()[sentence.lemmas[word].casefold()]["status"] != "extended":
        return False
    to = [n for n in sentence.children(word, "obl") if case_of(sentence, n) in {"to", "until", "till"}]
    return any(time.span.holds(sentence.spans[n]) for n in to for time in reading.times if time.latest)


def read_without(reading: Reading, sentence: Sentence, *, word: int) -> Iterator[Outcome]:
    """As in "passed without the march": the phrase after "without" did not come."""
    limits = [n for n in sentence.children(word, "nsubj") if sentence.lemmas[n].casefold() in LIMITS]
    for child in sentence.children(word, "obl", "nmod", "advcl"):
        if any(sentence.words[c].casefold() == "without" for c in sentence.children(child, "case", "mark")):
            whole = sentence.cover(sentence.subtree(child))
            outcome = make_outcome(reading, sentence, word=child, status="reported not done", top=word)
            yield replace(outcome, parts=(whole,), verb="")
            if limits:  # "the deadline passed without an answer"
                told = make_outcome(reading, sentence, word=limits[0], status="reported not done", top=word)
                yield replace(told, thing=sentence.lemmas[limits[0]].casefold(), verb="")


def read_class(reading: Reading, sentence: Sentence, *, word: int, negated: bool) -> Iterator[Outcome]:
    """As in "missed the deadline", "the vote was postponed", "did not keep its promise"."""
    entry = outcome_classes()[sentence.lemmas[word].casefold()]
    status = TURNED.get(entry["status"]) if negated else entry["status"]
    if status is None:
        return
    marked = [n for n in sentence.children(word, "obl") if case_of(sentence, n) in entry.get("with", ())]
    for thing in (*sentence.children(word, "obj", "nsubj:pass", "obl:unmarked"), *marked):
        key = sentence.lemmas[thing].casefold()
        # A bare phrase beside the verb is as a rule its time ("moved Friday"); one that names a kind is its object.
        is_object = sentence.rels[thing] != "obl:unmarked"
        if key in entry["of"] or (entry.get("events") and is_object):
            named = key if key in entry["of"] else ""
            whole = sentence.cover(sentence.subtree(thing))
            outcome = make_outcome(reading, sentence, word=thing, status=status, top=word)
            days = find_days(reading, sentence, thing=thing, verb=word)
            yield replace(outcome, parts=(whole,), thing=named or "event", verb="", head=key, days=days)


def find_days(reading: Reading, sentence: Sentence, *, thing: int, verb: int) -> frozenset[str]:
    """The days on which a thing was to be: named in its phrase before "to", or after "from" beside the verb."""
    phrases = [n for n in sentence.children(verb, "obl") if case_of(sentence, n) == "from"]
    words = {m for n in (thing, *phrases) for m in sentence.subtree(n)}
    found = set()
    for time in (time for time in reading.times if time.latest):
        inside = [n for n in sentence.words_in(time.span) if n in words] if sentence.span.holds(time.span) else []
        before = sentence.words[inside[0] - 1].casefold() if inside and inside[0] else ""
        if inside and before not in {"to", "until", "till"}:
            found.update(list_readings_of(time))
    return frozenset(found)


def list_readings_of(time: Time) -> list[str]:
    """The last day of a time; for a bare weekday those a week before and after, too: its side may be misread."""
    last = date.fromisoformat(str(time.latest))
    weeks = (0, 7, -7) if "weekday" in time.why and EARLY < last < LATE else (0,)
    return [(last + timedelta(days=days)).isoformat() for days in weeks]


def case_of(sentence: Sentence, word: int) -> str:
    """The preposition of a phrase, "" without one."""
    return next((sentence.words[n].casefold() for n in sentence.children(word, "case")), "")


def make_outcome(
    reading: Reading,
    sentence: Sentence,
    *,
    word: int,
    status: str,
    top: int | None = None,
) -> Outcome:
    """An outcome told by the clause of ``top`` (or of ``word`` itself) about ``word``."""
    clause = top if top is not None else word
    done_to = sentence.children(clause, "nsubj:pass") if clause == word else ()
    doers = [n for n in sentence.children(clause, "nsubj") if sentence.rels[n] != "nsubj:pass"]
    subjects = doers or list(sentence.children(clause, "obl:agent"))
    published = reading.provenance.published.value
    days = list_words_of_days(reading, sentence)
    return Outcome(
        status,
        reading.report.id,
        published.split("/")[-1] if published else None,
        cover_clause(sentence, clause),
        "",
        name_deed(sentence, word),
        content_below(sentence, word).union(*(content_below(sentence, n) for n in done_to)) - days,
        sentence.words[subjects[0]].casefold() if subjects else "",
        (),
        agentless=bool(done_to) and not subjects,
    )


def tell_outcome(reading: Reading, span: Span, *, status: str) -> Outcome:
    """Words that tell by themselves, and not by what they are about, what became of a commitment."""
    published = reading.provenance.published.value
    last = published.split("/")[-1] if published else None
    return Outcome(status, reading.report.id, last, span, "", "", frozenset(), "", ())


def list_words_of_days(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """The lemmas of a sentence's times: when something is done is not what is done."""
    inside = [time.span for time in reading.times if sentence.span.holds(time.span)]
    return frozenset(sentence.lemmas[n].casefold() for span in inside for n in sentence.words_in(span))


def cover_clause(sentence: Sentence, verb: int) -> Span:
    """The clause without punctuation at its end."""
    words = sentence.subtree(verb)
    while len(words) > 1 and sentence.upos[words[-1]] == "PUNCT":
        words.pop()
    while len(words) > 1 and sentence.upos[words[0]] in {"PUNCT", "CCONJ"}:
        words.pop(0)
    return sentence.cover(words)


def content_below(sentence: Sentence, word: int) -> frozenset[str]:
    """The content lemmas of a phrase or of a verb's objects, not of its subject or of clauses below it."""
    skip = {"nsubj", "advcl", "parataxis", "punct", "conj", "aux", "mark"}
    found, waiting = set(), [word]
    while waiting:
        node = waiting.pop()
        key = sentence.lemmas[node].casefold()
        if key.isalnum() and key not in empty_words():
            found.add(synonyms().get(key, key))
        waiting.extend(c for c in sentence.children(node) if sentence.rels[c].split(":")[0] not in skip)
    return frozenset(found)
