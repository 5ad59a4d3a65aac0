"""What leads up to a quotation with a colon: "He went on:", "From the minister's letter:"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.annotate.statements.clauses import find_entry
from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.drafts import Draft
from headwater.annotate.statements.passages import Passage, Word
from headwater.annotate.statements.speakers import find_subject, heads_of, noun_phrase, speaker_of_noun, subject_of
from headwater.model.sentence import Sentence


def draft_intro(passage: Passage, words: Sequence[Word]) -> Draft | None:
    """A statement still without content, from the words that end in a colon before a quotation; its speaker may be missing."""
    if not words or words[-1].text != ":":
        return None
    sentence = words[-1].sentence
    inside = [w.number for w in words if w.sentence is sentence]
    cue = _find_cue(inside, words)
    if cue is None:
        return None
    verbal = sentence.upos[cue] in {"VERB", "AUX"}
    head = (
        find_subject(sentence, cue) if verbal else speaker_of_noun(sentence, cue) or subject_of(sentence, sentence.root)
    )
    name = noun_phrase(sentence, head, cut=[cue]) if head is not None else ()
    return Draft(
        passage,
        content=(),
        rule="intro@1",
        cue=(sentence.cover([cue]),),
        speaker=(sentence.cover(name),) if name else (),
        sentence=sentence,
        cue_word=cue,
        heads=heads_of(sentence, name),
    )


def _find_cue(inside: Sequence[int], words: Sequence[Word]) -> int | None:
    """The last verb that takes quotations, else the last noun that names speech, else the verb all else hangs on."""
    sentence = words[-1].sentence
    verbs = [
        n
        for n in inside
        if (entry := find_entry(sentence, n, kind="verb")) and "quote" in entry.frames and sentence.upos[n] == "VERB"
    ]
    named = [n for n in verbs if find_subject(sentence, n) is not None]
    if named or verbs:
        return (named or verbs)[-1]
    texts = [n for n in inside if sentence.upos[n] == "NOUN" and _names_speech(sentence, n)]
    return texts[-1] if texts else None


def _names_speech(sentence: Sentence, noun: int) -> bool:
    return find_entry(sentence, noun, kind="noun") is not None or sentence.lemmas[noun].lower() in nouns("document")
