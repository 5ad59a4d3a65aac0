"""Trees mended where parsers stumble over the way news names its sources: "…, engineer Rolf Tarn told Radio Quill, AFP reported".

Each mend moves a few words to another head; a tree stays a tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.statements.clauses import find_entry
from headwater.annotate.statements.cues import nouns
from headwater.model.sentence import Sentence

Move = tuple[int, int, str]
"""A word, its new head (-1: it becomes the root) and its new relation."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
IN_PHRASE = frozenset({"compound", "amod", "det", "nummod"})
TELLING = frozenset({"tell", "inform", "assure", "remind"})
REPORTING = frozenset({"report"})
"""Verbs that speak for media: "…, she said, the agency *reported*"."""


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Words that stand before a name and tell what its bearer is."""
    roles, titles = lexicon.load("roles"), lexicon.load("titles")
    return frozenset(roles["persons"]["words"]) | frozenset(titles["office"]["words"])


def mend(sentence: Sentence) -> Sentence:
    """A sentence with its tree mended, itself where nothing is wrong."""
    for find in MENDS:
        if moves := list(find(sentence)):
            sentence = _move(sentence, moves)
    return sentence


def _move(sentence: Sentence, moves: Sequence[Move]) -> Sentence:
    """A sentence with words moved, one after the other; a move that would close a ring is left out."""
    heads, rels = list(sentence.heads), list(sentence.rels)
    for word, head, rel in moves:
        above = head
        while above >= 0 and above != word:
            above = heads[above]
        if above < 0:
            heads[word], rels[word] = head, rel
    return replace(sentence, heads=tuple(heads), rels=tuple(rels))


def find_titles(sentence: Sentence) -> Iterator[Move]:
    """ "engineer | Rolf Tarn told …": what stands before a person's name belongs to it, not to another verb or noun."""
    for name in sentence.names:
        title, head = name.first - 1, _head_of(sentence, name.first, name.last)
        if name.label != "PERSON" or title < 0 or sentence.upos[title] not in {"NOUN", "PROPN"}:
            continue
        apart = sentence.heads[title] not in range(name.first, name.last) and title not in sentence.ancestors(head)
        if apart and sentence.xpos[title] in {"NN", "NNP"} and _is_title(sentence.words[title]):
            yield title, head, "nmod:desc"


def _is_title(word: str) -> bool:
    """Whether a word, or the last part of one ("Vice-Premier"), tells what a person is."""
    return not {word.lower(), word.lower().rpartition("-")[2]}.isdisjoint(_titles())


def _head_of(sentence: Sentence, first: int, last: int) -> int:
    return next((n for n in range(first, last) if sentence.heads[n] not in range(first, last)), first)


def find_hearers(sentence: Sentence) -> Iterator[Move]:
    """ "Rolf Tarn told | Radio Quill": a name after a verb is no part of the name before it."""
    for word, rel in enumerate(sentence.rels):
        head = sentence.heads[word]
        if rel not in {"flat", "compound", "appos"} or head < 0 or head > word or sentence.upos[word] != "PROPN":
            continue
        verbs = [n for n in range(head + 1, word) if sentence.xpos[n] in FINITE and sentence.upos[n] == "VERB"]
        if verbs and sentence.heads[head] == verbs[-1]:
            yield word, verbs[-1], "iobj"


def find_told(sentence: Sentence) -> Iterator[Move]:
    """ "told | AFP the road was open": of two subjects of one verb, the first, right behind a verb of telling, is who was told."""
    for verb, lemma in enumerate(sentence.lemmas[:-1]):
        hearer = verb + 1
        while sentence.rels[hearer] in IN_PHRASE and sentence.heads[hearer] > hearer:
            hearer = sentence.heads[hearer]
        apart = sentence.rels[hearer] == "nsubj" and sentence.upos[hearer] in {"PROPN", "NOUN"}
        if lemma.lower() not in TELLING or not apart or sentence.children(verb, "obj", "iobj"):
            continue
        if len(sentence.children(sentence.heads[hearer], "nsubj")) > 1:
            yield hearer, verb, "iobj"


def find_subjects(sentence: Sentence) -> Iterator[Move]:
    """ "Shares fell after Nora Tarn | told …": a second subject behind its verb is that of the verb it stands before."""
    for verb in range(1, len(sentence)):
        if sentence.upos[verb] != "VERB" or sentence.xpos[verb] not in FINITE or sentence.children(verb, "nsubj"):
            continue
        subject = _phrase_ending(sentence, verb - 1)
        head = sentence.heads[subject]
        if sentence.rels[subject] == "nsubj" and 0 <= head < subject and min(sentence.children(head, "nsubj")) < head:
            yield subject, verb, "nsubj"


def _phrase_ending(sentence: Sentence, last: int) -> int:
    """The head of the longest phrase that ends with a word and is the subject of something, else the word."""
    while sentence.rels[last] in {"flat", "appos", "compound", "nmod"} and sentence.heads[last] < last:
        last = sentence.heads[last]
    return last


def find_asides(sentence: Sentence) -> Iterator[Move]:
    """ "…, the minister said, | the agency reported": the last verb hangs on the one whose words it passes on."""
    for aside in range(len(sentence) - 1, 3, -1):
        if sentence.lemmas[aside].lower() not in REPORTING or sentence.xpos[aside] not in FINITE:
            continue
        subjects = [s for s in sentence.children(aside, "nsubj") if s == aside - 1 or _ends_at(sentence, s, aside - 1)]
        if not subjects or any(c > aside for c in sentence.children(aside, "ccomp", "obj", "xcomp")):
            return
        start = min(n for n in sentence.subtree(subjects[-1]) if sentence.upos[n] != "PUNCT")
        cue = _cue_before(sentence, start)
        if cue is not None and sentence.words[start - 1] == ",":
            yield from _hang_aside(sentence, aside, cue=cue, start=start)
        return


def _ends_at(sentence: Sentence, subject: int, last: int) -> bool:
    return sentence.subtree(subject)[-1] == last


def _cue_before(sentence: Sentence, start: int) -> int | None:
    """The verb of speech before an aside: "…, the minister *said*, | …", "the minister *said* critics had called it …, | …"."""
    for n in range(start - 1, 0, -1):
        if sentence.upos[n] == "VERB" and sentence.xpos[n] in FINITE:
            if not _is_cue(sentence, n):
                return None
            while sentence.rels[n] == "ccomp" and _is_cue(sentence, sentence.heads[n]) and sentence.heads[n] < n:
                n = sentence.heads[n]
            return n
    return None


def _is_cue(sentence: Sentence, verb: int) -> bool:
    entry = find_entry(sentence, verb, kind="verb")
    return entry is not None and not {"quote", "clause", "hearer"}.isdisjoint(entry.frames)


def _hang_aside(sentence: Sentence, aside: int, *, cue: int, start: int) -> Iterator[Move]:
    """The aside below its cue; what stood before it and hung on it goes to the cue, or to what the cue itself hangs on."""
    before = [c for c in sentence.children(aside) if c < start and sentence.upos[c] != "PUNCT"]
    top = next((c for c in before if c == cue or c in sentence.ancestors(cue)), None)
    if top is None and before:
        return
    if top is not None:
        yield top, sentence.heads[aside], sentence.rels[aside]
        yield from ((c, top, sentence.rels[c]) for c in before if c != top)
    yield aside, cue, "parataxis"
    for word in range(aside + 1, len(sentence)):
        if sentence.heads[word] < start and sentence.rels[word] in {"advcl", "obl", "advmod"}:
            yield word, aside, sentence.rels[word]


def find_places(sentence: Sentence) -> Iterator[Move]:
    """ "The pier was safe, she said | , in comments to the daily": where it was said is no part of what was said."""
    for noun, rel in enumerate(sentence.rels):
        cases = sentence.children(noun, "case")
        if rel not in {"obl", "nmod"} or not cases or cases[0] < 1 or sentence.words[cases[0]].lower() != "in":
            continue
        if sentence.words[cases[0] - 1] == "," and sentence.lemmas[noun].lower() in nouns("given_to"):
            above = [a for a in sentence.ancestors(noun) if sentence.rels[a] == "ccomp" and a < noun]
            cue = sentence.heads[above[-1]] if above else -1
            if 0 <= cue < above[-1] and _is_cue(sentence, cue):
                yield noun, cue, "obl"


def find_additions(sentence: Sentence) -> Iterator[Move]:
    """ "It rained, she told AFP, | adding: …": who adds is who spoke last."""
    for verb, rel in enumerate(sentence.rels):
        head = sentence.heads[verb]
        if rel != "advcl" or sentence.xpos[verb] != "VBG" or sentence.lemmas[verb].lower() != "add" or head > verb:
            continue
        asides = [a for a in sentence.children(head, "parataxis") if a < verb and sentence.children(a, "nsubj")]
        if asides and find_entry(sentence, asides[-1], kind="verb"):
            yield verb, asides[-1], "advcl"


MENDS: tuple[Callable[[Sentence], Iterator[Move]], ...] = (
    find_titles,
    find_hearers,
    find_told,
    find_subjects,
    find_asides,
    find_places,
    find_additions,
)
