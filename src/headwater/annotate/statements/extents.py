"""How far a content reaches: the words below its heads, completed and cut where the parse alone is not enough."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.annotate.statements.clauses import Clause, case_of, find_entry, has_to
from headwater.annotate.statements.edges import before_next_cue, behind_hearer, from_that, is_unfinished, with_front
from headwater.annotate.statements.venues import venue_kind
from headwater.model.sentence import Sentence

COMPLEMENTIZERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who", "which"})
COMMAS = frozenset({",", "—", "–", "-", "--", "―"})


def cue_phrase(clause: Clause, speaker: Iterable[int]) -> frozenset[int]:
    """The words of cue and speaker, which never belong to the content."""
    sentence, cue = clause.sentence, clause.cue
    words = {cue, *speaker, *sentence.children(cue, "aux", "compound:prt")}
    if clause.prep is not None:
        words.add(clause.prep)
    return frozenset(words)


def _is_framed(sentence: Sentence, phrase: frozenset[int]) -> bool:
    """Whether a cue phrase stands between commas, inside its content."""
    first, last = min(phrase), max(phrase)
    return (
        first > 0
        and last + 1 < len(sentence)
        and sentence.words[first - 1] in COMMAS
        and sentence.words[last + 1] in COMMAS
    )


def _fill(sentence: Sentence, words: list[int], *, phrase: frozenset[int]) -> list[int]:
    """Words with the gaps between them filled: what stands inside a content belongs to it."""
    low, high = words[0], words[-1]
    return [n for n in range(low, high + 1) if n not in phrase]


def without_sources(sentence: Sentence, words: list[int]) -> list[int]:
    """Words without "according to …" and "citing …", which tell where a content comes from."""
    cut: set[int] = set()
    for n in words:
        word = sentence.words[n].lower()
        if word == "according" and sentence.heads[n] >= 0 and sentence.words[sentence.heads[n]].lower() != "to":
            cut.update(sentence.subtree(sentence.heads[n]))
        elif word in {"citing", "quoting"} and sentence.rels[n] == "advcl":
            cut.update(sentence.subtree(n))
    return [n for n in words if n not in cut]


def _from_complementizer(sentence: Sentence, words: list[int], *, cue: int) -> list[int]:
    """Words from a "that" between cue and content on: "said *that*, given the cold, …"."""
    for n in range(cue + 1, words[0]):
        if sentence.words[n].lower() in COMPLEMENTIZERS and sentence.upos[n] in {"SCONJ", "PRON", "ADV"}:
            return [*range(n, words[0]), *words]
    gap = range(cue + 1, words[0])
    if (
        gap
        and all(sentence.heads[n] != cue and sentence.upos[n] != "PUNCT" for n in gap)
        and sentence.heads[gap[0]] != cue
    ):
        return [*gap, *words]
    return words


def _without_setting(sentence: Sentence, words: list[int], *, cue: int) -> list[int]:
    """Words of a content that stands before its cue without those right after it: "The mill is old, she said *on Monday*"."""
    after = [n for n in words if n > cue]
    if not after or words[0] > cue or len(after) > LONGEST_SETTING or sentence.words[after[0] - 1] in COMMAS:
        return words
    return [n for n in words if n < cue] if sentence.upos[after[0]] == "ADP" else words


LONGEST_SETTING = 3
"""Words of a phrase that tells when or where something was said."""


def _to_sentence_start(sentence: Sentence, words: list[int], *, phrase: frozenset[int]) -> list[int]:
    """Words of a content before its cue, from the start of the sentence on if only openers stand there: "But", "Later,"."""
    low = words[0]
    openers = range(low)
    top = {n for n in openers if sentence.heads[n] not in openers}
    loose = {"cc", "advmod", "obl", "advcl", "punct", "mark", "discourse", "nsubj"}
    if low and all(sentence.rels[n].split(":")[0] in loose and n not in phrase for n in top):
        return [*openers, *words]
    return words


CONTINUING = frozenset(
    {
        "when",
        "because",
        "although",
        "though",
        "if",
        "unless",
        "since",
        "whereas",
        "while",
        "so",
        "until",
        "where",
        "lest",
    }
)
BROKEN = frozenset(
    {
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "obj",
        "parataxis",
        "ccomp",
        "dep",
        "appos",
        "nmod",
        "nsubj",
        "conj",
        "root",
        "csubj",
    }
)


COORDINATORS = frozenset({"and", "but", "or"})
DESCRIBING = frozenset({"which", "who", "whom", "whose", "including", "especially", "particularly"})
"""Openers of what describes the words before."""
OF_THE_CUE = COORDINATORS | {"as", "after", "before", "by", "in", "on", "during", "at", "while", "without"}
"""Openers of phrases that tell of the saying rather than of what was said."""


def _continued(sentence: Sentence, words: list[int]) -> list[int]:
    """Words with what follows them directly and was hung elsewhere: after "said that X", "when Y" is part of what was said."""
    last = words[-1]
    while last + 1 < len(sentence):
        start = last + 1
        comma = sentence.words[start] == ","
        opener = start + 1 if comma else start
        if opener >= len(sentence):
            break
        top = _top_at(sentence, opener, last=last)
        unfinished = comma and is_unfinished(sentence, words[0], last)
        if top is None or not (unfinished or _belongs(sentence, top, opener=opener, comma=comma)):
            break
        last = max(n for n in sentence.subtree(top) if n > last)
    return [*words, *range(words[-1] + 1, last + 1)]


def _top_at(sentence: Sentence, word: int, *, last: int) -> int | None:
    """The highest word of the phrase that opens at ``word``: its head stands at or before ``last``."""
    node = word
    while sentence.heads[node] > last:
        node = sentence.heads[node]
    return node if sentence.heads[node] >= 0 and min(sentence.subtree(node)) > last else None


def _belongs(sentence: Sentence, top: int, *, opener: int, comma: bool) -> bool:
    """Whether a phrase that follows a content goes on with it."""
    if sentence.upos[opener] == "PUNCT":
        return False
    word = sentence.words[opener].lower()
    following = sentence.words[opener + 1].lower() if opener + 1 < len(sentence) else ""
    if (word in COORDINATORS and following in {"that", "whether"}) or word in DESCRIBING:
        return True
    if word in CONTINUING and sentence.rels[top] == "advcl":
        return bool(sentence.children(top, "nsubj", "expl"))
    if comma:
        return False
    if word == "but":
        return sentence.rels[top] == "conj" and find_entry(sentence, top, kind="verb") is None
    return word in {"since", "until"} or (sentence.rels[top] in BROKEN and word not in OF_THE_CUE)


def _without_afterthought(sentence: Sentence, words: list[int]) -> list[int]:
    """Words before a last "- the third this year": a dash, then no verb to the end."""
    dashes = [n for n in words[1:] if sentence.words[n] in {"-", "—", "–", "--", "―"} and _is_dash(sentence, n)]
    if len(dashes) == 1 and not any(
        sentence.upos[n] in {"VERB", "AUX"} and sentence.xpos[n] in FINITE for n in words if n > dashes[0]
    ):
        return [n for n in words if n < dashes[0]]
    return words


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _is_dash(sentence: Sentence, n: int) -> bool:
    """Whether a hyphen has blanks round it."""
    return sentence.spans[n].start > sentence.spans[n - 1].end or sentence.words[n] in {"—", "–", "--", "―"}


def _promised_thing(clause: Clause) -> tuple[int, ...]:
    """For "the bridge she promised to build", the bridge."""
    sentence, cue = clause.sentence, clause.cue
    subjects = sentence.children(cue, "nsubj")
    top = next((n for n in clause.content if sentence.heads[n] == cue), cue)
    whole = sentence.children(top, "obj", "ccomp", "xcomp")
    if sentence.rels[cue] != "acl:relcl" or not subjects or sentence.xpos[subjects[0]] in {"WP", "WDT"} or whole:
        return ()
    antecedent = sentence.heads[cue]
    return tuple(
        n for n in sentence.subtree(antecedent) if n < min(sentence.subtree(cue)) and sentence.rels[n] != "case"
    )


def _around_source(clause: Clause, speaker: frozenset[int]) -> tuple[int, ...]:
    """The clause a source phrase hangs on; after the phrase only what is a clause, for the rest describes the source."""
    sentence = clause.sentence
    words = [n for n in clause.content if n not in speaker]
    before = [n for n in words if n < clause.cue]
    after = [n for n in words if n > clause.cue]
    if before and not any(sentence.xpos[n] in FINITE for n in after):
        return tuple(before)
    return (*before, *after)


def _with_phrases(clause: Clause) -> tuple[int, ...]:
    """An object with what follows it directly: "announced his candidacy *for the senate*", "called for a ship *to be sent*"."""
    sentence, words = clause.sentence, without_sources(clause.sentence, list(clause.content))
    if not words:
        return ()
    while words[-1] + 1 < len(sentence) and sentence.upos[words[-1] + 1] != "PUNCT":
        top = _top_at(sentence, words[-1] + 1, last=words[-1])
        asks = len(words) == 1 and sentence.xpos[words[0]] in {"WRB", "WP"}
        if top is None or not (asks or (sentence.heads[top] == clause.cue and _completes(sentence, top))):
            break
        words.extend(n for n in sentence.subtree(top) if n > words[-1])
    return tuple(words)


def _completes(sentence: Sentence, top: int) -> bool:
    """Whether a phrase below a cue goes on with its object: "a plan *to drain the lake*", "his bid *for the senate*"."""
    if sentence.rels[top] in {"advcl", "xcomp", "acl"}:
        return has_to(sentence, top)
    return sentence.rels[top] in {"obl", "nmod"} and not _is_setting(sentence, top)


def _is_setting(sentence: Sentence, head: int) -> bool:
    """Whether a phrase says when or how, or to whom: it belongs to the cue."""
    case = case_of(sentence, head)
    return (
        case is None
        or sentence.words[case].lower() in {"to", "during", "after", "before", "at", "by", "since", "until"}
        or venue_kind(sentence, head) is not None
    )


def complete(clause: Clause, speaker: Iterable[int]) -> tuple[int, ...]:
    """The words of a clause's content."""
    sentence = clause.sentence
    if clause.frame in {"object", "prep"} and clause.content:
        return _with_phrases(clause)
    if clause.frame == "infinitive" and clause.content:
        return (*_promised_thing(clause), *clause.content)
    if clause.frame == "source" and clause.content:
        return _around_source(clause, frozenset(speaker))
    if clause.frame not in {"clause", "hearer"} or not clause.content:
        return clause.content
    phrase = cue_phrase(clause, speaker)
    words = without_sources(sentence, [n for n in clause.content if n not in phrase])
    after = [n for n in words if n > clause.cue]
    head_after = next((n for n in words if sentence.heads[n] == clause.cue), words[-1] if words else 0) > clause.cue
    fronted = with_front(sentence, after, phrase=phrase, cue=clause.cue) if after else []
    if not clause.aside and after and head_after and fronted == after and not _is_framed(sentence, phrase):
        words = _from_complementizer(sentence, _fill(sentence, after, phrase=phrase), cue=clause.cue)
        words = before_next_cue(sentence, _continued(sentence, words), cue=clause.cue)
        words = behind_hearer(sentence, from_that(sentence, words, cue=clause.cue), cue=clause.cue)
        return tuple(_without_afterthought(sentence, words))
    if not words:
        return ()
    cut = frozenset([*phrase, *(sentence.subtree(clause.cue) if clause.aside else ())])
    words = _without_setting(sentence, without_sources(sentence, _fill(sentence, words, phrase=cut)), cue=clause.cue)
    if not words:
        return ()
    if after:
        return tuple(with_front(sentence, words, phrase=phrase, cue=clause.cue))
    return tuple(_to_sentence_start(sentence, words, phrase=cut))
