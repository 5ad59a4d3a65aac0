"""Quotations and the cues beside them: "X," she said; she said: "X"; "X," she said, "Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.annotate.statements.clauses import find_entry, has_to
from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.kinds import ending, find_kind, is_whole, starts_sentence
from headwater.annotate.statements.passages import TERMINATORS, Passage, Word
from headwater.annotate.statements.speakers import (
    antecedent_of,
    find_subject,
    heads_of,
    is_thing,
    noun_phrase,
    quoted_by,
)
from headwater.model.sentence import Sentence
from headwater.model.span import Span

JOINING = (",", "?", "!", "—", "–", "-", "…", "...", ";", ":")
"""A quotation that ends so may be followed by its cue."""
NAMING = frozenset({"PROPN", "PRON", "NOUN", "DET", "ADJ", "NUM"})
NOT_A_CUE = frozenset({"be", "have", "do", "go", "come", "get", "make", "take"})
LONGEST_GAP = 3
"""Words that may stand between a quotation and the cue clause after it: "X," *however,* he said."""


@dataclass(slots=True)
class Attached:
    """Quotations of a passage that one cue claims."""

    passage: Passage
    quotations: list[int]
    sentence: Sentence
    cue: int
    speaker: tuple[int, ...]
    """Words of the cue's sentence."""
    before: Span | None = None
    """What belongs to the content and stands before the first quotation, unquoted."""
    apart: Span | None = None
    """Unquoted content before the cue: "*If it rains,* she said, “we wait”"."""
    after: Span | None = None
    """The rest of the clause that the first quotation opens: "said, “we wait” *for the snow to melt*"."""
    rule: str = "quote-after@1"


def _is_cue(word: Word, *, adjacent: bool) -> bool:
    """Whether a verb may introduce a quotation: one that takes quotations, or any finite one right beside it."""
    if word.tag not in {"VERB", "AUX"}:
        return False
    entry = find_entry(word.sentence, word.number, kind="verb")
    if entry is not None and ("quote" in entry.frames or "hearer" in entry.frames):
        return True
    sentence, number = word.sentence, word.number
    finite = sentence.xpos[number] in {"VBD", "VBZ", "VBP"} and not sentence.children(number, "obj", "xcomp")
    return adjacent and word.tag == "VERB" and finite and sentence.lemmas[number] not in NOT_A_CUE


def _name(word: Word, outside: set[tuple[int, int]]) -> tuple[int, ...]:
    """The speaker of a cue verb, as far as it stands outside of quotations."""
    head = find_subject(word.sentence, word.number)
    if head is None:
        return ()
    described = antecedent_of(word.sentence, word.number) if word.sentence.xpos[head] in {"WP", "WDT"} else None
    cut = word.sentence.children(described, "acl:relcl") if described is not None else ()
    words = noun_phrase(word.sentence, head if described is None else described, cut=[word.number, *cut])
    return tuple(n for n in words if (word.sentence.index, n) in outside)


def find_tail_cue(passage: Passage, quotation: int) -> tuple[Word, tuple[int, ...]] | None:
    """The cue after a quotation, and its speaker."""
    tail = passage.tail(quotation)
    end = ending(passage, quotation)
    joined = end.endswith(JOINING) or (bool(tail) and tail[0].text in {",", "—", "–", "-"})
    if not tail or not joined:
        return None
    words = [w for w in tail if w.tag != "PUNCT"]
    if (
        not words
        or words[0].tag in {"CCONJ", "SCONJ"}
        or words[0].sentence.xpos[words[0].number] in {"WDT", "WP", "WRB"}
    ):
        return None
    return _clause_at_start(words, productive=end.endswith((",", "?", "!")))


def _clause_at_start(words: Sequence[Word], *, productive: bool) -> tuple[Word, tuple[int, ...]] | None:
    """The first cue verb of ``words`` if it, or its subject, stands at their start."""
    outside = {(w.sentence.index, w.number) for w in words}
    for place, word in enumerate(words):
        if not _is_cue(word, adjacent=productive):
            if _begins_another(word):
                return None
            continue
        if not may_follow(word.sentence, word.number):
            return None
        name = _name(word, outside)
        numbers = [w.number for w in words if w.sentence is word.sentence]
        if not name:
            name = _guess_name(words, place)
        first = min([word.number, *name])
        if name and first in numbers[: LONGEST_GAP + 1]:
            return word, name
        return None
    return None


FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _begins_another(word: Word) -> bool:
    """Whether a word is a verb with a tense that is no cue: "…, denounced the plan and said …"."""
    described = word.sentence.rels[word.number] == "acl:relcl" and bool(word.sentence.children(word.number, "nsubj"))
    finite = word.tag == "VERB" and word.sentence.xpos[word.number] in FINITE and not described
    return finite and word.sentence.lemmas[word.number].lower() not in nouns("quote_as")


def may_follow(sentence: Sentence, verb: int) -> bool:
    """Whether a verb may be the cue of a quotation before it: one with a tense, or of "was quoted as saying", not "…, adding that"."""
    return (sentence.xpos[verb] != "VBG" or quoted_by(sentence, verb) is not None) and not has_to(sentence, verb)


def _guess_name(words: Sequence[Word], place: int) -> tuple[int, ...]:
    """The noun phrase beside a cue, where the parse gives none: before it, else right after it."""
    verb = words[place]
    before = [w for w in words[:place] if w.sentence is verb.sentence and w.tag in NAMING]
    if before:
        return tuple(w.number for w in before)
    after: list[int] = []
    for word in words[place + 1 :]:
        if word.sentence is not verb.sentence or word.tag not in NAMING:
            break
        after.append(word.number)
    return tuple(after)


def find_lead_cue(passage: Passage, quotation: int) -> tuple[Word, tuple[int, ...]] | None:
    """The cue before a quotation, and its speaker: nothing of the content may stand between the two."""
    lead = passage.lead(quotation)
    if not lead:
        return None
    outside = {(w.sentence.index, w.number) for w in lead}
    last = lead[-1]
    colon = last.text == ":"
    verbs = [w for w in lead if _is_cue(w, adjacent=False)]
    if not colon and last.text != "," and _goes_on(passage, quotation):
        return None
    for word in reversed(verbs):
        after = [w for w in lead if w.span.start > word.span.start]
        if colon or _is_bare(word, after):
            return word, _name(word, outside)
        return None
    return None


def _goes_on(passage: Passage, quotation: int) -> bool:
    """Whether the sentence goes on after a quotation: then it is part of a clause."""
    if ending(passage, quotation).endswith((".", "?", "!")):
        return False
    return bool([w for w in passage.tail(quotation) if w.tag != "PUNCT"])


def _is_bare(verb: Word, after: Sequence[Word]) -> bool:
    """Whether between a cue and the quotation stand only the hearer, time and place: no words of the content."""
    if not after:
        return True
    if after[-1].text not in {",", ":"} and not (len(after) == 1 and after[0].text.lower() in {"that", "is", "was"}):
        return False
    sentence = verb.sentence
    content = [w for w in after if w.tag in {"VERB", "AUX"}]
    subjects = [w for w in after if sentence is w.sentence and sentence.rels[w.number].startswith("nsubj")]
    return not content and all(sentence.heads[w.number] == verb.number for w in subjects)


def attach(passage: Passage) -> list[Attached]:
    """The quotations of a passage that stand beside a cue, grouped by it, in text order."""
    found: list[Attached] = []
    for number in range(len(passage.quotations)):
        current = found[-1] if found else None
        if current is not None and _continues(passage, current, number=number):
            current.quotations.append(number)
            continue
        made = _attach_one(passage, number, taken={(a.sentence.index, a.cue) for a in found})
        if made is not None:
            if current is not None and made.before is not None and made.before.start < _end_of(passage, current):
                made.before = None
            made.after = _find_rest(passage, number) if made.rule == "quote-before@1" else None
            made.rule = made.rule if _is_sure(made) else made.rule.replace("@", "-unsure@")
            found.append(made)
    return found


def _end_of(passage: Passage, attached: Attached) -> int:
    """Where the last quotation of a cue ends."""
    return passage.quotations[attached.quotations[-1]].outer.end


def _attach_one(passage: Passage, number: int, *, taken: set[tuple[int, int]]) -> Attached | None:
    if find_kind(passage, number) in {"title", "nickname", "term"}:
        return None
    tail = find_tail_cue(passage, number)
    if tail is not None:
        word, name = tail
        lead = [w for w in passage.start_of(number) if w.tag != "PUNCT"]
        made = Attached(passage, [number], word.sentence, word.number, name)
        colon = bool(lead) and passage.lead(number)[-1].text == ":"
        if lead and not colon and (not starts_sentence(passage, number) or len(lead) <= 2):
            made.before = Span(lead[0].span.start, passage.quotations[number].outer.start)
        if not lead or made.before or colon:
            return made
    lead_cue = find_lead_cue(passage, number)
    if lead_cue is not None and (lead_cue[0].sentence.index, lead_cue[0].number) not in taken:
        word, name = lead_cue
        made = Attached(passage, [number], word.sentence, word.number, name, rule="quote-before@1")
        made.before = _from_that(passage, number, cue=word)
        made.apart = _find_opening(passage, number, cue=word, name=name)
        return made
    return None


def _is_sure(made: Attached) -> bool:
    """Whether the speaker is the cue's own subject and somebody: not one taken over from another verb, nor a thing."""
    heads = heads_of(made.sentence, made.speaker)
    own = bool(made.sentence.children(made.cue, "nsubj", "obl:agent")) or quoted_by(made.sentence, made.cue) is not None
    first = min([made.cue, *made.sentence.children(made.cue, "aux")])
    beside = bool(made.speaker) and (made.speaker[-1] == first - 1 or made.speaker[0] == made.cue + 1)
    return (own or beside) and not any(is_thing(made.sentence, head) for head in heads[:1])


GOES_ON = frozenset(
    {"from", "on", "of", "and", "or", "about", "for", "to", "against", "because", "that", "who", "which", "than"}
)


def _find_rest(passage: Passage, number: int) -> Span | None:
    """What follows a quotation and ends the clause it opens."""
    tail = [w for w in passage.tail(number) if w.tag != "PUNCT"]
    if not tail or not _goes_on(passage, number) or tail[0].text.lower() not in GOES_ON:
        return None
    return Span(passage.quotations[number].outer.end, tail[-1].span.end)


def _from_that(passage: Passage, number: int, *, cue: Word) -> Span | None:
    """The unquoted start of a clause that its quotation ends: "said *that in the valley,* “nobody sleeps”"."""
    between = [w for w in passage.lead(number) if w.span.start > cue.span.start]
    that = next((w for w in between if w.text.lower() == "that" and w.tag == "SCONJ"), None)
    if (
        that is None
        or between[-1].text == ":"
        or all(w is that or w.tag == "PUNCT" for w in between[between.index(that) :])
    ):
        return None
    return Span(that.span.start, passage.quotations[number].outer.start)


def _find_opening(passage: Passage, number: int, *, cue: Word, name: Sequence[int]) -> Span | None:
    """The unquoted start of a sentence that its quotation ends, the cue between commas in the middle."""
    first = min([cue.number, *name])
    words = [w for w in passage.lead(number) if w.sentence is cue.sentence and w.number < first]
    framed = len(words) > 1 and words[-1].text == "," and passage.lead(number)[-1].text == ","
    if not framed or starts_sentence(passage, number):
        return None
    return Span(words[0].span.start, words[-2].span.end)


def _continues(passage: Passage, current: Attached, *, number: int) -> bool:
    """Whether a quotation goes on where the last one of ``current`` stopped: only the cue between, or a new sentence."""
    if find_tail_cue(passage, number) is not None:
        return False
    between = passage.between(current.quotations[-1], number)
    if not [w for w in passage.lead(number) if w.tag != "PUNCT"]:
        return is_whole(passage, number) and sum(w.text in TERMINATORS for w in between) <= 1
    if current.quotations[-1] != number - 1:
        return False
    if all(w.text.lower() in {"and", "or", ",", "but"} for w in between):
        return True
    cue = next((w for w in between if w.sentence is current.sentence and w.number == current.cue), None)
    if cue is None or not current.rule.startswith("quote-after"):
        return False
    after = [w for w in between if w.span.start > cue.span.start]
    if any(w.tag == "VERB" or w.text in TERMINATORS for w in after):
        return False
    return between[-1].text in {",", ":", ";", "—", "–", "-"}
