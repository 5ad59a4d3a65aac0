"""The chain behind a statement: a medium that passes another's words on is its relay, not its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.annotate.statements.clauses import find_entry
from headwater.annotate.statements.cues import nouns, support_verbs
from headwater.annotate.statements.drafts import Draft
from headwater.annotate.statements.relays import (
    distinct,
    find_hearers,
    find_quoters,
    find_sources,
    named_relay,
    relay_of,
)
from headwater.annotate.statements.speakers import find_subject, noun_phrase
from headwater.annotate.statements.venues import find_venues
from headwater.model.notes import Relay
from headwater.model.sentence import Sentence

MOST = 0.6
"""Share of a content from which a statement within it is all of it."""


def promote(quoted: Sequence[Draft], candidates: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts that come first, and the others: where a medium only passes on, the statement within takes its place."""
    first, rest = list(quoted), list(candidates)
    for outer in (*quoted, *candidates):
        relay = _medium(outer)
        inner = _inner(outer, candidates) if relay else None
        if relay and inner and not any(inner.meets(q) for q in quoted if q is not inner and q is not outer):
            inner.relays.extend([relay, *outer.relays])
            inner.rule = inner.rule.replace("@", "-relayed@") if "relayed" not in inner.rule else inner.rule
            first = [d for d in first if d is not outer and d is not inner] + [inner]
            rest = [d for d in rest if d is not outer and d is not inner]
    return first, rest


def _medium(draft: Draft) -> Relay | None:
    """The speaker of a draft as a relay, if it is a medium that speaks."""
    if draft.sentence is None or draft.kind != "speech" or not draft.heads:
        return None
    reports = draft.cue_word is not None and draft.sentence.lemmas[draft.cue_word].lower() == "report"
    find = named_relay if reports else relay_of
    return find(draft.sentence, draft.heads[0], text=draft.passage.text)


def _inner(outer: Draft, candidates: Sequence[Draft]) -> Draft | None:
    """The statement that is all of another's content: its cue is the content's main word."""
    tops = list(_find_tops(outer))
    for draft in candidates:
        if not draft.speaker or draft is outer or not outer.covers(draft.cue[0].start):
            continue
        is_top = any(draft.sentence is sentence and draft.cue_word == top for sentence, top in tops)
        if is_top or draft.size >= MOST * outer.size:
            return draft
    return next((made for sentence, top in tops if (made := _noun_inside(outer, sentence, top=top))), None)


def _find_tops(outer: Draft) -> Iterator[tuple[Sentence, int]]:
    """The main words of a content, by sentence."""
    for sentence in outer.passage.sentences:
        inside = {n for n, span in enumerate(sentence.spans) if outer.covers(span.start)}
        for n in sorted(inside):
            if sentence.heads[n] not in inside and sentence.upos[n] in {"VERB", "AUX", "NOUN", "ADJ"}:
                yield sentence, n


def _noun_inside(outer: Draft, sentence: Sentence, *, top: int) -> Draft | None:
    """ "The minister made remarks “calling for calm”, the agency said": the quotations are the minister's."""
    if sentence.lemmas[top].lower() not in support_verbs() or not outer.quotations:
        return None
    spoken = [n for n in sentence.children(top, "obj") if find_entry(sentence, n, kind="noun")]
    subject = find_subject(sentence, top)
    if not spoken or subject is None:
        return None
    name = noun_phrase(sentence, subject, cut=[top])
    if not name:
        return None
    inner = tuple(outer.passage.quotations[n].inner for n in outer.quotations)
    return Draft(
        outer.passage,
        content=inner,
        rule="remarks@1",
        cue=(sentence.cover([top, spoken[0]]),),
        speaker=(sentence.cover(name),),
        sentence=sentence,
        cue_word=top,
        heads=(subject,),
    )


def find_chain(draft: Draft) -> None:
    """Fill in relays, venue and the source behind a medium."""
    sentence, cue = draft.sentence, draft.cue_word
    if sentence is None or cue is None:
        return
    text = draft.passage.text
    draft.relays.extend(
        (
            *find_hearers(sentence, cue, text=text),
            *find_quoters(sentence, cue, text=text),
            *find_sources(sentence, text),
        )
    )
    _cite_source(draft, sentence, cue=cue)
    draft.relays = list(_outside(draft))
    content = frozenset(draft.content_words())
    draft.venue = tuple(
        span for node in _cue_nodes(sentence, cue) for _, span in find_venues(sentence, node, content=content)
    )


def _cue_nodes(sentence: Sentence, cue: int) -> Iterator[int]:
    """The cue and, for a noun or a participle, the verb it hangs on."""
    yield cue
    if sentence.rels[cue] in {"obj", "advcl", "xcomp", "conj"} and sentence.heads[cue] >= 0:
        yield sentence.heads[cue]


def _outside(draft: Draft) -> tuple[Relay, ...]:
    """The relays that are neither speaker nor content, each once; one that only describes the speaker stays ("an audit seen by …")."""
    return distinct(
        [
            relay
            for relay in draft.relays
            if not draft.covers(relay.span.start)
            and (not any(relay.span.meets(s) for s in draft.speaker) or _obtained(draft, relay))
        ]
    )


def _obtained(draft: Draft, relay: Relay) -> bool:
    """Whether a text speaks that the relay obtained or passed on: "an audit *seen by the agency*"."""
    sentence = draft.sentence
    if sentence is None or not draft.heads or sentence.lemmas[draft.heads[0]].lower() not in nouns("document"):
        return False
    words = sentence.words_in(relay.span)
    above = sentence.ancestors(words[0]) if words else ()
    return any(sentence.xpos[n] == "VBN" and sentence.heads[n] >= draft.heads[0] for n in above)


def _cite_source(draft: Draft, sentence: Sentence, *, cue: int) -> None:
    """ "The daily reported, citing two officials": the officials speak, the daily passes on."""
    relay = _medium(draft)
    if relay is None:
        return
    for child in range(len(sentence)):
        sources = sentence.children(child, "obj")
        if (
            sentence.words[child].lower() in {"citing", "quoting"}
            and sources
            and not draft.covers(sentence.spans[child].start)
        ):
            draft.relays.append(relay)
            told = [c for c in sentence.children(sources[0], "acl") if draft.covers(sentence.spans[c].start)]
            draft.speaker = (sentence.cover([sources[0], *noun_phrase(sentence, sources[0], cut=told)]),)
            draft.heads = (sources[0],)
            draft.rule = draft.rule.replace("@", "-citing@")
            return
