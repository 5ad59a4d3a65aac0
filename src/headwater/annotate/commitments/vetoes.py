"""When a cue is nobody's own commitment: denied, feared, guessed, imagined, asked, wished for, or history."""

from __future__ import annotations

from headwater.annotate.commitments.actors import same_actor
from headwater.annotate.commitments.clause import (
    CLOSING,
    auxiliaries,
    base,
    case_of,
    has_mark,
    is_negated,
    lemma,
    lower,
    rel_of,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.lists import verb_cues, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.sentence import Sentence

PRESUPPOSED = ("acl:relcl", "advcl", "parataxis", "appos", "nmod:poss", "advcl:relcl")
"""Above these a clause is no longer what the higher verb claims."""


KEPT = frozenset({"keep", "fulfil", "fulfill", "honour", "honor"})


def find_veto(scene: Scene, draft: Draft) -> str | None:
    """Why the draft does not count, or None."""
    sentence, cue = scene.sentence, draft.cue
    is_held_off = draft.rule.startswith("lasts") or (cue in draft.what and draft.kind in {"promise", "threat"})
    if is_negated(sentence, cue) and not is_held_off:
        return "negated"
    if is_unreal(sentence, cue):
        return "hypothetical"
    if is_figure(scene, draft):
        return "figure of speech"
    if not draft.rule.startswith("deadline") and is_hearsay(sentence, cue):
        return "hearsay"
    if is_asked(sentence, cue):
        return "asked"
    if is_fiction(sentence, cue) or is_before_court(sentence, cue):
        return "told of another world or time"
    if is_past_habit(scene, cue) or is_long_before(scene, cue):
        return "history"
    if draft.deed and is_only_possible(sentence, cue):
        return "possible"
    if draft.rule.startswith("deadline_noun") and is_taken_for_granted(sentence, cue):
        return None
    if draft.rule.endswith("_noun@1") and is_others(scene, draft):
        return None
    if draft.rule.endswith("_noun@1") and (is_kept(sentence, cue) or is_taken_back(sentence, cue)):
        return "history"
    if draft.rule.endswith("_noun@1") and is_held_to(sentence, cue):
        return None
    if draft.kind == "scheduled" and not draft.rule.startswith("lasts") and is_called_off(scene, draft):
        return "called off"
    if draft.rule.endswith("_noun@1") and is_wanted(sentence, cue):
        return "wished"
    return find_veto_above(sentence, cue, deed=draft.deed)


def is_unreal(sentence: Sentence, cue: int) -> bool:
    """As in "would have had until June": what did not come to be."""
    helpers = auxiliaries(sentence, cue)
    return "have" in helpers and bool({"would", "could", "might"} & set(helpers))


def is_taken_for_granted(sentence: Sentence, noun: int) -> bool:
    """Whether a deadline stands even below "if": "if it misses the Friday deadline"."""
    head = sentence.heads[noun]
    return head >= 0 and lemma(sentence, head) in words_of("deadlines", "granted", "verbs")


def is_kept(sentence: Sentence, noun: int) -> bool:
    """As in "kept his promise to reopen the hall": it is done."""
    verb = sentence.heads[noun]
    if verb < 0 or sentence.rels[noun] not in {"obj", "nsubj:pass"}:
        return False
    is_told = sentence.xpos[verb] in {"VBD", "VBN"} and not is_negated(sentence, verb)
    return is_told and lemma(sentence, verb) in KEPT


def is_taken_back(sentence: Sentence, noun: int) -> bool:
    """As in "dropped their threat to strike", "backed away from a pledge": it holds no more."""
    verb = sentence.heads[noun]
    if verb < 0 or sentence.xpos[verb] not in {"VBD", "VBN"} or is_negated(sentence, verb):
        return False
    if is_only_possible(sentence, verb):
        return False
    key, rel = lemma(sentence, verb), sentence.rels[noun]
    if rel in {"obj", "nsubj:pass"}:
        return key in words_of("fears", "taken_back", "verbs")
    return rel == "obl" and key in words_of("fears", "taken_back", "from") and case_of(sentence, noun) in {"from", "on"}


def is_held_to(sentence: Sentence, noun: int) -> bool:
    """As in "it is unclear whether they will honour their promise": whose it is has made it all the same."""
    verb = sentence.heads[noun]
    is_owned = bool(sentence.children(noun, "nmod:poss"))
    is_held = verb >= 0 and lemma(sentence, verb) in {*KEPT, "meet", "break"}
    return is_owned and is_held and sentence.rels[noun] in {"obj", "nsubj:pass"}


def is_called_off(scene: Scene, draft: Draft) -> bool:
    """As in "Friday's match was called off": nothing takes place on the day that was set."""
    sentence = scene.sentence
    for word in (draft.cue, *draft.what):
        for node in (word, sentence.heads[word], *sentence.children(word, "acl", "acl:relcl", "conj")):
            if node >= 0 and is_calling_off(sentence, node, of=(word, sentence.heads[word]), cue=draft.cue):
                return True
    return False


def is_calling_off(sentence: Sentence, verb: int, *, of: tuple[int, int], cue: int) -> bool:
    """Whether a verb tells that one of these things will not be, or not on the day named beside it."""
    key = lemma(sentence, verb)
    if is_not_held(sentence, verb):
        return sentence.rels[verb] != "acl:relcl" or of[0] == sentence.heads[verb]
    is_off = key in words_of("fears", "called_off", "verbs")
    is_moved = verb != cue and key in words_of("fears", "called_off", "moved")
    if not (is_off or is_moved) or is_negated(sentence, verb) or "VB" not in sentence.xpos[verb]:
        return False
    if key == "call" and not any(
        lower(sentence, n) == "off" for n in sentence.children(verb, "compound:prt", "advmod")
    ):
        return False
    if is_only_possible(sentence, verb) and sentence.xpos[verb] == "VB":
        return False
    suffers = sentence.children(verb, "obj", "nsubj:pass")
    return any(word in suffers for word in of) or (verb == cue and bool(suffers)) or sentence.rels[verb] == "acl:relcl"


def is_not_held(sentence: Sentence, verb: int) -> bool:
    """As in "did not take place", "never came", told of the past."""
    is_told = sentence.xpos[verb] == "VBD" or "did" in auxiliaries(sentence, verb)
    happens = lemma(sentence, verb) in {"take", "happen", "go", "come", "materialise", "materialize", "do"}
    return is_told and happens and is_negated(sentence, verb)


def is_wanted(sentence: Sentence, noun: int) -> bool:
    """As in "demanded that he make a pledge": what somebody is to promise is not promised."""
    verb = sentence.heads[noun]
    if verb < 0 or sentence.rels[noun] != "obj" or base(sentence.rels[verb]) not in {"ccomp", "xcomp"}:
        return False
    above = lemma(sentence, sentence.heads[verb])
    asks = any(cue.kind == "demand" for cue in verb_cues().get(above, ()))
    return asks and not any(cue.own for cue in verb_cues().get(above, ()))


def is_others(scene: Scene, draft: Draft) -> bool:
    """As in "rejected a demand by the fund": the demand was made, by somebody else than who rejects it."""
    sentence, head = scene.sentence, scene.sentence.heads[draft.cue]
    if head < 0 or sentence.rels[draft.cue] != "obj" or draft.holder is None:
        return False
    rejects = lemma(sentence, head) in words_of("fears", "rejection", "words") and not is_negated(sentence, head)
    subject = subject_of(sentence, head)
    return (
        rejects
        and subject is not None
        and not same_actor(scene, draft.holder, subject)
        and not is_only_possible(sentence, head)
    )


def is_figure(scene: Scene, draft: Draft) -> bool:
    """As in "the season promises to be dry": the present tense with a mere "be"; or what one promises oneself."""
    sentence = scene.sentence
    after = lower(sentence, draft.cue + 1) if draft.cue + 1 < len(sentence.words) else ""
    if lemma(sentence, draft.cue) == "promise" and after.endswith(("self", "selves")):
        return True
    if draft.rule not in {"promise_to@1", "threaten_to@1"} or sentence.xpos[draft.cue] not in {"VBZ", "VBP"}:
        return False
    return any(lemma(sentence, head) == "be" or sentence.children(head, "cop") for head in draft.what)


def is_only_possible(sentence: Sentence, cue: int) -> bool:
    """Whether the cue stands under a modal: "may threaten", "would promise"."""
    return any(aux in words_of("fears", "modals", "words") for aux in auxiliaries(sentence, cue))


def is_asked(sentence: Sentence, cue: int) -> bool:
    """Whether the sentence's own clause is a question, or it stands in a quoted one."""
    ends = [n for n, word in enumerate(sentence.words[:-1]) if word == "?" and sentence.words[n + 1] in CLOSING]
    if any(n > cue for n in ends):
        return True
    return sentence.words[-1].startswith("?") and not any(
        sentence.rels[n] in PRESUPPOSED for n in (cue, *sentence.ancestors(cue))
    )


def is_past_habit(scene: Scene, cue: int) -> bool:
    """Whether the words beside the cue tell of other days: "once threatened", "decades ago"."""
    sentence = scene.sentence
    adverbs = {lower(sentence, n) for n in sentence.children(cue, "advmod")}
    if adverbs & words_of("fears", "history", "adverbs"):
        return True
    text = " ".join(map(str.casefold, sentence.words))
    return any(phrase in text for phrase in words_of("fears", "history", "phrases"))


def is_fiction(sentence: Sentence, cue: int) -> bool:
    """As in "in the play, the duke swears to avenge him"."""
    works = words_of("fears", "fiction", "works")
    near = [n for node in (cue, *sentence.ancestors(cue)) for n in sentence.children(node, "obl")]
    return any(case_of(sentence, n) == "in" and lemma(sentence, n) in works for n in near)


def is_before_court(sentence: Sentence, cue: int) -> bool:
    """As in "the court heard that he had promised her a flat": told of what was, not of what is to come."""
    for word in sentence.ancestors(cue):
        subject = subject_of(sentence, word) if lemma(sentence, word) == "hear" else None
        if subject is not None and lemma(sentence, subject) in words_of("fears", "courts", "words"):
            return True
    return False


def is_long_before(scene: Scene, cue: int) -> bool:
    """As in "two years before the crash he had pledged to": a measure of months or years back from something else."""
    sentence = scene.sentence
    for head, time in scene.heads.items():
        is_long = time.type == "DURATION" and time.value.endswith(("Y", "M")) and not time.value.startswith("PT")
        last = sentence.words_in(time.span)[-1]
        is_back = last + 1 < len(sentence.words) and lower(sentence, last + 1) in {"before", "earlier", "previously"}
        if is_long and is_back and cue in list(sentence.ancestors(head))[:2]:
            return True
    return False


def find_veto_above(sentence: Sentence, cue: int, *, deed: bool) -> str | None:
    """The first reason met on the way up through the clauses that hold the cue as their content."""
    word, inside = cue, True
    while word >= 0:
        rel, head = rel_of(sentence, word), sentence.heads[word]
        if is_imagined(sentence, word):
            return "hypothetical"
        if head < 0 or not inside:
            return None
        if (rel in PRESUPPOSED and not is_gerund(sentence, word)) or rel == "conj":
            inside = rel == "conj" or rel == "advcl"
            if rel == "advcl":
                return _conditional_above(sentence, head)
        elif (reason := weigh(sentence, word, head=head, deed=deed)) is not None:
            return reason
        word = head
    return None


def is_imagined(sentence: Sentence, verb: int) -> bool:
    """Whether a clause opens with "if" or the like, or puts "had", "were", "should" before its subject."""
    if sentence.upos[verb] not in {"VERB", "AUX", "ADJ"}:
        return False
    if has_mark(sentence, verb, words_of("fears", "conditional", "words")):
        return True
    subjects = sentence.children(verb, "nsubj")
    helpers = [n for n in sentence.children(verb, "aux") if lower(sentence, n) in {"had", "were", "should"}]
    return bool(subjects and helpers) and helpers[0] < subjects[0] and base(sentence.rels[verb]) == "advcl"


def is_hearsay(sentence: Sentence, cue: int) -> bool:
    """Whether the clause is told "according to rumours", or the like."""
    unsure = words_of("fears", "nouns", "words") | words_of("commitments_actors", "opinion", "words")
    near = [n for node in (cue, *sentence.ancestors(cue)) for n in sentence.children(node, "obl")]
    return any(
        lemma(sentence, n) in unsure and any(lower(sentence, c) == "according" for c in sentence.children(n, "case"))
        for n in near
    )


def is_gerund(sentence: Sentence, word: int) -> bool:
    """Whether a clause is tied to the verb above like an object: "stopped short of calling", "refrained from vowing"."""
    return lower(sentence, word).endswith("ing") and has_mark(sentence, word, {"of", "from", "against"})


def _conditional_above(sentence: Sentence, word: int) -> str | None:
    for node in (word, *sentence.ancestors(word)):
        if is_imagined(sentence, node):
            return "hypothetical"
        if sentence.rels[node] in PRESUPPOSED:
            return None
    return None


def weigh(sentence: Sentence, word: int, *, head: int, deed: bool) -> str | None:
    """What a word above does to the clause below it."""
    key, rel = lemma(sentence, head), base(sentence.rels[word])
    if rel not in {"xcomp", "ccomp", "acl", "obj", "obl", "nmod", "csubj", "advcl"}:
        return None
    if key in words_of("fears", "denial", "words"):
        return "denied"
    if rel in {"obj", "obl", "nmod"} and sentence.upos[word] == "NOUN":
        return "negated" if is_negated(sentence, head) and rel == "obj" else None
    if key in words_of("fears", "nouns", "words") and sentence.upos[head] in {"NOUN", "PROPN"}:
        return "feared"
    if key in words_of("fears", "verbs", "words") and rel == "ccomp":
        return "guessed"
    if rel == "xcomp" and deed and key in words_of("fears", "not_own", "words"):
        return "wished"
    return _weigh_clause(sentence, word, head=head, deed=deed)


def _weigh_clause(sentence: Sentence, word: int, *, head: int, deed: bool) -> str | None:
    if sentence.upos[head] in {"VERB", "AUX", "ADJ"}:
        if is_negated(sentence, head):
            return "negated"
        if is_only_possible(sentence, head) and (deed or base(sentence.rels[word]) == "xcomp"):
            return "possible"
    return None
