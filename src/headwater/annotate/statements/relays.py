"""Who passed a statement on: "X, the agency said", "X told the agency", "the agency quoted X as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.statements.clauses import has_to
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
CARRIED_IN = frozenset({"in", "on", "by", "from", "via"})
ACCOUNTS = frozenset({"report", "story", "article", "account"})
"""What a medium makes of what others said: "according to a report in the Harbour Herald"."""
CARRYING = frozenset({"carry", "broadcast", "air", "quote", "cite", "relay", "distribute", "run", "report"})
"""Verbs whose agent is a medium whatever its name; documents are published, seen and obtained by others as well."""
GIVEN_IN = frozenset({"in", "during", "from", "via", "through", ""})
"""What may lead to a text in which somebody speaks; asked "about an article", one speaks elsewhere."""
HANDED = frozenset({"share", "provide", "send", "give", "leak", "supply", "release", "email", "forward", "grant"})
"""Verbs of those who hand a text to a medium: "a statement sent to AFP"."""
PRINTED = frozenset({"write", "argue"})
"""Verbs of those who write for a paper: "wrote in the Harbour Herald that …"."""


def relay_of(sentence: Sentence, head: int, *, text: str) -> Relay | None:
    """The relay that a noun phrase names, None where it names no medium."""
    before = [c for c in sentence.children(head, "case") if c < head]
    words = noun_phrase(sentence, head, cut=[*before, *_joined(sentence, head)])
    if not words:
        return None
    words = with_title(sentence, words)
    if any(sentence.words[n].lower() == "own" for n in words):
        return None
    if name := find_medium(sentence, words, text=text):
        return Relay(sentence.cover(words), name)
    owners = sentence.children(head, "nmod:poss")
    belongs = sentence.lemmas[head].lower() in nouns("of_medium") or sentence.words[head][:1].isupper()
    if owners and belongs:
        return relay_of(sentence, owners[0], text=text)
    if any(name.label == "PERSON" and name.first <= head < name.last for name in sentence.names):
        return _employer(sentence, head, text=text)
    printed = [c for c in sentence.children(head, "nmod") if _case(sentence, c) in CARRIED_IN]
    return relay_of(sentence, printed[0], text=text) if printed and sentence.lemmas[head] in ACCOUNTS else None


def _employer(sentence: Sentence, person: int, *, text: str) -> Relay | None:
    """The medium a person works for: "told Mira Holm *of the Harbour Herald*"."""
    places = [c for c in sentence.children(person, "nmod") if _case(sentence, c) in {"of", "from", "at"}]
    return relay_of(sentence, places[0], text=text) if places else None


def _joined(sentence: Sentence, head: int) -> tuple[int, ...]:
    """What is joined to a phrase or to the name beside it: "the agency SELNA *and* the daily Vestnik"."""
    beside = (head, *sentence.children(head, "appos", "flat"))
    return tuple(c for n in beside for c in sentence.children(n, "conj", "cc"))


def named_relay(sentence: Sentence, head: int, *, text: str) -> Relay | None:
    """The relay of a phrase whose place makes it a medium ("carried by …", "… reported"): a known one, else any name but a person's."""
    known = relay_of(sentence, head, text=text)
    label = next((name.label for name in sentence.names if name.first <= head < name.last), "")
    if known or sentence.upos[head] != "PROPN" or label in {"PERSON", "LOC", "NORP"}:
        return known
    words = noun_phrase(sentence, head, cut=[c for c in sentence.children(head, "case") if c < head])
    if any(sentence.lemmas[n].lower() in _bodies() for n in words):
        return None
    span = sentence.cover(words or (head,))
    return Relay(span, bare_name(text[span.start : span.end]))


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Words of institutions that are no media: what they report is their own."""
    return frozenset(lexicon.load("roles")["institutions"]["words"]) - nouns("medium")


def find_hearers(sentence: Sentence, cue: int, *, text: str) -> Iterator[Relay]:
    """Media the speaker spoke to: "told the agency", "said to the daily", "in an interview with the channel"."""
    hearers = [n for child in _spoken_to(sentence, cue) for n in (child, *_joined(sentence, child))]
    found = [relay for child in hearers if (relay := _told_relay(sentence, child, text=text))]
    names = [relay.span.start for relay in found]
    yield from (relay for relay in found if relay.span.end + 1 not in names)


def _told_relay(sentence: Sentence, hearer: int, *, text: str) -> Relay | None:
    """The relay of one who is told something: a medium, or a name of letters as broadcasters have."""
    owners = sentence.children(hearer, "nmod:poss") if sentence.words[hearer][:1].isupper() else ()
    letters = [relay for word in (hearer, *owners) if (relay := _by_letters(sentence, word))]
    return relay_of(sentence, hearer, text=text) or next(iter(letters), None)


def _by_letters(sentence: Sentence, word: int) -> Relay | None:
    return Relay(sentence.cover([word]), sentence.words[word]) if is_initials(sentence, word) else None


def _spoken_to(sentence: Sentence, cue: int) -> Iterator[int]:
    if sentence.lemmas[cue].lower() in TOLD and not any(has_to(sentence, c) for c in sentence.children(cue, "xcomp")):
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
        elif sentence.lemmas[child].lower() == "write":
            yield from (c for c in sentence.children(child, "obl") if _case(sentence, c) in {"in", "for"})
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
            find = named_relay if sentence.lemmas[child].lower() == "report" else relay_of
            for head in sentence.children(child, "nsubj", "obl:agent"):
                if relay := find(sentence, head, text=text):
                    yield relay


def find_sources(sentence: Sentence, text: str) -> Iterator[Relay]:
    """Media named beside a statement wherever they hang: "…, she said, according to the daily", "…, in comments to the daily"."""
    for n in range(len(sentence)):
        if sentence.xpos[n] == "VBN" and sentence.lemmas[n].lower() in nouns("passed_on"):
            yield from _carriers(sentence, n, text=text)
        else:
            heads = _source_heads(sentence, n)
            yield from (relay for head in heads if (relay := _told_relay(sentence, head, text=text)))


def _source_heads(sentence: Sentence, n: int) -> tuple[int, ...]:
    """What a word that leads to a source leads to: "according to …", "per …", "citing …", "comments to …", "sent to …"."""
    word, head = sentence.words[n].lower(), sentence.heads[n]
    if word == "according" and head >= 0:
        return (head,)
    if word == "per" and sentence.rels[n] == "case":
        return (sentence.heads[head] if sentence.rels[head] == "det" else head,)
    if word in {"citing", "quoting"}:
        return sentence.children(n, "obj")
    if _whole(sentence, n) in nouns("given_to") and _case(sentence, n) in GIVEN_IN:
        joining = ON_AIR if word == "interview" else SPOKEN_TO | {"in"}
        return tuple(c for c in sentence.children(n, "nmod") if _case(sentence, c) in joining)
    if sentence.xpos[n] == "VBN" and sentence.lemmas[n].lower() in HANDED:
        return tuple(c for c in sentence.children(n, "obl") if _case(sentence, c) in {"to", "with"})
    return ()


def _carriers(sentence: Sentence, verb: int, *, text: str) -> Iterator[Relay]:
    """Who passed on: "carried *by the agency*", "published *in the Harbour Herald*", "aired *on state television*"."""
    for head in sentence.children(verb, "obl"):
        if sentence.rels[head] == "obl:agent":
            find = named_relay if sentence.lemmas[verb].lower() in CARRYING else relay_of
            relay = find(sentence, head, text=text) or _by_letters(sentence, head)
        else:
            aired = sentence.upos[head] == "PROPN" or sentence.lemmas[head].lower() in {
                "television",
                "tv",
                "radio",
                "media",
            }
            relay = relay_of(sentence, head, text=text) if aired and _case(sentence, head) in CARRIED_IN else None
        if relay:
            yield relay


def _whole(sentence: Sentence, word: int) -> str:
    """A word with the first part of its compound: "op-ed" is three words to the parser."""
    joined = word > 1 and sentence.words[word - 1] == "-"
    return "".join(sentence.words[word - 2 if joined else word : word + 1]).lower()


def distinct(relays: Sequence[Relay]) -> tuple[Relay, ...]:
    """Each relay once, in text order."""
    return tuple(sorted(dict.fromkeys(relays), key=lambda relay: relay.span))
