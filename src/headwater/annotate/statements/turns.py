"""Speech set out on the page rather than told: turns of a transcript, signed quotations, headlines ("Osei: Mill will close")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.drafts import Draft
from headwater.annotate.statements.passages import Passage
from headwater.model.span import Span, trim

TURN = re.compile(
    r"[\"“]?(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})"
    r"(?:(?P<role>, [^:\n]{1,60})| \([^)\n]{1,40}\))?:\s+(?=\S)"
)
"""A name, its role, a colon and more, at the start of a paragraph."""
SIGNED = re.compile(r"\s*(?:―|—|–|--|-)\s*(?P<name>[A-Z][^\n.;:!?]*(?:[A-Z]\.[^\n;:!?]*)?)\.?\s*")
"""A dash and a name, from a quotation to the end of its paragraph."""
LONGEST_NAME = 8
"""Words of a signature."""
FEWEST_TURNS = 3
"""Turns from which names that are not all capitals count as speakers of a transcript."""


def find_turn_names(passages: Iterable[Passage]) -> frozenset[str]:
    """The names before a colon that are speakers of a transcript: in capitals, or of three turns by two people or more."""
    names = (match["name"] for passage in passages if passage.role != "title" and (match := match_turn(passage)))
    counts = Counter(name for name in names if len(name) > 2)
    capitals = {name for name in counts if name.isupper() and name.lower() not in nouns("label")}
    if len(capitals) < 2:
        capitals = {name for name in capitals if counts[name] > 1}
    repeated = {name for name, n in counts.items() if n > 1 and name.lower() not in nouns("label")}
    if len(repeated) > 1 and sum(counts[name] for name in repeated) >= FEWEST_TURNS:
        capitals |= repeated
    return frozenset(capitals)


def match_turn(passage: Passage) -> re.Match[str] | None:
    """The name and colon a paragraph opens with."""
    match = TURN.match(passage.text, passage.span.start, passage.span.end)
    return match if match and (match["role"] is None or match["name"].isupper()) else None


def draft_turn(passage: Passage, names: frozenset[str]) -> Draft | None:
    """A turn of a transcript: all that follows the name is what was said."""
    match = match_turn(passage)
    if match is None or match["name"] not in names:
        return None
    content = trim(passage.text, match.end(), passage.span.end)
    if passage.text[match.start()] in '"“' and passage.text[content.end - 1] in '"”':
        content = Span(content.start, content.end - 1)
    colon = passage.text.index(":", match.end("name"))
    return Draft(passage, (content,), "turn@1", cue=(Span(colon, colon + 1),), speaker=(Span(*match.span("name")),))


def draft_signed(passage: Passage, number: int) -> Draft | None:
    """A quotation signed at the end of its paragraph: "…" — Mira Osei."""
    quotation = passage.quotations[number]
    match = SIGNED.fullmatch(passage.text, quotation.outer.end, passage.span.end)
    if match is None or len(match["name"].split()) > LONGEST_NAME:
        return None
    dash = trim(passage.text, quotation.outer.end, match.start("name"))
    return Draft(passage, (quotation.inner,), "signed@1", cue=(dash,), speaker=(Span(*match.span("name")),))


def draft_headline(passage: Passage) -> Draft | None:
    """A headline "Name: what they say"."""
    match = TURN.match(passage.text, passage.span.start, passage.span.end)
    if (
        match is None
        or match["role"]
        or match.start("name") != passage.span.start
        or passage.text[match.end() - 1] == "\n"
    ):
        return None
    name = Span(*match.span("name"))
    content = trim(passage.text, match.end(), passage.span.end)
    if not _is_speaker(passage, name) or len(passage.text[content.start : content.end].split()) < SHORTEST_HEADLINE:
        return None
    colon = match.end("name")
    return Draft(passage, (_bare(passage, content),), "headline@1", cue=(Span(colon, colon + 1),), speaker=(name,))


SHORTEST_HEADLINE = 3
"""Words after the colon of a headline that is somebody's statement."""


def _bare(passage: Passage, content: Span) -> Span:
    """Without marks, where all of it is one quotation; without the full stop of a headline."""
    inner = {q.outer: q.inner for q in passage.quotations}
    end = content.end - 1 if passage.text[content.end - 1] == "." else content.end
    return inner.get(content) or inner.get(Span(content.start, end)) or content


def _is_speaker(passage: Passage, name: Span) -> bool:
    """Whether what stands before a headline's colon can speak: a person, an organisation, a poll."""
    sentence = passage.sentences[0]
    words = sentence.words_in(name)
    if not words:
        return False
    found = [n for n in sentence.names if n.first <= words[0] and words[-1] < n.last and n.label in {"PERSON", "ORG"}]
    return bool(found) or sentence.lemmas[words[-1]].lower() in nouns("headline_speaker")
