"""All cues of a sentence with their content: verbs, nouns, adjectives, "according to", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.statements.clauses import (
    Clause,
    find_entry,
    has_to,
    mark_of,
    phrases,
    stray_subject,
    subtree_without,
)
from headwater.annotate.statements.cues import Entry, hearsay, nouns, support_verbs
from headwater.annotate.statements.frames import Frames
from headwater.annotate.statements.speakers import quoted_by
from headwater.model.sentence import Sentence


def find_aside(sentence: Sentence, verb: int, *, entry: Entry) -> Clause | None:
    """ "…, she said", "…, as she put it": the cue hangs on its own content."""
    head, rel = sentence.heads[verb], sentence.rels[verb]
    if (
        head < 0
        or not {"clause", "hearer"} & entry.frames.keys()
        or any(c > verb for c in sentence.children(verb, "ccomp"))
    ):
        return None
    inserted = rel.split(":")[0] in {"acl", "advcl"} and _is_inserted(sentence, verb)
    as_clause = rel == "advcl" and mark_of(sentence, verb) == "as" and not _is_imagined(sentence, verb)
    if not (as_clause or inserted or rel == "parataxis") or _has_own_content(sentence, verb, entry=entry):
        return None
    stray = None if sentence.children(verb, "nsubj") else stray_subject(sentence, verb)
    if stray is None and not sentence.children(verb, "nsubj"):
        return None
    while not as_clause and sentence.heads[head] >= 0 and sentence.rels[head].split(":")[0] in NOMINAL:
        head = sentence.heads[head]
    words = subtree_without(sentence, head, cut=frozenset([verb, *([stray] if stray is not None else [])]))
    frame = "clause" if "clause" in entry.frames else "hearer"
    return Clause(sentence, verb, tuple(words), frame, entry.frames[frame].kind, aside=True)


def _is_inserted(sentence: Sentence, verb: int) -> bool:
    """Whether a cue is nothing but subject and verb between commas: "the plan*, an aide said,* is to wait"."""
    words = [n for n in sentence.subtree(verb) if sentence.upos[n] != "PUNCT"]
    if words[0] == 0 or words[-1] != verb or words[-1] - words[0] + 1 != len(words) or sentence.children(verb, "mark"):
        return False
    around = (words[0] - 1, words[-1] + 1)
    return all(n < len(sentence) and sentence.words[n] == "," for n in around)


def _is_imagined(sentence: Sentence, verb: int) -> bool:
    """Whether a clause opens with "as if" or "as though"."""
    return any(
        sentence.words[n].lower() in {"if", "though"} for n in sentence.children(verb, "mark", "advmod", "fixed")
    )


def _has_own_content(sentence: Sentence, verb: int, *, entry: Entry) -> bool:
    """Whether a verb says something of its own: "as he *urges the crew to wait*", "…; others hold meetings"."""
    first = min(sentence.subtree(verb))
    if first > 0 and sentence.words[first - 1] == ";":
        return True
    own = [c for c in sentence.children(verb, "obj", "xcomp") if c > verb and sentence.words[c].lower() != "it"]
    return bool(own) and "hearer" not in entry.frames


NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos", "compound", "flat", "amod", "advmod"})
"""Relations of a phrase within a clause: an aside that hangs on one speaks for the clause."""


def find_verb_clause(sentence: Sentence, verb: int) -> Clause | None:
    """The content of a verb that is a cue."""
    entry = find_entry(sentence, verb, kind="verb")
    if entry is None or sentence.words[verb].lower() in {"citing", "quoting"}:
        return None
    aside = find_aside(sentence, verb, entry=entry) or find_quoted_aside(sentence, verb, entry=entry)
    framed = None if aside else Frames(sentence, verb, entry).find()
    if framed is not None and framed.frame == "object" and _is_told_by_noun(sentence, verb):
        return None
    return aside or framed or find_before(sentence, verb, entry=entry)


def _is_told_by_noun(sentence: Sentence, verb: int) -> bool:
    """Whether a verb only carries a noun that is the cue: "*expressed* confidence that …"."""
    carries = sentence.lemmas[verb].lower() in support_verbs() - nouns("weighing")
    return carries and any(find_noun_clause(sentence, noun) for noun in sentence.children(verb, "obj"))


def find_quoted_aside(sentence: Sentence, verb: int, *, entry: Entry) -> Clause | None:
    """ "The road is open, the agency quoted the mayor as saying": the content is what the quoting hangs on."""
    quoting = quoted_by(sentence, verb)
    if quoting is None or sentence.rels[quoting] != "parataxis" or sentence.children(verb, "ccomp", "obj"):
        return None
    words = [n for n in subtree_without(sentence, sentence.heads[quoting], cut=frozenset([quoting])) if n < quoting]
    return (
        Clause(sentence, verb, tuple(words), "clause", entry.frames["clause"].kind)
        if "clause" in entry.frames
        else None
    )


def find_before(sentence: Sentence, verb: int, *, entry: Entry) -> Clause | None:
    """ "The ferry sank in minutes, she said": the sentence up to the comma, where the parse gives the cue no content."""
    if "clause" not in entry.frames or sentence.xpos[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    subjects = sentence.children(verb, "nsubj") or sentence.children(verb, "ccomp")
    if not subjects:
        return None
    first = min(verb, *(min(sentence.subtree(s)) for s in subjects))
    if first < MINIMUM_BEFORE or sentence.words[first - 1] != ",":
        return None
    words = range(first - 1)
    if not any(sentence.xpos[n] in {"VBD", "VBZ", "VBP", "MD"} for n in words):
        return None
    return Clause(sentence, verb, tuple(words), "clause", entry.frames["clause"].kind, aside=True)


MINIMUM_BEFORE = 5
"""Words a content before its cue has at least, comma included."""


def _tells_where(sentence: Sentence, noun: int) -> bool:
    """Whether a noun only says where a verb's words were said: "said in a *statement* that …"."""
    head = sentence.heads[noun]
    if sentence.rels[noun] not in {"obl", "nmod"} or head < 0 or sentence.upos[head] != "VERB":
        return False
    entry = find_entry(sentence, head, kind="verb")
    return entry is not None and "clause" in entry.frames


def find_noun_clause(sentence: Sentence, noun: int) -> Clause | None:
    """ "his claim that …", "a call for …", "the refusal to …"."""
    entry = find_entry(sentence, noun, kind="noun")
    if entry is None or _tells_where(sentence, noun):
        return None
    for child in sentence.children(noun, "acl", "ccomp"):
        mark = mark_of(sentence, child)
        frame = "infinitive" if mark == "to" else "clause" if mark in {"that", "whether"} else None
        if frame in entry.frames and sentence.rels[child] != "acl:relcl":
            return Clause(sentence, noun, tuple(sentence.subtree(child)), "noun", entry.frames[frame].kind)
    for child, prep, cue in phrases(sentence, noun, preps=entry.preps):
        words = subtree_without(sentence, child, cut=frozenset([prep]))
        return Clause(sentence, noun, tuple(words), "noun_prep", cue.kind, prep=prep)
    return None


def find_adjective_clause(sentence: Sentence, adjective: int) -> Clause | None:
    """ "is confident that …", "is eager to …"."""
    entry = find_entry(sentence, adjective, kind="adjective")
    made = sentence.rels[adjective] == "xcomp" and sentence.lemmas[sentence.heads[adjective]].lower() == "make"
    if entry is None or (made and sentence.words[adjective].lower() == "sure"):
        return None
    for child in sentence.children(adjective, "ccomp", "xcomp", "advcl"):
        frame = "infinitive" if has_to(sentence, child) else "clause"
        clausal = sentence.rels[child] == "ccomp" or (frame == "infinitive" and sentence.rels[child] != "ccomp")
        if frame in entry.frames and clausal:
            return Clause(sentence, adjective, tuple(sentence.subtree(child)), "adjective", entry.frames[frame].kind)
    return None


HEARSAY = hearsay()
FINDERS = {
    "VERB": find_verb_clause,
    "AUX": find_verb_clause,
    "NOUN": find_noun_clause,
    "ADJ": find_adjective_clause,
}


def find_source_clause(sentence: Sentence, word: int) -> Clause | None:
    """ "…, according to the ministry": the content is the clause the phrase hangs on."""
    source = sentence.heads[word]
    if source < 0 or sentence.words[source].lower() == "to":
        return None
    head = sentence.heads[source]
    while head >= 0 and (sentence.rels[head].split(":")[0] in INSIDE_CLAUSE or _shares_subject(sentence, head)):
        head = sentence.heads[head]
    if head < 0:
        return None
    words = subtree_without(sentence, head, cut=frozenset([source]))
    prep = next(iter(sentence.children(word, "fixed")), None)
    return Clause(sentence, word, tuple(words), "source", "speech", prep=prep, aside=True)


INSIDE_CLAUSE = frozenset(
    {
        "nmod",
        "obj",
        "iobj",
        "obl",
        "appos",
        "nsubj",
        "xcomp",
        "acl",
        "advcl",
        "amod",
        "nummod",
        "compound",
        "flat",
        "advmod",
        "fixed",
        "case",
    }
)
"""Relations a source phrase may hang on by mistake: it speaks for the clause above."""


def _shares_subject(sentence: Sentence, verb: int) -> bool:
    return sentence.rels[verb] == "conj" and not sentence.children(verb, "nsubj", "expl")


def find_hearsay_clause(sentence: Sentence, word: int) -> Clause | None:
    """ "The firm is reportedly in talks": the clause is passed on without a speaker."""
    head = sentence.heads[word]
    if (
        head < 0
        or sentence.upos[head] not in {"VERB", "ADJ", "NOUN"}
        or sentence.rels[head] in {"amod", "acl", "acl:relcl"}
    ):
        return None
    words = subtree_without(sentence, head, cut=frozenset([word]))
    return Clause(sentence, word, tuple(words), "hearsay", "speech", aside=True)


def find_clauses(sentence: Sentence) -> Iterator[Clause]:
    """All cues of a sentence that have a content in it, in text order."""
    for word, tag in enumerate(sentence.upos):
        lemma = sentence.lemmas[word].lower()
        if lemma in HEARSAY or (lemma in {"according", "accord"} and sentence.words[word].lower() == "according"):
            found = find_hearsay_clause(sentence, word) if lemma in HEARSAY else find_source_clause(sentence, word)
            if found:
                yield found
            continue
        finder = FINDERS.get(tag)
        if finder and (found := finder(sentence, word)):
            yield found
