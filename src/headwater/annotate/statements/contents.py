"""The characters of a content: words of a clause and quotations -> spans that never cut through a pair of marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.annotate.statements.marks import Quotation
from headwater.annotate.statements.passages import Passage
from headwater.model.notes import Mode
from headwater.model.sentence import Sentence
from headwater.model.span import Span, Spans

DIRECT_SHARE = 0.98
"""Share of letters and digits inside marks from which a content counts as wholly quoted."""
INDIRECT_SHARE = 0.005
EDGES = frozenset({"PUNCT"})


def runs_of(sentence: Sentence, words: Sequence[int]) -> list[Span]:
    """Neighbouring words joined to spans, punctuation at the edges left out."""
    runs: list[list[int]] = []
    for word in words:
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [span for run in runs if (span := _trimmed(sentence, run)) is not None]


def _trimmed(sentence: Sentence, run: list[int]) -> Span | None:
    kept = [n for n in run if sentence.upos[n] not in EDGES]
    return sentence.cover([kept[0], kept[-1]]) if kept else None


def merge(spans: Iterable[Span]) -> Spans:
    """Overlapping spans joined, in text order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def widen(spans: Iterable[Span], quotations: Sequence[Quotation], *, keep_out: Sequence[Span]) -> Spans:
    """Spans widened to take in whole every quotation they touch, unless a cue or speaker of ``keep_out`` stands in it."""
    wide = list(spans)
    for quotation in quotations:
        outer = quotation.outer
        if any(outer.meets(span) for span in wide) and not any(outer.meets(span) for span in keep_out):
            wide.append(outer)
    return strip_marks(merge(wide), quotations)


def strip_marks(spans: Spans, quotations: Sequence[Quotation]) -> Spans:
    """A span that is one whole quotation stands without its marks."""
    inner = {q.outer: q.inner for q in quotations}
    return tuple(inner.get(span, span) for span in spans)


def find_mode(passages: Sequence[Passage], content: Spans) -> Mode:
    """direct, mixed or indirect by the share of letters and digits inside marks."""
    text = passages[0].text
    marks = [quotation.outer for passage in passages for quotation in passage.quotations]
    total = sum(_letters(text, span) for span in content)
    common = (Span(max(a.start, b.start), min(a.end, b.end)) for a in content for b in marks if a.meets(b))
    share = sum(_letters(text, span) for span in common) / total if total else 0.0
    return "direct" if share >= DIRECT_SHARE else "indirect" if share <= INDIRECT_SHARE else "mixed"


def _letters(text: str, span: Span) -> int:
    """Letters and digits of a stretch."""
    return sum(map(str.isalnum, text[span.start : span.end]))
