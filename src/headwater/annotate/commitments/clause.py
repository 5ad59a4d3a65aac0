"""Small questions about a parsed sentence: who does it, is it negated, what does a phrase cover."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from headwater.annotate.commitments.lists import words_of
from headwater.model.sentence import Sentence
from headwater.model.span import Span, Spans

INHERITS = ("conj", "xcomp", "advcl", "acl")
"""Clauses without a subject of their own: it is that of the clause above."""
LOOSE = ("acl:relcl", "appos", "parataxis", "advcl", "punct", "acl", "cc:preconj")
"""What is left out when a phrase stands for its actor."""
NOT_NAMING = ("case", "mark", "cop", "nsubj", "aux", "expl", "cc")
"""Children of a noun that are no part of its name."""
OPENING = frozenset({"“", '"', "‘", "«", "("})
CLOSING = frozenset({"”", '"', "’", "»", ")"})
WH = frozenset({"who", "which", "that", "whom"})


def lemma(sentence: Sentence, word: int) -> str:
    """The lemma without regard to case."""
    return sentence.lemmas[word].casefold()


def lower(sentence: Sentence, word: int) -> str:
    """The word without regard to case."""
    return sentence.words[word].casefold()


def base(rel: str) -> str:
    """The relation without its subtype."""
    return rel.split(":")[0]


def relative_noun(sentence: Sentence, word: int) -> int | None:
    """The noun whose relative clause ``word`` heads, also where the clause was tied to the verb before it."""
    rel, head = sentence.rels[word], sentence.heads[word]
    if rel == "acl:relcl":
        return head
    subjects = sentence.children(word, "nsubj")
    if rel != "ccomp" or not subjects:
        return None
    before = sentence.subtree(subjects[0])[0] - 1
    behind = {before, before - 1} if before > 0 and sentence.upos[before] == "PUNCT" else {before}
    nouns = [
        n for n in sentence.children(head, "obj") if sentence.upos[n] == "NOUN" and sentence.subtree(n)[-1] in behind
    ]
    return nouns[0] if nouns else None


def rel_of(sentence: Sentence, word: int) -> str:
    """The relation of a word; a clause right behind the object of its verb is the object's relative clause."""
    return sentence.rels[word] if relative_noun(sentence, word) is None else "acl:relcl"


def case_of(sentence: Sentence, word: int) -> str:
    """The preposition of a phrase, "" where it has none; the first where there are several ("ahead of")."""
    marks = sentence.children(word, "case")
    return lower(sentence, marks[0]) if marks else ""


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """The word that does what ``verb`` says, looked for up the tree where the clause has no subject of its own."""
    for _ in range(6):
        own = _own_subject(sentence, verb)
        if own is None:
            own = _opening_phrase(sentence, verb)
        if own is not None:
            return _antecedent(sentence, own, verb)
        rel, head = sentence.rels[verb], sentence.heads[verb]
        if rel == "appos" and sentence.xpos[verb] in {"VBZ", "VBP"} and sentence.upos[head] in {"NOUN", "PROPN"}:
            return head  # "The trial, in which …, resumes on Tuesday"
        if head < 0 or base(rel) not in INHERITS:
            return None
        if base(rel) == "acl":
            return head
        if base(rel) == "xcomp" and (given := sentence.children(head, "obj", "iobj")):
            return given[0]
        verb = head
    return None


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    """The subject inside the clause: the one nearest before the verb; an "object" before a finite verb is one too."""
    found = sentence.children(verb, "nsubj") or sentence.children(verb, "csubj")
    if not found and sentence.xpos[verb] in {"VBD", "VBZ", "VBP"} and sentence.rels[verb] in {"root", "ccomp"}:
        found = tuple(n for n in sentence.children(verb, "obj", "iobj") if n < verb)
    told = [n for n in sentence.children(verb, "ccomp") if n < verb]
    if not found and told and sentence.xpos[verb] in {"VBD", "VBZ", "VBP"}:
        found = tuple(n for n in sentence.children(verb, "obj", "iobj") if n > verb)
    before = [n for n in found if n < verb]
    return before[-1] if before else found[0] if found else None


def _opening_phrase(sentence: Sentence, verb: int) -> int | None:
    """The noun right before a finite main verb where nothing but its own phrase stands before it in the sentence."""
    if sentence.xpos[verb] not in {"VBD", "VBZ", "VBP"} or sentence.rels[verb] != "root" or not verb:
        return None
    is_phrase = all(sentence.upos[n] in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} for n in range(verb))
    return verb - 1 if is_phrase and sentence.upos[verb - 1] in {"NOUN", "PROPN"} else None


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    """The noun a relative pronoun stands for; the subject itself otherwise."""
    if lower(sentence, subject) not in WH:
        return subject
    node = verb
    while node >= 0:
        if sentence.rels[node] == "acl:relcl":
            return sentence.heads[node]
        node = sentence.heads[node]
    return _noun_before(sentence, subject)


def _noun_before(sentence: Sentence, pronoun: int) -> int:
    """The noun a relative pronoun follows, with or without a comma; the pronoun itself where there is none."""
    before = pronoun - 1
    while before > 0 and sentence.words[before] == ",":
        before -= 1
    while before >= 0 and sentence.rels[before] == "flat":
        before = sentence.heads[before]
    return before if before >= 0 and sentence.upos[before] in {"NOUN", "PROPN"} else pronoun


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the subject suffers what the verb says; a bare past tense is active whatever its subject is called."""
    return bool(sentence.children(verb, "aux:pass")) or (
        bool(sentence.children(verb, "nsubj:pass")) and sentence.xpos[verb] != "VBD"
    )


def auxiliaries(sentence: Sentence, verb: int) -> list[str]:
    """The helping verbs of a verb as they are written."""
    return [lower(sentence, aux) for aux in sentence.children(verb, "aux", "cop")]


def is_future(sentence: Sentence, verb: int) -> bool:
    """Whether the clause speaks of what will, or would, be: also "is going to"."""
    helpers = auxiliaries(sentence, verb)
    if any(aux in words_of("commitments", "future", "words") for aux in helpers):
        is_had = bool({"'d", "’d"} & set(helpers)) and sentence.xpos[verb] == "VBN" and "be" not in helpers
        return "have" not in helpers and not is_had
    head = sentence.heads[verb]
    is_going = head >= 0 and base(sentence.rels[verb]) == "xcomp" and lower(sentence, head) in {"going", "gon"}
    return is_going and is_infinitive(sentence, verb) and bool(auxiliaries(sentence, head))


def has_mark(sentence: Sentence, verb: int, marks: Collection[str]) -> bool:
    """Whether one of ``marks`` opens the clause."""
    return any(lower(sentence, mark) in marks for mark in sentence.children(verb, "mark", "advmod", "case"))


def is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether "to" opens the clause, with a bare verb."""
    return sentence.xpos[verb] != "VBG" and any(
        lower(sentence, mark) == "to" for mark in sentence.children(verb, "mark")
    )


def is_negated(sentence: Sentence, word: int) -> bool:
    """Whether the word itself, its determiner or its subject says no."""
    negations = words_of("fears", "negation", "words")
    near = [n for n in sentence.children(word, "advmod", "det", "cc", "aux") if n < word]
    for subject in sentence.children(word, "nsubj"):
        near += [subject, *sentence.children(subject, "det")]
    return any(lower(sentence, n) in negations for n in near)


def clause_words(sentence: Sentence, word: int, *, without: Collection[str] = ()) -> list[int]:
    """The word and all below it, leaving out branches whose relation is in ``without``."""
    found, waiting = [], [word]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(
            c
            for c in sentence.children(node)
            if sentence.rels[c] not in without and base(sentence.rels[c]) not in without
        )
    return sorted(found)


def phrase(sentence: Sentence, head: int) -> Span:
    """A noun phrase as a name for its actor: without clauses, appositions and its preposition."""
    words = set(clause_words(sentence, head, without=LOOSE)) - set(sentence.children(head, *NOT_NAMING))
    words |= set(close_apposition(sentence, head))
    words -= {
        mark
        for child in sentence.children(head, "nmod:poss")
        for mark in sentence.children(child, "case")
        if mark > head
    }
    words |= {n for n in sentence.subtree(head) if sentence.xpos[n] == "HYPH" or sentence.words[n] in OPENING | CLOSING}
    first = last = head
    while first - 1 in words or (first and sentence.upos[first - 1] == "DET"):
        first -= 1
    while last + 1 in words:
        last += 1
    while last > head and sentence.words[last] in OPENING:
        last -= 1
    if lower(sentence, last) in {"'s", "’s", "'", "’"} and last > head:
        last -= 1
    return sentence.cover((first, last))


def close_apposition(sentence: Sentence, head: int) -> list[int]:
    """The name right behind a role: "candidate Dana Quill"."""
    for child in sentence.children(head, "appos"):
        words = clause_words(sentence, child, without=LOOSE)
        if sentence.upos[child] == "PROPN" and words[0] == head + 1:
            return words
    return []


def clause(sentence: Sentence, head: int) -> Span:
    """A clause or phrase as a whole, without conjunction and punctuation at its edges."""
    words = sentence.subtree(head)
    while len(words) > 1 and sentence.upos[words[-1]] == "PUNCT":
        words.pop()
    while len(words) > 1 and sentence.upos[words[0]] in {"PUNCT", "CCONJ"}:
        words.pop(0)
    return sentence.cover(words)


def content_spans(sentence: Sentence, head: int, *, without: Collection[int]) -> Spans:
    """What a clause or phrase says in itself: no relative clauses, other clauses, or branches named in ``without``."""
    kept, waiting = set[int](), [head]
    while waiting:
        node = waiting.pop()
        kept.add(node)
        waiting.extend(c for c in sentence.children(node) if c not in without and not is_aside(sentence, c))
    if sentence.upos[head] in {"NOUN", "PROPN", "PRON", "NUM"}:
        kept -= set(sentence.children(head, "case"))
    return runs(sentence, sorted(kept))


def is_aside(sentence: Sentence, word: int) -> bool:
    """Whether a branch tells something else: a relative clause, a clause of its own, an apposition."""
    rel = sentence.rels[word]
    if rel == "conj":
        return bool(sentence.children(word, "nsubj")) and sentence.upos[word] in {"VERB", "AUX"}
    return rel in {"acl:relcl", "parataxis", "appos", "cc:preconj"} or (
        base(rel) == "advcl" and not is_infinitive(sentence, word)
    )


def runs(sentence: Sentence, words: list[int]) -> Spans:
    """Numbers of words as spans, one for each unbroken run, without punctuation or conjunctions at their edges."""
    found: list[list[int]] = []
    for word in words:
        if found and all(sentence.upos[n] == "PUNCT" and n in words for n in range(found[-1][-1] + 1, word)):
            found[-1].append(word)
        else:
            found.append([word])
    edges = {"PUNCT", "CCONJ"}
    trimmed = []
    for run in found:
        while run and sentence.upos[run[-1]] in edges and sentence.words[run[-1]] not in CLOSING:
            run.pop()
        while run and sentence.upos[run[0]] in edges and sentence.words[run[0]] not in OPENING:
            run.pop(0)
        if run:
            trimmed.append(sentence.cover(run))
    return tuple(trimmed)


def climb(sentence: Sentence, word: int) -> Iterator[tuple[int, int]]:
    """(word, its head) pairs from a word up to the root."""
    while (head := sentence.heads[word]) >= 0:
        yield word, head
        word = head
