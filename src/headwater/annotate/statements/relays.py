"""Who passed a statement on: "X, the agency said", "X told the agency", "the agency quoted X as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.media import bare_name, find_medium, is_initials, with_title
from headwater.annotate.statements.speakers import noun_phrase, quoted_by
from headwater.annotate.statements.venues import venue_kind
from headwater.model.notes import Relay
from headwater.model.sentence import Sentence

TOLD = frozenset({"tell", "inform", "assure", "remind"})
SPOKEN_TO = frozenset({"to", "with", "for", "by"})
ON_AIR = SPOKEN_TO | {"on"}
"""What joins an interview to its channel: "an interview on Radio Quill"."""
ASKED = frozenset({"interview", "ask", "question", "press"})
PRINTED = frozenset({"write", "argue"})
"""Verbs of those who write for a paper: "wrote in the Harbour Herald that …"."""


def relay_of(sentence: Sentence, head: int, *, text: str) -> Relay | None:
    """The relay that a noun phrase names, None where it names no medium."""
    before = [c for c in sentence.children(head, "case") if c < head]
    words = noun_phrase(sentence, head, cut=[*before, *sentence.children(head, "conj", "cc")])
    if not words:
        return None
    words = with_title(sentence, words)
    if name := find_medium(sentence, words, text=text):
        return Relay(sentence.cover(words), name)
    owners = sentence.children(head, "nmod:poss")
    belongs = sentence.lemmas[head].lower() in nouns("of_medium") or sentence.words[head][:1].isupper()
    return relay_of(sentence, owners[0], text=text) if owners and belongs else None


def named_relay(sentence: Sentence, head: int, *, text: str) -> Relay | None:
    """The relay of a phrase whose place makes it a medium ("carried by …", "… reported"): a known one, else any name but a person's."""
    known = relay_of(sentence, head, text=text)
    label = next((name.label for name in sentence.names if name.first <= head < name.last), "")
    if known or sentence.upos[head] != "PROPN" or label in {"PERSON", "LOC", "NORP"}:
        return known
    words = noun_phrase(sentence, head, cut=[c for c in sentence.children(head, "case") if c < head])
    span = sentence.cover(words or (head,))
    return Relay(span, bare_name(text[span.start : span.end]))


def find_hearers(sentence: Sentence, cue: int, *, text: str) -> Iterator[Relay]:
    """Media the speaker spoke to: "told the agency", "said to the daily", "in an interview with the channel"."""
    hearers = [n for child in _spoken_to(sentence, cue) for n in (child, *sentence.children(child, "conj"))]
    found = [relay for child in hearers if (relay := _told_relay(sentence, child, text=text))]
    names = [relay.span.start for relay in found]
    yield from (relay for relay in found if relay.span.end + 1 not in names)


def _told_relay(sentence: Sentence, hearer: int, *, text: str) -> Relay | None:
    """The relay of one who is told something: a medium, or a name of letters as broadcasters have."""
    known = relay_of(sentence, hearer, text=text)
    if known or not is_initials(sentence, hearer):
        return known
    return Relay(sentence.cover([hearer]), sentence.words[hearer])


def _spoken_to(sentence: Sentence, cue: int) -> Iterator[int]:
    if sentence.lemmas[cue].lower() in TOLD:
        yield from sentence.children(cue, "obj", "iobj")
    for child in sentence.children(cue, "obl", "advcl"):
        if _case(sentence, child) == "to" or (_case(sentence, child) == "in" and _is_printed(sentence, cue)):
            yield child
        elif (kind := venue_kind(sentence, child)) in {"interview", "text", "occasion"}:
            joining = ON_AIR if kind == "interview" else SPOKEN_TO
            yield from (c for c in sentence.children(child, "nmod") if _case(sentence, c) in joining)
    yield from _interviewers(sentence, cue)


def _interviewers(sentence: Sentence, cue: int) -> Iterator[int]:
    """ "speaking to the daily, he said"."""
    for child in sentence.children(cue, "advcl"):
        if sentence.lemmas[child].lower() in {"speak", "talk"}:
            yield from (c for c in sentence.children(child, "obl") if _case(sentence, c) in {"to", "with"})
        elif sentence.lemmas[child].lower() in ASKED and sentence.xpos[child] == "VBN":
            yield from sentence.children(child, "obl:agent")


def _is_printed(sentence: Sentence, cue: int) -> bool:
    return sentence.lemmas[cue].lower() in PRINTED


def _case(sentence: Sentence, word: int) -> str:
    cases = sentence.children(word, "case", "mark")
    return sentence.words[cases[0]].lower() if cases else ""


def find_quoters(sentence: Sentence, cue: int, *, text: str) -> Iterator[Relay]:
    """ "The agency quoted the general as saying …", "…, as the agency reported"."""
    quoting = quoted_by(sentence, cue)
    if quoting is not None:
        citing = quoted_by(sentence, quoting)
        heads = () if citing is None else sentence.children(citing, "nsubj", "obj")
        yield from (relay for head in heads if (relay := relay_of(sentence, head, text=text)))
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
    """Media named beside a statement wherever they hang: "…, she said, according to the daily", "…, in comments to the daily"."""
    for n, word in enumerate(sentence.words):
        if word.lower() == "according" and sentence.heads[n] >= 0:
            heads: tuple[int, ...] = (sentence.heads[n],)
        elif word.lower() in nouns("given_to"):
            heads = tuple(c for c in sentence.children(n, "nmod") if _case(sentence, c) in SPOKEN_TO)
        elif sentence.xpos[n] == "VBN" and sentence.lemmas[n].lower() in nouns("passed_on"):
            yield from (
                relay for head in sentence.children(n, "obl:agent") if (relay := named_relay(sentence, head, text=text))
            )
            continue
        elif word.lower() == "per" and sentence.rels[n] == "case":
            head = sentence.heads[n]
            heads = (sentence.heads[head] if sentence.rels[head] == "det" else head,)
        elif word.lower() in {"citing", "quoting"}:
            heads = sentence.children(n, "obj")
        else:
            continue
        yield from (relay for head in heads if (relay := relay_of(sentence, head, text=text)))


def distinct(relays: Sequence[Relay]) -> tuple[Relay, ...]:
    """Each relay once, in text order."""
    return tuple(sorted(dict.fromkeys(relays), key=lambda relay: relay.span))
