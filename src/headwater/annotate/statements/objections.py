"""Why a clause with a cue is no statement: nobody said it, or nobody is there who could."""

from __future__ import annotations

from headwater.annotate.statements.clauses import is_passive
from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.drafts import Draft
from headwater.annotate.statements.speakers import can_speak, is_thing
from headwater.model.sentence import Sentence

MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
POSSIBLE = frozenset({"may", "might", "could"})
POINTING = frozenset({"that", "this", "what", "everything", "nothing", "something"})
"""Pronouns for things: "that says a lot"."""
NEED_SOMEBODY = frozenset(
    {"object@1", "prep@1", "infinitive@1", "of@1", "label@1", "object-as@1", "order@1", "adjective@1"}
)
"""Rules whose cues have other senses when no person or institution is the subject: "the signs point to rain"."""
NONE = frozenset({"nobody", "none", "neither", "no-one"})
DASHES = frozenset({"—", "–", "--", "-", "("})
LONGEST_ACRONYM = 3
"""Letters up to which a word in capitals before a dash is taken for an acronym, which may speak."""


def says_something(draft: Draft) -> bool:
    """Whether a clause tells what somebody said."""
    sentence, cue = draft.sentence, draft.cue_word
    if sentence is None or cue is None or not draft.content:
        return False
    if any(objects(draft, sentence, cue) for objects in OBJECTIONS):
        return False
    return bool(draft.quotations) or any(sentence.upos[n] in MEANING for n in draft.content_words())


def is_denied(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """The cue is negated: "has not said", "never called"."""
    return any(sentence.words[n].lower() in NEGATIONS for n in sentence.children(cue, "advmod"))


def lacks_speaker(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """The sentence names no speaker, and the cue is not of the kind that names none on purpose ("it was announced", "reportedly")."""
    names_nobody = draft.rule.startswith(("hearsay", "passive")) or is_passive(sentence, cue)
    return not draft.speaker and not names_nobody


def is_nobody(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """The subject is "you", a pronoun for a thing, or no person or institution where the cue needs one."""
    if not draft.heads:
        return draft.rule in NEED_SOMEBODY
    head = draft.heads[0]
    word = sentence.words[head].lower()
    points = word in POINTING and sentence.xpos[head] not in {"WDT", "WP"}
    return (
        word == "you"
        or points
        or says_none(sentence, head)
        or (draft.rule in NEED_SOMEBODY and not can_speak(sentence, head))
    )


def says_none(sentence: Sentence, head: int) -> bool:
    """Whether a subject says that there is nobody: "nobody", "no one", "no official"."""
    words = {sentence.words[n].lower() for n in sentence.children(head, "det", "advmod")}
    return sentence.words[head].lower() in NONE or "no" in words


def is_sign(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """A thing is the subject of a word that needs somebody, or a text: "according to plan", "the queue suggests"."""
    if not draft.heads:
        return False
    if draft.rule.startswith("source") and is_bare_measure(sentence, draft.heads[0]):
        return True
    if not is_thing(sentence, draft.heads[0]):
        return False
    wishes = draft.kind == "mind" and sentence.rels[cue] == "acl"
    measures = draft.rule.startswith("source") and sentence.lemmas[draft.heads[0]].lower() in nouns("no_source")
    return wishes or measures or sentence.lemmas[cue] in nouns("sign_verb")


def is_bare_measure(sentence: Sentence, head: int) -> bool:
    """Whether a source is no text but a way of doing: "according to plan", not "according to the plan"."""
    stated = sentence.children(head, "det", "nmod:poss", "nummod", "amod", "compound")
    return not stated and sentence.words[head].lower() in nouns("no_source")


def describes(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """The cue only describes a noun: "a group *supporting* the mayor", "voters who *back* the plan"."""
    return draft.rule == "object@1" and sentence.rels[cue].startswith("acl")


def is_only_possible(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """A wish or belief that is only possible: "may want to", "could believe"."""
    possible = any(sentence.words[n].lower() in POSSIBLE for n in sentence.children(cue, "aux"))
    return draft.kind == "mind" and possible


def is_dateline(draft: Draft, sentence: Sentence, cue: int) -> bool:
    """The supposed speaker is the place in capitals that opens a paragraph: "PORT ELLIS — …"."""
    if not draft.heads:
        return False
    head = draft.heads[0]
    word, after = sentence.words[head], sentence.words[head + 1] if head + 1 < len(sentence) else ""
    return word.isupper() and len(word) > LONGEST_ACRONYM and after in DASHES


OBJECTIONS = (is_denied, lacks_speaker, is_nobody, is_sign, describes, is_only_possible, is_dateline)
