"""Where a content begins and ends beside other cues: at its "that", behind the hearer, before the next thing said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.annotate.statements.clauses import find_entry
from headwater.annotate.statements.venues import venue_kind
from headwater.model.sentence import Sentence

CLOSERS = frozenset({'"', "”", "’", "'", "''", "»"})
OPENERS = frozenset({'"', "“", "``", "''", "«"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
FRONTED = frozenset({"obl", "advcl", "advmod", "cc", "punct", "nmod", "mark", "case"})
COMMAS = frozenset({",", "—", "–", "-", "--", "―"})


def from_that(sentence: Sentence, words: list[int], *, cue: int) -> list[int]:
    """Words from their own "that" on, where a phrase before it was taken for their subject: "told the *agency* | that he …"."""
    top = next((n for n in words if sentence.heads[n] == cue), None)
    if top is None:
        return words
    marks = [n for n in sentence.children(top, "mark") if sentence.words[n].lower() == "that"]
    return [n for n in words if n >= marks[0]] if marks and words[0] < marks[0] < top else words


def is_unfinished(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words are only the opening of a clause: "that *if it rains*"; its main part follows the comma."""
    opens = first + 1 < last and sentence.words[first].lower() == "that"
    return opens and sentence.words[first + 1].lower() in CONDITIONS and "," not in sentence.words[first : last + 1]


CONDITIONS = frozenset(
    {
        "as",
        "if",
        "when",
        "while",
        "although",
        "though",
        "because",
        "since",
        "unless",
        "until",
        "after",
        "before",
        "once",
    }
    | {"however", "whenever", "whatever", "whoever"}
)


def behind_hearer(sentence: Sentence, words: list[int], *, cue: int) -> list[int]:
    """Words from the quotation on where those told, and a comma, stand before it: "told the crew*,* “we wait”"."""
    entry = find_entry(sentence, cue, kind="verb")
    if entry is None or "hearer" not in entry.frames or words[0] != cue + 1:
        return words
    for n in words[1:]:
        if sentence.words[n] in OPENERS and sentence.words[n - 1] == ",":
            return [w for w in words if w >= n]
    return words


def before_next_cue(sentence: Sentence, words: list[int], *, cue: int) -> list[int]:
    """Words before what the same or another speaker says next: "…, adding that …", "… and warned that …", "…, while others said …"."""
    inside = set(words)
    for n in words[1:]:
        start = _next_cue(sentence, n, cue=cue) if sentence.upos[n] == "VERB" else None
        if start is not None and start - 1 in inside:
            return [w for w in words if w < start]
    return words


def _next_cue(sentence: Sentence, verb: int, *, cue: int) -> int | None:
    """The word at which a verb inside a content begins another statement, None for one that belongs to the content."""
    entry = find_entry(sentence, verb, kind="verb")
    own = [c for c in sentence.children(verb, "ccomp", "obj", "xcomp") if c > verb]
    if entry is None or not own:
        return None
    says = "clause" in entry.frames or "quote" in entry.frames
    if sentence.xpos[verb] == "VBG" and sentence.rels[verb] in {"advcl", "parataxis", "acl"}:
        return verb if says and _follows_comma(sentence, verb) else None
    clauses = [c for c in own if sentence.rels[c] == "ccomp"]
    start = next(n for n in sentence.subtree(verb) if sentence.upos[n] != "PUNCT")
    if sentence.children(verb, "nsubj"):
        return start if says and clauses and _is_beside(sentence, verb, start=start) else None
    return start if _is_coordinate(sentence, verb, cue=cue, clauses=clauses) else None


def _follows_comma(sentence: Sentence, word: int) -> bool:
    """Whether a comma stands before a word, or before the closing mark before it."""
    before = word - 1
    while before > 0 and sentence.words[before] in CLOSERS:
        before -= 1
    return before >= 0 and sentence.words[before] in COMMAS


def _is_beside(sentence: Sentence, verb: int, *, start: int) -> bool:
    """Whether a clause with a subject of its own stands beside a content: "…, while others said that …"."""
    opener = sentence.words[start].lower()
    opens = (sentence.rels[verb] == "conj" and opener in {"and", "but"}) or (
        sentence.rels[verb] == "advcl" and opener in {"while", "whereas"}
    )
    subject = sentence.children(verb, "nsubj")[0]
    return opens and sentence.upos[subject] != "PRON" and _follows_comma(sentence, start)


def _is_coordinate(sentence: Sentence, verb: int, *, cue: int, clauses: Sequence[int]) -> bool:
    """Whether a verb without a subject is joined to the cue and not to the content: "says it is late and *tells* the crew to go"."""
    head = sentence.heads[verb]
    same = sentence.rels[verb] == "conj" and sentence.xpos[verb] == sentence.xpos[cue] and not _has_aux(sentence, verb)
    if not same or sentence.xpos[cue] == "VB":
        return False
    if sentence.xpos[head] != sentence.xpos[cue]:
        return True
    return any(sentence.words[m].lower() == "that" for c in clauses for m in sentence.children(c, "mark"))


def _has_aux(sentence: Sentence, verb: int) -> bool:
    return bool(sentence.children(verb, "aux"))


def with_front(sentence: Sentence, words: list[int], *, phrase: frozenset[int], cue: int) -> list[int]:
    """Words with what opens their sentence before a cue in commas: "*In the valley*, she said, *nobody sleeps*"."""
    first = min(phrase)
    if first < MINIMUM_FRONT or words[0] < first or sentence.words[first - 1] not in COMMAS:
        return words
    last = _end_of_setting(sentence, max(phrase), cue=cue)
    framed = last + 1 < len(sentence) and sentence.words[last + 1] in COMMAS
    front = range(first - 1)
    tops = [n for n in front if sentence.heads[n] not in front]
    loose = all(sentence.rels[n].split(":")[0] in FRONTED for n in tops)
    if not framed or not loose or any(venue_kind(sentence, n) for n in tops):
        return words
    return [*front, *(n for n in words if n > last + 1)]


MINIMUM_FRONT = 4
"""Words, comma included, from which an opening counts as part of what was said."""


def _end_of_setting(sentence: Sentence, last: int, *, cue: int) -> int:
    """The end of a cue phrase with what tells where and when: "she said *on Monday*"."""
    for top in _after(sentence, cue):
        below = sentence.subtree(top)
        if below[0] == last + 1:
            last = below[-1]
    return last


def _after(sentence: Sentence, cue: int) -> Iterator[int]:
    yield from (n for n in sentence.children(cue, "obl", "advmod") if n > cue)
