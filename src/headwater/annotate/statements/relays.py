"""Who passed a statement on: "X, the agency said", "X told the agency", "the agency quoted X as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.media import find_medium
from headwater.annotate.statements.speakers import noun_phrase, quoted_by
from headwater.annotate.statements.venues import venue_kind
from headwater.model.notes import Relay
from headwater.model.sentence import Sentence

TOLD = frozenset({"tell", "inform", "assure", "remind"})
SPOKEN_TO = frozenset({"to", "with", "for", "by"})


def relay_of(sentence: Sentence, head: int, *, text: str) -> Relay | None:
    """The relay that a noun phrase names, None where it names no medium."""
    words = noun_phrase(sentence, head, cut=[c for c in sentence.children(head, "case") if c < head])
    if not words:
        return None
    name = find_medium(sentence, words, text=text)
    return Relay(sentence.cover(words), name) if name else None


def find_hearers(sentence: Sentence, cue: int, *, text: str) -> Iterator[Relay]:
    """Media the speaker spoke to: "told the agency", "said to the daily", "in an interview with the channel"."""
    for child in _spoken_to(sentence, cue):
        if relay := relay_of(sentence, child, text=text):
            yield relay


def _spoken_to(sentence: Sentence, cue: int) -> Iterator[int]:
    if sentence.lemmas[cue].lower() in TOLD:
        yield from sentence.children(cue, "obj", "iobj")
    for child in sentence.children(cue, "obl", "advcl"):
        if _case(sentence, child) == "to":
            yield child
        elif venue_kind(sentence, child) in {"interview", "text", "occasion"}:
            yield from (c for c in sentence.children(child, "nmod") if _case(sentence, c) in SPOKEN_TO)
    yield from _interviewers(sentence, cue)


def _interviewers(sentence: Sentence, cue: int) -> Iterator[int]:
    """ "speaking to the daily, he said"."""
    for child in sentence.children(cue, "advcl"):
        if sentence.lemmas[child].lower() in {"speak", "talk"}:
            yield from (c for c in sentence.children(child, "obl") if _case(sentence, c) in {"to", "with"})


def _case(sentence: Sentence, word: int) -> str:
    cases = sentence.children(word, "case", "mark")
    return sentence.words[cases[0]].lower() if cases else ""


def find_quoters(sentence: Sentence, cue: int, *, text: str) -> Iterator[Relay]:
    """ "The agency quoted the general as saying …", "…, as the agency reported"."""
    quoting = quoted_by(sentence, cue)
    if quoting is not None:
        agents = [c for verb in (quoting, cue) for c in sentence.children(verb) if _case(sentence, c) == "by"]
        for head in (*sentence.children(quoting, "nsubj", "obl:agent"), *agents):
            if sentence.rels[head] != "nsubj:pass" and (relay := relay_of(sentence, head, text=text)):
                yield relay
    for child in sentence.children(cue, "advcl", "parataxis"):
        if sentence.lemmas[child].lower() in nouns("passed_on") or sentence.lemmas[child].lower() == "say":
            for head in sentence.children(child, "nsubj", "obl:agent"):
                if relay := relay_of(sentence, head, text=text):
                    yield relay


def find_sources(sentence: Sentence, text: str) -> Iterator[Relay]:
    """Media named beside a statement wherever they hang: "…, she said, according to the daily", "…, in an interview with …"."""
    for n, word in enumerate(sentence.words):
        if word.lower() == "according" and sentence.heads[n] >= 0:
            heads: tuple[int, ...] = (sentence.heads[n],)
        elif word.lower() == "interview":
            heads = tuple(c for c in sentence.children(n, "nmod") if _case(sentence, c) in SPOKEN_TO)
        elif sentence.xpos[n] == "VBN" and sentence.lemmas[n].lower() in nouns("passed_on"):
            heads = sentence.children(n, "obl:agent")
        else:
            continue
        yield from (relay for head in heads if (relay := relay_of(sentence, head, text=text)))


def distinct(relays: Sequence[Relay]) -> tuple[Relay, ...]:
    """Each relay once, in text order."""
    return tuple(sorted(dict.fromkeys(relays), key=lambda relay: relay.span))
