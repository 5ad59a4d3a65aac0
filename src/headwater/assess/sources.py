"""Where the words of a report come from: the statement they stand in, what their sentence says, else the report as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from headwater.assess.described import passing_words, read_passing
from headwater.assess.independence import Background, Sources, is_stated
from headwater.assess.media import StoryMedia
from headwater.assess.outlets import gather_outlets
from headwater.assess.venues import find_occasion
from headwater.lexicon import load
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

LOOK_BACK = 40
"""Characters before an occasion in which the word that leads to it is looked for."""
HELD = re.compile(r"\b(?:in|at|during|to|told|tells?|telling|addressing) (?:[\w'’-]+ ){0,3}$")


def collect_places(background: Background, places: Iterable[tuple[str, Span]]) -> Sources:
    """The origins of each report's words: what they state themselves, else what is known of them."""
    found: dict[str, list[Origin]] = {}
    for report, span in places:
        found.setdefault(report, []).extend(find_sources(background, background.readings[report], span))
    return {report: tuple(filter(is_stated, origins)) or tuple(origins) for report, origins in found.items()}


def find_sources(background: Background, reading: Reading, span: Span) -> tuple[Origin, ...]:
    """The origins of some words: of the narrowest statement that holds them, of their sentence, else of the report."""
    report = reading.report.id
    holding = [
        (sum(end - start for start, end in statement.content), number)
        for number, statement in enumerate(reading.statements)
        if any(part.meets(span) for part in statement.content)
    ]
    told = background.story.origins.get((report, min(holding)[1]), ()) if holding else ()
    if any(not background.is_credit(report, origin) for origin in told):
        return told
    return _read_sentence(background, reading, span) or told or background.story.report_origins.get(report, ())


def _read_sentence(background: Background, reading: Reading, span: Span) -> tuple[Origin, ...]:
    """What a sentence says of where it comes from, though nothing in it was read as a statement."""
    sentence = next((s.span for s in reading.sentences if s.span.holds(span)), None)
    if sentence is None:
        return ()
    found = read_passing(reading, sentence, agencies=background.agencies) or _read_state_media(
        background, reading, sentence
    )
    occasion = find_occasion(reading.report.text, Span(sentence.start, span.start))
    if (
        found is None
        and occasion
        and occasion.kind == "press conference"
        and _is_held(reading.report.text, occasion.span)
    ):
        found = Origin("press conference", occasion.name, (Cite(reading.report.id, occasion.span),))
    return (found,) if found else ()


def _is_held(text: str, occasion: Span) -> bool:
    """Whether words were said on an occasion: a speech "ahead of" which they stand is still to come."""
    return bool(HELD.search(text, max(0, occasion.start - LOOK_BACK), occasion.start))


def _read_state_media(background: Background, reading: Reading, sentence: Span) -> Origin | None:
    """The state's agency or broadcaster that a sentence says passed it on, by whatever name the story has for it."""
    match = _state_media().search(reading.report.text, *sentence)
    if match is None:
        return None
    media = StoryMedia(background.agencies, gather_outlets(background.story.readings))
    return media.find(reading, Span(*match.span("words")))


@cache
def _state_media() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("origins")["state_media"]["words"], key=len, reverse=True)))
    return re.compile(rf"\b(?P<words>(?i:{words}))(?: has| had| have)? (?:{passing_words()})\b")
