"""The tense of the verb that governs a time, on parses written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.annotate.times.tense import FIRM, tense_hint
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def parse(rows: str) -> Sentence:
    """Rows "word upos xpos head rel", heads counted from 1, one word a line, single spaces between words."""
    words, upos, xpos, heads, rels = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    spans = tuple(Span(at, at + len(word)) for at, word in zip(starts, words, strict=True))
    return Sentence(
        words,
        spans,
        tuple({"threatened": "threaten"}.get(w.lower(), w.lower()) for w in words),
        upos,
        xpos,
        tuple(int(h) - 1 for h in heads),
        rels,
    )


FUTURE = "She PRON PRP 3 nsubj\nwill AUX MD 3 aux\nspeak VERB VB 0 root\nMonday PROPN NNP 3 obl:tmod"
PAST = "She PRON PRP 2 nsubj\nspoke VERB VBD 0 root\nMonday PROPN NNP 2 obl:tmod"
PLANNED = (
    "They PRON PRP 2 nsubj\nplan VERB VBP 0 root\nto PART TO 4 mark\nmeet VERB VB 2 xcomp\nMonday PROPN NNP 4 obl:tmod"
)
OPEN = (
    "They PRON PRP 2 nsubj\ntry VERB VBP 0 root\nto PART TO 4 mark\nmeet VERB VB 2 xcomp\nMonday PROPN NNP 4 obl:tmod"
)

TIMETABLE = "She PRON PRP 2 nsubj\ntestifies VERB VBZ 0 root\nMonday PROPN NNP 2 obl:tmod"
ARRANGED = "She PRON PRP 3 nsubj\nis AUX VBZ 3 aux\nleaving VERB VBG 0 root\nMonday PROPN NNP 3 obl:tmod"
GIVEN_UP = (
    "It PRON PRP 3 nsubj\nhad AUX VBD 3 aux\nthreatened VERB VBN 0 root\nto PART TO 5 mark\nclose VERB VB 3 xcomp\n"
    "Monday PROPN NNP 5 obl:tmod"
)
IT_IS_ON = "Hearings NOUN NNS 4 nsubj\nare AUX VBP 4 cop\non ADP IN 4 case\nMonday PROPN NNP 0 root"
IT_WAS_ON = IT_IS_ON.replace("are AUX VBP", "were AUX VBD")
IT_IS_TODAY = "Today NOUN NN 3 nsubj\nis AUX VBZ 3 cop\nMonday PROPN NNP 0 root"
BY_A_NOUN = "Talk VERB VBD 0 root\nof ADP IN 3 case\nvisits NOUN NNS 1 obl\nMonday PROPN NNP 3 nmod:tmod"

MORE = [(GIVEN_UP, -1), (IT_IS_ON, 1), (IT_WAS_ON, -1), (IT_IS_TODAY, 0)]


@pytest.mark.parametrize(
    ("rows", "side"),
    [(FUTURE, 1), (PAST, -1), (PLANNED, 1), (OPEN, 0), (TIMETABLE, 1), (ARRANGED, 1), (BY_A_NOUN, 0), *MORE],
)
def test_the_governing_verb_gives_the_side(rows: str, side: int) -> None:
    sentence = parse(rows)
    assert tense_hint([sentence])(sentence.spans[-1]) == side


def test_an_expression_outside_every_sentence_has_no_side() -> None:
    assert tense_hint([parse(PAST)])(Span(500, 506)) == 0
    assert tense_hint([])(Span(0, 1)) == 0


def test_headlines_tell_the_past_in_the_present() -> None:
    sentence = replace(parse(TIMETABLE), role="title")
    assert tense_hint([sentence])(sentence.spans[-1]) == 0


MOVED = (
    "It PRON PRP 3 nsubj:pass\nwas AUX VBD 3 aux:pass\nmoved VERB VBN 0 root\nto ADP IN 5 case\nMonday PROPN NNP 3 obl"
)
SETTLED = (
    "He PRON PRP 2 nsubj\nbroke VERB VBD 0 root\nhis PRON PRP$ 4 nmod:poss\npromise NOUN NN 2 obj\nto PART TO 6 mark\n"
    "speak VERB VB 4 acl\nMonday PROPN NNP 6 obl"
)
JUST_BEFORE = (
    "They PRON PRP 2 nsubj\nsettled VERB VBD 0 root\nhours NOUN NNS 2 obl:unmarked\nbefore ADP IN 6 case\na DET DT 6 det\n"
    "deadline NOUN NN 2 obl\non ADP IN 8 case\nMonday PROPN NNP 6 nmod"
)
DONE_BY = "It PRON PRP 3 nsubj\nhad AUX VBD 3 aux\nsailed VERB VBN 0 root\nby ADP IN 5 case\nMonday PROPN NNP 3 obl"
IS_TO = "She PRON PRP 4 nsubj\nis AUX VBZ 4 aux\nto PART TO 4 mark\nspeak VERB VB 0 root\nMonday PROPN NNP 4 obl"
LEMMAS = {"moved": "move", "broke": "break", "settled": "settle", "sailed": "sail"}


@pytest.mark.parametrize(
    ("rows", "side"), [(MOVED, FIRM), (SETTLED, -FIRM), (JUST_BEFORE, -FIRM), (DONE_BY, -FIRM), (IS_TO, 1)]
)
def test_some_sides_are_firm(rows: str, side: int) -> None:
    sentence = parse(rows)
    sentence = replace(sentence, lemmas=tuple(LEMMAS.get(lemma, lemma) for lemma in sentence.lemmas))
    assert tense_hint([sentence])(sentence.spans[-1]) == side
