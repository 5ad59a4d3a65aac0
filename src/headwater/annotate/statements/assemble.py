"""Passages -> drafts: quotations with their cues first, then clauses by grammar, each character in one statement at most."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.annotate.statements.chains import find_chain, promote
from headwater.annotate.statements.clauses import Clause
from headwater.annotate.statements.contents import runs_of, widen
from headwater.annotate.statements.drafts import Draft, in_order
from headwater.annotate.statements.extents import complete
from headwater.annotate.statements.finders import find_clauses
from headwater.annotate.statements.objections import says_something
from headwater.annotate.statements.passages import Passage
from headwater.annotate.statements.quoted import Attached, attach
from headwater.annotate.statements.speakers import find_speaker, heads_of
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def cue_span(sentence: Sentence, cue: int, *, prep: int | None = None) -> Span:
    """The cue with its auxiliaries, negation, particle and preposition."""
    parts = {n for n in sentence.children(cue, "aux", "advmod", "compound:prt", "fixed") if sentence.xpos[n] != "WRB"}
    parts |= {prep} if prep is not None else set()
    words = [cue]
    while words[0] - 1 in parts:
        words.insert(0, words[0] - 1)
    while words[-1] + 1 in parts:
        words.append(words[-1] + 1)
    return sentence.cover(words)


def draft_quoted(attached: Attached) -> Draft:
    """A statement from quotations and the cue beside them."""
    passage, sentence, cue = attached.passage, attached.sentence, attached.cue
    spans = [passage.quotations[n].inner for n in attached.quotations]
    if attached.before is not None:
        spans[0] = Span(attached.before.start, passage.quotations[attached.quotations[0]].outer.end)
    if attached.after is not None:
        spans[0] = Span(_outer_start(attached, spans[0]), attached.after.end)
    if attached.apart is not None:
        spans.insert(0, attached.apart)
    return Draft(
        passage,
        content=tuple(spans),
        rule=attached.rule,
        cue=(cue_span(sentence, cue),),
        speaker=(sentence.cover(attached.speaker),) if attached.speaker else (),
        sentence=sentence,
        cue_word=cue,
        heads=heads_of(sentence, attached.speaker),
    )


def _outer_start(attached: Attached, span: Span) -> int:
    """Where a content that does not end with its first quotation begins: at the mark, which then belongs to it."""
    outer = attached.passage.quotations[attached.quotations[0]].outer
    return min(span.start, outer.start)


def draft_clause(passage: Passage, clause: Clause) -> Draft:
    """A statement from a clause."""
    sentence = clause.sentence
    names = [name for name in find_speaker(clause) if name]
    speaker = tuple(sentence.cover(name) for name in names)
    cue = cue_span(sentence, clause.cue, prep=clause.prep)
    words = complete(clause, [n for name in names for n in name])
    return Draft(
        passage,
        content=widen(runs_of(sentence, words), passage.quotations, keep_out=[cue, *speaker]),
        rule=f"{clause.frame.replace('_', '-')}@1",
        cue=(cue,),
        speaker=speaker,
        kind=clause.kind,
        sentence=sentence,
        cue_word=clause.cue,
        heads=tuple(n for name in names for n in heads_of(sentence, name)),
    )


def draft_passage(passage: Passage) -> list[Draft]:
    """The statements of one passage that have a cue in it, in text order."""
    attached = attach(passage)
    used = {(a.sentence.index, a.cue) for a in attached}
    candidates = [
        draft_clause(passage, clause)
        for sentence in passage.sentences
        for clause in find_clauses(sentence)
        if (sentence.index, clause.cue) not in used and passage.quoted_at(sentence.spans[clause.cue].start) < 0
    ]
    candidates = sorted((c for c in candidates if says_something(c)), key=lambda draft: -draft.size)
    first, rest = promote([draft_quoted(a) for a in attached], candidates)
    kept = _keep_apart(first, rest)
    for draft in kept:
        find_chain(draft)
    return in_order(kept)


def _keep_apart(first: Iterable[Draft], rest: Iterable[Draft]) -> list[Draft]:
    """``first``, and of ``rest``, longest first, those whose content and cue stand in no other statement."""
    taken = list(first)
    for draft in rest:
        nested = any(other.covers(draft.cue[0].start) for other in taken)
        if not nested and not any(draft.meets(other) for other in taken):
            taken.append(draft)
    return taken
