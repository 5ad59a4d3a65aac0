"""Which statements are worth a line of a dossier."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.link.words import find_keys
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Spans

FEWEST = 4
"""Words a paraphrase without a verb must have to say anything by itself."""
TELLING = frozenset({"hearsay", "passive", "not_named"})
"""Reasons for which a paraphrase without a speaker is still worth a reader's time (docs/statements.md)."""
ASKED = "ask"


def is_worth_a_line(reading: Reading, statement: Statement) -> bool:
    """Whether a statement says something of its own: not a bare noun, not the occasion, not a question put to the speaker."""
    if statement.mode == "direct" or not list_words(reading, statement.content):
        return True
    return not is_question(reading, statement) and not is_thin(reading, statement)


def is_thin(reading: Reading, statement: Statement) -> bool:
    """Whether the content has no verb and is short, or is a clause by its rule without being one."""
    if any(s.upos[n] in ("VERB", "AUX") for s, n in list_words(reading, statement.content)):
        return False
    rule = statement.rule.partition("@")[0]
    if rule.startswith("clause"):
        return True
    is_deed = rule.startswith("object") and any(s.upos[n] == "VERB" for s, n in list_words(reading, statement.cue))
    few = statement.mode == "indirect" and len(find_keys(reading.report.text, statement.content)) < FEWEST
    return few and not is_deed


def is_question(reading: Reading, statement: Statement) -> bool:
    """Whether it is what the speaker was asked ("asked whether the bridge was safe, she said …")."""
    asked = ((s, n) for s, n in list_words(reading, statement.cue) if s.lemmas[n].casefold() == ASKED)
    return any(s.rels[n].split(":")[0] in ("advcl", "acl") and not s.children(n, "nsubj") for s, n in asked)


def list_words(reading: Reading, spans: Spans) -> list[tuple[Sentence, int]]:
    """The parsed words of some stretches."""
    return list(_walk(reading, spans))


def _walk(reading: Reading, spans: Spans) -> Iterator[tuple[Sentence, int]]:
    for span in sorted(spans):
        for sentence in reading.sentences_in(span):
            yield from ((sentence, word) for word in sentence.words_in(span))
