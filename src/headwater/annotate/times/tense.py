"""What the parse says of a time's side: the tense of the verb that governs it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from headwater import lexicon
from headwater.model.sentence import Sentence
from headwater.model.span import Span

FIRM = 2
"""A side that no other word near the expression outweighs."""
OVER = "told as over"
"""Stands at the end of the reason of a day that firmly lies behind."""
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
"""Auxiliaries of the future, as the parser writes their words."""

NO_HAPPENING = frozenset({"it", "this", "that", "today", "yesterday", "tomorrow", "day", "date"})
"""Subjects of which a day is said without anything taking place: "today is Monday"."""
PRESENT_HELPERS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
PAST_HELPERS = frozenset({"was", "were", "had", "did", "has", "have"})


NEAR_BEFORE = 8
"""Words from "hours before" to the day it is said of."""


def load_cues() -> dict[str, Any]:
    """The word lists of the sides."""
    return lexicon.load("times_cues")


def tense_hint(sentences: Sequence[Sentence]) -> Callable[[Span], int]:
    """A function from the place of an expression to 1 (its verb lies ahead), -1 (behind) or 0 (not said); doubled where it is firm."""
    in_order = sorted(sentences, key=lambda sentence: sentence.span)
    starts = [sentence.span.start for sentence in in_order]

    def hint(span: Span) -> int:
        place = bisect_right(starts, span.start) - 1
        held = place >= 0 and in_order[place].span.holds(span)
        return _side(in_order[place], span) if held else 0

    return hint


def _side(sentence: Sentence, span: Span) -> int:
    """The side of the nearest verb above; past and present forms count only where the expression hangs on the verb itself."""
    inside = set(sentence.words_in(span))
    tops = [word for word in sorted(inside) if sentence.heads[word] not in inside]
    if tops and (side := _side_of_predicate(sentence, tops[-1])):
        return side
    verb = (
        next((word for word in sentence.ancestors(tops[-1]) if sentence.upos[word] == "VERB"), None) if tops else None
    )
    if verb is None:
        return 0
    if _is_new_day(sentence, tops, verb):
        return FIRM
    if _is_settled(sentence, verb) or _is_just_before(sentence, min(inside), verb) or _is_done_by(sentence, tops, verb):
        return -FIRM
    if _is_ahead(sentence, verb):
        return 1
    if is_bygone(sentence, sentence.heads[verb]):
        return -1
    return _tense(sentence, verb) if sentence.heads[tops[-1]] == verb else 0


def _side_of_predicate(sentence: Sentence, top: int) -> int:
    """As in "the funeral is on Thursday", "the vote was Sunday": the expression is what the sentence says of its subject."""
    copulas = {sentence.words[child].lower() for child in sentence.children(top, "cop")}
    subjects = [sentence.lemmas[child].lower() for child in sentence.children(top, "nsubj")]
    if not copulas or not subjects or set(subjects) & NO_HAPPENING:
        return 0
    return 1 if copulas & {"is", "'s", "’s", "are", "be"} else -1 if copulas & {"was", "were"} else 0


def _is_ahead(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is a future ("will speak") or an infinitive of plans ("is expected to speak")."""
    if AHEAD & {sentence.words[child].lower() for child in sentence.children(verb, "aux")}:
        return True
    to = "to" in {sentence.words[child].lower() for child in sentence.children(verb, "mark", "aux")}
    head = sentence.heads[verb]
    if to and is_bygone(sentence, head):
        return False
    if to and PRESENT_HELPERS & {sentence.words[child].lower() for child in sentence.children(verb, "aux", "cop")}:
        return True  # "is to speak"
    return to and head >= 0 and sentence.lemmas[head] in load_cues()["plans"]["words"]


def _cases(sentence: Sentence, words: Sequence[int]) -> set[str]:
    """The prepositions of some words."""
    return {sentence.words[child].lower() for word in words for child in sentence.children(word, "case")}


def _is_done_by(sentence: Sentence, tops: Sequence[int], verb: int) -> bool:
    """As in "ships had been sent elsewhere by Wednesday night"."""
    helpers = {sentence.words[child].lower() for child in sentence.children(verb, "aux")}
    hangs = any(sentence.heads[top] == verb for top in tops)
    return hangs and "had" in helpers and sentence.xpos[verb] == "VBN" and "by" in _cases(sentence, tops)


def _is_new_day(sentence: Sentence, tops: Sequence[int], verb: int) -> bool:
    """Whether something is moved to the day: "put back to Sunday", "has been brought forward to 7 June"."""
    cases = _cases(sentence, tops)
    beside = {sentence.words[child].lower() for child in sentence.children(verb, "compound:prt", "advmod")}
    wanted = load_cues()["moved"]["words"].get(sentence.lemmas[verb])
    return bool(cases & {"to", "until", "till"}) and wanted is not None and (not wanted or bool(beside & set(wanted)))


def _is_settled(sentence: Sentence, verb: int) -> bool:
    """Whether what was promised for the day is told as kept or broken: "did not keep his promise to speak on Sunday"."""
    noun = sentence.heads[verb]
    above = sentence.heads[noun] if noun >= 0 else -1
    lists = load_cues()
    if above < 0 or sentence.lemmas[noun] not in lists["plans"]["words"] or sentence.upos[noun] != "NOUN":
        return False
    return sentence.lemmas[above] in lists["settles"]["words"] and _tense(sentence, above) < 0


def _is_just_before(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether what is told took place hours or less before it: "reached a deal hours before a deadline on Sunday"."""
    if _tense(sentence, verb) >= 0:
        return False
    words = [word.lower() for word in sentence.words[max(0, first - NEAR_BEFORE) : first]]
    places = [n for n, word in enumerate(words) if word == "before" and n]
    return bool(places) and words[places[-1] - 1] in load_cues()["just_before"]["words"]


def is_bygone(sentence: Sentence, word: int) -> bool:
    """Whether a plan had been made before what is told: "had planned to", "had been due to", "had threatened to"."""
    if word < 0 or sentence.lemmas[word] not in load_cues()["given_up"]["words"]:
        return False
    helpers = [sentence.words[child].lower() for child in sentence.children(word, "aux", "cop", "aux:pass")]
    return "had" in helpers


def _tense(sentence: Sentence, verb: int) -> int:
    helpers = {sentence.words[child].lower() for child in sentence.children(verb, "aux")}
    if sentence.xpos[verb] == "VBD" or helpers & PAST_HELPERS:
        return -1
    return 1 if _is_timetable(sentence, verb, helpers) else 0


def _is_timetable(sentence: Sentence, verb: int, helpers: set[str]) -> bool:
    """Whether a present form tells of what is arranged: "testifies on Thursday", "is holding a rally"; not in headlines."""
    told = load_cues()["told_in_present"]["words"]
    if sentence.role != "body" or sentence.lemmas[verb] in told:
        return False
    if sentence.xpos[verb] == "VBG":
        return bool(helpers & PRESENT_HELPERS)
    return sentence.xpos[verb] in {"VBZ", "VBP"} and not helpers
